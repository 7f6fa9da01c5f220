"""The dates of the summary's events, held against the report's own sequence."""

from collections.abc import Iterator

from scr_check.comparison.bearing import Bearing, Weighed
from scr_check.comparison.evidence import evidence_from, where
from scr_check.comparison.index import Passage, ReportIndex
from scr_check.comparison.result import Difference
from scr_check.comparison.statements import Statement
from scr_check.documents.place import Pointer
from scr_check.documents.summary import Summary
from scr_check.finding import Confidence
from scr_check.language.dates import Date, dates_in, lies_within

NEAREST = 0.72  # the part of the nearest passage's share within which a passage tells the same event
SUBJECT = 0.42  # below this share no passage tells it
TOLD = (
    0.45  # the part of the nearest passage's share that the event's own day has for one of its statements ...
)
TOLD_OF_ALL = 0.3  # ... and on average for all of them, where the report tells the event under its date
PLAINLY, TOLD_OF_OTHERS = 0.75, 0.2  # ... less where one of them is plainly told there


def event_date_differences(summary: Summary, weighed: Weighed, index: ReportIndex) -> Iterator[Difference]:
    """The events that the report tells under another date, and not under their own."""
    by_pointer: dict[Pointer, list[tuple[Statement, Bearing]]] = {}
    for statement, bearings in weighed:
        if statement.part == "events" and statement.dates:
            told = statement, bearings.undated
            by_pointer.setdefault(statement.pointer, []).append(told)
    for pointer, told_of in by_pointer.items():
        dates = told_of[0][0].dates
        others = [
            (passage, date)
            for _, near in told_of
            for passage, date in _dates_told(near, index)
            if date.precision
            >= dates[0].precision  # "the preventer dispensed in May" dates nothing of 9 October
            and not lies_within(date, dates)
        ]
        if not others or _is_told_under(dates, [near for _, near in told_of], index):
            continue
        passage, date = others[0]
        said = summary.summary_of_events[int(pointer.parent.rpartition("/")[2])].date or ""
        true = passage.sentence.text[date.start : date.end]
        yield Difference(
            "date-changed",
            pointer.parent / "date",
            f"the summary dates this event “{said}”; the overview report tells it under “{true}” ({where(passage)})",
            f"check the date against {where(passage)}",
            said,
            (evidence_from(passage, [(date.start, date.end)]),),
            Confidence.LIKELY if len(others) == 1 else Confidence.POSSIBLE,
        )


def _is_told_under(dates: tuple[Date, ...], nears: list[Bearing], index: ReportIndex) -> bool:
    """Whether passages of an event's own day tell its statements, against the passages nearest to them."""

    def is_of_the_day(passage: Passage) -> bool:
        return any(
            date.precision >= dates[0].precision and lies_within(date, dates)
            for date in index.dates_at(passage.number)
        )

    parts = [near.part(index, is_of_the_day) for near in nears]
    of_all = TOLD_OF_ALL if max(parts) < PLAINLY else TOLD_OF_OTHERS
    return max(parts) >= TOLD and sum(parts) >= of_all * len(parts)


def _dates_told(near: Bearing, index: ReportIndex) -> list[tuple[Passage, Date]]:
    """The dates in the paragraphs that tell a statement, the nearest paragraph first."""
    if near.best < SUBJECT:
        return []
    found = []
    for block in dict.fromkeys(passage.block for passage in near.top(index, 6, NEAREST)):
        for number in index.blocks[block]:
            found += [(index.passages[number], date) for date in index.passages[number].sentence.dates]
        heading = index.passages[index.blocks[block][0]].paragraph.heading or ""
        found += [(index.passages[index.blocks[block][0]], date) for date in dates_in(heading)]
    return found
