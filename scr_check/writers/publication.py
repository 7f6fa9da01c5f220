"""The summary for publication as a Word document, plain or on a board's own letterhead."""

from copy import deepcopy
from pathlib import Path
from zipfile import BadZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section, _Header
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from scr_check.documents.publication import Piece, Publication
from scr_check.errors import UsageError
from scr_check.resources import resource_folder
from scr_check.writers.word import add_stretches, add_table, on_a4, saved, set_up, write

_STYLES = ("Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "Table Grid")
_BULLET = "List Bullet"
_DRAWN = "{urn:schemas-microsoft-com:vml}"


def publication_document(publication: Publication, letterhead: Path | None = None) -> bytes:
    """The content of a .docx file; a letterhead keeps its own pages, styles, header and footer.

    Raises UsageError when the letterhead is no Word file.
    """
    document = _opened(letterhead) if letterhead else Document()
    set_up(document, publication.title)
    if letterhead is None:
        on_a4(document)
    _lend_styles(document)
    if publication.board:
        document.add_paragraph(publication.board, style="Subtitle")
    document.add_paragraph(publication.title, style="Title")
    add_stretches(document, publication.pieces, _add)
    if publication.marking:
        for section in document.sections:
            _mark(document, section, publication)
    return saved(document)


def _opened(path: Path) -> WordDocument:
    try:
        return Document(str(path))
    except (OSError, BadZipFile, PackageNotFoundError, KeyError, ValueError):
        raise UsageError(f"{path} cannot be opened as a letterhead: name a Word file (.docx)") from None


def _lend_styles(document: WordDocument) -> None:
    """Give a letterhead the styles that it lacks, as Word has them by default."""
    lacking = [name for name in _STYLES if name not in document.styles]
    lender = Document() if lacking else document
    for name in lacking:
        document.styles.element.append(deepcopy(lender.styles[name].element))


def _add(document: WordDocument, piece: Piece) -> None:
    match piece.kind:
        case "heading":
            document.add_paragraph(piece.text, style=f"Heading {piece.level - 1}")
        case "table":
            add_table(document, piece.rows)
        case "item":
            _write(_item(document), piece)
        case _:
            _write(document.add_paragraph(), piece)


def _item(document: WordDocument) -> Paragraph:
    if _BULLET in document.styles:
        return document.add_paragraph(style=_BULLET)
    paragraph = document.add_paragraph("•\t")
    paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = Cm(0.8), Cm(-0.8)
    return paragraph


def _write(paragraph: Paragraph, piece: Piece) -> None:
    if piece.lead:
        paragraph.add_run(f"{piece.lead} ").bold = True
    write(paragraph, piece.text)


def _mark(document: WordDocument, section: Section, publication: Publication) -> None:
    """Put marking and watermark into every header of a section that is not that of the section before."""
    headers: list[_Header] = [section.header]
    if section.different_first_page_header_footer:
        headers.append(section.first_page_header)
    if document.settings.odd_and_even_pages_header_footer:
        headers.append(section.even_page_header)
    for header in headers:
        if header.is_linked_to_previous and section._sectPr is not document.sections[0]._sectPr:
            continue
        first = header.paragraphs[0] if header.paragraphs else header.add_paragraph()
        line = first.insert_paragraph_before() if first.text.strip() else first
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        line.add_run(publication.marking).bold = True
        line._p.add_r().extend(_watermark(publication.watermark))


def _watermark(word: str) -> BaseOxmlElement:
    """A word across the page behind the text, drawn as Word draws its own watermarks."""
    run = parse_xml((resource_folder("templates") / "publication" / "watermark.xml").read_bytes())
    for text in run.iterfind(f".//{_DRAWN}shape/{_DRAWN}textpath"):
        text.set("string", word)
    return run
