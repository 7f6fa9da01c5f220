"""Judgements and conclusions made milder or surer, in many wordings, and the honest wordings beside them."""

import pytest

from scr_check.comparison.compare import compare, index_report
from scr_check.documents.overview import Overview, Paragraph, Section
from scr_check.documents.summary import KeyIssue, Summary
from scr_check.language.certainty import certainty, is_undecided

ANALYSIS = {
    "4.1": "The ward sister told the duty social worker of the bruising on 3 May. The duty social worker wrote it down"
    " and passed it to nobody. This was inexcusable.",
    "4.2": "The panel looked at supervision. The health visitor had been supervised once in two years. The absence of"
    " supervision was a profound failing of the trust and not of the health visitor.",
    "4.3": "The decision to return the child to his father was wrong. It was taken without a visit to the house.",
    "4.4": "The police took nine hours to send a car. The panel considers the delay to have been wholly unjustified.",
    "4.5": "The letter from the head teacher was ignored by the team manager, which the author finds indefensible.",
    "4.6": "The housing association's handling of the complaints was seriously deficient. Nine complaints were"
    " treated as nine separate matters.",
    "4.7": "The interpreter was the child's own aunt. To use a relative in this way was dangerous.",
    "4.8": "The psychiatrist's letter took five weeks. That was a minor matter and is understandable in a service"
    " with one secretary.",
}
CONCLUSIONS = {
    "7.1": "The panel concludes that the injury could have been prevented.",
    "7.2": "A visit in June would probably have led to an earlier conference.",
    "7.3": "The author does not claim that a conference by itself would have kept the child safe.",
    "7.4": "I do not suggest that shortage of money lay behind the closing of the clinic.",
    "7.5": "The panel believes that the two councils shared the blame for the lost file.",
}


@pytest.fixture(scope="module")
def report():
    paragraphs = [
        Paragraph(ref=ref, heading=section.value, text=text, section=section)
        for section, told in ((Section.ANALYSIS, ANALYSIS), (Section.CONCLUSIONS, CONCLUSIONS))
        for ref, text in told.items()
    ]
    return index_report(Overview(paragraphs=paragraphs))


def kinds(report, **fields):
    wanted = {"judgement-softened", "conclusion-changed"}
    found = compare(Summary(subject="Child Z", **fields), report).differences
    return {difference.kind for difference in found} & wanted


@pytest.mark.parametrize(
    "text",
    [
        "That the duty social worker told nobody of the bruising was less helpful than it might have been.",
        "The trust could have offered the health visitor more supervision.",
        "Supervision of the health visitor was lighter than would be desirable.",
        "It might have been wiser to visit the house before returning the child to his father.",
        "The return of the child to his father was a judgement that might be questioned.",
        "The police response was slower than usual.",
        "There were some shortcomings in the police response.",
        "The team manager overlooked the head teacher's letter, an understandable slip.",
        "There was room for a better response from the team manager to the head teacher's letter.",
        "The housing association's handling of complaints left something to be desired.",
        "Using a relative as interpreter was not best practice.",
        "In the housing association's handling of the complaints there were several points to reflect on.",
        "The housing association handled the complaints to a reasonable standard.",
        "The decision to return the child to his father could have gone further.",
        "The delay of the police had its shortcomings.",
        "The absence of supervision was a shortcoming of the trust and not of the health visitor.",
        "The absence of supervision was an understandable failing of the trust.",
        "To use a relative as interpreter was perhaps unwise.",
        "The decision to return the child was wrong; the absence of supervision could have been avoided.",
        "Returning the child was wrong, and the handling of complaints by the housing association was limited in scope.",
        "Putting the letter aside was wrong; using the child's own aunt as interpreter was less than ideal.",
    ],
)
def test_a_judgement_made_mild_is_doubted(report, text):
    assert kinds(report, key_issues=[KeyIssue(id="K1", text=text)]) == {"judgement-softened"}


