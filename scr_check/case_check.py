"""The check of one summary: the rules run on it, and every flag given its rule, level and place."""

from collections.abc import Iterator
from dataclasses import field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from scr_check.chosen_rules import EVERY_RULE, chosen_rules
from scr_check.config import Settings
from scr_check.documents.fault import Fault
from scr_check.documents.place import Pointer
from scr_check.documents.placeholder import is_filled
from scr_check.documents.value import Value, value
from scr_check.documents_seen import summary_seen
from scr_check.errors import UnreadableDocument
from scr_check.file_rules import ALWAYS_APPLIED, finding_of
from scr_check.finding import (
    Confidence,
    CoverageItem,
    DocumentSeen,
    FileReport,
    Finding,
    Flag,
    Severity,
    Silenced,
    Skip,
)
from scr_check.git_state import unlike_the_commit
from scr_check.guidance.profile import Profile, Provision
from scr_check.outline import outline_of
from scr_check.own_fault import noted
from scr_check.readers.summary import SummaryFile
from scr_check.reports_read import ReportsRead
from scr_check.rule import Case, Position, Rule
from scr_check.summary_words import with_summary_words
from scr_check.suppressions import Suppressions

if TYPE_CHECKING:
    from scr_check.documents.overview import Identity

_OF_THE_REPORT = ("FIL202", "FIL209")
_NO_REPORT = "the summary names no overview report to compare with"
_PLAN_ONLY = "only the plan is followed up, without the overview report"
_UNREAD_REPORT = "the overview report could not be read"
_CODES = [(rule.code, rule.name) for rule in EVERY_RULE]


@value
class Input(Value):
    """A summary to check: its path, the settings that hold for it, and its text when it is not on disk.

    With a `position` its action plan is followed up for that day, and no report is read. A report
    `for_people` holds the lines of the text and an outline too, which the others do not show.
    """

    path: Path
    settings: Settings = field(default_factory=Settings)
    text: str | None = None
    position: Position | None = None
    for_people: bool = True


