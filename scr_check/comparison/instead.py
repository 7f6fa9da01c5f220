"""Instead: one of two things asked for in the other's place, and what holds both within and beyond made to hold within."""

import re
from collections.abc import Iterator

from scr_check.comparison.change import Change
from scr_check.comparison.wording import Alignment, Unit, Wording
from scr_check.language.asking import groups_of_posts
from scr_check.language.words import stem

_CONTRAST = re.compile(
    r"\b(?P<one>[\w-]+),? (?:and not|but not|not|rather than|instead of)(?: (?:by|to|for|from|with|on|in))?"
    r"(?: (?:the|an?|its|their))? (?P<other>[\w-]+)\b",
    re.IGNORECASE,
)
_BOTH_SIDES = re.compile(
    r"\b(?:in|inside|within)(?: \w+)? (?:and|or|as well as) (?:out|outside|beyond)\b", re.IGNORECASE
)
_BEYOND = re.compile(
    r"\b(?:out|outside|beyond|outer|other|elsewhere|everywhere|wherever|anywhere|any|every)\b", re.IGNORECASE
)


def instead_changes(alignment: Alignment) -> Iterator[Change]:
    """Things or posts put in one another's place, and an "outside" left out beside its "inside"."""
    yield from _turned_about(alignment)
    yield from _other_post(alignment)
    yield from _only_within(alignment)


def _turned_about(alignment: Alignment) -> Iterator[Change]:
    """ "The supervisor and not the practitioner" made "the practitioner and not the supervisor"."""
    asked = {(stem(m["one"]), stem(m["other"])): m for m in _CONTRAST.finditer(alignment.report.text)}
    for said in _CONTRAST.finditer(alignment.summary.text):
        one, other = stem(said["one"]), stem(said["other"])
        true = asked.get((other, one))
        if true and one != other and (one, other) not in asked:
            yield _detail(said[0], true[0], true.span())


def _other_post(alignment: Alignment) -> Iterator[Change]:
    """ "A senior doctor" made "a specialist nurse": the only post that is lost and the only one that is put in."""
    lost = _posts(alignment.report, alignment.missing)
    come = _posts(alignment.summary, alignment.added)
    if len(lost) == len(come) == 1:
        (true, group), (said, other) = lost[0], come[0]
        if not group & other:
            yield _detail(
                alignment.summary.text[said.start : said.end],
                alignment.report.text[true.start : true.end],
                (true.start, true.end),
            )


def _posts(wording: Wording, places: tuple[int, ...]) -> list[tuple[Unit, frozenset[int]]]:
    """The units at some places that name a post, each with the groups of posts it belongs to."""
    groups = groups_of_posts()
    units = (wording.units[i] for i in places)
    return [(unit, groups[unit.stem]) for unit in units if not unit.party and unit.stem in groups]


def _only_within(alignment: Alignment) -> Iterator[Change]:
    """ "In and out of the area" made "in the area"."""
    both = _BOTH_SIDES.search(alignment.report.text)
    if both and not _BEYOND.search(alignment.summary.text):
        yield Change(
            "narrowed",
            f"the report says “{both[0]}”; the summary does not",
            f"write the report's “{both[0]}”",
            "",
            (both.span(),),
        )


def _detail(said: str, true: str, span: tuple[int, int]) -> Change:
    return Change(
        "detail",
        f"the summary says “{said}” where the report says “{true}”",
        f"write the report's “{true}”",
        said,
        (span,),
    )
