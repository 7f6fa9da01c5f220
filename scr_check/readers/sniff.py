"""What a file really is, told from its first bytes, and the refusal of one that is not what its name says."""

import mmap
import stat
from pathlib import Path

from scr_check.errors import UnreadableDocument

LARGEST_FILE = 200 * 1024 * 1024
"""The largest file that is opened at all, in bytes."""

_HEAD = 4096

_SMALLER = {  # suffix -> how a file that is too large gets smaller
    ".docx": "leave out its pictures",
    ".odt": "leave out its pictures",
    ".pdf": "export it again with smaller pictures",
}
_SMALLER_TEXT = "check that it is the report and nothing else"

_WANTED = {  # suffix -> what it must be (None: any text), how it is called, how to get one
    ".docx": ("zip", "a Word document", "open it in Word and save it as .docx"),
    ".odt": ("zip", "an OpenDocument text", "open it in LibreOffice and save it as .odt"),
    ".pdf": ("pdf", "a PDF", "open it where it was made and export it as PDF"),
    ".md": (None, "a text file", "save it as plain text"),
    ".txt": (None, "a text file", "save it as plain text"),
    ".yaml": (None, "a YAML file", "save it as plain text"),
    ".yml": (None, "a YAML file", "save it as plain text"),
}

_FOUND = {  # kind -> how it is called, and the suffix it should have when that is all that is wrong
    "zip": ("a Word, OpenDocument or other zipped file", ".docx or .odt"),
    "pdf": ("a PDF", ".pdf"),
    "rtf": ("a Rich Text (RTF) file", None),
    "ole": ("an old binary Office file (.doc)", None),
    "protected": ("protected with a password", None),
    "html": ("a web page (HTML)", None),
    "mail": ("a web archive or e-mail", None),
    "xml": ("an XML file", None),
    "image": ("a picture", None),
    "text": ("plain text", ".txt or .md"),
    "unknown": ("damaged or of an unknown kind", None),
}

_BINARY = frozenset({"zip", "pdf", "rtf", "ole", "protected", "image"})


def refuse_if_not(path: Path, suffix: str, largest: int = LARGEST_FILE) -> None:
    """Return when `path` is an ordinary file of at most `largest` bytes whose content fits `suffix`.

    `suffix` is lower case with its dot (".docx").
    Never blocks: a pipe or device is refused before it is opened. A zip is not looked into.
    Raises UnreadableDocument with one sentence that says what the file is and what to do.
    """
    name = shown(path)
    _refuse_lock_file(path, name)
    _refuse_unless_ordinary(path, name)
    _refuse_too_large(path, name, largest, _SMALLER.get(suffix, _SMALLER_TEXT))
    wanted, called, remedy = _WANTED[suffix]
    kind = kind_of(path)
    if kind == "pointer":
        raise UnreadableDocument(
            f"{name} is a Git LFS pointer that stands for the document: run 'git lfs pull' to fetch it."
        )
    if kind == "protected":
        raise UnreadableDocument(
            f"{name} is protected with a password: open it in Word, remove the password and save it again."
        )
    if kind == wanted or (wanted is None and kind not in _BINARY):
        return
    found, own_suffix = _FOUND[kind]
    if own_suffix is not None:
        remedy = f"rename it to end in {own_suffix}, or {remedy}"
    raise UnreadableDocument(f"{name} is not {called} but {found}: {remedy}.")


def shown(path: Path) -> str:
    """The file's name as it may be printed: without its folder and without control characters."""
    name = path.name or str(path)
    return "".join(char if char.isprintable() else "?" for char in name)


def kind_of(path: Path) -> str:
    """What an ordinary, non-empty file is: a key of the table above, or "pointer" for a Git LFS pointer."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as error:
        raise UnreadableDocument(
            f"{shown(path)} cannot be opened: check that you may read it and that it is not open elsewhere."
        ) from error
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return "protected" if _holds_encrypted_package(path) else "ole"
    return _kind_of_head(head)


def _kind_of_head(head: bytes) -> str:
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return "zip"
    if head.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")):
        return "image"
    if b"%PDF-" in head[:1024]:
        return "pdf"
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"{\\rtf"):
        return "rtf"
    if start.startswith(b"version https://git-lfs"):
        return "pointer"
    if b"<html" in start[:1024].lower() or start[:14].lower() == b"<!doctype html":
        return "html"
    if start.startswith(b"MIME-Version:"):
        return "mail"
    if start.startswith(b"<?xml"):
        return "xml"
    return "unknown" if b"\x00" in head or not start else "text"


def _holds_encrypted_package(path: Path) -> bool:
    # A protected .docx is a compound file whose directory names a stream "EncryptedPackage".
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as view:
        return view.find("EncryptedPackage".encode("utf-16-le")) >= 0


def _refuse_lock_file(path: Path, name: str) -> None:
    if path.name.startswith(("~$", ".~lock.")):
        raise UnreadableDocument(
            f"{name} only marks that a document is open in an editor: name the document itself."
        )


def _refuse_unless_ordinary(path: Path, name: str) -> None:
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise UnreadableDocument(f"{name} does not exist: check its name and folder.") from None
    except (OSError, ValueError) as error:
        raise UnreadableDocument(
            f"{name} cannot be found or opened: check its name, its folder and that you may read it."
        ) from error
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableDocument(f"{name} is a folder: name the document in it.")
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableDocument(f"{name} is not an ordinary file but a pipe or device: name a document.")
    if status.st_size == 0:
        raise UnreadableDocument(f"{name} is empty: check that it was saved or copied completely.")


def _refuse_too_large(path: Path, name: str, largest: int, remedy: str) -> None:
    size = path.stat().st_size
    if size > largest:
        told, limit = (f"{value / 1024 / 1024:.3g}" for value in (size, largest))
        raise UnreadableDocument(f"{name} is too large to read ({told} MB, at most {limit} MB): {remedy}.")
