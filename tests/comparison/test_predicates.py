"""Who did what to whom, as the comparison reads it."""

import pytest

from scr_check.comparison.names import report_names
from scr_check.comparison.predicates import predicates_in, spoken_of_after
from scr_check.comparison.sentence import read_sentence
from scr_check.documents.overview import Overview

NAMES = report_names(Overview(glossary={"HV1": "health visitor", "CSC": "Children's Social Care"}))


def told(text: str, before: str = "") -> dict[str, set[tuple[str, str]]]:
    """For each verb (as written) the parts that parties play, a sentence before it giving pronouns their meaning."""
    spoken_of = ()
    if before:
        earlier = read_sentence(before, NAMES)
        spoken_of = spoken_of_after(earlier, predicates_in(earlier), ())
    sentence = read_sentence(text, NAMES)
    return {
        sentence.words[one.at].lower: {(role.part, role.party.role) for role in one.roles}
        for one in predicates_in(sentence, spoken_of)
    }


@pytest.mark.parametrize(
    ("text", "verb", "parts"),
    [
        ("The police notified CSC.", "notified", {("doer", "police"), ("done to", "children's social care")}),
        (
            "CSC was notified by the police.",
            "notified",
            {("doer", "police"), ("done to", "children's social care")},
        ),
        ("The mother, who told the midwife, left.", "told", {("doer", "mother"), ("done to", "midwife")}),
        ("A duty social worker (SW1) recorded the call.", "recorded", {("doer", "social worker")}),
        (
            "HV1 visited the mother and wrote to the GP.",
            "wrote",
            {("doer", "health visitor"), ("done to", "gp")},
        ),
    ],
)
def test_a_verb_has_its_doer_and_those_it_is_done_to(text, verb, parts):
    assert parts <= told(text)[verb]


def test_a_pronoun_stands_for_the_party_before_it():
    assert ("doer", "mother") in told("She told the GP.", before="The mother met the midwife.")["told"]
    assert ("doer", "police") in told("It closed the case.", before="The police saw the father.")["closed"]
