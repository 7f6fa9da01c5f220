"""`scr-check init`: a repository for summaries, with settings, hook, editor, checks on the server, and a draft."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from scr_check import __version__
from scr_check.cli.files import put
from scr_check.cli.schema import SCHEMA, schema_text
from scr_check.cli.terminal import say, write
from scr_check.errors import UsageError

_ADDRESS = "https://ADDRESS-OF-SCR-CHECK"  # stands where only the user knows what to write


class Server(StrEnum):
    """Who runs the checks when somebody pushes: `auto` tells it from the repository's address."""

    AUTO = "auto"
    GITHUB = "github"
    GITLAB = "gitlab"
    BOTH = "both"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Piece:
    """A file of the repository, and what it is for."""

    path: str
    content: str
    purpose: str


def init(
    folder: Annotated[
        Path, typer.Argument(help="The folder to set up: the root of a git repository.")
    ] = Path(),
    report: Annotated[
        Path | None, typer.Option("--from", help="Draft the first summary from this overview report.")
    ] = None,
    guidance: Annotated[
        str, typer.Option("--guidance", help="The guidance profile for every summary here.")
    ] = "wt2010",
    server: Annotated[
        Server, typer.Option("--ci", help="For which server to write a job that checks every change.")
    ] = Server.AUTO,
    source: Annotated[
        str | None,
        typer.Option("--source", metavar="ADDRESS", help="The git address that scr-check is installed from."),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Write over settings that exist; a summary never is.")
    ] = False,
) -> None:
    """Set up a repository: settings, pre-commit hook, editor, a job for the server, and a first summary.

    What exists is kept, and what would belong in it is printed for you to add.
    """
    from scr_check.guidance import load_profile

    _must_be_root(folder)
    load_profile(guidance, folder)
    _set_up(folder, list(_pieces(folder, guidance, server, source)), force)
    _draft(folder, report, guidance)
    _tell_next(folder, server, source)


def _must_be_root(folder: Path) -> None:
    from scr_check.git_state import root_of

    if not folder.is_dir():
        raise UsageError(f"{folder} is not a folder: make it first")
    root = root_of(folder)
    if root and root.resolve() != folder.resolve():
        raise UsageError(f"{folder} lies inside the git repository {root}: run scr-check init {root}")


def _pieces(folder: Path, guidance: str, server: Server, source: str | None) -> Iterator[Piece]:
    from scr_check.templating import filled

    def made(template: str) -> str:
        return filled(
            f"repository/{template}.jinja",
            guidance=guidance,
            source=source,
            address=_ADDRESS,
            schema=SCHEMA,
            version=__version__,
        )

    yield Piece("scr-check.toml", made("scr-check.toml"), "the settings")
    yield Piece(".pre-commit-config.yaml", made("pre-commit-config.yaml"), "the hook")
    yield Piece(f"schemas/{SCHEMA}", schema_text(), "what editors explain each field with")
    yield Piece(".vscode/settings.json", made("vscode-settings.json"), "the settings of Visual Studio Code")
    servers = _servers(folder) if server is Server.AUTO else {server}
    if servers & {Server.GITHUB, Server.BOTH}:
        yield Piece(".github/workflows/scr-check.yml", made("github.yml"), "the job for GitHub")
    if servers & {Server.GITLAB, Server.BOTH}:
        yield Piece(".gitlab-ci.yml", made("gitlab-ci.yml"), "the job for GitLab")


def _servers(folder: Path) -> set[Server]:
    from scr_check.git_state import server_of

    address = (server_of(folder) or "").lower()
    named = {server for server in (Server.GITHUB, Server.GITLAB) if server in address}
    return named or {Server.BOTH}


def _set_up(folder: Path, pieces: list[Piece], force: bool) -> None:
    for piece in pieces:
        path = folder / piece.path
        if not path.exists() or force:
            _make_folder(path.parent)
            put(path, piece.content)
            say(f"wrote {path}: {piece.purpose}")
        elif path.read_bytes() == piece.content.encode():
            say(f"{path} is there already: {piece.purpose}")
        elif path.suffix == ".json" and path.parent.name == "schemas":
            say(f"kept {path}, which is of another version: --force renews it")
        else:
            say(
                f"kept {path}, which exists; for {piece.purpose} add what is printed, or write over it with --force"
            )
            write(f"# {path}\n{piece.content}", sys.stdout)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise UsageError(f"{folder} cannot be made ({reason})") from None


def _draft(folder: Path, report: Path | None, guidance: str) -> None:
    """A first summary, beside its report where that lies in the repository; none where there is one."""
    from scr_check.cli.paths import summaries_under
    from scr_check.cli.scaffold import scaffold

    inside = report is not None and report.resolve().is_relative_to(folder.resolve())
    path = (report.parent if report and inside else folder) / "summary.yaml"
    if path.exists():
        say(f"kept {path}: a summary is never written over")
    elif report is None and (found := next(summaries_under(folder), None)):
        say(f"no draft is needed: {found} is there")
    else:
        scaffold(path, report, guidance=guidance)


def _tell_next(folder: Path, server: Server, source: str | None) -> None:
    from scr_check.git_state import root_of

    if server is not Server.NONE and source is None:
        say(f"in the job for the server, put the git address of scr-check in place of {_ADDRESS}")
    begin = "" if root_of(folder) else "git init, "
    say(
        f"then run: {begin}pre-commit install (from pip install pre-commit); scr-check doctor says what is missing"
    )
