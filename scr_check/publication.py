"""The summary for publication: its parts in the order and under the headings of the guidance."""

import re
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from scr_check.documents.publication import Piece, Publication
from scr_check.documents.sideways import column_shares, stretches
from scr_check.documents.summary import (
    Action,
    ActionPlan,
    KeyIssue,
    Period,
    Person,
    Recommendation,
    ReviewProcess,
    Summary,
)
from scr_check.guidance import Profile
from scr_check.render import position, spoken_date, spoken_references, titles_under, wording_of_fields
from scr_check.templating import filled, filled_from

DRAFT_MARKING = "DRAFT - not for publication"

_ITEM = re.compile(r"^\s*(?:[-•*–]|\([a-z]{1,4}\)|\(\d{1,2}\))\s+")


def publication_of(summary: Summary, profile: Profile, *, draft: bool = False) -> Publication:
    """What readers are shown of `summary`; parts that say nothing are left out, and a draft is marked."""
    title = profile.title_about(_line(summary.subject))
    pieces = tuple(_pieces(summary, profile))
    return Publication(_line(summary.board), title, pieces, DRAFT_MARKING if draft else "")


def published(publication: Publication, summary: Summary, form: str, template: Path | None = None) -> str:
    """The text in a form (md, html, typ), filled into a board's own template where one is given.

    A template sees `publication`, whose pieces are in order, and the `summary` itself.
    Raises UsageError when the board's template cannot be read or filled.
    """
    values = {"publication": publication, "summary": summary, "spoken_date": spoken_date, **_SAYING}
    if template is not None:
        return filled_from(template, form, values)
    return filled(f"publication/summary.{form}.jinja", **values, stretches=stretches, shares=column_shares)


def _pieces(summary: Summary, profile: Profile) -> Iterator[Piece]:
    plan = summary.action_plan or ActionPlan()
    titles = titles_under(profile)
    parts: Mapping[str, Iterable[Piece]] = {
        "review_process": _process(summary.review_process or ReviewProcess(), titles["process"]),
        "summary_of_events": _events(summary),
        "key_issues": _key_issues(summary.key_issues),
        "lessons": [Piece("item", _line(lesson)) for lesson in summary.lessons if _line(lesson)],
        "conclusion": _prose(summary.conclusion),
        "recommendations": _recommendations(summary.recommendations),
        "action_plan": _action_plan(plan, titles["columns"], profile.not_asked),
    }
    for field, pieces in parts.items():
        if inside := list(pieces):
            yield Piece("heading", profile.sections.get(field, field.replace("_", " ").capitalize()))
            yield from inside


def _line(text: str | None) -> str:
    return " ".join((text or "").split())


def _prose(text: str | Sequence[str] | None, lead: str = "") -> Iterator[Piece]:
    """The paragraphs and list items of a text, or an item for each text of a list."""
    if text is not None and not isinstance(text, str):
        yield from (Piece("item", _line(one)) for one in text if _line(one))
        return
    for paragraph in re.split(r"\n\s*\n", text or ""):
        for kind, words in _items(paragraph):
            yield Piece(kind, words, lead)
            lead = ""
    if lead:
        yield Piece("paragraph", "", lead)


def _items(paragraph: str) -> Iterator[tuple[Any, str]]:
    """A paragraph's lines joined, those that open a list item apart."""
    held: list[tuple[str, str]] = []
    for line in paragraph.splitlines():
        words = " ".join(line.split())
        if marked := _ITEM.match(line):
            sign = marked[0].strip()
            held.append(("item", words if sign.startswith("(") else words.removeprefix(sign).strip()))
        elif held:
            held[-1] = (held[-1][0], f"{held[-1][1]} {words}".strip())
        elif words:
            held.append(("paragraph", words))
    yield from held


def _process(process: ReviewProcess, titles: Mapping[str, str]) -> Iterator[Piece]:
    inside: Mapping[str, Iterable[Piece]] = {
        "circumstances": _prose(process.circumstances),
        "decided_on": _prose(spoken_date(process.decided_on)),
        "completed_on": _prose(spoken_date(process.completed_on)),
        "delay_reason": _prose(process.delay_reason),
        "period_reviewed": _period(process.period_reviewed),
        "board_chair": _person(process.board_chair),
        "panel_chair": _person(process.panel_chair),
        "overview_author": _person(process.overview_author),
        "panel_members": _table(
            ("Name", "Job title", "Employer"),
            [(one.name, one.job_title, one.organisation) for one in process.panel_members],
            optional={0},
        ),
        "contributors": _table(
            ("Organisation", "Report"), [(one.organisation, one.report) for one in process.contributors]
        ),
        "terms_of_reference": _prose(process.terms_of_reference),
        "parallel_processes": _prose(process.parallel_processes),
        "family_involvement": _prose(process.family_involvement),
        "diversity": _prose(process.diversity),
    }
    for field, pieces in inside.items():
        if held := list(pieces):
            yield Piece("heading", titles[field], level=3)
            yield from held


