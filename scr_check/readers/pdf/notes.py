"""Footnotes: small print at the foot of a page that a raised sign in the text refers to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scr_check.readers.pdf.page import LINE_END, MARK, Leaf, Line, Table, marked
from scr_check.readers.pdf.paragraphs import Paragraph

_SMALL = 0.95  # of the size of the text
_BACK = re.compile(r"\s*\u21a9\ufe0e?\s*$")  # the arrow that leads back to the sign
_SIGN = re.compile(r"(\d{1,3}|[*†‡§¶]{1,3})[.)]?\s+(?=\S)")


@dataclass(slots=True)
class Note:
    """A footnote with the sign that refers to it and the page it stands on."""

    sign: str
    text: str
    page: int


def take_notes(leaves: Sequence[Leaf], body_size: float) -> list[Note]:
    """Take the footnotes out of the pages; one that runs over to the next page is put together."""
    notes: list[Note] = []
    for leaf in leaves:
        taken: set[int] = set()
        signs = _signs(leaf)
        for run in _small_runs(leaf, body_size):
            open_note = _note_to_go_on_with(notes, leaf, run)
            for line in run:
                started = _start(line, signs)
                if started is not None:
                    open_note = Note(*started, leaf.number)
                    notes.append(open_note)
                elif open_note is not None:
                    open_note.text += LINE_END + line.text
                if open_note is not None:
                    taken.add(id(line))
        leaf.items = [item for item in leaf.items if id(item) not in taken]
    return notes


def _signs(leaf: Leaf) -> set[str]:
    """The signs on the page that may refer to a note."""
    return {sign for text in _texts(leaf) for sign in _signs_in(text)}


def _signs_in(text: str) -> Iterator[str]:
    for found in MARK.finditer(text):
        if found.start() > 0:
            yield from found[1].split(",")
    yield from re.findall(r"(?<=\S)\[(\d{1,3})\]", text)
    yield from re.findall(r"(?<=\w[.,;:)])[*†‡§¶]+|(?<=\w)[*†‡§¶]+", text)


def _texts(leaf: Leaf) -> Iterator[str]:
    for item in leaf.items:
        if isinstance(item, Table):
            yield from item.texts
        else:
            yield item.text


def _small_runs(leaf: Leaf, body_size: float) -> Iterator[list[Line]]:
    run: list[Line] = []
    for item in leaf.items:
        if isinstance(item, Line) and (item.size <= _SMALL * body_size or MARK.match(item.text)):
            run.append(item)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _start(line: Line, signs: set[str]) -> tuple[str, str] | None:
    """The sign and the text of the note that the line starts, None when it starts none."""
    if found := MARK.match(line.text):
        return found[1], line.text[found.end() :].strip()
    if (found := _SIGN.match(line.text)) and found[1] in signs:
        return found[1], line.text[found.end() :]
    return None


def _note_to_go_on_with(notes: list[Note], leaf: Leaf, run: list[Line]) -> Note | None:
    """The last note of the page before, when the small print at the foot of this page carries it on."""
    if not notes or notes[-1].page != leaf.number - 1 or run[-1] is not leaf.items[-1]:
        return None
    unfinished = not notes[-1].text.rstrip().endswith((".", "!", "?", ")", "”"))
    return notes[-1] if unfinished and run[0].y > 0.5 * leaf.height else None


def take_endnotes(parts: list[Paragraph | Table]) -> list[Note]:
    """Take the notes off the end of a document: numbered paragraphs that raised signs refer to."""
    signs = {sign for part in parts for text in part.texts for sign in _signs_in(text)}
    notes: list[Note] = []
    while parts and isinstance(last := parts[-1], Paragraph):
        started = _SIGN.match(last.text)
        if not started or started[1] not in signs:
            break
        notes.insert(0, Note(started[1], _BACK.sub("", last.text[started.end() :]), last.first.page))
        parts.pop()
    return notes


def without_sign(text: str, sign: str) -> str | None:
    """`text` without the raised sign, None when it has none."""
    for found in MARK.finditer(text):
        signs = found[1].split(",")
        if sign in signs:
            signs.remove(sign)
            return text[: found.start()] + (marked(",".join(signs)) if signs else "") + text[found.end() :]
    pattern = rf"(?<=\S)\[{sign}\]" if sign.isdigit() else rf"(?<=[\w.,;:)]){re.escape(sign)}(?!\w)"
    plain_sign = re.search(pattern, text)
    return text[: plain_sign.start()] + text[plain_sign.end() :] if plain_sign else None


def plain(text: str) -> str:
    """`text` with the raised signs that no note explains as ordinary characters."""
    return MARK.sub(r"\1", text)
