"""Paragraph, text and table styles of an OpenDocument text, each with what it inherits."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from scr_check.readers.opendocument.names import FO, STYLE, TEXT

_FAMILY, _NAME, _PARENT = STYLE + "family", STYLE + "name", STYLE + "parent-style-name"
_TEXT_PROPERTIES, _PARAGRAPH_PROPERTIES = STYLE + "text-properties", STYLE + "paragraph-properties"
_TABLE_PROPERTIES = STYLE + "table-properties"
_LONGEST_CHAIN = 50  # styles that inherit from one another; also an end for those that do so in a circle
_BOLDEST_REGULAR = 500  # font weights above this are bold


@dataclass(frozen=True, slots=True)
class Looks:
    """What a style says of bold and hidden: on, off, or None when it says nothing."""

    bold: bool | None = None
    hidden: bool | None = None


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph style says: its looks, list ("" for none, None when silent), page breaks, purpose."""

    looks: Looks = Looks()
    list_style: str | None = None
    breaks_before: bool = False
    breaks_after: bool = False
    title: bool = False
    contents: bool = False


class Styles:
    """The styles of one file, looked up by family and name."""

    def __init__(self, *roots: etree._Element | None) -> None:
        self._elements: dict[tuple[str, str], etree._Element] = {}
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._texts: dict[str, Looks] = {}
        # The content's own styles go before the common ones, and so must come first.
        for root in roots:
            for style in () if root is None else root.iter(STYLE + "style"):
                key = (style.get(_FAMILY, ""), style.get(_NAME, ""))
                self._elements.setdefault(key, style)

    def paragraph(self, name: str) -> ParagraphStyle:
        """The paragraph style of this name, an empty one when there is none."""
        if name not in self._paragraphs:
            chain = list(self._chain("paragraph", name))
            names = {style.get(_NAME, "") for style in chain}
            self._paragraphs[name] = ParagraphStyle(
                looks=_looks(chain),
                list_style=_first(style.get(STYLE + "list-style-name") for style in chain),
                breaks_before=_breaks_before(chain, _PARAGRAPH_PROPERTIES),
                breaks_after=_said(chain, _PARAGRAPH_PROPERTIES, FO + "break-after") == "page",
                title="Title" in names,
                contents=any(style.startswith("Contents_20_") for style in names),
            )
        return self._paragraphs[name]

    def text(self, name: str) -> Looks:
        """The looks of the text style of this name."""
        if name not in self._texts:
            self._texts[name] = _looks(list(self._chain("text", name)))
        return self._texts[name]

    def table_breaks(self, name: str) -> bool:
        """Whether a table of this style starts on a new page."""
        return _breaks_before(list(self._chain("table", name)), _TABLE_PROPERTIES)

    def _chain(self, family: str, name: str) -> Iterator[etree._Element]:
        """The style and those it inherits from, nearest first."""
        for _ in range(_LONGEST_CHAIN):
            style = self._elements.get((family, name))
            if style is None:
                return
            yield style
            name = style.get(_PARENT, "")


def _looks(chain: list[etree._Element]) -> Looks:
    weight = _said(chain, _TEXT_PROPERTIES, FO + "font-weight")
    display = _said(chain, _TEXT_PROPERTIES, TEXT + "display")
    return Looks(None if weight is None else _is_bold(weight), None if display is None else display == "none")


def _is_bold(weight: str) -> bool:
    return weight == "bold" or (weight.isdecimal() and len(weight) < 5 and int(weight) > _BOLDEST_REGULAR)


def _breaks_before(chain: list[etree._Element], properties: str) -> bool:
    master = _first(style.get(STYLE + "master-page-name") for style in chain)
    return bool(master) or _said(chain, properties, FO + "break-before") == "page"


def _said(chain: list[etree._Element], properties: str, attribute: str) -> str | None:
    found = (style.find(properties) for style in chain)
    return _first(None if element is None else element.get(attribute) for element in found)


def _first(values: Iterator[str | None]) -> str | None:
    return next((value for value in values if value is not None), None)
