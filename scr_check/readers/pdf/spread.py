"""Tables that run over several pages, put together again."""

import re
from collections.abc import Iterable, Iterator
from typing import TypeVar

from scr_check.readers.pdf.page import LINE_END, WORD_END, Table

_SAME_EDGE = 8.0  # points
_LONGEST_CAPTION = 120  # characters
_HIGHEST_HEAD = 3  # rows that may be repeated on each page

Item = TypeVar("Item")


def joined_tables(items: Iterable[Item | Table]) -> Iterator[Item | Table]:
    """The items of a document with each table in one piece: repeated heads once, cut rows whole."""
    last: Table | None = None
    between: list[Item] = []  # "Table 3 (continued)"
    for item in items:
        if not isinstance(item, Table):
            if last is not None and not between and _says_continued(item):
                between.append(item)
                continue
        elif last is not None and _goes_on(last, item):
            _append(last, item)
            between = []
            continue
        yield from _ended(last, between)
        last, between = (item, []) if isinstance(item, Table) else (None, [])
        if last is None:
            yield item
    yield from _ended(last, between)


def _ended(table: Table | None, between: list[Item]) -> Iterator[Item | Table]:
    if table is not None:
        yield table
        yield from between


def _says_continued(item: object) -> bool:
    text = getattr(item, "text", "")
    return (
        len(text) < _LONGEST_CAPTION
        and re.search(r"\bcont(?:inue)?['’]?d\b", text, re.IGNORECASE) is not None
    )


def _goes_on(table: Table, part: Table) -> bool:
    if len(table.rows[0]) != len(part.rows[0]):
        return False
    if part.page <= max(table.page, table.last_page):
        in_next_column = part.x0 >= table.x1 and part.y0 <= table.y0
        return in_next_column and table.rows[0] == part.rows[0]
    shapes = zip(_widths(table), _widths(part), strict=False)
    close = all(abs(a - b) <= _SAME_EDGE for a, b in shapes) and len(table.edges) == len(part.edges)
    return close or table.rows[0] == part.rows[0]


def _widths(table: Table) -> list[float]:
    return [edge - table.edges[0] for edge in table.edges]


def _append(table: Table, part: Table) -> None:
    head = 0
    while head < min(_HIGHEST_HEAD, len(table.rows), len(part.rows)) and _alike(
        table.rows[head], part.rows[head]
    ):
        head += 1
    rows = part.rows[head:]
    if rows and len(table.rows) > max(head, 1) and _is_rest_of_row(table.rows, rows[0]):
        table.rows[-1] = [_put_together(*cells) for cells in zip(table.rows[-1], rows[0], strict=True)]
        rows = rows[1:]
    elif rows and not rows[0][0] and 2 * sum(map(bool, rows[0])) > len(rows[0]):
        rows[0][0] = table.rows[-1][0]  # a cell merged over rows that the page break parted
    table.rows.extend(rows)
    table.last_page = part.page
    table.x1, table.y0 = part.x1, part.y0


def _alike(row: list[str], other: list[str]) -> bool:
    return [cell.split() for cell in row] == [cell.split() for cell in other]


def _is_rest_of_row(rows: list[list[str]], rest: list[str]) -> bool:
    """Whether `rest` is what did not fit on the page before.

    Then a cell starts in the middle of a sentence though no other cell of its column does, or cells that
    were complete are empty. A row whose first cell alone is empty belongs to the item above it.
    """
    missing = sum(1 for cell, before in zip(rest, rows[-1], strict=True) if before and not cell)
    if not rest[0] and missing >= min(2, len(rest) - 1):
        return True
    return any(
        cell[:1].islower() and rows[-1][column] and not any(row[column][:1].islower() for row in rows)
        for column, cell in enumerate(rest)
    )


def _put_together(cell: str, rest: str) -> str:
    """A cell and what did not fit on the page before; a narrow one may break off within a word."""
    alone = cell and " " not in re.split(f"[{LINE_END}{WORD_END}]", cell)[-1]
    in_word = alone and cell[-1].isalnum() and rest[:1].isalnum() and not rest[0].isupper()
    return (WORD_END if in_word else LINE_END).join(part for part in (cell, rest) if part)
