"""Writes the tracker: an Excel workbook with a row for each action, made to be worked in."""

import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from textwrap import wrap

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.worksheet import Worksheet

from scr_check.progress import Account, TrackedAction, TrackedReview
from scr_check.progress.standing import light
from scr_check.render import spoken_date
from scr_check.tracker.columns import (
    EDITABLE,
    EXPORTED,
    EXPORTED_HEADS,
    HEADS,
    KEY,
    SHEET,
    STATUSES,
    WIDTHS,
    cell_of,
)

_FILLS = {"red": "F6D7D2", "amber": "FFF0C2", "green": "CCE2D8", "grey": "E5E6E7"}
_HEAD = PatternFill("solid", start_color="1D4F7C")
_WRITABLE = PatternFill("solid", start_color="FFFFE5")
_LINE = Border(bottom=Side("thin", color="B1B4B6"))
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")  # signs that no workbook may hold
_LONGEST = 32_000  # signs that Excel takes in a cell
_LINE_HEIGHT = 15.0  # points
_A4 = 9
_GUIDE_WIDTH = 110
_GUIDE = (
    "The yellow columns may be changed: Due, Status, Completed on, Progress. Leave the others as they are.",
    "Status is one of the list: not started, in progress, completed, not accepted.",
    "When an action is completed, give the date and say under Progress what was done and what changed.",
    "When it is late or not accepted, say under Progress why.",
    "Rows may be sorted and filtered. A new action is added to the summary itself, not here.",
    "Then: scr-check import-progress TRACKER.xlsx, in the folder in which the tracker was made, writes the yellow "
    "columns back into the summaries.",
)


class _FittedRow(RowDimension):
    """A row with a height to begin with, which grows with what is written into it later."""

    customHeight = False


def tracker_of(account: Account) -> bytes:
    """The workbook for the actions of this account."""
    book = Workbook()
    book.properties.creator = "scr-check"
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = SHEET
    hidden = book.create_sheet(EXPORTED)
    hidden.sheet_state = "veryHidden"
    _write(hidden, 1, EXPORTED_HEADS)
    _write(sheet, 1, HEADS)
    actions = ((one.review, action) for one in account.reviews for action in one.review.actions)
    key = 0
    for key, (review, action) in enumerate(actions, 1):
        _add(sheet, hidden, key, review, action, account.as_at)
    _make_workable(sheet, key + 1)
    _add_guide(book.create_sheet("How to use it"), account)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _add(
    sheet: Worksheet, hidden: Worksheet, key: int, review: TrackedReview, action: TrackedAction, as_at: date
) -> None:
    colour, words = light(action, as_at)
    fields = (action.due, action.status, action.completed_on, action.progress)
    row = (
        *(review.name, action.answers, action.id, action.action, action.lead, action.organisation),
        *(*fields, f"{colour}: {words}", review.path, key),
    )
    _write(sheet, key + 1, row)
    _write(hidden, key + 1, (key, review.path, action.place, action.id, *fields))
    position = sheet.cell(key + 1, HEADS.index("Position") + 1)
    position.fill = PatternFill("solid", start_color=_FILLS[colour])


def _write(sheet: Worksheet, line: int, values: tuple[str | int, ...]) -> None:
    for column, value in enumerate(values, 1):
        cell = sheet.cell(line, column)
        assert isinstance(cell, Cell)
        _fill_in(cell, value)


def _fill_in(cell: Cell, value: str | int) -> None:
    """Put a value into a cell; what begins as a formula does stays the text that it is."""
    if isinstance(value, int):
        cell.value = value
        return
    held = cell_of(_CONTROL.sub(" ", value)[:_LONGEST])
    cell.value = held or None
    if isinstance(held, date):
        cell.number_format = "yyyy-mm-dd"
    elif held:
        cell.data_type = "s"
        cell.number_format = "@"


def _make_workable(sheet: Worksheet, last: int) -> None:
    """Frozen head, filter, list of statuses, widths, wrapped text; the key is out of sight."""
    end = get_column_letter(len(HEADS))
    sheet.freeze_panes = "D2"
    sheet.auto_filter.ref = f"A1:{end}{max(last, 2)}"
    for column, (head, width) in enumerate(zip(HEADS, WIDTHS, strict=True), 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
        for cell in sheet[get_column_letter(column)][:last]:
            _dress(cell, is_head=cell.row == 1, writable=head in EDITABLE)
    for line in range(1, last + 1):
        _fit(sheet, line, WIDTHS)
    sheet.column_dimensions[get_column_letter(HEADS.index(KEY) + 1)].hidden = True
    status = get_column_letter(HEADS.index("Status") + 1)
    choice = DataValidation(type="list", formula1=f'"{",".join(STATUSES)}"', allow_blank=True)
    choice.error, choice.errorTitle = f"One of: {', '.join(STATUSES)}", "Status"
    choice.showErrorMessage = True
    sheet.add_data_validation(choice)
    choice.add(f"{status}2:{status}{max(last, 2)}")
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", _A4
    sheet.page_setup.fitToHeight = 0
    sheet.print_area = f"A1:{get_column_letter(HEADS.index('Position') + 1)}{max(last, 2)}"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]
    sheet.print_title_rows = "1:1"


def _fit(sheet: Worksheet, line: int, widths: tuple[int, ...]) -> None:
    """Make a row as high as its longest text needs: not every program does when it opens the file."""
    texts = (str(cell.value or "") for cell in sheet[line])
    lines = (
        sum(max(1, len(wrap(part, width - 1))) for part in text.split("\n"))
        for text, width in zip(texts, widths, strict=False)
    )
    sheet.row_dimensions[line] = _FittedRow(sheet, index=line, ht=_LINE_HEIGHT * max(lines))


def _dress(cell: Cell, *, is_head: bool, writable: bool) -> None:
    cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal="left")
    cell.border = _LINE
    if is_head:
        cell.fill, cell.font = _HEAD, Font(bold=True, color="FFFFFF")
    elif writable:
        cell.fill = _WRITABLE


def _add_guide(sheet: Worksheet, account: Account) -> None:
    sheet.column_dimensions["A"].width = _GUIDE_WIDTH
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", _A4
    for line, text in enumerate(_guide(account), 1):
        cell = sheet.cell(line, 1, text)
        cell.alignment = Alignment(wrap_text=True)
        cell.font = Font(bold=line == 1)
        _fit(sheet, line, (_GUIDE_WIDTH,))


def _guide(account: Account) -> Iterator[str]:
    yield f"Actions taken following reviews: position on {spoken_date(account.as_at.isoformat())}"
    yield from _GUIDE
    yield "Red: overdue. Amber: due within 30 days, or without a date or status. Green: completed, or in time."
