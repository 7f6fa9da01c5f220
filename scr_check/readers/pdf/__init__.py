"""PDF files as blocks: read in a process of their own with limits, since hostile ones crash their reader."""

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from scr_check.errors import UnreadableDocument
from scr_check.readers.blocks import Block, Document
from scr_check.readers.editing import Editing
from scr_check.readers.sniff import refuse_if_not, shown

STALLED = 4.0
"""Seconds after which a reading that has not come to its next page is given up."""

COMPOSED = 0.02
"""Seconds more, for each page, that may go by while the pages read are put together."""

MOST_PAGES = 1_000
"""Pages of the longest PDF that is read: five times the longest report known."""

LONGEST = 120.0
"""Seconds that the reading of any file may take."""

_UNCAUGHT = 1  # how Python ends on an exception that nobody expected

_ROOT = Path(__file__).resolve().parents[3]

_REFUSALS = {
    "protected": "{name} is protected with a password: remove the password and save the file again.",
    "damaged": "{name} is damaged or incomplete: export it as PDF again from the program it was made in.",
    "long": (
        "{name} has {pages:,} pages, and at most {most:,} are read: save the pages of the report itself as "
        "a PDF of their own."
    ),
    "scan": (
        "{name} holds pictures of its pages and no text (a scan): use the Word file it was made from, "
        "or have its text recognised (OCR) first."
    ),
    "noise": "{name} holds no readable text (its fonts are coded): use the Word file it was made from.",
    "fault": (
        "{name} could not be read because of a fault in scr-check, which its makers would like to hear of: "
        "use the Word file meanwhile."
    ),
    "stopped": (
        "{name} cannot be read within the limits of memory and time: export it as PDF again from the "
        "program it was made in, or use the Word file."
    ),
}


def read_pdf(path: Path) -> Document:
    """The blocks of a PDF with their pages, which count from 1 as in the file.

    Page numbers and the table of contents are left out, running heads are `heads`; footnotes stand after the block that
    refers to them; a paragraph or table that runs over several pages is one block, of the page it begins on.
    Raises UnreadableDocument: not a PDF, damaged, protected, a scan, or beyond the limits of time and memory.
    """
    refuse_if_not(path, ".pdf")
    name = shown(path)
    for message in _messages(path):
        match message:
            case ["refused", reason, *pages]:
                raise UnreadableDocument(_refusal(reason, name, *pages))
            case ["blocks", blocks, title, damaged_pages, comments, heads]:
                return Document(
                    blocks=tuple(_block(*fields) for fields in blocks),
                    title=title,
                    remarks=_remarks(damaged_pages) + Editing(comments=comments).remarks(),
                    traces=Editing(comments=comments).traces(),
                    heads=tuple(heads),
                )
            case ["ended", code]:
                reason = "fault" if code == _UNCAUGHT else "stopped"
                raise UnreadableDocument(_refusal(reason, name))
    raise AssertionError("the last message tells how the child process ended")


def _refusal(reason: str, name: str, pages: int = 0) -> str:
    return _REFUSALS[reason].format(name=name, pages=pages, most=MOST_PAGES)


def _block(kind: Any, text: str, number: str | None, level: int, bold: bool, page: int, rows: Any) -> Block:
    return Block(kind, text, number, level, bold, page, tuple(map(tuple, rows)))


def _remarks(damaged_pages: int) -> tuple[str, ...]:
    if not damaged_pages:
        return ()
    pages = "One page is" if damaged_pages == 1 else f"{damaged_pages} pages are"
    return (f"{pages} damaged and could not be read.",)


def _messages(path: Path) -> Iterator[list[Any]]:
    """What the child process says, and ["ended", CODE] when it says no more (None: it was too slow)."""
    places = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))
    with subprocess.Popen(  # noqa: S603
        [sys.executable, "-P", "-m", "scr_check.readers.pdf.child", str(path.resolve())],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": places},
    ) as child:
        assert child.stdout is not None
        arrived: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        listener = threading.Thread(target=_listen, args=(child.stdout, arrived), daemon=True)
        listener.start()
        try:
            yield from _lines(arrived)
            yield ["ended", _ending(child)]
        finally:
            child.kill()
            listener.join()


def _ending(child: subprocess.Popen[bytes]) -> int | None:
    try:
        return child.wait(timeout=0.5)
    except subprocess.TimeoutExpired:
        return None


def _lines(arrived: "queue.SimpleQueue[bytes]") -> Iterator[list[Any]]:
    end = time.monotonic() + LONGEST
    patience, pages = STALLED, 0
    while time.monotonic() < end:
        try:
            line = arrived.get(timeout=patience)
        except queue.Empty:
            return
        if not line.endswith(b"\n"):
            return
        message = json.loads(line)
        match message:
            case ["pages", pages]:
                pass
            case ["page", number] if number == pages:
                patience += COMPOSED * pages
        yield message


def _listen(pipe: IO[bytes], arrived: "queue.SimpleQueue[bytes]") -> None:
    """Pass on what comes through the pipe, line by line, and at its end an empty line."""
    for line in pipe:
        arrived.put(line)
    arrived.put(b"")
