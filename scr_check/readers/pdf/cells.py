"""The text of a table's cell."""

from collections.abc import Sequence

from scr_check.readers.pdf.lines import rows_of, text_of
from scr_check.readers.pdf.page import LINE_END, WORD_END, Word

_USUAL, _WIDE = 1.2, 1.8  # of the width of letters on average


def cell_text(words: Sequence[Word], x0: float, x1: float) -> str:
    """The text of a cell from `x0` to `x1`, its lines parted by LINE_END, or WORD_END within a word.

    Turned words come last, as they stand in the file.
    """
    turned = [word.text for word in words if word.turned]
    rows = rows_of(words)
    padding = min((row[0].x0 for row in rows), default=x0) - x0
    parts: list[str] = []
    for row, after in zip(rows, [*rows[1:], None], strict=False):
        parts.append(text_of(row))
        if after is not None:
            parts.append(WORD_END if _breaks_word(row, after, x1 - padding) else LINE_END)
    return "".join(parts) + (LINE_END if parts and turned else "") + " ".join(turned)


def _breaks_word(row: Sequence[Word], after: Sequence[Word], right: float) -> bool:
    """Whether the row holds one word that fills the cell, so that the next row may be the rest of it."""
    word, rest = row[-1], after[0]
    letter = max((part.x1 - part.x0) / len(part.text) for part in (word, rest))
    letter *= _WIDE if rest.text[0] in "mw" else _USUAL
    return len(row) == 1 and word.x1 + letter > right and not rest.text[0].isupper()
