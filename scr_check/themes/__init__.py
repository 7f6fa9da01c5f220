"""Themes: what recommendations and findings are about, told by words kept as data."""

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path

_FILE = Path(__file__).parent / "themes.toml"


@cache
def _themes() -> dict[str, re.Pattern[str]]:
    read: dict[str, list[str]] = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {name: re.compile("|".join(words), re.IGNORECASE) for name, words in read.items()}


def theme_names() -> tuple[str, ...]:
    """Every theme, in the order of the file."""
    return tuple(_themes())


@lru_cache(maxsize=4000)
def themes_in(text: str) -> tuple[str, ...]:
    """The themes that a text touches on, in the order of the file; none when it uses none of their words.

    >>> themes_in("All agencies must share information about domestic abuse")
    ('Sharing information', 'Domestic abuse')
    """
    return tuple(name for name, words in _themes().items() if words.search(text))
