"""Reading an overview report by its suffix, and the YAML that a person corrects."""

from pathlib import Path

import pytest
from small_reports import report

from scr_check.documents.overview import Overview, OverviewRecommendation, Paragraph, Section
from scr_check.errors import UnreadableDocument
from scr_check.readers.overview import read_overview
from scr_check.readers.overview_yaml import overview_yaml

TEXT = """# Northmoor Safeguarding Children Board

## 4 Analysis

4.9 It was: "late", he said - # not a comment. Yes & no; 12:30 {braces}.

4.12 Northmoor Children's Social Care (CSC) wrote to the mother at length about the visits that were missed.

## 9 Recommendations

9.1 Recommendation 1. Northmoor Police must check every adult.

## Action plan

| Rec | Action | Who | When | Status |
|---|---|---|---|---|
| 1 | Act on it | Officer, Northmoor Police | 31 May 2011 | Completed 30 May 2011 |

## Annexe C: key to identities

| Reference | Name |
|---|---|
| SW1 | Amanda Frayne |
"""


@pytest.fixture
def saved(tmp_path):
    def save(text: str, name: str = "overview.yaml") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return save


def test_markdown_and_its_yaml_are_the_same_report(saved):
    read = read_overview(saved(TEXT, "overview.md"))
    assert len(read.recommendations) == 1 and read.action_plan and read.identities and read.doubts
    assert read_overview(saved(overview_yaml(read))) == read


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "two\nlines",
        "  spaces  ",
        "4.10",
        "yes",
        "- dash",
        "a: b",
        "é “curly”",
        "a\\b",
        'say "so"',
        "#",
        "@at",
        "x" * 300,
        "word " * 60 + "end",
        "tab\there",
        "\u00a0",
    ],
)
def test_any_text_comes_back_from_yaml(saved, text):
    overview = Overview(
        title=text,
        paragraphs=[Paragraph(ref=text, heading=text, text=text, page=3, section=Section.FACTS, form="item")],
        recommendations=[
            OverviewRecommendation(id=text, set="imr", organisation=text, text=text, addressed_to=[text])
        ],
        glossary={text: text},
        doubts=[text],
    )
    assert read_overview(saved(overview_yaml(overview))) == overview


def test_the_doubts_stand_first():
    lines = overview_yaml(report("4.1 One.\n\n4.3 Three.")).splitlines()
    assert lines[0] == "format: scr-overview/1"
    assert lines[1].startswith("# Please check")
    assert lines[2:4] == ["doubts:", "  - no recommendations were found"]


def test_the_contract_s_own_example(saved):
    read = read_overview(
        saved("""
format: scr-overview/1
title: Child T
paragraphs:
  - {ref: "6.12", heading: "6 Analysis", text: Nobody asked., page: 41}
  - {ref: 4.10, heading: 7 Lessons, text: Ask.}
recommendations:
  - {id: "1", set: overview, text: Act., addressed_to: [The Board], ref: "9.3"}
action_plan:
  actions:
    - {id: 1.10, recommendation: overview/1, action: Act, due: 2010-09-30, scope: local, milestones: [one]}
""")
    )
    assert [(p.ref, p.page, p.section.value) for p in read.paragraphs] == [
        ("6.12", 41, "analysis"),
        ("4.10", None, "lessons"),
    ]
    assert read.recommendations[0].addressed_to == ["The Board"]
    assert (read.action_plan.actions[0].id, read.action_plan.actions[0].recommendation) == (
        "1.10",
        ["overview/1"],
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("format: scr-summary/1\nboard: X\n", "is an executive summary"),
        ("title: X\n", "is not an overview report"),
        ("- a\n- b\n", "is not an overview report"),
        ("format: scr-overview/1\nparagrafs: []\n", "line 2"),
        ("format: scr-overview/1\nparagraphs:\n  - {text: a, page: many}\n", "paragraphs.0.page"),
        ("format: scr-overview/1\nparagraphs: [\n", "line"),
        ("format: scr-overview/1\nparagraphs:\n  - {ref: '1'}\n", "paragraphs.0.text"),
    ],
)  # fmt: skip
def test_yaml_that_is_no_overview_report_is_refused_in_a_sentence(saved, text, said):
    with pytest.raises(UnreadableDocument, match=r"^overview\.yaml.*\.$") as caught:
        read_overview(saved(text))
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("name", "said"),
    [("report.doc", "save it as .docx"), ("report.xlsx", ".docx, .pdf"), ("report", ".docx, .pdf")],
)
def test_other_kinds_of_file_are_refused_in_a_sentence(tmp_path, name, said):
    with pytest.raises(UnreadableDocument, match=said):
        read_overview(tmp_path / name)
