"""How an action stands on a day: done, under way, late, refused."""

from datetime import date, timedelta
from enum import StrEnum

from scr_check.progress.plan import TrackedAction

SOON = timedelta(days=30)  # an open action that is due within it is amber


class Standing(StrEnum):
    """How an action stands; each action stands in one way only."""

    COMPLETED = "completed"
    IN_PROGRESS = "in progress"
    NOT_STARTED = "not started"
    OVERDUE = "overdue"
    NOT_ACCEPTED = "not accepted"
    UNKNOWN = "without a status"


def standing_of(action: TrackedAction, as_at: date) -> Standing:
    """How the action stood at the end of that day: what was completed later was still open."""
    if action.status == "not accepted":
        return Standing.NOT_ACCEPTED
    if action.status == "completed" and not (action.completed and action.completed.begins > as_at):
        return Standing.COMPLETED
    if action.due_on and action.due_on < as_at:
        return Standing.OVERDUE
    if action.status == "not started":
        return Standing.NOT_STARTED
    return Standing.IN_PROGRESS if action.status else Standing.UNKNOWN


def days_late(action: TrackedAction, as_at: date) -> int:
    """For how many days an action has been overdue; 0 when it is not."""
    late = standing_of(action, as_at) is Standing.OVERDUE
    return (as_at - action.due_on).days if late and action.due_on else 0


def light(action: TrackedAction, as_at: date) -> tuple[str, str]:
    """Red, amber, green or grey, and why, in words.

    Green: completed, or open and not due within 30 days. Amber: due within 30 days, or without a date or status.
    """
    standing = standing_of(action, as_at)
    match standing:
        case Standing.OVERDUE:
            return "red", f"overdue by {spoken_days(days_late(action, as_at))}"
        case Standing.COMPLETED | Standing.NOT_ACCEPTED:
            return ("green" if standing is Standing.COMPLETED else "grey"), standing.value
        case Standing.UNKNOWN:
            return "amber", standing.value
    if action.due_on is None:
        return "amber", f"{standing.value}, no date that can be followed up"
    if action.due_on <= as_at + SOON:
        left = (action.due_on - as_at).days
        return "amber", f"{standing.value}, due {f'in {spoken_days(left)}' if left else 'today'}"
    return "green", f"{standing.value}, in time"


def is_without_evidence(action: TrackedAction, as_at: date) -> bool:
    """Whether a completed action says nothing of what was done or what changed."""
    return standing_of(action, as_at) is Standing.COMPLETED and not action.progress


def spoken_days(count: int) -> str:
    """A number of days in words: "1 day", "45 days"."""
    return "1 day" if count == 1 else f"{count} days"
