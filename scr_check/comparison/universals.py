"""Universals: that of which the report says all, each or both, and of which the summary says one part."""

import re
from collections.abc import Iterator

from scr_check.comparison.change import Change
from scr_check.comparison.wording import Alignment, Wording
from scr_check.language.asking import small_words
from scr_check.language.strength import scope_words

_LOOKED_THROUGH = frozenset(("the", "its", "their", "his", "her", "of", "newly", "these", "those", "other"))
_RELATIVE = re.compile(
    r"^(?:,? (?:in |of |to |by |with |for |about )?(?:who|whom|whose|which|that)\b"
    r"| (?:made|held|run|led|known|kept|given|reported) )"
)
_CLAUSE_END = re.compile(r"[,;:.]|\b(?:and|but|must|should|shall|will|is|are|to)\b")
_INCLUDING = re.compile(
    r",? (?:including|such as|among them|especially|particularly|in particular|not least)\b", re.IGNORECASE
)
_ALSO = re.compile(
    r"\b(?:includ\w+|such as|among\w*|especially|particular\w*|also|as well|whether|even|not (?:only|just|least)|as much as)\b",
    re.IGNORECASE,
)
_ALL_OF_THEM = re.compile(r"\b(?:all|each|every one|both) of (?:them|these|those)\b", re.IGNORECASE)
_OR_OTHER = re.compile(r"\b(?:or|and) (?:any|all) other \w+", re.IGNORECASE)
_STILL_OTHER = re.compile(
    r"\b(?:other\w*|another|else|what(?:so)?ever|whichever|any|similar|the like)\b", re.IGNORECASE
)
_IN_AND_OUT = re.compile(
    r"\b(?:in|inside|within)(?: \w+)? (?:and|or|as well as) (?:out|outside|beyond)\b", re.IGNORECASE
)
_STILL_OUT = re.compile(
    r"\b(?:out|outside|beyond|other|elsewhere|everywhere|wherever|anywhere)\b", re.IGNORECASE
)
_ANYONE = re.compile(r"\b(?:any(?:one|body)|every(?:one|body)|who(?:ever|soever))\b", re.IGNORECASE)
_STILL_ANYONE = re.compile(
    r"\b(?:any\w*|every\w*|all|each|who(?:ever|soever)|whichever|whatever|persons?|people|those|nobody|no one|adults?)\b",
    re.IGNORECASE,
)


def universal_changes(alignment: Alignment) -> Iterator[Change]:
    """In what the summary covers a part only of what the report covers whole: at most one change."""
    for check in (_limited, _only_included, _none_other, _one_parent, _one_person, _one_of_a_kind):
        if found := next(check(alignment), None):
            yield found
            return


def _limited(alignment: Alignment) -> Iterator[Change]:
    """A noun that has lost its "all" and gained a word or a clause that limits it."""
    report, summary = alignment.report, alignment.summary
    added = {k for k in alignment.added if summary.units[k].weight == 1.0}
    for i, j in alignment.pairs.items():
        unit = summary.units[j]
        if report.units[i].party or not quantified(report, report.units[i].at):
            continue
        if quantified(summary, unit.at) or _whenever(summary, unit.at) or _ALL_OF_THEM.search(summary.text):
            continue
        before = summary.units[j - 1] if j - 1 in added else None
        limited = _plural(summary, unit.at) or (before and _the_one(summary, before.at))
        if before and not before.party and before.at == unit.at - 1 and limited:
            yield _part(alignment, i, summary.text[before.start : unit.end])
        if relative := _RELATIVE.match(summary.text[unit.end :]):
            inside = _inside(summary, unit.end + relative.end()) & added
            if len(inside) >= 2 or any(summary.units[k].party for k in inside):
                last = max(summary.units[k].end for k in inside)
                yield _part(alignment, i, summary.text[unit.start : last])


def _the_one(wording: Wording, at: int) -> bool:
    """Whether "the" stands before a describing word: "the referred child", of "every child"."""
    return at > 0 and wording.words[at - 1].lower == "the"


def quantified(wording: Wording, at: int) -> bool:
    """Whether "all", "every", "no" or the like stands before a word, with small or describing words between."""
    i = at - 1
    described = 0
    while i >= 0 and wording.sentence_of[i] == wording.sentence_of[at]:
        between = wording.text[wording.words[i].end : wording.words[i + 1].start]
        word = wording.words[i]
        if re.search(r"[,;:.]", between) or word.lower in ("and", "or"):
            return False
        if word.stem in scope_words("wide") or word.lower == "both":
            return not (word.lower in ("each", "every") and _plural(wording, at))  # "whom each places"
        described += word.lower not in _LOOKED_THROUGH
        if described > 2:
            return False
        i -= 1
    return False


def _whenever(wording: Wording, at: int) -> bool:
    """Whether "whenever" or "wherever" stands in the sentence before a word: each case is then meant."""
    sentence = wording.sentence_of[at]
    return any(
        word.lower in small_words("always") or word.lower.endswith("ever")
        for word, number in zip(wording.words[:at], wording.sentence_of, strict=False)
        if number == sentence
    )


