"""Lines put together to paragraphs."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from scr_check.readers.pdf.page import LINE_END, MARK, Leaf, Line, Table

_SAME_SIZE = 0.06
_OTHER_SIZE = 0.2  # the letters of a text that was recognised in a picture vary by less
_ROOMY = 1.22  # of the usual distance between lines
_ROOMY_AT_MOST = 1.6
_NEXT = 0.5  # of the letter size: a line so near to the one before stands beside it
_FAR = 2.5  # of the letter size, the usual distance between lines at most
_INDENT = 5.0  # points
_SHORT = 0.75  # of the way to the right margin: a line that ends here was ended on purpose
_UNJUSTIFIED = 0.07  # of the width, on top of the next word: what a justified line never leaves empty
_COMMON = 12  # lines of one size, at least, from which their usual distance can be told
_FLUSH = 1.5  # points
_LARGE = 1.08  # of the size of the text: headings
_SENTENCE_END = re.compile(r"[.:;?!][\"'”’)\]]*$")
_NUMBER = re.compile(  # "4.10", "3.", "(b)", "c)", "Recommendation 7:", "R2."
    r"(?:\d+(?:\.\d+)+\.?|\d{1,3}[.)]|\([a-z]{1,5}\)|[a-z]\)|Recommendation \d+[.:]?|[A-Z]\d+[.:])(?=\s|$)"
)
_BULLET = re.compile(r"[•●○◦▪■□►▶➢➤✓✔‣⁃∙·*\uf000-\uf0ff–—-](?=\s|$)|o(?=\s)")
_DASH = re.compile(r"[–—-](?=\s)")
_SURE_BULLET = re.compile(r"[•●○◦▪■□►▶➢➤✓✔‣⁃∙\uf000-\uf0ff](?=\s|$)")


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together."""

    lines: list[Line] = field(default_factory=list)

    @property
    def first(self) -> Line:
        """Its first line."""
        return self.lines[0]

    @property
    def last(self) -> Line:
        """Its last line."""
        return self.lines[-1]

    @property
    def text(self) -> str:
        """Its text, lines parted by LINE_END."""
        return LINE_END.join(line.text for line in self.lines)

    @property
    def texts(self) -> list[str]:
        """Its text, as a table has several."""
        return [self.text]

    @property
    def numbered(self) -> bool:
        """Whether it starts with a number, letter or bullet."""
        return _NUMBER.match(self.first.text) is not None or starts_with_bullet(self.first)


def starts_with_bullet(line: Line) -> bool:
    """Whether a line, the first of its paragraph, starts with a bullet: an "o" only where a gap follows."""
    if _SURE_BULLET.match(line.text) or _DASH.match(line.text):
        return True
    return bool(line.lead) and _BULLET.fullmatch(line.lead) is not None


def without_bullet(text: str) -> str:
    """The text after the bullet it starts with."""
    return text.partition(" ")[2] if " " in text.partition(LINE_END)[0] else text.partition(LINE_END)[2]


class Measures:
    """What is usual in a document: `body`, the size of its text, and the distance between its lines.

    `justified` says that most lines end exactly at the right margin.
    """

    def __init__(self, leaves: Sequence[Leaf]) -> None:
        sizes: Counter[float] = Counter()
        distances: dict[float, Counter[float]] = {}
        for leaf in leaves:
            for column in columns(leaf.lines):
                for line in column:
                    sizes[line.size] += len(line.text)
                for before, line in pairwise(column):
                    beside = line.y - before.y < _NEXT * line.size
                    if before.size == line.size and not beside and line.y - before.y < _FAR * line.size:
                        distances.setdefault(line.size, Counter())[round(line.y - before.y, 1)] += 1
        self.body = max(sizes, key=lambda size: sizes[size], default=11.0)
        lines = [line for leaf in leaves for line in leaf.lines]
        flush = sum(1 for line in lines if line.right - line.x1 < _FLUSH)
        self.justified = 2 * flush > len(lines)
        common = {size: counts for size, counts in distances.items() if counts.total() >= _COMMON}
        self._pitches = {size: _usual(counts) for size, counts in common.items()}
        self._spacing = self._pitches.get(self.body, 1.2 * self.body) / self.body

    def pitch(self, size: float) -> float:
        """The usual distance from line to line in this size."""
        return self._pitches.get(size, self._spacing * size)


def _usual(counts: Counter[float]) -> float:
    """The smallest of the distances that are common: larger ones are those between paragraphs."""
    most = max(counts.values())
    return min(distance for distance, count in counts.items() if 5 * count >= most)


