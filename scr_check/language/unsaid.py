"""Unsaid: phrases after which nothing is affirmed or denied ("should have", "if"), and words that only seem to deny."""

from functools import cache

from scr_check.language.words import Word

DETERMINERS = frozenset("the a an his her their its this these those each any every".split())
PRONOUNS = frozenset("me us you him her it them anyone anybody nobody both all".split())
_UNREAL = (
    ("should", "have"),
    ("ought", "to", "have"),
    ("could", "have"),
    ("would", "have"),
    ("might", "have"),
    ("if",),
    ("whether",),
    ("before", "a"),
    ("before", "the"),
    ("before", "any"),
    ("had", "there"),
    ("unless",),
    ("was", "to"),
    ("were", "to"),
    ("offered", "to"),
    ("agreed", "to"),
    ("planned", "to"),
    ("intended", "to"),
    ("wanted", "to"),
    ("wished", "to"),
    ("meant", "to"),
    ("due", "to", "be"),
    ("decided", "to"),
    ("arranged", "to"),
    ("promised", "to"),
    ("hoped", "to"),
    ("anxious", "to"),
    ("anxious", "not", "to"),
    ("afraid", "to"),
    ("feared", "to"),
    ("way", "in", "which"),
    ("is", "to", "be"),
    ("are", "to", "be"),
    ("how",),
    ("what", "it"),
    ("what", "he"),
    ("what", "she"),
    ("what", "they"),
    ("hard", "to"),
    ("difficult", "to"),
    ("slow", "to"),
    ("rather", "than"),
    ("called", "for"),
    ("calls", "for"),
    ("required", "a"),
    ("required", "an"),
)
_THOUGHT = ("suggest", "imply", "mean", "think", "believ", "consider", "claim", "accept", "argu")


@cache
def unreal_phrases() -> dict[str, list[tuple[str, ...]]]:
    """The phrases by their first word."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in _UNREAL:
        table.setdefault(phrase[0], []).append(phrase)
    return table


def opens_unreal(words: list[Word], at: int) -> bool:
    """Whether a phrase begins here after which nothing is asserted; after its "to" stands a verb ("offered to her" tells)."""
    for phrase in unreal_phrases().get(words[at].lower, ()):
        if is_at(words, at, phrase):
            after = words[at + len(phrase)] if at + len(phrase) < len(words) else None
            if phrase[-1] != "to" or (
                after and not after.capital and after.lower not in DETERMINERS | PRONOUNS
            ):
                return True
    return False


def is_a_place(words: list[Word], at: int) -> bool:
    """Whether "far from" tells a distance: "far from her family", "far from anyone"."""
    return at < len(words) and (words[at].capital or words[at].lower in DETERMINERS | PRONOUNS | {"home"})


def is_disowned(words: list[Word], at: int, state: list[int]) -> bool:
    """Whether what follows "that" is what somebody did not say or think."""
    return any(state[i] > 0 and words[i].lower.startswith(_THOUGHT) for i in range(max(0, at - 2), at))


def is_at(words: list[Word], at: int, phrase: tuple[str, ...]) -> bool:
    """Whether a phrase (in lower case) stands at word `at`."""
    return tuple(word.lower for word in words[at : at + len(phrase)]) == phrase
