"""A summary from Word as summary.yaml: the tool's own documents come back whole, others with doubts."""

import re
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from scr_check.documents.summary import Summary
from scr_check.guidance import load_profile, shipped_profiles
from scr_check.readers.summary import read_summary
from scr_check.readers.summary_document.headings import part_named
from scr_check.readers.summary_document.prose import day_of

ROOT = Path(__file__).parents[1]
GOOD = ROOT / "examples/good"
NOT_IN_WORD = {"guidance", "aliases", "overview_report", "format", "status"}
ORDINARY = """\
# Northmoor Safeguarding Children Board

## Serious Case Review in respect of Child T

## 1. Introduction

1.1 This is the summary of a review.

### 1.2 Why the review was held

Child T, aged two, was admitted to hospital.

### Decision to hold the review

The chair decided on 3 November 2009 to hold a review.

### Period under review

March 2006 to October 2009

### The Panel

- Designated nurse, Northmoor Primary Care Trust

### Independent author

B. Name, independent consultant, Name Associates

### Agencies involved

- Northmoor Primary Care Trust (health overview report)

### Family involvement

None

## 2. Chronology

| Date | Event |
|---|---|
| 14 March 2006 | Child T was born. |
| Spring 2007 | The health visitor was told. |

## 3. Key findings

### Visits were missed

The health visitor missed visits.

## 4. Lessons learned

- Visits matter.

## Acknowledgements

The panel thanks the family.

## 5. Conclusions

The harm could have been prevented.

## 6. Recommendations

1. Northmoor Primary Care Trust must visit every child within ten days.
2. Northmoor Police should tell the Trust of every call.

## 7. Action plan

| Rec | Action | Lead officer | Agency | Timescale | Progress |
|---|---|---|---|---|---|
| 1 | Write a rule | Director of Nursing | Northmoor Primary Care Trust | 30 September 2010 | Completed 12 August 2010 |
| 2 | Write a protocol | Superintendent | Northmoor Police | Within 3 months | In progress |
"""


def words(value: Any) -> Any:
    """A value without what setting and writing it may change: line breaks, signs of lists, forms of a day."""
    if isinstance(value, dict):
        return {key: words(one) for key, one in value.items() if one not in (None, [], {})}
    if isinstance(value, list):
        return [words(one) for one in value]
    return (
        day_of(re.sub(r"(^| )- ", " ", " ".join(value.split())).strip()) if isinstance(value, str) else value
    )


def told(summary: Summary) -> Any:
    return words(summary.model_dump(by_alias=True, exclude=NOT_IN_WORD))


@pytest.fixture
def ordinary(scr_check, folder):
    (folder / "ordinary.md").write_text(ORDINARY, encoding="utf-8")
    ran = scr_check("import", "ordinary.md", "-o", "summary.yaml", "--overview", "report.docx")
    assert ran.code == 0
    return (
        read_summary(folder / "summary.yaml"),
        ran.err,
        (folder / "summary.yaml").read_text(encoding="utf-8"),
    )


@pytest.mark.parametrize("form", ["docx", "md"])
def test_what_render_writes_comes_back_the_same(scr_check, folder, form):
    summary = GOOD / "summary.yaml"
    assert scr_check("render", summary, "--draft", "-o", f"out.{form}").code == 0
    ran = scr_check("import", f"out.{form}", "-o", "back.yaml")
    back = read_summary(folder / "back.yaml")
    assert told(back.summary) == told(read_summary(summary).summary)
    assert not back.faults
    assert "no field" not in ran.err.replace("DRAFT", "")


def test_the_draft_that_scaffold_writes_comes_back_the_same(scr_check, folder):
    report = GOOD / "overview-report.docx"
    for name in ("draft.docx", "draft.yaml"):
        assert scr_check("scaffold", "--from", report, "-o", name).code == 0
    ran = scr_check("import", "draft.docx", "-o", "back.yaml")
    assert told(read_summary(folder / "back.yaml").summary) == told(
        read_summary(folder / "draft.yaml").summary
    )
    assert "no field" not in ran.err


@pytest.mark.parametrize("name", shipped_profiles())
def test_a_draft_under_any_guidance_is_read_back(scr_check, folder, name):
    scr_check("scaffold", "--guidance", name, "-o", "draft.docx")
    ran = scr_check("import", "draft.docx", "--guidance", name, "-o", "summary.yaml")
    assert (ran.code, ran.err) == (0, "scr-check: wrote summary.yaml with 1 recommendation and 1 action\n")
    summary = read_summary(folder / "summary.yaml").summary
    assert summary.guidance == name
    assert all((summary.review_process, summary.key_issues, summary.recommendations, summary.action_plan))


@pytest.mark.parametrize("name", shipped_profiles())
def test_the_headings_of_every_guidance_are_known(name):
    assert {text: part_named(text) for text in load_profile(name).headings} == load_profile(name).headings


def test_the_headings_of_a_boards_own_guidance_open_its_parts(scr_check, folder):
    (folder / "own.toml").write_text(
        'extends = "wt2010"\nname = "own"\ntitle = "Own"\n[sections]\nkey_issues = "What went wrong"\n'
    )
    (folder / "review.md").write_text(
        "# Ashdale Board\n\n# Review: Child T\n\n## What went wrong\n\n### Visits\n\nNobody called.\n"
    )
    assert scr_check("import", "review.md", "--guidance", "own.toml", "-o", "summary.yaml").code == 0
    summary = read_summary(folder / "summary.yaml").summary
    assert (summary.guidance, [issue.text for issue in summary.key_issues]) == (
        "own.toml",
        ["Nobody called."],
    )


