"""Recommendations in running text, each with its number behind it: "The Trust must act (Hospital 1)."."""

import re
from dataclasses import dataclass

from scr_check.readers.structure.duties import DUTY

_FULL_STOP = re.compile(r"(?<=[.;!?])\s+")
_NUMBERED = re.compile(
    r"\s*\((?P<code>[A-Z][\w'&-]*(?:\s+[A-Z][\w'&-]*){0,3})\s+(?P<number>\d{1,3}(?:\.\d{1,2})?)\)\s*[.;]?$"
)
_POINTS_ELSEWHERE = re.compile(
    r"(?:Recommendation|Table|Figure|Chapter|Section|Part|Paragraph|Ann?ex|Appendix|Note)"
)
_SPEAKS_OF_THEM = re.compile(r"\brecommendations?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Inline:
    """One of them: its number, its text, and who it is said to come from."""

    number: str
    text: str
    source: str


def inline_recommendations(text: str) -> list[Inline]:
    """The recommendations that a paragraph makes in passing; none where it does not speak of recommendations.

    >>> made = inline_recommendations("Its review makes one recommendation. The Trust must act (Hospital 1).")
    >>> made[0].number, made[0].text, made[0].source
    ('1', 'The Trust must act.', 'Its review makes one recommendation.')
    >>> inline_recommendations("The Trust must act (Recommendation 1)."), inline_recommendations("It acted (Table 1).")
    ([], [])
    """
    found: list[Inline] = []
    source = ""
    for sentence in _FULL_STOP.split(text):
        spoken_of = _SPEAKS_OF_THEM.search(sentence)
        if spoken_of:
            source = sentence
        numbered = _NUMBERED.search(sentence)
        if not numbered or not source or _POINTS_ELSEWHERE.match(numbered["code"]):
            continue
        said = sentence[: numbered.start()]
        if spoken_of:  # "It makes one recommendation: the Trust must act (Hospital 1)."
            said = said[spoken_of.end() :].partition(": ")[2]
        if DUTY.search(said):
            found.append(Inline(numbered["number"], f"{said[0].upper()}{said[1:]}.", source))
    return found
