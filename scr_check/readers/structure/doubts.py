"""What a person should check in a reading, in plain sentences, worst first."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from scr_check.documents.overview import (
    Identity,
    OverviewActionPlan,
    OverviewRecommendation,
    Paragraph,
    Section,
)
from scr_check.documents.summary import RecommendationSet
from scr_check.readers.structure.labels import plain_id
from scr_check.readers.structure.outline import Placed
from scr_check.readers.structure.plan_rows import PlanRows
from scr_check.readers.structure.recommendations import reference
from scr_check.readers.structure.sets import sets_named
from scr_check.readers.structure.vocabulary import vocabulary

_MOST_OF_A_KIND = 8  # sentences of one kind; the rest are counted
_SET_NAMES = {
    "overview": "the overview report",
    "board": "the Board",
    "imr": "the management reviews",
    "health-overview": "the health overview report",
    "national": "the national recommendations",
}


def doubts_of(
    placed: Sequence[Placed], paragraphs: Sequence[Paragraph], recommendations: Sequence[OverviewRecommendation],
    plan: OverviewActionPlan | None, rows: PlanRows, identities: Sequence[Identity],
) -> Iterator[str]:  # fmt: skip
    """The doubts about one reading."""
    yield from _nothing_read(paragraphs, recommendations, plan)
    for page in rows.unread:
        where = f"on page {page}" if page else "in the action plan"
        yield f"an action plan table {where} was not understood"
    yield from _few(_unknown_references(recommendations, plan))
    yield from _counts(placed, recommendations)
    yield from _few(_without_number_sequence(recommendations))
    yield from _few(f"{_named(r)} has no addressee" for r in recommendations if not r.addressed_to)
    yield from _few(_without_action(recommendations, plan))
    yield from _few(
        f"the action {_quoted(a.id, index)} names no recommendation"
        for index, a in enumerate(plan.actions if plan else (), 1)
        if not a.recommendation
    )
    if any(place.section is Section.IDENTITIES for place in placed) and not identities:
        yield "the key to identities was not understood: names in it cannot be looked for in a summary"
    yield from _few(_gaps(paragraphs))


def _few(sentences: Iterator[str]) -> Iterator[str]:
    listed = list(sentences)
    yield from listed[:_MOST_OF_A_KIND]
    if len(listed) > _MOST_OF_A_KIND:
        yield f"... and {len(listed) - _MOST_OF_A_KIND} more of this kind"


def _nothing_read(
    paragraphs: Sequence[Paragraph],
    recommendations: Sequence[OverviewRecommendation],
    plan: OverviewActionPlan | None,
) -> Iterator[str]:
    if not paragraphs:
        yield "no text was found"
    elif not any(p.ref for p in paragraphs):
        yield "no paragraph numbers were found: passages can be quoted, but not by number"
    if not recommendations:
        yield "no recommendations were found"
    if plan is None:
        yield "no action plan was found"


def _named(r: OverviewRecommendation) -> str:
    owner = r.organisation or ("" if r.set == "overview" else r.set)
    number = f"recommendation {r.id}" + (f" of {owner}" if owner else "")
    return f"{number} (at {r.ref})" if r.ref else number


def _quoted(id_: str | None, index: int) -> str:
    return id_ or f"in row {index} of the action plan"


def _unknown_references(
    recommendations: Sequence[OverviewRecommendation], plan: OverviewActionPlan | None
) -> Iterator[str]:
    known = {reference(r.set, r.organisation, r.id) for r in recommendations}
    named = dict.fromkeys(name for action in (plan.actions if plan else ()) for name in action.recommendation)
    for name in named:
        if name not in known:
            yield f"the action plan names recommendation {name.removeprefix('overview/')}, which was not found"


def _without_action(
    recommendations: Sequence[OverviewRecommendation], plan: OverviewActionPlan | None
) -> Iterator[str]:
    if plan is None:
        return
    named = {name for action in plan.actions for name in action.recommendation}
    for r in recommendations:
        if reference(r.set, r.organisation, r.id) not in named:
            yield f"{_named(r)} has no action in the action plan"


def _without_number_sequence(recommendations: Sequence[OverviewRecommendation]) -> Iterator[str]:
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
    r"\b(?:makes?|made|there are|contains?|sets? out|lists?|offers?|has made|added)\s+(?:a total of\s+)?(\d{1,3}|[a-z]+)\s+(?:\w+\s+){0,2}?recommendations\b",
    re.IGNORECASE,
)


def _counts(placed: Sequence[Placed], recommendations: Sequence[OverviewRecommendation]) -> Iterator[str]:
    """Counts stated among the recommendations that disagree with what was read."""
    read = Counter(r.set for r in recommendations)
    for place in placed:
        if place.section is not Section.RECOMMENDATIONS or place.block.kind == "heading":
            continue
        for sentence in re.split(r"(?<=[.;])\s+", place.block.text):
            match = _COUNTED.search(sentence)
            stated = match and (
                match[1] if match[1].isdigit() else vocabulary().numbers.get(match[1].lower())
            )
            if (
                not match
                or not stated
                or re.search(r"\b(?:between them|carried out|complete|each|other|agencies)\b", sentence)
            ):
                continue
            set_ = _set_stated(sentence[: match.start()])
            if set_ and read[set_] != int(stated):
                where = f" ({place.place})" if place.place else ""
                yield f"the report says that {_SET_NAMES[set_]} makes {stated} recommendations{where}, and {read[set_]} were read"


def _set_stated(subject: str) -> RecommendationSet | None:
    if named := sets_named(subject):
        return named[0]
    if re.search(r"\bboard\b", subject, re.IGNORECASE):
        return "board"
    return (
        "overview"
        if re.search(r"\b(?:panel|author|review|report|there are)\b", subject + " there are", re.IGNORECASE)
        else None
    )


def _gaps(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """Jumps in the numbers of paragraphs; headings that take a number are no gap."""
    taken = {p.heading.split(" ", 1)[0] for p in paragraphs if p.heading and p.heading[:1].isdigit()}
    previous: list[int] | None = None
    last = ""
    for p in paragraphs:
        if not p.ref or p.form != "text" or not re.fullmatch(r"\d+(?:\.\d+)+", p.ref):
            continue
        number = [int(part) for part in p.ref.split(".")]
        if previous and number[:-1] == previous[:-1] and number[-1] > previous[-1] + 1:
            between = {".".join(map(str, [*number[:-1], n])) for n in range(previous[-1] + 1, number[-1])}
            if not between <= taken:
                yield f"numbers jump from {last} to {p.ref}"
        if previous == number:
            yield f"the number {p.ref} stands at two paragraphs"
        previous, last = number, p.ref
