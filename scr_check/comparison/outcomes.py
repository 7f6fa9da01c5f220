"""Outcomes: whether what an action will achieve is promised as fully in the summary as in the report."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from scr_check.comparison.addressees import party_changes
from scr_check.comparison.change import Change
from scr_check.comparison.force import softened
from scr_check.comparison.frequencies import frequencies_in
from scr_check.comparison.measures import measure_changes
from scr_check.comparison.scope import dropped_parts
from scr_check.comparison.timing import timing_changes
from scr_check.comparison.wording import Alignment, Wording
from scr_check.finding import Confidence
from scr_check.language.strength import scope_words
from scr_check.language.words import DATA, lexicon, stem

_DENYING = frozenset(
    ["no", "not", "never", "none", "nobody", "nothing", "without", "neither", "cannot", "unable"]
)
_RANKED = re.compile(
    r"\b(?:first(?:ly)?|foremost|primarily|mainly|chiefly|above all|rather than|instead of|more than|second(?:ly|ary)?"
    r"|ahead of|if at all)\b",
    re.IGNORECASE,
)
_ALIKE = re.compile(r"\b(?:as well as|both|equally|alike|not only|and also|as much as)\b", re.IGNORECASE)
_FREE_TO = re.compile(
    r"\b(?:(?:feels?|are|is|be) (?:\w+ )?(?:able|free|confident|encouraged|invited|allowed)(?: enough)? to|may|might|could)\b",
    re.IGNORECASE,
)
_ENABLED = re.compile(
    r"\b(?:can|could|may|might|able|free|confiden\w+|chance|opportunit\w+|know how|enable\w*|allow\w*|learn|ready|use)\b",
    re.IGNORECASE,
)
_ONCE_DONE = re.compile(
    r"\b(?:once|after|when) (?:\w+ ){1,6}?(?:has|have|had|is|are)"
    r" (?:already |been |already been )+\w+|\bafterwards\b|\bin retrospect\b",
    re.IGNORECASE,
)
_AFTERWARDS = re.compile(
    r"\b(?:once|after|afterwards|when|following|later|since|by the time)\b", re.IGNORECASE
)
_MEASURED_IN = re.compile(r"^\s*(?:in|by the)\s+(?:\w+ )?(?:hours|days|weeks|months|years)\b")
_INFORMS = re.compile(r"\s*(?:\w+ ){0,2}?(?:decisions?|practice|planning|plans?|judgements?)\b")
_COMPARING = frozenset(["less", "more", "fewer", "later", "longer"])
_ABLE = frozenset(("can", "could"))
_STRANGE = 0.3  # an outcome that keeps no more of the report's words than this is another outcome
_NEW = 0.6  # ... if this much of it is new


@cache
def action_words(topic: str) -> frozenset[str]:
    """The stems of the words that action plans use for a topic of outcomes.toml."""
    with (DATA / "outcomes.toml").open("rb") as file:
        return frozenset(stem(word) for word in tomllib.load(file)[topic])


@cache
def _degrees() -> frozenset[str]:
    """Words of degree as they are written: "better" has the stem of "good"."""
    with (DATA / "outcomes.toml").open("rb") as file:
        return frozenset(tomllib.load(file)["degree"])


def outcome_changes(alignment: Alignment) -> Iterator[Change]:
    """In what an outcome promises less than the report's, or something else: at most one change."""
    for check in _CHECKS:
        found = next(check(alignment), None)
        if found:
            yield found
            return


def changed(
    alignment: Alignment, why: str, quote: str = "", confidence: Confidence = Confidence.LIKELY
) -> Change:
    """An outcome that is not the report's, for the reason that `why` gives."""
    report = alignment.report
    spans = tuple((report.units[i].start, report.units[i].end) for i in alignment.missing)
    return Change(
        "outcome",
        f"{why}: the report's outcome is “{report.text}”; the summary's is “{alignment.summary.text}”",
        f"write the report's “{report.text}”",
        quote or alignment.summary.text,
        spans,
        confidence,
    )


