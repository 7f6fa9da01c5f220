"""Plain text: a file's characters, whatever their encoding, and clean prose from a raw stretch of it."""

import re
import unicodedata
from pathlib import Path

from scr_check.errors import UnreadableDocument
from scr_check.readers.sniff import refuse_if_not, shown

LARGEST_TEXT = 3 * 1024 * 1024
"""The largest text or Markdown file that is read, in bytes: more than a thousand pages."""

_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"))
_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
_PLAIN = {**_UNSEEN, **_LIGATURES, 0x2010: "-", 0x2011: "-"}

# "6.12 The panel", "(a) the quality", "Recommendation 4: The Trust" at the start of a line
_NUMBERED = re.compile(r"\d+(?:\.\d+)+\.?\s+[^\W\d_]|\([a-z]{1,4}\)\s+\S|Recommendation \d+\b\s*[.:)]?\s")
_SENTENCE_END = re.compile(r"[.:;?!][\"'”’)\]]*$|[;,] (?:and|or)$")


def clean(text: str) -> str:
    """`text` with single spaces (also for non-breaking ones), without soft hyphens and ligatures.

    >>> clean("  Child\\u00a0T was super\\u00advised by the o\\ufb03cer ")
    'Child T was supervised by the officer'
    """
    if text.isascii():
        return " ".join(text.split())
    return " ".join(unicodedata.normalize("NFC", text.translate(_PLAIN)).split())


def starts_numbered(line: str, before: str) -> bool:
    """Whether `line` starts a numbered paragraph though no blank line parts it from the line `before`.

    A line that merely happens to wrap in front of a number ("as paragraph | 4.10 says") does not count.
    """
    return _NUMBERED.match(line) is not None and _SENTENCE_END.search(before) is not None


def text_of(path: Path, suffix: str) -> str:
    """The text of a file in UTF-8 (with or without mark), UTF-16 with mark, or Windows-1252; lines end in LF.

    Raises UnreadableDocument for what is not text, and for files of more than LARGEST_TEXT bytes.
    """
    refuse_if_not(path, suffix, LARGEST_TEXT)
    text = _decoded(path.read_bytes())
    if "\0" in text:
        raise UnreadableDocument(
            f"{shown(path)} is not a text file: save the report as plain text, .docx or PDF."
        )
    if not text.strip():
        raise UnreadableDocument(
            f"{shown(path)} holds no text: check that it was saved or copied completely."
        )
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Five bytes mean nothing in Windows-1252; they must not stop the reading of a whole report.
        return content.decode("cp1252", errors="replace")
