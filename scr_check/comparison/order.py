"""Order and cause: "before" where the report says "after", "because of" where it says "despite"."""

from collections.abc import Iterator

from scr_check.comparison.assertions import bids
from scr_check.comparison.bearing import Weighing
from scr_check.comparison.evidence import evidence_from, where
from scr_check.comparison.index import Passage, ReportIndex
from scr_check.comparison.result import Difference
from scr_check.comparison.sentence import Sentence
from scr_check.comparison.statements import Statement
from scr_check.finding import Confidence
from scr_check.language.words import lexicon

NEAREST = 0.7  # the part of the nearest passage's share within which a passage tells the same
_BEFORE = frozenset(("since", "looked", "until"))  # "since after", "looked after", "until after"
WAITING = 8  # words before "until" in which it is looked for whether something waited
_PASSED = frozenset(("it", "took", "passed", "elapsed"))
_HEARD = frozenset(("came", "come", "comes", "brought", "went", "put", "laid", "heard", "appeared"))
_NOT = frozenset(("not", "cannot", "nobody", "never", "no", "without"))
_WAITED = frozenset(
    ("wait", "waited", "waiting", "prefer", "preferred", "postponed", "delayed", "deferred", "only")
)
_ASIDE = frozenset(("it", "them", "him", "her", "us"))  # "the paper before it"
REACH = 2  # content words after a connective of which both must share one
_SIDES = {
    "before": ("order", 0), "prior": ("order", 0), "preceding": ("order", 0),
    "after": ("order", 1), "following": ("order", 1),
    "because": ("cause", 0), "due": ("cause", 0), "owing": ("cause", 0), "grounds": ("cause", 0), "account": ("cause", 0),
    "despite": ("cause", 1), "although": ("cause", 1), "though": ("cause", 1), "notwithstanding": ("cause", 1),
}  # fmt: skip


def order_differences(statement: Statement, index: ReportIndex, weighing: Weighing) -> Iterator[Difference]:
    """The connectives of a statement that the nearest passages turn round."""
    for at in range(len(statement.sentence.words)):
        side = _side(statement.sentence, at)
        joined = _joined(statement.sentence, at) if side else frozenset()
        if not side or not joined:
            continue
        found: tuple[Passage, int] | None = None
        for passage in weighing.whole.top(index, 6, NEAREST):
            for other, theirs in _connectives(passage.sentence, side[0], joined):
                if theirs == side[1]:
                    return
                if not bids(passage.sentence, other):  # "should go home before" tells nothing of when he went
                    found = found or (passage, other)
        if found:
            yield _difference(statement, at, *found)
            return


def _side(sentence: Sentence, at: int) -> tuple[str, int] | None:
    """What word `at` says of order or cause: "not until" and "waited until" are "after", "not before" tells neither."""
    word = sentence.words[at].lower
    if word not in _SIDES and word != "until":
        return None
    before = [one.lower for one in sentence.words[max(0, at - WAITING) : at]]
    denied = at > 0 and (sentence.denied[at - 1] > 0 or not _NOT.isdisjoint(before))
    after = [one.lower for one in sentence.words[at + 1 : at + 4]]
    if word == "until" and (denied or _WAITED.intersection(before)) and not _SIDES.keys() & set(after):
        return "order", 1
    if word == "before" and (denied or _PASSED.intersection(before) or _HEARD.intersection(before[-1:])):
        return None  # "it was six days before" he was seen; "the case came before" the conference
    if (
        (before[-1:] and before[-1] in _BEFORE)
        or _ASIDE.intersection(after[:1])
        or after[:2] == ["the", "end"]
    ):
        return None
    if word in ("grounds", "account") and "on" not in before[-2:]:
        return None
    return _SIDES.get(word)


def _joined(sentence: Sentence, at: int) -> frozenset[str]:
    """The stems of the first content words that follow a connective in its clause; after one of order, words like them too."""
    clause = sentence.clause[at]
    words = range(at + 1, len(sentence.words))
    stems = [sentence.words[i].stem for i in words if sentence.content[i] and sentence.clause[i] == clause][
        :REACH
    ]
    if _SIDES.get(sentence.words[at].lower, ("order", 1))[0] == "cause":
        return frozenset(stems)
    near = lexicon().near
    return frozenset(stems).union(*(near.get(one, ()) for one in stems))


def _connectives(sentence: Sentence, kind: str, joined: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The connectives of a kind that another sentence puts before one of the same words, with their side."""
    for i in range(len(sentence.words)):
        side = _side(sentence, i)
        if side and side[0] == kind and joined & _joined(sentence, i):
            yield i, side[1]


def _difference(statement: Statement, at: int, passage: Passage, other: int) -> Difference:
    word, match = statement.sentence.words[at], passage.sentence.words[other]
    said = statement.sentence.text[word.start : word.end]
    true = passage.sentence.text[match.start : match.end]
    return Difference(
        "order-or-cause-changed",
        statement.pointer,
        f"the summary says “{said}” where the overview report says “{true}” ({where(passage)})",
        f"read both passages; the report says: “{passage.sentence.text}”",
        said,
        (evidence_from(passage, [(match.start, match.end)]),),
        Confidence.POSSIBLE,
    )
