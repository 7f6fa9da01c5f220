"""A sentence as the comparison sees it: its words, names, numbers, dates, and what is denied in it."""

import re
from dataclasses import dataclass, replace
from functools import cached_property

from scr_check.comparison.names import Names
from scr_check.comparison.party import Mention
from scr_check.language.dates import Date, dates_in
from scr_check.language.number import Number
from scr_check.language.numbers import numbers_in
from scr_check.language.polarity import denied
from scr_check.language.sentences import sentences_in
from scr_check.language.unsaid import DETERMINERS, PRONOUNS
from scr_check.language.words import Word, plain, stop_words, words_in

_STOPS = re.compile(r"[,;:().?!]")


@dataclass(frozen=True)
class Sentence:
    """One sentence of either document; all indexes into `words`, `offset` its place in the text it is part of.

    `content` marks words that carry meaning of their own (no stop word, number, date or name), `denied` gives 0 or
    the rank of each word after what denies it, `clause` numbers the clause each word stands in.
    """

    text: str
    offset: int
    words: tuple[Word, ...]
    content: tuple[bool, ...]
    denied: tuple[int, ...]
    clause: tuple[int, ...]
    mentions: tuple[Mention, ...]
    numbers: tuple[Number, ...]
    dates: tuple[Date, ...]

    def __hash__(self) -> int:
        return hash(self.text)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its content words."""
        return frozenset(word.stem for word, counts in zip(self.words, self.content, strict=True) if counts)

    def index_at(self, place: int) -> int:
        """The index of the word at or after a place in the sentence's text."""
        return next((i for i, word in enumerate(self.words) if word.end > place), len(self.words) - 1)


def read_sentences(text: str, names: Names) -> list[Sentence]:
    """Every sentence of a text, read for its facts."""
    text = " ".join(plain(text).split())
    return [read_sentence(text[span.start : span.end], names, span.start) for span in sentences_in(text)]


def read_sentence(text: str, names: Names, offset: int = 0) -> Sentence:
    """Read one sentence (or list item, table row, field) for its facts."""
    text = plain(text)
    words = words_in(text)
    dates = dates_in(text)
    mentions = names.mentions(words)
    taken = {i for mention in mentions for i in range(mention.first, mention.end)}
    named = {words[i].start for i in taken}
    numbers = [
        one for one in numbers_in(text, words, dates) if one.start not in named
    ]  # not the 2 of "Twin 2"
    spans = [(found.start, found.end) for found in dates] + [(found.start, found.end) for found in numbers]
    stops = stop_words()
    content = [
        i not in taken
        and word.lower not in stops
        and len(word.lower) > 1
        and not (spans and _within(word, spans))
        for i, word in enumerate(words)
    ]
    starts = _clause_starts(text, words, mentions)
    reach = [counts or i in taken for i, counts in enumerate(content)]
    state = denied(words, frozenset(starts), reach)
    clause = []
    number = 0
    for i in range(len(words)):
        number += i in starts
        clause.append(number)
    return Sentence(
        text,
        offset,
        tuple(words),
        tuple(content),
        tuple(state),
        tuple(clause),
        tuple(mentions),
        tuple(numbers),
        tuple(dates),
    )


HALF_A_YEAR = 6  # months


def dated(sentences: list[Sentence], year: int | None = None) -> list[Sentence]:
    """The sentences of one text, each date without a year given that of the date before it, else `year`.

    From a month that stands far from the one before it, the year is left open: "in December 2009 ... in January".
    """
    found = []
    month = 0
    for sentence in sentences:
        dates = []
        for date in sentence.dates:
            far = bool(month and date.month) and abs((date.month or 0) - month) >= HALF_A_YEAR
            year, month = date.year or (None if far else year), date.month or 0
            dates.append(date if date.year else replace(date, year=year))
        found.append(replace(sentence, dates=tuple(dates)) if dates else sentence)
    return found


