"""The terminal: what goes to it, in which colour and width, and what it cannot show."""

import os
import shutil
import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from scr_check.reporters.look import Look

# What consoles without Unicode show instead of signs that they lack.
_SIGNS = {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "•": "*", "→": "->"}
_ASCII = str.maketrans(_SIGNS | {"\u00a0": " ", "£": "GBP "})


def say(sentence: str) -> None:
    """Tell the user something that is not a finding."""
    write(f"scr-check: {sentence}", sys.stderr)


def write(text: str, stream: TextIO) -> None:
    """Write a text as well as the stream's encoding can show it."""
    encoding = stream.encoding or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        text = text.translate(_ASCII).encode(encoding, errors="replace").decode(encoding)
    stream.write(text if text.endswith("\n") else f"{text}\n")


def look_of(stream: TextIO, color: str) -> "Look":
    """How a report may look on `stream`; `color` (auto, always, never) wins over the environment."""
    from scr_check.reporters.look import Look

    tty = stream.isatty()
    return Look(color=_colored(tty, color), width=shutil.get_terminal_size().columns if tty else None)


def _colored(tty: bool, color: str) -> bool:
    if color != "auto":
        return color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return os.environ["FORCE_COLOR"] != "0"
    return tty and os.environ.get("TERM") != "dumb"
