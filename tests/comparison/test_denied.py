"""Which words of a sentence are denied, and of which nothing is said."""

import pytest

from scr_check.comparison.assertions import Assertions
from scr_check.comparison.index import ReportIndex
from scr_check.comparison.sentence import read_sentence
from scr_check.documents.overview import Overview

NAMES = ReportIndex(Overview()).names


def state(text, word):
    sentence = read_sentence(text, NAMES)
    return sentence.denied[[one.lower for one in sentence.words].index(word)]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("She said that neither of the two nurses whom she told that day had rung her back.", "rung"),
        ("None of the staff who knew him had asked.", "asked"),
        ("The gravest failing is that no such meeting was held.", "meeting"),
        ("There are ten agencies, none of which has ever employed him.", "employed"),
        ("She is not, and has not been, employed by any of them.", "employed"),
        ("He moved without a looked-after review, a pathway plan or an assessment.", "pathway"),
        ("The assessment was waiting to be allocated when she died.", "allocated"),
    ],
)
def test_a_subject_with_a_clause_of_its_own_denies_the_verb_after_it(text, word):
    assert state(text, word) > 0


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The recommendation of a planning meeting was sound.", "meeting"),
        ("The officer found the mother asleep and hard to rouse.", "rouse"),
        ("The crew tried to pass on what it saw.", "saw"),
        ("He told everybody who asked that she was well.", "asked"),
        ("The service advised the aunt to take her to hospital.", "take"),
        ("Both a discussion and an enquiry were called for.", "enquiry"),
        ("Several of them were anxious not to appear hostile.", "appear"),
        ("Procedures required a visit that day, a report and an examination.", "examination"),
        ("The meeting that procedures called for did not take place.", "meeting"),
    ],
)
def test_what_was_only_advised_or_called_for_is_not_said_to_have_been(text, word):
    assert state(text, word) < 0


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A caller who gave no name told the police of it.", "told"),
        ("No assessment considered what that side of the family meant, and it was written down.", "written"),
        ("The nurse told the aunt and went to see her.", "see"),
        ("That neither was done was a significant failing.", "significant"),
        ("The nurse was not told and the discharge letter mentioned it.", "mentioned"),
        ("No request got beyond an assessment.", "assessment"),
    ],
)
def test_another_clause_is_affirmed(text, word):
    assert state(text, word) == 0


def asserted(text):
    """The words that a sentence may be held to, each with whether it says so plainly."""
    sentence = read_sentence(text, NAMES)
    return {
        sentence.words[one.word].lower: one.plain
        for stem in sentence.stems
        for one in Assertions(sentence).of(stem)
    }


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The nurse stopped planned visits.", "visits"),
        ("The house lost its heating in May.", "heating"),
        ("Three weeks had passed.", "passed"),
        ("The chair asked for a planning meeting.", "meeting"),
        ("It could have been foreseen.", "foreseen"),
    ],
)
def test_what_ended_or_was_asked_for_is_not_asserted(text, word):
    assert word not in asserted(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("There was no discharge meeting.", "discharge"),
        ("No window above the ground floor had a lock.", "window"),
        ("She was sleeping badly.", "sleeping"),
        ("He had not yet seen him.", "seen"),
        ("After that there was no review.", "review"),
        ("No service knew him better.", "knew"),
        ("No agency but the college knew it.", "agency"),
    ],
)
def test_what_is_said_only_in_part_is_not_asserted_plainly(text, word):
    assert asserted(text)[word] is False


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("There was no discharge meeting.", "meeting"),
        ("The nurse was told of it.", "told"),
        ("He was not fully undressed.", "undressed"),
        ("He was not told of the call, and he did not read back far enough.", "told"),
        ("The mother did not believe him.", "believe"),
        ("She took no other step and did not ring the carer back.", "ring"),
        ("She passed it on.", "passed"),
    ],
)
def test_what_is_said_outright_is_asserted_plainly(text, word):
    assert asserted(text)[word] is True