def _by_degree(alignment: Alignment) -> Iterator[Change]:
    """All or none made a matter of degree."""
    report, summary = alignment.report, alignment.summary
    wide = scope_words("wide") | {"never", "alway", "cannot"}
    if not any(word.stem in wide or word.lower in ("never", "always", "cannot") for word in report.words):
        return
    ours = {word.lower for word in report.words}
    for word in summary.words:
        if word.lower in _degrees() and word.lower not in ours and not _in_phrase(summary, word.start):
            yield changed(
                alignment, "the summary makes it a matter of degree", summary.text[word.start : word.end]
            )


def _in_phrase(wording: Wording, start: int) -> bool:
    """Whether "more" or "less" stands in "no more", "more than" or "at most"."""
    before = wording.text[:start].rstrip().lower().rsplit(" ", 1)[-1]
    after = wording.text[start:].lower().split()[1:2]
    return before in ("no", "at", "the", "any") or after == ["than"]


def _activity(alignment: Alignment) -> Iterator[Change]:
    """Something done on the way promised instead of what it is done for."""
    report, summary = alignment.report, alignment.summary
    near = lexicon().near
    ours = {unit.stem for unit in report.units}
    known = ours | {other for one in ours for other in near.get(one, ())}
    lost = [i for i in alignment.missing if report.units[i].weight == 1.0]
    for j in alignment.added:
        unit = summary.units[j]
        if (
            unit.stem in action_words("activity")
            and not (unit.at and summary.words[unit.at - 1].lower in _ABLE)  # "can tell" is to know
            and unit.stem not in known
            and not _MEASURED_IN.match(summary.text[unit.end :])  # "counted in weeks" is how long they wait
            and not (unit.stem == "inform" and _INFORMS.match(summary.text[unit.end :]))  # which tells nobody
            and (lost or _heads(alignment, j))
        ):
            said = summary.text[unit.start : unit.end]
            yield changed(alignment, f"the summary promises only an activity (“{said}”)", said)


def _ranked(alignment: Alignment) -> Iterator[Change]:
    """Two things that count alike made one that comes before the other."""
    report, summary = alignment.report, alignment.summary
    said = _RANKED.search(summary.text)
    if said and _ALIKE.search(report.text) and not _RANKED.search(report.text):
        yield changed(alignment, "the summary puts one of two things before the other", said[0])


def _left_free(alignment: Alignment) -> Iterator[Change]:
    """What will be done made what people will be free to do, in weaker words."""
    report, summary = alignment.report, alignment.summary
    said = _FREE_TO.search(summary.text)
    lost = any(report.units[i].weight == 1.0 for i in alignment.missing)
    if said and lost and not _ENABLED.search(report.text):
        yield changed(alignment, f"the summary promises only that people “{said[0]}”", said[0])


def _once_decided(alignment: Alignment) -> Iterator[Change]:
    """What bears on a thing made what comes after it: "rest on advice" made "advice once decided"."""
    report, summary = alignment.report, alignment.summary
    late = _ONCE_DONE.search(summary.text)
    if late and alignment.missing and not _AFTERWARDS.search(report.text):
        yield changed(alignment, "the summary puts it afterwards", late[0])


def _heads(alignment: Alignment, j: int) -> bool:
    """Whether nothing of the report is lost, but an added verb now stands over what it promises."""
    summary = alignment.summary
    added = [k for k in alignment.added if summary.units[k].weight == 1.0]
    return len(added) >= 2 or (alignment.kept > 0.9 and _passive(summary, j))


def _passive(wording: Wording, j: int) -> bool:
    at = wording.units[j].at
    return at > 0 and wording.words[at - 1].lower in ("be", "been", "being", "is", "are", "was", "were")


