"""A summary as YAML that people go on writing: prose in blocks, ids in quotation marks, comments at the top."""

import json
import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from scr_check.documents.summary import Summary
from scr_check.render import prose, scalar

_WIDTH = 112  # columns
_LONGEST_LINE = 80  # characters of a text that stands on one line
_QUOTED = frozenset({"id"})
_FLOWING = frozenset({"addressed_to", "overview"})  # lists of short texts
_APART = frozenset(
    {
        "review_process",
        "summary_of_events",
        "key_issues",
        "lessons",
        "conclusion",
        "recommendations",
        "action_plan",
    }
)


def summary_yaml(summary: Summary, schema: str, comments: Iterable[str] = ()) -> str:
    """The summary as YAML, what it lacks left out; `comments` stand over it, `schema` is for editors."""
    lines = [f"# yaml-language-server: $schema={schema}"]
    for comment in comments:
        lines += _comment(comment)
    lines.append("")
    data = summary.model_dump(by_alias=True, exclude_none=True)
    for key, value in data.items():
        if value or value == 0:
            lines += [""] if key in _APART else []
            lines += _field(key, value, 0)
    return "\n".join(lines) + "\n"


def _comment(text: str) -> list[str]:
    """A line of a comment, wrapped; an empty one stays a lonely sign."""
    printable = "".join(letter if letter.isprintable() else " " for letter in text)
    return textwrap.wrap(printable, _WIDTH, initial_indent="# ", subsequent_indent="#   ") or ["#"]


def _field(key: str, value: Any, indent: int) -> Iterator[str]:
    """The lines of a field, the first set in by `indent` spaces."""
    head = f"{' ' * indent}{_key(key)}:"
    if (key, value) == ("set", "overview"):  # as it is when nothing is written
        return
    if key == "recommendation" and len(value) == 1:
        (value,) = value
    if isinstance(value, str):
        yield from _text(head, key, value, indent)
    elif isinstance(value, Mapping):
        yield head
        for name, held in value.items():
            if held not in (None, [], {}):
                yield from _field(name, held, indent + 2)
    elif key in _FLOWING or (
        value and indent and all(_is_short(one) for one in value) and key == "recommendation"
    ):
        yield f"{head} [{', '.join(json.dumps(_line(one), ensure_ascii=False) for one in value)}]"
    else:
        yield head
        for one in value:
            yield from _entry(one, indent + 2)


def _entry(value: Any, indent: int) -> Iterator[str]:
    if isinstance(value, str):
        yield from _text(" " * indent + "-", "", value, indent)
        return
    lines = [
        line
        for key, held in value.items()
        if held not in (None, [], {})
        for line in _field(key, held, indent + 2)
    ]
    if not lines:
        yield f"{' ' * indent}- {{}}"
        return
    yield f"{' ' * indent}- {lines[0].lstrip()}"
    yield from lines[1:]


def _text(head: str, key: str, value: str, indent: int) -> Iterator[str]:
    if _is_short(value):
        yield f"{head} {json.dumps(_line(value), ensure_ascii=False) if key in _QUOTED else scalar(value)}"
        return
    inner = " " * (indent + 2)
    yield f"{head} |"
    for number, paragraph in enumerate(re.split(r"\n\s*\n", value.strip())):
        if number:
            yield ""
        for line in paragraph.splitlines():
            if line.strip():
                yield inner + prose(line, indent + 2)


def _is_short(value: object) -> bool:
    return (
        isinstance(value, str)
        and len(value) <= _LONGEST_LINE
        and "\n" not in value.strip()
        and bool(value.strip())
    )


def _line(text: str) -> str:
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def _key(key: str) -> str:
    return key if re.fullmatch(r"[a-z_]+", key) else json.dumps(key, ensure_ascii=False)
