"""The overview report, `scr-overview/1`: what reading any kind of file yields."""

from dataclasses import field
from typing import Annotated, Literal

from scr_check.documents.part import About, Part, part
from scr_check.documents.section import Section
from scr_check.documents.summary import ActionStatus, RecommendationSet

__all__ = [
    "Identity",
    "Overview",
    "OverviewAction",
    "OverviewActionPlan",
    "OverviewRecommendation",
    "Paragraph",
    "Section",
]


_Ref = Annotated[str | None, About("The paragraph number as printed.", examples=["9.3"])]
_Page = Annotated[
    int | None, About("The page, counted from 1; empty where the file has no pages.", examples=[71])
]


@part("A paragraph")
class Paragraph(Part):
    """A passage: a paragraph, list item, table row or footnote, in reading order.

    `ref` is the number as printed ("6.12"; items and rows carry the ref of the paragraph they stand under),
    `heading` the nearest heading with its number, `page` counts from 1 (None where the file has no pages).
    """

    ref: _Ref = None
    heading: Annotated[
        str | None, About("The nearest heading, with its number.", examples=["6 Analysis"])
    ] = None
    text: Annotated[str, About("What it says, without its number.")]
    page: _Page = None
    section: Annotated[Section, About("What the part of the report that it stands in is for.")] = (
        Section.ANALYSIS
    )
    form: Annotated[
        Literal["text", "item", "row", "note"],
        About("Whether it is running text, a list item, a table row or a footnote."),
    ] = "text"


@part("A recommendation")
class OverviewRecommendation(Part):
    """A recommendation of the report, in its set; `organisation` is the agency for set `imr`."""

    id: Annotated[str, About("Its number.", examples=["1"])]
    set: Annotated[RecommendationSet, About("Whose recommendation it is.")] = "overview"
    organisation: Annotated[
        str | None,
        About("For set imr: the agency whose management review made it.", examples=["Northmoor Police"]),
    ] = None
    text: Annotated[str, About("What is recommended.")]
    addressed_to: Annotated[
        list[str], About("The bodies that are to act.", examples=[["Northmoor Primary Care Trust"]])
    ] = field(default_factory=list)
    timescale: Annotated[
        str | None, About("By when, where a column beside its text says so.", examples=["within 3 months"])
    ] = None
    ref: _Ref = None
    page: _Page = None


@part("An action")
class OverviewAction(Part):
    """A row of the report's action plan; `recommendation` holds SET/ID references as in the summary."""

    id: Annotated[str | None, About("Its number.", examples=["1.1"])] = None
    recommendation: Annotated[
        list[str], About("The recommendations that it answers, each as SET/ID.", examples=[["overview/1"]])
    ] = field(default_factory=list)
    action: Annotated[str | None, About("What will be done.")] = None
    lead: Annotated[
        str | None, About("Who answers for it, by job title.", examples=["Head of Safeguarding"])
    ] = None
    organisation: Annotated[str | None, About("The body that it falls to.")] = None
    due: Annotated[str | None, About("By when, as printed.", examples=["within 3 months"])] = None
    outcome: Annotated[str | None, About("What will be different for children.")] = None
    monitoring: Annotated[str | None, About("How the Board will know.")] = None
    status: Annotated[ActionStatus | None, About("How far it has got.")] = None
    completed_on: Annotated[str | None, About("When it was completed, as printed.")] = None
    progress: Annotated[str | None, About("What has been done so far.")] = None
    scope: Annotated[str | None, About("Local, regional or national, where the plan says so.")] = None
    milestones: Annotated[str | None, About("The steps on the way, where the plan has them.")] = None
    ref: _Ref = None
    page: _Page = None


@part("The action plan")
class OverviewActionPlan(Part):
    """The report's action plan and the date whose position it shows."""

    as_at: Annotated[str | None, About("The date whose position it shows.", examples=["2010-05-01"])] = None
    actions: Annotated[list[OverviewAction], About("Its rows.")] = field(default_factory=list)


@part("An identity")
class Identity(Part):
    """One row of the confidential key: the reference used in the report and what it stands for."""

    reference: Annotated[str, About("The reference used in the report.", examples=["Child T"])]
    # names, dates of birth, addresses, schools, NHS numbers
    secrets: Annotated[list[str], About("What it stands for, none of which may stand in a summary.")] = field(
        default_factory=list
    )


@part("An overview report")
class Overview(Part):
    """An overview report as read. `glossary` maps an abbreviation to what the report says it means."""

    format: Annotated[Literal["scr-overview/1"], About("Says what this file is; the first line.")] = (
        "scr-overview/1"
    )
    title: Annotated[str | None, About("The report's title.")] = None
    paragraphs: Annotated[list[Paragraph], About("Everything the report says, in reading order.")] = field(
        default_factory=list
    )
    recommendations: Annotated[list[OverviewRecommendation], About("Its recommendations, in their sets.")] = (
        field(default_factory=list)
    )
    action_plan: Annotated[OverviewActionPlan | None, About("Its action plan.")] = None
    glossary: Annotated[
        dict[str, str],
        About("Its abbreviations and what they mean.", examples=[{"PCT": "Primary Care Trust"}]),
    ] = field(default_factory=dict)
    identities: Annotated[list[Identity], About("Its confidential key, for the rules on anonymity only.")] = (
        field(default_factory=list)
    )
    doubts: Annotated[list[str], About("What a person should check in this reading, worst first.")] = field(
        default_factory=list
    )
    running_heads: Annotated[
        list[str], About("What stands at the head or foot of its pages, each once; it may be a marking.")
    ] = field(default_factory=list)
    traces: Annotated[
        list[str], About("Tracked changes, comments and hidden text, which publishing would carry along.")
    ] = field(default_factory=list)
