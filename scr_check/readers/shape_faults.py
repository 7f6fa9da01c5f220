"""What is said about a part of a summary that has the wrong shape."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from scr_check.readers.shape import Choice, Names, Record, Records, Shape, Text, TextList

_TAKES = {
    Text: "text",
    Choice: "one word",
    TextList: "a list of texts",
    Names: "names, each with a list",
    Record: "fields of its own",
    Records: "a list of entries, each with fields of its own",
}
_WRITE_INSTEAD = {
    Text: "write it as text after the colon, or on the lines below after a |",
    Choice: "write one of the words after the colon",
    TextList: "start each text on a line of its own with a dash",
    Names: "write each name with a colon and, in square brackets, the report's names for it",
    Record: "write its fields below it, indented, each with a colon",
    Records: "start each entry on a line of its own with a dash, its fields indented below",
}


def wrong_type(name: str, found: str, wanted: Shape) -> tuple[str, str]:
    """Message and help for a value of another kind than `wanted`; `found` is "text", "a list" or "fields"."""
    return f"`{name}` holds {found} where {_TAKES[type(wanted)]} should stand", _WRITE_INSTEAD[type(wanted)]


def unknown_value(name: str, value: str, words: tuple[str, ...]) -> tuple[str, str]:
    """Message and help for a word that is none of `words`."""
    message = f"`{name}` must be {_or(words)}, not `{_shortened(value)}`"
    near = nearest(value, words)
    return message, f"did you mean `{near}`?" if near else f"write {_or(words)}"


def unknown_field(name: str, record: Record, homes: Iterable[str]) -> tuple[str, str]:
    """Message and help for a field that `record` does not have; `homes` are the records that have it."""
    message = f"`{_shortened(name)}` is not a field of {record.title}"
    if near := nearest(name, record.fields):
        return f"{message}; did you mean `{near}`?", f"write `{near}:`"
    if home := next(iter(homes), None):
        return f"{message}, but of {home}", f"move it into {home}, or check the indentation"
    closest = nearest(name, record.fields, at_least=0.0)
    return f"{message}; the nearest is `{closest}`", f"delete it, or use one of: {', '.join(record.fields)}"


def nearest(word: str, known: Iterable[str], at_least: float = 0.6) -> str | None:
    """The one of `known` that `word` is most likely a slip for, None when none is like it."""
    by_lower = {one.lower().replace("-", "_"): one for one in known}
    found = get_close_matches(word.lower().replace("-", "_").replace(" ", "_"), by_lower, 1, at_least)
    return by_lower[found[0]] if found else None


def homes_of(name: str, shape: Shape) -> Iterator[str]:
    """The titles of the records inside `shape` that have a field of this name."""
    if isinstance(shape, Records):
        yield from homes_of(name, shape.each)
    elif isinstance(shape, Record):
        if name in shape.fields:
            yield shape.title
        for inner in shape.fields.values():
            yield from homes_of(name, inner)


def _or(words: tuple[str, ...]) -> str:
    quoted = [f"`{word}`" for word in words]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"


def _shortened(text: str, most: int = 40) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 3] + "..."
