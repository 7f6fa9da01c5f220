"""Writes the overview reports of the examples in Word from the Markdown beside them, as a Board would have them.

    python tools/make_example_docx.py                # write every Word file
    python tools/make_example_docx.py good TARGET    # write that of one example elsewhere
    python tools/make_example_docx.py --measure      # first find anew, with LibreOffice, where pages end

Paragraph numbers become Word's automatic numbering. The same Markdown always gives the same bytes.
"""

import re
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from word_report import Report, document_xml, parsed, restart_xml, write_body

ROOT = Path(__file__).parents[1]
PARTS = Path(__file__).parent / "word_parts"
WINDOW = 4  # so many words say where on a page we are


@dataclass(frozen=True)
class Example:
    """A report in Markdown, where its pages end, its protective marking, and when it was last saved."""

    folder: Path
    pages: Path
    marking: str
    saved: tuple[int, int, int, int, int, int]

    @property
    def source(self) -> Path:
        """The report in Markdown."""
        return self.folder / "overview-report.md"

    @property
    def target(self) -> Path:
        """The report in Word."""
        return self.folder / "overview-report.docx"


EXAMPLES = {
    "good": Example(ROOT / "examples/good", PARTS / "pages.txt", "RESTRICTED", (2010, 9, 24, 9, 30, 0)),
    "dhr": Example(
        ROOT / "examples/dhr/good", PARTS / "pages_dhr.txt", "OFFICIAL-SENSITIVE", (2017, 5, 18, 9, 30, 0)
    ),
}


def parts_of(report: Report, marking: str) -> Iterator[tuple[str, str]]:
    """Name and text of every part of the package."""
    title, subject = (re.sub("<[^>]+>", "", block) for block in report.body[:2])
    restarts = "\n".join(restart_xml(place, number) for place, (_, number) in enumerate(report.restarts))
    yield "[Content_Types].xml", part("content_types.xml")
    yield "_rels/.rels", part("package_rels.xml")
    yield "word/document.xml", document_xml(report)
    yield "word/_rels/document.xml.rels", part("document_rels.xml")
    yield "word/styles.xml", part("styles.xml")
    yield "word/numbering.xml", part("numbering.xml", RESTARTS=restarts)
    yield "word/footnotes.xml", part("footnotes.xml", FOOTNOTES="\n".join(report.notes))
    yield "word/settings.xml", part("settings.xml")
    yield "word/header1.xml", part("header1.xml", HEADER=f"{title}: {subject}", MARKING=marking)
    yield "word/footer1.xml", part("footer1.xml", PAGES=str(len(report.ends) + 1))
    yield "docProps/core.xml", part("core.xml", TITLE=f"{title}: overview report, {subject}")


def part(name: str, **filling: str) -> str:
    """The text of a part as it stands in word_parts/, with its @MARKS@ filled."""
    text = (PARTS / name).read_text(encoding="utf-8")
    for mark, value in filling.items():
        text = text.replace(f"@{mark}@", value)
    return text


def make(example: Example, target: Path, ends: list[int]) -> Report:
    """Write the Word file; `ends` is where its pages end, as Word remembers it."""
    report = Report(ends)
    write_body(parsed(example.source.read_text(encoding="utf-8")), report)
    with zipfile.ZipFile(target, "w") as package:
        for name, text in parts_of(report, example.marking):
            entry = zipfile.ZipInfo(name, example.saved)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, text.encode("utf-8"), compresslevel=9)
    return report


def measured(example: Example) -> list[int]:
    """How many words of the body stand before each page after the first, as LibreOffice lays it out."""
    with tempfile.TemporaryDirectory() as folder:
        report = make(example, Path(folder) / "report.docx", [])
        command = f"soffice --headless --convert-to pdf --outdir {folder} {folder}/report.docx"
        subprocess.run(command.split(), check=True, capture_output=True)
        pages = list(words_on_pages(Path(folder) / "report.pdf"))
    text = " ".join(block.replace("</w:p>", " ") for block in report.body)
    words = re.sub("<[^>]+>", "", text).split()
    ends: list[int] = []
    for page in pages[1:]:
        ends.append(start_of(page, words, report.rows, max([report.first_chapter, *ends])))
    return ends


def start_of(page: list[str], words: list[str], rows: list[tuple[int, str]], after: int) -> int:
    """At which word of the body a page starts; `after` when it holds none (the contents)."""
    for index in range(after, len(words) - WINDOW):
        if words[index : index + WINDOW] == page[:WINDOW]:
            return index
    on_page = Counter(page)
    return next((start for start, row in rows if start > after and Counter(row.split()) <= on_page), after)


def words_on_pages(pdf: Path) -> Iterator[list[str]]:
    """The words of each page without header, footer, repeated table heads, automatic numbers and bullets."""
    from pypdfium2 import PdfDocument

    headers = r"Ferrensby.*: Family Q|Harrowdene.*: Elena"
    markings = "|".join(example.marking for example in EXAMPLES.values())
    furniture = re.compile(rf"Page \d+ of|(?:{markings})$|(?:{headers})(?: (?:{markings}))?$")
    numbers = re.compile(r"^(?:\d+\.\d+|•)\s+")
    heads = re.compile(
        r"^(?:Ref What Who .*?RAG and position|Recommendation Scope Action .*? Outcome Status"
        r"|Reference in .*? identifiers|\d+(?! \w+ \d)) "
    )
    for page in PdfDocument(pdf):
        lines = page.get_textpage().get_text_range().splitlines()
        text = " ".join(numbers.sub("", line) for line in lines if not furniture.match(line))
        yield heads.sub("", " ".join(text.split())).split()


def main(arguments: list[str]) -> None:
    """Write the Word files, after measuring their pages if that is asked for."""
    name, target = arguments if len(arguments) == 2 else ("", "")
    for example in [EXAMPLES[name]] if name else EXAMPLES.values():
        if "--measure" in arguments:
            ends = "".join(f"{end}\n" for end in measured(example))
            example.pages.write_text(ends, encoding="utf-8")
        ends_read = [int(line) for line in example.pages.read_text(encoding="utf-8").split()]
        make(example, Path(target) if target else example.target, ends_read)


if __name__ == "__main__":
    main(sys.argv[1:])
