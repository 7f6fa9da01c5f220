"""Overlap: how much two clauses say in common."""

from collections.abc import Iterable

from scr_check.comparison.index import ReportIndex
from scr_check.comparison.sentence import Sentence, clause_of
from scr_check.language.words import lexicon

NEAR = 0.8  # what a word of the same meaning counts
PARTY = 2.0  # what a party counts, against the rarity of words
DATE = 5.0  # what a date counts


def held(index: ReportIndex, one: Sentence, at: int, other: Sentence) -> float:
    """The part of the clause of word `at`, by rarity, that another sentence holds."""
    near = lexicon().near
    stems = other.stems()
    total = held = 0.0
    clause = clause_of(one, at)
    for i in clause:
        if one.content[i]:
            weight = index.rarity(one.words[i].stem)
            total += weight
            if one.words[i].stem in stems:
                held += weight
            elif stems & near.get(one.words[i].stem, frozenset()):
                held += weight * NEAR
    for mention in one.mentions:
        if mention.first in clause:
            total += PARTY
            held += PARTY * any(mention.party.may_be(theirs.party) for theirs in other.mentions)
    return held / total if total else 0.0


def part_told(index: ReportIndex, sentence: Sentence, other: Sentence, places: Iterable[int]) -> float:
    """The part (0 to 1) of some words of a sentence, with the parties and dates there, that another tells by itself."""
    near, stems = lexicon().near, other.stems()
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
            held += PARTY * any(mention.party.may_be(theirs.party) for theirs in other.mentions)
    for date in sentence.dates:
        if sentence.index_at(date.start) in places:
            total += DATE
            held += DATE * any(date.agrees(theirs) for theirs in other.dates)
    return held / total if total else 0.0
