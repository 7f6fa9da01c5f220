"""The words in which two wordings of one thing differ, for findings that do not name them."""

import re
from difflib import SequenceMatcher

from scr_check.finding import Evidence, Finding

_WORDS = re.compile(r"[\w’'-]+")
_ALIKE = 0.7  # below this share of common words the texts are no two wordings of one thing

Spans = tuple[tuple[int, int], ...]


def marked_in_summary(finding: Finding) -> Spans:
    """The stretches of the summary's words to mark: its own, else where they differ from the passage."""
    if finding.marked or len(finding.evidence) != 1:
        return finding.marked
    return differing(finding.evidence[0].text, finding.text)


def marked_in_passage(finding: Finding, evidence: Evidence) -> Spans:
    """The stretches of a passage to mark: its own, else where it differs from the summary's words."""
    return evidence.highlight or differing(finding.text, evidence.text)


def differing(one: str, other: str) -> Spans:
    """Where `other` says something else than `one`; nothing when the texts are not alike.

    >>> differing("visit within five working days", "visit within two working days")
    ((13, 16),)
    """
    words = list(_WORDS.finditer(other))
    mine, others = _WORDS.findall(one.casefold()), [word[0].casefold() for word in words]
    matcher = SequenceMatcher(None, mine, others, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return ()
    return tuple(
        (words[start].start(), words[end - 1].end())
        for kind, _, _, start, end in matcher.get_opcodes()
        if kind in ("replace", "insert")
    )
