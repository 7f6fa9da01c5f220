"""`validate --watch`: checks again whenever a summary, its report or its settings are saved."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from time import sleep
from typing import NoReturn

from scr_check.cli.checks import Checks, Done
from scr_check.cli.outputs import Outputs
from scr_check.cli.terminal import say
from scr_check.config import nearest_config
from scr_check.errors import ScrCheckError
from scr_check.git_state import unlike_the_commit
from scr_check.readers.identities import read_identities
from scr_check.reports_read import ReportsRead, State, state_of

# Looking at the state of a few files costs nothing, needs no library, and works on the network drives and
# synchronised folders that boards keep their files on, where systems do not tell programs of changes.
_PAUSE = 0.1  # seconds
_SETTLED = 0.05  # seconds without a further change
_CLEAR = "\x1b[2J\x1b[3J\x1b[H"


def watch(checks: Checks, outputs: Outputs, color: str) -> NoReturn:
    """Check now and after every change of a file that the last check looked at, until Ctrl-C ends it."""
    # One process: others would remember nothing from one check to the next.
    checks = replace(checks, jobs=1, read=ReportsRead(remember=True))
    watched = {path for path in checks.paths if path.is_file()}
    while True:
        before = _states(watched)  # before the check, so that what is saved while it runs is checked at once
        unlike_the_commit.cache_clear()
        read_identities.cache_clear()
        if sys.stdout.isatty():
            sys.stdout.write(_CLEAR)
        try:
            done = checks.run()
            watched |= set(_files(done))
            before = _states(watched) | before
            done.give(outputs, color)
        except ScrCheckError as error:
            say(str(error))
        sys.stdout.flush()
        say(f"watching {len(watched)} file{'' if len(watched) == 1 else 's'}; Ctrl-C ends")
        _wait_for_change(before)


def _states(paths: Iterable[Path]) -> dict[Path, State]:
    return {path: state_of(path) for path in paths}


def _wait_for_change(before: dict[Path, State]) -> None:
    while (now := _states(before)) == before:
        sleep(_PAUSE)
    settled = False
    while not settled:  # an editor empties a file before it writes it
        sleep(_SETTLED)
        earlier, now = now, _states(before)
        settled = now == earlier


def _files(done: Done) -> Iterator[Path]:
    """The summaries, the reports they are compared with, and what their settings come from and name."""
    for one, file in zip(done.inputs, done.report.files, strict=True):
        yield one.path
        if one.settings.overview:
            yield one.settings.overview
        elif file.overview_report:
            yield one.path.parent / file.overview_report.strip()
        yield from (path for path in (one.settings.identities, one.settings.baseline) if path)
        if config := nearest_config(one.path.absolute().parent):
            yield config
