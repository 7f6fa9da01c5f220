"""Wording: two short texts as units of meaning, and which units of the one answer to those of the other."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from scr_check.comparison.bodies import everybody
from scr_check.comparison.frequencies import frequencies_in
from scr_check.comparison.initials import told_by_initials
from scr_check.comparison.names import Names
from scr_check.comparison.party import Mention, Party
from scr_check.language.asking import question_words, small_stems, small_words
from scr_check.language.dates import Date, dates_in
from scr_check.language.number import Number
from scr_check.language.numbers import numbers_in
from scr_check.language.sentences import sentences_in
from scr_check.language.words import DATA, Word, lexicon, stem, stop_words, words_in

_EDGE = re.compile(
    r"\b(?:end|close|beginning|start)(?= of (?:\w+ )?(?:19|20)\d\d\b)", re.IGNORECASE
)  # of a month or year
_AT_ONCE = re.compile(
    r"\bwith immediate effect\b", re.IGNORECASE
)  # how firmly that asks is looked at by itself
_FIGURE = re.compile(  # looked for first, since most fields hold no figure and reading for them takes longest
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred|dozen|first|second|third"
    r"|once|twice|thrice|half)\b",
    re.IGNORECASE,
)
_DATED = re.compile(r"\d|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
LIGHT = 0.25  # what a word for any thing weighs, against a word with a meaning of its own
KIN = 5  # letters that two words must begin with to count as of one family ("protect", "protective")


@cache
def light_stems() -> frozenset[str]:
    """The stems of words that carry little of what is asked."""
    lines = (DATA / "light_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(stem(word) for line in lines if not line.startswith("#") for word in line.split())


@dataclass(frozen=True, slots=True)
class Unit:
    """A content word or a party: its stem, place, word and sentence (indexes), and its last word's stem."""

    stem: str
    start: int
    end: int
    at: int
    sentence: int
    party: Party | None = None
    stems: frozenset[str] = frozenset()
    head: str = ""

    @property
    def weight(self) -> float:
        """How much it says: 1, or `LIGHT` for a word that stands for any thing."""
        return LIGHT if self.stem in light_stems() or self.stem in small_stems("weak_verbs") else 1.0


@dataclass(frozen=True, slots=True)
class Wording:
    """A text read for comparison: its words, units, figures and dates, all placed in the whole text."""

    text: str
    words: tuple[Word, ...]
    sentence_of: tuple[int, ...]
    units: tuple[Unit, ...]
    numbers: tuple[Number, ...]
    dates: tuple[Date, ...]
    stems: frozenset[str] = frozenset()

    @property
    def weight(self) -> float:
        """What all its units weigh."""
        return sum(unit.weight for unit in self.units)


def read_wording(text: str, names: Names) -> Wording:
    """A recommendation, action or outcome read for comparison."""
    text = " ".join(text.split())
    words = words_in(text)
    ends = [span.end for span in sentences_in(text)]
    sentence_of = tuple(bisect_right(ends, word.start) for word in words)
    numbers = numbers_in(text, words) if _FIGURE.search(text) else []
    dates = dates_in(text) if _DATED.search(text) else []
    figures = [(n.start, n.end) for n in numbers] + [(d.start, d.end) for d in dates]
    figures += [(f.start, f.end) for f in frequencies_in(text)]
    figures += [match.span() for match in _EDGE.finditer(text)]
    figures += [match.span() for match in _AT_ONCE.finditer(text)]
    mentions = [
        m for m in names.mentions(words) if not everybody(text[words[m.first].start : words[m.end - 1].end])
    ]
    units = _units(words, sentence_of, mentions, figures)
    return Wording(
        text,
        tuple(words),
        sentence_of,
        tuple(units),
        tuple(numbers),
        tuple(dates),
        frozenset(w.stem for w in words),
    )


def _units(
    words: list[Word], sentence_of: tuple[int, ...], mentions: list[Mention], figures: list[tuple[int, int]]
) -> list[Unit]:
    """The content words and parties among the words, in order."""
    found = []
    taken: set[int] = set()
    for mention in mentions:
        stems = frozenset(word.stem for word in words[mention.first : mention.end])
        start, end = words[mention.first].start, words[mention.end - 1].end
        found.append(
            Unit(
                "@" + mention.party.role,
                start,
                end,
                mention.first,
                sentence_of[mention.first],
                mention.party,
                stems,
                words[mention.end - 1].stem,
            )
        )
        taken.update(range(mention.first, mention.end))
    for i, word in enumerate(words):
        if (
            i not in taken
            and _says(word)
            and not any(start < word.end and word.start < end for start, end in figures)
        ):
            found.append(
                Unit(
                    word.stem,
                    word.start,
                    word.end,
                    i,
                    sentence_of[i],
                    None,
                    frozenset((word.stem,)),
                    word.stem,
                )
            )
    return sorted(found, key=lambda unit: unit.at)


