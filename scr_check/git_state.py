"""What git knows: whether a file is the one it will commit, where a repository is, and who it calls."""

import os
import subprocess
from datetime import date
from functools import cache
from pathlib import Path

from scr_check.errors import UsageError

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


def root_of(folder: Path) -> Path | None:
    """The git repository that `folder` is in, None when it is in none."""
    here = folder.absolute()
    return next((place for place in (here, *here.parents) if (place / ".git").exists()), None)


def hook_file(root: Path) -> Path | None:
    """Where git looks for what it calls before each commit; None without git."""
    answer = _answer(root, "rev-parse", "--git-path", "hooks/pre-commit")
    return root / answer if answer else None


def server_of(root: Path) -> str | None:
    """The address that the repository is shared under, None when it has none."""
    return _answer(root, "config", "--get", "remote.origin.url")


def _answer(root: Path, *question: str) -> str | None:
    try:
        asked = subprocess.run(["git", *question], cwd=root, capture_output=True, check=False)  # noqa: S603, S607
    except OSError:
        return None
    return asked.stdout.decode("utf-8", "replace").strip() or None


def day_of_revision(revision: str, folder: Path) -> date:
    """The day of a commit, as its committer's clock had it; raises UsageError when there is no such revision."""
    asked = ["show", "--no-patch", "--format=%cs", f"{revision}^{{commit}}", "--"]
    told = None if revision.startswith("-") else _git(asked, folder)
    if told is None:
        raise UsageError(
            f"--since {revision}: this is neither a date (2010-03-31) nor a revision that git knows of {folder}"
        )
    return date.fromisoformat(told.strip())


def text_in_revision(path: Path, revision: str) -> str | None:
    """The text that a file had in a revision; None when it was not there."""
    return _git(["show", f"{revision}:./{path.name}"], path.absolute().parent)


def _git(arguments: list[str], folder: Path) -> str | None:
    """What git prints, or None where it has nothing to say."""
    try:
        asked = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False)  # noqa: S603, S607
    except OSError:
        return None
    return None if asked.returncode else asked.stdout.decode("utf-8", "replace")
