"""The words of a PDF file, page by page, each with its place: PDFium's view of the file made plain."""

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pypdfium2_raw as pdfium

from scr_check.readers.pdf.page import Page, Word
from scr_check.readers.pdf.ruling import Box, rules_and_dots

_BULLET_GAP = 24.0  # points
_MOST_CHARACTERS = 100_000  # of a page
_TOKEN = re.compile(r"[^ \t\r\n\f\v]+")  # a non-breaking space keeps two words together
_HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-"})  # how PDFium shows a hyphen at the end of a line
_BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi(?!light)|-bd\b|,bd\b", re.IGNORECASE)
_ITALIC_NAME = re.compile(r"italic|oblique", re.IGNORECASE)
_FILE_NAME = re.compile(r"^Microsoft |\.(?:docx?|odt|rtf|pdf|indd)$|^untitled", re.IGNORECASE)
_FORCE_BOLD = 1 << 18
_ITALIC = 1 << 6
_FILL_AND_STROKE = 2
_REMARKS = frozenset({1, 3, 9, 10, 11, 12, 13, 14, 15})  # annotation subtypes a reviewer leaves


class Damaged(Exception):
    """The file cannot be opened; `protected` when it wants a password."""

    def __init__(self, protected: bool) -> None:
        super().__init__()
        self.protected = protected


@dataclass(frozen=True)
class _Font:
    size: float
    bold: bool
    italic: bool
    angle: int  # degrees, counter-clockwise

    @cached_property
    def quarters(self) -> int | None:
        """The quarter turns that the angle makes, None for one between."""
        return None if self.angle % 90 else self.angle // 90


@dataclass(slots=True)
class _Run:
    """Characters of one size on one line without a space.

    `box` is (left, bottom, right, top) as the file has it.
    """

    text: str
    first: int
    font: _Font
    box: Box
    glued: bool


class PdfFile:
    """An open PDF, to be read once; raises Damaged when PDFium cannot open it with an empty password."""

    def __init__(self, path: str) -> None:
        pdfium.FPDF_InitLibrary()
        self._file = pdfium.FPDF_LoadDocument(path.encode("utf-8"), None)
        if not self._file:
            raise Damaged(protected=pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD)
        self.length: int = pdfium.FPDF_GetPageCount(self._file)

    @property
    def title(self) -> str | None:
        """The title that the file gives itself, if it is more than the name of a file."""
        buffer = ctypes.create_string_buffer(1000)
        length = pdfium.FPDF_GetMetaText(self._file, b"Title", buffer, 1000)
        title = buffer.raw[: max(length - 2, 0)].decode("utf-16-le", errors="replace").strip()
        return None if _FILE_NAME.search(title) else title or None

    def pages(self) -> Iterator[tuple[Page | None, int]]:
        """Every page, None when it is damaged, with the number of reviewers' comments on it."""
        for index in range(self.length):
            yield self._page(index)
        pdfium.FPDF_CloseDocument(self._file)

    def _page(self, index: int) -> tuple[Page | None, int]:
        handle = pdfium.FPDF_LoadPage(self._file, index)
        if not handle:
            return None, 0
        text = pdfium.FPDFText_LoadPage(handle)
        if text and pdfium.FPDFText_CountChars(text) > _MOST_CHARACTERS:
            return None, 0  # no page is so full: what stands there is no text to be read
        page, comments = _PageReader(handle, text, index + 1).page(), _comments(handle)
        if text:
            pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(handle)
        return page, comments


def _bullet(dot: Box, words: list[Word]) -> Word | None:
    """The bullet that a drawn dot is, when a word stands close to the right of it."""
    x0, y0, x1, y1 = dot
    for word in words:
        if 0 < word.x0 - x1 < _BULLET_GAP and word.y - 0.8 * word.size < (y0 + y1) / 2 < word.y:
            return Word("\u2022", x0, x1, word.y, word.size)
    return None


def _comments(page: object) -> int:
    count = 0
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), 1000)):
        note = pdfium.FPDFPage_GetAnnot(page, index)
        count += pdfium.FPDFAnnot_GetSubtype(note) in _REMARKS
        pdfium.FPDFPage_CloseAnnot(note)
    return count


