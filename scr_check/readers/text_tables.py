"""Tables in plain text: cells parted by bars or tabs, or lined up with spaces."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scr_check.readers.pdf.aligned import with_aligned_tables
from scr_check.readers.pdf.page import LINE_END, Page, Table, Word
from scr_check.readers.plain import clean
from scr_check.readers.text_lines import TextLine

_BAR_ROW = re.compile(r"\s*\|.*\|\s*$|.*\S\s+\|\s+\S.*\s\|\s|.*\S \| \S")
_BAR_RULE = re.compile(r"(?=.*[-=]{2})(?=.*[|+])[\s|+:=-]+$")
_LABEL = re.compile(r"(?:\d+(?:\.\d+)*[.)]?|\(?[a-z]{1,5}\)|[a-z]\.|\W|Recommendation \d+[.:]?)\s*$")
_LEAST_ROWS = 2

# The page on which a typewriter would have set the text: two spaces part cells, one does not.
_LETTER, _SIZE, _PITCH = 4.9, 8.0, 10.0


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table found in a text, with the page it starts on."""

    rows: tuple[tuple[str, ...], ...]
    page: int | None


def with_tables(lines: Sequence[TextLine]) -> Iterator[TextLine | TextTable]:
    """The lines, those that make up a table put together to one."""
    place = 0
    plain: list[TextLine] = []
    while place < len(lines):
        for find in (_bars, _tabs):
            end = find(lines, place)
            if end > place:
                yield from _with_aligned(plain)
                plain = []
                rows = _barred(lines[place:end]) if find is _bars else _tabbed(lines[place:end])
                yield TextTable(rows, lines[place].page)
                place = end
                break
        else:
            plain.append(lines[place])
            place += 1
    yield from _with_aligned(plain)


def _bars(lines: Sequence[TextLine], start: int) -> int:
    """The place after the rows parted by bars that start at `start`; `start` when none do."""
    end = start
    while end < len(lines) and (_BAR_ROW.match(lines[end].text) or _BAR_RULE.match(lines[end].text)):
        end += 1
    rows = sum(1 for line in lines[start:end] if not _BAR_RULE.match(line.text))
    return end if rows >= _LEAST_ROWS else start


def _barred(lines: Sequence[TextLine]) -> tuple[tuple[str, ...], ...]:
    framed = any(line.words.startswith("+") for line in lines)  # rules between the rows: rows of many lines
    rows: list[list[str]] = []
    fresh = True
    for line in lines:
        if _BAR_RULE.match(line.text):
            fresh = True
            continue
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line.words.strip().strip("|"))]
        if fresh or not framed or len(cells) != len(rows[-1]):
            rows.append(cells)
        else:
            rows[-1] = [f"{above} {cell}" for above, cell in zip(rows[-1], cells, strict=True)]
        fresh = False
    return _squared(rows)


def _tabs(lines: Sequence[TextLine], start: int) -> int:
    """The place after the rows parted by tabs that start at `start`; `start` when none do."""
    columns = _cells(lines[start])
    if len(columns) < 2:
        return start
    end = start
    while (
        end < len(lines)
        and len(_cells(lines[end])) == len(columns)
        and not (end > start and lines[end].apart)
    ):
        end += 1
    return end if end - start >= _LEAST_ROWS else start


def _cells(line: TextLine) -> list[str]:
    cells = line.text.strip(" ").split("\t")
    # A number before its paragraph makes no table of it.
    return [line.text] if len(cells) == 2 and _LABEL.match(cells[0]) else cells


def _tabbed(lines: Sequence[TextLine]) -> tuple[tuple[str, ...], ...]:
    return _squared([_cells(line) for line in lines])


def _squared(rows: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    width = max(map(len, rows))
    cleaned = (tuple(clean(cell.replace("\\|", "|")) for cell in row) for row in rows)
    return tuple(row + ("",) * (width - len(row)) for row in cleaned if any(row))


def _with_aligned(lines: Sequence[TextLine]) -> Iterator[TextLine | TextTable]:
    """The lines, those whose words stand in columns put together to a table."""
    if not any(re.search(r"\S(?: {2,}|\t)\S", line.text) for line in lines):
        yield from lines
        return
    by_height = {line.row * _PITCH: line for line in lines}
    rows = [list(_words(line)) for line in lines]
    for item in with_aligned_tables(rows, Page(0, 0.0, 0.0)):
        if isinstance(item, Table):
            cells = [[cell.replace(LINE_END, " ") for cell in row] for row in item.rows]
            yield TextTable(_squared(cells), by_height[round(item.y0 + _SIZE)].page)
        else:
            yield by_height[item[0].y]


def _words(line: TextLine) -> Iterator[Word]:
    for found in re.finditer(r"\S+", line.text.expandtabs(8)):
        yield Word(found.group(), found.start() * _LETTER, found.end() * _LETTER, line.row * _PITCH, _SIZE)
