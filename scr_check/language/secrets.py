"""What a confidential key holds, as things to look for: names, birth dates, addresses, schools, numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from scr_check.language.dates import MONTHS, dates_in
from scr_check.language.identifiers import identifier_words, local_places_in
from scr_check.language.people import is_no_name
from scr_check.language.words import plain

_POSTCODE = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})\b", re.IGNORECASE)
_LONG_NUMBER = re.compile(r"(?<!\d)\d(?:[ -]?\d){6,12}(?!\d)")
_LOCAL_REFERENCE = re.compile(
    r"\b(?:home|house|flat|address|school|academy|nursery|surgery|practice|pharmacy|church|mosque|college|centre|refuge|hostel)\b",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(  # "Family centre worker", "School nurse 2"
    r"\b(?:worker|manager|officer|nurse|teacher|head|adviser|advisor|assistant|doctor|visitor|carer|mentor|leader"
    r"|counsellor|receptionist|warden|practitioner|coordinator|pharmacist|member|chair|staff)(?: \w{1,2})?$",
    re.IGNORECASE,
)
_PARTICLES = frozenset(
    [
        "de",
        "da",
        "di",
        "du",
        "del",
        "della",
        "van",
        "von",
        "der",
        "den",
        "la",
        "le",
        "al",
        "el",
        "bin",
        "ibn",
        "ap",
        "ab",
        "y",
    ]
)
_SHORTEST = 3  # letters of a single name that is looked for by itself


class SecretKind(StrEnum):
    """What a secret is."""

    NAME = "name"
    BIRTH_DATE = "date of birth"
    ADDRESS = "address"
    POSTCODE = "postcode"
    LOCAL_PLACE = "school, surgery or other local place"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Secret:
    """A thing to look for: `words` in their order; `whole` when they give it away by themselves.

    Of what is not `whole` (a forename, the first half of a postcode) a match must still be weighed: it may
    be an everyday word or one that the report prints openly. A date of birth is an ISO date, a number only
    figures.
    """

    kind: SecretKind
    words: str
    whole: bool = True

    def may_stand_in(self, lower: str) -> bool:
        """Whether a text in lower case holds all its words: a quick look before the pattern is tried."""
        if self.kind is SecretKind.NUMBER:
            return self.words[:3] in lower and self.words[-3:] in lower
        if self.kind is SecretKind.BIRTH_DATE:
            return any(hint.search(lower) for hint in _date_hints(self.words))
        if self.kind is SecretKind.POSTCODE:
            return self.words.split()[0].lower() in lower
        return all(part in lower for part in re.findall(r"[^\W_]+", self.words.lower()))

    def pattern(self) -> re.Pattern[str]:
        """What finds it in a text, however it is spaced; single words only with a capital."""
        if self.kind is SecretKind.NUMBER:
            return re.compile(r"(?<!\d)" + r"[ -]?".join(self.words) + r"(?!\d)")
        body = (
            re.escape(plain(self.words))
            .replace(r"\ ", r"[\s,]+")
            .replace(r"\-", r"[\s-]")
            .replace("'", "['’]?")
        )
        if self.kind is SecretKind.POSTCODE:
            body = body.replace(r"[\s,]+", r"\s?")
        if self.whole:
            return re.compile(rf"(?<!\w){body}(?!\w)", re.IGNORECASE)
        shouted = body.upper() if "\\" not in body and body != body.upper() else ""
        return re.compile(rf"(?<![\w-])(?:{body}{'|' + shouted if shouted else ''})(?![\w-])")


@cache
def _date_hints(iso: str) -> tuple[re.Pattern[str], ...]:
    """The day beside its month: each pattern begins with letters or figures of its own, which is quick."""
    _, month, day = iso.split("-")
    name, bare = MONTHS[int(month) - 1][:3], day.lstrip("0")
    written = (
        rf"{bare}(?:st|nd|rd|th)?(?: of)?[ ./-](?:{name}|0?{month.lstrip('0')}\b)",
        rf"{name}[a-z]*\.? 0?{bare}",
        f"-{month}-{day}",
    )
    return tuple(re.compile(one) for one in written)


@lru_cache(maxsize=1000)
def secrets_of(reference: str, entries: tuple[str, ...]) -> tuple[Secret, ...]:
    """What to look for, from one row of a key: its reference and what stands beside it.

    >>> [s.words for s in secrets_of("SW2", ("Dr Jane Mary Roe",))]
    ['Jane Mary Roe', 'Jane Roe', 'Roe', 'Jane']
    >>> [s.kind.value for s in secrets_of("School nurse", ("Jane Roe",))]
    ['name', 'name', 'name']
    >>> [(s.kind.value, s.words) for s in secrets_of("The flat", ("Flat 7, Samphire Court, SZ4 7QT",))]
    [('postcode', 'SZ4 7QT'), ('postcode', 'SZ4'), ('address', 'Samphire Court'), ('address', 'Samphire')]
    """
    found: dict[Secret, None] = {}
    local = bool(_LOCAL_REFERENCE.search(reference)) and not _SOMEBODY.search(reference)
    for entry in entries:
        rest = entry
        for secret, text in _exact(entry):
            found.setdefault(secret)
            rest = rest.replace(text, " ; ")
        for piece in _pieces(rest):
            for secret in _of_piece(piece, local):
                local = local or secret.kind in (SecretKind.ADDRESS, SecretKind.LOCAL_PLACE)
                found.setdefault(secret)
    return tuple(found)


def _exact(entry: str) -> Iterator[tuple[Secret, str]]:
    """Postcodes, dates and long numbers of an entry, with the text they stand in."""
    for match in _POSTCODE.finditer(entry):
        yield Secret(SecretKind.POSTCODE, f"{match[1]} {match[2]}".upper()), match.group()
        yield Secret(SecretKind.POSTCODE, match[1].upper(), whole=False), match.group()
    for date in dates_in(entry):
        if date.iso:
            yield Secret(SecretKind.BIRTH_DATE, date.iso), entry[date.start : date.end]
    for match in _LONG_NUMBER.finditer(entry):
        yield Secret(SecretKind.NUMBER, re.sub(r"\D", "", match.group())), match.group()


def _pieces(entry: str) -> Iterator[str]:
    """The capitalised names of an entry, without what leads up to them ("attended", "formerly of")."""
    for piece in re.split(r"[,;()\n/]| - | – |: ", entry):
        words = piece.split()
        while words and not (
            (words[0][0].isupper() and words[0] not in ("NHS", "DOB", "Born")) or words[0][0].isdigit()
        ):
            words.pop(0)
        while words and words[0].rstrip(".") in identifier_words("titles"):
            words.pop(0)
        if words and all(word[0].isupper() or word[0].isdigit() or _joins(word) for word in words):
            yield " ".join(words).strip(" .")


def _joins(word: str) -> bool:
    return word in _PARTICLES or word in ("of", "the", "and", "&", "on", "in", "for", "upon")


def _of_piece(piece: str, local: bool) -> Iterator[Secret]:
    if local_places_in(piece):
        yield from _local_place(piece)
    elif (
        piece[0].isdigit()
        or piece.startswith("Flat ")
        or (piece.split()[-1] in identifier_words("streets") and " " in piece)
    ):
        street = re.sub(r"^(?:(?:Flat|Apartment|No\.?) )?\d+\w?\b ?", "", piece).strip()
        if len(street) >= _SHORTEST:
            yield Secret(SecretKind.ADDRESS, street)
        own, _, kind = street.rpartition(" ")
        if kind in identifier_words("streets") and len(own) >= _SHORTEST:
            yield Secret(SecretKind.ADDRESS, own, whole=False)
    elif local:
        yield Secret(SecretKind.ADDRESS, piece, whole=" " in piece)
    else:
        yield from _name(piece)


def _local_place(piece: str) -> Iterator[Secret]:
    yield Secret(SecretKind.LOCAL_PLACE, piece)
    kinds = (
        identifier_words("kinds_of_place") | identifier_words("local_places") | {"Centre", "Home", "College"}
    )
    own = piece.split()
    while own and own[-1] in kinds:
        own.pop()
    if own and len(" ".join(own)) > _SHORTEST and own != piece.split():
        yield Secret(SecretKind.LOCAL_PLACE, " ".join(own), whole=False)


def _name(piece: str) -> Iterator[Secret]:
    words = piece.split()
    if len(words) > 5 or any(word[0].isdigit() for word in words) or all(map(is_no_name, words)):
        return
    if len(words) > 1:
        yield Secret(SecretKind.NAME, piece)
        if len(words) > 2 and words[1] not in _PARTICLES and words[0] != "The":  # "The Dale Court Hotel"
            yield Secret(SecretKind.NAME, f"{words[0]} {words[-1]}")
    halves = words[-1].split("-") if "-" in words[-1] else []
    for word in dict.fromkeys((words[-1], words[0], *halves)):
        if len(word) >= _SHORTEST and word[0].isupper():
            yield Secret(SecretKind.NAME, word, whole=False)
