"""Measures: numbers, periods, frequencies, bounds and dates of two wordings that should ask for the same thing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from scr_check.comparison.change import Change
from scr_check.comparison.wording import Alignment, Wording
from scr_check.language.dates import Date
from scr_check.language.numbers import Number

_REACH = 6  # words to either side of a number that show what it measures
_EVERY = {
    "day": 1.0,
    "week": 7.0,
    "fortnight": 14.0,
    "month": 30.44,
    "quarter": 91.3,
    "term": 121.8,
    "year": 365.25,
}
_ADVERBS = {
    "daily": 1.0, "weekly": 7.0, "fortnightly": 14.0, "monthly": 30.44, "quarterly": 91.3, "termly": 121.8,
    "annual": 365.25, "annually": 365.25, "yearly": 365.25, "biennial": 730.5,
}  # fmt: skip
_TIMES = {"once": 1, "twice": 2, "three times": 3, "four times": 4}
_FREQUENCY = re.compile(
    r"\b(?:(half|two|three|six|four|twice)[- ])?(daily|weekly|fortnightly|monthly|quarterly|termly|annual|annually|yearly)\b"
    r"|\b(?:(once|twice|three times|four times) )?(?:in )?(?:every|each|per|a) (?:(one|two|three|four|five|six|eight|twelve|\d+) )?"
    r"(day|week|fortnight|month|quarter|term|year)s?\b(?! (?:of|old|in post))"
    r"|\b(year by year|week by week|month by month|day by day)\b",
    re.IGNORECASE,
)
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "twelve": 12}
_UNDER = re.compile(r"\b(?:under|over|below|above|aged)(?: the age of)? $", re.IGNORECASE)
_LEAST_BEFORE = re.compile(
    r"(?:at least|no fewer than|not fewer than|no less than|not less than|minimum of)\s*$", re.I
)
_MOST_BEFORE = re.compile(
    r"(?:at most|no more than|not more than|up to|maximum of|within|no later than|not later than|not exceed|limited to|as much as|fewer than|less than)\s*$",
    re.I,
)
_LEAST_AFTER = re.compile(
    r"^[\s\w]{0,18}?\b(?:or more|or over|or above|at least|at the least|as a minimum)\b", re.I
)
_MOST_AFTER = re.compile(r"^[\s\w]{0,18}?\b(?:at most|at the most|or less|or fewer|as a maximum)\b", re.I)


@dataclass(frozen=True, slots=True)
class Frequency:
    """How often: the days between two occasions, and where it is said."""

    days: float
    start: int
    end: int

    def agrees(self, other: "Frequency") -> bool:
        """Whether both are the same but for the length of months."""
        return abs(self.days - other.days) <= 0.1 * max(self.days, other.days)


def frequencies_in(text: str) -> list[Frequency]:
    """Every frequency of a text, in order.

    >>> [round(f.days) for f in frequencies_in("weekly, at least every three months, twice a year and each quarter")]
    [7, 91, 183, 91]
    """
    return [Frequency(_days(match), *match.span()) for match in _FREQUENCY.finditer(text)]


def _days(match: re.Match[str]) -> float:
    multiple, adverb, times, count, unit, step = (part and part.lower() for part in match.groups())
    if step:
        return _EVERY[step.split()[0]]
    if adverb:
        days = _ADVERBS[adverb]
        return days / 2 if multiple in ("half", "twice") else days * _WORDS.get(multiple or "", 1)
    every = int(count) if count and count.isdigit() else _WORDS.get(count or "", 1)
    return _EVERY[unit] * every / _TIMES.get(times or "once", 1)


def measure_changes(alignment: Alignment) -> Iterator[Change]:
    """Frequencies, numbers, bounds and dates that differ, are missing, or have changed places."""
    report, summary = alignment.report, alignment.summary
    here, there = frequencies_in(report.text), frequencies_in(summary.text)
    yield from _frequency_changes(report, summary, here, there)
    ours, theirs = _numbers(report, here), _numbers(summary, there)
    yield from _number_changes(report, summary, ours, theirs, [f.days for f in there], [f.days for f in here])
    yield from _date_changes(report, summary)


def _numbers(wording: Wording, frequencies: list[Frequency]) -> list[Number]:
    """The numbers that measure something: no "one" that stands for a noun, none inside a frequency."""
    return [
        number
        for number in wording.numbers
        if (number.value != 1 or number.unit or number.age or _UNDER.search(wording.text[: number.start]))
        and not number.ordinal
        and not any(f.start <= number.start < f.end for f in frequencies)
    ]


def _frequency_changes(
    report: Wording, summary: Wording, ours: list[Frequency], theirs: list[Frequency]
) -> Iterator[Change]:
    lost = [f for f in ours if not any(f.agrees(other) for other in theirs) and not _as_period(f, summary)]
    new = [f for f in theirs if not any(f.agrees(other) for other in ours) and not _as_period(f, report)]
    for true, said in zip(lost, new, strict=False):
        yield _changed(report, summary, (true.start, true.end), (said.start, said.end))


def _as_period(frequency: Frequency, wording: Wording) -> bool:
    """Whether a frequency is given as a length of time ("in four weeks", "more than 12 hours")."""
    return any(
        n.days is not None and abs(n.days - frequency.days) <= 0.1 * frequency.days for n in wording.numbers
    )


def _number_changes(
    report: Wording,
    summary: Wording,
    ours: list[Number],
    theirs: list[Number],
    rates: list[float],
    own_rates: list[float],
) -> Iterator[Change]:
    lost = [
        n for n in ours if not any(_equal(n, other) for other in theirs) and not _given(n, rates, summary)
    ]
    new = [
        n for n in theirs if not any(_equal(n, other) for other in ours) and not _given(n, own_rates, report)
    ]
    for true in lost:
        said = next((n for n in new if _comparable(true, n)), None)
        if said:
            new.remove(said)
            yield _changed(report, summary, (true.start, true.end), (said.start, said.end))
        elif not _part_of_more(true, summary):
            yield _dropped(report, (true.start, true.end))
    for said in (n for n in new if n.unit or n.age or n.value > 10):
        yield Change(
            "detail",
            f"the summary says “{_around(summary, said.start, said.end)}”; the report gives no such figure",
            "take out the figure, or give the report's",
            summary.text[said.start : said.end],
        )
    if not lost and not new:
        yield from _exchanged(report, summary, ours, theirs)
        yield from _bounds(report, summary, ours, theirs)


def _equal(one: Number, other: Number) -> bool:
    """The same quantity: no hedge makes two figures of a recommendation equal."""
    bare, plain = replace(one, hedge=""), replace(other, hedge="")
    if one.unit == "percent" or other.unit == "percent":
        return one.unit == other.unit and one.value == other.value
    return bare.means(plain)


def _comparable(one: Number, other: Number) -> bool:
    if one.unit and other.unit:
        return one.unit == other.unit or (one.days is not None and other.days is not None)
    return "percent" not in (one.unit, other.unit) and "clock" not in (one.unit, other.unit)


def _given(number: Number, rates: list[float], wording: Wording) -> bool:
    """Whether a number is said in the other text as a frequency or as "both", "half" or a date."""
    days = number.days
    if days is not None and any(abs(days - rate) <= 0.1 * rate for rate in rates):
        return True
    if number.value == 1 and not number.age:
        return True
    words = {word.lower for word in wording.words}
    return bool(
        {2: {"both", "twice", "two", "pair"}, 0.5: {"half"}}.get(number.value, set()) & words
    ) or _as_year(number, wording)


def _as_year(number: Number, wording: Wording) -> bool:
    """Twelve months may be "the year to 31 March", and a period of days or months end on a date."""
    months = number.unit == "month" and number.value == 12
    return months and any(word.stem == "year" for word in wording.words)


def _part_of_more(number: Number, wording: Wording) -> bool:
    """A count of things that the other text lists one by one need not be said."""
    return not number.unit and not number.age and number.value <= 4


def _changed(report: Wording, summary: Wording, true: tuple[int, int], said: tuple[int, int]) -> Change:
    theirs, ours = _around(report, *true), _around(summary, *said)
    return Change(
        "detail",
        f"the summary says “{ours}” where the report says “{theirs}”",
        f"write the report's “{theirs}”",
        summary.text[said[0] : said[1]],
        (true,),
    )


def _dropped(report: Wording, true: tuple[int, int]) -> Change:
    words = _around(report, *true)
    return Change(
        "narrowed",
        f"the report says “{words}”; the summary leaves it out",
        f"add the report's “{words}”",
        "",
        (true,),
    )


def _around(wording: Wording, start: int, end: int) -> str:
    """A figure with the word before and the words after it that belong to it."""
    before = [word for word in wording.words if word.end <= start][-1:]
    first = (
        before[0].start
        if before and before[0].lower in ("within", "least", "than", "every", "under", "by", "for")
        else start
    )
    after = [
        word
        for word in wording.words
        if word.start >= end and not re.search(r"[.,;:]", wording.text[end : word.start])
    ][:2]
    last = end
    for word in after:
        if word.start - last > 2:
            break
        last = word.end
    return wording.text[first:last]


def _exchanged(
    report: Wording, summary: Wording, ours: list[Number], theirs: list[Number]
) -> Iterator[Change]:
    """Two figures of one kind that have changed places: each stands among the words of the other."""
    for i, one in enumerate(ours):
        for other in ours[i + 1 :]:
            if _equal(one, other) or not one.unit or one.unit != other.unit:
                continue
            here = [n for n in theirs if _equal(n, one)]
            there = [n for n in theirs if _equal(n, other)]
            if len(here) != 1 or len(there) != 1:
                continue
            straight = _company(report, one, summary, here[0]) + _company(report, other, summary, there[0])
            crossed = _company(report, one, summary, there[0]) + _company(report, other, summary, here[0])
            if crossed > straight + 1.0 and crossed > 1.5 * straight:
                yield _changed(report, summary, (one.start, one.end), (there[0].start, there[0].end))
                return


def _company(report: Wording, one: Number, summary: Wording, other: Number) -> float:
    """How much the words round two numbers share, the nearer the more."""
    ours, theirs = _near(report, one), _near(summary, other)
    return sum(min(ours[stem], theirs[stem]) for stem in ours.keys() & theirs.keys())


def _near(wording: Wording, number: Number) -> dict[str, float]:
    at = next((i for i, word in enumerate(wording.words) if word.start >= number.start), 0)
    near: dict[str, float] = {}
    for unit in wording.units:
        apart = abs(unit.at - at)
        if apart <= 2 * _REACH and unit.weight == 1.0:
            for stem in unit.stems:
                near[stem] = max(near.get(stem, 0.0), 1 - apart / (2 * _REACH + 1))
    return near


def _bounds(report: Wording, summary: Wording, ours: list[Number], theirs: list[Number]) -> Iterator[Change]:
    """At least turned into at most, or the other way."""
    for one in ours:
        same = [n for n in theirs if _equal(n, one)]
        if len(same) == 1 and {_bound(report, one), _bound(summary, same[0])} == {"least", "most"}:
            yield _changed(report, summary, _wide(report, one), _wide(summary, same[0]))


def _bound(wording: Wording, number: Number) -> str:
    before, after = wording.text[: number.start], re.split(r"[.,;:]", wording.text[number.end :])[0]
    if _LEAST_BEFORE.search(before) or _LEAST_AFTER.search(after):
        return "least"
    return "most" if _MOST_BEFORE.search(before) or _MOST_AFTER.search(after) else ""


def _wide(wording: Wording, number: Number) -> tuple[int, int]:
    match = _LEAST_BEFORE.search(wording.text[: number.start]) or _MOST_BEFORE.search(
        wording.text[: number.start]
    )
    return (match.start() if match else number.start, number.end)


def _date_changes(report: Wording, summary: Wording) -> Iterator[Change]:
    lost = [d for d in report.dates if not any(_same_day(d, other) for other in summary.dates)]
    new = [d for d in summary.dates if not any(_same_day(other, d) for other in report.dates)]
    for true in lost:
        said = new.pop(0) if new else None
        if said:
            yield _changed(report, summary, (true.start, true.end), (said.start, said.end))
        else:
            yield _dropped(report, (true.start, true.end))
    for said in new:
        words = summary.text[said.start : said.end]
        yield Change(
            "detail",
            f"the summary says “{words}”; the report gives no such date",
            "take out the date, or give the report's",
            words,
        )


def _same_day(true: Date, said: Date) -> bool:
    return true.agrees(said) and (true.month is not None or said.month is None)
