"""Tables without upright rules, whose columns show only in how their words line up."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from scr_check.readers.pdf.cells import cell_text
from scr_check.readers.pdf.lines import GUTTER, hangs, stretches_of, strips_of, together
from scr_check.readers.pdf.page import Page, Rule, Table, Word

Row = list[Word]

_LEAST_ROWS = 3
_RULED_THROUGHOUT = 2  # rules between rows, from which on every row has them; a head often has one
_ROOMY = 1.2  # a gap this many times the line pitch parts rows
_SHARE_LINED_UP = 0.6
_MORE_THAN_A_SPACE = 1.5  # times the usual white between the words of the page
_OFTEN = 5  # rows of a page
_CLOSE = 2.0  # of the letter size: a gap before a row that carries on the table
_SAME_SIZE = 0.06
_FAR = 4.0  # of the letter size: a gap that ends the table


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of a row; its words, and where it starts and ends."""

    x0: float
    x1: float
    words: tuple[Word, ...]


def with_aligned_tables(rows: Sequence[Row], page: Page) -> list[Row | Table]:
    """The rows of a page, those that make up a table put together to one."""
    columns = _Columns(rows)
    parts = [columns.parts_of(row) for row in rows]
    found: list[Row | Table] = []
    place = 0
    while place < len(rows):
        end = _end_of_table(rows, parts, place)
        if end > place:
            found.append(_table(rows[place:end], parts[place:end], page))
            place = end
        else:
            found.append(rows[place])
            place += 1
    return found


class _Columns:
    """Where the columns of a page's tables start, so that narrow white parts them too."""

    def __init__(self, rows: Sequence[Row]) -> None:
        whites = [(word.x0 - before.x1) / word.size for row in rows for before, word in pairwise(row)]
        self.white = _MORE_THAN_A_SPACE * median(whites) if whites else 0.0
        counts = Counter(
            round(word.x0)
            for row in rows
            for place, (before, word) in enumerate(pairwise(row))
            if self._parts(before, word) and not (place == 0 and hangs(before.text))
        )
        often = {x for x in counts if counts[x - 1] + counts[x] + counts[x + 1] >= _OFTEN}
        self.starts = {near for x in often for near in (x - 1, x, x + 1)}

    def _parts(self, before: Word, word: Word) -> bool:
        return word.x0 - before.x1 > self.white * word.size

    def parts_of(self, row: Row) -> list[_Part]:
        """The stretches of a row, parted too by narrow white before the start of a column."""
        cells: list[Row] = []
        for stretch in stretches_of(row):
            cells.append([stretch[0]])
            for before, word in pairwise(stretch):
                if round(word.x0) in self.starts and self._parts(before, word):
                    cells.append([])
                cells[-1].append(word)
        return [_Part(cell[0].x0, max(word.x1 for word in cell), tuple(cell)) for cell in cells]


def _end_of_table(rows: Sequence[Row], parts: Sequence[list[_Part]], start: int) -> int:
    """The place after the last row of the table that starts at `start`; `start` itself when none does."""
    if len(parts[start]) < 2 or _leads_to_a_page(parts[start]):
        return start
    strips = _grown([], parts[start])
    end, several, wide = start + 1, 1, len(strips)
    for place in range(start + 1, len(rows)):
        grown = _grown(strips, parts[place])
        if len(grown) < max(2, wide - 1) or _gap(rows, place) > _FAR * rows[place][0].size:
            break
        if _leads_to_a_page(parts[place]):
            break
        if len(parts[place]) < 2 and not _carries_on(rows, parts, place, end):
            break
        strips, wide = grown, max(wide, len(grown))
        several += len(parts[place]) > 1
        end = place + 1
    if several < _LEAST_ROWS or not _lined_up([part for row in parts[start:end] for part in row], strips):
        return start
    return end


def _lined_up(parts: Sequence[_Part], strips: Sequence[tuple[float, float]]) -> bool:
    """Whether in each strip most parts start, end or have their middle at the same place.

    Chance also leaves white one below the other, between the words of a narrow column.
    """
    for x0, x1 in strips:
        inside = [part for part in parts if x0 <= part.x0 and part.x1 <= x1]
        edges = (
            [part.x0 for part in inside],
            [part.x1 for part in inside],
            [(part.x0 + part.x1) / 2 for part in inside],
        )
        most = max(len(group) for places in edges for group in together(places))
        if len(inside) > 1 and (most < 2 or most < _SHARE_LINED_UP * len(inside)):
            return False
    return True


