"""Which column of an action plan holds what, whatever its title."""

import re
from collections.abc import Mapping, Sequence

from scr_check.readers.structure.vocabulary import alternatives, vocabulary
from scr_check.readers.structure.wording import bare

_DUTIES = ("lead", "organisation", "due", "outcome", "monitoring", "status", "progress", "completed_on")
_PLAN_ONLY = ("outcome", "monitoring", "status", "progress", "recommendation")  # columns that only a plan has
_FEWEST_DUTIES = 2  # columns that say who, by when, to what end or how far
_MOST = 0.7  # of a column's cells
_WHEN = re.compile(
    rf"(?:by |before |end (?:of )?|from |with )*(?:the )?(?:within|immediate|ongoing|forthwith|Q[1-4]\b"
    rf"|(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{alternatives('months')})\b"
    rf"|\d{{1,2}}[./-]\d{{1,2}}[./-]\d\d|\d{{4}}-\d\d|\d+ (?:weeks|months)\b)",
    re.IGNORECASE,
)


def field_of(title: str) -> str | None:
    """The field of an action that a column title names.

    >>> field_of("Rec. no."), field_of("By when?"), field_of("RAG and position"), field_of("What was missed")
    ('recommendation', 'due', 'status', None)
    >>> field_of("From recommendation"), field_of("Intended outcome"), field_of("Who leads")
    ('recommendation', 'outcome', 'lead')
    >>> field_of("Result for children"), field_of("How it will be checked")
    ('outcome', 'monitoring')
    """
    known = vocabulary().columns
    key = bare(re.sub(r"\([^)]*\)", " ", title))
    if key in known:
        return known[key]
    for part in re.split(r"\s*(?:/|\band\b|&|,|\bor\b)\s*", key):
        if part in known and " " not in key.removeprefix(part).replace(" and ", " ").strip():
            return known[part]
    longest = max(
        (phrase for phrase in known if " " in phrase and f" {phrase} " in f" {key} "), key=len, default=None
    )
    if longest:
        return known[longest]
    told = next((field for field, pattern in _ASKING.items() if pattern.search(key)), None)
    if told:
        return told
    words = key.split(" ")
    telling = next((word for word in (words[-1], words[0]) if word in _TELLING), None)
    return known[telling] if telling else None


_ASKING = {  # column titles that ask a question, or say whom it is for
    "monitoring": re.compile(
        r"^how\b.*\b(?:know|known|check|checked|monitor|monitored|measured|tested|shown|see|seen)\b"
    ),
    "outcome": re.compile(
        r"\b(?:for|to) (?:the )?(?:child|children|young people|young person|families|family|babies|baby)\b"
        r"|^what\b.*\b(?:change|better|different|difference|improve|gain|achieve|notice)\b"
    ),
}
_TELLING = frozenset(
    {
        "timescale",
        "timescales",
        "deadline",
        "outcome",
        "outcomes",
        "monitoring",
        "status",
        "rag",
        "progress",
        "recommendation",
        "agency",
        "organisation",
        "lead",
        "leads",
        "responsible",
    }
)


def columns_of(titles: Sequence[str], rows: Sequence[Sequence[str]] = ()) -> dict[str, int]:
    """The column index of each field named by the titles; of two columns for one field the first.

    Where no title says by when, it is the column of `rows` whose cells do: "By", "Not later than".
    """
    found: dict[str, int] = {}
    for index, title in enumerate(titles):
        field = field_of(title)
        if field and field not in found:
            found[field] = index
        elif field == "recommendation" and "number" not in found:
            found["number"] = found["recommendation"]  # "Rec no." beside "Recommendation"
            found["recommendation"] = index
    if "action" in found and "due" not in found:
        others = [index for index in range(len(titles)) if index not in found.values()]
        told = next((index for index in others if _tell_when([row[index] for row in rows])), None)
        return found if told is None else {**found, "due": told}
    return found


def _tell_when(cells: Sequence[str]) -> bool:
    """Whether most of a column's cells say by when something is to be done."""
    written = [cell for cell in cells if cell]
    return bool(written) and sum(map(bool, map(_WHEN.match, written))) >= _MOST * len(written)


def is_plan(columns: Mapping[str, int], in_plan_section: bool = False) -> bool:
    """Whether columns are those of an action plan: what is to be done, and who, by when or to what end."""
    duties = sum(field in columns for field in _DUTIES)
    if "action" in columns:
        telling = any(
            field in columns for field in _PLAN_ONLY
        )  # else it may be a table of what happened: what, who, when
        return duties >= (1 if in_plan_section else _FEWEST_DUTIES + (not telling))
    return "recommendation" in columns and (
        duties >= _FEWEST_DUTIES + 1 or (in_plan_section and duties >= _FEWEST_DUTIES)
    )
