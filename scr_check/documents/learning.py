"""What recurs in many reviews, `scr-learning/1`: what `learn --format json` prints, for programs that read it."""

from typing import Literal

from pydantic import ConfigDict, Field

from scr_check.documents.written import WrittenPart


class LearningMember(WrittenPart):
    """A review that belongs to a group."""

    model_config = ConfigDict(title="A review")

    path: str = Field(description="The file that was read, as it was given.")
    subject: str = Field(description="The anonymised reference; empty where there is none.")
    board: str = Field(description="The Board; empty where none is named.")
    year: int | None = Field(description="The year in which it was agreed; null when it is not told.")


class AskedBefore(LearningMember):
    """A recommendation of a group, and the review that made it."""

    model_config = ConfigDict(title="A recommendation")

    ref: str = Field(description="Its set and number.", examples=["overview/3"])
    text: str = Field(description="Its words.")
    addressed_to: list[str] = Field(description="The bodies that it is addressed to.")
    statuses: list[str] = Field(
        description="The statuses of its actions, each once.", examples=[["completed"]]
    )
    likeness: float = Field(
        description="Which share of its content words it has in common with the first of the group.",
        ge=0,
        le=1,
    )


class RepeatedRecommendation(WrittenPart):
    """Recommendations of two or more reviews that ask for nearly the same, in the order of the years."""

    model_config = ConfigDict(title="A repeated recommendation")

    history: str = Field(
        description="When it was asked, and what became of it.",
        examples=["asked in 2007, 2008 and again in 2010, although the action was marked completed before"],
    )
    reviews: int = Field(description="How many reviews asked for it.", ge=2)
    years: list[int] = Field(description="The years in which it was asked, each once.")
    again_after_completion: bool = Field(
        description="Whether it was asked again in a year after that of a review that marks it completed."
    )
    members: list[AskedBefore] = Field(description="Every recommendation of the group.")


class SpeakingReview(LearningMember):
    """A review that speaks of a theme or body, and where."""

    model_config = ConfigDict(title="A review that speaks of it")

    refs: list[str] = Field(description="Where.", examples=[["key issue K1", "report 5.2"]])
    report_paragraphs: int = Field(description="How many paragraphs of its report do.", ge=0)


class RecurringGroup(WrittenPart):
    """A theme or a kind of body that recurs."""

    model_config = ConfigDict(title="A theme or body")

    name: str = Field(description="What recurs.", examples=["Sharing information"])
    reviews: int = Field(description="How many reviews speak of it.", ge=1)
    years: list[int] = Field(description="The years of these reviews, each once.")
    members: list[SpeakingReview] = Field(description="Every review that speaks of it.")


class LearningAcross(WrittenPart):
    """What recurs in the reviews; the same reviews always give the same groups."""

    model_config = ConfigDict(title="Learning")

    format: Literal["scr-learning/1"] = Field(description="Says what this document is.")
    reviews: int = Field(description="How many reviews were read; two files of one review count once.", ge=1)
    recommendations: int = Field(description="How many recommendations they made.", ge=0)
    repeated: list[RepeatedRecommendation] = Field(description="What was asked before.")
    agencies: list[RecurringGroup] = Field(description="Kinds of bodies that recur.")
    themes: list[RecurringGroup] = Field(description="Themes that recur.")
    unread: list[str] = Field(description="A sentence on each file that was not read, or not in full.")
