"""Sums: the parts of a total that a statement gives, one of them otherwise than the report, so that they no longer add up."""

from collections.abc import Iterator

from scr_check.comparison.bearing import Weighing
from scr_check.comparison.index import Passage, ReportIndex
from scr_check.comparison.sentence import Sentence
from scr_check.comparison.statements import Statement
from scr_check.language.number import Number

PASSAGES, NEAR = 3, 0.6  # the nearest passages looked at, with what part of the best share
FEWEST = 2  # parts of a total


def unlike_sums(
    statement: Statement, index: ReportIndex, weighing: Weighing
) -> Iterator[tuple[Number, Passage, Number]]:
    """The part of a total that a near passage gives otherwise, with it, where only the passage's parts make up the total.

    "Eight injuries: four at the nursery and three at the hospital", of five and three.
    """
    for total, parts in _totals(statement.sentence):
        if total == sum(part.value for part in parts):
            continue
        for passage in weighing.whole.top(index, PASSAGES, NEAR):
            for whole, theirs in _totals(passage.sentence):
                if whole != total or whole != sum(part.value for part in theirs) or len(parts) != len(theirs):
                    continue
                apart = _apart(parts, theirs), _apart(theirs, parts)
                if len(apart[0]) == len(apart[1]) == 1:
                    yield apart[0][0], passage, apart[1][0]
                    return


def _totals(sentence: Sentence) -> Iterator[tuple[float, list[Number]]]:
    """Each count before a colon, with the counts after it."""
    colon = sentence.text.find(":")
    counts = [one for one in sentence.numbers if not (one.unit or one.ordinal or one.age or one.hedge)]
    parts = [one for one in counts if one.start > colon]
    if colon >= 0 and len(parts) >= FEWEST:
        for one in counts[: -len(parts)]:
            yield one.value, parts


def _apart(some: list[Number], others: list[Number]) -> list[Number]:
    """The numbers whose value no number of others has left."""
    left = [one.value for one in others]
    found = []
    for one in some:
        if one.value in left:
            left.remove(one.value)
        else:
            found.append(one)
    return found
