"""`scr-check doctor`: what this installation can do, and whether this folder is set up."""

import platform
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scr_check import __version__
from scr_check.cli.terminal import look_of, write

if TYPE_CHECKING:
    from scr_check.installation import Ability
    from scr_check.reporters.look import Look


class State(StrEnum):
    """How a thing stands: as it should, left out and not needed for a check, or to be put right."""

    OK = "ok"
    ABSENT = "absent"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was looked at, and what to do about it."""

    state: State
    what: str
    advice: str = ""


def doctor(
    folder: Annotated[Path, typer.Argument(help="The folder with the summaries.")] = Path(),
) -> None:
    """Say what is installed, which files can be read, whether the settings are valid and the hook in place.

    Exits 0 when nothing is wrong, 1 when something has to be put right.
    """
    from scr_check.errors import UsageError

    if not folder.is_dir():
        raise UsageError(f"{folder} is not a folder: name the one that holds the summaries")
    parts: dict[str, Callable[[Path], Iterator[Line]]] = {
        f"scr-check {__version__}, Python {platform.python_version()}, {platform.system()}": _program,
        "Reads": _reads,
        "Writes": _writes,
        "Further parts": _extras,
        "Settings": _settings,
        "pre-commit": _hook,
        "Summaries": _summaries,
    }
    seen = {title: list(look(folder)) for title, look in parts.items()}
    write("\n".join(_page(seen, look_of(sys.stdout, "auto"))), sys.stdout)
    wrong = any(line.state is State.WRONG for lines in seen.values() for line in lines)
    raise typer.Exit(int(wrong))


def _page(seen: dict[str, list[Line]], look: "Look") -> Iterator[str]:
    from scr_check.reporters.paint import folded, paint

    levels = {State.OK: "faint", State.ABSENT: "warning", State.WRONG: "error"}
    for title, lines in seen.items():
        yield paint(title, "strong", look.color)
        for line in lines:
            start = f"  {line.state:<7} "
            told = f"{line.what}: {line.advice}" if line.advice else line.what
            first, *rest = folded(told, look.width, start, " " * len(start))
            yield first.replace(line.state, paint(line.state, levels[line.state], look.color), 1)
            yield from rest
    if any(line.state is State.WRONG for lines in seen.values() for line in lines):
        yield "Something has to be put right: see the lines that begin with `wrong`."
    else:
        yield "Nothing is wrong here."


def _program(_folder: Path) -> Iterator[Line]:
    from scr_check.errors import UsageError
    from scr_check.resources import resource_folder

    for name in ("templates", "schemas", "examples/rules"):
        try:
            resource_folder(name)
        except UsageError as error:
            yield Line(State.WRONG, str(error))
            return
    yield Line(State.OK, "complete, and needs no network")


def _reads(_folder: Path) -> Iterator[Line]:
    from scr_check.installation import READS

    return (_ability(one) for one in READS)


def _writes(_folder: Path) -> Iterator[Line]:
    from scr_check.installation import WRITES

    return (_ability(one) for one in WRITES)


def _extras(_folder: Path) -> Iterator[Line]:
    from scr_check.installation import EXTRAS

    return (_ability(one) for one in EXTRAS)


def _ability(one: "Ability") -> Line:
    if (fault := one.fault) is None:
        return Line(State.OK, one.name)
    return Line(State.ABSENT if one.extra else State.WRONG, f"{one.name} {fault}", one.remedy)


def _settings(folder: Path) -> Iterator[Line]:
    from scr_check.config import nearest_config, read_config
    from scr_check.errors import UsageError

    try:
        path = nearest_config(folder.absolute())
        if path is None:
            yield Line(State.OK, "none: every rule is applied, and errors fail")
            return
        settings = read_config(path)
    except UsageError as error:
        yield Line(State.WRONG, str(error))
        return
    yield Line(State.OK, f"{path} is valid")
    for key in ("baseline", "identities"):
        named: Path | None = getattr(settings, key)
        if named and not named.is_file():
            yield Line(State.WRONG, f"{key} names {named}, which is not there", "check the name")
    if settings.semantic:
        yield _model(settings.semantic)


def _model(folder: Path) -> Line:
    from scr_check.errors import UsageError

    try:
        from scr_check.entailment import entailment_in

        entailment_in(folder)
    except UsageError as error:
        return Line(State.WRONG, str(error))
    return Line(State.OK, f"the language model in {folder} loads")


def _hook(folder: Path) -> Iterator[Line]:
    from scr_check.git_state import hook_file, root_of

    root = root_of(folder)
    if root is None:
        yield Line(State.ABSENT, "this folder is not in a git repository", "nothing runs by itself here")
        return
    config = root / ".pre-commit-config.yaml"
    if not _names_hook(config):
        advice = "scr-check init writes it, or says what to add"
        yield Line(State.ABSENT, f"{config} does not name scr-check", advice)
        return
    yield Line(State.OK, f"{config} names scr-check")
    hook = hook_file(root)
    if hook and hook.is_file() and "pre-commit" in hook.read_text(encoding="utf-8", errors="replace"):
        yield Line(State.OK, "git calls pre-commit before each commit")
    else:
        yield Line(State.WRONG, "git does not call pre-commit", "run: pre-commit install")


def _names_hook(config: Path) -> bool:
    import re

    if not config.is_file():
        return False
    text = config.read_text(encoding="utf-8", errors="replace")
    return re.search(r"^\s*(?:-\s*)?id:\s*[\"']?scr-check", text, re.MULTILINE) is not None


def _summaries(folder: Path) -> Iterator[Line]:
    from scr_check.cli.paths import summaries_under

    found = list(summaries_under(folder))
    if not found:
        yield Line(
            State.ABSENT, "no summary below this folder", "scr-check scaffold -o summary.yaml writes one"
        )
    for path in found:
        yield _summary(path)


def _summary(path: Path) -> Line:
    from scr_check.documents.placeholder import is_filled
    from scr_check.errors import UnreadableDocument
    from scr_check.readers.summary import read_summary

    try:
        report = read_summary(path).summary.overview_report
    except UnreadableDocument as error:
        return Line(State.WRONG, str(error))
    if not report or not is_filled(report):
        return Line(
            State.ABSENT, f"{path} names no overview report", "write `overview_report:` and its file name"
        )
    beside = path.parent / report.strip()
    if not beside.is_file():
        return Line(State.WRONG, f"{path} names {beside}, which is not there", "check the name of the report")
    return Line(State.OK, f"{path} with {beside}")
