"""The outline of a summary for reports: what it is about, its parts, and which action answers what."""

from collections.abc import Iterable

from scr_check.documents.place import Pointer
from scr_check.documents.reference import reference_in, reference_to
from scr_check.documents.summary import Action, Summary
from scr_check.finding import Outline, PlannedAction, PlannedRecommendation
from scr_check.guidance import Profile

_Key = tuple[str, str, str]


def outline_of(summary: Summary, profile: Profile) -> Outline:
    """The outline of `summary` with the headings of `profile`."""
    return Outline(
        board=summary.board,
        subject=summary.subject,
        status=summary.status,
        guidance_title=profile.title,
        parts=tuple(profile.sections.items()),
        matrix=matrix_of(summary),
    )


def matrix_of(summary: Summary) -> tuple[PlannedRecommendation, ...]:
    """Each recommendation with the actions that name it; last, the actions that name none of them."""
    answers: dict[_Key, list[Action]] = {}
    actions = summary.action_plan.actions if summary.action_plan else []
    for action in actions:
        for key in dict.fromkeys(reference_in(text).key for text in action.recommendation):
            answers.setdefault(key, []).append(action)
    rows, known = [], set()
    for index, one in enumerate(summary.recommendations):
        reference = reference_to(one)
        known.add(reference.key)
        pointer = Pointer("/recommendations") / index
        planned = _planned(answers.get(reference.key, ()))
        rows.append(
            PlannedRecommendation(str(reference), _clean(one.text), pointer, tuple(one.addressed_to), planned)
        )
    loose = [
        action
        for action in actions
        if not any(reference_in(text).key in known for text in action.recommendation)
    ]
    if loose:
        rows.append(PlannedRecommendation("", "", Pointer("/action_plan/actions"), (), _planned(loose)))
    return tuple(rows)


def _planned(actions: Iterable[Action]) -> tuple[PlannedAction, ...]:
    return tuple(
        PlannedAction(
            id=_clean(one.id),
            text=_clean(one.action),
            lead=_clean(one.lead),
            organisation=_clean(one.organisation),
            due=_clean(one.due),
            status=_clean(one.status),
        )
        for one in actions
    )


def _clean(text: str | None) -> str:
    return " ".join((text or "").split())
