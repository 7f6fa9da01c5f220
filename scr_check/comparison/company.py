"""Company: whether the report gives a figure beside the other figures that a statement gives with it, or lets it be reckoned."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from scr_check.comparison.bearing import Bearing
from scr_check.comparison.fitting import Figure
from scr_check.comparison.index import Passage, ReportIndex
from scr_check.comparison.sentence import Sentence
from scr_check.comparison.statements import Statement
from scr_check.language.dates import Date
from scr_check.language.number import Number

NEIGHBOURS = 0.5  # what a figure of the sentences before and after counts, against one of the same sentence
NEAR = 0.15  # the part of the nearest passage's share from which a passage is looked at
BESIDE = 0.5  # ... for figures that leave one over
PASSAGES = 15  # how many passages are looked at for dates so far apart
_ALL_BUT = re.compile(r"\ball (?:but|except) $", re.IGNORECASE)
_OF = re.compile(r" of (?:the |these |those |its |his |her |their )?")
SLACK = {"day": 1.0, "week": 3.5, "month": 16.0, "year": 190.0}  # days by which a length of time may be off


@dataclass(frozen=True, slots=True)
class Company:
    """The other figures of a statement and its neighbours, each with what it counts."""

    figures: Sequence[tuple[Figure, float]]

    def told_around(self, passage: Passage, index: ReportIndex) -> float:
        """The part (0 to 1) of these figures that a passage and those round it give; 0 where there are none."""
        total = sum(weight for _, weight in self.figures)
        if not total:
            return 0.0
        around = [near.sentence for near in index.around(passage.number, 2, 2)]
        return sum(weight for figure, weight in self.figures if _is_told(figure, around)) / total

    def best(self, index: ReportIndex, bearing: Bearing, gives: Callable[[Passage], bool]) -> float:
        """The greatest such part of a near passage that gives the figure itself."""
        if not self.figures:
            return 0.0
        least = NEAR * bearing.best
        near = (index.passages[number] for number, share in bearing.shares.items() if share >= least)
        return max((self.told_around(passage, index) for passage in near if gives(passage)), default=0.0)


def company_of(statement: Statement, figure: Figure) -> Company:
    """The figures that a statement and the sentences beside it give besides one."""
    found = [(other, 1.0) for other in _figures(statement.sentence) if other is not figure]
    for neighbour in (statement.before, statement.after):
        found += [(other, NEIGHBOURS) for other in _figures(neighbour)] if neighbour else []
    return Company(found)


def _figures(sentence: Sentence) -> Iterable[Figure]:
    return [*(number for number in sentence.numbers if number.value != 1), *sentence.dates]


def _is_told(figure: Figure, sentences: Iterable[Sentence]) -> bool:
    if isinstance(figure, Number):
        return any(figure.means(other) for one in sentences for other in one.numbers)
    return any(figure.agrees(other) for one in sentences for other in one.dates)


def is_reckoned(statement: Statement, number: Number, index: ReportIndex, bearing: Bearing) -> bool:
    """Whether a length of time is what lies between two dates of a near paragraph, or one and the statement's event."""
    slack = SLACK.get(number.unit)
    if slack is None or number.days is None or number.age:
        return False
    blocks = dict.fromkeys(passage.block for passage in bearing.top(index, PASSAGES, NEAR))
    return any(
        abs(abs(apart) - number.days) <= slack
        for block in blocks
        for apart in _days_apart((*index.dates[block], *statement.dates))
    )


def is_the_rest(statement: Statement, number: Number, index: ReportIndex, bearing: Bearing) -> bool:
    """Whether a number is what others leave over: "all but two" of 14, where it has 12; "two", where 21 of 23 were not."""
    passages = [passage.sentence for passage in bearing.top(index, PASSAGES, BESIDE)]
    if _ALL_BUT.search(statement.sentence.text, 0, number.start):
        wholes = {other.value for other in statement.sentence.numbers} - {number.value}
        told = [{other.value for other in one.numbers} for one in passages]
        return any(whole in values and whole - number.value in values for values in told for whole in wholes)
    return any(
        _OF.fullmatch(one.text[part.end : whole.start]) and whole.value - part.value == number.value
        for one in passages
        for part, whole in pairwise(one.numbers)
        if any(rank > 0 for rank in one.denied)
    )


def _days_apart(dates: Iterable[Date]) -> Iterable[int]:
    days = [day for day in (date.earliest() for date in dates) if day]
    return ((one - other).days for one, other in combinations(days, 2))
