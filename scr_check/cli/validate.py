"""`scr-check validate`: check summaries against their overview reports and their guidance."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from scr_check.cli.terminal import look_of, say, write
from scr_check.errors import UsageError

if TYPE_CHECKING:
    from scr_check.checker import Input
    from scr_check.config import SettingsFinder
    from scr_check.finding import Report


class Form(StrEnum):
    """The forms of the report; kept in step with REPORTERS by a test, to spare the import."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"


class Level(StrEnum):
    """Severities, as the options take them."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Sureness(StrEnum):
    """Confidences, as the options take them."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"


class Color(StrEnum):
    """When to use colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def validate(
    paths: Annotated[
        list[Path], typer.Argument(help="Summaries, folders or patterns; - reads standard input.")
    ],
    form: Annotated[Form, typer.Option("--format", "-f", help="The form of the report.")] = Form.TEXT,
    overview: Annotated[
        Path | None, typer.Option(help="Compare with this report, whatever the summary names.")
    ] = None,
    guidance: Annotated[str | None, typer.Option(help="Check against this guidance profile.")] = None,
    select: Annotated[
        list[str] | None, typer.Option(help="Only these rules: code, start of a code, name or category.")
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(help="Not these rules.")] = None,
    fail_on: Annotated[Level | None, typer.Option(help="The lowest severity that fails.")] = None,
    min_confidence: Annotated[Sureness | None, typer.Option(help="Leave out what is less sure.")] = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit 0 whatever is found.")] = False,
    color: Annotated[Color, typer.Option(help="When to use colour.")] = Color.AUTO,
    config: Annotated[Path | None, typer.Option(help="Use this configuration file.")] = None,
) -> None:
    """Check summaries against their overview reports and their guidance."""
    from scr_check.config import SettingsFinder
    from scr_check.finding import Confidence, Severity

    flags: dict[str, Any] = {
        "guidance": guidance,
        "overview": overview,
        "select": tuple(select) if select else None,
        "ignore": tuple(ignore) if ignore else None,
        "fail_on": Severity(fail_on) if fail_on else None,
        "min_confidence": Confidence(min_confidence) if min_confidence else None,
    }
    finder = SettingsFinder({name: value for name, value in flags.items() if value is not None}, config)
    from scr_check.checker import check
    from scr_check.reporters import REPORTERS

    report = check(_inputs(paths, finder))
    write(REPORTERS[form](report, look_of(sys.stdout, color)), sys.stdout)
    raise typer.Exit(_exit_code(report, finder, exit_zero))


def _inputs(paths: list[Path], finder: "SettingsFinder") -> "list[Input]":
    from scr_check.checker import Input
    from scr_check.cli.paths import wanted_files

    return [Input(one.path, finder.settings_for(one.path)) for one in wanted_files(paths)]


def _exit_code(report: "Report", finder: "SettingsFinder", exit_zero: bool) -> int:
    if any(file.unreadable for file in report.files):
        return 2
    failing = (
        finding.severity.rank >= finder.settings_for(Path(file.path)).fail_on.rank
        for file in report.files
        for finding in file.findings
    )
    return int(any(failing) and not exit_zero)
