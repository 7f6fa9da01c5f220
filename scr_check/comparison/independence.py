"""Independence: what is said of a person's ties to the agencies, held against the report."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scr_check.comparison.names import Names
from scr_check.comparison.sentence import Sentence, read_sentences
from scr_check.comparison.ties import ties, with_one_denial
from scr_check.documents.overview import Paragraph
from scr_check.language.asking import small_stems
from scr_check.language.words import words_in

_TOPICS = ("membership", "chairing", "voting", "employment", "connection", "disclosure")
_NO = r"no|not|never|nor|neither|without|none|nothing|unconnected|nobody|independent of|free of"
_DENIED = re.compile(rf"\b(?:{_NO})\b", re.IGNORECASE)
_OF_NONE = re.compile(
    r"(?: \w+){0,2} (?:neither|none|no|nobody|nothing)\b", re.IGNORECASE
)  # "sits on neither"
_BREAK = re.compile(
    r"[,;.]|\b(?:and|but|although|though|while)\b(?! (?:was|is|has|had)? ?(?:not|never|no)\b)", re.IGNORECASE
)
_BESIDE = re.compile(r" (?:in on|with)\b", re.IGNORECASE)  # "sat with the panel" is to be no member of it
# who sits there is a member
_SEATED = re.compile(r"\b(?:on|joined) the (?:\w+ )?(?:panel|board)\b", re.IGNORECASE)
_OTHER_BODIES = re.compile(
    r" (?:a|an|two|three|four|several|other|many|some) (?:\w+ ){0,3}(?:boards?|panels?|reviews?|conferences?|committees?)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(r"(?<!\bas )(?<!\bbe )(?<!\bis )(?<!\bwas )(?:\bthe|['’]s)(?: \w+)? $", re.IGNORECASE)
_REGION = re.compile(
    r"\b(?:(?P<out>outside|beyond|not in|(?:in|from|of) another|(?:in|from|of) a different)|in|within|of)"
    r" (?:(?:the|this) )?region\b",
    re.IGNORECASE,
)
_SOLE = re.compile(r"\b(?:sole|only)\b", re.IGNORECASE)
_NOT_DONE = re.compile(r"\b(?:not|never)(?: \w+)? $", re.IGNORECASE)
_OTHERWISE = {  # what denies a topic in words of its own
    "connection": re.compile("unconnect"),
    "chairing": re.compile(r"\b(?:some(?:body|one) else|another|others?)\b", re.IGNORECASE),
}
_SINCE = re.compile(r"\bsince (?:\w+ )?((?:19|20)\d\d)\b")
_NOT_LATELY = re.compile(
    r"\bnot (?:\w+ )?(?:recently|lately|currently|now|in recent years)\b|\bno longer\b"
    r"|\bnot (?:\w+ ){0,6}?for (?:some|many|several) years\b",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"\b(director|head|inspector|manager|professor|lecturer|consultant|officer|adviser) (?:of|in|for) "
    r"(?!an? |the |another |this |that |other |two |one )"
    r"((?:[a-z'’-]+ ){0,3}?[a-z'’-]+)(?= (?:services|who|and|in|at|with|from|until|for)\b|[,.;]|$)",
    re.IGNORECASE,
)
_PAID = re.compile(r"\b(?:paid|fees?|payment|remunerat\w+)\b", re.IGNORECASE)
_UNPAID = re.compile(
    r"\b(?:unpaid|unremunerated|pro bono|free of charge|for nothing"
    r"|(?:no|without|not|never)(?: \w+){0,2} (?:paid|fees?|pay|payment|charge|remuneration))\b",
    re.IGNORECASE,
)
_EXCEPTION = re.compile(
    r"\b(?:other|apart from|except|further|only|besides|previous|one|once|single|formerly|before that)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Told:
    """One thing said of a person: on which topic, whether it is denied, in which sentence."""

    topic: str
    denied: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What the summary says, and the sentence of the report that says otherwise, with its paragraph."""

    said: str
    true: str
    paragraph: Paragraph


_Sentences = list[tuple[Sentence, Paragraph]]


def contradiction(statement: str, passages: list[Paragraph], names: Names) -> Contradiction | None:
    """The first contradiction between a statement of independence and what the report says of the person."""
    ours = [(sentence, p) for p in passages for sentence in read_sentences(p.text, names)]
    theirs = read_sentences(statement, names)
    for check in (
        _opposite,
        _no_longer_never,
        _link_denied,
        _another_body,
        _another_year,
        _another_field,
        _region,
        _payment,
    ):
        if found := check(ours, theirs):
            return found
    return None


