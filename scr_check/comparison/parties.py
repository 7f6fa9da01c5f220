"""Parties: who did it or to whom, held against the passages that say the same thing of somebody else."""

from collections.abc import Iterator
from dataclasses import dataclass

from scr_check.comparison.bearing import bearing
from scr_check.comparison.evidence import evidence_from, where
from scr_check.comparison.index import Passage, ReportIndex
from scr_check.comparison.names import Mention, Party
from scr_check.comparison.result import Difference
from scr_check.comparison.statements import Statement
from scr_check.finding import Confidence

SUPPORTED = 0.62  # a passage that names the party must hold this part of the nearest passage's share
RIVAL = 0.85  # a passage that names another party in its stead must hold this part
SUBJECT = 0.36  # below this share no passage speaks of the same thing
SURE = 0.40


@dataclass(frozen=True, slots=True)
class _Rival:
    passage: Passage
    mention: Mention
    support: float


def party_differences(statement: Statement, index: ReportIndex) -> Iterator[Difference]:
    """The people and bodies of a statement in whose stead the report names another."""
    sentence = statement.sentence
    for mention in sentence.mentions:
        if mention.party.kind in ("child", "not") or mention.party.role in ("panel", "board", "parents"):
            continue
        rival = _rival(statement, mention, index)
        if rival is None:
            continue
        said = sentence.text[sentence.words[mention.first].start : sentence.words[mention.end - 1].end]
        other = rival.passage.sentence
        span = other.words[rival.mention.first].start, other.words[rival.mention.end - 1].end
        true = other.text[slice(*span)]
        kind = "agency-swapped" if "agency" in (mention.party.kind, rival.mention.party.kind) else "role-swapped"
        yield Difference(
            kind,
            statement.pointer,
            f"the summary says this of “{said}”; the overview report says it of “{true}” ({where(rival.passage)})",
            f"check who is meant against {where(rival.passage)}",
            said,
            (evidence_from(rival.passage, [span]),),
            Confidence.LIKELY if rival.support < SURE else Confidence.POSSIBLE,
        )


def _rival(statement: Statement, mention: Mention, index: ReportIndex) -> _Rival | None:
    skip = frozenset(range(mention.first, mention.end))
    near = bearing(statement, index, mention.first, skip)
    if near.best < SUBJECT:
        return None

    def names(passage: Passage) -> bool:
        return any(mention.party.may_be(party) for party in index.parties_around(passage.number))

    support = near.part(index, names)
    if support >= SUPPORTED:
        return None
    support = max(support, bearing(statement, index, None, skip).part(index, names))
    if support >= SUPPORTED:
        return None
    own = [other.party for sibling in statement.siblings for other in sibling.mentions]
    for passage in near.top(index, 4, RIVAL):
        for other in passage.sentence.mentions:
            if _comparable(mention.party, other.party) and not any(other.party.may_be(party) for party in own):
                return _Rival(passage, other, support)
    return None


def _comparable(party: Party, other: Party) -> bool:
    """Whether one may stand by mistake for the other: both of the family, both professionals or both bodies."""
    return party.kind == other.kind and other.role not in ("panel", "board", "parents") and not party.may_be(other)
