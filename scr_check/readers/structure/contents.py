"""Leaves out a report's contents list, which repeats its headings."""

import re
from collections.abc import Iterator, Sequence

from scr_check.readers.blocks import Block
from scr_check.readers.structure.titles import is_contents
from scr_check.readers.structure.wording import bare

_PAGE = re.compile(r"[\s.…]*\d*$")
_NUMBER = re.compile(r"^\(?[\dA-Z]{0,3}(?:\.\d+)*[.)]?\s+")
_LONGEST_ENTRY = 25  # words


def without_contents(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks without a contents list and its title; it ends where one of its entries comes again."""
    entries: set[str] | None = None
    for block in blocks:
        if block.kind in ("heading", "paragraph") and is_contents(block.text):
            entries = set()
        elif entries is None:
            yield block
        elif (title := bare(_NUMBER.sub("", _PAGE.sub("", block.text)))) in entries or not _is_entry(block):
            entries = None
            yield block
        else:
            entries.add(title)


def _is_entry(block: Block) -> bool:
    if block.kind in ("heading", "note"):
        return False
    if block.kind == "table":
        return all(re.fullmatch(r"\d{0,3}", row[-1].strip()) for row in block.rows if row)
    return len(block.text.split()) <= _LONGEST_ENTRY and not block.text.endswith(".")
