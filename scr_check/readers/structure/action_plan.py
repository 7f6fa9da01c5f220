"""The action plan of a report: its rows as actions, each with the recommendations it belongs to."""

import re
from collections.abc import Mapping, Sequence

from scr_check.documents.overview import OverviewAction, OverviewActionPlan, OverviewRecommendation, Section
from scr_check.documents.summary import ActionStatus, RecommendationSet
from scr_check.readers.structure.addressees import addressees_of, bodies_listed
from scr_check.readers.structure.labels import label_of, plain_id
from scr_check.readers.structure.names import Names
from scr_check.readers.structure.outline import Placed
from scr_check.readers.structure.plan_cells import State, colours_in, lead_and_body, state_of
from scr_check.readers.structure.plan_references import Resolver, legend_in
from scr_check.readers.structure.plan_rows import PlanRow, PlanRows
from scr_check.readers.structure.sets import Owner, body_in, sets_named
from scr_check.readers.structure.wording import bare

_DAY = (
    r"\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+,?\s+\d{4}|[A-Z][a-z]+\s+\d{4}"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d"
)
_AS_AT = re.compile(
    rf"\b(?:position|status|progress|updated?|reviewed|correct|as|state)\b(?:[^.;]{{0,40}}?\b(?:at|on|to|of)\b|:)?\s+(?:the\s+)?({_DAY})",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(\d{1,2}\.\d{1,2}|[A-Z]{1,3}\d{1,2}\.\d{1,2})[.):]?\s+(?=[A-Z])")
_THE_BOARD = re.compile(r"(?:^|: )the board$", re.IGNORECASE)
_SEVERAL = 3  # tables from which each is some body's own
_FEWEST_WORDS = 7  # of a cell that states a recommendation instead of naming it


def action_plan_of(
    placed: Sequence[Placed], rows: PlanRows, recommendations: Sequence[OverviewRecommendation], names: Names
) -> OverviewActionPlan | None:
    """The plan of all rows, None when there are none."""
    if not rows.rows:
        return None
    lines = [p.block.text for p in placed if p.section is Section.ACTION_PLAN and p.block.kind != "table"]
    resolver = Resolver(recommendations, names, legend_in(lines))
    colours = colours_in(lines)
    as_at = next((match[1] for line in lines if (match := _AS_AT.search(line))), None)
    return OverviewActionPlan(as_at=as_at, actions=[_action(row, resolver, colours) for row in rows.rows])


def _action(row: PlanRow, resolver: Resolver, colours: Mapping[str, ActionStatus]) -> OverviewAction:
    cells = row.cells
    lead, organisation = _who(cells.get("lead", ""), cells.get("organisation", ""), resolver.names)
    named, id_ = _named(row, organisation, resolver)
    action = cells.get("action", "") or _as_action(cells.get("recommendation", ""))
    if not id_ and (counted := _COUNTED.match(action)):
        id_, action = counted[1], action[counted.end() :]
    state = _state(row, colours)
    return OverviewAction(
        id=id_, recommendation=named, action=action or None, lead=lead, organisation=organisation,
        due=cells.get("due") or None, outcome=cells.get("outcome") or None,
        monitoring=cells.get("monitoring") or None,
        status=state.status, completed_on=state.completed_on, progress=state.rest,
        scope=cells.get("scope") or None, milestones=cells.get("milestones") or None, ref=row.ref, page=row.page,
    )  # fmt: skip


def _as_action(told: str) -> str:
    """The action of a plan without a column for it: what the recommendation says."""
    if not _is_stated(told):
        return ""
    label = label_of(told, True)
    return label.text if label else re.sub(r"^\d{1,3}[.):]\s+", "", told)


def _who(lead: str, organisation: str, names: Names) -> tuple[str | None, str | None]:
    if lead and organisation:
        return lead, organisation
    person, body = lead_and_body(lead or organisation, names)
    if organisation and not body:
        return None, organisation
    return person, body


def _state(row: PlanRow, colours: Mapping[str, ActionStatus]) -> State:
    """How far an action is, from the columns that may say so."""
    cells = row.cells
    status = state_of(cells.get("status", ""), colours)
    progress = (
        state_of(cells.get("progress", ""), colours)
        if not status.status
        else State(rest=cells.get("progress"))
    )
    due = state_of(cells.get("due", ""))
    completed = cells.get("completed_on")
    told = (
        status.status or progress.status or ("completed" if completed or due.status == "completed" else None)
    )
    on = completed or status.completed_on or progress.completed_on or due.completed_on
    rest = "; ".join(filter(None, (status.rest, progress.rest))) or None
    return State(told, on if told == "completed" else None, rest)


def over_of(row: PlanRow, recommendations: Sequence[OverviewRecommendation], names: Names) -> Owner | None:
    """The set that the words over a row name; None when they name none."""
    for text in row.over:
        named = sets_named(text)
        body = body_in(text, names)
        agency = _with_set(body, recommendations) if body else None
        if len(named) == 1:
            return Owner(named[0], agency) if named[0] == "imr" else Owner(named[0])
        if agency and not named:
            return Owner("imr", agency)
    return None


