"""The report as one HTML page: the summary's words and the overview report's side by side."""

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from scr_check.finding import MARKINGS, DocumentSeen, FileReport, Outline, Report
from scr_check.reporters.html_checklist import Checklist, checklists
from scr_check.reporters.html_coverage import Strip, strips
from scr_check.reporters.html_findings import Card, Part, cards_of, parts_of
from scr_check.reporters.html_matrix import MatrixRow, beside_matrix, matrix_rows
from scr_check.reporters.look import PLAIN, Look
from scr_check.reporters.paint import shown
from scr_check.reporters.words import NOTE, counts_line, file_tally, plural, skip_lines, spot

_MONTHS = "January February March April May June July August September October November December".split()


@dataclass(frozen=True, slots=True)
class Chapter:
    """What the page shows of one summary; `id` parts its anchors from those of others."""

    id: str
    path: str
    title: str
    outline: Outline
    file: FileReport
    tally: str
    cards: tuple[Card, ...]
    parts: tuple[Part, ...]
    strips: tuple[Strip, ...]
    checklists: tuple[Checklist, ...]
    matrix: tuple[MatrixRow, ...]
    beside_matrix: tuple[Card, ...]
    documents: tuple[DocumentSeen, ...]
    skips: tuple[str, ...]

    def of_level(self, level: str) -> list[Card]:
        """The cards of one severity."""
        return [card for card in self.cards if card.finding.severity == level]


def html_report(report: Report, look: Look = PLAIN) -> str:
    """One self-contained page: no other file, no network, and nothing that needs its script."""
    del look
    from scr_check.templating import filled

    script = filled("report/filter.js")
    chapters = [_chapter(number, file) for number, file in enumerate(report.files, start=1)]
    return filled(
        "report.html.jinja",
        title=_title(chapters),
        shown_here=_shown_here(chapters),
        chapters=chapters,
        checked_on=in_words(report.checked_on),
        counts=chapters[0].tally if len(chapters) == 1 else counts_line(report),
        marking=_marking(report),
        note=NOTE,
        script_hash=b64encode(sha256(script.encode()).digest()).decode(),
        in_words=in_words,
        plural=plural,
        spot=spot,
    )


def in_words(day: str | None) -> str:
    """An ISO date as people write it.

    >>> in_words("2010-04-08")
    '8 April 2010'
    """
    if not day:
        return "on an unknown date"
    year, month, number = day.split("-")
    return f"{int(number)} {_MONTHS[int(month) - 1]} {year}"


def _title(chapters: list[Chapter]) -> str:
    if len(chapters) == 1:
        return f"Check of the {chapters[0].outline.document}: {chapters[0].title}"
    return f"Check of {len(chapters)} summaries"


def _shown_here(chapters: list[Chapter]) -> str:
    """What the page holds, in the words of the guidance; a single report stands beside no other."""
    compared = any(chapter.file.overview_report for chapter in chapters)
    document = (chapters[0].outline if chapters else Outline()).document
    document = document[:1].upper() + document[1:]
    return f"{document} and overview report, side by side" if compared else document


def _chapter(number: int, file: FileReport) -> Chapter:
    outline = file.outline or Outline()
    cards = tuple(cards_of(file, f"s{number}-f"))
    return Chapter(
        id=f"s{number}",
        path=file.path,
        title=shown(outline.subject or file.path),
        outline=outline,
        file=file,
        tally=file_tally(file),
        cards=cards,
        parts=tuple(parts_of(outline, cards, f"s{number}")),
        strips=tuple(strips(file)),
        checklists=tuple(checklists(file, cards)),
        matrix=tuple(matrix_rows(outline, cards)),
        beside_matrix=tuple(beside_matrix(cards)),
        documents=file.documents,
        skips=tuple(skip_lines(file)),
    )


def _marking(report: Report) -> str | None:
    """The highest protective marking of any document: the page quotes them all."""
    return min(_markings(report), key=MARKINGS.index, default=None)


def _markings(report: Report) -> Iterator[str]:
    for file in report.files:
        yield from (one.marking for one in file.documents if one.marking)
