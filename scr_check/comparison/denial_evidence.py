"""What speaks for and against a word being denied: passages that say it of the same thing, and that say the opposite."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from scr_check.comparison.assertions import Assertion, bids
from scr_check.comparison.bearing import Bearing, Weighing
from scr_check.comparison.denial_context import denial_context
from scr_check.comparison.denial_doubts import DOUBTS, doubts_about, may_oppose, parties_at
from scr_check.comparison.denial_matches import NEAR_WORD, Match, matches
from scr_check.comparison.index import Passage, ReportIndex
from scr_check.comparison.overlap import held_round, told_round
from scr_check.comparison.predicates import DOER, DONE_TO
from scr_check.comparison.sentence import Sentence, clause_of, clause_text
from scr_check.comparison.statements import Statement
from scr_check.language.polarity import is_verbal

FOLLOWED = 0.25  # the part of the nearest passage's share from which a passage is looked at
OF_WHOLE = 0.7  # what nearness to the whole statement counts, against nearness to the word
SHARED = 0.25  # how much of either clause the other must hold for them to be close
NEAREST = 0.9  # the part from which it may hold less than that of one of them
APART = 0.6  # what is left of the weight of a match whose clauses are not close
ALONE = 0.4  # what a match weighs of which the clauses share nothing but the word
FEATURES = (
    "near", "whole", "part", "whole part", "agreed", "agreed by like", "agreed of all", "shared by agreed", "opposed",
    "opposed by like", "opposed of all", "margin", "mine held", "theirs held", "held", "mutual", "alike", "close",
    "nothing else", "doubts", "clause", "rank", "other rank", "verbs", "same doer", "same done to", "told", "rarity",
    "left out", "block part", "agreed in block", "own margin", "alone",
)  # fmt: skip


@dataclass(slots=True)
class DenialEvidence:
    """The features of a word by name, and the passage (with the index of its word) that says the opposite."""

    features: dict[str, float] = field(default_factory=lambda: dict.fromkeys(FEATURES, 0.0))
    opposite: tuple[Passage, int] | None = None


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A match with its passage: how near it is, how much of each clause the other holds, what is doubtful, its weight."""

    match: Match
    passage: Passage
    part: float
    mine_held: float
    theirs_held: float
    doubts: frozenset[str]
    close: bool
    weight: float


def evidence_of_denials(
    statement: Statement, index: ReportIndex, weighing: Weighing
) -> Iterator[tuple[int, DenialEvidence]]:
    """The evidence on each word of a statement that something opposes, with the word's index and what is denied all round."""
    context: dict[str, float] = {}
    for at in range(len(statement.sentence.words)):
        if evidence := denial_evidence(statement, at, index, weighing):
            context = context or denial_context(statement, index, weighing)
            evidence.features |= context
            yield at, evidence


def denial_evidence(
    statement: Statement, at: int, index: ReportIndex, weighing: Weighing
) -> DenialEvidence | None:
    """Weigh whether the report denies what a statement affirms in word `at`, or the reverse; None if nothing opposes it."""
    sentence = statement.sentence
    if statement.part == "lessons":
        return None
    mine = next((one for one in weighing.assertions.of(sentence.words[at].stem) if one.word == at), None)
    if mine is None or bids(sentence, at):
        return None
    matched = list(matches(sentence, mine, index, weighing))
    if not any(match.opposite for match in matched):
        return None
    near = weighing.near(at, frozenset((at,)))

    def weighed(opposite: bool) -> list[_Weighed]:
        found = (
            _weighed(statement, mine, match, index, weighing, near)
            for match in matched
            if match.opposite == opposite
        )
        return [one for one in found if one]

    opposing = weighed(opposite=True)
    opposed = [one for one in opposing if one.weight > 0]
    if not opposed:
        return None
    likeliest = max(opposed, key=lambda one: one.weight * one.match.alike)
    evidence = DenialEvidence(opposite=(likeliest.passage, likeliest.match.theirs.word))
    agreeing = weighed(opposite=False)
    _sum_up(evidence.features, [*opposing, *agreeing])
    beside = [one.match.alike for one in agreeing if one.passage.block == likeliest.passage.block]
    evidence.features["agreed in block"] = max(beside, default=0.0)
    _describe(evidence.features, statement, mine, likeliest, index, weighing, near)
    return evidence


