"""Timing: a thing that is to be done before another, and which of the two a summary puts first."""

import re
from collections.abc import Iterator

from scr_check.comparison.change import Change, instead_of
from scr_check.comparison.wording import Alignment, Wording

_BEFORE = re.compile(r"\b(?:before|prior to|ahead of|in advance of)\b", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:after|once|when|following|as soon as|by the time)\b", re.IGNORECASE)
_STILL_BEFORE = re.compile(
    r"\b(?:before|prior|ahead|advance|until|unless|first|beforehand|without|already"
    r"|only (?:after|once|when|if))\b",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(
    r"\b(?:no|not|never|nobody|none)\b(?P<held>[^.;]*?)\b(?:until|unless|without (?:first|prior|previously|having))\b",
    re.IGNORECASE,
)
_REACH = 3  # units after "before" that say what it comes before


def timing_changes(alignment: Alignment) -> Iterator[Change]:
    """ "Before" the report's event turned into "after" or "when"; at most one change."""
    report, summary = alignment.report, alignment.summary
    if _STILL_BEFORE.search(summary.text) or _AFTER.search(report.text):
        return
    yield from _forestalled(alignment)
    for before in _BEFORE.finditer(report.text):
        ours = {alignment.pairs[i] for i in _next_units(report, before.end()) if i in alignment.pairs}
        for after in _AFTER.finditer(summary.text):
            if ours & set(_next_units(summary, after.end())):
                meant, said = _phrase(report, before.start()), _phrase(summary, after.start())
                yield instead_of(meant, before.span(), said)
                return


def _forestalled(alignment: Alignment) -> Iterator[Change]:
    """A thing not to be done "until" or "without first" another, which the summary has done after it."""
    report, summary = alignment.report, alignment.summary
    for match in _NOT_BEFORE.finditer(report.text):
        held = {
            alignment.pairs[i]
            for i, unit in enumerate(report.units)
            if match.start("held") <= unit.start < match.end("held")
            and not unit.party
            and i in alignment.pairs
        }
        for after in re.finditer(r"\b(?:after|once)\b", summary.text, re.IGNORECASE):
            verb = [j for j in _next_units(summary, after.end()) if not summary.units[j].party][:1]
            if held.intersection(verb):
                meant, said = _phrase(report, match.end("held")), _phrase(summary, after.start())
                yield instead_of(meant, (match.end("held"), match.end()), said)
                return


def _next_units(wording: Wording, place: int) -> list[int]:
    """The indexes of the next few units of the same sentence."""
    found = [i for i, unit in enumerate(wording.units) if unit.start >= place]
    return [i for i in found[:_REACH] if wording.units[i].sentence == wording.units[found[0]].sentence]


def _phrase(wording: Wording, start: int) -> str:
    return " ".join(re.split(r"[,;.]", wording.text[start:])[0].split()[:6])
