"""The account in the forms that people and programs read: text, JSON, Markdown and HTML."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scr_check.progress.account import Account, Followed, Tally
from scr_check.progress.changes import Change
from scr_check.progress.standing import spoken_days
from scr_check.render import spoken_date
from scr_check.reporters.words import plural
from scr_check.templating import filled, filled_from

FORMAT = "scr-progress/1"
_COLUMNS = (
    "actions",
    "completed",
    "in progress",
    "not started",
    "overdue",
    "not accepted",
    "without evidence",
)


def as_text(account: Account) -> str:
    """The account for a terminal: figures, then what is overdue, refused or to be put right."""
    return "\n".join(_lines(account)) + "\n"


def as_json(account: Account) -> str:
    """The account as `scr-progress/1`."""
    content = {
        "format": FORMAT,
        "as_at": account.as_at.isoformat(),
        "since": account.since and {"name": account.since.name, "date": account.since.day.isoformat()},
        "all": _figures(account.whole),
        "reviews": [
            {
                "path": one.review.path,
                "board": one.review.board,
                "subject": one.review.subject,
                "plan_as_at": one.review.as_at,
                **_figures(one.tally),
                "changes": [_change(change) for change in one.changes],
                "findings": [
                    {"rule": f.rule, "severity": f.severity.value, "message": f.message, "line": f.place.line}
                    for f in one.findings
                ],
            }
            for one in account.reviews
        ],
        "by_agency": [_figures(tally, named=True) for tally in account.by_agency],
        "by_theme": [_figures(tally, named=True) for tally in account.by_theme],
        "overdue": [
            _followed(one) | {"days": one.days_late, "due": one.action.due} for one in account.overdue
        ],
        "not_accepted": [_followed(one) | {"reason": one.action.progress} for one in account.not_accepted],
        "without_evidence": [_followed(one) for one in account.without_evidence],
    }
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


def as_document(account: Account, form: str, template: Path | None = None) -> str:
    """The section for the annual report in a form (md, html), on a Board's own template where one is given.

    A template sees `account`. Raises UsageError when the Board's template cannot be read or filled.
    """
    values = {
        "account": account,
        "day": spoken_date(account.as_at.isoformat()),
        "since": spoken_date(account.since.day.isoformat()) if account.since else "",
        "changed": sum(len(one.changes) for one in account.reviews),
        "found": sum(len(one.findings) for one in account.reviews),
        "plural": plural,
        "spoken_days": spoken_days,
        "spoken_date": spoken_date,
    }
    if template is not None:
        return filled_from(template, form, values)
    return filled(f"progress/progress.{form}.jinja", **values)


def _figures(tally: Tally, *, named: bool = False) -> dict[str, Any]:
    name = {"name": tally.name} if named else {}
    ways = {way.replace(" ", "_"): count for way, count in tally.parts}
    return name | {"actions": tally.actions} | ways | {"without_evidence": tally.without_evidence}


def _followed(one: Followed) -> dict[str, Any]:
    action = one.action
    told = {"id": action.id, "recommendations": action.answers, "organisation": action.organisation}
    return {"path": one.review.path, "subject": one.review.subject} | told


def _change(change: Change) -> dict[str, str]:
    return {"id": change.action.id, "what": change.what, "before": change.before, "after": change.after}


def _lines(account: Account) -> Iterator[str]:
    reviews = plural(len(account.reviews), "review")
    yield f"Position on {spoken_date(account.as_at.isoformat())}: {reviews}, {plural(account.whole.actions, 'action')}"
    yield ""
    yield from _table("review", [*(one.tally for one in account.reviews), account.whole])
    yield ""
    yield from _table("organisation", account.by_agency)
    yield ""
    yield from _table("theme (an action may have several)", account.by_theme)
    yield from _listed(
        "Overdue",
        [
            f"{_name(one)}: {spoken_days(one.days_late)}, due {spoken_date(one.action.due)}"
            for one in account.overdue
        ],
    )
    yield from _listed(
        "Not accepted",
        [f"{_name(one)}: {one.action.progress or 'no reason given'}" for one in account.not_accepted],
    )
    yield from _listed("Completed without evidence", [_name(one) for one in account.without_evidence])
    if account.since:
        changes = [_told(one.review.name, change) for one in account.reviews for change in one.changes]
        yield from _listed(f"Since {account.since.name}", changes or ["nothing has changed"])
    yield from _listed(
        "To put right",
        [
            f"{one.review.path}:{found.place.line}: {found.severity.value}[{found.rule}] {found.message}"
            for one in account.reviews
            for found in one.findings
        ],
    )


def _table(head: str, tallies: "tuple[Tally, ...] | list[Tally]") -> Iterator[str]:
    width = max([len(head), *(len(tally.name) for tally in tallies)])
    yield "  ".join([head.ljust(width), *_COLUMNS])
    for tally in tallies:
        figures = {"actions": tally.actions, **dict(tally.parts), "without evidence": tally.without_evidence}
        cells = [str(figures[column]).rjust(len(column)) for column in _COLUMNS]
        yield "  ".join([tally.name.ljust(width), *cells])


def _listed(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield from ("", f"{title}:", *(f"  {line}" for line in lines))


def _name(one: Followed) -> str:
    return f"{one.review.name}, action {one.action.id or one.action.place + 1} ({one.action.organisation})"


def _told(review: str, change: Change) -> str:
    became = " to ".join(f"“{state}”" for state in (change.before, change.after) if state)
    return f"{review}, action {change.action.id or change.action.place + 1}: {change.what} {became}".rstrip()
