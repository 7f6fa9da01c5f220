"""Rules on the dates of the review: given, readable, in order, and any delay explained."""

from collections.abc import Iterator

from scr_check.documents.place import Pointer
from scr_check.documents.placeholder import is_filled, is_written
from scr_check.documents.summary import ReviewProcess
from scr_check.finding import Flag
from scr_check.language.days import days_of, months_later
from scr_check.rule import Case, Rule, flags_from, rule

PROCESS = Pointer("/review_process")


@rule("REV207", "period-missing", "review-process")
def period_is_given(case: Case) -> Iterator[Flag]:
    """The summary gives the period reviewed, from and to.

    What lies outside the period was not looked at, and readers must know it.
    """
    period = _process(case).period_reviewed
    for end in ("from", "to"):
        written = period and (period.from_ if end == "from" else period.to)
        if case.summary.review_process and not is_written(written or None):
            yield Flag(
                PROCESS / "period_reviewed",
                f"the period reviewed has no `{end}` date",
                help="write `period_reviewed: {from: 2008-03-01, to: 2009-10-14}` with your own dates",
            )


@rule("REV210", "review-date-missing", "review-process")
def review_dates_are_given(case: Case) -> Iterator[Flag]:
    """The summary gives the date of the decision to hold the review and the date the Board agreed the report.

    Between the two lie the six months allowed for a review; without them nobody can see how long it took.
    """
    meanings = {
        "decided_on": "the date of the decision to hold the review",
        "completed_on": f"the date on which {case.profile.words['board']} agreed the overview report",
    }
    for name, meaning in meanings.items():
        if (process := case.summary.review_process) and not is_written(getattr(process, name)):
            yield Flag(PROCESS / name, f"{meaning} is not given", help=f"add `{name}:` with the date")


@rule("REV211", "review-date-unreadable", "review-process")
def review_dates_can_be_read(case: Case) -> Iterator[Flag]:
    """The dates of the review and of the period reviewed can be read as dates.

    A date that cannot be read cannot be compared with the report's.
    """
    for pointer, text in _dates(case):
        if days_of(text) is None:
            yield Flag(
                pointer,
                f"`{pointer.rpartition('/')[2]}` cannot be read as a date",
                help="write it as 2010-04-28 or 28 April 2010",
                quote=text.strip(),
            )


@rule("REV212", "review-dates-out-of-order", "review-process")
def review_dates_are_in_order(case: Case) -> Iterator[Flag]:
    """The period reviewed runs forwards, and the review was completed after it was decided on.

    Dates in the wrong order are slips of the pen that make every length of time doubtful.
    """
    spans = {pointer.rpartition("/")[2]: (pointer, days_of(text)) for pointer, text in _dates(case)}
    checks = (
        ("from", "to", "the period reviewed ends before it begins"),
        ("decided_on", "completed_on", "the review was completed before it was decided on"),
        ("from", "decided_on", "the review was decided on before the period it reviews"),
    )
    for earlier, later, message in checks:
        first, second = spans.get(earlier), spans.get(later)
        if first and second and first[1] and second[1] and second[1].surely_before(first[1]):
            yield Flag(second[0], message, help=f"check `{earlier}` and `{later}`")


@rule("REV213", "delay-unexplained", "review-process")
def delay_is_explained(case: Case) -> Iterator[Flag]:
    """A review that took longer than six months says why.

    Children elsewhere wait for the lessons while a review is late; the Board owes a reason.
    """
    process = _process(case)
    decided, completed = days_of(process.decided_on or ""), days_of(process.completed_on or "")
    if decided is None or completed is None or is_written(process.delay_reason):
        return
    months = case.profile.limits.months_to_complete
    if completed.begins > months_later(decided.ends, months):
        yield Flag(
            PROCESS / "completed_on",
            f"the review took longer than {months} months and the summary does not say why",
            help="add `delay_reason:` with the cause of the delay and who agreed the new date",
        )


@rule("REV101", "process-date-changed", "review-process", needs_overview=True)
def review_dates_agree(case: Case) -> Iterator[Flag]:
    """The dates of the review are those that the overview report gives.

    Dates show whether the review kept to the six months allowed and which version of the report was agreed.
    """
    yield from flags_from(case, "process-date-changed")


@rule("REV102", "review-period-changed", "review-process", needs_overview=True)
def period_agrees(case: Case) -> Iterator[Flag]:
    """The period reviewed is the one that the overview report gives.

    A period that begins later or ends earlier hides what was known about the child before or after it.
    """
    yield from flags_from(case, "review-period-changed")


def _process(case: Case) -> ReviewProcess:
    return case.summary.review_process or ReviewProcess()


def _dates(case: Case) -> Iterator[tuple[Pointer, str]]:
    """Pointer and text of each date of the review, as written."""
    process = _process(case)
    period = process.period_reviewed
    dates = {
        PROCESS / "decided_on": process.decided_on,
        PROCESS / "completed_on": process.completed_on,
        PROCESS / "period_reviewed" / "from": period.from_ if period else None,
        PROCESS / "period_reviewed" / "to": period.to if period else None,
    }
    yield from ((pointer, text) for pointer, text in dates.items() if is_filled(text) and text)


RULES: tuple[Rule, ...] = (
    period_is_given,
    review_dates_are_given,
    review_dates_can_be_read,
    review_dates_are_in_order,
    delay_is_explained,
    review_dates_agree,
    period_agrees,
)