def _too_late(alignment: Alignment) -> Iterator[Change]:
    """ "Before" or "while" turned into "once" or "by the time"."""
    report, summary = alignment.report, alignment.summary
    ours, theirs = {w.stem for w in report.words}, {w.stem for w in summary.words}
    late = theirs & action_words("after") or "by the time" in summary.text.lower()
    if (
        ours & action_words("before")
        and not theirs & action_words("before")
        and late
        and not ours & action_words("after")
    ):
        yield changed(alignment, "the summary puts it later")


def _childless(alignment: Alignment) -> Iterator[Change]:
    """An outcome for children that no longer speaks of any."""
    report, summary = alignment.report, alignment.summary
    if not alignment.missing or any(_about_children(unit.stems) for unit in summary.units):
        return
    lost = [i for i in alignment.missing if report.units[i].weight == 1.0]
    if len(lost) >= 2 and any(_about_children(report.units[i].stems) for i in alignment.missing):
        yield changed(alignment, "the summary no longer says what it does for the child")


def _about_children(stems: frozenset[str]) -> bool:
    return bool(stems & action_words("child"))


def _halved(alignment: Alignment) -> Iterator[Change]:
    """Half of what is promised left out, with nothing put for it."""
    if not any(alignment.summary.units[j].weight == 1.0 for j in alignment.added):
        for change in dropped_parts(alignment):
            yield replace(change, sort="outcome")


def _turned(alignment: Alignment) -> Iterator[Change]:
    """A promise turned into its opposite: the same words, denied once more in one of them."""
    if (
        alignment.kept < 1
        or alignment.own > 0
        or "rather than" in alignment.summary.text
        or "instead of" in alignment.summary.text
    ):
        return
    report, summary = alignment.report, alignment.summary
    denials = [_denials(one) + _undone(one, other) for one, other in ((report, summary), (summary, report))]
    if denials[0] % 2 != denials[1] % 2:
        yield changed(alignment, "the summary says the opposite")


def _denials(wording: Wording) -> int:
    """The denials of a wording; "no less often" denies nothing."""
    after = [*wording.words[1:], None]
    return sum(
        word.lower in _DENYING and not (following and following.lower in _COMPARING)
        for word, following in zip(wording.words, after, strict=True)
    )


def _undone(wording: Wording, other: Wording) -> int:
    """The words that deny what the other wording says without "un": "unchecked", "not checked"."""
    return sum(
        word.lower.startswith("un") and stem(word.lower[2:]) in other.stems and word.stem not in other.stems
        for word in wording.words
    )


def _opposed(alignment: Alignment) -> Iterator[Change]:
    """A word put in that means the opposite of one left out: "when clinicians agree", for "disagree"."""
    report, summary, far = alignment.report, alignment.summary, lexicon().far
    if _denials(report) != _denials(summary):
        return
    for j in alignment.added:
        said = summary.units[j]
        for i in alignment.missing:
            true = report.units[i]
            if true.stem in far.get(said.stem, ()) or said.stem in far.get(true.stem, ()):
                yield changed(alignment, "the summary says the opposite", summary.text[said.start : said.end])
                return


def _other(alignment: Alignment) -> Iterator[Change]:
    """Another outcome altogether."""
    if alignment.kept <= _STRANGE and alignment.own >= _NEW and alignment.report.weight >= 2:
        yield changed(alignment, "the summary promises something else", confidence=Confidence.POSSIBLE)


_CHECKS = (
    softened,
    _by_degree,
    _activity,
    timing_changes,
    _too_late,
    _once_decided,
    _ranked,
    _left_free,
    party_changes,
    _halved,
    _childless,
    _turned,
    _opposed,
    _other,
)


def monitoring_changes(alignment: Alignment) -> Iterator[Change]:
    """How often, by what figures or by when progress is checked, where that differs from the report."""
    report, summary = alignment.report, alignment.summary
    if (
        (frequencies_in(report.text) and frequencies_in(summary.text))
        or (report.numbers and summary.numbers)
        or report.dates
    ):
        yield from (change for change in measure_changes(alignment) if change.quote)
