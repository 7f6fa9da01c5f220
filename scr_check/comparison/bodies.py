"""Bodies: whether two ways of writing an agency, board or post mean the same one."""

import re

from scr_check.comparison.names import Names
from scr_check.comparison.party import Party
from scr_check.language.words import words_in

_SKIPPED = frozenset(
    ["the", "a", "an", "of", "and", "for", "in", "to", "on", "by", "as", "at", "all", "every", "each", "its"]
)
_WHOSE = frozenset(("family's", "child's", "mother's", "local"))
_COMMON = frozenset(["gp", "gps", "a&e", "nhs", "the", "all", "every", "mental", "health"])
_ASIDE = re.compile(
    r"\s*\([^)]*\)|,? (?:as commissioner|in its .*|on behalf of .*|through .*)$"
    r"|, (?:for|in respect of|as to|covering|including) .*$"
    r"| of the (?:(?:county|city|borough|district|town) council|(?:local )?(?:council|authority))$",
    re.IGNORECASE,
)
_GOVERNING = re.compile(
    r"^(?:the )?(?:governing body|(?:board of )?(?:governors|trustees)|management committee) of (?:the )?",
    re.IGNORECASE,
)
_PRACTICE = re.compile(r"\bgeneral practice\b|\bsurgery\b", re.IGNORECASE)
_EVERYBODY = re.compile(
    r"\b(?:all|every|each|any)\b[\w ]{0,24}\b(?:agenc(?:y|ies)|organisations?|bod(?:y|ies)|partners)\b"
    r"(?! (?:workers?|staff|nurses?)\b)",
    re.IGNORECASE,
)


def bare(name: str) -> str:
    """The name without what is said beside it in brackets, as to its part ("as commissioner") or of those who govern it.

    >>> bare("Northmoor Primary Care Trust (health visiting)"), bare("NHS Ellershire, as commissioner")
    ('Northmoor Primary Care Trust', 'NHS Ellershire')
    >>> bare("Northmoor Primary Care Trust, for general practice")
    'Northmoor Primary Care Trust'
    >>> bare("The Governing Body of the School"), bare("Schools Service of the county council")
    ('School', 'Schools Service')
    """
    name = _GOVERNING.sub("", " ".join(name.split()))
    return _ASIDE.sub("", _PRACTICE.sub("GP practice", name)).strip(" ,.")


def everybody(name: str) -> bool:
    """Whether a phrase means all agencies of the Board.

    >>> everybody("All partner agencies of the Board"), everybody("Every agency worker")
    (True, False)
    """
    return bool(_EVERYBODY.search(name))


def same_body(one: str, other: str, names: Names) -> bool:
    """Whether two phrases name the same body: by the same words, an alias, or one short for the other."""
    if one == other:
        return True
    if everybody(one) or everybody(other):
        return everybody(one) and everybody(other)
    one, other = bare(one), bare(other)
    ours, theirs = _tokens(one), _tokens(other)
    if ["board"] in (ours, theirs) and ours[-1:] == theirs[-1:]:
        return True  # "The Board", of which a report speaks so when it means its own
    if sorted(ours) == sorted(theirs):
        return True  # "Housing Service of Dale Council", "Dale Council Housing Service"
    mine, yours = whole_party(one, names), whole_party(other, names)
    if mine and yours and (mine.name == yours.name or not (mine.name and yours.name)):
        return mine.may_be(yours)
    if mine and yours and not (_own_words(one) and _own_words(other)):
        return mine.role == yours.role
    return min(len(ours), len(theirs)) > 1 and (_part_of(ours, theirs) or _part_of(theirs, ours))


def _part_of(short: list[str], full: list[str]) -> bool:
    """Whether one name is written, word after word, in the other."""
    return any(full[i : i + len(short)] == short for i in range(len(full) - len(short) + 1))


def _own_words(name: str) -> list[str]:
    """The words that make a name one body's own: "the family's GP practice" has none."""
    return [
        word for word in re.findall(r"[\w&'’-]+", name) if word[:1].isupper() and word.lower() not in _COMMON
    ]


def whole_party(name: str, names: Names) -> Party | None:
    """The party that a name as a whole stands for, None when only a part of it is known."""
    words = words_in(name)
    for mention in names.mentions(words):
        rest = [word for i, word in enumerate(words) if not mention.first <= i < mention.end]
        if all(word.lower in _SKIPPED or word.lower in _WHOSE for word in rest):
            return mention.party
    return None


def _tokens(name: str) -> list[str]:
    return [word.stem for word in words_in(name) if word.lower not in _SKIPPED]


def proper(name: str) -> bool:
    """Whether a phrase is a body's own name, not a role: two capitals or more, or an abbreviation.

    >>> proper("Northmoor Homes"), proper("The designated nurse"), proper("HMP Stonefleet")
    (True, False, True)
    """
    words = [word for word in re.findall(r"[\w&'’-]+", name) if word.lower() not in _SKIPPED]
    return sum(word[:1].isupper() for word in words) >= 2 or any(
        len(word) > 1 and word.isupper() for word in words
    )
