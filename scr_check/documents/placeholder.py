"""Placeholders: what a scaffold writes where the author has still to write."""

import re

PLACEHOLDER_OPENING = "[fill in"
PLACEHOLDER_CLOSING = "]"

# How what is unwritten begins to say so.
_MAY_BE_UNWRITTEN = re.compile(r"[\s.<>()\]]*[tT](?:[bB][aAcCdD]|[oO]\s+(?:[bB][eE]|[fF]))")
_UNWRITTEN_LINE = re.compile(rf"\n{_MAY_BE_UNWRITTEN.pattern}")
_UNWRITTEN = frozenset(
    {"tbc", "tba", "tbd", "to be confirmed", "to be completed", "to be added", "to follow", "to fill in"}
)


def placeholder(what: str) -> str:
    """The text that stands for what the author has still to write.

    >>> placeholder("why the review was held")
    '[fill in: why the review was held]'
    """
    return f"{PLACEHOLDER_OPENING}: {what}{PLACEHOLDER_CLOSING}"


def is_placeholder(text: str) -> bool:
    """Whether a text is still a scaffold's placeholder, or says only that it is to be written.

    >>> is_placeholder("[Fill in: the lead's job title]"), is_placeholder("TBC."), is_placeholder("None")
    (True, True, False)
    """
    if "[" not in text and not _MAY_BE_UNWRITTEN.match(text):
        return False
    plain = " ".join(text.lower().split())
    return PLACEHOLDER_OPENING in plain or plain.strip(" .<>[]()") in _UNWRITTEN


def may_hold_placeholder(texts: str) -> bool:
    """Whether any of the texts, which begin on lines of their own, may be a placeholder: most summaries have none left.

    >>> may_hold_placeholder("The Board met.\\nTo be confirmed"), may_hold_placeholder("It met.\\nIt agreed.")
    (True, False)
    """
    return (
        "[" in texts
        or _MAY_BE_UNWRITTEN.match(texts) is not None
        or _UNWRITTEN_LINE.search(texts) is not None
    )


def is_written(text: str | list[str] | None) -> bool:
    """Whether a field says something: "None" does, as a placeholder does; silence and blank text do not.

    >>> is_written("None"), is_written(" "), is_written([]), is_written(["", "an inquest"])
    (True, False, False, True)
    """
    if isinstance(text, str):
        return bool(text.strip(" .-\n\t"))
    return any(line.strip(" .-\n\t") for line in text or ())


def is_filled(text: str | None) -> bool:
    """Whether a field is written and no longer a placeholder, so that its content can be judged.

    >>> is_filled("soon"), is_filled("[fill in: a date]"), is_filled(None)
    (True, False, False)
    """
    return is_written(text) and not is_placeholder(text or "")
