"""Small words that matter in how a thing is asked for, read from a list."""

import tomllib
from functools import cache
from typing import Any

from scr_check.language.words import DATA, stem


@cache
def _lists() -> dict[str, Any]:
    with (DATA / "asking.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def small_words(name: str) -> frozenset[str]:
    """The words of a list of asking.toml, lower case.

    >>> "unless" in small_words("ways_out")
    True
    """
    return frozenset(_lists()[name])


@cache
def small_stems(name: str) -> frozenset[str]:
    """The stems of the words of a list of asking.toml."""
    return frozenset(stem(word) for word in _lists()[name])


@cache
def groups_of_posts() -> dict[str, frozenset[int]]:
    """By the stem of a word for a post, the groups it is in: posts of one group may be said for one another."""
    groups = [frozenset(map(stem, group)) for group in _lists()["posts"]]
    return {
        word: frozenset(i for i, group in enumerate(groups) if word in group)
        for group in groups
        for word in group
    }


@cache
def question_words() -> dict[str, frozenset[str]]:
    """By the stem of a word, the question words that may stand for it."""
    return {stem(word): frozenset(asked) for word, asked in _lists()["questions"].items()}