def _period(period: Period | None) -> Iterator[Piece]:
    days = [spoken_date(day) for day in (period.from_, period.to) if day] if period else []
    if days:
        yield Piece("paragraph", " to ".join(_line(day) for day in days))


def _person(person: Person | None) -> Iterator[Piece]:
    if person is None:
        return
    if person.name:
        yield Piece("paragraph", _line(person.name))
    told = {"Job title": person.job_title, "Employer": person.organisation}
    for label, text in told.items():
        if text:
            yield Piece("paragraph", _line(text), f"{label}:")
    if person.independence:
        yield from _prose(person.independence, "Independence:")


def _table(
    titles: tuple[str, ...], rows: Iterable[Sequence[str | None]], optional: Iterable[int] = ()
) -> Iterator[Piece]:
    """A table without those of the optional columns that hold nothing."""
    lines = [tuple(_line(cell) for cell in row) for row in rows]
    kept = [at for at in range(len(titles)) if at not in optional or any(line[at] for line in lines)]
    if lines:
        yield Piece("table", rows=tuple(tuple(row[at] for at in kept) for row in (titles, *lines)))


def _events(summary: Summary) -> Iterator[Piece]:
    for event in summary.summary_of_events:
        date = _line(spoken_date(event.date))
        yield from _prose(event.text, f"{date}." if date else "")


def _key_issues(issues: Sequence[KeyIssue]) -> Iterator[Piece]:
    counted = [issue.id or f"K{number}" for number, issue in enumerate(issues, 1)]
    usual = counted == [f"K{number}" for number in range(1, len(issues) + 1)]
    for number, (issue, id_) in enumerate(zip(issues, counted, strict=True), 1):
        title = _line(issue.title) or f"Key issue {number}"
        yield Piece("heading", title if usual else f"{id_}: {title}", level=3)
        yield from _with_aside(list(_prose(issue.text)), _references(issue.overview))


def _references(refs: str | Sequence[str] | None) -> str:
    named = [refs] if isinstance(refs, str) else refs or []
    return f"(Overview report: {', '.join(_line(ref) for ref in named)}.)" if named else ""


def _with_aside(pieces: list[Piece], *asides: str) -> Iterator[Piece]:
    """The pieces, what stands in brackets put after the words of the last."""
    told = " ".join(aside for aside in asides if aside)
    if not told:
        yield from pieces
        return
    *before, last = pieces or [Piece("paragraph")]
    yield from before
    yield Piece(last.kind, f"{last.text} {told}".strip(), last.lead)


def _recommendations(recommendations: Sequence[Recommendation]) -> Iterator[Piece]:
    titles = wording_of_fields()["titles"]
    under = None
    for one in recommendations:
        owner = (one.set, _line(one.organisation))
        if owner != under:
            under = owner
            yield Piece("heading", titles[one.set] + (f": {owner[1]}" if owner[1] else ""), level=3)
        to = f"(To: {'; '.join(_line(name) for name in one.addressed_to)}.)" if one.addressed_to else ""
        pieces = list(_prose(one.text, f"Recommendation {_line(one.id)}.")) or [Piece("paragraph")]
        yield from _with_aside(pieces, to, _references(one.overview))


def _action_plan(plan: ActionPlan, columns: Mapping[str, str], not_asked: Container[str]) -> Iterator[Piece]:
    """The plan as a table; a column that the guidance does not ask for is shown only where it holds something."""
    if plan.as_at:
        yield Piece("paragraph", f"Position at {_line(spoken_date(plan.as_at))}")
    titles = ("No.", "Recommendation", *columns.values(), "Status")
    optional = {
        place
        for place, field in enumerate(columns, 2)  # after number and recommendation
        if field in ("scope", "milestones") or f"actions.{field}" in not_asked
    }
    yield from _table(titles, [_action(one, columns) for one in plan.actions], optional)


def _action(action: Action, columns: Collection[str]) -> tuple[str | None, ...]:
    cells = [getattr(action, field) for field in columns]
    texts = [
        "; ".join(cell) if isinstance(cell, list) else spoken_date(cell) if field == "due" else cell
        for field, cell in zip(columns, cells, strict=True)
    ]
    how_far = position(action) if action.status or action.completed_on or action.progress else ""
    return (action.id, spoken_references(action.recommendation), *texts, how_far)


def _escaped(text: str) -> str:
    """A text for Markdown, in which no sign of it is taken for mark-up."""
    text = re.sub(r"([\\`*_\[\]<>|~&])", r"\\\1", text)
    text = re.sub(r"^(\s*\d{1,9})([.)])(?=\s|$)", r"\1\\\2", text)
    return re.sub(r"^(\s*)([-+#=:])", r"\1\\\2", text)


def _typst(text: str) -> str:
    """A text as a string of typst's language."""
    plain = "".join(letter if letter.isprintable() else " " for letter in text)
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'


# What the templates call to say a text in their language.
_SAYING: Mapping[str, Callable[[str], str]] = {"escaped": _escaped, "typst": _typst}
