"""Portions: how many of how many a statement says ("all but two of the ten", "nearly half"), held against the report."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from scr_check.comparison.bearing import Weighing
from scr_check.comparison.index import Passage, ReportIndex
from scr_check.comparison.said_numbers import denies, likeness
from scr_check.comparison.sentence import Sentence
from scr_check.comparison.statements import Statement
from scr_check.language.number import Number
from scr_check.language.polarity import is_verbal
from scr_check.language.portions import Portion, portions_in

PASSAGES, LEAST = 15, 0.3  # how many of the nearest passages are looked at, with what part of the best share
NEAR = 0.5  # ... and the part that a passage has which is held against the statement
ALIKE = 0.5  # how surely both wholes count the same things
NEAR_PERCENTAGE = 0.6  # ... and the part that one with a percentage has
FEWEST = 3  # things that are a whole
ROUGHLY = 0.1  # how far a hedged figure may be off
_OF_WHOLE = re.compile(
    r"[^.,;:()]{0,40}? (?:of|out of) (?:(?:the )?[\w ]{1,30}'s? |(?:the|its|their|her|his|these|those|all) )?"
)
_ALL_OF = re.compile(r" (?:of )?(?:(?:the|its|their|her|his) )?")
_OF_SO_MANY = re.compile(r"Of (?:the |its |their |her |his |these )?$")
_THEN = re.compile(r"[^,]{0,60}, (?:only |just )?")
_OF_THEM = re.compile(r",? of (?:them|these|those|which)\b")
_OF = re.compile(r" of (?!(?:them|these|those)\b)")
_BE = frozenset(("was", "were"))
_ANY = re.compile(r"\b(?:any|every|each|another|further) $", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Part:
    """A part in a statement, and the wholes of which it may be one."""

    said: Portion | Number
    wholes: tuple[Number, ...]

    @property
    def is_all(self) -> bool:
        """Whether the statement says it of every one."""
        return isinstance(self.said, Portion) and self.said.least == 1.0

    def holds(self, part: Number, whole: Number, turned: bool) -> bool:
        """Whether the report's part of a whole is this one; `turned`: just one of the sentences denies: it may be the rest."""
        values = [part.value]
        if turned or isinstance(self.said, Number):
            values.append(whole.value - part.value)
        slack = ROUGHLY * part.value if part.hedge else 0.0
        return any(self._is(value + off, whole.value) for value in values for off in (0.0, -slack, slack))

    def _is(self, part: float, whole: float) -> bool:
        if isinstance(self.said, Portion):
            return self.said.holds(part, whole)
        return abs(self.said.value - part) < 0.5


def unlike_portions(
    statement: Statement, index: ReportIndex, weighing: Weighing
) -> Iterator[tuple[Portion | Number, Number, Passage, Number]]:
    """The parts of a whole that no near passage gives, though one gives another part of the same whole.

    Each with the whole, the passage and the part that it gives.
    """
    yield from _unlike_percentages(statement, index, weighing)
    for part in _parts(statement):
        rival: tuple[Number, Passage, Number] | None = None
        for passage in weighing.whole.top(index, PASSAGES, LEAST):
            told = _told(passage, part, statement.sentence, index)
            if told is None:
                break  # it is given
            near = weighing.whole.shares[passage.number] >= NEAR * weighing.whole.best
            if near and rival is None:
                rival = next(((whole, passage, other) for whole, other in told), None)
        else:
            if rival:
                yield part.said, *rival


def _unlike_percentages(
    statement: Statement, index: ReportIndex, weighing: Weighing
) -> Iterator[tuple[Portion | Number, Number, Passage, Number]]:
    """The portions of things ("over half of calls") of which the nearest passage with a percentage gives another one."""
    sentence = statement.sentence
    for portion in portions_in(sentence.text):
        at = sentence.index_at(portion.end)
        after = range(at + 1, min(at + 4, len(sentence.words)))
        things = [sentence.words[i].stem for i in after if sentence.content[i]]
        fraction = portion.but is None and portion.least < 1.0
        if not (fraction and things and _OF.match(sentence.text, portion.end)):
            continue
        for passage in weighing.whole.top(index, PASSAGES, NEAR_PERCENTAGE):
            told = [one for one in passage.sentence.numbers if one.unit == "percent"]
            if portions_in(passage.sentence.text) or any(portion.holds(one.value, 100) for one in told):
                break
            if told and things[0] in passage.sentence.stems:
                yield portion, told[0], passage, told[0]
                break


