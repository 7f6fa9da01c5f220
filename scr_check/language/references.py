"""References to numbered paragraphs: "6.4", "6.9-6.12", "paragraphs 6.9 to 6.12", "D7", "C.15 to C.17"."""

import re
from collections.abc import Iterable
from functools import lru_cache

_Order = tuple[str, tuple[int, ...]]
_NUMBER = r"(?:\b[A-Z]\.?)?\d+(?:\.\d+)*"
_RANGE = re.compile(rf"({_NUMBER})\s*(?:-|–|to)\s*({_NUMBER})|({_NUMBER})")


@lru_cache(maxsize=4096)
def _order(number: str) -> _Order:
    """A chapter's letter, if any, and the numbers after it."""
    letter = number[0] if number[0].isalpha() else ""
    return letter, tuple(int(part) for part in number.lstrip(letter + ".").split("."))


def refs_cover(refs: Iterable[str], number: str) -> bool:
    """Whether a paragraph number is one of the references or lies in a range of them, both ends included.

    >>> refs_cover(["6.4", "6.9-6.12"], "6.10"), refs_cover(["6.4"], "6.5"), refs_cover(["B.9-B.15"], "B.11")
    (True, False, True)
    """
    bare = re.match(_NUMBER, number)
    if bare is None:
        return False
    wanted = _order(bare[0])
    return any(low <= wanted <= high for ref in refs for low, high in _ranges(ref))


@lru_cache(maxsize=1024)
def _ranges(ref: str) -> list[tuple[_Order, _Order]]:
    """The first and last of each range in a reference; of a single number, that number twice."""
    return [(_order(first or single), _order(last or single)) for first, last, single in _RANGE.findall(ref)]
