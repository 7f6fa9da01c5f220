"""Tables drawn with ruling lines, and texts framed by them."""

from collections.abc import Sequence
from itertools import pairwise

from scr_check.readers.pdf.aligned import with_aligned_tables
from scr_check.readers.pdf.cells import cell_text
from scr_check.readers.pdf.lines import rows_of
from scr_check.readers.pdf.page import Frame, Page, Rule, Table, Word

_NEAR = 3.0  # points: lines that lie closer are one, or touch
_COVERED = 0.6  # share of a cell's side that must be ruled
_MOST_RULES = 4_000
_WHOLE_PAGE = 0.6  # of its height: a frame so high runs round the page and not round a part of the text


def ruled_parts(page: Page) -> list[Table | Frame]:
    """The tables and framed texts of a page, from the top down, whose words are taken out of the page.

    A table is divided into two columns or more; a merged cell is repeated in each place it covers.
    """
    parts: list[Table | Frame] = []
    if len(page.rules) > _MOST_RULES:
        return []
    for group in _touching(_joined(page.rules)):
        grid = _Grid(group)
        inside = [word for word in page.words if grid.holds(word)]
        part = _part(grid, inside, page)
        if part is not None:
            taken = set(map(id, inside))
            page.words = [word for word in page.words if id(word) not in taken]
            parts.append(part)
    return sorted(parts, key=lambda part: (part.y0, part.x0))


def _part(grid: "_Grid", words: list[Word], page: Page) -> Table | Frame | None:
    if not words:
        return None
    if not grid.divided:
        lined_up = with_aligned_tables(rows_of(words), page)
        if len(lined_up) == 1 and isinstance(table := lined_up[0], Table):
            return table
        _, y0, _, y1 = grid.box
        around_page = y1 - y0 > _WHOLE_PAGE * page.height
        return None if around_page else Frame(words, *grid.box)
    return Table(grid.rows_of(words), tuple(grid.xs), *grid.box, page.number)


def _joined(rules: Sequence[Rule]) -> list[Rule]:
    """The rules with those that carry on in the same line put together."""
    joined: list[Rule] = []
    for level in (True, False):
        lanes: list[tuple[float, list[tuple[float, float]]]] = []
        spans = sorted(_span(rule) for rule in rules if rule.level is level)
        for across, start, end in spans:
            if lanes and across - lanes[-1][0] <= _NEAR / 2:
                lanes[-1][1].append((start, end))
            else:
                lanes.append((across, [(start, end)]))
        for across, stretches in lanes:
            joined.extend(_rule(level, across, start, end) for start, end in _merged(stretches))
    return joined


def _span(rule: Rule) -> tuple[float, float, float]:
    return (rule.y0, rule.x0, rule.x1) if rule.level else (rule.x0, rule.y0, rule.y1)


def _rule(level: bool, across: float, start: float, end: float) -> Rule:
    return Rule(start, across, end, across) if level else Rule(across, start, across, end)


