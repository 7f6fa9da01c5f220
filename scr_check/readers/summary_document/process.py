"""The review process of a summary in a word processor, field by field."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from scr_check.documents.placeholder import PLACEHOLDER_OPENING
from scr_check.readers.structure.outline import Placed
from scr_check.readers.structure.wording import is_sentence
from scr_check.readers.summary_document.headings import label_named
from scr_check.readers.summary_document.notes import Notes
from scr_check.readers.summary_document.prose import (
    first_day,
    listed,
    prose_of,
    prose_or_list,
    rows_of,
    text_of,
)

_LABELLED = re.compile(r"([A-Z][A-Za-z ]{2,40}):\s+(.+)", re.DOTALL)
_SPAN = re.compile(r"(?:from )?(.{4,40}?) (?:to|until|-|–|and) (.{4,40}?)\.?", re.IGNORECASE)
_REPORT_BESIDE = re.compile(
    r"(.+?)\s*(?:[:–]|\s-\s|,(?=[^,]*(?:review|report)\b)|\((?=[^)]*(?:review|report)\b))\s*(.+?)\)?"
)
_LONGEST_NAME = 6  # words

Value = Any
Reader = Callable[[Sequence[Placed], str, Notes], Value]


def read_process_field(field: str, places: Sequence[Placed], notes: Notes) -> Value:
    """What the blocks under its heading say of a field of the review process, as the format has it."""
    return _READERS[field](places, field, notes)


def _prose(places: Sequence[Placed], _field: str, _notes: Notes) -> Value:
    return prose_of(places)


def _prose_or_list(places: Sequence[Placed], _field: str, _notes: Notes) -> Value:
    return prose_or_list(places)


def _terms(places: Sequence[Placed], _field: str, notes: Notes) -> Value:
    items = [place for place in places if place.block.kind == "item"]
    if items:
        notes.leave(field_title(_field), [place for place in places if place.block.kind != "item"])
    return listed(items or places)


def field_title(field: str) -> str:
    """A field as one says it."""
    return field.replace("_", " ")


def _day(places: Sequence[Placed], field: str, notes: Notes) -> Value:
    text = " ".join(text_of(place) for place in places)
    day = first_day(text)
    if day is None or day != text.rstrip(" ."):
        notes.leave(field_title(field), places)
    return day


def _period(places: Sequence[Placed], field: str, notes: Notes) -> Value:
    text = " ".join(text_of(place) for place in places)
    span = _SPAN.fullmatch(text) if PLACEHOLDER_OPENING not in text else re.fullmatch(r"(.+?) to (.+)", text)
    if span:
        return {"from": span[1], "to": span[2]}
    found = re.search(r"(?:from|between) (.{4,30}?) (?:to|until|and) (.{4,30}?)(?=[.,;]|$)", text)
    notes.leave(field_title(field), places)
    return {"from": first_day(found[1]), "to": first_day(found[2])} if found else None


def _person(places: Sequence[Placed], field: str, notes: Notes) -> Value:
    person: dict[str, str] = {}
    rest: list[Placed] = []
    for place in places:
        text = text_of(place)
        labelled = _LABELLED.fullmatch(text)
        name = label_named(labelled[1]) if labelled else None
        if labelled and name:
            person[name] = labelled[2]
        elif "name" not in person and (parts := _introduced(text)):
            person |= parts
        else:
            rest.append(place)
    if rest:
        told = prose_of(rest) or ""
        person["independence"] = "\n\n".join(filter(None, (person.get("independence"), told)))
        if "name" not in person:
            notes.doubt(f"the name of the {field_title(field)} was not told apart from the text about them")
    return person or None


def _introduced(text: str) -> dict[str, str] | None:
    """A line that is a name, or a name with job title and employer behind commas."""
    if PLACEHOLDER_OPENING in text:
        return {"name": text}
    parts = re.split(r",\s+", text.rstrip("."))
    short = len(parts[0].split()) <= _LONGEST_NAME and parts[0][:1].isupper()
    if not short or (is_sentence(text) and len(parts) == 1 and len(text.split()) > _LONGEST_NAME):
        return None
    if len(parts) == 1:
        return {"name": text}
    if re.search(r"\b(?:is|was|has|had|were|are)\b", text):
        return None
    named = {"name": parts[0], "job_title": ", ".join(parts[1:-1]) or parts[1]}
    return named | ({"organisation": parts[-1]} if len(parts) > 2 else {})


def _members(places: Sequence[Placed], field: str, notes: Notes) -> Value:
    found = []
    for place in places:
        if place.block.kind == "table" and (rows := list(rows_of(place))):
            found += [
                {key: row[key] for key in ("name", "job_title", "organisation") if key in row} for row in rows
            ]
        elif place.block.kind == "item":
            title, comma, body = place.block.text.rstrip(".;").rpartition(", ")
            found.append({"job_title": title, "organisation": body} if comma else {"job_title": body})
        else:
            notes.leave(field_title(field), [place])
    return found


def _contributors(places: Sequence[Placed], field: str, notes: Notes) -> Value:
    found = []
    for place in places:
        if place.block.kind == "table" and (rows := list(rows_of(place))):
            found += [{key: row[key] for key in ("organisation", "report") if key in row} for row in rows]
        elif place.block.kind == "item":
            text = place.block.text.rstrip(".;")
            parted = _REPORT_BESIDE.fullmatch(text)
            found.append(
                {"organisation": parted[1], "report": parted[2]} if parted else {"organisation": text}
            )
        else:
            notes.leave(field_title(field), [place])
    return found


_READERS: Mapping[str, Reader] = {
    "circumstances": _prose,
    "decided_on": _day,
    "completed_on": _day,
    "delay_reason": _prose,
    "period_reviewed": _period,
    "board_chair": _person,
    "panel_chair": _person,
    "overview_author": _person,
    "panel_members": _members,
    "contributors": _contributors,
    "terms_of_reference": _terms,
    "parallel_processes": _prose_or_list,
    "family_involvement": _prose_or_list,
    "diversity": _prose_or_list,
}
