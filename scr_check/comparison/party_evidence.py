"""What speaks for and against a party of a statement: passages that say the same of it, or of another in its stead."""

from dataclasses import dataclass, field

from scr_check.comparison.bearing import Bearing, Weighing
from scr_check.comparison.index import Passage, ReportIndex
from scr_check.comparison.party import Mention, Party
from scr_check.comparison.predicates import DOER, Predicate
from scr_check.comparison.statements import Statement
from scr_check.documents.overview import Section
from scr_check.language.words import lexicon

PLAIN = 0.95  # a sentence this near to the whole statement that names the party settles it
NEAR_VERB = 0.8  # what a verb of the same meaning counts, against the same verb
FOLLOWED = 0.3  # the part of the nearest passage's share from which a passage's verbs are looked at
APART = frozenset(("panel", "board", "parents", "council", "court", "prison", "coroner"))
_TO_COME = frozenset((Section.RECOMMENDATIONS, Section.ACTION_PLAN, Section.LESSONS))  # they tell no story
_CHILDREN = frozenset(("sister", "brother", "sibling"))


@dataclass(slots=True)
class PartyEvidence:
    """The features of a party's mention by name (shares and parts 0 to 1), and the rival that stands in its stead.

    `rival` is the passage that names another party where the statement names this one, and that mention.
    """

    features: dict[str, float] = field(default_factory=dict)
    rival: tuple[Passage, Mention] | None = None
    _weight: float = 0.0

    def raise_to(self, name: str, value: float) -> None:
        """Keep the greatest value seen of a feature."""
        self.features[name] = max(self.features.get(name, 0.0), value)

    def offer(self, passage: Passage, mention: Mention, weight: float) -> None:
        """Keep the rival of the greatest weight."""
        if weight > self._weight:
            self.rival, self._weight = (passage, mention), weight


def comparable(party: Party, other: Party) -> bool:
    """Whether one may stand by mistake for the other: both of the family, both professionals or both bodies."""
    if (party.role in _CHILDREN) != (other.role in _CHILDREN):
        return False
    if party.kind == "agency" and other.employer:
        other = other.employer
    return party.kind == other.kind and other.role not in APART and not party.may_be(other)


def party_evidence(
    statement: Statement, mention: Mention, index: ReportIndex, weighing: Weighing
) -> PartyEvidence:
    """Weigh what the report says of the party at `mention` against what it says of others in its stead."""
    gathered = _Gathering(statement, mention, index, weighing)
    plain = weighing.whole.part(index, gathered.names_it)
    if plain >= PLAIN:
        return PartyEvidence()
    skip = frozenset(range(mention.first, mention.end))
    near, rest = weighing.near(mention.first, skip), weighing.near(None, skip)
    evidence = gathered.evidence
    for name, bearing in (("near", near), ("rest", rest)):
        gathered.passages(name, bearing)
        evidence.features[name] = bearing.best
    gathered.verbs(near, rest)
    evidence.features["whole"] = plain
    evidence.features["kind"] = {"family": 0.0, "staff": 1.0}.get(mention.party.kind, 2.0)
    evidence.features["numbered"] = float(mention.party.number is not None)
    evidence.features["parties"] = float(len(statement.sentence.mentions))
    return evidence


@dataclass(frozen=True, slots=True)
class _Sides:
    """What a passage says: whether it names the party, its paragraph does, it tells the same, and who stands instead."""

    named: bool
    beside: bool
    told: bool
    rivals: list[Mention]


