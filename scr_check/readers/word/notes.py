"""Footnotes and endnotes: their bodies and the marks that Word counts for them."""

from lxml import etree

from scr_check.readers.numerals import written_in_word
from scr_check.readers.word.names import ID, SECTION, TYPE, W
from scr_check.readers.word.properties import value, whole
from scr_check.readers.word.running_text import NoteReference

_FOOTNOTE, _ENDNOTE = W + "footnote", W + "endnote"
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


class Notes:
    """The notes of one file, handed out one by one as the text refers to them."""

    def __init__(
        self,
        footnotes: etree._Element | None,
        endnotes: etree._Element | None,
        settings: etree._Element | None,
        document: etree._Element,
    ) -> None:
        self._bodies = {True: _bodies(footnotes, _FOOTNOTE), False: _bodies(endnotes, _ENDNOTE)}
        section = next(document.iter(SECTION), None)
        self._formats = {
            True: _format((section, settings), W + "footnotePr", "decimal"),
            False: _format((section, settings), W + "endnotePr", "lowerRoman"),
        }
        self._next = {
            True: _start((section, settings), W + "footnotePr"),
            False: _start((section, settings), W + "endnotePr"),
        }

    def take(self, reference: NoteReference) -> tuple[str, etree._Element] | None:
        """The mark and body of the note referred to; None when there is no such note, or it was taken."""
        mark = reference.mark
        if mark is None:
            mark = written_in_word(self._next[reference.footnote], self._formats[reference.footnote])
            self._next[reference.footnote] += 1
        body = self._bodies[reference.footnote].pop(reference.note_id, None)
        return None if body is None else (mark, body)


def _bodies(root: etree._Element | None, tag: str) -> dict[str, etree._Element]:
    notes = () if root is None else root.iter(tag)
    return {note.get(ID, ""): note for note in notes if note.get(TYPE) not in _SEPARATORS}


def _format(places: tuple[etree._Element | None, ...], tag: str, default: str) -> str:
    return _said(places, tag, W + "numFmt") or default


def _start(places: tuple[etree._Element | None, ...], tag: str) -> int:
    start = whole(_said(places, tag, W + "numStart"))
    return 1 if start is None else start


def _said(places: tuple[etree._Element | None, ...], tag: str, property_: str) -> str | None:
    """What the first of `places` that says anything says about the notes' `property_`."""
    for place in places:
        said = None if place is None else value(place.find(tag), property_)
        if said is not None:
            return said
    return None
