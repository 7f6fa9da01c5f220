"""Quantities: the figures of a wording that measure something, and which of two wordings' are the same."""

import re
from dataclasses import replace

from scr_check.comparison.frequencies import Frequency
from scr_check.comparison.wording import Wording
from scr_check.language.numbers import Number

_UNDER = re.compile(r"\b(?:under|over|below|above|aged)(?: the age of)? $", re.IGNORECASE)
_CHILD_UNDER = re.compile(
    r"\b(?:child|children|bab(?:y|ies)|person|people|pupils?|boys?|girls?|anyone)"
    r" (?:under|over|below|above|aged) $",
    re.IGNORECASE,
)
_A_PERIOD = re.compile(
    r"\b(?:within|in|after|for|under|over|than) ((?:an?|the) (day|week|fortnight|month|year))\b",
    re.IGNORECASE,
)
_SAME_DAY = re.compile(
    r"\b(?:the|that)(?: very)? same (?:working )?(?:day|night|evening)\b|\bthat (?:day|night|evening)\b"
    r"|\bon the day (?:of|on|that|it|they|he|she)\b",
    re.IGNORECASE,
)
_ANY_DAY = re.compile(r"\bday\b|\bimmediate|\bat once\b|\bstraight ?away\b", re.IGNORECASE)
_NEXT_DAY = re.compile(r"\b(?:next|following) (?:working )?day\b", re.IGNORECASE)


def quantities_in(wording: Wording, frequencies: list[Frequency]) -> list[Number]:
    """The numbers that measure something: no "one" that stands for a noun, none inside a frequency.

    "Within a week" is one week, and "the same day" no days at all.
    """
    numbers = [_as_age(number, wording) for number in wording.numbers]
    found = [
        number
        for number in numbers
        if (number.value != 1 or number.unit or number.age)
        and not number.ordinal
        and not any(f.start <= number.start < f.end for f in frequencies)
    ]
    found += [Number(1, *m.span(1), unit=m[2].lower()) for m in _A_PERIOD.finditer(wording.text)]
    found += [Number(0, *m.span(), unit="day") for m in _SAME_DAY.finditer(wording.text)]
    return sorted(found, key=lambda number: number.start)


def _as_age(number: Number, wording: Wording) -> Number:
    """A bare number after "under" or "aged" is an age in years."""
    bare = not number.unit and not number.age and number.value < 20
    before = wording.text[: number.start]
    aged = bare and (_CHILD_UNDER.search(before) or (not number.nouns and _UNDER.search(before)))
    return replace(number, unit="year", age=True) if aged else number


def left_over_quantities(
    report: Wording,
    summary: Wording,
    ours: list[Number],
    theirs: list[Number],
    here: list[Frequency],
    there: list[Frequency],
) -> tuple[list[Number], list[Number]]:
    """The numbers that have no equal when those of both sides are paired off.

    A figure that is only said once more, or once less, than in the other text is no change.
    """
    left, right = [], list(theirs)
    for number in ours:
        match = next((n for n in right if equal(number, n)), None)
        if match:
            right.remove(match)
        else:
            left.append(number)
    lost = [n for n in left if not _given(n, there, summary)]
    new = [n for n in right if not _given(n, here, report)]
    if bool(lost) != bool(new):
        lost = [n for n in lost if not any(equal(n, other) for other in theirs)]
        new = [n for n in new if not any(equal(n, other) for other in ours)]
    return lost, new


def equal(one: Number, other: Number) -> bool:
    """The same quantity: no hedge makes two figures of a recommendation equal."""
    if one.unit == "percent" or other.unit == "percent":
        return one.unit == other.unit and one.value == other.value
    return replace(one, hedge="").means(replace(other, hedge=""))


def comparable(one: Number, other: Number) -> bool:
    """Whether two quantities are of one kind, so that one may have been put for the other."""
    if one.unit and other.unit:
        return one.unit == other.unit or (one.days is not None and other.days is not None)
    return "percent" not in (one.unit, other.unit) and "clock" not in (one.unit, other.unit)


def _given(number: Number, frequencies: list[Frequency], wording: Wording) -> bool:
    """Whether a number is said otherwise in the other text: as a frequency, "both", the year to a date."""
    days = number.days
    if days and any(abs(days - f.days) <= 0.1 * f.days for f in frequencies):
        return True
    if number.value == 0:
        return bool(_ANY_DAY.search(wording.text))
    if number.value == 1 and not number.age and not number.unit:
        return True
    if number.value == 1 and number.unit == "day":
        return bool(_NEXT_DAY.search(wording.text))
    words = {word.lower for word in wording.words}
    if number.value == 2 and not number.unit:
        return bool({"both", "twice", "pair"} & words)
    return number.unit == "month" and number.value == 12 and "year" in words
