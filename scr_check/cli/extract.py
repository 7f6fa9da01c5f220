"""`scr-check extract`: what was read from an overview report, for a person to check and correct."""

from pathlib import Path
from typing import Annotated

import typer

from scr_check.cli import options
from scr_check.cli.files import give, refuse_to_replace
from scr_check.cli.terminal import say


def extract(
    overview: Annotated[Path, typer.Argument(help="The overview report.")],
    output: options.OutputFile = None,
    force: options.Force = False,
) -> None:
    """Print what was read from an overview report as YAML, to check, correct and point the summary at.

    What a person should check first is said on standard error.
    """
    from scr_check.readers.overview import read_overview
    from scr_check.readers.overview_yaml import overview_yaml

    refuse_to_replace(output, force)
    read = read_overview(overview)
    text = overview_yaml(read)
    for doubt in read.doubts:
        say(f"please check: {doubt}")
    actions = len(read.action_plan.actions) if read.action_plan else 0
    say(
        f"{overview}: read {len(read.paragraphs)} paragraphs, {len(read.recommendations)} recommendations, "
        f"{actions} actions"
    )
    give(text, output)
