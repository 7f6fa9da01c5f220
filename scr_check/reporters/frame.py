"""The frame around a source line with its words underlined, and a passage with its words marked."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from scr_check.documents.place import Place
from scr_check.reporters.look import Look
from scr_check.reporters.paint import columns, folded, paint, shown

_MOST_LINES = 4  # of a quotation that runs over several lines
_CUT = "..."


def frame(
    source: tuple[str, ...], place: Place, quoted: bool, note: str, level: str, look: Look
) -> list[str]:
    """The lines of `source` at `place`, numbered and underlined, `note` after the underlining where it fits.

    A quotation is shown with all its lines, anything else by its first.
    """
    last = min(place.end_line, place.line + _MOST_LINES - 1) if quoted else place.line
    numbers = [number for number in range(place.line, last + 1) if number <= len(source)]
    gutter = len(str(last))
    bar = paint(f"{' ' * gutter} |", "gutter", look.color)
    lines = [bar]
    for number in numbers:
        start, end = _underlined(source[number - 1], number, place)
        text, start, end = _cropped(shown(source[number - 1]), start, end, look, gutter)
        label = paint(f"{number:>{gutter}} |", "gutter", look.color)
        lines.append(f"{label} {text}".rstrip())
        marks = " " * columns(text[:start]) + paint("^" * max(1, columns(text[start:end])), level, look.color)
        lines.append(f"{bar} {marks}")
    return [*_noted(lines, note, bar, gutter, look), bar]


def _noted(lines: list[str], note: str, bar: str, gutter: int, look: Look) -> list[str]:
    if not note or len(lines) < 2:
        return lines
    used = columns(_plain(lines[-1]))
    if look.width is None or used + 1 + columns(note) <= look.width:
        return [*lines[:-1], f"{lines[-1]} {' '.join(shown(note).split())}"]
    return [*lines, bar, *(f"{bar} {line}" for line in folded(note, look.width - gutter - 3))]


def _plain(line: str) -> str:
    return "".join(
        part.partition("m")[2] if index else part for index, part in enumerate(line.split("\x1b["))
    )


def _underlined(text: str, number: int, place: Place) -> tuple[int, int]:
    """First and last column (0-based, end exclusive) to underline in this line."""
    start = place.column - 1 if number == place.line else len(text) - len(text.lstrip())
    end = place.end_column - 1 if number == place.end_line else len(text.rstrip())
    return min(start, len(text)), max(start, min(end, len(text)))


def _cropped(text: str, start: int, end: int, look: Look, gutter: int) -> tuple[str, int, int]:
    """What fits of `text` on the terminal with the underlined words in it."""
    room = None if look.width is None else max(20, look.width - gutter - 3)
    if room is None or columns(text) <= room:
        return text, start, end
    left = 0 if end <= room - len(_CUT) else max(0, min(start - 10, len(text) - room + len(_CUT)))
    head = _CUT if left else ""
    keep = room - len(head)
    part = text[left : left + keep]
    if left + keep < len(text):
        part = part[: keep - len(_CUT)] + _CUT
    while columns(head + part) > room:
        part = part[:-1]
    shift = len(head) - left
    return head + part, start + shift, max(start + shift + 1, min(end + shift, len(head + part)))


def passage(text: str, highlight: Iterable[tuple[int, int]], indent: str, look: Look) -> list[str]:
    """A passage, wrapped on a terminal only; the words at `highlight` painted, or underlined by ^."""
    marked = _marked(text, highlight)
    lines: list[str] = []
    for start, end in _line_spans(text, None if look.width is None else look.width - len(indent)):
        lines.append(indent + _painted(text, start, end, marked, look.color))
        under = "".join(
            "^" * columns(text[i]) if i in marked else " " * columns(text[i]) for i in range(start, end)
        )
        if not look.color and under.strip():
            lines.append(indent + under.rstrip())
    return lines


def _marked(text: str, highlight: Iterable[tuple[int, int]]) -> set[int]:
    return {at for start, end in highlight for at in range(max(0, start), min(end, len(text)))}


def _line_spans(text: str, width: int | None) -> Iterator[tuple[int, int]]:
    """Where each line of `text` starts and ends when it is broken at spaces."""
    breaks = [0, *(at + 1 for at, sign in enumerate(text) if sign.isspace()), len(text)]
    start = 0
    if width is not None:
        for before, after in pairwise(breaks):
            if before > start and columns(text[start:after].rstrip()) > max(20, width):
                yield start, before
                start = before
    if start < len(text):
        yield start, len(text)


def _painted(text: str, start: int, end: int, marked: set[int], color: bool) -> str:
    line = shown(text[start:end]).replace("\n", " ")
    if not color:
        return line.rstrip()
    parts, at = [], 0
    for i in range(1, len(line) + 1):
        if i == len(line) or (start + i in marked) != (start + at in marked):
            parts.append(paint(line[at:i], "mark", start + at in marked))
            at = i
    return "".join(parts).rstrip()