def _weighed(
    statement: Statement, mine: Assertion, match: Match, index: ReportIndex, weighing: Weighing, near: Bearing
) -> _Weighed | None:
    """What a match weighs; None where its passage is far, or does not oppose the statement after all."""
    passage = index.passages[match.number]
    part = near.shares.get(match.number, 0.0) / (near.best or 1.0)
    whole_part = weighing.whole.shares.get(match.number, 0.0) / (weighing.whole.best or 1.0)
    if max(part, whole_part) < FOLLOWED:
        return None
    if match.opposite and not may_oppose(statement.sentence, mine, passage, match.theirs):
        return None
    doubts = doubts_about(statement, mine, passage, match, index, weighing)
    mine_held = held_round(index, statement, mine.word, passage)
    theirs_held = told_round(index, passage, match.theirs.word, statement)
    close = _is_close(mine_held, theirs_held, part)
    weight = (
        max(part, OF_WHOLE * whole_part) * (ALONE + min(mine_held, theirs_held)) * (1.0 if close else APART)
    )
    for doubt in sorted(doubts):
        weight *= DOUBTS[doubt]
    return _Weighed(match, passage, part, mine_held, theirs_held, doubts, close, weight)


_ALONE = re.compile(
    r"\b(?:alone|(?:by|to) (?:him|her|them)sel(?:f|ves)|on (?:his|her|their) own|one to one)\b"
)


def _is_alone(sentence: Sentence, at: int) -> bool:
    """Whether somebody was seen or spoken to alone in the clause of word `at`."""
    return _ALONE.search(clause_text(sentence, at)) is not None


def _is_close(mine_held: float, theirs_held: float, part: float) -> bool:
    """Whether a passage says the same of a word as a statement: each tells part of the other, or it is the nearest by far.

    The one may say nothing else in that clause ("He was not undressed").
    """
    least, most = sorted((mine_held, theirs_held))
    return least >= SHARED or (part >= NEAREST and most >= 2 * SHARED and least > 0)


def _sum_up(kept: dict[str, float], weighed: list[_Weighed]) -> None:
    """What all passages together say: the weightiest that agree and that oppose, by the same word and by one like it."""
    for one in weighed:
        name = "opposed" if one.match.opposite else "agreed"
        own = name if one.match.alike == 1 else f"{name} by like"
        kept[own] = max(kept[own], one.weight)
        if not one.match.opposite:
            shared = min(one.mine_held, one.theirs_held) * one.match.alike
            kept["shared by agreed"] = max(kept["shared by agreed"], shared)
    for name in ("opposed", "agreed"):
        kept[f"{name} of all"] = max(kept[name], NEAR_WORD * kept[f"{name} by like"])
    kept["margin"] = kept["opposed of all"] - kept["agreed of all"]
    kept["own margin"] = kept["opposed"] - kept["agreed"]


def _describe(
    kept: dict[str, float],
    statement: Statement,
    mine: Assertion,
    likeliest: _Weighed,
    index: ReportIndex,
    weighing: Weighing,
    near: Bearing,
) -> None:
    """What the likeliest opposite is like."""
    passage, theirs, sentence = likeliest.passage, likeliest.match.theirs, statement.sentence
    other, number = passage.sentence, passage.number
    kept["near"], kept["part"] = near.shares.get(number, 0.0), likeliest.part
    kept["whole"] = weighing.whole.shares.get(number, 0.0)
    kept["whole part"] = kept["whole"] / (weighing.whole.best or 1.0)
    kept["mine held"], kept["theirs held"] = likeliest.mine_held, likeliest.theirs_held
    kept["held"] = likeliest.mine_held + likeliest.theirs_held
    kept["mutual"] = min(likeliest.mine_held, likeliest.theirs_held)
    kept["alike"], kept["close"] = likeliest.match.alike, float(likeliest.close)
    kept["nothing else"] = float("nothing else" in likeliest.doubts)
    kept["doubts"] = float(len(likeliest.doubts - {"nothing else"}))
    kept["clause"] = float(len(clause_of(other, theirs.word)))
    kept["rank"], kept["other rank"] = float(sentence.denied[mine.word]), float(other.denied[theirs.word])
    kept["verbs"] = float(is_verbal(sentence.words, mine.word)) + float(is_verbal(other.words, theirs.word))
    best = weighing.whole.best or 1.0
    kept["block part"] = max(weighing.whole.shares.get(i, 0.0) for i in index.blocks[passage.block]) / best
    kept["left out"] = float(mine.left_out or theirs.left_out)
    kept["alone"] = float(_is_alone(sentence, mine.word) and _is_alone(other, theirs.word))
    kept["rarity"] = index.rarity(sentence.words[mine.word].stem)
    for part in (DOER, DONE_TO):
        own = parties_at(weighing.predicates, mine.word, part)
        their = parties_at(index.predicates(number), theirs.word, part)
        kept[f"same {part}"] = float(any(one.may_be(two) for one in own for two in their))
    days = (*statement.dates, *sentence.dates)
    kept["told"] = float(any(day.agrees(date) for day in days for date in index.dates_at(number)))
