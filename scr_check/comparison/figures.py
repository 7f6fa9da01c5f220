"""Figures: numbers, ages, counts and dates of a statement, held against the passages that speak of the same thing."""

import re
from collections.abc import Iterator
from dataclasses import replace

from scr_check.comparison.ages import Reckoned, reckoned
from scr_check.comparison.ages_beside import age_told_otherwise
from scr_check.comparison.bearing import Weighing
from scr_check.comparison.evidence import evidence_from, where
from scr_check.comparison.exchanged import exchanged_numbers
from scr_check.comparison.figure_evidence import date_evidence, number_evidence
from scr_check.comparison.index import Passage, ReportIndex
from scr_check.comparison.judge import judge_of
from scr_check.comparison.norms import exchanged_norm
from scr_check.comparison.portions import unlike_portions
from scr_check.comparison.result import Difference
from scr_check.comparison.said_numbers import likeness
from scr_check.comparison.sentence import clause_of
from scr_check.comparison.statements import Statement
from scr_check.comparison.sums import unlike_sums
from scr_check.documents.section import Section
from scr_check.finding import Confidence
from scr_check.language.dates import SEASON, Date
from scr_check.language.elapsed import day_elapsed
from scr_check.language.number import Number
from scr_check.language.portions import Portion
from scr_check.language.words import stem

_REVIEW_COUNTS = frozenset(
    map(stem, ("agency", "opportunity", "occasion", "review", "report", "recommendation", "finding"))
)
TELLING = 2  # words and parties that a statement needs for its dates to be placed
MANY = 13  # "40 others" counts them all; "three others" are those beside one
NEAREST, NEAR = 3, 0.8  # the nearest passages that may count plainly, with what part of the best share
ALIKE = 0.6  # how surely they count the same things
_BOUND = re.compile(r"\b(?<!no )(?:more|fewer|less) than $", re.IGNORECASE)
_COMPARED = re.compile(r"\b(?:than|over|under|least|most|about|some|nearly|almost) (?:\w+ )?$", re.IGNORECASE)
CROWD = 4  # parties from which a statement is a list
_OTHERS = re.compile(r" (?:others?|further|more)\b(?! than)| of (?:them|us|the three)\b(?<=the two of them)")
_SHARE = re.compile(r"\bone (?:\w+ ){1,3}in $", re.IGNORECASE)  # "one day in three"
_OF_MORE = re.compile(
    r"\b(?:first|last|next|final|remaining) $", re.IGNORECASE
)  # "the first two appointments"
Figure = Number | Date | Portion
Place = tuple[Passage, int, int]  # with the start and end of the figure in its sentence
_RECKONED = frozenset(
    ("beforehand", "later", "earlier", "before", "after", "ago", "previously", "afterwards", "late")
)


def number_differences(statement: Statement, index: ReportIndex, weighing: Weighing) -> Iterator[Difference]:
    """The numbers of a statement that the report gives otherwise."""
    numbers = statement.sentence.numbers
    found = [one for number in numbers if (one := _number_difference(statement, number, index, weighing))]
    yield from found or _portion_differences(statement, index, weighing)


def _number_difference(
    statement: Statement, number: Number, index: ReportIndex, weighing: Weighing
) -> Difference | None:
    """How the report gives one number otherwise: by a date of birth, by the judge, or by the age that stands there."""
    age = reckoned(statement, number, index)
    if age and not age.agrees and age.passage:
        return _reckoned_otherwise(statement, number, age)
    if age or not is_compared(statement, number):
        return None
    judge, evidence = judge_of("numbers"), number_evidence(statement, number, index, weighing)
    confidence = judge.confidence(judge.score(evidence.features)) if evidence.rival else None
    if confidence and not _is_of_the_process(statement, number, evidence.rival):
        return _difference(_kind(number), statement, number, evidence.rival, confidence)
    beside = age_told_otherwise(statement, number, index, weighing) or _plainly_so_many(
        statement, number, index, weighing
    )
    if beside:
        return _difference(_kind(number), statement, number, _place(*beside), Confidence.POSSIBLE)
    return None


