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

    @property
    def is_contents_entry(self) -> bool:
        """Whether it sets a line of the table of contents or of a table of figures."""
        return re.fullmatch(r"toc \d|table of figures", self.name) is not None

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
        if style_id not in self._known:
            self._known[style_id] = self._resolved(style_id)
        return self._known[style_id]

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

    def _resolved(self, style_id: str | None) -> ParagraphStyle:
        chain = self._chain(style_id)
        if not chain:
            return ParagraphStyle()
        return ParagraphStyle(
            name=(value(chain[0], _NAME) or "").casefold(),
            heading=_heading_level(chain),
            numbering=_numbering(chain),
            bold=bool(_nearest(chain, _BOLD)),
            hidden=bool(_nearest(chain, _HIDDEN)),
        )

    def _chain(self, style_id: str | None) -> list[etree._Element]:
        """The style and the styles it is based on, nearest first."""
        chain: dict[str, etree._Element] = {}
        while style_id is not None and style_id not in chain and style_id in self._elements:
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


def _heading_level(chain: list[etree._Element]) -> int | None:
    for style in chain:
        outline = whole(value(style.find(PPR), _OUTLINE))
        if outline is not None:
            return outline + 1 if 0 <= outline < _BODY_TEXT else None
        # The built-in headings are headings even where the file does not spell out their outline level.
        if named := _HEADING.fullmatch((value(style, _NAME) or "").casefold()):
            return int(named[1])
    return None


def _numbering(chain: list[etree._Element]) -> StyleNumbering | None:
    level = None
    asked = []
    for style in chain:
        asked.append(style.get(_STYLE_ID, ""))
        properties = style.find(PPR)
        numbering = None if properties is None else properties.find(_NUMPR)
        level = whole(value(numbering, _LEVEL)) if level is None else level
        num_id = value(numbering, _NUM_ID)
        if num_id is not None:
            return StyleNumbering(num_id, level, tuple(asked))
    return None
