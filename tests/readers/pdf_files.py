"""PDF files written by hand for tests: words, rules and dots at given places, in a typewriter face.

Places are points from the top left corner. A letter is 0.6 of its size wide.
"""

import textwrap
import zlib
from dataclasses import dataclass, field

WIDTH, HEIGHT = 595, 842
LEFT, RIGHT = 72, 522


@dataclass
class Sheet:
    """A page to be filled; `rotate` is the page's own turn in degrees, clockwise."""

    width: float = WIDTH
    height: float = HEIGHT
    rotate: int = 0
    marks: list[str] = field(default_factory=list)
    y: float = 90.0

    def put(
        self, x: float, y: float, text: str, size: float = 10, bold: bool = False, matrix: str = ""
    ) -> "Sheet":
        """Print one line with its baseline at y."""
        text = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        place = matrix or f"1 0 0 1 {x} {self.height - y}"
        self.marks.append(f"BT /F{2 if bold else 1} {size} Tf {place} Tm ({text}) Tj ET")
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> "Sheet":
        """Draw a line."""
        self.marks.append(f"0.5 w {x0} {self.height - y0} m {x1} {self.height - y1} l S")
        return self

    def thin_box(self, x0: float, y0: float, x1: float, y1: float) -> "Sheet":
        """Draw a line as Word does: a filled box half a point thin."""
        width, height = max(x1 - x0, 0.5), max(y1 - y0, 0.5)
        self.marks.append(f"{x0} {self.height - y1} {width} {height} re f")
        return self

    def frame(self, x0: float, y0: float, x1: float, y1: float) -> "Sheet":
        """Draw a box."""
        self.marks.append(f"0.5 w {x0} {self.height - y1} {x1 - x0} {y1 - y0} re S")
        return self

    def dot(self, x: float, y: float) -> "Sheet":
        """Draw a small filled box, as some programs draw their bullets."""
        self.marks.append(f"{x} {self.height - y} 4 4 re f")
        return self

    def paragraph(
        self,
        text: str,
        x: float = LEFT,
        right: float = RIGHT,
        size: float = 10,
        indent: float = 0,
        **look: bool,
    ) -> "Sheet":
        """Print wrapped lines below what stands there already, `indent` for all lines but the first."""
        first, rest = (int((right - start) / (0.6 * size)) for start in (x, x + indent))
        lines = textwrap.wrap(text, first, break_on_hyphens=False)[:1]
        lines += textwrap.wrap(text[len(lines[0]) :].strip(), rest, break_on_hyphens=False)
        for number, line in enumerate(lines):
            self.put(x + indent * (number > 0), self.y, line, size, **look)
            self.y += 1.3 * size
        self.y += 0.8 * size
        return self

    def table(self, xs: list[float], rows: list[list[str]], ruled: bool = True, size: float = 8) -> "Sheet":
        """Print a table below what stands there already; lines of a cell are parted by |."""
        top = self.y
        ys = [top]
        for row in rows:
            for x, cell in zip(xs, row, strict=False):
                for number, line in enumerate(cell.split("|")):
                    self.put(x + 4, self.y + (number + 1) * 1.2 * size, line, size)
            self.y += max(cell.count("|") + 1 for cell in row) * 1.2 * size + 6
            ys.append(self.y)
        if ruled:
            for y in ys:
                self.rule(xs[0], y, xs[-1], y)
            for x in xs:
                self.rule(x, top, x, self.y)
        self.y += 2 * size
        return self


def pdf(*sheets: Sheet, title: str = "", trailer: str = "", extra: str = "") -> bytes:
    """A PDF of the sheets; `extra` is added to every page's dictionary."""
    bodies: list[bytes] = []
    for sheet in sheets:
        content = "\n".join(sheet.marks).encode("cp1252")
        bodies.append(stream(zlib.compress(content), "/Filter/FlateDecode"))
    first = 5
    pages = [
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {sheet.width} {sheet.height}]/Rotate {sheet.rotate}"
        f"/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>/Contents {first + len(sheets) + number} 0 R"
        f"{extra}>>".encode()
        for number, sheet in enumerate(sheets)
    ]
    kids = " ".join(f"{first + number} 0 R" for number in range(len(sheets)))
    return assembled(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            f"<</Type/Pages/Kids[{kids}]/Count {len(sheets)}>>".encode(),
            b"<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>",
            b"<</Type/Font/Subtype/Type1/BaseFont/Courier-Bold/Encoding/WinAnsiEncoding>>",
            *pages,
            *bodies,
            f"<</Title({title})>>".encode(),
        ],
        f"{trailer}/Info {first + 2 * len(sheets)} 0 R",
    )


def stream(data: bytes, entries: str = "") -> bytes:
    """A stream object."""
    return f"<</Length {len(data)}{entries}>>stream\n".encode() + data + b"\nendstream"


def assembled(objects: list[bytes], trailer: str = "") -> bytes:
    """A PDF of the objects, the first of which is the catalogue."""
    out = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (
        out
        + (
            f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
            f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{len(out)}\n%%EOF\n"
        ).encode()
    )
