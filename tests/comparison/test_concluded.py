"""What a sentence concludes of foresight and prevention."""

import pytest

from scr_check.comparison.concluded import claims_in, concluded
from scr_check.comparison.index import ReportIndex
from scr_check.comparison.sentence import read_sentence
from scr_check.documents.overview import Overview, Paragraph, Section

NAMES = ReportIndex(Overview()).names


@pytest.mark.parametrize(
    "text",
    [
        "A family that moves may be avoiding notice.",
        "It is not suggested that the repair by itself would have prevented the death.",
    ],
)
def test_what_concludes_nothing_of_the_harm(text):
    assert claims_in(read_sentence(text, NAMES)) == []


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("The harm could have been prevented.", "yes"),
        ("The harm could have been prevented, had nothing changed.", "yes"),
        ("Nothing that was done could have prevented it.", "no"),
        ("They agree that nothing which the services might have done would have prevented her death.", "no"),
        ("The harm could not, in all likelihood, have been prevented.", "no"),
        (
            "As to whether it could have been prevented, the panel concludes that it probably could have been.",
            "yes",
        ),
        ("The boy's preventer was not given, and the harm could have been avoided.", "yes"),
        ("In three ways it did, none of which was inevitable.", "yes"),
        ("Nor does he find that the mother's illness made harm inevitable.", "yes"),
        ("He does not find that better support would have prevented it.", "no"),
        (
            "On whether it could have been prevented the panel and the author take different views.",
            "undecided",
        ),
        (
            "Whether it would have been prevented is a question on which both feel unable to pronounce.",
            "undecided",
        ),
    ],
)
def test_a_sentence_concludes_for_or_against_or_leaves_open(text, answer):
    claims = claims_in(read_sentence(text, NAMES))
    assert [claim.answer for claim in claims if claim.topic == "prevented"] == [answer]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Nobody could have known that he would be left alone.", ["no"]),
        ("The panel does not say that anyone could have predicted it.", ["no"]),
        ("Could anyone have predicted it?", []),
    ],
)
def test_what_nobody_could_have_known_was_not_foreseen_and_a_question_concludes_nothing(text, answer):
    claims = claims_in(read_sentence(text, NAMES))
    assert [claim.answer for claim in claims if claim.topic == "foreseen"] == answer


def test_a_reply_answers_the_question_before_it_wherever_the_report_concludes():
    told = "The second question is whether the harm could have been prevented. In my view it could."
    paragraph = Paragraph(ref="2.1", text=told, section=Section.INTRODUCTION)
    [(passage, claim)] = concluded(ReportIndex(Overview(paragraphs=[paragraph])))
    assert (passage.sentence.text, claim.topic, claim.answer) == ("In my view it could.", "prevented", "yes")
