"""Deadlines: dates and time scales of an action plan, compared by the days that they mean."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from scr_check.comparison.periods import Ends, days_meant
from scr_check.documents.overview import Overview, Section
from scr_check.language.dates import dates_in
from scr_check.language.days import days_of, months_later
from scr_check.language.numbers import numbers_in
from scr_check.language.sentences import sentences_in

_AT_ONCE = re.compile(
    r"\b(?:immediate(?:ly)?|at once|with immediate effect|forthwith|straight ?away|without delay|now)\b", re.I
)
_OPEN = re.compile(
    r"\b(?:ongoing|on-going|continuing|continuous|rolling|open|to be (?:agreed|confirmed|decided)|tbc|tba)\b",
    re.I,
)
_END = re.compile(r"\b(?:end|close) of\b", re.IGNORECASE)
_START = re.compile(r"\b(?:start|beginning|early)(?: of| in)?\b", re.IGNORECASE)
_RUNS_FROM = re.compile(
    r"\b(?:runs?|counts?|counted|starts?|measured|begins?) from|\bfrom (?:that|this|the) (?:date|day)\b"
    r"|\bposition (?:at|on)\b|\bas at\b",
    re.I,
)
_QUARTER = re.compile(r"\bQ([1-4])\b|\b(first|second|third|fourth) quarter\b", re.IGNORECASE)
_PERIOD_ENDS = re.compile(
    r"\bQ[1-4]\b|\bquarter|\bterms?\b(?! of)", re.IGNORECASE
)  # "Q1 2012 ends on 31 March 2012"
_SLACK = timedelta(days=4)  # three months from the 31st may be reckoned in more than one way


@dataclass(frozen=True, slots=True)
class Deadline:
    """When an action is due: a stretch of days, a time scale in months and days, at once, or open."""

    first: date | None = None
    last: date | None = None
    months: int = 0
    days: int = 0
    at_once: bool = False
    open: bool = False

    @property
    def known(self) -> bool:
        """Whether the words could be read as a deadline at all."""
        return bool(self.first or self.months or self.days or self.at_once or self.open)

    def resolved(self, start: date) -> date | None:
        """The day on which a time scale ends that runs from `start`; None for what is no time scale."""
        if self.at_once:
            return start
        if self.months or self.days:
            return months_later(start, self.months) + timedelta(days=self.days)
        return None


def read_deadline(text: str, ends: Ends = MappingProxyType({})) -> Deadline:
    """The deadline that a field holds; `ends` are the days on which the report says that terms and quarters end.

    >>> read_deadline("End of Q2 2011").last, read_deadline("Within 3 months").months
    (datetime.date(2011, 6, 30), 3)
    >>> read_deadline("31/07/11").first, read_deadline("Immediate").at_once, read_deadline("soon").known
    (datetime.date(2011, 7, 31), True, False)
    """
    text = " ".join(text.split())
    if meant := days_meant(text, ends):
        return Deadline(*meant)
    span = days_of(text)
    if span and dates_in(text):
        last = dates_in(text)[-1]
        single = len(dates_in(text)) == 1
        if single and last.day is None and (_END.search(text) or re.search(r"\bQ[1-4]\b", text)):
            return Deadline(span.ends - timedelta(days=6), span.ends)
        if single and last.day is None and _START.search(text):
            return Deadline(span.begins, min(span.ends, span.begins + timedelta(days=14)))
        return Deadline(span.begins, span.ends)
    months = days = 0
    for number in numbers_in(text):
        if number.unit in ("month", "year"):
            months += int(number.value * (12 if number.unit == "year" else 1))
        elif number.days is not None:
            days += round(number.days)
    if months or days:
        return Deadline(months=months, days=days)
    return Deadline(at_once=bool(_AT_ONCE.search(text)), open=bool(_OPEN.search(text)))


def same_deadline(
    true: str, said: str, starts: Sequence[date], ends: Ends = MappingProxyType({})
) -> bool | None:
    """Whether two deadlines may mean the same; None when that cannot be told.

    `starts` are the days from which time scales may run; `ends` those on which terms and quarters end.

    >>> same_deadline("Within 3 months", "16 May 2011", [date(2011, 2, 16)])
    True
    >>> same_deadline("31 March 2011", "March 2011", []), same_deadline("Immediate", "Within 3 months", [])
    (True, False)
    """
    ours, theirs = read_deadline(true, ends), read_deadline(said, ends)
    if " ".join(true.lower().split()) == " ".join(said.lower().split()):
        return True
    if not ours.known or not theirs.known:
        return False if _other_quarter(true, said) else None
    if ours.open or theirs.open:
        return ours.open and theirs.open
    if ours.first and theirs.first:
        return _overlap(ours, theirs)
    if ours.first or theirs.first:
        dated, scaled = (ours, theirs) if ours.first else (theirs, ours)
        return _falls(dated, scaled, starts)
    if ours.at_once or theirs.at_once:
        return ours.at_once and theirs.at_once
    return abs(_length(ours) - _length(theirs)) <= 0.06 * _length(ours)


def _other_quarter(true: str, said: str) -> bool:
    """Whether both name a quarter, and not the same."""
    mine, yours = _QUARTER.search(true), _QUARTER.search(said)
    return bool(mine and yours and mine[0].lower() != yours[0].lower())


def _overlap(one: Deadline, other: Deadline) -> bool:
    return bool(
        one.first
        and one.last
        and other.first
        and other.last
        and one.first <= other.last
        and other.first <= one.last
    )


def _falls(dated: Deadline, scaled: Deadline, starts: Sequence[date]) -> bool | None:
    """Whether a dated deadline is where a time scale ends; "at once" may be dated up to a month on."""
    if not starts or not dated.first or not dated.last:
        return None
    if scaled.at_once:
        return dated.first <= max(starts) + timedelta(days=31)
    ends = [end for start in starts if (end := scaled.resolved(start))]
    return any(dated.first - _SLACK <= end <= dated.last + _SLACK for end in ends)


def _length(deadline: Deadline) -> float:
    return deadline.months * 30.44 + deadline.days


def plan_starts(overview: Overview, *others: str | None) -> list[date]:
    """The days from which the plan's time scales may run: its own date, the days it names, and `others`."""
    texts = [text for text in (overview.action_plan and overview.action_plan.as_at, *others) if text]
    for paragraph in overview.paragraphs:
        if paragraph.section in (Section.ACTION_PLAN, Section.APPENDIX) and _RUNS_FROM.search(paragraph.text):
            told = (paragraph.text[span.start : span.end] for span in sentences_in(paragraph.text))
            texts += [sentence for sentence in told if not _PERIOD_ENDS.search(sentence)]
    found = {written.iso for text in texts for written in dates_in(text)}
    return sorted(date.fromisoformat(iso) for iso in found if iso)
