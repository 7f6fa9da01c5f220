"""Initials: words that one text spells out and another gives by their first letters ("DRR")."""

from collections.abc import Sequence

from scr_check.language.words import Word

SHORTEST = 3  # letters
_PASSED_OVER = frozenset("of and for the in on to".split())


def told_by_initials(
    text: str, words: Sequence[Word], other: str, others: Sequence[Word]
) -> tuple[frozenset[int], frozenset[int]]:
    """Where in each of two texts words start that the other tells by their initials, or by what these stand for.

    >>> from scr_check.language.words import words_in
    >>> one, two = "whether or not a DRR is in force", "even without a drug rehabilitation requirement"
    >>> [sorted(starts) for starts in told_by_initials(one, words_in(one), two, words_in(two))]
    [[17], [15, 20, 35]]
    """
    mine, theirs = _of(text, words, others), _of(other, others, words)
    return frozenset(mine) | _spelled(theirs), frozenset(theirs) | _spelled(mine)


def _spelled(found: dict[int, list[int]]) -> frozenset[int]:
    return frozenset(start for starts in found.values() for start in starts)


def _of(text: str, words: Sequence[Word], others: Sequence[Word]) -> dict[int, list[int]]:
    """The short forms of a text by their place, with the places of the words that each stands for in the other."""
    telling = [word for word in others if word.lower not in _PASSED_OVER]
    found = {}
    for word in words:
        short = text[word.start : word.end]
        if len(short) < SHORTEST or not short.isupper() or not short.isalpha():
            continue
        for at in range(len(telling) - len(short) + 1):
            run = telling[at : at + len(short)]
            if [one.lower[0] for one in run] == list(short.lower()):
                found[word.start] = [one.start for one in run]
    return found
