"""The account for a terminal: figures, then what is overdue, refused or to be put right."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from scr_check.progress.account import Account, Followed, Tally
from scr_check.progress.changes import Change
from scr_check.progress.standing import spoken_days
from scr_check.render import spoken_date
from scr_check.reporters.paint import folded
from scr_check.reporters.words import plural, said_in_a_line

_COLUMNS = (
    "actions",
    "completed",
    "in progress",
    "not started",
    "overdue",
    "not accepted",
    "without evidence",
)
_SHORTEST = 12  # columns that are left for a name on the narrowest of terminals


def as_text(account: Account, width: int | None = None) -> str:
    """The account in lines of at most `width` columns (None: however long, as for a file)."""
    return "\n".join(_lines(account, width)) + "\n"


def _lines(account: Account, width: int | None) -> Iterator[str]:
    reviews = plural(len(account.reviews), "review")
    yield f"Position on {spoken_date(account.as_at.isoformat())}: {reviews}, {plural(account.whole.actions, 'action')}"
    yield ""
    yield from _table("review", [*(one.tally for one in account.reviews), account.whole], width)
    yield ""
    yield from _table("organisation", account.by_agency, width)
    yield ""
    yield from _table("theme (an action may have several)", account.by_theme, width)
    for title, lines in _lists(account):
        if lines:
            yield from ("", f"{title}:")
            yield from (part for line in lines for part in folded(line, width, "  ", "    "))


def _table(head: str, tallies: Sequence[Tally], width: int | None) -> Iterator[str]:
    """The table as wide as it is, or with heads of two lines and folded names where that is too wide."""
    names = max([len(head), *(len(tally.name) for tally in tallies)])
    wide = width is None or names + sum(len(column) + 2 for column in _COLUMNS) <= width
    heads = [("", column) if wide else column.rpartition(" ")[::2] for column in _COLUMNS]
    between = "  " if wide else " "
    widths = [max(map(len, pair)) for pair in heads]
    if width is not None and not wide:
        names = max(_SHORTEST, width - sum(one + len(between) for one in widths))
    upper, lower = zip(*heads, strict=True)
    rows = [(head, lower), *((tally.name, _figures(tally)) for tally in tallies)]
    if any(upper):
        rows.insert(0, ("", upper))
    for name, cells in rows:
        first, *rest = wrap(name, names) or [""]
        figures = (cell.rjust(one) for cell, one in zip(cells, widths, strict=True))
        yield between.join([first.ljust(names), *figures])
        yield from rest


def _figures(tally: Tally) -> tuple[str, ...]:
    figures = {"actions": tally.actions, **dict(tally.parts), "without evidence": tally.without_evidence}
    return tuple(str(figures[column]) for column in _COLUMNS)


def _lists(account: Account) -> Iterator[tuple[str, list[str]]]:
    late = [
        f"{_name(one)}: {spoken_days(one.days_late)}, due {one.action.due_in_full}" for one in account.overdue
    ]
    yield "Overdue", late
    yield (
        "Not accepted",
        [f"{_name(one)}: {one.action.progress or 'no reason given'}" for one in account.not_accepted],
    )
    yield "Completed without evidence", [_name(one) for one in account.without_evidence]
    if account.since:
        changes = [_told(one.review.name, change) for one in account.reviews for change in one.changes]
        yield f"Since {spoken_date(account.since.name)}", changes or ["nothing has changed"]
    yield (
        "To put right",
        [
            f"{one.review.path}:{found.place.line}: {found.severity.value}[{found.rule}] {said_in_a_line(found)}"
            for one in account.reviews
            for found in one.findings
        ],
    )


def _name(one: Followed) -> str:
    return f"{one.review.name}, action {one.action.id or one.action.place + 1} ({one.action.organisation})"


def _told(review: str, change: Change) -> str:
    became = f", {change.in_words}" if change.in_words else ""
    return f"{review}, action {change.action.id or change.action.place + 1}: {change.what}{became}"
