"""The executive summary, `scr-summary/1`: lenient about what is missing, strict about shape."""

from dataclasses import field
from typing import Annotated, Literal

from scr_check.documents.part import About, Part, part

RecommendationSet = Literal["overview", "board", "imr", "health-overview", "national"]
ActionStatus = Literal["not started", "in progress", "completed", "not accepted"]
PublicationStatus = Literal["draft", "for-publication", "published"]

_DATES = '2009-11-03, "3 November 2009" or 3/11/2009 (day first)'
Organisation = Annotated[
    str | None, About("The body, by its full name.", examples=["Northmoor Primary Care Trust"])
]
JobTitle = Annotated[str | None, About("The job title, not the name.", examples=["Head of Safeguarding"])]


@part("A period")
class Period(Part):
    """The period the review covers; dates as the author wrote them."""

    from_: Annotated[str | None, About(f"The first day: {_DATES}.", examples=["2006-03-01"])] = None
    to: Annotated[str | None, About(f"The last day: {_DATES}.", examples=["2009-10-14"])] = None


@part("A named person")
class Person(Part):
    """A person whom the template names: Board chair, panel chair or overview author."""

    name: Annotated[str | None, About("The full name.", examples=["A. Name"])] = None
    job_title: JobTitle = None
    organisation: Organisation = None
    independence: Annotated[
        str | None,
        About(
            "How this person is independent of the agencies whose work was reviewed.",
            examples=["Independent chair; not employed by any partner agency"],
        ),
    ] = None


@part("A panel member")
class PanelMember(Part):
    """A member of the review panel: job title and employer (a name only where the guidance asks for it)."""

    name: Annotated[
        str | None, About("Only where the guidance asks for it: under wt2010 no panel member is named.")
    ] = None
    job_title: JobTitle = None
    organisation: Organisation = None


@part("A contributor")
class Contributor(Part):
    """A body that gave the review a report, and which kind of report."""

    organisation: Organisation = None
    report: Annotated[
        str | None,
        About(
            "What it gave the review.", examples=["individual management review", "health overview report"]
        ),
    ] = None


@part("The review process")
class ReviewProcess(Part):
    """Chapter 8, part 1: information about the review process."""

    circumstances: Annotated[
        str | None, About("Why the review was held: what happened, without details that identify anyone.")
    ] = None
    decided_on: Annotated[
        str | None, About(f"When it was decided to hold the review: {_DATES}.", examples=["2009-11-03"])
    ] = None
    completed_on: Annotated[
        str | None, About(f"When the Board agreed the overview report: {_DATES}.", examples=["2010-04-28"])
    ] = None
    delay_reason: Annotated[str | None, About("Why it took longer than six months, if it did.")] = None
    period_reviewed: Annotated[
        Period | None,
        About(
            "The period whose events were reviewed.", examples=[{"from": "2006-03-01", "to": "2009-10-14"}]
        ),
    ] = None
    board_chair: Annotated[Person | None, About("The chair of the Safeguarding Children Board.")] = None
    panel_chair: Annotated[Person | None, About("The chair of the review panel.")] = None
    overview_author: Annotated[Person | None, About("The author of the overview report.")] = None
    panel_members: Annotated[
        list[PanelMember], About("Every panel member by job title and employing organisation, never by name.")
    ] = field(default_factory=list)
    contributors: Annotated[list[Contributor], About("Who gave the review a report, and of which kind.")] = (
        field(default_factory=list)
    )
    terms_of_reference: Annotated[list[str], About("The questions that the review was to answer.")] = field(
        default_factory=list
    )
    parallel_processes: Annotated[
        str | list[str] | None,
        About(
            "Criminal, family court, inquest or other processes and how they bore on the review; "
            '"None" is an answer.'
        ),
    ] = None
    family_involvement: Annotated[
        str | list[str] | None,
        About("How the family, and the child where that was possible, took part, or why not."),
    ] = None
    diversity: Annotated[
        str | list[str] | None, About("How race, religion, language, culture and disability were considered.")
    ] = None


@part("An event")
class Event(Part):
    """One entry of the summary of events."""

    date: Annotated[
        str | None,
        About(
            'A day, month, season, year or range: "March 2006", "12 to 18 December 2008".',
            examples=["March 2006"],
        ),
    ] = None
    text: Annotated[str | None, About("What happened, anonymised, as the overview report has it.")] = None


@part("A key issue")
class KeyIssue(Part):
    """Chapter 8, part 2: a key issue arising from the case."""

    id: Annotated[str | None, About("A short label of its own.", examples=["K1"])] = None
    title: Annotated[str | None, About("The issue in a few words.")] = None
    text: Annotated[str | None, About("What the review found.")] = None
    overview: Annotated[
        list[str], About("The paragraphs of the overview report that say so.", examples=[["6.4", "6.9-6.12"]])
    ] = field(default_factory=list)


