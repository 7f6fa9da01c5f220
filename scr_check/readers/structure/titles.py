"""The titles of sections: what kind of section a heading opens."""

import re
from functools import lru_cache

from scr_check.documents.overview import Section
from scr_check.readers.structure.vocabulary import vocabulary
from scr_check.readers.structure.wording import bare

_APART = re.compile(
    r"(?:confidential |restricted )?(?:appendix|annexe?)\b"
    r"\s*(?:[a-z]\b|\d{1,2}\b|[ivx]+\b|one|two|three|four|five)?\s*[:.–-]?\s*",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:chapter|section|part)\s+(?:\d{1,2}|[a-z]|[ivx]+|one|two|three|four|five|six|seven|eight|nine|ten)\b\s*[:.–-]?\s*",
    re.IGNORECASE,
)
_LEARNING_AND = re.compile(
    r"\blearning and (?!lessons|conclusions|recommendations|findings)|(?<!lessons )and learning\b"
)
_LONGEST_APART = 16  # words of a line that opens an appendix
_KEYS = frozenset({Section.IDENTITIES, Section.ACTION_PLAN, Section.RECOMMENDATIONS, Section.GLOSSARY})


def title_words(text: str) -> str:
    """The bare words of a heading, without "Chapter 4:" and "Appendix A:".

    >>> title_words("Annexe C: key to identities - not for publication")
    'key to identities not for publication'
    """
    text = re.sub(r"^[\d.]+\s+", "", text)
    rest = _OPENING.sub("", text, count=1) if _OPENING.match(text) else text
    if match := _APART.match(rest):
        # "Confidential annexe: persons and places" is a key whatever it calls itself.
        prefix = "confidential annexe " if match[0].lower().startswith(("confidential", "restricted")) else ""
        rest = prefix + rest[match.end() :]
    return bare(rest)


def is_apart(text: str) -> bool:
    """Whether a line opens an appendix or annexe.

    >>> is_apart("Appendix A: Action plan"), is_apart("Annexe C will not be published.")
    (True, False)
    """
    match = _APART.match(text)
    if not match or len(text.split()) > _LONGEST_APART or text.rstrip().endswith((".", ";", ",")):
        return False
    return (
        not text[match.end() : match.end() + 1].islower() or ":" in text[: match.end() + 1] or "-" in match[0]
    )


def is_contents(text: str) -> bool:
    """Whether a line is the title of a contents list."""
    return len(text) < 40 and bare(text) in vocabulary().words["contents"]


@lru_cache(maxsize=4096)
def section_of(title: str) -> tuple[Section, bool] | None:
    """The kind of section that a title (bare words) names, and whether it is the whole title; None: any kind.

    >>> section_of("recommendations of the overview report"), section_of("the two health visitors")
    ((<Section.RECOMMENDATIONS: 'recommendations'>, False), None)
    >>> section_of("analysis by terms of reference")
    (<Section.ANALYSIS: 'analysis'>, False)
    """
    known = vocabulary()
    if whole := known.sections.get(title):
        return whole[0], True
    if speaks_of_others(title):
        return None
    parts = title.split()
    if parts[:1] == ["analysis"]:  # "by terms of reference", "of the health agencies' work"
        return Section.ANALYSIS, False
    covered: dict[Section, int] = {}
    key: tuple[int, Section] | None = None
    start = 0
    while start < len(parts):
        for end in range(len(parts), start, -1):
            if entry := known.sections.get(" ".join(parts[start:end])):
                covered[entry[0]] = covered.get(entry[0], 0) + _telling(parts[start:end])
                if (
                    entry[0] in _KEYS
                    and parts[end - 1] != "recommendation"
                    and (key is None or entry[1] > key[0])
                ):
                    key = entry[1], entry[0]
                start = end - 1
                break
        start += 1
    return (key[1], False) if key else _by_weight(covered, parts)


def _by_weight(covered: dict[Section, int], parts: list[str]) -> tuple[Section, bool] | None:
    """The kind whose phrases make up at least half of a title's telling words."""
    if not covered or (sum(covered.values()) == 1 and parts[-1].capitalize() in vocabulary().endings):
        return None  # "Ferrensby Learning Service" is no section on learning
    if sum(covered.values()) == 1 and _LEARNING_AND.search(" ".join(parts)):
        return None  # "Learning and belonging"
    kind = max(covered, key=lambda name: covered[name])
    if kind is Section.ANALYSIS and Section.FACTS in covered and parts[-1] == "episodes":
        return Section.FACTS, False  # "The narrative: five key episodes"
    return (kind, False) if covered[kind] >= 0.5 * max(_telling(parts), 1) else None


def _telling(parts: list[str]) -> int:
    """How many words of a title are more than small words and dates."""
    known = vocabulary()
    return sum(
        part not in known.small and part not in known.words["months"] and not part.isdigit() for part in parts
    )


def speaks_of_others(title: str) -> bool:
    """Whether a title speaks of other reviews, of what became of them, or of a body or need that a section's word names."""
    return any(f" {cue} " in f" {title} " for cue in vocabulary().foreign)
