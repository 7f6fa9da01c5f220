"""Word lists and patterns of the rules, read from `words.toml`."""

import re
import tomllib
from collections.abc import Callable, Iterator
from functools import cache, partial
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


def pattern_pairs(name: str) -> Iterator[tuple[re.Pattern[str], Callable[[], re.Pattern[str]]]]:
    """The rows of a table of two patterns each, whatever the case of letters; the second is made when asked for."""
    for one, other in _lists()[name]:
        yield _any_case(one), partial(_any_case, other)


@cache
def _any_case(written: str) -> re.Pattern[str]:
    return re.compile(written, re.IGNORECASE)
