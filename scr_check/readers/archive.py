"""Opens a zipped document without trusting it: every size is checked before and while it is unpacked."""

import mmap
import struct
import zipfile
import zlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from lxml import etree

from scr_check.errors import UnreadableDocument
from scr_check.readers.sniff import shown

MOST_ENTRIES = 10_000
"""Entries in one zip; a real report has a few dozen and one for each picture."""

LARGEST_PART = 64 * 1024 * 1024
"""Bytes of one unpacked part; the text of a report of 500 pages takes about 10 million."""

HIGHEST_RATIO = 200
"""How many times its packed size a large part may unpack to; text with much mark-up reaches about 40."""

MOST_BLOCKS = 200_000
"""Paragraphs, cells, pictures, fields and the like of one file; a report of 500 pages has about 10,000."""

_SMALL = 16 * 1024 * 1024  # a part up to this size is harmless whatever its ratio

# What libxml2 takes for one element and for one attribute with its value, in bytes, and the most that
# one parsed part may take. Counted before parsing, because a few million empty elements fill the memory.
_ELEMENT, _ATTRIBUTE, _LARGEST_TREE = 128, 224, 380 * 1024 * 1024

_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,  # an unknown way of packing
    UnicodeDecodeError,
    ValueError,
    OSError,
)


@dataclass(frozen=True, slots=True)
class Archive:
    """The parts of an opened zip; `name` is the file's name as it may be printed."""

    name: str
    _zip: zipfile.ZipFile
    _parts: dict[str, zipfile.ZipInfo]

    def __contains__(self, part: str) -> bool:
        return part in self._parts

    def parts(self) -> tuple[str, ...]:
        """The names of all parts, in the order of the zip."""
        return tuple(self._parts)

    def read(self, part: str) -> bytes | None:
        """The bytes of a part, None when there is no such part; raises UnreadableDocument."""
        info = self._parts.get(part)
        if info is None:
            return None
        _refuse_bomb(info, self.name)
        try:
            with self._zip.open(info) as stream:
                data = stream.read(LARGEST_PART + 1)
        except RuntimeError as error:  # zipfile's word for a part that needs a password
            raise protected(self.name) from error
        except _DAMAGE as error:
            raise damaged(self.name) from error
        if len(data) > LARGEST_PART:
            raise too_large(self.name)
        return data

    def xml(self, part: str) -> etree._Element | None:
        """The root of an XML part, None when there is no such part; raises UnreadableDocument.

        Comments and processing instructions are left out, entities are never resolved.
        """
        data = self.read(part)
        return None if data is None else parse_xml(data, self.name)


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """The zip at `path`, closed again on leaving; raises UnreadableDocument when it is damaged or hostile."""
    name = shown(path)
    _refuse_too_many_entries(path, name)
    try:
        file = zipfile.ZipFile(path)
    except _DAMAGE as error:
        raise damaged(name) from error
    with file:
        parts: dict[str, zipfile.ZipInfo] = {}
        for info in file.infolist():
            _refuse_entry(info, name, taken=info.filename in parts)
            parts[info.filename] = info
        yield Archive(name, file, parts)


def parse_xml(data: bytes, name: str) -> etree._Element:
    """The root of a well-formed XML part without a document type; raises UnreadableDocument."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise hostile(name)
    if data.count(b"<") * _ELEMENT + data.count(b"=") * _ATTRIBUTE > _LARGEST_TREE:
        raise too_large(name)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,  # ids given twice, as by copying, are no damage
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if "Excessive depth" in str(error):
            raise too_deep(name) from None
        raise damaged(name) from None  # the cause may quote the document
    if root.getroottree().docinfo.internalDTD is not None:
        raise hostile(name)
    return root


def refuse_many(root: etree._Element, tags: Collection[str], name: str) -> None:
    """Return when elements with these tags are no more than MOST_BLOCKS; else raise UnreadableDocument."""
    if sum(1 for _ in islice(root.iter(*tags), MOST_BLOCKS + 1)) > MOST_BLOCKS:
        raise too_large(name)


def damaged(name: str) -> UnreadableDocument:
    """For a file that breaks off or contradicts itself."""
    return UnreadableDocument(
        f"{name} is damaged or incomplete: open it where it was made, save it again and copy it anew."
    )


def protected(name: str) -> UnreadableDocument:
    """For a file that needs a password."""
    return UnreadableDocument(f"{name} is protected with a password: remove the password and save it again.")


def too_large(name: str) -> UnreadableDocument:
    """For a file that unpacks to more than any report."""
    return UnreadableDocument(
        f"{name} unpacks to far more than a report of 1,000 pages: check that it is the right file."
    )


def too_deep(name: str) -> UnreadableDocument:
    """For a file whose tables or boxes stand in one another beyond reason."""
    return UnreadableDocument(
        f"{name} nests tables or boxes too deeply to be read: copy its text into a new document."
    )


def hostile(name: str) -> UnreadableDocument:
    """For a file with declarations that no word processor writes."""
    return UnreadableDocument(
        f"{name} holds XML declarations that no word processor writes and that may be harmful: "
        "open it in Word or LibreOffice and save it again."
    )


def _refuse_too_many_entries(path: Path, name: str) -> None:
    # zipfile builds its list of entries before anybody can look at it, so they are counted first.
    try:
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as view:
            place = view.find(b"PK\x01\x02")
            for _ in range(MOST_ENTRIES):
                if place < 0:
                    return
                place = view.find(b"PK\x01\x02", place + 4)
    except (OSError, ValueError) as error:
        raise damaged(name) from error
    raise too_large(name)


def _refuse_entry(info: zipfile.ZipInfo, name: str, *, taken: bool) -> None:
    if info.flag_bits & 0x1:
        raise protected(name)
    if taken or info.filename.startswith("/") or ".." in info.filename.split("/"):
        raise damaged(name)


def _refuse_bomb(info: zipfile.ZipInfo, name: str) -> None:
    if info.file_size > LARGEST_PART:
        raise too_large(name)
    if info.file_size > _SMALL and info.file_size > HIGHEST_RATIO * max(info.compress_size, 1):
        raise too_large(name)
