"""Where every block of a report stands: its headings, its numbered paragraph, its kind of section."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, islice, takewhile

from scr_check.documents.overview import Section
from scr_check.readers.blocks import Block
from scr_check.readers.structure.contents import without_contents
from scr_check.readers.structure.inferred import INFERRED, with_inferred_headings
from scr_check.readers.structure.judging import judging_part
from scr_check.readers.structure.numbered_rows import column_of_refs, without_column
from scr_check.readers.structure.numbering import numbered
from scr_check.readers.structure.titles import is_apart, section_of, title_words
from scr_check.readers.structure.vocabulary import vocabulary

_CHAPTER = re.compile(r"(?:chapter|part|section) (?:\d+|[ivx]+|[a-z]|one)\b", re.IGNORECASE)
_TELLING = 2  # headings on how the review was done, from which a chapter is about that
_STORY = 0.25  # the part of the longest stretch of story from which another may begin it
_JUDGING = 0.4  # the part of a chapter's paragraphs that judges, from which it analyses
_SECRET = re.compile(
    r"\b(?:confidential|restricted|not (?:for|to be) (?:publi\w+|releas\w+|circulat\w+|shar\w+))\b"
)
_LETTER = re.compile(r"(?:\d+(?:\.\d+)*)?\(?([a-z]{1,5})[.)]{1,2}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: `text` with its number as printed, `title` in bare words without it; `known`: they tell its section."""

    text: str
    title: str
    number: str | None
    level: int
    section: Section
    known: bool = True


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and where it stands; `own`: the ref is the block's own number, not that of one before it.

    `row_refs` are the paragraph numbers of a table's rows, in their order, where a column gave them.
    """

    block: Block
    ref: str | None
    own: bool
    path: tuple[Heading, ...]
    section: Section
    row_refs: tuple[str, ...] = ()

    def ref_of_row(self, at: int) -> str | None:
        """The ref of row `at` of a table: its own, else that of the paragraph before the table."""
        return (self.row_refs[at] if self.row_refs else None) or self.ref

    @property
    def heading(self) -> str | None:
        """The nearest heading with its number."""
        return self.path[-1].text if self.path else None

    @property
    def place(self) -> str | None:
        """The paragraph's ref, else the number of the nearest numbered heading."""
        return self.ref or next((h.number for h in reversed(self.path) if h.number), None)


def placed_blocks(blocks: Sequence[Block]) -> list[Placed]:
    """Every block but the contents list, headings included, each with where it stands."""
    blocks = list(with_inferred_headings(numbered(list(without_contents(blocks)))))
    opening = _opening(blocks)
    placed = _placed(blocks, opening, 0)
    story = _story(placed)
    return _placed(blocks, opening, story) if story > opening else placed


def _story(placed: Sequence[Placed]) -> int:
    """The index of the block with which the story begins: not that of a few lines that only say what happened in the end."""
    told = groupby(range(len(placed)), lambda index: placed[index].section is Section.FACTS)
    stretches = [list(stretch) for is_story, stretch in told if is_story]
    most = max(map(len, stretches), default=0)
    return next((stretch[0] for stretch in stretches if len(stretch) >= _STORY * most), 0)


def _placed(blocks: Sequence[Block], opening: int, story: int) -> list[Placed]:
    """The blocks with their places; a chapter of no known kind before block `story` introduces, after it analyses.

    Where one before it mostly judges what was done, those that judge at all analyse too.
    """
    unnamed = {
        index: list(_below(blocks, index))
        for index, block in enumerate(blocks)
        if index >= opening and block.kind == "heading" and not section_of(title_words(block.text))
    }
    second = _second_chapter(
        blocks, opening
    )  # the first tells why there was a review, often with all that it found
    by_theme = any(second <= at < story and judging_part(below) >= _JUDGING for at, below in unnamed.items())
    outline = _Outline()
    found = []
    for index, block in enumerate(blocks):
        if index in unnamed:
            part = judging_part(unnamed[index])
            outline.judges = part >= _JUDGING
            analyses = index >= story or (by_theme and part > 0 and index >= second)
            introduces = not analyses or _tells_of_review(unnamed[index])
            outline.unnamed = Section.INTRODUCTION if introduces else Section.ANALYSIS
        found.append(outline.take(block, front=index < opening))
    return found


