"""Files that are broken, not what their name says, or made to harm: each a name and what writes it."""

import os
import zipfile
import zlib

from odt_files import write_odt
from pdf_files import Sheet, assembled, pdf, stream
from word_files import p, write_docx

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WORD = "<w:document " + SPACE + "><w:body>{}</w:body></w:document>"
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
NEST = "<w:tbl><w:tr><w:tc/><w:tc>", "</w:tc></w:tr></w:tbl>"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
POINTER = b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"
TEXT = "1.2 The panel met nine times between May and July and heard from eleven agencies. " * 3
KEY = "12345678901234567890123456789012"
LOCK = f"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O({KEY})/U({KEY})>>/ID[({KEY[:16]})({KEY[:16]})]"


def zipped(path, parts, packing=zipfile.ZIP_DEFLATED):
    """A zip of these parts."""
    with zipfile.ZipFile(path, "w", packing) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return path


def word(body):
    """What writes a Word file whose whole document is this XML."""
    return lambda path: zipped(path, {"word/document.xml": body})


def packed(part, megabytes):
    """What writes a zip with a part of so many megabytes of nothing."""

    def write(path):
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file, file.open(part, "w") as inner:
            for _ in range(megabytes):
                inner.write(bytes(1 << 20))

    return write


def exploding(megabytes):
    """A PDF of one page whose content unpacks to so many megabytes."""
    pack = zlib.compressobj(9)
    content = b"".join(pack.compress(b"BT (word) Tj ET " * 65_536) for _ in range(megabytes)) + pack.flush()
    catalogue, pages = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>"
    return assembled([catalogue, pages, page, stream(content, "/Filter/FlateDecode")])


def cut(whole):
    """What writes the first half of a file that another function writes whole."""

    def write(path):
        whole(path)
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])

    return write


def of(content):
    """What writes these bytes."""
    return lambda path: path.write_bytes(content)


REPORT = pdf(Sheet().paragraph(TEXT))

PIPE = getattr(os, "mkfifo", None)  # Windows has no named pipes

HOSTILE = {
    "a zip bomb in Word": ("bomb.docx", packed("word/document.xml", 100), "unpacks to far more"),
    "a zip bomb in OpenDocument": ("bomb.odt", packed("content.xml", 100), "unpacks to far more"),
    "an entity bomb": (
        "laughs.docx", word(f'<!DOCTYPE l [<!ENTITY l0 "x">{LAUGHS}]>' + WORD.format("&l9;")), "harmful",
    ),
    "an entity from outside": (
        "outside.docx",
        word('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>' + WORD.format("&e;")),
        "harmful",
    ),
    "10,000 nested tables": ("nested.docx", word(WORD.format(NEST[0] * 10_000 + NEST[1] * 10_000)), "deep"),
    "truncated Word": ("cut.docx", cut(lambda path: write_docx(path, p("Text") * 99)), "incomplete"),
    "truncated OpenDocument": ("cut.odt", cut(lambda path: write_odt(path, "<text:p>x</text:p>")), "incomplete"),
    "truncated PDF": ("cut.pdf", cut(of(REPORT)), "incomplete"),
    "empty Word": ("empty.docx", of(b""), "is empty"),
    "empty OpenDocument": ("empty.odt", of(b""), "is empty"),
    "empty PDF": ("empty.pdf", of(b""), "is empty"),
    "empty Markdown": ("empty.md", of(b""), "is empty"),
    "empty text": ("empty.txt", of(b""), "is empty"),
    "empty YAML": ("empty.yaml", of(b""), "is empty"),
    "encrypted Word": ("locked.docx", of(OLE + "EncryptedPackage".encode("utf-16-le")), "password"),
    "encrypted PDF": ("locked.pdf", of(pdf(Sheet().paragraph(TEXT), trailer=LOCK)), "password"),
    "RTF named .docx": ("letter.docx", of(b"{\\rtf1\\ansi The panel met.}"), "RTF"),
    "an old Word file": ("old.doc", of(OLE), "save it as .docx"),
    "an old Word file named .docx": ("old.docx", of(OLE), "save it as .docx"),
    "a lock file": ("~$overview.docx", of(b"\x05Owner" + bytes(150)), "name the document itself"),
    "a pointer of Git LFS": ("pointer.docx", of(POINTER), "git lfs pull"),
    "a pointer for a PDF": ("pointer.pdf", of(POINTER), "git lfs pull"),
    "a pointer for a text": ("pointer.md", of(POINTER), "git lfs pull"),
    "a PDF that explodes": ("explode.pdf", of(exploding(800)), "limits of memory and time"),
    "2,000 pages": ("long.pdf", lambda path: path.write_bytes(pdf(*[Sheet()] * 2_000)), "has 2,000 pages"),
    "a scan": ("scan.pdf", of(pdf(Sheet())), "a scan"),
    "4 MB of text": ("large.txt", of(TEXT.encode() * 17_000), "at most 3 MB): check that it is the report"),
    "4 MB of Markdown": ("large.md", of(TEXT.encode() * 17_000), "check that it is the report"),
    "Markdown that nests": ("deep.md", of(b"> " * 3_000 + b"deep"), "nested"),
    "YAML that nests": ("deep.yaml", of(b"format: scr-overview/1\na: " + b"[" * 100_000), "nested"),
    "YAML with aliases": ("alias.yaml", of(b"format: scr-overview/1\na: &a [x]\nb: [*a, *a]\n"), "alias"),
    "spaces and umlauts": ("Überblick über Kind T (neu).docx", of(b"only words"), "plain text"),
    "a folder": ("folder.docx", lambda path: path.mkdir(), "is a folder"),
    "a pipe": ("pipe.docx", PIPE, "is not an ordinary file"),
    "a pipe for YAML": ("pipe.yaml", PIPE, "is not an ordinary file"),
    "a pipe for a PDF": ("pipe.pdf", PIPE, "is not an ordinary file"),
    "nothing": ("missing.pdf", lambda _: None, "does not exist"),
}  # fmt: skip
"""What it is: the file's name, what writes the file (None: not on this system), and words of its refusal."""
