"""Word documents to write on: drafts from blocks, and the setting that every document of ours has."""

import io
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime

from scr_check.documents.placeholder import PLACEHOLDER_CLOSING, PLACEHOLDER_OPENING
from scr_check.documents.sideways import Some, column_shares, stretches
from scr_check.errors import UsageError
from scr_check.readers.blocks import Block

try:
    from docx import Document
    from docx.document import Document as WordDocument
    from docx.enum.section import WD_ORIENT, WD_SECTION
    from docx.enum.text import WD_COLOR_INDEX
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Cm, Emu, Pt, RGBColor
    from docx.table import Table
    from docx.text.paragraph import Paragraph
except ImportError:
    raise UsageError(
        'Word files need an extra part of scr-check: install it with pip install "scr-check[word]"'
    ) from None

NOTE = "What to write: "
_PLACEHOLDER = re.compile(rf"({re.escape(PLACEHOLDER_OPENING)}[^\]]*{re.escape(PLACEHOLDER_CLOSING)})")
_FEW = 5  # columns of a table whose text is of the usual size
_USUAL, _SMALL = 10, 8  # points
_MARGIN = Cm(2)
_IN_CELL = Pt(2)  # above and below the text of a cell
_NOTE_GREY = RGBColor(0x44, 0x44, 0x44)  # dark enough to read on paper and screen


def word_document(blocks: Iterable[Block], title: str) -> bytes:
    """The blocks as a Word document in British English, with heading styles and repeated table heads.

    Placeholders are highlighted; a paragraph that begins with "What to write:" is set as a note.
    """
    document = Document()
    set_up(document, title)
    on_a4(document)
    add_stretches(document, blocks, _add)
    return saved(document)


def _add(document: WordDocument, block: Block) -> None:
    match block.kind:
        case "heading":
            _heading(document, block)
        case "table":
            add_table(document, block.rows)
        case "item":
            write(document.add_paragraph(style="List Bullet"), block.text)
        case _:
            _paragraph(document, block.text)


def add_stretches(
    document: WordDocument, parts: Iterable[Some], add: Callable[[WordDocument, Some], None]
) -> None:
    """Add every piece, a wide table and its heading on pages set sideways."""
    for number, (sideways, together) in enumerate(stretches(parts)):
        if sideways or number:
            _new_section(document, WD_ORIENT.LANDSCAPE if sideways else WD_ORIENT.PORTRAIT)
        for part in together:
            add(document, part)


def saved(document: WordDocument) -> bytes:
    """The document as the content of a .docx file."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def set_up(document: WordDocument, title: str) -> None:
    """Give the document its title, and British English as its language; nothing says who wrote it."""
    properties = document.core_properties
    properties.title, properties.language, properties.author, properties.comments = title, "en-GB", "", ""
    properties.created = properties.modified = datetime.now(UTC)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")


def on_a4(document: WordDocument) -> None:
    """Set the pages of the document to A4."""
    section = document.sections[0]
    section.page_width, section.page_height = Pt(595.3), Pt(841.9)  # A4
    section.left_margin = section.right_margin = _MARGIN


def _heading(document: WordDocument, block: Block) -> None:
    style = "Title" if block.level == 1 else f"Heading {min(block.level - 1, 9)}"
    write(document.add_paragraph(style=style), block.text)


def _paragraph(document: WordDocument, text: str) -> None:
    paragraph = document.add_paragraph()
    if not text.startswith(NOTE):
        write(paragraph, text)
        return
    run = paragraph.add_run(text)
    run.italic = True
    run.font.size, run.font.color.rgb = Pt(9), _NOTE_GREY


def write(paragraph: Paragraph, text: str) -> None:
    """Add a text to a paragraph, its placeholders highlighted."""
    for part in _PLACEHOLDER.split(text):
        if part:
            run = paragraph.add_run(part)
            if _PLACEHOLDER.fullmatch(part):
                run.font.highlight_color = WD_COLOR_INDEX.YELLOW


def add_table(document: WordDocument, rows: Sequence[Sequence[str]]) -> None:
    """Add a table whose head, its first row, is repeated on each page."""
    table = document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    table.autofit = False
    shares = column_shares(rows)
    section = document.sections[-1]
    whole = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    widths = [Emu(whole * share // sum(shares)) for share in shares]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for number, cells in enumerate(rows):
        _row(table, cells, widths, head=number == 0)
    document.add_paragraph()


def _row(table: Table, cells: Sequence[str], widths: Sequence[Emu], *, head: bool) -> None:
    row = table.add_row()  # type: ignore[no-untyped-call]
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if head:
        properties.append(OxmlElement("w:tblHeader"))
    for cell, text, width in zip(row.cells, cells, widths, strict=True):
        cell.width = width
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = _IN_CELL
        write(paragraph, text)
        for run in paragraph.runs:
            run.bold = head or None
            run.font.size = Pt(_SMALL if len(cells) > _FEW else _USUAL)


def _new_section(document: WordDocument, orientation: WD_ORIENT) -> None:
    """Go on with pages of this orientation."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    if section.orientation != orientation:
        section.orientation = orientation
        section.page_width, section.page_height = section.page_height, section.page_width
    section.left_margin = section.right_margin = _MARGIN
