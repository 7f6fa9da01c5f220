"""Evidence: a passage of the report, shown with its number, its page and the words that matter."""

from collections.abc import Iterable

from scr_check.comparison.index import Passage
from scr_check.finding import Evidence


def evidence_from(passage: Passage, spans: Iterable[tuple[int, int]] = ()) -> Evidence:
    """The sentence of a passage as evidence, with these stretches of it highlighted."""
    paragraph = passage.paragraph
    return Evidence(
        "overview", passage.sentence.text, paragraph.ref, paragraph.page, tuple(sorted(set(spans)))
    )


def where(passage: Passage) -> str:
    """How to name a passage in a message: its paragraph, else its heading.

    The message itself goes without page: that stands beside the evidence.
    """
    paragraph = passage.paragraph
    if paragraph.ref:
        return f"paragraph {paragraph.ref}"
    return f"the section “{paragraph.heading}”" if paragraph.heading else "the overview report"
