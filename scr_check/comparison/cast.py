"""The cast of a report: who its "SW1", "GP Q" and "F" are, as its tables of people and its glossary say."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from scr_check.comparison.kin import AFTER_POST, CHILDREN, Look, relation_told
from scr_check.comparison.party import Key, Party, key_of, role_phrases, roles
from scr_check.documents.overview import Overview

CODE = re.compile(r"^([A-Za-z]{1,5})(\d)$")
_FAMILY_CODE = re.compile(r"^[A-Z]{1,4}$")
_LETTERED = re.compile(r"^((?:[A-Z][\w'-]*|of) )+([A-Z]|[1-9]\d?)$")  # "Nurse G", "Health Visitor 2"
_TITLED = re.compile(r"^(?:Mr|Mrs|Ms|Miss|Mx) [A-Z]{1,2}\d?$")  # "Mr K", who is named by no post
CELL = re.compile(r"(?:^|; )([^:;]{1,40}): ")  # a column's title in a row: "Reached Practice 2: 17 May"
_PLACE = re.compile(r" \([^)]*\)$")
_NUMBERED = re.compile(
    r"((?:[A-Z][\w'-]* ){1,4}(?:Trust|School|Hospital|Council|Service|Practice|Nursery|Home)) (\d)\b"
)
_BODY_LABEL = re.compile(r"agency|organi[sz]ation|employer|service|body|team|works for", re.IGNORECASE)
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_SEVERAL = re.compile(r"[,;] | and ")
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "previous": 1, "new": 2}
ANY_POST = frozenset("manager worker nurse officer doctor assistant consultant chair practitioner".split())
_POSTS = frozenset(  # last words of posts that say enough by themselves
    "advocate examiner adviser advisor coordinator counsellor leader guardian therapist supervisor inspector sergeant"
    " administrator escort proprietor playworker volunteer befriender pastor imam".split()
)
FAMILIES = CHILDREN | frozenset("family adult person young".split())  # "Family Q" is no body


@dataclass(frozen=True, slots=True)
class Entry:
    """A row on one person: the reference used in the report, what it says of the person, and the body named there."""

    reference: str
    about: str
    body: str = ""


def cast_of(overview: Overview, look: Look) -> dict[Key, Party]:
    """The people that a report's tables and glossary list, by the key of their reference.

    `look` finds the parties that a text names, by what is known of roles and bodies without the cast.
    """
    entries: dict[str, Entry] = {}
    references = {identity.reference for identity in overview.identities}
    others = (Entry(reference, "") for reference in sorted(references))
    for entry in (*_rows(overview, references), *_defined(overview), *others):
        known = entries.setdefault(entry.reference, entry)
        if not known.about or (entry.body and not known.body):
            entries[entry.reference] = replace(
                known, about=known.about or entry.about, body=known.body or entry.body
            )
    found = {
        entry.reference: _party(replace(entry, about=_own_post(entry)), look) for entry in entries.values()
    }
    _employ(found, overview, look)
    return {
        key_of(reference): party
        for reference, party in _numbered({ref: party for ref, party in found.items() if party}).items()
    }


def _employ(found: dict[str, Party | None], overview: Overview, look: Look) -> None:
    """Give the staff whose body no table names the one named beside them: "SP1, of Streetside", "SSW1 (from Lantern)"."""
    loose = [ref for ref, party in found.items() if party and party.kind == "staff" and party.body is None]
    if not loose:
        return
    some = "|".join(map(re.escape, loose))
    beside = re.compile(
        rf"\b({some})(?:,| \()(?: [^.;,()]{{0,60}}?)? ?\b(?:of|from) (?:the )?([A-Z][^.;,()]*)"
    )
    for paragraph in overview.paragraphs:
        for match in beside.finditer(paragraph.text):
            party = found[match[1]]
            bodies = [mention.party for mention in look(match[2]) if not mention.first]
            if party and party.body is None and bodies and bodies[0].kind == "agency":
                found[match[1]] = replace(party, body=bodies[0])


def _own_post(entry: Entry) -> str:
    """Of a list of posts ("HT, LM1: head teacher; learning mentor") the one whose first letters make the code, else all."""
    letters = entry.reference.rstrip("0123456789").lower()
    for post in _SEVERAL.split(entry.about) if len(letters) > 1 else ():
        if "".join(word[0] for word in key_of(post)) == letters:
            return post
    return entry.about


def posts_of(cast: dict[Key, Party]) -> Iterator[tuple[Key, Party]]:
    """The posts of a cast as phrases of their own: its roles, and "dietitian" of "Dietitian E"."""
    for reference, party in cast.items():
        if party.kind == "staff":
            own = reference[:-1] if len(reference[-1]) == 1 or reference[-1].isdigit() else reference
            for post in {tuple(party.role.split()), own}:
                if len(post) > 1 or (post and post[0] not in ANY_POST):
                    yield post, Party("staff", party.role)


def _rows(overview: Overview, references: set[str]) -> Iterator[Entry]:
    """The rows of tables whose first cell is a person's reference."""
    for paragraph in overview.paragraphs:
        if paragraph.form != "row":
            continue
        labels = list(CELL.finditer(paragraph.text))
        if not labels:
            continue
        ends = [*(label.start() for label in labels[1:]), len(paragraph.text)]
        cells = [
            (label[1], paragraph.text[label.end() : end]) for label, end in zip(labels, ends, strict=True)
        ]
        if len(cells) < 2:
            continue
        body = next((value for label, value in cells[2:] if _BODY_LABEL.search(label)), "")
        for reference in _references(cells[0][1], references):
            yield Entry(reference, cells[1][1].strip(), body)


