"""A second opinion on statements that the rules leave open, by a language model that the user brings.

Of all pairs that were tried only one kind is worth asking about: a statement that denies nothing, beside a nearest
passage that does. Where it is the statement that denies, a model takes every plan and duty that came to nothing for a
contradiction. docs/accuracy.md has the figures.
"""

from collections.abc import Iterator
from typing import Protocol

from scr_check.comparison.bearing import Bearings
from scr_check.comparison.evidence import evidence_from, where
from scr_check.comparison.index import ReportIndex
from scr_check.comparison.result import Difference
from scr_check.comparison.sentence import Sentence
from scr_check.comparison.statements import Statement
from scr_check.finding import Confidence

SAYS = "a language model reads this as contradicted by the overview report"
CONTRADICTED = 0.993  # from here it speaks: once in three faithful summaries


class Reader(Protocol):
    """Whoever can say how likely (0 to 1) a passage contradicts a statement."""

    def contradiction(self, passage: str, statement: str) -> float:
        """How likely it does."""


def second_opinion(
    statement: Statement, index: ReportIndex, bearings: Bearings, reader: Reader
) -> Iterator[Difference]:
    """What the nearest passage denies and the statement affirms, as the reader sees it; never more than possible."""
    if _denies(statement.sentence):
        return
    for passage in bearings.whole.top(index, 1):
        if not _denies(passage.sentence):
            continue
        if reader.contradiction(passage.sentence.text, statement.sentence.text) >= CONTRADICTED:
            yield Difference(
                "unsupported-claim",
                statement.pointer,
                f"{SAYS} ({where(passage)})",
                f"read both passages; the report says: “{passage.sentence.text}”",
                statement.sentence.text,
                (evidence_from(passage),),
                Confidence.POSSIBLE,
            )


def _denies(sentence: Sentence) -> bool:
    return any(rank > 0 for rank in sentence.denied)
