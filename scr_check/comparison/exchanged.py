"""Exchanged: two numbers of a statement that the report gives as well, each of what the statement says of the other."""

import re
from collections.abc import Iterator
from itertools import combinations

from scr_check.comparison.bearing import Weighing
from scr_check.comparison.index import Passage, ReportIndex
from scr_check.comparison.sentence import Sentence
from scr_check.comparison.statements import Statement
from scr_check.language.number import Number
from scr_check.language.words import stop_words

PASSAGES, NEAR = 6, 0.4  # the nearest passages looked at, with what part of the best share
REACH = 9  # words after a number that tell what it counts
TELLING = 3.0  # what the words must come to that go with the other number
PARTY = 3.0  # what a party counts, against a word's rarity
SMALL = 1.5  # ... and a small word that tells things apart
_SMALL = frozenset("before after not no none never without only first last".split())
Told = dict[str, float]
_WHOLE = re.compile(r"\b(?:of|in) (?:the |its |these |those )?$", re.IGNORECASE)
_PARTS = re.compile(r"[,;:(]|\band\b", re.IGNORECASE)


def exchanged_numbers(
    statement: Statement, index: ReportIndex, weighing: Weighing
) -> Iterator[tuple[Number, Passage, Number]]:
    """The first of each two exchanged numbers, and the passage with the number that it gives of the same thing."""
    said = _plain(statement.sentence)
    if len(said) < 2:
        return
    for passage in weighing.whole.top(index, PASSAGES, NEAR):
        given = _plain(passage.sentence)
        for one, other in combinations(said, 2):
            theirs = [[two for two in given if two.value == number.value] for number in (one, other)]
            if one.value == other.value or [len(found) for found in theirs] != [1, 1]:
                continue
            (like_one,), (like_other,) = theirs
            mine = _apart(_told(index, statement.sentence, one), _told(index, statement.sentence, other))
            report = _apart(
                _told(index, passage.sentence, like_one), _told(index, passage.sentence, like_other)
            )
            before = (
                _told_before(index, statement.sentence, one),
                _told_before(index, statement.sentence, other),
            )
            straight = sum(_common(side[i], report[i]) for side in (mine, before) for i in (0, 1))
            crossed = _common(mine[0], report[1]), _common(mine[1], report[0])
            if not straight and min(crossed) > 0 and sum(crossed) >= TELLING:
                yield one, passage, like_other
                return


def _plain(sentence: Sentence) -> list[Number]:
    """The numbers that count something, without the whole of which others are part ("two of 22 pages", "four in 11")."""
    return [
        one
        for one in sentence.numbers
        if one.unit != "clock"
        and not one.ordinal
        and not one.age
        and (one.unit or not _WHOLE.search(sentence.text, 0, one.start))
    ]


def _told(index: ReportIndex, sentence: Sentence, number: Number) -> Told:
    """The words and parties after a number, up to the next one, with what each counts."""
    first = next(
        (i for i, word in enumerate(sentence.words) if word.start >= number.end), len(sentence.words)
    )
    last = min(len(sentence.words), first + REACH)
    for other in sentence.numbers:
        if other.start > number.start:
            last = min(last, sentence.index_at(other.start))
    return _weighed(index, sentence, first, last)


def _told_before(index: ReportIndex, sentence: Sentence, number: Number) -> Told:
    """The words and parties before a number, back to a comma or "and": "the hospital had two"."""
    last = sentence.index_at(number.start)
    start = max((match.end() for match in _PARTS.finditer(sentence.text, 0, number.start)), default=0)
    return _weighed(index, sentence, sentence.index_at(start), last)


def _weighed(index: ReportIndex, sentence: Sentence, first: int, last: int) -> Told:
    stops = stop_words()
    told = {
        word.stem: SMALL if word.lower in _SMALL else index.rarity(word.stem)
        for word in sentence.words[first:last]
        if word.lower in _SMALL or word.lower not in stops
    }
    for mention in sentence.mentions:
        if first <= mention.first < last:
            told[f"@{mention.party.role}{mention.party.number or ''}"] = PARTY
    return told


def _apart(one: Told, other: Told) -> tuple[Told, Told]:
    """What each of two numbers is told of alone."""
    return (
        {word: weight for word, weight in one.items() if word not in other},
        {word: weight for word, weight in other.items() if word not in one},
    )


def _common(one: Told, other: Told) -> float:
    return sum(weight for word, weight in one.items() if word in other)
