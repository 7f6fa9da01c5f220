"""Files that are not what their name says are refused in one sentence."""

import os

import pytest

from scr_check.errors import UnreadableDocument
from scr_check.readers.sniff import refuse_if_not

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@pytest.mark.parametrize(
    ("suffix", "content"),
    [
        (".docx", b"PK\x03\x04rest"),
        (".odt", b"PK\x03\x04rest"),
        (".pdf", b"%PDF-1.7\n"),
        (".txt", b"1.1 The review began."),
        (".txt", "1.1 The review began.".encode("utf-16")),
        (".md", b"<html> a page quoted in Markdown"),
        (".yaml", b"\xef\xbb\xbfformat: scr-overview/1"),
    ],
)
def test_a_file_that_is_what_its_name_says_is_let_through(tmp_path, suffix, content):
    path = tmp_path / f"overview{suffix}"
    path.write_bytes(content)
    refuse_if_not(path, suffix)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("overview.docx", b"", "is empty"),
        ("overview.docx", b"%PDF-1.4\n", "a PDF"),
        ("overview.docx", b"{\\rtf1\\ansi", "RTF"),
        ("overview.docx", OLE, ".doc"),
        ("overview.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("overview.docx", b"<!DOCTYPE html><html>", "web page"),
        ("overview.docx", b"\xef\xbb\xbf\n<html lang='en'>", "web page"),
        ("overview.docx", b"<?xml version='1.0'?><w:wordDocument/>", "XML"),
        ("overview.docx", b"MIME-Version: 1.0\n", "web archive"),
        ("overview.docx", b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "git lfs pull"),
        ("overview.docx", b"only words", "plain text"),
        ("overview.docx", b"\x00\x01\x02", "damaged"),
        ("overview.odt", b"\x89PNG\r\n", "a picture"),
        ("overview.pdf", b"PK\x03\x04", ".docx or .odt"),
        ("overview.txt", b"%PDF-1.4\n", "rename it to end in .pdf"),
        ("overview.yaml", b"PK\x03\x04", "rename it to end in .docx"),
        ("~$erview.docx", b"PK\x03\x04", "open in an editor"),
        (".~lock.overview.odt#", b"x", "open in an editor"),
        ("Überblick über T.docx", b"", "Überblick über T.docx is empty"),
        ("two\nlines.docx", b"", "two?lines.docx"),
    ],
)
def test_any_other_file_is_refused_in_one_sentence(tmp_path, name, content, words):
    path = tmp_path / name
    path.write_bytes(content)
    suffix = path.suffix if path.suffix in {".docx", ".odt", ".pdf", ".txt", ".yaml"} else ".odt"
    with pytest.raises(UnreadableDocument) as refusal:
        refuse_if_not(path, suffix)
    sentence = str(refusal.value)
    assert words in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence


def test_what_is_not_a_file_is_refused(tmp_path):
    (tmp_path / "folder.docx").mkdir()
    for path, words in [
        (tmp_path / "folder.docx", "folder"),
        (tmp_path / "missing.docx", "does not exist"),
        (tmp_path / "folder.docx" / "below" / "x.docx", "does not exist"),
        (tmp_path / ("long" * 200 + ".docx"), "cannot be found"),
        (tmp_path / "nul\0.docx", "cannot be found"),
    ]:
        with pytest.raises(UnreadableDocument, match=words):
            refuse_if_not(path, ".docx")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_or_device_is_refused_without_waiting(tmp_path):
    os.mkfifo(tmp_path / "pipe.docx")
    (tmp_path / "device.docx").symlink_to("/dev/zero")
    for name in ("pipe.docx", "device.docx"):
        with pytest.raises(UnreadableDocument, match="pipe or device"):
            refuse_if_not(tmp_path / name, ".docx")


def test_a_file_above_the_limit_is_refused(tmp_path):
    path = tmp_path / "large.txt"
    path.write_bytes(b"x" * 3_000_000)
    with pytest.raises(UnreadableDocument, match="too large"):
        refuse_if_not(path, ".txt", largest=1024 * 1024)
