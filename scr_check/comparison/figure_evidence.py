"""What speaks for and against a number or a date: passages that give it of the same thing, and that give another."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations

from scr_check.comparison.bearing import Bearing, Weighing
from scr_check.comparison.index import Passage, ReportIndex
from scr_check.comparison.overlap import part_told, part_told_by
from scr_check.comparison.sentence import Sentence, clause_of
from scr_check.comparison.statements import Statement
from scr_check.documents.overview import Section
from scr_check.language.dates import Date
from scr_check.language.numbers import Number
from scr_check.language.words import lexicon

PLAIN = 0.95  # a passage this near to the whole statement that gives the figure settles it
_TO_COME = frozenset((Section.RECOMMENDATIONS, Section.ACTION_PLAN, Section.LESSONS))  # they tell no story
_OVER = re.compile(
    r" (?:\w+ ){0,3}?(?:above|over|below|beyond|short|more than|fewer than|less than)\b"
)  # "six above the limit"
Gives = Callable[[Passage], bool]
Rival = Callable[[Passage], tuple[int, int] | None]


@dataclass(slots=True)
class FigureEvidence:
    """The features of a figure by name (parts 0 to 1), and the passage that gives another with its place there."""

    features: dict[str, float] = field(default_factory=dict)
    rival: tuple[Passage, int, int] | None = None


def number_evidence(
    statement: Statement, number: Number, index: ReportIndex, weighing: Weighing
) -> FigureEvidence:
    """Weigh what the report says of a number of a statement."""
    said = _Said(statement, number, index)
    evidence = _evidence(
        statement, index, weighing, (number.start, number.end), said.is_given_by, said.rival_in
    )
    evidence.features["age"] = float(number.age)
    evidence.features["ordinal"] = float(number.ordinal)
    evidence.features["unit"] = float(bool(number.unit))
    evidence.features["size"] = min(number.value, 20.0)
    return evidence


class _Said:
    """A number of a statement, to be looked for in passages."""

    def __init__(self, statement: Statement, number: Number, index: ReportIndex) -> None:
        self._sentence, self._number, self._index = statement.sentence, number, index
        self._own = [mine for sibling in statement.siblings for mine in sibling.numbers]
        after = statement.sentence.text[number.end :]
        self._is_over = bool(_OVER.match(after))

    def is_given_by(self, passage: Passage) -> bool:
        """Whether a passage gives the number, or two that it is between or makes up with."""
        told = passage.sentence.numbers
        if not told:
            return False
        if any(_same(self._number, other) for other in told):
            return True
        if self._is_over and self._is_between(passage):
            return True
        if len(self._sentence.numbers) < 2:
            return False
        alike = [other for other in told if other.unit == self._number.unit]
        return any(_is_rest(self._number, other, self._sentence, passage.sentence) for other in alike) or any(
            self._completes(other, passage) for other in self._same_things(passage)
        )

    def _is_between(self, passage: Passage) -> bool:
        """Whether two numbers of a passage and the sentence before it are so far apart."""
        told = [
            number for near in self._index.around(passage.number, 1, 0) for number in near.sentence.numbers
        ]
        return any(abs(one.value - two.value) == self._number.value for one, two in combinations(told, 2))

    def rival_in(self, passage: Passage) -> tuple[int, int] | None:
        """The place of another number of the same things in a passage, if it has one."""
        for other in self._same_things(passage):
            if not self._completes(other, passage) and not any(_same(mine, other) for mine in self._own):
                return other.start, other.end
        return None

    def _same_things(self, passage: Passage) -> list[Number]:
        if not passage.sentence.numbers:
            return []
        before = [near.sentence for near in self._index.around(passage.number, 1, 0)]
        return [
            other
            for other in passage.sentence.numbers
            if _rivals(self._number, other, self._sentence, before)
        ]

    def _completes(self, other: Number, passage: Passage) -> bool:
        return _completes(self._number, other, self._sentence, passage.sentence)


def date_evidence(statement: Statement, date: Date, index: ReportIndex, weighing: Weighing) -> FigureEvidence:
    """Weigh what the report says of a date of a statement."""
    own = [mine for sibling in statement.siblings for mine in sibling.dates]

    def gives(passage: Passage) -> bool:
        found = index.dates_at(passage.number)
        return any(date.agrees(other) and other.precision >= date.precision for other in found)

    def rival(passage: Passage) -> tuple[int, int] | None:
        for other in passage.sentence.dates:
            if other.precision >= date.precision and not any(other.agrees(mine) for mine in own):
                return other.start, other.end
        return None

    evidence = _evidence(statement, index, weighing, (date.start, date.end), gives, rival)
    evidence.features["precision"] = float(date.precision)
    evidence.features["dates"] = float(len(statement.sentence.dates))
    return evidence


def _evidence(
    statement: Statement,
    index: ReportIndex,
    weighing: Weighing,
    span: tuple[int, int],
    gives: Gives,
    rival: Rival,
) -> FigureEvidence:
    sentence = statement.sentence
    words = _words_at(sentence, *span)
    evidence = FigureEvidence()
    features = evidence.features
    gives_at = cache(lambda number: gives(index.passages[number]))
    gives_beside = cache(lambda block: any(map(gives_at, index.blocks[block])))

    def gives_it(passage: Passage) -> bool:
        return gives_at(passage.number)

    features["whole given"] = weighing.whole.part(index, gives_it)
    if features["whole given"] >= PLAIN:
        return evidence
    others = frozenset(range(len(sentence.words))) - words

    def told(passage: Passage) -> float:
        return part_told(index, sentence, passage.sentence, others)

    clause = _clause_words(sentence, words)
    features["clause given"], features["clause beside"] = _clause_given(
        index, sentence, clause, weighing.whole, gives_it
    )
    features["words"] = float(sum(sentence.content) + len(sentence.mentions))
    best = 0.0
    for name, bearing in (
        ("near", weighing.near(min(words, default=0), words)),
        ("rest", weighing.near(None, words)),
    ):
        features[name] = bearing.best
        found = _sides(index, bearing, gives_it, gives_beside, rival, told)
        features[f"{name} given"], features[f"{name} beside"] = found.given, found.beside
        features[f"{name} given told"], features[f"{name} rival told"] = found.given_told, found.rival_told
        features[f"{name} rival"], features[f"{name} first"] = found.rival, float(found.first)
        if found.place and found.rival > best:
            best, evidence.rival = found.rival, found.place
    return evidence


def _words_at(sentence: Sentence, start: int, end: int) -> frozenset[int]:
    return frozenset(i for i, word in enumerate(sentence.words) if word.start < end and start < word.end)


def _clause_words(sentence: Sentence, words: frozenset[int]) -> frozenset[int]:
    """The words that stand with a figure in its clause, or in the sentence where the clause says little."""
    clause = frozenset(clause_of(sentence, min(words, default=0))) - words
    telling = sum(sentence.content[i] for i in clause) + sum(one.first in clause for one in sentence.mentions)
    return clause if telling > 1 else frozenset(range(len(sentence.words))) - words


def _clause_given(
    index: ReportIndex, sentence: Sentence, clause: frozenset[int], near: Bearing, gives: Gives
) -> tuple[float, float]:
    """How much of a figure's clause a passage tells that gives it, and how much a paragraph does."""
    alone = together = 0.0
    blocks = set()
    for number in near.shares:
        passage = index.passages[number]
        if gives(passage):
            alone = max(alone, part_told(index, sentence, passage.sentence, clause))
            blocks.add(passage.block)
    for block in blocks:
        told = [index.passages[i].sentence for i in index.blocks[block]]
        together = max(together, part_told_by(index, sentence, told, clause))
    return alone, together


