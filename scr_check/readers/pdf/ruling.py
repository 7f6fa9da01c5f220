"""The ruling lines of a page (strokes, thin boxes, the sides of drawn boxes), and the bullets drawn on it."""

import ctypes
from collections.abc import Callable, Iterator

import pypdfium2_raw as pdfium

from scr_check.readers.pdf.page import Rule

Box = tuple[float, float, float, float]

_THIN = 3.0  # points; a filled box thinner than this is a line
_THICK = 9.0  # points; a stroke may be as thick, its ends counted in
_SHORTEST = 4.0
_SMALLEST_DOT, _LARGEST_DOT = 1.5, 8.0
_MOST_SEGMENTS = 20_000  # of a page; beyond that it is a drawing, not a table
_DEEPEST_FORM = 4
_FEW_SEGMENTS = 6  # a line or a box, whose bounds say all
_AS_IT_IS = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

Matrix = tuple[float, float, float, float, float, float]


class _Drawing(Exception):
    """The page holds more strokes than any table."""


def rules_and_dots(page: object, seen_box: Callable[[Box], Box]) -> tuple[list[Rule], list[Box]]:
    """The level and upright lines of a PDFium page, and its small filled shapes; none when it is a drawing.

    `seen_box` turns a box of the file into one of the page as it is seen.
    """
    ruler = _Ruler(seen_box)
    try:
        return list(ruler.rules(_objects_of_page(page), _AS_IT_IS, 0)), ruler.dots
    except _Drawing:
        return [], []


def _objects_of_page(page: object) -> Iterator[object]:
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        yield pdfium.FPDFPage_GetObject(page, index)


def _objects_of_form(form: object) -> Iterator[object]:
    for index in range(pdfium.FPDFFormObj_CountObjects(form)):
        yield pdfium.FPDFFormObj_GetObject(form, index)


class _Ruler:
    def __init__(self, seen_box: Callable[[Box], Box]) -> None:
        self.seen_box = seen_box
        self.left = _MOST_SEGMENTS
        self.dots: list[Box] = []

    def rules(self, objects: Iterator[object], matrix: Matrix, depth: int) -> Iterator[Rule]:
        for item in objects:
            kind = pdfium.FPDFPageObj_GetType(item)
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                yield from self._path(item, matrix)
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST_FORM:
                inner = _times(_matrix(item), matrix)
                yield from self.rules(_objects_of_form(item), inner, depth + 1)

    def _path(self, path: object, matrix: Matrix) -> Iterator[Rule]:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        if not pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke)):
            return
        if not (fill.value or stroke.value):
            return
        count = pdfium.FPDFPath_CountSegments(path)
        self.left -= max(count, 1)
        if self.left < 0:
            raise _Drawing
        if fill.value and count > 3:
            self._note_dot(self.seen_box(_bounds(path, matrix)))
        if count <= _FEW_SEGMENTS:
            yield from self._box(_bounds(path, matrix), bool(stroke.value), count)
        else:
            yield from self._strokes(path, _times(_matrix(path), matrix), count, bool(stroke.value))

    def _note_dot(self, box: Box) -> None:
        width, height = box[2] - box[0], box[3] - box[1]
        if _SMALLEST_DOT <= width <= _LARGEST_DOT and abs(width - height) <= 1:
            self.dots.append(box)

    def _box(self, bounds: Box, stroked: bool, count: int) -> Iterator[Rule]:
        x0, y0, x1, y1 = self.seen_box(bounds)
        width, height = x1 - x0, y1 - y0
        thin = _THICK if count == 2 else _THIN
        if height <= thin and width >= max(_SHORTEST, 2 * height):
            yield Rule(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)
        elif width <= thin and height >= max(_SHORTEST, 2 * width):
            yield Rule((x0 + x1) / 2, y0, (x0 + x1) / 2, y1)
        elif stroked and count >= 4 and width > _SHORTEST and height > _SHORTEST:
            yield Rule(x0, y0, x1, y0)
            yield Rule(x0, y1, x1, y1)
            yield Rule(x0, y0, x0, y1)
            yield Rule(x1, y0, x1, y1)

    def _strokes(self, path: object, matrix: Matrix, count: int, stroked: bool) -> Iterator[Rule]:
        """The rules of a path that draws several lines or boxes at once."""
        part: list[tuple[float, float]] = []
        for index in range(count):
            segment = pdfium.FPDFPath_GetPathSegment(path, index)
            if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
                yield from self._part(part, stroked)
                part = []
            part.append(_point(segment, matrix))
        yield from self._part(part, stroked)

    def _part(self, points: list[tuple[float, float]], stroked: bool) -> Iterator[Rule]:
        if not 2 <= len(points) <= _FEW_SEGMENTS:
            return
        xs, ys = [x for x, _ in points], [y for _, y in points]
        yield from self._box((min(xs), min(ys), max(xs), max(ys)), stroked, len(points))


def _bounds(item: object, matrix: Matrix) -> Box:
    sides = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(item, *(ctypes.byref(side) for side in sides))
    left, bottom, right, top = (side.value for side in sides)
    if matrix == _AS_IT_IS:
        return left, bottom, right, top
    (x0, y0), (x1, y1) = _moved(left, bottom, matrix), _moved(right, top, matrix)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _point(segment: object, matrix: Matrix) -> tuple[float, float]:
    x, y = ctypes.c_float(), ctypes.c_float()
    pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
    return _moved(x.value, y.value, matrix)


def _matrix(item: object) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, ctypes.byref(matrix))
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _moved(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that does `inner` first and `outer` then."""
    a, b, c, d, e, f = inner
    origin = _moved(e, f, outer)
    x, y = _moved(a, b, outer), _moved(c, d, outer)
    return (
        x[0] - outer[4],
        x[1] - outer[5],
        y[0] - outer[4],
        y[1] - outer[5],
        origin[0],
        origin[1],
    )