def test_an_ordinary_summary_is_read_by_its_headings(ordinary):
    read, _, _ = ordinary
    summary, process = read.summary, read.summary.review_process
    assert not read.faults
    assert (summary.board, summary.subject) == ("Northmoor Safeguarding Children Board", "Child T")
    assert summary.overview_report == "report.docx"
    assert process.decided_on == "3 November 2009"
    assert (process.period_reviewed.from_, process.period_reviewed.to) == ("March 2006", "October 2009")
    assert process.panel_members[0].organisation == "Northmoor Primary Care Trust"
    assert process.overview_author.job_title == "independent consultant"
    assert process.contributors[0].report == "health overview report"
    assert process.family_involvement.strip() == "None"
    assert [event.date for event in summary.summary_of_events] == ["14 March 2006", "Spring 2007"]
    assert [(issue.id, issue.title) for issue in summary.key_issues] == [("K1", "Visits were missed")]
    assert summary.lessons == ["Visits matter."]
    assert [one.addressed_to for one in summary.recommendations] == [
        ["Northmoor Primary Care Trust"],
        ["Northmoor Police"],
    ]
    first = summary.action_plan.actions[0]
    assert (first.recommendation, first.due, first.status, first.completed_on) == (
        ["overview/1"],
        "30 September 2010",
        "completed",
        "12 August 2010",
    )


def test_what_belongs_to_no_field_is_kept_as_comments_and_told(ordinary):
    _, err, text = ordinary
    assert "#   The panel thanks the family." in text
    assert "#   1.1 This is the summary of a review." in text
    assert "under “Acknowledgements”: 1 line belongs to no field" in err
    assert "thanks" not in err


def test_every_word_of_the_document_is_somewhere_in_the_file(ordinary):
    _, _, text = ordinary
    said = set(re.findall(r"[A-Za-z]{4,}", text.lower()))
    lines = [line for line in ORDINARY.splitlines() if line and not line.startswith(("#", "|"))]
    lost = [line for line in lines if set(re.findall(r"[A-Za-z]{4,}", line.lower())) - said]
    assert lost == []


def test_ids_keep_their_noughts(scr_check, folder):
    (folder / "one.md").write_text(
        "# Board\n\n## Recommendations\n\n**Recommendation 1.10.** The Board must act.\n", encoding="utf-8"
    )
    assert '  - id: "1.10"\n' in scr_check("import", "one.md").out


def test_events_that_open_with_dates_and_paragraphs_that_go_on(scr_check, folder):
    document = Document()
    document.add_heading("Summary of events", 1)
    for text in (
        "March 2006. Born.",
        "The family moved in May 2006.",
        "12 to 18 December 2008: He was seen.",
    ):
        document.add_paragraph(text)
    document.save(folder / "one.docx")
    scr_check("import", "one.docx", "-o", "one.yaml")
    events = read_summary(folder / "one.yaml").summary.summary_of_events
    assert [(event.date, event.text.split()) for event in events] == [
        ("March 2006", "Born. The family moved in May 2006.".split()),
        ("12 to 18 December 2008", "He was seen.".split()),
    ]


def test_a_reference_of_many_words_is_no_recommendation_of_its_own(scr_check, folder):
    body = "Northmoor and Southmoor Primary Care Trust for the County"
    (folder / "one.yaml").write_text(
        "format: scr-summary/1\nrecommendations:\n"
        f"  - {{id: N1, set: imr, organisation: {body}, text: It must act., addressed_to: [{body}]}}\n"
        "action_plan:\n  actions:\n"
        f"    - {{id: '1.1', recommendation: 'imr:{body}/N1', action: Act, due: 2010-09-30, lead: Head}}\n",
        encoding="utf-8",
    )
    scr_check("render", "one.yaml", "--draft", "-o", "one.docx")
    scr_check("import", "one.docx", "-o", "back.yaml")
    assert told(read_summary(folder / "back.yaml").summary) == told(read_summary(folder / "one.yaml").summary)


def test_a_part_that_is_missing_is_told(scr_check, folder):
    (folder / "one.md").write_text("# Board\n\n## Lessons\n\n- Visit.\n", encoding="utf-8")
    assert "no heading was found under which the action plan would stand" in scr_check("import", "one.md").err


def test_no_file_is_written_over(scr_check, folder):
    (folder / "one.md").write_text(ORDINARY, encoding="utf-8")
    (folder / "summary.yaml").write_text("kept", encoding="utf-8")
    assert scr_check("import", "one.md", "-o", "summary.yaml").code == 2
    assert (folder / "summary.yaml").read_text(encoding="utf-8") == "kept"


def test_a_file_that_is_no_document_is_told(scr_check, folder):
    (folder / "one.docx").write_text("no", encoding="utf-8")
    ran = scr_check("import", "one.docx")
    assert (ran.code, ran.out) == (2, "")
    assert "one.docx" in ran.err
