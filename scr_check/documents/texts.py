"""Every text of a summary, with the pointer that leads to it."""

from collections.abc import Iterator

from pydantic import BaseModel

from scr_check.documents.place import Pointer

ROOT = Pointer("")


def texts_of(part: object, at: Pointer = ROOT) -> Iterator[tuple[Pointer, str]]:
    """Pointer and text of every text below `part`, in the order of the format; numbers and blanks are left out."""
    if isinstance(part, str):
        if part.strip():
            yield at, part
    elif isinstance(part, list):
        for index, item in enumerate(part):
            yield from texts_of(item, at / index)
    elif isinstance(part, BaseModel):
        for name, field in type(part).model_fields.items():
            yield from texts_of(getattr(part, name), at / (field.alias or name))