def _opposite(ours: _Sentences, theirs: list[Sentence]) -> Contradiction | None:
    """A membership, post or connection affirmed on one side and only denied on the other."""
    told = [(one, paragraph) for sentence, paragraph in ours for one in _told(sentence.text)]
    for sentence in theirs:
        for said in _told(sentence.text):
            same = [(one, paragraph) for one, paragraph in told if one.topic == said.topic]
            firm = said.topic in ("membership", "chairing", "voting", "disclosure") or (
                said.topic == "employment" and said.denied and _absolute(said.sentence)
            )
            if (
                firm
                and same
                and all(one.denied != said.denied for one, _ in same)
                and _about_agencies(said, same)
            ):
                return Contradiction(said.sentence, same[0][0].sentence, same[0][1])
    return None


def _another_body(ours: _Sentences, theirs: list[Sentence]) -> Contradiction | None:
    """A tie denied with a body or place with which the report tells of one, or told of where the report denies it."""
    true = [(tie, paragraph) for sentence, paragraph in ours for tie in ties(sentence.text)]
    for sentence in theirs:
        for said in ties(sentence.text):
            if not said.denied and _SOLE.search(said.text):
                continue  # "her only link with Ashdale is a talk" denies any other
            for name in sorted(said.names):
                same = [(tie, paragraph) for tie, paragraph in true if name in tie.names]
                if same and all(tie.denied != said.denied for tie, _ in same):
                    return Contradiction(said.text, same[0][0].text, same[0][1])
    return None


def _another_year(ours: _Sentences, theirs: list[Sentence]) -> Contradiction | None:
    """A year that the report gives nowhere to the person, of whom it gives others."""
    dated = [(date.year, s, p) for s, p in ours for date in s.dates if date.year]
    known = {year for year, _, _ in dated}
    for sentence in theirs:
        for date in sentence.dates:
            if known and date.year and date.year not in known:
                nearest = min(dated, key=lambda told: abs(told[0] - (date.year or 0)))
                return Contradiction(sentence.text, nearest[1].text, nearest[2])
    return None


def _another_field(ours: _Sentences, theirs: list[Sentence]) -> Contradiction | None:
    """A post that the report gives in another field: "a retired director of nursing"."""
    told = [(match, s, p) for s, p in ours for match in _FIELD.finditer(s.text)]
    for sentence in theirs:
        for said in _FIELD.finditer(sentence.text):
            same = [(match, s, p) for match, s, p in told if match[1].lower() == said[1].lower()]
            mine = {word.stem for word in words_in(said[2])}
            if same and not any(mine & {word.stem for word in words_in(match[2])} for match, _, _ in same):
                return Contradiction(sentence.text, same[0][1].text, same[0][2])
    return None


def _region(ours: _Sentences, theirs: list[Sentence]) -> Contradiction | None:
    """Somebody from outside the region said to be from within it, or the other way round."""
    told = [(match, s, p) for s, p in ours for match in _REGION.finditer(s.text)]
    for sentence in theirs:
        for said in _REGION.finditer(sentence.text):
            if told and all(bool(match["out"]) != bool(said["out"]) for match, _, _ in told):
                return Contradiction(sentence.text, told[0][1].text, told[0][2])
    return None


def _payment(ours: _Sentences, theirs: list[Sentence]) -> Contradiction | None:
    """Work that was paid made unpaid, or the other way round."""
    for said in theirs:
        free = bool(_UNPAID.search(said.text))
        if not free and not _PAID.search(said.text):
            continue
        told = [(s, p) for s, p in ours if _PAID.search(s.text) or _UNPAID.search(s.text)]
        if told and all(bool(_UNPAID.search(s.text)) != free for s, _ in told):
            return Contradiction(said.text, told[0][0].text, told[0][1])
    return None


def _absolute(text: str) -> bool:
    return bool(re.search(r"\b(?:never|not|no)\b", text, re.IGNORECASE)) and not _EXCEPTION.search(text)


