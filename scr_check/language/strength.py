"""Strength: how binding a duty is, how wide a scope; read from a list of phrases."""

import tomllib
from dataclasses import dataclass
from functools import cache

from scr_check.language.words import DATA, Word, stem, stop_words


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase met in a text: its level, and its first and last word (indexes, end exclusive)."""

    level: int
    first: int
    end: int


@cache
def _table(topic: str) -> dict[str, list[tuple[tuple[str, ...], int]]]:
    """The phrases of a topic by their first word, longest first; words are stems unless they are stop words."""
    with (DATA / "strength.toml").open("rb") as file:
        section = tomllib.load(file)[topic]
    table: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for key, phrases in section.items():
        level = int(key) if key.isdigit() else 1
        for phrase in phrases:
            words = tuple(_form(word) for word in phrase.lower().replace("-", " ").split())
            table.setdefault(words[0], []).append((words, level))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


def _form(word: str) -> str:
    return word if word in stop_words() else stem(word)


@cache
def scope_words(side: str) -> frozenset[str]:
    """The stems of words that make a scope `wide` or `narrow`."""
    with (DATA / "strength.toml").open("rb") as file:
        return frozenset(
            stem(word) for entry in tomllib.load(file)["scope"][side] for word in entry.split("-")
        )


def phrases_in(topic: str, words: list[Word]) -> list[Phrase]:
    """Every phrase of a topic ("duty", "soft", "hard") among the words, longest first.

    >>> from scr_check.language.words import words_in
    >>> [p.level for p in phrases_in("duty", words_in("The Trust should consider a policy and must train all staff"))]
    [1, 3]
    """
    forms = [word.lower if word.lower in stop_words() else word.stem for word in words]
    table = _table(topic)
    found: list[Phrase] = []
    at = 0
    while at < len(forms):
        for phrase, level in table.get(forms[at], ()):
            if tuple(forms[at : at + len(phrase)]) == phrase:
                found.append(Phrase(level, at, at + len(phrase)))
                at += len(phrase) - 1
                break
        at += 1
    return found
