"""Denial context: how much is denied in a statement and in the passages nearest to it, whatever the words."""

import re
from collections.abc import Iterable
from math import fsum

from scr_check.comparison.bearing import Weighing
from scr_check.comparison.index import Passage, ReportIndex
from scr_check.comparison.sentence import Sentence
from scr_check.comparison.statements import Statement
from scr_check.language.words import lexicon

LOOKED, NEAR = 6, 0.6  # the nearest passages looked at, with what part of the best share
BESIDE = 0.75  # ... and the part from which the whole paragraph is
PARTY = 0.3  # what a party in common adds to what a statement tells of a clause
_DENIAL = re.compile(
    r"\b(?:not|no|never|nobody|none|nothing|neither|nor|without|failed|un\w+ed|missed|cannot|refused|declined)\b|n't\b",
    re.IGNORECASE,
)


def denial_context(statement: Statement, index: ReportIndex, weighing: Weighing) -> dict[str, float]:
    """How often is denied here and there, what of the report's denials the statement touches without denying it, and what is new.

    Shares and parts are 0 to 1, sums those of the rarity of words, the same in whatever order.
    """
    nearest = weighing.whole.top(index, LOOKED, NEAR)
    shares = [weighing.whole.shares[passage.number] for passage in nearest]
    close = {one.block for one, share in zip(nearest, shares, strict=True) if share >= BESIDE * shares[0]}
    paragraphs = [[index.passages[i] for i in index.blocks[block]] for block in sorted(close)]
    counts = [_denials(passage.sentence) for passage in nearest]
    return {
        "near passages": float(len(nearest)),
        "best share": shares[0] if shares else 0.0,
        "second share": shares[1] if len(shares) > 1 else 0.0,
        "denials": _denials(statement.sentence),
        "denials of text": sum(map(_denials, statement.siblings)),
        "denials of first": counts[0] if counts else 0.0,
        "denials of near": max(counts, default=0.0),
        "denials of paragraph": max(
            (sum(_denials(one.sentence) for one in paragraph) for paragraph in paragraphs), default=0.0
        ),
        **_undenied(statement, [one for paragraph in paragraphs for one in paragraph], index),
        **_untold(statement.sentence, nearest, index),
    }


def _denials(sentence: Sentence) -> float:
    return float(len(_DENIAL.findall(sentence.text)))


def _undenied(statement: Statement, told: Iterable[Passage], index: ReportIndex) -> dict[str, float]:
    """What passages deny and a statement touches, though its text nowhere denies that; and what one side alone denies."""
    mine = statement.sentence
    denied, affirmed = _stems(mine, range(len(mine.words)), True), _stems(mine, range(len(mine.words)), False)
    in_text = frozenset[str]().union(
        *(_stems(one, range(len(one.words)), True) for one in statement.siblings)
    )
    parties = {mention.party.role for mention in mine.mentions}
    kept = {"undenied": 0.0, "undenied of party": 0.0, "undenied words": 0.0}
    there_denied: set[str] = set()
    there_affirmed: set[str] = set()
    for passage in told:
        sentence = passage.sentence
        for places in _clauses(sentence):
            said = _stems(sentence, places, True)
            there_denied |= said
            rest = _stems(sentence, places, False)
            there_affirmed |= rest
            if not said:
                continue
            touched = _part(said | rest, affirmed, index)
            left = 1.0 - _part(said, in_text, index)
            shared = any(one.first in places and one.party.role in parties for one in sentence.mentions)
            if touched * left > kept["undenied"]:
                kept["undenied"], kept["undenied words"] = touched * left, float(len(said | rest))
            kept["undenied of party"] = max(kept["undenied of party"], (touched + PARTY * shared) * left)
    alone = [stem for stem in denied if not _like(stem, there_denied) and _like(stem, there_affirmed)]
    other = [stem for stem in affirmed if _like(stem, there_denied) and not _like(stem, there_affirmed)]
    return {
        **kept,
        "denied words": float(len(denied)),
        "denied alone": fsum(map(index.rarity, alone)),
        "affirmed alone": fsum(map(index.rarity, other)),
    }


def _untold(mine: Sentence, nearest: Iterable[Passage], index: ReportIndex) -> dict[str, float]:
    """What of a statement none of the nearest passages tells: its words, and its parties."""
    told = frozenset[str]().union(*(one.sentence.stems for one in nearest))
    named = {mention.party.role for one in nearest for mention in one.sentence.mentions}
    own = {mention.party.role for mention in mine.mentions}
    new = fsum(index.rarity(stem) for stem in mine.stems if not _like(stem, told))
    return {
        "untold": new,
        "untold part": new / (fsum(map(index.rarity, mine.stems)) or 1.0),
        "parties": float(len(own)),
        "untold parties": float(len(own - named)),
    }


def _clauses(sentence: Sentence) -> list[range]:
    starts = [i for i in range(len(sentence.words)) if not i or sentence.clause[i] != sentence.clause[i - 1]]
    return [range(*ends) for ends in zip(starts, [*starts[1:], len(sentence.words)], strict=True)]


def _stems(sentence: Sentence, places: Iterable[int], denied: bool) -> set[str]:
    """The stems of the content words at some places that are denied, or that are affirmed."""
    return {
        sentence.words[i].stem
        for i in places
        if sentence.content[i] and (sentence.denied[i] > 0 if denied else sentence.denied[i] == 0)
    }


def _part(stems: set[str], told: Iterable[str], index: ReportIndex) -> float:
    """The part (0 to 1) of some words, by their rarity, that are told."""
    told = frozenset(told)
    return fsum(index.rarity(stem) for stem in stems if _like(stem, told)) / (
        fsum(map(index.rarity, stems)) or 1.0
    )


def _like(stem: str, stems: set[str] | frozenset[str]) -> bool:
    return stem in stems or not lexicon().near.get(stem, _NONE).isdisjoint(stems)


_NONE: frozenset[str] = frozenset()
