"""Themes: what recommendations and findings are about, told by words kept as data."""

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path

_FILE = Path(__file__).parent / "themes.toml"
_LETTERS = re.compile(r"(?:\\b)?([a-z]{2,}+)(?![?*|{])")


@cache
def _themes() -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    """For each theme its patterns, each with letters without which it cannot be found ("" for none)."""
    read: dict[str, list[str]] = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {name: [(_needed(word), re.compile(word)) for word in words] for name, words in read.items()}


def _needed(pattern: str) -> str:
    """The letters that a pattern begins with; looking for them is a hundred times as quick as for the pattern."""
    found = _LETTERS.match(pattern)
    return found[1] if found else ""


@lru_cache(maxsize=4000)
def themes_in(text: str) -> tuple[str, ...]:
    """The themes that a text touches on, in the order of the file; none when it uses none of their words.

    >>> themes_in("All agencies must share information about domestic abuse")
    ('Sharing information', 'Domestic abuse')
    """
    lower = text.lower()
    return tuple(
        name
        for name, words in _themes().items()
        if any(needed in lower and word.search(lower) for needed, word in words)
    )
