"""What gives a person or a home away: postcodes, numbers, addresses, schools, dates of birth."""

import re
import tomllib
from collections.abc import Callable, Iterator
from functools import cache

from scr_check.language.dates import MONTHS, Date, dates_in
from scr_check.language.words import DATA, lowered, offsets_of, stop_words

# Patterns begin with a set of signs where they can, and look back at the boundary: re looks for sets quickly.
_POSTCODE = re.compile(r"[A-Z](?<!\w[A-Z])[A-Z]?\d[A-Z\d]?(?: \d[A-Z]{2}|\d[ABD-HJLNP-UW-Z]{2})\b")
_LAST_OF_POSTCODE = re.compile(r"\d[A-Z]{2}\b")
_TEN_FIGURES = re.compile(r"(?<![\d-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\d-])")
_CALLED_NHS = re.compile(
    r"\bNHS (?:number|no\b\.?)[^\d.]{0,20}(\d{3}[ -]?\d{3}[ -]?\d{4})(?!\d)", re.IGNORECASE
)
_FIRST_OF_NHS_NUMBER = re.compile(r"(?<!\d)\d{3}(?:-?\d{3}|(?!\S))")
_TELEPHONE = re.compile(r"(?<![\d/.-])(?:\+44 ?(?:\(0\) ?)?|\(?0)(?:\d[\d ()-]{7,13}\d)(?![\d/-])")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_FIRST_OF_CONTACT = re.compile(r"@|[+0](?<![\d/.-][+0])(?:[\d()-]{8}|[\d()-]*(?!\S))")
_BORN_BEFORE = re.compile(
    r"(?:\bborn\b[^.;]{0,25}?|\bd\.?o\.?b\.?\b\W{0,3}(?:is |was )?|\bdates? of birth\b[^.;]{0,15}?"
    r"|\bbirthday\b[^.;]{0,12}?|\bgave birth\b[^.;]{0,30}?|\bbirth of\b[^.;]{0,30}?"
    r"|\b(?:was|were|been|being|she) (?:\w+ )?delivered\b[^.;]{0,15}?|\bb\. ?)(?:on |of |in |at )?(?:the )?$",
    re.IGNORECASE,
)
_REACH = 80  # signs, more than the longest of these
_OF_BIRTH = ("born", "birth", "deliver", "b.", "dob", "d.ob", "do.b", "d.o.b")  # in lower case
_BORN_AFTER = re.compile(
    r"[,)]?(?:(?! and\b| but\b)[^.;]){0,40}?\b(?:(?:was|were|is) born|gave birth|(?:her|his|whose|'s) birth(?:day)?\b(?! visit))",
    re.IGNORECASE,
)


@cache
def identifier_words(name: str) -> frozenset[str]:
    """A list of `identifiers.toml`."""
    return frozenset(_lists()[name])


_FIGURE = re.compile(r"\d")  # most texts of a summary have none, and so nothing that is made of figures
_MANY_FIGURES = re.compile(r"\d{3}[ -]?\d{3}[ -]?\d{4}")
_CALL = re.compile(r"[+0@](?:(?<=@)|(?<![\d/.-][+0])[\d ()-]{8})")


@cache
def _lists() -> dict[str, list[str]]:
    return tomllib.loads((DATA / "identifiers.toml").read_text(encoding="utf-8"))


@cache
def _any(name: str) -> str:
    return "|".join(
        re.escape(word).replace("'", "['’]") for word in sorted(_lists()[name], key=lambda w: (-len(w), w))
    )


@cache
def _last_words(name: str) -> re.Pattern[str]:
    """What finds the last word of an entry of a list, which is quicker to look for than the whole."""
    firsts: dict[str, set[str]] = {}
    for entry in _lists()[name]:
        word = re.split(r"[ '-]", entry)[-1]
        firsts.setdefault(word[0], set()).add(re.escape(word[1:]))
    rests = (f"{first}(?:{'|'.join(sorted(words))})" for first, words in sorted(firsts.items()))
    return re.compile("|".join(rests))


def _holds(text: str, name: str) -> bool:
    return _last_words(name).search(text) is not None


def postcodes_in(text: str) -> list[str]:
    """Full UK postcodes, as written.

    >>> postcodes_in("the flat in NX4 7QD, not section 47 or K1")
    ['NX4 7QD']
    """
    return _POSTCODE.findall(text) if _FIGURE.search(text) else []


def nhs_numbers_in(text: str) -> list[str]:
    """Ten figures that are called so, or whose check digit (modulus 11, NHS Data Dictionary) is right.

    >>> nhs_numbers_in("NHS number 999 014 7728; reference 999 014 7729")
    ['999 014 7728']
    """
    if not _MANY_FIGURES.search(text):
        return []
    checked = [match.group() for match in _TEN_FIGURES.finditer(text) if _checks(match.group())]
    return list(dict.fromkeys([*checked, *_CALLED_NHS.findall(text)]))


def _checks(number: str) -> bool:
    figures = [int(figure) for figure in number if figure.isdigit()]
    check = -sum(weight * figure for weight, figure in zip(range(10, 1, -1), figures, strict=False)) % 11
    return check == figures[9]


def contacts_in(text: str) -> list[str]:
    """Telephone numbers of ten or eleven figures, and e-mail addresses.

    >>> contacts_in("ring 01632 960 983 or write to jo@example.org by 01/02/2010")
    ['01632 960 983', 'jo@example.org']
    """
    calls = [match.group() for match in _TELEPHONE.finditer(text)] if _CALL.search(text) else []
    numbers = [call for call in calls if 10 <= sum(map(str.isdigit, call.replace("+44", "0"))) <= 12]
    return [number.strip() for number in numbers] + (_EMAIL.findall(text) if "@" in text else [])


