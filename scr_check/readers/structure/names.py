"""The bodies that a report names, its short forms of them, and who employs whom."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from scr_check.documents.overview import Section
from scr_check.readers.structure.outline import Placed
from scr_check.readers.structure.tables import table_of
from scr_check.readers.structure.vocabulary import vocabulary
from scr_check.readers.structure.wording import bare, initials, without_article, words

_CAPITALS = re.compile(r"[A-Z][\w'&-]*(?:\s+(?:(?:and|of|for|the|&)\s+)*[A-Z][\w'&-]*)*")
_NUMBERED = re.compile(
    rf"({_CAPITALS.pattern}) (\d)\b(?![.:)/\d])"
)  # "Acute Trust 1", but not the label "Northmoor Homes 1."
_WRITTEN = frozenset("imr imrs review reviews report reports chronology".split())
_LONGEST = 12  # words of a body's name
_ONE_WORD = re.compile(r"[A-Z][a-z]{3,}")
_ROLE = re.compile(r"^(.+?),\s+([A-Z].+?)[;.]?$")


@dataclass(frozen=True)
class Names:
    """Bodies by their bare names, the surest first; `board` is the report's own Board.

    `glossary` gives short forms, `employers` who employs a role.
    """

    bodies: Mapping[str, str]
    glossary: Mapping[str, str]
    sure: frozenset[str] = frozenset()  # bare names that stand in columns and lists of bodies
    employers: Mapping[str, str] = field(default_factory=dict)
    board: str | None = None

    @cached_property
    def shorts(self) -> dict[str, str]:
        """Bare short forms and what they stand for."""
        return {bare(short): meaning for short, meaning in self.glossary.items()}

    def full(self, name: str, near: str | None = None) -> str | None:
        """The full name of a body that is named or abbreviated; `near` is preferred when it fits.

        None when the report knows no such body.
        """
        name = without_article(name.strip(" .,;:"))
        key = bare(name)
        if near and stands_for(name, near, self.shorts.get(key)):
            return near
        if key in ("board", "lscb", "safeguarding board") and self.board:
            return self.board
        if key not in self.sure and (longer := self._longer(key)):
            return longer
        if key in self.bodies and not (key not in self.sure and is_body(self.shorts.get(key, ""))):
            return self.bodies[key]
        meaning = self.shorts.get(key) or self._part_short(name)
        if meaning and bare(meaning) != key:
            return (
                self._longer(bare(meaning))
                or self.bodies.get(bare(meaning))
                or (meaning if is_body(meaning) else None)
            )
        return None

    def _part_short(self, name: str) -> str | None:
        """A name whose last word is a short form spelled out: "Northmoor PCT"."""
        place, _, last = name.rpartition(" ")
        meaning = (
            self.shorts.get(bare(last))
            if last.isupper() and place.replace(" ", "").isalpha() and "and" not in place.split()
            else None
        )
        return f"{place} {meaning}" if meaning and not meaning.startswith(place) else meaning

    @cached_property
    def _by_ending(self) -> dict[str, list[tuple[str, str]]]:
        """Bodies (bare, as printed) by every run of words that their names end with."""
        found: dict[str, list[tuple[str, str]]] = {}
        for known, name in self.bodies.items():
            parts = known.split()
            for start in range(1, len(parts)):
                found.setdefault(" ".join(parts[start:]), []).append((known, name))
        return found

    def _longer(self, key: str) -> str | None:
        """The only body whose name is this one with a place before it."""
        found = [name for known, name in self._by_ending.get(key, ()) if not self._two(known, key)]
        return found[0] if len(found) == 1 and (is_body(key.title()) or key in self.bodies) else None

    def _two(self, known: str, key: str) -> bool:
        """Whether a longer name is really two: "Haven and Northmoor Probation Trust"."""
        before, joined, _ = known.removesuffix(key).rpartition(" and ")
        return bool(joined) and (before in self.bodies or before in self.shorts or is_body(before.title()))


def stands_for(short: str, name: str, meaning: str | None = None) -> bool:
    """Whether a short form can stand for a body's name.

    >>> [stands_for(short, "Northmoor Hospitals NHS Trust") for short in ("NHT", "the Trust", "PCT")]
    [True, True, False]
    """
    short = bare(without_article(short))
    full = bare(name)
    if not short or short == full:
        return bool(short)
    if meaning and (bare(meaning) in full or full in bare(meaning)):
        return True
    if f" {full} ".startswith(f" {short} ") or f" {full}".endswith(f" {short}"):
        return True
    letters = initials(name)
    spare = initials(re.sub(r"\b(?:NHS|Foundation)\b", "", name))
    compact = short.replace(" ", "").replace("&", "").upper()
    if (
        len(compact) > 1
        and " " not in short
        and (compact in (letters, spare) or (letters.endswith(compact) and len(compact) > 2))
    ):
        return True
    return " " in short and _mixed(short.split(), full.split())


def _mixed(short: list[str], full: list[str]) -> bool:
    """Whether "sandmere yos" abbreviates "sandmere youth offending service": words first, then initials."""
    head, tail = short[:-1], short[-1]
    rest = full[len(head) :]
    return full[: len(head)] == head and initials(" ".join(rest)).lower() == tail


def is_body(name: str) -> bool:
    """Whether a name reads like that of a body: it ends or begins as bodies' names do."""
    parts = words(name)
    known = vocabulary()
    if not parts or not _CAPITALS.fullmatch(name.replace("(", "").replace(")", "")):
        return False
    if parts[0].lower() in known.small or _is_post(parts):
        return False
    return parts[-1] in known.endings or (parts[0] in known.openings and len(parts) > 1)


