"""`scr-check validate`: check summaries against their overview reports and their guidance."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from scr_check.cli import options
from scr_check.cli.terminal import say

if TYPE_CHECKING:
    from scr_check.config import SettingsFinder
    from scr_check.finding import Report


def validate(
    paths: options.Paths,
    form: options.FormOption = None,
    output: options.Output = None,
    overview: options.OverviewOption = None,
    guidance: options.Guidance = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    fail_on: options.FailOn = None,
    min_confidence: options.MinConfidence = None,
    exit_zero: options.ExitZero = False,
    baseline: options.BaselineOption = None,
    write_baseline: options.WriteBaseline = None,
    config: options.Config = None,
    stdin_name: options.StdinName = Path("summary.yaml"),
    reports: options.Reports = False,
    only_summaries: options.OnlySummaries = False,
    force_exclude: options.ForceExclude = False,
    git_aware: options.GitAware = False,
    identities: options.Identities = None,
    jobs: options.Jobs = None,
    color: options.ColorOption = options.Color.AUTO,
) -> None:
    """Check summaries against their overview reports and their guidance.

    Exits 0 when nothing was found, 1 when something was, 2 when a file could not be read.
    """
    from scr_check.checker import check, processors
    from scr_check.cli.inputs import Gathering
    from scr_check.cli.outputs import outputs_of

    flags = {
        "guidance": guidance,
        "overview": overview,
        "select": _all(select),
        "ignore": _all(ignore),
        "fail_on": fail_on and fail_on.value,
        "min_confidence": min_confidence and min_confidence.value,
        "baseline": baseline,
        "identities": identities,
        "git_aware": git_aware or os.environ.get("PRE_COMMIT") == "1" or None,
    }
    finder = _finder(flags, config)
    outputs = outputs_of(form and form.value, output or [])
    gathering = Gathering(finder, stdin_name, only_summaries, force_exclude)
    inputs = gathering.naming(paths) if reports else gathering.of(paths)
    if not inputs:
        if not (reports or only_summaries):
            say("nothing to check: every file that was named is excluded by the configuration")
        return
    report = check(inputs, jobs or processors())
    if write_baseline:
        _write_baseline(report, write_baseline)
        return
    report = _without_known(report, finder)
    outputs.give(report, color)
    _say_unreadable(report)
    raise typer.Exit(_exit_code(report, finder, exit_zero))


def _all(words: list[str] | None) -> tuple[str, ...] | None:
    return tuple(one for word in words for one in word.replace(",", " ").split()) if words else None


def _finder(flags: dict[str, Any], config: Path | None) -> "SettingsFinder":
    from scr_check.config import SettingsFinder
    from scr_check.finding import Confidence, Severity

    given = {name: value for name, value in flags.items() if value is not None}
    if "fail_on" in given:
        given["fail_on"] = Severity(given["fail_on"])
    if "min_confidence" in given:
        given["min_confidence"] = Confidence(given["min_confidence"])
    return SettingsFinder(given, config)


def _write_baseline(report: "Report", path: Path) -> None:
    from scr_check.baseline import write_baseline

    unread = [file.unreadable for file in report.files if file.unreadable]
    for sentence in unread:
        say(sentence)
    count = write_baseline(report, path)
    say(f"{path} now knows {count} finding{'' if count == 1 else 's'}")
    if unread:
        raise typer.Exit(2)


def _without_known(report: "Report", finder: "SettingsFinder") -> "Report":
    from dataclasses import replace

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


def _beside(report: "Report", path: Path) -> "Report":
    from scr_check.baseline import beside_baseline, read_baseline

    beside = beside_baseline(report, read_baseline(path), path)
    if beside.left_out:
        say(f"{beside.left_out} finding{'' if beside.left_out == 1 else 's'} known in {path} left out")
    for known in beside.gone:
        times = f" ({known.count} times)" if known.count > 1 else ""
        say(f"{known.file}: {known.rule} in {path} is gone{times}: write the baseline anew")
    return beside.report


def _say_unreadable(report: "Report") -> None:
    for file in report.files:
        if file.unreadable and not sys.stdout.isatty():
            say(file.unreadable)


def _exit_code(report: "Report", finder: "SettingsFinder", exit_zero: bool) -> int:
    if any(file.unreadable for file in report.files):
        return 2
    failing = (
        finding.severity.rank >= finder.settings_for(Path(file.path)).fail_on.rank
        for file in report.files
        for finding in file.findings
    )
    return int(not exit_zero and any(failing))
