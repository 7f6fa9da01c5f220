"""Rows of cells made into one table: even, without blank rows, each header row once."""

from collections.abc import Sequence

MOST_CELLS = 500_000
"""Cells of one table; an action plan has a few hundred."""


def evened(
    rows: Sequence[Sequence[str]], headers: Sequence[Sequence[str]] = ()
) -> tuple[tuple[str, ...], ...] | None:
    """The rows that hold text, all as long as the longest; None when they come to more than MOST_CELLS.

    A header row that an author copied further down, so that each page shows it, stands only once.
    """
    filled = [tuple(row) for row in rows if any(row)]
    width = max(map(len, filled), default=0)
    if width * len(filled) > MOST_CELLS:
        return None
    repeated = {tuple(header) for header in (headers or filled[:1]) if len(set(header)) > 1}
    seen: set[tuple[str, ...]] = set()
    kept = []
    for row in filled:
        if row in repeated:
            if row in seen:
                continue
            seen.add(row)
        kept.append(row + ("",) * (width - len(row)))
    return tuple(kept)


def flattened(rows: Sequence[Sequence[str]]) -> str:
    """The text of a table that stands in another one's cell, a merged cell's text once in its row."""
    return " ".join(text for row in rows for text in dict.fromkeys(row) if text)
