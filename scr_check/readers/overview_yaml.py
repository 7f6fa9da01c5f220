"""Overview reports as YAML, `scr-overview/1`: what a person reads, corrects and points a summary at."""

import json
import re
import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from scr_check.documents.overview import Overview, Section
from scr_check.documents.part import Part
from scr_check.documents.place import Pointer
from scr_check.errors import UnreadableDocument
from scr_check.readers.plain import text_of
from scr_check.readers.shape import Names, Record, Records, Text, shape_of
from scr_check.readers.shaped import ShapedReading
from scr_check.readers.sniff import shown
from scr_check.readers.source import Source
from scr_check.readers.structure.titles import section_of, title_words
from scr_check.readers.yaml_nodes import BrokenYaml, compose
from scr_check.readers.yaml_nodes import Mapping as Fields

FORMAT = "scr-overview/1"

_WIDTH = 100
_INDENT = 2
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 ,.()'&/;-]*")
_RESERVED = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})
_QUOTED = frozenset({"id", "ref"})  # 4.10 must not become 4.1 in other tools' hands
_ONLY_IN_SUMMARIES = ("scope", "milestones")  # fields of an action that a report's plan may have been given


def read_yaml(path: Path) -> Overview:
    """The overview report in a YAML file; where a paragraph has no `section`, its heading tells it.

    Raises UnreadableDocument with the line of what is wrong.
    """
    name = shown(path)
    source = Source(text_of(path, path.suffix.lower()))
    try:
        root = compose(source.text)
    except BrokenYaml as error:
        raise UnreadableDocument(f"{name}, line {source.line_of(error.offset)}, {error}.") from None
    if not isinstance(root, Fields) or not _is_overview(root, name):
        raise UnreadableDocument(
            f"{name} is not an overview report: its first line should be `format: {FORMAT}`."
        )
    data = _data(root, source, name)
    try:
        return Overview.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(step) for step in first["loc"])
        raise UnreadableDocument(f"{name} cannot be read at {where}: {first['msg'].lower()}.") from None


def _is_overview(root: Fields, name: str) -> bool:
    told = next((getattr(value, "value", "") for key, value in root.pairs if key.value == "format"), "")
    if str(told).startswith("scr-summary/"):
        raise UnreadableDocument(
            f"{name} is an executive summary: name the overview report it was made from."
        )
    return told == FORMAT


def _data(root: Fields, source: Source, name: str) -> dict[str, Any]:
    reading = ShapedReading(source, _SHAPE)
    data = reading.record(root, _SHAPE, Pointer(""))
    if reading.faults:
        fault = reading.faults[0]
        help_ = f" ({fault.help})" if fault.help else ""
        raise UnreadableDocument(f"{name}, line {fault.place.line}: {fault.message}{help_}.")
    data["glossary"] = {short: " ".join(meaning) for short, meaning in data.get("glossary", {}).items()}
    for paragraph in data.get("paragraphs", []):
        if "section" not in paragraph and (kind := section_of(title_words(paragraph.get("heading") or ""))):
            paragraph["section"] = kind[0]
    for action in (data.get("action_plan") or {}).get("actions", []):
        for field in _ONLY_IN_SUMMARIES:
            action.pop(field, None)
    return data


def _shape() -> Record:
    """The fields of the format, with the two that an action may have been given for the summary."""
    shape = shape_of(Overview)
    fields = dict(shape.fields)
    plan = fields["action_plan"]
    if isinstance(plan, Record) and isinstance(actions := plan.fields["actions"], Records):
        extra = {name: Text(many=True) for name in _ONLY_IN_SUMMARIES}
        each = Record(actions.each.title, {**actions.each.fields, **extra})
        fields["action_plan"] = Record(plan.title, {**plan.fields, "actions": Records(each)})
    fields["glossary"] = Names()
    return Record("an overview report", fields)


_SHAPE = _shape()


def overview_yaml(overview: Overview) -> str:
    """The report as YAML, what a person should check first; `read_yaml` gives it back equal."""
    lines = [f"format: {FORMAT}"]
    written = _written(overview)
    if doubts := written.pop("doubts", None):
        lines.append(
            "# Please check these first, the most important at the top; delete a line once it is checked."
        )
        lines.extend(_fields({"doubts": doubts}, 0))
    lines.extend(_fields(written, 0))
    return "\n".join(lines) + "\n"


def _written(part: Part) -> dict[str, Any]:
    """The fields that hold something other than what silence means."""
    fields = type(part).model_fields
    return {
        name: value
        for name in fields
        if name != "format"
        and (value := getattr(part, name)) not in (None, [], {})
        and not _goes_without_saying(name, value, part)
    }


def _goes_without_saying(name: str, value: object, part: Part) -> bool:
    if name == "section":  # said wherever the heading alone would tell another kind
        heading = getattr(part, "heading", None)
        told = section_of(title_words(heading)) if heading else None
        return value == (told[0] if told else Section.ANALYSIS)
    return name in ("form", "set") and value == type(part).model_fields[name].default


def _fields(fields: Mapping[str, Any], depth: int) -> Iterator[str]:
    pad = " " * depth
    for name, value in fields.items():
        key = _inline(name)
        if isinstance(value, Part):
            yield f"{pad}{key}:"
            yield from _fields(_written(value), depth + _INDENT)
        elif isinstance(value, dict):
            yield f"{pad}{key}:"
            yield from _fields(value, depth + _INDENT)
        elif isinstance(value, list):
            yield f"{pad}{key}:"
            yield from _list(value, depth + _INDENT)
        else:
            yield from _scalar(f"{pad}{key}:", value, depth, name in _QUOTED)


def _list(items: list[Any], depth: int) -> Iterator[str]:
    pad = " " * depth
    for item in items:
        if not isinstance(item, Part):
            yield from _scalar(f"{pad}-", item, depth, quoted=False)
            continue
        lines = list(_fields(_written(item), depth + _INDENT)) or [f"{pad}  {{}}"]
        yield f"{pad}- {lines[0].lstrip()}"
        yield from lines[1:]


def _scalar(lead: str, value: object, depth: int, quoted: bool) -> Iterator[str]:
    text = str(value)
    whole = f"{lead} {_inline(text, quoted)}"
    if isinstance(value, int):
        yield f"{lead} {value}"
    elif len(whole) <= _WIDTH or not _folds(text):
        yield whole
    else:
        yield f"{lead} >-"
        pad = " " * (depth + _INDENT)
        width = max(_WIDTH - len(pad), 40)
        for line in textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False):
            yield pad + line


def _folds(text: str) -> bool:
    """Whether folded lines give the text back: single spaces only, and nothing that must be escaped."""
    return text.isprintable() and text == " ".join(text.split())


def _inline(text: str, quoted: bool = False) -> str:
    plain = _PLAIN.fullmatch(text) and text.strip() == text and text.lower() not in _RESERVED
    return text if plain and not quoted else json.dumps(text, ensure_ascii=False)
