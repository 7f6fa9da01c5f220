"""Plain text files as blocks: what a report saved as text, or taken from a page by a program, still shows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from scr_check.readers.blocks import Block, Document
from scr_check.readers.plain import clean, starts_numbered, text_of
from scr_check.readers.text_lines import TextLine, lines_of
from scr_check.readers.text_tables import TextTable, with_tables

_LONG = 120  # characters: wider lines are whole paragraphs
_LONG_SHARE = 0.1
_LONGEST_HEADING = 100
_BULLET = re.compile(r"(?:[•●○◦▪■□►▶➢✓‣⁃∙·*–—-]|o(?=\s\s|\t))\s+(?=\S)")
_LABEL = re.compile(r"(?:\d+(?:\.\d+)*[.)]?|\([a-z]{1,5}\)|[a-z]\)|[ivxl]+[.)])\s+(\S)")
_UNDERLINE = re.compile(r"(?:={3,}|-{3,}|_{3,}|\*{3,})$")
_TITLE = re.compile(r"(\d+(?:\.\d+)*)(\.?)\s+[^\W\d_a-z]")
_PART = re.compile(r"(?:Appendix|Annexe?|Chapter|Part|Section)\s+(?:\d+|[A-Z])\b", re.IGNORECASE)
_ENDS = re.compile(r"[.;:,]$")
_SENTENCE_END = re.compile(r"[.:;?!][\"'”’)\]]*$")
_NOTE_SIGN = re.compile(r"\s?\[\d{1,3}\]$")
_NOTE = re.compile(r"\[(\d{1,3})\]\s*(?=\S)")


def read_text(path: Path) -> Document:
    """The blocks of a text file; form feeds count its pages, which are None when there are none.

    A new block starts at a blank line, a paragraph number, a bullet, and where the line before ends early.
    Raises UnreadableDocument.
    """
    text = text_of(path, ".txt")
    return Document(blocks=tuple(_with_notes_in_place(list(_blocks(lines_of(text))))))


def _blocks(lines: Sequence[TextLine]) -> Iterator[Block]:
    width = _width(lines)
    waiting: list[TextLine] = []
    for item in with_tables(lines):
        if isinstance(item, TextTable):
            yield from _block(waiting)
            waiting = []
            yield Block("table", page=item.page, rows=item.rows)
        elif _is_underline(waiting, item):
            yield Block("heading", clean(waiting[0].text), level=1 + ("=" not in item.text), page=item.page)
            waiting = []
        elif waiting and not _starts_new(waiting, item, width):
            waiting.append(item)
        else:
            yield from _block(waiting)
            waiting = [item]
    yield from _block(waiting)


def _width(lines: Sequence[TextLine]) -> int | None:
    """The width at which lines were broken, None when every paragraph is one line."""
    lengths = sorted(len(line.text) for line in lines)
    if sum(length > _LONG for length in lengths) >= _LONG_SHARE * len(lengths):
        return None
    return lengths[-1] if lengths else None


def _starts_new(block: Sequence[TextLine], line: TextLine, width: int | None) -> bool:
    before = block[-1]
    if width is None or line.apart or _BULLET.match(line.words):
        return True
    if starts_numbered(line.words, before.words) or _counts_on(block[0].words, line.words):
        return True
    room = width - len(before.text) > len(line.words.split()[0]) + 1
    ended = _SENTENCE_END.search(before.text) is not None
    label = _LABEL.match(line.words)
    if label and line.indent <= block[0].indent and (ended or (room and not label[1].islower())):
        return True
    if line.words[0].islower():
        return False
    return room and (ended or _is_heading_line(before, block))


def _counts_on(first: str, second: str) -> bool:
    """Whether the second line has the number or letter after the first line's."""
    a, b = (re.match(r"\(?(\d+|[a-z])[.)]", words) for words in (first, second))
    if a is None or b is None or a[1].isdigit() != b[1].isdigit():
        return False
    return int(b[1]) == int(a[1]) + 1 if a[1].isdigit() else ord(b[1]) == ord(a[1]) + 1


def _is_heading_line(line: TextLine, block: Sequence[TextLine]) -> bool:
    return len(block) == 1 and _heading_level(clean(line.text)) is not None


def _is_underline(waiting: Sequence[TextLine], line: TextLine) -> bool:
    return len(waiting) == 1 and not line.apart and _UNDERLINE.match(line.words) is not None


def _block(lines: Sequence[TextLine]) -> Iterator[Block]:
    text = clean(" ".join(line.text for line in lines))
    if not text or _UNDERLINE.match(text):
        return
    first = lines[0]
    bullet = _BULLET.match(first.words)
    if bullet:
        yield Block("item", text.partition(" ")[2], "", 1 + first.indent // 3, page=first.page)
    elif len(lines) == 1 and (level := _heading_level(text)) is not None:
        yield Block("heading", text, level=level, page=first.page)
    else:
        yield Block("paragraph", text, page=first.page)


def _heading_level(text: str) -> int | None:
    """The level of a line that looks like a heading: numbered and short, in capitals, or an appendix."""
    if len(text) > _LONGEST_HEADING or _ENDS.search(_NOTE_SIGN.sub("", text)):
        return None
    if _PART.match(text) or (text.isupper() and sum(char.isalpha() for char in text) > 3):
        return 1
    title = _TITLE.match(text)
    if title is None or (title[2] and "." not in title[1]):  # "3. Head of Safeguarding" may be a list's item
        return None
    return title[1].count(".") + 1


def _with_notes_in_place(blocks: list[Block]) -> list[Block]:
    """The blocks, a footnote "[1] ..." as a note after the block that refers to it with [1]."""
    notes: dict[str, Block] = {}
    for block in blocks:
        if block.kind == "paragraph" and (found := _NOTE.match(block.text)):
            notes.setdefault(found[1], block)
    placed: list[Block] = []
    done: list[Block] = []
    for block in blocks:
        if any(block is note for note in done):
            continue
        signs = [sign for sign in re.findall(r"(?<=\S)\s?\[(\d{1,3})\]", block.text) if sign in notes]
        for sign in signs:
            block = replace(block, text=re.sub(rf"\s?\[{sign}\]", "", block.text, count=1))
        placed.append(block)
        for note in (notes.pop(sign) for sign in signs if sign in notes):
            done.append(note)
            placed.append(replace(note, kind="note", text=_NOTE.sub("", note.text, count=1)))
    return placed
