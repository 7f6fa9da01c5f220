"""The words by which parts of a report are recognised, read once from vocabulary.toml."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from scr_check.documents.overview import Section
from scr_check.documents.summary import RecommendationSet
from scr_check.readers.structure.wording import bare

_FILE = Path(__file__).with_name("vocabulary.toml")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Titles, column names and status words; every phrase is in the form that `bare` gives."""

    sections: dict[str, tuple[Section, int]]  # phrase -> kind and its number of words
    strong: frozenset[Section]
    foreign: tuple[str, ...]
    words: dict[str, frozenset[str]]
    numbers: dict[str, str]  # "four" -> "4"
    sets: dict[RecommendationSet, tuple[str, ...]]  # set -> phrases, the set named first wins
    codes: dict[str, RecommendationSet]  # "hor" -> "health-overview"
    columns: dict[str, str]  # column title -> field of an action
    lines: dict[str, str]  # label of a line -> field of an action
    status: tuple[tuple[str, str], ...]  # phrase, status; longest phrase first
    tables: dict[str, frozenset[str]]
    endings: frozenset[str]
    openings: frozenset[str]
    national: tuple[str, ...]
    many: frozenset[str]
    roles: frozenset[str]
    titles: frozenset[str]
    small: frozenset[str]
    whole: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary."""
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    bodies = data["bodies"]
    return Vocabulary(
        sections=_sections(data["sections"]),
        strong=frozenset(Section(name) for name in data["nesting"]["strong"]),
        foreign=tuple(data["nesting"]["foreign"]),
        words={name: frozenset(listed) for name, listed in data["words"].items() if name != "numbers"},
        numbers={word: str(value) for value, word in enumerate(data["words"]["numbers"], 1)},
        sets={
            name: tuple(bare(phrase) for phrase in entry["phrases"]) for name, entry in data["sets"].items()
        },
        codes={code: name for name, entry in data["sets"].items() for code in entry["codes"]},
        columns={bare(title): field for field, titles in data["columns"].items() for title in titles},
        lines={bare(label): field for field, labels in data["lines"].items() for label in labels},
        status=_statuses(data["status"]),
        tables={name: frozenset(bare(title) for title in titles) for name, titles in data["tables"].items()},
        national=tuple(bodies["national"]),
        **{
            name: frozenset(bodies[name])
            for name in ("endings", "openings", "many", "roles", "titles", "small", "whole")
        },
    )


def alternatives(name: str) -> str:
    """The words listed under `name` as alternatives of a regular expression, the longest first."""
    listed = sorted(vocabulary().words[name], key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", " ") for word in listed)


def _sections(titles: dict[str, list[str]]) -> dict[str, tuple[Section, int]]:
    found: dict[str, tuple[Section, int]] = {}
    for kind, phrases in titles.items():
        for phrase in map(bare, phrases):
            found.setdefault(phrase, (Section(kind), phrase.count(" ") + 1))
    return found


def _statuses(phrases: dict[str, list[str]]) -> tuple[tuple[str, str], ...]:
    pairs = [(bare(phrase), status) for status, listed in phrases.items() for phrase in listed]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))
