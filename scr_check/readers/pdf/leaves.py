"""A page's words put together to lines and tables in reading order."""

from itertools import groupby

from scr_check.readers.pdf.aligned import with_aligned_tables
from scr_check.readers.pdf.lines import line_of, rows_of
from scr_check.readers.pdf.order import Row, in_order
from scr_check.readers.pdf.page import PLACEHOLDER, Frame, Leaf, Line, Page, Table, Word
from scr_check.readers.pdf.tables import ruled_parts

_OVERHANG = 8.0  # points by which a table's rules may stand outside its column
_MARGIN = 0.065  # of the height: where running heads stand, which are no part of a table


def leaf_of(page: Page, comments: int = 0) -> Leaf:
    """The lines and tables of `page`, whose words are used up."""
    top, bottom = _MARGIN * page.height, (1 - _MARGIN) * page.height
    parts = {id(place): (place, part) for part in ruled_parts(page) for place in [_placeholder(part)]}
    rows = rows_of(page.words)
    head = [line_of(row, page.number) for row in rows if row[0].y < top]
    foot = [line_of(row, page.number) for row in rows if row[0].y > bottom]
    inner = [row for row in rows if top <= row[0].y <= bottom] + [[place] for place, _ in parts.values()]
    items: list[Line | Table] = [*head]
    for column in in_order(sorted(inner, key=lambda row: row[0].y)):
        for held, part in groupby(column.rows, lambda row: parts.get(id(row[0]))):
            if held is None:
                items += _read(list(part), column.right, page)
            else:
                items += [held[1]] if isinstance(held[1], Table) else _framed(held[1], page.number)
    return Leaf(page.number, page.width, page.height, [*items, *foot], comments)


def _placeholder(part: Table | Frame) -> Word:
    """What stands for a table or frame while the order of reading is found."""
    return Word(PLACEHOLDER, part.x0 + _OVERHANG, part.x1 - _OVERHANG, part.y0, 1.0)


def _framed(frame: Frame, page: int) -> list[Line | Table]:
    rows = rows_of(frame.words)
    padding = min((row[0].x0 for row in rows), default=frame.x0) - frame.x0
    return [line_of(row, page, frame.x1 - padding) for row in rows]


def _read(rows: list[Row], right: float, page: Page) -> list[Line | Table]:
    """The lines and tables without upright rules that `rows` make up."""
    return [
        part if isinstance(part, Table) else line_of(part, page.number, right)
        for part in with_aligned_tables(rows, page)
    ]
