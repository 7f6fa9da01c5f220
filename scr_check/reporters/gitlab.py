"""The report as GitLab Code Quality: a list of issues for the widget of a merge request."""

import json
from hashlib import sha256
from typing import Any

from scr_check.finding import FileReport, Finding, Report, Severity
from scr_check.reporters.findings import fingerprinted, relative_path
from scr_check.reporters.look import PLAIN, Look
from scr_check.reporters.words import NOTE, basis_line

_LEVELS = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}


def gitlab_report(report: Report, look: Look = PLAIN) -> str:
    """The findings as JSON; last, what a pass means, which the widget shows once and then knows."""
    del look
    issues = [
        _issue(file, finding, fingerprint)
        for file in report.files
        for finding, fingerprint in fingerprinted(file, file.findings)
    ]
    issues += [_note(file) for file in report.files[:1]]
    return json.dumps(issues, indent=1) + "\n"


def _issue(file: FileReport, finding: Finding, fingerprint: str) -> dict[str, Any]:
    help_ = f" What to write: {finding.help}" if finding.help else ""
    asked = f" ({basis_line(finding.basis)})" if finding.basis else ""
    stop = "" if finding.message.endswith((".", "?", "!")) else "."
    return {
        "description": f"{finding.message}{stop}{help_}{asked}",
        "check_name": f"{finding.rule} {finding.name}",
        "fingerprint": fingerprint,
        "severity": _LEVELS[finding.severity],
        "location": {
            "path": relative_path(file.path),
            "lines": {"begin": finding.place.line, "end": finding.place.end_line},
        },
    }


def _note(file: FileReport) -> dict[str, Any]:
    return {
        "description": NOTE,
        "check_name": "scr-check",
        "fingerprint": sha256(NOTE.encode()).hexdigest()[:32],
        "severity": "info",
        "location": {"path": relative_path(file.path), "lines": {"begin": 1}},
    }
