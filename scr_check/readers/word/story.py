"""The blocks of one story of a Word file: its main text, a note or a text box."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from scr_check.readers.archive import too_deep, too_large
from scr_check.readers.blocks import Block
from scr_check.readers.editing import Editing
from scr_check.readers.lists import Counts, Label
from scr_check.readers.pages import Pages, page_of_anchor
from scr_check.readers.paragraphs import block_of, words_of
from scr_check.readers.prose import as_printed
from scr_check.readers.tabular import evened
from scr_check.readers.word import tables
from scr_check.readers.word.containers import within
from scr_check.readers.word.fields import Fields
from scr_check.readers.word.names import DROPPED, PPR, RPR, SDT, SECTION, TBL, VAL, P, W
from scr_check.readers.word.notes import Notes
from scr_check.readers.word.numbering import Numbering
from scr_check.readers.word.pages import BREAK_BEFORE, pass_over
from scr_check.readers.word.properties import is_on, whole
from scr_check.readers.word.running_text import Line, RunningText
from scr_check.readers.word.styles import ParagraphStyle, Styles

_STYLE, _NUMBERING, _OUTLINE = W + "pStyle", W + "numPr", W + "outlineLvl"
_ELSEWHERE = frozenset({W + "altChunk", W + "subDoc"})
_DEEPEST = 40  # tables in tables
_BODY_TEXT = 9  # the outline level of what is no heading

_Properties = dict[str, etree._Element]


@dataclass(frozen=True, slots=True)
class Context:
    """What all stories of one file have in common."""

    name: str
    styles: Styles
    numbering: Numbering
    notes: Notes
    editing: Editing
    spanning: bool = True  # see Fields


class Story:
    """Reads one story from its first to its last block."""

    def __init__(self, context: Context, pages: Pages) -> None:
        self._context = context
        self._pages = pages
        self.fields = Fields(spanning=context.spanning)
        self._text = RunningText(context.styles, self.fields, pages)
        self._counts = Counts()
        self._depth = 0

    def blocks(self, container: etree._Element, *, in_cell: bool = False) -> Iterator[Block]:
        """The blocks of the story that stand in `container`, notes and text boxes after their anchors.

        In a cell of a table a number is handed on also without text: it may be all that the cell shows.
        """
        joined: Line | None = None
        for element in within(container):
            if element.tag == P:
                said = _properties(element)
                line, style = self._line(element, said, joined)
                joined = line if _mark_is_deleted(said) else None
                if joined is None and not self._is_contents(element, style):
                    label = self._label(said, style)
                    yield from self._placed(line, label, _heading(said, style), in_cell=in_cell)
                if SECTION in said:
                    self._pages.section_end()
            elif element.tag == TBL:
                yield from self._table(element)
            elif element.tag == SDT:
                pass_over(element, self._pages)
            elif element.tag in _ELSEWHERE:
                self._context.editing.elsewhere += 1
        if joined is not None:
            yield from self._placed(joined, None, None, in_cell=in_cell)

    def close(self) -> None:
        """Add what this story met to what the file's reader is told."""
        self._context.editing.hidden += self._text.hidden_places
        self._context.editing.unstored += self.fields.unstored

    def _line(
        self, paragraph: etree._Element, said: _Properties, joined: Line | None
    ) -> tuple[Line, ParagraphStyle]:
        """The text of a paragraph, after that of `joined`, whose end was deleted."""
        style = self._context.styles.paragraph(_value(said, _STYLE))
        if BREAK_BEFORE in said and is_on(said[BREAK_BEFORE]):
            self._pages.new_page()
        line = joined or Line()
        self._text.gather(paragraph, style, line)
        return line, style

    def _is_contents(self, element: etree._Element, style: ParagraphStyle) -> bool:
        """Whether a paragraph belongs to the table of contents: an entry, or the heading over the first."""
        if style.is_contents_entry or not style.is_contents_heading:
            return style.is_contents_entry
        following = element.getnext()
        if following is None or following.tag != P:
            return following is not None and following.tag == SDT
        return self._context.styles.paragraph(_value(_properties(following), _STYLE)).is_contents_entry

    def _label(self, said: _Properties, style: ParagraphStyle) -> Label | None:
        direct = said.get(_NUMBERING)
        if direct is None and style.numbering is None:
            return None
        numbered = self._context.numbering.of(direct, style)
        # Hidden paragraphs count too: a hidden heading is a known way to number the paragraphs under it.
        return None if numbered is None else self._counts.next(*numbered)

    def _placed(
        self, line: Line, label: Label | None, heading: int | None, *, in_cell: bool
    ) -> Iterator[Block]:
        """The block of a paragraph if it shows anything, then its notes, then its text boxes."""
        text = as_printed("".join(line.pieces))
        number = None if label is None else label.text
        page = line.page if line.page is not None else self._pages.current
        if text or (in_cell and number):
            bold = bool(text) and not line.regular
            yield block_of(text, label, heading, bold=bold, page=page)
        yield from self._anchored(line, page)

    def _anchored(self, line: Line, page: int | None) -> Iterator[Block]:
        for reference in line.notes:
            taken = self._context.notes.take(reference)
            if taken is not None:
                mark, body = taken
                words = " ".join(words_of(block) for block in self._aside(body, page))
                if words:
                    yield Block("note", words, mark, page=page)
        for box in line.boxes:
            yield from self._aside(box, page)

    def _aside(self, container: etree._Element, page: int | None) -> list[Block]:
        story = Story(self._context, page_of_anchor(page))
        story._depth = self._deeper()
        found = list(story.blocks(container))
        story.close()
        return found

    def _table(self, table: etree._Element) -> Iterator[Block]:
        self._depth = self._deeper()
        if tables.is_box(table):
            for cell in tables.boxed(table):
                yield from self.blocks(cell)
        else:
            yield from self._rows(table)
        self._depth -= 1

    def _rows(self, table: etree._Element) -> Iterator[Block]:
        notes: list[Block] = []
        pages: list[int | None] = []

        def text_of(cell: etree._Element) -> str:
            words = []
            for block in self.blocks(cell, in_cell=True):
                if block.kind == "note":
                    notes.append(block)
                else:
                    words.append(words_of(block))
                    pages.append(block.page)
            return " ".join(filter(None, words))

        rows = evened(*tables.rows_of(table, text_of))
        if rows is None:
            raise too_large(self._context.name)
        if rows:
            yield Block("table", page=pages[0] if pages else None, rows=rows)
        yield from notes

    def _deeper(self) -> int:
        if self._depth >= _DEEPEST:
            raise too_deep(self._context.name)
        return self._depth + 1


def _properties(paragraph: etree._Element) -> _Properties:
    """The properties that a paragraph itself has, by their tags."""
    properties = paragraph.find(PPR)
    return {} if properties is None else {str(each.tag): each for each in properties}


def _value(said: _Properties, tag: str) -> str | None:
    return said[tag].get(VAL) if tag in said else None


def _heading(said: _Properties, style: ParagraphStyle) -> int | None:
    """The heading level, from 1, that a paragraph is given, by itself or by its style."""
    outline = whole(_value(said, _OUTLINE))
    if outline is not None:
        return outline + 1 if 0 <= outline < _BODY_TEXT else None
    return 1 if style.is_title else style.heading


def _mark_is_deleted(said: _Properties) -> bool:
    """Whether a tracked change joins a paragraph with the next."""
    return RPR in said and any(each.tag in DROPPED for each in said[RPR])
