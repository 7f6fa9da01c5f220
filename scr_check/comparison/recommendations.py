"""Recommendations: each of the report's held against the summary's: what, of whom, how firmly, by when."""

import re
from collections.abc import Iterator, Sequence

from scr_check.comparison.addressees import listed_changes, party_changes
from scr_check.comparison.bodies import same_body
from scr_check.comparison.change import Change
from scr_check.comparison.force import force_changes
from scr_check.comparison.index import ReportIndex
from scr_check.comparison.instead import instead_changes
from scr_check.comparison.measures import measure_changes
from scr_check.comparison.merging import Paired, sort_out
from scr_check.comparison.names import Names
from scr_check.comparison.pairing import Pairing, pair_items
from scr_check.comparison.result import Difference
from scr_check.comparison.scope import scope_changes
from scr_check.comparison.timing import timing_changes
from scr_check.comparison.titles import title
from scr_check.comparison.verbatim import verbatim_changes
from scr_check.comparison.wording import read_wording
from scr_check.documents.overview import OverviewRecommendation
from scr_check.documents.place import Pointer
from scr_check.documents.reference import reference_to
from scr_check.documents.summary import Recommendation, Summary
from scr_check.finding import Confidence, Evidence

_ROOT = Pointer("/recommendations")
_HELD = (
    0.8  # an added recommendation that a passage of the report holds to this share was made there after all
)
_CHECKS = (
    force_changes,
    measure_changes,
    timing_changes,
    party_changes,
    instead_changes,
    scope_changes,
    verbatim_changes,
)


def pair_recommendations(summary: Summary, index: ReportIndex, names: Names) -> Pairing:
    """Which recommendations of the report and the summary are the same, by number and wording."""
    ours, theirs = index.overview.recommendations, summary.recommendations
    kin = [[_same_set(true, said, names) for said in theirs] for true in ours]
    same = [
        [kin[i][j] and _number(true.id) == _number(said.id or "") for j, said in enumerate(theirs)]
        for i, true in enumerate(ours)
    ]
    return pair_items([r.text for r in ours], [r.text or "" for r in theirs], same, kin)


def _number(label: str) -> str:
    """A recommendation's number without what is written before it ("R1", "Recommendation 1.", "AT1/1")."""
    label = label.strip().rstrip(".)").casefold().replace(" ", "").rpartition("/")[2]
    return re.sub(r"^(?:recommendation|rec|r|no)\.?(?=\d)", "", label)


def _same_set(true: OverviewRecommendation, said: Recommendation, names: Names) -> bool:
    if true.set != said.set:
        return False
    if true.set == "imr" and true.organisation and said.organisation:
        return same_body(true.organisation, said.organisation, names)
    return True


def recommendation_differences(summary: Summary, index: ReportIndex, names: Names) -> Iterator[Difference]:
    """Every way in which the summary's recommendations depart from the report's; none when it has none."""
    ours = index.overview.recommendations
    if not ours:
        return
    found = sort_out(pair_recommendations(summary, index, names), ours, summary.recommendations, names)
    yield from (_omitted(true) for true in found.omitted)
    yield from _added(found.added, summary, index, names)
    for pair in found.pairs:
        yield from _changed(pair, names)


def _omitted(true: OverviewRecommendation) -> Difference:
    return Difference(
        "recommendation-omitted",
        _ROOT,
        f"the summary leaves out {title(reference_to(true))}: “{_short(true.text)}”",
        f"add {title(reference_to(true))} in the report's words",
        evidence=(_evidence(true),),
        confidence=Confidence.CERTAIN,
    )


def _added(
    indexes: Sequence[int], summary: Summary, index: ReportIndex, names: Names
) -> Iterator[Difference]:
    for j in indexes:
        said = summary.recommendations[j]
        if not said.text or _made_in_passing(said.text, index, names):
            continue
        closest = _same_set_of(said, index, names)
        yield Difference(
            "recommendation-added",
            _ROOT / j,
            f"the report makes no such recommendation: “{_short(said.text)}”",
            "take it out, or check its number and wording against the report",
            said.text,
            tuple(_evidence(true) for true in closest[-1:]),
            Confidence.LIKELY,
        )


def _made_in_passing(text: str, index: ReportIndex, names: Names) -> bool:
    """Whether a passage of the report says nearly all of it: a recommendation that was not read as one."""
    wording = read_wording(text, names)
    weights = {unit.stem: index.rarity(unit.stem) for unit in wording.units if not unit.party}
    shares = index.coverage(weights)
    asking = {"must", "should", "recommend", "recommends", "recommended", "recommendation"}
    return any(
        word.lower in asking
        for number, share in shares.items()
        if share >= _HELD
        for passage in index.around(number)
        for word in passage.sentence.words
    )


def _same_set_of(said: Recommendation, index: ReportIndex, names: Names) -> list[OverviewRecommendation]:
    kin = [true for true in index.overview.recommendations if _same_set(true, said, names)]
    return kin or index.overview.recommendations


def _changed(pair: Paired, names: Names) -> Iterator[Difference]:
    pointer = _ROOT / pair.index
    if not pair.summary.text:
        return
    listed = list(listed_changes(pair.report, pair.summary, names))
    for change in listed:
        yield _difference(change, pair.report, pointer / "addressed_to")
    said = list(listed)
    for check in _CHECKS if pair.alignment else ():
        for change in check(pair.alignment):  # type: ignore[arg-type]
            if not any(_repeats(change, other) for other in said):
                said.append(change)
                yield _difference(change, pair.report, pointer / "text")


def _repeats(change: Change, other: Change) -> bool:
    """Whether a change speaks of words of which another one spoke already."""
    if change.sort == other.sort in ("readdressed", "weakened"):
        return True
    return any(
        start < last and first < end for start, end in change.spans for first, last in other.spans
    ) or (bool(change.quote) and change.quote in other.quote)


def _difference(change: Change, true: OverviewRecommendation, pointer: Pointer) -> Difference:
    kind = "recommendation-detail-changed" if change.sort == "detail" else f"recommendation-{change.sort}"
    message = f"{title(reference_to(true))}: {change.message}"
    return Difference(
        kind, pointer, message, change.help, change.quote, (_evidence(true, change.spans),), change.confidence
    )


def _evidence(true: OverviewRecommendation, spans: tuple[tuple[int, int], ...] = ()) -> Evidence:
    return Evidence("overview", " ".join(true.text.split()), true.ref, true.page, tuple(sorted(set(spans))))


def _short(text: str, most: int = 110) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " ..."
