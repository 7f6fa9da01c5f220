"""Which part of a summary a heading opens, and what the columns and lines of its tables and lists hold."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from scr_check.readers.structure.titles import title_words
from scr_check.readers.structure.wording import bare

_FILE = Path(__file__).with_name("headings.toml")
_FEWEST_WORDS = 2  # of a phrase that decides inside a longer heading
_LONGEST = 14  # words of a heading that may hold such a phrase

# The fields of a summary that are parts of their own; the others stand in the review process.
PARTS = (
    "summary_of_events",
    "key_issues",
    "lessons",
    "conclusion",
    "recommendations",
    "action_plan",
)


@cache
def _known(table: str) -> Mapping[str, str]:
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))[table]
    return {bare(phrase): field for field, phrases in data.items() for phrase in phrases}


def part_named(heading: str) -> str | None:
    """The field that a heading is the usual one of, whole; None when it is not.

    >>> part_named("4. Lessons learned"), part_named("Lessons learned by the police")
    ('lessons', None)
    """
    return _known("whole").get(title_words(heading))


def part_held(heading: str) -> str | None:
    """The field whose usual heading stands inside a longer one, the longest deciding; None when none does.

    >>> part_held("Executive summary of events"), part_held("The police")
    ('summary_of_events', None)
    """
    words = title_words(heading)
    if len(words.split()) > _LONGEST:
        return None
    fitting = [
        phrase
        for phrase in _known("whole")
        if phrase.count(" ") >= _FEWEST_WORDS - 1 and f" {phrase} " in f" {words} "
    ]
    return _known("whole")[max(fitting, key=len)] if fitting else None


def column_named(title: str) -> str | None:
    """The field that a column title names: name, job_title, organisation, report, date or text."""
    return _known("titles").get(bare(title))


def label_named(label: str) -> str | None:
    """The field that the label of a line about a person names."""
    return _known("labels").get(bare(label))
