"""Claims: statements that nothing in the report bears out, above all that all is well by now."""

import re
from collections.abc import Iterator

from scr_check.comparison.bearing import Weighing
from scr_check.comparison.evidence import evidence_from
from scr_check.comparison.index import Passage, ReportIndex
from scr_check.comparison.overlap import part_told
from scr_check.comparison.result import Difference
from scr_check.comparison.sentence import Sentence, clause_of, clause_text
from scr_check.comparison.statements import Statement
from scr_check.finding import Confidence

BORNE_OUT = 0.5  # the part of a clause's words that one passage must hold
COUNTED = 0.25  # of a passage that gives the same number, if it is at least
TELLING_NUMBER = 10
TOLD = 0.6  # and so much of a thing done since, where the passage does not tell that it was done since
_REASSURES = re.compile(
    r"\b(?:has|have)(?: (?:now|since|already|all|also))*(?: been)? (?!never|not|no\b)\w+(?:ed|en|n|t|ne)\b"
    r"|\b(?:now|today|nowadays|no longer|since then|these days|confident|assured|reassured|apologi[sz]ed)\b",
    re.IGNORECASE,
)
_LESSON_REASSURES = re.compile(  # "has run its course" is no claim there
    r"\b(?:now|today|nowadays|these days|since (?:then|the|these|\d|[A-Z])|satisfied|confident|(?:re)?assured|to heart"
    r"|put right|already put|into practice)\b",
    re.IGNORECASE,
)
_BIDS = re.compile(r"\b(?:should|must|needs?|ought|until|unless|if)\b", re.IGNORECASE)
_APOLOGY = re.compile(r"\bapolog(?!etic)\w+", re.IGNORECASE)
_SORRY = re.compile(
    r"\bapolog(?!etic)|\b(?:sorry|regret\w*)\b"
    r"|\b(?:written|wrote|letter)\b[^.;]*\b(?:wrong|mistake\w*|accept\w*|acknowledg\w*|admit\w*)\b",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:has|have)(?: \w+)? since\b|\b(?:has|have) (?:\w+ ){1,5}since (?:\w+ )?(?:\d|[A-Z])|\bsince then\b[^.]*\b(?:has|have)\b"
)
_BY_NOW = re.compile(r"\b(?:has|have|now|since|already|completed)\b", re.IGNORECASE)
_TELLS = re.compile(
    r"\b(?:was|were|had|did|should|would|could|might|may|must|need|needed|until|to) ?(?:not )?(?:have|has)?\b",
    re.IGNORECASE,
)


def claim_differences(statement: Statement, index: ReportIndex, weighing: Weighing) -> Iterator[Difference]:
    """The reassurances and apologies of a statement ("has since been put right") that no passage bears out."""
    for text in _claims(statement, index):
        yield _unsupported(statement, text, index, weighing)


def _claims(statement: Statement, index: ReportIndex) -> Iterator[str]:
    sentence = statement.sentence
    since = statement.part != "process" and _SINCE.search(sentence.text)
    if (since and not _told_since(sentence, index)) or (
        _APOLOGY.search(sentence.text) and not _told_sorry(sentence, index)
    ):
        yield sentence.text
    elif statement.part == "lessons":
        reassures = _LESSON_REASSURES.search(sentence.text) and not _BIDS.search(sentence.text)
        if reassures and _borne_out(sentence, range(len(sentence.words)), index) < BORNE_OUT:
            yield sentence.text
    else:
        for first in _clauses(sentence):
            clause = clause_of(sentence, first)
            text = clause_text(sentence, first)
            reassures = _REASSURES.search(text) and not _TELLS.search(text)
            if reassures and _borne_out(sentence, clause, index) < BORNE_OUT:
                yield text


def _unsupported(statement: Statement, text: str, index: ReportIndex, weighing: Weighing) -> Difference:
    return Difference(
        "unsupported-claim",
        statement.pointer,
        f"no passage of the overview report says that “{text}”",
        "leave it out, or name the paragraph that says so; what has been done since belongs in the action plan's `progress`",
        text,
        tuple(evidence_from(passage) for passage in weighing.whole.top(index, 1)),
        Confidence.POSSIBLE,
    )


def _told_since(sentence: Sentence, index: ReportIndex) -> bool:
    """Whether a passage tells what a sentence says has been done since: half of it where it too says "has" or "now"."""
    places = range(len(sentence.words))
    counted = [number for number in sentence.numbers if number.value >= TELLING_NUMBER]

    def wanted(passage: Passage) -> float:
        if any(mine.means(theirs) for mine in counted for theirs in passage.sentence.numbers):
            return COUNTED
        return BORNE_OUT if _BY_NOW.search(passage.sentence.text) else TOLD

    return any(
        part_told(index, sentence, passage.sentence, places) >= wanted(passage) for passage in index.passages
    )


def _told_sorry(sentence: Sentence, index: ReportIndex) -> bool:
    """Whether a passage that names who is said to have apologised tells of an apology, or of a regret."""
    said = _APOLOGY.search(sentence.text)
    before = [one for one in sentence.mentions if said and sentence.words[one.first].start < said.start()]
    parties = [one.party for one in before or sentence.mentions if one.party.kind != "child"]
    sorry = [passage for passage in index.passages if _SORRY.search(passage.sentence.text)]
    return any(
        not parties
        or any(one.may_be(other) for one in parties for other in index.parties_around(passage.number))
        for passage in sorry
        if _APOLOGY.search(passage.sentence.text) or parties
    )


def _clauses(sentence: Sentence) -> list[int]:
    """The first word of each clause."""
    return [i for i in range(len(sentence.words)) if not i or sentence.clause[i] != sentence.clause[i - 1]]


def _borne_out(sentence: Sentence, clause: range, index: ReportIndex) -> float:
    """The greatest part (0 to 1) of a clause's words that one passage holds; 1 for a clause of hardly any."""
    weights = {
        sentence.words[i].stem: index.rarity(sentence.words[i].stem) for i in clause if sentence.content[i]
    }
    if len(weights) < 3:
        return 1.0
    roles = {mention.party.role: 1.0 for mention in sentence.mentions if mention.first in clause}
    return max(index.coverage(weights, roles).values(), default=0.0)