def without_titles(sentence: Sentence) -> Sentence:
    """A table's row read as a sentence, without the parties that only stand in a column's title ("Interpreter: Father")."""
    text, words = sentence.text, sentence.words
    named = tuple(one for one in sentence.mentions if not text.startswith(":", words[one.end - 1].end))
    return sentence if named == sentence.mentions else replace(sentence, mentions=named)


def clause_of(sentence: Sentence, at: int) -> range:
    """The indexes of the words in the clause of word `at`."""
    number = sentence.clause[at]
    first = sentence.clause.index(number)
    return range(first, first + sentence.clause.count(number))


def clause_text(sentence: Sentence, at: int) -> str:
    """The text of the clause of word `at`."""
    clause = clause_of(sentence, at)
    return sentence.text[sentence.words[clause.start].start : sentence.words[clause.stop - 1].end]


def closeness(sentence: Sentence, i: int, first: int, end: int, reach: float, beyond: float) -> float:
    """What word `i` counts (0 to 1) beside the words from `first` to `end`.

    Half after `reach` words; beyond their clause it is multiplied by `beyond`.
    """
    distance = first - i if i < first else max(0, i - end + 1)
    return (1.0 if sentence.clause[i] == sentence.clause[first] else beyond) / (1 + distance / reach)


def _within(word: Word, spans: list[tuple[int, int]]) -> bool:
    return any(start < word.end and word.start < end for start, end in spans)


_OPENERS = frozenset(
    [
        "but",
        "although",
        "though",
        "while",
        "whereas",
        "because",
        "who",
        "which",
        "when",
        "until",
        "unless",
        "despite",
        "since",
        "so",
    ]
)
_TIMES = frozenset(["on", "in", "at", "from", "by", "then", "later", "also"])
_FINITE = frozenset("did had has was were is are must should will would could".split())
_SUBJECT = 6  # words after "and" within which the verb of a new subject stands
_VERBAL = frozenset(
    [
        "did",
        "had",
        "has",
        "was",
        "were",
        "is",
        "are",
        "must",
        "should",
        "will",
        "would",
        "could",
        "no",
        "not",
        "never",
        "nobody",
        "nothing",
        "none",
        "neither",
        "failed",
        "omitted",
        "made",
        "gave",
        "took",
    ]
)


def _clause_starts(text: str, words: list[Word], mentions: list[Mention]) -> set[int]:
    """The indexes of words that begin a clause: after a stop, comma or bracket, and at a conjunction."""
    starts = {
        mention.first - 1
        for mention in mentions
        if mention.first > 1
        and words[mention.first - 1].lower in ("and", "but")
        and mention.end < len(words)
        and words[mention.end].lower in _VERBAL
    }
    for i in range(1, len(words)):
        lower, gap = words[i].lower, text[words[i - 1].end : words[i].start]
        joins = (
            lower == "and" and i + 1 < len(words) and (_goes_on(words, i + 1) or _has_a_subject(words, i + 1))
        )
        if joins or lower in _OPENERS or (gap != " " and _STOPS.search(gap)):
            starts.add(i)
    return starts


def _goes_on(words: list[Word], at: int) -> bool:
    """Whether a verb follows "and", or a time or place and then a verb ("and on 29 July agreed")."""
    later = words[at + 1 : at + 6] if words[at].lower in _TIMES else []
    return any(word.lower in _VERBAL or word.lower.endswith("ed") for word in (words[at], *later))


def _has_a_subject(words: list[Word], at: int) -> bool:
    """Whether a subject and its verb follow "and" ("was not told, and the letter mentioned it")."""
    if words[at].lower not in DETERMINERS:
        return False
    for i in range(at + 2, min(at + _SUBJECT, len(words))):
        after = words[i + 1].lower if i + 1 < len(words) else ""
        if words[i].lower in _FINITE or (
            words[i].lower.endswith("ed") and after in DETERMINERS | PRONOUNS | {"that", "nothing", "nobody"}
        ):
            return True
        if words[i].lower in ("and", "or", "but"):
            return False
    return False
