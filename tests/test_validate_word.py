"""A summary that is a Word file: checked like any other, its places told as paragraphs."""

from pathlib import Path

import pytest
from docx import Document
from docx.oxml import OxmlElement

from scr_check.documents.summary import Summary
from scr_check.readers.paragraph_places import ParagraphPlaces

ROOT = Path(__file__).parents[1]
REPORT = ROOT / "examples/good/overview-report.docx"

SUMMARY = Summary.model_validate(
    {
        "review_process": {"decided_on": "2009-11-03", "panel_members": [{"job_title": "Nurse"}]},
        "key_issues": [{"id": "K1", "title": "Visits", "text": "They were missed.\n\nNobody asked."}],
        "action_plan": {
            "actions": [
                {"id": "1.1", "action": "Write the rule", "due": "2010-09-30", "status": "in progress"},
                {"id": "2.1", "action": "Train all staff", "due": "2010-09-30", "status": "in progress"},
            ]
        },
    }
)
PARAGRAPHS = [
    "Key issues",  # in a list of contents
    "Decision to hold the review",
    "3 November 2009",
    "Key issues",
    "Visits",
    "They were missed.",
    "Nobody asked.",
    "",
    *("1.1", "Write the rule", "30 September 2010", "in progress"),
    *("2.1", "Train all staff", "30 September 2010", "in progress"),
]


@pytest.mark.parametrize(
    ("pointer", "quote", "paragraph"),
    [
        ("/review_process/decided_on", "", 3),
        ("/key_issues", "", 4),
        ("/key_issues/0/text", "", 6),
        ("/key_issues/0/text", "nobody  asked", 7),
        ("/key_issues/0", "", 5),
        ("/key_issues/7", "", 4),
        ("/action_plan/actions/0/due", "", 11),
        ("/action_plan/actions/1/due", "", 15),
        ("/action_plan/actions/1/status", "", 16),
        ("/action_plan/actions/1/lead", "", 13),
        ("/lessons", "", 1),
    ],
)
def test_the_paragraph_of_each_part(pointer, quote, paragraph):
    assert ParagraphPlaces.among(SUMMARY, PARAGRAPHS).of(pointer, quote).line == paragraph


def test_the_same_faults_are_found_as_in_yaml(scr_check, folder):
    bad = ROOT / "examples/bad/summary.yaml"
    assert scr_check("render", bad, "--draft", "-o", "bad.docx").code == 0
    chosen = ("--select", "REV", "--select", "REC", "--select", "AP", "--format", "json")
    in_yaml = scr_check("validate", bad, *chosen)
    in_word = scr_check("validate", "bad.docx", "--overview", REPORT, *chosen)
    assert sorted(in_word.rules) == sorted(in_yaml.rules)
    assert in_word.code == 1
    paragraphs = [paragraph.text for paragraph in _all(folder / "bad.docx")]
    (decided,) = [one for one in in_word.findings if one["rule"] == "REV101"]
    assert paragraphs[decided["line"] - 1] == "16 March 2010"


def _all(path):
    from docx.text.paragraph import Paragraph

    document = Document(path)
    return [Paragraph(one, document) for one in document.element.body.iter() if one.tag.endswith("}p")]


def test_the_text_report_says_paragraph(scr_check, folder):
    assert scr_check("render", ROOT / "examples/bad/summary.yaml", "--draft", "-o", "bad.docx").code == 0
    out = scr_check("validate", "bad.docx", "--overview", REPORT, "--select", "REV101").out
    assert "  --> bad.docx, paragraph 7\n" in out
    assert "7 | 16 March 2010\n" in out


def test_the_page_is_told_where_word_noted_the_pages(scr_check, folder):
    assert scr_check("render", ROOT / "examples/bad/summary.yaml", "--draft", "-o", "bad.docx").code == 0
    document = Document(folder / "bad.docx")
    for text in ("Date of the decision to hold the review", "Recommendations"):
        (heading,) = [one for one in document.paragraphs if one.text == text]
        heading.runs[0]._r.insert(0, OxmlElement("w:lastRenderedPageBreak"))
    document.save(folder / "bad.docx")

    def told(form, *rules):
        return scr_check(
            "validate", "bad.docx", "--overview", REPORT, "--select", *rules, "--format", form
        ).out

    assert "  --> bad.docx, paragraph 7 on page 2\n" in told("text", "REV101")
    assert "on page 3" in told("text", "REC101")
    assert "paragraph 7 on page 2 of" in told("markdown", "REV101")
    assert "paragraph 7 on page 2 of" in " ".join(told("html", "REV101").split())


def test_a_word_file_needs_its_report_named(scr_check, folder):
    Document().save(folder / "summary.docx")
    ran = scr_check("validate", "summary.docx")
    assert (ran.code, ran.out) == (2, "")
    assert "add --overview REPORT" in ran.err


def test_what_was_not_recognised_is_a_finding(scr_check, folder):
    document = Document()
    document.add_heading("Lessons", 1)
    document.add_paragraph("Visits matter.")
    document.add_heading("Acknowledgements", 1)
    document.add_paragraph("The panel thanks the family.")
    document.save(folder / "summary.docx")
    ran = scr_check(
        "validate", "summary.docx", "--overview", REPORT, "--select", "FIL213", "--format", "json"
    )
    assert [(one["rule"], one["line"]) for one in ran.findings] == [("FIL213", 4)]


def test_a_word_file_that_cannot_be_read_is_told(scr_check, folder):
    (folder / "summary.docx").write_text("no", encoding="utf-8")
    ran = scr_check("validate", "summary.docx", "--overview", REPORT, "--format", "json")
    assert (ran.code, ran.rules) == (2, ["FIL201"])
