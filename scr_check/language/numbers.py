"""Numbers as people write them: figures and words, with what they count, ages, lengths of time and hedges."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from scr_check.language.ages import (
    is_age_of_somebody,
    is_birthday,
    is_how_old,
    is_not_yet,
    opens_with_age,
    spoken_ages_in,
)
from scr_check.language.clocks import clocks_in
from scr_check.language.dates import Date, dates_in
from scr_check.language.number import Number, same_things
from scr_check.language.words import DATA, Word, plain, stem, stop_words, words_in


def _table() -> dict[str, Any]:
    with (DATA / "numbers.toml").open("rb") as file:
        return tomllib.load(file)


_WORDS = _table()
_ONES = {word: value for value, word in enumerate(_WORDS["ones"].split())}
_TENS = {word: 10 * value for value, word in enumerate(_WORDS["tens"].split(), 2)}
_ORDINALS = {word: value for value, word in enumerate(_WORDS["ordinals"].split(), 1)}
_TIMES = {"once": 1, "twice": 2, "thrice": 3}
_OPENING = frozenset((*_ONES, *_TENS, *_ORDINALS, *_TIMES, "dozen", "half"))
_LABELS = frozenset(_WORDS["labels"].split())
_COLUMNS = frozenset(_WORDS["columns"].split())
_LOOKED_THROUGH = frozenset(_WORDS["looked_through"].split())
_HEDGES = {
    phrase: "" if hedge == "none" else hedge
    for hedge, phrases in _WORDS["hedges"].items()
    for phrase in phrases
}
TIME_UNITS: dict[str, str] = _WORDS["units"]
_QUANTITY = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_ORDINAL_FIGURES = re.compile(r"(\d+)(?:st|nd|rd|th)$")


_COUNTS_NOTHING = re.compile(  # "nine in ten of its staff", "two thirds of the visits", "ten past seven", "rang 999"
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|\d)(?: in (?:two|three|four|five|six|seven|eight|nine|ten|10)(?= of\b)"
    r"|[ -](?:halves|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?)\b(?=,? of\b|[.,;]))"
    r"|\b(?:(?:five|ten|half) past|(?:quarter|twenty) (?:past|to))"
    r" (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) until"
    r" (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
    r"|\b999\b",
    re.IGNORECASE,
)


def numbers_in(
    text: str, words: list[Word] | None = None, dates: Sequence[Date] | None = None
) -> list[Number]:
    """Every number of the text that is no date and no label ("section 47"), in order.

    `words` and `dates` are those of the text, where they are known already.

    >>> [(n.value, n.unit, n.age, sorted(n.nouns)) for n in numbers_in("five of her eleven antenatal appointments")]
    [(5, '', False, ['antenat', 'appoint']), (11, '', False, ['antenat', 'appoint'])]
    >>> [(n.value, n.unit, n.age) for n in numbers_in("her 14-month-old son, aged 19, after two working days at 07.52")]
    [(14, 'month', True), (19, 'year', True), (2, 'day', False), (472, 'clock', False)]
    >>> [(n.value, n.age, n.hedge) for n in numbers_in("Last seen on the 11th, aged nearly nine months")][1:]
    [(9, True, 'under')]
    >>> [n.value for n in numbers_in("More than nine in ten of its 460 staff, just before her tenth birthday")]
    [460, 9]
    >>> [n.value for n in numbers_in("The day before she turned 15 they met.")]
    [14]
    """
    text = plain(text)
    spans = [(found.start, found.end) for found in (dates_in(text) if dates is None else dates)]
    found = [clock for clock in _clocks(text) if not _inside(clock.start, spans)]
    found += [
        Number(value, start, end, unit=unit, age=True, hedge=hedge)
        for value, unit, hedge, start, end in spoken_ages_in(text)
    ]
    spans += [(number.start, number.end) for number in found]
    words = words_in(text) if words is None else words
    opening = [i for i, word in enumerate(words) if word.lower in _OPENING or word.lower[0].isdigit()]
    if opening:  # as few sentences have
        spans += [match.span() for match in _COUNTS_NOTHING.finditer(text)]
    end = 0
    for i in opening:
        value, used, ordinal = _value(words, i, text) if i >= end else (None, 0, False)
        if value is None or _inside(words[i].start, spans):
            continue
        end = i + used
        if not _is_label(words, i, text):
            found.append(_number(text, words, i, end, value, ordinal))
    return same_things(text, sorted(found, key=lambda number: number.start))


def _clocks(text: str) -> Iterator[Number]:
    for minutes, start, end in clocks_in(text):
        yield Number(minutes, start, end, unit="clock", hedge=_hedge_before(words_in(text[:start])[-3:]))


def _inside(place: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)


def _value(words: list[Word], i: int, text: str) -> tuple[float | None, int, bool]:
    """The number that begins at word `i`, how many words it takes, and whether it is an ordinal."""
    word = words[i].lower
    if _QUANTITY.fullmatch(word):
        figure = float(word.replace(",", ""))
        return (int(figure) if figure.is_integer() else figure), 1, False
    if ordinal := _ORDINAL_FIGURES.match(word):
        return int(ordinal[1]), 1, True
    if word in _ORDINALS:
        return _ORDINALS[word], 1, True
    if word in _TIMES:
        return _TIMES[word], 1, False
    if word == "dozen":
        return 12, 1, False
    if word == "half" and [one.lower for one in words[i + 1 : i + 3]] == ["a", "dozen"]:
        return 6, 3, False
    value, used = _in_words(words, i)
    if value and [one.lower for one in words[i + used : i + used + 1]] == ["dozen"]:
        return value * 12, used + 1, False
    return value, used, False


def _in_words(words: list[Word], i: int) -> tuple[float | None, int]:
    """A cardinal in words, such as "five hundred and sixty"."""
    total = current = 0
    at, used = i, 0
    while at < len(words):
        word = words[at].lower
        if word in _ONES and not (used and current % 10):
            current += _ONES[word]
        elif word in _TENS and not current % 100:
            current += _TENS[word]
        elif word == "hundred" and used and current < 10:
            current *= 100
        elif word == "thousand" and used:
            total, current = total + current * 1000, 0
        elif (
            word == "and"
            and used
            and current >= 100
            and at + 1 < len(words)
            and words[at + 1].lower in (_ONES | _TENS)
        ):
            at += 1
            continue
        else:
            break
        at += 1
        used = at - i
    return (total + current, used) if used else (None, 1)


def _is_label(words: list[Word], i: int, text: str) -> bool:
    """Whether the number names something ("section 47", "table 3") instead of counting."""
    if not i:
        return False
    before, between = words[i - 1], text[words[i - 1].end : words[i].start]
    if words[i].lower == "one" and before.lower in ("no", "any", "every"):
        return True  # "no one"
    return (before.lower in _LABELS and between.strip() == "") or (
        before.lower in _COLUMNS and between == ": "
    )


def _number(text: str, words: list[Word], i: int, end: int, value: float, ordinal: bool) -> Number:
    or_so = _OR_SO.match(text, words[end - 1].end)
    after = _same_clause(text, words, end + 2 if or_so and or_so[0] == " or so" else end)
    unit, age = _unit(text, words, i, after)
    if _AGE_LABEL.search(text, 0, words[i].start):
        unit, age = unit or "year", True
    if text[words[end - 1].end : words[end - 1].end + 1] == "%" or (
        after and after[0].lower in ("per", "percent")
    ):
        unit = "percent"
    first = i
    if i and words[i - 1].lower == "£":
        first, unit = i - 1, "pound"
    times = {stem("time")} if words[i].lower in _TIMES else ()
    nouns = frozenset((*_nouns(after), *times))
    bare = not unit and not ordinal and value < _OLDEST
    if (
        is_birthday(words, i, after)
        or opens_with_age(words, i, after)
        or (bare and is_how_old(text, words[first].start, words[end - 1].end, value))
    ):
        unit, age, ordinal, nouns = "year", True, False, frozenset()
        value -= is_not_yet(words, i, after)
        end += bool(after) and after[0].lower == "birthday"
    return Number(
        value,
        words[i].start,
        words[end - 1].end,
        nouns,
        unit,
        age,
        ordinal,
        _hedge_before(words[max(0, first - 3) : first]) or ("about" if or_so else ""),
    )


_OLDEST = 100
_NEARLY_TO = frozenset(("under", "over", "about", "on"))
_NEARLY = frozenset(
    "about almost around barely just nearly not only over roughly under".split()
)  # after "aged"
_OR_SO = re.compile(r"(?: or so|-odd| or thereabouts)\b")
_AGE_LABEL = re.compile(r"\bage\b[^:;.]{0,40}: \Z", re.IGNORECASE)  # a table's "Age at 3 May 2010: 11"


def _same_clause(text: str, words: list[Word], at: int) -> list[Word]:
    """The next few words up to a stop, comma or bracket."""
    found: list[Word] = []
    for word in words[at : at + 9]:
        previous = found[-1].end if found else words[at - 1].end
        if re.search(r"[.,;:()?!]", text[previous : word.start]):
            break
        found.append(word)
    return found


_OF_THINGS_COUNTED = frozenset(("due", "held", "made", "kept"))  # "13 visits of the 24 due"


def _nouns(after: list[Word]) -> list[str]:
    """What is counted: up to four content words, looking through "of the" and further numbers."""
    found: list[str] = []
    for word in after:
        if (
            word.lower in _ONES
            or word.lower in _TENS
            or word.lower[0].isdigit()
            or word.lower in _LOOKED_THROUGH
        ):
            if found:
                break
            continue
        if (
            word.lower in stop_words()
            or word.lower in _OF_THINGS_COUNTED
            or (found and word.lower.endswith("ed"))
        ):
            break
        found.append(word.stem)
        if len(found) == 4:
            break
    return found


def _unit(text: str, words: list[Word], i: int, after: list[Word]) -> tuple[str, bool]:
    """The unit of time, if any, and whether the number is somebody's age."""
    ahead = [
        word
        for word in after[:3]
        if word.lower not in ("working", "calendar", "school", "full", "consecutive", "whole", "other", "of")
    ]
    often = bool(ahead) and ahead[0].lower.endswith("ly")  # "14 monthly prescriptions"
    unit = TIME_UNITS.get(ahead[0].stem, "") if ahead and not often else ""
    lowers = [word.lower for word in after[:4]]
    before = [word.lower for word in words[max(0, i - 2) : i]]
    if before[:1] == ["just"] and before[-1] in _NEARLY_TO:  # "aged just under nine"
        before = [word.lower for word in words[max(0, i - 3) : i - 2]] + before[-1:]
    if unit and "old" in lowers[:3]:
        return unit, True
    aged = before[-1:] in (["aged"], ["age"]) or before == ["age", "of"]
    if aged or (before[:1] == ["aged"] and before[-1] in _NEARLY):
        return unit or "year", True
    if unit and (("age" in lowers and "of" in lowers[:3]) or is_age_of_somebody(text, words[i].start)):
        return unit, True
    if before[-1:] == ["under"] and not after:
        return "year", True
    last = words[i].end
    alone = text[: words[i].start].rstrip(" ").endswith("(") and text[last : last + 1] == ")"
    return (unit or ("year" if alone else "")), alone


def _hedge_before(before: list[Word]) -> str:
    lowers = [word.lower for word in before]
    if lowers[-3:] in (["no", "fewer", "than"], ["no", "less", "than"]):
        return "least"
    for pair in pairwise(lowers):
        if " ".join(pair) in _HEDGES:
            return _HEDGES[" ".join(pair)]
    return _HEDGES.get(lowers[-1], "") if lowers else ""
