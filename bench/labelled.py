"""Labelled cases: a faithful summary, its report, and summaries that differ from it by one edit each."""

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from scr_check.documents.summary import Summary

OWN = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Variant:
    """One edit: `faithful` says whether the summary still says what the report says; `expect` is where it does not."""

    id: str
    kind: str
    faithful: bool
    expect: str
    summary: dict[str, Any]


@dataclass(frozen=True)
class LabelledCase:
    """A case folder: the report, the faithful summary and its variants."""

    name: str
    report: Path
    summary: dict[str, Any]
    variants: tuple[Variant, ...]


def cases_in(folders: list[Path], report: str = "overview.md") -> list[LabelledCase]:
    """Every case below the folders that has the named report."""
    found = sorted(path.parent for folder in folders for path in folder.rglob("variants.yaml"))
    return [read_case(folder, folder / report) for folder in found if (folder / report).exists()]


def read_case(folder: Path, report: Path) -> LabelledCase:
    """One case; edits that do not apply are an error of the case."""
    safe = YAML(typ="safe", pure=True)
    summary = _as_text(safe.load((folder / "summary.yaml").read_text(encoding="utf-8")))
    entries = safe.load((folder / "variants.yaml").read_text(encoding="utf-8"))
    variants = tuple(
        Variant(
            entry["id"],
            entry["kind"],
            entry["faithful"],
            entry.get("expect", ""),
            _edited(summary, entry["ops"]),
        )
        for entry in entries
    )
    return LabelledCase(folder.name, report, summary, variants)


def _as_text(value: Any) -> Any:
    """Dates and numbers as the text an author would write."""
    if isinstance(value, dict):
        return {str(key): _as_text(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_as_text(item) for item in value]
    return None if value is None else str(value)


def _edited(summary: dict[str, Any], edits: list[dict[str, Any]]) -> dict[str, Any]:
    edited = copy.deepcopy(summary)
    for edit in edits:
        *steps, last = (
            step.replace("~1", "/").replace("~0", "~") for step in edit["pointer"].strip("/").split("/")
        )
        parent: Any = edited
        for step in steps:
            parent = parent[int(step)] if isinstance(parent, list) else parent[step]
        _apply(parent, last, edit["op"], _as_text(edit.get("value")))
    return edited


def _apply(parent: Any, last: str, operation: str, value: Any) -> None:
    if not isinstance(parent, list):
        if operation == "remove":
            del parent[last]
        else:
            parent[last] = value
    elif last == "-":
        parent.append(value)
    elif operation == "remove":
        del parent[int(last)]
    elif operation == "add":
        parent.insert(int(last), value)
    else:
        parent[int(last)] = value


def summary_of(data: dict[str, Any]) -> Summary:
    """A case's summary as the comparison takes it: a single value where a list may stand is a list of one."""
    data = copy.deepcopy(data)
    plan = data.get("action_plan") or {}
    for part, field in (
        (plan.get("actions", []), "recommendation"),
        (data.get("recommendations", []), "addressed_to"),
        (data.get("key_issues", []), "overview"),
    ):
        for entry in part:
            if isinstance(entry.get(field), str):
                entry[field] = [entry[field]]
    return Summary.model_validate(data)


def related(pointer: str, expect: str) -> bool:
    """Whether a finding at `pointer` speaks of the place `expect`: at it, inside it, or at the list it is missing from."""
    if pointer == expect or pointer.startswith(expect + "/"):
        return True
    parent = expect.rpartition("/")[0] if expect.rpartition("/")[2].isdigit() else expect
    return pointer == parent or (expect.startswith(pointer + "/") and pointer.count("/") >= 2)


def located(pointer: str, expect: str) -> bool:
    """Whether a finding points at the place itself, inside it, or at the entry that holds it."""
    inside = expect.startswith(pointer + "/") and pointer.count("/") >= 2
    return pointer == expect or pointer.startswith(expect + "/") or inside


def sentences(summary: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Every prose field of a summary with its pointer."""
    process = summary.get("review_process", {})
    for field in ("circumstances", "delay_reason", "parallel_processes", "family_involvement", "diversity"):
        value = process.get(field)
        for i, text in enumerate(value if isinstance(value, list) else [value] if value else []):
            yield f"/review_process/{field}/{i}", text
    for part in ("summary_of_events", "key_issues"):
        for i, entry in enumerate(summary.get(part, [])):
            yield f"/{part}/{i}/text", entry.get("text") or ""
    for i, lesson in enumerate(summary.get("lessons", [])):
        yield f"/lessons/{i}", lesson
    yield "/conclusion", summary.get("conclusion") or ""