@part("A recommendation")
class Recommendation(Part):
    """Chapter 8, part 3: a recommendation as the overview report numbers and addresses it."""

    id: Annotated[str | None, About("Its number in the overview report.", examples=["1"])] = None
    set: Annotated[
        RecommendationSet,
        About(
            "Whose it is: the overview report's own (the default), the Board's, a management "
            "review's, the health overview report's, or a national one."
        ),
    ] = "overview"
    organisation: Annotated[
        str | None,
        About("For set imr: the agency whose management review made it.", examples=["Northmoor Police"]),
    ] = None
    text: Annotated[
        str | None, About("What is recommended, with the strength that the overview report gives it.")
    ] = None
    addressed_to: Annotated[
        list[str], About("The bodies that are to act.", examples=[["Northmoor Primary Care Trust"]])
    ] = field(default_factory=list)
    overview: Annotated[
        str | list[str] | None, About("The paragraph of the overview report that makes it.", examples=["9.3"])
    ] = None


@part("An action")
class Action(Part):
    """Chapter 8, part 4: one action of the action plan."""

    id: Annotated[str | None, About("Its number.", examples=["1.1"])] = None
    recommendation: Annotated[
        list[str],
        About(
            'What it answers: SET/ID, or SET:ORGANISATION/ID for imr; a bare "1" means overview/1.',
            examples=["overview/1"],
        ),
    ] = field(default_factory=list)
    action: Annotated[str | None, About("What will be done.")] = None
    lead: Annotated[
        str | None, About("Who answers for it, by job title.", examples=["Head of Safeguarding"])
    ] = None
    organisation: Organisation = None
    due: Annotated[
        str | None,
        About('By when: a date, or a time scale such as "within 3 months".', examples=["2010-09-30"]),
    ] = None
    outcome: Annotated[str | None, About("What will be different for children.")] = None
    monitoring: Annotated[str | None, About("How the Board will know.")] = None
    status: Annotated[ActionStatus | None, About("How far it has got.")] = None
    completed_on: Annotated[
        str | None, About(f"When it was completed: {_DATES}.", examples=["2010-08-12"])
    ] = None
    progress: Annotated[str | None, About("What has been done so far.")] = None
    scope: Annotated[
        str | None,
        About("Only where the guidance asks for it: local, regional or national.", examples=["local"]),
    ] = None
    milestones: Annotated[
        str | list[str] | None, About("Only where the guidance asks for them: the steps on the way.")
    ] = None


@part("The action plan")
class ActionPlan(Part):
    """The action plan and the date whose position it shows."""

    as_at: Annotated[
        str | None, About(f"The date whose position it shows: {_DATES}.", examples=["2010-05-01"])
    ] = None
    actions: Annotated[list[Action], About("At least one action for each recommendation.")] = field(
        default_factory=list
    )


@part("A summary")
class Summary(Part):
    """An executive summary; every part may be missing, which is for the rules to judge."""

    format: Annotated[Literal["scr-summary/1"], About("Says what this file is; the first line.")] = (
        "scr-summary/1"
    )
    guidance: Annotated[
        str, About("The guidance profile that it is checked against.", examples=["wt2010"])
    ] = "wt2010"
    status: Annotated[PublicationStatus, About("How near to publication it is.")] = "draft"
    board: Annotated[
        str | None,
        About("The Board that held the review.", examples=["Northmoor Safeguarding Children Board"]),
    ] = None
    subject: Annotated[
        str | None, About("The anonymised reference used throughout.", examples=["Child T"])
    ] = None
    overview_report: Annotated[
        str | None,
        About(
            "The overview report's file, beside this one: .docx, .pdf, .odt, .md, .txt or .yaml.",
            examples=["overview-report.docx"],
        ),
    ] = None
    aliases: Annotated[
        dict[str, list[str]],
        About(
            "Names used here, each with the overview report's names for the same person or body.",
            examples=[{"Child T": ["the subject child", "T"]}],
        ),
    ] = field(default_factory=dict)
    review_process: Annotated[ReviewProcess | None, About("Chapter 8, part 1: the review process.")] = None
    summary_of_events: Annotated[list[Event], About("The facts, in order.")] = field(default_factory=list)
    key_issues: Annotated[
        list[KeyIssue], About("Chapter 8, part 2: the key issues arising from the case.")
    ] = field(default_factory=list)
    lessons: Annotated[list[str], About("Priorities for learning and change.")] = field(default_factory=list)
    conclusion: Annotated[
        str | None, About("What the review concluded, such as whether the harm could have been prevented.")
    ] = None
    recommendations: Annotated[
        list[Recommendation],
        About("Chapter 8, part 3: all recommendations of the overview report, in their sets."),
    ] = field(default_factory=list)
    action_plan: Annotated[ActionPlan | None, About("Chapter 8, part 4: the action plan.")] = None
