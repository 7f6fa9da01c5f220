"""Rules on the fourth part of chapter 8: the action plan."""

import difflib
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from scr_check.documents.place import Pointer
from scr_check.documents.placeholder import is_filled, is_written
from scr_check.documents.plan import PLAN
from scr_check.documents.reference import Reference, reference_in, reference_to
from scr_check.documents.summary import Action
from scr_check.finding import Evidence, Flag
from scr_check.guidance.words import pattern
from scr_check.language.days import days_of
from scr_check.rule import Case, Rule, flags_from, rule

if TYPE_CHECKING:
    from scr_check.documents.overview import OverviewAction

_SAME_ACTION = (
    0.6  # at and above this share of common wording a row of the report is taken for the same action
)


@rule("AP201", "recommendation-without-action", "action-plan")
def recommendations_have_actions(case: Case) -> Iterator[Flag]:
    """Every recommendation has at least one action.

    A recommendation that nobody is set to carry out will not change anything for the next child.
    """
    if case.summary.action_plan is None or not case.summary.action_plan.actions:
        return
    served = {reference_in(text).key for _, action, _ in case.actions for text in action.recommendation}
    for index, recommendation in enumerate(case.summary.recommendations):
        reference = reference_to(recommendation)
        if recommendation.id and reference.key not in served:
            yield Flag(
                Pointer("/recommendations") / index,
                f"no action carries out recommendation {reference}",
                help=f"add an action with `recommendation: {reference}` to the action plan",
            )


@rule("AP202", "action-for-unknown-recommendation", "action-plan")
def actions_belong_to_recommendations(case: Case) -> Iterator[Flag]:
    """Every action belongs to a recommendation of the summary.

    An action for a recommendation that is not there names the wrong one, or shows that one was left out.
    """
    known = {reference.key: reference for reference in map(reference_to, case.summary.recommendations)}
    for pointer, action, name in case.actions:
        for index, text in enumerate(action.recommendation):
            if is_filled(text) and reference_in(text).key not in known:
                yield Flag(
                    pointer / "recommendation" / index,
                    f"{name} is for recommendation {text.strip()}, which is not in the summary",
                    help=_did_you_mean(reference_in(text), list(known.values())),
                    quote=text.strip(),
                )


@rule("AP203", "action-without-date", "action-plan")
def actions_have_dates(case: Case) -> Iterator[Flag]:
    """Each action has a date by which it must be done.

    Without a date nobody can say that an action is late, and nobody need begin.
    """
    for pointer, action, name in case.actions:
        if not is_written(action.due):
            message = f"{name} has no date by which it must be done"
            yield _absent(case, pointer, action, "due", message)


@rule("AP204", "action-without-lead", "action-plan")
def actions_have_leads(case: Case) -> Iterator[Flag]:
    """Each action says, by job title, who leads it.

    One person in each body has to be able to say whether it was done.
    """
    for pointer, action, name in case.actions:
        if not is_written(action.lead):
            yield _absent(case, pointer, action, "lead", f"{name} names nobody to lead it")


@rule("AP205", "action-without-organisation", "action-plan")
def actions_have_organisations(case: Case) -> Iterator[Flag]:
    """Each action says which organisation it falls to.

    Many bodies have a Head of Safeguarding; the reader must know whose is meant.
    """
    for pointer, action, name in case.actions:
        if not is_written(action.organisation):
            message = f"{name} does not say which organisation it falls to"
            yield _absent(case, pointer, action, "organisation", message)


