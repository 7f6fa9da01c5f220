"""What the comparison says of single statements: each kind of distortion, and the honest rewordings beside it."""

import pytest

from scr_check.comparison.compare import compare, index_report
from scr_check.documents.overview import Identity, Overview, Paragraph, Section
from scr_check.documents.summary import Event, KeyIssue, Summary

REPORT = {
    Section.FACTS: [
        (
            "3.1",
            "On 4 March 2008 the health visitor (HV1) made the birth visit. HV1 did not ask who else lived in the household.",
        ),
        ("3.2", "The mother missed five of the eleven antenatal appointments that she was offered."),
        (
            "3.3",
            "On 9 May 2008 a neighbour telephoned the police about shouting. Two officers attended and spoke to the mother.",
        ),
        (
            "3.4",
            "The police did not notify Children's Social Care of the incident. The housing officer was told in June 2008.",
        ),
        (
            "3.5",
            "Child Z, who was five months old, was taken to the surgery with a cough. The locum doctor noticed a bruise.",
        ),
        (
            "3.7",
            "On 2 July 2008 the sister was not weighed, no doctor saw her, and the chart was left empty. The clinic "
            "wrote to the mother twice. Nobody followed this up.",
        ),
        (
            "3.8",
            "The stepfather told the housing officer that he drank. The nursery was not told of it. He has not been "
            "seen by the drug service since August 2008.",
        ),
        (
            "3.6",
            "The school nurse weighed the older brother before the summer holiday and recorded a loss of three kilograms.",
        ),
        (
            "3.9",
            "Child Z was born on 14 December 2007. Health Visitor 2 took over on 1 August 2008; Health Visitor 1 had left. "
            "Of nine home visits due that autumn, only four were kept by the team.",
        ),
        ("3.10", "The limit for a first report is ten working days. This one took 14 working days."),
        (
            "3.11",
            "The father was asked for his address on 8 August 2008. No letter was sent to him. He told all who asked that "
            "the lodger did not live there.",
        ),
        (
            "3.12",
            "Ashdown Hospital chose to leave the specialist nurse's post empty for seven months in order to save £9,000.",
        ),
        (
            "3.13",
            "On 5 September 2008 the mother told a neighbour that the lodger came, and nothing was done.",
        ),
        (
            "3.14",
            "From 22.00 to 07.00 the only person on duty at the refuge is a night porter. The duty social worker carried "
            "27 cases that spring, when the department's guide was 18.",
        ),
        (
            "3.15",
            "The duty doctor advised the aunt to take Child Z to the ward. Child Z was not taken. The aunt told two nurses, "
            "and neither rang her back.",
        ),
    ],
    Section.ANALYSIS: [
        (
            "4.1",
            "The failure of the police to notify Children's Social Care was a serious failure in the response to the family.",
        ),
        ("4.2", "Seven agencies had learned by the autumn that the stepfather had joined the household."),
        (
            "4.3",
            "The panel does not accept that workload explains the absence of supervision in the health visiting team.",
        ),
        ("4.5", "The practice manager should have rung before the clinic closed that evening."),
        (
            "4.4",
            "The nursery kept careful records of attendance and shared them with the social worker every week.",
        ),
    ],
    Section.CONCLUSIONS: [
        (
            "7.1",
            "The panel concludes that the injury to Child Z could have been prevented by an examination at the surgery.",
        ),
        (
            "7.2",
            "A call to the lodger's landlord might have prevented the later injury. It cannot be said that it would.",
        ),
    ],
}


@pytest.fixture(scope="module")
def report():
    paragraphs = [
        Paragraph(ref=ref, heading=f"{section.value}", text=text, section=section)
        for section, told in REPORT.items()
        for ref, text in told
    ]
    identities = [
        Identity(reference=reference) for reference in ("Child Z", "Health Visitor 1", "Health Visitor 2")
    ]
    glossary = {"HV1": "health visitor", "Ashdown": "Ashdown Hospital"}
    return index_report(Overview(paragraphs=paragraphs, glossary=glossary, identities=identities))


def kinds(report, **fields):
    notes = {"event-left-out", "finding-left-out", "key-issue-omitted"}
    found = compare(Summary(subject="Child Z", **fields), report).differences
    return {difference.kind for difference in found} - notes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mother missed six of her eleven antenatal appointments.", "number-changed"),
        ("A neighbour telephoned the police about shouting on 9 June 2008.", "date-changed"),
        ("Child Z, by then seven months old, was taken to the surgery with a cough.", "age-changed"),
        ("The police notified Children's Social Care of the incident.", "negation-flipped"),
        ("A neighbour telephoned the ambulance service about shouting.", "agency-swapped"),
        ("The school nurse weighed the older brother after the summer holiday.", "order-or-cause-changed"),
        ("In July the sister was weighed, although no doctor saw her.", "negation-flipped"),
        ("The nursery was told that the stepfather drank.", "negation-flipped"),
        (
            "The duty doctor advised the aunt to take Child Z to the ward, and Child Z was taken.",
            "negation-flipped",
        ),
        (
            "On 9 May 2008, when Child Z was two months old, a neighbour telephoned the police about shouting.",
            "age-changed",
        ),
        (
            "Ashdown Hospital kept the post of specialist nurse empty for seven months to save £4,000.",
            "number-changed",
        ),
        (
            "The police chose to leave the specialist nurse's post empty for seven months in order to save £9,000.",
            "agency-swapped",
        ),
    ],
)
def test_distorted_events_are_doubted(report, text, expected):
    assert expected in kinds(report, summary_of_events=[Event(date="2008", text=text)])


