"""The overview report, `scr-overview/1`: what reading any kind of file yields."""

from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict

from scr_check.documents.summary import ActionStatus, RecommendationSet


class Section(StrEnum):
    """What a part of an overview report is for."""

    FRONT = "front"
    INTRODUCTION = "introduction"  # process, terms of reference, panel, contributors, parallel processes
    FAMILY = "family"
    FACTS = "facts"
    ANALYSIS = "analysis"
    GOOD_PRACTICE = "good-practice"
    CONCLUSIONS = "conclusions"
    LESSONS = "lessons"
    RECOMMENDATIONS = "recommendations"
    ACTION_PLAN = "action-plan"
    GLOSSARY = "glossary"
    APPENDIX = "appendix"
    IDENTITIES = "identities"  # the confidential key: read for anonymity rules, never quoted elsewhere


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Paragraph(_Part):
    """A passage: a paragraph, list item, table row or footnote, in reading order.

    `ref` is the number as printed ("6.12"; items and rows carry the ref of the paragraph they stand under),
    `heading` the nearest heading with its number, `page` counts from 1 (None where the file has no pages).
    """

    ref: str | None = None
    heading: str | None = None
    text: str
    page: int | None = None
    section: Section = Section.ANALYSIS
    form: Literal["text", "item", "row", "note"] = "text"


class OverviewRecommendation(_Part):
    """A recommendation of the report, in its set; `organisation` is the agency for set `imr`."""

    id: str
    set: RecommendationSet = "overview"
    organisation: str | None = None
    text: str
    addressed_to: list[str] = []
    ref: str | None = None
    page: int | None = None


class OverviewAction(_Part):
    """A row of the report's action plan; `recommendation` holds SET/ID references as in the summary."""

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
    ref: str | None = None
    page: int | None = None


class OverviewActionPlan(_Part):
    """The report's action plan and the date whose position it shows."""

    as_at: str | None = None
    actions: list[OverviewAction] = []


class Identity(_Part):
    """One row of the confidential key: the reference used in the report and what it stands for."""

    reference: str
    secrets: list[str] = []  # names, dates of birth, addresses, schools, NHS numbers


class Overview(_Part):
    """An overview report as read. `glossary` maps an abbreviation to what the report says it means."""

    format: Literal["scr-overview/1"] = "scr-overview/1"
    title: str | None = None
    paragraphs: list[Paragraph] = []
    recommendations: list[OverviewRecommendation] = []
    action_plan: OverviewActionPlan | None = None
    glossary: dict[str, str] = {}
    identities: list[Identity] = []
    doubts: list[str] = []  # what a person should check in this reading, worst first
    traces: list[str] = []  # tracked changes, comments, hidden text: a risk when published