def _about_agencies(said: _Told, same: list[tuple[_Told, Paragraph]]) -> bool:
    """Whether a post affirmed in the report was with a named body, so that denying all of them is false."""
    if said.topic != "employment":
        return True
    affirmed = (
        _DENIED.split(one.sentence)[0] for one, _ in same if not one.denied
    )  # not "and never at Dale Hospital"
    return any(re.search(r"\b(?:for|by|with|at) (?:the )?[A-Z]", text) for text in affirmed)


def _told(text: str) -> list[_Told]:
    """What a sentence says on each topic: denied when a denial stands before it in the same stretch, or just after."""
    found = []
    for stretch in _stretches(with_one_denial(text)):
        if seated := _SEATED.search(stretch):
            denied = _DENIED.search(stretch[: seated.start()]) is not None
            found.append(_Told("membership", denied, stretch.strip(" ,;")))
        for word in words_in(stretch):
            topic = next((topic for topic in _TOPICS if word.stem in small_stems(topic)), None)
            if topic == "disclosure" and not _is_deed(stretch[: word.start]):
                continue
            if topic == "chairing" and word.lower == "chair" and _TITLE.search(stretch[: word.start]):
                continue  # "the Board's chair considered this"
            if topic == "chairing" and _OTHER_BODIES.match(stretch[word.end :]):
                continue  # "has chaired two safeguarding boards"
            if topic == "membership" and _BESIDE.match(stretch[word.end :]):
                continue
            if topic:
                denied = bool(
                    _DENIED.search(stretch[: word.start]) or _OF_NONE.match(stretch[word.end :])
                ) or bool(
                    (other := _OTHERWISE.get(topic))
                    and other.search(_without_what_follows(stretch, word.end))
                )
                found.append(_Told(topic, denied, stretch.strip(" ,;")))
    return found


def _without_what_follows(stretch: str, end: int) -> str:
    """A stretch up to what it goes on to tell of somebody: "an independent chair who was formerly a director"."""
    relative = re.search(r"\bwho\b", stretch[end:])
    return stretch[: end + relative.start()] if relative else stretch


def _is_deed(before: str) -> bool:
    """Whether words lead up to what somebody did or did not do: not "no interest to declare", nor "nothing was declared"."""
    return not re.search(r"\bto $", before) and (not _DENIED.search(before) or bool(_NOT_DONE.search(before)))


def _stretches(text: str) -> Iterator[str]:
    start = 0
    for match in _BREAK.finditer(text):
        yield text[start : match.start()]
        start = match.start() if match[0].isalpha() else match.end()
    yield text[start:]


def _no_longer_never(ours: _Sentences, theirs: list[Sentence]) -> Contradiction | None:
    """ "Never" made into "not since" or "not recently": a limit put to a denial that the report makes without one."""
    for sentence in theirs:
        match = _SINCE.search(sentence.text)
        lately = _NOT_LATELY.search(sentence.text)
        if lately or (match and _DENIED.search(sentence.text[: match.start()])):
            never = next(((s, p) for s, p in ours if re.search(r"\b(?:never|at no time)\b", s.text)), None)
            known = any(
                _NOT_LATELY.search(s.text) or (_SINCE.search(s.text) and match and match[1] in s.text)
                for s, _ in ours
            )
            if never and not known:
                return Contradiction(sentence.text, never[0].text, never[1])
    return None


def _link_denied(ours: _Sentences, theirs: list[Sentence]) -> Contradiction | None:
    """Every connection denied, where the report tells of one with the Board or an agency."""
    links = [(s, p) for s, p in ours if _is_link(s)]
    if not links:
        return None
    stems = {stem for sentence in theirs for stem in sentence.stems}
    for sentence in theirs:
        for said in _told(sentence.text):
            if said.topic == "connection" and said.denied and not _EXCEPTION.search(said.sentence):
                for true, paragraph in links:
                    if len(true.stems & stems) < 2:
                        return Contradiction(said.sentence, true.text, paragraph)
    return None


def _is_link(sentence: Sentence) -> bool:
    """Whether a sentence tells of work that a person has done for the Board or an agency."""
    deed = small_stems("service")
    before = re.search(
        r"\b(?:in|until|from|during|since|between) (?:\w+ )?(?:19|20)\d\d\b", sentence.text, re.IGNORECASE
    )
    towards = re.search(
        r"\b(?:for|with|to) (?:the |a |an |its )?(?:\w+ )?(?:Board|board|[A-Z]\w+)", sentence.text
    )
    return bool(
        before and towards and sentence.stems & deed and not _DENIED.search(sentence.text[: towards.start()])
    )
