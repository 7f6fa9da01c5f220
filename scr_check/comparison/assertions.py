"""Assertions: the words of a sentence by which it says that something was so, or that it was not."""

import re
from dataclasses import dataclass

from scr_check.comparison.exceptions import excepted_in
from scr_check.comparison.sentence import Sentence, clause_of
from scr_check.language.polarity import is_verbal
from scr_check.language.unsaid import DETERMINERS
from scr_check.language.wanting import is_wanting
from scr_check.language.words import stem as stem_of

_UNIVERSAL = frozenset("no nobody none nothing never neither nor either any".split())
_PARTIAL = frozenset("all only every enough always most".split())
_SOME = frozenset("most some few usually generally often sometimes mostly seldom rarely".split())
_ONLY_THEN = re.compile(r"\bit (?:was|is) only\b[^.;]*\bthat\b", re.IGNORECASE)
_ENDING = frozenset(
    map(
        stem_of,
        "stop stopped lose lost cease ceased cancel cancelled withdraw withdrew discontinue halt".split(),
    )
)
_ASKING = frozenset("ask asked asks asking call called calls calling press pressed pressing".split())
_OTHERWISE_READ = frozenset(
    map(
        stem_of,
        "time times foresee foreseen foreseeable predict predictable prevent preventable avoid".split(),
    )
)
_ILL = frozenset("badly poorly wrongly partly only little incorrectly incompletely".split())
_TIMES = frozenset("day days week weeks fortnight month months year years hour hours time".split())
_LIGHT = frozenset(
    map(
        stem_of,
        "make hold take do give have arrange begin start offer follow receive undertake carry complete call convene "
        "issue send commission bring come occur happen exist record provide".split(),
    )
)
_NO_VERBS = frozenset("record records order report".split())
_OBJECT = 2  # words that may stand between such a verb and what was done
_BE = frozenset("was were is are been be".split())
_REPORTING = frozenset(
    map(stem_of, "say find note think report state believe hold consider regard mean".split())
)
_LEAVE = stem_of("leave")
_BELIEVE, _NEGLECT = stem_of("believe"), stem_of("neglect")
_ASKS = frozenset("what which who whom how whether where when that".split())
_DUTY = frozenset("must should shall require requires required need needs recommends ought would".split())


@dataclass(frozen=True, slots=True)
class Assertion:
    """A word that says something was so or not: `denied` tells which, `denying` whether its clause denies anything.

    `plain` is false for a word that only has a part in it, and of which there was perhaps "no" (`left_out`).
    """

    word: int
    plain: bool
    left_out: bool
    denied: bool
    denying: bool


class Assertions:
    """The words of a sentence that may be held against those of another; each is looked at when it is first asked for."""

    def __init__(self, sentence: Sentence) -> None:
        self._sentence = sentence
        self._read: dict[str, list[Assertion]] = {}
        self._places: dict[str, list[int]] = {}
        for at, word in enumerate(sentence.words):
            self._places.setdefault(word.stem, []).append(at)
        self._denying: dict[int, bool] = {}
        denies = any(rank > 0 for rank in sentence.denied)
        self._excepted = excepted_in(sentence.text) if denies else range(0)

    def of(self, stem: str) -> list[Assertion]:
        """What the words of this stem assert or deny."""
        if stem not in self._read:
            places = self._places.get(stem, ())
            self._read[stem] = [self._at(at) for at in places if _may_be_held(self._sentence, at)]
        return self._read[stem]

    def _at(self, at: int) -> Assertion:
        sentence = self._sentence
        denied, exception = sentence.denied[at] > 0, sentence.words[at].start in self._excepted
        left_out = denied and not exception and _left_out(sentence, at)
        plain = _asserts(sentence, at, left_out, exception)
        clause = sentence.clause[at]
        if clause not in self._denying:
            self._denying[clause] = _denies(sentence, at)
        return Assertion(at, plain, left_out, denied, self._denying[clause])


def _may_be_held(sentence: Sentence, at: int) -> bool:
    """Whether a word of a sentence says something by itself that may be held against another."""
    read_here = sentence.content[at] and sentence.denied[at] >= 0
    return read_here and sentence.words[at].stem not in _OTHERWISE_READ and not _is_wanting(sentence, at)


