"""What speaks for and against a word being denied: passages that say it of the same thing, and that say the opposite."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from scr_check.comparison.assertions import Assertion, bids
from scr_check.comparison.bearing import Weighing
from scr_check.comparison.index import Passage, ReportIndex
from scr_check.comparison.names import Party
from scr_check.comparison.overlap import held
from scr_check.comparison.predicates import DOER, DONE_TO, Predicate
from scr_check.comparison.sentence import Sentence, clause_of
from scr_check.comparison.statements import Statement
from scr_check.documents.overview import Section
from scr_check.language.polarity import is_verbal
from scr_check.language.words import lexicon

FOLLOWED = 0.25  # the part of the nearest passage's share from which a passage is looked at
OPPOSED = 0.4  # ... and from which it can say the opposite
SHARED = 0.4  # how much of either clause the other must hold for that
NEAR_WORD = 0.75  # what a word of the same meaning counts, against the same word
_GENERAL = frozenset((Section.LESSONS, Section.RECOMMENDATIONS, Section.ACTION_PLAN))
FEATURES = (
    "near", "whole", "agreed", "opposed", "agreed by like", "opposed by like", "shared by agreed", "mine held",
    "theirs held", "part", "clause", "denies", "rank", "other rank", "verbs", "same doer", "same done to", "told",
    "rarity", "left out",
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
        if part < FOLLOWED:
            continue
        if match.opposite and (
            _accounted_for(sentence, mine, passage.sentence, match.theirs)
            or not _tells_the_same(weighing, at, index, passage, match)
        ):
            continue
        own_held = held(index, sentence, at, passage.sentence)
        their_held = held(index, passage.sentence, match.theirs.word, sentence)
        shared = min(own_held, their_held)
        score = part * (0.4 + shared)
        name = ("opposed" if match.opposite else "agreed") + ("" if match.alike == 1 else " by like")
        kept[name] = max(kept[name], score)
        if not match.opposite:
            kept["shared by agreed"] = max(kept["shared by agreed"], shared * match.alike)
        elif part >= OPPOSED and shared >= SHARED and score * match.alike > best:
            best = score * match.alike
            evidence.opposite = passage, match.theirs.word
            kept["mine held"], kept["theirs held"], kept["part"] = own_held, their_held, part
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


def _accounted_for(sentence: Sentence, mine: Assertion, other: Sentence, theirs: Assertion) -> bool:
    """Whether what else the denying clause denies is denied in the other sentence too: the denial is told there."""
    near = lexicon().near
    if mine.denying:
        denying, at, affirming = sentence, mine.word, other
    else:
        denying, at, affirming = other, theirs.word, sentence
    denied = _denied_stems(denying, clause_of(denying, at)) - {denying.words[at].stem}
    told = _denied_stems(affirming, range(len(affirming.words)))
    return any(stem in told or told & near.get(stem, frozenset()) for stem in denied)


def _denied_stems(sentence: Sentence, places: range) -> set[str]:
    return {sentence.words[i].stem for i in places if sentence.denied[i] > 0 and sentence.content[i]}


def _tells_the_same(weighing: Weighing, at: int, index: ReportIndex, passage: Passage, match: _Match) -> bool:
    """Whether a passage says what happened, and does not say it of somebody else where both say who."""
    if passage.paragraph.section in _GENERAL or bids(passage.sentence):
        return False
    for part in (DOER, DONE_TO):
        mine = _parties(weighing.predicates, at, part)
        theirs = _parties(index.predicates(match.number), match.theirs.word, part)
        if mine and theirs and not any(one.may_be(two) for one in mine for two in theirs):
            return False
    return True


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
        kept[f"same {part}"] = float(
            bool(own and _parties(index.predicates(passage.number), theirs.word, part))
        )
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
