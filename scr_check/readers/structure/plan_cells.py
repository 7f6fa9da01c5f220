"""What a cell of an action plan says: a state of work with its date, a lead with an organisation."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scr_check.documents.summary import ActionStatus
from scr_check.readers.structure.names import Names, is_body
from scr_check.readers.structure.vocabulary import alternatives, vocabulary
from scr_check.readers.structure.wording import bare

_MONTH = rf"(?:{alternatives('months')})\b\.?"
_DATE = re.compile(
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{_MONTH},?\s+\d{{2,4}}|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{4}}-\d\d-\d\d",
    re.IGNORECASE,
)
_COLOUR = re.compile(
    r"(?:b?rag\s*:?\s*)?\b(red|amber|green|blue|yellow|black)\b\s*(?:[:;,(–—-]+\s*|$)", re.IGNORECASE
)
_COLOURS = re.compile(
    r"\b(red|amber|green|blue|yellow|black)\b\W+(?:(?:means?|is|for|indicates?|shows?)\s+)?([^,.;]+)",
    re.IGNORECASE,
)
_BEFORE_DATE = re.compile(r"\s*[:;,(–—-]*\s*(?:on|in|by|at|as of|from)?\s*")
_PARTING = re.compile(r"\s*[;/|\n]\s*|\s+[–—-]\s+|,\s+|\s*\(")


@dataclass(frozen=True, slots=True)
class State:
    """How far an action is; `rest` is what the cell says besides."""

    status: ActionStatus | None = None
    completed_on: str | None = None
    rest: str | None = None


def colours_in(texts: Sequence[str]) -> dict[str, ActionStatus]:
    """What a plan's legend says that its colours mean.

    >>> colours_in(["Green means done, amber under way and red not yet begun."])
    {'green': 'completed', 'amber': 'in progress', 'red': 'not started'}
    """
    found: dict[str, ActionStatus] = {}
    for text in texts:
        for match in _COLOURS.finditer(
            re.sub(r"\band (?=red|amber|green|blue|yellow|black)", ", ", text, flags=re.IGNORECASE)
        ):
            if status := _status(match[2]):
                found.setdefault(match[1].lower(), status[0])
    return found


def state_of(cell: str, colours: Mapping[str, ActionStatus] | None = None) -> State:
    """What a cell says of the state of an action; `colours` is what the plan's legend makes of them.

    >>> state_of("Completed 31 May 2011")
    State(status='completed', completed_on='31 May 2011', rest=None)
    >>> state_of("Amber: under way"), state_of("In progress - two of six days held").rest
    (State(status='in progress', completed_on=None, rest=None), 'two of six days held')
    """
    colour = _COLOUR.match(cell)
    text = cell[colour.end() :].rstrip(")") if colour else cell
    if found := _status(text):
        status, length = found
        rest = text[length:]
        date = _dated(rest) if status == "completed" else None
        return State(status, date[0] if date else None, _rest(date[1] if date else rest))
    if colour and colours and (known := colours.get(colour[1].lower())):
        date = _dated(text) if known == "completed" else None
        return State(known, date[0] if date else None, _rest(date[1] if date else text))
    return State(rest=cell.strip() or None)


def _status(text: str) -> tuple[ActionStatus, int] | None:
    """The state that a text opens with, and how many of its characters say so."""
    opening = bare(text)
    for phrase, status in vocabulary().status:
        if opening == phrase or opening.startswith(f"{phrase} "):
            pattern = r"\W+".join(re.escape(word) for word in phrase.split())
            match = re.match(rf"\W*{pattern}", text, re.IGNORECASE)
            return (status, match.end()) if match else None  # type: ignore[return-value]
    return None


def _dated(text: str) -> tuple[str, str] | None:
    start = _BEFORE_DATE.match(text)
    match = _DATE.match(text, start.end() if start else 0)
    return (match[0], text[match.end() :].lstrip(")")) if match else None


def _rest(text: str) -> str | None:
    return text.strip(" .,:;()–—-") or None


def lead_and_body(cell: str, names: Names) -> tuple[str | None, str | None]:
    """The lead and the organisation of a cell that may hold both: "Head of Repairs, Castlegate Homes"."""
    if not cell:
        return None, None
    if _is_organisation(cell, names):
        return None, cell
    for match in reversed(list(_PARTING.finditer(cell))):
        lead, body = cell[: match.start()].strip(), cell[match.end() :].strip(" )")
        if lead and body and _is_organisation(body, names):
            return lead, body
        if lead and body and _is_organisation(lead, names):
            return body, lead  # "PCT / Named nurse"
    return cell, None


def _is_organisation(text: str, names: Names) -> bool:
    key = bare(text)
    if not key or "," in text or len(key.split()) > 12:
        return False
    if key in names.sure or key == bare(names.board or ""):
        return True
    known = names.full(text)
    role = set(key.split()) & vocabulary().roles
    return (known is not None or (is_body(text) and " " in key and key in names.bodies)) and not role
