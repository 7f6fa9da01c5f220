"""The report on a summary that is a Word file: its places are paragraphs, and what was not read is told."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from scr_check.documents.fault import Fault
from scr_check.documents.place import Place, Pointer
from scr_check.file_rules import finding_of
from scr_check.finding import FileReport, Finding

if TYPE_CHECKING:
    from scr_check.readers.word_summary import WordSummary

_RULE = "FIL213"
_HELP = "put it under the heading of the part that it belongs to, or leave it out"


def in_paragraphs(report: FileReport, word: "WordSummary") -> FileReport:
    """The report with paragraphs for lines, and a finding for what stands under no heading of a part."""

    def moved(finding: Finding) -> Finding:
        return replace(finding, place=word.places.of(finding.pointer, finding.quote))

    findings = [moved(finding) for finding in report.findings]
    if any(card.code == _RULE for card in report.rules):
        findings += _left_over(word)
    findings.sort(key=lambda one: (one.place.line, one.place.column, -one.severity.rank, one.rule))
    return replace(
        report,
        findings=tuple(findings),
        silenced=tuple(replace(one, finding=moved(one.finding)) for one in report.silenced),
        passed=tuple(code for code in report.passed if code not in {one.rule for one in findings}),
        source=tuple(word.places.paragraphs),
        lines="paragraph",
        pages=word.pages,
    )


def _left_over(word: "WordSummary") -> Iterator[Finding]:
    for left in word.left_over:
        count = "1 line" if len(left.lines) == 1 else f"{len(left.lines)} lines"
        message = (
            f"{count} under “{left.heading}” were not checked: no part of a summary was recognised there"
        )
        place = word.places.paragraph_of(left.lines[0])
        yield finding_of(Fault(_RULE, Pointer(""), place or Place(1, 1, 1, 1), message, _HELP))
