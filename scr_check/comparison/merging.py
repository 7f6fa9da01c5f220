"""Merging: recommendations that a summary has run together, or taken apart."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from scr_check.comparison.names import Names
from scr_check.comparison.pairing import Pairing
from scr_check.comparison.wording import Alignment, Wording, align, read_wording
from scr_check.documents.overview import OverviewRecommendation
from scr_check.documents.summary import Recommendation

_STRAY = (
    0.2  # the share of a text that its partner must leave unanswered for another's part to be sought in it
)
_MOST = 0.75  # the share of the other's words that must be in the text ...
_THERE = 0.4  # ... and among what its partner leaves unanswered
_AT_ONCE = re.compile(
    r"\b(?:immediate(?:ly)?|at once|forthwith|straight ?away|without delay)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Paired:
    """A recommendation of the report and the summary's version of it, with its index there.

    `alignment` is None where both are the same word for word.
    """

    report: OverviewRecommendation
    summary: Recommendation
    index: int
    alignment: Alignment | None = None


@dataclass(frozen=True, slots=True)
class Sorted:
    """Pairs, merged parts having been joined, and the recommendations that stay without a partner."""

    pairs: tuple[Paired, ...]
    omitted: tuple[OverviewRecommendation, ...]
    added: tuple[int, ...]


def sort_out(
    pairing: Pairing,
    ours: Sequence[OverviewRecommendation],
    theirs: Sequence[Recommendation],
    names: Names,
) -> Sorted:
    """Align every pair, and give what has no partner to the pair that holds it or of which it is a part."""
    pairs = [_aligned(Paired(ours[i], theirs[j], j), names) for i, j in pairing.pairs]
    omitted = [ours[i] for i in pairing.only_report]
    added = list(pairing.only_summary)
    for true in list(omitted):
        part = read_wording(true.text, names)
        k = next((k for k, pair in enumerate(pairs) if _holds_more(pair, part)), None)
        if k is not None:
            pairs[k] = _aligned(replace(pairs[k], report=_joined(pairs[k].report, true)), names)
            omitted.remove(true)
    for j in list(added):
        part = read_wording(theirs[j].text or "", names)
        k = next((k for k, pair in enumerate(pairs) if _lacks(pair, part)), None)
        if k is not None:
            both = f"{pairs[k].summary.text} {theirs[j].text}"
            pairs[k] = _aligned(
                replace(pairs[k], summary=pairs[k].summary.model_copy(update={"text": both})), names
            )
            added.remove(j)
    return Sorted(tuple(pairs), tuple(omitted), tuple(added))


def _aligned(pair: Paired, names: Names) -> Paired:
    text = pair.summary.text or ""
    if pair.report.text.split() == text.split():
        return replace(pair, alignment=None)
    report, summary = read_wording(pair.report.text, names), read_wording(text, names)
    if pair.report.timescale and _times(summary) > _times(report):
        text = f"{pair.report.text} ({pair.report.timescale})"
        report = read_wording(text, names)
        pair = replace(pair, report=pair.report.model_copy(update={"text": text}))
    return replace(pair, alignment=align(report, summary))


def _times(wording: Wording) -> int:
    """How many dates and lengths of time a text gives, "at once" being one."""
    lengths = sum(number.days is not None and not number.age for number in wording.numbers)
    return len(wording.dates) + lengths + len(_AT_ONCE.findall(wording.text))


def _joined(one: OverviewRecommendation, other: OverviewRecommendation) -> OverviewRecommendation:
    bodies = list(dict.fromkeys([*one.addressed_to, *other.addressed_to]))
    return one.model_copy(update={"text": f"{one.text} {other.text}", "addressed_to": bodies})


def _holds_more(pair: Paired, part: Wording) -> bool:
    """Whether the summary's text says, beyond its own recommendation, what this part says."""
    alignment = pair.alignment
    if alignment is None or alignment.own < _STRAY:
        return False
    return _covered(align(part, alignment.summary), set(alignment.added))


def _lacks(pair: Paired, part: Wording) -> bool:
    """Whether the report's recommendation says what this part says, and its partner does not."""
    alignment = pair.alignment
    if alignment is None or 1 - alignment.kept < _STRAY:
        return False
    return _covered(align(part, alignment.report), set(alignment.missing))


def _covered(alignment: Alignment, stray: set[int]) -> bool:
    """Whether a part is in a text, and enough of it among its stray units (indexes)."""
    own = [i for i, unit in enumerate(alignment.report.units) if unit.weight == 1.0]
    there = sum(alignment.pairs.get(i) in stray for i in own)
    return bool(own) and alignment.kept >= _MOST and there >= _THERE * len(own)
