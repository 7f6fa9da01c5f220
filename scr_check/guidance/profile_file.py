"""The shape of a guidance profile's data file, and what is wrong with one."""

import difflib
from collections.abc import Collection, Iterator
from typing import Any

from scr_check.documents.value import Value, value

_ANY = "*"  # a name of the author's own: a source, something expected
LIMITS = (
    "recommendations_in_one_set",
    "months_to_complete",
    "sentence_words",
    "narrative_words",
    "long_report_words",
)
WORDS = ("document", "board", "subject", "people")  # what is held against it, whose, about whom, for whom
PARTS = (
    "review_process",
    "summary_of_events",
    "key_issues",
    "lessons",
    "conclusion",
    "recommendations",
    "action_plan",
)
PROCESS = (
    "circumstances",
    "decided_on",
    "completed_on",
    "delay_reason",
    "period_reviewed",
    "board_chair",
    "panel_chair",
    "overview_author",
    "panel_members",
    "contributors",
    "terms_of_reference",
    "parallel_processes",
    "family_involvement",
    "diversity",
)
COLUMNS = ("action", "lead", "organisation", "due", "outcome", "monitoring", "scope", "milestones")
WANTED = ("panel_members[].name", "actions[].scope", "actions[].milestones")
_FIELDS = (*PARTS, *(f"review_process.{name}" for name in PROCESS), *(f"actions.{name}" for name in COLUMNS))
_EXPLAINED = (
    *_FIELDS,
    "board",
    "subject",
    "overview_report",
    "recommendations.set",
    "action_plan.actions",
    "action_plan.as_at",
    "actions.recommendation",
    "actions.status",
)


@value
class _Some(Value):
    """A table in which some of these names may stand, each with a value of this shape."""

    names: tuple[str, ...]
    shape: Any


_SOURCE = {"name": "text", "standing": "text", "verified": "yes-no", "note": "text"}
_RULE = {"severity": ("error", "warning", "info", "off"), "source": "text", "verified": "yes-no"}
_EXPECTED = {"part": PARTS, "what": "text", "words": ["text"], "heading": "text"}
_SHAPE: dict[str, Any] = {
    "name": "text",
    "title": "text",
    "extends": "text",
    "wanted": [WANTED],
    "not_asked": [_FIELDS],
    "columns": [COLUMNS],
    "words": _Some(WORDS, "text"),
    "sections": _Some(_FIELDS, "text"),
    "fields": _Some(_EXPLAINED, _Some(("explain", "prompt"), "text")),
    "expected": {_ANY: _EXPECTED},
    "limits": dict.fromkeys(LIMITS, "count"),
    "sources": {_ANY: _SOURCE},
    "rules": {_ANY: _RULE},
}
_MAY_BE_MISSING = {
    *("extends", "wanted", "not_asked", "columns", "words", "fields", "expected", "note", _ANY),
    *("rules.verified", "expected.what", "expected.words", "expected.heading"),
}
_MEANT = {
    "text": (str, "text in quotation marks"),
    "yes-no": (bool, "true or false"),
    "count": (int, "a whole number above 0"),
}


def faults_in(content: dict[str, Any], codes: Collection[str], *, whole: bool) -> Iterator[str]:
    """What is wrong with a profile's content, a phrase each; `codes` are those of the rules there are.

    Of a profile that extends another nothing need be there (`whole` is false).
    """
    yield from _faults(content, _SHAPE, (), whole)
    rules = content.get("rules")
    for code in rules if isinstance(rules, dict) else ():
        if codes and code not in codes:
            yield f"there is no rule {code}{near_to(code, codes) or '; `scr-check rules` lists them'}"
    expected = content.get("expected")
    for name, entry in expected.items() if isinstance(expected, dict) else ():
        if whole and not ("heading" in entry) ^ ("what" in entry and "words" in entry):
            yield f"`expected.{name}` needs either `heading`, or `what` and `words`"


def near_to(name: str, known: Collection[str]) -> str:
    """The nearest of the known names as a question, or nothing."""
    found = difflib.get_close_matches(name, known, n=1)
    return f"; did you mean `{found[0]}`?" if found else ""


def _faults(value: Any, shape: Any, where: tuple[str, ...], whole: bool) -> Iterator[str]:
    at = f"`{'.'.join(where)}`"
    if isinstance(shape, dict | _Some):
        if not isinstance(value, dict):
            yield f"{at} is not a table"
        else:
            yield from _faults_of_table(value, shape, where, whole)
    elif isinstance(shape, list):
        yield from _faults_of_list(value, shape[0], at)
    elif isinstance(shape, tuple):
        if value not in shape:
            yield f"{at} is none of {', '.join(shape)}"
    elif not _is(value, shape):
        yield f"{at} is not {_MEANT[shape][1]}"


def _faults_of_list(value: Any, shape: Any, at: str) -> Iterator[str]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        yield f"{at} is not a list of texts"
    elif isinstance(shape, tuple):
        for one in value:
            if one not in shape:
                yield f"{at} holds `{one}`, which is not known{near_to(one, shape)}"


def _faults_of_table(
    value: dict[str, Any], shape: "dict[str, Any] | _Some", where: tuple[str, ...], whole: bool
) -> Iterator[str]:
    inside = dict.fromkeys(shape.names, shape.shape) if isinstance(shape, _Some) else shape
    for key, inner in value.items():
        if key in inside or _ANY in inside:
            yield from _faults(inner, inside.get(key, inside.get(_ANY)), (*where, key), whole)
        else:
            yield f"`{'.'.join((*where, key))}` is not known{near_to(key, inside)}"
    for key in inside if whole and isinstance(shape, dict) else ():
        if key not in value and not {key, ".".join((*where[:1], key))} & _MAY_BE_MISSING:
            yield f"`{'.'.join((*where, key))}` is missing"


def _is(value: Any, kind: str) -> bool:
    wanted = _MEANT[kind][0]
    if kind == "count":
        return isinstance(value, int) and not isinstance(value, bool) and value > 0
    return isinstance(value, wanted)
