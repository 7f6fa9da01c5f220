"""Substitution: one word put for another in a wording that is otherwise the report's own, and whether that matters."""

from scr_check.comparison.duties import governed
from scr_check.comparison.wording import Alignment, Unit, Wording
from scr_check.language.asking import small_stems, small_words
from scr_check.language.words import irregular_forms, lexicon

_BEFORE_NOUNS = frozenset(
    "the a an its their his her our every each any no all some of in for with from by on at about such same".split()
)
_BEFORE_VERBS = frozenset(
    "to must should shall will may might can could would not never and then is are was were be been being has have"
    " had do does did who which that they it he she we".split()
)
_PASSIVE = frozenset(("be", "been", "being", "is", "are", "was", "were"))
_APART = 6  # words within which the particle of a light verb may follow
_REACH = 3  # words to either side in which a light verb is looked for
# Verbs that say with a noun or small word what another verb says alone: "been to" for "attended", "bring down".
LIGHT_VERBS = frozenset(
    "be been being is are was were do does done did have has had having get gets got give gives given gave take"
    " takes taken took make makes made bring brings brought put puts go goes gone went come comes came".split()
)


def matters(report: Wording, true: Unit, summary: Wording, said: Unit) -> bool:
    """Whether it changes what is asked that `said` stands where the report has `true`.

    A verb put for a verb is nearly always a way of writing, unless it is the one that the duty is laid on, or
    its opposite. Where nouns, describing words and parties differ, something else is meant.
    """
    stages = {true.stem, said.stem} <= small_stems("stages")  # "completed" made "started"
    if true.party or said.party or stages or _far(true, said):
        return True
    if _with_particle(report, true) or _with_particle(summary, said):
        return False  # "add up" is no adding, and "total" may be put for it
    if _bidden(report, true.at) and _bidden(summary, said.at):
        return True
    if is_passive(report, true) and is_passive(summary, said) and true.weight == 1.0:
        return True  # "is visited" made "is contacted"
    if _done_to_party(report, true) != _done_to_party(summary, said):
        return True  # "the council has confirmed" made "the council has been informed"
    return not (is_verb(report, true.at) and is_verb(summary, said.at))


def is_verb(wording: Wording, at: int) -> bool:
    """Whether a word is used as a verb, by its form and the word before it."""
    word = wording.words[at]
    first = at == 0 or wording.sentence_of[at - 1] != wording.sentence_of[at]
    before = "" if first else wording.words[at - 1].lower
    inflected = word.lower.endswith(("ing", "ed")) or word.lower in irregular_forms()
    if before in _BEFORE_NOUNS:
        return word.lower.endswith("ing") and before in ("of", "in", "for", "with", "from", "by", "on", "at")
    if before in _BEFORE_VERBS or inflected:
        return inflected or word.stem in lexicon().verbs
    singular = not before.endswith("s") or before.endswith(("ss", "'s"))
    return word.stem in lexicon().verbs and bool(before) and word.lower.endswith("s") == singular


def is_lone_verb(wording: Wording, unit: Unit) -> bool:
    """Whether a word is a verb to which nothing is bidden and that stands in no list: left out, its object stays.

    "Officers who attend an incident" are officers at an incident, but "record and report" asks for two things.
    """
    words, at = wording.words, unit.at
    ahead = wording.text[words[at].end : words[at + 1].start] if at + 1 < len(words) else ""
    behind = wording.text[words[at - 1].end : words[at].start] if at else ""
    beside = {word.lower for word in (*words[max(0, at - 1) : at], *words[at + 1 : at + 2])}
    listed = "," in ahead + behind or beside & {"and", "or", "not", "never"}
    noun = at > 0 and words[at].lower.endswith("ing") and words[at - 1].lower in _BEFORE_NOUNS  # "in writing"
    return is_verb(wording, at) and not (listed or noun or _bidden(wording, at))


def recast(alignment: Alignment, true: Unit) -> bool:
    """Whether a lost verb is said with a light one where its neighbours stand: "reduced" made "brought down"."""
    report, summary = alignment.report, alignment.summary
    if not is_verb(report, true.at):
        return False
    i = report.units.index(true)
    ours = _light_verbs(report, true.at)
    spots = [summary.units[alignment.pairs[k]].at for k in (i - 1, i + 1) if k in alignment.pairs]
    return any(_light_verbs(summary, spot) - ours for spot in spots)


def _light_verbs(wording: Wording, at: int) -> set[str]:
    near = range(max(0, at - _REACH), min(len(wording.words), at + _REACH + 1))
    return {wording.words[i].lower for i in near} & LIGHT_VERBS


def _far(true: Unit, said: Unit) -> bool:
    far = lexicon().far
    return said.stem in far.get(true.stem, ()) or true.stem in far.get(said.stem, ())


def _done_to_party(wording: Wording, verb: Unit) -> bool:
    """Whether a verb stands in the passive after a party, to whom the thing is then done."""
    return is_passive(wording, verb) and any(
        unit.party and unit.sentence == verb.sentence and verb.at - _REACH <= unit.at + len(unit.stems)
        for unit in wording.units
        if unit.at < verb.at
    )


def _with_particle(wording: Wording, verb: Unit) -> bool:
    reach = (
        _APART if wording.words[verb.at].lower in LIGHT_VERBS else 1
    )  # "bring the caseloads of nurses down"
    after = {word.lower for word in wording.words[verb.at + 1 : verb.at + 1 + reach]}
    return bool(after & small_words("particles")) and is_verb(wording, verb.at)


def is_passive(wording: Wording, verb: Unit) -> bool:
    """Whether a verb stands after a form of "be"."""
    return verb.at > 0 and wording.words[verb.at - 1].lower in _PASSIVE


def _bidden(wording: Wording, at: int) -> bool:
    """Whether a duty is laid on the doing of this very word: "must inspect", "must inspect and report"."""
    joined = at > 0 and wording.words[at - 1].lower in ("and", "or", "then")
    base = not wording.words[at].lower.endswith(("ing", "ed"))
    return any(
        duty.phrase.end == at or (joined and base and duty.phrase.end < at < duty.end)
        for duty in governed(wording)
    )