def _is_post(parts: Sequence[str]) -> bool:
    """Whether a name is of somebody's post: "Chief Executive of Northmoor Homes"."""
    joins = next((i for i, part in enumerate(parts) if part in ("of", "for")), 0)
    return (
        joins > 0
        and parts[0] not in vocabulary().openings
        and bool({p.lower() for p in parts[:joins]} & vocabulary().roles)
    )


def names_of(placed: Sequence[Placed], glossary: Mapping[str, str]) -> Names:
    """The names that a report uses; the confidential key is not read for them."""
    sure: dict[str, str] = {}
    counted: Counter[str] = Counter()
    numbered: defaultdict[str, set[str]] = defaultdict(set)
    employers: dict[str, str] = {}
    single: set[str] = set()
    board: str | None = None
    for place in placed:
        if place.section is Section.IDENTITIES:
            continue
        block = place.block
        for text in (block.text, *(cell for cells in block.rows for cell in cells)):
            found = list(
                bodies_in(text.title() if text.isupper() else text)
            )  # "NORTHMOOR ... BOARD" on the title page
            counted.update(found)
            board = board or next((name for name in found if name.endswith(" Board")), None)
            for match in _NUMBERED.finditer(text):
                for name in bodies_in(match[1]):
                    if match[1].endswith(name):
                        numbered[name].add(match[2])
        for role, body in _employed(place):
            if " " not in body and not is_body(body):
                single.add(body)
                continue
            sure.setdefault(bare(body), body)
            if role:
                employers.setdefault(bare(role), body)
    for name, digits in numbered.items():
        for digit in digits if len(digits) > 1 else ():
            sure[bare(f"{name} {digit}")] = f"{name} {digit}"
    counted.update(meaning for meaning in glossary.values() if is_body(meaning) and "," not in meaning)
    bodies = sure | {bare(name): name for name, _ in counted.most_common() if bare(name) not in sure}
    for name in _own_names(single, placed):
        if not any(known.startswith(f"{bare(name)} ") for known in bodies):
            sure[bare(name)] = bodies[bare(name)] = name
    return Names(bodies, glossary, frozenset(sure), employers, board)


def _employed(place: Placed) -> Iterator[tuple[str | None, str]]:
    """Roles and the bodies that employ them, from lists of members and columns of employers."""
    block = place.block
    if block.kind == "item" and (match := _ROLE.match(block.text)) and is_body(match[2]):
        yield match[1], match[2]
    if block.kind != "table":
        return
    table = table_of(block.rows)
    known = vocabulary()
    column = table.column(known.tables["employer"])
    if column is None:
        return
    leads = frozenset(title for title, field in known.columns.items() if field == "lead")
    post = 0 if column == 1 and len(table.titles) == 2 else table.column(leads)
    for row in table.rows:
        name = row.cells[column]
        if (is_body(name) and "," not in name) or _ONE_WORD.fullmatch(name):
            yield (row.cells[post] if post is not None and post != column else None), name


def _own_names(single: set[str], placed: Sequence[Placed]) -> Iterator[str]:
    """The words in columns of employers that are names ("Turnstile"): a report has the others ("Police") in small letters too."""
    if not single:
        return
    written = {
        word
        for place in placed
        for text in (place.block.text, *(cell for cells in place.block.rows for cell in cells))
        for word in re.findall(r"\b[a-z]+\b", text)
    }
    yield from (name for name in sorted(single) if name.lower() not in written | vocabulary().roles)


def bodies_in(text: str) -> Iterator[str]:
    """The names of bodies in a text.

    >>> list(bodies_in("The Board asked Northmoor and Dales Police and NHS Northmoor to reply."))
    ['Northmoor and Dales Police', 'NHS Northmoor']
    """
    known = vocabulary()
    for match in _CAPITALS.finditer(text):
        parts = match[0].split()
        if len(parts) < 2:  # no body is named in one word
            continue
        for name in _split(parts, known.endings, known.openings):
            if 1 < len(name) <= _LONGEST and (name[-1] in known.endings or name[0] in known.openings):
                yield " ".join(name)


def _is_short(name: list[str]) -> bool:
    """Whether a name is a short form by itself: "the PCT and Northmoor City Council" are two."""
    return len(name) == 1 and name[0].isupper() and len(name[0]) > 1


def _split(parts: list[str], endings: frozenset[str], openings: frozenset[str]) -> Iterator[list[str]]:
    """Runs of capitals parted at "and" after a body's last word; leading small words left out."""
    name: list[str] = []
    for word, after in zip(parts, [*parts[1:], ""], strict=True):
        parts_here = (
            word in ("and", "&")
            and name
            and (name[-1] in endings or name[0] in openings or after in openings or _is_short(name))
        )
        held = (
            word == "of"
            and name
            and (name[-1].lower() in _WRITTEN | vocabulary().roles or name[-1][-1:].isdigit())
        )
        if held:
            name = []  # "Head of Tenancy Services": a person's post; "IMR of Northmoor Homes"
        elif parts_here or (name and word == "the"):
            yield name
            name = []
        elif name or (word.lower() not in vocabulary().small and not word[-1:].isdigit()):
            name.append(word)
    while name and name[-1] in ("and", "of", "for", "the", "&"):
        name.pop()
    if name:
        yield name
