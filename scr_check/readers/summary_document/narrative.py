"""Events, key issues, lessons and conclusion of a summary in a word processor."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from scr_check.readers.structure.outline import Placed
from scr_check.readers.summary_document.notes import Notes
from scr_check.readers.summary_document.prose import (
    date_within,
    dated,
    is_date,
    place_beside,
    prose_of,
    rows_of,
    text_of,
    without_place,
)

Entry = dict[str, Any]

_ASIDE = re.compile(r"\s*\((?:Overview report|Paragraphs?|Paras?):? (.*?)\.?\)$")
_OWN_ID = re.compile(
    r"([A-Z]{1,3}\d{1,2}|Key issue \d{1,2}|Finding \d{1,2}|Theme \d{1,2})(?:[:.]| [-–])\s+(?=\S)"
)
_COUNTED_TITLE = re.compile(r"(?:Key issue|Finding|Theme|Issue) \d{1,2}", re.IGNORECASE)


def events_in(places: Sequence[Placed], notes: Notes) -> list[Entry]:
    """The events: paragraphs that open with a date, rows of a chronology, what stands under a date.

    Where dates stand by themselves at the head of paragraphs, one without belongs to the event before it.
    """
    labelled = any(place.block.kind != "table" and dated(text_of(place)) for place in places)
    found: list[Entry] = []
    heading: str | None = None
    for place in places:
        block = place.block
        if block.kind == "table":
            found += _rows(place, notes)
        elif block.kind == "heading":
            heading = _date_heading(place, found, notes)
        elif event := _event(text_of(place), labelled):
            found.append(event)
            heading = None
        elif found and "table" not in found[-1] and (labelled or heading):
            found[-1]["text"] = "\n\n".join(filter(None, (found[-1].get("text"), text_of(place))))
        else:
            found.append({"text": text_of(place)})
    undated = sum("date" not in event for event in found)
    if undated:
        notes.doubt(f"{undated} of {len(found)} events have no date that could be read: add `date:`")
    return [event for event in found if event.get("text") or event.get("date")]


def _rows(place: Placed, notes: Notes) -> list[Entry]:
    rows: list[Entry] = [{key: row[key] for key in ("date", "text") if key in row} for row in rows_of(place)]
    if not any("text" in row for row in rows):
        notes.leave("summary of events", [place])
        return []
    return rows


def _date_heading(place: Placed, found: list[Entry], notes: Notes) -> str | None:
    """The date that a heading is; any other heading is left over."""
    text = place.block.text
    if is_date(text):
        found.append({"date": text})
        return text
    notes.leave("summary of events", [place])
    return None


def _event(text: str, labelled: bool) -> Entry | None:
    if apart := dated(text):
        return {"date": apart[0], "text": without_place(apart[1])}
    date = None if labelled else date_within(text.partition(". ")[0])
    return {"date": date, "text": text} if date else None


def key_issues_in(places: Sequence[Placed], notes: Notes) -> list[Entry]:
    """A key issue for each heading, or for each paragraph or item where there are none."""
    groups: list[tuple[str | None, list[Placed]]] = []
    headed = any(place.block.kind == "heading" for place in places)
    for place in places:
        if place.block.kind == "heading":
            groups.append((text_of(place), []))
        elif headed and groups:
            groups[-1][1].append(place)
        elif headed:
            notes.leave("key issues", [place])
        else:
            groups.append((None, [place]))
    return [issue for number, group in enumerate(groups, 1) for issue in _issue(number, *group)]


def _issue(number: int, title: str | None, places: Sequence[Placed]) -> Iterator[Entry]:
    own = _OWN_ID.match(title or "")
    if title and own:
        title = title[own.end() :]
    if title and _COUNTED_TITLE.fullmatch(title):
        title = None
    text, refs = with_references(prose_of(places))
    if not refs and text and (beside := place_beside(text)):
        refs = [beside]
    entry: Entry = {"id": own[1] if own else f"K{number}"}
    entry |= {"title": title} if title else {}
    entry |= {"text": without_place(text)} if text else {}
    yield entry | ({"overview": refs} if refs else {})


def with_references(text: str | None) -> tuple[str | None, list[str]]:
    """A text without the paragraphs of the report that it names in brackets at its end, and these."""
    match = _ASIDE.search(text or "")
    if not text or not match or not re.match(r"\W*\d|[A-Z]{1,3}\d", match[1]):
        return text, []
    return text[: match.start()] or None, re.split(r",\s+", match[1])
