"""Ages beside one another: an age that the paragraph of the report that tells the same gives otherwise."""

import re

from scr_check.comparison.ages import is_age, told_of_person, whose
from scr_check.comparison.bearing import Weighing
from scr_check.comparison.index import Passage, ReportIndex
from scr_check.comparison.statements import Statement
from scr_check.language.number import Number

PASSAGES, LEAST = 12, 0.4  # how many of the nearest passages are looked at, with what part of the best share
NEAR = 0.75  # ... and the part that the one with the other age has
TIMES = 6.0  # how many times as old one may be as the other
_YEAR = 365.25  # days
_LIMIT = re.compile(r"\b(?:under|over|below|above|least|until|between)(?: the age of)? $", re.IGNORECASE)
_OR_OVER = re.compile(r" (?:or|and) (?:over|under|above|below|more|older|younger)\b")


def age_told_otherwise(
    statement: Statement, number: Number, index: ReportIndex, weighing: Weighing
) -> tuple[Passage, Number] | None:
    """The one other age that the nearest paragraph with an age gives, where none near gives the statement's.

    None where the ages may be of different people, or the report tells elsewhere that the person was of that age.
    """
    if (
        not number.age
        or number.hedge not in ("", "under")
        or number.ordinal
        or told_of_person(statement, number, index) > 0
    ):
        return None
    shares, best = weighing.whole.shares, weighing.whole.best
    nearest: dict[int, float] = {}
    for passage in weighing.whole.top(index, PASSAGES, LEAST):
        nearest.setdefault(passage.block, shares[passage.number] / best)
    found: list[tuple[Passage, Number]] = []
    for block, part in nearest.items():
        told = [
            (index.passages[i], n) for i in index.blocks[block] for n in index.passages[i].sentence.numbers
        ]
        if any(_is_it(number, other) for _, other in told):
            return None
        others = [
            (passage, other) for passage, other in told if _may_be_its_age(statement, number, passage, other)
        ]
        if others and not found and part >= NEAR:
            found = others
    return found[0] if len({other.value for _, other in found}) == 1 else None


def _is_it(number: Number, other: Number) -> bool:
    """Whether a number gives the same age, or is the same figure bare."""
    if other.age:
        return is_age(number, other) if other.unit and number.unit else other.value == number.value
    return not (other.unit or other.nouns) and other.value == number.value


def _may_be_its_age(statement: Statement, number: Number, passage: Passage, other: Number) -> bool:
    """Whether an age of a passage is no limit of age, and not plainly another person's."""
    text = passage.sentence.text
    limit = _LIMIT.search(text, 0, other.start) or _OR_OVER.match(text, other.end)
    if not other.age or limit:
        return False
    mine, theirs = whose(statement.sentence, number), whose(passage.sentence, other)
    if mine and theirs:
        return mine.may_be(theirs)
    return _is_of_one_size(number, other)


def _is_of_one_size(number: Number, other: Number) -> bool:
    """Whether two ages may be written for each other: not weeks for years."""
    mine, theirs = number.days or number.value * _YEAR, other.days or other.value * _YEAR
    return max(mine, theirs) <= TIMES * min(mine, theirs)
