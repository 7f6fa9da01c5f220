"""Written dates and ranges as stretches of days, for telling which came first."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from scr_check.language.dates import Date, dates_in, season_months

_LEFT_OVER = re.compile(r"\d(?:st|nd|rd|th)?[ ./-]{1,2}$")
_SEASON = re.compile(r"\b(spring|summer|autumn|winter)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Days:
    """What a written date or range may mean: it begins from `begins` to `begun_by`, and is over by `ends`."""

    begins: date
    begun_by: date
    ends: date

    def surely_before(self, other: "Days") -> bool:
        """Whether this one is over before the other can have begun."""
        return self.ends < other.begins


@lru_cache(maxsize=2000)
def days_of(text: str) -> Days | None:
    """The days of the dates in a field that holds a date or range; None when it cannot be read.

    >>> days_of("12 to 18 December 2008").ends
    datetime.date(2008, 12, 18)
    >>> days_of("spring 2006").begins, days_of("2010-02-30"), days_of("32 March 2010")
    (datetime.date(2006, 3, 1), None, None)
    """
    found = [written for written in dates_in(text) if written.year]
    if not found or any(_LEFT_OVER.search(text[: written.start]) for written in found[:1]):
        return None
    ranges = [_range(written, text) for written in found]
    return Days(ranges[0][0], ranges[0][1], max(last for _, last in ranges))


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or the last day of a shorter month.

    >>> months_later(date(2010, 8, 31), 6)
    datetime.date(2011, 2, 28)
    """
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _range(written: Date, text: str) -> tuple[date, date]:
    """The first and last day that one written date may mean."""
    year = written.year or 0
    if written.month:
        last = calendar.monthrange(year, written.month)[1]
        return date(year, written.month, written.day or 1), date(year, written.month, written.day or last)
    if season := _SEASON.match(text[written.start : written.end]):
        first, last_month = season_months(season[1])
        end_year = year + (last_month < first)
        return date(year, first, 1), date(end_year, last_month, calendar.monthrange(end_year, last_month)[1])
    return date(year, 1, 1), date(year, 12, 31)