def _told(
    passage: Passage, part: _Part, mine: Sentence, index: ReportIndex
) -> list[tuple[Number, Number]] | None:
    """The wholes of a statement with other parts that a passage gives of them; None where it gives the same part."""
    window = [near.sentence for near in index.around(passage.number, 1, 0)]
    found = []
    for whole in part.wholes:
        same = [(near, n) for near in window for n in near.numbers if n.value == whole.value and _is_count(n)]
        if not same:
            continue
        if any(portions_in(near.text) for near in window):
            return None  # said in such a way there too
        parts = [
            (near, n) for near in window for n in near.numbers if 0 < n.value < whole.value and _is_count(n)
        ]
        if part.is_all:
            parts = [
                (near, n)
                for near, n in parts
                if mine.stems & near.stems - whole.nouns
                and any(_is_part(near.text, n, one) for _, one in same)
            ]
        if any(part.holds(n, whole, denies(mine, whole) != denies(near, n)) for near, n in parts):
            return None
        if any(_is_same(whole, n, near) for near, n in same):
            found += [(whole, n) for near, n in parts if near is passage.sentence and n.value > 1]
    return found


def _is_same(whole: Number, other: Number, sentence: Sentence) -> bool:
    """Whether a number of a sentence may count a statement's whole: "the six fell", "six were followed by an interview"."""
    if not whole.nouns or likeness(whole, other) >= ALIKE or whole.nouns & sentence.stems:
        return True
    after = sentence.index_at(other.end)
    verb = sentence.words[after].lower in _BE or is_verbal(sentence.words, after)
    return verb and sentence.text[: other.start].endswith(" the ")


def _is_count(number: Number) -> bool:
    return not (number.unit or number.ordinal or number.age)


def _parts(statement: Statement) -> Iterator[_Part]:
    """The portions and numbers of a statement that are said of a whole, with what may be that whole."""
    text, counts = statement.sentence.text, list(filter(_is_count, statement.sentence.numbers))
    for portion in portions_in(text):
        wholes = tuple(one for one in _wholes(statement, portion, counts) if one.value >= FEWEST)
        if wholes:
            yield _Part(portion, wholes)
    for one, whole in product(counts, counts):
        if 1 < one.value < whole.value and not one.hedge and _is_part(text, one, whole):
            yield _Part(one, (whole,))


def _wholes(statement: Statement, portion: Portion, counts: list[Number]) -> list[Number]:
    """The number that follows a portion ("of its eight actions"), else those before it, in the sentence or for "of these"."""
    text, end = statement.sentence.text, portion.end
    joint = _ALL_OF if portion.least == 1.0 else _OF_WHOLE
    after = [one for one in counts if one.start >= end and joint.fullmatch(text[end : one.start])]
    before = [one for one in counts if one.end <= portion.start]
    if not after and not before and _OF_THEM.match(text, end):
        earlier = [one for one in statement.siblings if one.offset < statement.sentence.offset]
        before = [number for one in earlier for number in one.numbers if _is_count(number)][-1:]
    return after[:1] or before


def _is_part(text: str, one: Number, whole: Number) -> bool:
    """Whether one number is plainly so many of another: "seven of eight meetings", "Of eight meetings due, seven were held"."""
    if _ANY.search(text, 0, one.start):
        return False
    if one.end < whole.start:
        return _OF_WHOLE.fullmatch(text[one.end : whole.start]) is not None
    opens = _OF_SO_MANY.fullmatch(text[: whole.start]) is not None
    return opens and _THEN.fullmatch(text[whole.end : one.start]) is not None
