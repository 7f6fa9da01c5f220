"""The action plan of one review as it is followed up."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from scr_check.documents.reference import reference_in, reference_to
from scr_check.documents.summary import Action, Summary
from scr_check.language.days import Days, days_of
from scr_check.render import spoken_date, spoken_references
from scr_check.rules.plan import day_due
from scr_check.themes import themes_in

NO_AGENCY = "no organisation named"
NO_THEME = "other"


@dataclass(frozen=True, slots=True)
class TrackedAction:
    """An action: what the plan says of it as written, its last day in time, and what it is about.

    `place` counts from 0 in the plan; `answers` is how one speaks of its recommendations ("1, Board 2").
    """

    place: int
    id: str
    answers: str
    action: str
    lead: str
    organisation: str
    due: str
    due_on: date | None
    status: str
    completed_on: str
    progress: str
    themes: tuple[str, ...]

    @property
    def due_in_full(self) -> str:
        """When it was due as one says it, with the last day where the plan's words do not name it."""
        if self.due_on is None:
            return self.due
        days, day = days_of(self.due), spoken_date(self.due_on.isoformat()) or ""
        return day if days and days.begins == self.due_on else f"{self.due} ({day})"

    @property
    def completed(self) -> Days | None:
        """The days on which it was completed, as far as they can be read."""
        return days_of(self.completed_on)


@dataclass(frozen=True, slots=True)
class TrackedReview:
    """A review: the file of its summary, whose it is, the date of its plan, and the plan."""

    path: str
    board: str
    subject: str
    as_at: str
    actions: tuple[TrackedAction, ...]

    @property
    def name(self) -> str:
        """What people call it: its subject, else its file."""
        return self.subject or self.path


def tracked(path: str, summary: Summary) -> TrackedReview:
    """The review whose summary was read from `path`."""
    plan = summary.action_plan
    return TrackedReview(
        path,
        _line(summary.board),
        _line(summary.subject),
        _line(plan.as_at if plan else None),
        tuple(_actions(summary)),
    )


def _actions(summary: Summary) -> Iterator[TrackedAction]:
    asked = {reference_to(one).key: one.text or "" for one in summary.recommendations}
    for place, action in enumerate(summary.action_plan.actions if summary.action_plan else ()):
        texts = [asked.get(reference_in(text).key, "") for text in action.recommendation]
        yield TrackedAction(
            place=place,
            id=_line(action.id),
            answers=spoken_references(action.recommendation),
            action=_line(action.action),
            lead=_line(action.lead),
            organisation=_line(action.organisation) or NO_AGENCY,
            due=_line(action.due),
            due_on=day_due(action, summary),
            status=action.status or "",
            completed_on=_line(action.completed_on),
            progress=(action.progress or "").strip(),
            themes=_themes(action, texts),
        )


def _themes(action: Action, texts: list[str]) -> tuple[str, ...]:
    """Those of the recommendations that it answers; of its own words where these tell none."""
    return themes_in(" ".join(texts)) or themes_in(action.action or "") or (NO_THEME,)


def _line(text: str | None) -> str:
    return " ".join((text or "").split())
