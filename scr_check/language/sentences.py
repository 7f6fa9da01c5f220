"""Sentences and clauses of British official prose."""

import re
from dataclasses import dataclass

from scr_check.language.words import plain

_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st no nos para paras rec recs e.g i.e etc vs cf al ref fig approx dept inc ltd".split()
)
# It opens with a set of signs, which re looks for quickly; what may follow depends on the sign found.
_STOP = re.compile(r"[.!?\n](?:(?<=\n)\s*\n|(?<!\n)[.!?]*[\"')\]]*(?:(?=\s+[\"'(\[]?[A-Z0-9£])|\s*$))")
_LONG_ONES = "|".join(f"{one[-4:]}." for one in sorted(_ABBREVIATIONS) if len(one) >= 4)
_SURE_STOP = re.compile(rf"[.!?](?=\s+[A-Z])(?<=[a-z]{{4}}.)(?<!{_LONG_ONES})")
_LAST_WORD = re.compile(r"([\w.]+)[.!?]+[\"')\]]*$")


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
    start, last = 0, len(text.rstrip())
    for match in _STOP.finditer(text):
        if match.end() < last and _is_no_end(text, start, match.end()):
            continue
        _add(found, text, start, match.end())
        start = match.end()
    _add(found, text, start, len(text))
    return found


def stretches_of(text: str) -> list[str]:
    """The text parted where a sentence surely ends: each stretch is one or more whole sentences.

    It takes a fraction of the time of `sentences_in`, which weighs every stop.

    >>> stretches_of("It was seen by Prof. Roe at 07.52. No. 4 was empty. It was cold.")
    ['It was seen by Prof. Roe at 07.52. No. 4 was empty', ' It was cold.']
    """
    return _SURE_STOP.split(text)


def _is_no_end(text: str, start: int, end: int) -> bool:
    """Whether the stop before `end` belongs to an abbreviation or to a small letter alone."""
    if text[end - 1].isspace():
        return False
    last = _LAST_WORD.search(text[start:end].rsplit(None, 1)[-1])
    word = last[1].lower() if last else ""
    return word in _ABBREVIATIONS or (
        len(word) == 1 and "a" <= word <= "z" and not "A" <= text[end - 2 : end - 1] <= "Z"
    )


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    if piece.strip():
        found.append(Span(start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())))
