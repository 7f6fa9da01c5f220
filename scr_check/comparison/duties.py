"""Duties: the words that bind, how firmly they do so, and which words of a text each of them governs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from scr_check.comparison.change import Change, instead_of
from scr_check.comparison.wording import Alignment, Wording
from scr_check.language.asking import small_stems, small_words
from scr_check.language.strength import Phrase, phrases_in
from scr_check.language.words import stop_words

_DUTIES = frozenset(("must", "shall", "should", "ought"))
_LEAVES = frozenset(("may", "might", "can", "could"))
_CONDITIONS = frozenset(
    ("when", "whenever", "where", "wherever", "if", "who", "whom", "whose", "which", "whether", "because")
)
_ASKED = frozenset(("who", "whom", "what", "which", "when", "where", "whether", "how"))
_NEAR = 3  # words between a duty and what says how firm it is
_PURPOSE = re.compile(r"\b(?:so that|in order that|under which|whereby|by which)\b", re.IGNORECASE)
_TELLS = re.compile(
    r"\b(?:recommend|advis|suggest|conclud|decid|agree|propos|find|order)\w* that [^,;.]{1,60}$",
    re.IGNORECASE,
)
_ABLE = re.compile(r"\b(?:can|could|able|ability|enables?|\w{3,}[ai]ble)\b", re.IGNORECASE)
_BEING = frozenset(("be", "is", "are", "been", "being"))
_BEFORE_PARTICIPLE = _BEING | {"", "have", "has", "had", "and", "or", "not", "also", "then", "was", "were"}


@dataclass(frozen=True, slots=True)
class Governed:
    """A stretch of words under one duty: word `first` to before word `end`; the duty's level and phrase."""

    level: int
    phrase: Phrase
    first: int
    end: int


def governed(wording: Wording) -> list[Governed]:
    """Every duty of a text, with the words of its clause: from the joint after the duty before it to the next one."""
    found: list[Governed] = []
    for number in dict.fromkeys(wording.sentence_of):
        at = [i for i, sentence in enumerate(wording.sentence_of) if sentence == number]
        first, end = at[0], at[-1] + 1
        phrases = _duties(wording, first, end)
        joints = [_joint(wording, one.end, other.first) for one, other in pairwise(phrases)]
        for phrase, start, stop in zip(phrases, [first, *joints], [*joints, end], strict=False):
            found.append(Governed(phrase.level, phrase, start, stop))
    return found


def _joint(wording: Wording, first: int, end: int) -> int:
    """Where the clause of a duty begins that stands at word `end`, looking back no further than word `first`."""
    for i in range(end - 1, first - 1, -1):
        between = wording.text[wording.words[i].end : wording.words[i + 1].start]
        if wording.words[i].lower in ("and", "but", "or") or re.search(r"[;,:]", between):
            return i + 1
    return end


def _duties(wording: Wording, first: int, end: int) -> list[Phrase]:
    """The duty phrases of one sentence; a lower one after a higher one ("must explore") stands for both."""
    phrases = [
        p
        for p in phrases_in("duty", list(wording.words[first:end]))
        if not _in_date(wording, first + p.first)
        and not _inverted(wording, first + p.first)
        and not _whoever(wording, first + p.first)
        and not _reported(wording, first + p.first)
        and wording.words[first + p.first].lower != "aimed"  # "aimed at fathers" is directed at them
        and not _is_told_of_noun(wording, first + p.first)
    ]
    firm = any(phrase.level > 1 for phrase in phrases)
    kept: list[Phrase] = []
    for found in phrases:
        phrase = Phrase(found.level, found.first + first, found.end + first)
        if kept and _PURPOSE.search(wording.text, *_between(wording, kept[-1], phrase)):
            continue  # "should amend the rules so that carers must be trained" binds nobody else yet
        near = bool(kept) and phrase.first - kept[-1].end <= _NEAR
        if near and any(word.lower in _ASKED for word in wording.words[kept[-1].end : phrase.first]):
            continue  # "must say who may decide" leaves nothing open
        if phrase.level == 1 and near and kept[-1].level > 1:
            kept[-1] = Phrase(1, kept[-1].first, phrase.end)
        elif (not kept and not (firm and phrase.level == 1)) or _lays_duty(wording, phrase):
            kept.append(phrase)
    return kept


