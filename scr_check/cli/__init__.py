"""The command line: one module a command, wired together here; nothing heavy is imported before it is needed."""

from scr_check.cli.app import run

__all__ = ["run"]
