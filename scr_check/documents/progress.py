"""The account of the actions, `scr-progress/1`: what `progress --format json` prints, for programs that read it."""

from typing import Literal

from pydantic import ConfigDict, Field

from scr_check.documents.written import WrittenPart


class ProgressFigures(WrittenPart):
    """How many actions stand in which way; each stands in one way only."""

    model_config = ConfigDict(title="Figures")

    actions: int = Field(description="All actions.", ge=0)
    completed: int = Field(description="Completed by the day of the account.", ge=0)
    in_progress: int = Field(description="In progress, and not overdue.", ge=0)
    not_started: int = Field(description="Not started, and not overdue.", ge=0)
    overdue: int = Field(description="Open after their last day.", ge=0)
    not_accepted: int = Field(description="Not accepted.", ge=0)
    without_a_status: int = Field(description="Open, and the plan gives no status.", ge=0)
    without_evidence: int = Field(
        description="Completed without a word on what was done or changed; counted under `completed` too.",
        ge=0,
    )


class NamedFigures(ProgressFigures):
    """The figures of one organisation or theme."""

    model_config = ConfigDict(title="Figures under a name")

    name: str = Field(description="The organisation or the theme.", examples=["Northmoor Primary Care Trust"])


class ProgressChange(WrittenPart):
    """What has become of an action since the day or revision compared with."""

    model_config = ConfigDict(title="A change")

    id: str = Field(description="The action's number.", examples=["3.1"])
    what: str = Field(
        description="What happened, in a few words.",
        examples=["completed", "became overdue", "status changed", "new date", "added", "taken out"],
    )
    before: str = Field(description="What the plan said; empty where it is not known.")
    after: str = Field(description="What the plan says now; empty where the action was taken out.")


class ProgressFinding(WrittenPart):
    """What has to be put right in a plan."""

    model_config = ConfigDict(title="A finding")

    rule: str = Field(description="The rule's code.", examples=["AP211"])
    severity: Literal["error", "warning", "info"] = Field(description="How much it matters.")
    message: str = Field(description="What was found.")
    line: int = Field(description="Its line in the summary, counted from 1.", ge=1)


class ReviewProgress(ProgressFigures):
    """One review: its figures, what has changed, and what has to be put right."""

    model_config = ConfigDict(title="A review")

    path: str = Field(description="The summary's path as it was given.")
    board: str = Field(description="The Board; empty where the summary names none.")
    subject: str = Field(description="The anonymised reference; empty where there is none.")
    plan_as_at: str = Field(description="The date of the plan as written.", examples=["2010-05-01"])
    changes: list[ProgressChange] = Field(description="What has changed, when `since` is given.")
    findings: list[ProgressFinding] = Field(description="What has to be put right in the plan.")


class FollowedAction(WrittenPart):
    """An action that is named because of how it stands."""

    model_config = ConfigDict(title="An action")

    path: str = Field(description="The summary's path as it was given.")
    subject: str = Field(description="The review's anonymised reference.")
    id: str = Field(description="The action's number.", examples=["3.1"])
    recommendations: str = Field(description="The recommendations that it answers.", examples=["1, Board 2"])
    organisation: str = Field(description="The organisation that answers for it.")


class OverdueAction(FollowedAction):
    """An action that is open after its last day."""

    model_config = ConfigDict(title="An overdue action")

    days: int = Field(description="For how many days it is overdue.", ge=1)
    due: str = Field(description="Its date as written.", examples=["2010-09-30", "within 3 months"])


class RefusedAction(FollowedAction):
    """An action that was not accepted."""

    model_config = ConfigDict(title="An action that was not accepted")

    reason: str = Field(description="Why, in the words of the plan; empty where it gives no reason.")


class ComparedWith(WrittenPart):
    """What the account compares with."""

    model_config = ConfigDict(title="Since")

    name: str = Field(description="As it was given: a date, or a revision of git.", examples=["2010-03-31"])
    date: str = Field(description="The day that it stands for (ISO).", examples=["2010-03-31"])


class Progress(WrittenPart):
    """What has become of the actions of all reviews on one day; lists of actions have the worst first."""

    model_config = ConfigDict(title="Progress")

    format: Literal["scr-progress/1"] = Field(description="Says what this document is.")
    as_at: str = Field(description="The day of the account (ISO).", examples=["2011-03-31"])
    since: ComparedWith | None = Field(description="What it compares with; null when nothing was asked.")
    all: ProgressFigures = Field(description="The figures of all reviews together.")
    reviews: list[ReviewProgress] = Field(description="Each review.")
    by_agency: list[NamedFigures] = Field(description="The figures of each organisation.")
    by_theme: list[NamedFigures] = Field(description="The figures of each theme; an action may have several.")
    overdue: list[OverdueAction] = Field(description="Every overdue action.")
    not_accepted: list[RefusedAction] = Field(description="Every action that was not accepted.")
    without_evidence: list[FollowedAction] = Field(description="Every completed action without evidence.")
