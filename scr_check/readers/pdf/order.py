"""The order in which the lines of a page are read: columns side by side come one after the other."""

from collections.abc import Sequence
from statistics import median

from scr_check.readers.pdf.lines import cells_of
from scr_check.readers.pdf.page import Word

Row = list[Word]

_LEAST_LINES = 5  # of a column
_LEAST_LETTERS = 16  # in the middle line of a column of prose; cells of a table hold less
_FILLED = 0.7  # share of the column's width that its middle line fills
_NEAR = 3.0
_MOST_COLUMNS = 4


def in_order(rows: list[Row], columns: int = 1) -> list[Row]:
    """The rows of a page in reading order; a row that runs over several columns is cut into its lines."""
    if columns >= _MOST_COLUMNS or len(rows) < _LEAST_LINES:
        return rows
    best: list[Row] | None = None
    for gutter in _possible_gutters(rows):
        ordered = _split_at(rows, gutter, columns)
        if ordered is not None:
            best = ordered
            break
    return rows if best is None else best


def _possible_gutters(rows: list[Row]) -> list[float]:
    """The x at which a column may start, those where most lines start first."""
    starts = sorted(cell[0].x0 for row in rows for cell in cells_of(row))
    left, right = starts[0], max(word.x1 for row in rows for word in row)
    groups: list[list[float]] = []
    for start in starts:
        if groups and start - groups[-1][0] <= _NEAR:
            groups[-1].append(start)
        else:
            groups.append([start])
    inner = [
        group
        for group in groups
        if len(group) >= _LEAST_LINES and 0.2 < (group[0] - left) / (right - left) < 0.8
    ]
    return [min(group) for group in sorted(inner, key=len, reverse=True)]


def _split_at(rows: list[Row], gutter: float, columns: int) -> list[Row] | None:
    """The rows read in two columns wherever they stand so, None when they nowhere do."""
    ordered: list[Row] = []
    band: list[Row] = []
    found = False
    for row in [*rows, None]:
        if row is not None and not _crosses(row, gutter):
            band.append(row)
            continue
        left, right = _sides(band, gutter)
        if _is_column(left) and _is_column(right):
            found = True
            ordered += in_order(left, columns + 1) + in_order(right, columns + 1)
        else:
            ordered += band
        band = []
        if row is not None:
            ordered.append(row)
    return ordered if found else None


def _crosses(row: Row, gutter: float) -> bool:
    return any(cell[0].x0 < gutter - _NEAR and cell[-1].x1 > gutter for cell in cells_of(row))


def _sides(rows: list[Row], gutter: float) -> tuple[list[Row], list[Row]]:
    left = [[word for word in row if word.x0 < gutter - _NEAR] for row in rows]
    right = [[word for word in row if word.x0 >= gutter - _NEAR] for row in rows]
    return [row for row in left if row], [row for row in right if row]


def _is_column(rows: Sequence[Row]) -> bool:
    if len(rows) < _LEAST_LINES:
        return False
    width = max(row[-1].x1 for row in rows) - min(row[0].x0 for row in rows)
    return (
        median(row[-1].x1 - row[0].x0 for row in rows) >= _FILLED * width
        and median(sum(len(word.text) for word in row) for row in rows) >= _LEAST_LETTERS
    )
