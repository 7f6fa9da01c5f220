"""Exceptions: the stretches of a sentence that deny a thing only in part, or up to a time."""

import re

_EXCEPTION = re.compile(
    r"""\b(?:anyone|nobody|no\ \w+|nothing|none|anything)\ (?:but|except|other\ than|outside|beyond|apart\ from|else)\b
        |\b(?:no|nobody|not|never|none|nor|neither)\b[^.;]{0,60}\b(?:since|until|before)\b
        |\b(?:no|nobody|none)\b[^.;,]{0,60}\b(?:better|more|closer|longer|worse)(?=[.;,]|$)
        |\b(?:no|none|not|never|nor|neither)\b[^.;,]{0,60}\b\w{2,}(?<!rath)er\ than\b
        |\bnot\ (?:only|just|merely|simply|always|the\ only|alone)\b
        |\b(?:nobody|no\ one|none|nothing|never|not)\b[^.;,]{0,60}
         \b(?:better|worse|more|as\ much|as\ many|so\ much|enough|again)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_STOP = re.compile(r"[,;]")
_FROM_HERE = re.compile(
    r"\bno (?:other|single|longer|more|further|better)\b|\bof no\b|\bnot yet\b"
    r"|\b(?:after (?:that|this|which)|thereafter|from then on) (?=[^.;]*\b(?:no|not|never|nobody|none)\b)",
    re.IGNORECASE,
)
_FURTHER_DENIAL = re.compile(
    r"(?:[;,]|\b(?:and|but|nor)) (?:\w+ ){0,3}?(?:did|was|were|had|has|could|would) (?:not|never)\b"
)


def excepted_in(text: str) -> range:
    """Where a text denies with an exception: from "no longer" on to the next denial, with "nobody but" between two stops."""
    if excepted := _EXCEPTION.search(text):
        stop = _STOP.search(text, excepted.end())
        start = max(text.rfind(sign, 0, excepted.start()) for sign in ",;") + 1
        return range(start, stop.start() if stop else len(text))
    match = _FROM_HERE.search(text)
    if not match:
        return range(0)
    further = _FURTHER_DENIAL.search(text, match.end())
    return range(match.start(), further.start() if further else len(text))