@dataclass(slots=True)
class _Sides:
    """How near (0 to 1) a passage stands that gives the figure, whose paragraph does, and that gives another."""

    given: float = 0.0
    beside: float = 0.0
    rival: float = 0.0
    given_told: float = 0.0  # what a passage that gives it tells by itself of the rest of the statement
    rival_told: float = 0.0  # ... and the one that gives another
    first: bool = False  # the nearest passage with any figure of the kind gives another
    place: tuple[Passage, int, int] | None = None


def _sides(
    index: ReportIndex,
    bearing: Bearing,
    gives: Gives,
    gives_beside: Callable[[int], bool],
    rival: Rival,
    told: Callable[[Passage], float],
) -> _Sides:
    found = _Sides()
    for passage in bearing.top(index, len(bearing.shares)):
        part = bearing.shares[passage.number] / (bearing.best or 1.0)
        if not found.beside and gives_beside(passage.block):
            found.beside = part  # the greatest: they come by their shares
        if gives(passage):
            found.given = max(found.given, part)
            found.given_told = max(found.given_told, told(passage))
        elif found.place is None and passage.paragraph.section not in _TO_COME:
            place = rival(passage)
            if place:
                found.rival, found.place = part, (passage, *place)
                found.first = found.given == 0
                found.rival_told = told(passage)
    return found


