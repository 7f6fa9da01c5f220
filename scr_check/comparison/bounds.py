"""Bounds: whether a figure is the least, the most, or about what is meant."""

import re

_LEAST_BEFORE = re.compile(
    r"(?:at least|no fewer than|not fewer than|no less than|not less than|minimum of)\s*$", re.IGNORECASE
)
_MOST_BEFORE = re.compile(
    r"(?:at most|no more than|not more than|up to|maximum of|within|no later than|not later than|not exceed"
    r"|limited to|as much as|fewer than|less than)\s*$",
    re.IGNORECASE,
)
_ABOUT_BEFORE = re.compile(r"(?:about|around|roughly|approximately|some|nearly)\s*$", re.IGNORECASE)
_LEAST_AFTER = re.compile(
    r"^[\s\w]{0,18}?\b(?:or more|or over|or above|at least|at the least|as a minimum)\b", re.IGNORECASE
)
_MOST_AFTER = re.compile(
    r"^[\s\w]{0,18}?\b(?:at most|at the most|or less|or fewer|as a maximum)\b", re.IGNORECASE
)
_OPPOSED = ({"least", "most"}, {"least", "about"}, {"most", "about"})


def bound_of(text: str, start: int, end: int) -> str:
    """The bound put on the figure at this place: least, most, about or "" for none.

    >>> bound_of("at least two sessions", 9, 12), bound_of("two sessions at most", 0, 3)
    ('least', 'most')
    """
    before, after = text[:start], re.split(r"[.,;:]", text[end:])[0]
    if _LEAST_BEFORE.search(before) or _LEAST_AFTER.search(after):
        return "least"
    if _MOST_BEFORE.search(before) or _MOST_AFTER.search(after):
        return "most"
    return "about" if _ABOUT_BEFORE.search(before) else ""


def opposed(one: str, other: str) -> bool:
    """Whether two bounds exclude each other: least against most, or either against "about"."""
    return {one, other} in _OPPOSED


def bound_start(text: str, start: int) -> int:
    """Where the words of the bound before a figure begin; `start` itself when it has none there."""
    for pattern in (_LEAST_BEFORE, _MOST_BEFORE, _ABOUT_BEFORE):
        if match := pattern.search(text[:start]):
            return match.start()
    return start
