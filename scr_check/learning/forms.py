"""What was learned, as text, JSON and one HTML page; every group lists its members with their references."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from scr_check.learning.lessons import Learning, Recurring
from scr_check.learning.record import Mention, Record
from scr_check.learning.repeated import RepeatGroup
from scr_check.reporters.paint import folded
from scr_check.reporters.words import plural
from scr_check.templating import filled

FORMAT = "scr-learning/1"
_MOST_REFS = 8  # references of one review that the text shows


def as_text(learning: Learning, width: int | None = None) -> str:
    """What was asked before first, then bodies and themes; in lines of at most `width` columns (None: as they are)."""
    lines = (part for line in _lines(learning) for part in _folded(line, width))
    return "\n".join(lines) + "\n"


def _folded(line: str, width: int | None) -> list[str]:
    """A line with what does not fit set in below it, further in than the line itself."""
    indent = " " * (len(line) - len(line.lstrip()))
    return folded(line, width, indent, indent + "  ") if line else [""]


def as_json(learning: Learning) -> str:
    """What was learned, as `scr-learning/1`."""
    content = {
        "format": FORMAT,
        "reviews": learning.reviews,
        "recommendations": learning.recommendations,
        "repeated": [_repeat(group) for group in learning.repeats],
        "agencies": [_recurring(one) for one in learning.agencies],
        "themes": [_recurring(one) for one in learning.themes],
        "unread": list(learning.unread),
    }
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


def as_page(learning: Learning) -> str:
    """What was learned, as one HTML page without script."""
    return filled(
        "learning/learning.html.jinja",
        learning=learning,
        history=history,
        plural=plural,
        spoken=_spoken,
        most_by_year=_most_by_year(learning),
    )


def history(group: RepeatGroup) -> str:
    """When a thing was asked, and what became of it: "asked in 2007, 2008 and again in 2010, action completed"."""
    years = [str(year) for year in group.years]
    when = f"asked in {', '.join(years[:-1])} and again in {years[-1]}" if len(years) > 1 else ""
    if not when:
        when = f"asked by {plural(group.reviews, 'review')}" + (f" in {years[0]}" if years else "")
    statuses = dict.fromkeys(status for one in group.members for status in one.asked.statuses)
    if group.again_after_completion:
        return f"{when}, although the action was marked completed before"
    return f"{when}, action {', '.join(statuses)}" if statuses else when


def _repeat(group: RepeatGroup) -> dict[str, Any]:
    return {
        "history": history(group),
        "reviews": group.reviews,
        "years": list(group.years),
        "again_after_completion": group.again_after_completion,
        "members": [
            {
                **_review(one.record),
                "ref": one.asked.ref,
                "text": one.asked.text,
                "addressed_to": list(one.asked.addressed_to),
                "statuses": list(one.asked.statuses),
                "likeness": round(one.likeness, 2),
            }
            for one in group.members
        ],
    }


def _recurring(one: Recurring) -> dict[str, Any]:
    return {
        "name": one.name,
        "reviews": one.reviews,
        "years": list(one.years),
        "members": [
            {
                **_review(member.record),
                "refs": list(member.mention.refs),
                "report_paragraphs": member.mention.paragraphs,
            }
            for member in one.members
        ],
    }


def _review(record: Record) -> dict[str, Any]:
    return {"path": record.path, "subject": record.subject, "board": record.board, "year": record.year}


def _lines(learning: Learning) -> Iterator[str]:
    counts = plural(learning.recommendations, "recommendation")
    yield f"{plural(learning.reviews, 'review')}, {counts}"
    yield from (
        "",
        f"Asked before: {plural(len(learning.repeats), 'group')} of nearly the same recommendations",
    )
    for group in learning.repeats:
        yield from ("", f"  {history(group)}")
        for one in group.members:
            told = f" [{', '.join(one.asked.statuses)}]" if one.asked.statuses else ""
            yield f"    {_dated(one.record)}, {one.asked.ref} ({one.likeness:.0%}){told}: {one.asked.text}"
    for title, groups in (("Bodies", learning.agencies), ("Themes", learning.themes)):
        yield from ("", f"{title} that recur")
        for recurring in groups:
            yield from ("", f"  {recurring.name}: {plural(recurring.reviews, 'review')}")
            yield from (f"    {_dated(one.record)}: {_spoken(one.mention)}" for one in recurring.members)
    if learning.unread:
        yield from ("", "Not read, or not in full:", *(f"  {sentence}" for sentence in learning.unread))


def _dated(record: Record) -> str:
    return f"{record.year or 'undated'} {record.name} ({record.path})"


def _spoken(mention: Mention) -> str:
    """The references of a mention, shortened, and how many paragraphs of the report speak of it."""
    refs = [*mention.refs[:_MOST_REFS], *(["..."] if len(mention.refs) > _MOST_REFS else [])]
    told = ", ".join(refs)
    return f"{told} ({plural(mention.paragraphs, 'paragraph')} of the report)" if mention.paragraphs else told


def _most_by_year(learning: Learning) -> int:
    """The most reviews of one year that any theme has, for the scale of the charts."""
    return max((count for one in learning.themes for _, count in by_year(one.members)), default=1)


def by_year(members: Sequence[Any]) -> list[tuple[int, int]]:
    """How many members each year has."""
    years = [one.record.year for one in members if one.record.year]
    return [(year, years.count(year)) for year in sorted(set(years))]
