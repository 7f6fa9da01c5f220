"""Frequencies: how often something is to be done, in whatever words."""

import re
from dataclasses import dataclass

_YEARLY = (  # "each October"
    "january february march april may june july august september october november december spring summer autumn winter"
).split()
_EVERY = {
    "day": 1.0,
    "week": 7.0,
    "fortnight": 14.0,
    "month": 30.44,
    "quarter": 91.3,
    "term": 121.8,
    "year": 365.25,
} | dict.fromkeys(_YEARLY, 365.25)
_ADVERBS = {
    "daily": 1.0,
    "weekly": 7.0,
    "fortnightly": 14.0,
    "monthly": 30.44,
    "quarterly": 91.3,
    "termly": 121.8,
    "annual": 365.25,
    "annually": 365.25,
    "yearly": 365.25,
}
_COUNTS = {
    word: count
    for count, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}
_TIMES = {"once": 1, "twice": 2, "thrice": 3}
_STEPS = {"other": 2, "second": 2, "third": 3, "fourth": 4}
_COUNT = rf"(?:{'|'.join(_COUNTS)}|\d{{1,3}})"
_ADVERB = rf"(?:(?P<part>half|twice|two|three|six|four)[- ])?(?P<adverb>{'|'.join(_ADVERBS)})"
_NO_PERIOD = "".join(
    f"(?<!{word} )" for word in ("within", "in", "after", "for", "under", "over", "than", "of")
)
_NO_AGE = "".join(f"(?<!{word} )" for word in ("under", "over", "aged", "than"))
_EACH = (
    rf"(?:(?:(?P<times>{'|'.join(_TIMES)})|{_NO_AGE}(?P<often>{_COUNT})(?: times)?) )?(?:in )?(?:every|each|per|{_NO_PERIOD}a) "
    rf"(?:(?P<count>{_COUNT}) |(?P<step>{'|'.join(_STEPS)}) )?(?P<half>half[- ])?(?P<unit>{'|'.join(_EVERY)})s?\b"
    r"(?! (?:old|in post|group|of (?:age|life|birth|notice|an?|any|the|his|her|its|their)\b))"
)
_ONE_BY_ONE = r"(?P<series>year by year|week by week|month by month|day by day)"
_FREQUENCY = re.compile(rf"\b(?:{_ADVERB}|{_EACH}|{_ONE_BY_ONE})\b", re.IGNORECASE)


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

    >>> [round(f.days) for f in frequencies_in("weekly, every three months, twice a year and each quarter")]
    [7, 91, 183, 91]
    >>> [round(f.days) for f in frequencies_in("two times a year, each half year, every other week")]
    [183, 183, 14]
    >>> frequencies_in("within a week")
    []
    """
    return [Frequency(_days(match), *match.span()) for match in _FREQUENCY.finditer(text)]


def _days(match: re.Match[str]) -> float:
    said = {name: value.lower() for name, value in match.groupdict().items() if value}
    if "series" in said:
        return _EVERY[said["series"].split()[0]]
    if "adverb" in said:
        days = _ADVERBS[said["adverb"]]
        part = said.get("part", "")
        return days / 2 if part in ("half", "twice") else days * _COUNTS.get(part, 1)
    every = _STEPS[said["step"]] if "step" in said else _count(said.get("count", "one"))
    often = _TIMES[said["times"]] if "times" in said else _count(said.get("often", "one"))
    return _EVERY[said["unit"]] * every / (often or 1) / (2 if "half" in said else 1)


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _COUNTS[word]


def left_over(ours: list[Frequency], theirs: list[Frequency]) -> tuple[list[Frequency], list[Frequency]]:
    """Frequencies without an equal when both sides are paired off; saying one twice is no change."""
    lost, new = [], list(theirs)
    for frequency in ours:
        match = next((f for f in new if f.agrees(frequency)), None)
        if match:
            new.remove(match)
        else:
            lost.append(frequency)
    if bool(lost) != bool(new):
        lost = [f for f in lost if not any(f.agrees(other) for other in theirs)]
        new = [f for f in new if not any(f.agrees(other) for other in ours)]
    return lost, new
