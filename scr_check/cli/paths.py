"""Which summaries the arguments mean: files, folders and patterns."""

import os
from collections.abc import Iterator, Sequence
from glob import glob, has_magic
from pathlib import Path

from scr_check.documents.value import Value, value
from scr_check.errors import UnreadableDocument, UsageError
from scr_check.readers.summary import looks_like_summary, read_text

_PASSED_OVER = {"node_modules", "__pycache__", "venv", "site-packages"}


@value
class Wanted(Value):
    """A file to check, and whether the user named it (else it was found in a folder or by a pattern)."""

    path: Path
    named: bool


def wanted_files(arguments: Sequence[Path]) -> list[Wanted]:
    """The files that the arguments mean, each once; raises UsageError for one that means nothing."""
    found: dict[Path, Wanted] = {}
    for argument in arguments:
        for wanted in _meant(argument):
            found.setdefault(wanted.path, wanted)
    return list(found.values())


def summaries_under(folder: Path) -> Iterator[Path]:
    """The summaries in a folder and the folders inside it, sorted."""
    for path in _yaml_files(folder):
        if is_summary(path):
            yield path


def is_summary(path: Path) -> bool:
    """Whether a YAML file is meant to be a summary; one that cannot be read is not known to be."""
    try:
        return looks_like_summary(read_text(path))
    except UnreadableDocument:
        return False


def _meant(argument: Path) -> Iterator[Wanted]:
    if argument.is_dir():
        inside = list(summaries_under(argument))
        if not inside:
            raise UsageError(
                f"{argument} holds no summary: none of its YAML files has `format: scr-summary/1`"
            )
        yield from (Wanted(path, named=False) for path in inside)
    elif has_magic(str(argument)) and not argument.exists():
        matches = sorted(map(Path, glob(str(argument), recursive=True)))  # noqa: PTH207  (takes absolute ones)
        if not matches:
            raise UsageError(f"{argument} matches no file: check the pattern and the folder")
        for match in matches:
            yield from _matched(match)
    else:
        yield Wanted(argument, named=True)


def _matched(match: Path) -> Iterator[Wanted]:
    if match.is_dir():
        yield from (Wanted(path, named=False) for path in summaries_under(match))
    elif is_summary(match) or match.suffix not in (".yaml", ".yml"):
        yield Wanted(match, named=False)


def _yaml_files(folder: Path) -> Iterator[Path]:
    for where, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _PASSED_OVER)
        for name in sorted(files):
            if name.endswith((".yaml", ".yml")):
                yield Path(where) / name
