"""What a sentence asks of whom: words of duty, and whom they stand after."""

import re

from scr_check.readers.structure.vocabulary import alternatives, vocabulary

# "should have" blames, it does not ask.
DUTY = re.compile(
    r"\b(?:must|should|shall|will|ought to|needs? to|has to|have to|may not|is to|are to|"
    rf"(?:is|are|be) (?:also )?(?:{alternatives('asked')}) to)\b(?! (?:not )?have\b(?! to))"
)
_ASKS = re.compile(r"\brecommend(?:s|ed)?\b", re.IGNORECASE)


_BODY_ORDERED = re.compile(
    r"(?!(?:I|We|They|It|There|This|These|Those|He|She|You|Here) )"
    r"(?:The )?(?:[A-Z][\w'&-]*(?: (?:and|of|for|the|&))*\s+){1,10}(?:to\s+)?"
    rf"(?:{alternatives('imperatives')})\b"
)  # "Northmoor Police review ...", "NHS Northmoor to ensure ..."


def asks(text: str) -> bool:
    """Whether a text asks for something, as a recommendation does.

    >>> asks("The Board must act."), asks("CSC should have acted."), asks("Review the policy.")
    (True, False, True)
    """
    return bool(DUTY.search(text) or _ASKS.search(text) or orders(text) or _BODY_ORDERED.match(text))


def orders(text: str) -> bool:
    """Whether a text opens with an order: "Ensure that ..."."""
    return text.partition(" ")[0].strip(",:").lower() in vocabulary().words["imperatives"]
