"""A summary as an editor has it at one moment: its text, what was read from it, and what was found."""

from dataclasses import dataclass, replace
from pathlib import Path

from scr_check.checker import Input, checked
from scr_check.config import SettingsFinder
from scr_check.documents.overview import Overview
from scr_check.documents.place import Place, Pointer
from scr_check.errors import ScrCheckError, UnreadableDocument
from scr_check.finding import FileReport, Finding
from scr_check.readers.source import Source
from scr_check.readers.summary import SummaryFile, looks_like_summary, read_summary
from scr_check.reports_read import ReportsRead


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading: `file` is None where the text could not be taken apart, `report` where nothing was checked.

    `report_path` is where the overview report is looked for; `fault` is what kept it from being checked.
    """

    path: Path
    source: Source
    file: SummaryFile | None = None
    report: FileReport | None = None
    overview: Overview | None = None
    report_path: Path | None = None
    fault: str = ""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found, in the order of the text."""
        return self.report.findings if self.report else ()

    def findings_at(self, place: Place) -> list[Finding]:
        """The findings whose words touch a place."""
        return [one for one in self.findings if _touch(one.place, place)]

    def pointer_at(self, line: int, column: int) -> Pointer | None:
        """The innermost part at a line and column, both counted from 1."""
        if self.file is None:
            return None
        return self.file.places.at(self.source.starts[line - 1] + column - 1)


def read_for_editor(path: Path, text: str, reports: ReportsRead) -> Reading:
    """Read and check the text of the summary at `path`, saved or not; another kind of YAML is left alone."""
    reading = Reading(path, Source(text))
    try:
        settings = SettingsFinder({}).settings_for(path)
        if not looks_like_summary(text) or settings.excludes(path):
            return reading
        (report,) = checked([Input(path, settings, text)], 1, reports)
    except ScrCheckError as error:
        return replace(reading, fault=str(error))
    reading = replace(reading, report=report)
    try:
        file = read_summary(path, text)
    except UnreadableDocument:
        return reading
    name = file.summary.overview_report
    report_path = settings.overview or (path.parent / name.strip() if name else None)
    return replace(reading, file=file, report_path=report_path, overview=_overview(report_path, reports))


def _overview(path: Path | None, reports: ReportsRead) -> Overview | None:
    try:
        return reports.read(path).overview if path else None
    except UnreadableDocument:
        return None


def _touch(one: Place, other: Place) -> bool:
    return (one.line, one.column) <= (other.end_line, other.end_column) and (other.line, other.column) <= (
        one.end_line,
        one.end_column,
    )
