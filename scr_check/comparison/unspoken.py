"""Unspoken: things that a statement tells of and the report nowhere does (that somebody resigned, a debt, a knife)."""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from scr_check.comparison.bearing import Weighing
from scr_check.comparison.evidence import evidence_from
from scr_check.comparison.index import ReportIndex
from scr_check.comparison.result import Difference
from scr_check.comparison.statements import Statement
from scr_check.finding import Confidence
from scr_check.language.words import stem

_FILE = Path(__file__).parent / "data" / "topics.toml"


def unspoken_differences(
    statement: Statement, index: ReportIndex, weighing: Weighing
) -> Iterator[Difference]:
    """The first thing that a statement tells of, and does not deny, of which the report uses no word at all."""
    sentence = statement.sentence
    for at, word in enumerate(sentence.words):
        family = _families().get(word.stem)
        if family is None or not sentence.content[at] or sentence.denied[at] or any(map(index.knows, family)):
            continue
        quote = sentence.text[word.start : word.end]
        yield Difference(
            "unsupported-claim",
            statement.pointer,
            f"the overview report says nothing of this: “{quote}”",
            "leave it out, or name the paragraph that says so",
            quote,
            tuple(evidence_from(passage) for passage in weighing.whole.top(index, 1)),
            Confidence.POSSIBLE,
        )
        return


@cache
def _families() -> dict[str, frozenset[str]]:
    """For the stem of each word that speaks of a thing, the stems of all words by which a report may tell of it."""
    with _FILE.open("rb") as file:
        topics = tomllib.load(file).values()
    return {
        stem(word): frozenset(map(stem, topic["said"] + topic["other"]))
        for topic in topics
        for word in topic["said"]
    }
