"""Personal names where roles are expected: titles, known forenames, and names that follow a role."""

import re
from collections.abc import Collection, Iterator
from functools import cache

from scr_check.language.dates import MONTHS
from scr_check.language.identifiers import identifier_words
from scr_check.language.words import DATA, known_stems, offsets_of, plain, stem, stop_words

_AFTER_CAPITAL = r"[a-zà-ÿ]+(?:['’][A-Z][a-z]+)?(?:-[A-Z][a-zà-ÿ]+)*"
_WORD = rf"[A-Z]{_AFTER_CAPITAL}"
# Patterns begin with a set of signs where they can, and look back at the boundary: re looks for sets quickly.
# the second word is only looked at, as it may begin the next pair: "Superintendent Owen Lacey"
_PAIR = re.compile(
    rf"([A-Z](?<![\w'’-].){_AFTER_CAPITAL})(?=((?: [A-Z]\.?)? (?:Mc|Mac|O['’])?{_WORD})(?![\w-]))"
)  # not "Young Carers Co-ordinator"
_ALONE = re.compile(rf"[A-Z](?<![\w'’.-].)(?<![A-Z][a-z] .){_AFTER_CAPITAL}(?! ?[A-Z])")
_INITIALED = re.compile(rf"([A-Z](?<![\w.'’-].)\. ?(?:[A-Z]\. ?){{0,2}})((?:Mc|Mac|O['’])?{_WORD})")
_AFTER_ANONYMOUS = re.compile(
    r"\b(?:Child|Baby|Infant|Toddler|Boy|Girl|Twin|Young (?:Person|Man|Woman)|Brother|Sister"
    r"|Adult|Family|Mr|Mrs|Ms|Miss|Dr|Sibling|Mother|Father|Subject) $"
)
_CAPITALISED = re.compile(
    r"[A-Z](?:['’][A-Z]|(?<=M)a?c[A-Z])?[a-zà-ÿ]+(?:['’][A-Z][a-z]+)?(?:-[A-Z][a-zà-ÿ]+)*"
)
_LOWER = re.compile(r"[a-zà-ÿ]")
_CAPITAL_AFTER = re.compile(r" [A-Z]")
_CAPITAL_BEFORE = re.compile(r"[A-Z]\w*\.? ?\Z")
_LONGEST_TITLE = 20  # signs before a name, with a stop and a space
_DAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])


