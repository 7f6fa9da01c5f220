"""The report as SARIF 2.1.0, for code scanning and for editors that read it."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from scr_check import __version__
from scr_check.finding import Confidence, Evidence, FileReport, Finding, Report, RuleCard, Severity, Silenced
from scr_check.reporters.findings import fingerprinted, place_in, relative_path, said_by
from scr_check.reporters.look import PLAIN, Look
from scr_check.reporters.words import NOTE, basis_line

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_RANKS = {Confidence.CERTAIN: 100.0, Confidence.LIKELY: 70.0, Confidence.POSSIBLE: 30.0}


def sarif_report(report: Report, look: Look = PLAIN) -> str:
    """The report as SARIF, in ASCII; columns count characters."""
    del look
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report)]}, indent=1) + "\n"


def _run(report: Report) -> dict[str, Any]:
    rules = {rule.code: rule for file in report.files for rule in file.rules}
    indexes = {code: index for index, code in enumerate(rules)}
    return {
        "tool": {
            "driver": {
                "name": "scr-check",
                "semanticVersion": __version__,
                "fullDescription": {"text": NOTE},
                "rules": [_rule(rule) for rule in rules.values()],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report)],
        "artifacts": [artifact for file in report.files for artifact in _artifacts(file)],
        "results": [result for file in report.files for result in _results(file, indexes)],
    }


def _rule(rule: RuleCard) -> dict[str, Any]:
    asked = basis_line(rule.basis) if rule.basis else ""
    text = "\n\n".join(filter(None, [rule.requirement, " ".join(rule.reason.split()), asked]))
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.requirement},
        "fullDescription": {"text": f"{rule.requirement} {' '.join(rule.reason.split())}"},
        "help": {"text": text, "markdown": text},
        "helpUri": f"docs/rules.md#{rule.code.lower()}-{rule.name}",
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.category]},
    }


def _invocation(report: Report) -> dict[str, Any]:
    faults = [file for file in report.files if file.unreadable]
    skips = [(file, skip) for file in report.files for skip in file.skips]
    return {
        "executionSuccessful": not faults,
        "toolExecutionNotifications": [
            {
                "level": "error",
                "message": {"text": file.unreadable},
                "locations": [{"physicalLocation": {"artifactLocation": _location(file.path)}}],
            }
            for file in faults
        ],
        "toolConfigurationNotifications": [
            {
                "level": "note",
                "message": {"text": f"{skip.rule} was not applied: {skip.reason}"},
                "locations": [{"physicalLocation": {"artifactLocation": _location(file.path)}}],
            }
            for file, skip in skips
        ],
    }


def _artifacts(file: FileReport) -> Iterator[dict[str, Any]]:
    for document in file.documents:
        artifact: dict[str, Any] = {"location": _location(document.path)}
        artifact["description"] = {
            "text": f"the {'summary' if document.part == 'summary' else 'overview report'}"
        }
        if document.sha256:
            artifact["hashes"] = {"sha-256": document.sha256}
        yield artifact


def _results(file: FileReport, indexes: dict[str, int]) -> Iterator[dict[str, Any]]:
    silenced = {id(one.finding): one for one in file.silenced}
    every = [*file.findings, *(one.finding for one in file.silenced)]
    for finding, fingerprint in fingerprinted(file, every):
        yield _result(file, finding, fingerprint, indexes) | _suppressed(silenced.get(id(finding)))


def _suppressed(silenced: Silenced | None) -> dict[str, Any]:
    if silenced is None:
        return {"suppressions": []}
    kind = "inSource" if silenced.by == "comment" else "external"
    why = {"justification": silenced.reason} if silenced.reason else {}
    return {"suppressions": [{"kind": kind} | why]}


def _result(file: FileReport, finding: Finding, fingerprint: str, indexes: dict[str, int]) -> dict[str, Any]:
    help_ = f"\n\nWhat to write: {finding.help}" if finding.help else ""
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message}{help_}"},
        "locations": [_place(file, finding)],
        "relatedLocations": [
            _related(number, file, one) for number, one in enumerate(finding.evidence, start=1)
        ],
        "partialFingerprints": {"primaryLocationLineHash": fingerprint, "scrCheckFinding/v1": fingerprint},
        "rank": _RANKS[finding.confidence],
        "properties": {"confidence": finding.confidence.value},
    }
    if finding.basis:
        result["properties"]["basis"] = basis_line(finding.basis)
    if finding.rule in indexes:
        result["ruleIndex"] = indexes[finding.rule]
    return result


def _place(file: FileReport, finding: Finding) -> dict[str, Any]:
    place = finding.place
    return {
        "physicalLocation": {
            "artifactLocation": _location(file.path),
            "region": {
                "startLine": place.line,
                "startColumn": place.column,
                "endLine": place.end_line,
                "endColumn": place.end_column,
            },
        },
        "logicalLocations": [{"name": finding.where, "fullyQualifiedName": str(finding.pointer)}],
    }


def _related(number: int, file: FileReport, evidence: Evidence) -> dict[str, Any]:
    text = " ".join(evidence.text.split())
    related: dict[str, Any] = {"id": number, "message": {"text": f"{said_by(evidence)}: {text}"}}
    document = next((one for one in file.documents if one.part == evidence.document), None)
    if document:
        related["physicalLocation"] = {"artifactLocation": _location(document.path)}
    if where := place_in(evidence).strip(" ()"):
        related["logicalLocations"] = [{"name": where}]
    return related


def _location(path: str) -> dict[str, str]:
    path = relative_path(path)
    if path.startswith("/"):
        return {"uri": f"file://{quote(path)}"}
    if path[1:3] == ":/":
        return {"uri": f"file:///{path[:2]}{quote(path[2:])}"}
    return {"uri": quote(path)}
