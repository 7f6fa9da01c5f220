"""Bearing: which passages of the report speak of the same thing as the words round a fact of the summary."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from scr_check.comparison.index import Passage, ReportIndex
from scr_check.comparison.statements import Statement

REACH = 6.0  # content words after which a word's weight has fallen to a third
ROLE_WEIGHT = 1.2


@dataclass(frozen=True, slots=True)
class Bearing:
    """The passages near in subject to a place in a statement, with the share (0 to 1) of its words that each holds."""

    shares: dict[int, float]
    best: float

    def part(self, index: ReportIndex, holds: Callable[[Passage], bool]) -> float:
        """The share of the best passage of which `holds` is true, as a part (0 to 1) of the best share of all."""
        found = (share for number, share in self.shares.items() if holds(index.passages[number]))
        return max(found, default=0.0) / (self.best or 1.0)

    def top(self, index: ReportIndex, count: int = 3, part: float = 0.0) -> list[Passage]:
        """The passages with the greatest shares, best first, that have at least this part of the best."""
        ranked = sorted(self.shares, key=lambda number: (-self.shares[number], number))
        return [
            index.passages[number] for number in ranked[:count] if self.shares[number] >= part * self.best
        ]


def bearing(
    statement: Statement,
    index: ReportIndex,
    at: int | None = None,
    skip: frozenset[int] = frozenset(),
    with_date: bool = True,
) -> Bearing:
    """Weigh the statement's words, those near word `at` most, and hold them against the report.

    `skip` are indexes of words that must not count (those of the fact itself); passages beside the date of the
    statement's event are favoured unless `with_date` is false.
    """
    sentence = statement.sentence
    weights: dict[str, float] = {}
    roles: dict[str, float] = {}
    for neighbour, lent in ((statement.before, 0.35), (statement.after, 0.2)):
        for stem in neighbour.stems() if neighbour else ():
            weights[stem] = max(weights.get(stem, 0.0), index.rarity(stem) * lent)
    for i, word in enumerate(sentence.words):
        if sentence.content[i] and i not in skip:
            weight = index.rarity(word.stem) * _nearness(i, at)
            weights[word.stem] = max(weights.get(word.stem, 0.0), weight)
    for mention in sentence.mentions:
        if not skip.intersection(range(mention.first, mention.end)):
            weight = ROLE_WEIGHT * _nearness(mention.first, at)
            roles[mention.party.role] = max(roles.get(mention.party.role, 0.0), weight)
    shares = index.coverage(weights, roles)
    if with_date:
        shares = _favour_date(statement, index, shares)
    return Bearing(shares, max(shares.values(), default=0.0))


def _nearness(i: int, at: int | None) -> float:
    return 1.0 if at is None else max(0.15, math.exp(-abs(i - at) / REACH))


def _favour_date(statement: Statement, index: ReportIndex, shares: dict[int, float]) -> dict[int, float]:
    """Raise the shares of passages in paragraphs that name the date of the statement's event."""
    if not statement.dates:
        return shares
    dated_blocks: dict[int, bool] = {}
    raised = {}
    for number, share in shares.items():
        block = index.passages[number].block
        if block not in dated_blocks:
            found = [date for i in index.blocks[block] for date in index.passages[i].sentence.dates]
            dated_blocks[block] = any(date.agrees(own) for date in found for own in statement.dates)
        raised[number] = share * (1.15 if dated_blocks[block] else 1.0)
    return raised
