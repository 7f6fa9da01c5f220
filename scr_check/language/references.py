"""References to numbered paragraphs: "6.4", "6.9-6.12", "paragraphs 6.9 to 6.12"."""

import re
from collections.abc import Iterable

_RANGE = re.compile(r"(\d+(?:\.\d+)*)\s*(?:-|–|to)\s*(\d+(?:\.\d+)*)|(\d+(?:\.\d+)*)")


def _order(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split("."))


def refs_cover(refs: Iterable[str], number: str) -> bool:
    """Whether a paragraph number is one of the references or lies in a range of them, both ends included.

    >>> refs_cover(["6.4", "6.9-6.12"], "6.10"), refs_cover(["6.4"], "6.5")
    (True, False)
    """
    bare = re.match(r"\d+(?:\.\d+)*", number)
    if bare is None:
        return False
    wanted = _order(bare[0])
    for ref in refs:
        for first, last, single in _RANGE.findall(ref):
            low, high = _order(first or single), _order(last or single)
            if low <= wanted <= high:
                return True
    return False
