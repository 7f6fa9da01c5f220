"""Tables of a Word file as rows of cell texts."""

from collections.abc import Callable, Iterator

from lxml import etree

from scr_check.readers.word.containers import within
from scr_check.readers.word.names import TC, TCPR, TR, TRPR, VAL, W
from scr_check.readers.word.properties import switch, value, whole

_MOST_COLUMNS = 63  # of a table in Word
_SPAN, _MERGE, _HEADER, _BEFORE = W + "gridSpan", W + "vMerge", W + "tblHeader", W + "gridBefore"


def is_box(table: etree._Element) -> bool:
    """Whether a table is a box around text or a column of such boxes: no row has two cells."""
    return all(sum(1 for _ in _cells(row)) < 2 for row in _rows(table))


def boxed(table: etree._Element) -> Iterator[etree._Element]:
    """The cells of a table that is a box, in order."""
    for row in _rows(table):
        yield from _cells(row)


def rows_of(
    table: etree._Element, text_of: Callable[[etree._Element], str]
) -> tuple[list[list[str]], list[list[str]]]:
    """The rows of a table, and those of them that Word repeats as headers on every page.

    A merged cell's text stands in each place that the cell covers.
    """
    rows: list[list[str]] = []
    headers: list[list[str]] = []
    above: dict[int, str] = {}
    for row in _rows(table):
        properties = row.find(TRPR)
        cells = [""] * min(whole(value(properties, _BEFORE)) or 0, _MOST_COLUMNS)
        for cell in _cells(row):
            _place(cell, cells, above, text_of)
        rows.append(cells)
        if switch(properties, _HEADER) and len(headers) == len(rows) - 1:
            headers.append(cells)
    return rows, headers


def _place(
    cell: etree._Element, row: list[str], above: dict[int, str], text_of: Callable[[etree._Element], str]
) -> None:
    """Add a cell to its row; `above` holds, by column, the text of cells that reach down into this row."""
    properties = cell.find(TCPR)
    column = len(row)
    span = min(whole(value(properties, _SPAN)) or 1, max(1, _MOST_COLUMNS - column))
    merge = None if properties is None else properties.find(_MERGE)
    if merge is not None and merge.get(VAL) != "restart" and column in above:
        text = above[column]
    else:
        text = text_of(cell)
        above.pop(column, None)
        if merge is not None:
            above[column] = text
    row.extend([text] * max(1, span))


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for row in within(table):
        if row.tag == TR:
            properties = row.find(TRPR)
            if properties is None or properties.find(W + "del") is None:
                yield row


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for cell in within(row):
        if cell.tag == TC:
            properties = cell.find(TCPR)
            if properties is None or properties.find(W + "cellDel") is None:
                yield cell
