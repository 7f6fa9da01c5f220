"""What speaks for and against a word being denied: passages that say it of the same thing, and that say the opposite."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from scr_check.comparison.assertions import Assertion, bids
from scr_check.comparison.bearing import Weighing
from scr_check.comparison.circumstances import at_another_time, counts_apart, facts_missing
from scr_check.comparison.index import TO_COME, Passage, ReportIndex
from scr_check.comparison.overlap import held_round, told_round
from scr_check.comparison.party import Party
from scr_check.comparison.predicates import DOER, DONE_TO, Predicate
from scr_check.comparison.sentence import Sentence, clause_of
from scr_check.comparison.statements import Statement
from scr_check.language.polarity import is_verbal
from scr_check.language.words import lexicon
from scr_check.language.words import stem as stem_of

FOLLOWED = 0.25  # the part of the nearest passage's share from which a passage is looked at
SHARED = 0.25  # how much of either clause the other must hold for that
NEAREST = 0.9  # the part from which it may hold less than that of one of them
PREFIXED = 4  # letters that a stem with "un" or "in" before it has at least
NEAR_WORD = 0.75  # what a word of the same meaning counts, against the same word
_LAST = re.compile(r"\b(?:(?:was|were|had|been) last|last time|last (?:saw|visited|seen))\b", re.IGNORECASE)
_SUPPOSED = re.compile(r"\b(?:would|could|should|might|ought to) have\b", re.IGNORECASE)
FEATURES = (
    "near", "whole", "agreed", "opposed", "agreed by like", "opposed by like", "shared by agreed", "mine held",
    "theirs held", "part", "clause", "denies", "rank", "other rank", "verbs", "same doer", "same done to", "told",
    "rarity", "left out", "whole part", "alike",
)  # fmt: skip


@dataclass(slots=True)
class DenialEvidence:
    """The features of a word by name, and the passage (with the index of its word) that says the opposite."""

    features: dict[str, float] = field(default_factory=lambda: dict.fromkeys(FEATURES, 0.0))
    opposite: tuple[Passage, int] | None = None


@dataclass(frozen=True, slots=True)
class _Match:
    """A word of a passage that is the statement's or like it (`alike` 0 to 1), and whether just one is denied."""

    number: int
    theirs: Assertion
    opposite: bool
    alike: float


def denial_evidence(
    statement: Statement, at: int, index: ReportIndex, weighing: Weighing
) -> DenialEvidence | None:
    """Weigh whether the report denies what a statement affirms in word `at`, or the reverse; None if nothing opposes it."""
    sentence = statement.sentence
    if statement.part == "lessons":
        return None
    mine = next((one for one in weighing.assertions.get(sentence.words[at].stem, ()) if one.word == at), None)
    if mine is None or bids(sentence, at):
        return None
    matched = list(_matches(sentence, mine, index, weighing))
    if not any(match.opposite for match in matched):
        return None
    near = weighing.near(at, frozenset((at,)))
    evidence = DenialEvidence()
    kept = evidence.features
    best = 0.0
    for match in matched:
        part = near.shares.get(match.number, 0.0) / near.best if near.best else 0.0
        passage = index.passages[match.number]
        if part < FOLLOWED or _is_of_others(sentence, mine, passage, match, index, weighing):
            continue
        if match.opposite and not _may_oppose(statement, mine, passage, match, index):
            continue
        own_held = held_round(index, statement, at, passage)
        their_held = told_round(index, passage, match.theirs.word, statement)
        shared = min(own_held, their_held)
        score = part * (0.4 + shared)
        name = ("opposed" if match.opposite else "agreed") + ("" if match.alike == 1 else " by like")
        kept[name] = max(kept[name], score)
        if not match.opposite:
            kept["shared by agreed"] = max(kept["shared by agreed"], shared * match.alike)
        elif _is_close(own_held, their_held, part) and score * match.alike > best:
            best = score * match.alike
            evidence.opposite = passage, match.theirs.word
            kept["mine held"], kept["theirs held"], kept["part"] = own_held, their_held, part
            kept["near"] = near.shares.get(match.number, 0.0)
            kept["whole"] = weighing.whole.shares.get(match.number, 0.0)
            kept["whole part"] = kept["whole"] / (weighing.whole.best or 1.0)
            kept["alike"] = match.alike
            _describe(kept, statement, mine, passage, match.theirs, index, weighing)
    if evidence.opposite is None:
        return None
    kept["rarity"] = index.rarity(sentence.words[at].stem)
    return evidence


