"""The lines of a plain text with their pages, running heads and table of contents left out."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_CONTENTS = re.compile(r"(?:table of |list of )?contents(?: page)?:?$", re.IGNORECASE)
_ENTRY = re.compile(r"\S(?:\t|\s*\.{3,}\s*|\s*(?:\. ){3,}|\s{3,})(?:\d{1,4}|[ivxl]{1,6})$")
_LEADS_TO_A_PAGE = re.compile(r"(?:\.{4,}|(?:\. ){4,})\s*\d{1,4}$")
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"(?:.*\s)?page #(?: of #)?(?:\s.*)?$|[-–]?\s?#\s?[-–]?$")
_OUTERMOST = 2  # lines from the top and the foot of a page
_LAST_PART = 120  # characters of a line, in which an entry's page number stands
_TAB = 4


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line that is not empty; `apart` when an empty line or a new page stands before it.

    `page` counts from 1; `row` is its place in the file.
    """

    text: str
    row: int
    page: int | None
    apart: bool

    @property
    def words(self) -> str:
        """The line without the white space before it."""
        return self.text.lstrip()

    @property
    def indent(self) -> int:
        """How many columns of white space stand before it."""
        return len(self.text.expandtabs(_TAB)) - len(self.text.expandtabs(_TAB).lstrip())


def lines_of(text: str) -> list[TextLine]:
    """The lines of `text` that belong to it."""
    pages = text.split("\f")
    running = _running(pages)
    lines: list[TextLine] = []
    row = 0
    for number, page in enumerate(pages, start=1):
        apart = True
        printed = [line.rstrip() for line in page.split("\n")]
        outer = _outer(printed)
        for place, line in enumerate(printed):
            row += 1
            if not line or (place in outer and not running.isdisjoint(_wordings(line))):
                apart = True
                continue
            lines.append(TextLine(line, row, number if len(pages) > 1 else None, apart))
            apart = False
    return list(_without_contents(lines))


def _outer(lines: Sequence[str]) -> set[int]:
    filled = [place for place, line in enumerate(lines) if line]
    return {*filled[:_OUTERMOST], *filled[-_OUTERMOST:]}


def _wordings(line: str) -> set[str]:
    """The line as it is, and, when it tells the page, without its numbers."""
    words = " ".join(line.split()).casefold()
    counted = _NUMBER.sub("#", words)
    return {words, counted} if _PAGE_NUMBER.match(counted) else {words}


def _running(pages: Sequence[str]) -> set[str]:
    """The wordings that stand at the edge of most pages."""
    if len(pages) < 3:
        return set()
    counts: Counter[str] = Counter()
    for page in pages:
        printed = [line.rstrip() for line in page.split("\n")]
        counts.update({wording for place in _outer(printed) for wording in _wordings(printed[place])})
    return {wording for wording, count in counts.items() if count >= 2 and 2 * count >= len(pages)}


def _without_contents(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """The lines without the table of contents: its heading and the entries that end in a page number."""
    end = 0
    for place, line in enumerate(lines):
        if place < end or _LEADS_TO_A_PAGE.search(line.text[-_LAST_PART:]):
            continue
        if _CONTENTS.match(line.words):
            end = place + 1
            while end < len(lines) and _ENTRY.search(lines[end].text[-_LAST_PART:]):
                end += 1
            if end > place + 1:
                continue
        yield line
