"""Judgements: grave words of the report that a summary has made mild, and conclusions that it has turned."""

import re
from collections.abc import Iterator

from scr_check.comparison.bearing import Bearing, Weighing
from scr_check.comparison.evidence import evidence_from, where
from scr_check.comparison.index import Passage, ReportIndex
from scr_check.comparison.result import Difference
from scr_check.comparison.sentence import Sentence
from scr_check.comparison.statements import Statement
from scr_check.documents.overview import Section
from scr_check.finding import Confidence
from scr_check.language.strength import Phrase, phrases_in
from scr_check.language.words import lexicon

GRAVE = 3  # the level of a judgement from which words that soften it matter
NEAREST = 0.78  # the part of the nearest passage's share within which a passage judges the same thing
SUBJECT = 0.22
_LOOKS_BACK = re.compile(r"(?:this|that|it|these|the (?:panel|author|review))\b", re.IGNORECASE)
_JUDGING = frozenset((Section.ANALYSIS, Section.CONCLUSIONS, Section.FACTS))


def judgement_differences(
    statement: Statement, index: ReportIndex, weighing: Weighing
) -> Iterator[Difference]:
    """The judgements of the report that a statement softens."""
    sentence = statement.sentence
    judged = phrases_in("judgement", list(sentence.words))
    soft = [phrase for phrase in judged if phrase.level == 1]
    if (
        not soft
        or statement.part not in ("key-issues", "conclusion", "events")
        or any(phrase.level == 4 for phrase in judged)
    ):
        return
    near = weighing.near(skip=_words(soft))
    if near.best < SUBJECT:
        return
    nearest = [passage for passage in _nearest(near, index) if passage.paragraph.section in _JUDGING]
    if any(_softens(passage.sentence, sentence, soft) for passage in nearest):
        return
    for passage in nearest:
        grave = max(
            (p for p in phrases_in("judgement", list(passage.sentence.words)) if p.level >= GRAVE),
            key=lambda p: p.level,
            default=None,
        )
        if grave and not _keeps(sentence, passage.sentence, grave):
            nearness = near.shares.get(passage.number, 0.0) / near.best
            yield _softened(statement, soft[0], passage, grave, nearness)
            return


def _nearest(near: Bearing, index: ReportIndex) -> list[Passage]:
    """The nearest passages, and after the first two what the next sentence says of them ("This was a serious ...")."""
    found = near.top(index, 5, NEAREST)
    for passage in found[:2]:
        after = index.around(passage.number, 0, 1)[1:]
        found += [one for one in after if one not in found and _LOOKS_BACK.match(one.sentence.text)]
    return found


def _words(phrases: list[Phrase]) -> frozenset[int]:
    return frozenset(i for phrase in phrases for i in range(phrase.first, phrase.end))


def _keeps(sentence: Sentence, other: Sentence, grave: Phrase) -> bool:
    """Whether every word of the grave judgement stands in the statement, or one like it ("badly" for "poorly")."""
    near, mine = lexicon().near, sentence.stems()
    theirs = [other.words[i].stem for i in range(grave.first, grave.end) if other.content[i]]
    return bool(theirs) and all(stem in mine or mine & near.get(stem, frozenset()) for stem in theirs)


def _softens(other: Sentence, sentence: Sentence, soft: list[Phrase]) -> bool:
    """Whether the report itself uses one of the softening phrases."""
    mine = {sentence.words[i].stem for i in _words(soft) if sentence.content[i]}
    judged = phrases_in("judgement", list(other.words))
    theirs = [phrase for phrase in judged if phrase.level == 1]
    if any(phrase.level >= GRAVE for phrase in judged):
        return False  # "a serious failure of oversight" calls nothing an oversight
    return bool(mine & {other.words[i].stem for i in _words(theirs)})


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
        Confidence.LIKELY if nearness > 0.9 and grave.level == 4 else Confidence.POSSIBLE,
    )


def _text(sentence: Sentence, phrase: Phrase) -> str:
    return sentence.text[sentence.words[phrase.first].start : sentence.words[phrase.end - 1].end]
