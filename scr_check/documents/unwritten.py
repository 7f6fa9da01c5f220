"""A summary without its placeholders: what is still to be written says nothing that could be wrong."""

from typing import Any

from scr_check.documents.placeholder import is_placeholder
from scr_check.documents.summary import Summary
from scr_check.documents.texts import texts_of


def without_placeholders(summary: Summary) -> Summary:
    """The same summary, with nothing where only a placeholder stands; every entry keeps its place."""
    if not any(is_placeholder(text) for _, text in texts_of(summary)):
        return summary
    return Summary.model_validate(_emptied(summary.model_dump(by_alias=True)))


def _emptied(part: Any) -> Any:
    if isinstance(part, dict):
        return {name: None if _unwritten(value) else _emptied(value) for name, value in part.items()}
    if isinstance(part, list):
        return (
            [] if all(map(_unwritten, part)) else ["" if _unwritten(one) else _emptied(one) for one in part]
        )
    return part


def _unwritten(value: Any) -> bool:
    return isinstance(value, str) and is_placeholder(value)
