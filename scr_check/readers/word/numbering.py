"""The numbers that Word shows before paragraphs, which stand in no paragraph's text.

How lists share and restart their counts follows ECMA-376 part 1, 17.9, and where that is silent, what Word
was measured to do (docx4j's record of it): every w:num of one w:abstractNum goes on with one count; an
abstractNum that takes its levels from a numbering style counts on its own; a start override counts once for
each list and level; the main text, the notes and each text box count apart.
"""

import re
from dataclasses import dataclass

from lxml import etree

from scr_check.readers.numerals import written_in_word
from scr_check.readers.word.names import VAL, W
from scr_check.readers.word.properties import is_on, value, whole
from scr_check.readers.word.styles import ParagraphStyle, Styles

_ABSTRACT, _NUM, _LVL = W + "abstractNum", W + "num", W + "lvl"
_ABSTRACT_ID, _NUM_ID, _ILVL = W + "abstractNumId", W + "numId", W + "ilvl"
_OVERRIDE, _START_OVERRIDE = W + "lvlOverride", W + "startOverride"

_LEVELS = 9
_LONGEST_LABEL = 255  # characters; more no version of Word writes
_PLACEHOLDER = re.compile(r"%([1-9])")
_WORD = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. `restart` is the 1-based level that restarts it, 0 none, None any above it."""

    start: int = 0
    number_format: str = "decimal"
    text: str = ""
    restart: int | None = None
    style: str | None = None
    legal: bool = False

    def restarts_after(self, level: int) -> bool:
        """Whether a paragraph of the higher `level`, 0-based, makes this one begin anew."""
        return self.restart is None or level < self.restart


@dataclass(frozen=True, slots=True)
class List:
    """A list (w:num): its levels and start overrides; lists with one `count_id` go on with one count."""

    num_id: str
    count_id: str
    levels: tuple[Level, ...]
    overrides: dict[int, int]

    def start(self, level: int) -> int:
        """The first number of a level, 0-based."""
        return self.overrides.get(level, self.levels[level].start)

    def numbers_paragraphs(self, level: int) -> bool:
        """Whether a level numbers paragraphs ("6.12", "Recommendation 4") rather than items of a list."""
        text = self.levels[level].text
        if self.levels[level].number_format == "bullet":
            return False
        below = self.levels[level + 1].text if level + 1 < len(self.levels) else ""
        counts_on = f"%{level + 1}" in below and f"%{level + 2}" in below
        return len(_PLACEHOLDER.findall(text)) > 1 or counts_on or _WORD.search(text) is not None

    def depth(self, level: int) -> int:
        """How deep a level stands in its list, from 1; levels that number paragraphs do not count."""
        return 1 + sum(not self.numbers_paragraphs(above) for above in range(level))


@dataclass(frozen=True, slots=True)
class Label:
    """A paragraph's automatic number as printed ("" for a bullet); `depth` from 1 if it is a list item."""

    text: str
    depth: int | None


class Numbering:
    """The lists of one file, and which of them numbers a paragraph."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstracts: dict[str, etree._Element] = {}
        self._nums: dict[str, etree._Element] = {}
        self._lists: dict[str, List | None] = {}
        for element in () if root is None else root.iter(_ABSTRACT, _NUM):
            if element.tag == _ABSTRACT:
                self._abstracts.setdefault(element.get(_ABSTRACT_ID, ""), element)
            else:
                self._nums.setdefault(element.get(_NUM_ID, ""), element)

    def of(self, direct: etree._Element | None, style: ParagraphStyle) -> tuple[List, int] | None:
        """The list and 0-based level of a paragraph with the w:numPr `direct`, None when it has no number."""
        inherited = style.numbering
        num_id = value(direct, _NUM_ID) or (inherited.num_id if inherited else None)
        if num_id is None or num_id == "0":
            return None
        found = self._list(num_id)
        if found is None:
            return None
        level = whole(value(direct, _ILVL))
        if level is None:
            level = _styled_level(found, style)
        return (found, level) if 0 <= level < len(found.levels) else None

    def _list(self, num_id: str) -> List | None:
        if num_id not in self._lists:
            self._lists[num_id] = self._read(num_id)
        return self._lists[num_id]

    def _read(self, num_id: str) -> List | None:
        num = self._nums.get(num_id)
        count_id = value(num, _ABSTRACT_ID)
        if num is None or count_id is None:
            return None
        levels = dict(enumerate(self._levels(count_id)))
        overrides: dict[int, int] = {}
        for override in num.iter(_OVERRIDE):
            level = whole(override.get(_ILVL))
            if level is None or level not in levels:
                continue
            start = whole(value(override, _START_OVERRIDE))
            if start is not None:
                overrides[level] = start
            own = override.find(_LVL)
            if own is not None:
                levels[level] = _level(own)
        return List(num_id, count_id, tuple(levels.values()), overrides)

    def _levels(self, abstract_id: str) -> list[Level]:
        """The levels of a list's definition, taken from the numbering style it names if it names one."""
        asked: set[str] = set()
        while abstract_id not in asked:
            asked.add(abstract_id)
            abstract = self._abstracts.get(abstract_id)
            linked = self._styles.list_of(value(abstract, W + "numStyleLink") or "")
            abstract_id = value(self._nums.get(linked or ""), _ABSTRACT_ID) or abstract_id
        levels = [Level(number_format="none")] * _LEVELS
        for element in () if abstract is None else abstract.iter(_LVL):
            place = whole(element.get(_ILVL))
            if place is not None and 0 <= place < _LEVELS:
                levels[place] = _level(element)
        return levels