def _says(word: Word) -> bool:
    """Whether a word has a meaning of its own."""
    return word.lower in small_words("weak_verbs") or (len(word.lower) > 1 and word.lower not in stop_words())


def alike(one: Unit, other: Unit) -> float:
    """How far two units may mean the same: 1 the same, less for one family or near meaning, else 0."""
    if one.party and other.party:
        return _same_party(one.party, other.party)
    if one.party or other.party:
        return 0.6 if one.head == other.head else 0.0
    if one.stem == other.stem:
        return 1.0
    near = lexicon().near
    if other.stem in near.get(one.stem, ()) or one.stem in near.get(other.stem, ()):
        return 0.8
    return 0.7 if _kin(one.stem, other.stem) else 0.0


def _same_party(one: Party, other: Party) -> float:
    """How far two parties may be one: a person may stand for the body; own names tell bodies apart."""
    if one.kind == other.kind == "agency" and one.name and other.name:
        return 1.0 if one.name == other.name else 0.0
    if not one.may_be(other):
        return 0.0
    return 1.0 if one.kind == other.kind else 0.8


def _kin(one: str, other: str) -> bool:
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    if length >= KIN and length >= 0.6 * max(len(one), len(other)):
        return True
    short, long = sorted((one, other), key=len)
    return (
        len(short) >= KIN - 1 and long.startswith("un") and short.startswith(long[2:])
    )  # "not answered", "unanswered"


_SELVES = frozenset(("himself", "herself", "themselves", "themself", "itself"))


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which units of the report's wording and the summary's answer to each other (`pairs`, by index).

    `missing` are units of the report that nothing in the summary answers to, not even a second mention;
    `added` those of the summary that nothing in the report answers to.
    """

    report: Wording
    summary: Wording
    pairs: dict[int, int]
    missing: tuple[int, ...]
    added: tuple[int, ...]

    @property
    def kept(self) -> float:
        """The share (0 to 1) of the report's wording that the summary has in the same or near words."""
        lost = sum(self.report.units[i].weight for i in self.missing)
        return 1 - lost / (self.report.weight or 1.0)

    @property
    def own(self) -> float:
        """The share (0 to 1) of the summary's wording that is new."""
        return sum(self.summary.units[i].weight for i in self.added) / (self.summary.weight or 1.0)


def align(report: Wording, summary: Wording) -> Alignment:
    """Pair the units of two wordings: the same words first, then words of near meaning, nearest in place."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    scores = _scores(report, summary)
    for i, j, _ in sorted(scores, key=lambda score: _rank(report, summary, *score)):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    answered = pairs.keys() | {i for i, _, score in scores if score == 1.0}  # a second mention of the same
    known = taken | {j for _, j, score in scores if score == 1.0}
    short, spelled = told_by_initials(report.text, report.words, summary.text, summary.words)
    missing = tuple(
        i
        for i, unit in enumerate(report.units)
        if i not in answered and unit.start not in short and not _told(unit, summary)
    )
    added = tuple(
        j
        for j, unit in enumerate(summary.units)
        if j not in known and unit.start not in spelled and not _told(unit, report)
    )
    return Alignment(report, summary, pairs, missing, added)


def _told(unit: Unit, other: Wording) -> bool:
    """Whether the other text has the unit after all: in a longer name, or as a question word ("and why")."""
    if unit.stem == "self" and any(word.lower in _SELVES for word in other.words):
        return True  # "has self-harmed", "has harmed himself"
    if unit.stems <= other.stems and (len(unit.stems) == 1 or _stand_together(unit.stems, other)):
        return True
    words = question_words().get(unit.stem, frozenset())
    return any(word.lower in words for word in other.words)


def _stand_together(stems: frozenset[str], other: Wording) -> bool:
    """Whether the words of a name stand side by side: "designated nurse ... every doctor" has no designated doctor."""
    reach = len(stems) + 1
    return any(
        stems <= {word.stem for word in other.words[at : at + reach]} for at in range(len(other.words))
    )


def _scores(report: Wording, summary: Wording) -> list[tuple[int, int, float]]:
    return [
        (i, j, score)
        for i, one in enumerate(report.units)
        for j, other in enumerate(summary.units)
        if (score := alike(one, other))
    ]


def _rank(report: Wording, summary: Wording, i: int, j: int, score: float) -> tuple[float, bool, float]:
    """What decides which pair is made first: the likest, the very same party, the nearest in place."""
    other = report.units[i].party != summary.units[j].party
    return -score, other, _apart(report, summary, i, j)


def _apart(report: Wording, summary: Wording, i: int, j: int) -> float:
    return abs(i / max(1, len(report.units)) - j / max(1, len(summary.units)))
