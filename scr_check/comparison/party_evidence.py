"""What speaks for and against a party of a statement: passages that say the same of it, or of another in its stead."""

import re
from dataclasses import dataclass, field

from scr_check.comparison.bearing import Bearing, Weighing
from scr_check.comparison.index import TO_COME, Passage, ReportIndex
from scr_check.comparison.party import Mention, Party
from scr_check.comparison.party_fitting import NO_FIT, Actor, Actors, Fit, by_score, everybody, fit
from scr_check.comparison.predicates import DOER, Predicate
from scr_check.comparison.statements import Statement
from scr_check.language.words import lexicon

NEAR_VERB = 0.8  # what a verb of the same meaning counts, against the same verb
TELLING = 3.0  # the weight of what must stand round a party for another to be looked for: "The father was too" has less
SEARCHED, SEARCHED_PART = (
    45,
    0.15,
)  # passages searched for the party, with at least this part of the nearest's share
FITTED = 15  # ... and the nearest of them, in which others in its place are looked for
STANDS, STANDS_BOTH = (
    0.25,
    0.12,
)  # how well another must fit in its place to be one that is meant, in all and both ways
THEN = 0.6  # what a fit counts where the passage tells of another time
EXCHANGED = 0.05  # ... and how much better than its own namesake, one of the same statement
FOLLOWED = 0.3  # the part of the nearest passage's share from which a passage's verbs are looked at
APART = frozenset(("panel", "board", "parents", "council", "court", "prison", "coroner"))
_NOT_SO = re.compile(
    r"\b(?:would|should|could|might) (?:\w+ ){0,2}?have\b|\b(?:would|must|should)\b|\bought to\b|^(?:If|Had|Unless)\b"
)  # what did not happen, or has yet to
_CHILDREN = frozenset(("sister", "brother", "sibling"))


@dataclass(slots=True)
class PartyEvidence:
    """The features of a party's mention by name (shares and parts 0 to 1), and the rival that stands in its stead.

    `rival` is the passage that names another party where the statement names this one, and that mention.
    """

    features: dict[str, float] = field(default_factory=dict)
    rival: tuple[Passage, Mention] | None = None

    def raise_to(self, name: str, value: float) -> None:
        """Keep the greatest value seen of a feature."""
        self.features[name] = max(self.features.get(name, 0.0), value)


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
    mine = next(one for one in weighing.actors if one.first == mention.first)
    if mine.total < TELLING or _is_unread(statement, mention, index):
        return PartyEvidence()
    gathered = _Gathering(statement, mention, index, weighing)
    skip = frozenset(range(mention.first, mention.end))
    rest = weighing.near(None, skip)
    evidence = gathered.evidence
    others = [one for one in weighing.actors if one is not mine and not one.party.may_be(mention.party)]
    gathered.fits(rest, mine, others)
    if evidence.rival is None:
        return evidence
    near = weighing.near(mention.first, skip)
    for name, bearing in (("near", near), ("rest", rest)):
        gathered.passages(name, bearing)
        evidence.features[name] = bearing.best
    gathered.verbs(near, rest)
    gathered.texts(statement)
    evidence.features["whole"] = weighing.whole.part(index, gathered.names_it)
    evidence.features["kind"] = {"family": 0.0, "staff": 1.0}.get(mention.party.kind, 2.0)
    evidence.features["numbered"] = float(mention.party.number is not None)
    evidence.features["parties"] = float(len(statement.sentence.mentions))
    return evidence


def _is_unread(statement: Statement, mention: Mention, index: ReportIndex) -> bool:
    """Whether the report has the words that name the party, though it is not known there for one."""
    words = statement.sentence.words[mention.first : mention.end]
    return all(index.knows(word.stem) for word in words if word.lower != "the") and not any(
        map(mention.party.may_be, index.once(everybody))
    )


