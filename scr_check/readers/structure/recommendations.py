"""The recommendations of a report in their sets, each with its addressees."""

import re
from collections import defaultdict
from collections.abc import Collection, Sequence

from scr_check.documents.overview import OverviewRecommendation
from scr_check.readers.structure.addressees import addressees_of, bodies_listed
from scr_check.readers.structure.collecting import drafts_in
from scr_check.readers.structure.drafts import Draft
from scr_check.readers.structure.labels import plain_id
from scr_check.readers.structure.names import Names
from scr_check.readers.structure.outline import Placed
from scr_check.readers.structure.sets import Owner, body_in, owner_of, sets_named
from scr_check.readers.structure.vocabulary import vocabulary
from scr_check.readers.structure.wording import bare

_SEVERAL = re.compile(r"\s*[,;/&]\s*|\s+and\s+(?=(?:the\s+)?[A-Z])")

_NO_NAMES = frozenset(
    "agency individual management review reviews report overview health single multi national local final".split()
)

Key = tuple[str, str | None, str]


def recommendations_of(
    placed: Sequence[Placed], elsewhere: Collection[int], names: Names
) -> tuple[list[OverviewRecommendation], list[str]]:
    """The recommendations in reading order, and what is doubtful about them, a sentence each."""
    drafts = drafts_in(placed, elsewhere, names)
    owners = _settled(drafts, [_owner(draft, names) for draft in drafts])
    doubts: list[str] = []
    _count(drafts, owners)
    chosen = _once_each(list(zip(drafts, owners, strict=True)), doubts)
    return [_recommendation(draft, owner, names) for draft, owner in chosen], doubts


def _owner(draft: Draft, names: Names) -> Owner:
    """Whose recommendation it is, by its label, band row, headings, code or addressee."""
    for words in filter(None, (draft.kind, draft.band)):
        if named := sets_named(words) or sets_named(f"{words} recommendations"):  # "Board recommendation 2."
            agency = _agency(draft, names) or body_in(words, names)
            return Owner(named[0], agency if named[0] == "imr" else None)
    owner = owner_of(draft.path, names)
    if owner.set == "imr" and (draft.body or draft.band or draft.kind):
        return Owner("imr", _agency(draft, names) or owner.organisation, owner.sure)
    if owner.set == "imr" and owner.organisation is None:
        found = addressees_of(draft.text, names)
        return Owner("imr", found[0] if len(found) == 1 else None)
    code = re.match(r"[A-Z]+", draft.id)
    coded = vocabulary().codes.get(code[0].lower()) if code else None
    return Owner(coded) if coded and owner.set == "overview" else owner


def _agency(draft: Draft, names: Names) -> str | None:
    for told in filter(None, (draft.body, draft.band)):
        return body_in(told, names) or told
    if draft.kind and (body := names.full(draft.kind) or _own_name(draft.kind)):
        return body  # "Northmoor Homes 2."
    return owner_of(draft.path, names).organisation


def _own_name(words: str) -> str | None:
    """The words before a label's number where they read like a name: two capitals or more, none of them of a review."""
    parts = words.split()
    capitals = all(part[0].isupper() or part in ("and", "of") for part in parts)
    return words if len(parts) > 1 and capitals and _NO_NAMES.isdisjoint(words.lower().split()) else None


def _settled(drafts: Sequence[Draft], owners: list[Owner]) -> list[Owner]:
    """The owners, those that only a body's name tells decided by whether numbers start again under it.

    Recommendations grouped under the bodies they are addressed to are the report's own as long as no
    number comes twice; where each group counts from 1 they are each body's own set.
    """
    holders: defaultdict[str, set[str]] = defaultdict(set)
    for draft, owner in zip(drafts, owners, strict=True):
        if draft.id and (not owner.sure or owner.set == "overview"):
            holders[plain_id(draft.id)].add(draft.scope if not owner.sure else "")
    again = {scope for scopes in holders.values() if len(scopes) > 1 for scope in scopes}
    return [
        owner if owner.sure or draft.scope in again else Owner()
        for draft, owner in zip(drafts, owners, strict=True)
    ]  # fmt: skip


def _count(drafts: Sequence[Draft], owners: Sequence[Owner]) -> None:
    """Give recommendations that bear no number the next one of their set."""
    used: defaultdict[tuple[str, str | None], int] = defaultdict(int)
    for draft, owner in zip(drafts, owners, strict=True):
        key = (owner.set, owner.organisation)
        if not draft.id:
            draft.id = str(used[key] + 1)
        if (number := plain_id(draft.id)).isdigit():
            used[key] = max(used[key], int(number))


def _once_each(found: Sequence[tuple[Draft, Owner]], doubts: list[str]) -> list[tuple[Draft, Owner]]:
    """Each recommendation once: of two with one number, the one that stands among the recommendations."""
    chosen: dict[Key, tuple[Draft, Owner]] = {}
    for draft, owner in found:
        key = (owner.set, owner.organisation, plain_id(draft.id))
        other = chosen.get(key)
        if other is None or (draft.in_section and not other[0].in_section):
            chosen[key] = (draft, owner)
        if other is not None and not _alike(other[0].text, draft.text):
            doubts.append(
                f"recommendation {draft.id} ({owner.organisation or owner.set}) stands in the report twice "
                "with different words: one was read"
            )
    return list(chosen.values())


def _alike(one: str, other: str) -> bool:
    first, second = set(bare(one).split()), set(bare(other).split())
    return len(first & second) >= 0.8 * min(len(first), len(second))


def _recommendation(draft: Draft, owner: Owner, names: Names) -> OverviewRecommendation:
    near = owner.organisation or (names.board if owner.set == "board" else None)
    return OverviewRecommendation(
        id=draft.id, set=owner.set, text=draft.text,
        organisation=owner.organisation if owner.set == "imr" else None,
        addressed_to=_addressees(draft, owner, names, near), timescale=draft.timescale, ref=draft.ref, page=draft.page,
    )  # fmt: skip


def _addressees(draft: Draft, owner: Owner, names: Names, near: str | None) -> list[str]:
    if draft.body:
        return bodies_listed(draft.body, names, near) or [part.strip() for part in _SEVERAL.split(draft.body)]
    found = addressees_of(draft.text, names, near)
    if owner.set == "imr" and near and (not found or not all(_is_known(name, names, near) for name in found)):
        return [near]
    return found or list(filter(None, [near or body_in(draft.path[-1].text, names) if draft.path else near]))


def _is_known(name: str, names: Names, near: str) -> bool:
    return name == near or bare(name) in names.bodies
