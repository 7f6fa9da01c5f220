"""The blocks of a PDF made from its pages."""

import re
from collections.abc import Iterator, Sequence

from scr_check.readers.blocks import Block
from scr_check.readers.pdf.margins import without_contents
from scr_check.readers.pdf.mending import Mending
from scr_check.readers.pdf.notes import Note, plain, take_endnotes, take_notes, without_sign
from scr_check.readers.pdf.page import Leaf, Table
from scr_check.readers.pdf.paragraphs import (
    Measures,
    Paragraph,
    paragraphs_of,
    set_right_margins,
    starts_with_bullet,
    without_bullet,
)
from scr_check.readers.pdf.spread import joined_tables
from scr_check.readers.plain import clean

_LARGE = 1.08  # of the size of the text
_LONGEST_HEADING = 200
_NUMBERED = re.compile(
    r"(?:\d+(?:\.\d+)*\.?|[A-Z]\d*\.|Appendix|Annexe?|Chapter|Part|Section)\s", re.IGNORECASE
)
_ENDS_SENTENCE = re.compile(r"[.;,]$")
_SAME_INDENT = 6.0

Style = tuple[float, bool, bool]


def blocks_of(leaves: Sequence[Leaf]) -> list[Block]:
    """The blocks of a document from its pages without running lines; the pages are used up."""
    without_contents(leaves)
    set_right_margins(leaves)
    measures = Measures(leaves)
    notes = take_notes(leaves, measures.body)
    parts = list(joined_tables(paragraphs_of(leaves, measures)))
    notes += take_endnotes(parts)
    return list(_Composer(parts, notes, measures.body).blocks())


class _Composer:
    """Paragraphs, tables and notes turned into blocks."""

    def __init__(self, parts: Sequence[Paragraph | Table], notes: list[Note], body: float) -> None:
        self.parts = parts
        self.body = body
        self.pages = [_pages(part) for part in parts]
        self.texts = [part.texts for part in parts]
        self.notes: dict[int, list[Note]] = {}
        for note in notes:
            self.notes.setdefault(self._place_of(note), []).append(note)
        self.mending = Mending(
            text for texts in [*self.texts, [note.text for note in notes]] for text in texts
        )
        self.levels = self._heading_levels()
        self.indents: list[float] = []

    def blocks(self) -> Iterator[Block]:
        """The blocks in reading order, each followed by its notes."""
        yield from self._notes(-1)
        for place, part in enumerate(self.parts):
            if isinstance(part, Table):
                self.indents = []
                yield self._table(part, self.texts[place])
            elif text := self._clean(self.texts[place][0]):
                yield self._block(part, text)
            yield from self._notes(place)

    def _place_of(self, note: Note) -> int:
        """The part that refers to the note, else the last part on its page; its sign is taken out."""
        here = [place for place, pages in enumerate(self.pages) if pages[0] <= note.page <= pages[1]]
        near = [place for place, pages in enumerate(self.pages) if pages[0] <= note.page]
        for place in [*here, *reversed(near)]:
            for number, text in enumerate(self.texts[place]):
                without = without_sign(text, note.sign)
                if without is not None:
                    self.texts[place][number] = without
                    return place
        return (here or near or [-1])[-1]

    def _notes(self, place: int) -> Iterator[Block]:
        for note in self.notes.get(place, ()):
            yield Block("note", self._clean(note.text), page=note.page)

    def _clean(self, text: str) -> str:
        return clean(plain(self.mending.joined(text)))

    def _table(self, table: Table, texts: list[str]) -> Block:
        cells = iter(texts)
        rows = tuple(tuple(self._clean(next(cells)) for _ in row) for row in table.rows)
        return Block("table", page=table.page, rows=rows)

    def _block(self, part: Paragraph, text: str) -> Block:
        first = part.first
        bold = all(line.bold for line in part.lines)
        if starts_with_bullet(first):
            return Block("item", without_bullet(text), "", self._depth(first.x0), bold, first.page)
        level = self.levels.get(_style(part)) if self._may_be_heading(part) else None
        if level is not None:
            self.indents = []
            return Block("heading", text, level=level, bold=bold, page=first.page)
        return Block("paragraph", text, bold=bold, page=first.page)

    def _depth(self, x: float) -> int:
        """How deep an item that starts at `x` stands in its list."""
        while self.indents and self.indents[-1] > x + _SAME_INDENT:
            self.indents.pop()
        if not self.indents or x > self.indents[-1] + _SAME_INDENT:
            self.indents.append(x)
        return len(self.indents)

    def _heading_levels(self) -> dict[Style, int]:
        """The styles that headings are set in, the largest first, each with its level."""
        styles = {
            _style(part)
            for part in self.parts
            if isinstance(part, Paragraph) and self._may_be_heading(part) and self._stands_out(part)
        }
        return {style: level for level, style in enumerate(sorted(styles, reverse=True), start=1)}

    def _may_be_heading(self, part: Paragraph) -> bool:
        if len(part.text) > _LONGEST_HEADING or _ENDS_SENTENCE.search(part.text):
            return False
        size, bold, _ = _style(part)
        return size > _LARGE * self.body or (bold and size >= 0.95 * self.body)

    def _stands_out(self, part: Paragraph) -> bool:
        """Whether a part is larger than the text, or a bold line with a number."""
        return part.first.size > _LARGE * self.body or _NUMBERED.match(part.text) is not None


def _style(part: Paragraph) -> Style:
    lines = part.lines
    return (
        part.first.size,
        all(line.bold for line in lines),
        not all(line.italic for line in lines),
    )


def _pages(part: Paragraph | Table) -> tuple[int, int]:
    if isinstance(part, Table):
        return part.page, max(part.page, part.last_page)
    return part.first.page, part.last.page
