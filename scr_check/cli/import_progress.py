"""`scr-check import-progress`: what was entered in the tracker, written back into the summaries."""

from pathlib import Path
from typing import Annotated

import typer

from scr_check.cli.files import put
from scr_check.cli.progress import plan_date
from scr_check.cli.terminal import say


def import_progress(
    path: Annotated[Path, typer.Argument(metavar="TRACKER", help="The tracker, an Excel workbook (.xlsx).")],
    as_at: Annotated[
        str | None,
        typer.Option("--as-at", metavar="DATE", help="The day whose position the changed plans now show."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would change.")] = False,
) -> None:
    """Write status, dates and progress from a tracker back into the summaries; nothing else of them changes.

    Run it in the folder in which the tracker was made. What was changed both in the tracker and in the summary
    is left alone and told, and the command then exits 1.
    """
    from scr_check.tracker.reading import read_tracker
    from scr_check.tracker.taking import taken_over

    day = plan_date(as_at).isoformat() if as_at else ""
    taken = list(taken_over(*read_tracker(path), day))  # nothing is written before everything has been read
    for one in taken:
        if one.changed and not dry_run:
            put(one.path, one.content)
        fields = "1 field" if one.changed == 1 else f"{one.changed} fields"
        say(f"{one.path}: {fields} {'would change' if dry_run else 'changed'}")
        for conflict in one.conflicts:
            say(f"{one.path}: not taken over, since the summary was changed too: {conflict}")
    if not taken:
        say("nothing has changed in the tracker")
    if any(one.conflicts for one in taken):
        raise typer.Exit(1)
