"""Text for a terminal: colour, width in columns, and what may not be shown there."""

import re
import unicodedata
from textwrap import wrap

_CODES = {
    "error": "1;31",
    "warning": "1;33",
    "info": "1;36",
    "strong": "1",
    "gutter": "1;34",
    "faint": "2",
    "mark": "1;4",
}
_UNSHOWN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def paint(text: str, how: str, color: bool) -> str:
    """`text` in a colour, when colour is wanted."""
    return f"\x1b[{_CODES[how]}m{text}\x1b[0m" if color and text else text


def shown(text: str) -> str:
    """`text` without signs that would move the cursor, hide words or turn their order."""
    return _UNSHOWN.sub(" ", text.replace("\t", " "))


def columns(text: str) -> int:
    """How many columns `text` takes on a terminal."""
    if text.isascii():
        return len(text)
    return sum(_columns_of(sign) for sign in text)


def _columns_of(sign: str) -> int:
    if unicodedata.combining(sign) or unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def folded(text: str, width: int | None, first: str = "", rest: str = "") -> list[str]:
    """`text` in lines of at most `width` columns (None: one line), after `first`, then after `rest`."""
    plain = " ".join(shown(text).split())
    if width is None:
        return [first + plain]
    lines = wrap(
        plain,
        max(width, len(first) + 20),
        initial_indent=first,
        subsequent_indent=rest,
        break_on_hyphens=False,
        break_long_words=False,
    )
    return lines or [first.rstrip()]
