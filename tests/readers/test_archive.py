"""Zipped documents that are damaged, protected or hostile are refused in one sentence, and quickly."""

import zipfile

import pytest
from hostile_files import LAUGHS, NEST, WORD, zipped
from odt_files import write_odt
from word_files import p, style, write_docx

from scr_check.errors import UnreadableDocument
from scr_check.readers import archive
from scr_check.readers.docx import read_docx
from scr_check.readers.odt import read_odt


def refused(read, path, words):
    with pytest.raises(UnreadableDocument) as refusal:
        read(path)
    sentence = str(refusal.value)
    assert words in sentence
    assert sentence.startswith(path.name)
    assert sentence.endswith(".")
    assert refusal.value.__cause__ is None or "secret" not in str(refusal.value.__cause__)


HOSTILE = {
    "an entity bomb": (f'<!DOCTYPE l [<!ENTITY l0 "secret">{LAUGHS}]>' + WORD.format("&l9;"), "harmful"),
    "an outside file": (
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>' + WORD.format("&e;"),
        "harmful",
    ),
    "a document type in UTF-16": (
        ('<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x>' + WORD.format("")).encode("utf-16"),
        "harmful",
    ),
    "10,000 nested tables": (WORD.format(NEST[0] * 10_000 + NEST[1] * 10_000), "too deeply"),
    "60 nested tables": (WORD.format(NEST[0] * 60 + NEST[1] * 60), "too deeply"),
    "no end": (WORD.format("<w:p>secret"), "damaged"),
    "nothing": ("", "damaged"),
    "another kind of XML": ("<html/>", "holds no text"),
    "no text": (WORD.format("<w:p/>"), "holds no text"),
    "a table of a million places": (
        WORD.format(
            f"<w:tbl><w:tr>{'<w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>' * 2000}</w:tr>"
            f"{'<w:tr><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr>' * 2000}</w:tbl>"
        ),
        "far more",
    ),
}


@pytest.mark.parametrize(("document", "words"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_word_files_are_refused(tmp_path, document, words):
    refused(read_docx, zipped(tmp_path / "overview.docx", {"word/document.xml": document}), words)


def test_bombs_are_refused_before_they_are_unpacked(tmp_path, monkeypatch):
    large = b" " * (archive.LARGEST_PART + 1)
    word = zipped(tmp_path / "a.docx", {"word/document.xml": large})
    text = zipped(tmp_path / "b.odt", {"META-INF/manifest.xml": large})
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *_: pytest.fail("unpacked"))
    refused(read_docx, word, "far more")
    refused(read_odt, text, "far more")


def test_a_tree_of_more_memory_than_any_report_takes_is_not_built(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "_LARGEST_TREE", 100_000)
    monkeypatch.setattr(archive.etree, "fromstring", lambda *_: pytest.fail("parsed"))
    for tree in ("<w " + " ".join(f'a{n}=""' for n in range(1000)) + "/>", f"<w>{'<p/>' * 1000}</w>"):
        refused(read_docx, zipped(tmp_path / "a.docx", {"word/document.xml": tree}), "far more")


def test_more_paragraphs_than_any_report_has_are_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "MOST_BLOCKS", 10)
    assert read_docx(write_docx(tmp_path / "a.docx", p("Text") * 10)).blocks
    refused(read_docx, write_docx(tmp_path / "b.docx", p("Text") * 11), "far more")
    refused(read_odt, write_odt(tmp_path / "c.odt", "<text:p>Text</text:p>" * 11), "far more")


def test_a_zip_with_too_many_entries_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "MOST_ENTRIES", 5)
    refused(read_docx, zipped(tmp_path / "a.docx", {f"part{n}": "" for n in range(6)}), "far more")
    assert read_docx(write_docx(tmp_path / "b.docx", p("Text"))).blocks


def test_a_size_that_the_zip_tells_wrong_is_found_out(tmp_path):
    path = zipped(tmp_path / "a.docx", {"word/document.xml": WORD.format("<w:p/>" * 100)}, zipfile.ZIP_STORED)
    size = len(WORD.format("<w:p/>" * 100)).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(size, (50).to_bytes(4, "little")))
    refused(read_docx, path, "damaged")


@pytest.mark.parametrize("cut", [30, 200, 700, -30])
def test_truncated_files_are_refused(tmp_path, cut):
    path = write_docx(tmp_path / "a.docx", p("Text"))
    path.write_bytes(path.read_bytes()[:cut])
    refused(read_docx, path, "damaged")


def test_a_zip_with_a_password_an_entry_twice_or_a_path_outside_is_refused(tmp_path):
    path = write_docx(tmp_path / "a.docx", p("Text"))
    with zipfile.ZipFile(path, "a") as file:
        file.writestr("../outside.xml", "")
    refused(read_docx, path, "damaged")
    path = write_docx(tmp_path / "b.docx", p("Text"))
    with zipfile.ZipFile(path, "a") as file, pytest.warns(UserWarning, match="Duplicate"):
        file.writestr("word/document.xml", "")
    refused(read_docx, path, "damaged")
    path = write_docx(tmp_path / "c.docx", p("Text"))
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    refused(read_docx, path, "password")


def test_files_of_another_kind_are_named(tmp_path):
    odt, docx = write_odt(tmp_path / "a.odt", "<text:p>x</text:p>"), write_docx(tmp_path / "b.docx", p("x"))
    refused(read_docx, odt.rename(tmp_path / "c.docx"), "rename it to end in .odt")
    refused(read_odt, docx.rename(tmp_path / "d.odt"), "rename it to end in .docx")
    sheet = "application/vnd.oasis.opendocument.spreadsheet"
    refused(read_odt, write_odt(tmp_path / "e.odt", "", mimetype=sheet), "spreadsheet")
    refused(read_docx, zipped(tmp_path / "f.docx", {"xl/workbook.xml": "<w/>"}), "spreadsheet")
    locked = '<m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry>'
    refused(read_odt, write_odt(tmp_path / "g.odt", "", manifest=locked), "password")


def test_long_chains_of_styles_cost_no_more_than_their_length(tmp_path):
    styles = "".join(style(f"s{n}", based_on=f"s{n + 1}") for n in range(2000))
    body = "".join(p("text", style=f"s{n}") for n in range(2000))
    assert len(read_docx(write_docx(tmp_path / "a.docx", body, styles=styles)).blocks) == 2000


def test_names_with_spaces_and_umlauts_are_no_obstacle(tmp_path):
    path = write_docx(tmp_path / "Überblick über T (final).docx", p("Text"))
    assert [block.text for block in read_docx(path).blocks] == ["Text"]
