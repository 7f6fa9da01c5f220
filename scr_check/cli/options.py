"""The options of `validate`, and those that several commands have, as typer reads them."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Form(StrEnum):
    """The forms of the report: a test keeps them equal to REPORTERS, which completion must not import.

    `auto` is github or gitlab where these run the command, else text.
    """

    AUTO = "auto"
    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"
    HTML = "html"
    MARKDOWN = "markdown"
    SARIF = "sarif"
    JUNIT = "junit"
    GITHUB = "github"
    GITLAB = "gitlab"


class Level(StrEnum):
    """Severities."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Sureness(StrEnum):
    """Confidences."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"


class Color(StrEnum):
    """When to use colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


Paths = Annotated[
    list[Path], typer.Argument(help="Summaries, folders or patterns; - reads one from standard input.")
]
FormOption = Annotated[
    Form | None,
    typer.Option(
        "--format",
        "-f",
        help="The form of the report (default: text; auto: as the server that runs it reads it).",
    ),
]
Output = Annotated[
    list[str] | None,
    typer.Option(
        "--output",
        "-o",
        metavar="[FORMAT:]PATH",
        help="Write the report to a file, in the form of --format or of the file's ending; may be repeated.",
    ),
]
OverviewOption = Annotated[
    Path | None,
    typer.Option("--overview", help="Compare with this overview report, whatever the summary names."),
]
Guidance = Annotated[str | None, typer.Option("--guidance", help="Check against this guidance profile.")]
Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select", metavar="RULE", help="Only these rules: code, start of a code, name or category."
    ),
]
Ignore = Annotated[
    list[str] | None, typer.Option("--ignore", metavar="RULE", help="Not these rules; named as for --select.")
]
FailOn = Annotated[
    Level | None, typer.Option("--fail-on", help="The lowest severity that fails (default: error).")
]
MinConfidence = Annotated[
    Sureness | None, typer.Option("--min-confidence", help="Leave out findings that are less sure.")
]
ExitZero = Annotated[bool, typer.Option("--exit-zero", help="Exit 0 whatever is found.")]
BaselineOption = Annotated[
    Path | None, typer.Option("--baseline", help="Leave out the findings that this file knows.")
]
WriteBaseline = Annotated[
    Path | None,
    typer.Option("--write-baseline", help="Write the findings to this file as known, and exit 0."),
]
Config = Annotated[
    Path | None, typer.Option("--config", help="Use this configuration file instead of the nearest one.")
]
StdinName = Annotated[
    Path,
    typer.Option("--stdin-name", help="The name of the summary on standard input, for paths and settings."),
]
Reports = Annotated[
    bool,
    typer.Option(
        "--reports", help="The paths are overview reports: check the summaries here that name them."
    ),
]
OnlySummaries = Annotated[
    bool, typer.Option("--only-summaries", help="Pass over named YAML files that are no summaries.")
]
ForceExclude = Annotated[
    bool, typer.Option("--force-exclude", help="Leave out excluded files even when they are named.")
]
GitAware = Annotated[
    bool,
    typer.Option(
        "--git-aware", help="Say so when an overview report is not as git will commit it (on in pre-commit)."
    ),
]
Identities = Annotated[
    Path | None,
    typer.Option("--identities", help="A private list of names and details that must not be published."),
]
Semantic = Annotated[
    Path | None,
    typer.Option(
        "--semantic", metavar="DIR", help="Ask the language model in this folder for a second opinion (slow)."
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", min=1, help="Processes that share the work (default: one a processor)."),
]
Watch = Annotated[
    bool,
    typer.Option("--watch", help="Check again whenever a summary, its report or its settings are saved."),
]
ColorOption = Annotated[Color, typer.Option("--color", help="When to use colour.")]

OutputFile = Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file.")]
Force = Annotated[bool, typer.Option("--force", help="Write over a file that exists.")]
