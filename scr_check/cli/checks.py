"""One run of checks as `validate` was asked for it, and what comes of it; `--watch` runs it again and again."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import Any

from scr_check.checker import Input, checked, processors, report_of
from scr_check.cli.inputs import Gathering
from scr_check.cli.outputs import Outputs
from scr_check.cli.terminal import say
from scr_check.cli.waiting import while_waiting
from scr_check.config import SettingsFinder
from scr_check.documents.value import Value, value
from scr_check.finding import Confidence, Report, Severity
from scr_check.reports_read import ReportsRead


@value
class Done(Value):
    """What a run of checks looked at and found, and the settings it found them under."""

    inputs: tuple[Input, ...]
    report: Report
    finder: SettingsFinder

    def give(self, outputs: Outputs, color: str) -> None:
        """Write and print the report."""
        outputs.give(self.report, color)
        for file in self.report.files:
            if file.unreadable and not sys.stdout.isatty():
                say(file.unreadable)

    def exit_code(self, exit_zero: bool) -> int:
        """0, or 1 for findings that fail (unless they are not to), or 2 when a file could not be read."""
        if any(file.unreadable for file in self.report.files):
            return 2
        failing = (
            finding.severity.rank >= self.finder.settings_for(Path(file.path)).fail_on.rank
            for file in self.report.files
            for finding in file.findings
        )
        return int(not exit_zero and any(failing))


@value
class Checks(Value):
    """The arguments of `validate` that say what is checked, and how."""

    paths: Sequence[Path]
    of_reports: bool
    flags: Mapping[str, Any]
    config: Path | None
    stdin_name: Path
    only_summaries: bool
    force_exclude: bool
    jobs: int | None
    for_people: bool = True
    read: ReportsRead = field(default_factory=ReportsRead)

    def run(self, *, without_known: bool = True) -> Done:
        """Check everything once; settings and files are read anew, reports only where they have changed."""
        finder = _finder(self.flags, self.config)
        gathering = Gathering(finder, self.stdin_name, self.only_summaries, self.force_exclude)
        inputs = gathering.naming(self.paths) if self.of_reports else gathering.of(self.paths)
        inputs = [replace(one, for_people=self.for_people) for one in inputs]
        files = checked(inputs, self.jobs or processors(), self.read)
        report = report_of(while_waiting(files, len(inputs)))
        return Done(tuple(inputs), _without_known(report, finder) if without_known else report, finder)


def _finder(flags: Mapping[str, Any], config: Path | None) -> SettingsFinder:
    given = {name: value for name, value in flags.items() if value is not None}
    if "fail_on" in given:
        given["fail_on"] = Severity(given["fail_on"])
    if "min_confidence" in given:
        given["min_confidence"] = Confidence(given["min_confidence"])
    return SettingsFinder(given, config)


def _without_known(report: Report, finder: SettingsFinder) -> Report:
    files = list(report.files)
    by_baseline: dict[Path, list[int]] = {}
    for index, file in enumerate(files):
        if known := finder.settings_for(Path(file.path)).baseline:
            by_baseline.setdefault(known, []).append(index)
    for path, indexes in by_baseline.items():
        left = _beside(replace(report, files=tuple(files[index] for index in indexes)), path)
        for index, file in zip(indexes, left.files, strict=True):
            files[index] = file
    return replace(report, files=tuple(files))


def _beside(report: Report, path: Path) -> Report:
    from scr_check.baseline import beside_baseline, read_baseline

    beside = beside_baseline(report, read_baseline(path), path)
    if beside.left_out:
        say(f"{beside.left_out} finding{'' if beside.left_out == 1 else 's'} known in {path} left out")
    for known in beside.gone:
        times = f" ({known.count} times)" if known.count > 1 else ""
        say(f"{known.file}: {known.rule} in {path} is gone{times}: write the baseline anew")
    return beside.report