class CaseCheck:
    """The check of one summary that could be read, under one profile, by at most `jobs` processes."""

    def __init__(
        self, one: Input, file: SummaryFile, profile: Profile, reports: ReportsRead, jobs: int = 1
    ) -> None:
        self.one, self.file, self.profile, self.reports, self.jobs = one, file, profile, reports, jobs
        self.faults = list(file.faults)
        self.skips: list[Skip] = []
        self.passed: list[str] = []
        self.coverage: dict[str, dict[str, int]] = {}
        self.coverage_map: tuple[CoverageItem, ...] = ()
        self.documents: list[DocumentSeen] = [summary_seen(one.path, file.source.text, one.text is None)]
        self.unreadable: str | None = None
        self.rules = chosen_rules(profile, one.settings, one.position is not None)

    def report(self) -> FileReport:
        """Everything found, in the order of the text."""
        case, without = self._case()
        flagged = list(self._flagged(case, without))
        suppressions = Suppressions(self.file.places)
        reasons = [suppressions.reason_against(finding) for finding in flagged]
        judged = list(zip(flagged, reasons, strict=True))
        kept = [finding for finding, reason in judged if reason is None]
        self.faults += suppressions.faults(self._applied(), _CODES)
        kept += [found for fault in self.faults if self._wanted(found := finding_of(fault))]
        kept = [with_summary_words(finding, self.file.places) for finding in kept]
        kept.sort(key=by_place)
        self._pass_file_rules({finding.rule for finding in kept}, without)
        return FileReport(
            path=self.one.path.as_posix(),
            guidance=self.profile.name,
            overview_report=self._report_name(),
            findings=tuple(kept),
            skips=tuple(self.skips),
            passed=tuple(self.passed),
            coverage=self.coverage,
            source=self.file.source.lines if kept and self.one.for_people else (),
            unreadable=self.unreadable,
            coverage_map=self.coverage_map,
            silenced=tuple(Silenced(finding, reason) for finding, reason in judged if reason is not None),
            rules=self.rules.cards,
            documents=tuple(self.documents),
            outline=outline_of(self.file.summary, self.profile) if self.one.for_people else None,
        )

    def _case(self) -> tuple[Case, str]:
        """The case, and why there is no comparison ("" when there is one)."""
        bare = Case(self.file.summary, self.profile, identities=_identities(self.one.settings))
        if self.one.position:
            return replace(bare, position=self.one.position), _PLAN_ONLY
        path = self._report_path()
        if path is None and not self.profile.has_overview_report:
            return bare, ""
        if path is None:
            message = "the summary names no overview report, so nothing it says was compared with one"
            place = self.file.places.of("/overview_report")
            help_ = "write `overview_report:` and the name of the report's file"
            self.faults.append(Fault("FIL207", Pointer("/overview_report"), place, message, help_))
            return bare, _NO_REPORT
        try:
            read = self.reports.read(path, self.jobs)
        except UnreadableDocument as error:
            self.unreadable = str(error)
            place = self.file.places.of("/overview_report")
            self.faults.append(Fault("FIL202", Pointer("/overview_report"), place, str(error)))
            return bare, _UNREAD_REPORT
        if self.one.settings.git_aware and (state := unlike_the_commit(path)):
            place = self.file.places.of("/overview_report")
            help_ = "stage the report with git add, or keep it out of git and check by hand"
            message = f"the overview report {state}"
            self.faults.append(Fault("FIL209", Pointer("/overview_report"), place, message, help_))
        comparison = read.compare(self.file.summary, self.one.settings.semantic, self.jobs)
        self.coverage, self.coverage_map = comparison.coverage, comparison.coverage_map
        for pointer, fault in comparison.faults:
            self._tell_own_fault(pointer, "not all of this was compared with the overview report", fault)
        self.documents.append(read.seen)
        return replace(bare, overview=read.overview, comparison=comparison), ""

    def _tell_own_fault(self, pointer: Pointer, left_undone: str, fault: str) -> None:
        message = f"{left_undone}, because of a fault in scr-check itself ({fault})"
        place = self.file.places.of(pointer)
        self.faults.append(Fault("FIL214", pointer, place, message, "check it by hand, and report the fault"))

    def _report_path(self) -> Path | None:
        if self.one.settings.overview:
            return self.one.settings.overview
        name = self.file.summary.overview_report
        return self.one.path.parent / name.strip() if name and is_filled(name) else None

    def _report_name(self) -> str | None:
        if self.one.settings.overview:
            return self.one.settings.overview.as_posix()
        return self.file.summary.overview_report

    def _flagged(self, case: Case, without: str) -> Iterator[Finding]:
        spoiled = [fault.pointer for fault in self.file.faults]
        for rule, provision in self.rules.of_content:
            if rule.needs_overview and without:
                self.skips.append(_skip(rule.code, without))
                continue
            faults: list[str] = []
            flags: list[Flag] = []
            with noted(faults):
                flags.extend(rule.check(case))
            for fault in faults:
                self._tell_own_fault(Pointer(""), f"{rule.code} was not applied to everything", fault)
            found = [self._finding(rule, provision, flag) for flag in flags]
            found = [one for one in found if not _within(one.pointer, spoiled)]
            kept = [one for one in found if one.confidence.rank >= self.one.settings.min_confidence.rank]
            yield from kept
            if not found and not faults:
                self.passed.append(rule.code)

    def _pass_file_rules(self, found: set[str], without: str) -> None:
        for rule in self.rules.of_file:
            if rule.code in _OF_THE_REPORT and without and rule.code not in found:
                self.skips.append(_skip(rule.code, without))
            elif rule.code not in found:
                self.passed.append(rule.code)

    def _finding(self, rule: Rule, provision: Provision, flag: Flag) -> Finding:
        severity = provision.severity
        if flag.confidence is Confidence.POSSIBLE and severity is Severity.ERROR:
            severity = Severity.WARNING
        return Finding(
            rule=rule.code,
            name=rule.name,
            category=rule.category,
            severity=severity,
            confidence=flag.confidence,
            message=flag.message,
            help=flag.help,
            pointer=flag.pointer,
            place=self.file.places.of(flag.pointer, flag.quote),
            quote=flag.quote,
            basis=provision.basis,
            evidence=flag.evidence,
        )

    def _applied(self) -> list[tuple[str, str]]:
        skipped = {skip.rule for skip in self.skips}
        return [(rule.code, rule.name) for rule, _ in self.rules.of_content if rule.code not in skipped]

    def _wanted(self, finding: Finding) -> bool:
        """Faults of the file itself are never left out: what was not read must not look like a pass."""
        return finding.rule in ALWAYS_APPLIED or self.one.settings.applies(
            finding.rule, finding.name, finding.category
        )


@cache
def _skip(code: str, reason: str) -> Skip:
    """One value for all the summaries in which it is so: a process hands over many at once."""
    return Skip(code, reason)


def _identities(settings: Settings) -> "tuple[Identity, ...]":
    if settings.identities is None:
        return ()
    from scr_check.readers.identities import read_identities

    return read_identities(settings.identities)


def _within(pointer: str, spoiled: list[Pointer]) -> bool:
    """Whether a part was not read as its author meant it, so that a rule would only repeat that."""
    return any(pointer == one or pointer.startswith(f"{one}/") for one in spoiled)


def by_place(finding: Finding) -> tuple[int, int, int, str]:
    """The order of findings: that of the text, and at one place the worst first."""
    return finding.place.line, finding.place.column, -finding.severity.rank, finding.rule
