"""Parties: the people and bodies of a report, and which of them may stand for one another."""

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache

from scr_check.language.words import DATA, Word, words_in

_SIBLINGS = frozenset(("sibling", "brother", "sister"))
Key = tuple[str, ...]  # the words of a phrase that names a party, without plural or possessive


@dataclass(frozen=True, slots=True)
class Party:
    """A person or body: its kind (family, staff, agency), its role, a number in that role, and a name of its own.

    `body` is the body that a member of staff works for, where the report says which.
    """

    kind: str
    role: str
    number: int | None = None
    name: str | None = None
    body: "Party | None" = None

    def may_be(self, other: "Party") -> bool:
        """Whether both may stand for the same party, or one for the body that the other works for."""
        if self.name and self.name == other.name:
            return True
        if self.role != other.role:
            if self.kind == other.kind == "family":
                return _are_kin(self.role, other.role)
            if self.kind == other.kind == "staff" and _is_named(self.role, other.role):
                return True
            if self.kind == other.kind == "agency" and _is_a_sort_of(self.role, other.role):
                return not (self.name and other.name)
            if self.body is None and other.body is None:  # as nearly always
                return _one_works_for_the_other(self.role, other.role)
            return self._works_for(other) or other._works_for(self)
        if self.number and other.number and self.number != other.number:
            return False
        return not (
            self.kind in ("agency", "staff")
            and self.name
            and other.name
            and not _one_in_the_other(self.name, other.name)
        )

    def _works_for(self, other: "Party") -> bool:
        if self.body and self.body.role == other.role:
            return self.body.may_be(other)
        of_body = self.body is not None and other.role in works_for(self.body.role)
        return of_body or other.role in works_for(self.role)

    @property
    def employer(self) -> "Party | None":
        """The body that a member of staff works for: what the report says, else what goes with the role."""
        if self.kind != "staff" or self.body:
            return self.body
        bodies = works_for(self.role)
        return Party("agency", bodies[0]) if bodies and bodies[0] in known_roles() else None


@dataclass(frozen=True, slots=True)
class Mention:
    """A party named in a text, and the first and last word that name it (indexes, end exclusive)."""

    party: Party
    first: int
    end: int


@cache
def roles() -> dict[str, dict[str, list[str]]]:
    """The list of roles, by kind."""
    with (DATA / "roles.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def works_for(role: str) -> tuple[str, ...]:
    """The roles of the bodies that somebody in a role works for, the usual one first."""
    return tuple(roles()["works_for"].get(role, ()))


@cache
def _are_kin(role: str, other: str) -> bool:
    """Whether two words may be used of one relative: an aunt may be a great-aunt, and "Sibling 1" a brother."""
    one, two = sorted((role, other), key=len)
    if f" {two}".endswith(f" {one}"):
        return True
    return "sibling" in (one, two) and {one.split()[-1], two.split()[-1]} <= _SIBLINGS


@cache
def _one_in_the_other(name: str, other: str) -> bool:
    """Whether the words of one name, more than one, are all in the other: "children service", "Dale council children service"."""
    shorter, longer = sorted((set(name.split()), set(other.split())), key=len)
    return len(shorter) > 1 and shorter <= longer


@cache
def _is_a_sort_of(role: str, other: str) -> bool:
    """Whether one role is another told more exactly: "child and adolescent mental health service"."""
    shorter, longer = sorted((role, other), key=len)
    return " " in shorter and longer.endswith(f" {shorter}")


@cache
def _is_named(role: str, other: str) -> bool:
    """Whether one role is the other with "named" before it: the one who was named for this mother, or for the trust."""
    return role == f"named {other}" or other == f"named {role}"


@cache
def _one_works_for_the_other(role: str, other: str) -> bool:
    return other in works_for(role) or role in works_for(other)


@cache
def known_roles() -> frozenset[str]:
    """The roles of bodies that the list of roles names."""
    return frozenset(roles()["agency"])


@cache
def role_phrases() -> dict[Key, Party]:
    """Every phrase of the list of roles, and the party it names."""
    return {
        key_of(phrase): Party(kind, role)
        for kind in ("family", "staff", "agency", "not")
        for role, phrases in roles()[kind].items()
        for phrase in phrases
    }


def key_of(phrase: str) -> Key:
    """The words of a phrase in the form in which phrases are looked up."""
    return tuple(form_of(word) for word in words_in(phrase))


def form_of(word: Word) -> str:
    """A word without possessive or plural: closer than a stem, which would make an office of an officer."""
    return _form(word.lower)


@lru_cache(maxsize=20_000)
def _form(lower: str) -> str:
    form = lower.removesuffix("'s").rstrip("'")
    if form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y"
    return form[:-1] if form.endswith("s") and not form.endswith("ss") and len(form) > 3 else form
