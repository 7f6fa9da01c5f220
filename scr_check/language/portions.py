"""Portions: how much of a whole a text says, in other ways than by a number: "all but two", "nearly half", "all nine"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scr_check.language.numbers import numbers_in

_COUNTS = {"": 1, "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_PARTS = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5}
_EXACT = 0.02  # how far from a fraction "half" may lie
_ABOUT = 0.08  # ... "about half"
_JUST = 0.12  # ... "just over half", "nearly half"
_FAR = 0.5  # ... "more than a third"
_HEDGES = {  # the least and the most that a hedge adds to a fraction
    "well over": (_EXACT, _FAR), "more than": (0, _FAR), "over": (0, _FAR), "just over": (0, _JUST),
    "fewer than": (-1, 0), "less than": (-1, 0), "under": (-1, 0), "well under": (-1, -_EXACT), "just under": (-_JUST, 0),
    "nearly": (-_JUST, 0), "almost": (-_JUST, 0), "barely": (-_ABOUT, _ABOUT), "about": (-_ABOUT, _ABOUT),
    "around": (-_ABOUT, _ABOUT), "roughly": (-_ABOUT, _ABOUT), "some": (-_ABOUT, _ABOUT), "only": (-_EXACT, _EXACT),
    "exactly": (-_EXACT, _EXACT), "": (-_EXACT, _EXACT),
}  # fmt: skip
_STRICT = frozenset(
    (
        "well over",
        "more than",
        "over",
        "just over",
        "fewer than",
        "less than",
        "under",
        "well under",
        "just under",
    )
)
_PORTION = re.compile(
    rf"\b(?:all but (?P<but>\w+(?:-\w+)?)(?= (?:of|were|was|had|came|fell)\b|[,.;]| (?:the|its|their|her|his)\b)"
    rf"|(?:(?P<hedge>{'|'.join(sorted(filter(None, _HEDGES), key=len, reverse=True))}) )?"
    r"(?P<fraction>(?<!and a )half(?=,? of\b| (?:were|was|fell|came|had)\b)"
    r"|(?:an?|one|two|three|four)[ -](?:thirds?|quarters?|fifths?)(?= of\b| (?:were|was|fell|came|had)\b))"
    r"|(?P<all>all)(?= (?:of )?(?:(?:the|its|their|her|his) )?"
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b| of (?:them|these|those)\b)"
    r"|(?P<most>most|the majority)(?= of (?:the|its|their|them|these|those|his|her)\b))",
    re.IGNORECASE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Portion:
    """A part of a whole and its place: of the whole from `least` to `most` (0 to 1), or all but so many (`but`)."""

    start: int
    end: int
    least: float = 0.0
    most: float = 1.0
    but: float | None = None

    def holds(self, part: float, whole: float) -> bool:
        """Whether it may be said of so many out of a whole.

        >>> nearly_half, all_but_two, fifths = portions_in("nearly half of them, all but two of these, three fifths of all")
        >>> nearly_half.holds(6, 14), nearly_half.holds(2, 7), all_but_two.holds(8, 10), fifths.holds(6, 10)
        (True, False, True, True)
        """
        if self.but is not None:
            return part == whole - self.but
        return self.least <= part / whole <= self.most


def portions_in(text: str) -> list[Portion]:
    """Every portion of a text, in order."""
    return list(_portions(text))


def _portions(text: str) -> Iterator[Portion]:
    for match in _PORTION.finditer(text):
        place = match.span()
        if match["but"]:
            left = numbers_in(match["but"])
            if left:
                yield Portion(*place, but=left[0].value)
        elif match["all"]:
            yield Portion(*place, least=1.0)
        elif match["most"]:
            yield Portion(*place, 0.5 + _EXACT / 2, 1.0)
        else:
            hedge = (match["hedge"] or "").lower()
            fraction = _fraction(match["fraction"])
            low, high = _HEDGES[hedge]
            strict = _EXACT / 2 if hedge in _STRICT else 0.0  # "fewer than half" is not half
            yield Portion(
                *place,
                max(0.0, fraction + low + strict * (low == 0)),
                min(1.0, fraction + high - strict * (high == 0)),
            )


def _fraction(words: str) -> float:
    """What a fraction in words comes to: "two-thirds", "a quarter", "three fifths"."""
    count, _, part = words.lower().replace("-", " ").rpartition(" ")
    return _COUNTS[count] * _PARTS[part.removesuffix("s")]
