"""Prose, lists, dates and tables of a summary in a word processor, as the fields hold them."""

import re
from collections.abc import Iterable, Iterator, Sequence

from scr_check.documents.placeholder import PLACEHOLDER_OPENING
from scr_check.language.dates import dates_in
from scr_check.language.days import days_of
from scr_check.readers.structure.outline import Placed
from scr_check.readers.summary_document.headings import column_named

_NUMBERED = re.compile(r"\d+(?:\.\d+)+\.?")
_LETTERED = re.compile(r"\(?(?:[a-z]{1,4}|\d{1,2})[.)]+")
_OPENING = re.compile(r"(\[fill in[^\]]*\]|[^.:]{3,60})[.:](?: |$)")
_BESIDE = re.compile(
    r"(?:early|late|mid|on|by|from|about|around|between|to|and|until|or|the|in|of|[-–, ])*", re.I
)
_PLACE = re.compile(r"(?<=\]) \((?:overview report: )?([^()]*)\)$")

Row = dict[str, str]


def text_of(place: Placed) -> str:
    """The text of a block, with the letter of a list item and without the number of a paragraph."""
    block = place.block
    number = block.number or ""
    if number and (block.kind == "item" or not _NUMBERED.fullmatch(number)):
        return f"{number} {block.text}"
    return block.text


def prose_of(places: Iterable[Placed]) -> str | None:
    """Paragraphs parted by blank lines, list items as lines that begin with "- "; None when there are none."""
    parts: list[str] = []
    for place in places:
        text = text_of(place)
        item = place.block.kind == "item"
        line = f"- {text}" if item and not _LETTERED.match(text) else text
        if item and parts:
            parts[-1] += f"\n{line}"
        elif line:
            parts.append(line)
    return "\n\n".join(parts) or None


def listed(places: Sequence[Placed]) -> list[str]:
    """Each item or paragraph as a text of its own, an item that goes on included; rows of tables too."""
    found: list[str] = []
    for place in places:
        if place.block.kind == "table":
            found += [": ".join(cell for cell in row if cell) for row in place.block.rows]
        elif place.block.kind == "item" and found and place.block.level > 1:
            found[-1] += f" {text_of(place)}"
        else:
            found.append(place.block.text)
    return [without_place(text) for text in found if text]


def prose_or_list(places: Sequence[Placed]) -> str | list[str] | None:
    """A list when all of it are list items, else prose."""
    if places and all(place.block.kind == "item" for place in places):
        return listed(places)
    return prose_of(places)


def day_of(text: str) -> str:
    """The ISO date of a text that is one whole day, else the text.

    >>> day_of("3 November 2009"), day_of("3 November 2009 and after"), day_of("March 2010")
    ('2009-11-03', '3 November 2009 and after', 'March 2010')
    """
    dates = dates_in(text)
    whole = (
        len(dates) == 1
        and not _BESIDE.fullmatch(text)
        and text.strip(" .") == text[dates[0].start : dates[0].end]
    )
    return (dates[0].iso or text) if whole else text


def first_day(text: str) -> str | None:
    """The first date in a text as it is written; the placeholder where that stands there."""
    if PLACEHOLDER_OPENING in text:
        return text
    date = next(iter(dates_in(text)), None)
    return text[date.start : date.end] if date else None


def dated(text: str) -> tuple[str, str] | None:
    """The date that opens a text, and what follows it; None where no date stands by itself."""
    match = _OPENING.match(text)
    if match and is_date(match[1]):
        return match[1], text[match.end() :].strip()
    return None


def date_within(text: str) -> str | None:
    """The first date of a text as it is written, where it tells a month and a year."""
    first = next((date for date in dates_in(text) if date.year and date.precision > 1), None)
    return text[first.start : first.end] if first else None


def is_date(text: str) -> bool:
    """Whether a text is a date, a range or the placeholder of one, and nothing else."""
    if PLACEHOLDER_OPENING in text:
        return True
    rest = text
    for found in reversed(dates_in(text)):
        rest = rest[: found.start] + rest[found.end :]
    return rest != text and _BESIDE.fullmatch(rest) is not None and days_of(text) is not None


def rows_of(place: Placed) -> Iterator[Row]:
    """The rows of a table by the field that their column's title names; none without such titles."""
    rows = place.block.rows
    columns = [column_named(title) for title in rows[0]] if rows else []
    if any(columns):
        for row in rows[1:]:
            yield {name: cell for name, cell in zip(columns, row, strict=False) if name and cell}


def without_place(text: str) -> str:
    """A placeholder without the place of the report that a draft names beside it."""
    return _PLACE.sub("", text)


def place_beside(text: str) -> str | None:
    """The paragraphs of the report that a draft names beside a placeholder: "7.1-7.9"."""
    match = _PLACE.search(text)
    refs = match[1].partition(", page")[0].strip() if match else ""
    return refs.replace(" to ", "-") if re.fullmatch(r"\d[\d.]*(?: to \d[\d.]*)?", refs) else None
