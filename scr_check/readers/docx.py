"""Word files (.docx) as blocks."""

from collections.abc import Iterator
from pathlib import Path

from scr_check.errors import UnreadableDocument
from scr_check.readers.archive import opened
from scr_check.readers.blocks import Block, Document
from scr_check.readers.editing import Editing
from scr_check.readers.pages import page_of_anchor
from scr_check.readers.paragraphs import words_of
from scr_check.readers.prose import as_printed
from scr_check.readers.running_heads import running_heads
from scr_check.readers.sniff import refuse_if_not
from scr_check.readers.word.names import TRACKED, WATERMARK, W
from scr_check.readers.word.notes import Notes
from scr_check.readers.word.numbering import Numbering
from scr_check.readers.word.package import WordFile, word_file
from scr_check.readers.word.pages import pages_of
from scr_check.readers.word.story import Context, Story
from scr_check.readers.word.styles import Styles


def read_docx(path: Path) -> Document:
    """The blocks of a Word file in reading order, with the numbers that Word shows before them.

    Tracked changes are read as accepted; comments, hidden text and the table of contents are not read;
    headers, footers and watermarks are `heads`. Pages are those of Word's last lay-out, None when the file does not note them.
    Raises UnreadableDocument when the file is no Word file, damaged, protected, hostile or without text.
    """
    refuse_if_not(path, ".docx")
    with opened(path) as archive:
        file = word_file(archive)
    blocks, heads, editing = _read(file)
    if not blocks:
        raise UnreadableDocument(
            f"{file.name} holds no text: if it is a scan, name the document that was scanned."
        )
    return Document(blocks, file.title, editing.remarks(), editing.traces(), heads)


def _read(file: WordFile, *, spanning: bool = True) -> tuple[tuple[Block, ...], tuple[str, ...], Editing]:
    styles = Styles(file.styles)
    numbering = Numbering(file.numbering, styles)
    notes = Notes(file.footnotes, file.endnotes, file.settings, file.document)
    editing = Editing(changes=_changes(file), comments=_comments(file))
    context = Context(file.name, styles, numbering, notes, editing, spanning)
    story = Story(context, pages_of(file.document))
    blocks = tuple(block for body in file.document.iterchildren(W + "body") for block in story.blocks(body))
    if story.fields.contents_left_open:
        return _read(file, spanning=False)
    story.close()
    return blocks, running_heads(_margin_texts(file, context)), editing


def _margin_texts(file: WordFile, context: Context) -> Iterator[str]:
    """The lines of headers and footers, and the words of watermarks."""
    for margin in file.margins:
        yield from (words_of(block) for block in Story(context, page_of_anchor(None)).blocks(margin))
        yield from (as_printed(mark.get("string", "")) for mark in margin.iter(WATERMARK))


def _changes(file: WordFile) -> int:
    parts = (file.document, file.footnotes, file.endnotes)
    return sum(1 for part in parts if part is not None for _ in part.iter(*TRACKED))


def _comments(file: WordFile) -> int:
    return 0 if file.comments is None else sum(1 for _ in file.comments.iter(W + "comment"))
