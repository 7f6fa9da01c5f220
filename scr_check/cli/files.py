"""Files that a command writes: none is written over unless the user says so."""

from pathlib import Path

from scr_check.errors import UsageError


def refuse_to_replace(path: Path, force: bool) -> None:
    """Raise UsageError when there is a file at `path` already, and `force` is not given."""
    if path.exists() and not force:
        raise UsageError(f"{path} exists: choose another name, or write over it with --force")


def put(path: Path, content: str | bytes) -> None:
    """Write the file at `path`; raises UsageError when that cannot be done."""
    try:
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise UsageError(f"{path} cannot be written ({reason})") from None
