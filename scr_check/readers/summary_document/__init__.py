"""From a summary in a word processor to `scr-summary/1`: parts by their headings, doubts, and what is left over."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scr_check.documents.placeholder import PLACEHOLDER_OPENING
from scr_check.documents.summary import Summary
from scr_check.readers.blocks import Document
from scr_check.readers.structure.glossary import glossary_of
from scr_check.readers.structure.names import names_of
from scr_check.readers.structure.outline import Placed, placed_blocks
from scr_check.readers.summary_document.headings import PARTS
from scr_check.readers.summary_document.narrative import events_in, key_issues_in
from scr_check.readers.summary_document.notes import LeftOver, Notes
from scr_check.readers.summary_document.process import read_process_field
from scr_check.readers.summary_document.proposals import action_plan_in, recommendations_in
from scr_check.readers.summary_document.prose import listed, prose_of
from scr_check.readers.summary_document.stretches import FRONT, UNKNOWN, Stretch, stretches_of

__all__ = ["ImportedSummary", "LeftOver", "imported"]

_BOARD = re.compile(
    r"\b[A-Z].*\b(?:Safeguarding (?:Children |Adults? )?(?:Board|Partnership)|Community Safety Partnership)\b|\bLSCB\b"
)
_SUBJECT = re.compile(
    r"(?:executive summary|serious case review|review)\s*(?:[:–-]|(?:in respect of|regarding|concerning|into|on|of)\b)\s*"
    r"(?P<subject>\[fill in.*\]|.{2,60})$",
    re.IGNORECASE,
)
_BARE_SUBJECT = re.compile(
    r"(?:Child|Baby|Infant|Young Person|Family|Children|Adult)\s+[A-Z][\w]{0,3}(?:\s*(?:,|and|&)\s*[A-Z]\d?)*"
)


@dataclass(frozen=True, slots=True)
class ImportedSummary:
    """A summary, what a person should check in it, and the lines that belong to no field."""

    summary: Summary
    doubts: tuple[str, ...]
    left_over: tuple[LeftOver, ...]


def imported(
    document: Document, overview_report: str | None = None, headings: Mapping[str, str] | None = None
) -> ImportedSummary:
    """The summary that a document's blocks make; `overview_report` is its path as the summary names it.

    `headings` maps those of the guidance to the fields that they open; the usual ones are known.
    """
    placed = placed_blocks(document.blocks)
    names = names_of(placed, glossary_of(placed))
    stretches = stretches_of(placed, headings or {})
    notes = Notes(doubts=list(document.remarks))
    data: dict[str, Any] = _front([s for s in stretches if s.part == FRONT], notes)
    process: dict[str, Any] = {}
    parts: dict[str, list[Placed]] = {part: [] for part in PARTS}
    for stretch in stretches:
        _take(stretch, process, parts, notes)
    data |= {"overview_report": overview_report} if overview_report else {}
    data |= {"review_process": process} if process else {}
    data["summary_of_events"] = events_in(parts["summary_of_events"], notes)
    data["key_issues"] = key_issues_in(parts["key_issues"], notes)
    data["lessons"] = listed(_without_headings(parts["lessons"], "lessons", notes))
    if conclusion := prose_of(_without_headings(parts["conclusion"], "conclusion", notes)):
        data["conclusion"] = conclusion
    recommendations = recommendations_in(parts["recommendations"], names, notes)
    plan = action_plan_in(parts["action_plan"], recommendations, names, notes)
    data["recommendations"] = recommendations
    data |= {"action_plan": plan} if plan else {}
    _tell_missing(data, notes)
    return ImportedSummary(Summary.model_validate(data), tuple(notes.doubts), tuple(notes.left_over))


def _take(stretch: Stretch, process: dict[str, Any], parts: dict[str, list[Placed]], notes: Notes) -> None:
    if stretch.part in parts:
        parts[stretch.part] += stretch.body
    elif stretch.part in (UNKNOWN, "review_process"):
        notes.leave(stretch.heading, stretch.body)
    elif stretch.part != FRONT and stretch.body:
        value = read_process_field(stretch.part, stretch.body, notes)
        if stretch.part in process:
            notes.doubt(f"“{stretch.heading}” comes twice: only its first part was read")
            notes.leave(stretch.heading, stretch.body)
        elif value:
            process[stretch.part] = value


def _without_headings(places: Sequence[Placed], part: str, notes: Notes) -> list[Placed]:
    notes.leave(part, [place for place in places if place.block.kind == "heading"])
    return [place for place in places if place.block.kind != "heading"]


def _front(stretches: Sequence[Stretch], notes: Notes) -> dict[str, Any]:
    """Board and subject from the first lines; the others are left over."""
    found: dict[str, Any] = {}
    for place in (place for stretch in stretches for place in stretch.blocks):
        text = place.block.text
        if "subject" not in found and (match := _SUBJECT.search(text)):
            found["subject"] = match["subject"].strip(" .")
        elif "subject" not in found and _BARE_SUBJECT.fullmatch(text):
            found["subject"] = text
        elif "board" not in found and (_BOARD.search(text) or text.startswith(PLACEHOLDER_OPENING)):
            found["board"] = text
        elif not re.fullmatch(r"(?:the )?executive summary", text, re.IGNORECASE):
            notes.leave("the first lines", [place])
    return found


_PARTS_ASKED = {
    "review_process": "the review process",
    "key_issues": "the key issues",
    "recommendations": "the recommendations",
    "action_plan": "the action plan",
}


def _tell_missing(data: dict[str, Any], notes: Notes) -> None:
    for part, name in _PARTS_ASKED.items():
        if not data.get(part):
            notes.doubt(f"no heading was found under which {name} would stand")
