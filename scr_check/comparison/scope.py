"""Scope: what a recommendation covers, and which parts of it a summary leaves out."""

import re
from collections.abc import Iterator

from scr_check.comparison.change import Change
from scr_check.comparison.duties import governed
from scr_check.comparison.restrictions import restrictions
from scr_check.comparison.universals import universal_changes
from scr_check.comparison.wording import Alignment, Unit, Wording
from scr_check.language.asking import small_words
from scr_check.language.words import stop_words

_JOINING = frozenset(("and", "or", "nor"))
_RELATIVE = frozenset(("who", "which", "that"))
_JOINED_ON = re.compile(
    r"\s*(?:,? (?:and|or)\b(?! (?:that|must|should|is|are|was"
    r"|to(?! (?:the|an?|its|their|each|every|all|any)\b))\b)|,(?= \w+,? (?:and|or)\b))"
)
_LISTED_ON = re.compile(  # ", the health visitor, the social worker and the drug agency"
    r"(?:,(?: (?:the|an?|its|their|his|her))?(?: [\w'-]+){1,4})+,? (?:and|or)\b"
)
_INCLUDING = re.compile(r"\b(?:including|includes|such as|among them)\b[^.;:]*$", re.IGNORECASE)


def scope_changes(alignment: Alignment) -> Iterator[Change]:
    """What of the report's scope is lost: parts dropped first, else words put in that narrow it."""
    lost = [*dropped_parts(alignment), *_dropped_duties(alignment)]
    yield from lost[:2]
    if not lost:
        narrowed = list(restrictions(alignment))
        yield from narrowed or universal_changes(alignment)


def dropped_parts(alignment: Alignment) -> Iterator[Change]:
    """Stretches of the report that nothing in the summary answers to or stands in the place of.

    Words of the summary's own, wherever they stand, may be put for as many of the report's.
    """
    report, summary = alignment.report, alignment.summary
    spare = set(alignment.added)
    lost = sum(report.units[i].weight == 1.0 for i in alignment.missing)
    own = sum(
        1.0 if summary.units[j].weight == 1.0 else 0.5 for j in alignment.added if not _particle(summary, j)
    )
    own += 0.5 * len(_particles(summary) - _particles(report))
    own += len(_asking_words(summary) - _asking_words(report))  # "what is done" for "the action taken"
    for run in _runs(alignment):
        heavy = [i for i in run if report.units[i].weight == 1.0 and not _puts_in_writing(alignment, i)]
        if not heavy or _replaced(alignment, run, len(heavy), spare):
            continue
        listed = _conjunct(alignment, run)
        if lost <= own and not (listed and _is_item(report, report.units[run[0]])):
            continue
        enough = 2 if not own or lost - own >= 2 else 3
        if len(heavy) >= enough or listed or _included(report, report.units[heavy[0]]):
            yield _left_out(alignment, run)


def _puts_in_writing(alignment: Alignment, i: int) -> bool:
    """Whether a verb only says of "confirmed in writing" what the summary's "in writing" says without it."""
    report = alignment.report
    after = re.match(r" (?:(?:it|them|this) )?in writing\b", report.text[report.units[i].end :])
    return after is not None and "in writing" in alignment.summary.text


def _particle(wording: Wording, j: int) -> bool:
    return wording.words[wording.units[j].at].lower in small_words("particles")


def _particles(wording: Wording) -> set[str]:
    """The words that make other verbs of small ones: "put off" says as much as "postpone"."""
    return {word.lower for word in wording.words} & small_words("particles")


def _asking_words(wording: Wording) -> set[str]:
    return {word.lower for word in wording.words} & {"what", "how", "why"}


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
        if len(asked) == 1 and len(governed(summary)) >= len(governed(report)):
            continue  # "must be passed to it" may be "it must be given"
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
    after = after or (last.party is not None and _LISTED_ON.match(report.text, last.end) is not None)
    kept_before = run[0] - 1 in alignment.pairs and report.units[run[0] - 1].sentence == first.sentence
    kept_after = run[-1] + 1 in alignment.pairs and report.units[run[-1] + 1].sentence == last.sentence
    return (before and kept_before) or (after and kept_after)


def _is_item(wording: Wording, unit: Unit) -> bool:
    """Whether a unit is one of several people or things, and no clause joined by "and" that may be said in other words."""
    return unit.party is not None or _joint_before(wording, unit.at) == "or"


def _joined_before(wording: Wording, at: int) -> bool:
    return _joint_before(wording, at) in _JOINING


def _joint_before(wording: Wording, at: int) -> str:
    """The word before a unit and the small words that lead up to it ("or who", "or a client's" after "a client")."""
    i = at - 1
    while i >= 0 and (
        wording.words[i].lower in small_words("small") | _RELATIVE
        or (
            wording.words[i].lower not in stop_words()
            and wording.words[i].stem in {w.stem for w in wording.words[:i]}
        )
    ):
        i -= 1
    return wording.words[i].lower if i >= 0 else ""


def _joined_after(wording: Wording, unit: Unit) -> bool:
    return bool(_JOINED_ON.match(wording.text[unit.end :]))


def _included(wording: Wording, unit: Unit) -> bool:
    """Whether a unit stands in a list begun by "including"."""
    return bool(_INCLUDING.search(wording.text[: unit.start]))


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
