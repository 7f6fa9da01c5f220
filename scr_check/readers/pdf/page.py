"""What a page of a PDF is made of: words and ruling lines, and the lines and tables found in them.

All lengths are points; x runs to the right and y downwards from the top left corner of the page as seen.
"""

import re
from dataclasses import dataclass, field

LINE_END = "\n"
"""Stands between the lines of a text until it is known whether a hyphen at a line's end is to stay."""

WORD_END = "\v"
"""Stands where a narrow cell may have broken a word that is wider than itself."""

PLACEHOLDER = "\ufffc"
"""The text of the word that stands for a table while the order of reading is found."""

MARK = re.compile("\x0e([^\x0f]*)\x0f")
"""A small raised sign in a text, which may refer to a footnote."""


def marked(sign: str) -> str:
    """`sign` as it stands in a text when it is small and raised."""
    return f"\x0e{sign}\x0f"


@dataclass(slots=True)
class Word:
    """A run of characters without a space: from x0 to x1, standing on the baseline y.

    `glued`: no space parts it from the word before; `turned`: it does not read from left to right.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = False
    italic: bool = False
    glued: bool = False
    turned: bool = False

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of the word's small letters."""
        return (self.x0 + self.x1) / 2, self.y - 0.25 * self.size


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruling line from (x0, y0) to (x1, y1), either level (y0 == y1) or upright (x0 == x1)."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def level(self) -> bool:
        """Whether it runs from left to right."""
        return self.y0 == self.y1


@dataclass(slots=True)
class Page:
    """A page as it came out of the file; `number` counts from 1."""

    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)


@dataclass(slots=True)
class Line:
    """A line of running text.

    `first_word` is the width of its first word; `lead` its first stretch when a wide gap follows it (a
    hanging number), `body` the x at which the text after it starts; `tail` its last stretch when a wide gap
    stands before it (the page number in a table of contents); `right` where the lines of its column end,
    0 until that is known from other pages.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    italic: bool
    page: int
    first_word: float
    lead: str = ""
    body: float = 0.0
    tail: str = ""
    right: float = 0.0


@dataclass(slots=True)
class Table:
    """A table, or the part of one that stands on one page; `edges` are the x of its columns' borders."""

    rows: list[list[str]]
    edges: tuple[float, ...]
    x0: float
    y0: float
    x1: float
    y1: float
    page: int
    last_page: int = 0

    @property
    def texts(self) -> list[str]:
        """The text of every cell, row by row."""
        return [cell for row in self.rows for cell in row]


@dataclass(slots=True)
class Frame:
    """Words in a box of ruling lines, read as running text."""

    words: list[Word]
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(slots=True)
class Leaf:
    """A page whose words have been put together: its lines and tables in reading order."""

    number: int
    width: float
    height: float
    items: list[Line | Table]
    comments: int = 0

    @property
    def lines(self) -> list[Line]:
        """Its lines without its tables."""
        return [item for item in self.items if isinstance(item, Line)]
