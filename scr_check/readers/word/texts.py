"""The paragraphs of a Word file as numbered texts, as they stand in its main story."""

from pathlib import Path

from scr_check.readers.archive import opened
from scr_check.readers.pages import page_of_anchor
from scr_check.readers.prose import as_printed
from scr_check.readers.sniff import refuse_if_not
from scr_check.readers.word.fields import Fields
from scr_check.readers.word.names import PPR, VAL, P, W
from scr_check.readers.word.package import word_file
from scr_check.readers.word.running_text import Line, RunningText
from scr_check.readers.word.styles import Styles


def paragraph_texts(path: Path) -> tuple[str, ...]:
    """The text of every paragraph of a Word file in the order of its XML, those of tables and boxes included.

    Raises UnreadableDocument.
    """
    refuse_if_not(path, ".docx")
    with opened(path) as archive:
        file = word_file(archive)
    styles = Styles(file.styles)
    text = RunningText(styles, Fields(spanning=False), page_of_anchor(None))
    found = []
    for paragraph in file.document.iter(P):
        style = paragraph.find(f"{PPR}/{W}pStyle")
        line = Line()
        text.gather(paragraph, styles.paragraph(None if style is None else style.get(VAL)), line)
        found.append(as_printed("".join(line.pieces)))
    return tuple(found)
