"""The page beside its findings: checklist, matrix, documents, marking and map."""

import hashlib
import io
import re
import sys
from types import SimpleNamespace

import pytest
from html_pages import file_of, page_of, text_of
from lxml import html
from review_files import REPORT, SUMMARY

from scr_check.finding import Carried, CoverageItem


def test_the_checklist_names_every_rule_and_what_came_of_it(page):
    rows = {text_of(row[2]): text_of(row[1]) for row in page.xpath("//section[@class='checklist']//tbody/tr")}
    assert len(rows) > 100
    assert rows["AP201"] == "No mismatch found"
    assert rows["AP203"].startswith("2 errors")
    assert rows["STR206"].startswith("1 warning")


def test_the_checklist_begins_with_what_is_statutory(page):
    heads = [text_of(one) for one in page.xpath("//section[@class='checklist']/details/summary")]
    assert [one.partition(":")[0] for one in heads] == [
        "Required by statutory guidance",
        "Recommended by the template",
        "Good practice",
        "The file itself",
    ]


def test_rules_without_a_report_are_not_passes(page_on):
    page = page_on("format: scr-summary/1\n")
    rows = {text_of(row[2]): text_of(row[1]) for row in page.xpath("//section[@class='checklist']//tbody/tr")}
    assert rows["REC101"] == "Not applied: the summary names no overview report to compare with"


def test_the_matrix_shows_which_action_answers_what(page):
    rows = page.xpath("//section[@class='matrix']//tbody/tr")
    assert len(rows) == 1
    recommendation, actions, found = map(text_of, rows[0])
    assert recommendation.startswith("1 Northmoor Primary Care Trust should consider")
    assert "1.1 Train staff no lead; no organisation; no date; no status" in actions
    assert "Error REC104" in found
    assert "Error AP203" in found


MATRIX = """\
format: scr-summary/1
recommendations:
  - {id: "1", text: First.}
  - {id: "1", set: imr, organisation: Northmoor Police, text: Second.}
action_plan:
  actions:
    - {id: A, recommendation: ["1", "imr:northmoor police/1"], action: For both.}
    - {id: B, recommendation: "7", action: For none.}
"""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            MATRIX,
            [("1 First", "A"), ("Northmoor Police 1", "A"), ("Actions for no recommendation", "B")],
        ),
        (
            MATRIX.partition("action_plan")[0],
            [("1 First", "No action"), ("Northmoor Police 1", "No action")],
        ),
    ],
)
def test_the_matrix_joins_by_set_and_number(page_on, text, shown):
    page = page_on(text)
    rows = [tuple(map(text_of, row)) for row in page.xpath("//section[@class='matrix']//tbody/tr")]
    assert len(rows) == len(shown)
    for (first, second, _), (recommendation, action) in zip(rows, shown, strict=True):
        assert first.startswith(recommendation)
        assert second.startswith(action)


def test_the_documents_are_told_by_name_date_and_hash(page, review):
    said = text_of(page.xpath("//section[@class='documents']")[0])
    for name in ("summary.yaml", "report.md"):
        assert name in said
        assert hashlib.sha256((review / name).read_bytes()).hexdigest() in said
    assert len(re.findall(r"Last changed \d{1,2} [A-Z][a-z]+ 20\d\d", said)) == 2


def test_a_summary_from_standard_input_is_told_by_the_hash_of_its_text(folder, scr_check, monkeypatch):
    content = b"format: scr-summary/1\nsubject: Child T\n"
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(content)))
    said = scr_check("validate", "-", "--format", "html").out
    assert hashlib.sha256(content).hexdigest() in said


@pytest.mark.parametrize(
    ("line", "marking"),
    [
        ("RESTRICTED", "RESTRICTED"),
        ("RESTRICTED - CHILD PROTECTION", "RESTRICTED"),
        ("OFFICIAL – SENSITIVE", "OFFICIAL-SENSITIVE"),
        ("[OFFICIAL-SENSITIVE]", "OFFICIAL-SENSITIVE"),
        ("NOT PROTECTIVELY MARKED", "NOT PROTECTIVELY MARKED"),
        ("The papers were restricted.", None),
        ("Restricted growth was noted", None),
    ],
)
def test_the_marking_of_the_report_is_carried_over(review, scr_check, line, marking):
    (review / "report.md").write_text(REPORT.replace("RESTRICTED", line), encoding="utf-8")
    page = html.fromstring(scr_check("validate", "summary.yaml", "--format", "html").out)
    shown = [text_of(one) for one in page.xpath("//p[@class='marking']")]
    assert shown == ([marking] * 2 if marking else [])
    assert (f'content: "{marking}"' in page.xpath("//style")[0].text) == bool(marking)


