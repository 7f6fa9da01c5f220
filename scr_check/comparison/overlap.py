"""Overlap: how much two clauses say in common."""

from scr_check.comparison.index import ReportIndex
from scr_check.comparison.sentence import Sentence, clause_of
from scr_check.language.words import lexicon

PARTY = 2.0  # what a party counts, against the rarity of words


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
