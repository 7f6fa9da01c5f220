"""Where the parts of a summary stand among the paragraphs of a Word file."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from scr_check.documents.place import Place, Pointer
from scr_check.documents.summary import Summary
from scr_check.language.dates import MONTHS
from scr_check.language.words import plain
from scr_check.readers.summary_document.headings import part_named

_NEAR = 24  # paragraphs from the longest text of an entry within which its other texts stand
_NEEDLE = 90  # characters by which a text is found
_LONGEST_HEADING = 16  # words

Leaf = tuple[Pointer, str]


@dataclass(slots=True)
class ParagraphPlaces:
    """Finds the paragraph of a pointer, and of words quoted there: lines are paragraphs, counted from 1.

    The paragraphs are those of a document that holds the summary; what is not found in it has the place of
    the part that it belongs to, and the last resort is the first paragraph.
    """

    paragraphs: Sequence[str]
    _texts: list[str] = field(default_factory=list)
    _of: dict[Pointer, list[int]] = field(default_factory=dict)
    _headings: dict[str, list[int]] = field(default_factory=dict)

    @classmethod
    def among(cls, summary: Summary, paragraphs: Sequence[str]) -> "ParagraphPlaces":
        """The places of a summary's parts among these paragraphs."""
        places = cls(paragraphs, [_spoken(text) for text in paragraphs])
        for index, text in enumerate(paragraphs):
            if text and len(text.split()) <= _LONGEST_HEADING and (part := part_named(text)):
                places._headings.setdefault(part, []).append(index)
        cursor = 0
        for leaves in _entries(summary.model_dump(by_alias=True, exclude_none=True), Pointer("")):
            cursor = places._locate(leaves, cursor)
        return places

    def of(self, pointer: str, quote: str = "") -> Place:
        """The place of `quote` in the text at `pointer`, else of its first paragraph."""
        held = self._held(Pointer(pointer))
        for index in held if quote else ():
            if span := _span(quote, self.paragraphs[index]):
                return Place(index + 1, span[0] + 1, index + 1, span[1] + 1)
        told = held and (_is_entry(pointer) or pointer in self._of)
        first = None if told else self._heading(pointer, held)
        at = first if first is not None else held[0] if held else 0
        length = len(self.paragraphs[at]) if self.paragraphs else 0
        return Place(at + 1, 1, at + 1, length + 1)

    def paragraph_of(self, line: str) -> Place | None:
        """The place of the first paragraph that holds a line, with or without its number."""
        said = _spoken(line)
        texts = enumerate(self._texts)
        at = next(
            (at for at, text in texts if text and (text == said or said.endswith(text[:_NEEDLE]))), None
        )
        return None if at is None else Place(at + 1, 1, at + 1, len(self.paragraphs[at]) + 1)

    def _held(self, pointer: Pointer) -> list[int]:
        """The paragraphs of a pointer, or of what stands under it, or of the nearest part above."""
        while pointer:
            if pointer in self._of:
                return self._of[pointer]
            below = {
                index
                for known, indexes in self._of.items()
                if known.startswith(f"{pointer}/")
                for index in indexes
            }
            if below:
                return sorted(below)
            if self._heading(pointer, []) is not None:
                break
            pointer = pointer.parent
        return []

    def _heading(self, pointer: str, held: Sequence[int]) -> int | None:
        """The heading of the part that a pointer leads to or into, the last before its text."""
        for name in reversed(pointer.split("/")[1:]):
            if found := self._headings.get(name):
                return max((at for at in found if held and at <= min(held)), default=found[-1])
        return None

    def _locate(self, leaves: Sequence[Leaf], cursor: int) -> int:
        """Find the texts of one entry, the longest first; the paragraph from which to look on."""
        main = max(leaves, key=lambda leaf: len(leaf[1]))
        found = self._lines(main[1], cursor, range(len(self._texts)))
        if not found:
            return cursor
        self._of[main[0]] = found
        before = leaves.index(main)  # texts that may stand before it, such as the cells to its left
        window = range(max(0, found[0] - _NEAR), min(len(self._texts), found[-1] + _NEAR))
        for pointer, text in leaves:
            if pointer != main[0]:
                self._of[pointer] = self._lines(text, found[0], window, before) or found[:1]
        return found[0]

    def _lines(self, text: str, cursor: int, window: range, before: int | None = None) -> list[int]:
        """The paragraphs that hold the lines of a text, the first of them from the cursor on.

        With `before` the nearest to the cursor that is at most so many paragraphs above it.
        """
        found: list[int] = []
        for line in filter(None, map(_spoken, _lines_of(text))):
            needle = line[:_NEEDLE]
            fitting = [at for at in window if _holds(self._texts[at], needle)]
            if not fitting:
                continue
            start = found[-1] if found else cursor
            nearest = before is not None and not found
            above = start - (before or 0) if nearest else start
            ranks = {at: (nearest and self._texts[at] != line, at < above, abs(at - start)) for at in fitting}
            found.append(min(fitting, key=ranks.__getitem__))
        return list(dict.fromkeys(found))


def _entries(value: Mapping[str, Any], pointer: Pointer) -> Iterator[list[Leaf]]:
    """The texts of the summary that stand together: an entry of a list, a person, a field by itself."""
    for name, held in value.items():
        at = pointer / name
        if isinstance(held, str):
            yield [(at, held)]
        elif isinstance(held, Mapping):
            if any(isinstance(one, (Mapping, list)) for one in held.values()):
                yield from _entries(held, at)
            elif leaves := list(_leaves(held, at)):
                yield leaves
        else:
            for index, one in enumerate(held):
                if leaves := list(_leaves(one, at / index)):
                    yield leaves


def _leaves(value: Any, pointer: Pointer) -> Iterator[Leaf]:
    if isinstance(value, str):
        if value.strip():
            yield pointer, value
    elif isinstance(value, Mapping):
        for name, held in value.items():
            yield from _leaves(held, pointer / name)
    else:
        for index, held in enumerate(value):
            yield from _leaves(held, pointer / index)


def _lines_of(text: str) -> list[str]:
    """Paragraphs and list items of a text, without the sign that opens an item."""
    paragraphs = re.split(r"\n\s*\n|\n(?=\s*(?:[-•*]|\([a-z]{1,4}\))\s)", text)
    return [re.sub(r"^\s*[-•*]\s+", "", one) for one in paragraphs]


def _spoken(text: str) -> str:
    """A text for comparing: small letters, single spaces, an ISO date as one writes it in a letter."""
    said = " ".join(plain(text).split()).casefold()
    if match := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", said):
        return f"{int(match[3])} {MONTHS[int(match[2]) - 1]} {match[1]}"
    return said


def _holds(text: str, needle: str) -> bool:
    if needle not in text:
        return False
    return len(needle) > 20 or re.search(rf"(?<!\w){re.escape(needle)}(?!\w)", text) is not None


def _is_entry(pointer: str) -> bool:
    """Whether a pointer leads to an entry or a field of one rather than to a whole part."""
    return any(step.isdecimal() for step in pointer.split("/"))


def _span(quote: str, text: str) -> tuple[int, int] | None:
    words = plain(quote).split()
    if not words:
        return None
    found = re.search(r"\s+".join(map(re.escape, words)), plain(text), re.IGNORECASE)
    return found.span() if found else None
