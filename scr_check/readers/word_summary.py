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
from scr_check.readers.word.texts import paragraphs_of


@dataclass(frozen=True, slots=True)
class WordSummary:
    """A summary read from Word; `places` are paragraphs of its file, `left_over` what belongs to no field.

    `pages` are those on which the paragraphs start, None where Word noted none.
    """

    file: SummaryFile
    places: ParagraphPlaces
    doubts: tuple[str, ...]
    left_over: tuple[LeftOver, ...]
    pages: tuple[int | None, ...] = ()


def is_word(path: Path) -> bool:
    """Whether a file is named as Word files are."""
    return path.suffix.lower() == ".docx"


def read_word_summary(path: Path, headings: Mapping[str, str] | None = None) -> WordSummary:
    """The summary in the Word file at `path`, whose guidance has these `headings`; raises UnreadableSummary."""
    try:
        found = imported(read_docx(path), headings=headings)
        paragraphs = paragraphs_of(path)
    except UnreadableDocument as error:
        raise UnreadableSummary(str(error)) from None
    data = {"format": found.summary.format, **found.summary.model_dump(by_alias=True, exclude_defaults=True)}
    texts, pages = zip(*paragraphs, strict=True) if paragraphs else ((), ())
    file = read_summary(path, json.dumps(data, ensure_ascii=False, indent=1))
    return WordSummary(
        file, ParagraphPlaces.among(found.summary, texts), found.doubts, found.left_over, pages
    )
