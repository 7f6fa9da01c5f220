"""The documents of a check: which they were, to the byte, and the protective marking that they state."""

import os
import re
from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from scr_check.documents.section import Section
from scr_check.finding import MARKINGS, DocumentSeen

if TYPE_CHECKING:
    from scr_check.documents.overview import Overview

_FRONT_LINES = 40  # a marking stands at the head of a document

_DESCRIPTOR = r"(?:[ ]?[-–:][ ]?[A-Z]{2,}(?:[ ][A-Z]{2,}){0,2})?"
_SPELLINGS = "|".join(one.replace("-", "[- :–]*") for one in MARKINGS)
_MARKING = re.compile(rf"^\W*(?:STRICTLY |PRIVATE AND )?({_SPELLINGS}){_DESCRIPTOR}\W*$")

_MARKED = re.compile(r"SECRET|CONF|RESTR|OFFIC|PROT")  # one look at a line that says nothing of the kind

_IN_HEAD = re.compile(rf"\b({_SPELLINGS})\b")


def summary_seen(path: Path, text: str, on_disk: bool) -> DocumentSeen:
    """The summary of this text, which lies at `path` or came another way under that name."""
    front = "\n".join(text.split("\n", _FRONT_LINES)[:_FRONT_LINES])
    lines = (line.strip().lstrip("#") for line in islice(front.splitlines(), _FRONT_LINES))
    marking = marking_in(line for line in lines if _MARKED.search(line))
    if on_disk:
        return DocumentSeen("summary", path.as_posix(), _hash_of(path), _changed_on(path), marking)
    return DocumentSeen("summary", path.as_posix(), sha256(text.encode()).hexdigest(), None, marking)


def report_seen(path: Path, overview: "Overview") -> DocumentSeen:
    """The overview report at `path`."""
    front = (one.text for one in overview.paragraphs if one.section is Section.FRONT)
    marking = _highest([marking_in(islice(front, _FRONT_LINES)), *map(_marking_on, overview.running_heads)])
    name = Path(os.path.normpath(path)).as_posix()
    return DocumentSeen("overview", name, _hash_of(path), _changed_on(path), marking)


def marking_in(lines: Iterable[str]) -> str | None:
    """The highest protective marking that is a line of its own; None when there is none.

    >>> marking_in(["Family Q", "OFFICIAL - SENSITIVE", "The police called it confidential."])
    'OFFICIAL-SENSITIVE'
    """
    return _highest(_spelled(match[1]) for line in lines if (match := _MARKING.match(line.strip())))


def _marking_on(head: str) -> str | None:
    """The highest marking that stands in capitals in a running head, whatever else does."""
    return _highest(_spelled(match[1]) for match in _IN_HEAD.finditer(head))


def _highest(found: Iterable[str | None]) -> str | None:
    return min(filter(None, found), key=MARKINGS.index, default=None)


def _spelled(marking: str) -> str:
    words = re.sub(r"[- :–]+", " ", marking)
    return next(one for one in MARKINGS if one.replace("-", " ") == words)


def _hash_of(path: Path) -> str:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _changed_on(path: Path) -> str | None:
    try:
        return date.fromtimestamp(path.stat().st_mtime).isoformat()
    except OSError:
        return None
