"""Lateness: by how much the summary says that the review was late, held against what the report says."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from scr_check.comparison.evidence import evidence_from, where
from scr_check.comparison.index import Passage
from scr_check.comparison.result import Difference
from scr_check.comparison.sentence import Sentence
from scr_check.comparison.statements import Statement
from scr_check.finding import Confidence
from scr_check.language.number import Number

ROUNDED = (
    0.12  # part of the greater of two lengths of time by which they may differ: "two months" and nine weeks
)
HALF_A_WEEK = 4  # days by which a length may differ from that between two dates of the report
ANY_YEAR = 2010  # for days without one, since only the length between them counts
WHOLE_DAY = 3  # parts of a date that give a day
_UNIT = re.compile(r"[ -](?:working |calendar )?\w+")
_LATE = re.compile(
    r"(?: and \w+ days?)?,? (?:late\b|later than\b|overdue\b|behind\b|beyond\b|over (?:time|the)\b|more than (?:it|was)\b"
    r"|after (?:the|its|that) (?:due|date|day|deadline|time|target)\b|past (?:the|its)\b)"
)


def lateness_differences(statement: Statement, passages: Sequence[Passage]) -> Iterator[Difference]:
    """A length of time by which something was late that none of these passages gives, where they give another."""
    told = [(number, passage) for passage in passages for number in _lateness(passage.sentence)]
    if not told:
        return
    days = {
        day
        for passage in passages
        for one in passage.sentence.dates
        if one.precision == WHOLE_DAY and (day := replace(one, year=one.year or ANY_YEAR).earliest())
    }
    between = {abs((later - day).days) for day, later in combinations(days, 2)}
    for said in _lateness(statement.sentence):
        if any(_much_the_same(said, number) for number, _ in told) or any(
            abs((said.days or 0.0) - length) < HALF_A_WEEK for length in between
        ):
            continue
        number, passage = told[0]
        start, end = number.start, number.end
        text = statement.sentence.text[said.start :]
        quote = " ".join(text.split()[:2])
        yield Difference(
            "number-changed",
            statement.pointer,
            f"the summary says “{quote}” of what was late; the overview report says"
            f" “{' '.join(passage.sentence.text[start:].split()[:2])}” ({where(passage)})",
            f"give the report's figure; it says: “{passage.sentence.text}”",
            quote,
            (evidence_from(passage, [(start, end)]),),
            Confidence.LIKELY,
        )


def _lateness(sentence: Sentence) -> list[Number]:
    """The lengths of time by which something was late: "nine weeks late"."""
    return [
        number
        for number in sentence.numbers
        if number.days and _LATE.match(sentence.text, _after_unit(sentence.text, number.end))
    ]


def _after_unit(text: str, end: int) -> int:
    """Where the word for the unit of time after a number ends."""
    unit = _UNIT.match(text, end)
    return unit.end() if unit else end


def _much_the_same(one: Number, other: Number) -> bool:
    mine, theirs = one.days or 0.0, other.days or 0.0
    return one.means(other) or abs(mine - theirs) <= ROUNDED * max(mine, theirs)
