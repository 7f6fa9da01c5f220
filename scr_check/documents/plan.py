"""The actions of a plan, each with its pointer and the name to speak of it by."""

from collections.abc import Iterator

from scr_check.documents.place import Pointer
from scr_check.documents.summary import Action, Summary

PLAN = Pointer("/action_plan")
ACTIONS = PLAN / "actions"


def actions_of(summary: Summary) -> Iterator[tuple[Pointer, Action, str]]:
    """Pointer, action and name ("action 3.1", or its place where it has no id) of every action."""
    for index, action in enumerate(summary.action_plan.actions if summary.action_plan else ()):
        name = f"action {action.id.strip()}" if action.id else f"the action in place {index + 1}"
        yield ACTIONS / index, action, name
