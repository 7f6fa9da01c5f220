"""Duties: how binding a recommendation is made, and what softens it or leaves a way out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scr_check.comparison.change import Change
from scr_check.comparison.wording import Alignment, Wording
from scr_check.finding import Confidence
from scr_check.language.strength import Phrase, phrases_in, scope_words

BINDING = 3
_NAMES = {3: "must", 2: "should", 1: "should consider"}
_AT_ONCE = frozenset(
    [
        "immediately",
        "immediate",
        "once",
        "delay",
        "urgently",
        "urgency",
        "forthwith",
        "straightaway",
        "straight",
        "away",
        "promptly",
    ]
)
_LIMITS = frozenset(["unless", "except", "save", "provided", "until", "before", "without", "only"])
_WAYS_OUT = frozenset(["unless", "except", "save", "provided"])
_OPENERS = frozenset(["if", "when", "where", "as", "whenever", "wherever"])
_DUTIES = frozenset(["must", "shall", "should", "ought"])
_BEING = frozenset(["be", "is", "are", "been", "being"])
_HANGING = frozenset(
    ["which", "who", "whom", "whose", "that", "where", "when", "if", "whether", "how", "what", "why", "as"]
)
_SUBJECTS = frozenset(
    ["any", "it", "they", "he", "she", "there", "this", "one", "anyone", "anybody", "a", "an", "the"]
)
_LEAVES = frozenset(["may", "might", "can", "could"])
_ALLOWING = frozenset(["allow", "allows", "permit", "permits"])


@dataclass(frozen=True, slots=True)
class Governed:
    """A stretch of words under one duty: from word `first` to before word `end`, and the duty's level and phrase."""

    level: int
    phrase: Phrase
    first: int
    end: int


def duty_changes(alignment: Alignment) -> Iterator[Change]:
    """What the summary asks less firmly than the report: at most one change of each sort."""
    for check in (_lowered, softened, _unhurried, _escaped):
        found = next(check(alignment), None)
        if found:
            yield found
            return


def _lowered(alignment: Alignment) -> Iterator[Change]:
    """A duty of the summary that stands lower than the report's duty over the same words."""
    report, summary = alignment.report, alignment.summary
    ours, theirs = governed(report), governed(summary)
    if not ours:
        return
    back = {j: i for i, j in alignment.pairs.items()}
    for duty in theirs:
        if duty.level == 1 and _said(summary, duty.phrase, report):
            continue
        true = _counterpart(duty, summary, report, back, ours)
        if true and duty.level < true.level and not _prohibits(summary, duty):
            said, meant = _phrase(summary, duty.phrase), _phrase(report, true.phrase)
            yield Change(
                "weakened",
                f"the summary says “{said}” where the report says “{meant}”",
                f"write the report's “{meant}”",
                said,
                (_span(report, true.phrase),),
            )


def _said(summary: Wording, phrase: Phrase, report: Wording) -> bool:
    """Whether the report uses the same weak words after its own duty: they are then part of what is asked."""
    stems = [
        word.stem for word in summary.words[phrase.first : phrase.end] if word.lower not in _DUTIES | _BEING
    ]
    return " ".join(stems) in " ".join(word.stem for word in report.words) if stems else False


def governed(wording: Wording) -> list[Governed]:
    """Every duty of a text with the words that it governs: on to the next duty of its sentence, and back to the start."""
    found: list[Governed] = []
    for number in dict.fromkeys(wording.sentence_of):
        at = [i for i, sentence in enumerate(wording.sentence_of) if sentence == number]
        first, end = at[0], at[-1] + 1
        phrases = _duties(wording, first, end)
        for k, phrase in enumerate(phrases):
            stop = phrases[k + 1].first if k + 1 < len(phrases) else end
            found.append(Governed(phrase.level, phrase, first if k == 0 else phrase.first, stop))
    return found


def _duties(wording: Wording, first: int, end: int) -> list[Phrase]:
    """The duty phrases of one sentence; a lower one right after a higher one ("must explore") stands for both."""
    phrases = [
        p
        for p in phrases_in("duty", list(wording.words[first:end]))
        if not _in_date(wording, first + p.first) and not _inverted(wording, first + p.first)
    ]
    firm = any(phrase.level > 1 for phrase in phrases)
    kept: list[Phrase] = []
    for found in phrases:
        phrase = Phrase(found.level, found.first + first, found.end + first)
        if phrase.level == 1 and kept and phrase.first - kept[-1].end <= 3 and kept[-1].level > 1:
            kept[-1] = Phrase(1, kept[-1].first, phrase.end)
        elif (not kept and not (firm and phrase.level == 1)) or _lays_duty(wording, phrase):
            kept.append(phrase)
    return kept


def _in_date(wording: Wording, at: int) -> bool:
    """Whether a word is part of a date: "31 May"."""
    place = wording.words[at].start
    return any(found.start <= place < found.end for found in wording.dates)


def _inverted(wording: Wording, at: int) -> bool:
    """Whether "should" means "if": "should any be missing"."""
    after = wording.words[at + 1].lower if at + 1 < len(wording.words) else ""
    return wording.words[at].lower == "should" and after in _SUBJECTS


