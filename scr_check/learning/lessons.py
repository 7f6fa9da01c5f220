"""What recurs in many reviews: themes, kinds of bodies, and recommendations that were made before."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace

from scr_check.learning.record import Mention, Record
from scr_check.learning.repeated import RepeatGroup, repeated


@dataclass(frozen=True, slots=True)
class Member:
    """A review that speaks of something, and where."""

    record: Record
    mention: Mention


@dataclass(frozen=True, slots=True)
class Recurring:
    """A theme or a kind of body with every review that speaks of it, in the order of the years."""

    name: str
    members: tuple[Member, ...]

    @property
    def reviews(self) -> int:
        """How many reviews speak of it; two files of one review count once."""
        return len({one.record.review for one in self.members})

    @property
    def years(self) -> tuple[int, ...]:
        """The years of these reviews, each once."""
        return tuple(sorted({one.record.year for one in self.members if one.record.year}))


@dataclass(frozen=True, slots=True)
class Learning:
    """All that recurs in the reviews, and the sentences on those that could not be read in full."""

    reviews: int
    recommendations: int
    themes: tuple[Recurring, ...]
    agencies: tuple[Recurring, ...]
    repeats: tuple[RepeatGroup, ...]
    unread: tuple[str, ...]


def learning_from(records: Iterable[Record], fewest: int = 2) -> Learning:
    """What recurs in at least `fewest` reviews; the same records in whatever order give the same answer."""
    every = sorted(map(_with_shared_words, records), key=lambda record: (record.year or 9999, record.path))
    read = [record for record in every if not record.unreadable]
    unread = [one.unreadable or f"{one.path}: {one.doubt}" for one in every if one.unreadable or one.doubt]
    return Learning(
        reviews=len({record.review for record in read}),
        recommendations=sum(len(record.asked) for record in read),
        themes=_recurring(((record, record.themes) for record in read), fewest),
        agencies=_recurring(((record, record.agencies) for record in read), fewest),
        repeats=tuple(group for group in repeated(read) if group.reviews >= fewest),
        unread=tuple(sorted(unread)),
    )


def _with_shared_words(record: Record) -> Record:
    """The record with each word held in memory once for all: those that come from other processes are copies."""
    asked = tuple(replace(one, words=tuple(map(sys.intern, one.words))) for one in record.asked)
    return replace(record, asked=asked)


def _recurring(
    told: Iterable[tuple[Record, tuple[tuple[str, Mention], ...]]], fewest: int
) -> tuple[Recurring, ...]:
    groups: dict[str, list[Member]] = {}
    for record, mentions in told:
        for name, mention in mentions:
            groups.setdefault(name, []).append(Member(record, mention))
    found = [Recurring(name, tuple(members)) for name, members in groups.items()]
    several = [one for one in found if one.reviews >= fewest]
    return tuple(sorted(several, key=lambda one: (-one.reviews, one.name)))
