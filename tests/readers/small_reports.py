"""Small invented reports, written as Markdown and read as any report is."""

from scr_check.documents.overview import Overview
from scr_check.readers.blocks import Document
from scr_check.readers.markdown import blocks_of
from scr_check.readers.structure import overview_of


def report(text: str) -> Overview:
    """The overview report that a Markdown text makes."""
    return overview_of(Document(tuple(blocks_of(text, "report.md"))))


def named(overview: Overview) -> list[str]:
    """The references of the recommendations, in reading order."""
    return [
        f"{r.set}:{r.organisation}/{r.id}" if r.organisation else f"{r.set}/{r.id}"
        for r in overview.recommendations
    ]
