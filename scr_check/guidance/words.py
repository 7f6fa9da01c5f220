"""Word lists and patterns of the rules, read from `words.toml`."""

import re
import tomllib
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "words.toml"


@cache
def _lists() -> dict[str, list[str]]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of a list, as written there."""
    return frozenset(_lists()[name])


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The patterns of a list as one: case-sensitive unless a pattern says otherwise."""
    return re.compile("|".join(f"(?:{part})" for part in _lists()[name]))


@cache
def one_of(name: str) -> str:
    """The words of a list as alternatives for a larger pattern, longest first."""
    return "|".join(re.escape(word) for word in sorted(_lists()[name], key=lambda word: (-len(word), word)))
