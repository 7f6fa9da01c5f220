"""What an overview report says of the review itself: board, subject, dates, chairs, panel, contributors."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from scr_check.comparison.process_lists import ENDINGS, Contribution, contributions_in, reports_told_of
from scr_check.comparison.seats import Seat, seats_in
from scr_check.documents.overview import Overview, Paragraph, Section
from scr_check.language.dates import Date, dates_in
from scr_check.language.sentences import sentences_in
from scr_check.language.words import plain

_FILE = Path(__file__).with_suffix(".toml")
_PROCESS = (Section.FRONT, Section.INTRODUCTION)
_ELSEWHERE = (Section.FACTS,)  # a first chapter that tells how it all came about


@dataclass(frozen=True, slots=True)
class Fact:
    """What the report says and where; a date is ISO, or as written when it is not a whole day."""

    value: str
    paragraph: Paragraph | None = None


@dataclass(frozen=True, slots=True)
class ProcessFacts:
    """What was found; None or empty where nothing was.

    `people` has the names by field (board_chair, panel_chair, overview_author), `reports_told_of` the sentences that speak
    of one kind of report, each after that kind, `topics` the paragraphs that speak of a field of the review process that
    is told in prose.
    """

    board: Fact | None = None
    subject: Fact | None = None
    decided_on: Fact | None = None
    completed_on: Fact | None = None
    period_from: Fact | None = None
    period_to: Fact | None = None
    people: Mapping[str, Fact] = field(default_factory=dict)
    panel: tuple[Seat, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    reports_told_of: tuple[tuple[str, str, Paragraph], ...] = ()
    terms_of_reference: tuple[Fact, ...] = ()
    topics: Mapping[str, tuple[Paragraph, ...]] = field(default_factory=dict)


def process_facts(overview: Overview) -> ProcessFacts:
    """The facts of the review process that the front matter and first chapters of a report give."""
    told = [paragraph for paragraph in overview.paragraphs if paragraph.section in _PROCESS]
    elsewhere = [paragraph for paragraph in overview.paragraphs if paragraph.section in _ELSEWHERE]
    period = _period(told)
    board = _board(overview.title, told)
    ours = [one for one in told if board is None or not _is_of_another_board(one, board.value)]
    return ProcessFacts(
        board=board,
        subject=_subject(overview.title, told),
        decided_on=_day(told, "decided_on") or _day(elsewhere, "decided_on"),
        completed_on=_day(ours, "completed_on"),
        period_from=period[0] if period else None,
        period_to=period[1] if period else None,
        people={role: fact for role in _words()["people"] if (fact := _person(told, role))},
        panel=tuple(seats_in(told, _patterns("lists", "panel"))),
        contributions=tuple(contributions_in(told, _reports())),
        reports_told_of=tuple(reports_told_of(told, _reports())),
        terms_of_reference=tuple(_terms(told)),
        topics={topic: found for topic in _words()["topics"] if (found := tuple(_about(told, topic)))},
    )


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


@cache
def _patterns(*keys: str) -> tuple[re.Pattern[str], ...]:
    found: Any = _words()
    for key in keys:
        found = found[key]
    found = [found] if isinstance(found, str) else found
    return tuple(re.compile(text.replace("{name}", f"(?P<name>{_words()['name']})")) for text in found)


@cache
def _reports() -> dict[str, tuple[re.Pattern[str], ...]]:
    return {report: _patterns("reports", report) for report in _words()["reports"]}


def _board(title: str | None, told: list[Paragraph]) -> Fact | None:
    """The first board named, in the spelling of the running text where the title is set in capitals."""
    first: Fact | None = None
    for text, paragraph in _texts(title, told):
        for match in re.finditer(_words()["board"], text):
            if first is None or match[0].casefold() == first.value.casefold():
                first = Fact(re.sub("^The ", "", match[0]), paragraph)
        if first is None and text.isupper() and (shouted := re.search(_words()["board"], text.title())):
            first = Fact(shouted[0], paragraph)
    return first


def _is_of_another_board(paragraph: Paragraph, board: str) -> bool:
    """Whether a paragraph names a Board, but not the report's own."""
    named = {
        re.sub("^The ", "", match[0]).casefold()
        for match in re.finditer(_words()["board"], plain(paragraph.text))
    }
    return bool(named) and not any(name.endswith(board.casefold()) for name in named)