def _second_chapter(blocks: Sequence[Block], opening: int) -> int:
    """The index of the second heading of the highest level after the front matter, else the number of blocks."""
    headings = [i for i, block in enumerate(blocks) if i >= opening and block.kind == "heading"]
    highest = min((blocks[i].level for i in headings), default=0)
    return next(islice((i for i in headings if blocks[i].level == highest), 1, None), len(blocks))


def _below(blocks: Sequence[Block], index: int) -> Iterator[Block]:
    """The blocks under heading `index`, down to the next that stands no lower."""
    level = blocks[index].level
    return takewhile(lambda one: one.kind != "heading" or one.level > level, islice(blocks, index + 1, None))


def _tells_of_review(below: Sequence[Block]) -> bool:
    """Whether most of the headings below one that names no section tell how the review was done."""
    kinds = [section_of(title_words(one.text)) for one in below if one.kind == "heading"]
    process = sum(found is not None and found[0] is Section.INTRODUCTION for found in kinds)
    return process >= _TELLING and 2 * process >= len(kinds)


def _opening(blocks: Sequence[Block]) -> int:
    """The index of the first block after the front matter; 0 when nothing tells where that ends."""
    chapters = _level_of_chapters(blocks)
    for index, block in enumerate(blocks):
        if block.kind in ("heading", "paragraph") and block.number:
            return _first_heading_over(blocks, index, chapters)
        heads = block.kind == "heading" and block.level >= chapters
        found = section_of(title_words(block.text)) if heads else None
        if found and found[0] is not Section.FRONT:
            return index
    return 0


def _level_of_chapters(blocks: Sequence[Block]) -> int:
    """The level of the headings below the first numbered passage; one above it is the report's title: "What happened to J?"."""
    first = next(
        (i for i, block in enumerate(blocks) if block.kind == "paragraph" and block.number), len(blocks)
    )
    return min((block.level for block in blocks[first:] if block.kind == "heading"), default=0)


def _first_heading_over(blocks: Sequence[Block], index: int, chapters: int) -> int:
    """The index of the chapter's heading right over a block ("Chapter 1: How this review came about"), else its own.

    A heading is a chapter's by its words, or where the report's title stands on a higher level.
    """
    first = index
    highest = min((block.level for block in blocks[:index] if block.kind == "heading"), default=0)
    for above in range(index - 1, -1, -1):
        if blocks[above].kind != "heading":
            break
        if _CHAPTER.match(blocks[above].text) or blocks[above].level == chapters > highest:
            first = above
    return first