@rule("AP206", "plan-date-unreadable", "action-plan")
def plan_dates_can_be_read(case: Case) -> Iterator[Flag]:
    """The dates of the action plan can be read as dates or time scales.

    An action "in due course" can never be overdue.
    """
    plan = case.summary.action_plan
    dates = [(PLAN / "as_at", plan and plan.as_at)]
    for pointer, action, _ in case.actions:
        dates += [(pointer / "completed_on", action.completed_on)]
        dates += [(pointer / "due", action.due)]
    for pointer, text in dates:
        if text and days_of(text) is None and is_filled(text) and not _is_time_scale(pointer, text):
            yield Flag(
                pointer,
                f"`{pointer.rpartition('/')[2]}` cannot be read as a date",
                help='write a date, such as 2010-09-30, or for `due` a time scale, such as "within 3 months"',
                quote=text.strip(),
            )


@rule("AP207", "action-without-outcome", "action-plan")
def actions_have_outcomes(case: Case) -> Iterator[Flag]:
    """Each action says what will be different for children.

    A procedure reissued is not yet a child protected; the outcome says what it is for.
    """
    for pointer, action, name in case.actions:
        if not is_written(action.outcome):
            yield _absent(case, pointer, action, "outcome", f"{name} has no intended outcome")


@rule("AP208", "action-without-monitoring", "action-plan")
def actions_are_monitored(case: Case) -> Iterator[Flag]:
    """Each action says how the Board will know that it was done and worked.

    The Board has to monitor its plan; an action nobody checks is done on paper.
    """
    for pointer, action, name in case.actions:
        if not is_written(action.monitoring):
            message = f"{name} does not say how it will be monitored"
            yield _absent(case, pointer, action, "monitoring", message)


@rule("AP213", "action-without-text", "action-plan")
def actions_say_what_is_done(case: Case) -> Iterator[Flag]:
    """Each action says what is to be done.

    A row with a name and a date but no deed commits nobody.
    """
    for pointer, action, name in case.actions:
        if not is_written(action.action):
            yield Flag(pointer, f"{name} does not say what is to be done", help="add `action:`")


@rule("AP214", "action-without-recommendation", "action-plan")
def actions_name_their_recommendation(case: Case) -> Iterator[Flag]:
    """Each action says which recommendation it carries out.

    Only so can a reader follow a recommendation to the deed.
    """
    for pointer, action, name in case.actions:
        if not is_written([*action.recommendation]):
            yield Flag(
                pointer,
                f"{name} does not say which recommendation it carries out",
                help="add `recommendation:` with the set and number, such as overview/1",
            )


@rule("AP215", "action-id-repeated", "action-plan")
def action_ids_are_unique(case: Case) -> Iterator[Flag]:
    """No two actions share an id.

    Progress is reported by id; two actions under one id will be confused from one meeting to the next.
    """
    seen = Counter[str]()
    for pointer, action, _ in case.actions:
        seen[action.id or ""] += 1
        if action.id and seen[action.id] > 1:
            yield Flag(
                pointer / "id",
                f"the id `{action.id}` is used more than once",
                help="give each action its own id",
            )


@rule("AP218", "wanted-field-missing", "action-plan")
def actions_have_what_the_guidance_wants(case: Case) -> Iterator[Flag]:
    """Each action has the further fields that the guidance asks for, such as scope and milestones.

    Where a plan reaches beyond one area, readers need to know how far, and what to expect on the way.
    """
    for pointer, action, name in case.actions:
        for field in ("scope", "milestones"):
            if f"actions[].{field}" in case.profile.wanted and not is_written(getattr(action, field)):
                yield _absent(case, pointer, action, field, f"{name} has no {field}")


@rule("AP101", "action-omitted", "action-plan", needs_overview=True)
def actions_are_complete(case: Case) -> Iterator[Flag]:
    """Every action of the overview report's plan is in the summary.

    An action missing from the published plan is one that nobody outside can ask after.
    """
    yield from flags_from(case, "action-omitted")


@rule("AP102", "action-deadline-changed", "action-plan", needs_overview=True)
def actions_keep_their_deadlines(case: Case) -> Iterator[Flag]:
    """An action is due when the overview report's plan says.

    A later date on the published plan makes a late action look punctual.
    """
    yield from flags_from(case, "action-deadline-changed")


