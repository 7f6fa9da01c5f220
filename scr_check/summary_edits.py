"""Changes single fields of an action in the text of a summary; every other sign of it stays as it is."""

import json
import re
from collections.abc import Mapping as Values
from dataclasses import dataclass
from itertools import takewhile

from scr_check.readers.yaml_nodes import Mapping, Node, Scalar, Sequence, compose

# The fields of an action in their usual order: a new one is written after the last of those before it.
_ORDER = (
    *("id", "recommendation", "scope", "action", "lead", "organisation", "milestones", "due", "outcome"),
    *("monitoring", "status", "completed_on", "progress"),
)
_PLAIN = re.compile(r"(?:\d{4}-\d\d-\d\d|[A-Za-z][A-Za-z0-9 .;()'’/-]*[A-Za-z0-9.)])$")
_MEANS_ELSE = frozenset({"yes", "no", "true", "false", "null", "on", "off", "y", "n"})


@dataclass(frozen=True, slots=True)
class _Edit:
    """What is to stand between two offsets of the text."""

    start: int
    end: int
    text: str


def with_fields(text: str, changes: Values[int, Values[str, str]]) -> str:
    """The text of a summary with new values for fields of its actions, named by their place (from 0).

    An empty value empties the field. Raises LookupError when the plan has no action in such a place.
    """
    actions = _actions(compose(text))
    edits = [edit for place, fields in changes.items() for edit in _edits(text, actions[place], fields)]
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def with_plan_date(text: str, day: str) -> str:
    """The text of a summary with another date of its action plan; a new one stands before all else of the plan."""
    plan = _value(compose(text), "action_plan")
    if not isinstance(plan, Mapping) or not plan.pairs:
        return text
    for key, value in plan.pairs:
        if key.value == "as_at":
            edit = _replaced(text, plan, key, value, day)
            return text[: edit.start] + edit.text + text[edit.end :]
    first = plan.pairs[0][0].start
    after = ", " if plan.flow else _line_end(text) + " " * _column(text, first)
    return f"{text[:first]}as_at: {day}{after}{text[first:]}"


def _actions(root: Node | None) -> list[Mapping]:
    plan = _value(root, "action_plan")
    actions = _value(plan, "actions")
    items = actions.items if isinstance(actions, Sequence) else []
    return [item for item in items if isinstance(item, Mapping)]


def _value(node: Node | None, name: str) -> Node | None:
    pairs = node.pairs if isinstance(node, Mapping) else []
    return next((value for key, value in pairs if key.value == name), None)


def _edits(text: str, action: Mapping, fields: Values[str, str]) -> list[_Edit]:
    """One edit for each field that is there, and one for all that are new after the same field."""
    there = {key.value: (key, value) for key, value in action.pairs}
    edits = [_replaced(text, action, *there[name], value) for name, value in fields.items() if name in there]
    new: dict[str, list[str]] = {}
    for name in sorted(fields, key=_ORDER.index):
        if name not in there and fields[name]:
            before = [one for one in takewhile(lambda one, name=name: one != name, _ORDER) if one in there]  # type: ignore[misc]
            new.setdefault(before[-1] if before else action.pairs[-1][0].value, []).append(name)
    for after, names in new.items():
        edits.append(_added(text, action, *there[after], {name: fields[name] for name in names}))
    return edits


def _replaced(text: str, action: Mapping, key: Scalar, node: Node, value: str) -> _Edit:
    if isinstance(node, Scalar) and node.is_empty:
        colon = text.index(":", key.end) + 1
        return _Edit(
            colon,
            colon if node.start == node.end else node.end,
            f" {_written(value, action, text)}" if value else "",
        )
    if isinstance(node, Scalar) and node.style in ("|", ">"):
        return _block(text, action, key, node, value)
    return _Edit(node.start, node.end, _written(value, action, text))


def _block(text: str, action: Mapping, key: Scalar, node: Scalar, value: str) -> _Edit:
    """A block keeps its head and its indentation; blank lines after it stay where they are."""
    head = text.index("\n", node.start)
    end = node.start + len(text[node.start : node.end].rstrip())
    if not value:
        return _Edit(node.start, end, "")
    first = next((line for line in text[head + 1 : end].split("\n") if line.strip()), "")
    indent = first[: len(first) - len(first.lstrip())] or " " * (_column(text, key.start) + 2)
    line_end = _line_end(text)
    sign = text[node.start : head].rstrip("\r").replace(">", "|", 1)
    lines = [f"{indent}{line}".rstrip() for line in value.split("\n")]
    return _Edit(node.start, max(end, head), line_end.join([sign, *lines]))


def _added(text: str, action: Mapping, key: Scalar, node: Node, fields: Values[str, str]) -> _Edit:
    """New fields after one that is there: on lines of their own, or beside it within curly brackets."""
    empty = isinstance(node, Scalar) and node.is_empty
    end = text.index(":", key.end) + 1 if empty else node.end
    if action.flow:
        told = "".join(f", {name}: {_written(value, action, text)}" for name, value in fields.items())
        return _Edit(end, end, told)
    end = key.start + len(text[key.start : end].rstrip())
    found = text.find("\n", end)
    at = len(text) if found < 0 else found + 1
    line_end, indent = _line_end(text), " " * _column(text, action.pairs[0][0].start)
    lines = "".join(
        f"{indent}{name}: {_written(value, action, text, indent)}{line_end}" for name, value in fields.items()
    )
    return _Edit(at, at, lines if found >= 0 else line_end + lines.removesuffix(line_end))


def _written(value: str, action: Mapping, text: str, indent: str = "") -> str:
    """A value as YAML: plain where nothing can be mistaken, several lines as a block, else in quotation marks."""
    if not value:
        return ""
    if _PLAIN.match(value) and value.lower() not in _MEANS_ELSE and "\n" not in value:
        return value
    if "\n" in value and not action.flow and indent:
        lines = [f"{indent}  {line}".rstrip() for line in value.split("\n")]
        return _line_end(text).join(["|", *lines])
    return json.dumps(value, ensure_ascii=False)


def _column(text: str, offset: int) -> int:
    return offset - (text.rfind("\n", 0, offset) + 1)


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"
