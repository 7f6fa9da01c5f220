"""The summary as its readers see it: a title and pieces in the order of the guidance."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading, paragraph, list item or table of a summary for publication.

    `level` is that of a heading, 2 for a part and 3 inside one; `lead` stands in bold before the text;
    the first of a table's `rows` is its head.
    """

    kind: Literal["heading", "paragraph", "item", "table"]
    text: str = ""
    lead: str = ""
    level: int = 2
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Publication:
    """A summary for readers; `marking` is a line that every page carries ("" for none)."""

    board: str
    title: str
    pieces: tuple[Piece, ...]
    marking: str = ""

    @property
    def watermark(self) -> str:
        """The word of the marking that stands large behind the text: "DRAFT"."""
        return self.marking.partition(" ")[0]


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment for a Word file: at `words` of a paragraph (counted from 1), or at the whole of it."""

    paragraph: int
    words: str
    text: str
