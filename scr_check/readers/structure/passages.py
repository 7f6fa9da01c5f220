"""The passages of a report: its paragraphs, items, rows and notes with their refs, headings and sections."""

from collections.abc import Collection, Iterator, Sequence
from typing import Literal

from scr_check.documents.overview import Paragraph, Section
from scr_check.readers.blocks import Block
from scr_check.readers.structure.outline import Placed
from scr_check.readers.structure.tables import row_text, table_of

Form = Literal["text", "item", "row", "note"]


def paragraphs_of(placed: Sequence[Placed], elsewhere: Collection[int]) -> Iterator[Paragraph]:
    """The passages in reading order; `elsewhere` are the indices of blocks that are read into other models.

    A paragraph without a number of its own has ref None, also where it goes on from a numbered one.
    Title lines of the front matter are passages too: they name the board and the subject.
    """
    for index, place in enumerate(placed):
        if index in elsewhere:
            continue
        block = place.block
        if block.kind == "table":
            yield from _rows(place)
        elif block.text and (block.kind != "heading" or place.section is Section.FRONT):
            yield _paragraph(place, block.text, _FORMS[block.kind], place.ref)


_FORMS: dict[str, Form] = {"heading": "text", "paragraph": "text", "item": "item", "note": "note"}


def _rows(place: Placed) -> Iterator[Paragraph]:
    block = place.block
    titled = not (place.section is Section.FRONT and _width(block) == 2)
    table = table_of(block.rows, titled)
    titles = table.titles if titled else ()
    for row in table.rows:
        text = row_text(titles, row.cells) if titles else ": ".join(cell for cell in row.cells if cell)
        if row.band:
            text = f"{row.band.rstrip(':')}: {text}"
        if text:
            yield _paragraph(place, text, "row", place.ref_of_row(row.at))


def _width(block: Block) -> int:
    return len(block.rows[0]) if block.rows else 0


def _paragraph(place: Placed, text: str, form: Form, ref: str | None) -> Paragraph:
    return Paragraph(
        ref=ref,
        heading=place.heading,
        text=text,
        page=place.block.page,
        section=place.section,
        form=form,
    )