def columns(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines of a page column by column: a new one starts where reading goes back up."""
    column: list[Line] = []
    for line in lines:
        if column and line.y < column[-1].y - line.size:
            yield column
            column = []
        column.append(line)
    if column:
        yield column


def set_right_margins(leaves: Sequence[Leaf]) -> None:
    """Note where lines end on the lines that run over the whole width of their page.

    Pages of one width share their margin, so that a page with few lines has one too.
    """
    ends: dict[int, list[float]] = {}
    for leaf in leaves:
        ends.setdefault(round(leaf.width), []).extend(line.x1 for line in leaf.lines if not line.right)
    margins = {width: _farthest(reached) for width, reached in ends.items() if reached}
    for leaf in leaves:
        for line in leaf.lines:
            if not line.right:
                line.right = margins[round(leaf.width)]


def _farthest(ends: list[float]) -> float:
    """How far to the right lines reach, but for one in a hundred that runs over the margin."""
    return sorted(ends)[-1 - len(ends) // 100]


def paragraphs_of(leaves: Sequence[Leaf], measures: Measures) -> Iterator[Paragraph | Table]:
    """The paragraphs and tables of a document in reading order; a paragraph may run over several pages."""
    current: Paragraph | None = None
    for item in (item for leaf in leaves for item in leaf.items):
        if isinstance(item, Table):
            if current is not None:
                yield current
            current = None
            yield item
        elif current is not None and not _starts_new(current, item, measures):
            current.lines.append(item)
        else:
            if current is not None:
                yield current
            current = Paragraph([item])
    if current is not None:
        yield current


def _starts_new(paragraph: Paragraph, line: Line, measures: Measures) -> bool:
    before = paragraph.last
    other = abs(line.size - before.size) / before.size
    if other > _OTHER_SIZE or (other > _SAME_SIZE and not _flows_on(before, line)):
        return True
    if starts_with_bullet(line) and (line.lead or not _is_mere_dash(before, line)):
        return True
    number = _NUMBER.match(line.text)
    if number and line.lead and number.end() >= len(line.lead):
        return True
    if line.page != before.page or line.y < before.y:
        return not _carries_over(paragraph, line, measures)
    distance = (line.y - before.y) / measures.pitch(line.size)
    if distance > _ROOMY_AT_MOST or (distance > _ROOMY and not _flows_on(before, line)):
        return True
    return _ends_early(paragraph, line, measures, number)


def _is_mere_dash(before: Line, line: Line) -> bool:
    """Whether the dash that starts a line stands between two words of a sentence."""
    return bool(_DASH.match(line.text)) and not (_room(before, line) or _SENTENCE_END.search(before.text))


def _ends_early(paragraph: Paragraph, line: Line, measures: Measures, number: re.Match[str] | None) -> bool:
    """Whether the shape of the lines says that the paragraph ended though no space follows it."""
    before = paragraph.last
    room = _room(before, line)
    ended = _SENTENCE_END.search(before.text) is not None
    if line.bold != before.bold:
        return room or not line.text[:1].islower()
    if number and line.x0 <= paragraph.first.x0 + 2:
        opens = not line.text[number.end() :].lstrip()[:1].islower()
        if ended or (room and opens):
            return True
    left = paragraph.first.x0
    short = before.x1 - left < _SHORT * (before.right - left) or before.size > _LARGE * measures.body
    if measures.justified and not short:
        short = before.right - before.x1 > line.first_word + _UNJUSTIFIED * (before.right - left)
    if room and (ended or (_opens(line) and short)):
        return True
    return ended and _is_indented(paragraph, line)


def _is_indented(paragraph: Paragraph, line: Line) -> bool:
    """Whether a line starts further in, or further out, than the lines before it in its column."""
    column = [above for above in paragraph.lines if (above.page, above.right) == (line.page, line.right)]
    from_start = column[:1] == [paragraph.first]
    if len(column) <= from_start:
        return False
    inner = column[from_start].x0
    hangs_back = from_start and column[0].x0 < inner - _INDENT and line.x0 < inner - _INDENT
    return line.x0 > inner + _INDENT or hangs_back


def _carries_over(paragraph: Paragraph, line: Line, measures: Measures) -> bool:
    """Whether a line at the top of a page or column goes on with the paragraph before it."""
    before = paragraph.last
    if before.bold != line.bold or before.size > _LARGE * measures.body:
        return False
    room = _room(before, line)
    if line.text[:1].islower():
        return True
    if not _SENTENCE_END.search(before.text):
        return not (room and _opens(line))
    if room or _NUMBER.match(line.text) or before.text.endswith(":"):
        return False
    # A full last line tells nothing; where paragraphs have numbers, one without goes on with the last.
    return paragraph.numbered


def _room(before: Line, line: Line) -> bool:
    """Whether the first word of `line` would have fitted at the end of the line before."""
    return before.right - before.x1 > line.first_word + 0.35 * line.size


def _flows_on(before: Line, line: Line) -> bool:
    """Whether a sentence runs on: a raised sign may have pushed its next line away."""
    opens = _opens(line) and MARK.search(line.text) is None
    return not (_room(before, line) or opens or _SENTENCE_END.search(before.text))


def _opens(line: Line) -> bool:
    return not line.text[:1].islower()
