"""Reads one PDF in a process of its own, which may run out of memory or time without harm: `child PATH`.

Writes lines of JSON: ["pages", N] first, ["page", K] for each page read, then ["blocks", [...], ...] or, at
any time, ["refused", REASON, ...].
"""

import contextlib
import json
import sys
from dataclasses import astuple

from scr_check.readers.pdf import MOST_PAGES
from scr_check.readers.pdf.composing import blocks_of
from scr_check.readers.pdf.leaves import leaf_of
from scr_check.readers.pdf.margins import without_running_lines
from scr_check.readers.pdf.page import Leaf, Line
from scr_check.readers.pdf.pdfium import Damaged, PdfFile
from scr_check.readers.running_heads import running_heads

MEMORY = 480 * 1024 * 1024  # bytes
_LEAST_LETTERS = 50  # of a page on average; a scan has fewer
_LEAST_READABLE = 0.5  # share of letters and digits in the text; fonts without a code table give noise


def main(path: str) -> None:
    """Read the PDF at `path` and write what was found."""
    _limit()
    try:
        file = PdfFile(path)
    except Damaged as damaged:
        return _say("refused", "protected" if damaged.protected else "damaged")
    if not 0 < file.length <= MOST_PAGES:
        return _say("refused", "long" if file.length else "damaged", file.length)
    title = file.title
    _say("pages", file.length)
    leaves: list[Leaf] = []
    damaged_pages = 0
    for number, (page, comments) in enumerate(file.pages(), start=1):
        if page is None:
            damaged_pages += 1
        else:
            leaves.append(leaf_of(page, comments))
        _say("page", number)
    if refusal := _refusal(leaves, file.length, damaged_pages):
        return _say("refused", refusal, file.length)
    comments = sum(leaf.comments for leaf in leaves)
    heads = running_heads(without_running_lines(leaves))
    blocks = [astuple(block) for block in blocks_of(leaves)]
    return _say("blocks", blocks, title, damaged_pages, comments, heads)


def _refusal(leaves: list[Leaf], length: int, damaged_pages: int) -> str | None:
    """Why the text is of no use, None when it is."""
    if 2 * damaged_pages > length:
        return "damaged"
    letters = readable = 0
    for leaf in leaves:
        for item in leaf.items:
            texts = [item.text] if isinstance(item, Line) else item.texts
            for text in texts:
                shown = "".join(text.split())
                letters += len(shown)
                readable += sum(char.isalnum() for char in shown)
    if letters < _LEAST_LETTERS * length:
        return "scan"
    return "noise" if readable < _LEAST_READABLE * letters else None


def _say(*words: object) -> None:
    sys.stdout.buffer.write(json.dumps(words).encode("ascii") + b"\n")
    sys.stdout.buffer.flush()


def _limit() -> None:
    """Hold this process to its memory; let it write no file, not even an image of its memory on a crash."""
    try:
        import resource
    except ImportError:  # Windows, where only the time is limited
        return
    for limit, value in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):  # a smaller limit is in force already
            resource.setrlimit(limit, (value, value))


if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except MemoryError:
        _say("refused", "stopped")
