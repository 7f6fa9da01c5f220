"""The rows of a report's action plans by field, from tables of any layout and from labelled lines."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from scr_check.documents.overview import Section
from scr_check.readers.structure.columns import columns_of, field_of, is_plan
from scr_check.readers.structure.labels import label_of
from scr_check.readers.structure.outline import Heading, Placed
from scr_check.readers.structure.tables import Row, Table, table_of
from scr_check.readers.structure.vocabulary import vocabulary
from scr_check.readers.structure.wording import bare, is_sentence

_LABELLED = re.compile(r"(?:^|(?<=[.;)\]])\s+|\s{2,}|(?<=\w)\s+(?=[A-Z]))([A-Z][A-Za-z /]{1,30}?)\s*:\s+")
_CODE = re.compile(r"[A-Z][A-Za-z&]{0,9}(?: [A-Za-z]+)? ?\d{1,2}")  # "R2", "PCT 1", "Health overview 3"
_LONGEST_CAPTION = 15  # words
_NAMES = ("lead", "organisation", "due")  # fields that hold no sentence


@dataclass(slots=True)
class PlanRow:
    """One action: its cells by field, and the words over it that may name a set, the nearest first."""

    cells: dict[str, str]
    over: tuple[str, ...] = ()
    ref: str | None = None
    page: int | None = None


@dataclass(slots=True)
class PlanRows:
    """All rows of all plans in reading order, their blocks, and the pages of tables not understood."""

    rows: list[PlanRow] = field(default_factory=list)
    blocks: set[int] = field(default_factory=set)
    unread: list[int | None] = field(default_factory=list)


def plan_rows(placed: Sequence[Placed]) -> PlanRows:
    """The rows of every action plan of a report."""
    found = PlanRows()
    last: Mapping[str, int] | None = None
    width = 0
    for index, place in enumerate(placed):
        if place.block.kind != "table":
            continue
        section = place.section is Section.ACTION_PLAN
        table = table_of(place.block.rows)
        columns = columns_of(table.titles, [row.cells for row in table.rows])
        if is_plan(columns, section):
            last, width = columns, len(table.titles)
        elif section and last and len(place.block.rows[0]) == width:  # goes on from the page before
            columns, table = dict(last), table_of(place.block.rows, titled=False)
        elif rows := list(_upright(place, section)):
            found.rows.extend(rows)
            found.blocks.add(index)
            continue
        else:
            if section and len(place.block.rows[0]) > 2:
                found.unread.append(place.block.page)
            continue
        found.blocks.add(index)
        found.rows.extend(_joined(table, columns, place, _over(placed, index)))
    if not found.rows:
        _take_lines(placed, found)
    return found


def _over(placed: Sequence[Placed], index: int) -> tuple[str, ...]:
    """What may name the set or recommendation of a table: the line before it, then the headings over it."""
    before = placed[index - 1].block if index else None
    caption = before.text if before and before.kind == "paragraph" and _heads(before.text) else ""
    headings = [heading.text for heading in reversed(placed[index].path)]
    return tuple(text for text in (caption, *headings) if text)


def _heads(text: str) -> bool:
    """Whether a line heads a table: a title, or the recommendation that the table is about."""
    title = not is_sentence(text) and len(text.split()) <= _LONGEST_CAPTION
    return title or label_of(text, True) is not None


def _joined(
    table: Table, columns: Mapping[str, int], place: Placed, over: tuple[str, ...]
) -> Iterator[PlanRow]:
    """The rows, cells merged downwards filled in, and rows cut by a page break joined again."""
    rows: list[PlanRow] = []
    repeated: dict[str, str] = {}
    for row in table.rows:
        cells = {name: row.cells[at] for name, at in columns.items() if row.cells[at]}
        main = "action" if "action" in columns else "recommendation"
        if rows and main not in cells and not _starts_anew(cells, rows[-1]):
            _append(rows[-1], cells)
            continue
        for name in ("recommendation", "number"):
            if name in columns:
                repeated[name] = cells.get(name) or repeated.get(name, "")
        cells.update({name: text for name, text in repeated.items() if text})
        above = _with_band(row, over)
        if "recommendation" not in cells and (about := next(filter(_is_about, above), None)):
            cells["recommendation"] = about
        rows.append(PlanRow(cells, above, place.ref_of_row(row.at), place.block.page))
    yield from rows


def _is_about(text: str) -> bool:
    """Whether words over a row name the recommendation it is about: "Recommendation 1: ...", "R2"."""
    return label_of(text, False) is not None or _CODE.fullmatch(text) is not None


def _with_band(row: Row, over: tuple[str, ...]) -> tuple[str, ...]:
    return (row.band, *over) if row.band else over


def _starts_anew(cells: Mapping[str, str], last: PlanRow) -> bool:
    """Whether a row without an action is one of its own: it has a reference that the row before has not."""
    told = cells.get("recommendation") or cells.get("number")
    return bool(told) and told not in last.cells.values() and len(cells) > 2


def _append(last: PlanRow, cells: Mapping[str, str]) -> None:
    for name, text in cells.items():
        if text != last.cells.get(name):
            last.cells[name] = f"{last.cells.get(name, '')} {text}".strip()


def _upright(place: Placed, section: bool) -> Iterator[PlanRow]:
    """The rows of a table that stands on its side: titles in its first column, values in its second."""
    rows = place.block.rows
    if not rows or len(rows[0]) != 2:
        return
    fields = [(field_of(cells[0]), cells[1]) for cells in rows]
    known = {name for name, _ in fields if name}
    if "action" not in known or len(known) < (3 if section else 4):
        return
    cells: dict[str, str] = {}
    for name, text in fields:
        if name in ("recommendation", "action") and name in cells and "action" in cells:
            yield PlanRow(cells, tuple(h.text for h in reversed(place.path)), place.ref, place.block.page)
            cells = {"recommendation": cells["recommendation"]} if "recommendation" in cells else {}
        if name and text:
            cells[name] = text
    if "action" in cells:
        yield PlanRow(cells, tuple(h.text for h in reversed(place.path)), place.ref, place.block.page)


def _take_lines(placed: Sequence[Placed], found: PlanRows) -> None:
    """Add the rows of a plan written as lines: "Action: ... Lead: ... By: ..."."""
    row: PlanRow | None = None
    recommendation = ""
    for index, place in enumerate(placed):
        if place.section is not Section.ACTION_PLAN or place.block.kind == "table":
            continue
        text = place.block.text
        parts = list(labelled_parts(text))
        if not parts and (label := label_of(text, True)):
            recommendation, row = label.id, None
            continue
        for name, value in parts:
            if name == "recommendation":
                recommendation, row = value, None
            elif name == "action" or row is None:
                row = PlanRow(
                    {"recommendation": recommendation} if recommendation else {},
                    _titles(place.path),
                    place.ref,
                    place.block.page,
                )
                found.rows.append(row)
            if row is not None and name != "recommendation":
                row.cells[name] = value
            found.blocks.add(index)
    found.rows = [row for row in found.rows if "action" in row.cells]
    if not found.rows:
        found.blocks.clear()


def _titles(path: Sequence[Heading]) -> tuple[str, ...]:
    return tuple(heading.text for heading in reversed(path))


def labelled_parts(text: str) -> Iterator[tuple[str, str]]:
    """The fields of a line and their values.

    >>> list(labelled_parts("Action: Train all staff. Lead: Head of Nursing. By: 31 May 2011"))
    [('action', 'Train all staff.'), ('lead', 'Head of Nursing'), ('due', '31 May 2011')]
    """
    marks = [(match, name) for match in _LABELLED.finditer(text) if (name := _label_field(match[1]))]
    if not marks or marks[0][0].start():
        return
    for (match, name), after in zip(marks, [*(m for m, _ in marks[1:]), None], strict=True):
        value = text[match.end() : after.start() if after else None].strip(" ;")
        yield name, value.rstrip(".") if name in _NAMES else value


def _label_field(label: str) -> str | None:
    return vocabulary().lines.get(bare(label)) or field_of(label)
