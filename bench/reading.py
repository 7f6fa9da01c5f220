"""How long reading takes as reports grow, beside other readers: `python bench/reading.py CASE_DIR [RUNS]`.

The report in CASE_DIR/docs is put one after the other until it has about 100, 200 and 500 pages. Printed are
the best of RUNS (default 3) readings in a process of their own, imports included: seconds of processor time, which
other work on the machine hardly touches, peak memory, and at 100 pages the same of each peer that is installed (the
`bench` dependency group) with the ratio.
"""

import importlib.util
import os
import sys
import tempfile
import zipfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from copy import deepcopy
from multiprocessing import get_context
from pathlib import Path

from sameness import PEERS, measured

_PAGES = (100, 200, 500)
_WORDS = 330  # on a page
_BODY = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}body"


def longer_docx(report: Path, to: Path, pages: int) -> int:
    """Write the Word file several times over; how many pages that makes."""
    from lxml import etree

    with zipfile.ZipFile(report) as old, zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                root = etree.fromstring(content)
                body = root.find(_BODY)
                assert body is not None
                *parts, end = body
                own = max(1, round(len(" ".join(root.itertext()).split()) / _WORDS))
                times = max(1, round(pages / own))
                for _ in range(times - 1):
                    for part in parts:
                        end.addprevious(deepcopy(part))
                content = etree.tostring(root)
            new.writestr(name, content)
    return own * times


def longer_pdf(report: Path, to: Path, pages: int) -> int:
    """Write the pages of the PDF several times over; how many that makes."""
    import pypdfium2

    source, target = pypdfium2.PdfDocument(report), pypdfium2.PdfDocument.new()
    while len(target) + len(source) / 2 < pages:
        target.import_pages(source)
    target.save(to)
    return len(target)


LONGER: dict[str, Callable[[Path, Path, int], int]] = {".docx": longer_docx, ".pdf": longer_pdf}


def best(reader: str, path: Path, runs: int) -> tuple[float, float]:
    """The least processor time and memory of several readings."""
    found = [measured(reader, path) for _ in range(runs)]
    told = [(float(str(one["cpu"])), float(str(one["peak"]))) for one in found if "error" not in one]
    return min(told, default=(float("inf"), float("inf")))


def main() -> None:
    """Print a line for each kind of file and length."""
    docs = Path(sys.argv[1]) / "docs"
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    # What is written in this process would count in the memory of those that it starts.
    writer = ProcessPoolExecutor(1, get_context("spawn"))
    with tempfile.TemporaryDirectory() as folder, writer:
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = f"{folder}/compiled"
        for suffix, write in LONGER.items():
            peers = [name for name, (kinds, _) in PEERS.items() if suffix in kinds]
            peers = [name for name in peers if importlib.util.find_spec(name)]
            for wanted in _PAGES:
                path = Path(folder, f"report{suffix}")
                pages = writer.submit(write, docs / f"overview{suffix}", path, wanted).result()
                best("scr-check", path, 1)  # compiles
                ours, memory = best("scr-check", path, runs)
                line = f"{suffix:6} {pages:4} pages  scr-check {ours:6.2f} s {memory:4.0f} MB"
                for name in peers if wanted == min(_PAGES) else ():
                    theirs, taken = best(name, path, 1)
                    line += f"   {name} {theirs:.2f} s {taken:.0f} MB (ratio {ours / theirs:.2f})"
                print(line, flush=True)


if __name__ == "__main__":
    main()