def _lays_duty(wording: Wording, phrase: Phrase) -> bool:
    """Whether a phrase beside the first duty of a sentence lays another, and is no mere part of what that one asks."""
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
        if wording.words[i].lower in _HANGING:
            return True
        if re.search(r"[,;.]", wording.text[wording.words[i].end : wording.words[i + 1].start]):
            return False
        if wording.sentence_of[i] != wording.sentence_of[at]:
            return False
    return False


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
    """Whether "may" is a prohibition or a narrow leave: "may not", "no ... may", "may only", "only ... may"."""
    first = wording.words[duty.phrase.first].lower
    if first not in ("may", "might", "can", "could"):
        return False
    sentence = wording.sentence_of[duty.phrase.first]
    around = {
        word.lower
        for i, word in enumerate(wording.words)
        if wording.sentence_of[i] == sentence and i <= duty.phrase.end + 2
    }
    return bool(around & {"not", "no", "only", "never", "neither", "nobody", "alone"}) or "alone" in {
        w.lower for w in wording.words
    }


def _phrase(wording: Wording, phrase: Phrase) -> str:
    start, end = _span(wording, phrase)
    return wording.text[start:end]


def _span(wording: Wording, phrase: Phrase) -> tuple[int, int]:
    """The place of a duty, with the verb after it where that is "ensure"."""
    end = phrase.end
    if end < len(wording.words) and wording.words[end].stem == "ensur":
        end += 1
    return wording.words[phrase.first].start, wording.words[end - 1].end


def softened(alignment: Alignment) -> Iterator[Change]:
    """Words that leave a way out, which the report does not have."""
    report, summary = alignment.report, alignment.summary
    theirs = _soft(summary)
    ours = _soft(report)
    spare = len(ours) + len(_needs(report)) - len(_needs(summary))
    known = {_lower(report, phrase) for phrase in ours}
    new = [phrase for phrase in theirs if _lower(summary, phrase) not in known]
    for phrase in new[max(0, spare) :]:
        said = _phrase(summary, phrase)
        yield Change(
            "weakened",
            f"the summary adds “{said}”, which the report does not say",
            f"take out “{said}”",
            said,
        )


def _soft(wording: Wording) -> list[Phrase]:
    """The phrases that soften; not "general" in "general practitioner", nor "or more often"."""
    return [
        phrase
        for phrase in phrases_in("soft", list(wording.words))
        if (phrase.end - phrase.first > 1 or wording.words[phrase.first].lower.endswith(("ly", "aspire")))
        and wording.words[max(0, phrase.first - 1)].lower != "or"
    ]


def _lower(wording: Wording, phrase: Phrase) -> str:
    return _phrase(wording, phrase).lower()


def _needs(wording: Wording) -> list[re.Match[str]]:
    """Conditions of need in full ("if one is needed"), which "where necessary" may stand for."""
    return list(
        re.finditer(
            r"\b(?:if|where|when|whenever) (?:\w+ ){1,3}(?:needs?|needed|required?|requires|necessary|appropriate)\b(?<!if necessary)(?<!where necessary)(?<!when necessary)",
            wording.text,
            re.I,
        )
    )


def _unhurried(alignment: Alignment) -> Iterator[Change]:
    """Urgency or "in every case" that the summary drops."""
    report, summary = alignment.report, alignment.summary
    spare = list(phrases_in("hard", list(summary.words)))
    for phrase in phrases_in("hard", list(report.words)):
        meant = _phrase(report, phrase)
        urgent = _urgent(report, phrase)
        match = next((other for other in spare if _urgent(summary, other) == urgent), None)
        if match:
            spare.remove(match)
        elif (urgent and not _now(summary)) or (not urgent and _universals(report) > _universals(summary)):
            yield Change(
                "weakened",
                f"the report says “{meant}”; the summary leaves it out",
                f"add the report's “{meant}”",
                "",
                (_span(report, phrase),),
            )


def _urgent(wording: Wording, phrase: Phrase) -> bool:
    return any(wording.words[i].lower in _AT_ONCE for i in range(phrase.first, phrase.end))


def _now(wording: Wording) -> bool:
    return bool(
        re.search(
            r"\b(?:now|today|same day|straight ?away|right away|from the (?:start|outset)|from now on)\b",
            wording.text,
            re.I,
        )
    )


def _universals(wording: Wording) -> int:
    wide = scope_words("wide")
    always = ("always", "whenever", "never", "invariably", "ever", "whichever", "whatever")
    return sum(word.stem in wide or word.lower in always for word in wording.words) + len(
        phrases_in("hard", list(wording.words))
    )


def _escaped(alignment: Alignment) -> Iterator[Change]:
    """A condition put in: "unless ...", "when capacity allows"."""
    report, summary = alignment.report, alignment.summary
    ours = [word.lower for word in report.words]
    added = {summary.units[j].at for j in alignment.added}
    for i, word in enumerate(summary.words):
        if word.lower in _WAYS_OUT and not _LIMITS.intersection(ours) and _is_way_out(summary, i):
            yield _condition(summary, i, Confidence.LIKELY)
        if word.lower in _OPENERS and (i + 1 in added or i + 2 in added):
            ahead = [other.lower for other in summary.words[i + 1 : i + 5]]
            if any(other in _ALLOWING for other in ahead) and not any(other in _ALLOWING for other in ours):
                yield _condition(summary, i, Confidence.LIKELY)


def _is_way_out(wording: Wording, i: int) -> bool:
    word = wording.words[i].lower
    after = wording.words[i + 1].lower if i + 1 < len(wording.words) else ""
    if word == "provided":
        return after == "that"
    if word == "save":
        return after in ("in", "where", "for", "that")
    return True


def _condition(wording: Wording, i: int, confidence: Confidence) -> Change:
    start = wording.words[i].start
    stop = re.search(r"[,.;:]", wording.text[start:])
    said = wording.text[start : start + stop.start() if stop else len(wording.text)]
    return Change(
        "weakened",
        f"the summary adds “{said}”, a condition that the report does not make",
        "take the condition out",
        said,
        (),
        confidence,
    )
