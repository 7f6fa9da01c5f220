"""Dates as people write them: whole days, months, years, seasons and ranges, with unknown parts left unknown."""

import re
from calendar import month_name, monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from scr_check.language.words import plain

MONTHS = tuple(month.lower() for month in month_name[1:])
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"(?:19[5-9]\d|20[0-4]\d)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}

_ISO = re.compile(rf"\b({_YEAR})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\b")
_ISO_MONTH = re.compile(rf"\s*({_YEAR})-(0[1-9]|1[0-2])\s*")
_FIGURES = re.compile(rf"(?<![\d.,])({_DAY})([./-])(0?[1-9]|1[0-2])\2({_YEAR}|\d\d)(?![\d]|[./-]\d)")
_DAY_MONTH = re.compile(
    rf"\b({_DAY})(?:st|nd|rd|th)?(?: of)? ({_MONTH})\b\.?(?:,? ({_YEAR}|'\d\d))?(?! ?\d\d? (?:{_MONTH}))",
    re.IGNORECASE,
)
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth"
    " twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
).split()
_IN_WORDS = re.compile(
    rf"\b((?:(?:twenty|thirty)[ -])?(?:first|second|third|[a-z]{{3,8}}th)) (?:day )?of ({_MONTH})\b(?:,? ({_YEAR}))?",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(rf"\b({_MONTH}) ({_DAY})(?:st|nd|rd|th)?(?:, ?| )({_YEAR})\b", re.IGNORECASE)
_LISTED_DAY = re.compile(
    rf"(?<!Year )\b({_DAY})(?:st|nd|rd|th)?(?=(?:, {_DAY}(?:st|nd|rd|th)?)* ?(?:,|,? ?(?:and|to|or|until|&|-))"
    rf" ?{_DAY}(?:st|nd|rd|th)? (?:of )?({_MONTH})\b)",
    re.IGNORECASE,
)
_MONTH_YEAR = re.compile(rf"\b({_MONTH})\b\.?,?(?: of)? ({_YEAR})\b", re.IGNORECASE)
_LISTED_MONTH = re.compile(rf"\b({_MONTH})\b(?= (?:and|to|or|until|-) (?:{_DAY} )?{_MONTH}\b)", re.IGNORECASE)
_MONTH_ALONE = re.compile(
    r"(?<![A-Za-z])(?:(?<=[Ii]n )|(?<=[Ss]ince )|(?<=[Bb]y )|(?<=[Uu]ntil )|(?<=[Ff]rom )|(?<=[Oo]f )|(?<=[Tt]hat )"
    r"|(?<=[Aa]nd )|(?<=[Mm]id-)|(?<=early )|(?<=late )|(?<=following )|(?<=[Tt]o )|(?<=[Bb]etween ))"
    r"(January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
SEASON = re.compile(rf"\b(spring|summer|autumn|winter)(?: of)? ({_YEAR})\b", re.IGNORECASE)
_QUARTER = re.compile(rf"\bQ([1-4]),? (?:of )?({_YEAR})\b", re.IGNORECASE)
_YEAR_ALONE = re.compile(rf"(?<![\d/.£-])({_YEAR})(?![\d/]|-\d\d\b|\.\d)")
_FIGURE = re.compile(r"\d")
# It begins with a set of signs, which re looks for quickly; what may follow depends on the sign found.
_MONTH_NAME = re.compile(
    r"[jfmasondJFMASOND](?<!\w.)(?i:(?<=j)(?:an(?:uary)?|une?|uly?)|(?<=f)eb(?:ruary)?|(?<=m)(?:ar(?:ch)?|ay)"
    r"|(?<=a)(?:pr(?:il)?|ug(?:ust)?)|(?<=s)ept?(?:ember)?|(?<=o)ct(?:ober)?|(?<=n)ov(?:ember)?|(?<=d)ec(?:ember)?)\b"
)
_SIGNS = {"figures": _FIGURE, "year": re.compile(_YEAR), "month": _MONTH_NAME}
_FISCAL = re.compile(rf"\b({_YEAR})[-/](\d\d)\b(?![-/])")


_Parts = tuple[int | None, int | None, int | None]


@dataclass(frozen=True, slots=True)
class Date:
    """A date with the parts that were written: `start` and `end` in the text; None for a part left out.

    `span` are the first and last day that "late in April" may mean, or the months of a season.
    """

    year: int | None
    month: int | None
    day: int | None
    start: int = 0
    end: int = 0
    span: tuple[int, int] | None = None

    @property
    def parts(self) -> tuple[int | None, int | None, int | None]:
        """Year, month and day."""
        return self.year, self.month, self.day

    def agrees(self, other: "Date") -> bool:
        """Whether both may mean the same day: no part written in both differs, and some part is shared.

        >>> Date(2009, 10, None).agrees(Date(2009, 10, 14))
        True
        >>> Date(2009, 10, 14).agrees(Date(None, 10, 15))
        False
        """
        # Written out part by part: it is asked of every date of a report, for many of a summary.
        years = self.year is not None and other.year is not None
        months = self.month is not None and other.month is not None
        days = self.day is not None and other.day is not None
        if (years and self.year != other.year) or (months and self.month != other.month):
            return False
        if not (years or months or days) or (days and self.day != other.day):
            return False
        return not (self.span or other.span) or self._spans_meet(other)

    def _spans_meet(self, other: "Date") -> bool:
        """Whether parts of months or seasons can be one, or hold the other's day or month.

        >>> late, day = dates_in("late in April, and 12 April")
        >>> autumn, january = dates_in("in the autumn of 2008, not in January 2008")
        >>> late.agrees(day), autumn.agrees(january)
        (False, False)
        """
        if (self.month is None) != (other.month is None):
            season, dated = (self, other) if self.month is None else (other, self)
            return season.span is None or _lies_in(dated.month or 0, season.span)
        mine, theirs = (one.span or (one.day and (one.day, one.day)) for one in (self, other))
        if not mine or not theirs:
            return True
        return mine == theirs if self.month is None else mine[0] <= theirs[1] and theirs[0] <= mine[1]

    @property
    def precision(self) -> int:
        """3 for a day, 2 for a month, 1 for a year."""
        return 3 if self.day else 2 if self.month else 1

    @property
    def iso(self) -> str | None:
        """The ISO date of a whole day, else None."""
        if self.year and self.month and self.day:
            return f"{self.year:04}-{self.month:02}-{self.day:02}"
        return None

    def earliest(self) -> date | None:
        """The first day it may mean, None without a year."""
        if not self.year:
            return None
        return _real(self.year, self.month or 1, self.day or 1)

    def latest(self) -> date | None:
        """The last day it may mean, None without a year."""
        if not self.year:
            return None
        month = self.month or 12
        return _real(self.year, month, self.day or monthrange(self.year, month)[1])


def lies_within(one: Date, dates: Sequence[Date]) -> bool:
    """Whether one lies in the span from the first to the last of some dates, or agrees with an end of it."""
    first, last = dates[0], dates[-1]
    if one.agrees(first) or one.agrees(last):
        return True
    low, high, day = first.earliest(), last.latest(), one.earliest()
    return bool(low and high and day and low <= day <= high)


def _may_be(parts: _Parts) -> bool:
    """Whether there is such a day, if it is one."""
    year, month, day = parts
    return not (month and day) or _real(year or 2000, month, day) is not None


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_number(name: str) -> int:
    """The number of a month from its name or first three letters.

    >>> month_number("Sept")
    9
    """
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(name.lower()[:3]))


def full_year(figures: str) -> int:
    """A year of two or four figures, two being read as 1950 to 2049.

    >>> full_year("10"), full_year("'98")
    (2010, 1998)
    """
    number = int(figures.strip("'"))
    return number if number >= 100 else number + (2000 if number < 50 else 1900)


def _day_month(m: re.Match[str]) -> _Parts | None:
    if m[2] == "may" and not m[3]:  # "no child under 16 may be discharged"
        return None
    return full_year(m[3]) if m[3] else None, month_number(m[2]), int(m[1])


def _ends_in_words(text: str) -> bool:
    """Whether a day in words may end in a text, which is told faster than `re` looks for one."""
    return any(f"{ending} of " in text or f"{ending} day of " in text for ending in ("st", "nd", "rd", "th"))


def _day_in_words(m: re.Match[str]) -> _Parts | None:
    day = m[1].lower().replace(" ", "-")
    if day not in _ORDINALS:
        return None
    return full_year(m[3]) if m[3] else None, month_number(m[2]), _ORDINALS.index(day) + 1


# How dates are written, in the order in which they are looked for, the more telling first: the pattern, the signs of
# `_SIGNS` that what it finds has, and the year, month and day that it gives.
_WRITTEN: tuple[tuple[re.Pattern[str], str, Callable[[re.Match[str]], _Parts | None]], ...] = (
    (_ISO, "year", lambda m: (int(m[1]), int(m[2]), int(m[3]))),
    (_FIGURES, "figures", lambda m: (full_year(m[4]), int(m[3]), int(m[1]))),
    (_MONTH_DAY, "month year", lambda m: (int(m[3]), month_number(m[1]), int(m[2]))),
    (_DAY_MONTH, "month figures", _day_month),
    (_IN_WORDS, "month", _day_in_words),
    (_MONTH_YEAR, "month year", lambda m: (int(m[2]), month_number(m[1]), None)),
    (_QUARTER, "year", lambda m: (int(m[2]), int(m[1]) * 3, None)),
    (SEASON, "year", lambda m: (int(m[2]), None, None)),
    (_FISCAL, "year", lambda m: (int(m[1]), None, None)),
    (_LISTED_DAY, "month figures", lambda m: (None, month_number(m[2]), int(m[1]))),
    (_LISTED_MONTH, "month", lambda m: (None, month_number(m[1]), None)),
    (_MONTH_ALONE, "month", lambda m: (None, month_number(m[1]), None)),
    (_YEAR_ALONE, "year", lambda m: (int(m[1]), None, None)),
)


def dates_in(text: str) -> list[Date]:
    """Every date in the text, in order; figures are read day first.

    A day or month in a list or range takes month and year from the end of it.

    >>> [d.parts for d in dates_in("on 5, 19 August and 2 September 2010, then on 27.8.10 and in spring 2011")]
    [(2010, 8, 5), (2010, 8, 19), (2010, 9, 2), (2010, 8, 27), (2011, None, None)]
    >>> [d.parts for d in dates_in("on the third of March 2009 and the twenty-first of May")]
    [(2009, 3, 3), (None, 5, 21)]
    >>> [d.parts for d in dates_in("12 to 18 December 2008; 2006 to 2008; November 2009 to March 2010")]
    [(2008, 12, 12), (2008, 12, 18), (2006, None, None), (2008, None, None), (2009, 11, None), (2010, 3, None)]
    """
    signs = {sign for sign, pattern in _SIGNS.items() if pattern.search(text)}
    if not signs:
        return []  # as most sentences have none
    text = plain(text)
    if alone := _ISO_MONTH.fullmatch(text):  # in a field; in prose "2009-10" is a financial year
        return [Date(int(alone[1]), int(alone[2]), None, 0, len(text))]
    found: list[Date] = []
    for pattern, needed, parts_of in _WRITTEN:
        if not signs.issuperset(needed.split()) or (pattern is _IN_WORDS and not _ends_in_words(text)):
            continue
        for match in pattern.finditer(text):
            start, end = match.span()
            parts = parts_of(match)
            if parts and _may_be(parts) and not any(start < one.end and one.start < end for one in found):
                found.append(Date(*parts, start, end))
    found = _with_years(sorted(found, key=lambda found_date: found_date.start), text)
    return [one if one.day else _with_span(one, text) for one in found]


_PART_OF_MONTH = re.compile(
    r"\b(?:(?P<early>early (?:in )?)|(?P<mid>mid[ -]|(?:in )?the middle of )|(?P<late>late (?:in )?)"
    r"|(?:at|around) the (?:very )?(?:(?P<start>start|beginning)|(?P<end>end)) of |towards the (?P<close>end) of )\Z",
    re.IGNORECASE,
)
_SPANS = {
    "early": (1, 13),
    "mid": (8, 23),
    "late": (16, 31),
    "start": (1, 12),
    "end": (20, 31),
    "close": (16, 31),
}
_LONGEST_PART = 26  # letters of such words


def _with_span(one: Date, text: str) -> Date:
    """The same date with the part of its month that is told, or the months of its season, give or take one."""
    if one.month is None:
        season = SEASON.match(text, one.start)
        if season is None:
            return one
        first, last = season_months(season[1])
        return replace(one, span=((first + 10) % 12 + 1, last % 12 + 1))
    part = _PART_OF_MONTH.search(text, max(0, one.start - _LONGEST_PART), one.start)
    return replace(one, start=part.start(), span=_SPANS[part.lastgroup or ""]) if part else one


def _lies_in(month: int, span: tuple[int, int]) -> bool:
    first, last = span
    return first <= month <= last if first <= last else month >= first or month <= last


def _with_years(found: list[Date], text: str) -> list[Date]:
    """Give a date of a list or range the year that stands at the end of it."""
    filled = list(found)
    for i in range(len(filled) - 2, -1, -1):
        one, after = filled[i], filled[i + 1]
        between = text[one.end : after.start]
        joined = re.fullmatch(r"(?:, ?| ?- ?|,? (?:and|to|or|until) (?:on )?)", between)
        if joined and one.year is None and after.year is not None:
            filled[i] = Date(after.year, one.month, one.day, one.start, one.end)
    return filled


def season_months(name: str) -> tuple[int, int]:
    """The first and last month of a season.

    >>> season_months("spring")
    (3, 5)
    """
    return _SEASONS[name.lower()]
