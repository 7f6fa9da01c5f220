"""Instead: one of two things, or one post, asked for in the other's place."""

import re
from collections.abc import Iterator

from scr_check.comparison.change import Change, instead_of
from scr_check.comparison.wording import Alignment, Unit, Wording
from scr_check.language.asking import groups_of_posts
from scr_check.language.words import stem

_CONTRAST = re.compile(
    r"\b(?P<one>[\w-]+),? (?:and not|but not|not|rather than|instead of)(?: (?:by|to|for|from|with|on|in))?"
    r"(?: (?:the|an?|its|their))? (?P<other>[\w-]+)\b",
    re.IGNORECASE,
)


def instead_changes(alignment: Alignment) -> Iterator[Change]:
    """Things or posts put in one another's place."""
    yield from _turned_about(alignment)
    yield from _other_post(alignment)


def _turned_about(alignment: Alignment) -> Iterator[Change]:
    """ "The supervisor and not the practitioner" made "the practitioner and not the supervisor"."""
    asked = {(stem(m["one"]), stem(m["other"])): m for m in _CONTRAST.finditer(alignment.report.text)}
    for said in _CONTRAST.finditer(alignment.summary.text):
        one, other = stem(said["one"]), stem(said["other"])
        true = asked.get((other, one))
        if true and one != other and (one, other) not in asked:
            yield instead_of(true[0], true.span(), said[0])


def _other_post(alignment: Alignment) -> Iterator[Change]:
    """ "A senior doctor" made "a specialist nurse": the only post that is lost and the only one that is put in."""
    lost = _posts(alignment.report, alignment.missing)
    come = _posts(alignment.summary, alignment.added)
    if len(lost) == len(come) == 1:
        (true, group), (said, other) = lost[0], come[0]
        if not group & other:
            meant = alignment.report.text[true.start : true.end]
            yield instead_of(meant, (true.start, true.end), alignment.summary.text[said.start : said.end])


def _posts(wording: Wording, places: tuple[int, ...]) -> list[tuple[Unit, frozenset[int]]]:
    """The units at some places that name a post, each with the groups of posts it belongs to."""
    groups = groups_of_posts()
    units = (wording.units[i] for i in places)
    return [(unit, groups[unit.stem]) for unit in units if not unit.party and unit.stem in groups]
