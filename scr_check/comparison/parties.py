"""Parties: who did it or to whom, held against the passages that say the same thing of somebody else."""

from collections.abc import Iterator

from scr_check.comparison.bearing import Weighing
from scr_check.comparison.evidence import evidence_from, where
from scr_check.comparison.index import ReportIndex
from scr_check.comparison.judge import judge_of
from scr_check.comparison.party import Key, Mention, Party, key_of
from scr_check.comparison.party_evidence import APART, party_evidence
from scr_check.comparison.predicates import PRONOUNS
from scr_check.comparison.result import Difference
from scr_check.comparison.sentence import Sentence
from scr_check.comparison.statements import Statement

CROWD = 5  # a sentence that names so many parties is a list, in which none stands for another
_WHOSE = frozenset(("his", "her", "their"))
_NOBODY = frozenset(("no", "any", "neither", "every", "each", "only"))


def party_differences(statement: Statement, index: ReportIndex, weighing: Weighing) -> Iterator[Difference]:
    """The people and bodies of a statement in whose stead the report names another."""
    sentence, judge = statement.sentence, judge_of("parties")
    for mention in sentence.mentions:
        if not can_be_swapped(statement, mention):
            continue
        evidence = party_evidence(statement, mention, index, weighing)
        if evidence.rival is None:
            continue
        confidence = judge.confidence(judge.score(evidence.features))
        if confidence is None:
            continue
        passage, rival = evidence.rival
        said = sentence.text[sentence.words[mention.first].start : sentence.words[mention.end - 1].end]
        span = passage.sentence.words[rival.first].start, passage.sentence.words[rival.end - 1].end
        true = passage.sentence.text[slice(*span)]
        alike = rival.party.role == mention.party.role
        if _bare(said) == _bare(true) or (alike and _is_tail(_bare(true), _bare(said))):
            continue  # "the nursery" by an alias, and "nursery"; "the Dale LADO", and "LADO"
        if _is_only_place(sentence, mention, passage.sentence, rival) or _is_generic(
            mention.party, rival.party
        ):
            continue
        if mention.party.kind == "agency" and _is_theirs(passage.sentence, mention.party):
            continue
        if true.lower() in PRONOUNS and f" {mention.party.role}".endswith(f" {rival.party.role}"):
            continue  # "him", said to be another GP than "his GP"; "the relief driver"
        meant = f" (the {rival.party.role})" if true.lower() in PRONOUNS else ""
        bodies = "agency" in (mention.party.kind, rival.party.kind)
        yield Difference(
            "agency-swapped" if bodies else "role-swapped",
            statement.pointer,
            f"the summary says this of “{said}”; the overview report says it of “{true}”{meant} ({where(passage)})",
            f"check who is meant against {where(passage)}",
            said,
            (evidence_from(passage, [span]),),
            confidence,
        )


def _is_only_place(sentence: Sentence, mention: Mention, other: Sentence, rival: Mention) -> bool:
    """Whether a body's short name only says where something is ("a practice in Northmead"), and the rival's does not."""
    own, their = (
        one.words[at.first - 1].lower if at.first else "" for one, at in ((sentence, mention), (other, rival))
    )
    return mention.party.kind == "agency" and own == "in" and their != "in"


def _is_theirs(other: Sentence, party: Party) -> bool:
    """Whether a sentence tells of what is a body's: "the Council's officer", "an officer (the Council)"."""
    return any(
        at.party.may_be(party)
        and (
            other.words[at.end - 1].lower.endswith(("'s", "s'"))
            or other.text[: other.words[at.first].start].removesuffix("the ").endswith("(")
        )
        for at in other.mentions
    )


def _is_generic(one: Party, other: Party) -> bool:
    """Whether two bodies' kinds are one in more words, and one of them has no number: "GP practice", "Practice 2"."""
    short, long = sorted((one.role, other.role), key=len)
    return (
        one.kind == other.kind == "agency"
        and None in (one.number, other.number)
        and not (one.name and other.name)
        and short != long
        and long.endswith(f" {short}")
    )


def _is_tail(short: Key, long: Key) -> bool:
    return bool(short) and long[-len(short) :] == short


def _bare(phrase: str) -> Key:
    """The words of a phrase, without the article before them."""
    words = key_of(phrase)
    return words[1:] if words[:1] == ("the",) else words


_MEMBERS = frozenset(
    "member members companion friend volunteer volunteers representative colleague someone somebody".split()
)


def can_be_swapped(statement: Statement, mention: Mention) -> bool:
    """Whether a mention says who did something, and is not the child, nobody ("no social worker"), an owner or one of a list."""
    sentence, party = statement.sentence, mention.party
    owner = sentence.words[mention.end - 1].lower.endswith("'s")
    before = sentence.words[mention.first - 1].lower if mention.first else ""
    nobody = before in _NOBODY
    relative = party.kind == "family" and (
        before == "own" or (before in _WHOSE and _follows_family(sentence, mention))
    )
    return (
        statement.part != "lessons"
        and party.kind != "child"
        and party.role not in APART
        and not owner
        and not nobody
        and not _only_tells_whose(sentence, mention)
        and not relative
        and len({other.party for other in sentence.mentions}) < CROWD
    )


def _only_tells_whose(sentence: Sentence, mention: Mention) -> bool:
    """Whether a body only tells where somebody belongs: "a member of the Fellowship"."""
    before = [word.lower for word in sentence.words[max(0, mention.first - 3) : mention.first]]
    before = before[:-1] if before[-1:] == ["the"] else before[1:]
    return len(before) > 1 and before[-1] in ("of", "from") and before[-2] in _MEMBERS


def _follows_family(sentence: Sentence, mention: Mention) -> bool:
    """Whether another of the family is named before it: the father's mother in "the father, even when his mother"."""
    return any(
        other.first < mention.first and other.party.kind == "family" and other.party != mention.party
        for other in sentence.mentions
    )
