"""Denials: what a statement says was done and the report says was not, or the other way.

Two clauses are opposed when they say the same of each other in most of their words, share a verb (or one of the same
meaning), and just one of them denies it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from scr_check.comparison.bearing import bearing
from scr_check.comparison.evidence import evidence_from, where
from scr_check.comparison.index import Passage, ReportIndex
from scr_check.comparison.result import Difference
from scr_check.comparison.sentence import Sentence, clause_of
from scr_check.comparison.statements import Statement
from scr_check.documents.overview import Section
from scr_check.finding import Confidence
from scr_check.language.polarity import is_verbal
from scr_check.language.words import lexicon

CLOSE = 0.5  # how much two clauses must have in common, as a part (0 to 1) of what both say
NEAREST = 0.75  # the part of the nearest passage's share that one which says the opposite must hold
CONFIRMS = 0.7  # the part with which one that says the same clears the statement
CANDIDATES = 30  # the nearest passages looked at
SHARED = 2  # how many further words or parties the two sentences must share
_GENERAL = frozenset((Section.LESSONS, Section.RECOMMENDATIONS, Section.ACTION_PLAN))
_DUTY = frozenset("must should shall require requires required need needs recommends ought".split())


@dataclass(frozen=True, slots=True)
class Opposed:
    """A word of a statement that a passage denies or affirms the other way, and what the two clauses have in common."""

    word: int
    passage: Passage
    other: int
    close: float


_PARTIAL = frozenset(("all", "only", "every", "both", "enough"))  # "none held all" denies less than "none held"


def denial_differences(statement: Statement, index: ReportIndex) -> Iterator[Difference]:
    """What a statement affirms and the report denies, or the reverse; the clearest one of a statement."""
    found = max(opposed_words(statement, index), key=lambda one: (one.close, -one.word), default=None)
    if found is None or found.close < CLOSE:
        return
    sentence, other = statement.sentence, found.passage.sentence
    word, match = sentence.words[found.word], other.words[found.other]
    said = "denies" if sentence.denied[found.word] else "affirms"
    true = "denies" if said == "affirms" else "affirms"
    yield Difference(
        "negation-flipped",
        statement.pointer,
        f"the summary {said} what the overview report {true} ({where(found.passage)}): “{sentence.text[word.start : word.end]}”"
        f" against “{other.text[match.start : match.end]}”",
        f"read both passages; the report says: “{other.text}”",
        sentence.text[word.start : word.end],
        (evidence_from(found.passage, [(match.start, match.end)]),),
        Confidence.LIKELY if found.close > 0.7 else Confidence.POSSIBLE,
    )


def opposed_words(statement: Statement, index: ReportIndex) -> Iterator[Opposed]:
    """Every verb of a statement that the nearest passage turns round, and none near it confirms."""
    sentence = statement.sentence
    near = bearing(statement, index)
    nearest = near.top(index, CANDIDATES, CONFIRMS)
    for at, word in enumerate(sentence.words):
        if not sentence.content[at] or word.stem not in lexicon().verbs or not _speaks(sentence, at):
            continue
        matches = [(passage, *match) for passage in nearest for match in _matches(sentence, at, passage.sentence)]
        if any(not opposite for _, _, opposite in matches):
            continue
        for passage, other, _ in matches:
            close = _in_common(index, sentence, at, passage.sentence, other)
            shared = _shared(sentence, at, passage.sentence)
            same = passage.sentence.words[other].stem == word.stem
            if shared >= (SHARED if same else SHARED + 1) and (same or close >= 0.8) and near.shares[passage.number] >= NEAREST * near.best and not _is_general(passage):
                yield Opposed(at, passage, other, close)


def _is_general(passage: Passage) -> bool:
    """Whether a passage says what is to be done in general, and not what happened."""
    return passage.paragraph.section in _GENERAL or any(word.lower in _DUTY for word in passage.sentence.words)


def _shared(sentence: Sentence, at: int, other: Sentence) -> int:
    """How many words and parties two sentences share beside word `at`."""
    close = lexicon().close
    theirs = other.stems()
    own = {word.stem for i, word in enumerate(sentence.words) if sentence.content[i] and i != at}
    words = sum(stem in theirs or bool(theirs & close.get(stem, frozenset())) for stem in own)
    parties = {mention.party.role for mention in sentence.mentions if any(mention.party.may_be(one.party) for one in other.mentions)}
    return words + len(parties)


def _matches(sentence: Sentence, at: int, other: Sentence) -> Iterator[tuple[int, bool]]:
    """The words of another sentence that say the same as word `at` or its opposite, and whether polarity differs."""
    stem = sentence.words[at].stem
    near, far = lexicon().close.get(stem, frozenset()), lexicon().far.get(stem, frozenset())
    mine = sentence.denied[at]
    for i, word in enumerate(other.words):
        if not other.content[i] or not _speaks(other, i):
            continue
        theirs = other.denied[i]
        if word.stem == stem or word.stem in near:
            if bool(mine) == bool(theirs):
                yield i, False
            else:
                yield i, True
        elif word.stem in far:
            yield i, bool(mine) == bool(theirs)


def _speaks(sentence: Sentence, at: int) -> bool:
    """Whether word `at` says that something was or was not done: a verb, or what "no" or "without" leaves out."""
    state = sentence.denied[at]
    words = sentence.words
    if any(word.lower in _PARTIAL for word in words[at + 1 : at + 3]) or (at > 1 and words[at - 2].lower == "of" and state):
        return False
    return state == 1 or (state == 0 and is_verbal(words, at) and words[at - 1].lower != "to")


def _in_common(index: ReportIndex, sentence: Sentence, at: int, other: Sentence, match: int) -> float:
    """What the clauses of two matched words share (0 to 1): the lesser of the parts of each that the other holds."""
    return min(_held(index, sentence, at, other), _held(index, other, match, sentence))


def _held(index: ReportIndex, one: Sentence, at: int, other: Sentence) -> float:
    """The part of the clause of word `at`, by rarity, that another sentence holds; a party counts like a rare word."""
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
            total += 2.0
            held += 2.0 * any(mention.party.may_be(theirs.party) for theirs in other.mentions)
    return held / total if total else 0.0
