"""Leads: the job title and body that answer for an action."""

from collections.abc import Iterator, Sequence

from scr_check.comparison.bodies import same_body
from scr_check.comparison.change import Change
from scr_check.comparison.names import Names
from scr_check.documents.overview import OverviewAction
from scr_check.documents.summary import Action
from scr_check.finding import Confidence
from scr_check.language.asking import small_stems
from scr_check.language.words import words_in

_SKIPPED = frozenset(["the", "a", "an", "of", "and", "for", "to", "in", "on", "at", "with", "its"])
_SHORT = {
    "co": "coordin",
    "ordin": "",
    "coordin": "coordin",
    "chairman": "chair",
    "chairperson": "chair",
    "chairwoman": "chair",
}


def lead_changes(
    true: OverviewAction, said: Action, holders: Sequence[str], names: Names
) -> Iterator[tuple[str, Change]]:
    """The fields (`lead`, `organisation`) that name somebody else; `holders` are all leads of the plan."""
    if true.lead and said.lead and not same_title(true.lead, said.lead, holders, names):
        yield "lead", _change(said.lead, true.lead, "lead")
    if true.organisation and said.organisation and not same_body(true.organisation, said.organisation, names):
        yield "organisation", _change(said.organisation, true.organisation, "organisation")


def _change(said: str, true: str, field: str) -> Change:
    message = f"the summary's {field} is “{said}”; the report's is “{true}”"
    return Change(
        "lead", message, f"write the report's “{true}”", said, ((0, len(true)),), Confidence.CERTAIN
    )


def same_title(true: str, said: str, holders: Sequence[str], names: Names) -> bool:
    """Whether two job titles mean one post.

    Word order, small words and abbreviations do not matter. A shortened title passes unless it is the full
    title of another post of the plan.
    """
    if true == said:
        return True
    ours, theirs = _title(true, names), _title(said, names)
    if ours == theirs:
        return True
    if (
        not (ours <= theirs or theirs <= ours)
        or not ours
        or not theirs
        or (ours ^ theirs) & small_stems("ranks")
    ):
        return False
    return not any(_title(other, names) == theirs for other in holders)


def _title(title: str, names: Names) -> frozenset[str]:
    """What a title is made of: stems, with every party named in it as one thing."""
    words = words_in(title)
    taken = {i: mention for mention in names.mentions(words) for i in range(mention.first, mention.end)}
    parts = {f"@{mention.party.role}" for mention in taken.values()}
    parts |= {
        _SHORT.get(w.stem, w.stem) for i, w in enumerate(words) if i not in taken and w.lower not in _SKIPPED
    }
    return frozenset(parts - {""})
