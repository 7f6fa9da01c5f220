"""Words put together to lines."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from scr_check.readers.pdf.page import Line, Word, marked

GUTTER = 5.0
"""Points of white, at least, between the columns of a table."""

_SAME_PLACE = 3.0  # points
_SAME_LINE = 0.35  # of the letter size: how far baselines of one line lie apart at most (raised signs do)
_WIDE_GAP = 1.2  # of the letter size: wider gaps part columns, cells and hanging numbers
_GAP_IN_TABLE = 0.75
_FARTHEST_NUMBER = 60.0  # points from its paragraph
_RAISED = 0.15  # of the letter size
_RAISED_AT_MOST = 0.65
_SMALL = 0.85
_LONGEST_SIGN = 5
_HANGING = re.compile(  # "4.1", "(a)", "iv)", a bullet, "Recommendation 3:", "R12"
    r"(?:\d+(?:\.\d+)*[.):]?|\(?(?:[a-z]|[ivxl]{1,5})[.)]|\W|Recommendation \d+[.:]?|[A-Z]\.|[^\W\d_]\d+)$"
)
_NO_GAP = re.compile(r"^(\d+(?:\.\d+)+\.?)(?=[A-Z][a-z])")  # a number whose tab has no room left
_NOTE_SIGN = re.compile(r"(?:\[?\d{1,3}\]?|[*†‡§¶]{1,3})(?:,(?:\d{1,3}|[*†‡§¶]))*$")


def rows_of(words: Sequence[Word]) -> list[list[Word]]:
    """The words of each line from left to right, lines from the top down."""
    rows: list[list[Word]] = []
    anchors: list[tuple[float, float]] = []  # baseline and size of the largest word of a row
    for word in sorted((word for word in words if not word.turned), key=lambda word: word.y):
        for place in range(len(rows) - 1, max(len(rows) - 4, -1), -1):
            y, size = anchors[place]
            larger = size if size > word.size else word.size
            if -_SAME_LINE * larger <= word.y - y <= _SAME_LINE * larger:
                rows[place].append(word)
                if word.size > size:
                    anchors[place] = (word.y, word.size)
                break
        else:
            rows.append([word])
            anchors.append((word.y, word.size))
    rows = _with_raised_signs(rows)
    for row in rows:
        row.sort(key=lambda word: word.x0)
    return rows


def _with_raised_signs(rows: list[list[Word]]) -> list[list[Word]]:
    """The rows, those of small raised signs put into the line below that they stand on."""
    kept: list[list[Word]] = []
    for place, row in enumerate(rows):
        below = rows[place + 1] if place + 1 < len(rows) else []
        if below and all(_stands_on(word, below) for word in row):
            below.extend(row)
        else:
            kept.append(row)
    return kept


def _stands_on(sign: Word, row: list[Word]) -> bool:
    return len(sign.text) <= _LONGEST_SIGN and any(
        sign.size <= _SMALL * word.size
        and 0 < word.y - sign.y <= _RAISED_AT_MOST * word.size
        and (-1 <= sign.x0 - word.x1 <= 0.3 * word.size or -1 <= word.x0 - sign.x1 <= word.size)
        for word in row
    )


def cells_of(row: Sequence[Word], gap: float = _WIDE_GAP) -> list[list[Word]]:
    """The stretches of a row that gaps wider than `gap` (times the letter size) part."""
    cells = [[row[0]]]
    for before, word in pairwise(row):
        white = word.x0 - before.x1
        if white > gap * word.size and white > gap * before.size:
            cells.append([word])
        else:
            cells[-1].append(word)
    return cells


def stretches_of(row: Sequence[Word]) -> list[list[Word]]:
    """The cells of a row; a number that hangs before its paragraph is part of it."""
    cells = cells_of(row, _GAP_IN_TABLE)
    near = len(cells) == 2 and cells[1][0].x0 - cells[0][-1].x1 < _FARTHEST_NUMBER
    if near and hangs(" ".join(word.text for word in cells[0])):
        return [cells[0] + cells[1]]
    return cells


def hangs(text: str) -> bool:
    """Whether a text is a number, letter or bullet such as hangs before a paragraph."""
    return _HANGING.match(text) is not None


def strips_of(stretches: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """The strips of a page that stretches of words cover, as (x0, x1), parted by white from top to bottom."""
    merged: list[tuple[float, float]] = []
    for x0, x1 in sorted(stretches):
        if merged and x0 - merged[-1][1] < GUTTER:
            merged[-1] = (merged[-1][0], max(x1, merged[-1][1]))
        else:
            merged.append((x0, x1))
    return merged


def together(places: Iterable[float]) -> list[list[float]]:
    """The places in order, in groups of those that lie close together."""
    groups: list[list[float]] = []
    for place in sorted(places):
        if groups and place - groups[-1][0] <= _SAME_PLACE:
            groups[-1].append(place)
        else:
            groups.append([place])
    return groups


def text_of(words: Sequence[Word]) -> str:
    """The words, parted by a space where one is printed; small raised signs as MARK finds them."""
    return _printed(words, *_main_size(words))


def _printed(words: Sequence[Word], size: float, y: float) -> str:
    """The text of words in a line whose letters are of this size, on this baseline."""
    parts: list[str] = []
    for place, word in enumerate(words):
        if place and not _touch(words[place - 1], word):
            parts.append(" ")
        parts.append(marked(word.text.strip("[]")) if _is_mark(word, size, y) else word.text)
    return "".join(parts)


def _touch(before: Word, word: Word) -> bool:
    return word.glued and word.x0 - before.x1 < 0.2 * min(word.size, before.size)


def _is_mark(word: Word, size: float, y: float) -> bool:
    if word.size > _SMALL * size:
        return False
    raised = y - word.y >= _RAISED * word.size
    return raised and _NOTE_SIGN.match(word.text) is not None


def line_of(words: Sequence[Word], page: int, right: float = 0.0) -> Line:
    """The line that `words` make up from left to right; `right` is where its column ends."""
    size, y = _main_size(words)
    letters = [word for word in words if word.size >= _SMALL * size] or list(words)
    cells = cells_of(words)
    parted = len(cells) > 1
    return Line(
        text=_NO_GAP.sub(r"\1 ", _printed(words, size, y), count=1),
        x0=words[0].x0,
        x1=max(word.x1 for word in words),
        y=y,
        size=size,
        bold=all(word.bold for word in letters),
        italic=all(word.italic for word in letters),
        page=page,
        first_word=_first_width(words),
        lead=text_of(cells[0]) if parted else "",
        body=cells[1][0].x0 if parted else words[0].x0,
        tail=text_of(cells[-1]) if parted else "",
        right=right,
    )


def _main_size(words: Sequence[Word]) -> tuple[float, float]:
    """The letter size of most of the line, rounded to a tenth, and its baseline."""
    weights: dict[float, int] = {}
    for word in words:
        size = round(word.size, 1)
        weights[size] = weights.get(size, 0) + len(word.text)
    size = max(weights, key=lambda size: (weights[size], size))
    return size, next(word.y for word in words if round(word.size, 1) == size)


def _first_width(words: Sequence[Word]) -> float:
    end = 1
    while end < len(words) and words[end].glued:
        end += 1
    return words[end - 1].x1 - words[0].x0
