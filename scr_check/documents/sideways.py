"""Wide tables on paper: what stands on pages set sideways, and how wide each column is."""

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

_WIDE = 6  # columns from which a table does not fit an upright page


class Part(Protocol):
    """A piece of a document: a heading, paragraph, item or table with its rows."""

    @property
    def kind(self) -> str:
        """`heading`, `table`, or another."""
        ...

    @property
    def rows(self) -> Sequence[Sequence[str]]:
        """The rows of a table, its head first; empty for all else."""
        ...


Some = TypeVar("Some", bound=Part)


def is_wide(part: Part) -> bool:
    """Whether a piece is a table for a page set sideways."""
    return part.kind == "table" and len(part.rows[0]) >= _WIDE


def stretches(parts: Iterable[Some]) -> list[tuple[bool, list[Some]]]:
    """The pieces in stretches of pages, each with whether they are set sideways.

    A wide table takes the heading above it, and what stands between the two, onto its pages.
    """
    found: list[tuple[bool, list[Some]]] = []
    upright: list[Some] = []
    for part in parts:
        if not is_wide(part):
            upright.append(part)
            continue
        at = _heading_above(upright)
        if upright[:at]:
            found.append((False, upright[:at]))
        found.append((True, [*upright[at:], part]))
        upright = []
    return [*found, (False, upright)] if upright else found


def _heading_above(parts: Sequence[Part]) -> int:
    """Where the last heading stands, the end where a table or nothing comes after it."""
    for at in range(len(parts) - 1, -1, -1):
        if parts[at].kind == "table":
            break
        if parts[at].kind == "heading":
            return at
    return len(parts)


def column_shares(rows: Sequence[Sequence[str]]) -> list[int]:
    """How the width of a table is shared: no word is broken that need not be, and long texts have more."""
    return [
        max(_longest_word(column) + 2, round(2.5 * _usual_length(column) ** 0.5))
        for column in zip(*rows, strict=True)
    ]


def _longest_word(column: Sequence[str]) -> int:
    return max((len(word) for cell in column for word in cell.split()), default=1)


def _usual_length(column: Sequence[str]) -> float:
    return sum(map(len, column)) / len(column)
