"""Every text of a summary, with the pointer that leads to it."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate

from scr_check.documents.part import Part
from scr_check.documents.place import Pointer

ROOT = Pointer("")

# From a capital, a figure, @, + or a sign beyond ASCII on: re takes a hundred times as long to compile a set of these.
_TELLING = re.compile(r"[^\x00-*,-/:-?\[-\x7f]\S*(?: [A-Z]\S*)*")


class Texts:
    """Texts with their pointers, in the order of the format, and `whole`: all of them as one, a line break between.

    What rules look for stands in few of them: one look at the whole says in which, and costs less than a look at each.
    """

    def __init__(self, pairs: Sequence[tuple[Pointer, str]]) -> None:
        self.pairs = pairs
        self.whole = "\n".join([text for _, text in pairs])

    def __iter__(self) -> Iterator[tuple[Pointer, str]]:
        return iter(self.pairs)

    @cached_property
    def telling(self) -> str:
        """What names and numbers are made of: each different word from its first capital, figure, @ or + on.

        Each stands on a line, with the capitalised words that follow it.

        >>> Texts([(ROOT, "ring the pre-School of St Mary on 01632 960 983"), (ROOT, "the School")]).telling
        'School\\nSt Mary\\n01632\\n960\\n983'
        """
        return "\n".join(dict.fromkeys(_TELLING.findall(self.whole)))

    @cached_property
    def _ends(self) -> list[int]:
        return list(accumulate([len(text) + 1 for _, text in self.pairs]))

    def at(self, offsets: Iterable[int]) -> Iterator[tuple[Pointer, str]]:
        """Those that stand at these offsets of the whole, each once and in their order."""
        for index in dict.fromkeys(bisect_right(self._ends, offset) for offset in sorted(offsets)):
            yield self.pairs[index]

    def holding(self, words: Iterable[str]) -> Iterator[tuple[Pointer, str]]:
        """Those in which one of the words stands."""
        return self.at(offset for word in words for offset in _offsets_of(word, self.whole))


def _offsets_of(word: str, text: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


def texts_of(part: object, at: Pointer = ROOT) -> Iterator[tuple[Pointer, str]]:
    """Pointer and text of every text below `part`, in the order of the format; blanks are left out."""
    found: list[tuple[Pointer, str]] = []
    _collect(part, at, found)
    return iter(found)


def _collect(part: object, at: str, found: list[tuple[Pointer, str]]) -> None:
    if isinstance(part, str):
        if part and not part.isspace():
            found.append((Pointer(at), part))
    elif isinstance(part, Part):
        for name, step in part.names:
            value = getattr(part, name)
            if type(value) is str:  # as most are
                if value and not value.isspace():
                    found.append((Pointer(f"{at}/{step}"), value))
            elif value:
                _collect(value, f"{at}/{step}", found)
    elif isinstance(part, list):
        for index, item in enumerate(part):
            _collect(item, f"{at}/{index}", found)
    elif isinstance(part, dict):
        for key, value in part.items():
            below = Pointer(at) / key
            found.append((below, key))
            _collect(value, below, found)
