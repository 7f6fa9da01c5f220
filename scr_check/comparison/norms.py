"""Norms: what ought to be beside what was ("26 cases against a guide of 18"), and a statement that exchanges the two."""

import re

from scr_check.comparison.bearing import Weighing
from scr_check.comparison.index import Passage, ReportIndex
from scr_check.comparison.said_numbers import same_number
from scr_check.comparison.sentence import Sentence
from scr_check.comparison.statements import Statement
from scr_check.language.number import Number

PASSAGES, LEAST = 10, 0.3  # how many of the nearest passages are looked at, with what part of the best share
_WORD = r"(?:guide(?:line)?s?|limit|standard|ceiling|maximum|minimum|target|norm|policy|procedures?)"
_BEFORE = re.compile(
    rf"(?:\b{_WORD}(?: for [^.,;]{{1,40}}?)?"
    r"(?:,? (?:of|was|is|being|then|at|called for|asked for|allowed|required|set at|figure)){0,3}"
    r"|\b(?:recommended|permitted|allowed)(?: (?:number|maximum|figure|limit|caseload|level))?(?: (?:of|was|is|being)){0,2}"
    r"|\b(?:should have (?:had|been)|(?:meant|intended|planned) for|supposed to (?:have|be)|instead of|rather than)"
    r"(?: every)?)(?: (?:the|a|just|about|no more than|at least))? $",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf" (?:\w+ ){{0,2}}?(?:(?:was|were|is|are|being|as) the (?:\w+ ){{0,2}}?{_WORD}\b"
    r"|(?:(?:was|were|is|are) )?(?:recommended|allowed|permitted|laid down)\b)",
    re.IGNORECASE,
)


def exchanged_norm(
    statement: Statement, index: ReportIndex, weighing: Weighing
) -> tuple[Number, Passage, Number] | None:
    """The norm of a statement which a near passage gives as what was, that passage, and its norm, given here as what was."""
    sentence = statement.sentence
    for norm in filter(lambda one: is_norm(sentence, one), sentence.numbers):
        others = [one for one in sentence.numbers if one is not norm and not is_norm(sentence, one)]
        for passage in weighing.whole.top(index, PASSAGES, LEAST) if others else ():
            if not any(_is_told(norm, near.sentence) for near in index.around(passage.number, 1, 1)):
                continue
            told = passage.sentence
            for theirs in filter(lambda one: is_norm(told, one), told.numbers):
                if not same_number(norm, theirs) and any(same_number(one, theirs) for one in others):
                    return norm, passage, theirs
    return None


def _is_told(norm: Number, sentence: Sentence) -> bool:
    """Whether a sentence gives the number as what was."""
    return any(same_number(norm, one) and not is_norm(sentence, one) for one in sentence.numbers)


def is_norm(sentence: Sentence, number: Number) -> bool:
    """Whether a number is said to be what ought to be, or is recommended."""
    text = sentence.text
    return bool(_BEFORE.search(text, 0, number.start) or _AFTER.match(text, number.end))
