"""Verbatim: a wording that is the report's own but for a few places, each of which then matters."""

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache

from scr_check.comparison.change import Change, instead_of
from scr_check.comparison.duties import governed
from scr_check.comparison.substitution import LIGHT_VERBS, is_lone_verb, is_passive, is_verb, matters, recast
from scr_check.comparison.wording import Alignment, Unit, Wording
from scr_check.language.asking import small_words
from scr_check.language.words import Word, lexicon, stem, stop_words

IN_ORDER = 0.86  # share of tokens (0 to 1) that stand in the same order
IN_ALL = 0.9  # share of tokens in any order, for sentences that changed places
IN_PART = 0.93  # share of the shorter text that stands in the longer, for a part put in or left out
_PREPOSITIONS = frozenset(("with", "by", "through", "via", "in", "from"))
_LED = frozenset(("chaired", "led", "headed", "overseen", "managed", "supervised"))  # "under a director"
_ONLY = frozenset(("only", "alone", "solely", "just"))
_TAKING_UP = frozenset(("that", "this", "such", "these", "those"))
_ASKING = frozenset(("how", "what", "when", "who", "where", "why", "which", "whom"))
_TURNS = {
    ("before", "after"),
    ("after", "before"),
    ("and", "or"),
    ("or", "and"),
    ("until", "when"),
    ("until", "after"),
}


def is_verbatim(alignment: Alignment) -> bool:
    """Whether the summary's wording is the report's own but for a few places."""
    ours, theirs = _tokens(alignment.report), _tokens(alignment.summary)
    common = sum((Counter(ours) & Counter(theirs)).values())
    if 2 * common >= IN_ALL * (len(ours) + len(theirs)):
        return True
    blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    kept = sum(block.size for block in blocks)
    whole = 2 * kept >= IN_ORDER * (len(ours) + len(theirs))
    return whole or (kept >= IN_PART * min(len(ours), len(theirs)) and kept >= 8)


def _tokens(wording: Wording) -> list[str]:
    """The words of a text, each party and figure being one."""
    spans = [(unit.start, unit.end, unit.stem) for unit in wording.units if unit.party]
    spans += [(n.start, n.end, "#") for n in wording.numbers] + [(d.start, d.end, "#") for d in wording.dates]
    names = {start: name for start, _, name in spans}
    return [
        names.get(word.start, word.lower)
        for word in wording.words
        if word.start in names or not any(start < word.start < end for start, end, _ in spans)
    ]


def verbatim_changes(alignment: Alignment) -> Iterator[Change]:
    """What was put in, taken out or replaced in a wording that is otherwise the report's own."""
    if not is_verbatim(alignment):
        return
    yield from _turned(alignment.report, alignment.summary)
    ours, theirs = (
        [word.lower for word in alignment.report.words],
        [word.lower for word in alignment.summary.words],
    )
    for tag, i, i_end, j, j_end in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from _changes_of(alignment, range(i, i_end), range(j, j_end))


def _changes_of(alignment: Alignment, here: range, there: range) -> Iterator[Change]:
    """The changes of a stretch of the report's words that stands as another one in the summary."""
    report, summary = alignment.report, alignment.summary
    ours = [report.words[k].lower for k in here]
    lost = [report.units[k] for k in alignment.missing if report.units[k].at in here]
    gone = [unit for unit in lost if unit.weight == 1.0]
    come = _come(alignment, there)
    if come and not gone:
        gone = lost[:1]  # "receive" replaced by "are offered"
    if not come:
        theirs = [summary.words[k].lower for k in there]
        gone = [] if _put_elsewhere(alignment, here, there) else _missed(alignment, gone, ours, theirs)
    for true, said in zip(gone, come, strict=False):
        if not _related(true, said) and matters(report, true, summary, said):
            yield _replaced(report, true, summary, said)
    if (come and len(gone) > len(come)) or (not come and _left_bare(alignment, here, there)):
        yield from (_taken_out(report, unit) for unit in gone[len(come) :] if not _as_aside(report, unit))
    if len(come) > len(gone) and (gone or set(ours) <= stop_words()):
        yield from (
            _put_in(summary, unit)
            for unit in come[len(gone) :]
            if not _goes_without_saying(alignment, unit, here)
        )


