"""What one review gives to be learned from: a small record, made from its files and from nothing else."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from scr_check.documents.overview import Overview, Paragraph, Section
from scr_check.documents.placeholder import is_filled
from scr_check.documents.reference import reference_in, reference_to
from scr_check.documents.summary import Summary
from scr_check.draft import draft_of
from scr_check.errors import ScrCheckError
from scr_check.language.days import days_of
from scr_check.language.words import stem, stop_words, words_in
from scr_check.readers.overview import read_overview
from scr_check.readers.summary import looks_like_summary, read_summary, read_text
from scr_check.themes import themes_in

_FOLDER = Path(__file__).parent
_TOLD = frozenset({Section.ANALYSIS, Section.LESSONS, Section.CONCLUSIONS, Section.RECOMMENDATIONS})
_MOST_REFS = 5  # paragraphs of a report that are named for one theme; the others are counted


@dataclass(frozen=True, slots=True)
class Asked:
    """A recommendation: `words` are the stems of what it asks for, `statuses` those of its actions."""

    ref: str
    text: str
    words: tuple[str, ...]
    addressed_to: tuple[str, ...]
    statuses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a review speaks of something: references, and how many paragraphs of its report do."""

    refs: tuple[str, ...]
    paragraphs: int = 0


@dataclass(frozen=True, slots=True)
class Record:
    """A review: `year` is when it was agreed (None: not told); `unreadable` says in a sentence why it is empty."""

    path: str
    board: str = ""
    subject: str = ""
    year: int | None = None
    themes: tuple[tuple[str, Mention], ...] = ()
    agencies: tuple[tuple[str, Mention], ...] = ()
    asked: tuple[Asked, ...] = ()
    unreadable: str = ""
    doubt: str = ""

    @property
    def name(self) -> str:
        """What people call it: its subject, else its file."""
        return self.subject or self.path

    @property
    def review(self) -> tuple[str, ...]:
        """What two files of one review share: whose it is and whom it is about, where both are told."""
        if self.board and self.subject:
            return (self.board.casefold(), self.subject.casefold(), str(self.year))
        return (self.path,)


def record_of(path: str, name: str, *, with_report: bool = True) -> Record:
    """The record of the review at `path`, a summary or an overview report; `name` is what it is called by.

    It reads the report that a summary names, unless `with_report` is false. It raises nothing for a file that
    cannot be read, holds nothing between calls, and so may run in any process or machine that sees the files.
    """
    try:
        return _record(Path(path), name, with_report)
    except ScrCheckError as error:
        return Record(name, unreadable=str(error).replace(path, name))


def _record(path: Path, name: str, with_report: bool) -> Record:
    if path.suffix.lower() not in (".yaml", ".yml") or not looks_like_summary(read_text(path)):
        report = read_overview(path)
        return _of_summary(draft_of(report, name, "").summary, report, name, "")
    summary = read_summary(path).summary
    overview, doubt = _report_of(summary, path) if with_report else (None, "")
    return _of_summary(summary, overview, name, doubt)


def _report_of(summary: Summary, path: Path) -> tuple[Overview | None, str]:
    """The report that a summary names, or why there is none."""
    named = summary.overview_report
    if not named or not is_filled(named):
        return None, ""
    try:
        return read_overview(path.parent / named.strip()), ""
    except ScrCheckError:
        return None, "its overview report could not be read"


def _of_summary(summary: Summary, overview: Overview | None, name: str, doubt: str) -> Record:
    process = summary.review_process
    dates = [process.completed_on, process.decided_on] if process else []
    plan = summary.action_plan
    return Record(
        path=name,
        board=_line(summary.board),
        subject=_line(summary.subject),
        year=_year(*dates, plan.as_at if plan else None),
        themes=_gathered(_told(summary), overview.paragraphs if overview else ()),
        agencies=_by_kind(_bodies(summary)),
        asked=tuple(
            Asked(
                str(reference_to(one)),
                _line(one.text),
                content_words(_line(one.text), (summary.board or "", *one.addressed_to)),
                tuple(_line(body) for body in one.addressed_to),
                _statuses(summary, reference_to(one).key),
            )
            for one in summary.recommendations
            if is_filled(one.text)
        ),
        doubt=doubt,
    )


