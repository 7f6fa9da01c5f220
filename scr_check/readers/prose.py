"""Text of word processors as it reads on the page: their symbols and special characters made plain."""

import re
import unicodedata

from scr_check.readers.plain import clean

_SYMBOLS = str.maketrans(
    {
        "\u001e": "-",  # a non-breaking hyphen in text pasted from old Word files
        "\u001f": None,  # a soft hyphen there
        "\uf0b7": "\u2022",  # the Symbol and Wingdings fonts' bullets
        "\uf0a7": "\u2022",
        "\uf0fc": "\u2713",  # Wingdings' ticks, as status columns use them
        "\uf0fe": "\u2713",
        "\uf050": "\u2713",  # Wingdings 2's
        "\uf052": "\u2713",
    }
)

# Whatever is not printed as it is; to look for it first is much faster than to replace it in every text.
_ODD = re.compile("[\u001e\u001f\u00ad\u0300-\u036f\u200b-\u2011\u2060\uf000-\uf0ff\ufb00-\ufb06\ufeff]")

_LONGEST_HEADING = 30  # words
_SENTENCE = re.compile(r"[.;:]['\"\u2019\u201d)]?$")


def as_printed(text: str) -> str:
    """The text with single spaces, plain hyphens, no invisible characters, and letters with their accents.

    >>> as_printed(" the\\u00a0 child\\u00adren\\t were\\u2011known ")
    'the children were-known'
    """
    if _ODD.search(text) is None:
        return " ".join(text.split())
    return clean(unicodedata.normalize("NFC", text.translate(_SYMBOLS)))


def is_prose(text: str) -> bool:
    """Whether a text set in a heading style is no heading but a paragraph: a sentence, or too long for one.

    Many reports number their paragraphs by giving them the style "Heading 2".

    >>> is_prose("Recommendations of the overview report"), is_prose("The panel met on nine days in all.")
    (False, False)
    >>> is_prose("The panel met on nine days between May and July 2010.")
    True
    """
    words = text.count(" ") + 1
    return words > _LONGEST_HEADING or (words > 8 and _SENTENCE.search(text) is not None)
