"""What speaks for and against a word being denied: passages that say it of the same thing, and that say the opposite."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from scr_check.comparison.assertions import Assertion, bids
from scr_check.comparison.bearing import Weighing
from scr_check.comparison.index import Passage, ReportIndex
from scr_check.comparison.names import Party
from scr_check.comparison.overlap import held_round, told_round
from scr_check.comparison.predicates import DOER, DONE_TO, Predicate
from scr_check.comparison.sentence import Sentence, clause_of
from scr_check.comparison.statements import Statement
from scr_check.documents.overview import Section
from scr_check.language.polarity import is_verbal
from scr_check.language.words import lexicon

FOLLOWED = 0.25  # the part of the nearest passage's share from which a passage is looked at
SHARED = 0.25  # how much of either clause the other must hold for that
NEAR_WORD = 0.75  # what a word of the same meaning counts, against the same word
_GENERAL = frozenset((Section.LESSONS, Section.RECOMMENDATIONS, Section.ACTION_PLAN))
FEATURES = (
    "near", "whole", "agreed", "opposed", "agreed by like", "opposed by like", "shared by agreed", "mine held",
    "theirs held", "part", "clause", "denies", "rank", "other rank", "verbs", "same doer", "same done to", "told",
    "rarity", "left out", "other party", "whole part", "alike",
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
    if mine is None or bids(sentence):
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
        if part < FOLLOWED or (match.opposite and not _may_oppose(sentence, mine, passage, match.theirs)):
            continue
        own_held = held_round(index, statement, at, passage)
        their_held = told_round(index, passage, match.theirs.word, statement)
        shared = min(own_held, their_held)
        score = part * (0.4 + shared)
        name = ("opposed" if match.opposite else "agreed") + ("" if match.alike == 1 else " by like")
        kept[name] = max(kept[name], score)
        if not match.opposite:
            kept["shared by agreed"] = max(kept["shared by agreed"], shared * match.alike)
        elif shared >= SHARED and score * match.alike > best:
            best = score * match.alike
            evidence.opposite = passage, match.theirs.word
            kept["mine held"], kept["theirs held"], kept["part"] = own_held, their_held, part
            kept["whole part"] = weighing.whole.shares.get(match.number, 0.0) / (weighing.whole.best or 1.0)
            kept["alike"] = match.alike
            _describe(kept, statement, mine, passage, match.theirs, index, weighing)
    if evidence.opposite is None:
        return None
    kept["near"], kept["whole"] = near.best, weighing.whole.best
    kept["rarity"] = index.rarity(sentence.words[at].stem)
    return evidence


def _matches(sentence: Sentence, mine: Assertion, index: ReportIndex, weighing: Weighing) -> Iterator[_Match]:
    """The same word or one like it in the nearest passages.

    They are opposed only where one clause denies something and the other nothing: "no manager saw it" and "seen by no
    manager" put the denial in different places.
    """
    stem = sentence.words[mine.word].stem
    like, unlike = lexicon().near.get(stem, frozenset()), lexicon().far.get(stem, frozenset())
    stems = {stem} | like | unlike
    for number in weighing.whole.shares:
        said = index.assertions(number)
        for other in stems & said.keys():
            alike = 1.0 if other == stem else NEAR_WORD
            for theirs in said[other]:
                plain = mine.plain and theirs.plain
                if not plain and not (alike == 1 and (mine.left_out or theirs.left_out)):
                    continue
                if _counts_apart(sentence, mine.word, index.passages[number].sentence, theirs.word):
                    continue
                apart = mine.denying != theirs.denying
                if other in unlike and other != stem:
                    yield _Match(number, theirs, not apart, alike)
                elif not apart or mine.denied != theirs.denied:
                    yield _Match(number, theirs, apart, alike)


def _may_oppose(sentence: Sentence, mine: Assertion, passage: Passage, theirs: Assertion) -> bool:
    """Whether a passage says what happened, and denies nothing more than its word that the statement does not deny too."""
    if passage.paragraph.section in _GENERAL or bids(passage.sentence):
        return False
    return not _accounted_for(sentence, mine, passage.sentence, theirs)


def _accounted_for(sentence: Sentence, mine: Assertion, other: Sentence, theirs: Assertion) -> bool:
    """Whether what else the denial denies is denied in the other sentence too: the denial is told there."""
    near = lexicon().near
    if mine.denying:
        denying, at, affirming = sentence, mine.word, other
    else:
        denying, at, affirming = other, theirs.word, sentence
    denied = {denying.words[i].stem for i in _same_denial(denying, at)} - {denying.words[at].stem}
    told = {
        word.stem
        for i, word in enumerate(affirming.words)
        if affirming.denied[i] > 0 and affirming.content[i]
    }
    return any(stem in told or told & near.get(stem, frozenset()) for stem in denied)


def _same_denial(sentence: Sentence, at: int) -> list[int]:
    """The indexes of the content words of the clause of word `at` that the same "not" or "no" denies."""
    places = [i for i in clause_of(sentence, at) if sentence.content[i] and sentence.denied[i] > 0]
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
    kept["other party"] = 0.0
    for part in (DOER, DONE_TO):
        own = _parties(weighing.predicates, mine.word, part)
        their = _parties(index.predicates(passage.number), theirs.word, part)
        same = any(one.may_be(two) for one in own for two in their)
        kept[f"same {part}"] = float(same)
        kept["other party"] += bool(own and their) and not same
    days = (*statement.dates, *sentence.dates)
    kept["told"] = float(any(day.agrees(date) for day in days for date in index.dates_at(passage.number)))


def _parties(predicates: list[Predicate], at: int, part: str) -> list[Party]:
    return [role.party for one in predicates if one.at == at for role in one.roles if role.part == part]


def _counts_apart(sentence: Sentence, at: int, other: Sentence, i: int) -> bool:
    """Whether the clauses do not count the same number of things: "kept nine" is no reply to "did not keep"."""
    if not sentence.numbers and not other.numbers:
        return False
    mine, theirs = _counts(sentence, at), _counts(other, i)
    return bool(mine or theirs) and not mine & theirs


def _counts(sentence: Sentence, at: int) -> set[float]:
    clause = clause_of(sentence, at)
    start, end = sentence.words[clause.start].start, sentence.words[clause.stop - 1].end
    return {
        number.value
        for number in sentence.numbers
        if start <= number.start < end and number.unit != "clock" and not number.ordinal
    }
