"""Addressees: which bodies a recommendation lays its duty on, and who does what to whom in it."""

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from scr_check.comparison.bodies import everybody, proper, same_body, whole_party
from scr_check.comparison.change import Change, instead_of
from scr_check.comparison.duties import governed
from scr_check.comparison.names import Names
from scr_check.comparison.wording import Alignment, Unit, Wording
from scr_check.documents.overview import OverviewRecommendation
from scr_check.documents.summary import Recommendation
from scr_check.language.asking import small_stems
from scr_check.language.words import stop_words, words_in

_ALL = 3  # bodies from which a list may be that of all agencies
_ALL_AGENCIES = re.compile(
    r"(?:the |all |each of the |all the )*(?:\w+ )?(?:partner )?(?:agencies|organisations|bodies|services)",
    re.IGNORECASE,
)
_LONGEST = 5  # words that somebody may be called by
_AND = re.compile(
    r",? (?:and|(?:together |along |jointly )?with) (?=(?:the )?[A-Z]|(?:all|every) )|, (?=(?:the )?[A-Z])"
)
# "the children's services of Dale and Fell"
_SPREAD = re.compile(r"(?:[Tt]he )?(.+?s) of ([A-Z].*(?:,| and ).*)$")
_PRACTICES = re.compile(
    r"^(?:each|every|all|any)\b.*\b(?:practices?|practitioners|GPs|surger(?:y|ies))$", re.IGNORECASE
)
_ASKED_THROUGH = re.compile(
    r"\b(?:must|should|shall|will|is to|are to) (?:\w+ly |also )?"
    r"(?:require|ask|request|invite|instruct|direct|press|urge|seek|obtain|write to|make sure that|see that)\b"
)
_COMMISSIONER = re.compile(
    r"^(?:the )?NHS [A-Z]|\b(?:Primary Care Trust|PCT|Commissioning Group|Commissioning Board)\b"
)


def listed_changes(true: OverviewRecommendation, said: Recommendation, names: Names) -> Iterator[Change]:
    """Bodies of the report's recommendation that the summary does not address, and others that it does."""
    everyone = addressees(true, names)
    theirs = [body for body in everyone if (proper(body) and not _is_post(body, names)) or everybody(body)]
    if not theirs or not said.addressed_to:
        return
    if len(said.addressed_to) >= _ALL and all(_ALL_AGENCIES.fullmatch(body) for body in theirs):
        return  # "All six agencies", by name
    own = [said.organisation] if said.set == "imr" and said.organisation else []
    lost = [body for body in theirs if not _is_addressed(body, said, own, names)]
    new = [
        body
        for body in said.addressed_to
        if not any(same_body(body, other, names) for other in [*everyone, *own])
    ]
    if new and all(_is_asked_through(body, true.text, names) or _begins(true.text, body) for body in new):
        return
    if lost:
        there = f" and addresses {_listed(new)} instead" if new else ""
        message = (
            f"the report addresses this to {_listed(theirs)}; the summary leaves out {_listed(lost)}{there}"
        )
        yield _readdressed(message, theirs, new[:1], _places(true.text, lost))
    elif (
        new
        and not own
        and not any(_PRACTICES.search(body) for body in theirs)
        and not all(_bound_later(body, true.text) for body in new)
    ):
        message = (
            f"the summary addresses this to {_listed(new)} as well; the report only to {_listed(theirs)}"
        )
        yield _readdressed(message, theirs, new[:1], _places(true.text, theirs))


def _readdressed(
    message: str, theirs: list[str], quote: list[str], spans: tuple[tuple[int, int], ...]
) -> Change:
    return Change("readdressed", message, f"address it to {_listed(theirs)}", "".join(quote), spans)


def _is_addressed(body: str, said: Recommendation, own: list[str], names: Names) -> bool:
    """Whether the summary addresses a body: by its list, or as a unit of the body whose recommendation this is, in its text."""
    given = said.addressed_to
    if any(same_body(body, other, names) for other in [*given, *own]):
        return True
    if _PRACTICES.search(body) and any(_COMMISSIONER.search(other) for other in given):
        return True
    own_only = bool(own) and all(same_body(own[0], other, names) for other in given)
    return own_only and _is_named(body, said.text or "", names)


