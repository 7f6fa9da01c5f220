"""Paragraphs that speak of the recommendations to come, and ask for nothing themselves."""

import re

from scr_check.readers.structure.duties import DUTY, asks

_FULL_STOP = re.compile(r"(?<=[.!?])\s+")
_QUOTED = re.compile(r"[\"“'‘](?:\w+ ?){1,3}[\"”'’]")  # "must" as a word that is spoken of
_MAKER = r"(?:(?:I|we|this (?:report|review|chapter|section|part)|the (?:\w+ )?(?:panel|author|review|report|board)) )"
_ANNOUNCES = re.compile(
    rf"\b{_MAKER}(?:\w+ly |also |therefore |have |has |now |accordingly )*"
    r"(?:makes?|made|sets? out|puts? forward|offers?|gives?|lists?|contains?|agreed|reach(?:es|ed)?|arrived at)\b"
    r"[^.:]{0,60}?\brecommendations?\b|\bthere (?:are|is)\b[^.:]{0,60}?\brecommendations?\b"
    r"|\brecommendations?\b[^.:]{0,60}?\b(?:follow|follows|are|is|appear|appears|stand|stands|have been|has been)\b",
    re.IGNORECASE,
)
_ON_THEM = re.compile(r"\b(?:recommendations?|they|these|the reader|none|some|it)\b", re.IGNORECASE)


def announces(text: str) -> bool:
    """Whether a paragraph opens by telling that recommendations are made, whatever else it says.

    >>> announces("We make six recommendations, which are in Table 4."), announces("The Board must act.")
    (True, False)
    >>> announces("The panel makes one recommendation: the Board must act.")
    False
    """
    first = _FULL_STOP.split(_QUOTED.sub("", text), 1)[0]
    return bool(_ANNOUNCES.search(first)) and not _asks_besides(first)


def only_announces(text: str) -> bool:
    """Whether a paragraph announces recommendations, and no sentence of it asks a body for anything.

    >>> only_announces('I make six recommendations. Where I say "must" the law leaves no choice.')
    True
    >>> only_announces("The panel makes one recommendation. The Board must act.")
    False
    """
    sentences = _FULL_STOP.split(_QUOTED.sub("", text))
    return announces(text) and not any(_asks_besides(sentence) for sentence in sentences[1:])


def _asks_besides(sentence: str) -> bool:
    """Whether a sentence asks for something, and not only how the recommendations are to be read."""
    duty = DUTY.search(sentence)
    if duty is None:
        return asks(sentence)
    return not _ON_THEM.search(sentence[: duty.start()]) or ":" in sentence[: duty.start()]
