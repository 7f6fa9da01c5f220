"""Parties: who did it or to whom, held against the passages that say the same thing of somebody else."""

from collections.abc import Iterator
from dataclasses import dataclass

from scr_check.comparison.bearing import Bearing, bearing
from scr_check.comparison.evidence import evidence_from, where
from scr_check.comparison.index import Passage, ReportIndex
from scr_check.comparison.names import Mention, Party
from scr_check.comparison.result import Difference
from scr_check.comparison.statements import Statement
from scr_check.finding import Confidence

PLAIN = 0.95  # a sentence this near to the whole statement that names the party settles it
SUPPORTED = 0.5  # a sentence that names the party must hold this part of the nearest one's share
BESIDE = 0.56  # and a paragraph that names it this part
RIVAL = 0.92  # a sentence that names another party in its stead must hold this part
SUBJECT = 0.34  # below this share no passage speaks of the same thing
SURE = 0.45
CROWD = 4  # a sentence that names so many parties is a list, in which none stands for another
_APART = frozenset(("panel", "board", "parents", "council", "court", "prison", "coroner"))
_CHILDREN = frozenset(("sister", "brother", "sibling"))


@dataclass(frozen=True, slots=True)
class _Rival:
    passage: Passage
    mention: Mention
    support: float


def party_differences(statement: Statement, index: ReportIndex, whole: Bearing) -> Iterator[Difference]:
    """The people and bodies of a statement in whose stead the report names another."""
    sentence = statement.sentence
    if len({mention.party for mention in sentence.mentions if mention.party.kind == "agency"}) >= CROWD:
        return
    for mention in sentence.mentions:
        if (
            mention.party.kind == "child"
            or mention.party.role in _APART
            or sentence.words[mention.end - 1].lower.endswith("'s")
        ):
            continue
        rival = _rival(statement, mention, index, whole)
        if rival is None:
            continue
        said = sentence.text[sentence.words[mention.first].start : sentence.words[mention.end - 1].end]
        other = rival.passage.sentence
        span = other.words[rival.mention.first].start, other.words[rival.mention.end - 1].end
        true = other.text[slice(*span)]
        kind = (
            "agency-swapped" if "agency" in (mention.party.kind, rival.mention.party.kind) else "role-swapped"
        )
        yield Difference(
            kind,
            statement.pointer,
            f"the summary says this of “{said}”; the overview report says it of “{true}” ({where(rival.passage)})",
            f"check who is meant against {where(rival.passage)}",
            said,
            (evidence_from(rival.passage, [span]),),
            Confidence.LIKELY if rival.support < SURE else Confidence.POSSIBLE,
        )


def _rival(statement: Statement, mention: Mention, index: ReportIndex, whole: Bearing) -> _Rival | None:

    def named(passage: Passage) -> bool:
        return any(mention.party.may_be(other.party) for other in passage.sentence.mentions)

    if whole.part(index, named) >= PLAIN:
        return None
    skip = frozenset(range(mention.first, mention.end))
    near = bearing(statement, index, mention.first, skip)
    if near.best < SUBJECT:
        return None

    def named_beside(passage: Passage) -> bool:
        return any(mention.party.may_be(party) for party in index.parties_around(passage.number))

    rest = bearing(statement, index, None, skip)
    support = max(near.part(index, named), rest.part(index, named))
    if support >= SUPPORTED or max(near.part(index, named_beside), rest.part(index, named_beside)) >= BESIDE:
        return None
    own = [other.party for other in statement.sentence.mentions]
    for passage in (*near.top(index, 4, RIVAL), *rest.top(index, 4, RIVAL)):
        for other in passage.sentence.mentions:
            if (
                not named(passage)
                and _comparable(mention.party, other.party)
                and not any(other.party.may_be(party) for party in own)
            ):
                return _Rival(passage, other, support)
    return None


def _comparable(party: Party, other: Party) -> bool:
    """Whether one may stand by mistake for the other: both of the family, both professionals or both bodies."""
    if (party.role in _CHILDREN) != (other.role in _CHILDREN):
        return False
    return party.kind == other.kind and other.role not in _APART and not party.may_be(other)
