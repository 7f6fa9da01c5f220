"""The paragraphs of a Word file as numbered texts, as they stand in its main story."""

from pathlib import Path

from scr_check.readers.archive import opened
from scr_check.readers.prose import as_printed
from scr_check.readers.sniff import refuse_if_not
from scr_check.readers.word.fields import Fields
from scr_check.readers.word.names import PPR, SECTION, VAL, P, W
from scr_check.readers.word.package import word_file
from scr_check.readers.word.pages import pages_of
from scr_check.readers.word.running_text import Line, RunningText
from scr_check.readers.word.styles import Styles


def paragraphs_of(path: Path) -> tuple[tuple[str, int | None], ...]:
    """The text of every paragraph of a Word file in the order of its XML, those of tables and boxes included.

    With each the page on which it starts, None where Word noted no pages. Raises UnreadableDocument.
    """
    refuse_if_not(path, ".docx")
    with opened(path) as archive:
        file = word_file(archive)
    styles = Styles(file.styles)
    pages = pages_of(file.document)
    text = RunningText(styles, Fields(spanning=False), pages)
    found = []
    for paragraph in file.document.iter(P):
        style = paragraph.find(f"{PPR}/{W}pStyle")
        line = Line()
        text.gather(paragraph, styles.paragraph(None if style is None else style.get(VAL)), line)
        page = line.page if line.page is not None else pages.current
        found.append((as_printed("".join(line.pieces)), page))
        if paragraph.find(f"{PPR}/{SECTION}") is not None:
            pages.section_end()
    return tuple(found)
