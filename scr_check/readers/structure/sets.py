"""Whose recommendations they are: the overview report's, the Board's, an agency's, or national ones."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from scr_check.documents.summary import RecommendationSet
from scr_check.readers.structure.names import Names, bodies_in, is_body
from scr_check.readers.structure.outline import Heading
from scr_check.readers.structure.titles import section_of
from scr_check.readers.structure.vocabulary import vocabulary
from scr_check.readers.structure.wording import bare, without_article


@dataclass(frozen=True, slots=True)
class Owner:
    """A set, and the agency for set imr; `sure` is False when only a heading with a body's name tells."""

    set: RecommendationSet = "overview"
    organisation: str | None = None
    sure: bool = True


@lru_cache(maxsize=4096)  # the headings over recommendations and actions come again and again
def sets_named(text: str) -> tuple[RecommendationSet, ...]:
    """The sets that a title or legend names, the overview's only when no other is named.

    >>> sets_named("Recommendations of the individual management review: the PCT")
    ('imr',)
    """
    key = f" {bare(text)} "
    found = [
        name for name, phrases in vocabulary().sets.items() if any(f" {phrase} " in key for phrase in phrases)
    ]
    return tuple(name for name in found if name != "overview" or len(found) == 1)


def owner_of(path: Sequence[Heading], names: Names) -> Owner:
    """The owner that the headings over a recommendation tell, the nearest first."""
    body: str | None = None
    title = ""
    for heading in reversed(path):
        # "To all agencies that gave a management review" says whom they ask, not who made them
        named = () if heading.title.startswith("to ") else sets_named(heading.title)
        if named:
            return _within(named, heading, body, title, names)
        if body is None and (found := body_in(heading.text, names)):
            body, title = found, heading.text
        elif not title and section_of(heading.title) is None:
            title = heading.text
    return _by_body(body, names) if body else Owner()


def _within(
    named: Sequence[RecommendationSet], heading: Heading, body: str | None, title: str, names: Names
) -> Owner:
    """The owner under a heading that names sets, of which a heading below it may name one body."""
    body = body or body_in(_unnamed(heading.text), names)
    if len(named) > 1 and body:
        own = _by_body(body, names)
        return Owner(own.set, own.organisation) if own.set in named else Owner("imr", body)
    if "imr" in named:
        return Owner("imr", body or title or None)
    return Owner(named[0])


def _by_body(body: str, names: Names) -> Owner:
    if body == names.board or body.endswith("Safeguarding Children Board"):
        return Owner("board", sure=False)
    if bare(body).startswith(vocabulary().national):
        return Owner("national", sure=False)
    return Owner("imr", body, sure=False)


@lru_cache(maxsize=4096)
def _unnamed(text: str) -> str:
    """A title without the words that name its set: what is left may be a body."""
    for phrase in _phrases():
        text = phrase.sub(" ", text)
    return re.sub(
        r"\brecommendations?\b|\baction plans?\b|^[\d.]+|^[A-Z]{1,3}\d{1,2}\b", " ", text, flags=re.IGNORECASE
    )


@cache
def _phrases() -> tuple[re.Pattern[str], ...]:
    phrases = (phrase for phrases in vocabulary().sets.values() for phrase in phrases)
    return tuple(re.compile(rf"\b{re.escape(phrase)}s?\b", re.IGNORECASE) for phrase in phrases)


def body_in(text: str, names: Names) -> str | None:
    """The body that a heading or cell names, in full where the report knows it."""
    text = re.sub(r"^[\d.]+\s+", "", text).strip()
    for piece in [
        text,
        re.sub(r" *\([^)]*\)$", "", text),  # "Northmoor Hospitals Trust (NHT)"
        *reversed(re.split(r"\s*[:–]\s+|\s+-\s+|\bfor\b|\bfrom\b|\bto\b|\bof\b|\bby\b", text)),
    ]:
        piece = without_article(piece.strip(" .:-()"))
        if not piece or not piece[:1].isupper():
            continue
        if full := names.full(piece):
            return full
        if is_body(piece) and not re.search(r"\brecommend", piece, re.IGNORECASE):
            return piece
    found = [names.full(name) or name for name in bodies_in(text)]
    short = [full for word in text.split() if word.isupper() and len(word) > 1 and (full := names.full(word))]
    return found[-1] if found else short[-1] if short else None
