"""What came of each rule in one file: passed, found something, silenced, or not applied and why."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from scr_check.finding import FileReport, Finding, RuleCard

Outcome = Literal["passed", "found", "silenced", "skipped"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A rule and its outcome; `reason` says why a rule was skipped, or why what it found does not count."""

    rule: RuleCard
    outcome: Outcome
    findings: tuple[Finding, ...] = ()
    reason: str = ""


def verdicts(file: FileReport) -> Iterator[Verdict]:
    """The verdict on each rule of the file's profile, in the order of the codes."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in file.findings:
        found[finding.rule].append(finding)
    skipped = {skip.rule: skip.reason for skip in file.skips}
    silenced = {one.finding.rule: one.reason for one in file.silenced}
    for rule in sorted(file.rules, key=lambda rule: rule.code):
        if rule.code in found:
            yield Verdict(rule, "found", tuple(found[rule.code]))
        elif rule.code in silenced:
            reason = silenced[rule.code] or "without a reason"
            yield Verdict(rule, "silenced", reason=reason)
        elif rule.code in file.passed:
            yield Verdict(rule, "passed")
        else:
            reason = skipped.get(
                rule.code, file.unreadable or "what it found is less sure than was asked for"
            )
            yield Verdict(rule, "skipped", reason=reason)