def _telling_nothing(index: ReportIndex) -> frozenset[int]:
    """The passages that tell what is to come or would have been, and so not who did something."""
    return frozenset(
        passage.number
        for passage in index.passages
        if passage.paragraph.section in TO_COME or _NOT_SO.search(passage.sentence.text)
    )


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
        event = statement.dates if len(statement.dates) == 1 else ()  # two are the ends of a range
        self._dates = statement.sentence.dates or event
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

    def texts(self, statement: Statement) -> None:
        """Whether the statement's text names the party or its rival again, and the rival's paragraph those of the statement."""
        if self.evidence.rival is None:
            return
        passage, rival = self.evidence.rival
        beside = [
            m.party for one in statement.siblings if one is not statement.sentence for m in one.mentions
        ]
        around = self._index.parties_around(passage.number)
        others = {m.party for m in statement.sentence.mentions} - {self._party}
        told = sum(any(party.may_be(one) for one in around) for party in others)
        self.evidence.features |= {
            "rival in text": float(any(map(rival.party.may_be, beside))),
            "own in text": float(any(map(self._party.may_be, beside))),
            "own in rival block": float(any(map(self._party.may_be, around))),
            "others in rival block": told / max(1, len(others)),
        }

    def _sides_of(self, number: int) -> "_Sides":
        """What one passage says of the party."""
        if number not in self._sides:
            passage = self._index.passages[number]
            around = self._index.parties_around(number)
            beside = any(self._party.may_be(party) for party in around)
            named = beside and self.names_it(passage)
            to_come = number in self._index.once(_telling_nothing)
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
                if number in self._index.once(_telling_nothing):
                    continue
                for predicate in self._index.predicates(number):
                    self._verb(number, predicate, part)

    def fits(self, bearing: Bearing, mine: Actor, others: list[Actor]) -> None:
        """Who stands in the nearest passages where the statement has the party, by all that stands round both.

        `mine` is the party in its statement, `others` who else is in it: one of them may have changed places with it.
        """
        actors, best = self._index.once(Actors), {"given": NO_FIT, "rival": NO_FIT, "own": NO_FIT}
        for rank, passage in enumerate(bearing.top(self._index, SEARCHED, SEARCHED_PART)):
            part, fitted = bearing.shares[passage.number] / bearing.best, rank < FITTED
            if not fitted and not self._sides_of(passage.number).named:
                continue
            for theirs in actors.of(passage.number):
                if self._party.may_be(theirs.party):
                    best["given"] = max(
                        best["given"], fit(mine, theirs, (1 + part) / 2, passage), key=by_score
                    )
                elif (
                    fitted
                    and comparable(self._party, theirs.party)
                    and passage.number not in self._index.once(_telling_nothing)
                ):
                    twins = [one for one in others if one.party.may_be(theirs.party)]
                    if not twins:
                        then = THEN if self._is_of_another_time(passage) else 1.0
                        found = fit(mine, theirs, part * then, passage)
                        best["rival"] = max(best["rival"], found, key=by_score)
                    elif self._is_named_by(passage):
                        found = fit(mine, theirs, part, passage, exchanged=True)
                        twin = max(fit(one, theirs, part, passage, exchanged=True).score for one in twins)
                        best["own"] = max(best["own"], found.less(twin), key=by_score)
        self._keep_fits(best)

    def _is_of_another_time(self, passage: Passage) -> bool:
        """Whether a passage's dates and those of the statement, or else of its event, are all different."""
        told = self._index.dates_at(passage.number)
        return bool(self._dates and told) and not any(
            own.agrees(date) for own in self._dates for date in told
        )

    def _is_named_by(self, passage: Passage) -> bool:
        actors = self._index.once(Actors)
        near = self._index.around(passage.number, 1, 1)
        return any(self._party.may_be(one.party) for beside in near for one in actors.of(beside.number))

    def _keep_fits(self, best: dict[str, Fit]) -> None:
        features = self.evidence.features
        for name, found in best.items():
            features[f"fit {name}"], features[f"fit {name} mutual"] = found.score, found.mutual
            features[f"fit {name} deed"] = found.deed
        features["fit margin"] = best["rival"].score - best["given"].score
        rival, own = best["rival"], best["own"]
        if rival.passage and rival.score >= STANDS and rival.mutual >= STANDS_BOTH:
            self._put(rival)
        elif own.passage and own.score >= EXCHANGED:
            self._put(own)

    def _put(self, found: Fit) -> None:
        if found.passage and found.actor:
            mention = Mention(found.actor.party, found.actor.first, found.actor.end)
            self.evidence.rival = found.passage, mention
            self.evidence.features["by pronoun"] = float(not found.actor.named)  # by a pronoun

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
                if any(self._stands_in(role.party) for role in fills):
                    keep("rival in part", part * same)
            if any(self._party.may_be(role.party) for role in others):
                keep("other part", part * same)
