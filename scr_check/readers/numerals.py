"""How word processors write a count: decimal, letters, Roman, words."""

from collections.abc import Callable

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)

_MOST_LETTERS = 26 * 30  # Word writes larger counts no longer as letters


def roman(count: int) -> str:
    """A count from 1 to 3999 in lower-case Roman numerals, any other in figures.

    >>> roman(14), roman(0)
    ('xiv', '0')
    """
    if not 0 < count < 4000:
        return str(count)
    written = []
    for value, letters in _ROMAN:
        times, count = divmod(count, value)
        written.append(letters * times)
    return "".join(written)


def repeated_letter(count: int) -> str:
    """A count as Word letters it: a to z, then aa, bb, cc; beyond 780 in figures.

    >>> repeated_letter(3), repeated_letter(28)
    ('c', 'bb')
    """
    if not 0 < count <= _MOST_LETTERS:
        return str(count)
    rounds, letter = divmod(count - 1, 26)
    return chr(ord("a") + letter) * (rounds + 1)


def alphabetic(count: int) -> str:
    """A count as a spreadsheet letters its columns: a to z, then aa, ab, ac.

    >>> alphabetic(3), alphabetic(28)
    ('c', 'ab')
    """
    if not 0 < count <= _MOST_LETTERS:
        return str(count)
    written = ""
    while count:
        count, letter = divmod(count - 1, 26)
        written = chr(ord("a") + letter) + written
    return written


def ordinal(count: int) -> str:
    """A count as an English ordinal in figures.

    >>> ordinal(2), ordinal(11)
    ('2nd', '11th')
    """
    if count % 100 in (11, 12, 13):
        return f"{count}th"
    return f"{count}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(count % 10, 'th') }"


_WORD_FORMATS: dict[str, Callable[[int], str]] = {
    "lowerLetter": repeated_letter,
    "upperLetter": lambda count: repeated_letter(count).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda count: roman(count).upper(),
    "decimalZero": lambda count: f"{count:02d}",
    "ordinal": ordinal,
    "none": lambda count: "",
    "bullet": lambda count: "",
}


def written_in_word(count: int, number_format: str) -> str:
    """A count in one of Word's number formats (ST_NumberFormat); one that is not known gives figures."""
    return _WORD_FORMATS.get(number_format, str)(count)


def written_in_odf(count: int, number_format: str, *, letter_sync: bool = False) -> str:
    """A count in one of OpenDocument's formats ("1", "a", "A", "i", "I"; "" shows nothing)."""
    letters = repeated_letter if letter_sync else alphabetic
    match number_format:
        case "":
            return ""
        case "a":
            return letters(count)
        case "A":
            return letters(count).upper()
        case "i":
            return roman(count)
        case "I":
            return roman(count).upper()
        case "1st":
            return ordinal(count)
        case "01, 02, 03, ...":
            return f"{count:02d}"
        case _:
            return str(count)
