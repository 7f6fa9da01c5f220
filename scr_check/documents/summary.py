"""The executive summary, `scr-summary/1`: lenient about what is missing, strict about shape."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

RecommendationSet = Literal["overview", "board", "imr", "health-overview", "national"]
ActionStatus = Literal["not started", "in progress", "completed", "not accepted"]
PublicationStatus = Literal["draft", "for-publication", "published"]

_DATES = '2009-11-03, "3 November 2009" or 3/11/2009 (day first)'
_ORGANISATION = Field(
    None, description="The body, by its full name.", examples=["Northmoor Primary Care Trust"]
)
_JOB_TITLE = Field(None, description="The job title, not the name.", examples=["Head of Safeguarding"])


class _Part(BaseModel):
    # Built once, as part of the whole document, rather than each on its own at import.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Period(_Part):
    """The period the review covers; dates as the author wrote them."""

    model_config = ConfigDict(title="A period")

    from_: str | None = Field(
        None, alias="from", description=f"The first day: {_DATES}.", examples=["2006-03-01"]
    )
    to: str | None = Field(None, description=f"The last day: {_DATES}.", examples=["2009-10-14"])


class Person(_Part):
    """A person whom the template names: Board chair, panel chair or overview author."""

    model_config = ConfigDict(title="A named person")

    name: str | None = Field(None, description="The full name.", examples=["A. Name"])
    job_title: str | None = _JOB_TITLE
    organisation: str | None = _ORGANISATION
    independence: str | None = Field(
        None,
        description="How this person is independent of the agencies whose work was reviewed.",
        examples=["Independent chair; not employed by any partner agency"],
    )


class PanelMember(_Part):
    """A member of the review panel: job title and employer (a name only where the guidance asks for it)."""

    model_config = ConfigDict(title="A panel member")

    name: str | None = Field(
        None, description="Only where the guidance asks for it: under wt2010 no panel member is named."
    )
    job_title: str | None = _JOB_TITLE
    organisation: str | None = _ORGANISATION


class Contributor(_Part):
    """A body that gave the review a report, and which kind of report."""

    model_config = ConfigDict(title="A contributor")

    organisation: str | None = _ORGANISATION
    report: str | None = Field(
        None,
        description="What it gave the review.",
        examples=["individual management review", "health overview report"],
    )


class ReviewProcess(_Part):
    """Chapter 8, part 1: information about the review process."""

    model_config = ConfigDict(title="The review process")

    circumstances: str | None = Field(
        None,
        description="Why the review was held: what happened, without details that identify anyone.",
    )
    decided_on: str | None = Field(
        None, description=f"When it was decided to hold the review: {_DATES}.", examples=["2009-11-03"]
    )
    completed_on: str | None = Field(
        None, description=f"When the Board agreed the overview report: {_DATES}.", examples=["2010-04-28"]
    )
    delay_reason: str | None = Field(None, description="Why it took longer than six months, if it did.")
    period_reviewed: Period | None = Field(
        None,
        description="The period whose events were reviewed.",
        examples=[{"from": "2006-03-01", "to": "2009-10-14"}],
    )
    board_chair: Person | None = Field(None, description="The chair of the Safeguarding Children Board.")
    panel_chair: Person | None = Field(None, description="The chair of the review panel.")
    overview_author: Person | None = Field(None, description="The author of the overview report.")
    panel_members: list[PanelMember] = Field(
        [], description="Every panel member by job title and employing organisation, never by name."
    )
    contributors: list[Contributor] = Field(
        [], description="Who gave the review a report, and of which kind."
    )
    terms_of_reference: list[str] = Field([], description="The questions that the review was to answer.")
    parallel_processes: str | list[str] | None = Field(
        None,
        description="Criminal, family court, inquest or other processes and how they bore on the review; "
        '"None" is an answer.',
    )
    family_involvement: str | list[str] | None = Field(
        None, description="How the family, and the child where that was possible, took part, or why not."
    )
    diversity: str | list[str] | None = Field(
        None, description="How race, religion, language, culture and disability were considered."
    )


class Event(_Part):
    """One entry of the summary of events."""

    model_config = ConfigDict(title="An event")

    date: str | None = Field(
        None,
        description='A day, month, season, year or range: "March 2006", "12 to 18 December 2008".',
        examples=["March 2006"],
    )
    text: str | None = Field(None, description="What happened, anonymised, as the overview report has it.")


class KeyIssue(_Part):
    """Chapter 8, part 2: a key issue arising from the case."""

    model_config = ConfigDict(title="A key issue")

    id: str | None = Field(None, description="A short label of its own.", examples=["K1"])
    title: str | None = Field(None, description="The issue in a few words.")
    text: str | None = Field(None, description="What the review found.")
    overview: list[str] = Field(
        [], description="The paragraphs of the overview report that say so.", examples=[["6.4", "6.9-6.12"]]
    )


class Recommendation(_Part):
    """Chapter 8, part 3: a recommendation as the overview report numbers and addresses it."""

    model_config = ConfigDict(title="A recommendation")

    id: str | None = Field(None, description="Its number in the overview report.", examples=["1"])
    set: RecommendationSet = Field(
        "overview",
        description="Whose it is: the overview report's own (the default), the Board's, a management "
        "review's, the health overview report's, or a national one.",
    )
    organisation: str | None = Field(
        None,
        description="For set imr: the agency whose management review made it.",
        examples=["Northmoor Police"],
    )
    text: str | None = Field(
        None, description="What is recommended, with the strength that the overview report gives it."
    )
    addressed_to: list[str] = Field(
        [], description="The bodies that are to act.", examples=[["Northmoor Primary Care Trust"]]
    )
    overview: str | list[str] | None = Field(
        None, description="The paragraph of the overview report that makes it.", examples=["9.3"]
    )


class Action(_Part):
    """Chapter 8, part 4: one action of the action plan."""

    model_config = ConfigDict(title="An action")

    id: str | None = Field(None, description="Its number.", examples=["1.1"])
    recommendation: list[str] = Field(
        [],
        description='What it answers: SET/ID, or SET:ORGANISATION/ID for imr; a bare "1" means overview/1.',
        examples=["overview/1"],
    )
    action: str | None = Field(None, description="What will be done.")
    lead: str | None = Field(
        None, description="Who answers for it, by job title.", examples=["Head of Safeguarding"]
    )
    organisation: str | None = _ORGANISATION
    due: str | None = Field(
        None,
        description='By when: a date, or a time scale such as "within 3 months".',
        examples=["2010-09-30"],
    )
    outcome: str | None = Field(None, description="What will be different for children.")
    monitoring: str | None = Field(None, description="How the Board will know.")
    status: ActionStatus | None = Field(None, description="How far it has got.")
    completed_on: str | None = Field(
        None, description=f"When it was completed: {_DATES}.", examples=["2010-08-12"]
    )
    progress: str | None = Field(None, description="What has been done so far.")
    scope: str | None = Field(
        None,
        description="Only where the guidance asks for it: local, regional or national.",
        examples=["local"],
    )
    milestones: str | list[str] | None = Field(
        None, description="Only where the guidance asks for them: the steps on the way."
    )


class ActionPlan(_Part):
    """The action plan and the date whose position it shows."""

    model_config = ConfigDict(title="The action plan")

    as_at: str | None = Field(
        None, description=f"The date whose position it shows: {_DATES}.", examples=["2010-05-01"]
    )
    actions: list[Action] = Field([], description="At least one action for each recommendation.")


class Summary(_Part):
    """An executive summary; every part may be missing, which is for the rules to judge."""

    model_config = ConfigDict(title="A summary")

    format: Literal["scr-summary/1"] = Field(
        "scr-summary/1", description="Says what this file is; the first line."
    )
    guidance: str = Field(
        "wt2010", description="The guidance profile that it is checked against.", examples=["wt2010"]
    )
    status: PublicationStatus = Field("draft", description="How near to publication it is.")
    board: str | None = Field(
        None,
        description="The Board that held the review.",
        examples=["Northmoor Safeguarding Children Board"],
    )
    subject: str | None = Field(
        None, description="The anonymised reference used throughout.", examples=["Child T"]
    )
    overview_report: str | None = Field(
        None,
        description="The overview report's file, beside this one: .docx, .pdf, .odt, .md, .txt or .yaml.",
        examples=["overview-report.docx"],
    )
    aliases: dict[str, list[str]] = Field(
        {},
        description="Names used here, each with the overview report's names for the same person or body.",
        examples=[{"Child T": ["the subject child", "T"]}],
    )
    review_process: ReviewProcess | None = Field(None, description="Chapter 8, part 1: the review process.")
    summary_of_events: list[Event] = Field([], description="The facts, in order.")
    key_issues: list[KeyIssue] = Field(
        [], description="Chapter 8, part 2: the key issues arising from the case."
    )
    lessons: list[str] = Field([], description="Priorities for learning and change.")
    conclusion: str | None = Field(
        None, description="What the review concluded, such as whether the harm could have been prevented."
    )
    recommendations: list[Recommendation] = Field(
        [], description="Chapter 8, part 3: all recommendations of the overview report, in their sets."
    )
    action_plan: ActionPlan | None = Field(None, description="Chapter 8, part 4: the action plan.")
