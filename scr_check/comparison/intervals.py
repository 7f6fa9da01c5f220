"""Intervals: what is said to lie days or weeks before another thing and lies as long after it by the report's dates."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product

from scr_check.comparison.bearing import Weighing
from scr_check.comparison.evidence import evidence_from, where
from scr_check.comparison.index import Passage, ReportIndex
from scr_check.comparison.predicates import PRONOUNS
from scr_check.comparison.result import Difference
from scr_check.comparison.sentence import Sentence
from scr_check.comparison.statements import Statement
from scr_check.finding import Confidence
from scr_check.language.dates import Date
from scr_check.language.number import Number

_NEAREST = 6  # passages that may tell of a thing
_TOLD = 0.5  # the part of its words that a passage holds which tells of it
_TOLD_OF_PROCESS = 0.35  # ... of the review itself, of which a report has few passages
_SLACK = {
    "day": 1,
    "night": 1,
    "week": 4,
    "fortnight": 4,
    "month": 10,
}  # days by which a rounded interval may be out
_AFTER, _BEFORE = ("after", "following"), ("before", "prior")
_LATER, _EARLIER = ("later", "afterwards"), ("earlier", "previously", "beforehand")
_WAITED = frozenset(("it", "took", "passed", "only"))  # "it was five weeks before a second took over"
_HEAD = 4  # words within which an interval opens its sentence: "Nearly three days after"
_NEXT_DAY = re.compile(
    r"\bthe (?:day|night|morning|evening) (after|before)\b(?! (?:that|this))", re.IGNORECASE
)
_VAGUE = re.compile(
    r"\b(?:shortly|soon|well|just|long|immediately|(?:some|a few|several|many) (?:hours|days|weeks|months)) "
    r"(after|before)\b(?! (?:that|this|which|it|they|he|she|a|any)\b)",
    re.IGNORECASE,
)
_WITHIN = 150  # days by which things that are said to lie before or after each other lie apart
_STOP = re.compile(r"[,;:.]")


@dataclass(frozen=True, slots=True)
class _Interval:
    """So many days (`days`, give or take `slack`) that one thing lies after another (`sign` 1) or before it (-1).

    `word` is the index of "after" or the like, `of` the words that tell of the other thing: none where it is told before.
    """

    days: float
    slack: float
    sign: int
    word: int
    of: range

    def fits(self, days: float) -> bool:
        """Whether so many days may be meant; where none are given, any up to `_WITHIN`."""
        return abs(days - self.days) <= self.slack if self.days else 0 < days <= _WITHIN


def interval_differences(
    statement: Statement, index: ReportIndex, weighing: Weighing
) -> Iterator[Difference]:
    """Intervals of a statement that the report's dates turn round: no two dates fit it, and two fit its reverse."""
    for interval in _intervals(statement.sentence):
        mine = _told(statement, interval, index)
        theirs = _other_told(statement, interval, index)
        apart = [
            (passage, other, (one - two).days * interval.sign)
            for (passage, one), (other, two) in product(mine, theirs)
            if one != two
        ]
        if any(interval.fits(days) for _, _, days in apart):
            continue
        turned = [
            (one, two)
            for one, two, days in apart
            if interval.fits(-days)
            and (statement.part == "process" or one is None or two is None or one.block == two.block)
        ]
        if turned:
            yield _difference(statement, interval, *turned[0])
            return


def _intervals(sentence: Sentence) -> Iterator[_Interval]:
    """The intervals that a sentence gives: "nine days after pleading guilty", "the day before", "four weeks later"."""
    words = sentence.words
    for number in sentence.numbers:
        unit = _unit(number)
        at = sentence.index_at(number.end - 1) + 1
        at += at < len(words) and words[at].lower.rstrip("s") in _SLACK
        waited = {word.lower for word in words[max(0, sentence.index_at(number.start) - 3) : at]} & _WAITED
        if unit is None or number.days is None or at >= len(words) or waited:
            continue
        lower = words[at].lower
        of_that = at + 1 < len(words) and words[at + 1].lower in ("that", "this")  # "three days before that"
        if lower in (*_AFTER, *_BEFORE) and not of_that:
            yield _Interval(
                number.days, _SLACK[unit], 1 if lower in _AFTER else -1, at, _clause_after(sentence, at)
            )
        elif lower in (*_LATER, *_EARLIER) or of_that:
            sign = 1 if lower in (*_LATER, *_AFTER) else -1
            yield _Interval(number.days, _SLACK[unit], sign, at, range(0))
    for match in _NEXT_DAY.finditer(sentence.text):
        at = sentence.index_at(match.end() - 1)
        sign = 1 if match[1].lower() == "after" else -1
        yield _Interval(1.0, 0.0, sign, at, _clause_after(sentence, at))
    for match in _VAGUE.finditer(sentence.text):
        at = sentence.index_at(match.end() - 1)
        sign = 1 if match[1].lower() == "after" else -1
        yield _Interval(0.0, 0.0, sign, at, _clause_after(sentence, at))


