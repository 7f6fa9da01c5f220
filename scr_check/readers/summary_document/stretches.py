"""A summary taken apart: the blocks under each heading, with the part that they belong to."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from scr_check.readers.structure.outline import Placed
from scr_check.readers.structure.titles import title_words
from scr_check.readers.structure.wording import bare
from scr_check.readers.summary_document.headings import PARTS, part_held, part_named

FRONT = "front"
_NO_OTHERS: Mapping[str, str] = MappingProxyType({})
UNKNOWN = "unknown"

# What a draft says to its author, which is no part of a summary.
_NOTES = re.compile(r"What to write: |Draft under |\[[a-z ,]+\]: |DRAFT - not for publication$")


@dataclass(slots=True)
class Stretch:
    """The blocks of one part, its headings included; `heading` is the one that opened it ("" for none)."""

    part: str
    heading: str = ""
    level: int = 0
    blocks: list[Placed] = field(default_factory=list)

    @property
    def body(self) -> list[Placed]:
        """The blocks without the heading that opened the stretch."""
        return self.blocks[1:] if self.heading else self.blocks


def stretches_of(placed: Sequence[Placed], own: Mapping[str, str] = _NO_OTHERS) -> list[Stretch]:
    """The stretches in reading order, the first the front of the document; notes to the author left out.

    `own` maps headings that are not among the usual ones to the parts that they open.
    """
    named = {title_words(heading): part for heading, part in own.items()}
    found = [Stretch(FRONT)]
    for place in placed:
        block = place.block
        if block.kind != "table" and _NOTES.match(block.text):
            continue
        if block.kind == "heading" and (opened := _opened(place, found[-1], named)):
            found.append(opened)
        found[-1].blocks.append(place)
    return [stretch for stretch in found if stretch.blocks]


def _opened(place: Placed, now: Stretch, own: Mapping[str, str]) -> Stretch | None:
    """The stretch that a heading opens; None where it is a heading inside the one there is."""
    text, level = place.block.text, place.block.level
    part = own.get(title_words(text)) or part_named(text)
    inside = now.part in PARTS and level > now.level
    if part and not (inside and part not in PARTS):
        return Stretch(part, text, level)
    if inside:
        return None
    part = part or part_held(text)
    if part:
        return Stretch(part, text, level)
    if now.part == FRONT and not now.blocks[3:]:
        return None
    return Stretch(UNKNOWN, text, level)


def lines_of(place: Placed) -> Iterator[str]:
    """What a block says, line by line: a table row by row."""
    if place.block.kind == "table":
        yield from (" | ".join(row) for row in place.block.rows)
    else:
        yield " ".join(part for part in (place.block.number, place.block.text) if part)


def same(one: str, other: str) -> bool:
    """Whether two texts have the same words."""
    return bare(one) == bare(other)
