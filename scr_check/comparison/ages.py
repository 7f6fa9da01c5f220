"""Ages: how old somebody was at an event, reckoned from the date of birth that the report gives."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from weakref import WeakKeyDictionary

from scr_check.comparison.index import Passage, ReportIndex
from scr_check.comparison.party import Party
from scr_check.comparison.sentence import Sentence
from scr_check.comparison.statements import Statement
from scr_check.language.dates import Date, dates_in
from scr_check.language.days import days_of
from scr_check.language.number import Number

_LINKS = frozenset(
    "who was then by aged age of a an the boy girl baby infant child man woman only just still at nearly almost under about"
    " barely approaching".split()
)
_BORN = re.compile(r"\bwas born (?:\w+ ){0,4}?on $")
_CHILD = r"(?:boy|girl|baby|infant|child|toddler|teenager|young (?:person|man|woman))"
_A_CHILD = re.compile(
    rf"(?<!for )(?<!about )(?<!of )(?<!to )(?<!with )\b[Aa]n? (?:\w+ )?{_CHILD}(?:,? (?:of|aged|who was|then))? $"
)
_CHILD_AFTER = re.compile(rf"[ -](?:day|week|month|year)s?[ -]old {_CHILD}\b")
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
_SLACK = {
    "day": 1.0,
    "week": 1.0,
    "month": 0.6,
    "year": 0.1,
}  # how far an age may be rounded up, in its own unit


_SHORT = 1.05  # by how much, in its own unit, "nearly" may go beyond an age


_known: "WeakKeyDictionary[ReportIndex, Mapping[Party, date]]" = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Reckoned:
    """Whether an age agrees with the date of birth, and a passage that gives the birth or another age."""

    agrees: bool
    age: str = ""  # what it was: "5 months"
    passage: Passage | None = None
    span: tuple[int, int] = (0, 0)


def births_in(index: ReportIndex) -> Mapping[Party, date]:
    """The dates of birth that a report's key and its story give, by person; none for one of whom it gives two."""
    found: dict[Party, set[date]] = {}
    for identity in index.overview.identities:
        party = index.names.party_of(identity.reference)
        days = [day for secret in identity.secrets for day in dates_in(secret) if day.precision == 3]
        if party and len(days) == 1 and days[0].year:
            found.setdefault(party, set()).add(_day(days[0]))
    for passage, day in _told(index):
        before = [m for m in passage.sentence.mentions if passage.sentence.words[m.first].start < day.start]
        if len(before) == 1:
            found.setdefault(before[0].party, set()).add(_day(day))
    return {party: days.pop() for party, days in found.items() if len(days) == 1}


def reckoned(statement: Statement, number: Number, index: ReportIndex) -> Reckoned | None:
    """An age of a statement held against a date of birth; None where the person, the day or the birth is not plain."""
    if number.unit not in _DAYS and not (number.age or not number.unit):
        return None
    if index not in _known:
        _known[index] = births_in(index)
    party = whose(statement.sentence, number) or _child_meant(statement, number, _known[index])
    born = _known[index].get(party) if party else None
    when = _when(statement)
    if party is None or born is None or when is None:
        return None
    if _fits(number, born, *when):
        return Reckoned(True)
    if any(
        is_age(number, other)
        and whose(passage.sentence, other) == party
        and _at_that_time(index, passage, when)
        for passage in index.passages
        for other in passage.sentence.numbers
    ):
        return None  # the report reckons as the statement does
    shown, span = _shown(index, party, number)
    unit = number.unit or "year"
    age = int((when[0] - born).days / _DAYS[unit])
    return Reckoned(False, f"{age} {unit}{'' if age == 1 else 's'}", shown, span) if shown else None


def _child_meant(statement: Statement, number: Number, births: Mapping[Party, date]) -> Party | None:
    """The child of the review, where an age is that of "a boy of six" whose name follows, or who died in the circumstances."""
    sentence = statement.sentence
    at = sentence.index_at(number.start)
    children = [party for party in births if party.kind == "child"]
    named = [
        mention.party for mention in sentence.mentions if mention.first > at and mention.party in children
    ]
    if not named and str(statement.pointer).endswith("/circumstances") and len(children) == 1:
        named = children
    unnamed = all(mention.first > at for mention in sentence.mentions)
    said = number.age and _is_of_a_child(sentence.text, number)
    return named[0] if said and unnamed and named else None


def _is_of_a_child(text: str, number: Number) -> bool:
    """Whether an age is that of "a boy of six" or "a six-year-old boy"."""
    return bool(_A_CHILD.search(text, 0, number.start) or _CHILD_AFTER.match(text, number.end))


