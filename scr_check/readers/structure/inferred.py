"""Inferred headings: lines that only their look makes headings."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from scr_check.readers.blocks import Block
from scr_check.readers.structure.labels import label_of
from scr_check.readers.structure.titles import is_apart, section_of, title_words
from scr_check.readers.structure.vocabulary import vocabulary
from scr_check.readers.structure.wording import is_sentence, opens_with_capital

INFERRED = 7  # the level of a heading that only its look gives away: below all others
_LONGEST_HEADING = 14  # words
_LONGEST_NAME = 9  # words of a line that only names whose recommendations follow


def with_inferred_headings(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, lines that look like headings made into headings."""
    numbers = _tells_headings_by_stops(blocks)
    for block, after in zip_longest(blocks, blocks[1:]):
        looks_so = after is not None and _is_heading(block, after, numbers)
        yield replace(block, kind="heading", level=INFERRED) if looks_so else block


def _tells_headings_by_stops(blocks: Sequence[Block]) -> bool:
    """Whether a numbered line without a full stop is a heading: none is marked, and passages have stops."""
    passages = [block for block in blocks if block.kind == "paragraph" and block.number]
    stopped = sum(is_sentence(block.text) for block in passages)
    return stopped >= 0.6 * len(passages) and not any(
        block.kind == "heading" and block.number for block in blocks
    )


def _is_heading(block: Block, after: Block, numbers: bool) -> bool:
    if block.kind != "paragraph" or not opens_with_capital(block.text):
        return False
    text = block.text.removesuffix(":") if block.bold else block.text
    if is_sentence(text) or len(text.split()) > _LONGEST_HEADING or _is_caption(text):
        return False
    if block.number:
        return block.bold or (numbers and after.kind != "item")
    named = text.isupper() and section_of(title_words(text)) is not None
    return block.bold or is_apart(text) or named or _stands_over(text, after)


def _stands_over(text: str, after: Block) -> bool:
    """Whether a bare line without number or stop stands over a numbered or labelled passage, as a body's name may."""
    short = len(text.split()) <= _LONGEST_NAME and not text.endswith((":", ";", ",")) and ":" not in text
    below = after.kind == "paragraph" and after.number is not None and is_sentence(after.text)
    return short and below and label_of(after.text, True) is not None


def _is_caption(text: str) -> bool:
    return (
        re.match(r"(\w+) \d+[a-z]?\b", text) is not None
        and text.split()[0].lower() in vocabulary().words["caption"]
    )
