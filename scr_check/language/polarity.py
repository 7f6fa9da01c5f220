"""Polarity: which words of a clause are denied ("not", "never", "failed to", "without") and which are not asserted at all."""

from functools import cache

from scr_check.language.adverbs import is_adverb
from scr_check.language.unsaid import (
    DETERMINERS,
    PRONOUNS,
    is_a_place,
    is_at,
    is_disowned,
    opens_unreal,
    unreal_phrases,
)
from scr_check.language.words import DATA, Word, irregular_forms

UNREAL = -1  # neither affirmed nor denied: "should have", "if", "not ... until"
_ENDS = frozenset(
    "but although though because whereas while however until unless despite yet so which who that after before when"
    " beyond than".split()
)
_AFTER_VERB = frozenset(["neither", "none", "nothing", "nobody"])
_SUBJECTS = frozenset("panel review author report board he she it who which that nobody".split())
_BEFORE_VERB = frozenset(
    [
        "did",
        "do",
        "does",
        "to",
        "not",
        "never",
        "will",
        "must",
        "should",
        "could",
        "would",
        "can",
        "cannot",
    ]
)
_SAME_IN_THE_PAST = frozenset("read put set cut let hurt shut hit".split())
_FINITE = frozenset("was were is are had has did would could".split())
_OPENS_ANOTHER = frozenset("that why whether how when where because if".split())
_NOUNS = frozenset("without lack lacked absence instead rather failure".split())
_DENYING = frozenset("deny denied denies denying dispute disputed".split())
_HINDERED = frozenset(
    "keep kept keeping prevent prevented stop stopped discourage discouraged deter deterred".split()
)


_BIDDING = frozenset(
    "advise advised advising ask asked asking tell told telling urge urged request requested instruct instructed invite invited "
    "inviting encourage encouraged order ordered remind reminded warn warned expect expected require required".split()
)
_RELATIVE = frozenset(["who", "which", "that", "whom"])
_WISHED = frozenset(
    "recommendation recommendations proposal suggestion idea possibility prospect need request requests call calls".split()
)
_WHOEVER = frozenset("everybody everyone anybody anyone all those".split())
_NOBODY = frozenset(["neither", "none", "nobody"])
_BIDDEN = 6  # words after such a verb within which "to" and what somebody was to do may follow

_UNSAYING = _DENYING | {"had", "only", "from", "until", "before", "to", "for", "that"}


