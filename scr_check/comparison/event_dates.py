"""The dates of the summary's events, held against the report's own sequence."""

from collections.abc import Iterator

from scr_check.comparison.bearing import Weighed, Weighing
from scr_check.comparison.evidence import evidence_from, where
from scr_check.comparison.index import Passage, ReportIndex
from scr_check.comparison.result import Difference
from scr_check.comparison.statements import Statement
from scr_check.documents.place import Pointer
from scr_check.documents.summary import Summary
from scr_check.finding import Confidence
from scr_check.language.dates import Date, dates_in

NEAREST = 0.72  # the part of the nearest passage's share within which a passage tells the same event
SUBJECT = 0.42  # below this share no passage tells it


def event_date_differences(summary: Summary, weighed: Weighed, index: ReportIndex) -> Iterator[Difference]:
    """The events whose date none of the passages that tell them gives."""
    by_pointer: dict[Pointer, list[tuple[Statement, Weighing]]] = {}
    for statement, weighing in weighed:
        if statement.part == "events" and statement.dates:
            by_pointer.setdefault(statement.pointer, []).append((statement, weighing))
    for pointer, told in by_pointer.items():
        dates = told[0][0].dates
        first, last = dates[0], dates[-1]
        found = [
            (passage, date)
            for _, weighing in told
            for passage, date in _dates_told(weighing, index)
            if date.precision
            >= first.precision  # "the preventer dispensed in May" dates nothing of 9 October
        ]
        if not found or any(_within(date, first, last) for _, date in found):
            continue
        passage, date = found[0]
        said = summary.summary_of_events[int(pointer.parent.rpartition("/")[2])].date or ""
        true = passage.sentence.text[date.start : date.end]
        yield Difference(
            "date-changed",
            pointer.parent / "date",
            f"the summary dates this event “{said}”; the overview report tells it under “{true}” ({where(passage)})",
            f"check the date against {where(passage)}",
            said,
            (evidence_from(passage, [(date.start, date.end)]),),
            Confidence.LIKELY if len(found) == 1 else Confidence.POSSIBLE,
        )


def _dates_told(weighing: Weighing, index: ReportIndex) -> list[tuple[Passage, Date]]:
    """The dates in the paragraphs that tell a statement, the nearest paragraph first."""
    near = weighing.near(with_date=False)
    if near.best < SUBJECT:
        return []
    found = []
    for block in dict.fromkeys(passage.block for passage in near.top(index, 6, NEAREST)):
        for number in index.blocks[block]:
            found += [(index.passages[number], date) for date in index.passages[number].sentence.dates]
        heading = index.passages[index.blocks[block][0]].paragraph.heading or ""
        found += [(index.passages[index.blocks[block][0]], date) for date in dates_in(heading)]
    return found


def _within(date: Date, first: Date, last: Date) -> bool:
    """Whether a date of the report lies in the event's span or agrees with an end of it."""
    if date.agrees(first) or date.agrees(last):
        return True
    low, high, day = first.earliest(), last.latest(), date.earliest()
    return bool(low and high and day and low <= day <= high)
