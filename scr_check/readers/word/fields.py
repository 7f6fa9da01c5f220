"""Fields in running text: their stored results are read, their instructions are not."""

import re
from dataclasses import dataclass, field

from scr_check.readers.numerals import written_in_word
from scr_check.readers.word.properties import whole

_UNSTORED = frozenset(
    {"LISTNUM", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT"}
)  # Word shows them, and stores nothing
_FORMATS = {
    "ROMAN": "upperRoman",
    "roman": "lowerRoman",
    "ALPHABETIC": "upperLetter",
    "alphabetic": "lowerLetter",
}
_RESET = re.compile(r"\\r\s*(\d{1,9})")
_FORMAT = re.compile(r"\\\*\s*(\w+)")


@dataclass(slots=True)
class _Field:
    instruction: list[str] = field(default_factory=list)
    result: list[str] = field(default_factory=list)
    shows: bool = False  # whether its result has begun

    @property
    def words(self) -> list[str]:
        return "".join(self.instruction).split()

    @property
    def name(self) -> str:
        words = self.words
        return words[0].upper() if words else ""


class Fields:
    """The fields that are open at a place of the text, and the counts of sequences (SEQ).

    `spanning` says whether a field may go on into the next paragraph, as a table of contents does; in a
    damaged file it must not, lest the rest of the text be taken for contents.
    """

    def __init__(self, *, spanning: bool = True) -> None:
        self._open: list[_Field] = []
        self._sequences: dict[str, int] = {}
        self._spanning = spanning
        self._instructing = 0
        self._in_contents = 0
        self.unstored = 0

    @property
    def reading(self) -> bool:
        """Whether text here is to be read: not an instruction, not a table of contents."""
        return not self._instructing and not self._in_contents

    @property
    def contents_left_open(self) -> bool:
        """Whether a table of contents has begun and not ended."""
        return self._in_contents > 0

    def begin(self) -> None:
        """Open a field."""
        self._open.append(_Field())
        self._instructing += 1

    def instruct(self, text: str) -> None:
        """Add to the instruction of the innermost field."""
        if self._open and not self._open[-1].shows:
            self._open[-1].instruction.append(text)

    def show(self) -> None:
        """Go from the instruction of the innermost field to its result."""
        if self._open and not self._open[-1].shows:
            self._open[-1].shows = True
            self._instructing -= 1
            self._in_contents += self._is_contents(self._open[-1])

    def add(self, text: str) -> None:
        """Note text that stands in the result of the innermost field."""
        if self._open:
            self._open[-1].result.append(text)

    def end(self) -> str:
        """Close the innermost field; the text it shows when Word stored none."""
        if not self._open:
            return ""
        closed = self._open.pop()
        if closed.shows:
            self._in_contents -= self._is_contents(closed)
        else:
            self._instructing -= 1
        self.unstored += closed.name in _UNSTORED
        return self._next_in_sequence(closed) if closed.name == "SEQ" else ""

    def end_paragraph(self) -> None:
        """Close what a paragraph left open that cannot go on into the next."""
        while self._open and not (self._spanning and self._open[-1].shows):
            self.end()

    def _is_contents(self, entry: _Field) -> bool:
        return self._spanning and entry.name in ("TOC", "INDEX")

    def _next_in_sequence(self, closed: _Field) -> str:
        words, instruction = closed.words, "".join(closed.instruction)
        sequence = words[1] if len(words) > 1 else ""
        stored = "".join(closed.result).strip()
        if stored:
            self._sequences[sequence] = whole(stored) or self._sequences.get(sequence, 0) + 1
            return ""
        count = self._sequences.get(sequence, 0)
        if reset := _RESET.search(instruction):
            count = int(reset[1])
        elif r"\c" not in words:
            count += 1
        self._sequences[sequence] = count
        if r"\h" in words:
            return ""
        named = _FORMAT.search(instruction)
        return written_in_word(count, _FORMATS.get(named[1], "decimal") if named else "decimal")