def _is_close(own_held: float, their_held: float, part: float) -> bool:
    """Whether a passage says the same of a word as a statement: each tells part of the other, or it is the nearest by far.

    The one may say nothing else in that clause ("He was not undressed").
    """
    least, most = sorted((own_held, their_held))
    return least >= SHARED or (part >= NEAREST and most >= 2 * SHARED and least > 0)


def _matches(sentence: Sentence, mine: Assertion, index: ReportIndex, weighing: Weighing) -> Iterator[_Match]:
    """The same word or one like it in the nearest passages.

    They are opposed only where one clause denies something and the other nothing: "no manager saw it" and "seen by no
    manager" put the denial in different places.
    """
    stem = sentence.words[mine.word].stem
    like, unlike = lexicon().near.get(stem, frozenset()), lexicon().far.get(stem, frozenset())
    stems = {stem} | like | unlike
    for other in sorted(stems & weighing.said.keys()):
        alike = 1.0 if other == stem else NEAR_WORD
        for number, theirs in weighing.said[other]:
            plain = mine.plain and theirs.plain
            if not plain and not (alike == 1 and (mine.left_out or theirs.left_out)):
                continue
            if counts_apart(sentence, mine, index.passages[number].sentence, theirs):
                continue
            if other != stem and any(
                one.denied == mine.denied for one in index.assertions(number).get(stem, ())
            ):
                continue  # "missed two appointments and kept one" is no reply to "kept"
            apart = mine.denying != theirs.denying
            if _negates(stem, other) or _negates(other, stem):
                yield _Match(number, theirs, mine.denied == theirs.denied, alike)  # "unsafe", "not safe"
            elif other in unlike and other != stem:
                yield _Match(number, theirs, not apart, alike)
            elif not apart or mine.denied != theirs.denied:
                yield _Match(number, theirs, apart, alike)


def _negates(stem: str, other: str) -> bool:
    """Whether a stem is another with "un" or "in" before it; stemming may cut their ends otherwise ("unsaf", "safe")."""
    return stem[:2] in ("un", "in") and len(stem) > PREFIXED and other[: len(stem) - 2] == stem[2:]


def _is_of_others(
    sentence: Sentence,
    mine: Assertion,
    passage: Passage,
    match: _Match,
    index: ReportIndex,
    weighing: Weighing,
) -> bool:
    """Whether a passage says it of somebody else, or to somebody else, where both sides say who."""
    predicates = index.predicates(passage.number)
    own = {part: _parties(weighing.predicates, mine.word, part) for part in (DOER, DONE_TO)}
    theirs = {part: _parties(predicates, match.theirs.word, part) for part in (DOER, DONE_TO)}
    if _is_of_a_thing(passage.sentence, match.theirs.word) and any(
        party.kind != "agency" for party in own[DONE_TO]
    ):
        return True
    return _the_other_way(own[DOER], theirs[DOER], theirs[DONE_TO]) or any(
        _are_others(own[part], theirs[part])
        and _either_named(sentence, own[part], passage.sentence, theirs[part])
        for part in (DOER, DONE_TO)
    )


def _the_other_way(own: list[Party], theirs: list[Party], done_to: list[Party]) -> bool:
    """Whether those who do it in the statement are whom it is done to in a passage: "the carer rang it", "it rang no carer"."""
    return not any(one.may_be(two) for one in own for two in theirs) and any(
        one.may_be(two) for one in own for two in done_to if one.kind != "child"
    )


def _may_oppose(
    statement: Statement, mine: Assertion, passage: Passage, match: _Match, index: ReportIndex
) -> bool:
    """Whether a passage tells what happened then, and denies nothing more than the statement does."""
    sentence = statement.sentence
    if passage.paragraph.section in TO_COME or bids(passage.sentence, match.theirs.word):
        return False
    if facts_missing(sentence, mine.word, index, passage) or at_another_time(statement, index, passage):
        return False
    if match.alike < 1 and not _shares_a_word(sentence, mine.word, passage.sentence):
        return False
    affirming = passage.sentence if mine.denying else sentence
    if _LAST.search(affirming.text):
        return False  # "was last seen in March" denies that she was seen in April
    if _tells_both(statement, mine) or _is_undone(sentence.words[mine.word].stem, passage.sentence):
        return False
    supposed = _SUPPOSED.search(passage.sentence.text) is not None
    return not (supposed or _accounted_for(sentence, mine, passage.sentence, match.theirs))


def _tells_both(statement: Statement, mine: Assertion) -> bool:
    """Whether the statement or a neighbour in its text tells the opposite too: "advised to take her; she was not taken"."""
    stem = statement.sentence.words[mine.word].stem
    return any(
        word.stem == stem and state >= 0 and (state > 0) != mine.denied
        for sentence in statement.siblings
        for word, state in zip(sentence.words, sentence.denied, strict=True)
    )


