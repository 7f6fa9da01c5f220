"""Figures: numbers, ages, counts and dates of a statement, held against the passages that speak of the same thing.

A figure is wrong when no passage near in subject gives it and a nearer one gives another of the same thing. The
limits below were set on the labelled cases (see docs/accuracy.md): at them about one faithful figure in a hundred
and twenty is doubted.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from scr_check.comparison.bearing import Bearing, bearing
from scr_check.comparison.evidence import evidence_from, where
from scr_check.comparison.index import Passage, ReportIndex
from scr_check.comparison.result import Difference
from scr_check.comparison.sentence import Sentence
from scr_check.comparison.statements import Statement
from scr_check.documents.overview import Section
from scr_check.finding import Confidence
from scr_check.language.dates import Date
from scr_check.language.numbers import Number
from scr_check.language.words import lexicon, stem

SUPPORTED = 0.56  # a passage that gives the figure must hold this part of the nearest passage's share
RIVAL = 0.72  # a passage that gives another figure must hold this part
RIVAL_DATE = 0.85  # and one that gives another date this part
UNHEARD = 0.2  # a figure supported no better than this stands nowhere near: a rival need hold only LOOSE or LOOSE_DATE
LOOSE, LOOSE_DATE = 0.55, 0.6
PLAIN = 0.9  # a passage this near to the whole statement that gives the figure settles it
SUBJECT = 0.33  # below this share no passage speaks of the same thing
TELLING = 4  # words and parties that a statement needs for its dates to be placed
SURE = 0.35  # a figure less supported than this is likely wrong, else possibly
_REVIEW_COUNTS = frozenset(
    stem(noun)
    for noun in ("agency", "opportunity", "occasion", "review", "report", "recommendation", "finding")
)
_TO_COME = frozenset((Section.RECOMMENDATIONS, Section.ACTION_PLAN, Section.LESSONS))  # they tell no story
_RECKONED = frozenset(("later", "earlier", "before", "after", "ago", "previously", "afterwards"))


@dataclass(frozen=True, slots=True)
class _Rival:
    """The figure that the report gives instead, and how well the summary's own is supported (0 to 1)."""

    passage: Passage
    start: int
    end: int
    support: float


def number_differences(statement: Statement, index: ReportIndex, whole: Bearing) -> Iterator[Difference]:
    """The numbers of a statement that the report gives otherwise."""
    own = [mine for sibling in statement.siblings for mine in sibling.numbers]
    for number in statement.sentence.numbers:
        if (number.value == 1 and not number.age) or number.unit == "clock" or _relative(number, statement):
            continue

        def gives(passage: Passage, number: Number = number) -> bool:
            return any(_same(number, other) for other in passage.sentence.numbers)

        def rivals(passage: Passage, number: Number = number) -> tuple[int, int] | None:
            before = [near.sentence for near in index.around(passage.number, 1, 0)]
            for other in passage.sentence.numbers:
                if _rivals(number, other, statement.sentence, before) and not any(
                    _same(mine, other) for mine in own
                ):
                    return other.start, other.end
            return None

        least = LOOSE if not number.ordinal and (number.value > 3 or number.age) else RIVAL
        rival = _rival(statement, index, whole, number.start, number.end, gives, rivals, least, RIVAL)
        if rival and (number.value > 3 or number.age or rival.support < SURE):
            yield _difference(_kind(number), statement, number, rival)


def date_differences(statement: Statement, index: ReportIndex, whole: Bearing) -> Iterator[Difference]:
    """The dates of a statement that the report gives otherwise."""
    own = [mine for sibling in statement.siblings for mine in sibling.dates]
    if sum(statement.sentence.content) + len(statement.sentence.mentions) < TELLING:
        return
    for date in statement.sentence.dates:

        def gives(passage: Passage, date: Date = date) -> bool:
            return any(
                date.agrees(other) and other.precision >= date.precision
                for other in index.dates_at(passage.number)
            )

        def rivals(passage: Passage, date: Date = date) -> tuple[int, int] | None:
            for other in passage.sentence.dates:
                if other.precision >= date.precision and not any(other.agrees(mine) for mine in own):
                    return other.start, other.end
            return None

        rival = _rival(statement, index, whole, date.start, date.end, gives, rivals, LOOSE_DATE, RIVAL_DATE)
        if rival:
            yield _difference("date-changed", statement, date, rival)


