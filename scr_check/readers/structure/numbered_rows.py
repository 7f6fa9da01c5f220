"""Rows that are numbered paragraphs: a column of a table in which the report's own paragraph numbers go on."""

import re
from collections.abc import Sequence
from itertools import pairwise

from scr_check.readers.structure.wording import bare

_TITLES = frozenset(
    (
        "",
        "ref",
        "reference",
        "ref no",
        "para",
        "paragraph",
        "para no",
        "paragraph no",
        "paragraph number",
        "no",
        "number",
    )
)
_WIDEST_GAP = 4  # numbers left out between a table and what stands before it
_DOTTED = re.compile(r"[1-9]\d{0,2}(?:\.[1-9]\d{0,2}){1,3}")

Number = tuple[int, ...]


def column_of_refs(rows: Sequence[Sequence[str]], last: str | None, chapter: str | None) -> int | None:
    """The column whose cells go on from paragraph `last`, or else begin chapter `chapter`; None where none does.

    >>> rows = (("Ref", "Event"), ("4.2", "Born"), ("4.3", "Seen"))
    >>> column_of_refs(rows, "4.1", "4"), column_of_refs(rows, None, "4"), column_of_refs(rows, "12.1", "12")
    (0, 0, None)
    """
    for column, title in enumerate(rows[0] if rows else ()):
        if bare(title) in _TITLES and _goes_on(
            [row[column] for row in rows[1:] if row[column]], last, chapter
        ):
            return column
    return None


def _goes_on(cells: Sequence[str], last: str | None, chapter: str | None) -> bool:
    printed = [cell for cell in cells if _DOTTED.fullmatch(cell)]
    others = {cell for cell in cells if cell not in printed}
    if not printed or any(cell[:1].isdigit() for cell in others):
        return False
    numbers = [_number(cell) for cell in printed]
    if any(one[:-1] != two[:-1] or two[-1] != one[-1] + 1 for one, two in pairwise(numbers)):
        return False
    first = numbers[0]
    before = _number(last) if last and _DOTTED.fullmatch(last) else None
    if before and before[:-1] == first[:-1]:
        return 0 < first[-1] - before[-1] <= (_WIDEST_GAP if len(numbers) > 1 else 1)
    return (
        len(numbers) > 1
        and chapter is not None
        and first[:-1] == _number(chapter)
        and first[-1] <= _WIDEST_GAP
    )


def _number(printed: str) -> Number:
    return tuple(map(int, re.findall(r"\d+", printed)))


def without_column(rows: Sequence[Sequence[str]], column: int) -> tuple[tuple[str, ...], ...]:
    """The rows without one column, but for a row that is one cell from side to side."""
    return tuple(tuple(cell for at, cell in enumerate(row) if at != column) for row in rows)
