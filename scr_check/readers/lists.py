"""The automatic numbers of lists as they are printed, in Word files and OpenDocument texts alike."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

DEEPEST = 9
"""Levels of a list in Word; OpenDocument has a tenth, which nobody uses."""

_LONGEST_LABEL = 255  # characters; no word processor writes more
_PLACEHOLDER = re.compile(r"%([1-9])")
_WORD = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. In `text`, "%1" stands for the number of level 1; `write` turns a count into text.

    `restart` is the 1-based level whose paragraphs make this one begin anew, with those above it: 0 none,
    None any. `legal` shows the numbers of the levels above in figures. `style` is the paragraph style that
    the level belongs to.
    """

    start: int = 1
    write: Callable[[int], str] = str
    text: str = ""
    bullet: bool = False
    restart: int | None = None
    legal: bool = False
    style: str | None = None

    def restarts_after(self, level: int) -> bool:
        """Whether a paragraph of the higher `level`, 0-based, makes this one begin anew."""
        return self.restart is None or level < self.restart


@dataclass(frozen=True, slots=True)
class List:
    """A list as paragraphs name it; lists with one `count_id` go on with one count.

    `depths` are as depths_of gives them. `overrides` are first numbers by 0-based level that count once,
    when this list first comes to that level.
    """

    list_id: str
    count_id: str
    levels: tuple[Level, ...]
    depths: tuple[int | None, ...]
    overrides: dict[int, int] = field(default_factory=dict)

    def start(self, level: int) -> int:
        """The first number of a level, 0-based."""
        return self.overrides.get(level, self.levels[level].start)


def depths_of(levels: Sequence[Level]) -> tuple[int | None, ...]:
    """How deep each level stands among the list items, from 1; None for one that numbers paragraphs.

    "6.12" and "Recommendation 4" number paragraphs, as does the "6" of the same list; "1." and "(a)" do not.
    """
    depths: list[int | None] = []
    depth = 0
    for place, level in enumerate(levels, 1):
        below = levels[place].text if place < len(levels) else ""
        counts_on = f"%{place}" in below and f"%{place + 1}" in below
        several = len(_PLACEHOLDER.findall(level.text)) > 1
        if not level.bullet and (counts_on or several or _WORD.search(level.text)):
            depths.append(None)
        else:
            depth += 1
            depths.append(depth)
    return tuple(depths)


@dataclass(frozen=True, slots=True)
class Label:
    """A paragraph's automatic number as printed ("" for a bullet); `depth` from 1 if it is a list item."""

    text: str
    depth: int | None


class _Count:
    """The running numbers of one list's levels; a level that is due shows its first number when next used."""

    __slots__ = ("due", "numbers")

    def __init__(self) -> None:
        self.numbers: list[int | None] = [None] * DEEPEST
        self.due = [False] * DEEPEST


class Counts:
    """The counts of all lists in one story: the main text, the notes, or one text box.

    `skipped_count` says whether a level that was passed over ("2" and then "2.1.1") counts as used, so that
    "2.2" follows: in LibreOffice it does, in Word "2.1" follows.
    """

    def __init__(self, *, skipped_count: bool = False) -> None:
        self._counts: dict[str, _Count] = {}
        self._overridden: set[tuple[str, int]] = set()
        self._skipped_count = skipped_count

    def next(self, found: List, level: int, number: int | None = None) -> Label | None:
        """Count one more paragraph of the 0-based `level` of a list, as `number` if one is given.

        None when nothing is shown before the paragraph.
        """
        count = self._counts.setdefault(found.count_id, _Count())
        for above in range(level - 1, -1, -1):
            if count.numbers[above] is None:
                self._advance(count, found, above)
            elif self._skipped_count:
                count.due[above] = False
        self._advance(count, found, level)
        if number is not None:
            count.numbers[level] = number
        for below in range(level + 1, len(found.levels)):
            if found.levels[below].restarts_after(level):
                count.numbers[below] = found.start(below)
                count.due[below] = True
        return _label(found, level, count)

    def _advance(self, count: _Count, found: List, level: int) -> None:
        number = count.numbers[level]
        overrides = level in found.overrides and (found.list_id, level) not in self._overridden
        if number is None or overrides:
            count.numbers[level] = found.start(level)
        elif not count.due[level]:
            count.numbers[level] = number + 1
        self._overridden.add((found.list_id, level))
        count.due[level] = False


def _label(found: List, level: int, count: _Count) -> Label | None:
    shown, depth = found.levels[level], found.depths[level]
    if shown.bullet:
        return Label("", depth)
    written = []
    for part in _parts(shown.text):
        if isinstance(part, str):
            written.append(part)
        elif part <= level:
            number = count.numbers[part] or 0
            # A legal level shows the numbers above it in figures and its own as its format says.
            legal = shown.legal and part < level
            written.append(str(number) if legal else found.levels[part].write(number))
    text = " ".join("".join(written).split())
    if not text:
        return None
    return Label(text if any(char.isalnum() for char in text) else "", depth)


@lru_cache(maxsize=256)
def _parts(text: str) -> tuple[str | int, ...]:
    """The text of a level parted into what is printed as it is and 0-based levels whose number is."""
    parts = _PLACEHOLDER.split(text[:_LONGEST_LABEL], maxsplit=DEEPEST)
    return tuple(int(part) - 1 if place % 2 else part for place, part in enumerate(parts))