@cache
def _cues() -> dict[str, list[tuple[tuple[str, ...], int]]]:
    """Cues by their first word: the words of each cue, and how many content words it denies."""
    table: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for line in (DATA / "denials.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        reach, *words = line.split()
        table.setdefault(words[0], []).append((tuple(words), int(reach)))
    for cues in table.values():
        cues.sort(key=lambda cue: -len(cue[0]))
    return table


def is_verbal(words: list[Word] | tuple[Word, ...], at: int) -> bool:
    """Whether a word has the form of a verb here: a past, a participle, or after an auxiliary or "to"."""
    lower = words[at].lower
    before = words[at - 1].lower if at else ""
    if before in DETERMINERS or is_adverb(lower):
        return False  # "the allocated worker", "the grading", "not fully"
    if lower.endswith("ing") and at > 1 and words[at - 2].lower in DETERMINERS and not before.endswith("ly"):
        return False  # "a proper hearing"
    present = lower.endswith("s") and before in _SUBJECTS
    past = lower.endswith(("ed", "ing")) or lower in irregular_forms() or lower in _SAME_IN_THE_PAST
    return present or past or before in _BEFORE_VERB


def denied(words: list[Word], starts: frozenset[int], content: list[bool]) -> list[int]:
    """For each word 0 where it is affirmed, its rank (from 1) after the cue that denies it, or `UNREAL`.

    `starts` are the indexes of words that begin a clause; `content` marks the words that count towards a cue's reach.
    """
    state = [0] * len(words)
    cues = _cues()
    at = 0
    while at < len(words):
        for cue, reach in cues.get(words[at].lower, ()):
            if is_at(words, at, cue) and not (cue == ("far", "from") and is_a_place(words, at + 2)):
                _deny(state, words, at, at + len(cue), reach, starts, content)
                at += len(cue)
                break
        else:
            at += 1
    _leave_open(state, words, starts)
    return state


def _leave_open(state: list[int], words: list[Word], starts: frozenset[int]) -> None:
    """Mark what is only supposed, wanted, disputed or still to come as neither affirmed nor denied."""
    phrases, openers = unreal_phrases(), starts | {0}
    for at, word in enumerate(words):
        lower = word.lower
        if lower == "who" and at and words[at - 1].lower in _WHOEVER:
            _unsay(state, at, starts - {at})  # "everybody who asked"
            continue
        if lower in _WISHED and at + 1 < len(words) and words[at + 1].lower in ("of", "for"):
            _unsay_noun(state, words, at + 1, starts)  # "the recommendation of a meeting was sound"
        if lower not in phrases and lower not in _UNSAYING:
            continue
        inverted = lower == "had" and at in openers and at + 2 < len(words)  # "Had they asked, ..."
        if lower == "called" and _is_relative(words, at):
            _unsay(state, max(i for i in openers if i <= at), starts | {at + 2})
        elif inverted or opens_unreal(words, at) or (lower == "only" and at in openers):
            _unsay(state, at, starts)
            if lower == "required":
                _unsay_list(state, words, at, starts)
        elif lower == "to":
            if _is_bidden(words, at, starts):
                _unsay(state, at, starts)  # "advised him to take her"
        elif lower == "that":
            if is_disowned(words, at, state):
                _unsay(state, at, starts)  # "does not suggest that soldiers are dangerous"
        elif lower == "for":
            if at > 1 and words[at - 1].lower == "called" and words[at - 2].lower in _FINITE:
                _unsay(
                    state, max(i for i in range(at) if i in openers), starts
                )  # "an enquiry was called for"
        elif lower in _DENYING:
            _unsay_denied(state, words, at + 1, starts)
        elif lower == "from" and any(one.lower in _HINDERED for one in words[max(0, at - 4) : at]):
            _unsay(state, max(at - 4, 0), starts)  # "kept her from saying much"
        elif lower in ("until", "before") and any(state[max(0, at - 9) : at]):
            _unsay(state, max(i for i in range(at) if i in openers), starts)


def _is_bidden(words: list[Word], at: int, starts: frozenset[int]) -> bool:
    """Whether "to" stands before what somebody was only advised or told to do."""
    after = words[at + 1] if at + 1 < len(words) else None
    if after is None or after.capital or after.lower in DETERMINERS | PRONOUNS or after.lower.endswith("ing"):
        return False
    for i in range(at - 1, max(-1, at - 1 - _BIDDEN), -1):
        if words[i].lower in _BIDDING:
            return True
        if i in starts or words[i].lower in ("and", "or") or is_verbal(words, i):
            break
    return False


def _deny(
    state: list[int],
    words: list[Word],
    cue: int,
    start: int,
    reach: int,
    starts: frozenset[int],
    content: list[bool],
) -> None:
    rank = 0
    object_of_relative = (
        cue > 1
        and words[cue].lower == "no"
        and words[cue - 2].lower in _RELATIVE
        and is_verbal(words, cue - 1)
    )
    if cue not in starts:
        _deny_before(state, words, cue, starts, content)
    for at in range(start, len(words)):
        listed = words[at].lower in ("or", "nor")
        opens = at in starts and words[at - 1].lower != "been"  # "has not been, employed by it"
        ends = at > start and (_ends(words, at) or (opens and not _goes_on(words, at)))
        if ends and not listed and words[at - 1].lower != "of":  # "none of which has employed him"
            if not (words[at].lower in _RELATIVE and words[cue].lower in _NOBODY):
                break
            verb = _main_verb(words, at, starts)  # "neither of the two whom she told had rung"
            if verb is not None:
                _deny(state, words, cue, verb, reach, starts, content)
            break
        finite = is_verbal(words, at) and not words[at].lower.endswith("ing")
        if object_of_relative and at > start and finite:
            break  # "a caller who gave no name told them"
        if words[at].lower in _FINITE and (_is_noun_like(words, cue) or _has_verb(words, cue, at)):
            break  # "to hold it without health was a mistake", "the decision not to refer was a failure"
        if content[at]:
            rank += 1
            state[at] = min(rank, state[at]) if state[at] else rank
            if rank == reach:
                break
        elif listed:
            rank = 0


def _has_verb(words: list[Word], cue: int, at: int) -> bool:
    """Whether the clause that a cue denies has its verb before a further one: "That neither was done was a failing"."""
    return any(words[i].lower in _FINITE for i in range(max(0, cue - 1), at))


def _ends(words: list[Word], at: int) -> bool:
    """Whether a word ends what is denied; not the "after" of "looked after"."""
    return words[at].lower in _ENDS | {"whom"} and words[at - 1].lower != "looked"


def _main_verb(words: list[Word], relative: int, starts: frozenset[int]) -> int | None:
    """The finite verb that follows a relative clause and its own verb, if it can be told."""
    end = min((i for i in starts if i > relative), default=len(words))
    places = range(relative + 1, end)
    acts = [is_verbal(words, i) or words[i].lower in _FINITE for i in places]
    if True not in acts:
        return None
    own = acts.index(True)
    while own < len(acts) and acts[own]:
        own += 1
    return next((i for i in places[own:] if words[i].lower in _FINITE), None)


def _is_noun_like(words: list[Word], cue: int) -> bool:
    """Whether what a cue denies is part of a noun phrase, which a finite verb ends."""
    infinitive = words[cue].lower == "not" and words[cue + 1 : cue + 2] and words[cue + 1].lower == "to"
    object_of_verb = words[cue].lower == "nothing" and cue > 0 and words[cue - 1].lower in PRONOUNS
    return words[cue].lower in _NOUNS or bool(infinitive) or object_of_verb  # "to tell her nothing was wrong"


def _deny_before(
    state: list[int], words: list[Word], cue: int, starts: frozenset[int], content: list[bool]
) -> None:
    """Deny the verb before an object that denies ("told by neither"); "gave no reply" leaves open what was given."""
    nobody = words[cue].lower in _AFTER_VERB or (words[cue + 1 : cue + 2] and words[cue + 1].lower == "one")
    if not nobody and words[cue].lower != "no":
        return
    for at in range(cue - 1, max(-1, cue - 5), -1):
        if at in starts or words[at].lower in _OPENS_ANOTHER:
            return  # "asked why nobody had rung"
        if content[at] and is_verbal(words, at):
            state[at] = 1 if nobody else UNREAL
            return


def _unsay(state: list[int], at: int, starts: frozenset[int]) -> None:
    """Mark a clause from word `at` on as neither affirmed nor denied."""
    for i in range(at, len(state)):
        if i > at and i in starts:
            return
        state[i] = UNREAL


def _unsay_noun(state: list[int], words: list[Word], at: int, starts: frozenset[int]) -> None:
    """Leave open a thing that was only asked for or thought of, up to the verb of its clause."""
    for i in range(at, len(state)):
        if i in starts or words[i].lower in _FINITE:
            return
        state[i] = UNREAL


def _unsay_list(state: list[int], words: list[Word], at: int, starts: frozenset[int]) -> None:
    """Leave open what else was required: "a visit that day, a report and an examination"."""
    for start in sorted(i for i in starts if i > at):
        first = start + (words[start].lower == "and")
        if first >= len(words) or words[first].lower not in ("a", "an"):
            return
        _unsay(state, start, starts)


def _is_relative(words: list[Word], at: int) -> bool:
    """Whether "called for" only says which: "the meeting that procedures called for did not take place"."""
    after = words[at + 2].lower if at + 2 < len(words) and words[at + 1].lower == "for" else ""
    return after in _FINITE or after == "never"


def _unsay_denied(state: list[int], words: list[Word], at: int, starts: frozenset[int]) -> None:
    """Leave open what somebody denied ("denied that he lived there"), though "to all who asked" stands between."""
    _unsay(state, at, starts)
    that = next((i for i in range(at, min(at + 10, len(words))) if words[i].lower == "that"), None)
    if that is not None:
        _unsay(state, that, starts)


def _goes_on(words: list[Word], at: int) -> bool:
    """Whether a list goes on after a comma: "did not see, examine or weigh him"."""
    return any(word.lower in ("or", "nor") for word in words[at : at + 4])
