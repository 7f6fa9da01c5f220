"""Restrictions: words put into a recommendation by which it covers less than the report's."""

import re
from collections.abc import Iterator

from scr_check.comparison.change import Change, instead_of
from scr_check.comparison.duties import governed
from scr_check.comparison.prohibitions import prohibition_lost
from scr_check.comparison.substitution import is_verb
from scr_check.comparison.wording import Alignment, Unit, Wording
from scr_check.language.asking import small_stems, small_words
from scr_check.language.strength import scope_words

_FEWER = re.compile(
    r"\b(?:(?<!at )(?<!the )most|at least (?:one|two|three)"
    r"|some|many|several|a few|an? (?:sample|selection|number|proportion|range) of"
    r"|the (?:first|initial|last)|selected|(?<!make )(?<!made )(?<!be )certain|main|key|relevant"
    r"|appropriate)\b",
    re.IGNORECASE,
)
_IDIOMS = frozenset(("account", "circumstances", "means", "event"))  # "on no account"
_LIMITING = re.compile(
    r"^ (?:(?:with|by|in|on|from|at|under|over|for|who|whom|whose|which|that|where|when|made|held|having) |\w+ed\b)"
)
_BINDS = re.compile(r",? (?:must|should|shall|is to|are to|has to|have to)\b")
_HANGING = re.compile(r"\b(?:who|whom|whose|which|that|where|when)\b")
_EITHER_WAY = re.compile(
    r"\b(?:whether or not|whether \w+ (?:\w+ ){0,4}or not"
    r"|regardless of|irrespective of|no matter|what(?:so)?ever (?:the )?(?!is\b)\w+|even (?:if|where|when|though))\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(?:(?:so|as) long as|provided(?: that)?|providing(?: that)?|only (?:if|when|where)|on condition that|if no)\b",
    re.IGNORECASE,
)


def restrictions(alignment: Alignment) -> Iterator[Change]:
    """Prohibitions lost, and words put in that narrow: at most one change of each sort."""
    for check in (
        prohibition_lost,
        _restricted,
        _thinned,
        _other_people,
        _qualified,
        _fewer_before_duty,
        _only_if,
    ):
        if change := next(check(alignment), None):
            yield change


def _restricted(alignment: Alignment) -> Iterator[Change]:
    """A word put in that makes "all" into some: before the noun, as the noun, or in a clause after it."""
    summary = alignment.summary
    wide = scope_words("wide")
    for j, unit in enumerate(summary.units):
        if j not in alignment.added:
            continue
        before = _quantified(summary, unit.at)
        if before is not None and summary.words[before].stem in wide and _narrows(alignment, j):
            yield _narrower(summary, before, j)
        elif unit.stem in scope_words("narrow") - wide - small_stems(
            "parts_of_compounds"
        ) and _plainly_narrow(alignment, j):
            yield _narrower(summary, unit.at, j)
        elif _own_clause(alignment, j):
            yield _narrower(summary, unit.at - 2, j)


def _thinned(alignment: Alignment) -> Iterator[Change]:
    """ "Every" made "most" or "a sample of", before a noun of which the report says all."""
    report, summary = alignment.report, alignment.summary
    back = {j: i for i, j in alignment.pairs.items()}
    bidding = {summary.sentence_of[duty.phrase.first] for duty in governed(summary)}
    for match in _FEWER.finditer(summary.text):
        at = next(i for i, word in enumerate(summary.words) if word.end > match.start())
        if bidding and summary.sentence_of[at] not in bidding:
            continue  # "Some children go missing." only tells of what the next sentence asks
        if re.search(rf"\b{re.escape(match[0])}\b", report.text, re.IGNORECASE):
            continue
        j = next((j for j, unit in enumerate(summary.units) if unit.start >= match.end()), None)
        if j is None or j not in back or summary.units[j].start - match.end() > 12:
            continue
        if _quantified(report, report.units[back[j]].at) is not None:
            said = summary.text[match.start() : summary.units[j].end]
            yield Change(
                "narrowed",
                f"the summary says “{said}”, which covers less than the report",
                "say all, as the report does",
                said,
            )