def _merged(stretches: list[tuple[float, float]]) -> list[tuple[float, float]]:
    merged: list[tuple[float, float]] = []
    for start, end in sorted(stretches):
        if merged and start - merged[-1][1] <= _NEAR:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _touching(rules: list[Rule]) -> list[list[Rule]]:
    """The rules in groups that touch one another; groups without level or upright rules are left out."""
    parent = list(range(len(rules)))

    def root(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    levels = [place for place, rule in enumerate(rules) if rule.level]
    uprights = [place for place, rule in enumerate(rules) if not rule.level]
    for a in levels:
        for b in uprights:
            if _meet(rules[a], rules[b]):
                parent[root(a)] = root(b)
    groups: dict[int, list[Rule]] = {}
    for place, rule in enumerate(rules):
        groups.setdefault(root(place), []).append(rule)
    return [group for group in groups.values() if len({rule.level for rule in group}) == 2]


def _meet(level: Rule, upright: Rule) -> bool:
    return (
        level.x0 - _NEAR <= upright.x0 <= level.x1 + _NEAR
        and upright.y0 - _NEAR <= level.y0 <= upright.y1 + _NEAR
    )


class _Grid:
    """The cells that a group of rules makes."""

    def __init__(self, rules: list[Rule]) -> None:
        self.levels = [rule for rule in rules if rule.level]
        self.uprights = [rule for rule in rules if not rule.level]
        ends_x = [rule.x0 for rule in self.levels] + [rule.x1 for rule in self.levels]
        ends_y = [rule.y0 for rule in self.uprights] + [rule.y1 for rule in self.uprights]
        self.xs = _apart([rule.x0 for rule in self.uprights] + [min(ends_x), max(ends_x)])
        self.ys = _apart([rule.y0 for rule in self.levels] + [min(ends_y), max(ends_y)])
        self.columns = len(self.xs) - 1
        self._levels = [_span(rule) for rule in self.levels]
        self._uprights = [_span(rule) for rule in self.uprights]
        self.box = (self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def holds(self, word: Word) -> bool:
        """Whether the word stands in the table."""
        x, y = word.middle
        x0, y0, x1, y1 = self.box
        return x0 <= x <= x1 and y0 <= y <= y1

    def rows_of(self, words: Sequence[Word]) -> list[list[str]]:
        """The text of every cell, rows and columns without any text left out."""
        group = self._groups()
        held: dict[int, list[Word]] = {}
        for word in words:
            x, y = word.middle
            held.setdefault(group[_slot(self.ys, y)][_slot(self.xs, x)], []).append(word)
        right = {key: self.xs[column + 1] for row in group for column, key in enumerate(row)}
        left = {key: self.xs[column] for row in group for column, key in reversed(list(enumerate(row)))}
        texts = {key: cell_text(found, left[key], right[key]) for key, found in held.items()}
        own_rows = {_slot(self.ys, word.middle[1]) for word in words}
        own_columns = {_slot(self.xs, word.middle[0]) for word in words}
        return [
            [texts.get(key, "") for column, key in enumerate(row) if column in own_columns]
            for place, row in enumerate(group)
            if place in own_rows
        ]

    @property
    def divided(self) -> bool:
        """Whether upright rules part most of its rows into cells."""
        groups = self._groups()
        return self.columns > 1 and 2 * sum(len(set(row)) > 1 for row in groups) > len(groups)

    def _groups(self) -> list[list[int]]:
        """For each cell of the full grid the number of the printed cell it belongs to."""
        width = self.columns
        group = [[row * width + column for column in range(width)] for row in range(len(self.ys) - 1)]
        for row, (y0, y1) in enumerate(pairwise(self.ys)):
            for column in range(1, width):
                if not self._ruled(self._uprights, self.xs[column], y0, y1):
                    _merge(group, group[row][column], group[row][column - 1])
        for row, y in enumerate(self.ys[1:-1], start=1):
            for column, (x0, x1) in enumerate(pairwise(self.xs)):
                if not self._ruled(self._levels, y, x0, x1):
                    _merge(group, group[row][column], group[row - 1][column])
        return group

    @staticmethod
    def _ruled(spans: list[tuple[float, float, float]], across: float, start: float, end: float) -> bool:
        length = sum(
            max(0.0, min(stop, end) - max(begin, start))
            for at, begin, stop in spans
            if -_NEAR <= at - across <= _NEAR
        )
        return length >= _COVERED * (end - start)


def _merge(group: list[list[int]], old: int, new: int) -> None:
    if old == new:
        return
    for row in group:
        for column, value in enumerate(row):
            if value == old:
                row[column] = new


def _apart(places: list[float]) -> list[float]:
    """The places in order, those nearer than a rule's width taken as one."""
    apart: list[float] = []
    for place in sorted(places):
        if not apart or place - apart[-1] > _NEAR:
            apart.append(place)
    return apart


def _slot(edges: Sequence[float], place: float) -> int:
    for slot, edge in enumerate(edges[1:-1]):
        if place < edge:
            return slot
    return len(edges) - 2
