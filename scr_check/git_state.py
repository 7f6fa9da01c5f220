"""Whether a file is the one that git will commit."""

import os
import subprocess
from functools import cache
from pathlib import Path

_SAID = {
    "??": "is not in git: a colleague who gets this commit cannot repeat the check",
    "!!": "is left out of git by an ignore rule: a colleague who gets this commit cannot repeat the check",
}


@cache
def unlike_the_commit(path: Path) -> str | None:
    """How a file differs from what git will commit, as a sentence without subject; None if it does not.

    Git's own index decides, so a change that is staged is part of the commit. None, too, without git.
    """
    # In a hook git names its index relative to the folder the hook runs in.
    folder = None if "GIT_INDEX_FILE" in os.environ else path.parent
    command = [
        "git",
        "status",
        "--porcelain",
        "--ignored",
        "--untracked-files=all",
        "--",
        str(path.absolute()),
    ]
    try:
        asked = subprocess.run(command, cwd=folder, capture_output=True, check=False)  # noqa: S603
    except OSError:
        return None
    if asked.returncode:
        return "is outside the git repository: a colleague who gets this commit cannot repeat the check"
    state = asked.stdout.decode("utf-8", "replace")[:2]
    if state in _SAID:
        return _SAID[state]
    if state[1:] in ("M", "D", "T", "U"):
        return "has changes that are not staged: the check does not see what the commit will hold"
    return None
