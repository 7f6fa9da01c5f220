"""Every text of a summary, with the pointer that leads to it."""

from collections.abc import Iterator

from scr_check.documents.part import Part
from scr_check.documents.place import Pointer

ROOT = Pointer("")


def texts_of(part: object, at: Pointer = ROOT) -> Iterator[tuple[Pointer, str]]:
    """Pointer and text of every text below `part`, in the order of the format; blanks are left out."""
    found: list[tuple[Pointer, str]] = []
    _collect(part, at, found)
    return iter(found)


def _collect(part: object, at: Pointer, found: list[tuple[Pointer, str]]) -> None:
    if isinstance(part, str):
        if part and not part.isspace():
            found.append((at, part))
    elif isinstance(part, Part):
        for name, step in part.names:
            value = getattr(part, name)
            if value:
                _collect(value, at / step, found)
    elif isinstance(part, list):
        for index, item in enumerate(part):
            _collect(item, at / index, found)
    elif isinstance(part, dict):
        for key, value in part.items():
            found.append((at / key, key))
            _collect(value, at / key, found)
