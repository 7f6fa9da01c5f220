"""Word lists and patterns of the rules, read from `words.toml`."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).parent / "words.toml"


@cache
def _lists() -> dict[str, Any]:
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
def pattern_pairs(name: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """The rows of a table of two patterns each, whatever the case of letters."""
    return tuple(
        (re.compile(one, re.IGNORECASE), re.compile(other, re.IGNORECASE)) for one, other in _lists()[name]
    )