def _is_told_of_noun(wording: Wording, at: int) -> bool:
    """Whether a participle only tells of a noun: "every alternative considered", "moved to supported lodgings"."""
    word, before = wording.words[at].lower, wording.words[at - 1].lower if at else ""
    return (
        word in ("considered", "explored", "supported")
        and not before.endswith("ly")
        and before not in _BEFORE_PARTICIPLE
    )


def _between(wording: Wording, one: Phrase, other: Phrase) -> tuple[int, int]:
    """The place of the text between two phrases."""
    return wording.words[one.end - 1].end, wording.words[other.first].start


def _in_date(wording: Wording, at: int) -> bool:
    """Whether a word is part of a date: "31 May"."""
    place = wording.words[at].start
    return any(found.start <= place < found.end for found in wording.dates)


def _inverted(wording: Wording, at: int) -> bool:
    """Whether "should" means "if": "should any be missing"."""
    after = wording.words[at + 1].lower if at + 1 < len(wording.words) else ""
    return wording.words[at].lower == "should" and after in small_words("subjects")


def _whoever(wording: Wording, at: int) -> bool:
    """Whether "may" belongs to "whoever" or the like: "whoever the prescriber may be"."""
    return wording.words[at].lower == "may" and any(
        word.lower.endswith("ever") and word.lower[:2] in ("wh", "ho")
        for word in wording.words[max(0, at - 6) : at]
    )


def _reported(wording: Wording, at: int) -> bool:
    """Whether a duty is only told of, in a condition: "where an assessment recommends that a child should not go home"."""
    told = _TELLS.search(wording.text, 0, wording.words[at].start)
    teller = next((i for i, word in enumerate(wording.words) if told and word.start >= told.start()), at)
    return told is not None and in_condition(wording, teller)


def _lays_duty(wording: Wording, phrase: Phrase) -> bool:
    """Whether a phrase beside the first duty of a sentence lays another, and is no part of what that asks."""
    first = wording.words[phrase.first].lower
    if first in _DUTIES or not phrase.first:
        return True
    if phrase.level == 1 and first not in _LEAVES:
        return first in _BEING or first.endswith("ing") or first == "under"
    before = wording.words[phrase.first - 1]
    between = wording.text[before.end : wording.words[phrase.first].start]
    if before.lower in ("and", "but") or re.search(r"[;,]", between):
        return True
    return first in _LEAVES and not _subordinate(wording, phrase.first)


def _subordinate(wording: Wording, at: int) -> bool:
    """Whether a word stands in a clause that hangs on another ("through which anybody may ask")."""
    for i in range(at - 1, -1, -1):
        if wording.words[i].lower in small_words("hanging"):
            return True
        if re.search(r"[,;.]", wording.text[wording.words[i].end : wording.words[i + 1].start]):
            return False
        if wording.sentence_of[i] != wording.sentence_of[at]:
            return False
    return False


def in_condition(wording: Wording, at: int) -> bool:
    """Whether a word stands in a clause that only says when or of whom something is asked ("when they do not agree")."""
    for i in range(at - 1, -1, -1):
        if wording.sentence_of[i] != wording.sentence_of[at] or wording.words[i].lower in _DUTIES:
            return False
        if wording.words[i].lower in _CONDITIONS:
            return True
        if re.search(r"[,;:]", wording.text[wording.words[i].end : wording.words[i + 1].start]):
            return False
    return False


def lowered(alignment: Alignment) -> Iterator[Change]:
    """A duty of the summary that stands lower than the report's duty over the same words."""
    report, summary = alignment.report, alignment.summary
    ours, theirs = governed(report), governed(summary)
    if not ours:
        return
    back = {j: i for i, j in alignment.pairs.items()}
    for duty in theirs:
        if _said_no_oftener(summary, duty.phrase, report) or (
            duty.level == 1 and _said(summary, duty.phrase, report)
        ):
            continue
        if summary.words[duty.phrase.first].lower in _LEAVES and _only_when(duty, summary, report, back):
            continue  # "A worker may be away. The Trust must then ...", of "if a worker is away"
        true = _counterpart(duty, summary, report, back, ours)
        if true and duty.level < true.level and not _prohibits(summary, duty):
            said, meant = phrase_text(summary, duty.phrase), phrase_text(report, true.phrase)
            yield instead_of(meant, phrase_span(report, true.phrase), said, "weakened")


