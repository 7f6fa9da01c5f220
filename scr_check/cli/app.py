"""The application: its commands, and what becomes of everything that goes wrong in them."""

import os
import sys
from collections.abc import Callable
from importlib import import_module
from types import TracebackType
from typing import Annotated

import typer
from typer.main import get_command

from scr_check import __version__
from scr_check.cli.sparing import SparingCommand, SparingGroup
from scr_check.cli.terminal import say
from scr_check.errors import ScrCheckError
from scr_check.own_fault import DEBUG, told

# Each command's module, whose function has the module's name, in the order of --help; one that is not asked
# for is not imported.
COMMANDS = {
    "validate": "scr_check.cli.validate",
    "explain": "scr_check.cli.explain",
    "rules": "scr_check.cli.rules",
    "extract": "scr_check.cli.extract",
    "scaffold": "scr_check.cli.scaffold",
    "import": "scr_check.cli.import_summary",
    "review": "scr_check.cli.review",
    "render": "scr_check.cli.render",
    "progress": "scr_check.cli.progress",
    "import-progress": "scr_check.cli.import_progress",
    "learn": "scr_check.cli.learn",
    "init": "scr_check.cli.init",
    "doctor": "scr_check.cli.doctor",
    "lsp": "scr_check.cli.lsp",
}


def _print_version(asked: bool) -> None:
    if asked:
        print(f"scr-check {__version__}")
        raise typer.Exit


def _options(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    pass


def application(arguments: list[str]) -> typer.Typer:
    """The application with the command that `arguments` begin with, or with all of them."""
    app = typer.Typer(
        name="scr-check",
        help="Checks executive summaries of Serious Case Reviews against reports and guidance.",
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        cls=SparingGroup,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_options)
    for name in arguments[:1] if arguments and arguments[0] in COMMANDS else COMMANDS:
        app.command(name, cls=SparingCommand)(_command(COMMANDS[name]))
    return app


def _command(module: str) -> Callable[..., None]:
    function: Callable[..., None] = getattr(import_module(module), module.rpartition(".")[2])
    return function


def run(arguments: list[str] | None = None) -> int:
    """Run the command that the arguments name (those of the process when None); the exit code."""
    sys.excepthook = _own_fault
    if "_SCR_CHECK_COMPLETE" in os.environ:
        # typer takes markup out of help texts with rich, where it is found: ours have none.
        sys.modules["rich"] = None  # type: ignore[assignment]
    given = sys.argv[1:] if arguments is None else arguments
    try:
        # Not `app()`, which would put typer's own hook for faults in place of ours.
        get_command(application(given))(args=given, prog_name="scr-check")
    except SystemExit as end:
        return _flushed(end.code if isinstance(end.code, int) else int(end.code is not None))
    except ScrCheckError as error:
        say(str(error))
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return _pipe_closed()
    return _flushed(0)


def _flushed(code: int) -> int:
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        return _pipe_closed()
    return code


def _pipe_closed() -> int:
    """Whoever read our output has gone (`| head`): end without a word, as a command ended by SIGPIPE does."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 141


def _own_fault(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Tell of a fault of the program in one sentence: a traceback could show what the documents say."""
    if os.environ.get(DEBUG):
        sys.__excepthook__(kind, error, trace)
        raise SystemExit(2)
    say(f"a fault in scr-check itself, not in your documents ({told(error)}): please report it")
    raise SystemExit(2)
