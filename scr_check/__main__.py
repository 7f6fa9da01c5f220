"""Starts the command."""

import gc
import os
import sys

RARELY = (
    200_000,
    50,
    100,
)  # hardly anything that a run builds is garbage before its end: do not look for it often


def main() -> None:
    """Run the command line and exit: 0 nothing found, 1 findings, 2 the command could not do its work."""
    if sys.argv[1:] == ["--version"]:  # answered without building the commands
        from scr_check import __version__

        print(f"scr-check {__version__}")
        return
    gc.set_threshold(*RARELY)
    # Else pydantic looks through every installed package for plugins of its own.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from scr_check.cli import run

    code = run()
    gc.freeze()  # else Python would look for garbage once more, in all that a long report left in memory
    sys.exit(code)


if __name__ == "__main__":
    main()
