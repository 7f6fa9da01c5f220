"""School terms, financial years and their quarters as deadlines, and the days on which a report says that they end."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from scr_check.documents.overview import Overview
from scr_check.language.dates import dates_in
from scr_check.language.days import months_later

_YEARS = r"(?P<year>(?:19|20)\d\d)(?: ?[-–/] ?(?P<next>(?:(?:19|20)\d\d|\d\d)))?\b(?![-/]\d)"
_NAMED = {
    "term": rf"(?P<term>autumn|winter|spring|summer) (?:school )?term,?(?: (?:of|in))?(?: {_YEARS})?",
    "quarter": rf"\b(?:Q(?:uarter)? ?(?P<number>[1-4])|(?P<ordinal>first|second|third|fourth|last|final) quarter)"
    rf"[,)]?(?: (?:of|in))?(?: the)?(?: (?:financial )?year)? ?\(?{_YEARS}",
    "year": rf"(?P<sort>financial|school|academic) year,? ?\(?{_YEARS}",
}
_PERIOD = {kind: re.compile(pattern, re.IGNORECASE) for kind, pattern in _NAMED.items()}
_ENDS = re.compile(
    r"\b(?:end(?:s|ed|ing)?|clos(?:es|ed|ing)|finish(?:es|ed|ing)?|is|means|to|runs?)\b", re.IGNORECASE
)
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
_TERMS = {"autumn": (9, 12), "winter": (9, 12), "spring": (1, 4), "summer": (4, 7)}  # first and last month
_ENDING = {
    "autumn": (12, 12),
    "winter": (12, 12),
    "spring": (3, 4),
    "summer": (7, 7),
}  # months a term ends in
_STARTING = {"autumn": (9, 9), "winter": (9, 9), "spring": (1, 1), "summer": (4, 5)}
_AT_END = re.compile(r"\b(?:end|close) of\b|\bby the\b", re.IGNORECASE)
_AT_START = re.compile(r"\b(?:start|beginning) of\b", re.IGNORECASE)

Key = tuple[str, str, int, bool]  # kind, which one, year, whether that is a year from April (or September)
Ends = Mapping[Key, date]


@dataclass(frozen=True, slots=True)
class Period:
    """A named stretch of days: its key, the days it may mean, and where it stands in a text."""

    key: Key
    first: date
    last: date
    start: int
    end: int


@lru_cache(maxsize=4096)
def period_in(text: str, begin: int = 0) -> Period | None:
    """The first term, quarter or year that a text names with its year, from place `begin`.

    >>> period_in("End of Q4 2011-12").last, period_in("End of the autumn term 2011").first
    (datetime.date(2012, 3, 31), datetime.date(2011, 12, 1))
    >>> period_in("Q2 2011") is None, period_in("31 March 2012") is None
    (True, True)
    """
    for kind, pattern in _PERIOD.items():
        match = pattern.search(text, begin)
        if match and match["year"] and (kind == "term" or match["next"]):
            key = _key(kind, match)
            first, last = _days(key, text)
            return Period(key, first, last, match.start(), match.end())
    return None


def _key(kind: str, match: re.Match[str]) -> Key:
    if kind == "term":
        which = match["term"].lower()
        # the spring of a school year 2011-12 is that of 2012
        later = bool(match["next"]) and which in ("spring", "summer")
        return kind, which, int(match["year"]) + later, False
    if kind == "quarter":
        number = match["number"] or _ORDINALS[match["ordinal"].lower()]
        return kind, str(number), int(match["year"]), True
    return kind, "school" if match["sort"].lower() != "financial" else "financial", int(match["year"]), True


def _days(key: Key, text: str) -> tuple[date, date]:
    """The days that a period may mean as a deadline, where the report does not date it."""
    kind, which, year, _ = key
    if kind == "quarter":
        last = _last_of(months_later(date(year, 4, 1), 3 * int(which) - 1))
        return last.replace(day=last.day - 6), last
    if kind == "year":
        month = 3 if which == "financial" else 7
        return date(year + 1, month, 1 if which == "school" else 25), _last_of(date(year + 1, month, 1))
    months = _ENDING if _AT_END.search(text) else _STARTING if _AT_START.search(text) else _TERMS
    first, final = months[which]
    return date(year, first, 1), _last_of(date(year, final, 1))


def _last_of(day: date) -> date:
    following = months_later(day.replace(day=1), 1)
    return date.fromordinal(following.toordinal() - 1)


def period_ends(overview: Overview) -> dict[Key, date]:
    """The days on which the report itself says that terms, quarters and years end."""
    found: dict[Key, date] = {}
    for paragraph in overview.paragraphs:
        for sentence in re.split(r"(?<=[.;])\s+", paragraph.text):
            found |= _dated(re.sub("[\"“”'‘’]", "", sentence))
    return found


def _dated(sentence: str) -> dict[Key, date]:
    """The periods of a sentence, each with the next date after words that say when it ends."""
    found: dict[Key, date] = {}
    period = period_in(sentence)
    while period:
        following = period_in(sentence, period.end)
        rest = sentence[period.end : following.start if following else len(sentence)]
        for written in dates_in(rest) if _ENDS.search(rest) else ():
            if written.month and written.day:
                found[period.key] = date(written.year or period.last.year, written.month, written.day)
                break
        period = following
    return found


def days_meant(text: str, ends: Ends) -> tuple[date, date] | None:
    """The days that a deadline named as a term, quarter or year may mean; None where it names none.

    One that the report dates ends on that day; a term that it does not date is taken by its months.
    """
    period = period_in(text)
    if period is None:
        return None
    last = ends.get(period.key)
    if last is None or _AT_START.search(text):
        return period.first, period.last
    whole = period.key[0] == "term" and not _AT_END.search(text)
    return (min(period.first, last) if whole else date.fromordinal(last.toordinal() - 3)), last
