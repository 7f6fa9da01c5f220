"""Reads a tracker back: which of its cells were changed since it was written."""

from collections.abc import Iterator
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from scr_check.errors import UnreadableDocument
from scr_check.readers.archive import damaged, opened, parse_xml
from scr_check.tracker.columns import (
    EDITABLE,
    EXPORTED,
    EXPORTED_HEADS,
    HEADS,
    KEY,
    SHEET,
    STATUSES,
    Row,
    text_of,
)

_MOST_ROWS = 100_000  # the national archive has some 50,000 actions
_UNREADABLE = (InvalidFileException, KeyError, ValueError, TypeError, AttributeError, IndexError, OSError)


def read_tracker(path: Path) -> tuple[list[Row], list[Row]]:
    """The rows of a tracker as they are now, and as they were when it was written, by key.

    Raises UnreadableDocument for what is no tracker, and for a cell that cannot be meant.
    """
    book = _opened(path)
    try:
        for name in (SHEET, EXPORTED):
            if name not in book.sheetnames or not isinstance(book[name], Worksheet):
                raise UnreadableDocument(
                    f"{path} is not a tracker of scr-check: make one with scr-check progress -o tracker.xlsx"
                )
        exported = {row.key: row for row in _exported(book[EXPORTED], path)}
        rows = list(_rows(book[SHEET], exported, path))
    finally:
        book.close()
    return rows, [exported[row.key] for row in rows]


def _opened(path: Path) -> Workbook:
    if not path.is_file():
        raise UnreadableDocument(f"{path} does not exist: check the name and the folder")
    if path.suffix.lower() != ".xlsx":
        raise UnreadableDocument(
            f"{path} is not an .xlsx file: save the tracker as an Excel workbook (.xlsx)"
        )
    with opened(path) as archive:  # sizes and declarations are looked at before anything is built
        for part in archive.parts():
            if part.endswith((".xml", ".rels")):
                parse_xml(archive.read(part) or b"", archive.name)
    try:
        return load_workbook(path, data_only=True)
    except _UNREADABLE:
        raise damaged(str(path)) from None


def _exported(sheet: Worksheet, path: Path) -> Iterator[Row]:
    at = {head: place for place, head in enumerate(EXPORTED_HEADS)}
    for _, cells in _filled(sheet, path):
        fields = {name: cells[at[head]] for head, name in EDITABLE.items()}
        yield Row(int(cells[at[KEY]]), cells[at["File"]], int(cells[at["Place"]]), cells[at["No."]], fields)


def _rows(sheet: Worksheet, exported: dict[int, Row], path: Path) -> Iterator[Row]:
    at = _columns(sheet, path)
    seen: set[int] = set()
    for line, cells in _filled(sheet, path):
        key = cells[at[KEY]]
        known = exported.get(int(key)) if key.isdecimal() else None
        if known is None:
            raise UnreadableDocument(
                f"{path}, row {line}: this action is not from a summary; add it to the summary itself, then remove the row"
            )
        if known.key in seen:
            raise UnreadableDocument(
                f"{path}, row {line}: this row is a copy of another: remove one of the two"
            )
        seen.add(known.key)
        fields = {name: cells[at[head]] for head, name in EDITABLE.items()}
        fields["status"] = _status(fields["status"], line, path)
        yield Row(known.key, known.file, known.place, known.id, fields, line)


def _columns(sheet: Worksheet, path: Path) -> dict[str, int]:
    heads = [text_of(cell.value) for cell in sheet[1]]
    missing = [head for head in (*EDITABLE, KEY) if head not in heads]
    if missing:
        raise UnreadableDocument(
            f"{path}: the column `{missing[0]}` is missing: put its name back into the first row"
        )
    return {head: heads.index(head) for head in HEADS if head in heads}


def _filled(sheet: Worksheet, path: Path) -> Iterator[tuple[int, list[str]]]:
    """Number (1-based) and texts of each row below the head that holds anything."""
    if sheet.max_row > _MOST_ROWS:
        raise UnreadableDocument(f"{path} has more than {_MOST_ROWS} rows: remove those that are empty")
    for line, row in enumerate(sheet.iter_rows(min_row=2, values_only=True), 2):
        cells = [text_of(cell) for cell in row]
        if any(cells):
            yield line, [*cells, *[""] * (len(HEADS) - len(cells))]


def _status(text: str, line: int, path: Path) -> str:
    status = " ".join(text.casefold().replace("-", " ").split())
    if status and status not in STATUSES:
        raise UnreadableDocument(f"{path}, row {line}: the status is none of {', '.join(STATUSES)}")
    return status
