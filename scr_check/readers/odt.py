"""OpenDocument texts (.odt) as blocks."""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from scr_check.errors import UnreadableDocument
from scr_check.readers.archive import Archive, damaged, opened, protected, refuse_many
from scr_check.readers.blocks import Document
from scr_check.readers.editing import Editing
from scr_check.readers.lists import Counts
from scr_check.readers.opendocument.names import ANNOTATION, BLOCKS, DC, MARGINS, OFFICE, PAGE_BREAK, TEXT, P
from scr_check.readers.opendocument.numbering import Numbering
from scr_check.readers.opendocument.story import Context, Story
from scr_check.readers.opendocument.styles import Styles
from scr_check.readers.pages import Pages
from scr_check.readers.prose import as_printed
from scr_check.readers.running_heads import running_heads
from scr_check.readers.sniff import refuse_if_not

_TEXT_TYPES = b"application/vnd.oasis.opendocument.text"


def read_odt(path: Path) -> Document:
    """The blocks of an OpenDocument text in reading order, with the numbers that LibreOffice shows.

    Tracked changes are read as accepted; comments, hidden text and the table of contents are not read;
    headers and footers are `heads`. Pages are those of the last lay-out, None when the file does not note them.
    Raises UnreadableDocument when the file is no such text, damaged, protected, hostile or without text.
    """
    refuse_if_not(path, ".odt")
    with opened(path) as archive:
        _refuse_other_kinds(archive)
        content, common = archive.xml("content.xml"), archive.xml("styles.xml")
        meta = archive.xml("meta.xml")
    text = None if content is None else content.find(f"{OFFICE}body/{OFFICE}text")
    if content is None or text is None:
        raise damaged(archive.name)
    refuse_many(text, BLOCKS, archive.name)
    editing = Editing(
        changes=sum(1 for _ in text.iter(TEXT + "changed-region")),
        comments=sum(1 for _ in text.iter(ANNOTATION)),
    )
    styles, numbering = Styles(content, common), Numbering(content, common)
    context = Context(archive.name, styles, numbering, editing, Counts(skipped_count=True))
    story = Story(context, Pages(1 if _notes_pages(text) else None))
    blocks = tuple(story.blocks(text))
    story.close()
    if not blocks:
        raise UnreadableDocument(
            f"{archive.name} holds no text: if it is a scan, name the document that was scanned."
        )
    return Document(
        blocks, _title(meta), editing.remarks(), editing.traces(), running_heads(_margin_texts(common))
    )


def _notes_pages(text: etree._Element) -> bool:
    used = text.get(TEXT + "use-soft-page-breaks") == "true"
    return used or next(text.iter(PAGE_BREAK), None) is not None


def _margin_texts(common: etree._Element | None) -> Iterator[str]:
    """The lines of headers and footers."""
    for margin in () if common is None else common.iter(*MARGINS):
        yield from (as_printed("".join(line.itertext())) for line in margin.iter(P))


def _title(meta: etree._Element | None) -> str | None:
    title = None if meta is None else next(meta.iter(DC + "title"), None)
    return None if title is None else " ".join("".join(title.itertext()).split()) or None


def _refuse_other_kinds(archive: Archive) -> None:
    if b"encryption-data" in (archive.read("META-INF/manifest.xml") or b"") or "encrypted-package" in archive:
        raise protected(archive.name)
    if "word/document.xml" in archive:
        raise UnreadableDocument(
            f"{archive.name} is not an OpenDocument text but a Word document: rename it to end in .docx."
        )
    mimetype = archive.read("mimetype")
    if "content.xml" not in archive or (mimetype is not None and not mimetype.startswith(_TEXT_TYPES)):
        raise UnreadableDocument(
            f"{archive.name} is not an OpenDocument text but another zipped file, such as a spreadsheet or "
            "presentation: name the text document."
        )
