"""The guidance profile: levels, basis, sections and limits of each rule, read from a data file."""

import difflib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from scr_check.errors import UsageError
from scr_check.finding import Basis, Severity
from scr_check.guidance.profile_file import faults_in

_SHIPPED = Path(__file__).parent / "profiles"
_EVERY_RULE = "wt2010"  # the shipped profile that provides for every rule there is
_UNVERIFIED = "(as recalled; wording not verified)"
_PLAIN_WORDS = {
    "document": "executive summary",
    "board": "the board",
    "subject": "the person",
    "people": "people",
}


@dataclass(frozen=True, slots=True)
class Provision:
    """What a profile provides for one rule: how severe, who requires it, and whether that was verified."""

    severity: Severity
    basis: Basis
    verified: bool


@dataclass(frozen=True, slots=True)
class Limits:
    """Figures that the rules measure against; each is a count of what its name says."""

    recommendations_in_one_set: int
    months_to_complete: int
    sentence_words: int
    narrative_words: int
    long_report_words: int


@dataclass(frozen=True, slots=True)
class Expected:
    """What a part of the summary is to speak of: told by one of these words, or by a heading of its own."""

    part: str
    what: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)  # one profile is loaded once, and is then itself and no other
class Profile:
    """A guidance profile: what is asked of a summary, by whom, and how sure that is.

    `sections` maps the parts of a summary, in the order of the guidance, to the headings it gives them, and
    `titles` fields inside them (`review_process.contributors`); `wanted` names optional fields
    (`panel_members[].name`) that this guidance asks for, `not_asked` usual ones that it does not, and `columns` those
    of the action plan that stand first, in their order. `words` are
    its nouns for the document, the board, the subject and the people who are to gain; `fields` what a draft says of a field
    in place of the usual words. A rule without a provision is not applied.
    """

    name: str
    title: str
    sections: Mapping[str, str]
    wanted: frozenset[str]
    limits: Limits
    provisions: Mapping[str, Provision]
    titles: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    not_asked: frozenset[str] = frozenset()
    columns: tuple[str, ...] = ()
    words: Mapping[str, str] = field(default_factory=lambda: MappingProxyType(_PLAIN_WORDS))
    fields: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: MappingProxyType({}))
    expected: tuple[Expected, ...] = ()

    @property
    def has_overview_report(self) -> bool:
        """Whether a summary stands beside a fuller report, so that rules (REC101) compare the two."""
        return any(code[-3] == "1" for code in self.provisions)

    @property
    def headings(self) -> dict[str, str]:
        """The field of a summary that each of its headings opens: "The review panel" opens `panel_members`."""
        inside = {name: text for name, text in self.titles.items() if name.startswith("review_process.")}
        return {text: name.rpartition(".")[2] for name, text in {**inside, **self.sections}.items()}

    def title_about(self, subject: str | None) -> str:
        """The title of the document: "Executive summary: Child T"."""
        document = self.words["document"]
        return ": ".join(part for part in (document[:1].upper() + document[1:], subject) if part)

    def provision(self, code: str) -> Provision | None:
        """What this profile provides for a rule; None when it does not ask for it."""
        return self.provisions.get(code)


@cache
def shipped_profiles() -> tuple[str, ...]:
    """The names of the profiles that come with the program."""
    return tuple(sorted(path.stem for path in _SHIPPED.glob("*.toml")))


def load_profile(name_or_path: str | Path, beside: Path | None = None) -> Profile:
    """The profile of this name, or of a board's own file (`.toml`, relative to the folder `beside`).

    Raises UsageError when there is no such profile or its file cannot be understood.
    """
    return _load(_path_of(name_or_path, beside))


@cache
def _load(path: Path) -> Profile:
    content = _read(path)
    if extended := content.get("extends"):
        base = _read(_path_of(str(extended), path.parent))
        if "extends" in base:
            raise UsageError(
                f"{path}: it extends {extended}, which extends a third profile; extend that one directly."
            )
        content = _merged(base, _checked(path, content, whole=False))
    return _profile(path, _checked(path, content, whole=True))


def _path_of(name_or_path: str | Path, beside: Path | None) -> Path:
    text = str(name_or_path)
    if not text.endswith(".toml"):
        if text in shipped_profiles():
            return _SHIPPED / f"{text}.toml"
        raise UsageError(f"there is no guidance profile called {text}; {_known(text)}")
    path = Path(text) if beside is None else beside / text
    if not path.is_file():
        raise UsageError(f"the guidance profile {path} does not exist; check `guidance:` in the summary.")
    return path.resolve()


def _known(name: str) -> str:
    nearest = difflib.get_close_matches(name, shipped_profiles(), n=1)
    if nearest:
        return f"did you mean {nearest[0]}?"
    return f"the profiles are {', '.join(shipped_profiles())}, or a .toml file of your own."


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise UsageError(f"{path} is not a guidance profile that can be read: {fault}.") from None


def _merged(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """The base with the own tables laid over it, two levels deep: a rule keeps what is not restated."""
    merged = dict(base)
    for key, value in own.items():
        if key in ("rules", "fields", "expected"):
            below = base.get(key, {})
            merged[key] = {name: below.get(name, {}) | value.get(name, {}) for name in below | value}
        elif isinstance(value, dict):
            merged[key] = base.get(key, {}) | value
        else:
            merged[key] = value
    return merged


def _checked(path: Path, content: dict[str, Any], *, whole: bool) -> dict[str, Any]:
    """The content; raises UsageError for the first thing that is wrong with it."""
    for fault in faults_in(content, _codes(path), whole=whole):
        raise UsageError(f"the guidance profile {path} cannot be used: {fault}")
    return content


@cache
def _codes(path: Path) -> frozenset[str]:
    """The codes of all rules; of the profile that provides for them all its own are taken as they are."""
    every = _SHIPPED / f"{_EVERY_RULE}.toml"
    return frozenset() if path == every else frozenset(_read(every)["rules"])


def _profile(path: Path, file: dict[str, Any]) -> Profile:
    headings = file["sections"]
    return Profile(
        name=file["name"],
        title=file["title"],
        sections=MappingProxyType({name: text for name, text in headings.items() if "." not in name}),
        wanted=frozenset(file.get("wanted", ())),
        limits=Limits(**file["limits"]),
        provisions=MappingProxyType(_provisions(path, file["sources"], file["rules"])),
        titles=MappingProxyType({name: text for name, text in headings.items() if "." in name}),
        not_asked=frozenset(file.get("not_asked", ())),
        columns=tuple(file.get("columns", ())),
        words=MappingProxyType(_PLAIN_WORDS | file.get("words", {})),
        fields=MappingProxyType(file.get("fields", {})),
        expected=tuple(_expected(entry) for entry in file.get("expected", {}).values()),
    )


def _expected(entry: dict[str, Any]) -> Expected:
    return Expected(entry["part"], entry.get("heading") or entry["what"], tuple(entry.get("words", ())))


def _provisions(path: Path, sources: dict[str, Any], rules: dict[str, Any]) -> dict[str, Provision]:
    provisions = {}
    for code, entry in rules.items():
        source = sources.get(entry["source"])
        if source is None:
            raise UsageError(
                f"{path}: rule {code} names the source `{entry['source']}`, which is not under [sources]."
            )
        if entry["severity"] != "off":
            verified = source["verified"] and entry.get("verified", True)
            name = source["name"] if verified else f"{source['name']} {_UNVERIFIED}"
            provisions[code] = Provision(
                Severity(entry["severity"]), Basis(name, source["standing"], verified), verified
            )
    return provisions
