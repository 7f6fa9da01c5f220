"""The figures that stand beside a figure, and lengths of time that two dates make up."""

import pytest

from scr_check.comparison.bearing import Weighing
from scr_check.comparison.company import company_of, is_reckoned, is_the_rest
from scr_check.comparison.index import ReportIndex
from scr_check.comparison.names import summary_names
from scr_check.comparison.said_numbers import SaidNumber
from scr_check.comparison.statements import statements_of
from scr_check.documents.overview import Overview, Paragraph, Section
from scr_check.documents.summary import Event, Summary

REPORT = [
    ("1.9", "The author was an inspector from 1998 until 2008."),
    ("4.3", "Six services offered the boy 48 appointments. He was brought to 22 of them."),
    ("6.2", "He was brought to 13 appointments in 2009 and to nine afterwards."),
    (
        "6.4",
        "His mother was not told of 21 of the 23 episodes. Seventeen visits were due and 12 were made by appointment.",
    ),
    ("6.3", "In another case a boy was brought to 17 appointments."),
]


@pytest.fixture(scope="module")
def index():
    return ReportIndex(
        Overview(
            paragraphs=[
                Paragraph(ref=ref, heading="4 Facts", section=Section.FACTS, text=text)
                for ref, text in REPORT
            ]
        )
    )


def statement_of(text, index):
    summary = Summary(summary_of_events=[Event(text=text)])
    return statements_of(summary, summary_names(summary, index.names))[0]


def passage(index, ref):
    return next(one for one in index.passages if one.paragraph.ref == ref)


def test_a_paragraph_that_gives_all_the_figures_keeps_them_company(index):
    statement = statement_of("Six services offered 48 appointments and he was brought to 22.", index)
    company = company_of(statement, statement.sentence.numbers[-1])
    assert company.told_around(passage(index, "4.3"), index) == 1
    assert company.told_around(passage(index, "6.3"), index) == 0


@pytest.mark.parametrize(("told", "expected"), [("ten", True), ("seven", False)])
def test_a_length_of_time_is_reckoned_from_two_dates(index, told, expected):
    statement = statement_of(f"The author was an inspector for {told} years.", index)
    near = Weighing(statement, index).whole
    assert is_reckoned(statement, statement.sentence.numbers[0], index, near) is expected


@pytest.mark.parametrize(("told", "expected"), [(22, True), (21, False)])
def test_a_number_may_be_two_of_a_passage_together(index, told, expected):
    statement = statement_of(f"He was brought to {told} appointments.", index)
    said = SaidNumber(statement, statement.sentence.numbers[0], index)
    assert said.is_given_by(passage(index, "6.2")) is expected


@pytest.mark.parametrize(
    ("text", "at", "rest"),
    [
        ("His mother was told of only two of the episodes.", 0, True),
        ("His mother was told of only three of the episodes.", 0, False),
        ("Of 17 visits due, all but five were made by appointment.", 1, True),
        ("Of 17 visits due, all but four were made by appointment.", 1, False),
    ],
)
def test_a_number_may_be_what_others_leave_over(index, text, at, rest):
    statement = statement_of(text, index)
    near = Weighing(statement, index).whole
    assert is_the_rest(statement, statement.sentence.numbers[at], index, near) is rest
