"""The shape of a guidance profile's data file."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, PositiveInt


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class SourceTable(_Table):
    """A document that requires something: its name as cited, its standing, and whether its text was seen."""

    name: str
    standing: str
    verified: bool
    note: str = ""


class RuleTable(_Table):
    """What a profile provides for a rule; `off` takes a rule of the extended profile away."""

    severity: Literal["error", "warning", "info", "off"]
    source: str
    verified: bool = True


class LimitsTable(_Table):
    """Figures to measure against."""

    recommendations_in_one_set: PositiveInt
    months_to_complete: PositiveInt
    sentence_words: PositiveInt
    narrative_words: PositiveInt
    long_report_words: PositiveInt


class ProfileFile(_Table):
    """A whole profile, after `extends` has been followed."""

    name: str
    title: str
    extends: str | None = None
    wanted: list[str] = []
    sections: dict[str, str]
    limits: LimitsTable
    sources: dict[str, SourceTable]
    rules: dict[str, RuleTable]
