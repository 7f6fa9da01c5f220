"""JSON Schemas, made from the models: `python -m scr_check.documents.schema` rewrites them."""

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from scr_check.documents.findings import Findings
from scr_check.documents.learning import LearningAcross
from scr_check.documents.overview import Overview
from scr_check.documents.progress import Progress
from scr_check.documents.summary import Summary
from scr_check.documents.written import WrittenPart

MODELS: dict[str, type] = {
    "scr-summary-1.json": Summary,
    "scr-overview-1.json": Overview,
    "scr-findings-1.json": Findings,
    "scr-progress-1.json": Progress,
    "scr-learning-1.json": LearningAcross,
}

# An author writes 1.10, no and 2010-04-28 without quotation marks; YAML takes them for something else.
_AS_WRITTEN = ["string", "number", "boolean", "null"]


def schema_text(name: str) -> str:
    """The schema of this file name, as it stands in `schemas/`."""
    model = MODELS[name]
    schema = TypeAdapter(model).json_schema(by_alias=True)
    by_hand = not issubclass(model, WrittenPart)
    simplified = _simplified(schema, by_hand)
    head = {"$schema": "http://json-schema.org/draft-07/schema#"}
    return json.dumps(head | _draft_07(simplified), indent=2, ensure_ascii=False) + "\n"


def _draft_07(schema: dict[str, Any]) -> dict[str, Any]:
    """Draft 7, which every editor reads, calls `$defs` `definitions`."""
    text = json.dumps(schema).replace('"#/$defs/', '"#/definitions/')
    content: dict[str, Any] = json.loads(text)
    return {("definitions" if key == "$defs" else key): value for key, value in content.items()}


def _simplified(part: Any, by_hand: bool) -> Any:
    """`part` without what trips an author up: alternatives, machine titles, defaults that say nothing."""
    if isinstance(part, list):
        return [_simplified(one, by_hand) for one in part]
    if not isinstance(part, dict):
        return part
    schema = {key: _simplified(value, by_hand) for key, value in part.items()}
    schema = _without_alternatives(schema, by_hand)
    if schema.get("default", "") in (None, [], {}):
        del schema["default"]
    if isinstance(schema.get("properties"), dict):
        schema["properties"] = {name: _titled(name, field) for name, field in schema["properties"].items()}
    return _as_authors_write(schema) if by_hand else schema


def _without_alternatives(schema: dict[str, Any], by_hand: bool) -> dict[str, Any]:
    options = schema.get("anyOf")
    if not isinstance(options, list):
        return schema
    rest = {key: value for key, value in schema.items() if key != "anyOf"}
    given = [option for option in options if option.get("type") != "null"]
    if any("$ref" in option for option in given):
        return rest | ({"allOf": given} if by_hand else {"anyOf": options})
    merged: dict[str, Any] = {}
    for option in given:
        merged |= option
    if "enum" in merged:
        merged["enum"] = [*merged["enum"], None]
    kinds = [kind for option in given for kind in _kinds(option)]
    return rest | merged | {"type": [*dict.fromkeys([*kinds, "null"])]}


def _titled(name: str, field: dict[str, Any]) -> dict[str, Any]:
    """The field under its name in words; draft 7 hears nothing that stands beside a `$ref`."""
    rest = {key: value for key, value in field.items() if key != "$ref"}
    led = {"allOf": [{"$ref": field["$ref"]}]} if "$ref" in field else {}
    return rest | led | {"title": name.replace("_", " ").capitalize()}


def _kinds(option: dict[str, Any]) -> list[str]:
    kind = option.get("type", [])
    return [kind] if isinstance(kind, str) else list(kind)


def _as_authors_write(schema: dict[str, Any]) -> dict[str, Any]:
    """One text is as good as a list of one, an empty field as none, and a date need not be quoted."""
    kinds = _kinds(schema)
    if "enum" in schema or "const" in schema:
        return schema
    if "string" in kinds and "array" not in kinds:
        return schema | {"type": _AS_WRITTEN}
    if "array" in kinds:
        texts = _kinds(schema.get("items", {})) == _AS_WRITTEN
        return schema | {"type": ["array", *_AS_WRITTEN] if texts else ["array", "null"]}
    if kinds == ["object"]:
        return schema | {"type": ["object", "null"]}
    return schema


def write_schemas(folder: Path) -> None:
    """Write every schema into `folder`."""
    for name in MODELS:
        (folder / name).write_text(schema_text(name), encoding="utf-8")


if __name__ == "__main__":
    write_schemas(Path(__file__).parents[2] / "schemas")
