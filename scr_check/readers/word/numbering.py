"""The lists of a Word file, and which of them numbers a paragraph.

How lists share and restart their counts follows ECMA-376 part 1, 17.9, and where that is silent, what Word
was measured to do (docx4j's record of it): every w:num of one w:abstractNum goes on with one count; an
abstractNum that takes its levels from a numbering style counts on its own; a start override counts once for
each w:num and level; the main text, the notes and each text box count apart.
"""

from functools import partial

from lxml import etree

from scr_check.readers.lists import Level, List, depths_of
from scr_check.readers.numerals import written_in_word
from scr_check.readers.word.names import VAL, W
from scr_check.readers.word.properties import switch, value, whole
from scr_check.readers.word.styles import ParagraphStyle, Styles

_ABSTRACT, _NUM, _LVL = W + "abstractNum", W + "num", W + "lvl"
_ABSTRACT_ID, _NUM_ID, _ILVL = W + "abstractNumId", W + "numId", W + "ilvl"
_OVERRIDE, _START_OVERRIDE, _STYLE_LINK = W + "lvlOverride", W + "startOverride", W + "numStyleLink"

_LEVELS = 9


class Numbering:
    """The lists of one file, looked up for its paragraphs."""

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
        levels = self._levels(count_id)
        overrides: dict[int, int] = {}
        for override in num.iter(_OVERRIDE):
            level = whole(override.get(_ILVL))
            if level is None or not 0 <= level < _LEVELS:
                continue
            start = whole(value(override, _START_OVERRIDE))
            if start is not None:
                overrides[level] = start
            own = override.find(_LVL)
            if own is not None:
                levels[level] = _level(own)
        return List(num_id, count_id, tuple(levels), depths_of(levels), overrides)

    def _levels(self, abstract_id: str) -> list[Level]:
        """The levels of a list's definition, taken from the numbering style it names if it names one."""
        asked: set[str] = set()
        while abstract_id not in asked:
            asked.add(abstract_id)
            linked = self._styles.list_of(value(self._abstracts.get(abstract_id), _STYLE_LINK) or "")
            abstract_id = value(self._nums.get(linked or ""), _ABSTRACT_ID) or abstract_id
        levels = [Level()] * _LEVELS
        abstract = self._abstracts.get(abstract_id)
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
    number_format = _number_format(element)
    return Level(
        start=whole(value(element, W + "start")) or 0,
        write=partial(written_in_word, number_format=number_format),
        text=value(element, W + "lvlText") or "",
        bullet=number_format == "bullet",
        restart=whole(value(element, W + "lvlRestart")),
        legal=bool(switch(element, W + "isLgl")),
        style=value(element, W + "pStyle"),
    )


def _number_format(element: etree._Element) -> str:
    """The number format; "01, 02, 03, ..." is a custom one that stands beside a fallback for old versions."""
    for found in element.iter(W + "numFmt"):
        written = found.get(VAL, "decimal")
        if written == "custom":
            return "decimalZero" if found.get(W + "format", "").startswith("01") else "decimal"
        return written
    return "decimal"
