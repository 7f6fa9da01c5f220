"""The lists of an OpenDocument text, and which of them numbers a paragraph.

A list goes on with the count of the one that it names (text:continue-list), or of the one just before it if
it says so and both have one style (OpenDocument 1.3 part 3, 19.783 and 19.784); any other begins anew.
"""

import re
from collections.abc import Iterator
from functools import partial

from lxml import etree

from scr_check.readers.lists import DEEPEST, Level, List, depths_of
from scr_check.readers.numerals import written_in_odf
from scr_check.readers.opendocument.names import LIBREOFFICE, START_VALUE, STYLE, STYLE_NAME, TEXT, XML_ID

OUTLINE = "Outline"
"""The name of the list style that numbers the headings."""

_LEVEL, _FORMAT, _DISPLAYED = TEXT + "level", STYLE + "num-format", TEXT + "display-levels"
_BULLETS = frozenset({TEXT + "list-level-style-bullet", TEXT + "list-level-style-image"})
_NUMBERS = frozenset({TEXT + "list-level-style-number", TEXT + "outline-level-style"})
_PATTERN = re.compile(r"%([1-9]0?)%")


def whole(text: str | None, default: int) -> int:
    """A whole number of at most nine digits, `default` for anything else."""
    return int(text) if text is not None and re.fullmatch(r"\d{1,9}", text, re.ASCII) else default


class Numbering:
    """The list styles of one file, and the lists of its text as they come up."""

    def __init__(self, *roots: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._levels: dict[str, tuple[tuple[Level, ...], tuple[int | None, ...]]] = {}
        self._counts: dict[str, str] = {}  # a list's id -> the id of the count it goes on with
        self._last = ("", "")  # style and count of the last list
        self._begun = 0
        for root in roots:
            tags = (TEXT + "list-style", TEXT + "outline-style")
            for style in () if root is None else root.iter(*tags):
                name = OUTLINE if style.tag == tags[1] else style.get(STYLE + "name", "")
                self._styles.setdefault(name, style)

    def begin(self, element: etree._Element) -> str:
        """The id of the count that a list, which is in no other list, goes on with."""
        style = element.get(STYLE_NAME, "")
        before = element.get(TEXT + "continue-list")
        continued = None if before is None else self._counts.get(before)
        if style == OUTLINE:
            continued = OUTLINE
        elif continued is None and element.get(TEXT + "continue-numbering") == "true":
            continued = self._last[1] if self._last[0] == style else None
        if continued is None:
            self._begun += 1
            continued = f"list {self._begun}"
        if XML_ID in element.attrib:
            self._counts[element.attrib[XML_ID]] = continued
        self._last = (style, continued)
        return continued

    def named(self, list_id: str) -> str:
        """The id of the count that numbered paragraphs outside of lists share."""
        return self._counts.setdefault(list_id, f"named {list_id}")

    def list(self, style: str, count_id: str) -> List | None:
        """The list of a style with this count, None when there is no such style."""
        if style not in self._styles:
            return None
        if style not in self._levels:
            levels = tuple(_levels(self._styles[style]))
            self._levels[style] = (levels, depths_of(levels))
        return List(count_id, count_id, *self._levels[style])


def _levels(style: etree._Element) -> Iterator[Level]:
    found = {whole(element.get(_LEVEL), 0): element for element in style}
    for place in range(1, DEEPEST + 1):
        element = found.get(place)
        if element is None or element.tag not in _NUMBERS | _BULLETS:
            yield Level()
        else:
            yield _level(element, place, found)


def _level(element: etree._Element, place: int, others: dict[int, etree._Element]) -> Level:
    sync = element.get(STYLE + "num-letter-sync") == "true"
    number_format = element.get(_FORMAT, "")
    return Level(
        start=whole(element.get(START_VALUE), 1),
        write=partial(written_in_odf, number_format=number_format, letter_sync=sync),
        text=_text(element, place, others),
        bullet=element.tag in _BULLETS,
    )


def _text(element: etree._Element, place: int, others: dict[int, etree._Element]) -> str:
    """What a level shows, with "%1" for the number of level 1."""
    pattern = element.get(LIBREOFFICE + "num-list-format", element.get(STYLE + "num-list-format"))
    if pattern is not None:
        return _PATTERN.sub(r"%\1", pattern)
    prefix, suffix = element.get(STYLE + "num-prefix", ""), element.get(STYLE + "num-suffix", "")
    if not element.get(_FORMAT):
        return prefix + suffix
    first = max(1, place + 1 - whole(element.get(_DISPLAYED), 1))
    shown = [
        f"%{level}" for level in range(first, place + 1) if level in others and others[level].get(_FORMAT)
    ]
    return prefix + ".".join(shown) + suffix
