"""Reads a board's private list of names and details that must not be published."""

from functools import cache
from pathlib import Path

from scr_check.documents.identities import secrets_from_lines
from scr_check.documents.overview import Identity
from scr_check.errors import UnreadableDocument, UsageError
from scr_check.readers.source import decode, read_bytes


@cache
def read_identities(path: Path) -> tuple[Identity, ...]:
    """The entries of the list at `path`; raises UsageError when it cannot be read."""
    try:
        return tuple(secrets_from_lines(decode(read_bytes(path), str(path))))
    except UnreadableDocument as error:
        raise UsageError(f"--identities: {error}") from None
