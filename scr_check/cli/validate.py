"""`scr-check validate`: check summaries against their overview reports and their guidance."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from scr_check.cli import options
from scr_check.cli.terminal import say
from scr_check.errors import UsageError

if TYPE_CHECKING:
    from scr_check.cli.checks import Checks
    from scr_check.cli.outputs import Outputs
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
    semantic: options.Semantic = None,
    jobs: options.Jobs = None,
    watch: options.Watch = False,
    color: options.ColorOption = options.Color.AUTO,
) -> None:
    """Check summaries against their overview reports and their guidance.

    Exits 0 when nothing was found, 1 when something was, 2 when a file could not be read.
    """
    from scr_check.cli.checks import Checks
    from scr_check.cli.outputs import FOR_PEOPLE, outputs_of

    flags = {
        "guidance": guidance,
        "overview": overview,
        "select": _all(select),
        "ignore": _all(ignore),
        "fail_on": fail_on and fail_on.value,
        "min_confidence": min_confidence and min_confidence.value,
        "baseline": baseline,
        "identities": identities,
        "semantic": semantic,
        "git_aware": git_aware or os.environ.get("PRE_COMMIT") == "1" or None,
    }
    outputs = outputs_of(form and form.value, output or [])
    people = not outputs.forms.isdisjoint(FOR_PEOPLE)
    checks = Checks(paths, reports, flags, config, stdin_name, only_summaries, force_exclude, jobs, people)
    if watch:
        _watch(checks, outputs, color, write_baseline)
    done = checks.run(without_known=not write_baseline)
    if not done.inputs:
        _say_that_nothing_is_checked(checks)
    elif write_baseline:
        _write_baseline(done.report, write_baseline)
    else:
        done.give(outputs, color)
        raise typer.Exit(done.exit_code(exit_zero))


def _say_that_nothing_is_checked(checks: "Checks") -> None:
    """A hook that passes reports, or files of any kind, may well name none that is to be checked."""
    if not (checks.of_reports or checks.only_summaries):
        say("nothing to check: every file that was named is excluded by the configuration")


def _all(words: list[str] | None) -> tuple[str, ...] | None:
    return tuple(one for word in words for one in word.replace(",", " ").split()) if words else None


def _write_baseline(report: "Report", path: Path) -> None:
    from scr_check.baseline import write_baseline

    unread = [file.unreadable for file in report.files if file.unreadable]
    for sentence in unread:
        say(sentence)
    count = write_baseline(report, path)
    say(f"{path} now knows {count} finding{'' if count == 1 else 's'}")
    if unread:
        raise typer.Exit(2)


def _watch(checks: "Checks", outputs: "Outputs", color: str, baseline: Path | None) -> NoReturn:
    from scr_check.cli.watch import watch

    if baseline or Path("-") in checks.paths:
        raise UsageError("--watch prints what it finds in files: leave out --write-baseline and -")
    watch(checks, outputs, color)
