"""Judgements: grave words of the report that a summary has made mild."""

import re
from collections.abc import Iterator

from scr_check.comparison.bearing import Weighing
from scr_check.comparison.evidence import evidence_from, where
from scr_check.comparison.index import Passage, ReportIndex
from scr_check.comparison.overlap import part_told
from scr_check.comparison.result import Difference
from scr_check.comparison.sentence import Sentence, clause_of
from scr_check.comparison.statements import Statement
from scr_check.documents.overview import Section
from scr_check.finding import Confidence
from scr_check.language.evaluations import GRAVE, GRAVEST, SOFT, evaluations_in
from scr_check.language.strength import Phrase
from scr_check.language.words import lexicon

NEAREST = 0.6  # the part of the nearest passage's share within which a judgement is of the same thing
BESIDE = 0.85  # the part of the nearest judgement's nearness within which another is of the same thing
THIN = 4  # content words below which a statement goes on about what the one before it says
LOWERED = 0.75  # the nearness of a judgement that a plain word of blame stands for
ASIDE = 0.8  # what a judgement has of the nearness of its paragraph
SUBJECT = 0.22
FEWEST = 2  # words, parties and dates that say of what something is judged
WHOLLY, MOSTLY = 0.85, 0.6  # how much of that a judgement tells, and a statement of what the judgement is of
_MERELY = re.compile(
    r"an? (?:shortcoming|weakness|misjudge?ment|lapse|departure|flaw|omission|deficiency|defect)",
    re.IGNORECASE,
)
_CALLED = frozenset(("was", "is", "were", "be", "been", "as"))
_LOOKS_BACK = re.compile(r"(?:this|that|it|these|the (?:panel|author|review)|we)\b", re.IGNORECASE)
_JUDGING = frozenset((Section.ANALYSIS, Section.CONCLUSIONS, Section.FACTS))


def judgement_differences(
    statement: Statement, index: ReportIndex, weighing: Weighing
) -> Iterator[Difference]:
    """The judgements of the report that a statement softens."""
    if statement.part not in ("key-issues", "conclusion", "events"):
        return
    sentence = statement.sentence
    judged = _evaluations(sentence)
    soft = [phrase for phrase in judged if phrase.level == SOFT]
    plain = None if soft else next((one for one in judged if _merely_calls(sentence, one)), None)
    keeps_gravest = any(phrase.level == GRAVEST for phrase in judged)
    if not (soft or plain) or (keeps_gravest and not soft):
        return
    near = _judgements(statement, index, weighing, soft or judged)
    if plain:
        yield from _lowered(statement, index, judged, plain, near)
        return
    if any(_softens(index, passage, sentence, soft) for _, passage in near):
        return
    found = None if keeps_gravest else _same_thing(sentence, soft, index, near)
    if found := found or _lost_beside(sentence, judged, index, near):
        yield _softened(statement, soft[0], *found)
        return
    for phrase in soft:
        if of_it := _of_the_same(sentence, phrase, index, near):
            yield _softened(statement, phrase, *of_it)
            return
    if keeps_gravest:
        return
    graves = [
        (nearness, passage, max(index.evaluations(passage.number), key=lambda phrase: phrase.level))
        for nearness, passage in near
        if nearness >= BESIDE * near[0][0]
    ]
    kept = 0.0
    if any(phrase.level == GRAVE for phrase in judged):
        kept = max(
            (n for n, passage, grave in graves if _keeps(sentence, passage.sentence, grave)), default=0.0
        )
    for nearness, passage, grave in sorted(graves, key=lambda entry: -entry[2].level):
        if grave.level >= GRAVE and nearness > kept and not _keeps(sentence, passage.sentence, grave):
            yield _softened(statement, soft[0], passage, grave, nearness)
            return