def _same(number: Number, other: Number) -> bool:
    return number.means(other) and _kindred(number, other)


def _kindred(number: Number, other: Number) -> bool:
    """Whether two numbers may measure the same kind of thing."""
    if number.unit and other.unit:
        return number.unit == other.unit or (number.days is not None and other.days is not None)
    if number.unit in ("clock", "percent") or other.unit in ("clock", "percent"):
        return False
    return not (number.unit or other.unit) or not (number.nouns if not number.unit else other.nouns)


def _rivals(number: Number, other: Number, mine: Sentence, theirs: list[Sentence]) -> bool:
    """Whether two numbers measure the same thing: the same unit of time, or the same things counted.

    `theirs` is the other number's sentence, with the one before it where there is one.
    """
    if number.ordinal != other.ordinal or (other.value == 1 and not other.age):
        return False
    if number.age and number.unit == "year" and not other.unit and not other.nouns:
        return 9 < other.value < 100  # "She was 17", "a man of 34"
    if number.unit or other.unit:
        return number.unit == other.unit and (number.age == other.age or number.unit in ("month", "year"))
    near = lexicon().near
    counted = _counted(number, mine)
    same = counted.union(*(near.get(stem, frozenset()) for stem in counted))
    theirs_counted = _counted(other, theirs[-1])
    if not other.nouns and len(theirs) > 1:  # "Ten core groups were due. Six were held."
        theirs_counted |= frozenset(noun for earlier in theirs[0].numbers for noun in earlier.nouns)
    return bool(same & theirs_counted)


def _completes(number: Number, other: Number, mine: Sentence, theirs: Sentence) -> bool:
    """Whether two numbers go together as parts of a third, or as what is over a limit.

    "Seven of eleven were missed" and "four were given"; "two days more than the ten allowed" and "twelve days".
    """
    told = {one.value for one in theirs.numbers}
    return _is_rest(number, other, mine, theirs) or any(
        whole.value == number.value + other.value not in told
        or (whole.value + number.value == other.value and whole is not number)
        for whole in mine.numbers
    )


def _is_rest(number: Number, other: Number, mine: Sentence, theirs: Sentence) -> bool:
    """Whether one sentence denies of so many what the other says of the rest: "five of eight had none", "three of eight did"."""
    wholes = {one.value for one in mine.numbers} & {one.value for one in theirs.numbers}
    return number.value + other.value in wholes and _denies(mine, number) != _denies(theirs, other)


def _denies(sentence: Sentence, number: Number) -> bool:
    return any(sentence.denied[i] > 0 for i in clause_of(sentence, sentence.index_at(number.start)))


def _counted(number: Number, sentence: Sentence) -> frozenset[str]:
    """The stems of what is counted, and of the words close by in the same clause ("a caseload of 560")."""
    at = sentence.index_at(number.start)
    close = range(max(0, at - 4), min(len(sentence.words), at + 4))
    clause = sentence.clause[at] if sentence.words else 0
    return number.nouns | {
        sentence.words[i].stem for i in close if sentence.content[i] and sentence.clause[i] == clause
    }