def told_of_person(statement: Statement, number: Number, index: ReportIndex) -> float:
    """Whether the report tells that somebody was of an age at some time: 1 that it does, -1 that it gives others, 0 none."""
    person = whose(statement.sentence, number)
    if person is None or not number.age:
        return 0.0
    ages = [one for party, one in index.once(_ages_told) if party.may_be(person)]
    if any(is_age(number, one) for one in ages):
        return 1.0
    return -1.0 if any(one.unit == number.unit for one in ages) else 0.0


def is_age(number: Number, other: Number) -> bool:
    """Whether an age of a statement may stand for one of the report: "nearly 15" for 14, and not for twelve."""
    if number.hedge == "under" and (number.unit or "year") == (other.unit or "year"):
        return number.value - _SHORT <= other.value <= number.value
    return other.means(number)


def _ages_told(index: ReportIndex) -> list[tuple[Party, Number]]:
    """The persons of a report with the ages that it gives them, as far as it says plainly whose."""
    ages = [
        (whose(passage.sentence, number), number)
        for passage in index.passages
        for number in passage.sentence.numbers
        if number.age
    ]
    return [(party, number) for party, number in ages if party]


def _fits(number: Number, born: date, first: date, last: date) -> bool:
    """Whether somebody can have been of an age between two days, rounded to its unit or as far as a hedge lets it be."""
    unit = number.unit or "year"
    youngest, oldest = ((day - born).days / _DAYS[unit] for day in (first, last))
    if number.hedge == "under":  # "nearly four months" are three and a bit
        return number.value - _SHORT <= oldest and youngest <= number.value + _SLACK[unit]
    if number.hedge:
        exact = (
            replace(number, value=age, hedge="") for age in (youngest, int(youngest), oldest, int(oldest))
        )
        return youngest <= number.value <= oldest or any(map(number.means, exact))
    return youngest - 1.05 <= number.value <= oldest + _SLACK[unit]


def whose(sentence: Sentence, number: Number) -> Party | None:
    """Whose age a number is: the party before it, with only such words between as "who was", ", aged" or "a boy of".

    None where the sentence does not plainly say.
    """
    at = sentence.index_at(number.start)
    before = [mention for mention in sentence.mentions if mention.end <= at]
    if not before or sentence.words[before[-1].end - 1].lower.endswith("'s"):
        return None
    between = [word.lower for word in sentence.words[before[-1].end : at]]
    after = sentence.words[at + 1].lower if at + 1 < len(sentence.words) else ""
    plain = bool(between or number.age) and all(word in _LINKS for word in between)
    text = sentence.text[number.end : number.end + 14]
    aged = (
        number.age
        or "aged" in between
        or "of" in between
        or not re.match(r" [a-z]", text)
        or after in ("and", "when")
    )
    return before[-1].party if plain and aged else None


def _when(statement: Statement) -> tuple[date, date] | None:
    """The first and last day of the one date of a sentence, else of its event; None where that is no clear time."""
    own = [day for day in statement.sentence.dates if day.year]
    if len(own) > 1:
        return None
    written = own or [day for day in statement.dates if day.year]
    if not written or any(day.month is None for day in written):
        return None
    days = days_of(" to ".join(_iso(day) for day in written))
    return (days.begins, days.ends) if days else None


def _at_that_time(index: ReportIndex, passage: Passage, when: tuple[date, date]) -> bool:
    """Whether a passage may tell of these days: one of its dates falls in them, or it gives none."""
    told = [days_of(_iso(day)) for day in index.dates_at(passage.number) if day.year and day.month]
    return not told or any(days and days.begins <= when[1] and when[0] <= days.ends for days in told)


def _iso(day: Date) -> str:
    return (
        f"{day.day} {date(2000, day.month or 1, 1):%B} {day.year}"
        if day.day
        else f"{date(2000, day.month or 1, 1):%B} {day.year}"
    )


def _day(day: Date) -> date:
    return date(day.year or 0, day.month or 1, day.day or 1)


def _told(index: ReportIndex) -> list[tuple[Passage, Date]]:
    """The passages that say on which day somebody was born."""
    return [
        (passage, day)
        for passage in index.passages
        if "was born" in passage.sentence.text
        for day in passage.sentence.dates
        if day.precision == 3 and day.year and _BORN.search(passage.sentence.text[: day.start])
    ]


def _shown(index: ReportIndex, party: Party, number: Number) -> tuple[Passage | None, tuple[int, int]]:
    """The passage that tells of the birth, else one that gives another age of the same person."""
    for passage, day in _told(index):
        if any(mention.party == party for mention in passage.sentence.mentions):
            return passage, (day.start, day.end)
    for passage in index.passages:
        for other in passage.sentence.numbers:
            owner = whose(passage.sentence, other)
            child = owner is None and party.kind == "child" and _is_of_a_child(passage.sentence.text, other)
            if other.age and (owner == party or child) and other.unit == number.unit:
                return passage, (other.start, other.end)
    return None, (0, 0)
