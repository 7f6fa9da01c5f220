"""Scope: what a recommendation covers, and which parts of it a summary leaves out or narrows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scr_check.comparison.change import Change
from scr_check.comparison.duties import governed
from scr_check.comparison.wording import Alignment, Unit, Wording
from scr_check.language.strength import scope_words

_JOINING = frozenset(("and", "or", "nor"))
_SKIPPED = frozenset(
    [
        "a",
        "an",
        "the",
        "any",
        "all",
        "every",
        "each",
        "its",
        "his",
        "her",
        "their",
        "both",
        "either",
        "of",
        "to",
        "for",
        "from",
        "with",
        "by",
        "in",
        "on",
        "at",
        "other",
        "those",
    ]
)
_RELATIVE = frozenset(("who", "whom", "whose", "which", "that"))
_PEOPLE = frozenset(
    [
        "staff",
        "profession",
        "practition",
        "worker",
        "employe",
        "offic",
        "agenc",
        "servic",
        "organis",
        "colleagu",
        "team",
    ]
)
_DENIALS = frozenset(["no", "not", "never", "nobody", "none", "neither", "nor", "without", "cannot", "non"])
_COMPARED = frozenset(
    ("long", "longer", "later", "fewer", "less", "more", "further")
)  # "no longer", "no further"
_FEWER = re.compile(
    r"\b(?:(?<!at )(?<!the )most|some|many|several|a few|an? (?:sample|selection|number|proportion|range) of"
    r"|selected|(?<!make )(?<!made )(?<!be )certain|main|key|relevant|appropriate)\b",
    re.IGNORECASE,
)
_BEFORE_ALL = frozenset(
    ["where", "when", "if", "that", "which", "whose", "to", "for", "with", "by", "of", "and", "or", "about"]
)
_BEFORE_NOT = frozenset(["must", "should", "shall", "is", "are", "be", "do", "does", "may"])
_HALF = re.compile(
    r"\b(?:until|unless|without|before|only|more|less|longer|later|fewer|except|other than|ever|but)\b",
    re.IGNORECASE,
)
_TURNS = re.compile(
    r"\b(?:before|only|until|unless|cease|stop|prevent|avoid|refuse|prohibit|ban|always|ever|instead|rather|free of|end|alone)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of the report's words (indexes of units, end exclusive)."""

    first: int
    end: int


def scope_changes(alignment: Alignment) -> Iterator[Change]:
    """What of the report's scope is lost: parts dropped first, else words put in that narrow it."""
    lost = [*dropped_parts(alignment), *_dropped_duties(alignment)]
    yield from lost[:2]
    if not lost:
        yield from (
            change
            for check in (_prohibition_lost, _restricted, _thinned, _other_people)
            if (change := next(check(alignment), None))
        )


def dropped_parts(alignment: Alignment) -> Iterator[Change]:
    """Stretches of the report that nothing in the summary answers to or stands in the place of.

    Words of the summary's own, wherever they stand, may be put for as many of the report's.
    """
    report, summary = alignment.report, alignment.summary
    spare = set(alignment.added)
    lost = sum(report.units[i].weight == 1.0 for i in alignment.missing)
    own = sum(1.0 if summary.units[j].weight == 1.0 else 0.5 for j in alignment.added)
    for run in _runs(alignment):
        heavy = [i for i in run if report.units[i].weight == 1.0]
        if not heavy or _replaced(alignment, run, len(heavy), spare) or lost <= own:
            continue
        enough = 2 if not own or lost - own >= 2 else 3
        if len(heavy) >= enough or _conjunct(alignment, run) or _included(report, report.units[heavy[0]]):
            yield _left_out(alignment, run)


def _dropped_duties(alignment: Alignment) -> Iterator[Change]:
    """A further duty ("and must keep minutes") of which nothing is left, nor anything put for it."""
    report, summary = alignment.report, alignment.summary
    if any(summary.units[j].weight == 1.0 for j in alignment.added):
        return
    for duty in governed(report)[1:]:
        asked = [
            i
            for i, unit in enumerate(report.units)
            if duty.phrase.end <= unit.at < duty.end and unit.weight == 1.0
        ]
        if asked and all(i in alignment.missing for i in asked):
            yield _left_out(alignment, asked)