def _same_thing(
    sentence: Sentence, soft: list[Phrase], index: ReportIndex, near: list[tuple[float, Passage]]
) -> tuple[Passage, Phrase, float] | None:
    """The judgement that gives the gravest name to what a statement calls by the same noun: "a serious error"."""
    mine = _stems(sentence, soft)
    for nearness, passage in near:
        for grave in index.evaluations(passage.number):
            theirs = {passage.sentence.words[i].stem for i in range(grave.first, grave.end)}
            if grave.level == GRAVEST and mine & theirs and not _keeps(sentence, passage.sentence, grave):
                return passage, grave, nearness
    return None


def _lost_beside(
    sentence: Sentence, judged: list[Phrase], index: ReportIndex, near: list[tuple[float, Passage]]
) -> tuple[Passage, Phrase, float] | None:
    """The judgement in the gravest words that a statement made mild while it keeps another of the same paragraph."""
    if not any(phrase.level >= GRAVE for phrase in judged):
        return None
    for nearness, passage in near:
        for grave in index.evaluations(passage.number):
            beside = passage.block == near[0][1].block and nearness >= ASIDE
            if beside and grave.level == GRAVEST and not _keeps(sentence, passage.sentence, grave):
                return passage, grave, nearness
    return None


def _of_the_same(
    sentence: Sentence, phrase: Phrase, index: ReportIndex, near: list[tuple[float, Passage]]
) -> tuple[Passage, Phrase, float] | None:
    """The grave judgement of just what a softening phrase speaks of, where the statement keeps that of something else."""
    subject = [i for i in clause_of(sentence, phrase.first) if i < phrase.first]
    if sum(sentence.content[i] for i in subject) + len(_named_in(sentence, subject)) < FEWEST:
        return None
    for nearness, passage in near:
        other = passage.sentence
        for grave in index.evaluations(passage.number):
            if grave.level < GRAVE or _keeps(sentence, other, grave):
                continue
            theirs = [i for i in clause_of(other, grave.first) if i < grave.first]
            told = part_told(index, sentence, other, subject)
            if told >= WHOLLY and part_told(index, other, sentence, theirs) >= MOSTLY:
                return passage, grave, nearness
    return None


def _named_in(sentence: Sentence, places: list[int]) -> list[object]:
    """The parties and dates at some words."""
    parties = [one for one in sentence.mentions if one.first in places]
    return [*parties, *(one for one in sentence.dates if sentence.index_at(one.start) in places)]


