"""The executive summary, `scr-summary/1`: lenient about what is missing, strict about shape."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

RecommendationSet = Literal["overview", "board", "imr", "health-overview", "national"]
ActionStatus = Literal["not started", "in progress", "completed", "not accepted"]
PublicationStatus = Literal["draft", "for-publication", "published"]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Period(_Part):
    """The period the review covers; dates as the author wrote them."""

    from_: str | None = Field(None, alias="from")
    to: str | None = None


class Person(_Part):
    """A person whom the template names: Board chair, panel chair or overview author."""

    name: str | None = None
    job_title: str | None = None
    organisation: str | None = None
    independence: str | None = None


class PanelMember(_Part):
    """A member of the review panel: job title and employer (a name only where the guidance asks for it)."""

    name: str | None = None
    job_title: str | None = None
    organisation: str | None = None


class Contributor(_Part):
    """A body that gave the review a report, and which kind of report."""

    organisation: str | None = None
    report: str | None = None


class ReviewProcess(_Part):
    """Chapter 8, part 1: information about the review process."""

    circumstances: str | None = None
    decided_on: str | None = None
    completed_on: str | None = None
    delay_reason: str | None = None
    period_reviewed: Period | None = None
    board_chair: Person | None = None
    panel_chair: Person | None = None
    overview_author: Person | None = None
    panel_members: list[PanelMember] = []
    contributors: list[Contributor] = []
    terms_of_reference: list[str] = []
    parallel_processes: str | list[str] | None = None
    family_involvement: str | list[str] | None = None
    diversity: str | list[str] | None = None


class Event(_Part):
    """One entry of the summary of events."""

    date: str | None = None
    text: str | None = None


class KeyIssue(_Part):
    """Chapter 8, part 2: a key issue arising from the case."""

    id: str | None = None
    title: str | None = None
    text: str | None = None
    overview: list[str] = []


class Recommendation(_Part):
    """Chapter 8, part 3: a recommendation as the overview report numbers and addresses it."""

    id: str | None = None
    set: RecommendationSet = "overview"
    organisation: str | None = None
    text: str | None = None
    addressed_to: list[str] = []
    overview: str | list[str] | None = None


class Action(_Part):
    """Chapter 8, part 4: one action of the action plan."""

    id: str | None = None
    recommendation: list[str] = []
    action: str | None = None
    lead: str | None = None
    organisation: str | None = None
    due: str | None = None
    outcome: str | None = None
    monitoring: str | None = None
    status: ActionStatus | None = None
    completed_on: str | None = None
    progress: str | None = None
    scope: str | None = None
    milestones: str | list[str] | None = None


class ActionPlan(_Part):
    """The action plan and the date whose position it shows."""

    as_at: str | None = None
    actions: list[Action] = []


class Summary(_Part):
    """An executive summary; every part may be missing, which is for the rules to judge."""

    format: Literal["scr-summary/1"] = "scr-summary/1"
    guidance: str = "wt2010"
    status: PublicationStatus = "draft"
    board: str | None = None
    subject: str | None = None
    overview_report: str | None = None
    aliases: dict[str, list[str]] = {}
    review_process: ReviewProcess | None = None
    summary_of_events: list[Event] = []
    key_issues: list[KeyIssue] = []
    lessons: list[str] = []
    conclusion: str | None = None
    recommendations: list[Recommendation] = []
    action_plan: ActionPlan | None = None
