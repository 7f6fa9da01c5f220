"""Status: whether the position of an action in the summary can follow from its position in the report."""

from collections.abc import Iterator

from scr_check.comparison.change import Change
from scr_check.comparison.deadlines import read_deadline
from scr_check.documents.overview import OverviewAction
from scr_check.documents.summary import Action
from scr_check.finding import Confidence
from scr_check.language.days import Days, days_of

_ORDER = ("not started", "in progress", "completed")


def status_changes(
    true: OverviewAction, said: Action, report_at: str | None, summary_at: str | None
) -> Iterator[tuple[str, Change]]:
    """The fields (`status`, `completed_on`) in which the summary contradicts the report.

    Progress made after the report's position is no contradiction; work that goes back on itself always is.
    """
    was, now = days_of(report_at or ""), days_of(summary_at or "")
    if true.status in _ORDER and said.status in _ORDER:
        step = _ORDER.index(said.status) - _ORDER.index(true.status)
        same_time = bool(was and now and now.begins <= was.ends)
        if step < 0 or (step > 0 and same_time):
            yield "status", _change(said.status, true.status, "status")
            return
    yield from _completion(true, said, was)


def _completion(true: OverviewAction, said: Action, was: Days | None) -> Iterator[tuple[str, Change]]:
    done = days_of(said.completed_on or "")
    if not done or not said.completed_on:
        return
    if true.completed_on and true.status == "completed":
        theirs = read_deadline(true.completed_on)
        if theirs.first and theirs.last and (done.ends < theirs.first or done.begins > theirs.last):
            yield "completed_on", _change(said.completed_on, true.completed_on, "date of completion")
    elif true.status in _ORDER[:2] and was and done.ends < was.begins:
        yield (
            "completed_on",
            _change(said.completed_on, true.status, "date of completion", "position at a later date"),
        )


def _change(said: str, true: str, field: str, theirs: str = "") -> Change:
    message = f"the summary's {field} is “{said}”; the report's {theirs or field} is “{true}”"
    return Change(
        "status",
        message,
        f"check it against the report's “{true}”",
        said,
        ((0, len(true)),),
        Confidence.CERTAIN,
    )
