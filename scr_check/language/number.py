"""A number that a text gives, and numbers beside one another that count the same things."""

import re
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Number:
    """A number: its value and place, the stems it counts, its unit of time, and whether it is an age or ordinal.

    `unit` is minute, hour, day, week, month, year, percent, pound, clock (value in minutes after midnight) or "";
    `hedge` is about, over, under, least, most or "".
    """

    value: float
    start: int
    end: int
    nouns: frozenset[str] = frozenset()
    unit: str = ""
    age: bool = False
    ordinal: bool = False
    hedge: str = ""

    @property
    def days(self) -> float | None:
        """The length in days of a length of time of days or more."""
        length = {"day": 1, "week": 7, "fortnight": 14, "month": 30.44, "year": 365.25}.get(self.unit)
        return None if length is None else self.value * length

    def means(self, other: "Number") -> bool:
        """Whether both give the same quantity, a hedge on either side being allowed its latitude.

        >>> from scr_check.language.numbers import numbers_in
        >>> a, b = numbers_in("about thirty calls")[0], numbers_in("28 calls")[0]
        >>> a.means(b)
        True
        >>> early, late = numbers_in("in her early forties, and in his late forties")
        >>> [one.means(numbers_in("aged 47")[0]) for one in (early, late)]
        [False, True]
        """
        if self.ordinal != other.ordinal:
            return False
        if self.unit == other.unit or not (self.unit and other.unit):
            return self._near(self.value, other.value, other)
        mine, theirs = self.days, other.days
        return mine is not None and theirs is not None and self._near(mine, theirs, other, 0.04)

    def _near(self, mine: float, theirs: float, other: "Number", slack: float = 0.0) -> bool:
        room = _ROOM.get(self.hedge, 0.0) + _ROOM.get(other.hedge, 0.0)
        if abs(mine - theirs) <= max(slack * max(mine, theirs), room):
            return True
        if self.unit == "clock":
            return abs(mine - theirs) <= (20 if self.hedge else 10 if mine % 60 == 0 else 0)
        return _hedged(self.hedge, mine, theirs) or _hedged(other.hedge, theirs, mine)


_ROOM = {"early": 2.5, "mid": 2.0, "late": 2.0, "decade": 5.0}  # years: "in her early forties"


def _hedged(hedge: str, said: float, true: float) -> bool:
    """Whether a rounded figure may stand for the true one."""
    if hedge == "about":
        return abs(said - true) <= max(0.12 * true, 0.5 if true < 10 else 1)
    if hedge in ("over", "least"):
        return said <= true <= said * 1.25 + 1
    if hedge in ("under", "most"):
        return said * 0.8 - 1 <= true <= said
    return False


_YEARS_AND = re.compile(r" years? and ")
# before a length of time that is no age
_LENGTH = re.compile(r"\b(?:last|past|first|final|for|over|after|within|took|lasted|spent) $")
_AND = re.compile(r",? and |, ")
_OF_SO_MANY = re.compile(
    r"\bof (?:the |these |those |some )?$", re.IGNORECASE
)  # before "ten visits due, seven were made"
_OF_THEM = re.compile(r"^[^.,;:()]{0,40}\b(?:of|instead of|rather than|not|against)(?: the| a)? ?$")


def same_things(text: str, numbers: list[Number]) -> list[Number]:
    """Numbers that name no things of their own count those of the number before ("11 days out of 35"), or after a range."""
    for i in range(1, len(numbers)):
        before, number = numbers[i - 1], numbers[i]
        bare = not number.nouns and not number.unit and not before.ordinal and before.unit != "clock"
        joined = _OF_THEM.match(text[before.end : number.start]) or (
            before.nouns
            and _OF_SO_MANY.search(text, 0, before.start)
            and text[number.end : number.end + 1] == " "
        )
        if bare and joined:
            numbers[i] = replace(number, unit=before.unit, nouns=before.nouns)
    for i in range(len(numbers) - 1):  # "from 91 to 64 per cent"
        first, last = numbers[i], numbers[i + 1]
        bare = not (first.nouns or first.unit or first.ordinal or first.age)
        if bare and last.unit != "clock" and text[first.end : last.start] in (" to ", " or ", "-"):
            numbers[i] = replace(first, unit=last.unit, nouns=last.nouns)
    for i in range(len(numbers) - 1, 0, -1):  # "two years and three months"
        first, last = numbers[i - 1], numbers[i]
        both = first.unit == "year" and last.unit == "month" and _LENGTH.search(text, 0, first.start)
        if both and _YEARS_AND.fullmatch(text[first.end : last.start]):
            numbers[i - 1 : i + 1] = [replace(first, value=12 * first.value + last.value, unit="month")]
    for i in range(1, len(numbers)):  # "aged eight and five", "eleven weeks and one day old"
        first, last = numbers[i - 1], numbers[i]
        together = text[first.end : last.start].endswith((f"{first.unit} and ", f"{first.unit}s and "))
        if first.unit and last.unit and last.age and together:
            numbers[i - 1] = first = replace(first, age=True)
        bare = not (last.nouns or last.unit or last.ordinal)
        if first.age and bare and _AND.fullmatch(text[first.end : last.start]):
            numbers[i] = replace(last, unit=first.unit, age=True)
    return numbers
