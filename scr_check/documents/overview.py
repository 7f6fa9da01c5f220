"""The overview report, `scr-overview/1`: what reading any kind of file yields."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

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


_REF = Field(None, description="The paragraph number as printed.", examples=["9.3"])
_PAGE = Field(None, description="The page, counted from 1; empty where the file has no pages.", examples=[71])


class _Part(BaseModel):
    # Built when a report is first read: much of the program only speaks of its sections.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Paragraph(_Part):
    """A passage: a paragraph, list item, table row or footnote, in reading order.

    `ref` is the number as printed ("6.12"; items and rows carry the ref of the paragraph they stand under),
    `heading` the nearest heading with its number, `page` counts from 1 (None where the file has no pages).
    """

    model_config = ConfigDict(title="A paragraph")

    ref: str | None = _REF
    heading: str | None = Field(
        None, description="The nearest heading, with its number.", examples=["6 Analysis"]
    )
    text: str = Field(description="What it says, without its number.")
    page: int | None = _PAGE
    section: Section = Field(
        Section.ANALYSIS, description="What the part of the report that it stands in is for."
    )
    form: Literal["text", "item", "row", "note"] = Field(
        "text", description="Whether it is running text, a list item, a table row or a footnote."
    )


class OverviewRecommendation(_Part):
    """A recommendation of the report, in its set; `organisation` is the agency for set `imr`."""

    model_config = ConfigDict(title="A recommendation")

    id: str = Field(description="Its number.", examples=["1"])
    set: RecommendationSet = Field("overview", description="Whose recommendation it is.")
    organisation: str | None = Field(
        None,
        description="For set imr: the agency whose management review made it.",
        examples=["Northmoor Police"],
    )
    text: str = Field(description="What is recommended.")
    addressed_to: list[str] = Field(
        [], description="The bodies that are to act.", examples=[["Northmoor Primary Care Trust"]]
    )
    ref: str | None = _REF
    page: int | None = _PAGE


class OverviewAction(_Part):
    """A row of the report's action plan; `recommendation` holds SET/ID references as in the summary."""

    model_config = ConfigDict(title="An action")

    id: str | None = Field(None, description="Its number.", examples=["1.1"])
    recommendation: list[str] = Field(
        [], description="The recommendations that it answers, each as SET/ID.", examples=[["overview/1"]]
    )
    action: str | None = Field(None, description="What will be done.")
    lead: str | None = Field(
        None, description="Who answers for it, by job title.", examples=["Head of Safeguarding"]
    )
    organisation: str | None = Field(None, description="The body that it falls to.")
    due: str | None = Field(None, description="By when, as printed.", examples=["within 3 months"])
    outcome: str | None = Field(None, description="What will be different for children.")
    monitoring: str | None = Field(None, description="How the Board will know.")
    status: ActionStatus | None = Field(None, description="How far it has got.")
    completed_on: str | None = Field(None, description="When it was completed, as printed.")
    progress: str | None = Field(None, description="What has been done so far.")
    scope: str | None = Field(None, description="Local, regional or national, where the plan says so.")
    milestones: str | None = Field(None, description="The steps on the way, where the plan has them.")
    ref: str | None = _REF
    page: int | None = _PAGE


class OverviewActionPlan(_Part):
    """The report's action plan and the date whose position it shows."""

    model_config = ConfigDict(title="The action plan")

    as_at: str | None = Field(None, description="The date whose position it shows.", examples=["2010-05-01"])
    actions: list[OverviewAction] = Field([], description="Its rows.")


class Identity(_Part):
    """One row of the confidential key: the reference used in the report and what it stands for."""

    model_config = ConfigDict(title="An identity")

    reference: str = Field(description="The reference used in the report.", examples=["Child T"])
    # names, dates of birth, addresses, schools, NHS numbers
    secrets: list[str] = Field([], description="What it stands for, none of which may stand in a summary.")


class Overview(_Part):
    """An overview report as read. `glossary` maps an abbreviation to what the report says it means."""

    model_config = ConfigDict(title="An overview report")

    format: Literal["scr-overview/1"] = Field(
        "scr-overview/1", description="Says what this file is; the first line."
    )
    title: str | None = Field(None, description="The report's title.")
    paragraphs: list[Paragraph] = Field([], description="Everything the report says, in reading order.")
    recommendations: list[OverviewRecommendation] = Field(
        [], description="Its recommendations, in their sets."
    )
    action_plan: OverviewActionPlan | None = Field(None, description="Its action plan.")
    glossary: dict[str, str] = Field(
        {}, description="Its abbreviations and what they mean.", examples=[{"PCT": "Primary Care Trust"}]
    )
    identities: list[Identity] = Field(
        [], description="Its confidential key, for the rules on anonymity only."
    )
    doubts: list[str] = Field([], description="What a person should check in this reading, worst first.")
    running_heads: list[str] = Field(
        [], description="What stands at the head or foot of its pages, each once; it may be a marking."
    )
    traces: list[str] = Field(
        [], description="Tracked changes, comments and hidden text, which publishing would carry along."
    )
