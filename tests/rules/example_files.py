"""The rules' example files, and how one is turned into a summary and a report on disk.

An example holds fragments: what it says replaces that part of the complete pair in `base/`; paragraphs of a report
replace those of the same number and are added otherwise. `also` holds more pairs; `profile` changes the guidance.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from scr_check.checker import Input, check
from scr_check.config import Settings
from scr_check.readers.summary import read_summary
from scr_check.rule import Position

EXAMPLES = Path(__file__).parents[2] / "examples" / "rules"
BASE = Path(__file__).parent / "base"
yaml = YAML(typ="safe", pure=True)


@dataclass(frozen=True)
class Example:
    """One summary of an example file: `findings` are those it must have, none for a `pass`."""

    rule: str
    kind: str
    content: dict[str, Any]
    findings: list[dict[str, str]]

    @property
    def name(self) -> str:
        return f"{self.rule}-{self.kind}"


def examples() -> Iterator[Example]:
    for path in sorted(EXAMPLES.glob("*.yaml")):
        whole = yaml.load(path.read_text(encoding="utf-8"))
        pairs = [whole, *({**whole, "pass": None, "fail": None, **more} for more in whole.get("also", []))]
        for number, pair in enumerate(pairs):
            for kind in ("pass", "fail"):
                if pair.get(kind) is not None:
                    findings = pair["findings"] if kind == "fail" else []
                    yield Example(
                        path.stem, kind + str(number or ""), {**pair, "summary": pair[kind]}, findings
                    )


def waiting() -> dict[str, str]:
    """The example files that wait for something, and what for."""
    loaded = {path.stem: yaml.load(path.read_text(encoding="utf-8")) for path in EXAMPLES.glob("*.yaml")}
    return {code: content["waits_for"] for code, content in loaded.items() if "waits_for" in content}


def found(example: Example, folder: Path) -> list[dict[str, str]]:
    """What the example's rule finds: the files are written to the folder and checked as a user's would be."""
    write(example, folder)
    private = folder / "private.txt" if "identities" in example.content else None
    settings = Settings(select=(example.rule,), identities=private)
    report = check([Input(folder / "summary.yaml", settings, position=_position(example))])
    return [
        {
            "pointer": str(finding.pointer),
            "severity": finding.severity.value,
            "message": finding.message,
            "help": finding.help,
            "quote": finding.quote,
        }
        for finding in report.findings()
        if finding.rule == example.rule
    ]


def _position(example: Example) -> Position | None:
    """The day for which the plan is followed up, and the plan as it was before, where an example has them."""
    if "as_at" not in example.content:
        return None
    as_at = date.fromisoformat(str(example.content["as_at"]))
    if "earlier" not in example.content:
        return Position(as_at)
    earlier = "format: scr-summary/1\n" + json.dumps(example.content["earlier"])[1:-1]
    return Position(as_at, read_summary(Path("earlier.yaml"), earlier).summary, "an earlier version")


def write(example: Example, folder: Path) -> None:
    summary = merged(
        yaml.load((BASE / "summary.yaml").read_text(encoding="utf-8")), example.content["summary"]
    )
    overview = yaml.load((BASE / "overview.yaml").read_text(encoding="utf-8"))
    extra = dict(example.content.get("overview") or {})
    own = extra.pop("paragraphs", [])
    refs = {paragraph["ref"] for paragraph in own}
    overview["paragraphs"] = [one for one in overview["paragraphs"] if one["ref"] not in refs] + own
    if "identities" in example.content:
        (folder / "private.txt").write_text(example.content["identities"], encoding="utf-8")
    if "profile" in example.content:
        summary["guidance"] = "own.toml"
        (folder / "own.toml").write_text(_toml(example.content["profile"]), encoding="utf-8")
    for name, content in (("summary", summary), ("overview", merged(overview, extra))):
        with (folder / f"{name}.yaml").open("w", encoding="utf-8") as file:
            yaml.dump(content, file)


def merged(base: Any, over: Any) -> Any:
    """The base with the fragment laid over it: fields merged, lists and texts replaced, empty fields gone."""
    if isinstance(base, dict) and isinstance(over, dict):
        whole = base | {key: merged(base.get(key), value) for key, value in over.items()}
        return {key: value for key, value in whole.items() if value is not None}
    return over


def _toml(profile: dict[str, Any]) -> str:
    lines = ['extends = "wt2010"', 'name = "own"', 'title = "A board\'s own profile"']
    lines += [f"wanted = {profile['wanted']}"] if "wanted" in profile else []
    lines += ["[limits]", *(f"{name} = {value}" for name, value in profile.get("limits", {}).items())]
    for name, entry in profile.get("expected", {}).items():
        lines += [f"[expected.{name}]", *(f"{key} = {json.dumps(value)}" for key, value in entry.items())]
    return "\n".join(lines) + "\n"
