"""Delay: the reasons that a summary gives for the lateness of a review, held against those of the report."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from scr_check.comparison.bearing import Weighed
from scr_check.comparison.evidence import evidence_from, where
from scr_check.comparison.index import Passage, ReportIndex
from scr_check.comparison.lateness import lateness_differences
from scr_check.comparison.result import Difference
from scr_check.comparison.statements import Statement
from scr_check.documents.overview import Section
from scr_check.documents.place import Pointer
from scr_check.documents.summary import Summary
from scr_check.finding import Confidence

_POINTER = Pointer("/review_process/delay_reason")
_FILE = Path(__file__).parent / "data" / "delays.toml"
_PROCESS = (Section.FRONT, Section.INTRODUCTION, Section.APPENDIX)
_LATE = re.compile(
    r"\bdelay\w*|\blateness\b|\b(?:held|hold|holding) (?:\w+ ){0,4}up\b"
    r"|\bafter (?:the|its) (?:due )?date\b|\blate\b|\blater than\b|\boverr[au]n\b|\boverdue\b|\bextension\b"
    r"|\b(?:should|ought to|was to|were to|fell to|due to) (?:have )?(?:be|been) (?:complet|finish|conclud|submit)\w*",
    re.IGNORECASE,
)
# What others do, and what befell a management review or its author, is never just another word for something else.
_DISTINCT = frozenset("proceedings inquest family-court other-inquiry police returned illness".split())
_IMPLIED = {"changed": ("returned", "illness")}  # kinds that the report may mean by another that it gives
_WAITED = re.compile(r"\b(?:until|before|till|after|once)\b[^.;,]{0,70}", re.IGNORECASE)
_WHEN = re.compile(r"\b(?:until|before)\b", re.IGNORECASE)
_PARTS = re.compile(r"[;:]|,? (?:and )?(?:without|for|by|of)? ?which\b")
_NO_CAUSE = re.compile(
    r"\b(?:it|that|this|the (?:reason|cause|delay)) (?:was|were|lay|is) not\b|\bno (?:part|bearing|effect)\b"
    r"|\bnot (?:affect|hold|cause|lead|put)\b|\bnot (?:the|a|its) (?:\w+ )?(?:cause|reason)\b|\bnothing to do with\b",
    re.IGNORECASE,
)
_CAUSE = re.compile(
    r"\b(?:(?:the|there (?:was|were)) (?:\w+ ){0,2}(?:causes?|reasons?)"
    r"|caused|arose|because|owing to|due to the|put down to|result of|resulted from)\b",
    re.IGNORECASE,
)
_STAGES = {  # of criminal proceedings: one is not another
    "plea": re.compile(r"\b(?:pleas?|plead\w*|pled|admitted)\b", re.IGNORECASE),
    "sentence": re.compile(r"\bsentenc\w+", re.IGNORECASE),
    "charge": re.compile(r"\bcharged?\b(?! of)", re.IGNORECASE),
}
_DENIES = re.compile(r"\b(?:not?|nothing|none|neither|nor|never|without)\b", re.IGNORECASE)
_CAUSE_GIVEN = re.compile(
    r"\b(?:cause|reason)s? (?:of|for) (?:the|this|that) delay (?:was|were|is) (?!not\b)", re.IGNORECASE
)


def delay_differences(summary: Summary, weighed: Weighed, index: ReportIndex) -> Iterator[Difference]:
    """Reasons for the delay, as the summary gives them, that are distinct and not in the report, or that it expressly denies.

    Only where the report gives a reason itself, of another kind.
    """
    statements = [statement for statement, _ in weighed if statement.pointer == _POINTER]
    if not statements:
        return
    for statement in statements:
        yield from lateness_differences(statement, index.once(_told_late))
    told, denied = _told(index)
    if not (told or denied):
        return
    for statement in statements:
        yield from _stage_differences(statement, index)
        text = statement.sentence.text
        for kind, start, end in _kinds(text):
            clause = text[text.rfind(",", 0, start) + 1 : (text.find(",", end) + 1 or len(text) + 1) - 1]
            if kind in told or _disowns(clause) or not (kind in denied or kind in _DISTINCT):
                continue
            if kind not in denied and _of_witnesses(clause, index):
                continue  # "prosecution witnesses", who were to be seen
            passage = denied.get(kind) or next(iter(told.values()), None)
            if passage is None:
                continue  # the report only says of another that it was no reason
            yield Difference(
                "order-or-cause-changed",
                statement.pointer,
                f"the overview report does not give “{text[start:end]}” as a reason for the delay ({where(passage)})",
                f"give the report's reason; it says: “{passage.sentence.text}”",
                text[start:end],
                (evidence_from(passage),),
                Confidence.LIKELY if kind in denied else Confidence.POSSIBLE,
            )


def _of_witnesses(clause: str, index: ReportIndex) -> bool:
    """Whether a clause speaks of witnesses, as the report does where it tells how the review was done."""
    return "witness" in clause and any(
        "witness" in passage.sentence.text for passage in index.of_sections(_PROCESS)
    )


def _told(index: ReportIndex) -> tuple[dict[str, Passage], dict[str, Passage]]:
    """The kinds of reason that the report gives for the delay, and those that it says were none, with a passage each."""
    passages = index.of_sections(_PROCESS)
    late = {passage.block for passage in index.once(_told_late)}
    causes = {
        passage.block
        for passage in passages
        if passage.block in late
        and _CAUSE.search(passage.sentence.text)
        and not _disowns(passage.sentence.text)
    }
    told: dict[str, Passage] = {}
    looked_at = set(late)
    for block in sorted(causes or late):
        for beside in (block, block + 1):
            looked_at.add(beside)
            if given := _reasons(passages, beside, none=False):
                told = {**given, **told}
                break
    for kind, meant in _IMPLIED.items():
        if kind in told:
            told.update(dict.fromkeys(meant, told[kind]))
    denied: dict[str, Passage] = {}
    for block in sorted(looked_at):
        denied = {**_reasons(passages, block, none=True), **denied}
    return told, {kind: passage for kind, passage in denied.items() if kind not in told}


def _told_late(index: ReportIndex) -> list[Passage]:
    """The passages of the paragraphs that say that the review was late."""
    passages = index.of_sections(_PROCESS)
    late = {passage.block for passage in passages if _LATE.search(passage.sentence.text)}
    return [passage for passage in passages if passage.block in late]


def _reasons(passages: list[Passage], block: int, none: bool) -> dict[str, Passage]:
    """The kinds of reason that a paragraph gives, or with `none` says were none, each with a passage of it."""
    return {
        kind: passage
        for passage in passages
        if passage.block == block
        for text in _PARTS.split(passage.sentence.text)
        if _disowns(text) == none
        for kind, _, _ in _kinds(text)
    }


def _stage_differences(statement: Statement, index: ReportIndex) -> Iterator[Difference]:
    """What was waited for made another stage of the proceedings than the one that the report names."""
    waited = _WAITED.search(statement.sentence.text)
    said = waited and next((name for name, one in _STAGES.items() if one.search(waited[0])), None)
    passages = index.of_sections(_PROCESS)
    late = {passage.block for passage in index.once(_told_late)}
    beside = [passage for passage in passages if passage.block in late or passage.block - 1 in late]
    told = {
        name: passage
        for name, one in _STAGES.items()
        for passage in beside
        if one.search(passage.sentence.text)
    }
    if waited and said and told and said not in told:
        passage = next(iter(told.values()))
        yield Difference(
            "order-or-cause-changed",
            statement.pointer,
            f"the summary says “{waited[0].strip()}”; the overview report names another stage ({where(passage)})",
            f"give the report's reason; it says: “{passage.sentence.text}”",
            waited[0].strip(),
            (evidence_from(passage),),
            Confidence.POSSIBLE,
        )


def _disowns(text: str) -> bool:
    """Whether a text says of something that it was no reason for the delay."""
    if _CAUSE_GIVEN.search(text):
        return False  # "The cause of the delay was that documents could not be used"
    return bool(_NO_CAUSE.search(text) or (_LATE.search(text) and _denies(text)))


def _denies(text: str) -> bool:
    """Whether a text denies anything; "not until" and "not before" tell only when."""
    return any(not _WHEN.search(text, match.end()) for match in _DENIES.finditer(text))


def _kinds(text: str) -> Iterator[tuple[str, int, int]]:
    """The kinds of reason that a text names, each once, and where."""
    for kind, pattern in _patterns().items():
        if match := pattern.search(text):
            yield kind, match.start(), match.end()


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    with _FILE.open("rb") as file:
        kinds = tomllib.load(file)
    return {
        kind: re.compile(rf"\b(?:{'|'.join(entries)})\b", re.IGNORECASE) for kind, entries in kinds.items()
    }