def _with_set(body: str, recommendations: Sequence[OverviewRecommendation]) -> str | None:
    """The agency of that name that has recommendations of its own."""
    key = bare(body)
    own = (r.organisation for r in recommendations if r.set == "imr" and r.organisation)
    return next((agency for agency in own if bare(agency) == key), None)


def _named(row: PlanRow, organisation: str | None, resolver: Resolver) -> tuple[list[str], str | None]:
    """The references of a row, and the action's own id where a column holds one."""
    told, number = row.cells.get("recommendation", ""), row.cells.get("number", "")
    over = over_of(row, resolver.recommendations, resolver.names)
    if told and _is_stated(told):
        named = _stated(told, number, over, organisation, resolver)
        return named, number if number and not _numbers_recommendation(number, named) else None
    named = resolver.references_in(told or number, over, organisation)
    own = number if told and number != told else _action_number(number, named)
    return named, own or None


def _is_stated(cell: str) -> bool:
    return len(cell.split()) >= _FEWEST_WORDS


def _stated(
    told: str, number: str, over: Owner | None, organisation: str | None, resolver: Resolver
) -> list[str]:
    """The references of a row whose cell repeats a recommendation's words."""
    label = label_of(told, True)
    counted = (
        label.id
        if label
        else (match[1] if (match := re.match(r"([A-Z]{0,5}\s?\d{1,3})[.):]\s", told)) else "")
    )
    if (best := resolver.by_words(label.text if label else told)) and not counted:
        return [best]
    return resolver.references_in(counted or number, over, organisation) if counted or number else []


def _numbers_recommendation(number: str, named: Sequence[str]) -> bool:
    return any(plain_id(number) == plain_id(name.rpartition("/")[2]) for name in named)


def _action_number(number: str, named: Sequence[str]) -> str:
    """The number of an action itself: "1.2" where the recommendation is 1."""
    last = number.split(" ")[-1]
    return (
        last if re.fullmatch(r"\d+\.\d+|\d+[a-z]", last) and not _numbers_recommendation(last, named) else ""
    )


def stated_in_plan(
    rows: PlanRows, recommendations: Sequence[OverviewRecommendation], names: Names
) -> list[OverviewRecommendation]:
    """The recommendations that stand nowhere but in the plan's own column."""
    found: list[OverviewRecommendation] = []
    seen = {(r.set, bare(r.organisation or ""), plain_id(r.id)) for r in recommendations}
    resolver = Resolver(recommendations, names, {})
    captions = {row.over[0] for row in rows.rows if row.over}
    for row in rows.rows:
        cell = row.cells.get("recommendation", "")
        if not _is_stated(cell) or resolver.by_words(cell):
            continue
        if (new := _from_cell(cell, row, recommendations, names, len(captions) >= _SEVERAL)) and (
            key := (new.set, bare(new.organisation or ""), plain_id(new.id))
        ) not in seen:
            seen.add(key)
            found.append(new)
    return found


def _addressed(row: PlanRow, names: Names) -> list[str]:
    """The bodies of a row's own column for those addressed."""
    parts = row.cells.get("addressee", "").split(";")
    return [body for part in parts for body in bodies_listed(part, names)]


def _of_caption(row: PlanRow, names: Names) -> Owner | None:
    """Whose table it is by the line over it, where each body has one: "Table 5: Dale Homes", "Table 9: the Board"."""
    caption = row.over[0] if row.over else ""
    body = body_in(caption, names)
    if _THE_BOARD.search(caption) or (body and body == names.board):
        return Owner("board")
    return Owner("imr", body) if body else None


def _from_cell(
    cell: str, row: PlanRow, recommendations: Sequence[OverviewRecommendation], names: Names, by_body: bool
) -> OverviewRecommendation | None:
    counted = re.match(r"(\d{1,3})[.):]?\s+(?=[A-Z])", cell)
    label = label_of(cell, True)
    id_ = (
        label.id
        if label
        else counted[1]
        if counted
        else row.cells.get("number", "").split(" ")[-1].partition(".")[0]
    )
    text = label.text if label else cell[counted.end() :] if counted else cell
    if not id_ or not text:
        return None
    over = over_of(row, recommendations, names) or (_of_caption(row, names) if by_body else None) or Owner()
    organisation = over.organisation or next(
        (body for line in row.over if (body := body_in(line, names))), None
    )
    set_: RecommendationSet = over.set
    return OverviewRecommendation(
        id=id_, set=set_, organisation=organisation if set_ == "imr" else None, text=text,
        addressed_to=_addressed(row, names) or addressees_of(text, names, organisation), ref=row.ref, page=row.page,
    )  # fmt: skip
