"""Denials: what a statement says was done and the report says was not, or the other way.

A statement is doubted when the nearest passage about the same party denies what it affirms, in the same word, and no
passage near enough agrees with it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from scr_check.comparison.bearing import Bearing, bearing
from scr_check.comparison.evidence import evidence_from, where
from scr_check.comparison.index import Passage, ReportIndex
from scr_check.comparison.overlap import in_common
from scr_check.comparison.result import Difference
from scr_check.comparison.sentence import Sentence, clause_of
from scr_check.comparison.statements import Statement
from scr_check.documents.overview import Section
from scr_check.finding import Confidence
from scr_check.language.polarity import is_verbal

OPPOSED = 0.72  # the part of the nearest passage's share that one which says the opposite must hold
AGREED = 0.62  # none that says the same may hold this part
MARGIN = 0.2  # and the opposite must be nearer than that by this much
COMMON = 0.45  # how much the two clauses must share of what both say (0 to 1)
SUBJECT = 0.3  # below this share no passage speaks of the same thing
CANDIDATES = 30  # passages among which an opposite is looked for at all
_GENERAL = frozenset((Section.LESSONS, Section.RECOMMENDATIONS, Section.ACTION_PLAN))
_DUTY = frozenset(
    [
        "must",
        "should",
        "shall",
        "require",
        "requires",
        "required",
        "need",
        "needs",
        "recommends",
        "ought",
        "would",
    ]
)
_THERE = frozenset(["a", "an", "the", "his", "her", "their", "its", "had", "was", "were"])
_PARTIAL = frozenset(
    ["all", "only", "every", "both", "enough", "ever"]
)  # "none held all" denies less than "none held"


@dataclass(frozen=True, slots=True)
class Opposed:
    """A word of a statement that a passage denies or affirms the other way, with the parts (0 to 1) for and against."""

    word: int
    passage: Passage
    other: int
    opposed: float
    agreed: float


def denial_differences(statement: Statement, index: ReportIndex, whole: Bearing) -> Iterator[Difference]:
    """What a statement affirms and the report denies, or the reverse; the clearest one of a statement."""
    found = max(
        opposed_words(statement, index, whole),
        key=lambda one: (one.opposed - one.agreed, -one.word),
        default=None,
    )
    if found is None:
        return
    sentence, other = statement.sentence, found.passage.sentence
    word, match = sentence.words[found.word], other.words[found.other]
    said, true = ("denies", "affirms") if sentence.denied[found.word] else ("affirms", "denies")
    yield Difference(
        "negation-flipped",
        statement.pointer,
        f"the summary {said} what the overview report {true} ({where(found.passage)}): “{sentence.text[word.start : word.end]}”",
        f"read both passages; the report says: “{other.text}”",
        sentence.text[word.start : word.end],
        (evidence_from(found.passage, [(match.start, match.end)]),),
        Confidence.LIKELY if found.opposed > 0.85 and found.agreed < 0.4 else Confidence.POSSIBLE,
    )


def opposed_words(statement: Statement, index: ReportIndex, whole: Bearing) -> Iterator[Opposed]:
    """Every word of a statement that the nearest passage turns round, and none near it confirms."""
    sentence = statement.sentence
    nearest = whole.top(index, CANDIDATES, 0.35)
    for at in range(len(sentence.words)):
        if not sentence.content[at] or not any(
            opposite for passage in nearest for _, opposite in _matches(sentence, at, passage.sentence)
        ):
            continue
        near = bearing(statement, index, at, frozenset((at,)))
        if near.best < SUBJECT:
            continue
        agreed, best = 0.0, None
        for number, share in near.shares.items():
            passage, part = index.passages[number], share / near.best
            for other, opposite in _matches(sentence, at, passage.sentence):
                if not _same_parties(sentence, passage, index):
                    continue
                if not opposite:
                    agreed = max(agreed, part)
                elif (
                    _tells(passage)
                    and (best is None or part > best[0])
                    and in_common(index, sentence, at, passage.sentence, other) >= COMMON
                ):
                    best = part, passage, other
        if best and best[0] >= OPPOSED and agreed < AGREED and best[0] - agreed >= MARGIN:
            yield Opposed(at, best[1], best[2], best[0], agreed)


def _tells(passage: Passage) -> bool:
    """Whether a passage says what happened, and not what is to be done in general."""
    return passage.paragraph.section not in _GENERAL and not any(
        word.lower in _DUTY for word in passage.sentence.words
    )


def _same_parties(sentence: Sentence, passage: Passage, index: ReportIndex) -> bool:
    """Whether one of the statement's parties is named in the passage or the sentences before it."""
    own = [mention.party for mention in sentence.mentions if mention.party.kind != "child"]
    theirs = [
        mention.party for near in index.around(passage.number, 2, 0) for mention in near.sentence.mentions
    ]
    return not own or any(party.may_be(other) for party in own for other in theirs)


def _matches(sentence: Sentence, at: int, other: Sentence) -> Iterator[tuple[int, bool]]:
    """The same word in another sentence, and whether just one of the two denies it."""
    stem = sentence.words[at].stem
    for i, word in enumerate(other.words):
        if word.stem != stem or not other.content[i]:
            continue
        mine, theirs = sentence.denied[at], other.denied[i]
        if mine < 0 or theirs < 0:
            continue
        if bool(mine) == bool(theirs):
            yield i, False
        elif (_denies(sentence, at) and _affirms(other, i)) or (_denies(other, i) and _affirms(sentence, at)):
            verbs = is_verbal(sentence.words, at) and is_verbal(other.words, i)
            if (
                verbs
                or (_left_out(sentence, at) and _stands(other, i))
                or (_left_out(other, i) and _stands(sentence, at))
            ):
                yield i, True


def _denies(sentence: Sentence, at: int) -> bool:
    """Whether word `at` is itself what is denied, and not an object of it; "none held all" denies only in part."""
    partial = any(word.lower in _PARTIAL for word in sentence.words[at + 1 : at + 3])
    asked_to = sentence.denied[at] == 2 and sentence.words[at - 1].lower == "to"
    return (sentence.denied[at] == 1 or asked_to or _left_out(sentence, at)) and not partial


def _affirms(sentence: Sentence, at: int) -> bool:
    """Whether word `at` is said to have been so, and not only intended ("offered to send")."""
    before = {word.lower for word in sentence.words[max(0, at - 4) : at]}
    asked_to = at > 1 and sentence.words[at - 2].lower.startswith("ask")
    return (
        sentence.denied[at] == 0
        and (sentence.words[at - 1].lower != "to" or asked_to)
        and not before & _PARTIAL
    )


def _stands(sentence: Sentence, at: int) -> bool:
    """Whether the thing that word `at` names is said to have been there, in a clause that denies nothing."""
    near = {word.lower for word in sentence.words[max(0, at - 2) : at + 2]}
    clause = clause_of(sentence, at)
    return bool(near & _THERE) and not any(sentence.denied[i] for i in clause)


def _left_out(sentence: Sentence, at: int) -> bool:
    """Whether "no" or "without" stands just before the word, or before the one it goes with ("no home visit")."""
    before = [word.lower for word in sentence.words[max(0, at - 2) : at]]
    return (
        0 < sentence.denied[at] <= 2
        and bool({"no", "without"} & set(before))
        and "of" not in [word.lower for word in sentence.words[max(0, at - 3) : at]]
    )
