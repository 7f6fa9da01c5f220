"""Recommendations as they are come upon, before it is known whose they are."""

from dataclasses import dataclass, field
from typing import Literal

from scr_check.readers.structure.duties import DUTY, orders
from scr_check.readers.structure.outline import Heading

Origin = Literal["label", "number", "item", "bullet", "prose", "row"]


@dataclass(slots=True)
class Draft:
    """A recommendation found: `id` as printed ("" where none is), its text in parts, and where it stands."""

    id: str
    origin: Origin
    path: tuple[Heading, ...]
    parts: list[str] = field(default_factory=list)
    kind: str = ""  # words of its label that name a set: "National"
    body: str | None = None  # a body named beside it: a table's column, or brackets after the label
    band: str | None = None  # the band row over it in a table
    timescale: str | None = None  # by when, from a table's column
    ref: str | None = None
    page: int | None = None
    in_section: bool = True  # in a section of recommendations, and not quoted in the analysis
    announces: bool = False  # opens by telling that recommendations are made
    titled: bool = False  # opened by a heading, whose text follows

    @property
    def text(self) -> str:
        """The text of all its parts; under a title, from the first part that asks for something."""
        parts = [part for part in self.parts if part]
        if self.titled:
            asking = [index for index, part in enumerate(parts) if DUTY.search(part) or orders(part)]
            parts = parts[asking[0] :] if asking else parts
        return " ".join(parts).strip()

    @property
    def scope(self) -> str:
        """What it shares with its neighbours: the nearest heading and the band row over it."""
        return f"{self.path[-1].text if self.path else ''}|{self.band or ''}"
