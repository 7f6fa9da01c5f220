"""Numbers as people write them: what is counted, and in what unit."""

import pytest

from scr_check.language.numbers import numbers_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("more than two dozen practitioners", [(24, "", False, "over")]),
        ("the thirty or so letters that came", [(30, "", False, "about")]),
        ("her sons, aged eight and five, were out", [(8, "year", True, ""), (5, "year", True, "")]),
        ("rent of £460 was owed", [(460, "pound", False, "")]),
        ("arrears of almost £1,900", [(1900, "pound", False, "under")]),
        ("She left at six o'clock", [(360, "clock", False, "")]),
        ("At 15 the mother was seen for low mood", [(15, "year", True, "")]),
        ("At 13 D understood little", [(13, "year", True, "")]),
        ("At 15 appointments the mother was seen", [(15, "", False, "")]),
        ("By 0900 hrs it was gone", [(540, "clock", False, "")]),
        ("In her last two years and three months she moved", [(27, "month", False, "")]),
        ("He came into care at nine because of neglect", [(9, "year", True, "")]),
        ("H, who was seven by that time, was not asked", [(7, "year", True, "")]),
        ("At 06.35 he rang for help", [(395, "clock", False, "")]),
        (
            "from ten at night until seven in the morning",
            [(1320, "clock", False, ""), (420, "clock", False, "")],
        ),
        ("on six of 18 school days", [(6, "", False, ""), (18, "day", False, "")]),
        ("No: 3; Date: spring", []),
        ("He was eleven weeks and two days old.", [(11, "week", True, ""), (2, "day", True, "")]),
        ("No one came.", []),
        ("about two thirds of its 1,900 cards", [(1900, "", False, "")]),
        ("She went out at ten past seven and rang 999 at 21.04.", [(1264, "clock", False, "")]),
        ("She worked from seven until four.", []),
        ("He was reprimanded at 15 for hitting a girl.", [(15, "year", True, "")]),
        ("The caseload stood at 15.", [(15, "", False, "")]),
        ("eight of 14 monthly prescriptions", [(8, "", False, ""), (14, "", False, "")]),
    ],
)
def test_a_number_has_its_value_unit_and_hedge(text, expected):
    assert [(one.value, one.unit, one.age, one.hedge) for one in numbers_in(text)] == expected


def test_a_number_counts_what_stands_before_the_verb():
    [eight] = numbers_in("Eight services missed opportunities.")
    assert eight.nouns == {"servic"}


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("Of ten visits due, seven were made.", {"visit"}),
        ("He recorded 13 visits of the 24 due.", {"visit"}),
        ("Of ten visits due, seven agencies made none.", {"agenc"}),
    ],
)
def test_a_number_of_so_many_counts_the_same_things(text, nouns):
    assert numbers_in(text)[1].nouns & {"visit", "agenc"} == nouns


def test_twice_counts_times():
    assert numbers_in("She was seen twice.")[0].nouns == {"time"}


@pytest.mark.parametrize(
    ("text", "age", "unit"),
    [
        ("The boy died, aged just under nine months.", 9, "month"),
        ("The worker thought M1, at almost ten months, pale.", 10, "month"),
        ("A girl of about three weeks was brought in.", 3, "week"),
    ],
)
def test_ages_told_nearly(text, age, unit):
    assert [(n.value, n.unit) for n in numbers_in(text) if n.age] == [(age, unit)]


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("The uncle, then 16, was in charge.", 16),
        ("He was placed there with YP S, now 14, in May.", 14),
        ("The older sister, who was still nine, rang.", 9),
        ("It was given to a boy of nearly five, the son of the lodger.", 5),
        ("The case of a boy not yet four, was closed.", 4),
        ("The brother, 13, was not asked.", 13),
    ],
)
def test_ages_in_apposition(text, age):
    assert [(number.value, number.unit) for number in numbers_in(text) if number.age] == [(age, "year")]


@pytest.mark.parametrize(
    "text", ["The caseload, then 16, was too high.", "The sister was 12 miles away.", "The boy was 14th."]
)
def test_other_bare_numbers_are_no_ages(text):
    assert not any(number.age for number in numbers_in(text))
