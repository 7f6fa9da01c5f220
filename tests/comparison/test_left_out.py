"""What the report's analysis judges most gravely, and no key issue carries."""

import pytest
from reports import chapters

from scr_check.comparison.compare import compare, index_report
from scr_check.comparison.themes import themes_of
from scr_check.documents.overview import Overview, Paragraph, Section
from scr_check.documents.summary import KeyIssue, Summary

TOLD = {
    Section.ANALYSIS: [
        "The surgery weighed the baby twice in March and did not plot the weights. This was a serious failure.",
        "The housing officer saw the broken window in May and ordered its repair. He acted properly.",
        "The school closed its file on the sister without asking where she had gone. That was inexcusable.",
        "The pressure of work explains the closing of the school's file; it does not excuse it.",
        "The team manager wrote the management review of the council, which was a serious omission of the council.",
    ],
}
WEIGHTS = "Not to plot the weights of March was a serious failure of the surgery."
FILE = "It was inexcusable that the school closed the sister's file without asking where she had gone."


@pytest.mark.parametrize(
    ("issues", "left_out"),
    [
        ([WEIGHTS, FILE], []),
        ([WEIGHTS], ["paragraph 1.3"]),
        ([FILE], ["paragraph 1.1"]),
        ([], []),  # no key issues at all is a finding of another rule
    ],
)
def test_a_grave_judgement_is_carried_by_a_key_issue(issues, left_out):
    summary = Summary(subject="Child Z", key_issues=[KeyIssue(text=text) for text in issues])
    found = compare(summary, index_report(chapters(TOLD))).differences
    messages = [one.message for one in found if one.kind == "key-issue-omitted"]
    assert messages == [
        f"no key issue carries what the overview report judges in {place}" for place in left_out
    ]


def test_a_key_issue_may_refer_to_the_paragraph():
    issue = KeyIssue(text=FILE, overview=["1.1"])
    found = compare(Summary(subject="Child Z", key_issues=[issue]), index_report(chapters(TOLD))).differences
    assert [one for one in found if one.kind == "key-issue-omitted"] == []


def analysis(*sections):
    """A report whose analysis has these sections, each a heading and its paragraphs, numbered 4.1 and on."""
    told = [(heading, text) for heading, *texts in sections for text in texts]
    return index_report(
        Overview(
            paragraphs=[
                Paragraph(
                    ref=f"4.{number}",
                    heading=heading,
                    text=text,
                    section=Section.FACTS if heading[:1].isdigit() else Section.ANALYSIS,
                )
                for number, (heading, text) in enumerate(told, 1)
            ]
        )
    )


GRAVE = "The surgery did not plot the weights. This was a failing."


@pytest.mark.parametrize(
    ("sections", "themes"),
    [
        (
            [("Weighing", GRAVE), ("What the Surgery did", GRAVE), ("Others who had a part", GRAVE)],
            ["Weighing"],
        ),
        ([("Weighing", GRAVE), ("Episode 1: the spring", GRAVE)], ["Weighing"]),
        (
            [("Episode 1: the spring", GRAVE), ("Episode 2: the move", GRAVE)],
            ["Episode 1: the spring", "Episode 2: the move"],
        ),
        (
            [
                ("4 May 2009", "He was weighed."),
                ("The letter", f"It came on 5 May. {GRAVE}"),
                ("What we think", GRAVE),
            ],
            ["What we think"],
        ),
    ],
)
def test_what_of_an_analysis_is_a_theme(sections, themes):
    assert [theme.heading for theme in themes_of(analysis(*sections))] == themes
