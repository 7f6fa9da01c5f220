"""The chairs and the author: their names, posts and independence, held against what the report says of each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from scr_check.comparison.bodies import bare, proper, whole_party
from scr_check.comparison.index import ReportIndex
from scr_check.comparison.names import Names
from scr_check.comparison.process_facts import Fact, ProcessFacts
from scr_check.comparison.result import Difference
from scr_check.comparison.sentence import Sentence, read_sentences
from scr_check.comparison.wording import read_wording
from scr_check.documents.overview import Paragraph, Section
from scr_check.documents.place import Pointer
from scr_check.documents.summary import Person, ReviewProcess
from scr_check.finding import Confidence, Evidence
from scr_check.language.words import lexicon, stem, words_in

_ROOT = Pointer("/review_process")
_WHO = {
    "board_chair": "chair of the Board",
    "panel_chair": "chair of the panel",
    "overview_author": "author of the report",
}
_COMMON = frozenset(stem(word) for word in ("city", "county", "borough", "metropolitan", "nhs", "of", "the"))
_TITLES = frozenset(
    [
        "dr",
        "prof",
        "professor",
        "sir",
        "dame",
        "mr",
        "mrs",
        "ms",
        "miss",
        "judge",
        "baroness",
        "lord",
        "lady",
        "canon",
        "reverend",
        "cbe",
        "obe",
        "mbe",
        "qc",
    ]
)
_TOPICS = {
    "membership": frozenset(("member", "membership", "sit", "sat", "seat", "belong")),
    "employment": frozenset(("employ", "work", "post", "job")),
    "connection": frozenset(("connect", "link", "deal", "tie", "relat", "involv", "contact", "associ")),
}
_NO = r"(?:no|not|never|nor|neither|without|none|nothing|unconnected|nobody|isn't|wasn't|hasn't|independent of|free of)"
_DENIED = re.compile(rf"\b{_NO}\b", re.IGNORECASE)
_BREAK = re.compile(
    r"[,;.]|\b(?:and|but|although|though|while)\b(?! (?:was|is|has|had)? ?(?:not|never|no)\b)", re.IGNORECASE
)
_SINCE = re.compile(r"\bsince (?:\w+ )?((?:19|20)\d\d)\b")
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


def person_differences(
    process: ReviewProcess, facts: ProcessFacts, index: ReportIndex, names: Names
) -> Iterator[Difference]:
    """Names, posts and statements of independence that the report contradicts."""
    for field, who in _WHO.items():
        person: Person | None = getattr(process, field)
        fact = facts.people.get(field)
        if person is None or fact is None:
            continue
        if person.name and not _same_name(person.name, fact.value):
            yield _misnamed(field, who, person.name, fact)
            continue
        passages = _passages_on(fact.value, index.overview.paragraphs)
        if passages:
            yield from _post_differences(field, person, passages, names)
            yield from _statement_differences(field, person, fact.value, passages, names)


def _same_name(said: str, true: str) -> bool:
    """Whether two names may be one person's: the last name is the same, and no first name or initial speaks against it."""
    ours, theirs = _name(true), _name(said)
    if not ours or not theirs or ours[-1] != theirs[-1]:
        return False
    return all(a[0] == b[0] for a, b in zip(ours[:-1], theirs[:-1], strict=False))


def _name(text: str) -> list[str]:
    return [part for part in re.findall(r"[\w'’-]+", text.lower()) if part not in _TITLES]


def _misnamed(field: str, who: str, said: str, fact: Fact) -> Difference:
    return Difference(
        "person-or-independence-changed",
        _ROOT / field / "name",
        f"the report names {fact.value} as {who}; the summary names {said}",
        f"write “{fact.value}”",
        said,
        _shown(fact.paragraph, fact.value) if fact.paragraph else (),
        Confidence.CERTAIN,
    )


