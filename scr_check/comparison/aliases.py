"""Aliases: names that the author declares to be one, and the report keeps apart."""

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from scr_check.comparison.evidence import evidence_from
from scr_check.comparison.index import ReportIndex
from scr_check.comparison.names import Names
from scr_check.comparison.party import Mention, Party, known_roles
from scr_check.comparison.result import Difference
from scr_check.comparison.sentence import Sentence
from scr_check.documents.place import Pointer
from scr_check.documents.summary import Summary
from scr_check.finding import Confidence

_ANSWERS_FOR = re.compile(
    r"\b(?:(?:answer|speak|spoke|report|account)\w* for|about|in respect of|on behalf of|as well as for|responsible for|part of"
    r"|cover(?:s|ed|ing)?|includ(?:es|ed|ing)|runs?|ran|manage[sd]?|maintain(?:s|ed)?|provide[sd]?|operate[sd]?|host(?:s|ed)?)\b",
    re.IGNORECASE,
)  # between the names of two bodies, one of which stands for the other in the review

_BESIDE = re.compile(r"(?:, | \()(?:the )?(?:[A-Z]\w+ )?")


def alias_differences(summary: Summary, index: ReportIndex, names: Names) -> Iterator[Difference]:
    """The aliases that join two agencies of the report."""
    for name, others in summary.aliases.items():
        known = [
            (phrase, party)
            for phrase in (name, *others)
            if (party := index.names.party_of(phrase)) and party.kind == "agency"
        ]
        for (one, first), (other, second) in combinations(known, 2):
            if _apart(first, second) and not _one_answers_for_the_other(index, first, second):
                passages = [
                    passage
                    for passage in index.passages
                    if second in {m.party for m in passage.sentence.mentions}
                ]
                yield Difference(
                    "alias-joins-two-bodies",
                    Pointer("") / "aliases" / name,
                    f"“{one}” and “{other}” are declared to be one, but the overview report keeps them apart",
                    "declare an alias for each body",
                    "",
                    tuple(evidence_from(passage) for passage in passages[:1]),
                    Confidence.LIKELY,
                )
                break


def _one_answers_for_the_other(index: ReportIndex, one: Party, other: Party) -> bool:
    """Whether the report says that one of two bodies stood for the other, as an education service for its schools."""
    for passage in index.passages:
        sentence = passage.sentence
        named = [mention for mention in sentence.mentions if mention.party.role in (one.role, other.role)]
        for first, second in pairwise(named):
            start, end = sentence.words[first.end - 1].end, sentence.words[second.first].start
            between = sentence.text[start:end]
            if (
                first.party.role != second.party.role
                and not re.search(r"[;.]", between)
                and (_ANSWERS_FOR.search(between) or _stand_together(sentence, between, second))
            ):
                return True
    return False


def _stand_together(sentence: Sentence, between: str, second: Mention) -> bool:
    """Whether one name is told beside the other: "the substance misuse service, Turnstone, in May"."""
    end = sentence.words[second.end - 1].end
    return _BESIDE.fullmatch(between) is not None and sentence.text[end : end + 1] in (",", ")", ".")


def _apart(one: Party, other: Party) -> bool:
    """Whether two bodies are of different kinds: a hospital trust and its infirmary may be one, a force and a trust not."""
    return one.role != other.role and {one.role, other.role} <= known_roles() and not one.may_be(other)
