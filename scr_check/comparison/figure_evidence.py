"""What speaks for and against a number or a date: passages that give it of the same thing, and that give another."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from scr_check.comparison.ages import told_of_person
from scr_check.comparison.bearing import Bearing, Weighing
from scr_check.comparison.company import company_of, is_reckoned, is_the_rest
from scr_check.comparison.fitting import Figure, Told, best_fits
from scr_check.comparison.index import TO_COME, Passage, ReportIndex
from scr_check.comparison.overlap import held_round, part_told, part_told_by, told_round
from scr_check.comparison.party import Party
from scr_check.comparison.said_numbers import SaidNumber, likeness, somewhere
from scr_check.comparison.sentence import Sentence, clause_of
from scr_check.comparison.statements import Statement
from scr_check.language.dates import Date
from scr_check.language.number import Number

PLAIN = 0.95  # a passage this near to the whole statement that gives its only figure settles it
MOST = 3  # other figures of a statement that a passage may give, beyond which no more are counted
_OTHER = re.compile(r" (?:\w+ )?others?\b")
_BESIDE_CHILD = re.compile(r"\b(?:and|with) (?:his|her|its) (?:\w+ )?$")
Gives = Callable[[Passage], bool]
Rival = Callable[[Passage], tuple[int, int] | None]


@dataclass(slots=True)
class FigureEvidence:
    """The features of a figure by name (parts 0 to 1), and the passage that gives another with its place there.

    Where none does, nothing speaks against the figure, and the features are not all there.
    """

    features: dict[str, float] = field(default_factory=dict)
    rival: tuple[Passage, int, int] | None = None
    _nearest: float = 0.0

    def take(self, name: str, bearing: Bearing, found: "_Sides") -> None:
        """Keep what passages near in one way say of the figure; the nearest that gives another is the rival."""
        features = self.features
        features[name] = bearing.best
        features[f"{name} given"], features[f"{name} beside"] = found.given, found.beside
        features[f"{name} given told"], features[f"{name} rival told"] = found.given_told, found.rival_told
        features[f"{name} rival"], features[f"{name} first"] = found.rival, float(found.first)
        if found.place and found.rival > self._nearest:
            self._nearest, self.rival = found.rival, found.place


@dataclass(frozen=True, slots=True)
class _Looked:
    """How a figure is looked for: whether a passage gives it, where it gives another, and all that it tells of the kind."""

    gives: Gives
    rival: Rival
    told_by: Callable[[Passage], Iterable[Told]]


def number_evidence(
    statement: Statement, number: Number, index: ReportIndex, weighing: Weighing
) -> FigureEvidence:
    """Weigh what the report says of a number of a statement."""
    said, sentence = SaidNumber(statement, number, index), statement.sentence
    looked = _Looked(said.is_given_by, said.rival_in, said.told_by)
    evidence = _evidence(statement, number, index, weighing, looked)
    if evidence.rival is None:
        return evidence
    if is_the_rest(statement, number, index, weighing.whole) or said.is_over(weighing.whole.top(index)):
        return FigureEvidence()
    features, (passage, start, _) = evidence.features, evidence.rival
    other = next(one for one in passage.sentence.numbers if one.start == start)
    if _is_beside_one(sentence.text, number, other) or _is_beside_one(passage.sentence.text, other, number):
        return FigureEvidence()  # "22 other children" are those of 23
    features["nowhere"] = 1.0 - somewhere(number, index)
    features["rival noun"] = likeness(number, other)
    features["nouns apart"] = float(bool(number.nouns and other.nouns) and not features["rival noun"])
    features["reckoned"] = float(is_reckoned(statement, number, index, weighing.whole))
    features["age told"] = told_of_person(statement, number, index)
    features["age"] = float(number.age)
    features["ordinal"] = float(number.ordinal)
    features["unit"] = float(bool(number.unit))
    features["size"] = min(number.value, 20.0)
    return evidence


def _is_beside_one(text: str, number: Number, whole: Number) -> bool:
    """Whether a number counts all but one of a whole: "22 other children", of 23, "the girl and her three sisters", of four."""
    others = _OTHER.match(text, number.end) or _BESIDE_CHILD.search(text, 0, number.start)
    return whole.value == number.value + 1 and others is not None


def date_evidence(statement: Statement, date: Date, index: ReportIndex, weighing: Weighing) -> FigureEvidence:
    """Weigh what the report says of a date of a statement."""
    own = [mine for sibling in statement.siblings for mine in sibling.dates]

    def is_it(other: Date) -> bool:
        return other.precision >= date.precision and date.agrees(other)

    def gives(passage: Passage) -> bool:
        return any(map(is_it, index.dates_at(passage.number)))

    def rival(passage: Passage) -> tuple[int, int] | None:
        for other in passage.sentence.dates:
            if other.precision >= date.precision and not any(other.agrees(mine) for mine in own):
                return other.start, other.end
        return None

    def told_by(passage: Passage) -> Iterator[Told]:
        to_come = passage.paragraph.section in TO_COME
        for other in passage.sentence.dates:
            if is_it(other):
                yield Told(other, True, 0.0)
            elif not to_come and other.precision >= date.precision:
                exchanged = any(other.agrees(mine) for mine in own)
                if not exchanged or any(gives(near) for near in index.around(passage.number, 1, 1)):
                    yield Told(other, False, 0.0, exchanged)

    evidence = _evidence(statement, date, index, weighing, _Looked(gives, rival, told_by))
    if evidence.rival is None:
        return evidence
    features, (passage, start, _) = evidence.features, evidence.rival
    other = next(one for one in passage.sentence.dates if one.start == start)
    features["nowhere"] = float(not any(map(is_it, index.once(_all_dates))))
    parts = zip(date.parts, other.parts, strict=True)
    features["rival like"] = float(sum(mine == theirs for mine, theirs in parts))
    features["precision"] = float(date.precision)
    features["dates"] = float(len(statement.sentence.dates))
    return evidence


def _all_dates(index: ReportIndex) -> list[Date]:
    return [date for passage in index.passages for date in passage.sentence.dates]


def _evidence(
    statement: Statement, figure: Figure, index: ReportIndex, weighing: Weighing, looked: _Looked
) -> FigureEvidence:
    sentence = statement.sentence
    words = _words_at(sentence, figure)
    first = min(words, default=0)
    evidence = FigureEvidence()
    features = evidence.features
    gives_at = cache(lambda number: looked.gives(index.passages[number]))
    gives_beside = cache(lambda block: any(map(gives_at, index.blocks[block])))

    def gives(passage: Passage) -> bool:
        return gives_at(passage.number)

    features["whole given"] = weighing.whole.part(index, gives)
    if features["whole given"] >= PLAIN and len(sentence.numbers) + len(sentence.dates) == 1:
        return evidence  # given, and nothing to be exchanged with
    others = frozenset(range(len(sentence.words))) - words

    def told(passage: Passage) -> float:
        return part_told(index, sentence, passage.sentence, others)

    near, rest = weighing.near(first, words), weighing.near(None, words)
    for name, bearing in (("near", near), ("rest", rest)):
        evidence.take(name, bearing, _sides(index, bearing, gives, gives_beside, looked.rival, told))
    _fit(evidence, sentence, figure, index, rest, looked)
    if evidence.rival is None:
        return evidence
    clause = _clause_words(sentence, words)
    features["clause given"], features["clause beside"] = _clause_given(
        index, sentence, clause, weighing.whole, gives
    )
    features["words"] = float(sum(sentence.content) + len(sentence.mentions))
    giving = [index.passages[number] for number in weighing.whole.shares if gives_at(number)]
    features["given held"] = max((held_round(index, statement, first, one) for one in giving), default=0.0)
    company = company_of(statement, figure)
    features["given company"] = company.best(index, weighing.whole, gives)
    features["rival company"] = company.told_around(evidence.rival[0], index)
    _describe_rival(features, evidence.rival, statement, figure, index)
    return evidence


def _fit(
    evidence: FigureEvidence,
    sentence: Sentence,
    figure: Figure,
    index: ReportIndex,
    rest: Bearing,
    looked: _Looked,
) -> None:
    """How well the figures of the nearest passages fit the statement's place; one that fits better is a rival."""
    given, rival = best_fits(index, rest, sentence, figure, looked.told_by)
    features = evidence.features
    features["fit given"], features["fit given mutual"] = given.score, given.mutual
    features["fit rival"], features["fit rival mutual"] = rival.score, rival.mutual
    features["fit rival noun"] = rival.told.likeness if rival.told else 0.0
    features["fit own"] = float(rival.told is not None and rival.told.own)
    features["fit margin"] = rival.score - given.score
    if evidence.rival is None and rival.told and rival.passage and features["fit margin"] > 0:
        evidence.rival = rival.passage, rival.told.figure.start, rival.told.figure.end