def _come(alignment: Alignment, there: range) -> list[Unit]:
    """The words of weight that a stretch of the summary adds; "never in notes alone" is "never only in notes"."""
    summary = alignment.summary
    said_only = any(word.lower in _ONLY for word in alignment.report.words)
    added = [summary.units[k] for k in alignment.added if summary.units[k].at in there]
    return [
        unit
        for unit in added
        if unit.weight == 1.0 and not (said_only and summary.words[unit.at].lower in _ONLY)
    ]


def _goes_without_saying(alignment: Alignment, unit: Unit, here: range) -> bool:
    """Whether a word put in asks for nothing more than the report's words of the stretch."""
    report, summary = alignment.report, alignment.summary
    return (
        _as_aside(summary, unit)
        or is_lone_verb(summary, unit)
        or summary.words[unit.at].lower in small_words("always")
        or _is_measure(summary, unit)
        or _is_doer(alignment, unit)
        or _for_light(report, here, summary, unit)
        or _takes_up(alignment, unit)
    )


def _missed(alignment: Alignment, gone: list[Unit], ours: Sequence[str], theirs: Sequence[str]) -> list[Unit]:
    """Of the words lost from a stretch with nothing in their place those that are missed, none if they are said otherwise."""
    report = alignment.report
    if _PREPOSITIONS.intersection(theirs):  # "using", "paying" made "with"
        gone = [unit for unit in gone if not report.words[unit.at].lower.endswith("ing")]
    if "under" in theirs:
        gone = [unit for unit in gone if report.words[unit.at].lower not in _LED]
    gone = [unit for unit in gone if not recast(alignment, unit)]
    listed = {"and", "or"}.intersection(ours)
    alone = len(gone) == 1 and not listed
    return [] if alone and (is_lone_verb(report, gone[0]) or _turned_round(alignment, gone[0])) else gone


def _put_elsewhere(alignment: Alignment, here: range, there: range) -> bool:
    """Whether a stretch of the report begins with a verb that the summary puts elsewhere than in its place."""
    report, summary = alignment.report, alignment.summary
    opening = next((k for k, unit in enumerate(report.units) if unit.at in here), None)
    said = None if opening is None else alignment.pairs.get(opening)
    if opening is None or said is None:
        return False
    return is_verb(report, report.units[opening].at) and summary.units[said].at not in there


def _turned_round(alignment: Alignment, lost: Unit) -> bool:
    """Whether a verb stands elsewhere for one that is lost: "the screen shows the calls", "the calls appear on the screen"."""
    summary = alignment.summary
    return lost.stem in lexicon().verbs and any(
        is_verb(summary, summary.units[j].at) for j in alignment.added
    )


def _left_bare(alignment: Alignment, here: range, there: range) -> bool:
    """Whether what stands in the place of lost words stands for other words, so that nothing replaces them.

    That is so when nothing stands there, or small words, or units that answer to units of the same stretch.
    """
    report, summary = alignment.report, alignment.summary
    if {summary.words[k].lower for k in there} <= stop_words():
        return True
    back = {j: i for i, j in alignment.pairs.items()}
    units = [j for j, unit in enumerate(summary.units) if unit.at in there]
    return bool(units) and all(
        j in back and (report.units[back[j]].at in here or summary.units[j].party) for j in units
    )


def _as_aside(wording: Wording, unit: Unit) -> bool:
    """Whether a unit says in which part a body acts ("as commissioner"), or only names or explains once more."""
    before = [word for word in wording.words[max(0, unit.at - 2) : unit.at] if _is_short(wording, word)]
    return bool(unit.party or before) or (unit.at > 0 and wording.words[unit.at - 1].lower == "as")


def _is_short(wording: Wording, word: Word) -> bool:
    """Whether a word is an abbreviation, after which a noun may only say what it is of: "a DASH risk checklist"."""
    written = wording.text[word.start : word.end]
    return len(written) > 1 and written.isupper()


