"""What has changed in an action plan since the last report: since a day, or against an earlier version."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from scr_check.progress.plan import TrackedAction, TrackedReview
from scr_check.progress.standing import Standing, standing_of
from scr_check.render import spoken_date

BECAME_OVERDUE = "became overdue"


@dataclass(frozen=True, slots=True)
class Since:
    """What is compared with: its name as given, the day it stands for, and whether it is an earlier version."""

    name: str
    day: date
    is_revision: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """What became of an action: `what` says it in a few words ("completed", "status changed")."""

    action: TrackedAction
    what: str
    before: str
    after: str

    @property
    def in_words(self) -> str:
        """What it was and is, or when it was completed or due."""
        if self.before and self.after:
            return f"from “{spoken_date(self.before)}” to “{spoken_date(self.after)}”"
        if self.what == BECAME_OVERDUE:
            return f"due {self.action.due_in_full}"
        return spoken_date(self.after or self.before) or ""


def changes_since(review: TrackedReview, since: Since, as_at: date) -> Iterator[Change]:
    """What the dates of the plan show to have happened after a day."""
    for action in review.actions:
        standing = standing_of(action, as_at)
        if standing is Standing.COMPLETED and action.completed and action.completed.ends > since.day:
            yield Change(action, "completed", "", action.completed_on)
        elif standing is Standing.OVERDUE and action.due_on and action.due_on >= since.day:
            yield Change(action, BECAME_OVERDUE, "", action.due)


def changes_from(earlier: TrackedReview | None, review: TrackedReview) -> Iterator[Change]:
    """What differs from an earlier version of the plan (None: there was none), action by action."""
    before = _by_id(earlier.actions) if earlier else {}
    now = _by_id(review.actions)
    for key, action in now.items():
        was = before.get(key)
        if was is None:
            yield Change(action, "added", "", action.status)
        else:
            yield from _differences(was, action)
    for key, was in before.items():
        if key not in now:
            yield Change(was, "taken out", was.status, "")


def _differences(was: TrackedAction, action: TrackedAction) -> Iterator[Change]:
    if was.status != action.status:
        what = "completed" if action.status == "completed" else "status changed"
        yield Change(action, what, was.status or "without a status", action.status or "without a status")
    if was.due != action.due:
        yield Change(action, "new date", was.due or "none", action.due or "none")


def _by_id(actions: tuple[TrackedAction, ...]) -> dict[str, TrackedAction]:
    """The actions by what tells one from another: the id, else the deed itself."""
    found: dict[str, TrackedAction] = {}
    for action in actions:
        found.setdefault(action.id or action.action, action)
    return found
