"""Predicates: which verbs a sentence holds, and who stands with each as doer, as the one it is done to, or beside it."""

import re
from dataclasses import dataclass, replace

from scr_check.comparison.party import Party
from scr_check.comparison.sentence import Sentence
from scr_check.language.polarity import is_verbal
from scr_check.language.words import lexicon

DOER, DONE_TO, BESIDE = "doer", "done to", "beside"
_BE = frozenset(["be", "been", "being", "was", "were", "is", "are"])
_BRACKET = re.compile(r"\([^()]*\)")
_LIGHT = frozenset(["had", "has", "have", "having", "did", "do", "does", "was", "were", "been", "being"])
_DETERMINERS = frozenset(
    ["the", "a", "an", "his", "her", "their", "its", "this", "that", "each", "any", "no", "every"]
)
_PREPOSITIONS = frozenset(
    "of to for from with by at in on about against between than like as into towards over under through without after "
    "before until since during near".split()
)
_RELATIVE = frozenset(["who", "which", "that", "whom", "whose"])
PRONOUNS = {
    "he": "m", "him": "m", "she": "f", "it": "n", "they": "n", "them": "n",
}  # fmt: skip
_MALE = frozenset(
    [
        "father",
        "partner",
        "stepfather",
        "grandfather",
        "maternal grandfather",
        "paternal grandfather",
        "uncle",
        "brother",
    ]
)
_FEMALE = frozenset(
    ["mother", "stepmother", "grandmother", "maternal grandmother", "paternal grandmother", "aunt", "sister"]
)


