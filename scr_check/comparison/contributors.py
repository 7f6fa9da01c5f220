"""Contributors: who gave the review a report, and of which kind."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from scr_check.comparison.bodies import same_body, whole_party
from scr_check.comparison.names import Names
from scr_check.comparison.process_facts import ProcessFacts
from scr_check.comparison.process_lists import Contribution
from scr_check.comparison.result import Difference
from scr_check.documents.place import Pointer
from scr_check.documents.summary import Contributor, ReviewProcess
from scr_check.finding import Confidence, Evidence
from scr_check.language.words import plain, words_in

_ROOT = Pointer("/review_process/contributors")
_KINDS = {
    "health overview report": re.compile(r"\bhealth overview\b", re.IGNORECASE),
    "individual management review": re.compile(r"\bmanagement review|\bIMR\b", re.IGNORECASE),
    "information report": re.compile(
        r"\binformation report|\bsummary report|\bfactual report|\bchronolog|\bbriefing\b|\bletter\b",
        re.IGNORECASE,
    ),
}

_OWN = {"individual management review", "information report"}  # what a body writes of its own work


def kind_of(report: str) -> str | None:
    """The kind of report that a phrase names, None when it names none of the usual ones.

    >>> kind_of("Individual management review (IMR)"), kind_of("Health overview report"), kind_of("statement")
    ('individual management review', 'health overview report', None)
    """
    return next((kind for kind, pattern in _KINDS.items() if pattern.search(report)), None)


def contributor_differences(
    process: ReviewProcess, facts: ProcessFacts, names: Names
) -> Iterator[Difference]:
    """Contributors left out or put in, and reports of another kind; none without the report's list."""
    ours = [one for true in facts.contributions for one in _each_body(true, names)]
    theirs = process.contributors
    if len([true for true in ours if true.organisation]) < 2 or not theirs:
        return
    claimed: set[int] = set()
    open_ended: list[tuple[int, Contributor]] = []
    for j, said in enumerate(theirs):
        found = _exact(said, ours, claimed, names)
        if found is None:
            open_ended.append((j, said))
        else:
            claimed.add(found)
    for j, said in open_ended:
        found = _other_kind(said, ours, claimed, names)
        if found is not None:
            claimed.add(found)
            yield _kind_changed(j, said, ours[found])
        elif true := _told_of_otherwise(said, facts, names):
            yield _kind_changed(j, said, true)
        elif _listed(said, ours) and not _known(said, facts, names):
            yield _put_in(j, said, ours)
    yield from (
        _left_out(true) for i, true in enumerate(ours) if i not in claimed and _missed(true, theirs, names)
    )


def _each_body(true: Contribution, names: Names) -> list[Contribution]:
    """A contribution, or the two of bodies that stand beside each other: "Lantern and Open Door", both known."""
    one, joined, other = (true.organisation or "").partition(" and ")
    if not joined or whole_party(true.organisation or "", names):
        return [true]
    if whole_party(one, names) and whole_party(other, names):
        return [replace(true, organisation=one), replace(true, organisation=other)]
    return [true]


def _exact(said: Contributor, ours: Sequence[Contribution], claimed: set[int], names: Names) -> int | None:
    """The report's contribution of the same body and kind; one whose body the report leaves open fits any."""
    kind = kind_of(said.report or "")
    fits = [
        i
        for i, true in enumerate(ours)
        if i not in claimed and (kind is None or kind_of(true.report) == kind)
    ]
    named = [i for i in fits if _same(ours[i], said, names)]
    return next(iter(named), next((i for i in fits if ours[i].organisation is None), None))


def _other_kind(
    said: Contributor, ours: Sequence[Contribution], claimed: set[int], names: Names
) -> int | None:
    return next((i for i, true in enumerate(ours) if i not in claimed and _same(true, said, names)), None)


def _same(true: Contribution, said: Contributor, names: Names) -> bool:
    if not (true.organisation and said.organisation):
        return False
    return same_body(true.organisation, said.organisation, names) or _defined_as(true, said.organisation)


def _defined_as(true: Contribution, said: str) -> bool:
    """Whether the report gives a body this short name where it lists it: 'the Sister's school ("the High School")'."""
    defined = re.search(
        rf"{re.escape(true.organisation or '')} \([\"“](?:the )?([^\"”]+)", plain(true.paragraph.text)
    )
    return defined is not None and defined[1].casefold() == re.sub("^the ", "", said.casefold())