def _is_of_the_process(statement: Statement, number: Number, rival: Place | None) -> bool:
    """Whether a count in the story is held against one of how the review was done, of things that its text has no word of."""
    assert rival
    passage, start, _ = rival
    theirs = next((one for one in passage.sentence.numbers if one.start == start), None)
    if statement.part == "process" or passage.paragraph.section is not Section.INTRODUCTION:
        return False
    told = statement.sentence.stems.union(*(one.stems for one in statement.siblings))
    return not number.unit and theirs is not None and bool(theirs.nouns) and not theirs.nouns & told


def _plainly_so_many(
    statement: Statement, number: Number, index: ReportIndex, weighing: Weighing
) -> tuple[Passage, Number] | None:
    """A passage that counts just so many where the statement says "more than six" or "fewer than ten"."""
    if number.unit or not _BOUND.search(statement.sentence.text, 0, number.start):
        return None
    for passage in weighing.whole.top(index, NEAREST, NEAR):
        for other in passage.sentence.numbers:
            plain = not other.hedge and not _COMPARED.search(passage.sentence.text, 0, other.start)
            if plain and other.value == number.value and likeness(number, other) >= ALIKE:
                return passage, other
    return None


def _reckoned_otherwise(statement: Statement, number: Number, age: Reckoned) -> Difference:
    assert age.passage
    found = _difference("age-changed", statement, number, (age.passage, *age.span), Confidence.LIKELY)
    said = f"“{_in_context(statement.sentence.text, number.start, number.end)}”"
    return replace(
        found,
        message=f"the summary says {said}; reckoned from the date of birth that the overview report gives, it was"
        f" {age.age}",
        help=f"check the age and the date; from the date of birth it is {age.age}",
    )


def _portion_differences(
    statement: Statement, index: ReportIndex, weighing: Weighing
) -> Iterator[Difference]:
    """Numbers exchanged, parts of a whole that the report gives otherwise, and what ought to be exchanged with what was."""
    for number, passage, theirs in exchanged_numbers(statement, index, weighing):
        yield _difference(_kind(number), statement, number, _place(passage, theirs), Confidence.LIKELY)
    for part, whole, passage, other in unlike_portions(statement, index, weighing):
        yield _difference(_kind(whole), statement, part, _place(passage, other), Confidence.LIKELY)
    for number, passage, theirs in unlike_sums(statement, index, weighing):
        yield _difference(_kind(number), statement, number, _place(passage, theirs), Confidence.LIKELY)
    norm = exchanged_norm(statement, index, weighing)
    if norm:
        number, passage, theirs = norm
        yield _difference(_kind(number), statement, number, _place(passage, theirs), Confidence.LIKELY)


def _place(passage: Passage, number: Number) -> Place:
    return passage, number.start, number.end


def date_differences(statement: Statement, index: ReportIndex, weighing: Weighing) -> Iterator[Difference]:
    """The dates of a statement that the report gives otherwise."""
    judge = judge_of("dates")
    for date in statement.sentence.dates:
        if not is_placed(statement, date):
            continue
        evidence = date_evidence(statement, date, index, weighing)
        confidence = judge.confidence(judge.score(evidence.features)) if evidence.rival else None
        if not confidence:
            continue
        told = _comes_to(statement, date, evidence.rival) or _same_season(statement, date, evidence.rival)
        if not told:
            yield _difference("date-changed", statement, date, evidence.rival, confidence)


def _comes_to(statement: Statement, date: Date, rival: Place | None) -> bool:
    """Whether a statement tells the rival's day by the time since its own: "a referral of 11 January, sent back a week later"."""
    assert rival
    day = day_elapsed(statement.sentence.text[date.end :], date)
    passage, start, _ = rival
    return day is not None and any(one.start == start and day.agrees(one) for one in passage.sentence.dates)


def _same_season(statement: Statement, date: Date, rival: Place | None) -> bool:
    """Whether the rival's sentence tells of the season too: "in June 2006; in the autumn of that year"."""
    assert rival
    season = SEASON.match(statement.sentence.text, date.start)
    return season is not None and season[1].lower() in rival[0].sentence.text.lower()


