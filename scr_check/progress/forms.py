"""The account as JSON for programs, and as Markdown and HTML for the annual report."""

import json
from pathlib import Path
from typing import Any

from scr_check.progress.account import Account, Followed, Tally
from scr_check.progress.changes import Change
from scr_check.progress.standing import spoken_days
from scr_check.render import spoken_date
from scr_check.reporters.words import plural
from scr_check.templating import filled, filled_from

FORMAT = "scr-progress/1"


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