def _references(cell: str, references: set[str]) -> list[str]:
    """The references of a cell, one or several ("SW1, SW2 and SW3"); none where it holds anything else."""
    found = [part.strip() for part in _SEVERAL.split(cell)]
    return found if all(_is_reference(part, references) for part in found) else []


def _is_reference(cell: str, references: set[str]) -> bool:
    cell = cell.strip()
    coded = (CODE.match(cell) and cell[0].isupper()) or _FAMILY_CODE.match(cell)
    lettered = cell in references and _LETTERED.match(cell)
    return bool(coded or lettered or _TITLED.match(cell))


def _defined(overview: Overview) -> Iterator[Entry]:
    """The glossary's coded people, with the body named after their post ("tutor, Learning Centre")."""
    for short, meaning in overview.glossary.items():
        for reference in _references(short, set()):
            yield Entry(reference, meaning)


def _party(entry: Entry, look: Look) -> Party | None:
    """Who an entry is about; None where it is nobody (an abbreviation) or a child of the review."""
    relation = relation_told(entry.about, look)
    if (body := _NUMBERED.match(entry.about)) and not is_post(key_of(body[1])[-1]):
        kind = " ".join(key_of(body[1]))
        return Party("agency", kind, int(body[2]), entry.reference.lower())  # "AT1: Acute Trust 1"
    coded, lettered = CODE.match(entry.reference), _LETTERED.match(entry.reference)
    if relation and (not coded or len(coded[1]) == 1 or relation.role == "foster carer"):
        return relation  # "NS1", a neonatal sister, is nobody's sister
    if coded:
        role = _role_of_coded(coded[1], entry, look)
    elif _TITLED.match(entry.reference):
        role = _role(entry.about, look) or _post(entry.about)
    elif lettered:
        role = _role_of_lettered(entry, look)
    elif _FAMILY_CODE.match(entry.reference):
        return _by_code(entry, look)
    else:
        return _by_post(entry, look)
    words = role.split() if role else []
    if (
        not words
        or words[0] == "subject"
        or words[-1] in FAMILIES
        or (len(words) <= 2 and words[0] in CHILDREN)
    ):
        return None
    figure = coded[2] if coded else lettered[2] if lettered else ""
    number = int(figure) if figure.isdigit() else None
    if words[-1] in roles()["names_of_bodies"]["in_plain_words"]:  # "School B"
        return Party("agency", " ".join(words), number, entry.reference.lower())
    return Party("staff", " ".join(words), number, entry.reference.lower(), _body(entry, look))


def _by_code(entry: Entry, look: Look) -> Party | None:
    """Somebody whom the report calls by the letters of a post that only one person held: "AM", the acting manager."""
    post = _post(entry.about)
    if len(entry.reference) < 2 or not post or not is_post(post.split()[-1]):
        return None
    return Party("staff", _role(entry.about, look) or post, None, None, _body(entry, look))