def _carries_on(rows: Sequence[Row], parts: Sequence[list[_Part]], place: int, end: int) -> bool:
    """Whether a row with one stretch goes on with a cell of the row before, or is an empty-looking row."""
    if place != end:
        return False
    size = rows[place][0].size
    above = [part for row in parts[max(0, place - 3) : place] for part in row]
    same = abs(size - rows[place - 1][0].size) <= _SAME_SIZE * size
    starts = any(abs(part.x0 - parts[place][0].x0) < size for part in above)
    return starts and same and _gap(rows, place) <= _CLOSE * size


def _gap(rows: Sequence[Row], place: int) -> float:
    return abs(rows[place][0].y - rows[place - 1][0].y)


def _leads_to_a_page(parts: list[_Part]) -> bool:
    """Whether the row is a line of a table of contents."""
    text = " ".join(word.text for part in parts for word in part.words)
    return re.search(r"(?:\.{3,}|(?:\. ){3,}|…)\s*\d*$", text) is not None


def _grown(strips: list[tuple[float, float]], parts: Sequence[_Part]) -> list[tuple[float, float]]:
    return strips_of([*strips, *((part.x0, part.x1) for part in parts)])


def _table(rows: Sequence[Row], parts: Sequence[list[_Part]], page: Page) -> Table:
    strips: list[tuple[float, float]] = []
    for row in parts:
        strips = _grown(strips, row)
    ends = [stop for _, stop in strips]
    edges = [strips[0][0], *(start for start, _ in strips[1:]), ends[-1]]
    printed = [
        [_cell(group, edges[column], edges[column + 1], strips[column]) for column in range(len(strips))]
        for group in _printed_rows(rows, parts, page.rules)
    ]
    size = rows[0][0].size
    box = (strips[0][0], rows[0][0].y - size, ends[-1], rows[-1][0].y + 0.3 * size)
    return Table(printed, tuple(edges), *box, page.number)


def _cell(rows: Sequence[Row], x0: float, x1: float, strip: tuple[float, float]) -> str:
    inside = [word for row in rows for word in row if x0 - 1 <= word.x0 < x1 - 1]
    return cell_text(inside, *strip)


def _printed_rows(
    rows: Sequence[Row], parts: Sequence[list[_Part]], rules: Sequence[Rule]
) -> list[list[Row]]:
    """The lines of each row: parted by rules, else by wide gaps, else where every column starts."""
    gaps = [_gap(rows, place) for place in range(1, len(rows))]
    pitch = min(gaps)
    ruled = {
        place
        for place, (above, below) in enumerate(pairwise(rows), start=1)
        if _ruled_between(above, below, rules) or (_is_bold(above) and not _is_bold(below))
    }
    roomy = max(gaps) > _ROOMY * pitch and len(rows) > _LEAST_ROWS
    groups = [[rows[0]]]
    for place in range(1, len(rows)):
        starts = gaps[place - 1] > _ROOMY * pitch if roomy else _starts_all(parts, place)
        if place in ruled or (starts and len(ruled) < _RULED_THROUGHOUT):
            groups.append([rows[place]])
        else:
            groups[-1].append(rows[place])
    return groups


def _is_bold(row: Row) -> bool:
    return all(word.bold for word in row)


def _starts_all(parts: Sequence[list[_Part]], place: int) -> bool:
    """Whether a row has a stretch in the first column and one in most of the others."""
    first = min(part.x0 for row in parts for part in row)
    most = max(len(row) for row in parts)
    row = parts[place]
    return row[0].x0 - first < 2 * GUTTER and 2 * len(row) > most


def _ruled_between(above: Row, below: Row, rules: Sequence[Rule]) -> bool:
    y0, y1 = above[0].y - 1, below[0].y - 0.5 * below[0].size
    return any(rule.level and y0 <= rule.y0 <= y1 and rule.x1 - rule.x0 > 100 for rule in rules)
