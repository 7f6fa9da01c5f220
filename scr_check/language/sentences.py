"""Sentences and clauses of British official prose."""

import re
from dataclasses import dataclass

from scr_check.language.words import plain

_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st no nos para paras rec recs e.g i.e etc vs cf al ref fig approx dept inc ltd".split()
)
_STOP = re.compile(r"[.!?]+[\"')\]]*(?=\s+[\"'(\[]?[A-Z0-9£])|[.!?]+[\"')\]]*\s*$|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text: `start` and `end` (end exclusive)."""

    start: int
    end: int


def sentences_in(text: str) -> list[Span]:
    """The sentences of a text.

    >>> text = "Dr X saw him at 07.52. No. 4 was empty (see para. 3). It was 2.5 kg."
    >>> [text[s.start : s.end] for s in sentences_in(text)]
    ['Dr X saw him at 07.52.', 'No. 4 was empty (see para. 3).', 'It was 2.5 kg.']
    """
    text = plain(text)
    found: list[Span] = []
    start = 0
    for match in _STOP.finditer(text):
        last = re.search(r"([\w.]+)[.!?]+[\"')\]]*$", text[start : match.end()])
        word = last[1].lower() if last else ""
        if match.end() < len(text.rstrip()) and (
            word in _ABBREVIATIONS
            or (
                re.fullmatch(r"[a-z]", word)
                and not re.match(r"[A-Z]", text[match.end() - 2 : match.end() - 1])
            )
        ):
            continue
        _add(found, text, start, match.end())
        start = match.end()
    _add(found, text, start, len(text))
    return found


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    if piece.strip():
        found.append(Span(start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())))