def _plural(wording: Wording, at: int) -> bool:
    word = wording.words[at].lower
    return word in ("children", "people", "staff") or (word.endswith("s") and not word.endswith("ss"))


def _inside(wording: Wording, start: int) -> set[int]:
    """The units of the clause that begins at this place."""
    end = _CLAUSE_END.search(wording.text, start)
    stop = end.start() if end else len(wording.text)
    return {k for k, unit in enumerate(wording.units) if start <= unit.start < stop}


def _only_included(alignment: Alignment) -> Iterator[Change]:
    """All of a kind, "including" some, made those some."""
    report, summary = alignment.report, alignment.summary
    listing = _INCLUDING.search(report.text)
    if not listing or _ALSO.search(summary.text):
        return
    stop = re.search(r"[,;.]", report.text[listing.end() :])
    end = listing.end() + stop.start() if stop else len(report.text)
    named = [k for k, unit in enumerate(report.units) if listing.end() <= unit.start < end]
    kept = [alignment.pairs[k] for k in named if k in alignment.pairs]
    whole = (
        next((k for k in range(named[0] - 1, -1, -1) if quantified(report, report.units[k].at)), None)
        if named
        else None
    )
    if not kept or len(kept) < len(named) or whole not in alignment.pairs:
        return
    first = summary.units[alignment.pairs[whole]]
    part = summary.units[max(kept)]
    if not quantified(summary, first.at) and first.start < part.start:
        yield _part(alignment, whole, summary.text[first.start : part.end])


def _none_other(alignment: Alignment) -> Iterator[Change]:
    """Some of a kind "or any other" made those alone, "in and out of the area" made "in the area"."""
    for wide, still in ((_OR_OTHER, _STILL_OTHER), (_IN_AND_OUT, _STILL_OUT)):
        other = wide.search(alignment.report.text)
        if other and not still.search(alignment.summary.text):
            yield Change(
                "narrowed",
                f"the report says “{other[0]}”; the summary leaves it out",
                f"add the report's “{other[0]}”",
                "",
                (other.span(),),
            )


def _one_parent(alignment: Alignment) -> Iterator[Change]:
    """Both parents, or either, made one of them."""
    ours, theirs = _family(alignment.report), _family(alignment.summary)
    if "parents" not in ours or theirs & {"parents", "family", "carers"} or ours & {"mother", "father"}:
        return
    one = theirs & {"mother", "father"}
    if len(one) == 1:
        said = next(u for u in alignment.summary.units if u.party and u.party.role in one)
        i = next(i for i, u in enumerate(alignment.report.units) if u.party and u.party.role == "parents")
        yield _part(alignment, i, alignment.summary.text[said.start : said.end])


def _family(wording: Wording) -> set[str]:
    return {unit.party.role for unit in wording.units if unit.party and unit.party.kind == "family"}


def _one_person(alignment: Alignment) -> Iterator[Change]:
    """ "Anyone" made people of one kind."""
    report, summary = alignment.report, alignment.summary
    anyone = _ANYONE.search(report.text)
    if not anyone or _STILL_ANYONE.search(summary.text):
        return
    for k in alignment.added:
        unit = summary.units[k]
        if unit.party and unit.party.kind in ("family", "staff", "person"):
            yield _narrowed(
                summary.text[unit.start : unit.end], report.text[anyone.start() : anyone.end()], anyone.span()
            )


def _one_of_a_kind(alignment: Alignment) -> Iterator[Change]:
    """ "Each adult" made one of them: "the lodger"."""
    report, summary = alignment.report, alignment.summary
    wide = scope_words("wide")
    for i in alignment.missing:
        unit = report.units[i]
        if unit.weight < 1 or unit.party or not _directly(report, unit.at):
            continue
        for k in alignment.added:
            said = summary.units[k]
            before = {word.lower for word in summary.words[max(0, said.at - 2) : said.at]}
            sentence = [
                w for w, n in zip(summary.words, summary.sentence_of, strict=True) if n == said.sentence
            ]
            if "the" not in before or said.weight < 1 or said.party or _plural(summary, said.at):
                continue
            if not any(word.stem in wide or word.lower in small_words("always") for word in sentence):
                yield _part(alignment, i, summary.text[summary.words[max(0, said.at - 2)].start : said.end])


def _directly(wording: Wording, at: int) -> bool:
    return (
        at > 0 and wording.words[at - 1].stem in scope_words("wide") and wording.words[at - 1].lower != "no"
    )


def _part(alignment: Alignment, i: int, said: str) -> Change:
    unit = alignment.report.units[i]
    words = [word for word in alignment.report.words if word.end <= unit.end][-4:]
    return _narrowed(said, alignment.report.text[words[0].start : unit.end], (unit.start, unit.end))


def _narrowed(said: str, meant: str, span: tuple[int, int]) -> Change:
    return Change(
        "narrowed",
        f"the summary speaks only of “{said}” where the report says “{meant}”",
        f"say what the report says: “{meant}”",
        said,
        (span,),
    )
