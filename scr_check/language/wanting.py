"""Words that say by themselves that something was not done or not there ("vacant", "unread")."""

from collections.abc import Iterable
from functools import cache

from scr_check.language.words import Word, lexicon
from scr_check.language.words import stem as stem_of


def says_wanting(words: Iterable[Word]) -> bool:
    """Whether one of some words says that something was wanting, or not at an end ("silent", "unread", "pending")."""
    return any(word.stem in _unfinished() or _undone(word.lower) for word in words)


def is_wanting(word: Word) -> bool:
    """Whether a word says that something was not done or not there ("vacant", "unfilled").

    >>> from scr_check.language.words import words_in
    >>> [word.lower for word in words_in("an unread letter in a vacant flat under review") if is_wanting(word)]
    ['unread', 'vacant']
    """
    return word.stem in _wanting() or _undone(word.lower)


@cache
def _unfinished() -> frozenset[str]:
    return _wanting() | frozenset(map(stem_of, ("still", "pending", "outstanding")))


@cache
def _wanting() -> frozenset[str]:
    return frozenset(
        map(
            stem_of,
            "omit omission exclude excluded lack absence absent ignore overlook neglect blank empty vacant missing "
            "forget forgotten silent silence".split(),
        )
    )


def _undone(word: str) -> bool:
    """Whether a word is another with "un" before it ("unseen", "unanswered", "unsafely")."""
    if not word.startswith("un") or len(word) < 6:
        return False
    known = lexicon()
    return stem_of(word) not in known.verbs and stem_of(word[2:]) in known.near
