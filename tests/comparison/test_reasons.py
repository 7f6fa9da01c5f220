"""Reasons: for a delay, for what was done, and what is said to have been done since."""

import pytest
from reports import chapters

from scr_check.comparison.compare import compare, index_report
from scr_check.documents.overview import Overview, Paragraph, Section
from scr_check.documents.summary import Event, KeyIssue, ReviewProcess, Summary

TOLD = {
    Section.INTRODUCTION: [
        "The review should have been completed by 3 March 2009. The Board agreed it five weeks late. The cause was the "
        "illness of the first author, for whom a successor had to be found. The inquest did not delay the review.",
        "The coroner opened an inquest and adjourned it.",
    ],
    Section.FACTS: [
        "The planning meeting of 4 May 2008 was put off to 9 June because the chair had no minutes of the one before.",
        "The family support worker was on leave for most of May 2008.",
        "The surgery did not telephone the ward, as its own rules required.",
        "No interpreter was offered to her at any stage.",
        "Nobody told the landlord or the school that the tenancy no longer existed.",
        "The boy was last seen by the nurse on 2 April 2008, six weeks before.",
        "On 7 May 2008 the mother asked a friend to look after him, since she had an examination.",
    ],
    Section.ANALYSIS: [
        "The clinic has put its letters in order since then.",
        "The nursery examined 40 of its files in the autumn.",
        "The landlord has written to the mother to say that he was wrong.",
    ],
}


@pytest.fixture(scope="module")
def report():
    return index_report(chapters(TOLD))


def of_the_review(text):
    """A report with one paragraph on the review itself."""
    paragraph = Paragraph(ref="1.1", text=text, section=Section.INTRODUCTION)
    return index_report(Overview(paragraphs=[paragraph]))


def kinds(report, **fields):
    notes = {"event-left-out", "finding-left-out", "key-issue-omitted"}
    return {one.kind for one in compare(Summary(subject="Child Z", **fields), report).differences} - notes


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("The report was five weeks late because its first author fell ill.", False),
        ("It was late: the first author was unwell. The inquest had no part in that.", False),
        ("It was late because the panel had to wait for the inquest.", True),
        ("The panel did not wish to report before the trial was over.", True),
        ("The first draft had twice to be sent back, and the successor began afresh.", False),
    ],
)
def test_the_reasons_of_a_delay_are_the_reports(report, text, doubted):
    found = kinds(report, review_process=ReviewProcess(delay_reason=text))
    assert ("order-or-cause-changed" in found) is doubted


@pytest.mark.parametrize(
    ("told", "text", "doubted"),
    [
        ("It was not the police investigation.", "The police investigation was the other cause.", True),
        ("It was not the police investigation.", "The police investigation was not the cause.", False),
        ("The lateness of the trial did not affect the date.", "The panel had to wait for the trial.", True),
        ("A new date was accepted.", "The Government Office accepted a revised date.", False),
        ("Two of the staff were witnesses.", "Two prosecution witnesses had to be seen late.", False),
        ("Two of the staff were away.", "Two members of staff were seen after the prosecution.", True),
    ],
)
def test_what_the_report_says_was_no_cause_is_none(told, text, doubted):
    told = f"The review was nine weeks late. The reason was the second review by the school. {told}"
    report = of_the_review(told)
    found = kinds(report, review_process=ReviewProcess(delay_reason=text))
    assert ("order-or-cause-changed" in found) is doubted


@pytest.mark.parametrize(
    ("stage", "doubted"),
    [("he was sentenced", True), ("his guilty plea", False), ("the trial was over", False)],
)
def test_a_stage_of_the_proceedings_is_not_another(stage, doubted):
    told = (
        "The review was nine weeks late, because the witnesses could not be seen until he had pleaded guilty."
    )
    report = of_the_review(told)
    found = kinds(
        report, review_process=ReviewProcess(delay_reason=f"The witnesses could not be seen before {stage}.")
    )
    assert ("order-or-cause-changed" in found) is doubted


