"""The chairs and the author: their names and posts, held against what the report says of each."""

import re
from collections.abc import Iterator
from itertools import pairwise

from scr_check.comparison.bodies import bare, proper, whole_party
from scr_check.comparison.independence import contradiction
from scr_check.comparison.index import ReportIndex
from scr_check.comparison.names import Names
from scr_check.comparison.process_facts import Fact, ProcessFacts
from scr_check.comparison.result import Difference
from scr_check.comparison.wording import read_wording
from scr_check.documents.overview import Paragraph, Section
from scr_check.documents.place import Pointer
from scr_check.documents.summary import Person, ReviewProcess
from scr_check.finding import Confidence, Evidence
from scr_check.language.asking import small_words
from scr_check.language.words import lexicon, plain, stem, words_in

_ROOT = Pointer("/review_process")
_WHO = {
    "board_chair": "chair of the Board",
    "panel_chair": "chair of the panel",
    "overview_author": "author of the report",
}
_OTHERS = re.compile(
    r"\b(?:not|never|no|nor|neither|without|else|another|other|others|separate|different|someone|somebody|elsewhere)\b",
    re.IGNORECASE,
)
_TASKS = {  # the task of one that a statement may give to the other, and whose it is
    "overview_author": (
        "panel_chair",
        re.compile(
            r"\bchair(?:ed|ing|s)?\b[^.;]{0,20}\b(?:the|this|its) (?:\w+ ){0,3}panel\b"
            r"|\bpanel\b[^.;]{0,30}\bchaired by (?:her|him|the author)\b",
            re.IGNORECASE,
        ),
    ),
    "panel_chair": (
        "overview_author",
        re.compile(
            r"\b(?:wrote|writes|writing|written|writer of|author of|authored|drafted) (?:the|this|its) (?:overview )?report\b"
            r"|\breport\b[^.;]{0,30}\bwritten by (?:her|him|the chair)\b",
            re.IGNORECASE,
        ),
    ),
}
_COMMON = frozenset(stem(word) for word in ("city", "county", "borough", "metropolitan", "nhs", "of", "the"))

_OF_MYSELF = re.compile(
    r"\bI (?:wrote|am (?:(?:an?|the) )?(?:\w+ )?(?:independent|author)|have (?:never|no|not|had no)|was not a member)\b"
)


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
        passages = _passages_on(fact.value, index.overview.paragraphs, field == "overview_author")
        if passages:
            yield from _post_differences(field, person, passages, names)
            yield from _task_differences(field, person, facts)
            yield from _statement_differences(field, person, fact.value, passages, names)


def _same_name(said: str, true: str) -> bool:
    """Whether two names may be one person's: the last name is the same, and no initial speaks against it."""
    ours, theirs = _name(true), _name(said)
    if not ours or not theirs or ours[-1] != theirs[-1]:
        return False
    return all(a[0] == b[0] for a, b in zip(ours[:-1], theirs[:-1], strict=False))


def _name(text: str) -> list[str]:
    """The words of a person's name, without titles before it and letters after it ("QPM")."""
    words = re.findall(r"[\w'’-]+", text)
    while len(words) > 2 and words[-1].isupper() and len(words[-1]) > 1:
        words.pop()
    return [word.lower() for word in words if word.lower() not in small_words("titles")]


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


def _passages_on(name: str, paragraphs: list[Paragraph], is_author: bool) -> list[Paragraph]:
    """The paragraphs on the review that name a person, but for the title page, or in which the author says "I" of herself."""
    last = re.compile(rf"\b{re.escape(_name(name)[-1])}\b", re.IGNORECASE)
    return [
        paragraph
        for paragraph in paragraphs
        if paragraph.section == Section.INTRODUCTION
        and (last.search(plain(paragraph.text)) or (is_author and _OF_MYSELF.search(paragraph.text)))
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
    """Whether a text has a body's name: two words of it side by side, or the body by another name."""
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


def _task_differences(field: str, person: Person, facts: ProcessFacts) -> Iterator[Difference]:
    """The panel's chair made the author of the report as well, or the author its chair."""
    if field not in _TASKS or not person.independence:
        return
    other, task = _TASKS[field]
    own, fact = facts.people[field], facts.people.get(other)
    if fact is None or fact.paragraph is None or _same_name(own.value, fact.value):
        return
    for text in re.split(r"[,;.] ", " ".join(plain(person.independence).split())):
        if task.search(text) and not _OTHERS.search(text) and _name(fact.value)[-1] not in text.lower():
            yield Difference(
                "person-or-independence-changed",
                _ROOT / field / "independence",
                f"the summary says “{text}”; the report names {fact.value} as {_WHO[other]}",
                "say what the report says",
                text,
                _shown(fact.paragraph, fact.value),
                Confidence.LIKELY,
            )
            return


def _shown(paragraph: Paragraph, words: str = "") -> tuple[Evidence, ...]:
    at = paragraph.text.find(words) if words else -1
    spans = ((at, at + len(words)),) if at >= 0 else ()
    return (Evidence("overview", paragraph.text, paragraph.ref, paragraph.page, spans),)


def _statement_differences(
    field: str, person: Person, name: str, passages: list[Paragraph], names: Names
) -> Iterator[Difference]:
    """At most one contradiction between a statement of independence and what the report says."""
    if not person.independence:
        return
    found = contradiction(person.independence, passages, names)
    if found:
        yield Difference(
            "person-or-independence-changed",
            _ROOT / field / "independence",
            f"the summary says of the {_WHO[field]} “{found.said}”; the report says “{found.true}”",
            "say what the report says",
            found.said,
            _shown(found.paragraph, found.true),
            Confidence.LIKELY,
        )
