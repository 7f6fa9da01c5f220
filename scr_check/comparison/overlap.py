"""Overlap: how much two clauses say in common."""

from scr_check.comparison.index import ReportIndex
from scr_check.comparison.sentence import Sentence, clause_of
from scr_check.language.words import lexicon

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
                held += weight * 0.8
    for mention in one.mentions:
        if mention.first in clause:
            total += PARTY
            held += PARTY * any(mention.party.may_be(theirs.party) for theirs in other.mentions)
    return held / total if total else 0.0


def told_by(
    index: ReportIndex, sentence: Sentence, other: Sentence, skip: frozenset[int] = frozenset()
) -> float:
    """The part (0 to 1) of a sentence's words, parties and dates that another by itself tells too, by rarity."""
    near, stems = lexicon().near, other.stems()
    total = held = 0.0
    for i, word in enumerate(sentence.words):
        if sentence.content[i] and i not in skip:
            weight = index.rarity(word.stem)
            total += weight
            held += weight * (
                1.0 if word.stem in stems else 0.8 * bool(stems & near.get(word.stem, frozenset()))
            )
    for mention in sentence.mentions:
        total += PARTY
        held += PARTY * any(mention.party.may_be(theirs.party) for theirs in other.mentions)
    for date in sentence.dates:
        total += DATE
        held += DATE * any(date.agrees(theirs) for theirs in other.dates)
    return held / total if total else 0.0