def _is_named(body: str, text: str, names: Names) -> bool:
    """Whether a text names a body, in full or by a short form."""
    party = whole_party(body, names)
    return body.lower() in text.lower() or (
        party is not None and any(mention.party == party for mention in names.mentions(words_in(text)))
    )


def _is_asked_through(body: str, text: str, names: Names) -> bool:
    """Whether a text lays its duty on another so that this body does it: "The Board must require the Trust to ..."."""
    asked = _ASKED_THROUGH.search(text)
    return asked is not None and _is_named(body, text[asked.end() :], names)


def _begins(text: str, body: str) -> bool:
    """Whether a text begins with what somebody is called: "The designated doctor should ..."."""
    return re.match(rf"(?:the )?{re.escape(body)}\b", text, re.IGNORECASE) is not None


def _bound_later(body: str, text: str) -> bool:
    """Whether a later sentence lays a duty on a body, or on its officer: "The Board's chair should write"."""
    short = re.escape(body.split()[-1])
    return (
        re.search(rf"\. The {short}(?:['’]s [\w ]{{3,40}}?)? (?:must|should|shall|will)\b", text) is not None
    )


def addressees(recommendation: OverviewRecommendation, names: Names) -> list[str]:
    """The bodies that the report names as addressees, else those before the first duty of the text."""
    named = [part for body in recommendation.addressed_to for part in _parted(body, names)]
    return named or subjects(recommendation.text)


def _parted(body: str, names: Names) -> list[str]:
    """The bodies that one name joins ("Children's Services and the Ambulance Service"); a known name joins none."""
    spread = _SPREAD.match(body)
    if spread and not proper(spread[1]):
        service = " ".join(word.capitalize() for word in spread[1].split())
        return [f"{place.strip()} {service}" for place in _AND.split(spread[2])]
    if whole_party(body, names):
        return [body]
    parts = [part.strip() for part in _AND.split(body)]
    return parts if all(proper(part) for part in parts) else [body]


def _is_post(name: str, names: Names) -> bool:
    """Whether a name is a post ("The Designated Nurse"), whose employer a summary may well address instead."""
    party = whole_party(name, names)
    return party is not None and party.kind == "staff"


def subjects(text: str) -> list[str]:
    """The bodies named as subject of a recommendation's first duty.

    >>> subjects("Northmoor Homes and the Boards Trust must, within a month, agree a protocol.")
    ['Northmoor Homes', 'the Boards Trust']
    >>> subjects("No social worker should have more than 20 cases.")
    []
    """
    match = re.match(
        r"(?:(?:By|Within|With)[^,]{3,40}, )?(.{3,160}?),? (?:must|should|shall|is to|are to|will)\b", text
    )
    if not match or (
        re.search(r"\b(?:by|whenever|who|which|that|every|no)\b", match[1], re.IGNORECASE)
        and not everybody(match[1])
    ):
        return []
    if re.match(r"(?:all|every|each)\b", match[1], re.IGNORECASE):
        return [match[1]] if everybody(match[1]) else []
    found = [part.strip() for part in _AND.split(match[1])]
    return (
        found
        if all(proper(part) or everybody(part) or part.lower() == "the board" for part in found)
        else _whole(match[1])
    )


def _whole(subject: str) -> list[str]:
    return [subject] if proper(subject) else []


def _listed(names: list[str]) -> str:
    return " and ".join(names)


def _places(text: str, names: list[str]) -> tuple[tuple[int, int], ...]:
    text = " ".join(text.split())
    return tuple((at, at + len(name)) for name in names if (at := text.find(name)) >= 0)


def party_changes(alignment: Alignment) -> Iterator[Change]:
    """A person or body put in the place of another, or two that have changed places."""
    found = next(_replaced(alignment), None) or next(_somebody_else(alignment), None)
    if found:
        yield found
    yield from _exchanged(alignment)


