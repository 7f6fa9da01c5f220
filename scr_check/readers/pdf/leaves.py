"""A page's words put together to lines and tables in reading order."""

from scr_check.readers.pdf.aligned import with_aligned_tables
from scr_check.readers.pdf.lines import line_of, rows_of
from scr_check.readers.pdf.order import Row, in_order
from scr_check.readers.pdf.page import Frame, Leaf, Line, Page, Table
from scr_check.readers.pdf.tables import ruled_parts

_MARGIN = 0.065  # of the height: where running heads stand, which are no part of a table


def leaf_of(page: Page, comments: int = 0) -> Leaf:
    """The lines and tables of `page`, whose words are used up."""
    items: list[Line | Table] = []
    parts = ruled_parts(page)
    rows = rows_of(page.words)
    for part in parts:
        above = [row for row in rows if row[0].y < part.y0]
        rows = [row for row in rows if row[0].y >= part.y0]
        items += _read(above, page)
        items += [part] if isinstance(part, Table) else _framed(part, page.number)
    items += _read(rows, page)
    return Leaf(page.number, page.width, page.height, items, comments)


def _framed(frame: Frame, page: int) -> list[Line | Table]:
    rows = rows_of(frame.words)
    padding = min((row[0].x0 for row in rows), default=frame.x0) - frame.x0
    return [line_of(row, page, frame.x1 - padding) for row in rows]


def _read(rows: list[Row], page: Page) -> list[Line | Table]:
    top, bottom = _MARGIN * page.height, (1 - _MARGIN) * page.height
    head = [line_of(row, page.number) for row in rows if row[0].y < top]
    foot = [line_of(row, page.number) for row in rows if row[0].y > bottom]
    inner = [row for row in rows if top <= row[0].y <= bottom]
    found: list[Line | Table] = [*head]
    for column in in_order(inner):
        for part in with_aligned_tables(column.rows, page):
            if isinstance(part, Table):
                found.append(part)
            else:
                found.append(line_of(part, page.number, column.right))
    return found + foot
