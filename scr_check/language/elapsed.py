"""Elapsed time: days told by the time since another ("the next day", "two weeks later"), reckoned from that one."""

import re
from datetime import date, timedelta

from scr_check.language.dates import Date
from scr_check.language.days import months_later

_COUNTS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
_PART_OF_DAY = r"(?:day|morning|afternoon|evening|night)"
_AMOUNT = rf"(?P<count>\d{{1,2}}|an?|{'|'.join(_COUNTS)}) (?P<unit>day|night|week|fortnight|month)s?"
_NEXT = re.compile(
    rf"\b(?:the )?(?:next|following) {_PART_OF_DAY}\b|\bthe day after\b|\ba day later\b", re.IGNORECASE
)
_PREVIOUS = re.compile(rf"\bthe (?:previous {_PART_OF_DAY}|{_PART_OF_DAY} before)\b", re.IGNORECASE)
_LATER = re.compile(
    rf"\b{_AMOUNT} (?:later|afterwards|after (?:that|this)|on\b(?! (?:the|a|\d)))", re.IGNORECASE
)
_EARLIER = re.compile(rf"\b{_AMOUNT} (?:earlier|beforehand|before (?:that|this))\b", re.IGNORECASE)
_ANY_YEAR = 2010  # for a date without one
_IN_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14}


def day_elapsed(text: str, told: Date) -> Date | None:
    """The day that a text tells by the time since a day told before it; None where it does not, or that is no whole day.

    >>> day_elapsed("He came back the following morning.", Date(2010, 6, 19)).parts
    (2010, 6, 20)
    >>> day_elapsed("A fortnight later she rang.", Date(None, 12, 24)).parts
    (None, 1, 7)
    """
    start = Date(told.year or _ANY_YEAR, told.month, told.day).earliest() if told.month and told.day else None
    if start is None:
        return None
    for pattern, sign in ((_NEXT, 1), (_PREVIOUS, -1), (_LATER, 1), (_EARLIER, -1)):
        if match := pattern.search(text):
            moved = _moved(start, sign, match)
            return Date(moved.year if told.year else None, moved.month, moved.day)
    return None


def _moved(start: date, sign: int, match: re.Match[str]) -> date:
    if "count" not in match.re.groupindex:
        return start + timedelta(days=sign)
    said = match["count"].lower()
    count = int(said) if said.isdigit() else 1 if said in ("a", "an") else _COUNTS.index(said) + 1
    unit = match["unit"].lower()
    return (
        months_later(start, sign * count)
        if unit == "month"
        else start + timedelta(days=sign * count * _IN_DAYS[unit])
    )
