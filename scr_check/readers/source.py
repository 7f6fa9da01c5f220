"""The text of a file: decoded with care, with lines and columns for its offsets."""

import stat
from bisect import bisect_right
from difflib import get_close_matches
from itertools import accumulate, count, pairwise
from operator import add
from pathlib import Path

from scr_check.documents.place import Place
from scr_check.errors import UnreadableDocument

LARGEST = 5_000_000  # bytes; a summary of 40 pages has about 150,000

_OTHER_KINDS = {
    b"PK\x03\x04": "is a Word, OpenDocument or zip file, not text",
    b"%PDF": "is a PDF file, not text",
    b"\xd0\xcf\x11\xe0": "is an old Word document, not text",
    b"{\\rtf": "is a Rich Text document, not YAML",
    b"version https://git-lfs": "is a Git LFS pointer, not the file itself: fetch it with git lfs pull",
}


class Source:
    """A text with the places of its offsets; lines end with LF, CRLF or CR and nothing else."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts: list[int] | None = None

    @property
    def starts(self) -> list[int]:
        """The offset at which each line starts."""
        if self._starts is None:
            self._starts = _line_starts(self.text)
        return self._starts

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines without their ends."""
        if "\r" not in self.text:
            return tuple(self.text.removesuffix("\n").split("\n"))
        bounds = [*self.starts, len(self.text)]
        return tuple(self.text[a:b].rstrip("\r\n") for a, b in pairwise(bounds))

    def line_of(self, offset: int) -> int:
        """The 1-based line of an offset."""
        return bisect_right(self.starts, offset)

    def place(self, start: int, end: int) -> Place:
        """The place from offset `start` up to `end`."""
        line, end_line = self.line_of(start), self.line_of(max(start, end))
        return Place(
            line, start - self.starts[line - 1] + 1, end_line, max(start, end) - self.starts[end_line - 1] + 1
        )


def _line_starts(text: str) -> list[int]:
    if "\r" not in text:
        lengths = accumulate(map(len, text.split("\n")[:-1]))
        return [0, *map(add, lengths, count(1))]
    ends = (
        at for at, sign in enumerate(text) if sign == "\n" or (sign == "\r" and text[at + 1 : at + 2] != "\n")
    )
    return [0, *(at + 1 for at in ends)]


def read_bytes(path: Path) -> bytes:
    """The content of a file of at most LARGEST bytes; raises UnreadableDocument with what to do."""
    try:
        if path.is_dir():
            raise UnreadableDocument(f"{path} is a folder: name the summary inside it")
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # a pipe would keep us waiting
            raise UnreadableDocument(f"{path} is not an ordinary file but a pipe or device: name the summary")
        if status.st_size > LARGEST:
            raise UnreadableDocument(f"{path} is too large for a summary (over {LARGEST // 1_000_000} MB)")
        return path.read_bytes()
    except FileNotFoundError:
        near = _near_name(path)
        hint = f"did you mean {near}?" if near else "check the name and the folder"
        raise UnreadableDocument(f"{path} does not exist: {hint}") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the name is not valid"
        raise UnreadableDocument(f"{path} cannot be opened ({reason.lower()})") from None


def _near_name(path: Path) -> str | None:
    try:
        beside = [one.name for one in path.parent.iterdir()]
    except OSError:
        return None
    found = get_close_matches(path.name, beside, 1, 0.7)
    return str(path.with_name(found[0])) if found else None


def decode(content: bytes, name: str) -> str:
    """The text of `content` (UTF-8, or UTF-16 with its mark); raises UnreadableDocument naming `name`."""
    if len(content) > LARGEST:
        raise UnreadableDocument(f"{name} is too large for a summary (over {LARGEST // 1_000_000} MB)")
    for start, kind in _OTHER_KINDS.items():
        if content.startswith(start):
            raise UnreadableDocument(f"{name} {kind}")
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        if b"\0" in content[:8192]:
            raise UnreadableDocument(f"{name} is not a text file") from None
        line = content.count(b"\n", 0, error.start) + 1
        raise UnreadableDocument(
            f"{name} is not saved as UTF-8 (line {line} holds a sign in another encoding): "
            "save it again with the encoding UTF-8"
        ) from None
    if "\0" in text:
        raise UnreadableDocument(f"{name} is not a text file")
    return text
