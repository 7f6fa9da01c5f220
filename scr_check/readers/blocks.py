"""Blocks: the one shape that every kind of file is read into before its structure is found."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["heading", "paragraph", "item", "table", "note"]


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a document, in reading order.

    `text` is clean prose without the block's own number: single spaces, no soft hyphens, straight words.
    `number` is the number or label as printed ("6.12", "1.", "(a)", "Recommendation 4"; "" for a bullet;
    None when there is none), whether typed or automatic. `level` is 1-based: of a heading, or the depth of
    a list item. `bold` says that the whole block is set in bold. `rows` are a table's cells, a merged
    cell repeated in each place it covers. `page` counts from 1, None where the file has no pages.
    """

    kind: Kind
    text: str = ""
    number: str | None = None
    level: int = 1
    bold: bool = False
    page: int | None = None
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """What a file reader hands on: blocks, and the traces of editing that publishing would carry along.

    `remarks` say in a sentence each how the file was read (tracked changes taken as accepted, ...);
    `traces` name what should not be published (comments, hidden text, tracked changes); `heads` are the
    running heads and feet of its pages, each once.
    """

    blocks: tuple[Block, ...]
    title: str | None = None
    remarks: tuple[str, ...] = ()
    traces: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
