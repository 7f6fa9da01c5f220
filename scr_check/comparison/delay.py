"""Delay: the reasons that a summary gives for the lateness of a review, held against those of the report."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from scr_check.comparison.bearing import Weighed
from scr_check.comparison.evidence import evidence_from, where
from scr_check.comparison.index import Passage, ReportIndex
from scr_check.comparison.result import Difference
from scr_check.documents.overview import Section
from scr_check.documents.place import Pointer
from scr_check.documents.summary import Summary
from scr_check.finding import Confidence

_POINTER = Pointer("/review_process/delay_reason")
_FILE = Path(__file__).parent / "data" / "delays.toml"
_PROCESS = (Section.FRONT, Section.INTRODUCTION, Section.APPENDIX)
_LATE = re.compile(
    r"\bdelay\w*|\b(?:held|hold|holding) (?:\w+ ){0,4}up\b|\blate\b|\blater than\b|\boverr[au]n\b|\boverdue\b|\bextension\b"
    r"|\b(?:should|ought to|was to|were to|fell to|due to) (?:have )?(?:be|been) (?:complet|finish|conclud|submit)\w*",
    re.IGNORECASE,
)
_DISTINCT = (
    frozenset(  # what others do, and what befell a management review or its author: never just another word
        ("proceedings", "inquest", "family-court", "other-inquiry", "police", "returned", "illness")
    )
)
_IMPLIED = {"changed": ("returned", "illness")}  # kinds that the report may mean by another that it gives
_WHEN = re.compile(r"\b(?:until|before)\b", re.IGNORECASE)
_PARTS = re.compile(r"[;:]|,? (?:and )?(?:without|for|by|of)? ?which\b")
_DENIES = re.compile(r"\b(?:not?|nothing|none|neither|nor|never|without)\b", re.IGNORECASE)


def delay_differences(summary: Summary, weighed: Weighed, index: ReportIndex) -> Iterator[Difference]:
    """Reasons for the delay, as the summary gives them, that are distinct and not in the report, or that it expressly denies.

    Only where the report gives a reason itself, of another kind.
    """
    statements = [statement for statement, _ in weighed if statement.pointer == _POINTER]
    if not statements:
        return
    told, denied = _told(index)
    if not told:
        return
    for statement in statements:
        text = statement.sentence.text
        for kind, start, end in _kinds(text):
            clause = text[text.rfind(",", 0, start) + 1 : (text.find(",", end) + 1 or len(text) + 1) - 1]
            if kind in told or _denies(clause) or not (kind in denied or kind in _DISTINCT):
                continue
            passage = denied.get(kind) or next(iter(told.values()))
            yield Difference(
                "order-or-cause-changed",
                statement.pointer,
                f"the overview report does not give “{text[start:end]}” as a reason for the delay ({where(passage)})",
                f"give the report's reason; it says: “{passage.sentence.text}”",
                text[start:end],
                (evidence_from(passage),),
                Confidence.LIKELY if kind in denied else Confidence.POSSIBLE,
            )


def _told(index: ReportIndex) -> tuple[dict[str, Passage], dict[str, Passage]]:
    """The kinds of reason that the report gives for the delay, and those that it says were none, with a passage each."""
    told: dict[str, Passage] = {}
    denied: dict[str, Passage] = {}
    passages = index.of_sections(_PROCESS)
    late = {passage.block for passage in passages if _LATE.search(passage.sentence.text)}
    for block in sorted(late):
        for beside in (block, block + 1):
            found = [passage for passage in passages if passage.block == beside]
            given = dict(kind for passage in found for kind in _given(passage, denied))
            if given:
                told = {**given, **told}
                break
    for kind, meant in _IMPLIED.items():
        if kind in told:
            told.update(dict.fromkeys(meant, told[kind]))
    return told, {kind: passage for kind, passage in denied.items() if kind not in told}


def _given(passage: Passage, denied: dict[str, Passage]) -> Iterator[tuple[str, Passage]]:
    """The kinds of reason that a passage gives; those that it says were none go to `denied`."""
    for text in _PARTS.split(passage.sentence.text):
        none = _LATE.search(text) is not None and _denies(text)
        for kind, _, _ in _kinds(text):
            if none:
                denied.setdefault(kind, passage)
            else:
                yield kind, passage


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
