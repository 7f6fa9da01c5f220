"""The date of an event, held against all that the report tells under it."""

import pytest

from scr_check.comparison.compare import compare, index_report
from scr_check.documents.overview import Overview, Paragraph, Section
from scr_check.documents.summary import Event, KeyIssue, Summary

STORY = [
    ("3.1", "On 5 May 2009 the midwife booked the pregnancy. The aunt interpreted, and the question about safety was left."),
    ("3.2", "On 8 September 2009 the aunt was held up. The midwife rang an interpreter and saw the mother alone."),
    ("3.3", "The mother said that the aunt punished the boy and that the uncle kept her passport."),
    ("3.4", "In December 2009 the nursery closed. In January the boy was moved to a school and liked it there."),
]  # fmt: skip
TEXT = (
    "A midwife saw the mother alone, since the aunt was late. The mother said that the aunt punished the boy."
)


@pytest.fixture(scope="module")
def report():
    paragraphs = [
        Paragraph(ref=ref, heading="3 Facts", section=Section.FACTS, text=text) for ref, text in STORY
    ]
    return index_report(Overview(paragraphs=paragraphs))


def kinds(report, date, text=TEXT):
    summary = Summary(summary_of_events=[Event(date=date, text=text)])
    return {found.kind for found in compare(summary, report).differences} - {"event-left-out"}


@pytest.mark.parametrize("date", ["8 September 2009", "September 2009", "2009-09-05 to 2009-09-12"])
def test_an_event_told_under_its_own_date_passes(report, date):
    assert kinds(report, date) == set()


@pytest.mark.parametrize("date", ["8 September 2010", "14 June 2009"])
def test_an_event_told_under_another_date_only_is_doubted(report, date):
    assert kinds(report, date) == {"date-changed"}


def test_the_year_is_left_open_after_a_turn_of_the_year(report):
    assert report.passages[-1].sentence.dates[0].year is None


def test_an_event_is_told_under_the_day_that_its_heading_names():
    text = "A neighbour rang for help. The aunt had tried to go back. She left hospital on 9 July 2010."
    told = Paragraph(ref="5.2", heading="Friday 2 July 2010", section=Section.FACTS, text=text)
    report = index_report(Overview(paragraphs=[told]))
    event = "A neighbour called for help, and the aunt had tried to go back."
    assert kinds(report, "2 July 2010", event) == set()
    assert kinds(report, "2 August 2010", event) == {"date-changed"}


def test_passages_that_an_author_refers_to_are_nearest():
    paragraphs = [
        Paragraph(ref=ref, heading="5 Analysis", section=Section.ANALYSIS, text=text)
        for ref, text in (("D.4", "The nurse did not weigh the boy."), ("D.9", "The nurse did not weigh the boy then."))
    ]  # fmt: skip
    summary = Summary(key_issues=[KeyIssue(text="The nurse weighed the boy.", overview=["D.8-D.10"])])
    found = compare(summary, index_report(Overview(paragraphs=paragraphs))).differences
    assert [one.evidence[0].ref for one in found if one.kind == "negation-flipped"] == ["D.9"]
