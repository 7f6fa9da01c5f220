"""The report as JUnit XML: a suite for each file, a case for each rule, passes and skips included."""

import re
from collections import Counter
from xml.sax.saxutils import escape, quoteattr

from scr_check.finding import FileReport, Finding, Report, Severity
from scr_check.reporters.findings import passage_line
from scr_check.reporters.look import PLAIN, Look
from scr_check.reporters.verdicts import Verdict, verdicts
from scr_check.reporters.words import NOTE, basis_line, plural

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# What became of the case, in the order of the counts in a suite.
_KINDS = ("failures", "errors", "skipped")


def junit_report(report: Report, look: Look = PLAIN) -> str:
    """Errors and warnings are failures, faults of the file errors; a note leaves its case passed."""
    del look
    suites = [_suite(file, report.checked_on) for file in report.files]
    total: Counter[str] = Counter()
    for _, counts in suites:
        total += counts
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f"<testsuites name={_attribute('scr-check')}{_counted(total)}>",
    ]
    lines += [text for text, _ in suites]
    return "\n".join([*lines, "</testsuites>"]) + "\n"


def _suite(file: FileReport, checked_on: str | None) -> tuple[str, Counter[str]]:
    cases = [_case(file, verdict) for verdict in verdicts(file)]
    counts = Counter(kind for _, kind in cases)
    counts["tests"] = len(cases)
    stamp = f' timestamp="{checked_on}T00:00:00"' if checked_on else ""
    facts = {"guidance": file.guidance, "overview_report": file.overview_report, "note": NOTE}
    lines = [f"  <testsuite name={_attribute(file.path)}{_counted(counts)}{stamp}>", "    <properties>"]
    lines += [
        f"      <property name={_attribute(name)} value={_attribute(value)}/>"
        for name, value in facts.items()
        if value
    ]
    lines += ["    </properties>", *(text for text, _ in cases), "  </testsuite>"]
    return "\n".join(lines), counts


def _counted(counts: Counter[str]) -> str:
    return "".join(f' {kind}="{counts[kind]}"' for kind in ("tests", *_KINDS))


def _case(file: FileReport, verdict: Verdict) -> tuple[str, str]:
    rule = verdict.rule
    name = _attribute(f"{rule.code} {rule.name}")
    opened = f"    <testcase name={name} classname={_attribute(f'scr-check.{rule.category}')}"
    outcome, kind = _outcome(file, verdict)
    return (f"{opened}>\n{outcome}\n    </testcase>" if outcome else f"{opened}/>"), kind


def _outcome(file: FileReport, verdict: Verdict) -> tuple[str, str]:
    if verdict.outcome == "passed":
        return "", "passed"
    if verdict.outcome == "silenced":
        return f"      <skipped message={_attribute(f'silenced: {verdict.reason}')}/>", "skipped"
    if verdict.outcome == "skipped":
        return f"      <skipped message={_attribute(verdict.reason)}/>", "skipped"
    worst = max(verdict.findings, key=lambda finding: finding.severity.rank)
    body = escape(_clean("\n\n".join(_told(file, finding) for finding in verdict.findings)))
    if worst.severity is Severity.INFO:
        return f"      <system-out>{body}</system-out>", "passed"
    tag, kind = ("error", "errors") if verdict.rule.category == "file" else ("failure", "failures")
    more = len(verdict.findings) - 1
    message = worst.message + (f" (and {plural(more, 'more finding')})" if more else "")
    return (
        f"      <{tag} message={_attribute(message)} type={_attribute(worst.severity.value)}>{body}</{tag}>",
        kind,
    )


def _told(file: FileReport, finding: Finding) -> str:
    """A finding in lines of plain text."""
    place = f"{file.path}:{finding.place.line}:{finding.place.column}"
    lines = [f"{finding.severity}[{finding.rule}]: {finding.message}"]
    lines.append(f"at {finding.where} ({place})" if finding.where else f"at {place}")
    lines += [f"What to write: {finding.help}"] if finding.help else []
    lines += [f"The summary says: {finding.text}"] if finding.text else []
    lines += map(passage_line, finding.evidence)
    lines += [basis_line(finding.basis)] if finding.basis else []
    return "\n".join([*lines, f"How sure: {finding.confidence}"])


def _attribute(text: str) -> str:
    return quoteattr(_clean(text), {"\n": "&#10;"})


def _clean(text: str) -> str:
    """The text without signs that XML cannot hold."""
    return _NO_XML.sub(" ", text)
