"""The report as Markdown for a comment on a pull request: what counts in sight, each finding folded away."""

import re
from collections.abc import Iterable, Iterator
from html import escape

from scr_check.finding import Evidence, FileReport, Finding, Report, Severity
from scr_check.reporters.differing import marked_in_passage, marked_in_summary
from scr_check.reporters.findings import place_in, worst_first
from scr_check.reporters.look import PLAIN, Look
from scr_check.reporters.words import (
    NOTE,
    SURENESS,
    basis_line,
    counts_line,
    coverage_lines,
    file_tally,
    plural,
    skip_lines,
    spot,
)

MARKER = "<!-- scr-check -->"  # by which a job finds its own comment again

_MOST_SIGNS = 60_000  # GitHub refuses a comment of 65,536
_NAMES = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.INFO: "Note"}
# What Markdown or HTML would read as more than a sign, and what would call people or link to other issues.
_SIGNS = re.compile(r"[&<>\\`*_\[\]{}|~$]|:(?=\S)|[@#](?=\w)")


def markdown_report(report: Report, look: Look = PLAIN) -> str:
    """The counts, what was compared in each file, and every finding, the worst first, as far as it fits."""
    del look
    lines = [MARKER, f"### scr-check: {counts_line(report)}", ""]
    for file in report.files:
        lines += _file(file)
    found = worst_first(report)
    room = _MOST_SIGNS - len("\n".join(lines)) - len(NOTE)
    for number, (file, finding) in enumerate(found):
        block = "\n".join(_finding(file, finding))
        room -= len(block) + 1
        if room < 0:
            lines += [f"**{plural(len(found) - number, 'more finding')}** did not fit here.", ""]
            break
        lines.append(block)
    return "\n".join([*lines, f"<sub>{escape(NOTE, quote=False)}</sub>"]) + "\n"


def _file(file: FileReport) -> Iterator[str]:
    compared = f", compared with {_plain(file.overview_report)}" if file.overview_report else ""
    yield f"**{_plain(file.path)}**{compared}: {file_tally(file)}"
    yield ""
    if file.unreadable:
        yield f"- {_plain(file.unreadable)}"
    yield from (f"- {_plain(line)}" for line in [*coverage_lines(file), *skip_lines(file)])
    yield ""


def _finding(file: FileReport, finding: Finding) -> Iterator[str]:
    level = _NAMES[finding.severity]
    yield f"<details><summary><b>{level} {finding.rule}</b>: {_plain(finding.message)}</summary>"
    yield ""
    where = f"{_plain(finding.where)}, " if finding.where else ""
    yield f"{where}{spot(file, finding.place)} of {_plain(file.path)}"
    yield ""
    if finding.text or finding.evidence:
        yield from _side_by_side(finding)
    if finding.help:
        yield f"- **What to write:** {_plain(finding.help)}"
    if finding.basis:
        lead, _, source = basis_line(finding.basis).partition(": ")
        yield f"- **{lead[:1].upper()}{lead[1:]}:** {_plain(source)}"
    yield f"- **How sure:** {SURENESS[finding.confidence]}"
    yield ""
    yield "</details>"
    yield ""


def _side_by_side(finding: Finding) -> Iterator[str]:
    heads = ["The summary says", *(_head(one) for one in finding.evidence)]
    said = _marked(finding.text, marked_in_summary(finding))
    cells = [said or "<i>Nothing: this is not in the summary.</i>"]
    cells += [_marked(one.text, marked_in_passage(finding, one)) for one in finding.evidence]
    yield f"| {' | '.join(heads)} |"
    yield f"|{' --- |' * len(heads)}"
    yield f"| {' | '.join(cells)} |"
    yield ""


def _head(evidence: Evidence) -> str:
    name = "The overview report" if evidence.document == "overview" else "The summary, elsewhere,"
    return f"{name} says{_plain(place_in(evidence))}"


def _marked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    parts, at = [], 0
    for start, end in sorted(spans):
        if start >= at:
            parts += [_plain(text[at:start]), f"<b>{_plain(text[start:end])}</b>"]
            at = end
    return "".join([*parts, _plain(text[at:])])


def _plain(text: str) -> str:
    """The text as it reads, whatever Markdown or HTML would make of its signs; line ends become spaces."""
    return _SIGNS.sub(_escaped, re.sub(r"\s", " ", text))


def _escaped(match: re.Match[str]) -> str:
    """A comment between sign and word leaves no name or number to link to; an entity would."""
    sign = match[0]
    return f"{sign}<!-- -->" if sign in "@#" else f"&#{ord(sign)};"
