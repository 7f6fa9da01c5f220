"""Figures: numbers, ages, counts and dates of a statement, held against the passages that speak of the same thing."""

from collections.abc import Iterator

from scr_check.comparison.bearing import Bearing, bearing
from scr_check.comparison.evidence import evidence_from, where
from scr_check.comparison.index import Passage, ReportIndex
from scr_check.comparison.result import Difference
from scr_check.comparison.statements import Statement
from scr_check.finding import Confidence
from scr_check.language.dates import Date
from scr_check.language.numbers import Number
from scr_check.language.words import lexicon

ENOUGH = 0.72  # a passage that holds the figure and this part of the best passage's words supports it
RIVAL = 0.72  # a passage with another figure must hold this part of the best passage's words
SUBJECT = 0.34  # below this share no passage speaks of the same thing


def number_differences(statement: Statement, index: ReportIndex) -> Iterator[Difference]:
    """The numbers of a statement that the report gives otherwise."""
    sentence = statement.sentence
    for number in sentence.numbers:
        if number.value == 1 and not number.age:
            continue
        at = sentence.index_at(number.start)
        near = bearing(statement, index, at, _words_of(statement, number.start, number.end))
        if near.best < SUBJECT or _number_supported(number, near, index):
            continue
        rival = _rival_number(number, statement, near, index)
        if rival:
            passage, other = rival
            said = sentence.text[number.start : number.end]
            true = passage.sentence.text[other.start : other.end]
            kind = "age-changed" if number.age or other.age else "number-changed"
            yield Difference(
                kind,
                statement.pointer,
                f"the summary says “{said}” where the overview report says “{_with_noun(passage, other, true)}” ({where(passage)})",
                f"check the figure against {where(passage)}; the report's figure is “{true}”",
                said,
                (evidence_from(passage, [(other.start, other.end)]),),
                Confidence.LIKELY,
            )


def _words_of(statement: Statement, start: int, end: int) -> frozenset[int]:
    return frozenset(i for i, word in enumerate(statement.sentence.words) if word.start < end and start < word.end)


def _number_supported(number: Number, near: Bearing, index: ReportIndex) -> bool:
    share, _ = near.strongest(index, lambda passage: any(_same(number, other) for other in passage.sentence.numbers))
    return share >= ENOUGH * near.best


def _same(number: Number, other: Number) -> bool:
    return number.means(other) and _kindred(number, other)


def _kindred(number: Number, other: Number) -> bool:
    """Whether two numbers may measure the same kind of thing."""
    if number.unit and other.unit:
        return number.unit == other.unit or (number.days is not None and other.days is not None)
    if number.unit in ("clock", "percent") or other.unit in ("clock", "percent"):
        return False
    return not (number.unit or other.unit) or not (number.nouns if not number.unit else other.nouns)


def _rival_number(number: Number, statement: Statement, near: Bearing, index: ReportIndex) -> tuple[Passage, Number] | None:
    """The figure that the report gives instead: of the same thing, in a passage that says what the statement says."""
    own = statement.sentence.numbers
    for passage in near.top(index, 4, RIVAL * near.best):
        for other in passage.sentence.numbers:
            if _rivals(number, other) and not any(_same(mine, other) for mine in own):
                return passage, other
    return None


def _rivals(number: Number, other: Number) -> bool:
    if number.ordinal != other.ordinal or other.value == 1 and not other.age:
        return False
    if number.unit or other.unit:
        return number.unit == other.unit and number.age == other.age
    return bool(_near_nouns(number) & _near_nouns(other))


def _near_nouns(number: Number) -> frozenset[str]:
    near = lexicon().near
    return number.nouns.union(*(near.get(noun, frozenset()) for noun in number.nouns))


def _with_noun(passage: Passage, number: Number, true: str) -> str:
    text = passage.sentence.text[number.start :]
    return " ".join(text.split()[:3]).rstrip(".,;:") if number.nouns else true


def date_differences(statement: Statement, index: ReportIndex) -> Iterator[Difference]:
    """The dates of a statement that the report gives otherwise."""
    sentence = statement.sentence
    for date in sentence.dates:
        at = sentence.index_at(date.start)
        near = bearing(statement, index, at, _words_of(statement, date.start, date.end))
        if near.best < SUBJECT:
            continue
        share, _ = near.strongest(index, lambda passage, d=date: _names_date(index, passage, d))  # type: ignore[misc]
        if share >= ENOUGH * near.best:
            continue
        rival = _rival_date(date, statement, near, index)
        if rival:
            passage, other = rival
            said, true = sentence.text[date.start : date.end], passage.sentence.text[other.start : other.end]
            yield Difference(
                "date-changed",
                statement.pointer,
                f"the summary says “{said}” where the overview report says “{true}” ({where(passage)})",
                f"check the date against {where(passage)}; the report's date is “{true}”",
                said,
                (evidence_from(passage, [(other.start, other.end)]),),
                Confidence.LIKELY,
            )


def _names_date(index: ReportIndex, passage: Passage, date: Date) -> bool:
    return any(date.agrees(other) for around in index.around(passage.number, 1, 0) for other in around.sentence.dates)


def _rival_date(date: Date, statement: Statement, near: Bearing, index: ReportIndex) -> tuple[Passage, Date] | None:
    own = statement.sentence.dates + statement.dates
    for passage in near.top(index, 3, RIVAL * near.best):
        for other in passage.sentence.dates:
            finer = sum(part is not None for part in other.parts) >= sum(part is not None for part in date.parts)
            if finer and not any(other.agrees(mine) for mine in own):
                return passage, other
    return None
