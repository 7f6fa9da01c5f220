"""Figures told otherwise than by a number, and figures that change places: parts of a whole, norms, ages, bounds."""

import pytest
from reports import chapters

from scr_check.comparison.compare import compare, index_report
from scr_check.documents.overview import Section
from scr_check.documents.summary import Event, KeyIssue, Summary

REPORT = index_report(
    chapters(
        {
            Section.FACTS: [
                "The conference of 4 May 2008 agreed eight actions for the household. Five of the eight actions had been "
                "carried out by the autumn.",
                "Only four of the surgery's 17 nurses had been trained in safeguarding.",
                "The watch manager did not know whom to telephone. Of 188 station staff, 31 had been trained.",
                "The second health visitor had 470 children on her caseload. The Trust's ceiling was 350.",
                "On 3 June 2008 the grandmother told the brother to leave. He was 15. He went to foster carers in Marlbeck.",
                "A stay was offered to children of eight or over. The advocate met the sister at the hostel.",
                "Seven of the weekly visits were kept. Ten had been due under the agreement with the mother.",
                "Six missed opportunities came before the birth and five after it.",
                "The curfew was lifted by the court on 12 January 2008.",
                "Officers looked into the welfare of all 23 pupils whom the escort had driven since 2008.",
                "In autumn 2008 the stepfather moved into the flat over the bakery in Marlbeck.",
            ],
            Section.ANALYSIS: ["Six organisations share the failures, which were failures of systems and not of persons."],
        }
    )
)  # fmt: skip


def doubts(**fields):
    notes = {"event-left-out", "finding-left-out", "key-issue-omitted"}
    return [one for one in compare(Summary(**fields), REPORT).differences if one.kind not in notes]


@pytest.mark.parametrize(
    ("text", "quote", "kind", "ref"),
    [
        ("All but one of the eight agreed actions were carried out by the autumn.", "All but one", "number", "1.1"),
        ("Seven of the eight actions were carried out by the autumn.", "Seven", "number", "1.1"),
        ("All but four of the surgery's 17 nurses had been trained in safeguarding.", "All but four", "number", "1.2"),
        ("Nearly half of the surgery's 17 nurses had been trained in safeguarding.", "Nearly half", "number", "1.2"),
        ("All eight of the agreed actions were carried out by the autumn.", "All", "number", "1.1"),
        ("Barely a third of the 188 station staff had been trained.", "Barely a third", "number", "1.3"),
        ("The second health visitor had 350 children against a ceiling of 470.", "470", "number", "1.4"),
        ("Five missed opportunities came before the birth and six after it.", "Five", "count", "1.8"),
        ("The court lifted the curfew at the end of January 2008.", "at the end of January 2008", "date", "1.9"),
        ("The stepfather moved into the flat over the bakery in Marlbeck in spring 2008.", "spring 2008", "date", "1.11"),
        ("Told to leave by the grandmother, the brother went to foster carers. He was 14.", "14", "age", "1.5"),
    ],
)  # fmt: skip
def test_figures_that_the_report_gives_otherwise_are_doubted(text, quote, kind, ref):
    [found] = doubts(summary_of_events=[Event(date="2008", text=text)])
    said = "count-disagrees" if kind == "count" else f"{kind}-changed"
    assert (found.kind, found.quote, found.evidence[0].ref) == (said, quote, ref)


@pytest.mark.parametrize(
    "text",
    [
        "All but three of the eight agreed actions were carried out by the autumn.",
        "All eight actions were for the household.",
        "Three of the eight actions had not been carried out by the autumn.",
        "More than half of the eight actions were carried out by the autumn.",
        "Fewer than a quarter of the surgery's 17 nurses had been trained in safeguarding.",
        "All but 13 of the surgery's 17 nurses lacked training in safeguarding.",
        "Less than a fifth of the 188 station staff had been trained.",
        "Against a ceiling of 350 the second health visitor had 470 children.",
        "The brother, told by the grandmother to leave, went to foster carers. He was 15.",
        "The advocate met the sister, aged 12, at the hostel.",
        "Of ten weekly visits due, seven were kept.",
        "Before the birth there were six missed opportunities, and five after it.",
        "After the birth there were five missed opportunities; six came before it.",
        "The court lifted the curfew in mid-January 2008.",
        "Officers looked into the welfare of 22 other pupils whom the escort had driven since 2008.",
        "In late 2008 the stepfather moved into the flat over the bakery in Marlbeck.",
    ],
)
def test_the_same_figures_in_other_words_are_not(text):
    assert not doubts(summary_of_events=[Event(date="2008", text=text)])


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("More than six organisations share the failures.", ["More than six"]),
        ("More than five organisations share the failures.", []),
        ("No fewer than six organisations share the failures.", []),
    ],
)
def test_a_bound_is_no_count(text, doubted):
    assert [one.quote for one in doubts(key_issues=[KeyIssue(id="K1", text=text)])] == doubted


BORN = index_report(
    chapters(
        {
            Section.FACTS: [
                "Child Y was born on 2 September 2007.",
                "On 26 November 2007 the nurse found Child Y, who was twelve weeks old, to be well in his cot.",
            ]
        }
    )
)


@pytest.mark.parametrize(
    ("age", "doubted"), [("nearly three months", False), ("nearly four months", True), ("12 weeks", False)]
)
def test_an_age_told_nearly_is_reckoned_from_the_birth(age, doubted):
    event = Event(date="26 November 2007", text=f"The nurse found Child Y, {age} old, to be well in his cot.")
    found = {
        one.kind for one in compare(Summary(subject="Child Y", summary_of_events=[event]), BORN).differences
    }
    assert ("age-changed" in found) is doubted
