"""Drafts as text: what the templates of a draft say of each field, and how values are written in them."""

import json
import re
import textwrap
import tomllib
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from statistics import mean
from types import MappingProxyType
from typing import Any

from scr_check.documents.placeholder import placeholder
from scr_check.documents.reference import reference_in
from scr_check.documents.summary import (
    Action,
    ActionPlan,
    Contributor,
    Event,
    KeyIssue,
    PanelMember,
    ReviewProcess,
)
from scr_check.draft import Draft
from scr_check.guidance import Profile, Provision
from scr_check.language.dates import MONTHS
from scr_check.language.days import days_of, months_later
from scr_check.resources import resource_folder
from scr_check.templating import filled

_WIDTH = 112  # columns of a draft in YAML, so that lines do not wrap in an editor
_MEANS_ELSE = frozenset({"yes", "no", "true", "false", "null", "on", "off", "y", "n"})
_EMPTY = {
    "member": PanelMember(),
    "contributor": Contributor(),
    "event": Event(),
    "issue": KeyIssue(),
    "action": Action(),
}
_SAFE = re.compile(r"(?:[A-Za-z]|\d{1,2} [A-Z]|\d{4}-\d\d-\d\d$)")


def draft_yaml(draft: Draft, profile: Profile, schema: str, name: str) -> str:
    """A draft as YAML with its comments; `schema` is the path that editors find, `name` the file's own."""
    return _filled("summary.yaml.jinja", draft, profile, schema=schema, name=name)


def draft_markdown(draft: Draft, profile: Profile) -> str:
    """A draft as Markdown in the order of the guidance, for people who write in a word processor."""
    text = _filled("summary.md.jinja", draft, profile)
    return re.sub(r"\n{3,}", "\n\n", text)


def _filled(template: str, draft: Draft, profile: Profile, **more: str) -> str:
    wording = _Wording(draft, profile)
    titles = titles_under(profile)
    text = filled(
        template,
        draft=draft,
        process=draft.summary.review_process or ReviewProcess(),
        plan=draft.summary.action_plan or ActionPlan(),
        profile=profile,
        empty=_EMPTY,
        titles=titles,
        action_columns=[
            (name, title) for name, title in titles["columns"].items() if wording.asked(f"actions.{name}")
        ],
        asked_by=wording.asked_by(),
        names_wanted="panel_members[].name" in profile.wanted,
        in_time=_in_time(draft.summary.review_process, profile.limits.months_to_complete),
        asked=wording.asked,
        explained=wording.explained,
        heading=wording.heading,
        note=wording.note,
        or_prompt=wording.or_prompt,
        place=wording.place,
        prompt=wording.prompt,
        scalar=wording.scalar,
        section=wording.section,
        source=wording.source,
        **_SAYING,
        **more,
    )
    return text.rstrip("\n") + "\n"


@cache
def wording_of_fields() -> dict[str, Any]:
    """What `templates/fields.toml` holds: titles, and what a draft says of each field."""
    path = resource_folder("templates") / "fields.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def titles_under(profile: Profile) -> dict[str, Any]:
    """The titles of sets, of what belongs to the process and of the plan's columns, as the guidance has them."""
    titles: dict[str, Any] = wording_of_fields()["titles"]
    own = {name.rpartition(".")[::2]: text for name, text in profile.titles.items()}
    process = {name: text for (part, name), text in own.items() if part == "review_process"}
    columns = {name: text for (part, name), text in own.items() if part == "actions"}
    named = titles["columns"] | columns
    in_order = {name: named[name] for name in (*profile.columns, *named)}
    return titles | {"process": titles["process"] | process, "columns": in_order}


def _fields() -> dict[str, dict[str, str]]:
    fields: dict[str, dict[str, str]] = wording_of_fields()["fields"]
    return fields


