"""Findings: what a rule says, and the finding, file report and report it becomes."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from scr_check.documents.place import Place, Pointer


class Severity(StrEnum):
    """How much a finding matters: error (chapter 8 not met, or the report is contradicted), warning, info."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for error."""
        return ("info", "warning", "error").index(self.value)


class Confidence(StrEnum):
    """How sure a finding is: certain (structure, exact facts), likely, possible (a person must read both)."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"

    @property
    def rank(self) -> int:
        """0 for possible, 1 for likely, 2 for certain."""
        return ("possible", "likely", "certain").index(self.value)


@dataclass(frozen=True, slots=True)
class Basis:
    """Who requires what a rule checks: a source as the guidance page gives it, and its standing."""

    source: str
    standing: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage beside a finding: from the `overview` report or elsewhere in the `summary`.

    `ref` is the paragraph number as printed, `page` counts from 1, `highlight` holds start and end
    (0-based, end exclusive) of the words of `text` that matter.
    """

    document: str
    text: str
    ref: str | None = None
    page: int | None = None
    highlight: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Flag:
    """What a rule yields: a place in the summary and a message; the checker adds rule, level and line.

    `quote` is the wording inside the node that the finding is about (empty: the whole node).
    `help` says what to write. A flag that is only `possible` is never reported above warning.
    """

    pointer: Pointer
    message: str
    help: str = ""
    quote: str = ""
    evidence: tuple[Evidence, ...] = ()
    confidence: Confidence = Confidence.CERTAIN


@dataclass(frozen=True, slots=True)
class Finding:
    """A flag with its rule, severity, basis and place: what every report shows."""

    rule: str
    name: str
    category: str
    severity: Severity
    confidence: Confidence
    message: str
    help: str
    pointer: Pointer
    place: Place
    quote: str = ""
    basis: Basis | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Skip:
    """A rule that could not be applied, and why."""

    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class FileReport:
    """All that was found in one summary.

    `source` holds the summary's lines for display; `coverage` the figures of the contract by topic;
    `unreadable` is the one-sentence reason when the summary or its overview report could not be read.
    """

    path: str
    guidance: str | None = None
    overview_report: str | None = None
    findings: tuple[Finding, ...] = ()
    skips: tuple[Skip, ...] = ()
    passed: tuple[str, ...] = ()
    coverage: dict[str, dict[str, int]] = field(default_factory=dict)
    source: tuple[str, ...] = ()
    unreadable: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of one run over any number of summaries."""

    files: tuple[FileReport, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many findings of each severity, over all files."""
        tally = Counter(finding.severity for finding in self.findings())
        return {level.value: tally[level] for level in Severity}

    def findings(self) -> Iterable[Finding]:
        """Every finding of every file, in order."""
        return (finding for file in self.files for finding in file.findings)
