"""Recommendations and action plan of a summary in a word processor."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from scr_check.documents.overview import OverviewRecommendation, Section
from scr_check.documents.reference import SETS, Reference, reference_to
from scr_check.readers.structure.action_plan import action_plan_of, stated_in_plan
from scr_check.readers.structure.addressees import addressees_of
from scr_check.readers.structure.labels import Label, label_of
from scr_check.readers.structure.names import Names
from scr_check.readers.structure.outline import Placed
from scr_check.readers.structure.plan_rows import PlanRows, plan_rows
from scr_check.readers.structure.recommendations import recommendations_of
from scr_check.readers.structure.sets import Owner, owner_of, sets_named
from scr_check.readers.structure.wording import bare
from scr_check.readers.summary_document.narrative import with_references
from scr_check.readers.summary_document.notes import Notes
from scr_check.readers.summary_document.prose import first_day, text_of

Entry = dict[str, Any]

_TO = re.compile(r"\s*\((?:To|For|Addressed to): (.*?)\.?\)$")
_LABEL = re.compile(r"Recommendation ((?:[A-Za-z][\w&]{0,9}[ -]?)?\d[\w.]*?)[.:]\s+")
_AS_AT = re.compile(r"\bposition (?:at|on|as at) (?:the )?(.+?)\.?$", re.IGNORECASE)
_UNTOLD = "it was not told to whom"


def recommendations_in(places: Sequence[Placed], names: Names, notes: Notes) -> list[Entry]:
    """The recommendations in their sets: by their labels where they have any, else as in a report."""
    if any(_label(place) for place in places if place.block.kind != "table"):
        return list(_labelled(places, names, notes))
    among = [replace(place, section=Section.RECOMMENDATIONS) for place in places]
    found, doubts = recommendations_of(among, (), names)
    for doubt in doubts:
        notes.doubt(doubt)
    entries = [
        _entry(one.id, Owner(one.set, one.organisation), one.text, one.addressed_to, names) for one in found
    ]
    said = " ".join(bare(one.text) for one in found)
    notes.leave(
        "recommendations", [p for p in places if p.block.kind != "table" and bare(p.block.text) not in said]
    )
    return entries


def _label(place: Placed) -> Label | None:
    text = text_of(place)
    if own := _LABEL.match(text):
        return Label(own[1], "", None, text[own.end() :])
    return label_of(text, True)


def _labelled(places: Sequence[Placed], names: Names, notes: Notes) -> Iterator[Entry]:
    """A recommendation for each label, with all that follows up to the next label or heading."""
    open_: tuple[Label, Owner, list[str]] | None = None
    for place in places:
        label = _label(place) if place.block.kind != "table" else None
        if label or place.block.kind == "heading":
            if open_:
                yield _closed(open_, names, notes)
            path = place.path if place.block.kind != "heading" else place.path[:-1]
            open_ = (label, _owner(label, path, names), [label.text]) if label else None
        elif open_ and place.block.kind != "table":
            item = place.block.kind == "item"
            open_[2].append(("\n- " if item else "\n\n") + text_of(place))
        else:
            notes.leave("recommendations", [place])
    if open_:
        yield _closed(open_, names, notes)


def _owner(label: Label, path: Sequence[Any], names: Names) -> Owner:
    if label.kind and (named := sets_named(label.kind)):
        return Owner(named[0])
    title, _, body = path[-1].text.partition(": ") if path else ("", "", "")
    if body and sets_named(title) == ("imr",):  # the body's name as it stands, whatever its words
        return Owner("imr", body)
    return owner_of(path, names)


def _closed(open_: tuple[Label, Owner, list[str]], names: Names, notes: Notes) -> Entry:
    label, owner, parts = open_
    told = [label.body] if label.body else []
    entry = _entry(label.id, owner, "".join(parts).strip(), told, names)
    if not entry.get("addressed_to"):
        notes.doubt(f"recommendation {label.id}: {_UNTOLD} it is addressed: add `addressed_to:`")
    return entry


def _entry(id_: str, owner: Owner, text: str, told: Sequence[str], names: Names) -> Entry:
    said, refs = with_references(text)
    to = _TO.search(said or "")
    if said and to:
        said = said[: to.start()]
    addressed = (
        re.split(r";\s+", to[1]) if to else list(told) or addressees_of(said or "", names, owner.organisation)
    )
    entry: Entry = {"id": id_}
    entry |= {"set": owner.set} if owner.set != "overview" else {}
    entry |= {"organisation": owner.organisation} if owner.organisation else {}
    entry |= {"text": said} if said else {}
    entry |= {"addressed_to": addressed} if addressed else {}
    return entry | ({"overview": refs[0] if len(refs) == 1 else refs} if refs else {})


def action_plan_in(
    places: Sequence[Placed], recommendations: list[Entry], names: Names, notes: Notes
) -> Entry | None:
    """The action plan; what only its own column recommends is added to `recommendations`."""
    among = [replace(place, section=Section.ACTION_PLAN) for place in places]
    rows = plan_rows(among)
    known = [_as_read(one) for one in recommendations]
    spoken = {_spoken(one): str(reference_to(one)) for one in known}
    unsaid = PlanRows([row for row in rows.rows if not _references(row.cells, spoken)], rows.blocks)
    for extra in stated_in_plan(unsaid, known, names):
        notes.doubt(f"recommendation {extra.id} stands only in the action plan")
        known.append(extra)
        recommendations.append(
            _entry(extra.id, Owner(extra.set, extra.organisation), extra.text, extra.addressed_to, names)
        )
    plan = action_plan_of(among, rows, known, names)
    lines = [place for index, place in enumerate(places) if index not in rows.blocks]
    as_at = next((match[1] for place in lines if (match := _AS_AT.search(place.block.text))), None)
    notes.leave("action plan", [place for place in lines if not _AS_AT.search(place.block.text)])
    cells = [row.cells for row in rows.rows]
    actions = [
        _action(one.model_dump(exclude_none=True), cell, spoken)
        for one, cell in zip(plan.actions if plan else [], cells, strict=True)
    ]
    found = {"as_at": first_day(as_at)} if as_at else {}
    return {**found, "actions": actions} if actions or found else None


def _as_read(entry: Entry) -> OverviewRecommendation:
    return OverviewRecommendation(
        id=entry["id"], set=entry.get("set", "overview"), organisation=entry.get("organisation"),
        text=entry.get("text", ""), addressed_to=entry.get("addressed_to", []),
    )  # fmt: skip


def _spoken(one: OverviewRecommendation) -> str:
    """A reference as the tool's own tables say it: "4.10", "Board 2", "Northmoor Homes 1"."""
    owner = "" if one.set == "overview" else one.organisation or one.set.replace("-", " ")
    return bare(f"{owner} {one.id}")


def _action(action: Entry, cells: dict[str, str], spoken: dict[str, str]) -> Entry:
    """An action as the summary has it; references said in the tool's own way are taken at their word."""
    if told := _references(cells, spoken):
        action["recommendation"] = told
        if number := cells.get("number"):
            action["id"] = number
    return {key: value for key, value in action.items() if value and key not in ("ref", "page")}


def _references(cells: dict[str, str], spoken: dict[str, str]) -> list[str]:
    """The references of a row, where its cell holds nothing else; an empty list where it holds other words."""
    parts = re.split(r",\s+", cells.get("recommendation", ""))
    told = [spoken.get(bare(part)) or _written(part) for part in parts]
    return [one for one in told if one] if all(told) else []


def _written(text: str) -> str | None:
    """A reference in the form of the format itself, or a placeholder."""
    if text.startswith("[fill in"):
        return text
    owner, slash, number = text.rpartition("/")
    kind, _, body = owner.partition(":")
    return str(Reference(kind, number, body or None)) if slash and kind in SETS else None
