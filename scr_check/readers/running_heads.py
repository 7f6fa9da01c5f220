"""What stands at the head or foot of every page, which is no part of the text but may mark it."""

import re
from collections.abc import Iterable

_NUMBER = re.compile(r"\d+")
_ONLY_PAGE = re.compile(r"(?:page )?[-–]?\s?#?\s?[-–]?(?: of #?|/#)?|[ivxl]+", re.IGNORECASE)
_MOST = 20
_LONGEST = 200  # characters


def running_heads(texts: Iterable[str]) -> tuple[str, ...]:
    """Each of the texts once, whatever numbers are in it, without those that only number the page.

    >>> running_heads(["RESTRICTED", "Page 1 of 30", "Child T: page 1", "Child T: page 2", "RESTRICTED"])
    ('RESTRICTED', 'Child T: page 1')
    """
    found: dict[str, str] = {}
    for text in texts:
        wording = _NUMBER.sub("#", text)
        if len(text) <= _LONGEST and not _ONLY_PAGE.fullmatch(wording):
            found.setdefault(wording, text)
        if len(found) == _MOST:
            break
    return tuple(found.values())