@pytest.mark.parametrize(
    ("head", "marking"),
    [
        ("RESTRICTED - Child T, overview report", "RESTRICTED"),
        ("Child T (OFFICIAL-SENSITIVE) page 3", "OFFICIAL-SENSITIVE"),
        ("A confidential review", None),
    ],
)
def test_a_marking_in_a_running_head_is_carried_over(review, scr_check, head, marking):
    read = f"format: scr-overview/1\nrunning_heads:\n  - {head}\nparagraphs:\n  - text: It met.\n"
    (review / "report.yaml").write_text(read, encoding="utf-8")
    report = scr_check("validate", "summary.yaml", "--overview", "report.yaml", "--format", "html").out
    shown = [text_of(one) for one in html.fromstring(report).xpath("//p[@class='marking']")]
    assert shown == ([marking] * 2 if marking else [])


def test_the_marking_of_the_summary_counts_too_and_the_highest_wins(review, page_on):
    page = page_on(f"# CONFIDENTIAL\n{SUMMARY}")
    assert text_of(page.xpath("//p[@class='marking']")[0]) == "CONFIDENTIAL"


def test_the_page_says_that_it_is_no_certificate(page):
    assert "No mismatch found is not a certificate." in text_of(page.xpath("//footer")[0])


# The map

ITEMS = tuple(
    CoverageItem("findings", f"Finding {number}", f"4.{number}", state, 12)
    for number, state in enumerate(
        (Carried.CARRIED, Carried.LEFT_OUT, Carried.PARTLY, Carried.CARRIED), start=1
    )
)


def test_the_map_is_in_the_order_of_the_report():
    page = page_of(file_of(coverage_map=ITEMS))
    (drawing,) = page.xpath("//*[local-name()='svg']")
    assert (
        drawing.get("aria-label")
        == "Findings of the report: 2 of 4 carried, 1 partly, 1 left out, in the report's order"
    )
    cells = [one for one in drawing.xpath(".//*[local-name()='rect']") if one.get("class") != "ground"]
    assert [(one.get("class"), one.get("x"), one.get("height")) for one in cells] == [
        ("carried", "0", "10"),
        ("left-out", "10", "1"),
        ("partly", "20", "5"),
        ("carried", "30", "10"),
    ]
    assert text_of(cells[1]) == "4.2 Finding 2: left out"


def test_the_map_lists_what_is_missing():
    page = page_of(file_of(coverage_map=ITEMS))
    said = [text_of(one) for one in page.xpath("//div[@class='strip']//li")]
    assert said == ["Left out: 4.2 Finding 2 (page 12)", "Partly: 4.3 Finding 3 (page 12)"]


def test_a_section_has_one_number():
    sections = (CoverageItem("sections", "3 Chronology", "3.1", Carried.LEFT_OUT, 11),)
    page = page_of(file_of(coverage_map=sections))
    assert text_of(page.xpath("//div[@class='strip']//li")[0]) == "Left out: 3 Chronology (page 11)"


@pytest.mark.parametrize(
    ("topic", "figures", "said"),
    [
        (
            "recommendations",
            {"in_overview": 12, "in_summary": 12, "matched": 11},
            "11 of the report's 12 are in the summary, 1 not found there",
        ),
        (
            "statements",
            {"checked": 84, "supported": 80, "unsupported": 1, "contradicted": 3},
            "80 of 84 found in the report, 3 contradicted, 1 not found",
        ),
    ],
)
def test_the_map_shows_the_figures_of_coverage(topic, figures, said):
    page = page_of(file_of(coverage={topic: figures}))
    assert said in text_of(page.xpath("//section[@class='map']")[0])


def test_without_a_comparison_there_is_no_map():
    assert not page_of(file_of()).xpath("//section[@class='map']")