class _Outline:
    """The headings open at this point of the report, and the numbered paragraph last seen."""

    def __init__(self) -> None:
        self.path: tuple[Heading, ...] = ()
        self.ref: str | None = None
        self.last: str | None = None  # the number of the last paragraph that had one, in whatever section
        self.depth = 0  # the level of the heading under which that paragraph stands
        self.counted = False  # whether that heading has a number
        self.letters: list[tuple[int, str]] = []  # the open lettered items and their levels
        self.unnamed = Section.ANALYSIS  # the kind of a chapter whose title does not tell it
        self.judges = False  # whether the text under the heading judges what was done

    def take(self, block: Block, front: bool) -> Placed:
        """Where `block` stands."""
        if block.kind == "heading" and not front:
            self._open(block)
            return Placed(block, None, False, self.path, self.path[-1].section)
        section = Section.FRONT if front else self.section
        if block.kind == "paragraph":
            self.letters = []
            if block.number:
                self.ref = self.last = block.number
                self.depth = self.path[-1].level if self.path else 0
                self.counted = bool(self.path and self.path[-1].number)
            return Placed(block, block.number, bool(block.number), self.path, section)
        if block.kind == "table" and (numbered := self._numbered_rows(block, section)):
            return numbered
        return Placed(block, self._ref_of(block), False, self.path, section)

    def _numbered_rows(self, block: Block, section: Section) -> Placed | None:
        """A table whose rows are paragraphs, without the column of their numbers."""
        chapter = next((one.number for one in reversed(self.path) if one.number), None)
        column = column_of_refs(block.rows, self.last, chapter)
        if column is None:
            return None
        refs = tuple(row[column] if row[column][:1].isdigit() else "" for row in block.rows)
        before, self.ref = self.ref, refs[-1]
        self.last = self.ref
        self.depth, self.counted = self.path[-1].level, bool(self.path[-1].number)
        return Placed(
            replace(block, rows=without_column(block.rows, column)), before, False, self.path, section, refs
        )

    @property
    def section(self) -> Section:
        return self.path[-1].section if self.path else Section.ANALYSIS

    def _ref_of(self, block: Block) -> str | None:
        """The ref of an item, row or note: that of the paragraph over it, and the letters of its items."""
        letter = _LETTER.fullmatch(block.number or "") if block.kind == "item" else None
        if letter is None:
            return self.ref
        while self.letters and self.letters[-1][0] >= block.level:
            self.letters.pop()
        self.letters.append((block.level, f"({letter[1]})"))
        return f"{self.ref}{''.join(text for _, text in self.letters)}" if self.ref else None

    def _open(self, block: Block) -> None:
        title = title_words(block.text)
        apart = is_apart(block.text)
        parents = () if apart else self._parents(block)
        text = f"{block.number} {block.text}" if block.number else block.text
        found = section_of(title)
        section = _nested(found, title, parents[-1] if parents else None, apart, self.unnamed)

        known = found is not None or self.judges or bool(parents and parents[-1].known)
        self.path = (*parents, Heading(text, title, block.number, block.level, section, known))
        if block.number or apart or block.level + self._stands_below(block, found is not None) <= self.depth:
            self.ref, self.letters = None, []

    def _stands_below(self, block: Block, names_section: bool) -> bool:
        """Whether a heading stands below one of its level: an agency's name under "9.16 Recommendations"."""
        return not names_section and (block.level == INFERRED or self.counted)

    def _parents(self, block: Block) -> tuple[Heading, ...]:
        path = self.path
        while path and not _holds(path[-1], block):
            path = path[:-1]
        return path


def _holds(parent: Heading, block: Block) -> bool:
    """Whether a heading stands below another: by number where both have one, else by level."""
    if parent.number and block.number:
        return block.number.startswith(f"{parent.number}.")
    return block.level > parent.level


def _nested(
    found: tuple[Section, bool] | None, title: str, parent: Heading | None, apart: bool, unnamed: Section
) -> Section:
    """The kind of a section from its own title and from the section it stands in."""
    above = parent.section if parent else None
    if above is Section.IDENTITIES:
        return above
    if found is None:
        return _unnamed(parent, title, apart, unnamed)
    kind, whole = found
    if kind is Section.FAMILY and above is Section.INTRODUCTION and unnamed is Section.ANALYSIS:
        return (
            above  # in a chapter after the story that tells how the review was done: how the family took part
        )
    if above in (None, Section.FRONT, Section.INTRODUCTION, Section.APPENDIX) or kind in vocabulary().strong:
        return kind
    if above in (Section.RECOMMENDATIONS, Section.ACTION_PLAN, Section.GLOSSARY):
        return above
    return kind if whole and kind in (Section.FACTS, Section.ANALYSIS) else above


def _unnamed(parent: Heading | None, title: str, apart: bool, unnamed: Section) -> Section:
    """The kind of a section whose title names none: that of the section it stands in, unless dates tell of the story."""
    dated = vocabulary().words["months"] & set(title.split()) or re.search(r"\b(?:19|20)\d\d\b", title)
    if parent is not None:
        return Section.FACTS if dated and not parent.known else parent.section
    if apart:
        return Section.IDENTITIES if _SECRET.search(title) else Section.APPENDIX
    return Section.FACTS if dated else unnamed
