"""Certainty: how sure a sentence is of what it concludes."""

import re
import tomllib
from functools import cache

from scr_check.language.words import DATA

_ASKS = re.compile(r"\bwhether\b", re.IGNORECASE)
_STOPS = re.compile(r"[;:]|, (?:but|though|although)\b")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    with (DATA / "certainty.toml").open("rb") as file:
        data = tomllib.load(file)
    withheld, saying = "|".join(data.pop("withheld")), "|".join(data.pop("saying"))
    unsaid = rf"(?:{withheld}) (?:(?!have\b)\w+ ){{0,3}}?(?:{saying})"
    data["undecided"].append(unsaid)
    data["unanswered"] = [rf"{unsaid}(?! (?:whether|if|that|how|when|why))"]
    return {
        name: re.compile(rf"\b(?:{'|'.join(entries)})\b", re.IGNORECASE) for name, entries in data.items()
    }


def is_undecided(text: str, start: int, end: int) -> bool:
    """Whether a sentence leaves open what it says between two places: "it cannot be said whether ...", "... is uncertain".

    >>> text = "Whether it could have been prevented is uncertain."
    >>> is_undecided(text, 25, 34), is_undecided("It could have been prevented.", 18, 27)
    (True, False)
    """
    stops = [match.end() for match in _STOPS.finditer(text, 0, start)]
    before = text[stops[-1] if stops else 0 : start]
    stop = _STOPS.search(text, end)
    after = text[end : stop.start() if stop and stop.group() != ", but" else len(text)]
    patterns = _patterns()
    asks = _ASKS.search(before) is not None and patterns["unanswered"].search(after) is not None
    return asks or bool(patterns["undecided"].search(before) or patterns["taken_back"].search(after))


def certainty(text: str) -> str:
    """How sure a stretch of text makes what it concludes: "certain", "probable", "possible" or "" where it does not say.

    >>> certainty("would without doubt have been averted"), certainty("might have been averted")
    ('certain', 'possible')
    """
    return next((name for name in ("certain", "probable", "possible") if _patterns()[name].search(text)), "")