def _listed(said: Contributor, ours: Sequence[Contribution]) -> bool:
    """Whether the report's list of those who gave this kind of report was found, so that one can be missing from it."""
    kind = kind_of(said.report or "")
    return any(true.organisation and kind in (None, kind_of(true.report)) for true in ours)


def _told_of_otherwise(said: Contributor, facts: ProcessFacts, names: Names) -> Contribution | None:
    """What a body gave by the sentences that name it, where all speak of one kind of report and it is not the summary's.

    A health overview report is told of beside bodies that have not written it.
    """
    kind = kind_of(said.report or "")
    if not said.organisation or kind not in _OWN:
        return None
    told = {
        other: paragraph
        for other, sentence, paragraph in facts.reports_told_of
        if _names(sentence, said.organisation, names)
    }
    if len(told) != 1 or kind in told or not told.keys() <= _OWN:
        return None
    ((other, paragraph),) = told.items()
    return Contribution(said.organisation, other, paragraph)


def _known(said: Contributor, facts: ProcessFacts, names: Names) -> bool:
    """Whether the report's passages on contributors name the body after all, under any of its names."""
    texts = {true.paragraph.text for true in facts.contributions}
    texts |= {sentence for _, sentence, _ in facts.reports_told_of}
    return not said.organisation or any(_names(text, said.organisation, names) for text in texts)


def _names(text: str, organisation: str, names: Names) -> bool:
    """Whether a text names a body, under any of its names."""
    if organisation.lower() in text.lower():
        return True
    party = whole_party(organisation, names) or names.party_of(organisation)
    if party is None:
        return False
    own, words = [word.lower for word in words_in(organisation)], words_in(text)
    for mention in names.mentions(words):
        called = [word.lower for word in words[mention.first : mention.end]]
        short = len(called) > 1 and words[mention.first].capital and _follow(called, own)
        if mention.party == party or ((short or not party.name) and mention.party.may_be(party)):
            return True
    return False


def _follow(short: list[str], full: list[str]) -> bool:
    """Whether the words of a short form stand one after the other in a full name."""
    return any(full[i : i + len(short)] == short for i in range(len(full) - len(short) + 1))


def _missed(true: Contribution, theirs: Sequence[Contributor], names: Names) -> bool:
    """Whether nothing in the summary stands for a contribution of the report."""
    if true.organisation is None:
        return not any(kind_of(said.report or "") == kind_of(true.report) for said in theirs)
    return not any(
        _same(true, said, names) and kind_of(said.report or "") in (None, kind_of(true.report))
        for said in theirs
    )


def _kind_changed(j: int, said: Contributor, true: Contribution) -> Difference:
    return Difference(
        "contributor-changed",
        _ROOT / j / "report",
        f"the report says that {said.organisation} gave the review {_a(true.report)};"
        f" the summary says {_a(said.report or '')}",
        f"write “{true.report}”",
        said.report or "",
        _evidence(true),
        Confidence.CERTAIN,
    )


def _a(report: str) -> str:
    return f"an {report}" if report[:1].lower() in "aeiou" else f"a {report}"


def _put_in(j: int, said: Contributor, ours: Sequence[Contribution]) -> Difference:
    return Difference(
        "contributor-changed",
        _ROOT / j,
        f"the report does not name {said.organisation} among those who gave the review a report",
        "take it out, or declare under `aliases:` the name that the report uses",
        said.organisation or "",
        _evidence(ours[0]),
        Confidence.LIKELY,
    )


def _left_out(true: Contribution) -> Difference:
    by = f" by {true.organisation}" if true.organisation else ""
    return Difference(
        "contributor-changed",
        _ROOT,
        f"the summary leaves out the {true.report}{by}",
        "add it to `contributors:`",
        "",
        _evidence(true),
        Confidence.LIKELY,
    )


def _evidence(true: Contribution) -> tuple[Evidence, ...]:
    paragraph = true.paragraph
    at = paragraph.text.find(true.organisation) if true.organisation else -1
    spans = ((at, at + len(true.organisation or "")),) if at >= 0 else ()
    return (Evidence("overview", paragraph.text, paragraph.ref, paragraph.page, spans),)
