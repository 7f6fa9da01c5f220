"""What a person should check in a reading, in plain sentences, worst first."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from scr_check.documents.overview import (
    Overview,
    OverviewActionPlan,
    OverviewRecommendation,
    Paragraph,
    Section,
)
from scr_check.documents.reference import reference_to
from scr_check.documents.summary import RecommendationSet
from scr_check.readers.structure.labels import plain_id
from scr_check.readers.structure.outline import Placed
from scr_check.readers.structure.sets import sets_named
from scr_check.readers.structure.vocabulary import alternatives, vocabulary
from scr_check.readers.structure.wording import bare

_MOST_OF_A_KIND = 8  # sentences of one kind; the rest are counted
_SET_NAMES = {
    "overview": "the overview report",
    "board": "the Board",
    "imr": "the management reviews",
    "health-overview": "the health overview report",
    "national": "the national recommendations",
}


def doubts_of(overview: Overview, placed: Sequence[Placed], unread: Sequence[int | None]) -> Iterator[str]:
    """The doubts about one reading; `unread` are the pages of plan tables that were not understood."""
    recommendations, plan = overview.recommendations, overview.action_plan
    yield from _nothing_read(overview)
    for page in unread:
        where = f"on page {page}" if page else "in the action plan"
        yield f"an action plan table {where} was not understood"
    yield from _few(_unknown_references(recommendations, plan))
    yield from _counts(placed, recommendations)
    yield from _few(_left_out(recommendations))
    yield from _few(f"{_named(r)} has no addressee" for r in recommendations if not r.addressed_to)
    yield from _few(_without_action(recommendations, plan))
    yield from _few(_without_recommendation(plan))
    if any(place.section is Section.IDENTITIES for place in placed) and not overview.identities:
        yield "the key to identities was not understood: names in it cannot be looked for in a summary"
    yield from _few(_gaps(overview.paragraphs))


def _few(sentences: Iterator[str]) -> Iterator[str]:
    listed = list(sentences)
    yield from listed[:_MOST_OF_A_KIND]
    if len(listed) > _MOST_OF_A_KIND:
        yield f"... and {len(listed) - _MOST_OF_A_KIND} more of this kind"


def _nothing_read(overview: Overview) -> Iterator[str]:
    if not overview.paragraphs:
        yield "no text was found"
    elif not any(p.ref for p in overview.paragraphs):
        yield "no paragraph numbers were found: passages can be quoted, but not by number"
    if not overview.recommendations:
        yield "no recommendations were found"
    if overview.action_plan is None:
        yield "no action plan was found"


def _named(r: OverviewRecommendation) -> str:
    owner = r.organisation or ("" if r.set == "overview" else r.set)
    number = f"recommendation {r.id}" + (f" of {owner}" if owner else "")
    return f"{number} (at {r.ref})" if r.ref else number


def _without_recommendation(plan: OverviewActionPlan | None) -> Iterator[str]:
    for index, action in enumerate(plan.actions if plan else (), 1):
        if not action.recommendation:
            yield f"the action {action.id or f'in row {index} of the action plan'} names no recommendation"


def _unknown_references(
    recommendations: Sequence[OverviewRecommendation], plan: OverviewActionPlan | None
) -> Iterator[str]:
    known = {str(reference_to(r)) for r in recommendations}
    named = dict.fromkeys(name for action in (plan.actions if plan else ()) for name in action.recommendation)
    for name in named:
        if name not in known:
            short = name.removeprefix("overview/")
            yield f"the action plan names recommendation {short}, which was not found"


def _without_action(
    recommendations: Sequence[OverviewRecommendation], plan: OverviewActionPlan | None
) -> Iterator[str]:
    if plan is None:
        return
    named = {name for action in plan.actions for name in action.recommendation}
    for r in recommendations:
        if str(reference_to(r)) not in named:
            yield f"{_named(r)} has no action in the action plan"


def _left_out(recommendations: Sequence[OverviewRecommendation]) -> Iterator[str]:
    """Numbers missing inside a set that counts from 1."""
    groups: dict[tuple[str, str | None], list[str]] = {}
    for r in recommendations:
        groups.setdefault((r.set, r.organisation), []).append(plain_id(r.id))
    for (set_, organisation), ids in groups.items():
        numbers = [int(id_) for id_ in ids if id_.isdigit()]
        if len(numbers) == len(ids) and numbers:
            for missing in sorted(set(range(1, max(numbers) + 1)) - set(numbers)):
                yield f"recommendation {missing} of {organisation or _SET_NAMES[set_]} was not found"


_COUNTED = re.compile(
    rf"\b(?:{alternatives('counting')})\s+(?:a total of\s+)?(\d{{1,3}}|[a-z]+)\s+"
    r"(?:\w+\s+){0,2}?recommendations\b",
    re.IGNORECASE,
)
_SOME = re.compile(rf"\b(?:{alternatives('some')})\b")
_MAKERS = re.compile(rf"\b(?:{alternatives('makers')})\b|^$", re.IGNORECASE)


def _counts(placed: Sequence[Placed], recommendations: Sequence[OverviewRecommendation]) -> Iterator[str]:
    """Counts stated among the recommendations that disagree with what was read."""
    read = Counter(r.set for r in recommendations)
    for place in placed:
        if place.section is not Section.RECOMMENDATIONS or place.block.kind == "heading":
            continue
        for sentence in re.split(r"(?<=[.;])\s+", place.block.text):
            told = _stated_count(sentence)
            if told and read[told[0]] != told[1]:
                where = f" ({place.place})" if place.place else ""
                yield (
                    f"the report says that {_SET_NAMES[told[0]]} makes {told[1]} recommendations{where}, "
                    f"and {read[told[0]]} were read"
                )


def _stated_count(sentence: str) -> tuple[RecommendationSet, int] | None:
    """How many recommendations a sentence says there are, and in which set."""
    match = _COUNTED.search(sentence)
    stated = match and (match[1] if match[1].isdigit() else vocabulary().numbers.get(match[1].lower()))
    if not match or not stated or _SOME.search(sentence):
        return None
    set_ = _set_stated(sentence[: match.start()].strip())
    return (set_, int(stated)) if set_ else None


def _set_stated(subject: str) -> RecommendationSet | None:
    if named := sets_named(subject):
        return named[0]
    if "board" in bare(subject).split():
        return "board"
    return "overview" if _MAKERS.search(subject) else None


def _gaps(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """Jumps in the numbers of paragraphs; headings that take a number are no gap."""
    taken = {p.heading.split(" ", 1)[0] for p in paragraphs if p.heading and p.heading[:1].isdigit()}
    previous: list[int] | None = None
    last = ""
    for p in paragraphs:
        if not p.ref or p.form not in ("text", "row") or not re.fullmatch(r"\d+(?:\.\d+)+", p.ref):
            continue
        number = [int(part) for part in p.ref.split(".")]
        if previous and number[:-1] == previous[:-1] and number[-1] > previous[-1] + 1:
            between = {".".join(map(str, [*number[:-1], n])) for n in range(previous[-1] + 1, number[-1])}
            if not between <= taken:
                yield f"numbers jump from {last} to {p.ref}"
        if previous == number and p.form == "text":
            yield f"the number {p.ref} stands at two paragraphs"
        previous, last = number, p.ref
