"""Overlap: how much two clauses say in common."""

from collections.abc import Iterable, Sequence

from scr_check.comparison.index import Passage, ReportIndex
from scr_check.comparison.party import Party
from scr_check.comparison.sentence import Sentence, clause_of
from scr_check.comparison.statements import Statement
from scr_check.language.words import lexicon

NEAR = 0.8  # what a word of the same meaning counts
PARTY = 2.0  # what a party counts, against the rarity of words
DATE = 5.0  # what a date counts
LENT = 0.7  # what a word of the sentence before counts, since sentences go on with "it" and "she"
THIN = 4.0  # a clause whose words weigh less than this is read with the rest of its sentence


def held_round(index: ReportIndex, statement: Statement, at: int, passage: Passage) -> float:
    """The part (0 to 1) of what a statement's clause says round word `at` that a passage tells, or the one before it.

    A statement that says nothing else ("It was discussed with him") goes on from the sentence before it.
    """
    sentence = statement.sentence
    else_ = any(counts for i, counts in enumerate(sentence.content) if i != at) or sentence.mentions
    earlier = None if else_ else statement.before
    return _held(index, sentence, earlier, at, passage.sentence, _sentence_before(index, passage))


def told_round(index: ReportIndex, passage: Passage, at: int, statement: Statement) -> float:
    """The part (0 to 1) of what a passage's clause says round word `at` that a statement tells, or the one before it."""
    earlier = _sentence_before(index, passage)
    return _held(index, passage.sentence, earlier, at, statement.sentence, statement.before)


def _sentence_before(index: ReportIndex, passage: Passage) -> Sentence | None:
    before = passage.number - 1
    return index.passages[before].sentence if before in index.blocks[passage.block] else None


def _held(
    index: ReportIndex,
    one: Sentence,
    earlier: Sentence | None,
    at: int,
    other: Sentence,
    lender: Sentence | None,
) -> float:
    """The part of what `one` says round word `at` that `other` tells, `lender` (the sentence before it) telling less.

    Where the clause says little, the whole sentence counts, and where that does, the one before it (`earlier`).
    """
    places: list[tuple[Sentence, Iterable[int]]] = [(one, clause_of(one, at)), (one, range(len(one.words)))]
    if earlier:
        places.append((earlier, range(len(earlier.words))))
    total = held = 0.0
    for sentence, words in places:
        told = [i for i in words if sentence.content[i] and not (sentence is one and i == at)]
        total, held = _of_words(index, sentence, told, other, lender)
        named = [mention.party for mention in sentence.mentions if mention.first in words]
        of_all, of_those_named = _of_parties(named, other, lender)
        total, held = total + of_all, held + of_those_named
        if total >= THIN:
            break
    return held / total if total else 0.0


def _of_words(
    index: ReportIndex, sentence: Sentence, words: Iterable[int], other: Sentence, lender: Sentence | None
) -> tuple[float, float]:
    """What some words of a sentence weigh, and how much of that `other` tells, and `lender` less fully."""
    near, lent = lexicon().near, lender.stems if lender else frozenset[str]()
    total = held = 0.0
    for i in words:
        stem = sentence.words[i].stem
        weight, like = index.rarity(stem), near.get(stem, frozenset())
        total += weight
        if stem in other.stems:
            held += weight
        elif other.stems & like:
            held += weight * NEAR
        elif stem in lent or lent & like:
            held += weight * LENT
    return total, held


def _of_parties(named: Iterable[Party], other: Sentence, lender: Sentence | None) -> tuple[float, float]:
    """What some parties weigh, and how much of that `other` names, and `lender` less fully; children of the review apart."""
    total = held = 0.0
    for party in named:
        if party.kind == "child":
            continue
        total += PARTY
        if any(party.may_be(mention.party) for mention in other.mentions):
            held += PARTY
        elif lender and any(party.may_be(mention.party) for mention in lender.mentions):
            held += PARTY * LENT
    return total, held


def part_told(index: ReportIndex, sentence: Sentence, other: Sentence, places: Iterable[int]) -> float:
    """The part (0 to 1) of some words of a sentence, with the parties and dates there, that another tells by itself."""
    return part_told_by(index, sentence, (other,), places)


def part_told_by(
    index: ReportIndex, sentence: Sentence, others: Sequence[Sentence], places: Iterable[int]
) -> float:
    """The part (0 to 1) of some words of a sentence, with the parties and dates there, that others tell together."""
    near, stems = lexicon().near, frozenset[str]().union(*(other.stems for other in others))
    parties = [mention.party for other in others for mention in other.mentions]
    dates = [date for other in others for date in other.dates]
    places = frozenset(places)
    total = held = 0.0
    for i in sorted(places):
        if sentence.content[i]:
            stem = sentence.words[i].stem
            weight = index.rarity(stem)
            total += weight
            held += weight * (1.0 if stem in stems else NEAR * bool(stems & near.get(stem, frozenset())))
    for mention in sentence.mentions:
        if mention.first in places:
            total += PARTY
            held += PARTY * any(mention.party.may_be(theirs) for theirs in parties)
    for date in sentence.dates:
        if sentence.index_at(date.start) in places:
            total += DATE
            held += DATE * any(date.agrees(theirs) for theirs in dates)
    return held / total if total else 0.0
