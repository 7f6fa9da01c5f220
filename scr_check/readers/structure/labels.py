"""Labels of recommendations: "Recommendation 4.", "R4:", "National recommendation 1 (Ofsted):", "CSC1."."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from scr_check.readers.structure.duties import DUTY, asks
from scr_check.readers.structure.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Label:
    """A label: its id as printed, the words before it ("National"), a body in brackets, and the text."""

    id: str
    kind: str
    body: str | None
    text: str


@cache
def _full() -> re.Pattern[str]:
    numbers = "|".join(vocabulary().numbers)
    return re.compile(
        rf"(?P<kind>(?:[A-Z][\w'-]*\s+(?:\w[\w'-]*\s+){{0,4}}?)?)(?:recommendation|rec\.?)(?!(?<=[a-z])(?-i:[a-z]))\s*"
        r"(?:no\.?\s*|number\s+)?"
        rf"(?P<id>(?:(?-i:[A-Z]){{1,5}}[-. ]?)?\d{{1,3}}(?:\.\d{{1,2}})*[a-z]?|\b(?:{numbers})\b|(?-i:[A-Z])(?=\s*[:.)–—(-]))"
        r"\s*(?P<body>\([^)]{1,300}\))?\s*(?P<end>[:.)–—-]+|$)?\s*",
        re.IGNORECASE,
    )


_CODE = re.compile(
    r"(?P<id>[A-Z]{1,5}(?:(?P<shared>\d{0,2}/)|[- ]?)\d{1,2}(?:\.\d{1,2})?)\s*(?P<body>\([^)]{1,300}\))?\s*"
    r"(?P<end>[:.)–—-]+)\s+(?=[\"'(]?[A-Z])"
)


_NAMED = re.compile(  # by whose they are: "Northmoor Homes 2.", "Health Overview 1."
    r"(?!(?:Table|Figure|Chapter|Section|Part|Paragraph|Appendix|Annexe?|Note|Theme|Box)\b)"
    r"(?P<kind>[A-Z][\w'&-]*(?: (?:and |of )?[A-Z][\w'&-]*){0,6}) (?P<id>\d{1,2})[.:]\s+(?=[A-Z])"
)
_INSIDE = re.compile(r"[.!?:;]\s+(?=(?:\w+ )?[Rr]ecommendation \d)")  # where a label may stand in a paragraph
_FOLLOWS = re.compile(r"^((?:\w+ )?[Rr]ecommendation \d{1,3}) (?:follows|is this|is that)[.:]")
_BARE_CODE = re.compile(
    r"(?P<id>R ?\d{1,2}(?:\.\d{1,2})?|(?P<other>[A-Z]{2,5}(?:-|\d{0,2}/)\d{1,2}))\s+(?=[A-Z])(?!Recommendations?\b)"
)  # "R4 The", "R1.2 The", "OV-2 The", "CDT/3 The", but not the title "R1 Recommendations of the Board"


def label_of(text: str, among_recommendations: bool) -> Label | None:
    """The label that a passage opens with; None when it only mentions a recommendation.

    >>> label_of("Recommendation 4. The Trust must act.", False)
    Label(id='4', kind='', body=None, text='The Trust must act.')
    >>> label_of("Recommendation 7 deals with this.", True), label_of("R4. The Board must act.", False).id
    (None, 'R4')
    >>> label_of("Northmoor Homes 2. Northmoor Homes must act.", True)
    Label(id='2', kind='Northmoor Homes', body=None, text='Northmoor Homes must act.')
    >>> label_of("OV-2 The Trust must act.", True).id, label_of("R4 Review the policy.", True).id
    ('OV-2', 'R4')
    >>> label_of("CDT/3 The Team must review each case.", True).id
    'CDT/3'
    >>> label_of("HV-2 Sarah saw him.", True)
    >>> label_of("AT1/2. The Trust must keep a log.", False).id, label_of("R1.2 The Board must act.", True).id
    ('AT1/2', 'R1.2')
    >>> label_of("R1 Recommendations of the Board", True)
    >>> label_of("Recommendation B: The Board must act.", True).id, label_of("Recorded 31: seen.", False)
    ('B', None)
    """
    text = _FOLLOWS.sub(r"\1:", text)
    if (match := _full().match(text)) and _is_label(match, among_recommendations):
        printed = match["id"].strip()
        number = vocabulary().numbers.get(printed.lower(), printed)
        return Label(number, match["kind"].strip(), _bracketed(match["body"]), text[match.end() :])
    if (match := _CODE.match(text)) and (
        among_recommendations
        or (match["id"][0] == "R" and match["id"][1:].strip(" -").isdigit())
        or (
            match["shared"] and asks(text[match.end() :])
        )  # "AT1/2. The Trust must keep a log." in a chapter on a trust
    ):
        return Label(match["id"].replace(" ", ""), "", _bracketed(match["body"]), text[match.end() :])
    if among_recommendations and (match := _NAMED.match(text)) and DUTY.search(text.partition(". ")[2]):
        return Label(match["id"], match["kind"], None, text[match.end() :])
    if among_recommendations and (match := _BARE_CODE.match(text)):
        rest = text[match.end() :]
        if not match["other"] or asks(rest):  # "HV-2 Sarah saw him" asks for nothing
            return Label(match["id"].replace(" ", ""), "", None, rest)
    return None


def labelled_parts(text: str) -> list[str]:
    """The parts of a paragraph that each open with a label and ask for something; none where no label stands inside it.

    >>> labelled_parts("The club has two. Recommendation 1: The club must ask. Recommendation 2: It must write.")
    ['Recommendation 1: The club must ask.', 'Recommendation 2: It must write.']
    >>> labelled_parts("Recommendation 1: The club must ask."), labelled_parts("It must act. Recommendation 7 is below.")
    ([], [])
    """
    starts = [match.end() for match in _INSIDE.finditer(text) if _opens_duty(text[match.end() :])]
    if not starts:
        return []
    if label_of(text, False):
        starts.insert(0, 0)
    return [text[start:end].strip() for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def _opens_duty(text: str) -> bool:
    """Whether a text opens with a label, and asks for something in the sentence after it or the one after that."""
    label = label_of(text, False)
    return label is not None and DUTY.search(". ".join(label.text.split(". ")[:2])) is not None


def _is_label(match: re.Match[str], among_recommendations: bool) -> bool:
    """A label is cut off from what follows, or stands where recommendations do and a sentence begins."""
    rest = match.string[match.end() :]
    if match["end"] is not None and (match["end"] or not rest):
        return not rest or not rest[:1].islower() or ":" in match["end"]
    return among_recommendations and rest[:1].isupper()


def _bracketed(body: str | None) -> str | None:
    return body.strip("() ") if body else None


@lru_cache(maxsize=1024)
def plain_id(printed: str) -> str:
    """An id for comparing: "R4", "4." and "Recommendation 4" are one.

    >>> plain_id("R4"), plain_id("CSC 1"), plain_id("4.")
    ('4', 'CSC1', '4')
    """
    key = re.sub(r"[\s.:)-]+$", "", re.sub(r"\s", "", printed)).upper()
    return re.sub(r"^(?:RECOMMENDATION|REC|R)(?=\d)", "", key)
