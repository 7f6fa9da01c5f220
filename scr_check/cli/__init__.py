"""The command line: one module a command, wired together in `app`; nothing heavy is imported too early."""

from scr_check.cli.app import run

__all__ = ["run"]
