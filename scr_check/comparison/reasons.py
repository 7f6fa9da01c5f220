"""Reasons: a "because" of the summary that the report, where it tells the same thing, does not give."""

from collections.abc import Iterator

from scr_check.comparison.assertions import bids
from scr_check.comparison.bearing import Weighing
from scr_check.comparison.evidence import evidence_from
from scr_check.comparison.index import Passage, ReportIndex
from scr_check.comparison.overlap import part_told
from scr_check.comparison.result import Difference
from scr_check.comparison.sentence import Sentence, clause_of
from scr_check.comparison.statements import Statement
from scr_check.finding import Confidence
from scr_check.language.words import lexicon

SUBJECT = 0.3  # below this share no passage tells what the reason is given for
NEAREST = 0.7  # the part of the nearest passage's share within which a passage tells the same
BESIDE = 0.1  # a reason of which the paragraphs that tell the same hold no more is none of theirs
ANYWHERE = 0.45  # and one of which no passage of the report holds so much is given nowhere
FEWEST = 2  # words and parties of a reason that is looked for by itself
EFFECT, SAME_EFFECT = (
    0.33,
    0.55,
)  # a passage with a reason that tells so much of what it is given for perhaps, or surely, tells it
_CUES = (
    ("because",),
    ("owing", "to"),
    ("due", "to"),
    ("on", "account", "of"),
    ("as", "a", "result", "of"),
    ("by", "reason", "of"),
    ("on", "the", "ground", "of"),
    ("on", "the", "grounds", "of"),
    ("in", "view", "of"),
    ("for", "want", "of"),
    ("for", "lack", "of"),
    ("for", "fear", "of"),
    ("for", "fear", "that"),
    ("in", "consequence", "of"),
    ("in", "order", "to"),
    ("so", "as", "to"),
    ("with", "a", "view", "to"),
    ("on", "the", "ground", "that"),
    ("since",),
)
_BE = frozenset("is are was were be been being".split())
_WAS = frozenset("was were had did could would".split())


def reason_differences(statement: Statement, index: ReportIndex, weighing: Weighing) -> Iterator[Difference]:
    """The reasons that a statement gives and the report does not."""
    sentence = statement.sentence
    for first, places in _reasons(sentence) if statement.part != "lessons" else ():
        near = weighing.near(None, frozenset((*range(first, places.start), *places)))
        weight = _weight(sentence, places)
        if near.best < SUBJECT or not weight:
            continue
        nearest = near.top(index, 6, NEAREST)
        beside = [index.passages[number] for passage in nearest for number in index.blocks[passage.block]]
        told = _told(index, sentence, places, beside)
        other = _other_reason(index, sentence, range(first, places.stop), places, nearest, told)
        if not other and (
            weight < FEWEST or told > BESIDE or _told(index, sentence, places, index.passages) > ANYWHERE
        ):
            continue
        passage = other or nearest[0]
        text = sentence.text[sentence.words[first].start : sentence.words[places.stop - 1].end]
        yield Difference(
            "order-or-cause-changed",
            statement.pointer,
            f"the overview report does not give this reason where it tells the same: “{text}”",
            f"read the passage and give its reason; the report says: “{passage.sentence.text}”",
            text,
            (evidence_from(passage),),
            Confidence.POSSIBLE,
        )


def _other_reason(
    index: ReportIndex,
    sentence: Sentence,
    whole: range,
    reason: range,
    nearest: list[Passage],
    told: float,
) -> Passage | None:
    """The passage that tells the same and gives another reason for it; `told` is what the paragraphs beside tell of ours."""
    effect = [i for i in range(len(sentence.words)) if i not in whole]
    rivals = []
    for passage in dict.fromkeys(near for one in nearest for near in index.around(one.number, 1, 1)):
        given = list(_reasons(passage.sentence))
        if given and not bids(passage.sentence, given[0][0]):
            rivals.append((part_told(index, sentence, passage.sentence, effect), passage))
    most, best = max(rivals, key=lambda rival: rival[0], default=(0.0, None))
    if best is None or most < EFFECT or (most < SAME_EFFECT and told > 2 * BESIDE):
        return None
    same = [passage for share, passage in rivals if share >= 0.9 * most or passage.block == best.block]
    return best if _told(index, sentence, reason, same) <= 1.5 * BESIDE else None


def _reasons(sentence: Sentence) -> Iterator[tuple[int, range]]:
    """The first word of each cue of a reason, and the words of the reason up to the end of its clause."""
    lower = [word.lower for word in sentence.words]
    for at in range(len(lower)):
        for cue in _CUES:
            end = at + len(cue)
            if (
                tuple(lower[at:end]) == cue
                and end < len(lower)
                and (at == 0 or lower[at - 1] != "not")
                and not (cue == ("since",) and _of_time(sentence, end))
                and not (cue == ("due", "to") and _is_expected(sentence, at))
            ):
                yield at, range(end, clause_of(sentence, end).stop)


def _is_expected(sentence: Sentence, at: int) -> bool:
    """Whether "due to" at word `at` says what was to come ("was due to sit an examination"), or what was owed."""
    following = sentence.words[at + 2]
    if following.lower in ("him", "her", "them", "it", "us"):
        return True  # "the support due to her"
    return at > 0 and sentence.words[at - 1].lower in _BE and following.stem in lexicon().verbs


def _of_time(sentence: Sentence, at: int) -> bool:
    """Whether "since" before word `at` is of time: a date follows, or little else, or no verb of the past."""
    clause = range(at, clause_of(sentence, at).stop)
    dated = any(sentence.index_at(date.start) in clause for date in sentence.dates)
    telling = sum(sentence.content[i] for i in clause)
    return dated or telling < 3 or not any(sentence.words[i].lower in _WAS for i in clause)


def _weight(sentence: Sentence, places: range) -> int:
    """How many words and parties a reason has; one alone ("because of sickness") is only held against another reason."""
    return sum(sentence.content[i] for i in places) + sum(one.first in places for one in sentence.mentions)


def _told(index: ReportIndex, sentence: Sentence, places: range, passages: list[Passage]) -> float:
    return max((part_told(index, sentence, passage.sentence, places) for passage in passages), default=0.0)
