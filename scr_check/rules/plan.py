"""When an action of a plan is due."""

from datetime import date, timedelta
from functools import lru_cache

from scr_check.documents.summary import Action, Summary
from scr_check.language.days import days_of, months_later
from scr_check.language.numbers import numbers_in

_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "year": 12}


def day_due(action: Action, summary: Summary) -> date | None:
    """The last day on which an action is in time; None when that cannot be told.

    A time scale counts from the day on which the overview report was agreed.
    """
    text = action.due or ""
    if span := days_of(text):
        return span.ends
    process = summary.review_process
    start = days_of((process and process.completed_on) or "")
    if start is None:
        return None
    months, days = _time_scale(text)
    if months is not None:
        return months_later(start.ends, months)
    return start.ends + timedelta(days=days) if days is not None else None


@lru_cache(maxsize=1000)
def _time_scale(text: str) -> tuple[int | None, int | None]:
    """The months or the days that a time scale gives; most plans use the same few."""
    for number in numbers_in(text):
        if number.unit in _MONTHS:
            return int(number.value) * _MONTHS[number.unit], None
        if number.unit in _DAYS:
            return None, int(number.value) * _DAYS[number.unit]
    return None, None