def _replaced(alignment: Alignment) -> Iterator[Change]:
    report, summary = alignment.report, alignment.summary
    ours = [report.units[i] for i in alignment.missing if report.units[i].party]
    theirs = [summary.units[j] for j in alignment.added if summary.units[j].party]
    for true in ours:
        for said in theirs:
            if not true.party or not said.party or true.party.kind != said.party.kind:
                continue
            lead = _leads(report, true) and _leads(summary, said)
            if lead or (true.party.kind != "family" and _same_spot(alignment, true, said)):
                yield _swap("readdressed" if lead else "detail", report, true, summary, said)
                return


def _somebody_else(alignment: Alignment) -> Iterator[Change]:
    """The one member of staff whom the report names nowhere in the summary, which names one that the report does not."""
    report, summary = alignment.report, alignment.summary
    gone = [unit for i in alignment.missing if (unit := report.units[i]).party and unit.party.kind == "staff"]
    if len(gone) != 1:
        return
    for j in alignment.added:
        said = summary.units[j]
        if said.party.kind == "staff" if said.party else _opens_name(summary, said):
            leads = _leads(report, gone[0]) and _leads(summary, said)
            yield _swap("readdressed" if leads else "detail", report, gone[0], summary, said)


def _opens_name(wording: Wording, unit: Unit) -> bool:
    """Whether a word begins what somebody is called: "a screening officer"."""
    before = wording.words[unit.at - 1].lower if unit.at else ""
    if unit.weight < 1 or before not in ("a", "an", "the", "its", "their", "every", "each"):
        return False
    persons, stops = small_stems("people") | small_stems("persons"), stop_words()
    name = takewhile(lambda word: word.lower not in stops, wording.words[unit.at : unit.at + _LONGEST])
    return any(word.stem in persons for word in name)


def _same_spot(alignment: Alignment, true: Unit, said: Unit) -> bool:
    """Whether two parties have the same neighbour, on either side."""
    i, j = alignment.report.units.index(true), alignment.summary.units.index(said)
    before, after = alignment.pairs.get(i - 1), alignment.pairs.get(i + 1)
    return before == j - 1 or after == j + 1


def _leads(wording: Wording, unit: Unit) -> bool:
    """Whether a party is the subject of its sentence's duty: it stands before the duty's words."""
    return any(g.first <= unit.at < g.phrase.first for g in governed(wording))


def _exchanged(alignment: Alignment) -> Iterator[Change]:
    """Two parties that stand on opposite sides of the same verb, both texts being active or both passive."""
    report, summary = alignment.report, alignment.summary
    parties = [i for i, unit in enumerate(report.units) if unit.party and i in alignment.pairs]
    verbs = [i for i, unit in enumerate(report.units) if not unit.party and i in alignment.pairs]
    for first, second in pairwise(parties):
        one, other = report.units[first], report.units[second]
        mine, yours = summary.units[alignment.pairs[first]], summary.units[alignment.pairs[second]]
        if one.party == other.party or one.sentence != other.sentence or mine.sentence != yours.sentence:
            continue
        for verb in verbs:
            here, there = report.units[verb], summary.units[alignment.pairs[verb]]
            crossed = (
                0 <= alignment.pairs[verb] - alignment.pairs[second] <= 2
                and 0 <= verb - first <= 2
                and _close(here, other)
                and _close(there, mine)
            )
            same = report.text[one.start : one.end] == summary.text[yours.start : yours.end]
            if crossed and not same and _same_form(report, here, summary, there):
                yield _swap("detail", report, one, summary, yours)
                return


def _close(verb: Unit, party: Unit) -> bool:
    return 0 < party.at - verb.at <= 3


def _same_form(report: Wording, here: Unit, summary: Wording, there: Unit) -> bool:
    """Whether a verb stands in the same form in both: then its subject is whoever comes before it."""
    same = report.words[here.at].lower == summary.words[there.at].lower
    return same and here.at > 0 and report.words[here.at - 1].lower == summary.words[there.at - 1].lower


def _swap(sort: str, report: Wording, true: Unit, summary: Wording, said: Unit) -> Change:
    meant, ours = report.text[true.start : true.end], summary.text[said.start : said.end]
    return instead_of(meant, (true.start, true.end), ours, sort)