class _PageReader:
    """Takes one page apart."""

    def __init__(self, handle: object, text: object, number: int) -> None:
        self.handle = handle
        self.text = text
        self.number = number
        self.faces: dict[int, tuple[bool, bool]] = {}
        self.fonts: dict[int, _Font] = {}
        self.turn = pdfium.FPDFPage_GetRotation(handle)
        self.box = self._visible_box()
        self.size = (0.0, 0.0)
        self._rectangle = pdfium.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._to_rectangle = ctypes.byref(self._rectangle)
        self._to_x, self._to_y = ctypes.byref(self._x), ctypes.byref(self._y)

    def page(self) -> Page:
        """The page as it is seen; text that runs up or down the whole page is turned upright first."""
        runs = list(self._runs()) if self.text else []
        self.turn = (self.turn + self._extra_turn(runs)) % 4
        left, bottom, right, top = self.box
        self.size = (right - left, top - bottom) if self.turn % 2 == 0 else (top - bottom, right - left)
        page = Page(self.number, *self.size)
        page.words = [word for word in map(self._word, runs) if word is not None]
        if page.words:
            page.rules, dots = rules_and_dots(self.handle, self._seen_box)
            page.words += [bullet for bullet in (_bullet(dot, page.words) for dot in dots) if bullet]
        return page

    def _visible_box(self) -> tuple[float, float, float, float]:
        box = pdfium.FS_RECTF()
        if pdfium.FPDF_GetPageBoundingBox(self.handle, ctypes.byref(box)):
            return box.left, box.bottom, box.right, box.top
        return 0.0, 0.0, 595.0, 842.0

    def _runs(self) -> Iterator[_Run]:
        """The words of the page, cut where letters of another size or height follow without a space."""
        text = self._characters()
        for token in _TOKEN.finditer(text):
            start, end = token.span()
            first = self._object(start)
            if end - start == 1 or first == self._object(end - 1) or self._level(start, end - 1):
                yield self._run(text, start, end, first, False)
            else:
                yield from self._pieces(text, start, end)

    def _pieces(self, text: str, start: int, end: int) -> Iterator[_Run]:
        """The runs of the characters from `start` to `end`, such as a word and the raised sign after it."""
        begin, current = start, self._object(start)
        opening = current
        for place in range(start + 1, end):
            after = self._object(place)
            if after != current and not self._level(begin, place):
                yield self._run(text, begin, place, opening, begin > start)
                begin, opening = place, after
            current = after
        yield self._run(text, begin, end, opening, begin > start)

    def _run(self, text: str, start: int, end: int, key: int, glued: bool) -> _Run:
        box = self._box(start)
        if end - start > 1:
            box = _around(box, self._box(end - 1))
        return _Run(text[start:end], start, self._font(start, key), box, glued)

    def _level(self, index: int, other: int) -> bool:
        """Whether two characters are of one size and stand on one line."""
        size = pdfium.FPDFText_GetFontSize(self.text, index)
        if size != pdfium.FPDFText_GetFontSize(self.text, other):
            return False
        font = self._font(index, self._object(index))
        across = 0 if font.angle % 180 else 1
        return abs(self._origin(index)[across] - self._origin(other)[across]) < 0.1 * font.size

    def _characters(self) -> str:
        count = pdfium.FPDFText_CountChars(self.text)
        buffer = (ctypes.c_ushort * (count + 1))()
        got = pdfium.FPDFText_GetText(self.text, 0, count, buffer) - 1
        text = bytes(buffer)[: 2 * max(got, 0)].decode("utf-16-le", errors="replace")
        if len(text) == count:
            return text
        codes = (pdfium.FPDFText_GetUnicode(self.text, index) for index in range(count))
        return "".join(chr(code) if code < 0x110000 else "\ufffd" for code in codes)

    def _object(self, index: int) -> int:
        """What tells apart the text objects of the page, whose characters share a font."""
        handle = pdfium.FPDFText_GetTextObject(self.text, index)
        return ctypes.addressof(handle.contents) if handle else -1

    def _font(self, index: int, key: int) -> _Font:
        """The font of a character, whose text object `key` tells."""
        font = self.fonts.get(key)
        if font is None:
            font = self.fonts[key] = self._measured_font(index)
        return font

    def _measured_font(self, index: int) -> _Font:
        handle = pdfium.FPDFText_GetTextObject(self.text, index)
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(self.text, index, ctypes.byref(matrix))
        bold, italic = self._face(handle, index)
        stroked = bool(handle) and pdfium.FPDFTextObj_GetTextRenderMode(handle) == _FILL_AND_STROKE
        return _Font(
            size=pdfium.FPDFText_GetFontSize(self.text, index) * math.hypot(matrix.c, matrix.d) or 1.0,
            bold=bold or stroked,
            italic=italic,
            angle=round(math.degrees(math.atan2(matrix.b, matrix.a))) % 360,
        )

    def _face(self, handle: Any, index: int) -> tuple[bool, bool]:
        """Whether the typeface of a text object is bold and italic."""
        face = pdfium.FPDFTextObj_GetFont(handle) if handle else None
        key = ctypes.addressof(face.contents) if face else -1
        if key not in self.faces:
            flags, buffer = ctypes.c_int(), ctypes.create_string_buffer(200)
            pdfium.FPDFText_GetFontInfo(self.text, index, buffer, 200, ctypes.byref(flags))
            name = buffer.value.decode("utf-8", errors="replace")
            self.faces[key] = (
                bool(_BOLD_NAME.search(name)) or bool(flags.value & _FORCE_BOLD),
                bool(_ITALIC_NAME.search(name)) or bool(flags.value & _ITALIC),
            )
        return self.faces[key]

    def _extra_turn(self, runs: list[_Run]) -> int:
        """How many more quarter turns set most of the text upright."""
        turns = [0, 0, 0, 0]
        for run in runs:
            if run.font.quarters is not None:
                turns[(run.font.quarters - self.turn) % 4] += len(run.text)
        return turns.index(max(turns))

    def _word(self, run: _Run) -> Word | None:
        font = run.font
        quarters = font.quarters
        if quarters is None:
            return None  # a watermark across the page
        x0, y0, x1, y1 = self._seen_box(run.box)
        if x1 < 0 or y1 < 0 or x0 > self.size[0] or y0 > self.size[1]:
            return None
        turned = (quarters - self.turn) % 4 != 0
        baseline = y1 if turned else self._seen(*self._origin(run.first))[1]
        text = run.text.translate(_HYPHENS)
        return Word(text, x0, x1, baseline, font.size, font.bold, font.italic, run.glued, turned)

    def _box(self, index: int) -> Box:
        if not pdfium.FPDFText_GetLooseCharBox(self.text, index, self._to_rectangle):
            return 0.0, 0.0, 0.0, 0.0
        box = self._rectangle
        return box.left, box.bottom, box.right, box.top

    def _origin(self, index: int) -> tuple[float, float]:
        pdfium.FPDFText_GetCharOrigin(self.text, index, self._to_x, self._to_y)
        return self._x.value, self._y.value

    def _seen_box(self, box: Box) -> Box:
        x0, y0, x1, y1 = box
        a, b = self._seen(x0, y0)
        c, d = self._seen(x1, y1)
        if a <= c and d <= b:  # as nearly all are
            return a, d, c, b
        return min(a, c), min(b, d), max(a, c), max(b, d)

    def _seen(self, x: float, y: float) -> tuple[float, float]:
        """A place of the file (y upwards, before the page is turned) as it is seen."""
        left, bottom, right, top = self.box
        if self.turn == 0:
            return x - left, top - y
        if self.turn == 1:
            return y - bottom, x - left
        if self.turn == 2:
            return right - x, y - bottom
        return top - y, right - x


def _around(box: Box, other: Box) -> Box:
    if box[1] == other[1] and box[3] == other[3] and box[0] <= other[0]:  # on one line, in one size
        return box[0], box[1], other[2], box[3]
    return (
        min(box[0], other[0]),
        min(box[1], other[1]),
        max(box[2], other[2]),
        max(box[3], other[3]),
    )