class _Gathering:
    """The evidence on one mention while it is being gathered."""

    def __init__(
        self, statement: Statement, mention: Mention, index: ReportIndex, weighing: Weighing
    ) -> None:
        self.evidence = PartyEvidence()
        self._party = mention.party
        self._index = index
        words = statement.sentence.words
        self._own = [
            other.party
            for other in statement.sentence.mentions
            if other.party.kind == mention.party.kind or not words[other.end - 1].lower.endswith("'s")
        ]  # "the midwife's post" does nothing in the hospital's stead
        self._beside = [
            (predicate, role.part)
            for predicate in weighing.predicates
            for role in predicate.roles
            if role.word == mention.first
        ]
        self._days = [d for d in (*statement.sentence.dates, *statement.dates) if d.precision == 3]
        self._numbers = [n for n in statement.sentence.numbers if n.value > 3]
        self._sides: dict[int, _Sides] = {}

    def names_it(self, passage: Passage) -> bool:
        """Whether a passage names the party."""
        return any(self._party.may_be(other.party) for other in passage.sentence.mentions)

    def _stands_in(self, party: Party) -> bool:
        return comparable(self._party, party) and not any(party.may_be(own) for own in self._own)

    def passages(self, name: str, bearing: Bearing) -> None:
        """How near the nearest passages are that name the party, that stand beside it, and that name a rival."""
        keep = self.evidence.raise_to
        for key in ("named", "beside", "rival", "told", "rival told"):
            self.evidence.features.setdefault(f"{name} {key}", 0.0)
        for number, share in bearing.shares.items():
            sides, part = self._sides_of(number), share / bearing.best
            if sides.beside:
                keep(f"{name} beside", part)
            if sides.named:
                keep(f"{name} named", part)
                if sides.told:
                    keep(f"{name} told", part)
            elif sides.rivals:
                keep(f"{name} rival", part)
                if sides.told:
                    keep(f"{name} rival told", part)
                for rival in sides.rivals:
                    self.evidence.offer(self._index.passages[number], rival, part / 2)

    def _sides_of(self, number: int) -> "_Sides":
        """What one passage says of the party."""
        if number not in self._sides:
            passage = self._index.passages[number]
            around = self._index.parties_around(number)
            beside = any(self._party.may_be(party) for party in around)
            named = beside and self.names_it(passage)
            to_come = passage.paragraph.section in _TO_COME
            rivals = (
                [] if named or to_come else [m for m in passage.sentence.mentions if self._stands_in(m.party)]
            )
            told = bool(named or rivals) and self._tells_the_same(passage)
            self._sides[number] = _Sides(named, beside, told, rivals)
        return self._sides[number]

    def _tells_the_same(self, passage: Passage) -> bool:
        """Whether a passage gives one of the statement's days or numbers."""
        return any(
            day.agrees(other) for day in self._days for other in self._index.dates_at(passage.number)
        ) or any(number.means(other) for number in self._numbers for other in passage.sentence.numbers)

    def verbs(self, *bearings: Bearing) -> None:
        """What the report's predicates of the same verb say: the party in the same part, or another."""
        for key in ("same part", "other in part", "rival in part", "other part"):
            self.evidence.features[key] = 0.0
        self.evidence.features["part"] = float(bool(self._beside)) + any(p == DOER for _, p in self._beside)
        if not self._beside:
            return
        for bearing in bearings:
            for number, share in bearing.shares.items():
                part = share / bearing.best
                if part < FOLLOWED:
                    continue
                if self._index.passages[number].paragraph.section in _TO_COME:
                    continue
                for predicate in self._index.predicates(number):
                    self._verb(number, predicate, part)

    def _verb(self, number: int, predicate: Predicate, part: float) -> None:
        near, keep = lexicon().near, self.evidence.raise_to
        for own, place in self._beside:
            same = (
                1.0 if own.stem == predicate.stem else NEAR_VERB * (predicate.stem in near.get(own.stem, ()))
            )
            if not same:
                continue
            fills = [role for role in predicate.roles if (role.part == DOER) == (place == DOER)]
            others = [role for role in predicate.roles if role not in fills]
            if any(self._party.may_be(role.party) for role in fills):
                keep("same part", part * same)
            elif any(comparable(self._party, role.party) for role in fills):
                keep("other in part", part * same)
                for role in fills:
                    if self._stands_in(role.party):
                        keep("rival in part", part * same)
                        self._offer(number, role.word, part * same)
            if any(self._party.may_be(role.party) for role in others):
                keep("other part", part * same)

    def _offer(self, number: int, word: int, weight: float) -> None:
        passage = self._index.passages[number]
        for mention in passage.sentence.mentions:
            if mention.first == word:
                self.evidence.offer(passage, mention, weight)
