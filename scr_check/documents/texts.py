"""Every text of a summary, with the pointer that leads to it."""

from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel

from scr_check.documents.place import Pointer

ROOT = Pointer("")


def texts_of(part: object, at: Pointer = ROOT) -> Iterator[tuple[Pointer, str]]:
    """Pointer and text of every text below `part`, in the order of the format; blanks are left out."""
    if isinstance(part, str):
        if part and not part.isspace():
            yield at, part
    elif isinstance(part, list):
        for index, item in enumerate(part):
            yield from texts_of(item, at / index)
    elif isinstance(part, dict):
        for key, value in part.items():
            yield at / key, key
            yield from texts_of(value, at / key)
    elif isinstance(part, BaseModel):
        for name, step in _steps(type(part)):
            value = getattr(part, name)
            if value:
                yield from texts_of(value, at / step)


@cache
def _steps(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The fields of a model and the names they have in a file."""
    return tuple((name, field.alias or name) for name, field in model.model_fields.items())
