"""The parts of a Word file: which there are, found through their relationships, and their XML."""

import posixpath
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from scr_check.errors import UnreadableDocument
from scr_check.readers.archive import Archive, damaged, parse_xml, refuse_many
from scr_check.readers.word.names import BLOCKS, DC

_MOST_MARGINS = 60  # headers and footers: six a section
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

# The strict kind of .docx has other namespaces for the same elements.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/math",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
)


@dataclass(frozen=True, slots=True)
class WordFile:
    """The XML of a Word file's parts; all but the document itself may be missing."""

    name: str
    document: etree._Element
    styles: etree._Element | None = None
    numbering: etree._Element | None = None
    settings: etree._Element | None = None
    footnotes: etree._Element | None = None
    endnotes: etree._Element | None = None
    comments: etree._Element | None = None
    margins: tuple[etree._Element, ...] = ()  # headers and footers
    title: str | None = None


def word_file(archive: Archive) -> WordFile:
    """The parts of the Word file in `archive`; raises UnreadableDocument when it is none, or damaged."""
    package = _firsts(_related(archive, ""))
    main = package.get("officeDocument", "word/document.xml")
    if main not in archive or not main.startswith("word/"):
        raise _not_word(archive)
    document = _xml(archive, main)
    if document is None:
        raise damaged(archive.name)
    refuse_many(document, BLOCKS, archive.name)
    related = _related(archive, main)
    parts = _firsts(related)
    wanted = ("styles", "numbering", "settings", "footnotes", "endnotes", "comments")
    found = {kind: _xml(archive, parts.get(kind, f"word/{kind}.xml")) for kind in wanted}
    title = _title(archive, package.get("core-properties", "docProps/core.xml"))
    paths = dict.fromkeys(path for kind, path in related if kind in ("header", "footer"))
    margins = (_xml(archive, path) for path in islice(paths, _MOST_MARGINS))
    return WordFile(
        archive.name, document, title=title, margins=tuple(r for r in margins if r is not None), **found
    )


def _firsts(related: list[tuple[str, str]]) -> dict[str, str]:
    """The first part of each kind."""
    return dict(reversed(related))


def _related(archive: Archive, part: str) -> list[tuple[str, str]]:
    """The parts that `part` ("" for the package) relates to, with the last word of the relationship's type."""
    folder, file = posixpath.split(part)
    root = archive.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
    targets: list[tuple[str, str]] = []
    for relation in () if root is None else root.iter(_RELATIONSHIP):
        if relation.get("TargetMode") == "External":
            continue
        kind = relation.get("Type", "").rpartition("/")[2]
        path = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
        targets.append((kind, path.lstrip("/")))
    return targets


def _xml(archive: Archive, part: str) -> etree._Element | None:
    data = archive.read(part)
    if data is None:
        return None
    for strict, transitional in _STRICT:
        data = data.replace(strict, transitional)
    return parse_xml(data, archive.name)


def _title(archive: Archive, part: str) -> str | None:
    root = archive.xml(part)
    if root is None:
        return None
    return " ".join((root.findtext(DC + "title") or "").split()) or None


def _not_word(archive: Archive) -> UnreadableDocument:
    if "mimetype" in archive and "content.xml" in archive:
        return UnreadableDocument(
            f"{archive.name} is not a Word document but an OpenDocument file: rename it to end in .odt."
        )
    return UnreadableDocument(
        f"{archive.name} is not a Word document but another zipped file, such as a spreadsheet or "
        "presentation: name the Word document."
    )
