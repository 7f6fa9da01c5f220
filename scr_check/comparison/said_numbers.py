"""Numbers told: which numbers of a passage are a statement's, said perhaps in another way, and which stand in its stead."""

import re
from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise

from scr_check.comparison.ages import whose
from scr_check.comparison.fitting import Told
from scr_check.comparison.index import TO_COME, Passage, ReportIndex
from scr_check.comparison.sentence import Sentence, clause_of
from scr_check.comparison.statements import Statement
from scr_check.language.number import Number
from scr_check.language.wanting import is_wanting
from scr_check.language.words import lexicon

SUM = 10  # from which two numbers hardly make up a third by chance
MOST_PARTS = 12  # numbers of a passage that are looked at for a total
NEAR_NOUN = 0.6  # what a thing of the same meaning counts, against the same thing
_OVER = re.compile(
    r" (?:\w+ ){0,3}?(?:above|over|below|beyond|short|more than|fewer than|less than)\b"
)  # "six above the limit"
_JOINED = re.compile(r" \w+ and ")
_FROM = re.compile(
    r" (?:\w+ )?(?:early|late|premature(?:ly)?|earlier|later|before|after|overdue)\b"
)  # "six days late": reckoned from another time


class SaidNumber:
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
        if any(same_number(self._number, other) for other in told):
            return True
        if (
            self._is_sum(told)
            or _is_told_in_two(self._number, passage.sentence)
            or (self._is_over and self._is_between(passage))
        ):
            return True
        if len(self._sentence.numbers) < 2:
            return False
        alike = [other for other in told if other.unit == self._number.unit]
        return any(_is_rest(self._number, other, self._sentence, passage.sentence) for other in alike) or any(
            self._completes(other, passage) for other in self._same_things(passage)
        )

    def _is_sum(self, told: Iterable[Number]) -> bool:
        """Whether it is two of these numbers together: "13 in the first year and nine afterwards"."""
        number = self._number
        if number.value < SUM:
            return False
        parts = [one for one in told if _kindred(number, one)]
        return any(
            one.value + two.value == number.value and not {one.value, two.value} & _totals(parts)
            for one, two in combinations(parts, 2)
        )

    def is_over(self, passages: Iterable[Passage]) -> bool:
        """Whether the statement says by how much a limit was passed, and one of the passages gives both."""
        return self._is_over and any(map(self._is_between, passages))

    def _is_between(self, passage: Passage) -> bool:
        """Whether two numbers of a passage and the sentence before it are so far apart."""
        told = [
            number for near in self._index.around(passage.number, 1, 0) for number in near.sentence.numbers
        ]
        return any(abs(one.value - two.value) == self._number.value for one, two in combinations(told, 2))

    def rival_in(self, passage: Passage) -> tuple[int, int] | None:
        """The place of another number of the same things in a passage, if it has one."""
        for other in self._same_things(passage):
            if self._is_sum(passage.sentence.numbers):
                return None
            if not self._completes(other, passage) and not any(
                same_number(mine, other) for mine in self._own
            ):
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
            and not self._reckons(other, passage.sentence.text)
            and not self._is_of_another(other, passage)
        ]

    def _completes(self, other: Number, passage: Passage) -> bool:
        return _completes(self._number, other, self._sentence, passage.sentence)

    def told_by(self, passage: Passage) -> Iterator[Told]:
        """The numbers of a passage that are the statement's, or that may have been written for it.

        One that the statement gives too, of something else, only where the passage tells both: they may be exchanged.
        """
        number, sentence = self._number, passage.sentence
        to_come = passage.paragraph.section in TO_COME
        for other in sentence.numbers:
            if other.value == 1 and not other.age:
                continue
            if self._is_said_by(other, passage):
                yield Told(other, True, likeness(number, other))
            elif (
                not to_come
                and _may_stand_for(number, other)
                and not (self._reckons(other, sentence.text) or self._is_of_another(other, passage))
            ):
                own = any(same_number(mine, other) for mine in self._own)
                if not own or self._beside(passage):
                    yield Told(other, False, likeness(number, other), own)

    def _is_said_by(self, other: Number, passage: Passage) -> bool:
        """Whether a number of a passage is the statement's, or makes it up with another of the statement."""
        if same_number(self._number, other) or (self._is_over and self._is_between(passage)):
            return True
        if self._is_sum(passage.sentence.numbers):
            return other.value < self._number.value
        return len(self._sentence.numbers) > 1 and self._completes(other, passage)

    def _is_of_another(self, other: Number, passage: Passage) -> bool:
        """Whether an age is plainly another person's, as in a row of a table of the family."""
        if not (self._number.age and other.age):
            return False
        mine, theirs = whose(self._sentence, self._number), whose(passage.sentence, other)
        if theirs is None:
            return False
        return not mine.may_be(theirs) if mine else passage.paragraph.form == "row"

    def _reckons(self, other: Number, text: str) -> bool:
        """Whether only the passage reckons from another time: "six days late"."""
        return bool(_FROM.match(text, other.end)) and not _FROM.match(self._sentence.text, self._number.end)

    def _beside(self, passage: Passage) -> bool:
        return any(
            same_number(self._number, other)
            for near in self._index.around(passage.number, 1, 1)
            for other in near.sentence.numbers
        )


