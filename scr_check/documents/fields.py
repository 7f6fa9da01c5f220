"""The fields of a summary as they are explained to whoever writes one, from the schema that editors use."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from scr_check.resources import resource_folder

ITEM = "-"  # the step into an entry of a list, where its position does not matter
Kind = Literal["text", "texts", "fields", "entries"]


@dataclass(frozen=True, slots=True)
class FieldNote:
    """A field: what it is for, examples of it, and the only words it takes, where these are few.

    `holds` is `text`, `texts`, `fields` or `entries` (a list whose entries have fields of their own).
    """

    name: str
    description: str
    holds: Kind
    examples: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


def fields_under(steps: Sequence[str]) -> dict[str, FieldNote]:
    """The fields that the part at `steps` can have, in the order of the format; none where it has none.

    >>> list(fields_under(["action_plan", "actions", ITEM]))[:3]
    ['id', 'recommendation', 'action']
    >>> fields_under(["action_plan", "actions"])
    {}
    """
    part: dict[str, Any] = _schema()
    for step in steps:
        if step == ITEM or step.isdecimal():
            part = _meant(part.get("items", {}))
        else:
            part = _meant(part.get("properties", {}).get(step, {}))
    return {name: _note(name, field) for name, field in part.get("properties", {}).items()}


def field_at(steps: Sequence[str]) -> FieldNote | None:
    """The field that `steps` lead to, or into whose list they lead.

    >>> field_at(["recommendations", "3", "set"]).words[:2]
    ('overview', 'board')
    """
    names = list(steps)
    while names and (names[-1] == ITEM or names[-1].isdecimal()):
        names.pop()
    return fields_under(names[:-1]).get(names[-1]) if names else None


@cache
def _schema() -> dict[str, Any]:
    path = resource_folder("schemas") / "scr-summary-1.json"
    schema: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return schema


def _meant(part: dict[str, Any]) -> dict[str, Any]:
    """A part of the schema, or the definition that it refers to."""
    reference = part.get("$ref") or next(
        (one["$ref"] for one in part.get("allOf", []) if "$ref" in one), None
    )
    definition: dict[str, Any] = _schema()["definitions"][reference.rpartition("/")[2]] if reference else part
    return definition


def _note(name: str, field: dict[str, Any]) -> FieldNote:
    words = field.get("enum", [field["const"]] if "const" in field else [])
    examples = tuple(one for one in field.get("examples", []) if isinstance(one, str))
    return FieldNote(
        name, field.get("description", ""), _holds(field), examples, tuple(word for word in words if word)
    )


def _holds(field: dict[str, Any]) -> Kind:
    if "items" in field:
        return "entries" if "$ref" in field["items"] else "texts"
    return "fields" if "allOf" in field or "additionalProperties" in field else "text"
