"""Findings: what a rule says, and the finding, file report and report it becomes."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import field
from enum import StrEnum
from hashlib import sha256
from typing import Literal

from scr_check.documents.place import Place, Pointer
from scr_check.documents.value import Value, value


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


@value
class Basis(Value):
    """Who requires what a rule checks: a source as the guidance page gives it, its standing, and whether the wording
    was verified (where it was not, `source` says so too).
    """

    source: str
    standing: str
    verified: bool = True


@value
class Evidence(Value):
    """A passage beside a finding: from the `overview` report or elsewhere in the `summary`.

    `ref` is the paragraph number as printed, `page` counts from 1, `highlight` holds start and end
    (0-based, end exclusive) of the words of `text` that matter.
    """

    document: str
    text: str
    ref: str | None = None
    page: int | None = None
    highlight: tuple[tuple[int, int], ...] = ()


@value
class Flag(Value):
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


@value
class Finding(Value):
    """A flag with its rule, severity, basis and place: what every report shows.

    `where` names the place for people ("Recommendation 3, text"); `text` holds the summary's own words
    there ("" when it has none), `marked` the start and end (0-based, end exclusive) of those that matter.
    """

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
    where: str = ""
    text: str = ""
    marked: tuple[tuple[int, int], ...] = ()


_FIGURES = re.compile(r"\d+(?:[.,:/-]\d+)*(?:st|nd|rd|th)?")
_WORDS = re.compile(r"[^\W\d_]+")


def key_of(finding: Finding) -> str:
    """What makes a finding the same one next time: rule, kind of place, words; no lines, ids or figures."""
    steps = [step for step in finding.pointer.split("/") if not any(sign.isdigit() for sign in step)]
    words = _WORDS.findall(_FIGURES.sub(" ", finding.message.lower()))
    text = "\n".join([finding.rule, "/".join(steps), " ".join(words)])
    return sha256(text.encode()).hexdigest()[:24]


@value
class Skip(Value):
    """A rule that could not be applied, and why."""

    rule: str
    reason: str


@value
class Silenced(Value):
    """A finding that does not count: silenced by a comment in the summary, or known in a baseline."""

    finding: Finding
    reason: str
    by: Literal["comment", "baseline"] = "comment"


@value
class RuleCard(Value):
    """A rule as the profile of one file has it: what it requires and why, how severe, and who asks for it."""

    code: str
    name: str
    category: str
    severity: Severity
    requirement: str
    reason: str
    basis: Basis | None = None


class Carried(StrEnum):
    """How much of a part of the report the summary carries."""

    CARRIED = "carried"
    PARTLY = "partly"
    LEFT_OUT = "left-out"


@value
class CoverageItem(Value):
    """One thing of the overview report on the coverage map.

    `topic` is `sections`, `agencies`, `events` or `findings`; `ref` is the paragraph number as printed.
    """

    topic: str
    label: str
    ref: str | None
    state: Carried
    page: int | None = None


# The Government Protective Marking Scheme and its successor of April 2014, the highest marking first.
MARKINGS = (
    "TOP SECRET",
    "SECRET",
    "CONFIDENTIAL",
    "RESTRICTED",
    "OFFICIAL-SENSITIVE",
    "PROTECT",
    "OFFICIAL",
    "NOT PROTECTIVELY MARKED",
)


@value
class DocumentSeen(Value):
    """A document as it was checked: `part` is `summary` or `overview`, `path` as the user knows it.

    `changed_on` is the ISO date of its last change, `marking` the one of MARKINGS that it states.
    """

    part: str
    path: str
    sha256: str
    changed_on: str | None = None
    marking: str | None = None


@value
class PlannedAction(Value):
    """An action as the recommendation-to-action matrix shows it."""

    id: str
    text: str
    pointer: Pointer
    lead: str = ""
    organisation: str = ""
    due: str = ""
    status: str = ""


@value
class PlannedRecommendation(Value):
    """A row of the matrix: a recommendation (`reference` as one says it, "" for none) and the actions for it."""

    reference: str
    text: str
    pointer: Pointer
    addressed_to: tuple[str, ...] = ()
    actions: tuple[PlannedAction, ...] = ()


@value
class Outline(Value):
    """What a summary is about; `document` is what its guidance calls it, and `parts` pairs each of its fields with
    the heading that guidance gives it.
    """

    board: str | None = None
    subject: str | None = None
    status: str | None = None
    guidance_title: str = ""
    document: str = "executive summary"
    parts: tuple[tuple[str, str], ...] = ()
    matrix: tuple[PlannedRecommendation, ...] = ()


@value
class FileReport(Value):
    """All that was found in one summary.

    `source` holds the summary's lines for display; `coverage` the figures of the contract by topic, and
    `coverage_map` what they are made of; `rules` every rule that the profile asks for, whatever came of it;
    `unreadable` is the one-sentence reason when the summary or its overview report could not be read.
    `lines` says what the lines of places are: those of a text, or the paragraphs of a Word file, whose `pages` are
    those on which they start, as far as Word noted them.
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
    coverage_map: tuple[CoverageItem, ...] = ()
    silenced: tuple[Silenced, ...] = ()
    rules: tuple[RuleCard, ...] = ()
    documents: tuple[DocumentSeen, ...] = ()
    outline: Outline | None = None
    lines: Literal["line", "paragraph"] = "line"
    pages: tuple[int | None, ...] = ()


@value
class Report(Value):
    """The findings of one run over any number of summaries, on an ISO date."""

    files: tuple[FileReport, ...]
    checked_on: str | None = None

    @property
    def counts(self) -> dict[str, int]:
        """How many findings of each severity, over all files."""
        tally = Counter(finding.severity for finding in self.findings())
        return {level.value: tally[level] for level in Severity}

    def findings(self) -> Iterable[Finding]:
        """Every finding of every file, in order."""
        return (finding for file in self.files for finding in file.findings)
