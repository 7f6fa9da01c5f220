"""The commands shown in the pages, and what they print: `$ scr-check ...` in blocks marked console."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = (
    ROOT / "README.md",
    *sorted((ROOT / "docs").glob("*.md")),
    *sorted((ROOT / "examples").rglob("*.md")),
)
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_CUT = "...\n"


@dataclass(frozen=True, slots=True)
class Shown:
    """A command and the output shown under it, which may be cut short by a last line `...`."""

    command: str
    output: str

    def holds(self, printed: str) -> bool:
        """Whether the command prints what is shown."""
        if self.output.endswith(_CUT):
            return printed.startswith(self.output.removesuffix(_CUT))
        return printed == self.output

    def renewed(self, printed: str) -> str:
        """What to show instead: cut short after as many lines as before."""
        if not self.output.endswith(_CUT):
            return printed
        return "".join(printed.splitlines(keepends=True)[: self.output.count("\n") - 1]) + _CUT


def shown_in(block: str) -> Iterator[Shown]:
    """The commands of a block in order."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        yield Shown(command, output)


def blocks_in(page: str) -> list[str]:
    """What stands in the console blocks of a page."""
    return _BLOCK.findall(page)


def printed_by(command: str, folder: Path) -> str:
    """What a command prints, standard error included, when it is run in `folder`."""
    scripts = Path(sys.executable).parent
    plain = {"NO_COLOR": "1", "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}"}
    environment = {key: value for key, value in os.environ.items() if key != "FORCE_COLOR"} | plain
    ran = subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return ran.stdout


def prepare(folder: Path) -> None:
    """Give the commands of a page the examples to work on, far from the working copy."""
    shutil.copytree(ROOT / "examples", folder / "examples")


def renewed(page: str, folder: Path) -> str:
    """The page with what its commands print now."""

    def block(match: re.Match[str]) -> str:
        parts = [
            f"$ {shown.command}\n{shown.renewed(printed_by(shown.command, folder))}"
            for shown in shown_in(match[1])
        ]
        return f"```console\n{''.join(parts)}```"

    return _BLOCK.sub(block, page)
