"""The text of a paragraph, gathered from its runs as it is printed."""

from dataclasses import dataclass, field

from lxml import etree

from scr_check.readers.pages import Pages
from scr_check.readers.word.containers import chosen, controlled, text_boxes
from scr_check.readers.word.fields import Fields
from scr_check.readers.word.names import ALTERNATE, ID, MATH, RPR, SDT, TRANSPARENT, TYPE, VAL, R, T, W
from scr_check.readers.word.pages import BREAK, RENDERED_BREAK
from scr_check.readers.word.properties import is_on
from scr_check.readers.word.styles import ParagraphStyle, Styles

_BOLD, _HIDDEN, _RUN_STYLE = W + "b", W + "vanish", W + "rStyle"
_FIELD, _INSTRUCTION, _SIMPLE_FIELD = W + "fldChar", W + "instrText", W + "fldSimple"
_FOOTNOTE, _ENDNOTE, _OWN_MARK = W + "footnoteReference", W + "endnoteReference", W + "customMarkFollows"
_SYMBOL, _RUBY, _MATHS = W + "sym", W + "ruby", MATH + "oMath"
_PICTURES = frozenset(W + name for name in ("drawing", "pict", "object"))
_PRINTED = {W + "tab": " ", W + "ptab": " ", W + "cr": " ", W + "noBreakHyphen": "-"}


@dataclass(slots=True)
class NoteReference:
    """A mark in the text that refers to a footnote or endnote; `mark` is None where Word counts it."""

    footnote: bool
    note_id: str
    mark: str | None = None


@dataclass(slots=True)
class Line:
    """What a paragraph shows: its text, whether all of it is bold, and what is anchored in it."""

    pieces: list[str] = field(default_factory=list)
    regular: bool = False  # some of the text is not bold
    hides: bool = False  # some of the text is hidden
    notes: list[NoteReference] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    page: int | None = None


class RunningText:
    """Gathers the text of paragraphs, one after the other, in one story."""

    def __init__(self, styles: Styles, fields: Fields, pages: Pages) -> None:
        self._styles = styles
        self._fields = fields
        self._pages = pages
        self._line = Line()
        self._style = ParagraphStyle()
        self._hiding = False
        self.hidden_places = 0

    def gather(self, paragraph: etree._Element, style: ParagraphStyle, line: Line) -> None:
        """Add the text of `paragraph` to `line`."""
        self._line, self._style = line, style
        self._inline(paragraph)
        self._hiding = False
        self._fields.end_paragraph()

    def _inline(self, parent: etree._Element | list[etree._Element]) -> None:
        for child in parent:
            tag = child.tag
            if tag == R:
                self._run(child)
            elif tag in TRANSPARENT:
                self._inline(child)
            elif tag == _SIMPLE_FIELD:
                self._simple_field(child)
            elif tag == SDT:
                self._inline(controlled(child))
            elif tag == ALTERNATE:
                self._inline(chosen(child))
            elif tag == _MATHS:
                self._add("".join(text.text or "" for text in child.iter(MATH + "t")), bold=False)

    def _run(self, run: etree._Element) -> None:
        bold, hidden = self._looks(run)
        self._content(run, bold, hidden)

    def _content(self, run: etree._Element | list[etree._Element], bold: bool, hidden: bool) -> None:
        own_mark: NoteReference | None = None
        for child in run:
            tag = child.tag
            if tag == T:
                text = child.text or ""
                if own_mark is not None:
                    own_mark.mark, own_mark, text = text.strip(), None, ""
                self._add(text, bold, hidden)
            elif tag in _PRINTED:
                self._add(_PRINTED[tag], bold, hidden)
            elif tag == _FIELD:
                self._field(child, bold, hidden)
            elif tag == _INSTRUCTION:
                self._fields.instruct(child.text or "")
            elif tag == RENDERED_BREAK:
                self._pages.new_page()
            elif tag == BREAK:
                self._break(child)
            elif tag in (_FOOTNOTE, _ENDNOTE):
                own_mark = self._note(child, hidden)
            else:
                self._rarer(child, bold, hidden)

    def _rarer(self, child: etree._Element, bold: bool, hidden: bool) -> None:
        if child.tag == _SYMBOL:
            self._add(_symbol(child), bold, hidden)
        elif child.tag in _PICTURES:
            self._pages.text()
            if self._fields.reading and not hidden:
                self._line.boxes.extend(text_boxes(child))
        elif child.tag == ALTERNATE:
            self._content(chosen(child), bold, hidden)
        elif child.tag == _RUBY:
            self._inline(child)

    def _add(self, text: str, bold: bool, hidden: bool = False) -> None:
        blank = not text or text.isspace()
        if hidden:
            self._hide(blank)
            return
        if not blank:
            self._pages.text()
            self._hiding = False
        if not self._fields.reading:
            return
        self._line.pieces.append(text)
        self._fields.add(text)
        if not blank:
            self._line.regular |= not bold
            if self._line.page is None:
                self._line.page = self._pages.current

    def _hide(self, blank: bool) -> None:
        """Count a stretch of hidden text once, however many runs it is in."""
        if blank or not self._fields.reading:
            return
        self.hidden_places += not self._hiding
        self._hiding = self._line.hides = True

    def _looks(self, run: etree._Element) -> tuple[bool, bool]:
        """Whether a run is bold and whether it is hidden."""
        bold, hidden = self._style.bold, self._style.hidden
        if not len(run) or run[0].tag != RPR:
            return bold, hidden
        direct_bold = direct_hidden = None
        for said in run[0]:
            tag = said.tag
            if tag == _BOLD:
                direct_bold = is_on(said)
            elif tag == _HIDDEN:
                direct_hidden = is_on(said)
            elif tag == _RUN_STYLE:
                styled_bold, styled_hidden = self._styles.character(said.get(VAL, ""))
                # Two styles that both set such a property cancel each other out (ECMA-376 part 1, 17.7.3).
                bold ^= bool(styled_bold)
                hidden ^= bool(styled_hidden)
        return (
            bold if direct_bold is None else direct_bold,
            hidden if direct_hidden is None else direct_hidden,
        )

    def _break(self, child: etree._Element) -> None:
        if child.get(TYPE) == "page":
            self._pages.explicit_break()
        if self._fields.reading:
            self._line.pieces.append(" ")

    def _field(self, mark: etree._Element, bold: bool, hidden: bool) -> None:
        match mark.get(W + "fldCharType"):
            case "begin":
                self._fields.begin()
            case "separate":
                self._fields.show()
            case "end":
                self._add(self._fields.end(), bold, hidden)

    def _simple_field(self, element: etree._Element) -> None:
        self._fields.begin()
        self._fields.instruct(element.get(W + "instr", ""))
        self._fields.show()
        self._inline(element)
        self._add(self._fields.end(), self._style.bold)

    def _note(self, child: etree._Element, hidden: bool) -> NoteReference | None:
        reference = NoteReference(child.tag == _FOOTNOTE, child.get(ID, ""))
        if self._fields.reading and not hidden:
            self._line.notes.append(reference)
        own_mark = child.get(_OWN_MARK, "0") not in ("0", "false", "off")
        return reference if own_mark else None


def _symbol(child: etree._Element) -> str:
    """The character that a symbol stands for, in the private range where symbol fonts have theirs."""
    try:
        code = int(child.get(W + "char", ""), 16)
    except ValueError:
        return ""
    return chr(0xF000 | code & 0xFF)
