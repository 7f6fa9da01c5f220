"""Adverbs: the words that only say how or when a thing was done."""

_SMALL_ADVERBS = frozenset(
    "yet then first ever also even always again once himself herself itself themselves".split()
)
_NO_ADVERBS = frozenset(
    "apply reply rely supply comply imply multiply fly ally bully rally tally july early daily weekly monthly family only"
    " elderly likely friendly".split()
)


def is_adverb(lower: str) -> bool:
    """Whether a word in lower case only says how or when: "not fully undressed", "not yet seen".

    >>> is_adverb("formally"), is_adverb("yet"), is_adverb("reply")
    (True, True, False)
    """
    return lower in _SMALL_ADVERBS or (lower.endswith("ly") and lower not in _NO_ADVERBS)
