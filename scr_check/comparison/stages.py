"""Stages: whether the family were heard before or after a stage of the court's proceedings, as the report tells it."""

import re
from collections.abc import Iterator

from scr_check.comparison.bearing import Weighed
from scr_check.comparison.evidence import evidence_from, where
from scr_check.comparison.index import Passage, ReportIndex
from scr_check.comparison.result import Difference
from scr_check.comparison.sentence import Sentence
from scr_check.comparison.statements import Statement
from scr_check.documents.overview import Section
from scr_check.documents.place import Pointer
from scr_check.documents.summary import Summary
from scr_check.finding import Confidence

_POINTER = Pointer("/review_process/family_involvement")
_STAGES = {
    "plea": re.compile(r"\bplea|\bpled\b", re.IGNORECASE),
    "trial": re.compile(r"\btrials?\b|\bverdicts?\b|\bconvict", re.IGNORECASE),
    "sentence": re.compile(r"\bsentenc", re.IGNORECASE),
    "inquest": re.compile(r"\binquest", re.IGNORECASE),
}
_WAY = re.compile(
    r"\b(?:(?P<before>before|ahead of|prior to)|(?P<after>after|once|following|when|until))\b(?P<rest>[^.;,]{0,60})",
    re.IGNORECASE,
)
_WAITED = re.compile(r"\b(?:not|nor|never|declined|refused|unwilling|unable|waited)\b[^.;]*$", re.IGNORECASE)
_HEARD = re.compile(
    r"\b(?:met|meet|saw|seen|see|spoke|spoken|interview\w*|approach\w*|heard|contribut\w*|wrote|took part|take part|talk\w*)\b",
    re.IGNORECASE,
)


def stage_differences(summary: Summary, weighed: Weighed, index: ReportIndex) -> Iterator[Difference]:
    """A member of the family said to be heard before a stage after which the report has it, or the other way round."""
    for statement, _ in weighed:
        if statement.pointer == _POINTER:
            yield from _differences(statement, index)


def _differences(statement: Statement, index: ReportIndex) -> Iterator[Difference]:
    told = _told(statement.sentence)
    theirs = _told_by_report(statement.sentence, index) if told else {}
    for stage, (after, start, end) in told.items():
        given = theirs.get(stage, {})
        if given and after not in given:
            passage = given[not after]
            said = statement.sentence.text[start:end]
            yield Difference(
                "order-or-cause-changed",
                statement.pointer,
                f"the summary says “{said}”; the overview report has it the other way round ({where(passage)})",
                f"say it as the report does: “{passage.sentence.text}”",
                said,
                (evidence_from(passage),),
                Confidence.POSSIBLE,
            )


def _told_by_report(sentence: Sentence, index: ReportIndex) -> dict[str, dict[bool, Passage]]:
    """For each stage the passages by which somebody of the family in a sentence was heard before (False) or after it."""
    family = [one.party for one in sentence.mentions if one.party.kind == "family"]
    found: dict[str, dict[bool, Passage]] = {}
    for passage in index.of_sections((Section.INTRODUCTION,)):
        around = index.parties_around(passage.number)
        if any(party.may_be(one) for one in around for party in family):
            for stage, (after, _, _) in _told(passage.sentence).items():
                found.setdefault(stage, {}).setdefault(after, passage)
    return found


def _told(sentence: Sentence) -> dict[str, tuple[bool, int, int]]:
    """The stages before (False) or after (True) which somebody was heard, by a sentence, each with the place of its words."""
    found: dict[str, tuple[bool, int, int]] = {}
    if not _HEARD.search(sentence.text):
        return found
    for match in _WAY.finditer(sentence.text):
        # "not seen before the trial" is seen after it
        waited = match["before"] and _WAITED.search(sentence.text, 0, match.start())
        for stage, pattern in _STAGES.items():
            if named := pattern.search(match["rest"]):
                end = match.start("rest") + named.end()
                end = sentence.words[sentence.index_at(end - 1)].end
                found.setdefault(stage, (bool(match["after"] or waited), match.start(), end))
    return found
