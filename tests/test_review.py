"""The summary in Word with its findings as comments, read back as Word would show them."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from scr_check.documents.publication import Remark
from scr_check.writers.comments import texts_of, with_comments

ROOT = Path(__file__).parents[1]
REPORT = ROOT / "examples/good/overview-report.docx"
BAD = ROOT / "examples/bad/summary.yaml"


def commented(content) -> list[tuple[str, str]]:
    """The words each comment is about, and its text."""
    document = Document(BytesIO(content) if isinstance(content, bytes) else content)
    texts = {comment.comment_id: comment.text for comment in document.comments}
    assert {comment.author for comment in document.comments} <= {"scr-check"}
    found = []
    starts = document.element.body.iter(qn("w:commentRangeStart"))
    for start in sorted(starts, key=lambda one: int(one.get(qn("w:id")))):
        words, at = "", start.getnext()
        while (at.tag, at.get(qn("w:id"))) != (qn("w:commentRangeEnd"), start.get(qn("w:id"))):
            words += "".join(text.text or "" for text in at.iter(qn("w:t")))
            at = at.getnext()
        found.append((words, texts[int(start.get(qn("w:id")))]))
    return found


@pytest.fixture
def word():
    """A Word file with two paragraphs, the first in three runs."""
    document = Document()
    paragraph = document.add_paragraph()
    paragraph.add_run("The Trust ")
    paragraph.add_run("should consider").bold = True
    paragraph.add_run(" a policy, said the “Board”.")
    document.add_paragraph("A second paragraph.")
    return document


def content_of(document) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("paragraph", "words", "held"),
    [
        (1, "should consider", "should consider"),
        (1, "should", "should"),
        (1, "Trust  should consider a", "Trust should consider a"),
        (1, 'said the "Board"', "said the “Board”"),
        (1, "not there", "The Trust should consider a policy, said the “Board”."),
        (1, "", "The Trust should consider a policy, said the “Board”."),
        (2, "second", "second"),
        (99, "", "A second paragraph."),
    ],
)
def test_a_comment_stands_at_its_words(word, paragraph, words, held):
    before = content_of(word)
    after = with_comments(before, [Remark(paragraph, words, "Why?")])
    assert commented(after) == [(held, "Why?")]
    assert texts_of(after) == texts_of(before)


def test_several_comments_on_the_same_words(word):
    remarks = [Remark(1, words, words) for words in ("should consider", "consider a", "should consider")]
    assert [held for held, _ in commented(with_comments(content_of(word), remarks))] == [
        "should consider",
        "consider a",
        "should consider",
    ]


def test_the_form_of_the_words_is_kept(word):
    document = Document(BytesIO(with_comments(content_of(word), [Remark(1, "consider", "Why?")])))
    bold = [run.text for run in document.paragraphs[0].runs if run.bold]
    assert bold == ["should ", "consider"]


def test_a_text_box_has_its_comment_at_its_anchor(word):
    run = word.paragraphs[1].runs[0]
    run._r.append(
        parse_xml(
            f"<w:pict {nsdecls('w')} xmlns:v='urn:schemas-microsoft-com:vml'><v:shape><v:textbox><w:txbxContent>"
            "<w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict>"
        )
    )
    (found,) = commented(with_comments(content_of(word), [Remark(3, "In a box", "Why?")]))
    assert found[0].startswith("A second paragraph.")


def test_each_finding_of_a_yaml_summary_is_a_comment(scr_check, folder):
    ran = scr_check("review", BAD, "--docx", "out.docx")
    findings = scr_check("validate", BAD, "--format", "json").findings
    found = commented(folder / "out.docx")
    assert ran.code == 0
    assert len(found) == len(findings)
    (decided,) = [one for one in found if "REV101" in one[1]]
    assert decided[0] == "16 March 2010"
    for said in ("1.4, page 3) says: “", "What to do: write 2010-02-16", "Required by: ", "Certain: "):
        assert said.removeprefix("1.4, ") in decided[1]


def test_a_word_summary_is_copied_with_comments_and_else_unchanged(scr_check, folder):
    assert scr_check("render", BAD, "--draft", "-o", "own.docx").code == 0
    before = (folder / "own.docx").read_bytes()
    assert scr_check("review", "own.docx", "--docx", "out.docx", "--overview", REPORT).code == 0
    assert (folder / "own.docx").read_bytes() == before
    assert texts_of((folder / "out.docx").read_bytes()) == texts_of(before)
    held = {text.partition(")")[0]: words for words, text in commented(folder / "out.docx")}
    assert held["Error (REV101"] == "16 March 2010"
    assert held["Error (REC104"] == "should consider"


def test_neither_the_summary_nor_another_file_is_written_over(scr_check, folder):
    Document().save(folder / "own.docx")
    before = (folder / "own.docx").read_bytes()
    assert scr_check("review", BAD, "--docx", "own.docx").code == 2
    ran = scr_check("review", "own.docx", "--docx", "own.docx", "--force", "--overview", REPORT)
    assert (ran.code, (folder / "own.docx").read_bytes()) == (2, before)
    assert scr_check("review", BAD, "--docx", "own.docx", "--force").code == 0


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_word_processor_opens_the_file_and_shows_the_comments(scr_check, folder):
    scr_check("review", BAD, "--docx", "out.docx")
    form = 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"true"}}'
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{folder}/office",
            "--headless",
            "--convert-to",
            form,
            "out.docx",
        ],
        check=True,
        capture_output=True,
        cwd=folder,
        timeout=180,
    )
    import pypdfium2

    pages = pypdfium2.PdfDocument(folder / "out.pdf")
    kinds = {annotation for page in pages for annotation in _annotations(page)}
    assert pypdfium2.raw.FPDF_ANNOT_TEXT in kinds


def _annotations(page):
    from pypdfium2 import raw

    for index in range(raw.FPDFPage_GetAnnotCount(page.raw)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, index)
        yield raw.FPDFAnnot_GetSubtype(annotation)
        raw.FPDFPage_CloseAnnot(annotation)