@cache
def forenames() -> frozenset[str]:
    """Forenames common in England and Wales, those that are also everyday words left out."""
    lines = (DATA / "forenames.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split())


@cache
def is_everyday(word: str) -> bool:
    """Whether a capitalised word is an everyday word, or one that is never a person's name.

    >>> is_everyday("Grace"), is_everyday("April"), is_everyday("Farthingdale")
    (True, True, False)
    """
    lower = _bare(word).lower()
    return is_no_name(word) or lower in stop_words() or stem(lower) in known_stems()


@cache
def is_no_name(word: str) -> bool:
    """Whether a capitalised word is a month, a day, a people or one of this field's own, and so never a name.

    >>> is_no_name("Strategy"), is_no_name("Somali"), is_no_name("Grace")
    (True, True, False)
    """
    bare, lower = _bare(word), _bare(word).lower()
    listed = identifier_words("not_names") | identifier_words("peoples")
    return (
        bare in listed
        or word in listed
        or lower in MONTHS
        or lower in _DAYS
        or lower in identifier_words("roles")
    )


def _bare(word: str) -> str:
    return plain(word).removesuffix("'s").rstrip("'")


def names_in(text: str, known: Collection[str] = ()) -> list[str]:
    """Personal names, as written and in order; `known` are words that are no secret (bodies, named chairs).

    >>> names_in("The social worker, Gareth Olney, told Dr Roe and the team manager; Stacey agreed. Child T.")
    ['Gareth Olney', 'Dr Roe', 'Stacey']
    >>> names_in("Superintendent Owen Lacey attended.")
    ['Owen Lacey']
    """
    if not any(_may_name(word, known) for word in _CAPITALISED.findall(text)):
        return []
    taken: dict[int, str] = {}
    for start, name in (
        *_titled(text, known),
        *_initialed(text, known),
        *_pairs(text, known),
        *_alone(text, known),
    ):
        if not any(at <= start < at + len(other) for at, other in taken.items()):
            taken[start] = name
    return [taken[start] for start in sorted(taken)]


def name_lines_in(words: str, known: Collection[str] = ()) -> set[str]:
    """The lines that may be part of a name; a text that holds none of them has no names that `names_in` finds.

    `words` are those of the text, each with the capitalised words that follow it on one line.

    >>> name_lines_in("The\\nGareth Olney\\nCouncil", {"Olney"})
    {'Gareth Olney'}
    """
    ended = words + "\n"
    return {words[words.rfind("\n", 0, at) + 1 : ended.find("\n", at)] for at in name_hints_in(words, known)}


def name_hints_in(text: str, known: Collection[str] = ()) -> Iterator[int]:
    """Where words stand that may be part of a name."""
    for word in {word for word in set(_CAPITALISED.findall(text)) if _may_name(word, known)}:
        for at in offsets_of(word, text):
            if not _LOWER.match(text, end := at + len(word)) and (
                _names_alone(word) or _CAPITAL_AFTER.match(text, end) or _capital_before(text, at)
            ):
                yield at


def _capital_before(text: str, at: int) -> bool:
    """Whether a capitalised word, such as a title or an initial, stands before an offset."""
    return _CAPITAL_BEFORE.search(text, max(0, at - _LONGEST_TITLE), at) is not None


def _may_name(word: str, known: Collection[str]) -> bool:
    """Whether a capitalised word can be part of a name at all: most texts have none, and need no closer look."""
    return _is_hint(word) and (word not in known or _names_alone(word))


@cache
def _is_hint(word: str) -> bool:
    return _names_alone(word) or not is_everyday(word)


@cache
def _names_alone(word: str) -> bool:
    """Whether a word may be a name without another beside it; the last letter may belong to what follows."""
    return word in forenames() or word[:-1] in forenames() or not word.isalpha()


@cache
def _title_pattern() -> re.Pattern[str]:
    titles = "|".join(sorted(identifier_words("titles"), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{titles})\.?(?: [A-Z]\.)* ((?:Mc|Mac|O['’])?{_WORD}(?: {_WORD})?)")


def _titled(text: str, known: Collection[str]) -> Iterator[tuple[int, str]]:
    for match in _title_pattern().finditer(text):
        words = match[1].split()
        if words[0] not in known and words[-1] not in known and not is_everyday(words[0]):
            name = (
                match.group()
                if len(words) == 1 or not is_everyday(words[1])
                else match.group().rpartition(" ")[0]
            )
            yield match.start(), name


def _initialed(text: str, known: Collection[str]) -> Iterator[tuple[int, str]]:
    for match in _INITIALED.finditer(text):
        anonymous = _AFTER_ANONYMOUS.search(text[: match.start()])
        if not anonymous and match[2] not in known and not is_everyday(match[2]):
            yield match.start(), match.group()


def _pairs(text: str, known: Collection[str]) -> Iterator[tuple[int, str]]:
    for match in _PAIR.finditer(text):
        first, last = match[1], match[2].split()[-1]
        if first in known or last in known:
            continue
        if (first in forenames() and not _is_body_word(last)) or (
            not is_everyday(first) and not is_everyday(last)
        ):
            yield match.start(), match[1] + match[2]


def _is_body_word(word: str) -> bool:
    """Whether a word after a forename makes it a place or body: "Charlotte Street", "Victoria Hospital"."""
    return word in identifier_words("not_names") or word in identifier_words("streets")


_VERBS = frozenset(("Mark", "Bill", "Grant", "Chase", "Frank", "Page", "Drew", "Will"))
_OBJECT = re.compile(
    r" (?:on|in|as|for|the|a|an|all|each|every|any|these|those|its|their|looked-after|new|high-risk)\b"
)  # "Mark the tenancies"


def _alone(text: str, known: Collection[str]) -> Iterator[tuple[int, str]]:
    for match in _ALONE.finditer(text):
        name = match.group()
        if (
            name in forenames()
            and name not in known
            and not re.search(r"[A-Z][\w'’]* $", text[: match.start()])
            and not (name in _VERBS and _OBJECT.match(text, match.end()))
        ):
            yield match.start(), name
