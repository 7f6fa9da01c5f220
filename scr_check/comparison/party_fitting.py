"""Party fitting: who in a passage stands in the place of a statement's party, by the words, verbs and parties round both."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from scr_check.comparison.index import Passage, ReportIndex
from scr_check.comparison.party import Party
from scr_check.comparison.predicates import DOER, Predicate
from scr_check.comparison.sentence import Sentence, closeness
from scr_check.language.words import lexicon

NEAR = 0.8  # what a word or verb of the same meaning counts
PARTY = 2.0  # what another party counts, against the rarity of words
FACT = 2.5  # ... and a date or a number
REACH = 5.0  # words after which a word's weight has fallen by half
BEYOND = 0.45  # what a word beyond the clause counts
DEED = 0.25  # what the same part beside the same verb adds
OPPOSED = 0.8  # what a fit counts where one clause denies and the other does not
MEANT = 0.85  # what somebody meant by a pronoun counts, against one who is named
TURNED = 0.5  # what it takes away that the verb is the same and the part another

Deed = tuple[bool, str]  # whether the party is the doer, and the verb's stem


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody in a sentence, by name or pronoun: the words that name them, and the words, parties and figures round them."""

    party: Party
    first: int
    end: int
    named: bool
    words: dict[str, float]
    parties: tuple[tuple[Party, float], ...]
    facts: dict[float | str, float]
    deeds: tuple[Deed, ...]
    denied: bool
    total: float


class Actors:
    """The actors of a report's passages, read once for each passage that is asked for."""

    def __init__(self, index: ReportIndex) -> None:
        self._index = index
        self._found: dict[int, list[Actor]] = {}

    def of(self, number: int) -> list[Actor]:
        """Everybody in a passage."""
        if number not in self._found:
            sentence = self._index.passages[number].sentence
            self._found[number] = actors_in(self._index, sentence, self._index.predicates(number))
        return self._found[number]


def actors_in(index: ReportIndex, sentence: Sentence, predicates: list[Predicate]) -> list[Actor]:
    """Everybody in a sentence, those meant by pronouns after those named."""
    places = [(mention.party, mention.first, mention.end, True) for mention in sentence.mentions]
    taken = {first for _, first, _, _ in places}
    for predicate in predicates:
        for role in predicate.roles:
            if role.word not in taken:
                taken.add(role.word)
                places.append((role.party, role.word, role.word + 1, False))
    return [_actor(index, sentence, predicates, place, places) for place in places]


Place = tuple[Party, int, int, bool]


def _actor(
    index: ReportIndex, sentence: Sentence, predicates: list[Predicate], place: Place, places: list[Place]
) -> Actor:
    party, first, end, named = place
    clause = sentence.clause[first]

    def weight(i: int) -> float:
        return closeness(sentence, i, first, end, REACH, BEYOND)

    words: dict[str, float] = {}
    for i, word in enumerate(sentence.words):
        if sentence.content[i]:
            told = index.rarity(word.stem) * weight(i)
            if told > words.get(word.stem, 0.0):
                words[word.stem] = told
    others: dict[Party, float] = {}
    for other, start, _, by_name in places:
        if start != first:
            told = PARTY * weight(start) * (1.0 if by_name else MEANT)
            others[other] = max(others.get(other, 0.0), told)
    facts: dict[float | str, float] = {}
    for number in sentence.numbers:
        if number.value > 1:
            facts[number.value] = FACT * weight(sentence.index_at(number.start))
    for date in sentence.dates:
        facts[f"{date.month} {date.day or date.year}"] = FACT * weight(sentence.index_at(date.start))
    deeds = tuple(
        (role.part == DOER, predicate.stem)
        for predicate in predicates
        for role in predicate.roles
        if role.word == first
    )
    denied = any(sentence.denied[i] > 0 for i in range(len(sentence.words)) if sentence.clause[i] == clause)
    total = sum(words.values()) + sum(others.values()) + sum(facts.values())
    return Actor(party, first, end, named, words, tuple(others.items()), facts, deeds, denied, total)


def held(mine: Actor, theirs: Actor, exchanged: bool = False) -> float:
    """The part (0 to 1) of what stands round one actor that stands round another too.

    Where the two may have changed places (`exchanged`), the mention of each beside the other is left out.
    """
    told, total = 0.0, mine.total
    near, words = lexicon().near, theirs.words
    for stem, weight in mine.words.items():
        if stem in words:
            told += weight
        elif not near.get(stem, _NONE).isdisjoint(words):
            told += weight * NEAR
    for party, weight in mine.parties:
        if exchanged and (party.may_be(theirs.party) or party.may_be(mine.party)):
            total -= weight
        elif any(party.may_be(other) for other, _ in theirs.parties):
            told += weight
    for fact, weight in mine.facts.items():
        if fact in theirs.facts:
            told += weight
    return told / total if total > 0 else 0.0


_NONE: frozenset[str] = frozenset()


def deeds_alike(mine: Iterable[Deed], theirs: Iterable[Deed]) -> float:
    """How far two actors play the same part beside the same verb: 1, less for a verb like it, below 0 for another part."""
    near = lexicon().near
    best = worst = 0.0
    for does, verb in mine:
        for also, other in theirs:
            same = 1.0 if verb == other else NEAR * (other in near.get(verb, _NONE))
            if same and does == also:
                best = max(best, same)
            elif same:
                worst = max(worst, same)
    return best or -TURNED * worst


@dataclass(frozen=True, slots=True)
class Fit:
    """How well an actor of a passage stands where the statement's does: in all, at least of one in the other, by verb."""

    score: float = 0.0
    mutual: float = 0.0
    deed: float = 0.0
    passage: Passage | None = None
    actor: Actor | None = None

    def less(self, score: float) -> "Fit":
        """The same fit with its score lowered by that of another."""
        return replace(self, score=self.score - score)


NO_FIT = Fit()


def by_score(found: Fit) -> float:
    """What fits are ranked by."""
    return found.score


def fit(mine: Actor, theirs: Actor, part: float, passage: Passage, exchanged: bool = False) -> Fit:
    """How well one actor stands where another does, in a passage with this part (0 to 1) of the nearest one's share."""
    one, two = held(mine, theirs, exchanged), held(theirs, mine, exchanged)
    deed = deeds_alike(mine.deeds, theirs.deeds)
    score = part * (0.5 * (one + two) + DEED * deed)
    if not theirs.named:
        score *= MEANT
    if mine.denied != theirs.denied:
        score *= OPPOSED
    return Fit(score, min(one, two), deed, passage, theirs)


def everybody(index: ReportIndex) -> frozenset[Party]:
    """Every party that a report names."""
    return frozenset(mention.party for passage in index.passages for mention in passage.sentence.mentions)
