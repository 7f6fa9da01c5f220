"""Markdown files as blocks."""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from scr_check.errors import UnreadableDocument
from scr_check.readers.blocks import Block, Document
from scr_check.readers.plain import clean, starts_numbered, text_of
from scr_check.readers.sniff import shown

_DEEPEST = 60  # levels of nesting; the parser leaves out silently what lies deeper
_MOST_BRACKETS = 500_000_000  # the parser looks for the end of every [ to the end of its paragraph

_METADATA = re.compile(r"\A---[ \t]*\n(?:[A-Za-z][\w -]*:.*\n|[ \t#-].*\n|\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TAG = re.compile(r"</?[A-Za-z][^>]*>")
_BREAK = re.compile(r"<(?:br|/?p|/?div|/?li)\b[^>]*>", re.IGNORECASE)
_HTML_ROW = re.compile(r"<tr\b[^>]*>(.*?)(?=<tr\b|</table|\Z)", re.IGNORECASE | re.DOTALL)
_HTML_CELL = re.compile(r"<t[dh]\b[^>]*>(.*?)(?=<t[dh]\b|</tr|\Z)", re.IGNORECASE | re.DOTALL)


def read_markdown(path: Path) -> Document:
    """The blocks of a Markdown file: CommonMark with pipe tables and footnotes; pages are None.

    A footnote stands as a note after the block that refers to it; comments and metadata are left out.
    Raises UnreadableDocument.
    """
    text = text_of(path, ".md")
    blocks = blocks_of(_METADATA.sub("", text, count=1), shown(path))
    return Document(blocks=tuple(blocks))


def blocks_of(text: str, name: str) -> list[Block]:
    """The blocks of Markdown `text`; `name` is the file's name in the refusal of what no report holds."""
    if sum(part.count("[") * len(part) for part in text.split("\n\n")) > _MOST_BRACKETS:
        raise UnreadableDocument(f"{name} is damaged: it holds thousands of square brackets without an end.")
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST})
    # Indented lines are pasted prose in a report, never program text.
    parser.enable(["table", "strikethrough"]).disable("code").use(footnote_plugin, move_to_end=False)
    environment: dict[str, object] = {}
    tokens = parser.parse(text, environment)
    if any(token.level >= _DEEPEST - 1 for token in tokens):
        raise UnreadableDocument(f"{name} is nested more than {_DEEPEST} levels deep: take out some levels.")
    reading = _Reading(_inline_notes(environment))
    for token in tokens:
        reading.take(token)
    return list(reading.with_notes())


def _inline_notes(environment: dict[str, object]) -> dict[str, list[str]]:
    """The notes written as ^[...] in the sentence, by the parser's own id."""
    notes = environment.get("footnotes", {})
    listed = notes.get("list", {}) if isinstance(notes, dict) else {}
    return {f"#{key}": [_prose(note["tokens"])] for key, note in listed.items() if "tokens" in note}


def _prose(children: Sequence[Token]) -> str:
    return " ".join(piece.text for piece in _pieces(children))


@dataclass(slots=True)
class _Piece:
    """A stretch of running text: a paragraph, or a numbered part of one."""

    raw: list[str] = field(default_factory=list)
    bold: bool = True
    notes: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return clean("".join(self.raw))


def _pieces(children: Sequence[Token]) -> list[_Piece]:
    """The text of an inline token's children, parted where a line starts with a paragraph number."""
    pieces = [_Piece()]
    strong = 0
    for place, child in enumerate(children):
        piece = pieces[-1]
        match child.type:
            case "strong_open":
                strong += 1
            case "strong_close":
                strong -= 1
            case "text" | "text_special" | "code_inline":
                piece.raw.append(child.content)
                piece.bold &= strong > 0 or not child.content.strip()
            case "softbreak" | "hardbreak":
                if starts_numbered(_line_after(children, place), piece.text):
                    pieces.append(_Piece())
                else:
                    piece.raw.append(" ")
            case "html_inline" if _BREAK.match(child.content):
                piece.raw.append(" ")
            case "footnote_ref":
                piece.notes.append(child.meta.get("label") or f"#{child.meta['id']}")
    return pieces


def _line_after(children: Sequence[Token], place: int) -> str:
    line = []
    for child in children[place + 1 :]:
        if child.type in ("softbreak", "hardbreak"):
            break
        line.append(child.content)
    return "".join(line)