def _describe_rival(
    features: dict[str, float],
    rival: tuple[Passage, int, int],
    statement: Statement,
    figure: Figure,
    index: ReportIndex,
) -> None:
    """What the passage with the other figure has in common with the statement round it, and whom it tells of."""
    sentence, (passage, start, _) = statement.sentence, rival
    held = held_round(index, statement, sentence.index_at(figure.start), passage)
    back = told_round(index, passage, passage.sentence.index_at(start), statement)
    features["rival held"], features["rival back"], features["rival mutual"] = held, back, min(held, back)
    around = [one.sentence for one in index.around(passage.number, 1, 1)]
    numbers = [one for one in sentence.numbers if one is not figure and one.value != 1]
    dates = [one for one in sentence.dates if one is not figure]
    told = sum(any(one.means(other) for near in around for other in near.numbers) for one in numbers)
    told += sum(any(one.agrees(other) for near in around for other in near.dates) for one in dates)
    features["rival others"] = float(min(told, MOST))
    own, their = _whose(sentence, figure.start), _whose(passage.sentence, start)
    spoken_of = [
        m.party for one in (sentence, statement.before, statement.after) if one for m in one.mentions
    ]
    features["rival whose"] = 0.0 if not own or not their else 1.0 if own.may_be(their) else -1.0
    features["rival stranger"] = float(
        bool(their) and not any(their.may_be(party) for party in spoken_of if their)
    )
    features["rival figures"] = float(len(passage.sentence.numbers))


def _whose(sentence: Sentence, start: int) -> Party | None:
    """The last party named up to a place in a sentence."""
    at = sentence.index_at(start)
    return next((one.party for one in reversed(sentence.mentions) if one.first <= at), None)


def _words_at(sentence: Sentence, figure: Figure) -> frozenset[int]:
    return frozenset(
        i for i, word in enumerate(sentence.words) if word.start < figure.end and figure.start < word.end
    )


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
        elif found.place is None and passage.paragraph.section not in TO_COME:
            place = rival(passage)
            if place:
                found.rival, found.place = part, (passage, *place)
                found.first = found.given == 0
                found.rival_told = told(passage)
    return found
