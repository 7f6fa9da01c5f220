"""The order in which the lines of a page are read: columns side by side come one after the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from scr_check.readers.pdf.lines import cells_of, stretches_of, together
from scr_check.readers.pdf.page import PLACEHOLDER, Word

Row = list[Word]

_LEAST_LINES = 5  # of a column
_LEAST_LETTERS = 16  # in the middle line of a column of prose; cells of a table hold less
_FULL = 0.6  # share of the lines of prose that have no room for the word that follows
_ALIGNED = 0.35  # share of rows that have a cell starting at the same place: a table
_ROOMY = 1.3  # of the usual distance between rows
_LARGE = 1.1  # of the size of the text
_NEAR = 3.0  # points
_NUMBERS = 45.0  # points, of the widest column of hanging numbers
_MOST_COLUMNS = 4


@dataclass(frozen=True, slots=True)
class Column:
    """Rows to be read one after the other; `right` is where they end, 0 for those of the whole page."""

    rows: list[Row]
    right: float = 0.0


def in_order(rows: list[Row], right: float = 0.0, depth: int = 1) -> list[Column]:
    """The rows of a page in reading order; a row that runs over several columns is cut into its lines."""
    if depth < _MOST_COLUMNS and len(rows) >= _LEAST_LINES:
        for gutter in sorted(_possible_gutters(rows), key=lambda x: sum(_crosses(row, x) for row in rows)):
            ordered = _split_at(rows, gutter, right, depth)
            if ordered is not None:
                return ordered
    return [Column(rows, right)]


def _possible_gutters(rows: list[Row]) -> list[float]:
    """The x at which a column may start."""
    groups = together(cell[0].x0 for row in rows for cell in cells_of(row))
    left, right = groups[0][0], max(word.x1 for row in rows for word in row)
    return [
        group[0]
        for group in groups
        if len(group) >= _LEAST_LINES and 0.2 < (group[0] - left) / (right - left) < 0.8
    ]


def _split_at(rows: list[Row], gutter: float, end: float, depth: int) -> list[Column] | None:
    """The rows read in two columns wherever they stand so, None when they nowhere surely do."""
    size = median(row[0].size for row in rows)
    bands = [
        (crossed, list(band))
        for crossed, band in groupby(
            rows, lambda row: _crosses(row, gutter) or _is_banner(row, rows, gutter, _LARGE * size)
        )
    ]
    sides = [([], []) if crossed else _sides(band, gutter) for crossed, band in bands]
    if not any(_is_prose(left) and _is_prose(right) and not _is_table(left, right) for left, right in sides):
        return None
    ordered: list[Column] = []
    for (_, band), (left, right) in zip(bands, sides, strict=True):
        # Where one part of the page surely has columns, a few lines side by side are columns too.
        if left and right and not _is_table(left, right):
            for side in (left, right):
                ordered += in_order(side, max(row[-1].x1 for row in side), depth + 1)
        else:
            ordered.append(Column(band, end))
    return ordered


def _crosses(row: Row, gutter: float) -> bool:
    return any(cell[0].x0 < gutter - _NEAR and cell[-1].x1 > gutter for cell in cells_of(row))


def _is_banner(row: Row, rows: list[Row], gutter: float, large: float) -> bool:
    """Whether a row is a short heading over both columns: the other column is empty beside it."""
    size = row[0].size
    if size < large or row[0].x0 >= gutter - _NEAR:
        return False
    return not any(
        other[-1].x0 >= gutter - _NEAR and -1.3 * size < other[0].y - row[0].y < 1.2 * size for other in rows
    )


def _sides(rows: list[Row], gutter: float) -> tuple[list[Row], list[Row]]:
    left = [[word for word in row if word.x0 < gutter - _NEAR] for row in rows]
    right = [[word for word in row if word.x0 >= gutter - _NEAR] for row in rows]
    return [row for row in left if row], [row for row in right if row]


def _is_prose(rows: Sequence[Row]) -> bool:
    """Whether the rows are lines broken only where the next word did not fit."""
    rows = [row for row in rows if row[0].text != PLACEHOLDER]
    if len(rows) < _LEAST_LINES:
        return False
    if median(sum(len(word.text) for word in row) for row in rows) < _LEAST_LETTERS:
        return False
    right = max(row[-1].x1 for row in rows)
    full = sum(
        right - row[-1].x1 < after[0].x1 - after[0].x0 + 0.35 * after[0].size for row, after in pairwise(rows)
    )
    return full >= _FULL * (len(rows) - 1)


def _is_table(left: Sequence[Row], right: Sequence[Row]) -> bool:
    """Whether two sides are columns of a table: cells line up within one, or rows are parted in both."""
    if _lines_up(left) or _lines_up(right):
        return True
    gaps, others = _gaps(left), _gaps(right)
    shared = [y for y in gaps if any(abs(y - other) < 1 for other in others)]
    return len(shared) > 1 and 2 * len(shared) > max(len(gaps), len(others))


def _lines_up(rows: Sequence[Row]) -> bool:
    left = min(row[0].x0 for row in rows) if rows else 0.0
    starts = [cell[0].x0 for row in rows for cell in stretches_of(row)[1:] if cell[0].x0 > left + _NUMBERS]
    most = max(map(len, together(starts)), default=0)
    return most > 1 and most >= _ALIGNED * len(rows)


def _gaps(rows: Sequence[Row]) -> list[float]:
    """The heights of the rows that stand further below the one above than is usual."""
    distances = [after[0].y - row[0].y for row, after in pairwise(rows)]
    if not distances:
        return []
    usual = median(distances)
    return [
        after[0].y for (_, after), gap in zip(pairwise(rows), distances, strict=True) if gap > _ROOMY * usual
    ]
