"""Small operations on the words of a report: clean prose, comparable words, initials."""

import re
from functools import lru_cache

_PLAIN = str.maketrans(
    {"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "\u00a0": " ", "\u202f": " ", "\u2011": "-"}
)
_UNSEEN = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_NOT_WORD = re.compile(r"[^\w&']+")
_NAME = 100  # characters
_WORD = re.compile(r"[^\W_][\w'&]*")


def clean(text: str) -> str:
    """Prose with straight quotation marks and single spaces, without soft hyphens.

    >>> clean("the  “Infirmary”\\u00a0ward")
    'the "Infirmary" ward'
    """
    return " ".join(_UNSEEN.sub("", text).translate(_PLAIN).split())


def bare(text: str) -> str:
    """The words of a text in lower case with single spaces, for comparing titles and names.

    >>> bare("Rec. no.: Lead / Agency"), bare("Children's Social Care (CSC)")
    ('rec no lead agency', "children's social care csc")
    """
    return _bare(text) if len(text) > _NAME else _bare_name(text)


def _bare(text: str) -> str:
    found = _NOT_WORD.sub(" ", clean(text).lower()).split()
    return " ".join([word.strip("'") for word in found]) if "'" in text or "’" in text else " ".join(found)


_bare_name = lru_cache(maxsize=4096)(_bare)  # titles and names come again and again


def words(text: str) -> list[str]:
    """The words of a text as they stand.

    >>> words("A&E, Harrowdale Hospitals NHS Trust")
    ['A&E', 'Harrowdale', 'Hospitals', 'NHS', 'Trust']
    """
    return _WORD.findall(text)


def initials(name: str, leaving_out: frozenset[str] = frozenset({"and", "of", "for", "the"})) -> str:
    """The first letters of a name's words in capitals.

    >>> initials("Harrowdale Hospitals NHS Trust"), initials("Saltmarsh Drug and Alcohol Service")
    ('HHNT', 'SDAS')
    """
    return "".join(word[0] for word in words(name) if word.lower() not in leaving_out).upper()


def is_sentence(text: str) -> bool:
    """Whether a text ends as sentences, list items and lead-ins do, and titles do not."""
    return text.rstrip("\"')] ").endswith((".", ";", ":", "?", "!", ",", "; and", "; or"))


def opens_with_capital(text: str) -> bool:
    """Whether the first letter of a text, past brackets and quotation marks, is a capital or a figure."""
    first = text.lstrip("\"'([*_ ")[:1]
    return first.isupper() or first.isdigit()


def without_article(name: str) -> str:
    """A name without its leading article.

    >>> without_article("the PCT"), without_article("Theatre Trust")
    ('PCT', 'Theatre Trust')
    """
    first, _, rest = name.strip().partition(" ")
    return rest.strip() if rest and first.lower() in ("the", "a", "an") else name.strip()