def _by_post(entry: Entry, look: Look) -> Party | None:
    """Somebody whom the report calls by a post with a number, adjective or place: "First Health Visitor", "GP (Castle)"."""
    words = key_of(_PLACE.sub("", entry.reference))
    words = words[1:] if words[:1] == ("the",) else words
    number = ORDINALS.get(words[0]) if words else None
    post = words[1:] if number else words
    placed = _PLACE.search(entry.reference) is not None
    alone = len(words) < 2 and not placed
    if not post or (alone and post[0] not in _POSTS) or not is_post(post[-1]) or "panel" in words:
        return None
    role = _role(" ".join(post), look) or " ".join(post)
    return Party("staff", role, number, " ".join(key_of(entry.reference)), _body(entry, look))


def _role_of_coded(code: str, entry: Entry, look: Look) -> str | None:
    """The role of "HV1": what the report says, where it says a post, else what the letters usually stand for."""
    post = _post(entry.about)
    told = bool(post and " " in post and post.split()[-1] in _posts())
    return _role(entry.about, look) or (post if told else None) or _role(code, look) or post


def _role_of_lettered(entry: Entry, look: Look) -> str | None:
    """The role of "Nurse G": what the words before the letter name, else those words where the report has them so."""
    own = entry.reference.rpartition(" ")[0]
    role = _role(own, look) or _role(entry.about, look)
    if not role and not entry.about and key_of(own)[-1] in _posts():
        return " ".join(key_of(own))
    if role or key_of(own)[-1] not in key_of(entry.about):
        return role
    return _post(entry.about) if key_of(entry.about)[-1:] == key_of(own)[-1:] else " ".join(key_of(own))


@cache
def _posts() -> frozenset[str]:
    """The words that posts end with."""
    return (
        ANY_POST
        | _POSTS
        | {
            key[-1]
            for key, party in role_phrases().items()
            if party.kind == "staff" and len(key) > 1 and "in" not in key
        }
    )


def is_post(last: str) -> bool:
    """Whether a post may end with a word: not "sister", though a ward has one."""
    known = role_phrases().get((last,))
    return last in _posts() and last not in FAMILIES and not (known and known.kind == "family")


def _role(text: str, look: Look) -> str | None:
    known = role_phrases().get(key_of(text))
    if known:
        return known.role if known.kind == "staff" else None
    head = AFTER_POST.split(text)[0]
    staff = [mention for mention in look(head) or look(text) if mention.party.kind == "staff"]
    longest = max(staff, key=lambda mention: mention.end - mention.first, default=None)
    return longest.party.role if longest else None


def _post(text: str) -> str | None:
    """The role of a post that the list of roles does not hold: its own words."""
    words = key_of(AFTER_POST.split(text)[0])
    words = words[1:] if words[:1] in (("the",), ("a",), ("an",)) else words
    return " ".join(words) if 0 < len(words) <= 6 else None


def _body(entry: Entry, look: Look) -> Party | None:
    """The body that somebody works for, where just one is named: beside the post, after it, or in it."""
    for text in (entry.body, entry.about.partition(",")[2], entry.about):
        found = {mention.party for mention in look(text) if mention.party.kind == "agency"}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _numbered(cast: dict[str, Party]) -> dict[str, Party]:
    """The cast with a number for each of several people of one role who are told apart by letters.

    Letters from A on without a gap say themselves who is which, others only by their order.
    """
    lettered: defaultdict[str, list[str]] = defaultdict(list)
    times = Counter(party.role for party in cast.values() if party.kind == "staff")
    for reference, party in cast.items():
        if party.kind == "staff" and party.number is None and _LETTERED.match(reference):
            lettered[party.role].append(reference)
    found = dict(cast)
    for role, references in lettered.items():
        letters = [reference[-1].lower() for reference in references]
        if sorted(letters) == list(_ALPHABET[: len(letters)]):
            references.sort(key=lambda reference: reference[-1].lower())
        if times[role] > 1:
            for rank, reference in enumerate(references, 1):
                found[reference] = replace(cast[reference], number=rank)
    return found
