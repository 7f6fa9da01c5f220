"""The report for people: each finding framed at its place, with the report's passage under it."""

from collections.abc import Iterator

from scr_check.finding import Evidence, FileReport, Finding, Report
from scr_check.reporters.frame import frame, passage
from scr_check.reporters.look import PLAIN, Look
from scr_check.reporters.paint import folded, paint
from scr_check.reporters.words import (
    NOTE,
    basis_line,
    counts_line,
    coverage_lines,
    file_tally,
    place_line,
    skip_lines,
)

_DOCUMENTS = {"overview": "the overview report", "summary": "the summary"}


def text_report(report: Report, look: Look = PLAIN) -> str:
    """Every finding in a frame, then for each file what was compared, then the counts."""
    lines = [line for file in report.files for line in _file(file, look)]
    lines += [paint(counts_line(report), "strong", look.color), *folded(NOTE, look.width)]
    return "\n".join(lines) + "\n"


def _file(file: FileReport, look: Look) -> Iterator[str]:
    for finding in file.findings:
        yield from _finding(finding, file, look)
        yield ""
    yield from folded(f"{file.path}: {file_tally(file)}", look.width, rest="  ")
    if file.overview_report and not file.unreadable:
        yield from folded(f"compared with {file.overview_report}", look.width, "  ", "    ")
    for line in [*coverage_lines(file), *skip_lines(file)]:
        yield from folded(line, look.width, "  ", "    ")
    yield ""


def _finding(finding: Finding, file: FileReport, look: Look) -> Iterator[str]:
    level = finding.severity.value
    head = f"{level}[{finding.rule}]"
    first, *rest = folded(finding.message, look.width, f"{head}: ", "  ")
    yield paint(head, level, look.color) + paint(first[len(head) :], "strong", look.color)
    yield from (paint(line, "strong", look.color) for line in rest)
    place = finding.place
    yield f"{paint('  -->', 'gutter', look.color)} {place_line(file, place)}"
    if place.line <= len(file.source):
        yield from frame(file.source, place, bool(finding.quote), finding.help, level, look)
    elif finding.help:
        yield from folded(finding.help, look.width, "  = help: ", "    ")
    for evidence in finding.evidence:
        yield from _evidence(evidence, look)
    if finding.basis:
        yield from folded(basis_line(finding.basis), look.width, "  = ", "    ")
    if finding.confidence == "possible":
        yield from folded(
            "a person must read both passages: this is only possible", look.width, "  = ", "    "
        )
    yield f"  = more: scr-check explain {finding.rule}"


def _evidence(evidence: Evidence, look: Look) -> Iterator[str]:
    where = [evidence.ref] if evidence.ref else []
    where += [f"page {evidence.page}"] if evidence.page else []
    stands = f" ({', '.join(where)})" if where else ""
    yield f"  = {_DOCUMENTS.get(evidence.document, evidence.document)}{stands} says:"
    yield from passage(evidence.text, evidence.highlight, "      ", look)
