"""Reads a summary that is a Word file, in memory: the summary, its doubts and the places of its parts."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from scr_check.errors import UnreadableDocument
from scr_check.readers.docx import read_docx
from scr_check.readers.paragraph_places import ParagraphPlaces
from scr_check.readers.summary import SummaryFile, UnreadableSummary, read_summary
from scr_check.readers.summary_document import LeftOver, imported
from scr_check.readers.word.texts import paragraph_texts


@dataclass(frozen=True, slots=True)
class WordSummary:
    """A summary read from Word; `places` are paragraphs of its file, `left_over` what belongs to no field."""

    file: SummaryFile
    places: ParagraphPlaces
    doubts: tuple[str, ...]
    left_over: tuple[LeftOver, ...]


def is_word(path: Path) -> bool:
    """Whether a file is named as Word files are."""
    return path.suffix.lower() == ".docx"


def read_word_summary(path: Path, headings: Mapping[str, str] | None = None) -> WordSummary:
    """The summary in the Word file at `path`, whose guidance has these `headings`; raises UnreadableSummary."""
    try:
        found = imported(read_docx(path), headings=headings)
        paragraphs = paragraph_texts(path)
    except UnreadableDocument as error:
        raise UnreadableSummary(str(error)) from None
    data = {"format": found.summary.format, **found.summary.model_dump(by_alias=True, exclude_defaults=True)}
    file = read_summary(path, json.dumps(data, ensure_ascii=False, indent=1))
    return WordSummary(file, ParagraphPlaces.among(found.summary, paragraphs), found.doubts, found.left_over)
