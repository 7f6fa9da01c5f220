"""Recommendations that ask for nearly the same: each is held against the first that asked for it.

Two are nearly the same when they share at least SAME of their content words (Jaccard). Only those that share one of
their rarest words are compared: with words in the order of their rarity, two sets that share so much must share a word
among the first n - ceil(SAME * n) + 1 of each (prefix filtering, Chaudhuri et al., ICDE 2006), so nothing is missed.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from scr_check.learning.record import Asked, Record

SAME = 0.6
FEWEST = 4  # content words; what has fewer says too little to be held against others


@dataclass(frozen=True, slots=True)
class Repeat:
    """A recommendation of a group: whose it is, and which share of its words it has in common with the first."""

    record: Record
    asked: Asked
    likeness: float


@dataclass(frozen=True, slots=True)
class RepeatGroup:
    """Recommendations of two or more reviews that ask for nearly the same, in the order of the years."""

    members: tuple[Repeat, ...]

    @property
    def years(self) -> tuple[int, ...]:
        """The years in which it was asked, each once."""
        return tuple(sorted({one.record.year for one in self.members if one.record.year}))

    @property
    def reviews(self) -> int:
        """How many reviews asked for it."""
        return len({one.record.review for one in self.members})

    @property
    def again_after_completion(self) -> bool:
        """Whether it was asked again in a later year than that of a review that marks it completed."""
        done = [
            one.record.year
            for one in self.members
            if one.record.year and set(one.asked.statuses) == {"completed"}
        ]
        return bool(done) and self.years[-1] > min(done)


def repeated(records: Sequence[Record]) -> tuple[RepeatGroup, ...]:
    """The groups of nearly the same recommendations: those asked again after completion first, then the largest.

    The same records, in whatever order, give the same groups.
    """
    every = sorted(_every(records), key=lambda pair: (pair[0].year or 9999, pair[0].path, pair[1].ref))
    groups: dict[int, list[Repeat]] = {}
    for place, leader, likeness in _led([asked.words for _, asked in every]):
        record, asked = every[place]
        groups.setdefault(leader, []).append(Repeat(record, asked, likeness))
    found = [RepeatGroup(tuple(members)) for members in groups.values()]
    several = [group for group in found if group.reviews > 1]
    return tuple(
        sorted(several, key=lambda group: (not group.again_after_completion, -group.reviews, group.years))
    )


def _every(records: Iterable[Record]) -> Iterator[tuple[Record, Asked]]:
    for record in records:
        for asked in record.asked:
            if len(asked.words) >= FEWEST:
                yield record, asked


def _led(sets: Sequence[Sequence[str]]) -> Iterator[tuple[int, int, float]]:
    """Each set's place, that of the first which it is nearly the same as (its own: it is new), and how nearly."""
    order = _by_rarity(sets)
    leaders: dict[
        int, list[int]
    ] = {}  # of each word, the places of the firsts that have it among their rarest
    held: dict[int, frozenset[int]] = {}
    for place, words in enumerate(sets):
        ranked = sorted(order[word] for word in words)
        prefix = ranked[: len(ranked) - math.ceil(SAME * len(ranked)) + 1]
        own = frozenset(ranked)
        leader, likeness = _nearest(own, prefix, leaders, held)
        if leader is None:
            leader, likeness = place, 1.0
            held[place] = own
            for word in prefix:
                leaders.setdefault(word, []).append(place)
        yield place, leader, likeness


def _nearest(
    own: frozenset[int], prefix: Sequence[int], leaders: dict[int, list[int]], held: dict[int, frozenset[int]]
) -> tuple[int | None, float]:
    """The first set that this one is most like, and how much; None when it is like none."""
    best, likeness = None, 0.0
    for candidate in sorted({place for word in prefix for place in leaders.get(word, ())}):
        other = held[candidate]
        if min(len(own), len(other)) < SAME * max(len(own), len(other)):
            continue
        shared = len(own & other)
        share = shared / (len(own) + len(other) - shared)
        if share >= SAME and share > likeness:
            best, likeness = candidate, share
    return best, likeness


def _by_rarity(sets: Iterable[Iterable[str]]) -> dict[str, int]:
    """The rank of each word: the rarest first, and those as rare as each other by their letters."""
    counts = Counter(word for words in sets for word in words)
    return {
        word: rank for rank, (_, word) in enumerate(sorted((count, word) for word, count in counts.items()))
    }