def requested(alignment: Alignment) -> Iterator[Change]:
    """To require something of others made to ask it of them."""
    report, summary = alignment.report, alignment.summary
    if summary.stems & small_stems("oblige"):
        return
    for word in report.words:
        if word.stem in small_stems("oblige") and word.stem != "ensur":
            asked = next((w for w in summary.words if w.stem in small_stems("request") - report.stems), None)
            if asked:
                meant, said = report.text[word.start : word.end], summary.text[asked.start : asked.end]
                yield instead_of(meant, (word.start, word.end), said, "weakened")


def _said_no_oftener(summary: Wording, phrase: Phrase, report: Wording) -> bool:
    """Whether the report has the same words, of more than one word, as often: "who is expected to join the household"."""
    said = phrase_text(summary, phrase).lower()
    return " " in said and summary.text.lower().count(said) <= report.text.lower().count(said)


def _said(summary: Wording, phrase: Phrase, report: Wording) -> bool:
    """Whether the report uses the same weak words after its own duty: they are then part of what is asked."""
    if any(word.stem == "abl" for word in summary.words[phrase.first : phrase.end]) and _ABLE.search(
        report.text
    ):
        return True
    stems = [word.stem for word in summary.words[phrase.first : phrase.end] if word.lower not in stop_words()]
    undated = [word.stem for i, word in enumerate(report.words) if not _in_date(report, i)]
    if not stems:
        return False
    said, asked = (
        f" {' '.join(one)} ".count(f" {' '.join(stems)} ")
        for one in ([w.stem for w in summary.words], undated)
    )
    passive = summary.words[phrase.end - 2].lower == "be"  # "must be offered" is no weaker than "must"
    return asked > 0 and (passive or said <= asked)  # not a second "consider"


def _only_when(duty: Governed, summary: Wording, report: Wording, back: dict[int, int]) -> bool:
    """Whether all that a duty governs is said in the report in a clause that only says when or of whom something is asked."""
    places = [
        report.units[back[j]].at
        for j, unit in enumerate(summary.units)
        if j in back and duty.phrase.end <= unit.at < duty.end
    ]
    return bool(places) and all(in_condition(report, at) for at in places)


def _counterpart(
    duty: Governed, summary: Wording, report: Wording, back: dict[int, int], ours: list[Governed]
) -> Governed | None:
    """The report's duty over most of the words that this duty governs."""
    sentence = summary.sentence_of[duty.phrase.first]
    for own in (True, False):  # the words it governs, else all of its sentence
        votes: dict[int, float] = {}
        for j, unit in enumerate(summary.units):
            if (
                j in back
                and not unit.party
                and (duty.first <= unit.at < duty.end if own else unit.sentence == sentence)
            ):
                at = report.units[back[j]].at
                for k, other in enumerate(ours):
                    if other.first <= at < other.end:
                        votes[k] = votes.get(k, 0.0) + unit.weight
        if votes:
            return ours[max(votes, key=lambda k: (votes[k], -k))]
    return None


def _prohibits(wording: Wording, duty: Governed) -> bool:
    """Whether "may" is a prohibition or a narrow leave: "may not", "no ... may", "only ... may"."""
    first = wording.words[duty.phrase.first].lower
    if first not in _LEAVES:
        return False
    own = [(i, wording.words[i].lower) for i in range(duty.first, duty.end)]
    before = {word for i, word in own if i <= duty.phrase.end + 2}
    return bool(before & small_words("denials") or {"only", "alone"} & {word for _, word in own})


def phrase_text(wording: Wording, phrase: Phrase) -> str:
    """The words of a phrase as they are written."""
    start, end = phrase_span(wording, phrase)
    return wording.text[start:end]


def phrase_span(wording: Wording, phrase: Phrase) -> tuple[int, int]:
    """The place of a duty, with the verb after it where that is "ensure"."""
    end = phrase.end
    if end < len(wording.words) and wording.words[end].stem == "ensur":
        end += 1
    return wording.words[phrase.first].start, wording.words[end - 1].end
