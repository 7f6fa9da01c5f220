"""Evaluations: how gravely the words of a sentence judge practice, on one scale from praise withheld to the gravest blame."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from scr_check.language.strength import Phrase
from scr_check.language.words import DATA, Word, lowered

GRAVEST, GRAVE, WEAKNESS, SOFT = 4, 3, 2, 1
_FEW = r"(?:\w+ ){0,3}?"
_PUT_OFF = r"(?:not|no|nor|never|neither|hardly|scarcely|cannot|without|far from|rather than)"
_DENIED = re.compile(
    r"\b(?:not|no|nor|never|neither|hardly|scarcely|without|cannot)(?! (?:only|merely|just|simply)\b)"
    r" (?:(?!was\b|were\b|is\b|are\b|had\b|has\b|but\b|and\b|which\b|that\b)[\w']+ ){0,4}$"
    r"|\b(?:does|did|do|could|would) not"
    r" (?:regard|consider|believe|think|accept|find|hold|say|suggest|judge|agree|call|see)\b[^.;:]*$",
    re.IGNORECASE,
)


_COUNTED = re.compile(
    r"\b(?:points?|occasions?|moments?|times|opportunit(?:y|ies)|chances?|places)\b[^.;]{0,25}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Pattern:
    """Words that judge (in lower case), the level they have, and whether they stop judging where they are denied."""

    words: re.Pattern[str]
    level: int
    deniable: bool


@cache
def _patterns() -> tuple[_Pattern, ...]:
    with (DATA / "evaluations.toml").open("rb") as file:
        data = tomllib.load(file)
    blame, praise = data["blame"], data["praise"]
    any_blame = _either([*blame["3"], *blame["2"]])
    graver, milder = data["graver"], data["milder"]
    grave_words = _either([*data["words"]["4"], *data["words"]["3"]])
    partly = _either(praise["partly"])
    found = [
        (rf"{_either(graver['adjectives'])} (?:and \w+ )?(?:\w+ )??{any_blame}", 4, True),
        (rf"{any_blame} (?:\w+ ){{0,2}}?(?:at the (?:heart|root|centre|core)|of all|above all)", 4, True),
        (rf"of all the {any_blame}", 4, True),
        (rf"{_either(graver['adverbs'])} {grave_words}", 4, True),
        (rf"significant {any_blame}", 3, True),
        (rf"{_PUT_OFF} (?:\w+ ){{0,2}}?{_either(praise['4'])}", 4, False),
        (rf"{_PUT_OFF} {_either(praise['3'])}", 3, False),
        (rf"{_PUT_OFF} (?:\w+ )?{_either(praise['1'])}", 1, False),
        (rf"not {partly}(?: \w+)?", 1, False),
        (
            rf"{_either(milder['adjectives'])} (?:\w+ )?{_either([*blame['3'], *blame['2'], *blame['1']])}",
            1,
            True,
        ),
        (
            rf"{_either(milder['adverbs'])}(?! (?:more|less|over|under|short|before|after|later|earlier)\b)",
            1,
            False,
        ),
        *((_turn(turn, data["softening"]), 1, False) for turn in data["softening"]["turns"]),
        *((_either(data["words"][level]), int(level), True) for level in ("4", "3", "1")),
        *((_either(data["blaming"][level]), int(level), True) for level in ("4", "3")),
        *(
            (rf"{_either(blame[level])}(?! (?:to|of|by|on the part)\b)", int(level), True)
            for level in ("3", "2")
        ),
        (rf"an? {_either(blame['3'])}", 3, True),
        (rf"an? {_either(blame['2'])}", 2, True),
    ]
    return tuple(_Pattern(re.compile(rf"\b{words}\b"), level, deniable) for words, level, deniable in found)


@cache
def _any_of_them() -> re.Pattern[str]:
    """Where any pattern at all begins: most sentences judge nothing, and one search tells."""
    return re.compile("|".join(pattern.words.pattern for pattern in _patterns()))


def _either(words: Sequence[str]) -> str:
    return f"(?:{'|'.join(words)})"


def _turn(turn: str, data: dict[str, list[str]]) -> str:
    return (
        turn.replace("(?:~)?", _FEW)
        .replace("COMPARED", _either(data["compared"]))
        .replace("BETTER", _either(data["better"]))
    )


def evaluations_in(text: str, words: Sequence[Word]) -> list[Phrase]:
    """Every evaluation in a sentence, in order: 4 gravest, 3 a failing, 2 a weakness, 1 words that soften or excuse.

    Blame that is denied ("no serious failing") is none; of two that overlap the longer one counts.
    """
    lower = lowered(text)
    if not _any_of_them().search(lower):
        return []
    found: list[Phrase] = []
    for pattern in _patterns():
        for match in pattern.words.finditer(lower):
            held = [
                i for i, word in enumerate(words) if word.start < match.end() and match.start() < word.end
            ]
            before = text[: match.start()]
            if pattern.level == SOFT and _COUNTED.search(before):
                continue  # "ten points at which things might have gone differently"
            if held and not (pattern.deniable and _DENIED.search(before)):
                found.append(Phrase(pattern.level, held[0], held[-1] + 1))
    kept: list[Phrase] = []
    for phrase in sorted(found, key=lambda one: (one.first - one.end, -one.level)):
        if all(phrase.end <= other.first or other.end <= phrase.first for other in kept):
            kept.append(phrase)
    return sorted(kept, key=lambda one: one.first)
