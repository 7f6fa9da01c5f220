"""Quick looks over a whole summary: none of them may pass over what a look at each text finds."""

import pytest

from scr_check.documents.place import Pointer
from scr_check.documents.placeholder import is_placeholder, may_hold_placeholder
from scr_check.documents.texts import Texts
from scr_check.language.identifiers import (
    addresses_in,
    birth_dates_in,
    birth_hints_in,
    contacts_in,
    local_places_in,
    nhs_numbers_in,
    postcodes_in,
    signs_in,
)
from scr_check.language.people import name_lines_in, names_in
from scr_check.language.sentences import sentences_in, stretches_of

FOUND = [
    (postcodes_in, "the flat (NX4 7QD) was empty"),
    (postcodes_in, "écrit: near M13AB."),
    (nhs_numbers_in, "NHS number 999 014 7728"),
    (nhs_numbers_in, "NHS no. 999-014 7729"),
    (nhs_numbers_in, "ref:9990147728"),
    (contacts_in, "ring 01632 960 983"),
    (contacts_in, "ring (0161) 496 0000, or +44 (0)1632 960983"),
    (contacts_in, "write to jo@example.org"),
    (addresses_in, "at 14 Tanners Row"),
    (addresses_in, "near\nEelgate Road’s end"),
    (local_places_in, "at St Mary’s pre-School and Cockle Lane Primary School"),
]
NAMES = [
    "the worker, Gareth Olney, agreed",
    "she told Dr Roe",
    "Stacey’s aunt",
    "Mrs McDonald-Reeve",
    "(J. Smythe)",
    "Gareth O’Neill rang",
    "PC J. Farthing",
]
OTHERS = [
    "The Board met in May 2010.",
    "overview/1",
    "Each agency reads the plan; it is number 12.",
    "e.g. B&B",
]


def texts(*wanted):
    return Texts([(Pointer(f"/{index}"), text) for index, text in enumerate(wanted)])


@pytest.mark.parametrize(("look", "text"), FOUND)
def test_what_gives_a_home_away_is_among_the_signs(look, text):
    everything = texts(*OTHERS, text, *OTHERS)
    assert look(text)
    assert (f"/{len(OTHERS)}", text) in everything.holding(signs_in(everything.telling, look))


@pytest.mark.parametrize("text", NAMES)
def test_a_name_is_on_one_of_the_lines(text):
    everything = texts(*OTHERS, text, *OTHERS)
    assert names_in(text)
    assert text in [held for _, held in everything.holding(name_lines_in(everything.telling))]


@pytest.mark.parametrize(
    "text", ["born on 3 April 2010", "DOB 08/05/2008", "his D.o.b. was 3/4/09", "b. 3/4/2009"]
)
def test_a_birth_has_a_hint(text):
    everything = texts(*OTHERS, text)
    assert birth_dates_in(text)
    assert [held for _, held in everything.at(birth_hints_in(everything.whole))] == [text]


def test_texts_come_once_and_in_their_order():
    everything = texts("a b", "b a", "c\nb")
    assert [pointer for pointer, _ in everything.holding(["b", "a"])] == ["/0", "/1", "/2"]
    assert list(everything.holding(["d"])) == []


@pytest.mark.parametrize(
    "text",
    ["TBC", "[Fill in: the date]", " (to be  confirmed) ", "To\u00a0follow.", "<tbd>", "see [fill\nin"],
)
def test_a_placeholder_among_texts_is_seen(text):
    assert is_placeholder(text)
    assert may_hold_placeholder(texts("The Board", text).whole)
    assert may_hold_placeholder(texts(text, "The Board").whole)


@pytest.mark.parametrize(
    "text",
    [
        "It was seen by Prof. Roe, see paras. 3 and 4. Approx. Four. It was cold! Was it? No one knew.",
        "The nurse rang. “It was late.” The aunt came (see ref. A). All left\nthe home.\n\nNobody rang etc. The end.",
    ],
)
def test_a_stretch_is_made_of_whole_sentences(text):
    ends = {span.end for span in sentences_in(text)}
    at = 0
    for stretch in stretches_of(text)[:-1]:
        at += len(stretch) + 1  # with its stop
        assert at in ends
