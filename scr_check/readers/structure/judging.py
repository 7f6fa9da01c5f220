"""Judging: how much of a chapter judges what was done, which tells an analysis from a story or an introduction."""

import re
from collections.abc import Sequence

from scr_check.readers.blocks import Block

_FEWEST = 2  # numbered paragraphs of a chapter
_JUDGEMENT = re.compile(
    r"\b(?:(?:should|ought to|could) (?:not )?have|fail(?:ed|ure|ures|ings?)|poor|unacceptable|indefensible|inadequate|unsafe"
    r"|good practice|missed opportunit\w+|mistake|shortcomings?|serious (?:error|omission)|not good enough"
    r"|in (?:the|our|my) view)\b"
)


def judging_part(blocks: Sequence[Block]) -> float:
    """The part (0 to 1) of the numbered paragraphs that judge; 0 where there are too few of them to tell."""
    passages = [block for block in blocks if block.kind == "paragraph" and block.number]
    if len(passages) < _FEWEST:
        return 0.0
    return sum(_JUDGEMENT.search(block.text) is not None for block in passages) / len(passages)