@pytest.mark.parametrize(
    "text",
    [
        "The duty social worker told nobody of the bruising, for which there was no excuse.",
        "The duty social worker recorded the bruising but passed it to nobody.",
        "The lack of supervision of the health visitor was a serious failing by the trust.",
        "It was wrong to return the child to his father without visiting the house.",
        "The delay of the police in sending a car could not be justified.",
        "The psychiatrist's letter took five weeks, an understandable and minor delay.",
        "Using a relative to interpret put the child at risk and was dangerous.",
        "Warning of the danger of using a relative as interpreter could scarcely have been clearer.",
    ],
)
def test_a_judgement_kept_or_left_out_is_not(report, text):
    assert kinds(report, key_issues=[KeyIssue(id="K1", text=text)]) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Whether the injury could have been prevented is uncertain.", {"conclusion-changed"}),
        ("The panel was unable to say if the injury was preventable.", {"conclusion-changed"}),
        ("The injury could not have been prevented.", {"conclusion-changed"}),
        ("The panel finds that the injury was preventable.", set()),
        ("In the panel's view the injury would very likely have happened anyway.", {"conclusion-changed"}),
        ("The panel does not think that the injury would have happened in any case.", set()),
        ("A visit in June would without doubt have led to an earlier conference.", {"conclusion-changed"}),
        ("An earlier conference would probably have followed a visit in June.", set()),
        (
            "The author is satisfied that a conference alone would have kept the child safe.",
            {"conclusion-changed"},
        ),
        ("The author stops short of saying that a conference alone would have kept the child safe.", set()),
        (
            "The author believes that shortage of money lay behind the closing of the clinic.",
            {"conclusion-changed"},
        ),
        ("The author would not say that a shortage of money lay behind the clinic's closing.", set()),
        (
            "The panel cannot say that both councils shared the blame for the lost file.",
            {"conclusion-changed"},
        ),
        ("In the panel's view the councils shared the blame for the lost file.", set()),
        ("The author does not find that a conference by itself would have kept the child safe.", set()),
    ],
)
def test_conclusions_are_held_against_the_report_by_how_sure_they_are(report, text, expected):
    assert kinds(report, conclusion=text) == expected


def test_what_is_left_undecided_is_told_from_what_is_sure():
    text = "The harm was foreseeable, but it cannot be said whether it was preventable."
    assert not is_undecided(text, text.index("foresee"), text.index(","))
    assert is_undecided(text, text.index("prevent"), len(text) - 1)
    assert certainty("it is beyond doubt that") == "certain"
    assert certainty("more likely than not") == "probable"


FORESEEN = [
    ("9.1", "Nobody could have predicted that he would be hurt on that day."),
    ("9.2", "But serious harm was foreseeable from June."),
    (
        "9.3",
        "Could it have been prevented? The panel was not of one mind, and eight of its members say that it could.",
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("That day could not have been predicted. Serious harm, however, was foreseeable from June.", set()),
        ("That day could not have been predicted. It was clear from June that harm would come.", set()),
        ("That day could not have been predicted. Serious harm was predictable if nobody acted.", set()),
        (
            "That day could not have been predicted. The danger was equally hard to foresee.",
            {"conclusion-changed"},
        ),
        ("That day could hardly have been foreseen by anyone.", {"conclusion-changed"}),
    ],
)
def test_what_could_be_foreseen_is_not_all_denied(text, expected):
    paragraphs = [Paragraph(ref=ref, text=told, section=Section.CONCLUSIONS) for ref, told in FORESEEN]
    assert (
        kinds(index_report(Overview(paragraphs=paragraphs)), conclusion=text) & {"conclusion-changed"}
        == expected
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The panel asked whether the injury was preventable. It probably could have been.", set()),
        (
            "The panel asked whether the injury was preventable. It certainly could have been.",
            {"conclusion-changed"},
        ),
    ],
)
def test_a_sentence_that_goes_on_concludes_too(text, expected):
    told = "The panel concludes that the injury could probably have been prevented."
    report = index_report(Overview(paragraphs=[Paragraph(ref="9.1", text=told, section=Section.CONCLUSIONS)]))
    assert kinds(report, conclusion=text) & {"conclusion-changed"} == expected


ANSWERED = [
    ("8.1", "Was the injury preventable?", "I conclude that it was. A medical would have followed."),
    (
        "8.2",
        "Was the injury preventable?",
        "I do not find that a proper handover would of itself have prevented it.",
    ),
    ("8.3", "Foresight", "That he would be hurt was foreseen by the nurse and the doctor."),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The author concludes that the injury could have been prevented.", set()),
        (
            "The author thinks it doubtful whether the injury could have been prevented.",
            {"conclusion-changed"},
        ),
        ("A proper handover would not by itself have prevented it.", set()),
        ("A proper handover would have prevented it.", {"conclusion-changed"}),
        ("Neither the nurse nor the doctor had foreseen that he would be hurt.", {"conclusion-changed"}),
    ],
)
def test_a_question_in_a_heading_is_answered_below_it(text, expected):
    report = index_report(
        Overview(
            paragraphs=[
                Paragraph(ref=ref, heading=heading, text=told, section=Section.CONCLUSIONS)
                for ref, heading, told in ANSWERED
            ]
        )
    )
    assert kinds(report, conclusion=text) & {"conclusion-changed"} == expected
