"""Ages: the ways in which a bare number says how old somebody was."""

from scr_check.language.words import Word


def is_birthday(words: list[Word], i: int, after: list[Word]) -> bool:
    """Whether a number is the age that somebody reached: "turned 18", "her eighteenth birthday"."""
    turned = i > 0 and words[i - 1].lower in ("turned", "turning") and not (after and after[0].lower == "to")
    return turned or bool(after and after[0].lower == "birthday")


def opens_with_age(words: list[Word], i: int, after: list[Word]) -> bool:
    """Whether a sentence opens with how old somebody was: "At 15 the mother", "By 17 she"."""
    opens = i == 1 and words[0].lower in ("at", "by")
    return (
        opens
        and bool(after)
        and (after[0].lower in ("the", "he", "she", "his", "her") or _is_person(after[0]))
    )


def _is_person(word: Word) -> bool:
    """Whether a word is a letter or reference by which a report calls somebody: "At 13 D", "By 17 M2"."""
    return word.capital and len(word.lower) <= 2


def is_how_old(words: list[Word], i: int, after: list[str]) -> bool:
    """Whether a bare number says how old somebody is: "P was seven when it happened", "a boy of seven"."""
    if i < 2:
        return False
    who, verb = words[i - 2], words[i - 1].lower
    if verb == "of":
        return who.lower in ("boy", "girl", "child", "man", "woman", "youth")
    is_person = who.capital or who.lower in ("he", "she", "who")
    return verb in ("was", "is") and is_person and (not after or after[0] in ("when", "and", "at", "but"))
