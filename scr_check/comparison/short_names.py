"""Short names: first or last words of a body's name by which a report goes on to call it ("Westmark" for Westmark Hospital)."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from scr_check.documents.overview import Overview
from scr_check.language.words import offsets_of

LONGEST = 2  # words of a short name
SHORTEST = 4  # letters of it
TIMES = 2  # how often it must stand alone
OTHERS = 2  # names that go on otherwise, from which it is a place with several bodies
PLACES = 0.1  # the part of its uses that speak of a place, beyond which it is one: "in Holmshire"
_DESCRIBING = frozenset(
    "Welsh English Scottish Irish British Northern Southern Eastern Western Central Royal National Children Community".split()
)
_WHERE = re.compile(r"\b(?:in|near|outside|around|across|throughout|inside|beyond) $")
_PLACE = re.compile(r"[A-Z][a-z][\w'-]*")
_LED = re.compile(r"[A-Z][\w'-]+ $(?<!The )")  # "NHS Westmark"
_GOES_ON = re.compile(r"(?:'s)? (?:(?:and|of|for|&) )?([A-Z][\w'-]*)")
_ENDS = re.compile(r"\b")


def short_names(overview: Overview, bodies: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """The bodies that the report calls by their first words alone, each with that short name and others that begin its name.

    Words with which several bodies' names begin, that the report writes small as well, or that it uses as the name
    of a place, are no short names.
    """
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for body in bodies:
        words = body.split()
        for count in range(1, min(LONGEST, len(words) - 1) + 1):
            owners[" ".join(words[:count])].add(body)
    text = "\n".join(paragraph.text for paragraph in overview.paragraphs)
    for short, named in sorted(owners.items()):
        longest = max(sorted(named), key=len)
        same = all(longest.startswith(name) for name in named)
        if (
            same
            and len(short) >= SHORTEST
            and short[0].isupper()
            and short not in _DESCRIBING
            and _stands_alone(short, longest, text)
        ):
            yield longest, [short, *sorted(named - {longest})]


def tail_names(bodies: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """The bodies of which just one has another's name at the end of its own: "Dale Council Housing Options Service"."""
    bodies = sorted(set(bodies))
    for tail in bodies:
        longer = [body for body in bodies if body.endswith(f" {tail}")]
        if len(longer) == 1 and " " in tail:
            yield longer[0], [tail]


def placed_names(overview: Overview) -> Iterator[tuple[str, list[str]]]:
    """The bodies of several places that the report tells apart by place and short form: "Dale CSC", "Marlsea CSC"."""
    text = "\n".join(paragraph.text for paragraph in overview.paragraphs)
    for short, meaning in overview.glossary.items():
        if not (short.isupper() and len(short) > 1):
            continue
        before = (text[max(0, at - 60) : at].rpartition(" ") for at in offsets_of(f" {short}", text))
        found = Counter(
            place for rest, _, place in before if _PLACE.fullmatch(place) and rest[-1:] not in ".?!"
        )
        places = [place for place, times in found.items() if times >= TIMES]
        if len(places) > 1:
            full = re.split(r"[,;(]", meaning)[0].strip().title().replace("'S", "'s")
            yield from ((f"{place} {full}", [f"{place} {short}"]) for place in sorted(places))


def _stands_alone(short: str, body: str, text: str) -> bool:
    """Whether a report calls a body by a short name, and with it no place or other body."""
    if any(
        _begins_word(at, text) and _ENDS.match(text, at + len(short))
        for at in offsets_of(short.lower(), text)
    ):
        return False
    places = [at for at in offsets_of(short, text) if _begins_word(at, text)]
    going_on = {at: match[1] for at in places if (match := _GOES_ON.match(text, at + len(short)))}
    if sum(word not in body for word in set(going_on.values())) >= OTHERS:
        return False
    alone = [at for at in places if at not in going_on and _ENDS.match(text, at + len(short))]
    alone = [at for at in alone if not _LED.search(text[max(0, at - 40) : at])]
    where = sum(bool(_WHERE.search(text[max(0, at - 12) : at])) for at in alone)
    return len(alone) >= TIMES and where <= PLACES * len(alone)


def _begins_word(at: int, text: str) -> bool:
    return at == 0 or not (text[at - 1].isalnum() or text[at - 1] == "_")
