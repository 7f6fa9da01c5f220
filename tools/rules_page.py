"""Writes docs/rules.md, the page of all rules, from the rules, the profile and the example files."""

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from scr_check.cli.catalogue import Entry, entries
from scr_check.resources import resource_folder

PAGE = Path(__file__).parents[1] / "docs" / "rules.md"
_OPENING = """# The rules

Made by `python tools/rules_page.py` from the rules themselves, the profile `wt2010` and the files in
`examples/rules/`. `scr-check explain CODE` shows the same of one rule. Codes that begin with 1 (REC103)
compare with the overview report and are passed over, with a word, where there is none; codes that begin with
2 look at the summary alone; those that begin with 3 follow the action plan up after publication, and are applied
by `scr-check progress`.

A pass means "no mismatch found", not "certified accurate".
"""
_TITLES = {
    "file": "Files",
    "structure": "Parts of the summary",
    "review-process": "The review process",
    "events": "The summary of events",
    "key-issues": "Key issues, lessons and conclusion",
    "recommendations": "Recommendations",
    "action-plan": "The action plan",
    "faithfulness": "Faithfulness to the overview report",
    "anonymity": "Anonymity",
    "style": "Style",
}
_PARTS = {"overview": "The overview report says:", "fail": "Found:", "pass": "Not found:"}


def page() -> str:
    """The whole page as Markdown."""
    order = list(_TITLES)
    listed = sorted(entries(), key=lambda entry: (order.index(entry.category), entry.code))
    lines = [_OPENING]
    for category, members in groupby(listed, key=lambda entry: entry.category):
        family = list(members)
        lines += [f"## {_TITLES[category]}\n", *_table(family), ""]
        for entry in family:
            lines += _section(entry)
    return "\n".join(lines).rstrip() + "\n"


def _table(family: list[Entry]) -> Iterator[str]:
    yield "| Rule | Level | What is required |"
    yield "|---|---|---|"
    for entry in family:
        anchor = f"{entry.code}-{entry.name}".lower()
        yield f"| [{entry.code}](#{anchor}) | {entry.severity} | {entry.requirement} |"


def _section(entry: Entry) -> Iterator[str]:
    yield f"### {entry.code} {entry.name}\n"
    yield f"**{entry.requirement}** {' '.join(entry.reason.split())}\n"
    if entry.basis:
        yield f"Level: {entry.severity}. Required by: {entry.basis.source} ({entry.basis.standing}).\n"
    path = resource_folder("examples/rules") / f"{entry.code}.yaml"
    if path.is_file():
        for part, text in _parts(path.read_text(encoding="utf-8")):
            yield f"{_PARTS[part]}\n\n```yaml\n{text}\n```\n"


def _parts(example: str) -> Iterator[tuple[str, str]]:
    """The parts of an example in the order of reading, as they are written in its file."""
    written = dict(re.findall(r"^(\w+):[ \t]*\n((?:(?:[ \t].*)?\n)+)", example + "\n", re.MULTILINE))
    for part in _PARTS:
        if part in written:
            lines = written[part].rstrip().splitlines()
            yield part, "\n".join(line.removeprefix("  ") for line in lines)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
