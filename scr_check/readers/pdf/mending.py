"""Lines joined to running text: a hyphen at the end of a line stays only where it belongs to the word."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from scr_check.readers.pdf.page import LINE_END, WORD_END

_BREAK = re.compile(f"([{LINE_END}{WORD_END}])")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_HYPHEN = re.compile(rf"([^\W\d_]+)-[{LINE_END}{WORD_END}]([^\W\d_]+)")
_STEM = 4  # letters that words of one family share
_SEVERAL = 2
_SEAM = 2  # letters on either side of a break
_PREFIXES = frozenset(
    {"non", "multi", "self", "ex", "cross", "half", "part", "full", "long", "short", "well"}
)
_ENDING = re.compile(  # what may be left of a long word
    r"\w{0,2}(?:[st]ions?|ments?|ness|ings?|(?:[ae]n)?ces?|ally|ably|ians?|ities|ity|[eo]rs?|ies|ed|es|ly|al|hoods?)"
)
_VOWEL = re.compile("[aeiouy]")
_CLOSING = (*"-.,;:?!)]”’%", "'s")
_UNENDING = ("i", "u", "v", "j", "q")  # letters that hardly any English word ends in
_SHORT_WORDS = frozenset({"a", "i"})
_EDGES = "\"'“”‘’()[],.;:?!"


class Mending:
    """Joins lines, knowing the words that the document uses elsewhere.

    `divides` says whether the document divides words at the ends of lines at all.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self.words: set[str] = set()
        broken: list[tuple[str, str]] = []
        for text in texts:
            for line in _unbroken(text):
                self.words.update(word.casefold() for word in _WORD.findall(line))
            broken.extend((found[1], found[2]) for found in _HYPHEN.finditer(text))
        for word in [word for word in self.words if "-" in word]:
            self.words.update(word.split("-"))
        self.sorted = sorted(self.words)
        self.starts = {word[:_STEM] for word in self.words if len(word) >= _STEM}
        self.divides = sum(1 for start, end in broken if self._is_divided(start, end)) >= _SEVERAL

    def joined(self, text: str) -> str:
        """`text` in one line."""
        pieces = _BREAK.split(text)
        whole = pieces[-1]
        for piece, sign in zip(pieces[-3::-2], pieces[-2::-2], strict=True):
            before, after = piece.rpartition(" ")[2], whole.partition(" ")[0]
            whole = piece.removesuffix(before) + self._join(before, sign, after) + whole
        return whole

    # What stands between two pieces is decided by the last word before and the first after the break.
    def _join(self, before: str, sign: str, after: str) -> str:
        if before.endswith("\u00ad"):
            return before[:-1]
        if before.endswith("-") and len(before) > 1 and after[:1].isalnum():
            return before if self._keeps_hyphen(before[:-1], after) else before[:-1]
        if before.endswith(("/", "–", "—")) and len(before) > 1 and after[:1].isalnum():
            return before
        if sign == WORD_END and (after.startswith(_CLOSING) or self._is_one_word(before, after)):
            return before
        return before + " "

    def _keeps_hyphen(self, before: str, after: str) -> bool:
        start, end = before.lstrip(_EDGES).casefold(), after.rstrip(_EDGES).casefold()
        if not (start[-1:].isalpha() and after[0].islower()):
            return True
        if f"{start}-{end}" in self.words:
            return True
        if start + end in self.words:
            return False
        if not self.divides or start in _PREFIXES:
            return True
        return self._is_word(start.rpartition("-")[2]) and self._is_word(end.partition("-")[0])

    def _is_divided(self, start: str, end: str) -> bool:
        start, end = start.casefold(), end.casefold()
        return start + end in self.words and f"{start}-{end}" not in self.words

    def _is_word(self, part: str) -> bool:
        """Whether the document uses the word, or one that starts as it does."""
        return part in self.words or (len(part) > _STEM and part[:_STEM] in self.starts)

    def _is_one_word(self, before: str, after: str) -> bool:
        start, end = before.strip(_EDGES).casefold(), after.strip(_EDGES).casefold()
        if start[-1:].isdigit() or end[:1].isdigit():
            return start[-1:].isdigit() and end[:1].isdigit()
        first = end.partition("-")[0].removesuffix("'s").removesuffix("’s")
        if len(first) == 1 and end not in _SHORT_WORDS:
            return True
        if start in self.words and end in self.words:
            return False
        if start not in self.words and first not in self.words and self._runs_through(start, first):
            return True
        if self._begins_a_word(start + end) or (start not in self.words and start.endswith(_UNENDING)):
            return True
        return end not in self.words and (not _VOWEL.search(end) or _ENDING.fullmatch(end) is not None)

    def _runs_through(self, start: str, end: str) -> bool:
        """Whether the letters on both sides of the break stand side by side within other words."""
        seam = start[-_SEAM:] + end[:_SEAM]
        return len(seam) == 2 * _SEAM and any(seam in word[1:] for word in self.sorted)

    def _begins_a_word(self, part: str) -> bool:
        place = bisect_left(self.sorted, part)
        return place < len(self.sorted) and self.sorted[place].startswith(part)


def _unbroken(text: str) -> Iterator[str]:
    """The lines of a text without the parts of words that stand at their ends.

    A word alone in its line stands in a narrow cell, where it may be a part as well.
    """
    pieces = _BREAK.split(text)
    cut = False
    for place in range(0, len(pieces), 2):
        line = pieces[place]
        if len(pieces) > 1 and " " not in line:
            line = ""
        if cut:
            line = line.partition(" ")[2]
        cut = place + 1 < len(pieces) and (pieces[place + 1] == WORD_END or line.endswith(("-", "\u00ad")))
        yield line.rpartition(" ")[0] if cut else line