def _other_people(alignment: Alignment) -> Iterator[Change]:
    """Anybody of a wide kind ("any professional", "every adult") made staff or people of one kind."""
    report, summary = alignment.report, alignment.summary
    for i in alignment.missing:
        unit = report.units[i]
        if unit.stem not in small_stems("people") or _quantified(report, unit.at) is None:
            continue
        for j in alignment.added:
            said = summary.units[j]
            other = (
                said.party.kind in ("staff", "family") if said.party else said.stem in small_stems("persons")
            )
            if other or _in_its_place(alignment, i, j):
                yield _narrower(summary, said.at, j)


def _qualified(alignment: Alignment) -> Iterator[Change]:
    """A noun of which the report says "every", with words put in after it that limit it: "every attendance with an injury"."""
    report, summary = alignment.report, alignment.summary
    for i, j in alignment.pairs.items():
        if (
            _quantified(report, report.units[i].at) is None
            or _quantified(summary, summary.units[j].at) is None
        ):
            continue
        last = j
        while last + 1 in alignment.added and summary.units[last + 1].sentence == summary.units[j].sentence:
            last += 1
        put_in = [summary.units[k] for k in range(j + 1, last + 1)]
        if not any(
            unit.weight == 1.0 and (not unit.party or _is_of_a_sort(summary, unit)) for unit in put_in
        ):
            continue
        whole = alignment.pairs.get(i + 1) == last + 1
        if whole and _HANGING.search(report.text[report.units[i].end : report.units[i + 1].start]):
            continue  # "every pupil about whom there is concern" is every one who gives cause for concern
        if whole and _LIMITING.match(summary.text[summary.units[j].end : summary.units[last].end]):
            said = summary.text[summary.units[j].start : summary.units[last].end]
            yield _covers_less(said)


def _is_of_a_sort(wording: Wording, unit: Unit) -> bool:
    """Whether a unit names bodies of a sort, and no one body: "in drug teams"."""
    party = unit.party
    return (
        party is not None
        and party.kind == "agency"
        and party.name is None
        and wording.text[: unit.end].endswith("s")
    )


def _fewer_before_duty(alignment: Alignment) -> Iterator[Change]:
    """ "All children in the ward must be weighed" made all "in the ward with feeding problems"."""
    summary, back = alignment.summary, {j: i for i, j in alignment.pairs.items()}
    for first in sorted(alignment.added):
        last = first
        while last + 1 in alignment.added:
            last += 1
        before, after = back.get(first - 1), back.get(last + 1)
        if before is None or after != before + 1 or first - 1 in alignment.added:
            continue
        put_in = [summary.units[j] for j in range(first, last + 1)]
        said = summary.text[summary.units[first - 1].end : put_in[-1].end]
        who = [
            word.stem for i, word in enumerate(summary.words) if summary.sentence_of[i] == put_in[0].sentence
        ]
        if (
            _LIMITING.match(said)
            and _BINDS.match(summary.text, put_in[-1].end)
            and any(unit.weight == 1.0 and not unit.party for unit in put_in)
            and not scope_words("wide").isdisjoint(who[: put_in[0].at])
        ):
            yield _covers_less(said.strip())


def _only_if(alignment: Alignment) -> Iterator[Change]:
    """What is asked "whether or not" something is so, asked only if it is."""
    report, summary = alignment.report, alignment.summary
    either, only = _EITHER_WAY.search(report.text), _CONDITION.search(summary.text)
    if either and not only and " if " not in report.text:
        only = re.search(r"\bif\b", summary.text)
    if either and only and not _EITHER_WAY.search(summary.text) and not _CONDITION.search(report.text):
        yield instead_of(either[0], either.span(), only[0], "narrowed")


def _in_its_place(alignment: Alignment, i: int, j: int) -> bool:
    """Whether a noun put in stands between the same two words as the one it is put for."""
    summary, pairs = alignment.summary, alignment.pairs
    between = pairs.get(i - 1) == j - 1 and pairs.get(i + 1) == j + 1
    return between and summary.units[j].weight == 1.0 and not is_verb(summary, summary.units[j].at)