def _runs(alignment: Alignment) -> list[list[int]]:
    """Stretches of the report's units that nothing answers to, in one sentence."""
    runs: list[list[int]] = []
    units = alignment.report.units
    for i in alignment.missing:
        if runs and i == runs[-1][-1] + 1 and units[i].sentence == units[i - 1].sentence:
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def _replaced(alignment: Alignment, run: list[int], heavy: int, spare: set[int]) -> bool:
    """Whether the summary has words of its own where the run would stand; each stands for one run only."""
    spots = _spots(alignment, run)
    near = (
        sorted((min(abs(j - spot) for spot in spots), j) for j in spare)
        if spots
        else [(0, j) for j in sorted(spare)]
    )
    near = [(apart, j) for apart, j in near if apart <= 2]
    if len(near) < max(1, heavy - 1):
        return False
    spare.difference_update(j for _, j in near[:heavy])
    return True


def _spots(alignment: Alignment, run: list[int]) -> list[int]:
    """Where in the summary the neighbours of a run stand (indexes of units)."""
    before = next((alignment.pairs[i] for i in range(run[0] - 1, -1, -1) if i in alignment.pairs), None)
    after = next(
        (alignment.pairs[i] for i in range(run[-1] + 1, len(alignment.report.units)) if i in alignment.pairs),
        None,
    )
    return [spot for spot in (before, after) if spot is not None]


def _conjunct(alignment: Alignment, run: list[int]) -> bool:
    """Whether the run is one of several things joined by "and", "or" or commas, of which another is kept."""
    report = alignment.report
    first, last = report.units[run[0]], report.units[run[-1]]
    before, after = _joined_before(report, first.at), _joined_after(report, last)
    kept_before = run[0] - 1 in alignment.pairs and report.units[run[0] - 1].sentence == first.sentence
    kept_after = run[-1] + 1 in alignment.pairs and report.units[run[-1] + 1].sentence == last.sentence
    return (before and kept_before) or (after and kept_after)


def _joined_before(wording: Wording, at: int) -> bool:
    i = at - 1
    while i >= 0 and wording.words[i].lower in _SKIPPED:
        i -= 1
    return i >= 0 and wording.words[i].lower in _JOINING


def _joined_after(wording: Wording, unit: Unit) -> bool:
    rest = wording.text[unit.end :]
    return bool(
        re.match(
            r"\s*(?:,? (?:and|or)\b(?! (?:that|must|should|is|are|was|to)\b)|,(?= \w+,? (?:and|or)\b))", rest
        )
    )


def _included(wording: Wording, unit: Unit) -> bool:
    """Whether a unit stands in a list begun by "including"."""
    opening = re.compile(r"\b(?:including|includes|such as|among them)\b[^.;:]*$", re.IGNORECASE)
    return bool(opening.search(wording.text[: unit.start]))


def _left_out(alignment: Alignment, run: list[int]) -> Change:
    report = alignment.report
    start, end = report.units[run[0]].start, report.units[run[-1]].end
    words = report.text[start:end]
    leads = all(report.units[i].party for i in run) and any(
        g.first <= report.units[run[0]].at < g.phrase.first for g in governed(report)
    )
    return Change(
        "readdressed" if leads else "narrowed",
        f"the summary leaves out “{words}”, which the report asks for",
        f"add what the report says of “{words}”",
        "",
        tuple((report.units[i].start, report.units[i].end) for i in run),
    )


def _prohibition_lost(alignment: Alignment) -> Iterator[Change]:
    """A thing that the report forbids and the summary does not."""
    report, summary = alignment.report, alignment.summary
    denials = [word for i, word in enumerate(report.words) if _forbids(report, i)]
    if not denials or any(word.lower in _DENIALS for word in summary.words):
        return
    word = denials[0]
    clause = re.split(r"[,;.]| and ", report.text[word.start :])[0]
    if _HALF.search(clause) or _TURNS.search(summary.text):
        return
    rest = " ".join(report.text[word.start :].split()[:5]).rstrip(".,;:")
    yield Change(
        "narrowed",
        f"the report says “{rest}”; the summary forbids nothing",
        f"add the report's “{rest}”",
        "",
        ((word.start, word.end),),
    )


