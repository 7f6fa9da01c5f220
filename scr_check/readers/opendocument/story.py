"""The blocks of an OpenDocument text."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from scr_check.readers.archive import too_deep, too_large
from scr_check.readers.blocks import Block
from scr_check.readers.editing import Editing
from scr_check.readers.lists import DEEPEST, Counts, Label
from scr_check.readers.opendocument import tables
from scr_check.readers.opendocument.names import (
    DRAW,
    ITEM,
    LIST,
    LIST_HEADER,
    PAGE_BREAK,
    START_VALUE,
    STYLE_NAME,
    TABLE,
    TEXT,
    H,
    P,
)
from scr_check.readers.opendocument.numbering import OUTLINE, Numbering, whole
from scr_check.readers.opendocument.running_text import Line, RunningText, text_boxes
from scr_check.readers.opendocument.styles import ParagraphStyle, Styles
from scr_check.readers.pages import Pages, page_of_anchor
from scr_check.readers.paragraphs import block_of, words_of
from scr_check.readers.prose import as_printed
from scr_check.readers.tabular import evened

_SECTION, _TABLE, _NUMBERED = TEXT + "section", TABLE + "table", TEXT + "numbered-paragraph"
_MARK, _NOTE_BODY = TEXT + "note-citation", TEXT + "note-body"
_LEVEL, _HEADER, _RESTART = TEXT + "outline-level", TEXT + "is-list-header", TEXT + "restart-numbering"
_INDEXES = frozenset(
    TEXT + name
    for name in (
        "table-of-content",
        "illustration-index",
        "table-index",
        "object-index",
        "user-index",
        "alphabetical-index",
        "bibliography",
    )
)
_DEEPEST = 40  # tables in tables


@dataclass(frozen=True, slots=True)
class Context:
    """What all parts of one file have in common."""

    name: str
    styles: Styles
    numbering: Numbering
    editing: Editing
    counts: Counts


@dataclass(slots=True)
class _Place:
    """A place in a list: the list's style and count, the level from 0, and the number it starts with if any.

    `waiting` says that the number is still to be shown, before the first paragraph of the item.
    """

    style: str
    count_id: str
    level: int
    start: int | None = None
    waiting: bool = True


class Story:
    """Reads the text, a note or a text box from its first to its last block."""

    def __init__(self, context: Context, pages: Pages, depth: int = 0) -> None:
        self._context = context
        self._pages = pages
        self._text = RunningText(context.styles, pages)
        self._depth = depth

    def blocks(
        self, container: etree._Element, place: _Place | None = None, *, in_cell: bool = False
    ) -> Iterator[Block]:
        """The blocks that stand in `container`, notes and text boxes after their anchors.

        In a cell of a table a number is handed on also without text: it may be all that the cell shows.
        """
        for element in container:
            tag = element.tag
            if tag in (P, H):
                yield from self._paragraph(element, place, in_cell=in_cell)
            elif tag == LIST:
                yield from self._list(element, place, in_cell=in_cell)
            elif tag == _NUMBERED:
                yield from self.blocks(element, self._numbered(element), in_cell=in_cell)
            elif tag == _TABLE:
                yield from self._table(element)
            elif tag == PAGE_BREAK:
                self._pages.explicit_break()
            elif tag == _SECTION and _is_hidden(element):
                self._context.editing.hidden += 1
            elif tag == _SECTION:
                yield from self.blocks(element, place, in_cell=in_cell)
            elif tag in _INDEXES:
                self._pass_over(element)
            elif str(tag).startswith(DRAW):
                for box in text_boxes(element):
                    yield from self._aside(box, self._pages.current)

    def close(self) -> None:
        """Add what was met here to what the file's reader is told."""
        self._context.editing.hidden += self._text.hidden_places

    def _paragraph(self, element: etree._Element, place: _Place | None, *, in_cell: bool) -> Iterator[Block]:
        style = self._context.styles.paragraph(element.get(STYLE_NAME, ""))
        if style.breaks_before:
            self._pages.new_page()
        line = self._text.gather(element, style.looks)
        if line.hidden:
            self._context.editing.hidden += 1
        elif not style.contents:
            label = self._label(element, style, place)
            yield from self._placed(line, label, _heading(element, style), in_cell=in_cell)
        if style.breaks_after:
            self._pages.explicit_break()

    def _placed(
        self, line: Line, label: Label | None, heading: int | None, *, in_cell: bool
    ) -> Iterator[Block]:
        text = as_printed("".join(line.pieces))
        page = line.page if line.page is not None else self._pages.current
        if text or (in_cell and label is not None and label.text):
            bold = bool(text) and not line.regular
            yield block_of(text, label, heading, bold=bold, page=page)
        for note in line.notes:
            yield from self._note(note, page)
        for box in line.boxes:
            yield from self._aside(box, page)

    def _label(self, element: etree._Element, style: ParagraphStyle, place: _Place | None) -> Label | None:
        """The number of a paragraph, counted on; None when it has none."""
        if element.tag == H and element.get(_HEADER) == "true":
            return None
        if place is not None:
            return self._item_label(style, place)
        # A style that names an empty list takes its headings out of the numbering.
        if element.tag != H or style.list_style == "":
            return None
        level = whole(element.get(_LEVEL), 1)
        start = whole(element.get(START_VALUE), 1) if element.get(_RESTART) == "true" else None
        return self._count(_Place(OUTLINE, OUTLINE, level - 1, start))

    def _item_label(self, style: ParagraphStyle, place: _Place) -> Label | None:
        if not place.waiting:
            return None
        place.waiting = False
        named = place.style or style.list_style or ""
        return self._count(_Place(named, place.count_id, place.level, place.start))

    def _count(self, place: _Place) -> Label | None:
        found = self._context.numbering.list(place.style, place.count_id)
        if found is None or not 0 <= place.level < DEEPEST:
            return None
        return self._context.counts.next(found, place.level, place.start)

    def _list(self, element: etree._Element, outer: _Place | None, *, in_cell: bool) -> Iterator[Block]:
        if outer is None:
            place = _Place(element.get(STYLE_NAME, ""), self._context.numbering.begin(element), 0)
        else:
            place = _Place(element.get(STYLE_NAME, outer.style), outer.count_id, outer.level + 1)
        for child in element:
            if child.tag == PAGE_BREAK:
                self._pages.explicit_break()
            elif child.tag in (ITEM, LIST_HEADER):
                style = child.get(TEXT + "style-override", place.style)
                start = whole(child.get(START_VALUE), 1) if START_VALUE in child.attrib else None
                item = _Place(style, place.count_id, place.level, start, waiting=child.tag == ITEM)
                yield from self.blocks(child, item, in_cell=in_cell)

    def _numbered(self, element: etree._Element) -> _Place:
        list_id = element.get(TEXT + "list-id", "")
        count_id = self._context.numbering.named(list_id)
        level = whole(element.get(TEXT + "level"), 1) - 1
        start = whole(element.get(START_VALUE), 1) if START_VALUE in element.attrib else None
        return _Place(element.get(STYLE_NAME, ""), count_id, level, start)

    def _pass_over(self, element: etree._Element) -> None:
        """Count the page breaks in an element that is not read."""
        for part in element.iter(P, H, PAGE_BREAK):
            if part.tag == PAGE_BREAK:
                self._pages.explicit_break()
            else:
                if self._context.styles.paragraph(part.get(STYLE_NAME, "")).breaks_before:
                    self._pages.new_page()
                self._pages.text()

    def _note(self, note: etree._Element, page: int | None) -> Iterator[Block]:
        words = " ".join(
            words_of(block) for body in note.iterchildren(_NOTE_BODY) for block in self._aside(body, page)
        )
        if words:
            mark = "".join(text for citation in note.iterchildren(_MARK) for text in citation.itertext())
            yield Block("note", words, " ".join(mark.split()), page=page)

    def _aside(self, container: etree._Element, page: int | None) -> list[Block]:
        story = Story(self._context, page_of_anchor(page), self._deeper())
        found = list(story.blocks(container))
        story.close()
        return found

    def _table(self, table: etree._Element) -> Iterator[Block]:
        self._depth = self._deeper()
        if self._context.styles.table_breaks(table.get(TABLE + "style-name", "")):
            self._pages.new_page()
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

        rows = evened(*tables.rows_of(table, text_of, self._pages.explicit_break))
        if rows is None:
            raise too_large(self._context.name)
        if rows:
            yield Block("table", page=pages[0] if pages else None, rows=rows)
        yield from notes

    def _deeper(self) -> int:
        if self._depth >= _DEEPEST:
            raise too_deep(self._context.name)
        return self._depth + 1


def _heading(element: etree._Element, style: ParagraphStyle) -> int | None:
    """The heading level of a paragraph, from 1; None when it is no heading."""
    if element.tag == H:
        return max(1, whole(element.get(_LEVEL), 1))
    return 1 if style.title else None


def _is_hidden(section: etree._Element) -> bool:
    """Whether a section is not shown, always or under a condition that holds."""
    display = section.get(TEXT + "display")
    return display == "none" or (display == "condition" and section.get(TEXT + "is-hidden") == "true")