@cache
def _addresses() -> re.Pattern[str]:
    name = r"[A-Z][\w'’-]+"
    number = r"(?:(?:Flat|Apartment|Room|No\.?|Number) )?\d{1,4}[A-Za-z]?,? "
    numbered = rf"{number}(?:{name} ){{1,3}}(?:{_any('streets')})"
    bare = rf"(?:{name} )(?:{name} )?(?:{_any('plain_streets')})"
    return re.compile(rf"\b(?:{numbered}|{bare})\b(?! [A-Z]?[a-z]*['’])")


def addresses_in(text: str) -> list[str]:
    """A number and a street, or the name of a street alone.

    >>> addresses_in("at 14 Tanners Row, near Eelgate Road; the Crown Court; The Close Family Project")
    ['14 Tanners Row', 'Eelgate Road']
    """
    if not _holds(text, "streets"):
        return []
    found = [match.group() for match in _addresses().finditer(text)]
    return [address for address in found if not _is_no_street(address.split())]


def _is_no_street(words: list[str]) -> bool:
    """Whether the words before the street's last word are a date's, a kind of place or a body's."""
    own = words[1:-1] if words[0][0].isdigit() else words[:-1]
    months = {month.capitalize() for month in MONTHS}
    return not own or own[0] in identifier_words("kinds_of_place") or own[0] in months


@cache
def _local_places() -> re.Pattern[str]:
    own = r"((?:[A-Z](?:[\w'’-]*|[a-z]{0,2}\.),? |of |and |the ){1,6})"  # a stop only in "St. Anne's"
    return re.compile(
        rf"\b{own}(?:{_any('local_places')})\b(?!s?\s+(?:[Nn]urs|Improvement|Admission|Health|(?:[A-Z]|\d{{1,2}})(?![\w'’])))"
    )


def local_places_in(text: str) -> list[str]:
    """Named schools, nurseries, surgeries, pharmacies and the like; kinds of them are no names.

    >>> local_places_in("from Cockle Lane Primary School to a Special School; the Health Centre was closed")
    ['Cockle Lane Primary School']
    >>> local_places_in("They rang Social Care. School nursing had no list, nor had St. Anne's Nursery")
    ["St. Anne's Nursery"]
    >>> local_places_in("By September School A had no nurse, and Police and School B were not rung")
    []
    """
    found: list[str] = []
    if not _holds(text, "local_places"):
        return found
    for match in _local_places().finditer(text):
        before = match[1].rpartition(" and the ")[2]  # "the Disability Team and the Surgery"
        words = (word.strip(",") for word in before.split())
        first = next((word for word in words if _is_own(word)), None)
        if first:
            found.append(text[match.start() + match[1].index(first) : match.end()])
    return found


def _is_own(word: str) -> bool:
    """Whether a word before "School" is the school's own: neither its kind nor the sentence's opening."""
    bare = word.replace("’", "'")
    return (
        word[0].isupper()
        and bare not in identifier_words("kinds_of_place")
        and bare.lower() not in stop_words()
    )


def birth_dates_in(text: str) -> list[Date]:
    """Dates, exact to the day, on which somebody is said to have been born.

    >>> told = "born on 3 April 2010. The birth visit, on 22 April 2010, was late; DOB 08/05/2008"
    >>> [date.iso for date in birth_dates_in(told)]
    ['2010-04-03', '2008-05-08']
    >>> birth_dates_in("She applied on 4 February 2008, and her brother was born soon afterwards.")
    []
    """
    if next(birth_hints_in(text), None) is None:
        return []
    return [
        found
        for found in dates_in(text)
        if found.day
        and (
            _BORN_BEFORE.search(text, max(0, found.start - _REACH), found.start)
            or _BORN_AFTER.match(text[found.end :])
        )
    ]


def birth_hints_in(text: str) -> Iterator[int]:
    """Where words stand beside which `birth_dates_in` looks for a date: where there are none, it finds nothing."""
    lower = lowered(text)
    return (at for word in _OF_BIRTH for at in offsets_of(word, lower))


_SIGNS: dict[Callable[[str], list[str]], Callable[[], re.Pattern[str]]] = {
    postcodes_in: lambda: _LAST_OF_POSTCODE,
    nhs_numbers_in: lambda: _FIRST_OF_NHS_NUMBER,
    contacts_in: lambda: _FIRST_OF_CONTACT,
    addresses_in: lambda: _last_words("streets"),
    local_places_in: lambda: _last_words("local_places"),
}


def signs_in(words: str, look: Callable[[str], list[str]]) -> set[str]:
    """What of these words may be part of something that one of the functions above finds, given all that a text has.

    The words may begin with their first capital, figure, @ or +. A text that holds none of the signs found has
    nothing to find either.

    >>> signs_in("The Eelgate Road NX4 7QD", addresses_in), signs_in("The Eelgate Road NX4 7QD", postcodes_in)
    ({'Road'}, {'7QD'})
    """
    return {match.group() for match in _SIGNS[look]().finditer(words)}


def sign_offsets_in(words: str) -> Iterator[int]:
    """Where any of these signs stands."""
    return (match.start() for pattern in _SIGNS.values() for match in pattern().finditer(words))
