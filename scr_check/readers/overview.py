"""Reads an overview report, whatever kind of file it is."""

from pathlib import Path

from scr_check.documents.overview import Overview
from scr_check.errors import UnreadableDocument
from scr_check.readers.blocks import Document
from scr_check.readers.sniff import shown

_KINDS = ".docx, .pdf, .odt, .md, .txt or .yaml"


def read_overview(path: Path) -> Overview:
    """The overview report at `path`, told by its suffix; what a person should check stands in its `doubts`.

    Raises UnreadableDocument with one sentence that names the file and says what to do.
    """
    suffix = path.suffix.lower()
    if suffix in (".yaml", ".yml"):
        from scr_check.readers.overview_yaml import read_yaml

        return read_yaml(path)
    from scr_check.readers.structure import overview_of

    return overview_of(blocks_at(path))


def blocks_at(path: Path) -> Document:
    """The blocks of a document in prose; each reader is loaded only for its own kind of file.

    Raises UnreadableDocument.
    """
    match path.suffix.lower():
        case ".docx":
            from scr_check.readers.docx import read_docx

            return read_docx(path)
        case ".pdf":
            from scr_check.readers.pdf import read_pdf

            return read_pdf(path)
        case ".odt":
            from scr_check.readers.odt import read_odt

            return read_odt(path)
        case ".md" | ".markdown":
            from scr_check.readers.markdown import read_markdown

            return read_markdown(path)
        case ".txt" | ".text":
            from scr_check.readers.text import read_text

            return read_text(path)
        case ".doc" | ".dot" | ".rtf" | ".wps":
            raise UnreadableDocument(
                f"{shown(path)} is of a kind that cannot be read: open it in Word and save it as .docx."
            )
    raise UnreadableDocument(
        f"{shown(path)} is not a kind of file that an overview report comes in: save it as {_KINDS}."
    )
