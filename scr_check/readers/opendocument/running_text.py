"""The text of a paragraph of an OpenDocument text, gathered as it is printed."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from scr_check.readers.opendocument.names import (
    ANNOTATION,
    DRAW,
    NOTE,
    PAGE_BREAK,
    STYLE_NAME,
    TEXT,
    TEXT_BOX,
    H,
    P,
)
from scr_check.readers.opendocument.styles import Looks, Styles
from scr_check.readers.pages import Pages

_SPAN, _HIDDEN_PARAGRAPH = TEXT + "span", TEXT + "hidden-paragraph"
_SPACES = frozenset(TEXT + name for name in ("s", "tab", "line-break"))
_UNREAD = frozenset({ANNOTATION, TEXT + "ruby-text", TEXT + "script", TEXT + "tracked-changes"})


@dataclass(slots=True)
class Line:
    """What a paragraph shows: its text, whether all of it is bold, and what is anchored in it."""

    pieces: list[str] = field(default_factory=list)
    regular: bool = False  # some of the text is not bold
    hidden: bool = False  # the paragraph is not shown at all
    notes: list[etree._Element] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    page: int | None = None


class RunningText:
    """Gathers the text of paragraphs, one after the other."""

    def __init__(self, styles: Styles, pages: Pages) -> None:
        self._styles = styles
        self._pages = pages
        self._line = Line()
        self._hiding = False
        self.hidden_places = 0

    def gather(self, paragraph: etree._Element, looks: Looks) -> Line:
        """What `paragraph` shows, in a style with these looks."""
        self._line, self._hiding = Line(), False
        self._inline(paragraph, bool(looks.bold), bool(looks.hidden))
        self._pages.text()  # an empty line takes its place too
        return self._line

    def _inline(self, parent: etree._Element, bold: bool, hidden: bool) -> None:
        self._add(parent.text, bold, hidden)
        for child in parent:
            tag = child.tag
            if tag == _SPAN:
                looks = self._styles.text(child.get(STYLE_NAME, ""))
                self._inline(
                    child,
                    bold if looks.bold is None else looks.bold,
                    hidden if looks.hidden is None else looks.hidden,
                )
            elif tag in _SPACES:
                self._add(" ", bold, hidden)
            elif tag == PAGE_BREAK:
                self._pages.explicit_break()
            elif tag == NOTE:
                self._line.notes.extend([] if hidden else [child])
            elif tag == _HIDDEN_PARAGRAPH:
                self._line.hidden |= child.get(TEXT + "is-hidden") == "true"
            elif str(tag).startswith(DRAW):
                self._line.boxes.extend([] if hidden else text_boxes(child))
            elif tag not in _UNREAD:
                self._inline(child, bold, hidden)
            self._add(child.tail, bold, hidden)

    def _add(self, text: str | None, bold: bool, hidden: bool) -> None:
        if not text:
            return
        blank = text.isspace()
        if hidden:
            self.hidden_places += not blank and not self._hiding
            self._hiding |= not blank
            return
        self._line.pieces.append(text)
        if not blank:
            self._hiding = False
            self._pages.text()
            self._line.regular |= not bold
            if self._line.page is None:
                self._line.page = self._pages.current


def text_boxes(drawing: etree._Element) -> Iterator[etree._Element]:
    """The boxes of text in a drawing: frames and shapes, those in groups too."""
    levels = [iter([drawing])]
    while levels:
        child = next(levels[-1], None)
        if child is None:
            levels.pop()
        elif child.tag == TEXT_BOX or child.find(P) is not None or child.find(H) is not None:
            yield child
        elif str(child.tag).startswith(DRAW):
            levels.append(iter(child))
