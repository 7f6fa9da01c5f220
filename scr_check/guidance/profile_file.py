"""The shape of a guidance profile's data file, and what is wrong with one."""

import difflib
from collections.abc import Iterator
from typing import Any

_ANY = "*"  # a name of the author's own: a rule's code, a source, a field of the summary
_SOURCE = {"name": "text", "standing": "text", "verified": "yes-no", "note": "text"}
_RULE = {"severity": ("error", "warning", "info", "off"), "source": "text", "verified": "yes-no"}
LIMITS = (
    "recommendations_in_one_set",
    "months_to_complete",
    "sentence_words",
    "narrative_words",
    "long_report_words",
)
_SHAPE: dict[str, Any] = {
    "name": "text",
    "title": "text",
    "extends": "text",
    "wanted": ["text"],
    "sections": {_ANY: "text"},
    "limits": dict.fromkeys(LIMITS, "count"),
    "sources": {_ANY: _SOURCE},
    "rules": {_ANY: _RULE},
}
_MAY_BE_MISSING = {"extends", "wanted", "note", _ANY, "rules.verified"}
_MEANT = {
    "text": (str, "text in quotation marks"),
    "yes-no": (bool, "true or false"),
    "count": (int, "a whole number above 0"),
}


def faults_in(content: dict[str, Any], *, whole: bool) -> Iterator[str]:
    """What is wrong with a profile's content, a phrase each; of one that extends another nothing need be there."""
    yield from _faults(content, _SHAPE, (), whole)


def _faults(value: Any, shape: Any, where: tuple[str, ...], whole: bool) -> Iterator[str]:
    at = f"`{'.'.join(where)}`"
    if isinstance(shape, dict):
        if not isinstance(value, dict):
            yield f"{at} is not a table"
        else:
            yield from _faults_of_table(value, shape, where, whole)
    elif isinstance(shape, list):
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            yield f"{at} is not a list of texts"
    elif isinstance(shape, tuple):
        if value not in shape:
            yield f"{at} is none of {', '.join(shape)}"
    elif not _is(value, shape):
        yield f"{at} is not {_MEANT[shape][1]}"


def _faults_of_table(
    value: dict[str, Any], shape: dict[str, Any], where: tuple[str, ...], whole: bool
) -> Iterator[str]:
    for key, inner in value.items():
        if key in shape or _ANY in shape:
            yield from _faults(inner, shape.get(key, shape.get(_ANY)), (*where, key), whole)
        else:
            near = difflib.get_close_matches(key, shape, n=1)
            hint = f"; did you mean `{near[0]}`?" if near else ""
            yield f"`{'.'.join((*where, key))}` is not known{hint}"
    for key in shape if whole else ():
        if key not in value and not {key, ".".join((*where[:1], key))} & _MAY_BE_MISSING:
            yield f"`{'.'.join((*where, key))}` is missing"


def _is(value: Any, kind: str) -> bool:
    wanted = _MEANT[kind][0]
    if kind == "count":
        return isinstance(value, int) and not isinstance(value, bool) and value > 0
    return isinstance(value, wanted)
