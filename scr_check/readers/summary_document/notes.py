"""What a person should check after a summary was read from a word processor."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from scr_check.readers.structure.outline import Placed
from scr_check.readers.summary_document.stretches import lines_of


@dataclass(frozen=True, slots=True)
class LeftOver:
    """Lines that belong to no field, and the heading under which they stand."""

    heading: str
    lines: tuple[str, ...]


@dataclass(slots=True)
class Notes:
    """Doubts, a sentence each without words of the document but headings, and what was left over."""

    doubts: list[str] = field(default_factory=list)
    left_over: list[LeftOver] = field(default_factory=list)

    def doubt(self, sentence: str) -> None:
        """Add a doubt."""
        self.doubts.append(sentence)

    def leave(self, heading: str, places: Sequence[Placed]) -> None:
        """Keep blocks that belong to no field."""
        lines = tuple(line for place in places for line in lines_of(place) if line)
        if lines:
            self.left_over.append(LeftOver(heading, lines))