class _Reading:
    """The parser's tokens taken one by one, and the blocks that they make."""

    def __init__(self, notes: dict[str, list[str]]) -> None:
        self.notes = notes
        self.blocks: list[tuple[Block, list[str]]] = []  # each with the labels of its notes
        self.lists: list[_List] = []
        self.item: str | None = None  # the marker of a list item whose text has not come yet
        self.heading = 0
        self.note: str | None = None
        self.rows: list[list[str]] | None = None
        self.row_notes: list[str] = []

    def take(self, token: Token) -> None:
        """Add what `token` brings."""
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                self.lists.append(_List(token))
            case "bullet_list_close" | "ordered_list_close":
                self.lists.pop()
            case "list_item_open":
                self.item = self.lists[-1].marker(token)
            case "list_item_close":
                self.item = None
            case "heading_open":
                self.heading = int(token.tag[1:])
            case "heading_close":
                self.heading = 0
            case "footnote_reference_open":
                self.note = token.meta["label"]
                self.notes.setdefault(self.note, [])
            case "footnote_reference_close":
                self.note = None
            case "table_open":
                self.rows, self.row_notes = [], []
            case "tr_open" if self.rows is not None:
                self.rows.append([])
            case "table_close":
                self._close_table()
            case "inline":
                self._take_text(_pieces(token.children or []))
            case "fence" | "code_block":
                self._add(Block("paragraph", clean(token.content)), [])
            case "html_block":
                self._take_html(token.content)

    def with_notes(self) -> Iterator[Block]:
        """The blocks, each followed by the notes it refers to; notes nobody refers to come last."""
        placed: set[str] = set()
        for block, labels in self.blocks:
            yield block
            yield from self._notes(label for label in labels if label not in placed)
            placed.update(labels)
        yield from self._notes(label for label in self.notes if label not in placed)

    def _notes(self, labels: Iterator[str]) -> Iterator[Block]:
        for label in labels:
            if text := " ".join(self.notes.get(label, [])):
                yield Block("note", text)

    def _take_text(self, pieces: list[_Piece]) -> None:
        if self.rows:
            self.rows[-1].append(" ".join(piece.text for piece in pieces))
            self.row_notes.extend(label for piece in pieces for label in piece.notes)
            return
        for piece in pieces:
            text, bold = piece.text, piece.bold
            if self.heading:
                self._add(Block("heading", text, level=self.heading, bold=bold), piece.notes)
            elif self.item is not None:
                self._add(Block("item", text, self.item, len(self.lists), bold), piece.notes)
                self.item = "" if self.lists else None
            else:
                self._add(Block("paragraph", text, bold=bold), piece.notes)
        self.item = None

    def _take_html(self, source: str) -> None:
        source = _COMMENT.sub("", source)
        if rows := [_HTML_CELL.findall(row) for row in _HTML_ROW.findall(source)]:
            self._add(Block("table", rows=_squared([[_words(cell) for cell in row] for row in rows])), [])
            return
        for part in _BREAK.split(source):
            self._add(Block("paragraph", _words(part)), [])

    def _close_table(self) -> None:
        self._add(Block("table", rows=_squared(self.rows or [])), self.row_notes)
        self.rows = None

    def _add(self, block: Block, labels: list[str]) -> None:
        if not block.text and not block.rows:
            return
        if self.note is not None:
            self.notes[self.note].append(block.text)
        else:
            self.blocks.append((block, labels))


class _List:
    """An open list, which knows the marker of its next item."""

    def __init__(self, token: Token) -> None:
        self.ordered = token.type == "ordered_list_open"
        self.next = int(token.attrs.get("start", 1))
        self.typed: str | None = None

    def marker(self, item: Token) -> str:
        """The item's number as its author typed it, or as it is counted where every item is typed "1."."""
        if not self.ordered:
            return ""
        number = str(self.next) if item.info == self.typed else item.info
        self.typed = item.info
        self.next = int(number) + 1
        return number + item.markup


def _words(source: str) -> str:
    return clean(html.unescape(_TAG.sub("", _BREAK.sub(" ", source))))


def _squared(rows: list[list[str]]) -> tuple[tuple[str, ...], ...]:
    """The rows that hold anything, all as long as the longest."""
    width = max((len(row) for row in rows), default=0)
    return tuple(tuple(row + [""] * (width - len(row))) for row in rows if any(row))
