"""Fitting: which figure of a passage stands in the place of a statement's, by the words round both."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from scr_check.comparison.bearing import Bearing
from scr_check.comparison.index import Key, Passage, ReportIndex
from scr_check.comparison.sentence import Sentence, closeness
from scr_check.language.dates import Date
from scr_check.language.number import Number
from scr_check.language.words import lexicon

NEAR = 0.8  # what a word of the same meaning counts
PARTY = 2.0  # what a party counts, against the rarity of words
REACH = 4.0  # words after which a word's weight has fallen by half
BEYOND = 0.4  # what a word beyond the figure's clause counts
BEFORE = (
    0.6  # what the sentence before counts, for a figure that names no things: "Ten were due. Six were held."
)
SAME_THING = 0.15  # what it adds that both count the same thing
PASSAGES, LEAST = 15, 0.35  # how many of the nearest passages are looked at, with what part of the best share

Figure = Number | Date
Context = dict[Key, float]


@dataclass(frozen=True, slots=True)
class Told:
    """A figure that a passage tells: whether it is the statement's, and how surely (0 to 1) it counts the same thing.

    `own` marks one that the statement gives too, of something else.
    """

    figure: Figure
    same: bool
    likeness: float
    own: bool = False


@dataclass(frozen=True, slots=True)
class Fit:
    """How well (about 0 to 1) a passage's figure fits the place of the statement's; `mutual` is the lesser of both sides."""

    score: float = 0.0
    mutual: float = 0.0
    told: Told | None = None
    passage: Passage | None = None


def best_fits(
    index: ReportIndex,
    bearing: Bearing,
    sentence: Sentence,
    figure: Figure,
    told_by: Callable[[Passage], Iterable[Told]],
) -> tuple[Fit, Fit]:
    """Of the figures that the nearest passages tell, the best fit of those that are the statement's, and of the others."""
    mine = context(index, sentence, figure)
    given, rival = Fit(), Fit()
    for passage in bearing.top(index, PASSAGES, LEAST):
        part = bearing.shares[passage.number] / bearing.best
        for told in told_by(passage):
            theirs = _context_in_report(index, passage, told.figure)
            one, two = part_held(mine, theirs), part_held(theirs, mine)
            score = part * ((one + two) / 2 + SAME_THING * told.likeness)
            if score > (given if told.same else rival).score:
                fit = Fit(score, min(one, two), told, passage)
                given, rival = (fit, rival) if told.same else (given, fit)
    return given, rival


def context(index: ReportIndex, sentence: Sentence, figure: Figure) -> Context:
    """The words and parties round a figure with their weights: the nearer and rarer the more."""
    at = sentence.index_at(figure.start)
    last = at
    while last + 1 < len(sentence.words) and sentence.words[last + 1].start < figure.end:
        last += 1
    found: Context = {}

    def keep(key: Key, i: int, weight: float) -> None:
        weight *= closeness(sentence, i, at, last + 1, REACH, BEYOND)
        found[key] = max(found.get(key, 0.0), weight)

    for i, word in enumerate(sentence.words):
        if sentence.content[i]:
            keep(("", word.stem), i, index.rarity(word.stem))
    for mention in sentence.mentions:
        if not at <= mention.first <= last:
            keep(("@", mention.party.role), mention.first, PARTY)
    return found


def part_held(mine: Mapping[Key, float], theirs: Mapping[Key, float]) -> float:
    """The part (0 to 1) of the weights of one context that another holds."""
    total = told = 0.0
    near = lexicon().near
    for key, weight in mine.items():
        total += weight
        if key in theirs:
            told += weight
        elif not key[0] and any(("", like) in theirs for like in near.get(key[1], ())):
            told += weight * NEAR
    return told / total if total else 0.0


def _contexts(index: ReportIndex) -> dict[tuple[int, int], Context]:
    return {}


def _context_in_report(index: ReportIndex, passage: Passage, figure: Figure) -> Context:
    """The context of a passage's figure, with that of the figures before where it names no things itself."""
    known = index.once(_contexts)
    key = passage.number, figure.start
    if key not in known:
        found = context(index, passage.sentence, figure)
        bare = isinstance(figure, Number) and not figure.nouns and not figure.unit
        if bare and passage.number - 1 in index.blocks[passage.block]:
            earlier = index.passages[passage.number - 1].sentence
            for one in earlier.numbers:
                for word, weight in context(index, earlier, one).items():
                    found[word] = max(found.get(word, 0.0), BEFORE * weight)
        known[key] = found
    return known[key]
