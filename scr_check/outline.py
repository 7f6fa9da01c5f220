"""The outline of a summary for reports: what it is about, its parts, and which action answers what."""

from scr_check.documents.place import Pointer
from scr_check.documents.reference import reference_in, reference_to
from scr_check.documents.summary import Action, Summary
from scr_check.finding import Outline, PlannedAction, PlannedRecommendation
from scr_check.guidance import Profile

_ACTIONS = Pointer("/action_plan/actions")
_Key = tuple[str, str, str]


def outline_of(summary: Summary, profile: Profile) -> Outline:
    """The outline of `summary` with the headings of `profile`."""
    return Outline(
        board=summary.board,
        subject=summary.subject,
        status=summary.status,
        guidance_title=profile.title,
        document=profile.words["document"],
        parts=tuple(profile.sections.items()),
        matrix=matrix_of(summary),
    )


def matrix_of(summary: Summary) -> tuple[PlannedRecommendation, ...]:
    """Each recommendation with the actions that name it; last, the actions that name none of them."""
    actions = summary.action_plan.actions if summary.action_plan else []
    answers: dict[_Key, list[PlannedAction]] = {}
    for index, action in enumerate(actions):
        for key in _named(action):
            answers.setdefault(key, []).append(_planned(index, action))
    rows: list[PlannedRecommendation] = []
    known: set[_Key] = set()
    for index, one in enumerate(summary.recommendations):
        reference = reference_to(one)
        known.add(reference.key)
        pointer = Pointer("/recommendations") / index
        planned = tuple(answers.get(reference.key, ()))
        rows.append(
            PlannedRecommendation(
                reference.spoken or "no number", _clean(one.text), pointer, tuple(one.addressed_to), planned
            )
        )
    loose = [_planned(index, one) for index, one in enumerate(actions) if not _named(one) & known]
    if loose:
        rows.append(PlannedRecommendation("", "", _ACTIONS, (), tuple(loose)))
    return tuple(rows)


def _named(action: Action) -> set[_Key]:
    """The recommendations that an action names."""
    return {reference_in(text).key for text in action.recommendation}


def _planned(index: int, one: Action) -> PlannedAction:
    return PlannedAction(
        id=_clean(one.id),
        text=_clean(one.action),
        pointer=_ACTIONS / index,
        lead=_clean(one.lead),
        organisation=_clean(one.organisation),
        due=_clean(one.due),
        status=_clean(one.status),
    )


def _clean(text: str | None) -> str:
    return " ".join((text or "").split())
