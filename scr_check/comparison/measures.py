"""Measures: numbers, periods, frequencies and dates of two wordings that should ask for the same thing."""

import re
from collections.abc import Iterator
from itertools import combinations, zip_longest

from scr_check.comparison.bounds import bound_of, bound_start, opposed
from scr_check.comparison.change import Change, instead_of
from scr_check.comparison.frequencies import Frequency, frequencies_in, left_over
from scr_check.comparison.quantities import (
    WORKING,
    comparable,
    equal,
    left_over_quantities,
    length,
    quantities_in,
)
from scr_check.comparison.wording import Alignment, Unit, Wording, alike
from scr_check.language.asking import small_words
from scr_check.language.dates import Date
from scr_check.language.number import Number

_REACH = 6  # words to either side of a number that show what it measures
_CLEARLY = 0.5  # by how much two figures must fit each other's places better than their own
_COUNTED_FROM = re.compile(
    r"^ (?:working |school |calendar )?(?:hour|day|week|month|year)s? (?:of|after|from|before) ", re.I
)
_NEXT_CLAUSE = re.compile(r"[,;:.]| and ")
_LABEL = re.compile(
    r"\b(levels?|stages?|tiers?|grades?|bands?|section|category) (\d+|[A-E])\b", re.IGNORECASE
)
_HALF = re.compile(r"\bhalf\b", re.IGNORECASE)
_ONE = re.compile(r"\bone\b", re.IGNORECASE)
_Company = list[tuple[Unit, float]]  # units, each with how near it stands to a figure (0 to 1)
_OPENING = frozenset(("within", "least", "than", "every", "under", "by", "for"))


def measure_changes(alignment: Alignment) -> Iterator[Change]:
    """Frequencies, numbers, bounds and dates that differ, are missing, or have changed places."""
    report, summary = alignment.report, alignment.summary
    here, there = frequencies_in(report.text), frequencies_in(summary.text)
    yield from _frequency_changes(report, summary, here, there)
    yield from _number_changes(alignment, here, there)
    yield from _date_changes(report, summary)
    yield from _label_changes(report, summary)
    yield from _ordinal_changes(report, summary)


def _frequency_changes(
    report: Wording, summary: Wording, ours: list[Frequency], theirs: list[Frequency]
) -> Iterator[Change]:
    lost, new = left_over(ours, theirs)
    lost = [f for f in lost if not _as_period(f, summary)]
    new = [f for f in new if not _as_period(f, report)]
    for true, said in zip_longest(lost, new):
        if true and said:
            yield _changed(report, summary, (true.start, true.end), (said.start, said.end))
        elif true and not (true.days <= 1 and _at_all_times(summary)):
            yield _dropped(report, (true.start, true.end))
    for true in ours:
        same = next((f for f in theirs if f.agrees(true)), None)
        if same and opposed(
            bound_of(report.text, true.start, true.end), bound_of(summary.text, same.start, same.end)
        ):
            yield _changed(report, summary, _bounded(report, true), _bounded(summary, same))


def _at_all_times(wording: Wording) -> bool:
    """Whether a wording says "always" or "whenever", which is as much as "every day"."""
    return any(word.lower in small_words("always") - {"never"} for word in wording.words)


def _as_period(frequency: Frequency, wording: Wording) -> bool:
    """Whether a frequency is given as a length of time ("in four weeks", "more than 12 hours")."""
    return any(
        n.days is not None and abs(n.days - frequency.days) <= 0.1 * frequency.days for n in wording.numbers
    )


def _number_changes(alignment: Alignment, here: list[Frequency], there: list[Frequency]) -> Iterator[Change]:
    report, summary = alignment.report, alignment.summary
    ours, theirs = quantities_in(report, here), quantities_in(summary, there)
    lost, new = left_over_quantities(report, summary, ours, theirs, here, there)
    for true in lost:
        said = next((n for n in new if comparable(true, n)), None)
        if said:
            new.remove(said)
            yield _changed(report, summary, (true.start, true.end), (said.start, said.end))
        elif _is_half(true, summary):
            continue
        elif true.value and (true.unit or true.age or true.value > 4):  # a few may be told one by one
            yield _dropped(report, (true.start, true.end))
    for said in new:
        if said.value == 1 and _ONE.search(report.text):
            continue  # "one of them"
        if said.value and (said.unit or said.age or said.value > 10):
            yield _put_in(summary, said)
    if not lost and not new:
        yield from _exchanged(alignment, ours + _often(here), theirs + _often(there))
        yield from _rebounded(report, summary, ours, theirs)
        yield from _from_another(alignment, ours, theirs)


