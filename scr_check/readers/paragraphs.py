"""What a paragraph of a word processor's file becomes: a heading, a list item or a paragraph of prose."""

from scr_check.readers.blocks import Block
from scr_check.readers.lists import Label
from scr_check.readers.prose import is_prose
from scr_check.readers.tabular import flattened


def block_of(
    text: str,
    label: Label | None,
    heading: int | None,
    *,
    bold: bool = False,
    page: int | None = None,
) -> Block:
    """The block of a paragraph with its automatic number; `heading` is the level that its style gives it."""
    number = None if label is None else label.text
    if heading is not None and not is_prose(text):
        return Block("heading", text, number, heading, bold, page)
    if label is not None and label.depth is not None:
        return Block("item", text, number, label.depth, bold, page)
    return Block("paragraph", text, number, 1, bold, page)


def words_of(block: Block) -> str:
    """A block as it stands in the cell of a table or in a note, with its number."""
    if block.rows:
        return flattened(block.rows)
    return f"{block.number} {block.text}".strip() if block.number else block.text