@dataclass(frozen=True, slots=True)
class Role:
    """A party in the part it plays beside a verb: doer, done to, or beside it (after a preposition).

    `word` is the index of the first word that names it (a pronoun's own index for one carried over).
    """

    part: str
    party: Party
    word: int


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb at word `at` of a sentence, and the parties beside it."""

    at: int
    stem: str
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class _Slot:
    """Something that may fill a part: its words, its party if it is one, and the preposition before it."""

    first: int
    end: int
    party: Party | None
    after: str


def predicates_in(sentence: Sentence, spoken_of: tuple[Party, ...] = ()) -> list[Predicate]:
    """Every verb of a sentence with the parties beside it.

    `spoken_of` are the parties that pronouns may stand for, the likeliest first (subjects of the sentences before).
    """
    slots = _slots(sentence, spoken_of)
    verbs = _verbs(sentence, slots)
    found: list[Predicate] = []
    clauses = _clauses(sentence)
    for number, at in enumerate(verbs):
        before = verbs[number - 1] if number else -1
        after = verbs[number + 1] if number + 1 < len(verbs) else len(sentence.words)
        doer = _doer(sentence, clauses, at, before, slots, found)
        passive = _is_passive(sentence, at)
        roles = []
        for slot in slots:
            if at < slot.first < after and slot.party:
                agent = passive and slot.after == "by"
                part = DOER if agent else DONE_TO if not slot.after or slot.after == "to" else BESIDE
                if not agent and passive and not slot.after:
                    continue
                roles.append(Role(part, slot.party, slot.first))
        if doer:
            roles.insert(0, replace(doer, part=DONE_TO) if passive else doer)
        found.append(Predicate(at, sentence.words[at].stem, tuple(roles)))
    return found


def spoken_of_after(
    sentence: Sentence, predicates: list[Predicate], before: tuple[Party, ...]
) -> tuple[Party, ...]:
    """Whom pronouns of the next sentence may stand for: those beside a verb here, those named here, those before."""
    beside = [role.party for predicate in predicates for role in predicate.roles]
    named = [mention.party for mention in sentence.mentions]
    return tuple(dict.fromkeys([*beside, *named, *before]))[:8]


def _slots(sentence: Sentence, spoken_of: tuple[Party, ...]) -> list[_Slot]:
    words = sentence.words
    slots = [
        _Slot(mention.first, mention.end, mention.party, _preposition(sentence, mention.first))
        for mention in sentence.mentions
    ]
    taken = {i for slot in slots for i in range(slot.first, slot.end)}
    for i, word in enumerate(words):
        if word.lower in PRONOUNS and i not in taken:
            earlier = [slot.party for slot in slots if slot.first < i and slot.party]
            beside = [slot.party for slot in slots if _follows(sentence, slot, i)]
            meant = [party for party in (*earlier[:1], *earlier[:0:-1], *spoken_of) if party not in beside]
            party = _stands_for(PRONOUNS[word.lower], meant)
            slots.append(_Slot(i, i + 1, party, _preposition(sentence, i)))
    return sorted(slots, key=lambda slot: slot.first)


def _follows(sentence: Sentence, slot: _Slot, at: int) -> bool:
    """Whether a party is named after a pronoun in its clause, which then means somebody else: "she called the carer back"."""
    return slot.first > at and sentence.clause[slot.first] == sentence.clause[at]


def _stands_for(gender: str, parties: list[Party]) -> Party | None:
    for party in parties:
        own = (
            "m"
            if party.role in _MALE
            else "f"
            if party.role in _FEMALE
            else "n"
            if party.kind == "agency"
            else "person"
        )
        if own == gender or (own == "person" and gender in "mf"):
            return party
    return None


def _preposition(sentence: Sentence, first: int) -> str:
    """The preposition before a noun phrase, past its article and adjectives; "" if it has none."""
    for i in range(first - 1, max(-1, first - 5), -1):
        lower = sentence.words[i].lower
        if lower in _PREPOSITIONS:
            return lower
        if (
            lower in ("and", "or", "nor")
            or not (lower in _DETERMINERS or sentence.content[i])
            or is_verbal(sentence.words, i)
        ):
            return ""
    return ""


def _verbs(sentence: Sentence, slots: list[_Slot]) -> list[int]:
    words = sentence.words
    taken = {i for slot in slots for i in range(slot.first, slot.end)}
    verbs = lexicon().verbs
    return [
        i
        for i, word in enumerate(words)
        if i not in taken
        and word.lower not in _LIGHT
        and (word.stem in verbs or word.lower.endswith("ed"))
        and is_verbal(words, i)
        and not (i and words[i - 1].lower in _DETERMINERS)
    ]


def _is_passive(sentence: Sentence, at: int) -> bool:
    if sentence.words[at].lower.endswith("ing"):
        return False
    return any(word.lower in _BE for word in sentence.words[max(0, at - 3) : at])


def _clauses(sentence: Sentence) -> list[int]:
    """The clause of each word, a short bracket ("a social worker (SW1)") being part of the clause round it."""
    clauses = list(sentence.clause)
    for bracket in _BRACKET.finditer(sentence.text):
        inside = [i for i, word in enumerate(sentence.words) if bracket.start() < word.start < bracket.end()]
        if inside and inside[0] and len(inside) <= 3:
            first, last = inside[0], inside[-1] + 1
            step = clauses[last] - clauses[first - 1] if last < len(clauses) else 0
            clauses = [
                *clauses[:first],
                *(clauses[first - 1] for _ in inside),
                *(n - step for n in clauses[last:]),
            ]
    return clauses


def _doer(
    sentence: Sentence, clauses: list[int], at: int, before: int, slots: list[_Slot], earlier: list[Predicate]
) -> Role | None:
    """Who stands as the subject of a verb: the party before it, whom a "who" goes back to, or the subject before."""
    number = clauses[at]
    inside = [
        slot for slot in slots if slot.first < at and clauses[slot.first] == number and slot.end > before
    ]
    for slot in inside:
        if not slot.after and not (before >= 0 and _joined(sentence, slot.end, at)):
            return Role(DOER, slot.party, slot.first) if slot.party else None
    first = clauses.index(number)
    opening = sentence.words[first].lower
    if opening in _RELATIVE:
        heads = [slot for slot in slots if slot.end <= first]
        return Role(DOER, heads[-1].party, heads[-1].first) if heads and heads[-1].party else None
    gap = [i for i in range(max(first, before + 1), at) if sentence.content[i]]
    if earlier and not any(not sentence.words[i].lower.endswith("ly") for i in gap):
        last = earlier[-1]
        doers = [
            role for role in last.roles if role.part == DOER or (role.part == DONE_TO and role.word < last.at)
        ]
        return doers[0] if doers else None
    return None


def _joined(sentence: Sentence, start: int, end: int) -> bool:
    """Whether "and" or the like stands between: "visited the mother and wrote" has one doer, not the mother."""
    return any(word.lower in ("and", "or", "but", "then") for word in sentence.words[start:end])