def _is_undone(stem: str, other: Sentence) -> bool:
    """Whether a sentence says with "un" that a thing was not so: "often went unread" is no reply to "were not read"."""
    return any(word.lower.startswith("un") and stem_of(word.lower[2:]) == stem for word in other.words)


def _is_of_a_thing(sentence: Sentence, at: int) -> bool:
    """Whether "it" follows a verb: "saw it on 4 January" is no reply to "the child was not seen"."""
    return at + 1 < len(sentence.words) and sentence.words[at + 1].lower in ("it", "this", "these")


def _are_others(own: list[Party], theirs: list[Party]) -> bool:
    """Whether both sides say who, and not the same; a child of the review is too often meant by "he" to tell."""
    if not own or not theirs or any(party.kind == "child" for party in (*own, *theirs)):
        return False
    return not any(one.may_be(two) for one in own for two in theirs)


def _either_named(sentence: Sentence, own: list[Party], other: Sentence, theirs: list[Party]) -> bool:
    """Whether one of the sides is named, and not only meant by a pronoun."""
    return any(mention.party in own for mention in sentence.mentions) or any(
        mention.party in theirs for mention in other.mentions
    )


def _shares_a_word(sentence: Sentence, at: int, other: Sentence) -> bool:
    """Whether another sentence holds anything else of the clause of a word: a word like its own is not enough."""
    stems, near, clause = other.stems(), lexicon().near, clause_of(sentence, at)
    words = {sentence.words[i].stem for i in clause if sentence.content[i] and i != at}
    parties = [mention.party for mention in sentence.mentions if mention.first in clause]
    return any(stem in stems or stems & near.get(stem, frozenset()) for stem in words) or any(
        party.may_be(theirs.party) for party in parties for theirs in other.mentions
    )


def _accounted_for(sentence: Sentence, mine: Assertion, other: Sentence, theirs: Assertion) -> bool:
    """Whether what else the denial denies is denied in the other sentence too: the denial is told there."""
    near = lexicon().near
    if mine.denying:
        denying, at, affirming = sentence, mine.word, other
    else:
        denying, at, affirming = other, theirs.word, sentence
    denied = _said(denying, _same_denial(denying, at)) - {denying.words[at].stem}
    told = _said(affirming, [i for i in range(len(affirming.words)) if affirming.denied[i] > 0])
    return any(stem in told or told & near.get(stem, frozenset()) for stem in denied)


def _said(sentence: Sentence, places: list[int]) -> set[str]:
    """The stems of the content words at some places, and the roles of the parties there."""
    roles = {mention.party.role for mention in sentence.mentions if mention.first in places}
    return roles | {sentence.words[i].stem for i in places if sentence.content[i]}


def _same_denial(sentence: Sentence, at: int) -> list[int]:
    """The indexes of the words of the clause of word `at` that the same "not" or "no" denies."""
    places = [i for i in clause_of(sentence, at) if sentence.denied[i] > 0]
    if sentence.denied[at] <= 0:
        return places
    groups: list[list[int]] = []
    for i in places:
        if not groups or sentence.denied[i] <= sentence.denied[groups[-1][-1]]:
            groups.append([])
        groups[-1].append(i)
    return next((group for group in groups if at in group), places)


def _describe(
    kept: dict[str, float],
    statement: Statement,
    mine: Assertion,
    passage: Passage,
    theirs: Assertion,
    index: ReportIndex,
    weighing: Weighing,
) -> None:
    """What the likeliest opposite is like."""
    sentence, other = statement.sentence, passage.sentence
    kept["clause"] = float(len(clause_of(other, theirs.word)))
    kept["denies"] = float(mine.denied)
    kept["rank"] = float(sentence.denied[mine.word])
    kept["other rank"] = float(other.denied[theirs.word])
    kept["verbs"] = float(is_verbal(sentence.words, mine.word)) + float(is_verbal(other.words, theirs.word))
    kept["left out"] = float(mine.left_out or theirs.left_out)
    for part in (DOER, DONE_TO):
        own = _parties(weighing.predicates, mine.word, part)
        their = _parties(index.predicates(passage.number), theirs.word, part)
        kept[f"same {part}"] = float(any(one.may_be(two) for one in own for two in their))
    days = (*statement.dates, *sentence.dates)
    kept["told"] = float(any(day.agrees(date) for day in days for date in index.dates_at(passage.number)))


def _parties(predicates: list[Predicate], at: int, part: str) -> list[Party]:
    return [role.party for one in predicates if one.at == at for role in one.roles if role.part == part]
