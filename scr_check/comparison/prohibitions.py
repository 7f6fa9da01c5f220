"""Prohibitions: what a recommendation says must not be done, and a summary no longer does."""

import re
from collections.abc import Iterator

from scr_check.comparison.change import Change
from scr_check.comparison.duties import in_condition
from scr_check.comparison.wording import Alignment, Wording
from scr_check.language.asking import small_words

_RELATIVE = frozenset(("who", "whom", "whose", "which", "that"))
_HALF = re.compile(
    r"\b(?:until|unless|without|before|only|more|less|longer|later|fewer|except|other than|ever|but)\b",
    re.IGNORECASE,
)
_TURNS = re.compile(
    r"\b(?:before|only|until|unless|cease|stop|prevent|avoid|refuse|prohibit|ban|always|ever|instead|rather"
    r"|free of|end|alone)\b",
    re.IGNORECASE,
)


def prohibition_lost(alignment: Alignment) -> Iterator[Change]:
    """A thing that the report forbids and the summary does not."""
    report, summary = alignment.report, alignment.summary
    denials = [word for i, word in enumerate(report.words) if _forbids(report, i)]
    if not denials or any(word.lower in small_words("denials") for word in summary.words):
        return
    word = denials[0]
    clause = re.split(r"[;.]|, and ", report.text[word.start :])[0]
    if _HALF.search(clause) or _TURNS.search(summary.text):
        return
    rest = " ".join(report.text[word.start :].split()[:5]).rstrip(".,;:")
    yield Change(
        "narrowed",
        f"the report says “{rest}”; the summary forbids nothing",
        f"add the report's “{rest}”",
        "",
        ((word.start, word.end),),
    )


def _forbids(wording: Wording, i: int) -> bool:
    """Whether a word denies what is to be done: "no", "never", or "not" after a duty's verb."""
    word, before = wording.words[i].lower, [other.lower for other in wording.words[max(0, i - 2) : i]]
    if in_condition(wording, i):
        return False
    if word == "not":
        return bool(before) and before[-1] in small_words("before_not") and not _RELATIVE.intersection(before)
    return word in ("no", "never")