def _unit(number: Number) -> str | None:
    unit = number.unit.rstrip("s")
    return unit if unit in _SLACK and not number.age else None


def _clause_after(sentence: Sentence, at: int) -> range:
    """The words that tell of the other thing: up to the next stop or, at the head of a sentence, to its subject."""
    stop = _STOP.search(sentence.text, sentence.words[at].end)
    end = sentence.index_at(stop.start() - 1) + 1 if stop else len(sentence.words)
    if at < _HEAD:
        named = {mention.first for mention in sentence.mentions}
        told = next((i for i in range(at + 1, end) if sentence.content[i]), end)
        subjects = (i for i in range(told + 1, end) if i in named or sentence.words[i].lower in PRONOUNS)
        end = next(subjects, end)
    return range(at + 1, end)


def _told(statement: Statement, interval: _Interval, index: ReportIndex) -> list[tuple[Passage | None, date]]:
    """The days that a sentence's own thing may be of: that which it gives, or those of the passages that tell of it."""
    sentence = statement.sentence
    given = [one for one in sentence.dates if one.day and sentence.index_at(one.start) not in interval.of]
    if given:
        return [(None, day) for one in given if (day := _day(one, statement.dates))]
    return _days_of(
        statement, index, sentence, [i for i in range(len(sentence.words)) if i not in interval.of]
    )


def _other_told(
    statement: Statement, interval: _Interval, index: ReportIndex
) -> list[tuple[Passage | None, date]]:
    """The days that the other thing may be of: told after "before", or in the sentence before."""
    if interval.of:
        given = [
            one for one in statement.sentence.dates if statement.sentence.index_at(one.start) in interval.of
        ]
        if given:
            return [(None, day) for one in given if (day := _day(one, statement.dates))]
        return _days_of(statement, index, statement.sentence, list(interval.of))
    before = statement.before
    if before is None:
        return []
    given = [one for one in before.dates if one.day]
    if given:
        return [(None, day) for one in given if (day := _day(one, statement.dates))]
    return _days_of(statement, index, before, list(range(len(before.words))))


def _days_of(
    statement: Statement, index: ReportIndex, sentence: Sentence, places: list[int]
) -> list[tuple[Passage | None, date]]:
    """The passages that tell of the words at some places, each with its days."""
    weights = {
        ("", sentence.words[i].stem): index.rarity(sentence.words[i].stem)
        for i in places
        if sentence.content[i]
    }
    weights |= {("@", one.party.role): 1.0 for one in sentence.mentions if one.first in places}
    if not weights:
        return []
    total, least = sum(weights.values()), _TOLD_OF_PROCESS if statement.part == "process" else _TOLD
    shares = {
        number: sum(part * weight for part, weight in zip(parts, weights.values(), strict=True)) / total
        for number, parts in index.held_by_passages(weights).items()
    }
    nearest = sorted((-share, number) for number, share in shares.items() if share >= least)[:_NEAREST]
    return [
        (index.passages[number], day)
        for _, number in nearest
        for one in index.dates_at(number)
        if (day := _day(one, ()))
    ]


def _day(one: Date, event: tuple[Date, ...]) -> date | None:
    """A whole day; one without a year is of its event's year."""
    year = one.year or next((date.year for date in event if date.year), None)
    return Date(year, one.month, one.day).earliest() if one.day and one.month else None


def _difference(
    statement: Statement, interval: _Interval, mine: Passage | None, other: Passage | None
) -> Difference:
    word = statement.sentence.words[interval.word]
    said = statement.sentence.text[word.start : word.end]
    passages = list(dict.fromkeys(one for one in (mine, other) if one))
    places = " and ".join(dict.fromkeys(where(one) for one in passages))
    return Difference(
        "order-or-cause-changed",
        statement.pointer,
        f"the summary says “{said}”; by the dates of the overview report it was the other way round ({places})",
        f"check the dates against {places}",
        said,
        tuple(evidence_from(one) for one in passages),
        Confidence.POSSIBLE,
    )