def _is_half(number: Number, wording: Wording) -> bool:
    """Whether a wording says "half" and gives twice the number: "60 records, half of them from each"."""
    return bool(_HALF.search(wording.text)) and any(n.value == 2 * number.value for n in wording.numbers)


def _changed(report: Wording, summary: Wording, true: tuple[int, int], said: tuple[int, int]) -> Change:
    theirs, ours = _around(report, *true), _around(summary, *said)
    return instead_of(theirs, true, ours, quote=summary.text[said[0] : said[1]])


def _dropped(report: Wording, true: tuple[int, int]) -> Change:
    words = _around(report, *true)
    return Change(
        "narrowed",
        f"the report says “{words}”; the summary leaves it out",
        f"add the report's “{words}”",
        "",
        (true,),
    )


def _put_in(summary: Wording, said: Number) -> Change:
    return Change(
        "detail",
        f"the summary says “{_around(summary, said.start, said.end)}”; the report gives no such figure",
        "take out the figure, or give the report's",
        summary.text[said.start : said.end],
    )


def _around(wording: Wording, start: int, end: int) -> str:
    """A figure with the word before and the words after it that belong to it."""
    before = [word for word in wording.words if word.end <= start][-1:]
    first = before[0].start if before and before[0].lower in _OPENING else start
    last = end
    for word in [word for word in wording.words if word.start >= end][:2]:
        if word.start - last > 1 or re.search(r"[.,;:]", wording.text[last : word.start]):
            break
        last = word.end
    return wording.text[first:last]


def _exchanged(alignment: Alignment, ours: list[Number], theirs: list[Number]) -> Iterator[Change]:
    """Two figures of one kind that have changed places: each stands among the words of the other."""
    report, summary = alignment.report, alignment.summary
    for one, other in combinations(ours, 2):
        if _mark(one) == _mark(other) or _mark(one)[0] != _mark(other)[0]:
            continue
        here = [n for n in theirs if _mark(n) == _mark(one)]
        there = [n for n in theirs if _mark(n) == _mark(other)]
        if len(here) != 1 or len(there) != 1:
            continue
        mine, yours = _apart(report, one, other)
        theirs_here, theirs_there = _apart(summary, here[0], there[0])
        straight = _company(mine, theirs_here) + _company(yours, theirs_there)
        crossed = _company(mine, theirs_there) + _company(yours, theirs_here)
        if crossed > straight + _CLEARLY and crossed > 1.5 * straight:
            yield _changed(report, summary, (one.start, one.end), (there[0].start, there[0].end))
            return


def _often(frequencies: list[Frequency]) -> list[Number]:
    """Frequencies as figures of their own kind."""
    return [Number(round(f.days), f.start, f.end, unit="often") for f in frequencies]


def _mark(number: Number) -> tuple[str, float, bool]:
    """What tells a figure from others, its kind first: lengths of time are of one kind, in whatever unit."""
    time = None if number.age else length(number)
    if time is None:
        return number.unit + ("age" if number.age else ""), number.value, False
    return "time", round(time, 3), WORKING in number.nouns


def _apart(wording: Wording, one: Number, other: Number) -> tuple[_Company, _Company]:
    """The units round each of two figures, each as far as it is nearer to this figure than to the other."""
    mine, yours = _near(wording, one), _near(wording, other)
    return _nearer(mine, yours), _nearer(yours, mine)


