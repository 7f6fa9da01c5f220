"""Files that a command writes: none is written over unless the user says so."""

import sys
from pathlib import Path

from scr_check.cli.terminal import say, write
from scr_check.errors import UsageError


def refuse_to_replace(path: Path | None, force: bool) -> None:
    """Raise UsageError when there is a file at `path` already, and `force` is not given."""
    if path is not None and path.exists() and not force:
        raise UsageError(f"{path} exists: choose another name, or write over it with --force")


def put(path: Path, content: str | bytes) -> None:
    """Write the file at `path`; raises UsageError when that cannot be done."""
    try:
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise UsageError(f"{path} cannot be written ({reason})") from None


def give(content: str | bytes, output: Path | None, told: str = "") -> None:
    """Write to the file that the user named and say so (`told` is added), else to standard output."""
    if output is None:
        write(str(content), sys.stdout)
    else:
        put(output, content)
        say(f"wrote {output}{told}")
