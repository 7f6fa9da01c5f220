"""Tables of an OpenDocument text as rows of cell texts."""

from collections.abc import Callable, Iterator

from lxml import etree

from scr_check.readers.opendocument.names import CELL, COVERED, PAGE_BREAK, ROW, TABLE
from scr_check.readers.opendocument.numbering import whole

_MOST_REPEATED = 63  # columns or rows that are written once and stand there often
_HEADERS = TABLE + "table-header-rows"
_GROUPS = frozenset(TABLE + name for name in ("table-rows", "table-row-group", "table-header-rows"))
_ACROSS, _DOWN = TABLE + "number-columns-spanned", TABLE + "number-rows-spanned"
_SAME_COLUMNS, _SAME_ROWS = TABLE + "number-columns-repeated", TABLE + "number-rows-repeated"


def is_box(table: etree._Element) -> bool:
    """Whether a table is a box around text or a column of such boxes: no row has two cells."""
    return all(sum(1 for _ in row.iterchildren(CELL)) < 2 for row in _parts(table) if row.tag == ROW)


def boxed(table: etree._Element) -> Iterator[etree._Element]:
    """The cells of a table that is a box, in order."""
    for row in _parts(table):
        if row.tag == ROW:
            yield from row.iterchildren(CELL)


def rows_of(
    table: etree._Element, text_of: Callable[[etree._Element], str], turn_page: Callable[[], None]
) -> tuple[list[list[str]], list[list[str]]]:
    """The rows of a table, and those of them that are repeated as headers on every page.

    A merged cell's text stands in each place that the cell covers. `turn_page` is called at each page break.
    """
    rows: list[list[str]] = []
    headers: list[list[str]] = []
    above: dict[int, tuple[int, str]] = {}
    for element in _parts(table):
        if element.tag == PAGE_BREAK:
            turn_page()
        elif element.tag == ROW:
            row = _row(element, len(rows), above, text_of)
            repeated = min(whole(element.get(_SAME_ROWS), 1), _MOST_REPEATED)
            rows.extend([row] * (repeated if any(row) else 1))
            if next(element.iterancestors()).tag == _HEADERS:
                headers.append(row)
    return rows, headers


def _parts(table: etree._Element) -> Iterator[etree._Element]:
    """What a table or a group of its rows is made of: rows, page breaks, columns."""
    for part in table:
        if part.tag in _GROUPS:
            yield from _parts(part)
        else:
            yield part


def _row(
    element: etree._Element,
    place: int,
    above: dict[int, tuple[int, str]],
    text_of: Callable[[etree._Element], str],
) -> list[str]:
    """The texts of a row; `above` holds, by column, the row before which a merged cell ends, and its text."""
    row: list[str] = []
    for cell in element.iterchildren(CELL, COVERED):
        repeated = min(whole(cell.get(_SAME_COLUMNS), 1), _MOST_REPEATED)
        if cell.tag == COVERED:
            covering = (above.get(column, (0, "")) for column in range(len(row), len(row) + repeated))
            row.extend([text if place < end else "" for end, text in covering])
            continue
        text = text_of(cell)
        end = place + whole(cell.get(_DOWN), 1)
        for column in range(len(row), len(row) + min(whole(cell.get(_ACROSS), 1), _MOST_REPEATED)):
            above[column] = (end, text)
        row.extend([text] * repeated)
    return row