class _Wording:
    """What a draft says beside its fields: what each means, who asks for it, and where the report has it."""

    def __init__(self, draft: Draft, profile: Profile) -> None:
        self.draft = draft
        self.profile = profile

    def asked(self, field: str) -> bool:
        """Whether the guidance asks for a field; the format's own fields are always there."""
        entry = _fields()[field]
        if field in self.profile.not_asked:
            return False
        if "wanted" in entry:
            return entry["wanted"] in self.profile.wanted
        return "rule" not in entry or self.profile.provision(entry["rule"]) is not None

    def standing(self, field: str) -> str:
        """The standing of what asks for a field, in brackets; empty for the format's own."""
        provision = self.profile.provision(_fields()[field].get("rule", ""))
        if provision is None:
            return ""
        return f"[{provision.basis.standing}{'' if provision.verified else ', as recalled'}]"

    def asked_by(self) -> list[tuple[str, list[str]]]:
        """The sources that ask for the fields of the draft, by their standing, the heaviest first."""
        provisions = [self.profile.provision(entry.get("rule", "")) for entry in _fields().values()]
        found: dict[str, list[Provision]] = {}
        for provision in provisions:
            if provision:
                found.setdefault(provision.basis.standing, []).append(provision)
        heaviest = sorted(found.items(), key=lambda pair: -mean(one.severity.rank for one in pair[1]))
        return [(standing, sorted({one.basis.source for one in asked})) for standing, asked in heaviest]

    def explained(self, field: str, key: str = "explain") -> str:
        """What a field is for, and who asks for it."""
        return " ".join(part for part in (self.said(field, key), self.standing(field)) if part)

    def said(self, field: str, key: str) -> str:
        """What the guidance says of a field, else what is said of it everywhere."""
        own = self.profile.fields.get(field, {})
        usual = _fields()[field].get(key, "")
        return own.get("explain", usual) if key.startswith("explain") else own.get(key, usual)

    def prompt(self, field: str, part: str = "") -> str:
        """The placeholder that stands for what is still to be written."""
        return placeholder(self.said(field, f"prompt_{part}" if part else "prompt"))

    def or_prompt(self, text: str | None, field: str, part: str = "") -> str:
        """A text, or its placeholder."""
        return text or self.prompt(field, part)

    def scalar(self, text: str | None, field: str = "", part: str = "", *, flow: bool = False) -> str:
        """A value of one line, or its placeholder in quotation marks."""
        return scalar(text, flow=flow) if text else _quoted(self.prompt(field, part))

    def place(self, pointer: str) -> str:
        """Where the overview report has it: "overview report: 1.5, page 3", or nothing."""
        place = self.draft.sources.get(pointer)
        return f"overview report: {place}" if place else ""

    def note(self, field: str, pointer: str = "", indent: int = 0, key: str = "explain") -> str:
        """A field's explanation as a comment."""
        return _comment(f"{self.explained(field, key)}{self._told(pointer)}", indent)

    def heading(self, field: str) -> str:
        """The heading that the guidance gives a part."""
        return self.profile.sections.get(field, field.replace("_", " ").capitalize())

    def section(self, field: str, pointer: str = "") -> str:
        """The head of a part as a comment: its heading in the guidance and what it is for."""
        explain = self.said(field, "explain")
        lines = [_comment(f"{self.heading(field).upper()} {self.standing(field)}".strip(), 0)]
        return "\n".join([*lines, _comment(explain + self._told(pointer), 0)] if explain else lines)

    def _told(self, pointer: str) -> str:
        place = self.draft.sources.get(pointer)
        return f" Overview report: {place}." if place else ""

    def source(self, pointer: str) -> str:
        """The place in the report as a comment at the end of a line."""
        return f"  # {self.place(pointer)}" if self.place(pointer) else ""


def _in_time(process: ReviewProcess | None, months: int) -> bool:
    """Whether the review is known to have taken no longer than it may, so that no reason is owed."""
    decided = days_of(process.decided_on or "") if process else None
    completed = days_of(process.completed_on or "") if process else None
    return bool(decided and completed and completed.ends <= months_later(decided.begins, months))


def _comment(text: str, indent: int) -> str:
    return textwrap.fill(
        text, _WIDTH, initial_indent=" " * indent + "# ", subsequent_indent=" " * indent + "# "
    )


def _wrapped(text: str, indent: str) -> str:
    return textwrap.fill(text, _WIDTH, initial_indent=indent, subsequent_indent=indent).removeprefix(indent)


def scalar(text: str, *, flow: bool = False) -> str:
    """A value of one line, in quotation marks where YAML could mistake it."""
    text = _printable(text)
    plain = _SAFE.match(text) and text.lower() not in _MEANS_ELSE
    mistaken = ": " in text or " #" in text or text.endswith(":") or (flow and re.search(r"[,\[\]{}]", text))
    return text if plain and not mistaken else _quoted(text)


def _quoted(text: str) -> str:
    return json.dumps(_printable(text), ensure_ascii=False)


def prose(text: str, indent: int) -> str:
    """A paragraph for a block: wrapped, each further line set in as the first."""
    # A line broken inside "two-year-old" would be read back as "two-year- old".
    filled_in = textwrap.fill(
        _printable(text), _WIDTH - indent, break_on_hyphens=False, break_long_words=False
    )
    return filled_in.replace("\n", "\n" + " " * indent)


def position(action: Action) -> str:
    """How far an action has got, in words."""
    completed = f"completed {spoken_date(action.completed_on)}" if action.completed_on else action.status
    completed = completed or "not started"
    return ". ".join(part for part in (completed, action.progress) if part)


def spoken_date(text: str | None) -> str | None:
    """An ISO date as one writes it in a letter: 16 February 2010; any other text as it is."""
    if text is None or not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return text
    year, month, day = (int(part) for part in text.split("-"))
    return f"{day} {MONTHS[month - 1].capitalize()} {year}"


def spoken_references(texts: Iterable[str]) -> str:
    """References to recommendations as one says them: "R1, Board 2, Northmoor Homes 1"."""
    return ", ".join(reference_in(text).spoken for text in texts)


def _cell(text: str | None) -> str:
    """A text for a table in Markdown."""
    return _printable(text or "").replace("|", "\\|")


def _printable(text: str) -> str:
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


# What the templates call to say a value.
_SAYING: Mapping[str, Callable[..., str | None]] = MappingProxyType(
    {
        "cell": _cell,
        "paragraph": prose,
        "position": position,
        "quoted": _quoted,
        "spoken_date": spoken_date,
        "spoken_references": spoken_references,
        "wrapped": _wrapped,
    }
)