def _styled_level(found: List, style: ParagraphStyle) -> int:
    """The level of a list that belongs to the style or one it is based on, else the level the style names."""
    if style.numbering is None:
        return 0
    for asked in style.numbering.styles:
        for place, level in enumerate(found.levels):
            if level.style == asked:
                return place
    return style.numbering.level or 0


def _level(element: etree._Element) -> Level:
    legal = element.find(W + "isLgl")
    return Level(
        start=whole(value(element, W + "start")) or 0,
        number_format=_number_format(element),
        text=(value(element, W + "lvlText") or "")[:_LONGEST_LABEL],
        restart=whole(value(element, W + "lvlRestart")),
        style=value(element, W + "pStyle"),
        legal=legal is not None and is_on(legal),
    )


def _number_format(element: etree._Element) -> str:
    """The number format; "01, 02, 03, ..." is a custom one that stands beside a fallback for old versions."""
    for found in element.iter(W + "numFmt"):
        written = found.get(VAL, "decimal")
        if written == "custom":
            return "decimalZero" if found.get(W + "format", "").startswith("01") else "decimal"
        return written
    return "decimal"


class _Count:
    """The running numbers of one list's levels; a level that is due begins anew when it comes up next."""

    __slots__ = ("due", "numbers")

    def __init__(self) -> None:
        self.numbers: list[int | None] = [None] * _LEVELS
        self.due = [False] * _LEVELS


class Counts:
    """The counts of all lists in one story: the main text, the notes, or one text box."""

    def __init__(self) -> None:
        self._counts: dict[str, _Count] = {}
        self._overridden: set[tuple[str, int]] = set()

    def next(self, found: List, level: int) -> Label | None:
        """Count one more paragraph of the 0-based `level` of a list; None when nothing is shown before it."""
        count = self._counts.setdefault(found.count_id, _Count())
        for above in range(level - 1, -1, -1):
            if count.numbers[above] is not None:
                break
            count.numbers[above] = found.start(above)  # Word counts the missing paragraph above
        self._advance(count, found, level)
        for below in range(level + 1, _LEVELS):
            if found.levels[below].restarts_after(level):
                count.due[below] = True
        return _label(found, level, count)

    def _advance(self, count: _Count, found: List, level: int) -> None:
        number = count.numbers[level]
        overrides = level in found.overrides and (found.num_id, level) not in self._overridden
        if number is None or overrides or count.due[level]:
            count.numbers[level] = found.start(level)
        else:
            count.numbers[level] = number + 1
        self._overridden.add((found.num_id, level))
        count.due[level] = False


def _label(found: List, level: int, count: _Count) -> Label | None:
    shown = found.levels[level]

    def written(place: re.Match[str]) -> str:
        asked = int(place[1]) - 1
        if asked > level:
            return ""
        number = count.numbers[asked]
        if number is None or count.due[asked]:
            number = found.start(asked)
        # A "legal" level shows the numbers above it as figures and its own as its format says.
        legal = shown.legal and asked < level
        return written_in_word(number, "decimal" if legal else found.levels[asked].number_format)

    depth = None if found.numbers_paragraphs(level) else found.depth(level)
    if shown.number_format == "bullet":
        return Label("", depth)
    text = " ".join(_PLACEHOLDER.sub(written, shown.text).split())
    if not text:
        return None
    return Label(text if any(char.isalnum() for char in text) else "", depth)
