"""Conclusions: whether harm could have been foreseen or prevented, in the summary and in the report."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scr_check.comparison.bearing import Weighing
from scr_check.comparison.evidence import evidence_from, where
from scr_check.comparison.index import Passage, ReportIndex
from scr_check.comparison.overlap import part_told
from scr_check.comparison.result import Difference
from scr_check.comparison.sentence import Sentence, clause_of
from scr_check.comparison.statements import Statement
from scr_check.documents.overview import Section
from scr_check.finding import Confidence
from scr_check.language.strength import phrases_in
from scr_check.language.words import stem

NEAREST = 0.7  # the part of the nearest conclusion's share within which another speaks of the same harm
TELLING = 2  # content words from which a clause says what it concludes of
SURELY = 0.5  # outside the conclusion, a passage must tell so much of a statement to be held against it
_ELLIPSIS = re.compile(
    r"\b(?:could|would|might) (?:well |probably |not )*have been(?:[,.;]|$)", re.IGNORECASE
)
_TOPICS = {
    "foreseen": frozenset(
        map(
            stem,
            [
                "predict",
                "predictable",
                "unpredictable",
                "predictability",
                "foresee",
                "foreseen",
                "foreseeable",
                "unforeseeable",
                "anticipate",
                "anticipated",
            ],
        )
    ),
    "prevented": frozenset(
        map(
            stem,
            [
                "prevent",
                "preventable",
                "unpreventable",
                "avoid",
                "avoidable",
                "unavoidable",
                "inevitable",
                "avert",
                "saved",
                "altered",
            ],
        )
    ),
}
_DENIALS = re.compile(
    r"\b(?:not|no|nobody|none|never|neither|nor|cannot|unlikely|doubtful|beyond|un(?:preventable|predictable|foreseeable|avoidable)|inevitable)\b|n't\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"\bwhether\b|\?\s*$|^could\b", re.IGNORECASE)
_REPLIES = re.compile(r"\b(?:could|was|would|might|yes)\b", re.IGNORECASE)
_SECTIONS = frozenset((Section.CONCLUSIONS, Section.ANALYSIS))


@dataclass(frozen=True, slots=True)
class _Claim:
    """What a sentence concludes of a topic: yes, no or undecided, the word that says so, and how likely (0, 2 or 4)."""

    topic: str
    answer: str
    word: int
    likelihood: int = 0


def conclusion_differences(
    statement: Statement, index: ReportIndex, weighing: Weighing
) -> Iterator[Difference]:
    """What a statement concludes of foresight and prevention otherwise than the report."""
    if statement.part not in ("conclusion", "key-issues", "process"):
        return
    for claim in _claims(statement.sentence):
        places = _places(statement.sentence, claim)
        answers = [
            (part_told(index, statement.sentence, passage.sentence, places), passage, other)
            for passage in index.of_sections(_SECTIONS)
            for other in _answers(index, passage)
            if other.topic == claim.topic
        ]
        best = max((share for share, _, _ in answers), default=0.0)
        if statement.part != "conclusion" and best < SURELY:
            continue
        nearest = [entry for entry in answers if best and entry[0] >= NEAREST * best]
        if not nearest or any(_agree(claim, other) for _, _, other in nearest):
            continue
        _, passage, other = max(nearest, key=lambda entry: entry[0])
        yield _difference(statement, claim, passage, other)


def _places(sentence: Sentence, claim: _Claim) -> list[int]:
    """The words that say what is concluded of: those of the claim's clause, or of the sentence if that says little."""
    clause = [i for i in clause_of(sentence, claim.word) if i != claim.word]
    telling = sum(sentence.content[i] for i in clause)
    return clause if telling >= TELLING else [i for i in range(len(sentence.words)) if i != claim.word]


def _agree(claim: _Claim, other: _Claim) -> bool:
    """Whether two conclusions are the same, and one is not sure where the other says only that it might be."""
    sure = {claim.likelihood, other.likelihood}
    return claim.answer == other.answer and not (claim.topic == "prevented" and sure == {2, 4})


def _claims(sentence: Sentence) -> list[_Claim]:
    """What a sentence concludes; a mere question ("the panel was asked whether") concludes nothing."""
    found = []
    for at, word in enumerate(sentence.words):
        topic = next((name for name, stems in _TOPICS.items() if word.stem in stems), None)
        if topic:
            answer = _answer(sentence, at)
            if answer:
                found.append(_Claim(topic, answer, at, _likelihood(sentence, at)))
    return found


def _likelihood(sentence: Sentence, at: int) -> int:
    """4 where something would have been so, 2 where it only might have been, else 0."""
    before = " ".join(word.lower for word in sentence.words[max(0, at - 4) : at])
    if re.search(r"\b(?:might|may) have\b", before):
        return 2
    return 4 if re.search(r"\bwould have been\b", before) and "probabl" not in before else 0


def _answer(sentence: Sentence, at: int) -> str | None:
    clause = clause_of(sentence, at)
    start, end = sentence.words[clause.start].start, sentence.words[clause.stop - 1].end
    before = sentence.text[: sentence.words[at].end]
    if any(phrase.level == 1 for phrase in phrases_in("likelihood", list(sentence.words[: at + 1]))):
        return "undecided"
    if _QUESTION.search(before) and not re.search(
        r"\b(?:conclu|view|consider|opinion|find|found)", before, re.IGNORECASE
    ):
        return None
    denials = len(_DENIALS.findall(sentence.text[start:end]))
    if (
        not denials
        and clause.start
        and re.match(r"(?:but|and|that|who|which)\b", sentence.text[start:], re.IGNORECASE) is None
    ):
        denials = len(re.findall(r"^(?:nobody|no one|no \w+|none|neither|nor)\b", before, re.IGNORECASE))
    return "no" if denials % 2 else "yes"


def _answers(index: ReportIndex, passage: Passage) -> list[_Claim]:
    """What a passage concludes; the sentence after a question answers it ("It probably could have been")."""
    found = _claims(passage.sentence)
    if found or not _REPLIES.search(passage.sentence.text):
        return found
    before = [near.sentence for near in index.around(passage.number, 1, 0) if near is not passage]
    if before and _ELLIPSIS.search(passage.sentence.text):
        topics = {claim.topic for claim in _claims(before[0])}
        answer = "no" if _DENIALS.search(passage.sentence.text) else "yes"
        if topics:
            return [_Claim(topic, answer, 0) for topic in sorted(topics)]
    if not before or not _QUESTION.search(before[0].text):
        return []
    answer = "no" if _DENIALS.search(passage.sentence.text) else "yes"
    asked = {word.stem for word in before[0].words}
    return [_Claim(topic, answer, 0) for topic, stems in _TOPICS.items() if asked & stems]


def _difference(statement: Statement, claim: _Claim, passage: Passage, other: _Claim) -> Difference:
    word, match = statement.sentence.words[claim.word], passage.sentence.words[other.word]
    said = {
        "yes": f"could have been {claim.topic}",
        "no": f"could not have been {claim.topic}",
        "undecided": f"it cannot be said whether it could have been {claim.topic}",
    }
    return Difference(
        "conclusion-changed",
        statement.pointer,
        f"the summary concludes: {said[claim.answer]}; the overview report concludes: {said[other.answer]} ({where(passage)})",
        f"give the report's conclusion: “{passage.sentence.text}”",
        statement.sentence.text[word.start : word.end],
        (evidence_from(passage, [(match.start, match.end)]),),
        Confidence.LIKELY if statement.part == "conclusion" else Confidence.POSSIBLE,
    )