def _passages_on(name: str, paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs of the first chapters that name a person, but for the title page."""
    last = _name(name)[-1]
    return [
        paragraph
        for paragraph in paragraphs
        if paragraph.section == Section.INTRODUCTION
        and last in paragraph.text.lower()
        and paragraph.form != "row"
    ]


def _post_differences(
    field: str, person: Person, passages: list[Paragraph], names: Names
) -> Iterator[Difference]:
    """A job title or employer of which what the report says of the person knows little or nothing."""
    text = " ".join(paragraph.text for paragraph in passages)
    if person.job_title and _strange(person.job_title, text, names, 0.5):
        yield _post(field, "job_title", person.job_title, passages)
    body = person.organisation
    if body and proper(body) and (_strange(body, text, names, 0.4) or not _named_in(body, text, names)):
        yield _post(field, "organisation", body, passages)


def _named_in(body: str, text: str, names: Names) -> bool:
    """Whether a text has a body's name: two words of it side by side, or a party that is it by another name."""
    ours, theirs = [w.stem for w in words_in(bare(body))], [w.stem for w in words_in(text)]
    pairs = set(pairwise(theirs))
    own = [pair for pair in pairwise(ours) if pair in pairs and pair[0] not in _COMMON]
    party = whole_party(body, names)
    mentioned = party is not None and any(
        mention.party == party for mention in names.mentions(words_in(text))
    )
    return bool(own) or mentioned or len(ours) < 2


def _strange(said: str, text: str, names: Names, most: float) -> bool:
    """Whether more than this share of a phrase's words is nowhere in the text, in the same or near words."""
    units = read_wording(said, names).units
    stems = {word.stem for word in words_in(text)}
    near = lexicon().near
    strange = [
        u for u in units if not u.stems & stems and not any(near.get(s, frozenset()) & stems for s in u.stems)
    ]
    total = sum(unit.weight for unit in units)
    return bool(total) and sum(unit.weight for unit in strange) > most * total


def _post(field: str, part: str, said: str, passages: list[Paragraph]) -> Difference:
    return Difference(
        "person-or-independence-changed",
        _ROOT / field / part,
        f"the report says nothing of “{said}” where it introduces the {_WHO[field]}",
        "write the post as the report gives it",
        said,
        _shown(passages[0]),
        Confidence.LIKELY,
    )


def _shown(paragraph: Paragraph, words: str = "") -> tuple[Evidence, ...]:
    at = paragraph.text.find(words) if words else -1
    spans = ((at, at + len(words)),) if at >= 0 else ()
    return (Evidence("overview", paragraph.text, paragraph.ref, paragraph.page, spans),)


def _statement_differences(
    field: str, person: Person, name: str, passages: list[Paragraph], names: Names
) -> Iterator[Difference]:
    """At most one contradiction between a statement of independence and what the report says of the person."""
    if not person.independence:
        return
    ours = [(s, p) for p in passages for s in read_sentences(p.text, names)]
    theirs = read_sentences(person.independence, names)
    for check in (_opposite, _no_longer_never, _link_denied):
        if found := check(ours, theirs):
            said, true, paragraph = found
            yield Difference(
                "person-or-independence-changed",
                _ROOT / field / "independence",
                f"the summary says of the {_WHO[field]} “{said}”; the report says “{true}”",
                "say what the report says",
                said,
                _shown(paragraph, true),
                Confidence.LIKELY,
            )
            return


_Sentences = list[tuple[Sentence, Paragraph]]
_Found = tuple[str, str, Paragraph]


def _opposite(ours: _Sentences, theirs: list[Sentence]) -> _Found | None:
    """A membership, post or connection affirmed on one side and only denied on the other."""
    told = [(one, paragraph) for sentence, paragraph in ours for one in _told(sentence.text)]
    for sentence in theirs:
        for said in _told(sentence.text):
            same = [(one, paragraph) for one, paragraph in told if one.topic == said.topic]
            firm = (
                said.topic == "membership"
                or (said.topic == "employment"
                and said.denied
                and _absolute(said.sentence))
            )
            if (
                firm
                and same
                and all(one.denied != said.denied for one, _ in same)
                and _about_agencies(said, same)
            ):
                return said.sentence, same[0][0].sentence, same[0][1]
    return None


def _absolute(text: str) -> bool:
    return bool(re.search(r"\b(?:never|not|no)\b", text, re.IGNORECASE)) and not _EXCEPTION.search(text)


def _about_agencies(said: _Told, same: list[tuple[_Told, Paragraph]]) -> bool:
    """Whether a post affirmed in the report was with a body of this review, so that denying all of them is false."""
    if said.topic != "employment":
        return True
    return any(
        re.search(r"\b(?:for|by|with|at) (?:the )?[A-Z]", one.sentence) for one, _ in same if not one.denied
    )


def _told(text: str) -> list[_Told]:
    """What a sentence says on each topic: denied when a denial stands before it in the same stretch."""
    found = []
    for stretch in _stretches(text):
        for word in words_in(stretch):
            topic = next((topic for topic, stems in _TOPICS.items() if word.stem in stems), None)
            if topic:
                denied = bool(_DENIED.search(stretch[: word.start])) or (
                    topic == "connection" and "unconnect" in stretch
                )
                found.append(_Told(topic, denied, stretch.strip(" ,;")))
    return found


def _stretches(text: str) -> Iterator[str]:
    start = 0
    for match in _BREAK.finditer(text):
        yield text[start : match.start()]
        start = match.start() if match[0].isalpha() else match.end()
    yield text[start:]


def _no_longer_never(ours: _Sentences, theirs: list[Sentence]) -> _Found | None:
    """ "Never" made into "not since": a year put to a denial that the report makes without one."""
    for sentence in theirs:
        match = _SINCE.search(sentence.text)
        if match and _DENIED.search(sentence.text[: match.start()]):
            never = next(((s, p) for s, p in ours if re.search(r"\b(?:never|at no time)\b", s.text)), None)
            if never and not any(_SINCE.search(s.text) for s, _ in ours if match[1] in s.text):
                return sentence.text, never[0].text, never[1]
    return None


def _link_denied(ours: _Sentences, theirs: list[Sentence]) -> _Found | None:
    """Every connection denied, where the report tells of one with the Board or an agency."""
    links = [(s, p) for s, p in ours if _is_link(s)]
    if not links:
        return None
    stems = {stem for sentence in theirs for stem in sentence.stems()}
    for sentence in theirs:
        for said in _told(sentence.text):
            if said.topic == "connection" and said.denied and not _EXCEPTION.search(said.sentence):
                for true, paragraph in links:
                    if len(true.stems() & stems) < 2:
                        return said.sentence, true.text, paragraph
    return None


def _is_link(sentence: Sentence) -> bool:
    """Whether a sentence tells of work that a person has done for the Board or an agency."""
    deed = {
        "train",
        "work",
        "advis",
        "consult",
        "employ",
        "ran",
        "run",
        "author",
        "audit",
        "review",
        "lectur",
    }
    before = re.search(
        r"\b(?:in|until|from|during|since|between) (?:\w+ )?(?:19|20)\d\d\b", sentence.text, re.IGNORECASE
    )
    towards = re.search(
        r"\b(?:for|with|to) (?:the |a |an |its )?(?:\w+ )?(?:Board|board|[A-Z]\w+)", sentence.text
    )
    return bool(
        before
        and towards
        and sentence.stems() & deed
        and not _DENIED.search(sentence.text[: towards.start()])
    )