def _forbids(wording: Wording, i: int) -> bool:
    """Whether a word denies what is to be done: "no", "never", or "not" after a duty's verb."""
    word, before = wording.words[i].lower, [other.lower for other in wording.words[max(0, i - 2) : i]]
    if word == "not":
        return bool(before) and before[-1] in _BEFORE_NOT and not _RELATIVE.intersection(before)
    return word in ("no", "never")


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
        elif unit.stem in scope_words("narrow") - wide and _plainly_narrow(alignment, j):
            yield _narrower(summary, unit.at, j)
        elif _own_clause(alignment, j):
            yield _narrower(summary, unit.at - 2, j)


def _thinned(alignment: Alignment) -> Iterator[Change]:
    """ "Every" made "most" or "a sample of": a word of number put before a noun of which the report says all."""
    report, summary = alignment.report, alignment.summary
    back = {j: i for i, j in alignment.pairs.items()}
    for match in _FEWER.finditer(summary.text):
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
    """Anybody of a wide kind ("any professional") made staff of one kind."""
    report, summary = alignment.report, alignment.summary
    for i in alignment.missing:
        unit = report.units[i]
        if unit.stem not in _PEOPLE or _quantified(report, unit.at) is None:
            continue
        for j in alignment.added:
            said = summary.units[j]
            if said.party and said.party.kind == "staff":
                yield _narrower(summary, said.at, j)


def _quantified(wording: Wording, at: int) -> int | None:
    """The index of the word before this one, looking back through nothing but skipped words and added ones."""
    i = at - 1
    while i >= 0 and wording.sentence_of[i] == wording.sentence_of[at]:
        if wording.words[i].stem in scope_words("wide"):
            return i
        if wording.words[i].lower not in ("the", "its", "their", "of", "newly"):
            return None
        i -= 1
    return None


def _narrows(alignment: Alignment, j: int) -> bool:
    """Whether an added word right after "all" or "every" restricts the noun that follows, or replaces a wider one."""
    report, summary = alignment.report, alignment.summary
    unit = summary.units[j]
    if unit.party and unit.party.kind == "staff":
        return any(report.units[i].stem in _PEOPLE for i in alignment.missing)
    if unit.stem in _COMPARED:
        return False
    following = j + 1 < len(summary.units) and summary.units[j + 1].at <= summary.units[j].at + 2
    return not unit.party and unit.weight == 1.0 and following and j + 1 not in alignment.added


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
    return (word.endswith("s") or word == "children") and before in _BEFORE_ALL


def _own_clause(alignment: Alignment, j: int) -> bool:
    """Whether the word is all there is in a clause put in after a noun ("whom it employs")."""
    summary = alignment.summary
    at = summary.units[j].at
    if (
        at < 2
        or summary.units[j].weight < 1
        or not {summary.words[at - 1].lower, summary.words[at - 2].lower} & {"who", "whom"}
    ):
        return False
    before = summary.units[j - 1] if j else None
    noun = before is not None and j - 1 not in alignment.added and before.at >= at - 3
    after = summary.words[at + 1].lower if at + 1 < len(summary.words) else "."
    return noun and (
        after in ("to", "must", "should", "and")
        or bool(re.match(r"\s*[.,;]", summary.text[summary.units[j].end :]))
    )


def _narrower(summary: Wording, first: int, j: int) -> Change:
    last = summary.units[min(j + 1, len(summary.units) - 1)]
    said = summary.text[summary.words[first].start : max(last.end, summary.units[j].end)]
    if len(said) > 60:
        said = summary.text[summary.words[first].start : summary.units[j].end]
    return Change(
        "narrowed",
        f"the summary says “{said}”, which covers less than the report",
        "take out the words that narrow it",
        said,
    )
