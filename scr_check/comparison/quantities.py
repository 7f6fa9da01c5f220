"""Quantities: the figures of a wording that measure something, and which of two wordings' are the same."""

import re
from dataclasses import replace

from scr_check.comparison.frequencies import Frequency
from scr_check.comparison.wording import Wording
from scr_check.language.number import Number
from scr_check.language.numbers import numbers_in

WORKING = "working"  # what marks the nouns of a number of working days
_LENGTHS = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0, "fortnight": 14.0}

_UNDER = re.compile(r"\b(?:under|over|below|above|aged)(?: the age of)? $", re.IGNORECASE)
_CHILD_UNDER = re.compile(
    r"\b(?:child|children|bab(?:y|ies)|person|people|pupils?|boys?|girls?|anyone)"
    r" (?:under|over|below|above|aged) $",
    re.IGNORECASE,
)
_A_PERIOD = re.compile(
    r"\b(?:within|in|after|for|under|over|than) (an? (?:single )?(day|week|fortnight|month|year)"
    r"|(?<=within )the (day|week|fortnight|month|year))\b",
    re.IGNORECASE,
)
_SAME_DAY = re.compile(
    r"\b(?:the|that)(?: very)? same (?:working )?(?:day|night|evening)\b|\b(?:that|the) (?:very )?(?:day|night|evening)\b"
    r"(?! (?:team|staff|service|shift|centre|nurser|care))|\bsame[- ]day\b",
    re.IGNORECASE,
)
_ANY_DAY = re.compile(
    r"\b(?:the|that|same|on|each|every|of|to)[ -](?:working )?day\b|\bimmediate|\bat once\b|\bstraight ?away\b|\bdelay\b"
    r"|\b(?:shift|duty|going home|leav\w+)\b",
    re.IGNORECASE,
)
_ELLIPTIC = re.compile(r"\b(?:within|in|after|than) $", re.IGNORECASE)
_WORKING = re.compile(r"^[^.,;]{0,12}?\b(?:working|school) (?:day|week)", re.IGNORECASE)
_AGE_GROUP = re.compile(r"\b(?:under|over)[- ](\w+?)s\b", re.IGNORECASE)
_NEXT_DAY = re.compile(r"\b(?:next|following) (?:working )?day\b", re.IGNORECASE)


def quantities_in(wording: Wording, frequencies: list[Frequency]) -> list[Number]:
    """The numbers that measure something: no "one" that stands for a noun, none inside a frequency.

    "Within a week" is one week, and "the same day" no days at all.
    """
    numbers = _spelled_out(
        [_working(_as_age(number, wording), wording) for number in wording.numbers], wording
    )
    found = [
        number
        for number in numbers
        if (number.value != 1 or number.unit or number.age)
        and not number.ordinal
        and not any(f.start <= number.start < f.end for f in frequencies)
    ]
    found += [Number(1, *m.span(1), unit=(m[2] or m[3]).lower()) for m in _A_PERIOD.finditer(wording.text)]
    found += _age_groups(wording)
    found += [Number(0, *m.span(), unit="day") for m in _SAME_DAY.finditer(wording.text)]
    return sorted(found, key=lambda number: number.start)


def _age_groups(wording: Wording) -> list[Number]:
    """The ages of "under-fives" and "over 16s"."""
    return [
        Number(age.value, *m.span(1), unit="year", age=True)
        for m in _AGE_GROUP.finditer(wording.text)
        for age in numbers_in(m[1])[:1]
        if not any(n.start <= m.start(1) < n.end for n in wording.numbers)
    ]


def _spelled_out(numbers: list[Number], wording: Wording) -> list[Number]:
    """The numbers, one that leaves its unit out with that of the length of time before it: "within two days, or five"."""
    found: list[Number] = []
    before: Number | None = None
    for number in numbers:
        bare = not (number.unit or number.nouns or number.age or number.ordinal)
        if bare and before and _ELLIPTIC.search(wording.text[: number.start]):
            number = replace(number, unit=before.unit, nouns=before.nouns & {WORKING})
        found.append(number)
        if number.days is not None and not number.age:
            before = number
    return found


def _working(number: Number, wording: Wording) -> Number:
    """A length of time in working or school days, marked as such."""
    days = number.days is not None and not number.age and _WORKING.match(wording.text[number.start :])
    return replace(number, nouns=number.nouns | {WORKING}) if days else number


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
    if _counts_things(one, other) or _counts_things(other, one):
        return False
    if one.unit == other.unit and (WORKING in one.nouns) != (WORKING in other.nouns):
        return False
    if one.unit != other.unit and "hour" in (one.unit, other.unit) and not one.age | other.age:
        working = WORKING in one.nouns | other.nouns
        return not working and length(one) is not None and length(one) == length(other)
    return replace(one, hedge="").means(replace(other, hedge=""))


def _counts_things(one: Number, other: Number) -> bool:
    """Whether a number counts things where the other measures time: "four visits", "four weeks"."""
    things = one.nouns and not one.nouns & other.nouns  # "six training days" are days
    return bool(things and not one.unit and not one.age and length(other) and not other.age)


def length(number: Number) -> float | None:
    """A length of time in days, None for what is none or has no fixed length."""
    days = _LENGTHS.get(number.unit)
    return number.days if days is None else number.value * days


def comparable(one: Number, other: Number) -> bool:
    """Whether two quantities are of one kind, so that one may have been put for the other."""
    if one.unit and other.unit:
        return one.unit == other.unit or (length(one) is not None and length(other) is not None)
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
