"""Matches: the words of the report's passages that say the same as a word of a statement, or the opposite."""

from collections.abc import Iterator
from dataclasses import dataclass

from scr_check.comparison.assertions import Assertion
from scr_check.comparison.bearing import Weighing
from scr_check.comparison.index import ReportIndex
from scr_check.comparison.sentence import Sentence, clause_of
from scr_check.language.words import lexicon

PREFIXED = 4  # letters that a stem with "un" or "in" before it has at least
NEAR_WORD = 0.75  # what a word of the same meaning counts, against the same word
SAME_ACT = 0.5  # what a word for an act of the same sort counts ("rang", "consulted")


@dataclass(frozen=True, slots=True)
class Match:
    """A word of a passage that is the statement's or like it (`alike` 0 to 1), and whether just one is denied."""

    number: int
    theirs: Assertion
    opposite: bool
    alike: float


def matches(sentence: Sentence, mine: Assertion, index: ReportIndex, weighing: Weighing) -> Iterator[Match]:
    """The same word or one like it in the nearest passages.

    They are opposed only where one clause denies something and the other nothing: "no manager saw it" and "seen by no
    manager" put the denial in different places.
    """
    stem = sentence.words[mine.word].stem
    like, unlike = lexicon().near.get(stem, frozenset()), lexicon().far.get(stem, frozenset())
    acts = lexicon().acts.get(stem, frozenset())
    for other in sorted(({stem} | like | unlike | acts) & weighing.said.keys()):
        alike = 1.0 if other == stem else NEAR_WORD if other in like or other in unlike else SAME_ACT
        for number, theirs in weighing.said[other]:
            plain = mine.plain and theirs.plain
            if not plain and not (alike == 1 and (mine.left_out or theirs.left_out)):
                continue
            if other != stem and any(one.denied == mine.denied for one in index.assertions(number).of(stem)):
                continue  # "missed two appointments and kept one" is no reply to "kept"
            apart = mine.denying != theirs.denying or _turned(sentence, mine, index, number, theirs)
            if _negates(stem, other) or _negates(other, stem):
                yield Match(number, theirs, mine.denied == theirs.denied, alike)  # "unsafe", "not safe"
            elif other in unlike and other != stem:
                if not (apart and mine.denied == theirs.denied):
                    yield Match(number, theirs, not apart, alike)
            elif not apart or mine.denied != theirs.denied:
                yield Match(number, theirs, apart, alike)


def _turned(sentence: Sentence, mine: Assertion, index: ReportIndex, number: int, theirs: Assertion) -> bool:
    """Whether just one denies the same verb by "not", and what the other's clause denies only stands in what it says.

    "The panel accepted that she had failed to ask", where the report has "did not accept that she failed".
    """
    other = index.passages[number].sentence
    if mine.denied == theirs.denied or sentence.words[mine.word].stem != other.words[theirs.word].stem:
        return False
    denying, at = (sentence, mine.word) if mine.denied else (other, theirs.word)
    affirming, there = (other, theirs.word) if mine.denied else (sentence, mine.word)
    before = {word.lower for word in denying.words[max(0, at - 2) : at]}
    after = {word.lower for word in affirming.words[there + 1 : there + 2]}
    told = [i for i in clause_of(affirming, there) if affirming.denied[i] > 0]
    return (
        denying.denied[at] == 1
        and bool({"not", "never"} & before)
        and after == {"that"}
        and min(told, default=0) > there
    )


def _negates(stem: str, other: str) -> bool:
    """Whether a stem is another with "un" or "in" before it; stemming may cut their ends otherwise ("unsaf", "safe")."""
    if stem[:2] not in ("un", "in") or len(stem) <= PREFIXED:
        return False
    return other.startswith(stem[2:]) or (
        len(other) >= PREFIXED and stem[2:].startswith(other)
    )  # "unknown", "know"