def _nearer(mine: _Company, yours: _Company) -> _Company:
    there: dict[str, float] = {}
    for unit, near in yours:
        there[unit.stem] = max(there.get(unit.stem, 0.0), near)
    return [
        (unit, near - there.get(unit.stem, 0.0)) for unit, near in mine if near > there.get(unit.stem, 0.0)
    ]


def _company(ours: _Company, theirs: _Company) -> float:
    """How much the words round a figure of the report and one of the summary answer to each other, the nearer the more."""
    return sum(
        max((min(near, far) * alike(unit, said) for said, far in theirs), default=0.0) for unit, near in ours
    )


def _near(wording: Wording, number: Number) -> _Company:
    """The units round a number, each with how near it stands (0 to 1), words of the next clause counting as farther."""
    at = next((i for i, word in enumerate(wording.words) if word.start >= number.start), 0)
    near: _Company = []
    for unit in wording.units:
        first, last = sorted((unit.at, at))
        between = wording.text[wording.words[first].end : wording.words[last].start]
        apart = last - first + _REACH * len(_NEXT_CLAUSE.findall(between))
        if apart <= 2 * _REACH and unit.weight == 1.0:
            near.append((unit, 1 - apart / (2 * _REACH + 1)))
    return near


def _rebounded(
    report: Wording, summary: Wording, ours: list[Number], theirs: list[Number]
) -> Iterator[Change]:
    """At least turned into at most or about, or the other way."""
    for one in ours:
        same = [n for n in theirs if equal(n, one)]
        if len(same) == 1 and opposed(
            bound_of(report.text, one.start, one.end), bound_of(summary.text, same[0].start, same[0].end)
        ):
            yield _changed(report, summary, _bounded(report, one), _bounded(summary, same[0]))


def _from_another(alignment: Alignment, ours: list[Number], theirs: list[Number]) -> Iterator[Change]:
    """A period that runs from something else: "28 days of charge" made "28 days of conviction"."""
    report, summary = alignment.report, alignment.summary
    for one in (n for n in ours if n.unit):
        same = [n for n in theirs if equal(n, one)]
        i = _run_from(report, one)
        j = _run_from(summary, same[0]) if len(same) == 1 else None
        if i in alignment.missing and j in alignment.added and i is not None and j is not None:
            true, said = report.units[i], summary.units[j]
            if true.weight == said.weight == 1.0:
                yield _changed(report, summary, (true.start, true.end), (said.start, said.end))


def _run_from(wording: Wording, number: Number) -> int | None:
    """The index of the unit from which a period is counted: that after "days of" or "weeks after"."""
    match = _COUNTED_FROM.match(wording.text[number.end :])
    place = number.end + match.end() if match else -1
    return next((i for i, unit in enumerate(wording.units) if match and 0 <= unit.start - place <= 4), None)


def _bounded(wording: Wording, found: Number | Frequency) -> tuple[int, int]:
    return bound_start(wording.text, found.start), found.end


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


def _label_changes(report: Wording, summary: Wording) -> Iterator[Change]:
    """Numbered levels, stages and the like that are not the report's."""
    ours, theirs = _labels(report), _labels(summary)
    lost = [match for name, match in ours.items() if name not in theirs]
    new = [match for name, match in theirs.items() if name not in ours]
    for true in lost:
        said = next((match for match in new if match[1].lower() == true[1].lower()), None)
        if said:
            yield _changed(report, summary, true.span(), said.span())


def _ordinal_changes(report: Wording, summary: Wording) -> Iterator[Change]:
    """ "The second time" made "the third time"."""
    ours, theirs = ([n for n in wording.numbers if n.ordinal] for wording in (report, summary))
    lost = [n for n in ours if not any(n.value == other.value for other in theirs)]
    new = [n for n in theirs if not any(n.value == other.value for other in ours)]
    for true, said in zip(lost, new, strict=False):
        yield _changed(report, summary, (true.start, true.end), (said.start, said.end))


def _labels(wording: Wording) -> dict[str, re.Match[str]]:
    return {match[0].lower(): match for match in _LABEL.finditer(wording.text)}


def _same_day(true: Date, said: Date) -> bool:
    return true.agrees(said) and (true.month is not None or said.month is None)
