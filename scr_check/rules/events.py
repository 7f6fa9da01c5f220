"""Rules on the summary of events: dated, readable, in order."""

import itertools
from collections.abc import Iterator
from datetime import timedelta

from scr_check.documents.place import Pointer
from scr_check.documents.placeholder import is_filled, is_written
from scr_check.finding import Flag
from scr_check.language.days import Days, days_of
from scr_check.rule import Case, Rule, flags_from, rule

EVENTS = Pointer("/summary_of_events")
A_MONTH = timedelta(days=31)


@rule("EVT201", "event-undated", "events")
def events_are_dated(case: Case) -> Iterator[Flag]:
    """Each event has a date, as exact as the facts allow.

    Only dates let a reader see how long a child waited between one warning and the next.
    """
    for index, event in enumerate(case.summary.summary_of_events):
        if not is_written(event.date):
            yield Flag(
                EVENTS / index,
                f"event {index + 1} has no date",
                help='add `date:`, for instance 2006-03-14, "March 2006", "spring 2006" or "2006 to 2008"',
            )


@rule("EVT202", "event-date-unreadable", "events")
def event_dates_can_be_read(case: Case) -> Iterator[Flag]:
    """Each event's date can be read as a date or a range of dates.

    A date that readers cannot place breaks the sequence of events.
    """
    for index, event in enumerate(case.summary.summary_of_events):
        if event.date and is_filled(event.date) and days_of(event.date) is None:
            yield Flag(
                EVENTS / index / "date",
                f"the date of event {index + 1} cannot be read",
                help='write it as 2006-03-14, 2006-03, "March 2006", "spring 2006" or "2006 to 2008"',
                quote=event.date.strip(),
            )


@rule("EVT203", "events-out-of-order", "events")
def events_are_in_order(case: Case) -> Iterator[Flag]:
    """The events stand in the order in which they happened.

    A clear time line shows what was known when; ministers asked for a much clearer one.
    """
    spans = [(index, days_of(event.date or "")) for index, event in enumerate(case.summary.summary_of_events)]
    dated = [(index, span) for index, span in spans if span]
    for (before, first), (index, second) in itertools.pairwise(dated):
        if second.begun_by < first.begins and not _lasts_into(second, first):
            yield Flag(
                EVENTS / index / "date",
                f"event {index + 1} happened before event {before + 1}, which stands above it",
                help="move it to its place in time, or check both dates",
            )


def _lasts_into(period: Days, event: Days) -> bool:
    """Whether something that lasted for more than a month had not ended when an event began."""
    return period.ends - period.begun_by > A_MONTH and period.ends >= event.begins


@rule("EVT204", "event-without-text", "events")
def events_are_told(case: Case) -> Iterator[Flag]:
    """Each event says what happened.

    A date alone tells a reader nothing about the child.
    """
    for index, event in enumerate(case.summary.summary_of_events):
        if not is_written(event.text):
            yield Flag(EVENTS / index, f"event {index + 1} does not say what happened", help="add `text:`")


@rule("EVT101", "event-left-out", "key-issues", needs_overview=True)
def dated_events_are_carried(case: Case) -> Iterator[Flag]:
    """The dated events on which the overview report's findings rest are in the summary.

    A time line with its turning points left out no longer explains what the review found.
    """
    yield from flags_from(case, "event-left-out")


RULES: tuple[Rule, ...] = (
    events_are_dated,
    event_dates_can_be_read,
    events_are_in_order,
    events_are_told,
    dated_events_are_carried,
)
