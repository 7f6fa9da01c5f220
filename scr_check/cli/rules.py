"""`scr-check rules`: what is checked, how severe it is, and who asks for it."""

import json
import sys
from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from scr_check.cli.terminal import look_of, write

if TYPE_CHECKING:
    from scr_check.cli.catalogue import Entry
    from scr_check.reporters.look import Look


class RulesForm(StrEnum):
    """The forms of the list."""

    TEXT = "text"
    JSON = "json"


def rules(
    form: Annotated[RulesForm, typer.Option("--format", "-f", help="The form of the list.")] = RulesForm.TEXT,
    guidance: Annotated[str, typer.Option(help="As this guidance profile has them.")] = "wt2010",
    category: Annotated[str | None, typer.Option(help="Only the rules of this category.")] = None,
) -> None:
    """List the rules: code, severity, name, and what each requires."""
    from scr_check.cli.catalogue import entries
    from scr_check.errors import UsageError

    listed = entries(guidance)
    categories = sorted({entry.category for entry in listed})
    if category and category not in categories:
        raise UsageError(f"there is no category {category}: the categories are {', '.join(categories)}")
    listed = tuple(entry for entry in listed if category in (None, entry.category))
    if form is RulesForm.JSON:
        write(json.dumps([asdict(entry) for entry in listed], indent=1), sys.stdout)
    else:
        write("\n".join(_table(listed, look_of(sys.stdout, "auto"))), sys.stdout)


def _table(listed: "tuple[Entry, ...]", look: "Look") -> list[str]:
    """One rule a line when piped; on a terminal the requirement is folded under its own column."""
    from scr_check.reporters.paint import folded, paint

    width = max((len(entry.name) for entry in listed), default=0)
    lines = []
    for entry in listed:
        start = f"{entry.code:<6}  {entry.severity:<8} {entry.name:<{width}}  "
        first, *rest = folded(entry.requirement, look.width, start, " " * len(start))
        level = entry.severity if entry.severity != "off" else "faint"
        painted = paint(entry.severity, level, look.color)
        lines += [first.replace(entry.severity, painted, 1), *rest]
    return lines
