"""The report as GitHub annotations: the worst beside their lines, the rest in the log."""

from scr_check.finding import FileReport, Finding, Report, Severity
from scr_check.reporters.findings import passage_line, relative_path, worst_first
from scr_check.reporters.look import PLAIN, Look
from scr_check.reporters.words import NOTE, basis_line, counts_line, plural, said_in_a_line

_ANNOTATED = 10  # GitHub shows no more of a kind in one step
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def github_report(report: Report, look: Look = PLAIN) -> str:
    """A workflow command for each of the ten worst findings, a line for each other one, then the counts."""
    del look
    found = worst_first(report)
    lines = [_command(file, finding) for file, finding in found[:_ANNOTATED]]
    if rest := found[_ANNOTATED:]:
        lines.append(f"::group::{plural(len(rest), 'more finding')}")
        lines += [_line(file, finding) for file, finding in rest]
        lines.append("::endgroup::")
    lines += [_data(file.unreadable) for file in report.files if file.unreadable and not file.findings]
    return "\n".join([*lines, counts_line(report), NOTE]) + "\n"


def _command(file: FileReport, finding: Finding) -> str:
    place = finding.place
    where = {"file": relative_path(file.path), "line": str(place.line), "endLine": str(place.end_line)}
    if place.line == place.end_line:  # GitHub takes columns for one line only
        where |= {"col": str(place.column), "endColumn": str(max(place.column, place.end_column - 1))}
    where["title"] = f"{finding.rule} {finding.name}"
    properties = ",".join(f"{name}={_property(value)}" for name, value in where.items())
    asked = basis_line(finding.basis) if finding.basis else ""
    said = [finding.message, finding.help, *map(passage_line, finding.evidence), asked]
    return f"::{_COMMANDS[finding.severity]} {properties}::{_data(chr(10).join(filter(None, said)))}"


def _line(file: FileReport, finding: Finding) -> str:
    where = f"{relative_path(file.path)}:{finding.place.line}"
    return f"{where}: {finding.severity}[{finding.rule}] {said_in_a_line(finding)}"


def _data(text: str) -> str:
    """A command's message: what would end it, or start another one, is escaped."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
