"""Carried: how much of the report's sections, agencies, dated events and findings the summary carries."""

from collections.abc import Iterator

from scr_check.comparison.bearing import Weighed
from scr_check.comparison.index import Passage, ReportIndex
from scr_check.comparison.party import Party
from scr_check.comparison.result import Difference
from scr_check.comparison.themes import themes_of
from scr_check.documents.overview import Section
from scr_check.documents.place import Pointer
from scr_check.finding import Carried, Confidence, CoverageItem, Evidence

NEAR = 0.8  # a statement carries the passages that hold this part of the nearest one's share
SUBJECT = 0.3  # below this share it carries none
FULLY, PARTLY = 0.25, 0.06  # the part of a section's sentences that is carried, for "carried" and "partly"
SHOWN = 3  # of the things left out, how many a note shows
LABEL = 90  # characters of a label
_TOLD = (
    Section.FAMILY,
    Section.FACTS,
    Section.ANALYSIS,
    Section.GOOD_PRACTICE,
    Section.CONCLUSIONS,
    Section.LESSONS,
)


def coverage_map(weighed: Weighed, index: ReportIndex) -> tuple[CoverageItem, ...]:
    """The map's items in report order, topic by topic."""
    touched = _touched(weighed, index)
    return (
        *_sections(touched, index),
        *_agencies(weighed, index),
        *_events(weighed, touched, index),
        *_findings(touched, index),
    )


def statement_figures(weighed: Weighed, doubted: set[tuple[str, str]]) -> dict[str, int]:
    """The contract's figures for statements; `doubted` holds pointer and text of those that differ."""
    contradicted = sum((statement.pointer, statement.sentence.text) in doubted for statement, _ in weighed)
    unsupported = sum(
        bearings.whole.best < SUBJECT and (statement.pointer, statement.sentence.text) not in doubted
        for statement, bearings in weighed
    )
    return {
        "checked": len(weighed),
        "supported": len(weighed) - contradicted - unsupported,
        "unsupported": unsupported,
        "contradicted": contradicted,
    }


def map_figures(items: tuple[CoverageItem, ...]) -> dict[str, dict[str, int]]:
    """How many things of each topic but the sections are carried, partly carried and left out."""
    topics = ("agencies", "events", "findings")
    return {
        topic: {state.value: sum(i.topic == topic and i.state is state for i in items) for state in Carried}
        for topic in topics
    }


def left_out_differences(items: tuple[CoverageItem, ...]) -> Iterator[Difference]:
    """One note for the dated events left out, and one for the findings, each with the first few of them."""
    for topic, kind, section, noun in (
        ("events", "event-left-out", "summary_of_events", "dated events"),
        ("findings", "finding-left-out", "key_issues", "judgements of the analysis"),
    ):
        of_topic = [item for item in items if item.topic == topic]
        missing = [item for item in of_topic if item.state is Carried.LEFT_OUT]
        if missing:
            is_ = "is" if len(missing) == 1 else "are"
            yield Difference(
                kind,
                Pointer("") / section,
                f"{len(missing)} of the overview report's {len(of_topic)} {noun} {is_} not in the summary",
                "a summary may be selective: read those below and decide whether one of them belongs in it",
                "",
                tuple(Evidence("overview", item.label, item.ref, item.page) for item in missing[:SHOWN]),
                Confidence.POSSIBLE,
            )


def _touched(weighed: Weighed, index: ReportIndex) -> set[int]:
    return {
        passage.number
        for _, bearings in weighed
        if bearings.whole.best >= SUBJECT
        for passage in bearings.whole.top(index, 4, NEAR)
    }


def _state(part: float, full: float, some: float) -> Carried:
    return Carried.CARRIED if part >= full else Carried.PARTLY if part >= some else Carried.LEFT_OUT


def _sections(touched: set[int], index: ReportIndex) -> Iterator[CoverageItem]:
    sections: dict[str, list[Passage]] = {}
    for passage in index.of_sections(_TOLD):
        sections.setdefault(passage.paragraph.heading or "", []).append(passage)
    for heading, passages in sections.items():
        part = sum(passage.number in touched for passage in passages) / len(passages)
        first = passages[0].paragraph
        yield CoverageItem("sections", heading, first.ref, _state(part, FULLY, PARTLY), first.page)


def _agencies(weighed: Weighed, index: ReportIndex) -> Iterator[CoverageItem]:
    """Every body that the report's story and analysis name, by the fullest form of its name there."""
    shown: dict[str, tuple[Party, str, Passage]] = {}
    for passage in index.of_sections((Section.FACTS, Section.ANALYSIS)):
        words = passage.sentence.words
        for mention in passage.sentence.mentions:
            if mention.party.kind == "agency" and mention.party.role not in ("panel", "board", "court"):
                name = passage.sentence.text[words[mention.first].start : words[mention.end - 1].end]
                kept = shown.get(mention.party.role)
                if kept is None or len(name) > len(kept[1]):
                    shown[mention.party.role] = mention.party, name, kept[2] if kept else passage
    told = {
        m.party.role for s, _ in weighed if s.part in ("events", "key-issues") for m in s.sentence.mentions
    }
    anywhere = {m.party.role for s, _ in weighed for m in s.sentence.mentions}
    for role, (_, name, passage) in shown.items():
        state = Carried.CARRIED if role in told else Carried.PARTLY if role in anywhere else Carried.LEFT_OUT
        yield CoverageItem(
            "agencies", name[:1].upper() + name[1:], passage.paragraph.ref, state, passage.paragraph.page
        )


def _events(weighed: Weighed, touched: set[int], index: ReportIndex) -> Iterator[CoverageItem]:
    dates = [date for statement, _ in weighed for date in (*statement.dates, *statement.sentence.dates)]
    for passage in index.of_sections((Section.FACTS,)):
        days = [date for date in passage.sentence.dates if date.precision == 3]
        if not days:
            continue
        named = any(day.agrees(date) for day in days for date in dates)
        state = (
            Carried.CARRIED if passage.number in touched else Carried.PARTLY if named else Carried.LEFT_OUT
        )
        yield CoverageItem("events", _label(passage), passage.paragraph.ref, state, passage.paragraph.page)


def _findings(touched: set[int], index: ReportIndex) -> Iterator[CoverageItem]:
    for theme in index.once(themes_of):
        if theme.level < 3:
            continue
        near = sum(passage.number in touched for passage in theme.passages)
        state = (
            Carried.CARRIED
            if theme.gravest.number in touched
            else Carried.PARTLY
            if near
            else Carried.LEFT_OUT
        )
        yield CoverageItem(
            "findings",
            _label(theme.gravest),
            theme.gravest.paragraph.ref,
            state,
            theme.gravest.paragraph.page,
        )


def _label(passage: Passage) -> str:
    text = passage.sentence.text
    return text if len(text) <= LABEL else text[:LABEL].rsplit(" ", 1)[0] + " ..."
