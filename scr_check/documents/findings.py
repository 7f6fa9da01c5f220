"""The findings, `scr-findings/1`: what `validate --format json` prints, for programs that read it."""

from typing import Literal

from pydantic import ConfigDict, Field

from scr_check.documents.written import WrittenPart

Category = Literal[
    "file",
    "structure",
    "review-process",
    "events",
    "key-issues",
    "recommendations",
    "action-plan",
    "faithfulness",
    "anonymity",
    "style",
]


class FoundTool(WrittenPart):
    """The program that wrote the findings."""

    model_config = ConfigDict(title="The tool")

    name: Literal["scr-check"] = Field(description="Its name.")
    version: str = Field(description="Its version.", examples=["0.1.0"])


class FoundBasis(WrittenPart):
    """Who requires what a rule checks."""

    model_config = ConfigDict(title="The basis")

    source: str = Field(
        description="The document that asks for it.",
        examples=["Working Together to Safeguard Children (2010), chapter 8"],
    )
    standing: str = Field(description="What standing that document has.", examples=["statutory guidance"])


class FoundEvidence(WrittenPart):
    """A passage beside a finding."""

    model_config = ConfigDict(title="A passage")

    document: Literal["overview", "summary"] = Field(description="The document that it stands in.")
    ref: str | None = Field(description="Its paragraph number as printed.", examples=["9.3"])
    page: int | None = Field(description="Its page, counted from 1; null where the file has no pages.", ge=1)
    text: str = Field(description="The passage.")
    highlight: list[tuple[int, int]] = Field(
        description="Start and end (0-based, end exclusive) of the signs of `text` that matter.",
        examples=[[[12, 16]]],
    )


class FoundFinding(WrittenPart):
    """One finding at its place: 1-based lines and columns, the end column exclusive."""

    model_config = ConfigDict(title="A finding")

    rule: str = Field(description="The rule's code.", examples=["REC104"])
    name: str = Field(description="The rule's name.", examples=["recommendation-weakened"])
    category: Category = Field(description="Which part of the check it belongs to.")
    severity: Literal["error", "warning", "info"] = Field(description="How much it matters.")
    confidence: Literal["certain", "likely", "possible"] = Field(description="How sure it is.")
    message: str = Field(description="What was found.")
    help: str = Field(description="What to write.")
    pointer: str = Field(
        description="An RFC 6901 JSON pointer into the summary.", examples=["/recommendations/2/text"]
    )
    line: int = Field(description="Its first line.", ge=1)
    column: int = Field(description="Its first column.", ge=1)
    end_line: int = Field(description="Its last line.", ge=1)
    end_column: int = Field(description="The column after its last sign.", ge=1)
    basis: FoundBasis | None = Field(description="Who requires it.")
    evidence: list[FoundEvidence] = Field(description="The passages that show it.")


class FoundSkip(WrittenPart):
    """A rule that could not be applied."""

    model_config = ConfigDict(title="A skipped rule")

    rule: str = Field(description="The rule's code.")
    reason: str = Field(description="Why it was not applied.")


class FoundFile(WrittenPart):
    """All that was found in one summary."""

    model_config = ConfigDict(title="A file")

    path: str = Field(description="The summary's path as it was given.")
    guidance: str | None = Field(description="The guidance profile; null when the file could not be read.")
    overview_report: str | None = Field(description="The overview report that the summary names.")
    findings: list[FoundFinding] = Field(description="In the order of the text.")
    coverage: dict[str, dict[str, int]] = Field(
        description="How much of the report the summary carries, and how much of the summary was matched.",
        examples=[{"recommendations": {"in_overview": 12, "in_summary": 12, "matched": 12}}],
    )
    skipped: list[FoundSkip] = Field(description="Rules that could not be applied, and why.")


class Findings(WrittenPart):
    """The findings of one run over any number of summaries."""

    model_config = ConfigDict(title="Findings")

    format: Literal["scr-findings/1"] = Field(description="Says what this document is.")
    tool: FoundTool = Field(description="The program that wrote it.")
    files: list[FoundFile] = Field(description="Every file that was asked for, read or not.")
    counts: dict[Literal["error", "warning", "info"], int] = Field(
        description="How many findings of each severity.", examples=[{"error": 1, "warning": 0, "info": 0}]
    )
    note: str = Field(description="What a pass means, and what it does not.")