def _merely_calls(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase is a plain word of blame by which something is called: "was a shortcoming"."""
    called = phrase.first > 0 and sentence.words[phrase.first - 1].lower in _CALLED
    return called and _MERELY.fullmatch(_text(sentence, phrase)) is not None


def _lowered(
    statement: Statement,
    index: ReportIndex,
    judged: list[Phrase],
    plain: Phrase,
    near: list[tuple[float, Passage]],
) -> Iterator[Difference]:
    """The gravest words of the report made a plain word of blame that it has nowhere near."""
    if not near or near[0][0] < LOWERED:
        return
    sentence, (nearness, passage) = statement.sentence, near[0]
    known = {
        stem
        for _, one in near
        for beside in index.blocks[one.block]
        for stem in index.passages[beside].sentence.stems
    }
    grave = max(index.evaluations(passage.number), key=lambda phrase: phrase.level)
    keeps = _keeps(sentence, passage.sentence, grave) or _stems(sentence, judged) & known
    if grave.level == GRAVEST and not keeps:
        yield _softened(statement, plain, passage, grave, nearness)


def _stems(sentence: Sentence, phrases: list[Phrase]) -> set[str]:
    """The stems of the content words of some phrases."""
    return {
        sentence.words[i].stem for one in phrases for i in range(one.first, one.end) if sentence.content[i]
    }


def _judgements(
    statement: Statement, index: ReportIndex, weighing: Weighing, soft: list[Phrase]
) -> list[tuple[float, Passage]]:
    """The report's judgements of what a statement speaks softly of, nearest first, each with its nearness (0 to 1)."""
    skip = frozenset(i for phrase in soft for i in range(phrase.first, phrase.end))
    shares: dict[int, float] = {}
    for near in (weighing.near(skip=skip), weighing.near(soft[0].first, skip)):
        if near.best >= SUBJECT:
            for number, share in near.shares.items():
                shares[number] = max(shares.get(number, 0.0), share / near.best)
    blocks: dict[int, float] = {}
    for number, share in shares.items():
        block = index.passages[number].block
        blocks[block] = max(blocks.get(block, 0.0), share)
    subjects = [(statement.sentence, [i for i in range(len(statement.sentence.words)) if i not in skip])]
    if statement.before and sum(statement.sentence.content[i] for i in subjects[0][1]) < THIN:
        subjects.append((statement.before, list(range(len(statement.before.words)))))
    judged = []
    for number in {
        *shares,
        *(n for block, share in blocks.items() if share >= NEAREST for n in index.blocks[block]),
    }:
        passage = index.passages[number]
        levels = {phrase.level for phrase in index.evaluations(number)}
        if passage.paragraph.section in _JUDGING and levels & {SOFT, GRAVE, GRAVEST}:
            told = max(
                part_told(index, sentence, one.sentence, places)
                for sentence, places in subjects
                for one in _subject(passage, index)
            )
            nearness = max(shares.get(number, 0.0), told, ASIDE * blocks[passage.block])
            if nearness >= NEAREST:
                judged.append((nearness, passage))
    return sorted(judged, key=lambda entry: (-entry[0], entry[1].number))


def _subject(passage: Passage, index: ReportIndex) -> list[Passage]:
    """A judgement, with the sentence before it where that says what it is of ("This was indefensible")."""
    return index.around(passage.number, 1, 0) if _LOOKS_BACK.match(passage.sentence.text) else [passage]


def _evaluations(sentence: Sentence) -> list[Phrase]:
    return evaluations_in(sentence.text, sentence.words)


def _keeps(sentence: Sentence, other: Sentence, grave: Phrase) -> bool:
    """Whether every word of the grave judgement stands in the statement, or one like it ("badly" for "poorly")."""
    near, mine = lexicon().near, sentence.stems
    theirs = [other.words[i].stem for i in range(grave.first, grave.end) if other.content[i]]
    return bool(theirs) and all(stem in mine or mine & near.get(stem, frozenset()) for stem in theirs)


def _softens(index: ReportIndex, passage: Passage, sentence: Sentence, soft: list[Phrase]) -> bool:
    """Whether the report itself judges no more gravely here than the softening phrases do."""
    other, judged = passage.sentence, index.evaluations(passage.number)
    if any(phrase.level >= GRAVE for phrase in judged) and not any(
        phrase.level >= GRAVE for phrase in _evaluations(sentence)
    ):
        return False  # "a serious failure of oversight" calls nothing an oversight
    theirs = [phrase for phrase in judged if phrase.level == SOFT]
    return bool(
        _stems(sentence, soft) & {other.words[i].stem for one in theirs for i in range(one.first, one.end)}
    )


def _softened(
    statement: Statement, phrase: Phrase, passage: Passage, grave: Phrase, nearness: float
) -> Difference:
    sentence, other = statement.sentence, passage.sentence
    said = _text(sentence, phrase)
    true = _text(other, grave)
    return Difference(
        "judgement-softened",
        statement.pointer,
        f"the summary says “{said}” where the overview report judges “{true}” ({where(passage)})",
        f"keep the report's judgement: “{true}”",
        said,
        (evidence_from(passage, [(other.words[grave.first].start, other.words[grave.end - 1].end)]),),
        Confidence.LIKELY if nearness > 0.9 and grave.level == GRAVEST else Confidence.POSSIBLE,
    )


def _text(sentence: Sentence, phrase: Phrase) -> str:
    return sentence.text[sentence.words[phrase.first].start : sentence.words[phrase.end - 1].end]