@rule("AP103", "action-lead-changed", "action-plan", needs_overview=True)
def actions_keep_their_leads(case: Case) -> Iterator[Flag]:
    """An action is led by the person and body that the overview report's plan names.

    Whoever agreed to lead is answerable; somebody else never agreed.
    """
    yield from flags_from(case, "action-lead-changed")


@rule("AP104", "action-outcome-changed", "action-plan", needs_overview=True)
def actions_keep_their_outcomes(case: Case) -> Iterator[Flag]:
    """An action has the outcome, and the monitoring, that the overview report's plan gives it.

    A lower aim is reached sooner and protects fewer children.
    """
    yield from flags_from(case, "action-outcome-changed")


@rule("AP105", "action-changed", "action-plan", needs_overview=True)
def actions_are_the_same_deeds(case: Case) -> Iterator[Flag]:
    """What is to be done is what the overview report's plan says.

    Auditing a protocol is not the same as reissuing it.
    """
    yield from flags_from(case, "action-changed")


@rule("AP106", "action-added", "action-plan", needs_overview=True)
def added_actions_are_noted(case: Case) -> Iterator[Flag]:
    """Actions that the overview report's plan does not hold are noted.

    A Board may add actions later; the reader of both documents should not have to wonder.
    """
    yield from flags_from(case, "action-added")


def _is_time_scale(pointer: Pointer, text: str) -> bool:
    return pointer.endswith("/due") and pattern("time_scales").search(text) is not None


def _did_you_mean(reference: Reference, known: list[Reference]) -> str:
    same_id = [str(other) for other in known if other.key[2] == reference.key[2]]
    nearest = difflib.get_close_matches(str(reference), [str(other) for other in known], n=1, cutoff=0.75)
    meant = nearest or same_id[:1]
    return (
        f"did you mean {meant[0]}?"
        if meant
        else "write the set and number of a recommendation, such as overview/1"
    )


def _absent(case: Case, pointer: Pointer, action: Action, field: str, message: str) -> Flag:
    """A flag for a field that is not there, with what the overview report's plan says in its place."""
    reported = _reported(case, action)
    said = getattr(reported, field, None)
    if reported is None or not said:
        return Flag(pointer, message, help=f"add `{field}:`")
    evidence = Evidence("overview", f"{reported.action}: {said}", ref=reported.ref, page=reported.page)
    place = ", ".join([reported.ref or "action plan", *([f"page {reported.page}"] if reported.page else [])])
    help_ = f"add `{field}:`; the overview report says “{said}” ({place})"
    return Flag(pointer, message, help=help_, evidence=(evidence,))


def _reported(case: Case, action: Action) -> "OverviewAction | None":
    """The row of the report's plan that is most like this action, among those for the same recommendation."""
    plan = case.overview.action_plan if case.overview else None
    wanted = {reference_in(text).key for text in action.recommendation}
    rows = [
        row
        for row in (plan.actions if plan else ())
        if wanted & {reference_in(r).key for r in row.recommendation}
    ]
    alike = [
        (difflib.SequenceMatcher(None, action.action or "", row.action or "").ratio(), row) for row in rows
    ]
    best = max(alike, key=lambda pair: pair[0], default=(0.0, None))
    return best[1] if best[0] >= _SAME_ACTION or len(rows) == 1 else None


RULES: tuple[Rule, ...] = (
    recommendations_have_actions,
    actions_belong_to_recommendations,
    actions_have_dates,
    actions_have_leads,
    actions_have_organisations,
    plan_dates_can_be_read,
    actions_have_outcomes,
    actions_are_monitored,
    actions_say_what_is_done,
    actions_name_their_recommendation,
    action_ids_are_unique,
    actions_have_what_the_guidance_wants,
    actions_are_complete,
    actions_keep_their_deadlines,
    actions_keep_their_leads,
    actions_keep_their_outcomes,
    actions_are_the_same_deeds,
    added_actions_are_noted,
)
