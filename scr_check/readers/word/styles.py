"""Paragraph and character styles of a Word file, each with what it inherits."""

import re
from dataclasses import dataclass

from lxml import etree

from scr_check.readers.word.names import PPR, RPR, TYPE, W
from scr_check.readers.word.properties import switch, value, whole

_STYLE, _STYLE_ID, _BASED_ON, _NAME = W + "style", W + "styleId", W + "basedOn", W + "name"
_NUMPR, _NUM_ID, _LEVEL, _OUTLINE = W + "numPr", W + "numId", W + "ilvl", W + "outlineLvl"
_BOLD, _HIDDEN = W + "b", W + "vanish"

_HEADING = re.compile(r"heading ([1-9])")
_CONTENTS_ENTRY = re.compile(r"toc \d|table of figures")
_LONGEST_CHAIN = 50  # styles based on one another; Word allows about ten
_BODY_TEXT = 9  # the outline level of what is no heading


@dataclass(frozen=True, slots=True)
class StyleNumbering:
    """The numbering that a style carries: the list and level it names, and the styles asked for them.

    A list may name in turn the style that each of its levels belongs to, which goes before `level`.
    """

    num_id: str
    level: int | None
    styles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph style says about a paragraph: heading level from 1, numbering, looks, purpose."""

    name: str = ""
    heading: int | None = None
    numbering: StyleNumbering | None = None
    bold: bool = False
    hidden: bool = False
    is_contents_entry: bool = False  # sets a line of the table of contents or of a table of figures

    @property
    def is_contents_heading(self) -> bool:
        """Whether it sets the heading over a table of contents."""
        return self.name == "toc heading"

    @property
    def is_title(self) -> bool:
        """Whether it sets the title of the document."""
        return self.name == "title"


class Styles:
    """The styles of one file, looked up by their ids."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._default: str | None = None
        self._known: dict[str | None, ParagraphStyle] = {}
        self._characters: dict[str, tuple[bool | None, bool | None]] = {}
        for style in () if root is None else root.iter(_STYLE):
            self._elements.setdefault(style.get(_STYLE_ID, ""), style)
            if style.get(TYPE) == "paragraph" and style.get(W + "default") in ("1", "true", "on"):
                self._default = style.get(_STYLE_ID)

    def paragraph(self, style_id: str | None) -> ParagraphStyle:
        """The paragraph style with this id; without or with an unknown one, the file's default."""
        if style_id not in self._elements:
            style_id = self._default
        asked: dict[str, etree._Element] = {}
        while style_id in self._elements and style_id not in asked and style_id not in self._known:
            asked[style_id] = self._elements[style_id]
            style_id = value(asked[style_id], _BASED_ON)
        style = self._known.get(style_id or "", ParagraphStyle())
        for identity, element in reversed(asked.items()):
            style = self._known[identity] = _inheriting(element, style)
        return style

    def character(self, style_id: str) -> tuple[bool | None, bool | None]:
        """Whether a character style sets bold and hidden: on, off or None when it says nothing."""
        if style_id not in self._characters:
            chain = self._chain(style_id)
            self._characters[style_id] = (_nearest(chain, _BOLD), _nearest(chain, _HIDDEN))
        return self._characters[style_id]

    def list_of(self, style_id: str) -> str | None:
        """The id of the list (w:num) that a numbering style stands for."""
        style = self._elements.get(style_id)
        return None if style is None else _num_id(style)

    def _chain(self, style_id: str | None) -> list[etree._Element]:
        """The style and the styles it is based on, nearest first."""
        chain: dict[str, etree._Element] = {}
        while style_id in self._elements and style_id not in chain and len(chain) < _LONGEST_CHAIN:
            chain[style_id] = self._elements[style_id]
            style_id = value(chain[style_id], _BASED_ON)
        return list(chain.values())


def _num_id(style: etree._Element) -> str | None:
    properties = style.find(PPR)
    return value(None if properties is None else properties.find(_NUMPR), _NUM_ID)


def _nearest(chain: list[etree._Element], tag: str) -> bool | None:
    for style in chain:
        said = switch(style.find(RPR), tag)
        if said is not None:
            return said
    return None


def _inheriting(style: etree._Element, above: ParagraphStyle) -> ParagraphStyle:
    """What a style says, and what the one it is based on says where it is silent."""
    name = (value(style, _NAME) or "").casefold()
    properties, looks = style.find(PPR), style.find(RPR)
    bold, hidden = switch(looks, _BOLD), switch(looks, _HIDDEN)
    return ParagraphStyle(
        name=name,
        heading=_heading_level(name, properties, above),
        numbering=_numbering(style.get(_STYLE_ID, ""), properties, above.numbering),
        bold=above.bold if bold is None else bold,
        hidden=above.hidden if hidden is None else hidden,
        is_contents_entry=_CONTENTS_ENTRY.fullmatch(name) is not None,
    )


def _heading_level(name: str, properties: etree._Element | None, above: ParagraphStyle) -> int | None:
    outline = whole(value(properties, _OUTLINE))
    if outline is not None:
        return outline + 1 if 0 <= outline < _BODY_TEXT else None
    # The built-in headings are headings even where the file does not spell out their outline level.
    named = _HEADING.fullmatch(name)
    return int(named[1]) if named else above.heading


def _numbering(
    identity: str, properties: etree._Element | None, above: StyleNumbering | None
) -> StyleNumbering | None:
    own = None if properties is None else properties.find(_NUMPR)
    num_id, level = value(own, _NUM_ID), whole(value(own, _LEVEL))
    if num_id is not None:
        return StyleNumbering(num_id, level, (identity,))
    if above is None:
        return None
    asked = (identity, *above.styles)[:_LONGEST_CHAIN]
    return StyleNumbering(above.num_id, above.level if level is None else level, asked)
