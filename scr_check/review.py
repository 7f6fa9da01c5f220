"""Findings as remarks for the margin of a Word file."""

from collections.abc import Callable, Iterator

from scr_check.documents.place import Place
from scr_check.documents.publication import Remark
from scr_check.finding import Evidence, FileReport, Finding, Severity
from scr_check.reporters.words import SURENESS, basis_line, plural

_LEVELS = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.INFO: "Note"}
_MOST_PASSAGES = 3  # of the report in one remark


def remarks_on(
    report: FileReport, paragraphs: tuple[str, ...], place_of: Callable[[Finding], Place]
) -> Iterator[Remark]:
    """A remark for each finding, at the paragraph that `place_of` gives, in the order of the document."""
    placed = [(place_of(finding), finding) for finding in report.findings]
    for place, finding in sorted(placed, key=lambda pair: (pair[0].line, pair[0].column)):
        text = paragraphs[place.line - 1] if place.line <= len(paragraphs) else ""
        words = text[place.column - 1 : place.end_column - 1]
        yield Remark(place.line, words, remark_text(finding))


def remark_text(finding: Finding) -> str:
    """What a remark says: the message, what to do, the report's words, who requires it, how sure it is.

    What to do comes early: in the margin a long passage pushes the rest out of sight.
    """
    lines = [f"{_LEVELS[finding.severity]} ({finding.rule}): {finding.message}"]
    lines += [f"What to do: {finding.help}"] if finding.help else []
    lines += [_passage(evidence) for evidence in finding.evidence[:_MOST_PASSAGES]]
    more = len(finding.evidence) - _MOST_PASSAGES
    lines += [f"... and {plural(more, 'passage')} more of the report"] if more > 0 else []
    if finding.basis:
        said = basis_line(finding.basis)
        lines.append(said[:1].upper() + said[1:])
    return "\n".join([*lines, SURENESS[finding.confidence]])


def _passage(evidence: Evidence) -> str:
    told = [f"paragraph {evidence.ref}"] if evidence.ref else []
    told += [f"page {evidence.page}"] if evidence.page else []
    whose = "The overview report" if evidence.document == "overview" else "The summary"
    where = f" ({', '.join(told)})" if told else ""
    return f"{whose}{where} says: “{' '.join(evidence.text.split())}”"
