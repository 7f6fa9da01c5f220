"""The report as `scr-findings/1`, for other programs."""

import json
from typing import Any

from scr_check import __version__
from scr_check.finding import Evidence, FileReport, Finding, Report
from scr_check.reporters.look import PLAIN, Look
from scr_check.reporters.words import NOTE


def json_report(report: Report, look: Look = PLAIN) -> str:
    """The report as JSON, in ASCII so that no console or pipe can spoil it."""
    del look
    return json.dumps(findings_document(report), indent=1) + "\n"


def findings_document(report: Report) -> dict[str, Any]:
    """The report as plain data in the order of the contract."""
    return {
        "format": "scr-findings/1",
        "tool": {"name": "scr-check", "version": __version__},
        "files": [_file(file) for file in report.files],
        "counts": report.counts,
        "note": NOTE,
    }


def _file(file: FileReport) -> dict[str, Any]:
    return {
        "path": file.path,
        "guidance": file.guidance,
        "overview_report": file.overview_report,
        "findings": [_finding(finding) for finding in file.findings],
        "coverage": file.coverage,
        "skipped": [{"rule": skip.rule, "reason": skip.reason} for skip in file.skips],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    place, basis = finding.place, finding.basis
    return {
        "rule": finding.rule,
        "name": finding.name,
        "category": finding.category,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "message": finding.message,
        "help": finding.help,
        "pointer": str(finding.pointer),
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "basis": {"source": basis.source, "standing": basis.standing} if basis else None,
        "evidence": [_evidence(one) for one in finding.evidence],
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "document": evidence.document,
        "ref": evidence.ref,
        "page": evidence.page,
        "text": evidence.text,
        "highlight": [list(span) for span in evidence.highlight],
    }
