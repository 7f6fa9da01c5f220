"""Rules on the position of the action plan: what was done, when, and what is late."""

from collections.abc import Iterator

from scr_check.documents.placeholder import is_written
from scr_check.documents.plan import PLAN, actions_of
from scr_check.documents.summary import Action, Summary
from scr_check.finding import Confidence, Flag
from scr_check.language.days import Days, days_of, months_later
from scr_check.rule import Case, Rule, flags_from, rule
from scr_check.rules.plan import day_due

_PLAN_MONTHS = 12  # after so many a plan with open actions is out of date
_FURTHER = ("not started", "in progress", "completed")


@rule("AP209", "completion-undated", "action-plan")
def completed_actions_are_dated(case: Case) -> Iterator[Flag]:
    """An action that is completed has the date on which it was completed.

    The Board reports each year what was done; "completed" without a date cannot be checked.
    """
    for pointer, action, name in case.actions:
        if action.status == "completed" and not is_written(action.completed_on):
            yield Flag(pointer, f"{name} is completed, but not dated", help="add `completed_on:`")


@rule("AP210", "completion-contradicts-status", "action-plan")
def completion_agrees_with_status(case: Case) -> Iterator[Flag]:
    """Only an action whose status is completed has a date of completion.

    A plan that says both leaves readers to choose the answer they like.
    """
    for pointer, action, name in case.actions:
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
    for pointer, action, name in case.actions:
        if as_at is None or action.status in ("completed", "not accepted") or is_written(action.progress):
            continue
        due = day_due(action, case.summary)
        if due is not None and due < as_at.begins:
            exact = days_of(action.due or "") is not None
            yield Flag(
                pointer / "due",
                f"{name} was due before {_the_date(case)} and is not completed",
                help="add `progress:` with what was done, why it is late and by when it will be done",
                confidence=Confidence.CERTAIN if exact else Confidence.LIKELY,
            )


@rule("AP212", "completed-in-the-future", "action-plan")
def completion_is_not_in_the_future(case: Case) -> Iterator[Flag]:
    """No action is completed after the date whose position the plan shows.

    It is a slip in one of the two dates, and a reader cannot tell in which.
    """
    as_at = _plan_date(case)
    for pointer, action, name in case.actions:
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
        yield Flag(PLAN, "the action plan does not say as at which date", help="add `as_at:`")


@rule("AP217", "refusal-unexplained", "action-plan")
def refusals_are_explained(case: Case) -> Iterator[Flag]:
    """An action that was not accepted says why.

    A body may decline what it is asked to do; the child's family may ask for its reason.
    """
    for pointer, action, name in case.actions:
        if action.status == "not accepted" and not is_written(action.progress):
            yield Flag(
                pointer / "status",
                f"{name} was not accepted, and the plan does not say why",
                help="add `progress:` with the reason",
            )


@rule("AP301", "completion-without-evidence", "action-plan", needs_position=True)
def completion_is_evidenced(case: Case) -> Iterator[Flag]:
    """An action that is completed says what was done and what shows that it made a difference.

    An annual report that counts completed actions without evidence tells readers that paper was moved.
    """
    for pointer, action, name in case.actions:
        if action.status == "completed" and not is_written(action.progress):
            yield Flag(
                pointer,
                f"{name} is completed, but nothing says what was done or what changed",
                help="add `progress:` with what was done and what shows that it worked",
            )


@rule("AP302", "plan-out-of-date", "action-plan", needs_position=True)
def the_plan_is_kept_up(case: Case) -> Iterator[Flag]:
    """A plan with open actions shows the position of the last twelve months.

    A plan that nobody has looked at for a year is a plan that nobody carries out.
    """
    plan, position = case.summary.action_plan, case.position
    shown = days_of((plan and plan.as_at) or "")
    still_open = [one for _, one, _ in case.actions if one.status in (None, *_FURTHER[:2])]
    if position and shown and still_open and months_later(shown.ends, _PLAN_MONTHS) < position.as_at:
        yield Flag(
            PLAN / "as_at",
            "the plan shows a position more than a year old, and actions of it are open",
            help="ask the lead of each open action, bring the plan up to date, and change `as_at:`",
        )


@rule("AP303", "status-went-backwards", "action-plan", needs_position=True)
def status_does_not_go_backwards(case: Case) -> Iterator[Flag]:
    """The status of an action does not go back behind what an earlier version of the plan said.

    What was reported as done and is not done after all has to be told, not quietly changed.
    """
    position = case.position
    if position is None or position.earlier is None:
        return
    before = _by_id(position.earlier)
    for pointer, action, name in case.actions:
        was = before.get(action.id or "")
        if was and _rank(action.status) < _rank(was.status):
            yield Flag(
                pointer / "status",
                f"{name} was `{was.status}` in {position.revision} and is `{action.status or 'without status'}` now",
                help="say in `progress:` why it was taken up again, or put the status right",
            )


@rule("AP107", "action-status-contradicted", "action-plan", needs_overview=True)
def status_agrees(case: Case) -> Iterator[Flag]:
    """An action's status does not go back behind the one in the overview report.

    Progress may be added after the report was agreed; what was done before cannot be undone.
    """
    yield from flags_from(case, "action-status-contradicted")


def _by_id(summary: Summary) -> dict[str, Action]:
    """The actions whose id nobody else of the plan has."""
    actions = [action for _, action, _ in actions_of(summary)]
    ids = [action.id for action in actions]
    return {action.id: action for action in actions if action.id and ids.count(action.id) == 1}


def _rank(status: str | None) -> int:
    """How far an action has got; what was refused is past going on."""
    return _FURTHER.index(status) if status in _FURTHER else len(_FURTHER) if status else -1


def _the_date(case: Case) -> str:
    return "the plan's date" if case.position is None else case.position.as_at.isoformat()


def _as_at(case: Case) -> Days | None:
    return days_of(case.position.as_at.isoformat()) if case.position else _plan_date(case)


def _plan_date(case: Case) -> Days | None:
    plan = case.summary.action_plan
    return days_of((plan and plan.as_at) or "")


RULES: tuple[Rule, ...] = (
    completed_actions_are_dated,
    completion_agrees_with_status,
    late_actions_are_explained,
    completion_is_not_in_the_future,
    position_is_dated,
    refusals_are_explained,
    completion_is_evidenced,
    the_plan_is_kept_up,
    status_does_not_go_backwards,
    status_agrees,
)