def bids(sentence: Sentence, at: int) -> bool:
    """Whether the clause of word `at` says what must or should be; not "no guidance as to what they should do"."""
    clause = clause_of(sentence, at)
    stop = next((i for i in clause if i > at and sentence.words[i].lower in _ASKS), clause.stop)
    lowers = [word.lower for word in sentence.words[clause.start : stop] if word.lower != "not"]
    return any(lower in _DUTY for lower in lowers) or any(
        (one in ("had", "have", "has") and two == "to")
        or (one in ("was", "were", "is", "are") and (two, three) == ("to", "be"))
        for one, two, three in zip(lowers, lowers[1:], [*lowers[2:], ""], strict=False)
    )


def denies_all(sentence: Sentence, at: int) -> bool:
    """Whether the clause of word `at` denies it of each and every time, person or thing ("never", "no", "neither")."""
    return any(sentence.words[i].lower in _UNIVERSAL for i in clause_of(sentence, at))


def _denies(sentence: Sentence, at: int) -> bool:
    """Whether the clause of a word denies anything, or says in another way that something was wanting."""
    places = clause_of(sentence, at)
    stems = {sentence.words[i].stem for i in places}
    left_out = _LEAVE in stems and any(sentence.words[i].lower == "out" for i in places)
    return left_out or any(
        sentence.denied[i] > 0 or (is_wanting(sentence.words[i]) and not _is_harm(sentence, i))
        for i in places
    )


def _is_harm(sentence: Sentence, at: int) -> bool:
    """Whether somebody was missing or neglected ("the list of missing children", "a crime of neglect"): that denies nothing."""
    before = sentence.words[at - 1].lower if at else ""
    after = sentence.words[at + 1].lower if at + 1 < len(sentence.words) else ""
    if sentence.words[at].stem == _NEGLECT:
        return after != "to"  # "neglected to tell"
    return sentence.words[at].lower == "missing" and before not in _BE


def _asserts(sentence: Sentence, at: int, left_out: bool, exception: bool) -> bool:
    """Whether a word says that something was so: a verb, what "was" is followed by, or what there was "no" of."""
    if sentence.words[at].stem in _REPORTING and not _is_of_a_person(sentence, at):
        return False
    if sentence.denied[at] > 0 and (exception or not _first_denied(sentence, at)):
        return False
    if sentence.denied[at]:
        if _in_part(sentence, at, _PARTIAL):
            return False
    elif _in_some(sentence, at) or _only_so(sentence, at):
        return False
    if left_out:
        return not (_goes_with_the_next(sentence, at) or _is_subject(sentence, at))
    if is_verbal(sentence.words, at):
        return True
    before = [word.lower for word in sentence.words[max(0, at - 3) : at]]
    if "about" in before:
        return False  # "was asked about domestic abuse"
    return bool(_BE.intersection(before)) or ("had" in before and "a" in before) or _is_held(sentence, at)


def _is_of_a_person(sentence: Sentence, at: int) -> bool:
    """Whether a person is believed, and not what is said: "did not believe her"."""
    after = sentence.words[at + 1].lower if at + 1 < len(sentence.words) else ""
    named = any(mention.first in (at + 1, at + 2) for mention in sentence.mentions)
    return sentence.words[at].stem == _BELIEVE and (after in ("him", "her", "them") or named)


def _is_held(sentence: Sentence, at: int) -> bool:
    """Whether a noun tells what was done, beside a verb that says little ("held a strategy discussion")."""
    words = sentence.words
    after = at + 1 if at + 1 < len(words) and sentence.clause[at + 1] == sentence.clause[at] else at
    if after > at and sentence.content[after] and not words[after].lower.endswith(("ed", "ing")):
        return False  # "a strategy discussion": not the strategy
    for i in range(at - 1, max(-1, at - 2 - _OBJECT), -1):
        if sentence.clause[i] != sentence.clause[at]:
            return False
        if words[i].stem in _LIGHT and words[i].lower not in _NO_VERBS:
            return True
        if not (sentence.content[i] or words[i].lower in DETERMINERS):
            return False
    return False


