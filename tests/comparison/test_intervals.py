"""Intervals: what is said to lie days before another thing, and lies as long after it by the report's dates."""

import pytest
from reports import chapters

from scr_check.comparison.compare import compare, index_report
from scr_check.documents.overview import Section
from scr_check.documents.summary import Event, ReviewProcess, Summary

TOLD = {
    Section.INTRODUCTION: [
        "The mother pleaded guilty to cruelty on 24 January 2011.",
        "The author and the panel chair met the mother on 27 January 2011 in prison.",
    ],
    Section.FACTS: [
        "On 7 September 2009 a third social worker was allocated to the twins. The health visitor weighed the twins the next"
        " day and found them lighter.",
    ],
}


@pytest.fixture(scope="module")
def report():
    return index_report(chapters(TOLD))


def is_turned(report, **fields):
    found = compare(Summary(subject="Child Z", **fields), report).differences
    return any("the other way round" in one.message for one in found)


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("Three days after pleading guilty the mother met the author and the panel chair.", False),
        ("Three days before pleading guilty the mother met the author and the panel chair.", True),
        ("Nine days before pleading guilty the mother met the author and the panel chair.", False),
    ],
)
def test_an_interval_is_the_reports_by_its_dates(report, text, turned):
    assert is_turned(report, review_process=ReviewProcess(family_involvement=text)) is turned


@pytest.mark.parametrize(
    ("when", "turned"),
    [("a few days after", False), ("shortly before", True), ("well before", True), ("before", False)],
)
def test_so_may_one_without_a_number(report, when, turned):
    text = f"The mother met the author and the panel chair {when} pleading guilty."
    assert is_turned(report, review_process=ReviewProcess(family_involvement=text)) is turned


@pytest.mark.parametrize(("word", "turned"), [("after", False), ("before", True)])
def test_a_day_may_be_told_from_another(report, word, turned):
    text = f"On 8 September, the day {word} a third social worker was allocated, the twins were lighter."
    assert is_turned(report, summary_of_events=[Event(date="2009-09-08", text=text)]) is turned


def test_a_paragraph_may_have_thousands_of_sentences_without_a_date():
    text = "The twins were weighed. " * 2000 + "The mother met the health visitor the next day."
    report = index_report(chapters({Section.FACTS: [text]}))
    event = Event(date="2009-09-08", text="Three days after it the mother met the health visitor.")
    assert not is_turned(report, summary_of_events=[event])


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("The father was not seen before the trial and met the author in March.", False),
        ("The father kept away until the verdict and then met the author.", False),
        ("The father met the author shortly before the trial.", True),
        ("The aunt met the author before the trial.", False),
    ],
)
def test_the_family_were_heard_on_the_same_side_of_the_trial(text, turned):
    told = ["When his trial was over the author spoke to the father in prison.", "The aunt was seen twice."]
    index = index_report(chapters({Section.INTRODUCTION: told}))
    assert is_turned(index, review_process=ReviewProcess(family_involvement=text)) is turned
