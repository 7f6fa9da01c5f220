"""`scr-check explain`: what a rule requires, why it matters, who asks for it, and an example."""

import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING, Annotated

import typer

from scr_check.cli.terminal import look_of, write

if TYPE_CHECKING:
    from scr_check.cli.catalogue import Entry
    from scr_check.reporters.look import Look


def explain(
    rule: Annotated[str, typer.Argument(help="The rule's code or name, as a finding shows it.")],
    guidance: Annotated[str, typer.Option(help="As this guidance profile has it.")] = "wt2010",
) -> None:
    """Explain a rule: what it requires, why, who asks for it, and an example of right and wrong."""
    from scr_check.cli.catalogue import entry_for

    entry = entry_for(rule, guidance)
    write("\n".join(_page(entry, look_of(sys.stdout, "auto"))), sys.stdout)


def _page(entry: "Entry", look: "Look") -> Iterator[str]:
    from scr_check.reporters.paint import folded, paint
    from scr_check.reporters.words import basis_line

    yield paint(f"{entry.code}: {entry.name}", "strong", look.color)
    yield ""
    yield from folded(entry.requirement, look.width)
    yield ""
    for paragraph in entry.reason.split("\n\n"):
        yield from folded(paragraph, look.width)
        yield ""
    if entry.basis:
        yield from folded(basis_line(entry.basis), look.width)
    yield f"severity: {entry.severity}; category: {entry.category}"
    if entry.needs_overview:
        yield from folded("It compares with the overview report, and is not applied without one.", look.width)
    if entry.needs_position:
        yield "It follows the plan up after publication: scr-check progress applies it."
    yield from _example(entry.code)


def _example(code: str) -> Iterator[str]:
    parts = _parts_for(code)
    for key, title in (("overview", "The overview report says:"), ("fail", "Found:"), ("pass", "Not found:")):
        if key in parts:
            yield ""
            yield title
            yield from (f"    {line}".rstrip() for line in parts[key].splitlines())


def _parts_for(code: str) -> dict[str, str]:
    """The parts of a rule's example: from its file, or from the rule itself where reading finds it out."""
    from scr_check.file_rules import FILE_RULES
    from scr_check.resources import resource_folder

    own = next((rule for rule in FILE_RULES if rule.code == code and rule.wrong), None)
    if own:
        return {"fail": own.wrong, "pass": own.right}
    path = resource_folder("examples/rules") / f"{code}.yaml"
    return _parts(path) if path.is_file() else {}


def _parts(path: Path) -> dict[str, str]:
    """The parts of an example as they are written in its file."""
    from scr_check.readers.source import decode, read_bytes
    from scr_check.readers.yaml_nodes import Mapping, compose

    text = decode(read_bytes(path), path.name)
    root = compose(text)
    if not isinstance(root, Mapping):
        return {}
    return {key.value: _as_written(text, value.start, value.end) for key, value in root.pairs}


def _as_written(text: str, start: int, end: int) -> str:
    first = text.rfind("\n", 0, start) + 1
    lead = text[first:start]
    own_line = lead if not lead.strip() else ""
    body = own_line + text[start:end].rstrip()
    return dedent(body.partition("\n")[2] if body.startswith("|") else body)
