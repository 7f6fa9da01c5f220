"""Opinions: what a report's author will not say, given as what the author says, and the other way round."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scr_check.comparison.bearing import Weighing
from scr_check.comparison.evidence import evidence_from, where
from scr_check.comparison.index import Passage, ReportIndex
from scr_check.comparison.overlap import part_told
from scr_check.comparison.result import Difference
from scr_check.comparison.sentence import Sentence
from scr_check.comparison.statements import Statement
from scr_check.finding import Confidence

SAME = 0.5  # the part of either opinion's words that the other must hold
TELLING = 3  # content words and parties that an opinion must have
_WHO = r"(?:author|reviewer|panel|board|review|report|chair|members|they|both|it|I|we|he|she)"
_VERB = (
    r"(?:say|says|claim|claims|suggest|suggests|find|finds|believe|believes|think|thinks|conclude|concludes|consider|considers"
    r"|hold|holds|accept|accepts|argue|argues|maintain|maintains|judge|judges|agree|agrees|(?:is|are|am|be) (?:satisfied|sure"
    r"|certain|convinced|persuaded|confident))"
)
_WITHHELD = re.compile(
    rf"\bnor (?:can|could|does|do|did|would) {_WHO} (?:\w+ )?{_VERB}(?: that)? "
    rf"|\b{_WHO} (?:\w+ ){{0,2}}?(?:(?:does|do|did|could|would|can) not|cannot|(?:is|are|am|was|were) (?:not able|unable) to)"
    rf" (?:\w+ ){{0,2}}?(?:{_VERB}|be sure)(?: that)? |\b{_WHO} (?:is|are|am|was|were) (?:not|un)(?: |)(?:satisfied|sure|certain"
    r"|convinced|persuaded|confident) that ",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    rf"\b{_WHO} (?:\w+ ){{0,2}}?{_VERB} (?:that )?"
    r"|\bin (?:the )?(?:\w+'s?|my|our|his|her|their)(?: \w+'s?)? (?:view|opinion|judgement),? ",
    re.IGNORECASE,
)
_END = re.compile(r"[;:.]|, (?:but|and|though|although|which)\b")
_DOUBTS = re.compile(
    r"\b(?:whether|if|not|never|no|nor|neither|nobody|nothing|none|hardly|un\w+able)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Opinion:
    """What somebody says, or will not say (`withheld`), by the words that follow."""

    withheld: bool
    places: range
    span: tuple[int, int]


def opinion_in(sentence: Sentence) -> Opinion | None:
    """The opinion that a sentence gives or withholds; None where it does neither, or denies what it is of."""
    text = sentence.text
    match = _WITHHELD.search(text) or _GIVEN.search(text)
    if match is None:
        return None
    end = _END.search(text, match.end())
    stop = end.start() if end else len(text)
    if _DOUBTS.search(text, match.end(), stop):
        return None
    first = sentence.index_at(match.end())
    last = next((i for i, word in enumerate(sentence.words) if word.start >= stop), len(sentence.words))
    return Opinion(_WITHHELD.match(text, match.start()) is not None, range(first, last), match.span())


def opinion_differences(statement: Statement, index: ReportIndex, weighing: Weighing) -> Iterator[Difference]:
    """The opinions of a statement that the report withholds, and those withheld that it gives."""
    mine = opinion_in(statement.sentence) if statement.part in ("conclusion", "key-issues") else None
    if mine is None or _weight(statement.sentence, mine) < TELLING:
        return
    told = [
        (nearness, passage, other)
        for passage, other in index.once(_opinions)
        if (nearness := _nearness(index, statement.sentence, mine, passage.sentence, other)) >= SAME
    ]
    best = max(told, key=lambda one: one[0], default=None)
    if best is None or best[2].withheld == mine.withheld:
        return
    _, passage, other = best
    text = statement.sentence.text
    said, true = text[slice(*mine.span)].strip(), passage.sentence.text[slice(*other.span)].strip()
    yield Difference(
        "conclusion-changed",
        statement.pointer,
        f"the summary says “{said}” where the overview report says “{true}” ({where(passage)})",
        f"give the report's conclusion: “{passage.sentence.text}”",
        said,
        (evidence_from(passage, [other.span]),),
        Confidence.POSSIBLE,
    )


def _opinions(index: ReportIndex) -> list[tuple[Passage, Opinion]]:
    found = ((passage, opinion_in(passage.sentence)) for passage in index.passages)
    return [(passage, opinion) for passage, opinion in found if opinion]


def _weight(sentence: Sentence, opinion: Opinion) -> int:
    words = sum(sentence.content[i] for i in opinion.places)
    return words + sum(mention.first in opinion.places for mention in sentence.mentions)


def _nearness(
    index: ReportIndex, sentence: Sentence, mine: Opinion, other: Sentence, theirs: Opinion
) -> float:
    """The lesser part (0 to 1) of either opinion's words that the other sentence holds."""
    return min(
        part_told(index, sentence, other, mine.places), part_told(index, other, sentence, theirs.places)
    )
