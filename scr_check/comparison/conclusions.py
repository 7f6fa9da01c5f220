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
from scr_check.language.certainty import certainty, is_undecided
from scr_check.language.words import stem

NEAREST = 0.7  # the part of the nearest conclusion's share within which another speaks of the same harm
TELLING = 2  # content words from which a clause says what it concludes of
SURELY = 0.5  # outside the conclusion, a passage must tell so much of a statement to be held against it
DOUBTFUL = (
    0.3  # below this share of the nearest conclusion's words, the whole statement tells which is nearest
)
LENT = 0.9  # what the sentence before counts for one that goes on from it
_GOES_ON = re.compile(r"(?:this|they|these)\b", re.IGNORECASE)
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
            ],
        )
    ),
}
OTHERWISE = "otherwise"  # the topic of a conclusion on what else would have been so
_SAYING = frozenset(
    map(
        stem,
        "panel author review report board find found conclude consider believe judge judgement opinion view say said"
        " claim know known certain sure able unable satisfied question whether conclusion".split(),
    )
)
_DENIALS = re.compile(
    r"\b(?:(?<!than )(?<!or )not(?! only)|no(?! doubt)|nobody|none|never|neither|nor|cannot|unlikely|doubtful|beyond"
    r"|un(?:preventable|predictable|foreseeable|avoidable)|inevitable)\b|n't\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"\bwhether\b|\?\s*$|^could\b", re.IGNORECASE)
_REPLIES = re.compile(r"\b(?:could|was|would|might|yes)\b", re.IGNORECASE)
_SUPPOSED = re.compile(
    r"\b(?:would|might|could|may) (?:\w+ ){0,3}?have (?:(?:been|\w+ly|also|so|then|now|at least) )*\w+",
    re.IGNORECASE,
)
_FINDS = re.compile(r"\b(?:conclu|view|consider|opinion|find|found)", re.IGNORECASE)
_NOBODY = re.compile(r"^(?:nobody|no one|no \w+|none|neither|nor)\b", re.IGNORECASE)
_ANYWAY = re.compile(
    r"\b(?:happened|occurred|followed|taken place|come about|arisen|died|been (?:\w+ly )?\w+ed|been hurt)\b[^.;:]{0,40}?"
    r"\b(?:anyway|in any (?:case|event)|regardless|all the same|whatever (?:had been|was|anyone|anybody|professionals) \w+)",
    re.IGNORECASE,
)
_RANKS = {"certain": 3.0, "probable": 2.0, "": 1.5, "possible": 1.0, "undecided": 0.0}
_SECTIONS = frozenset((Section.CONCLUSIONS, Section.ANALYSIS))


@dataclass(frozen=True, slots=True)
class _Claim:
    """What a sentence concludes of a topic: yes, no or undecided, the word that says so, how likely (0, 2 or 4), and how sure."""

    topic: str
    answer: str
    word: int
    likelihood: int = 0
    certainty: str = ""


def conclusion_differences(
    statement: Statement, index: ReportIndex, weighing: Weighing
) -> Iterator[Difference]:
    """What a statement concludes of foresight and prevention otherwise than the report."""
    if statement.part not in ("conclusion", "key-issues", "process"):
        return
    for claim in _claims(statement.sentence):
        places = _places(statement.sentence, claim)
        answers = [
            (_nearness(statement, index, passage, places), passage, other)
            for passage, other in index.once(_concluded)
            if other.topic == claim.topic or (claim.topic, other.topic) == (OTHERWISE, "prevented")
        ]
        best = max((share for share, _, _ in answers), default=0.0)
        if best < SURELY and (statement.part != "conclusion" or claim.topic == OTHERWISE):
            continue
        if best < DOUBTFUL and any(_agree(claim, other) for _, _, other in answers):
            shares = weighing.whole.shares
            answers = [(shares.get(passage.number, 0.0), passage, other) for _, passage, other in answers]
            best = max(share for share, _, _ in answers)
        nearest = [entry for entry in answers if best and entry[0] >= NEAREST * best]
        if not nearest or any(_agree(claim, other) for _, _, other in nearest):
            continue
        _, passage, other = max(nearest, key=lambda entry: entry[0])
        yield _difference(statement, claim, passage, other)


def _nearness(statement: Statement, index: ReportIndex, passage: Passage, places: list[int]) -> float:
    """The part (0 to 1) of a conclusion's words that a passage tells, or the sentence before that it goes on from."""
    told = part_told(index, statement.sentence, passage.sentence, places)
    if _GOES_ON.match(passage.sentence.text):
        for earlier in index.around(passage.number, 1, 0)[:-1]:
            told = max(told, LENT * part_told(index, statement.sentence, earlier.sentence, places))
    return told


def _places(sentence: Sentence, claim: _Claim) -> list[int]:
    """The words that say what is concluded of: those of the claim's clause, or of the sentence if that says little."""
    words = [
        i
        for i, word in enumerate(sentence.words)
        if word.stem not in _SAYING and (i != claim.word or claim.topic == OTHERWISE)
    ]
    clause = clause_of(sentence, claim.word)
    told = [i for i in words if i in clause]
    return told if sum(sentence.content[i] for i in told) >= TELLING else words


def _agree(claim: _Claim, other: _Claim) -> bool:
    """Whether two conclusions are the same, and one is not sure where the other says only that it might be."""
    if OTHERWISE in (claim.topic, other.topic):
        mine, theirs = (
            _RANKS["undecided" if one.answer == "undecided" else one.certainty] for one in (claim, other)
        )
        surer = claim.certainty == "certain" and other.certainty in ("probable", "possible")
        return abs(mine - theirs) < 2 and not surer
    sure = {claim.likelihood, other.likelihood}
    return claim.answer == other.answer and not (claim.topic == "prevented" and sure == {2, 4})


def _claims(sentence: Sentence) -> list[_Claim]:
    """What a sentence concludes; a mere question ("the panel was asked whether") concludes nothing."""
    found = []
    supposed = set(_supposed(sentence))
    for at, word in enumerate(sentence.words):
        topic = next((name for name, stems in _TOPICS.items() if word.stem in stems), None)
        topic = topic or (OTHERWISE if at in supposed else None)
        answer = _answer(sentence, at, topic != OTHERWISE) if topic else None
        if topic and answer:
            found.append(_Claim(topic, answer, at, _likelihood(sentence, at), _certainty(sentence, at)))
    return found + list(_inevitable(sentence))


def _inevitable(sentence: Sentence) -> Iterator[_Claim]:
    """That something "would have happened anyway": it could not have been prevented."""
    for match in _ANYWAY.finditer(sentence.text):
        at = sentence.index_at(match.start())
        if re.search(r"\bwould\b[^.;:]{0,40}$", sentence.text[: match.start()]):
            denied = len(_DENIALS.findall(sentence.text[: match.start()])) % 2
            yield _Claim("prevented", "yes" if denied else "no", at)


def _supposed(sentence: Sentence) -> Iterator[int]:
    """The verbs of what would or might have been so ("would have been seen", "might have kept him safe")."""
    for match in _SUPPOSED.finditer(sentence.text):
        at = sentence.index_at(match.end() - 1)
        if sentence.content[at]:
            yield at


def _certainty(sentence: Sentence, at: int) -> str:
    """How sure the sentence is of what it supposes at word `at`, read from its half of the sentence."""
    clause = clause_of(sentence, at)
    first, last = sentence.words[clause.start], sentence.words[clause.stop - 1]
    return certainty(sentence.text[first.start : last.end])


def _likelihood(sentence: Sentence, at: int) -> int:
    """4 where something would have been so, 2 where it only might have been, else 0."""
    before = " ".join(word.lower for word in sentence.words[max(0, at - 4) : at])
    if re.search(r"\b(?:might|may) have\b", before):
        return 2
    return 4 if re.search(r"\bwould have been\b", before) and "probabl" not in before else 0


def _answer(sentence: Sentence, at: int, topical: bool = True) -> str | None:
    clause = clause_of(sentence, at)
    start, end = sentence.words[clause.start].start, sentence.words[clause.stop - 1].end
    word = sentence.words[at]
    if not topical and not is_undecided(sentence.text, word.start, word.end):
        return "no" if re.search(r"\b(?:not|never)\b", sentence.text[start : word.start]) else "yes"
    before = sentence.text[: word.end]
    if is_undecided(sentence.text, word.start, word.end):
        return "undecided"
    if _QUESTION.search(before) and not _FINDS.search(before):
        return None
    denials = len(_DENIALS.findall(sentence.text[start:end]))
    if (
        not denials
        and clause.start
        and re.match(r"(?:but|and|that|who|which)\b", sentence.text[start:], re.IGNORECASE) is None
    ):
        denials = len(_NOBODY.findall(before))
    return "no" if denials % 2 else "yes"


def _concluded(index: ReportIndex) -> list[tuple[Passage, _Claim]]:
    """Everything that the report concludes."""
    return [
        (passage, claim) for passage in index.of_sections(_SECTIONS) for claim in _answers(index, passage)
    ]


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
    said, true = _said(claim), _said(other)
    if said == true:
        said, true = (f"{said} ({one.certainty or 'as it stands'})" for one in (claim, other))
    return Difference(
        "conclusion-changed",
        statement.pointer,
        f"the summary concludes: {said}; the overview report concludes: {true} ({where(passage)})",
        f"give the report's conclusion: “{passage.sentence.text}”",
        statement.sentence.text[word.start : word.end],
        (evidence_from(passage, [(match.start, match.end)]),),
        Confidence.LIKELY if statement.part == "conclusion" else Confidence.POSSIBLE,
    )


def _said(claim: _Claim) -> str:
    been = f"have been {claim.topic}"
    if claim.answer == "undecided":
        return f"it cannot be said whether it could {been}"
    return f"could {been}" if claim.answer == "yes" else f"could not {been}"