def _told(summary: Summary) -> Iterator[tuple[str, str]]:
    """Reference and text of what the summary says was found, learned and recommended."""
    for number, issue in enumerate(summary.key_issues, 1):
        yield f"key issue {issue.id or number}", f"{issue.title or ''} {issue.text or ''}"
    for number, lesson in enumerate(summary.lessons, 1):
        yield f"lesson {number}", lesson
    for one in summary.recommendations:
        yield f"recommendation {reference_to(one)}", one.text or ""


def _gathered(
    told: Iterable[tuple[str, str]], paragraphs: Iterable[Paragraph]
) -> tuple[tuple[str, Mention], ...]:
    """Each theme with the references that touch on it and the paragraphs of the report's findings that do."""
    refs: dict[str, list[str]] = {}
    counts: dict[str, int] = {}
    for ref, text in told:
        for theme in themes_in(_line(text)):
            refs.setdefault(theme, []).append(ref)
    for paragraph in paragraphs:
        if paragraph.section in _TOLD:
            for theme in themes_in(paragraph.text):
                counts[theme] = counts.get(theme, 0) + 1
                if counts[theme] <= _MOST_REFS and paragraph.ref:
                    refs.setdefault(theme, []).append(f"report {paragraph.ref}")
    names = sorted({*refs, *counts})
    return tuple((name, Mention(tuple(refs.get(name, ())), counts.get(name, 0))) for name in names)


def _bodies(summary: Summary) -> Iterator[tuple[str, str]]:
    """Reference and name of each body that gave the review a report, is asked to act or has an action."""
    process = summary.review_process
    for one in process.contributors if process else ():
        yield "contributor", one.organisation or ""
    for recommendation in summary.recommendations:
        for body in recommendation.addressed_to:
            yield f"recommendation {reference_to(recommendation)}", body
    for number, action in enumerate(summary.action_plan.actions if summary.action_plan else (), 1):
        yield f"action {action.id or number}", action.organisation or ""


def _by_kind(bodies: Iterable[tuple[str, str]]) -> tuple[tuple[str, Mention], ...]:
    found: dict[str, dict[str, None]] = {}
    for ref, name in bodies:
        if is_filled(name):
            found.setdefault(kind_of(_line(name)), {})[ref] = None
    return tuple((kind, Mention(tuple(refs))) for kind, refs in sorted(found.items()))


@cache
def _kinds() -> dict[str, re.Pattern[str]]:
    read: dict[str, list[str]] = tomllib.loads((_FOLDER / "agencies.toml").read_text(encoding="utf-8"))
    return {kind: re.compile("|".join(words), re.IGNORECASE) for kind, words in read.items()}


@lru_cache(maxsize=4000)
def kind_of(body: str) -> str:
    """The kind of a body by its name, or the name itself where it tells none.

    >>> kind_of("Ashdale Police"), kind_of("Wendle Valley Hospitals NHS Foundation Trust"), kind_of("Lantern")
    ('Police', 'Hospitals and maternity', 'Lantern')
    """
    return next((kind for kind, words in _kinds().items() if words.search(body)), body)


@cache
def _common() -> frozenset[str]:
    lines = (_FOLDER / "common.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(stem(word) for line in lines if not line.startswith("#") for word in line.split())


def content_words(text: str, names: Iterable[str] = ()) -> tuple[str, ...]:
    """The stems of what a recommendation asks for, sorted: no names of bodies, numbers or words that all share.

    >>> content_words("Ashdale Police must train all officers in neglect", ("Ashdale Police",))
    ('neglect', 'offic', 'train')
    """
    own = {word.stem for name in names for word in words_in(name)}
    found = {
        word.stem
        for word in words_in(text)
        if word.lower not in stop_words() and word.lower[0].isalpha() and word.stem not in own | _common()
    }
    return tuple(sorted(found))


def _statuses(summary: Summary, key: tuple[str, str, str]) -> tuple[str, ...]:
    actions = summary.action_plan.actions if summary.action_plan else ()
    answering = (one for one in actions if key in {reference_in(text).key for text in one.recommendation})
    return tuple(dict.fromkeys(one.status for one in answering if one.status))


def _year(*dates: str | None) -> int | None:
    found = (days_of(text) for text in dates if text)
    return next((days.ends.year for days in found if days), None)


def _line(text: str | None) -> str:
    return " ".join((text or "").split())
