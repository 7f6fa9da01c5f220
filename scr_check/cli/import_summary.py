"""`scr-check import`: a summary from a word processor as `summary.yaml`."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scr_check.cli import options
from scr_check.cli.files import put, refuse_to_replace
from scr_check.cli.schema import schema_path
from scr_check.cli.terminal import say, write

if TYPE_CHECKING:
    from scr_check.readers.summary_document import ImportedSummary


def import_summary(
    path: Annotated[
        Path, typer.Argument(metavar="SUMMARY", help="The summary in Word (or OpenDocument, Markdown, text).")
    ],
    output: options.OutputFile = None,
    overview: Annotated[
        Path | None, typer.Option("--overview", help="The overview report, for the summary to name.")
    ] = None,
    guidance: Annotated[
        str, typer.Option("--guidance", help="The guidance profile that the summary is to meet.")
    ] = "wt2010",
    force: options.Force = False,
) -> None:
    """Read a summary from a word processor into summary.yaml, with a list of what a person should check.

    What belongs to no field is kept as comments at the top: nothing of the document is lost.
    """
    refuse_to_replace(output, force)
    from scr_check.guidance import load_profile
    from scr_check.readers.overview import blocks_at
    from scr_check.readers.summary_document import imported
    from scr_check.summary_yaml import summary_yaml

    headings = load_profile(guidance).headings
    found = imported(blocks_at(path), _seen_from(overview, output) if overview else None, headings)
    own = _seen_from(Path(guidance), output) if guidance.endswith(".toml") else guidance
    summary = found.summary.model_copy(update={"guidance": own})
    text = summary_yaml(summary, schema_path(output), _comments(path, found))
    if output is None:
        write(text, sys.stdout)
    else:
        put(output, text)
    _tell(path, output, found)


def _seen_from(report: Path, output: Path | None) -> str:
    try:
        return Path(os.path.relpath(report, output.parent if output else Path())).as_posix()
    except ValueError:  # on another drive
        return report.resolve().as_posix()


def _comments(path: Path, found: "ImportedSummary") -> Iterator[str]:
    yield f"Read from {path.name}. Check it against that document before you go on with it."
    for doubt in found.doubts:
        yield f"- {doubt}"
    if found.left_over:
        yield ""
        yield "These lines belong to no field, and nothing checks them: move them where they belong, or remove them."
    for left in found.left_over:
        yield ""
        yield f"Under “{left.heading}”:"
        yield from (f"  {line}" for line in left.lines)


def _tell(path: Path, output: Path | None, found: "ImportedSummary") -> None:
    from scr_check.reporters.words import plural

    plan = found.summary.action_plan
    actions = plural(len(plan.actions) if plan else 0, "action")
    held = f"{plural(len(found.summary.recommendations), 'recommendation')} and {actions}"
    say(f"{f'wrote {output}' if output else f'read {path}'} with {held}")
    for doubt in found.doubts:
        say(doubt)
    for left in found.left_over:
        lines = "1 line belongs" if len(left.lines) == 1 else f"{len(left.lines)} lines belong"
        say(f"under “{left.heading}”: {lines} to no field, kept as comments at the top")
