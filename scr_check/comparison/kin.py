"""Kin: which of the family a description speaks of: "father of K", "mother's partner", "Mr L's mother, paternal grandmother"."""

import re
from collections.abc import Callable

from scr_check.comparison.party import Key, Mention, Party, key_of, roles

CHILDREN = frozenset("child baby infant toddler teenager sibling twin girl boy son daughter".split())
AFTER_POST = re.compile(r"[,;(]| (?:at|of|in|for|from|who|with|since|until) ")
_OF_SOMEBODY = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx) [A-Z]{1,2}'s ")
_OF_NAMED = re.compile(r" of (?:Mr|Mrs|Ms|Miss|Mx) [A-Z]{1,2}$")
_DENIES = re.compile(r" ?(?:but )?not\b")  # "partner of Ms A; not the father of either child"
Look = Callable[[str], list[Mention]]


def relation_told(about: str, look: Look) -> Party | None:
    """The family role that a description gives: "father of K", "mother's partner", "maternal grandmother"."""
    first, *others = re.split(r"[,;(]| and ", about)  # "the mother's partner and father of B"
    told = _first_told(first, look)
    of_another = _OF_SOMEBODY.match(first) or _OF_NAMED.search(first)  # "Mr L's mother, paternal grandmother"
    if others and of_another and not _DENIES.match(others[0]):
        return _first_told(others[0], look) or told
    return told


def _first_told(words: str, look: Look) -> Party | None:
    if role := _kinship(key_of(words)):
        return Party("family", role)
    head = AFTER_POST.split(words.strip())[0]
    key = key_of(head)
    found = [mention.party for mention in look(head) if mention.party.kind in ("family", "staff")]
    if found and found[-1].kind == "family" and key and not set(key[:1]) & CHILDREN:
        return Party("family", found[-1].role)
    return None


def _kinship(words: Key) -> str | None:
    for role, phrases in roles()["relations"].items():
        for phrase in phrases:
            ends = key_of(phrase)
            turned = "of" in words
            if _of(words, ends) if turned else words[-1:] == ends[-1:] and ends[0] in words[:-1]:
                return role
    return None


def _of(words: Key, ends: Key) -> bool:
    """Whether words say the same the other way round: "husband of the mother", "mother of Father B"."""
    at = words.index("of")
    whose = [word for word in words[at + 1 :] if len(word) > 1 and word != "the"]
    return ends[-1] in words[:at] and whose == [ends[0]]
