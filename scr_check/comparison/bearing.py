"""Bearing: which passages of the report speak of the same thing as the words round a fact of the summary."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import mul

from scr_check.comparison.assertions import Assertion, Assertions
from scr_check.comparison.index import Key, Passage, ReportIndex
from scr_check.comparison.party import Party
from scr_check.comparison.party_fitting import actors_in
from scr_check.comparison.predicates import Predicate, predicates_in, spoken_of_after
from scr_check.comparison.statements import Statement
from scr_check.language.dates import lies_within
from scr_check.language.words import lexicon

REACH = 6.0  # content words after which a word's weight has fallen to a third
ROLE_WEIGHT = 1.2
MONTH = 2  # the precision of a date that tells no day
DATED = 1.5  # by what passages that tell of the days of a statement's event are favoured
REFERRED = 1.3  # ... and those in the paragraphs that its author refers to
_LENT_BEFORE, _LENT_AFTER = 0.35, 0.2  # what words of the neighbouring sentences weigh


@dataclass(frozen=True, slots=True)
class Bearing:
    """The passages near in subject to a place in a statement, with the share (0 to 1) of its words that each holds."""

    shares: dict[int, float]
    best: float

    def part(self, index: ReportIndex, holds: Callable[[Passage], bool]) -> float:
        """The share of the best passage of which `holds` is true, as a part (0 to 1) of the best share of all."""
        greatest = 0.0
        for number, share in self.shares.items():
            if share > greatest and holds(index.passages[number]):
                greatest = share
        return greatest / (self.best or 1.0)

    def top(self, index: ReportIndex, count: int = 3, part: float = 0.0) -> list[Passage]:
        """The passages with the greatest shares, best first, that have at least this part of the best."""
        ranked = sorted((-share, number) for number, share in self.shares.items())[:count]
        return [index.passages[number] for less, number in ranked if -less >= part * self.best]


@dataclass(frozen=True, slots=True)
class Bearings:
    """The passages that speak of the same thing as a statement as a whole, also where its event's days favour none."""

    whole: Bearing
    undated: Bearing


class Weighing:
    """A statement's words held once against the report, to be weighed from any place in the statement."""

    def __init__(self, statement: Statement, index: ReportIndex) -> None:
        self._places: dict[Key, list[tuple[int, int, float]]] = {}  # first word, end, weight
        self._lent: dict[Key, float] = {}
        self._gather(statement, index)
        weights = self._weights(None, frozenset())
        self._held = index.held_by_passages(weights)
        self._dated = _dated_passages(statement, index, self._held)
        self._referred = _referred_passages(statement, index, self._held)
        self.whole = self.near()
        self.predicates = _predicates(statement)
        self.actors = actors_in(index, statement.sentence, self.predicates)
        self.assertions = Assertions(statement.sentence)
        self._stems = statement.sentence.stems
        self._said: dict[str, list[tuple[int, Assertion]]] | None = None
        self._index = index

    def _gather(self, statement: Statement, index: ReportIndex) -> None:
        for neighbour, lent in ((statement.before, _LENT_BEFORE), (statement.after, _LENT_AFTER)):
            for stem in sorted(neighbour.stems) if neighbour else ():  # so that sums are the same each time
                key = "", stem
                self._lent[key] = max(self._lent.get(key, 0.0), index.rarity(stem) * lent)
        sentence = statement.sentence
        for i, word in enumerate(sentence.words):
            if sentence.content[i]:
                place = i, i + 1, index.rarity(word.stem)
                self._places.setdefault(("", word.stem), []).append(place)
        for mention in sentence.mentions:
            place = mention.first, mention.end, ROLE_WEIGHT
            self._places.setdefault(("@", mention.party.role), []).append(place)

    def _weights(self, at: int | None, skip: frozenset[int]) -> dict[Key, float]:
        weights = dict(self._lent)
        for key, places in self._places.items():
            kept = [
                weight * _nearness(first, at)
                for first, end, weight in places
                if not (skip and skip.intersection(range(first, end)))
            ]
            weights[key] = max(weights.get(key, 0.0), max(kept, default=0.0))
        return weights

    @property
    def said(self) -> dict[str, list[tuple[int, Assertion]]]:
        """The numbers of the nearest passages that say by a word that something was so or not, and how they say it.

        The words, by their stems, are those of the statement, and others like or unlike one of them.
        """
        if self._said is None:
            known = lexicon()
            stems = {stem for stem in self._stems if self.assertions.of(stem)}
            wanted = stems.union(
                *(table.get(one, ()) for table in (known.near, known.far, known.acts) for one in stems)
            )
            self._said = defaultdict(list)
            for number in self.whole.shares:
                for other in self._index.passages[number].sentence.stems & wanted:
                    self._said[other] += [(number, one) for one in self._index.assertions(number).of(other)]
        return self._said

    @property
    def bearings(self) -> Bearings:
        """What is left of the weighing when all comparing of the single statement is done."""
        return Bearings(self.whole, self.near(with_date=False) if self._dated else self.whole)

    def near(
        self, at: int | None = None, skip: frozenset[int] = frozenset(), with_date: bool = True
    ) -> Bearing:
        """Weigh the statement's words, those near word `at` most.

        `skip` are indexes of words that must not count (those of the fact itself); passages of the days of the
        statement's event are favoured unless `with_date` is false, and always those that its author refers to.
        """
        weights = list(self._weights(at, skip).values())
        total = sum(weights) or 1.0
        dated = self._dated if with_date else ()
        shares = {}
        for number, parts in self._held.items():
            share = sum(map(mul, weights, parts)) / total
            if number in dated:
                share *= DATED
            if number in self._referred:
                share *= REFERRED
            if share:
                shares[number] = share
        return Bearing(shares, max(shares.values(), default=0.0))


def _predicates(statement: Statement) -> list[Predicate]:
    """The verbs of a statement with the parties beside each, pronouns standing for those of the text before it."""
    spoken_of: tuple[Party, ...] = ()
    for sibling in statement.siblings:
        if sibling.offset >= statement.sentence.offset:
            break
        spoken_of = spoken_of_after(sibling, predicates_in(sibling, spoken_of), spoken_of)
    return predicates_in(statement.sentence, spoken_of)


def _nearness(i: int, at: int | None) -> float:
    return 1.0 if at is None else max(0.15, math.exp(-abs(i - at) / REACH))


def _dated_passages(statement: Statement, index: ReportIndex, numbers: Iterable[int]) -> set[int]:
    """The passages that tell of the days of a statement's event, or of its months where it tells no days."""
    if not statement.dates:
        return set()
    exact = min(statement.dates[0].precision, MONTH)
    return {
        number
        for number in numbers
        if any(
            date.precision >= exact and lies_within(date, statement.dates) for date in index.dates_at(number)
        )
    }


def _referred_passages(statement: Statement, index: ReportIndex, numbers: Iterable[int]) -> set[int]:
    """The passages in paragraphs that the statement's author refers to."""
    blocks = index.blocks_referred_to(statement.refs) if statement.refs else ()
    return {number for number in numbers if index.passages[number].block in blocks}


Weighed = Sequence[
    tuple[Statement, Bearings]
]  # a summary's statements, each with the passages that speak of the same thing