def _in_part(sentence: Sentence, at: int, words: frozenset[str]) -> bool:
    """Whether a word is denied, or affirmed, only in part ("none held all of it", "on most of them")."""
    return any(word.lower in words for word in sentence.words[max(0, at - 3) : at + 4])


def _only_so(sentence: Sentence, at: int) -> bool:
    """Whether what a word affirms is so only in one way ("saw him only beside his mother") or since then.

    "It was only in the last year that she had realised" says much the same as that she had not before.
    """
    if _ONLY_THEN.search(sentence.text, 0, sentence.words[at].start):
        return True
    if any(word.lower in _ILL for word in sentence.words[at + 1 : at + 3]):
        return True
    return any(word.lower == "only" for word in sentence.words[at + 1 : at + 4])


def _is_wanting(sentence: Sentence, at: int) -> bool:
    """Whether a thing not denied is yet not said to have been so: it ended, or was only asked for."""
    return not sentence.denied[at] and (
        _ended(sentence, at) or _of_time(sentence, at) or _asked_for(sentence, at)
    )


def _asked_for(sentence: Sentence, at: int) -> bool:
    """Whether somebody only asked or called for a thing ("asked for a planning meeting")."""
    before = [word.lower for word in sentence.words[max(0, at - 6) : at]]
    if "for" not in before:
        return False
    place = before.index("for")
    return place > 0 and before[place - 1] in _ASKING


def _ended(sentence: Sentence, at: int) -> bool:
    """Whether a thing is said to have ended or been lost ("stopped planned visits"), which is much as if there was none."""
    beside = sentence.words[max(0, at - 3) : at] + sentence.words[at + 1 : at + 2]
    return any(word.stem in _ENDING for word in beside)


def _of_time(sentence: Sentence, at: int) -> bool:
    """Whether time passed, and not a message ("three weeks had passed")."""
    return sentence.words[at].lower in ("passed", "pass", "passing") and any(
        word.lower in _TIMES for word in sentence.words[max(0, at - 3) : at]
    )


def _goes_with_the_next(sentence: Sentence, at: int) -> bool:
    """Whether a word only says which sort of the next is meant ("no discharge meeting")."""
    following = at + 1
    return (
        following < len(sentence.words)
        and sentence.denied[following] == sentence.denied[at] + 1
        and sentence.content[following]
        and (not is_verbal(sentence.words, following) or sentence.words[following].lower.endswith("ing"))
    )


def _is_subject(sentence: Sentence, at: int) -> bool:
    """Whether "no" things are said to have done something ("no window above the ground floor opened"): that is denied."""
    words, clause = sentence.words, clause_of(sentence, at)
    if any(i < at - 1 and (words[i].lower in _BE or is_verbal(words, i)) for i in clause):
        return False
    return any(
        i > at
        and (
            (is_verbal(words, i) and words[i].stem not in _LIGHT)
            or (
                words[i].lower in ("had", "has", "have")
                and not (i + 1 < len(words) and words[i + 1].lower == "been")
            )
        )
        for i in clause
    )


def _in_some(sentence: Sentence, at: int) -> bool:
    """Whether the clause of a word says that it was so only for some ("on most of those occasions")."""
    return any(sentence.words[i].lower in _SOME for i in clause_of(sentence, at))


def _first_denied(sentence: Sentence, at: int) -> bool:
    """Whether no verb stands between the denial and the word: it is what is denied, and no more said of it."""
    rank = sentence.denied[at]
    return not any(
        0 < sentence.denied[i] < rank
        and i < at
        and sentence.content[i]
        and is_verbal(sentence.words, i)
        and sentence.words[i].stem not in _LIGHT
        for i in clause_of(sentence, at)
    )


def _left_out(sentence: Sentence, at: int) -> bool:
    """Whether "no" or "without" stands just before the word, or before the one it goes with ("no home visit")."""
    if sentence.words[at].lower.endswith("'s"):
        return False  # "without the manager's agreement"
    before = {word.lower for word in sentence.words[max(0, at - 2) : at]}
    return sentence.denied[at] <= 2 and bool({"no", "without"} & before)
