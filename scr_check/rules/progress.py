"""Rules on the position of the action plan: what was done, when, and what is late."""

from collections.abc import Iterator
from datetime import date, timedelta

from scr_check.documents.place import Pointer
from scr_check.documents.placeholder import is_written
from scr_check.documents.summary import Action
from scr_check.finding import Confidence, Flag
from scr_check.language.days import Days, days_of, months_later
from scr_check.language.numbers import numbers_in
from scr_check.rule import Case, Rule, flags_from, rule
from scr_check.rules.plan import actions_of

_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "year": 12}


@rule("AP209", "completion-undated", "action-plan")
def completed_actions_are_dated(case: Case) -> Iterator[Flag]:
    """An action that is completed has the date on which it was completed.

    The Board reports each year what was done; "completed" without a date cannot be checked.
    """
    for pointer, action, name in actions_of(case.summary):
        if action.status == "completed" and not is_written(action.completed_on):
            yield Flag(pointer, f"{name} is completed, but not dated", help="add `completed_on:`")


@rule("AP210", "completion-contradicts-status", "action-plan")
def completion_agrees_with_status(case: Case) -> Iterator[Flag]:
    """Only an action whose status is completed has a date of completion.

    A plan that says both leaves readers to choose the answer they like.
    """
    for pointer, action, name in actions_of(case.summary):
        if is_written(action.completed_on) and action.status != "completed":
            status = f"its status is `{action.status}`" if action.status else "it has no status"
            yield Flag(
                pointer / "completed_on",
                f"{name} has a date of completion, but {status}",
                help="write `status: completed`, or take `completed_on:` away",
            )


@rule("AP211", "action-overdue", "action-plan")
def late_actions_are_explained(case: Case) -> Iterator[Flag]:
    """An action that is past its date says what has been done and why it is late.

    A plan that is late and silent is the plan that critics found a year after publication.
    """
    as_at = _as_at(case)
    for pointer, action, name in actions_of(case.summary):
        due = _due(case, action)
        late = as_at is not None and due is not None and due < as_at.begins
        if late and action.status not in ("completed", "not accepted") and not is_written(action.progress):
            exact = days_of(action.due or "") is not None
            yield Flag(
                pointer / "due",
                f"{name} was due before the plan's date and is not completed",
                help="add `progress:` with what was done, why it is late and by when it will be done",
                confidence=Confidence.CERTAIN if exact else Confidence.LIKELY,
            )


@rule("AP212", "completed-in-the-future", "action-plan")
def completion_is_not_in_the_future(case: Case) -> Iterator[Flag]:
    """No action is completed after the date whose position the plan shows.

    It is a slip in one of the two dates, and a reader cannot tell in which.
    """
    as_at = _as_at(case)
    for pointer, action, name in actions_of(case.summary):
        completed = days_of(action.completed_on or "")
        if as_at and completed and as_at.surely_before(completed):
            yield Flag(
                pointer / "completed_on",
                f"{name} was completed after the date of the plan",
                help="check `completed_on:` here and `as_at:` of the plan",
            )


@rule("AP216", "position-undated", "action-plan")
def position_is_dated(case: Case) -> Iterator[Flag]:
    """The action plan says as at which date it shows the position.

    "In progress" means little to a reader who does not know when it was written.
    """
    plan = case.summary.action_plan
    if plan and plan.actions and not is_written(plan.as_at):
        yield Flag(
            Pointer("/action_plan"), "the action plan does not say as at which date", help="add `as_at:`"
        )


@rule("AP217", "refusal-unexplained", "action-plan")
def refusals_are_explained(case: Case) -> Iterator[Flag]:
    """An action that was not accepted says why.

    A body may decline what it is asked to do; the child's family may ask for its reason.
    """
    for pointer, action, name in actions_of(case.summary):
        if action.status == "not accepted" and not is_written(action.progress):
            yield Flag(
                pointer / "status",
                f"{name} was not accepted, and the plan does not say why",
                help="add `progress:` with the reason",
            )


@rule("AP107", "action-status-contradicted", "action-plan", needs_overview=True)
def status_agrees(case: Case) -> Iterator[Flag]:
    """An action's status does not go back behind the one in the overview report.

    Progress may be added after the report was agreed; what was done before cannot be undone.
    """
    yield from flags_from(case, "action-status-contradicted")


def _as_at(case: Case) -> Days | None:
    plan = case.summary.action_plan
    return days_of((plan and plan.as_at) or "")


def _due(case: Case, action: Action) -> date | None:
    """The last day of the due date; a time scale counts from the day the Board agreed the report."""
    text = action.due or ""
    if span := days_of(text):
        return span.ends
    process = case.summary.review_process
    start = days_of((process and process.completed_on) or "")
    if start is None:
        return None
    for number in numbers_in(text):
        if number.unit in _MONTHS:
            return months_later(start.ends, int(number.value) * _MONTHS[number.unit])
        if number.unit in _DAYS:
            return start.ends + timedelta(days=int(number.value) * _DAYS[number.unit])
    return None


RULES: tuple[Rule, ...] = (
    completed_actions_are_dated,
    completion_agrees_with_status,
    late_actions_are_explained,
    completion_is_not_in_the_future,
    position_is_dated,
    refusals_are_explained,
    status_agrees,
)