def _is_told_in_two(number: Number, sentence: Sentence) -> bool:
    """Whether a sentence gives a number in two parts joined by "and": "one secondary and six primary schools"."""
    return any(
        one.value + two.value == number.value
        and not (one.nouns & two.nouns)
        and bool(two.nouns & number.nouns)
        and _JOINED.fullmatch(sentence.text[one.end : two.start]) is not None
        for one, two in pairwise(sentence.numbers)
    )


def likeness(number: Number, other: Number) -> float:
    """How surely (0 to 1) two numbers measure the same: by their unit, or by the things they count."""
    if number.unit or other.unit:
        return float(number.unit == other.unit and number.age == other.age)
    if number.nouns & other.nouns:
        return 1.0
    near = lexicon().near
    return NEAR_NOUN * any(near.get(noun, frozenset()) & other.nouns for noun in number.nouns)


def somewhere(number: Number, index: ReportIndex) -> float:
    """1 where the report gives a number of the same thing, 0.5 where it gives it of something, 0 where nowhere."""
    found = 0.0
    for other in index.once(_all_numbers):
        if same_number(number, other):
            if likeness(number, other) >= 0.5:
                return 1.0
            found = 0.5
    return found


def _all_numbers(index: ReportIndex) -> list[Number]:
    return [number for passage in index.passages for number in passage.sentence.numbers]


def _may_stand_for(number: Number, other: Number) -> bool:
    """Whether one may have been written for the other: of one kind, or one of them without a name for what it counts."""
    if number.ordinal != other.ordinal or _is_measured(number, other):
        return False
    if {"clock", "percent"} & {number.unit, other.unit}:
        return number.unit == other.unit
    if number.age or other.age:
        return number.age == other.age or not (other.unit or other.nouns)
    if number.unit or other.unit:
        bare = not (other.unit or other.nouns) or not (number.unit or number.nouns)
        return bare or number.unit == other.unit
    return True


def _is_measured(number: Number, other: Number) -> bool:
    """Whether only the other is measured and not counted: "14 weighings" and "12.9 kg"."""
    return not number.unit and float(number.value).is_integer() and not float(other.value).is_integer()


def same_number(number: Number, other: Number) -> bool:
    """Whether two numbers give the same quantity of what may be the same kind of thing."""
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
    if number.ordinal != other.ordinal or (other.value == 1 and not other.age) or _is_measured(number, other):
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
        if not whole.ordinal and not _counts_others(number, whole)
    )


def _is_rest(number: Number, other: Number, mine: Sentence, theirs: Sentence) -> bool:
    """Whether one sentence denies of so many what the other says of the rest: "five of eight had none", "three of eight did"."""
    wholes = {one.value for one in mine.numbers} & {one.value for one in theirs.numbers}
    return number.value + other.value in wholes and denies(mine, number) != denies(theirs, other)


def _counts_others(number: Number, other: Number) -> bool:
    """Whether both name what they count or measure, and not the same: "16 cases", "three times"."""
    return bool((number.nouns or number.unit) and (other.nouns or other.unit)) and not likeness(number, other)


def _totals(numbers: list[Number]) -> set[float]:
    """The values that are those of two or three others together: "34 times: 12 from one, nine and 13 from others"."""
    values = [number.value for number in numbers if number.value > 0][:MOST_PARTS]
    sums = {sum(some) for count in (2, 3) for some in combinations(values, count)}
    return sums & set(values)


def denies(sentence: Sentence, number: Number) -> bool:
    """Whether the clause of a number denies something, or says that something was missed."""
    clause = clause_of(sentence, sentence.index_at(number.start))
    return any(sentence.denied[i] > 0 or is_wanting(sentence.words[i]) for i in clause)


def _counted(number: Number, sentence: Sentence) -> frozenset[str]:
    """The stems of what is counted, and of the words close by in the same clause ("a caseload of 560")."""
    at = sentence.index_at(number.start)
    close = range(max(0, at - 4), min(len(sentence.words), at + 4))
    clause = sentence.clause[at] if sentence.words else 0
    return number.nouns | {
        sentence.words[i].stem for i in close if sentence.content[i] and sentence.clause[i] == clause
    }
