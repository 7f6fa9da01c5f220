"""`scr-check extract`: what was read from an overview report, for a person to check and correct."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from scr_check.cli.terminal import say, write
from scr_check.errors import UsageError


def extract(
    overview: Annotated[Path, typer.Argument(help="The overview report.")],
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that exists.")] = False,
) -> None:
    """Print what was read from an overview report as YAML, to check, correct and point the summary at.

    What a person should check first is said on standard error.
    """
    from scr_check.readers.overview import read_overview
    from scr_check.readers.overview_yaml import overview_yaml

    if output and output.exists() and not force:
        raise UsageError(f"{output} exists: choose another name, or write over it with --force")
    read = read_overview(overview)
    text = overview_yaml(read)
    for doubt in read.doubts:
        say(f"please check: {doubt}")
    actions = len(read.action_plan.actions) if read.action_plan else 0
    say(
        f"{overview}: read {len(read.paragraphs)} paragraphs, {len(read.recommendations)} recommendations, "
        f"{actions} actions"
    )
    if output is None:
        write(text, sys.stdout)
        return
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(
            f"{output} cannot be written ({(error.strerror or 'unknown reason').lower()})"
        ) from None
