"""The shape that a document's model asks for, read off its fields once."""

import types
from collections.abc import Mapping
from dataclasses import field
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin

from scr_check.documents.part import Part
from scr_check.documents.value import Value, value

if TYPE_CHECKING:
    from pydantic import BaseModel


@value
class Text(Value):
    """Prose, or anything else that is one value; `many`: a list of such values is as good."""

    many: bool = False


@value
class Choice(Value):
    """One of a few words."""

    words: tuple[str, ...]


@value
class TextList(Value):
    """A list of texts; one text alone is a list of one."""


@value
class Names(Value):
    """Names of the author's own choosing, each with a list of texts."""


@value
class Record(Value):
    """Named fields."""

    title: str
    fields: Mapping[str, "Shape"] = field(default_factory=dict)


@value
class Records(Value):
    """A list of records."""

    each: Record


Shape = Text | Choice | TextList | Names | Record | Records


@cache
def shape_of(model: "type[BaseModel] | type[Part]") -> Record:
    """The record that `model` describes, under the names that authors write."""
    told = model.__pydantic_config__ if issubclass(model, Part) else model.model_config
    title = str(told.get("title") or f"a {model.__name__}")
    kinds = {info.alias or name: info.annotation for name, info in model.model_fields.items()}
    return Record(title[0].lower() + title[1:], {name: _shape(kind) for name, kind in kinds.items()})


def _shape(annotation: Any) -> Shape:
    options = [option for option in _options(annotation) if option is not types.NoneType]
    if len(options) == 2:
        return Text(many=True)
    kind, arguments = get_origin(options[0]), get_args(options[0])
    if kind is Literal:
        return Choice(arguments)
    if kind is dict:
        return Names()
    if kind is list:
        return TextList() if arguments[0] is str else Records(shape_of(arguments[0]))
    return shape_of(options[0]) if hasattr(options[0], "model_validate") else Text()


def _options(annotation: Any) -> tuple[Any, ...]:
    if get_origin(annotation) in (Union, types.UnionType):
        return get_args(annotation)
    return (annotation,)
