"""Parts of a whole: said as a fraction or percentage, or given one by one with their total."""

import pytest

from scr_check.comparison.bearing import Weighing
from scr_check.comparison.index import ReportIndex
from scr_check.comparison.names import summary_names
from scr_check.comparison.portions import unlike_portions
from scr_check.comparison.statements import statements_of
from scr_check.comparison.sums import unlike_sums
from scr_check.documents.overview import Overview, Paragraph, Section
from scr_check.documents.summary import Event, Summary

REPORT = [
    ("4.1", "In May 2010 the category was used for 41 per cent of calls from schools."),
    ("4.2", "Six statements were made that he would leave. They are set out below. Five of the six fell in the last month."),
    ("4.3", "Eight injuries to the boy were noted: five at the nursery and three at the hospital."),
]  # fmt: skip


@pytest.fixture(scope="module")
def index():
    paragraphs = [
        Paragraph(ref=ref, heading="4", section=Section.ANALYSIS, text=text) for ref, text in REPORT
    ]
    return ReportIndex(Overview(paragraphs=paragraphs))


def read(text, index):
    summary = Summary(summary_of_events=[Event(text=text)])
    statement = statements_of(summary, summary_names(summary, index.names))[0]
    return statement, index, Weighing(statement, index)


@pytest.mark.parametrize(
    ("text", "unlike"),
    [
        ("The category covered well over half of calls from schools in May 2010.", [41]),
        ("The category covered about two fifths of calls from schools in May 2010.", []),
        ("Six statements were made that he would leave; barely half came in the last month.", [5]),
        ("Six statements were made that he would leave; all but one came in the last month.", []),
    ],
)
def test_a_portion_is_held_against_numbers_and_percentages(index, text, unlike):
    assert [other.value for *_, other in unlike_portions(*read(text, index))] == unlike


@pytest.mark.parametrize(
    ("parts", "unlike"),
    [
        ("four at the nursery and three at the hospital", [(4, 5)]),
        ("five at the nursery and three at the hospital", []),
        ("three at the hospital and five at the nursery", []),
    ],
)
def test_parts_that_no_longer_make_up_their_total_are_told(index, parts, unlike):
    found = unlike_sums(*read(f"Eight injuries to the boy were noted: {parts}.", index))
    assert [(mine.value, theirs.value) for mine, _, theirs in found] == unlike
