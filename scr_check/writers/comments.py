"""Comments in Word files, at the words that they are about."""

import io
import re
from collections.abc import Iterable
from copy import deepcopy
from pathlib import Path
from zipfile import BadZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from scr_check.documents.publication import Remark
from scr_check.errors import UnreadableDocument
from scr_check.language.words import plain
from scr_check.writers.word import saved

_AUTHOR, _INITIALS = "scr-check", "scr"
_SMALL = Pt(9)  # the margin is narrow
_BOX = qn("w:txbxContent")
_ONLY_TEXT = frozenset({qn("w:rPr"), qn("w:t")})


def texts_of(content: bytes) -> tuple[str, ...]:
    """The text of every paragraph of a Word file, in the order of its XML."""
    document = Document(io.BytesIO(content))
    return tuple(Paragraph(one, document._body).text for one in _paragraphs(document))


def with_comments(file: Path | bytes, remarks: Iterable[Remark]) -> bytes:
    """The content of a copy of a Word file with the remarks as comments; nothing else in it is changed.

    Raises UnreadableDocument.
    """
    document = _opened(file)
    paragraphs = _paragraphs(document)
    for remark in remarks:
        element = _outside_boxes(paragraphs[min(remark.paragraph, len(paragraphs)) - 1])
        runs = _runs_at(Paragraph(element, document._body), remark.words)
        comment = document.add_comment(runs, remark.text, _AUTHOR, _INITIALS)
        for run in (run for paragraph in comment.paragraphs for run in paragraph.runs):
            run.font.size = _SMALL
    return saved(document)


def _opened(file: Path | bytes) -> WordDocument:
    try:
        return Document(io.BytesIO(file) if isinstance(file, bytes) else str(file))
    except (OSError, BadZipFile, PackageNotFoundError, KeyError, ValueError):
        raise UnreadableDocument(
            f"{file if isinstance(file, Path) else 'the file'} cannot be copied with comments: "
            "open it in Word and save it again as .docx"
        ) from None


def _paragraphs(document: WordDocument) -> list[CT_P]:
    found = list(document.element.body.iter(qn("w:p")))
    return found or [document.add_paragraph()._p]


def _outside_boxes(paragraph: CT_P) -> CT_P:
    """The paragraph, or the one that a text box with it is anchored in: Word takes no comments in boxes."""
    boxes = [above for above in paragraph.iterancestors() if above.tag == _BOX]
    if not boxes:
        return paragraph
    return next((above for above in boxes[-1].iterancestors() if isinstance(above, CT_P)), paragraph)


def _runs_at(paragraph: Paragraph, words: str) -> list[Run]:
    """The runs of a paragraph that hold these words and nothing else; all of them where that cannot be."""
    runs = [run for run in paragraph.runs if run.text]
    if not runs:
        return [paragraph.add_run()]
    span = _span(words, "".join(run.text for run in runs))
    if span is None:
        return runs
    held: list[Run] = []
    at = 0
    for run in runs:
        length = len(run.text)
        start, end = max(span[0] - at, 0), min(span[1] - at, length)
        if start < end:
            held.append(_cut(run, start, end))
        at += length
    return held


def _span(words: str, text: str) -> tuple[int, int] | None:
    pattern = r"\s+".join(map(re.escape, plain(words).split()))
    found = re.search(pattern, plain(text), re.IGNORECASE) if pattern else None
    return found.span() if found else None


def _cut(run: Run, start: int, end: int) -> Run:
    """The part of a run from `start` to `end`, what is before and after it put into runs of their own.

    A run that holds anything but text is left whole.
    """
    if any(child.tag not in _ONLY_TEXT for child in run._r):
        return run
    text = run.text
    for part, put in ((text[:start], run._r.addprevious), (text[end:], run._r.addnext)):
        if part:
            element = deepcopy(run._r)
            put(element)
            Run(element, run._parent).text = part
    run.text = text[start:end]
    return run
