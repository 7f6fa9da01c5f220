"""Tables: column titles, rows, and the band rows that head a part of a table."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from scr_check.readers.structure.wording import bare

_LONGEST_TITLE = 9  # words of a column title

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, the band row that it stands under, and its index among all rows, titles included."""

    cells: Cells
    band: str | None = None
    at: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its column titles (empty where it has none)."""

    titles: Cells
    rows: tuple[Row, ...]

    def column(self, titles: frozenset[str]) -> int | None:
        """The index of the first column whose title is one of these bare titles."""
        return next((i for i, title in enumerate(self.titles) if bare(title) in titles), None)


def table_of(rows: Sequence[Cells], titled: bool = True, bands: bool = True) -> Table:
    """The table that these rows make; `titled` says that its first row holds the column titles.

    A header of two rows is joined, repeated headers are left out; a band row is `band` of those below it.
    """
    if not rows:
        return Table((), ())
    if not titled or len(rows) < 2:
        return Table(("",) * len(rows[0]), tuple(Row(cells, at=at) for at, cells in enumerate(rows)))
    titles, body = _header(rows)
    heads = [tuple(map(bare, cells)) for cells in rows[: len(rows) - len(body)]] + [tuple(map(bare, titles))]
    found: list[Row] = []
    band: str | None = None
    for at, cells in enumerate(body, len(rows) - len(body)):
        if tuple(map(bare, cells)) in heads:
            continue
        if bands and (text := _band(cells)):
            band = text
        else:
            found.append(Row(cells, band, at))
    return Table(titles, tuple(found))


def _header(rows: Sequence[Cells]) -> tuple[Cells, Sequence[Cells]]:
    first, second = rows[0], rows[1]
    if _band(first) and len(rows) > 2:  # a table's own title above its header
        return _header(rows[1:])
    merged = any(a and a == b for a, b in itertools.pairwise(first))
    short = all(len(cell.split()) <= _LONGEST_TITLE for cell in second)
    same = any(a == b and a for a, b in zip(first, second, strict=False))
    blank = any(not b for b in second)
    if len(rows) > 2 and merged and short and (same or blank):
        return tuple(b or a for a, b in zip(first, second, strict=False)), rows[2:]
    return first, rows[1:]


def _band(cells: Cells) -> str | None:
    """The text of a row that is one cell from side to side."""
    if len(cells) < 2 or not cells[0]:
        return None
    if all(cell == cells[0] for cell in cells):
        return cells[0]
    return cells[0] if len(cells) > 2 and not any(cells[1:]) else None


def row_text(titles: Cells, cells: Cells) -> str:
    """A row as a line to read: "Header: cell; Header: cell", empty cells left out.

    >>> row_text(("No.", "Agency", "Note"), ("1", "Police", ""))
    'No: 1; Agency: Police'
    """
    pairs = zip(titles, cells, strict=False)
    return "; ".join(
        f"{title.rstrip('.: ')}: {cell}" if title.strip(".: ") else cell for title, cell in pairs if cell
    )
