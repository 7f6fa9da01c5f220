"""Circumstances: whether two clauses tell of the same numbers of things and the same time."""

from scr_check.comparison.assertions import Assertion, denies_all
from scr_check.comparison.index import Passage, ReportIndex
from scr_check.comparison.sentence import Sentence, clause_of
from scr_check.comparison.statements import Statement
from scr_check.language.dates import Date
from scr_check.language.number import Number

FAR = 4  # months between an event and a passage from which the passage tells of another event


def facts_missing(sentence: Sentence, at: int, index: ReportIndex, passage: Passage) -> bool:
    """Whether the clause of a word gives a number that neither a passage nor its neighbours give."""
    numbers = [number for number in _numbers_beside(sentence, at) if number.value > 1]
    told = [other for near in index.around(passage.number) for other in near.sentence.numbers]
    return any(not any(number.means(other) for other in told) for number in numbers)


def at_another_time(statement: Statement, index: ReportIndex, passage: Passage) -> bool:
    """Whether a passage tells of other months only than those that a sentence gives, or of a time far from its event."""
    told = [date for date in index.dates_at(passage.number) if date.month]
    own = [date for date in statement.sentence.dates if date.month]
    events = [date for date in statement.dates if date.month and date.year]
    if any(_months_apart(event, date) == 0 for event in events for date in told):
        return False  # "whose case had been shut since November", of a call in February
    beside = told + [date for one in index.around(passage.number) for date in one.sentence.dates]
    if own and told and not any(_months_apart(mine, theirs) == 0 for mine in own for theirs in beside):
        return True
    told = [date for date in _dates_up_to(index, passage) if date.year]
    return bool(events and told) and all(_far_apart(mine, theirs) for mine in events for theirs in told)


def _dates_up_to(index: ReportIndex, passage: Passage) -> list[Date]:
    """The dates of a passage, else all that its paragraph gives before it: the last may be of what had gone before."""
    if passage.sentence.dates:
        return list(passage.sentence.dates)
    before = range(index.blocks[passage.block].start, passage.number)
    found = [date for number in before for date in index.passages[number].sentence.dates]
    return found or list(index.dates_at(passage.number))


def _far_apart(one: Date, other: Date) -> bool:
    """Whether a date lies months from another, or in another year where it names no month."""
    return _months_apart(one, other) > FAR if other.month else one.year != other.year


def _months_apart(one: Date, other: Date) -> int:
    years = (one.year or other.year or 0) - (other.year or one.year or 0)
    return abs(years * 12 + (one.month or 0) - (other.month or 0))


def counts_apart(sentence: Sentence, mine: Assertion, other: Sentence, theirs: Assertion) -> bool:
    """Whether the clauses do not count the same number of things: "kept nine" is no reply to "did not keep".

    To "never kept any" it is.
    """
    if not sentence.numbers and not other.numbers:
        return False
    own, told = _counts(sentence, mine.word), _counts(other, theirs.word)
    if mine.denied and denies_all(sentence, mine.word) and not own:
        return len(told) > 1  # "three of twenty" leaves seventeen
    if theirs.denied and denies_all(other, theirs.word) and not told:
        return len(own) > 1
    if mine.denied == theirs.denied and own and not told:
        told = {
            number.value for number in other.numbers
        }  # "It was known, or could have been seen, in four places"
    return bool(own or told) and not own & told


def _counts(sentence: Sentence, at: int) -> set[float]:
    return {
        number.value
        for number in _numbers_beside(sentence, at)
        if number.unit != "clock" and not number.ordinal
    }


def _numbers_beside(sentence: Sentence, at: int) -> list[Number]:
    """The numbers in the clause of a word."""
    clause = clause_of(sentence, at)
    start, end = sentence.words[clause.start].start, sentence.words[clause.stop - 1].end
    return [number for number in sentence.numbers if start <= number.start < end]