def _subject(title: str | None, told: list[Paragraph]) -> Fact | None:
    for text, paragraph in _texts(title, told):
        if match := re.search(_words()["subject"], text):
            return Fact(match[0], paragraph)
    return None


def _texts(title: str | None, told: list[Paragraph]) -> Iterator[tuple[str, Paragraph | None]]:
    yield plain(title or ""), None
    yield from ((plain(paragraph.text), paragraph) for paragraph in told)


def _sentences(told: Iterable[Paragraph]) -> Iterator[tuple[str, Paragraph]]:
    for paragraph in told:
        text = plain(paragraph.text)
        for span in sentences_in(text):
            yield text[span.start : span.end], paragraph


def _day(told: list[Paragraph], name: str) -> Fact | None:
    """The date nearest after the words that tell of the day, else nearest before them."""
    for sentence, paragraph in _sentences(told):
        said = next((m for p in _patterns(name, "says") if (m := p.search(sentence))), None)
        if said is None or not _holds(sentence, name, "of") or _holds(sentence, name, "instead"):
            continue
        dates = [date for date in dates_in(sentence) if date.precision == 3 and date.year]
        if dates:
            nearest = min(dates, key=lambda date: (date.start < said.start(), abs(date.start - said.end())))
            return Fact(_written(nearest, sentence), paragraph)
    return None


def _holds(sentence: str, *keys: str) -> bool:
    return any(pattern.search(sentence) for pattern in _patterns(*keys))


def _period(told: list[Paragraph]) -> tuple[Fact, Fact] | None:
    for sentence, paragraph in _sentences(told):
        said = next((m for p in _patterns("period", "says") if (m := p.search(sentence))), None)
        dates = [date for date in dates_in(sentence) if date.year and said and date.end > said.start()]
        if len(dates) >= 2:
            first, last = (Fact(_written(date, sentence), paragraph) for date in dates[:2])
            return first, last
    return None


def _written(date: Date, sentence: str) -> str:
    return date.iso or sentence[date.start : date.end]


def _person(told: list[Paragraph], role: str) -> Fact | None:
    """The name after a label of the front matter ("Panel chair: B. Name"), else one that a sentence gives."""
    name = _words()["name"]
    label = re.compile(rf"^{_words()['people'][role]['label']}\s*[:–-]\s*({name})")
    for paragraph in told:
        if match := label.match(plain(paragraph.text)):
            return Fact(match[1], paragraph)
    for sentence, paragraph in _sentences(told):
        for pattern in _patterns("people", role, "says"):
            if (match := pattern.search(sentence)) and not _is_body(match["name"]):
                return Fact(match["name"], paragraph)
    return None


def _is_body(name: str) -> bool:
    """Whether a name is a body's: "Prepared by Northmoor Safeguarding Children Board"."""
    return not ENDINGS.isdisjoint(name.split())


def _terms(told: list[Paragraph]) -> Iterator[Fact]:
    """The list items under the heading or sentence that announces the terms of reference."""
    patterns = _patterns("lists", "terms")
    announced = False
    for paragraph in told:
        if paragraph.form == "item":
            if announced:
                yield Fact(paragraph.text.rstrip(" ;"), paragraph)
            continue
        announced = any(pattern.search(f"{paragraph.heading or ''} {paragraph.text}") for pattern in patterns)


def _about(told: list[Paragraph], topic: str) -> Iterator[Paragraph]:
    pattern = re.compile(_words()["topics"][topic])
    yield from (p for p in told if p.heading and pattern.search(p.heading) and p.form == "text")