def is_compared(statement: Statement, number: Number) -> bool:
    """Whether a number can be held against the report: no "one", no time of day, no "nine days later", no name.

    Nor one that only says what another was not ("14 days rather than ten"), or counts those beside one ("three others").
    """
    sentence = statement.sentence
    at = sentence.index_at(number.start)
    if [word.lower for word in sentence.words[max(0, at - 2) : at]] in (
        ["rather", "than"],
        ["instead", "of"],
    ):
        return False
    named = number.ordinal and any(
        one.first <= at + 1 < one.end for one in sentence.mentions
    )  # "the second GP"
    return (
        not named
        and (number.value not in (0, 1) or bool(number.age))
        and number.unit != "clock"
        and not (number.ordinal and not number.nouns)  # "on the 14th"
        and not _SHARE.search(sentence.text[: number.start])
        and not _OF_MORE.search(sentence.text[: number.start])
        and not _counts_what_follows(number, sentence.text)
        and not _relative(number, statement)
        and (bool(number.unit) or number.value >= MANY or not _OTHERS.match(sentence.text, number.end))
    )


def _counts_what_follows(number: Number, text: str) -> bool:
    """Whether a number only counts what its sentence goes on to list: "Three warnings came: a test, a call and a letter"."""
    head, colon, items = text[number.end :].partition(":")
    if not colon or "," in head or (";" in items and number.value != items.count(";") + 1):
        return False
    return ";" in items or number.value == len(re.split(r", and |, | and ", items))


def is_placed(statement: Statement, date: Date) -> bool:
    """Whether a statement says enough for a date to be placed, and its clause is no list of who did what when."""
    sentence = statement.sentence
    clause = clause_of(sentence, sentence.index_at(date.start))
    parties = {mention.party for mention in sentence.mentions if mention.first in clause}
    return len(parties) < CROWD and sum(sentence.content) + len(sentence.mentions) >= TELLING


def _difference(
    kind: str, statement: Statement, figure: Figure, there: Place | None, confidence: Confidence
) -> Difference:
    assert there
    passage, start, end = there
    bound = _BOUND.search(statement.sentence.text, 0, figure.start)
    first = bound.start() if bound else figure.start
    said = statement.sentence.text[first : figure.end].rstrip(".,;")
    true = passage.sentence.text[start:end].rstrip(".,;")
    return Difference(
        kind,
        statement.pointer,
        f"the summary says “{_in_context(statement.sentence.text, first, figure.end)}” where the overview report "
        f"says “{_in_context(passage.sentence.text, start, end)}” ({where(passage)})",
        f"check “{said}” against {where(passage)}, which has “{true}”",
        said,
        (evidence_from(passage, [(start, end)]),),
        confidence,
    )


def _kind(number: Number) -> str:
    """The contract's word for a wrong number: an age, a count of what the review itself counts, or any other."""
    if number.age:
        return "age-changed"
    return "count-disagrees" if not number.unit and number.nouns & _REVIEW_COUNTS else "number-changed"


def _in_context(text: str, start: int, end: int) -> str:
    """The figure with the words that follow it in the same clause, four at most.

    >>> _in_context("From 8 May 2009, however", 5, 15), _in_context("The 11 missed opportunities.", 4, 6)
    ('8 May 2009', '11 missed opportunities')
    """
    after = text[end : end + 60].split()
    taken: list[str] = []
    for word in after[:4]:
        taken.append(word)
        if word[-1] in ".,;:)":
            break
    return " ".join([*text[start:end].split(), *taken]).rstrip(" .,;:)")


def _relative(number: Number, statement: Statement) -> bool:
    """Whether it is a time reckoned from another ("nine days later", "a quarter past eight")."""
    text = statement.sentence.text
    after = text[number.end :].split(maxsplit=4)
    if text[: number.start].rstrip().endswith((" past", " quarter to", " half past")):
        return True
    return bool(number.unit) and not number.age and any(word.strip(".,;") in _RECKONED for word in after[:4])