@pytest.mark.parametrize(
    "text",
    [
        "Of eleven antenatal appointments the mother missed 5.",
        "Police were called by a neighbour to shouting on 9/5/08.",
        "Child Z (five months) was brought to the GP practice with a cough.",
        "Children's Social Care was not notified of the incident by the police.",
        "The older brother had been weighed by the school nurse before the summer holiday.",
        "The housing officer, but not the nursery, was told by the stepfather that he drank.",
        "Without being weighed or seen by a doctor the sister went home, and nothing stood in her chart.",
        "It was in August 2008 that the drug service last saw the stepfather.",
        "At the birth visit in March 2008 the health visitor did not ask who lived there.",
        "On 9 May 2008, when Child Z was four months old, a neighbour telephoned the police about shouting.",
        "The second health visitor took over in August 2008.",
        "Five of the nine home visits due were not kept by the team.",
        "The first report took four working days more than the limit.",
        "The specialist nurse had had no training later than 2007.",
        "The father denied to everybody who asked that the lodger lived there.",
        "Good practice called for a letter to the father, and there was none.",
        "The mother had told a neighbour of the lodger, but no action followed.",
        "Between ten at night and seven in the morning the refuge was left to its night porter.",
        "Against a guide of 18 the duty social worker had 27 cases.",
        "The aunt was advised by the duty doctor to take Child Z to the ward, but she was not taken.",
        "The practice manager rang after the clinic had closed that evening.",
        "Neither of the nurses whom the aunt had told had rung her back.",
        "Two things were missed: what the lodger was, and where he slept.",
        "The stepfather told the housing officer that he drank, but the nursery did not hear of it.",
    ],
)
def test_honest_rewordings_of_events_are_not(report, text):
    assert kinds(report, summary_of_events=[Event(date="2008", text=text)]) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Four agencies had learned by the autumn that the stepfather had joined the household.",
            "count-disagrees",
        ),
        (
            "That the police did not notify Children's Social Care was an area for development.",
            "judgement-softened",
        ),
        (
            "The nursery kept careful records of attendance but never shared them with the social worker.",
            "negation-flipped",
        ),
        (
            "The injury to Child Z could not have been prevented by an examination at the surgery.",
            "conclusion-changed",
        ),
        (
            "The agencies have since apologised and families can now be confident of support.",
            "unsupported-claim",
        ),
    ],
)
def test_distorted_judgements_are_doubted(report, text, expected):
    assert expected in kinds(report, key_issues=[KeyIssue(id="K1", text=text)])


@pytest.mark.parametrize(
    "text",
    [
        "By autumn it was known to 7 agencies that the stepfather had moved into the household.",
        "It was a serious failure that the police did not notify Children's Social Care.",
        "Workload, the panel finds, does not explain why supervision was absent in health visiting.",
        "An examination at the surgery could have prevented the injury to Child Z.",
    ],
)
def test_honest_rewordings_of_judgements_are_not(report, text):
    assert kinds(report, key_issues=[KeyIssue(id="K1", text=text)]) == set()


def test_an_alias_that_the_report_gives_beside_the_name_is_not():
    told = Paragraph(
        text="She came to Children's Social Care, Northmoor Police, in May 2006.", section=Section.FACTS
    )
    beside = index_report(Overview(paragraphs=[told]))
    assert not kinds(beside, aliases={"Northmoor Police": ["Children's Social Care"]})


def test_an_alias_that_joins_two_kinds_of_body_is_doubted(report):
    assert "alias-joins-two-bodies" in kinds(report, aliases={"Northmoor Police": ["Children's Social Care"]})


def test_every_difference_shows_a_passage_and_words_of_the_statement(report):
    text = "The mother missed six of her eleven antenatal appointments."
    [difference] = [
        found
        for found in compare(Summary(summary_of_events=[Event(text=text)]), report).differences
        if found.kind == "number-changed"
    ]
    assert difference.quote == "six"
    assert difference.evidence[0].ref == "3.2"
    start, end = difference.evidence[0].highlight[0]
    assert difference.evidence[0].text[start:end] == "five"


def test_a_lesson_that_says_all_is_well_by_now_is_doubted(report):
    lessons = [
        "Agencies now work closely together, and families can be confident that the gaps have been closed."
    ]
    assert "unsupported-claim" in kinds(report, lessons=lessons)


def test_a_lesson_drawn_in_the_perfect_is_not(report):
    lessons = ["Support must not be withdrawn because a programme has run its course."]
    assert kinds(report, lessons=lessons) == set()


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        (
            "It cannot be said whether a call to the lodger's landlord would have prevented the later injury.",
            False,
        ),
        ("A call to the lodger's landlord could not have prevented the later injury.", True),
    ],
)
def test_what_might_have_been_is_not_certain(report, text, doubted):
    assert ("conclusion-changed" in kinds(report, conclusion=text)) is doubted