def _quantified(wording: Wording, at: int) -> int | None:
    """The index of "all", "every" or "no" before a word, with nothing but small words between."""
    i = at - 1
    while i >= 0 and wording.sentence_of[i] == wording.sentence_of[at]:
        if wording.words[i].stem in scope_words("wide"):
            return None if wording.words[i + 1].lower in _IDIOMS else i
        if wording.words[i].lower not in ("the", "its", "their", "of", "newly"):
            return None
        i -= 1
    return None


def _narrows(alignment: Alignment, j: int) -> bool:
    """Whether an added word after "all" or "every" restricts the next noun, or replaces a wider one."""
    report, summary = alignment.report, alignment.summary
    unit = summary.units[j]
    if unit.party and unit.party.kind == "staff":
        return any(report.units[i].stem in small_stems("people") for i in alignment.missing)
    if unit.stem in small_words("compared"):
        return False
    k = j + 1
    lost = any(report.units[i].weight == 1.0 for i in alignment.missing)
    while (
        k < len(summary.units)
        and k in alignment.added
        and (summary.units[k].weight < 1 or (not lost and summary.units[k].at == summary.units[k - 1].at + 1))
    ):
        k += 1  # "every paid member of staff", "every high-rise home"
    following = k < len(summary.units) and summary.units[k].at <= summary.units[k - 1].at + 2
    return not unit.party and unit.weight == 1.0 and following and k not in alignment.added


def _plainly_narrow(alignment: Alignment, j: int) -> bool:
    summary = alignment.summary
    unit = summary.units[j]
    if j + 1 >= len(summary.units) or summary.units[j + 1].at != unit.at + 1 or j + 1 in alignment.added:
        return False
    noun = next((i for i, k in alignment.pairs.items() if k == j + 1), None)
    if noun is None:
        return False
    at = alignment.report.units[noun].at
    return _quantified(alignment.report, at) is not None or _bare_plural(alignment.report, at)


def _bare_plural(wording: Wording, at: int) -> bool:
    """Whether a word is a plural that nothing limits: "where children live"."""
    word = wording.words[at].lower
    before = wording.words[at - 1].lower if at else "where"
    return (word.endswith("s") or word == "children") and before in small_words("before_all")


def _own_clause(alignment: Alignment, j: int) -> bool:
    """Whether the word is all there is in a clause put in after a noun ("whom it employs")."""
    summary, back = alignment.summary, {k: i for i, k in alignment.pairs.items()}
    at = summary.units[j].at
    if (
        at < 2
        or summary.units[j].weight < 1
        or (j - 1 in back and _has_clause(alignment.report, back[j - 1]))
        or not {summary.words[at - 1].lower, summary.words[at - 2].lower} & {"who", "whom"}
    ):
        return False
    before = summary.units[j - 1] if j else None
    who = at - 1 if summary.words[at - 1].lower in ("who", "whom") else at - 2
    noun = before is not None and j - 1 not in alignment.added and before.end == summary.words[who - 1].end
    after = summary.words[at + 1].lower if at + 1 < len(summary.words) else "."
    return noun and (
        after in ("to", "must", "should", "and")
        or bool(re.match(r"\s*[.,;]", summary.text[summary.units[j].end :]))
    )


def _has_clause(report: Wording, i: int) -> bool:
    """Whether a clause follows a noun in the report too: "callers who would rather speak Welsh"."""
    after = report.words[report.units[i].at + 1 :]
    return bool(after) and after[0].lower in ("who", "whom")


def _narrower(summary: Wording, first: int, j: int) -> Change:
    last = summary.units[min(j + 1, len(summary.units) - 1)]
    said = summary.text[summary.words[first].start : max(last.end, summary.units[j].end)]
    if len(said) > 60:
        said = summary.text[summary.words[first].start : summary.units[j].end]
    return _covers_less(said)


def _covers_less(said: str) -> Change:
    return Change(
        "narrowed",
        f"the summary says “{said}”, which covers less than the report",
        "take out the words that narrow it",
        said,
    )