def _rival(
    statement: Statement,
    index: ReportIndex,
    whole: Bearing,
    start: int,
    end: int,
    gives: Callable[[Passage], bool],
    rivals: Callable[[Passage], tuple[int, int] | None],
    least: float,
    most: float,
) -> _Rival | None:
    """The figure that stands in the report for the one at `start` to `end` of the statement, if that one is unsupported."""
    if whole.part(index, gives) >= PLAIN:
        return None
    words = frozenset(
        i for i, word in enumerate(statement.sentence.words) if word.start < end and start < word.end
    )
    near = bearing(statement, index, min(words, default=0), words)
    if near.best < SUBJECT:
        return None
    support = near.part(index, gives)
    if support >= SUPPORTED:
        return None
    support = max(support, bearing(statement, index, None, words).part(index, gives))
    if support >= SUPPORTED:
        return None
    slope = (most - least) / (SUPPORTED - UNHEARD)
    needed = least + slope * max(0.0, support - UNHEARD)
    for passage in near.top(index, 8, needed):
        span = None if passage.paragraph.section in _TO_COME else rivals(passage)
        if span:
            return _Rival(passage, *span, support)
    return None


def _difference(kind: str, statement: Statement, figure: Number | Date, rival: _Rival) -> Difference:
    said = statement.sentence.text[figure.start : figure.end].rstrip(".,;")
    sentence = rival.passage.sentence
    true = sentence.text[rival.start : rival.end].rstrip(".,;")
    place = where(rival.passage)
    return Difference(
        kind,
        statement.pointer,
        f"the summary says “{_in_context(statement.sentence.text, figure.start, figure.end)}” where the overview report "
        f"says “{_in_context(sentence.text, rival.start, rival.end)}” ({place})",
        f"check “{said}” against {place}, which has “{true}”",
        said,
        (evidence_from(rival.passage, [(rival.start, rival.end)]),),
        Confidence.LIKELY if rival.support < SURE else Confidence.POSSIBLE,
    )


def _kind(number: Number) -> str:
    """The contract's word for a wrong number: an age, a count of what the review itself counts, or any other."""
    if number.age:
        return "age-changed"
    return "count-disagrees" if not number.unit and number.nouns & _REVIEW_COUNTS else "number-changed"


def _in_context(text: str, start: int, end: int) -> str:
    """The figure with the words that follow it in the same clause, four at most."""
    after = text[end : end + 60].split()
    taken: list[str] = []
    for word in after[:4]:
        taken.append(word)
        if word[-1] in ".,;:)":
            break
    return " ".join([text[start:end], *taken]).rstrip(".,;:)")


def _relative(number: Number, statement: Statement) -> bool:
    """Whether it is a time reckoned from another ("nine days later", "a quarter past eight")."""
    text = statement.sentence.text
    after = text[number.end :].split(maxsplit=4)
    if text[: number.start].rstrip().endswith((" past", " quarter to", " half past")):
        return True
    return bool(number.unit) and not number.age and any(word.strip(".,;") in _RECKONED for word in after[:4])


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


def _counted(number: Number, sentence: Sentence) -> frozenset[str]:
    """The stems of what is counted, and of the words close by in the same clause ("a caseload of 560")."""
    at = sentence.index_at(number.start)
    close = range(max(0, at - 4), min(len(sentence.words), at + 4))
    clause = sentence.clause[at] if sentence.words else 0
    return number.nouns | {
        sentence.words[i].stem for i in close if sentence.content[i] and sentence.clause[i] == clause
    }