@pytest.mark.parametrize(
    "reason", ["its author fell ill", "the first draft had to be sent back", "of the inquest"]
)
def test_a_reason_of_another_sort_is_not_the_reports(reason):
    told = (
        "The review was due on 3 March and was late, as the witnesses could not be seen before the verdict."
    )
    report = of_the_review(told)
    found = kinds(
        report, review_process=ReviewProcess(delay_reason=f"It was five weeks late because {reason}.")
    )
    assert found == {"order-or-cause-changed"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The meeting of 4 May was put off to 9 June because earlier minutes were missing.", None),
        (
            "The planning meeting of 4 May was put off to 9 June because the family support worker was on leave.",
            "order-or-cause-changed",
        ),
        ("The surgery rang the ward, as its rules required.", "negation-flipped"),
        ("The surgery did not ring the ward.", None),
        ("An interpreter was offered.", "negation-flipped"),
        ("Landlord and school were told.", "negation-flipped"),
        ("After 2 April 2008 the nurse did not see the boy.", None),
        ("On 7 May a friend was asked to look after him: the mother was due to sit an examination.", None),
    ],
)
def test_events_keep_their_reasons_and_denials(report, text, kind):
    found = kinds(report, summary_of_events=[Event(date="2008", text=text)])
    assert found == ({kind} if kind else set())


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("The clinic has since put its letters in order.", False),
        ("The nursery has since looked through 40 of its files.", False),
        ("The surgery has since written to the family to apologise.", True),
        ("The school has since trained all of its staff.", True),
        ("The school has apologised to the mother.", True),
        ("The landlord has apologised to the family in writing.", False),
    ],
)
def test_what_is_said_to_have_been_done_since_must_be_told(report, text, doubted):
    found = kinds(report, key_issues=[KeyIssue(text=text)])
    assert ("unsupported-claim" in found) is doubted


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("These lessons have been taken to heart, and a boy like him would now be protected.", True),
        ("The Board is satisfied that every clinic answers letters today.", True),
        ("The clinic has since then put its letters in order.", False),
        ("A letter has not been answered until somebody has read it.", False),
        ("Those who are told now must write it down.", False),
    ],
)
def test_a_lesson_does_not_say_that_all_is_well(report, text, doubted):
    assert ("unsupported-claim" in kinds(report, lessons=[text])) is doubted


@pytest.mark.parametrize(
    ("late", "doubted"),
    [("nine weeks", False), ("just over two months", False), ("six weeks", True), ("seven weeks", False)],
)
def test_a_review_was_as_late_as_the_report_says_or_its_dates_tell(late, doubted):
    told = "The review was due by 2 January 2011. It was agreed nine weeks late. The last report, due on 31 January, came on 21 March."
    found = kinds(
        of_the_review(told), review_process=ReviewProcess(delay_reason=f"The review was {late} late.")
    )
    assert ("number-changed" in found) is doubted


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("The mother preferred to wait until she had been sentenced.", False),
        ("The mother preferred to speak before she had been sentenced.", True),
    ],
)
def test_not_until_is_after(text, doubted):
    report = of_the_review("The mother did not wish to take part until she had been sentenced.")
    found = kinds(report, review_process=ReviewProcess(family_involvement=text))
    assert ("order-or-cause-changed" in found) is doubted


def test_a_report_that_only_says_what_was_no_cause_gives_no_other():
    report = of_the_review("The review was agreed five weeks late. The inquest did not delay the review.")
    text = "The first author's illness held it up for five weeks."
    assert kinds(report, review_process=ReviewProcess(delay_reason=text)) == set()


def test_a_cause_that_kept_something_from_being_done_is_one():
    report = of_the_review(
        "The review was nine weeks late. The cause of the delay was that papers from the family proceedings could not be "
        "used without the permission of the court."
    )
    process = ReviewProcess(delay_reason="Papers from the family proceedings could not be used at first.")
    assert "order-or-cause-changed" not in kinds(report, review_process=process)
