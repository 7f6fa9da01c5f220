"""Word files (.docx) as blocks."""

from pathlib import Path

from scr_check.errors import UnreadableDocument
from scr_check.readers.archive import opened
from scr_check.readers.blocks import Block, Document
from scr_check.readers.sniff import refuse_if_not
from scr_check.readers.word.names import TRACKED, W
from scr_check.readers.word.notes import Notes
from scr_check.readers.word.numbering import Numbering
from scr_check.readers.word.package import WordFile, word_file
from scr_check.readers.word.pages import pages_of
from scr_check.readers.word.story import Context, Story, Tally
from scr_check.readers.word.styles import Styles


def read_docx(path: Path) -> Document:
    """The blocks of a Word file in reading order, with the numbers that Word shows before them.

    Tracked changes are read as accepted; comments, hidden text, headers, footers and the table of contents
    are not read. Pages are those of Word's last lay-out, None when the file does not note them.
    Raises UnreadableDocument when the file is no Word file, damaged, protected, hostile or without text.
    """
    refuse_if_not(path, ".docx")
    with opened(path) as archive:
        file = word_file(archive)
    blocks, tally = _read(file)
    if not blocks:
        raise UnreadableDocument(
            f"{file.name} holds no text: if it is a scan, name the document it was made from."
        )
    return Document(blocks, file.title, _remarks(file, tally), _traces(file, tally))


def _read(file: WordFile, *, spanning: bool = True) -> tuple[tuple[Block, ...], Tally]:
    styles = Styles(file.styles)
    numbering = Numbering(file.numbering, styles)
    notes = Notes(file.footnotes, file.endnotes, file.settings, file.document)
    context = Context(file.name, styles, numbering, notes, spanning=spanning)
    story = Story(context, pages_of(file.document))
    blocks = tuple(block for body in file.document.iterchildren(W + "body") for block in story.blocks(body))
    if story.fields.contents_left_open:
        return _read(file, spanning=False)
    story.close()
    return blocks, context.tally


def _remarks(file: WordFile, tally: Tally) -> tuple[str, ...]:
    remarks = []
    if _tracked(file):
        remarks.append("Tracked changes were read as if all of them were accepted.")
    if _comments(file):
        remarks.append("Comments were not read.")
    if tally.hidden:
        remarks.append("Hidden text was not read.")
    if tally.elsewhere:
        remarks.append("Parts of the report that stand in another file and are only linked were not read.")
    if tally.unstored:
        remarks.append("Numbers made by AUTONUM or LISTNUM fields were not read: Word does not store them.")
    return tuple(remarks)


def _traces(file: WordFile, tally: Tally) -> tuple[str, ...]:
    counts = (
        (_tracked(file), "1 tracked change", "{} tracked changes"),
        (_comments(file), "1 comment by a reviewer", "{} comments by reviewers"),
        (tally.hidden, "hidden text in 1 place", "hidden text in {} places"),
    )
    return tuple(one if count == 1 else many.format(count) for count, one, many in counts if count)


def _tracked(file: WordFile) -> int:
    parts = (file.document, file.footnotes, file.endnotes)
    return sum(1 for part in parts if part is not None for _ in part.iter(*TRACKED))


def _comments(file: WordFile) -> int:
    return 0 if file.comments is None else sum(1 for _ in file.comments.iter(W + "comment"))
