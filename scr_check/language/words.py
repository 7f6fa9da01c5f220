"""Words of a text: tokens with their places and stems, stop words, and words that may stand for each other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from Stemmer import Stemmer

DATA = Path(__file__).parent / "data"
_STEMMER = Stemmer("english")
_STEMMER.maxCacheSize = 0
_TOKEN = re.compile(r"\d+(?:[.,:/]\d+)*(?:st|nd|rd|th)?|[^\W\d_]+\d*(?:[&'’][^\W\d_]+)*(?:-[^\W_]+)*|£")
_CURLY = str.maketrans("‘’“”–—\u00a0", "''\"\"-- ")


class Word(NamedTuple):
    """A token: `start` and `end` in the text (end exclusive), its lower-case form and stem, whether it has a capital.

    A tuple, which takes a third of the time that a frozen dataclass takes to make: a report has tens of thousands.
    """

    start: int
    end: int
    lower: str
    stem: str
    capital: bool = False


def plain(text: str) -> str:
    """The text with curly quotes, dashes and hard spaces made plain; every character keeps its place."""
    return text if text.isascii() else text.translate(_CURLY)


def lowered(text: str) -> str:
    """The text in lower case, every character in its place; `re` looks through it faster than ignoring case.

    >>> lowered("Im İzmir")
    'im izmir'
    """
    return text.replace("İ", "i").lower()  # the one letter that becomes two


def offsets_of(word: str, text: str) -> Iterator[int]:
    """Where these letters stand in the text, found without `re`, which takes ten times as long.

    >>> list(offsets_of("an", "an island"))
    [0, 6]
    """
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The Snowball (Porter 2) stem of a lower-case word, without a possessive.

    >>> stem("referrals"), stem("mother's")
    ('refer', 'mother')
    """
    word = word.removesuffix("'s").removesuffix("s'") if "'" in word else word
    word = word.replace("xion", "ction") if "xion" in word else word  # "connexion"
    return str(_STEMMER.stemWord(_irregular().get(word, word)))


def words_in(text: str) -> list[Word]:
    """Every word of the text in order; hyphenated compounds are one word each part.

    >>> [word.lower for word in words_in("A two-week gap; Child T's GP.")]
    ['a', 'two', 'week', 'gap', 'child', "t's", 'gp']
    """
    text = plain(text)
    found = []
    for match in _TOKEN.finditer(text):
        start, token = match.start(), match.group()
        if "-" not in token:
            found.append(_made(Word, (start, match.end(), *_read(token))))
            continue
        for part in token.split("-"):
            if part:
                found.append(_made(Word, (start, start + len(part), *_read(part))))
            start += len(part) + 1
    return found


_made = tuple.__new__  # as `Word(...)` does, which is called too often to go through a function of its own


@lru_cache(maxsize=50_000)
def _read(token: str) -> tuple[str, str, bool]:
    lower = token.lower()
    return lower, stem(lower), token[0].isupper()


def _lines(name: str) -> list[str]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@cache
def _irregular() -> dict[str, str]:
    return {
        form: base for line in _lines("irregular.txt") for base, *forms in [line.split()] for form in forms
    }


@cache
def irregular_forms() -> frozenset[str]:
    """Irregular pasts and participles of verbs, lower case."""
    return frozenset(form for form in _irregular() if not form.endswith("s"))


@cache
def stop_words() -> frozenset[str]:
    """Words that carry no content of their own, lower case."""
    return frozenset(word for line in _lines("stop_words.txt") for word in line.split())


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Which stems may stand for which: `near` of the same meaning, `far` of the opposite one, `verbs` used as verbs.

    `close` holds of the near ones only those of the families of this kind of prose, `acts` words for acts of one sort
    ("rang", "consulted"), which are further apart.
    """

    near: dict[str, frozenset[str]]
    close: dict[str, frozenset[str]]
    far: dict[str, frozenset[str]]
    acts: dict[str, frozenset[str]]
    verbs: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The lexicon: WordNet's common senses, and the families of words of this kind of prose."""
    near: dict[str, set[str]] = {}
    close: dict[str, set[str]] = {}
    far: dict[str, set[str]] = {}
    verbs = set()
    for line in _lines("wordnet.txt"):
        head, _, rest = line.partition(":")
        word, _, mark = head.partition(" ")
        same, _, opposite = rest.partition("|")
        near[word] = set(same.split())
        if opposite:
            far[word] = set(opposite.split())
        if mark:
            verbs.add(word)
    for line in _lines("families.txt"):
        family = {stem(word) for word in line.split()}
        for word in family:
            near.setdefault(word, set()).update(family - {word})
            close.setdefault(word, set()).update(family - {word})
    for line in _lines("opposites.txt"):
        one, other = ({stem(word) for word in side.split()} for side in line.split("|"))
        for word in one:
            far.setdefault(word, set()).update(other)
        for word in other:
            far.setdefault(word, set()).update(one)
    acts: dict[str, set[str]] = {}
    for line in _lines("acts.txt"):
        sort = {stem(word) for word in line.split()}
        for word in sort:
            acts.setdefault(word, set()).update(sort - {word})
    return Lexicon(_frozen(near), _frozen(close), _frozen(far), _frozen(acts), frozenset(verbs))


@cache
def known_stems() -> frozenset[str]:
    """The stems of which the lexicon knows something, without reading what it knows."""
    heads = re.findall(r"^[^#:\s][^:\s]*", (DATA / "wordnet.txt").read_text(encoding="utf-8"), re.MULTILINE)
    return frozenset(heads) | {stem(word) for line in _lines("families.txt") for word in line.split()}


def _frozen(table: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    return {word: frozenset(others) for word, others in table.items()}