def _is_doer(alignment: Alignment, unit: Unit) -> bool:
    """Whether a word only says who does what the report has done by nobody: "crews complete a form"."""
    report, summary = alignment.report, alignment.summary
    after = next((j for j, other in enumerate(summary.units) if other.at == unit.at + 1), None)
    verb = next((i for i, j in alignment.pairs.items() if j == after), None)
    return verb is not None and is_verb(summary, unit.at + 1) and is_passive(report, report.units[verb])


def _is_measure(summary: Wording, unit: Unit) -> bool:
    """Whether a word only says "more" otherwise ("for longer than ten days")."""
    after = summary.words[unit.at + 1 : unit.at + 2]
    return bool(after) and after[0].lower == "than"


def _for_light(report: Wording, here: range, summary: Wording, unit: Unit) -> bool:
    """Whether a verb stands for a light one, "called to a fire" for "been to a fire"."""
    return is_verb(summary, unit.at) and any(report.words[k].lower in LIGHT_VERBS for k in here)


def _takes_up(alignment: Alignment, unit: Unit) -> bool:
    """Whether a word only takes up what was named before it, as a new sentence must.

    "A lead, who must attend" made "That officer must attend"; "a guide on how to report" made "It should explain how to".
    """
    words = alignment.summary.words
    before = words[unit.at - 1].lower if unit.at else ""
    after = words[unit.at + 1].lower if unit.at + 1 < len(words) else ""
    tells = after in _ASKING and any(word.lower == after for word in alignment.report.words)
    return before in _TAKING_UP or (tells and unit.stem in _telling())


@cache
def _telling() -> frozenset[str]:
    """The stems of verbs for what a document says."""
    return frozenset(map(stem, "explain say state show describe tell cover include list set advise".split()))


def _turned(report: Wording, summary: Wording) -> Iterator[Change]:
    """A small word turned into its opposite: "before" into "after", "and" into "or"."""
    ours, theirs = [word.lower for word in report.words], [word.lower for word in summary.words]
    for tag, i, i_end, j, j_end in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag == "replace" and i_end == i + 1 and j_end == j + 1 and (ours[i], theirs[j]) in _TURNS:
            place = (report.words[i].start, report.words[i].end)
            yield instead_of(_around(report, i), place, _around(summary, j))


def _around(wording: Wording, i: int) -> str:
    words = wording.words[max(0, i - 1) : i + 3]
    return wording.text[words[0].start : words[-1].end]


def _related(one: Unit, other: Unit) -> bool:
    """Whether two words have neighbours in meaning in common, though neither is the other's."""
    near = lexicon().near
    return len(near.get(one.stem, frozenset()) & near.get(other.stem, frozenset())) >= 2


def _taken_out(report: Wording, unit: Unit) -> Change:
    words = report.text[unit.start : unit.end]
    shown = _around(report, unit.at)
    return Change(
        "readdressed" if unit.party and _leads(report, unit) else "narrowed",
        f"the report says “{shown}”; the summary leaves out “{words}”",
        f"put “{words}” back",
        "",
        ((unit.start, unit.end),),
    )


def _replaced(report: Wording, true: Unit, summary: Wording, said: Unit) -> Change:
    moved = true.party and said.party and _leads(report, true)
    meant, ours = report.text[true.start : true.end], summary.text[said.start : said.end]
    return instead_of(meant, (true.start, true.end), ours, "readdressed" if moved else "detail")


def _put_in(summary: Wording, unit: Unit) -> Change:
    words = summary.text[unit.start : unit.end]
    shown = _around(summary, unit.at)
    return Change(
        "narrowed",
        f"the summary says “{shown}”; the report does not say “{words}”",
        f"take out “{words}”",
        words,
    )


def _leads(wording: Wording, unit: Unit) -> bool:
    """Whether a party is the subject of its sentence's duty."""
    return any(g.first <= unit.at < g.phrase.first for g in governed(wording))
