"""Words that every report says alike."""

from collections import Counter

from scr_check.documents.place import Place
from scr_check.finding import Basis, Confidence, FileReport, Finding, Report, Severity
from scr_check.reporters.paint import shown

NOTE = (
    'A pass means "no mismatch found", not "certified accurate": '
    "a person must still read the summary against the overview report."
)

SURENESS = {
    Confidence.CERTAIN: "Certain: this is a matter of fact, not of judgement.",
    Confidence.LIKELY: "Likely: read the passage before you change anything.",
    Confidence.POSSIBLE: "Only possible: a person must read both passages and decide.",
}

_LEADS = {
    "statutory guidance": "required by",
    "law": "required by",
    "file format": "required by",
    "recommended template": "recommended by",
    "practice": "good practice",
}


def counts_line(report: Report) -> str:
    """How much was found in how many files, such as "2 errors, 1 warning in 3 files"."""
    return (
        f"{_tally(Counter(one.severity for one in report.findings()))} in {plural(len(report.files), 'file')}"
    )


def file_tally(file: FileReport) -> str:
    """What was found in one file, or why it was not read."""
    if file.unreadable and not file.guidance:
        return "not checked"
    return _tally(Counter(one.severity for one in file.findings))


def basis_line(basis: Basis) -> str:
    """Who asks for it, and with what standing."""
    return f"{_LEADS.get(basis.standing, 'asked for by')}: {basis.source} ({basis.standing})"


def said_in_a_line(finding: Finding) -> str:
    """The message on one line; where nothing else tells who asks, that the wording of the guidance is recalled."""
    recalled = finding.basis is not None and not finding.basis.verified
    message = " ".join(shown(finding.message).split())
    return f"{message} (under guidance as recalled; wording not verified)" if recalled else message


def place_line(file: FileReport, place: Place) -> str:
    """A place as terminals and editors follow it, path:line:column; in a Word file its paragraph and page."""
    if file.lines == "paragraph":
        return f"{file.path}, {spot(file, place)}"
    return f"{file.path}:{place.line}:{place.column}"


def spot(file: FileReport, place: Place) -> str:
    """The line of a place as one says it: "line 35", "paragraph 7 on page 3"."""
    page = file.pages[place.line - 1] if place.line <= len(file.pages) else None
    return f"{file.lines} {place.line}{f' on page {page}' if page else ''}"


def skip_lines(file: FileReport) -> list[str]:
    """How many rules were not applied, for each reason."""
    reasons = Counter(skip.reason for skip in file.skips)
    return [f"not applied: {plural(count, 'rule')}, because {reason}" for reason, count in reasons.items()]


def coverage_lines(file: FileReport) -> list[str]:
    """What of the overview report the summary carries, and what of the summary was found there."""
    return [line for topic, figures in file.coverage.items() if (line := _coverage(topic, figures))]


def plural(count: int, noun: str) -> str:
    """A count with its noun: "1 rule", "2 rules"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _tally(counts: Counter[Severity]) -> str:
    names = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
    return (
        ", ".join(plural(counts[level], name) for level, name in names.items() if counts[level])
        or "no mismatch found"
    )


def _coverage(topic: str, figures: dict[str, int]) -> str:
    if "in_overview" in figures:
        return (
            f"{topic}: {figures.get('matched', 0)} of the report's {figures['in_overview']} matched, "
            f"{figures.get('in_summary', 0)} in the summary"
        )
    if "checked" in figures:
        return f"{topic}: {figures.get('supported', 0)} of {figures['checked']} found in the report"
    return f"{topic}: " + ", ".join(f"{name.replace('_', ' ')} {figure}" for name, figure in figures.items())
