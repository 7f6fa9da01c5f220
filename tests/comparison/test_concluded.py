"""What a sentence concludes of foresight and prevention."""

import pytest

from scr_check.comparison.concluded import claims_in
from scr_check.comparison.index import ReportIndex
from scr_check.comparison.sentence import read_sentence
from scr_check.documents.overview import Overview

NAMES = ReportIndex(Overview()).names


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("The harm could have been prevented.", "yes"),
        ("The harm could have been prevented, had nothing changed.", "yes"),
        ("Nothing that was done could have prevented it.", "no"),
        ("They agree that nothing which the services might have done would have prevented her death.", "no"),
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
