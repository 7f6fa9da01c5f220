"""Ties: the bodies and places with which a sentence says that a person has, or has not, had to do."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from scr_check.comparison.process_lists import ENDINGS

_NAME = re.compile(r"\b[A-Z][\w'’&-]*(?: (?:(?:of|and|the|for) )*[A-Z][\w'’&-]*)*")
_NO = re.compile(
    r"\b(?:no|not|never|nor|neither|without|none|nothing|unconnected|nobody|independent of|free of|outside)\b",
    re.IGNORECASE,
)
_TIE = re.compile(
    r"\b(?:was|were|been|be|has|had|having|worked?|works|working|employ\w*|serv(?:ed|es|ing)|train\w*|held|led|manag\w+|ran|former\w*"
    r"|once|chair\w*|post|link\w*|connect\w*|unconnected|member\w*|belong\w*|dealings|ties?|advis\w+|advice|acted for|represented"
    r"|retired|head|director)\b",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[,;.:]|\b(?:and|but|although|though|while)\b(?! (?:in|of|for|by|with|[A-Z]|\d))")
_TWICE = re.compile(r"\bnot,? and (?:has|had|was|is) (?:never|not)(?: been)?,", re.IGNORECASE)
_EXCEPTION = re.compile(
    r"\b(?:other|apart from|except|besides|since (?:\w+ )?(?:19|20)\d\d"
    r"|not (?:thought|considered|felt|judged|regarded)|further|only|previous|else|commissioned|this|panel|report)\b",
    re.IGNORECASE,
)
_COMMON = frozenset(
    "city county borough metropolitan district nhs foundation university children's childrens social the independent"
    " chair board panel author mr mrs ms dr he she his her it they in from between since until for at by before"
    " january february march april may june july august september october november december safeguarding children".split()
)


@dataclass(frozen=True, slots=True)
class Tie:
    """A stretch of a sentence that tells of a tie: the words of names in it (lower case), and whether it is denied."""

    names: frozenset[str]
    denied: bool
    text: str


@cache
def _general() -> frozenset[str]:
    return _COMMON | {word.lower() for word in ENDINGS}


def with_one_denial(text: str) -> str:
    """A text with a denial in two steps told in one.

    >>> with_one_denial("She is not, and has never been, employed by the Board.")
    'She is never employed by the Board.'
    """
    return _TWICE.sub("never", text)


def ties(sentence: str) -> Iterator[Tie]:
    """The ties that a sentence tells of, a denial holding for what is listed after it.

    >>> [(sorted(tie.names), tie.denied) for tie in ties("He worked for Ashby Homes, and never in Dunmere or in Corley.")]
    [(['ashby'], False), (['corley', 'dunmere'], True)]
    """
    sentence = with_one_denial(sentence)
    denied = told = False
    start = 0
    for match in [*_BREAK.finditer(sentence), None]:
        stretch = sentence[start : match.start() if match else None]
        start = match.end() if match else 0
        denial, tie = _NO.search(stretch), _TIE.search(stretch)
        if denial or tie:
            goes_on = denied and stretch.lstrip().startswith(
                ("or ", "nor ")
            )  # "never employed by, or acted for,"
            denied, told = denial is not None or goes_on, True
        names = _names(stretch, sentence)
        if told and names and not _EXCEPTION.search(stretch):
            yield Tie(names, denied, stretch.strip())


def _names(stretch: str, sentence: str) -> frozenset[str]:
    """The words of the names in a stretch that are one body's or place's own."""
    words = {
        word.lower().removesuffix("'s")
        for match in _NAME.finditer(stretch)
        for word in match[0].split()
        if word[:1].isupper()
    }
    first = sentence.split()[0].lower() if sentence.split() else ""
    return frozenset(words - _general() - {first})
