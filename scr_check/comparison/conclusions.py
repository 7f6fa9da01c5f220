"""Conclusions: whether harm could have been foreseen or prevented, in the summary and in the report."""

import re
from collections.abc import Iterator

from scr_check.comparison.bearing import Weighed, Weighing
from scr_check.comparison.concluded import OTHERWISE, Claim, claims_in, concluded, goes_on_to_conclude
from scr_check.comparison.evidence import evidence_from, where
from scr_check.comparison.index import Passage, ReportIndex
from scr_check.comparison.opinions import opinion_in
from scr_check.comparison.overlap import part_told
from scr_check.comparison.result import Difference
from scr_check.comparison.sentence import Sentence, clause_of
from scr_check.comparison.statements import Statement
from scr_check.documents.overview import Section
from scr_check.documents.summary import Summary
from scr_check.finding import Confidence
from scr_check.language.words import stem

NEAREST = 0.7  # the part of the nearest conclusion's share within which another speaks of the same harm

TELLING = 2  # content words from which a clause says what it concludes of

SURELY = 0.5  # outside the conclusion, a passage must tell so much of a statement to be held against it

DOUBTFUL = (
    0.3  # below this share of the nearest conclusion's words, the whole statement tells which is nearest
)

LENT = 0.9  # what the sentence before counts for one that goes on from it

_GOES_ON = re.compile(r"(?:this|they|these)\b", re.IGNORECASE)

_SAYING = frozenset(
    map(
        stem,
        "panel author review report board find found conclude consider believe judge judgement opinion view think"
        " thinks doubt doubtful say said"
        " claim know known certain sure able unable satisfied question whether conclusion likelihood my our"
        " balance".split(),
    )
)

_SEEN_OTHERWISE = re.compile(  # other words by which a conclusion may say that harm could be foreseen
    r"\b(?:clear|plain|plainly|obvious|evident|apparent|likely|expected|expect)\b|\bcould(?:[:;.,]| and should)",
    re.IGNORECASE,
)
_Answer = tuple[float, Passage, Claim]  # how near a passage is, and what it concludes

_RANKS = {"certain": 3.0, "probable": 2.0, "": 1.5, "possible": 1.0, "undecided": 0.0}


def conclusion_differences(
    statement: Statement, index: ReportIndex, weighing: Weighing
) -> Iterator[Difference]:
    """What a statement concludes of foresight and prevention otherwise than the report."""
    if statement.part not in ("conclusion", "key-issues", "process"):
        return
    claims = claims_in(statement.sentence)
    if all(claim.topic == OTHERWISE for claim in claims):
        claims += goes_on_to_conclude(statement.sentence, statement.before)
    for claim in claims:
        places = _places(statement.sentence, claim)
        answers = [
            (_nearness(statement, index, passage, places), passage, other)
            for passage, other in index.once(concluded)
            if other.topic == claim.topic or (claim.topic, other.topic) == (OTHERWISE, "prevented")
        ]
        if _of_the_whole(statement.sentence, claim):
            answers = _on_the_whole(answers)
        best = max((share for share, _, _ in answers), default=0.0)
        if best < SURELY and (statement.part != "conclusion" or claim.topic == OTHERWISE):
            continue
        tells = any(statement.sentence.content[i] for i in places)
        if best < DOUBTFUL and (not tells or any(_agree(claim, other) for _, _, other in answers)):
            shares = weighing.whole.shares
            answers = [(shares.get(passage.number, 0.0), passage, other) for _, passage, other in answers]
            best = max((share for share, _, _ in answers), default=0.0)
        nearest = [entry for entry in answers if best and entry[0] >= NEAREST * best]
        if not nearest or any(_agree(claim, other) for _, _, other in nearest):
            continue
        if _withholds(statement.sentence) and any(_withholds(passage.sentence) for _, passage, _ in nearest):
            continue  # "does not find that it would have", "does not conclude that it would have"
        if sum(one.topic == claim.topic for one in claims) > 1:
            # "they do not say that it would have been prevented, but that it might have been"
            blocks = {passage.block for _, passage, _ in nearest}
            if any(passage.block in blocks and _agree(claim, other) for _, passage, other in answers):
                continue
        _, passage, other = max(nearest, key=lambda entry: entry[0])
        yield _difference(statement, claim, passage, other)


def _on_the_whole(answers: list[_Answer]) -> list[_Answer]:
    """Of the report's conclusions those that answer the review's question, or else speak of nothing but the harm."""
    main = [(1.0, passage, other) for _, passage, other in answers if other.main or other.replies]
    near = [one for one in answers if one[0] >= DOUBTFUL]
    return main or [one for one in near if _of_the_whole(one[1].sentence, one[2])] or answers


def _withholds(sentence: Sentence) -> bool:
    """Whether a sentence says what somebody will not say."""
    opinion = opinion_in(sentence)
    return opinion is not None and opinion.withheld


def _of_the_whole(sentence: Sentence, claim: Claim) -> bool:
    """Whether a conclusion speaks of nothing but the harm itself, so that it is the answer to the review's question."""
    return claim.topic != OTHERWISE and sum(sentence.content[i] for i in _places(sentence, claim)) < TELLING


def _nearness(statement: Statement, index: ReportIndex, passage: Passage, places: list[int]) -> float:
    """The part (0 to 1) of a conclusion's words that a passage tells, or the sentence before that it goes on from."""
    told = part_told(index, statement.sentence, passage.sentence, places)
    if _GOES_ON.match(passage.sentence.text):
        for earlier in index.around(passage.number, 1, 0)[:-1]:
            told = max(told, LENT * part_told(index, statement.sentence, earlier.sentence, places))
    return told


def _places(sentence: Sentence, claim: Claim) -> list[int]:
    """The words that say what is concluded of: those of the claim's clause, or of the sentence if that says little."""
    words = [
        i
        for i, word in enumerate(sentence.words)
        if word.stem not in _SAYING and (i != claim.word or claim.topic == OTHERWISE)
    ]
    clause = clause_of(sentence, claim.word)
    told = [i for i in words if i in clause]
    return told if sum(sentence.content[i] for i in told) >= TELLING else words


def _agree(claim: Claim, other: Claim) -> bool:
    """Whether two conclusions are the same, and one is not sure where the other says only that it might be."""
    if OTHERWISE in (claim.topic, other.topic):
        mine, theirs = (
            _RANKS["undecided" if one.answer == "undecided" else one.certainty] for one in (claim, other)
        )
        surer = claim.certainty == "certain" and other.certainty in ("probable", "possible")
        softer = (claim.certainty, other.certainty) == ("possible", "probable")
        return abs(mine - theirs) < 2 and not surer and not softer
    if any(
        (one.answer, two.answer, two.likelihood) == ("undecided", "yes", 2)
        for one, two in ((claim, other), (other, claim))
    ):
        return True  # "it might have, but that cannot be said for certain"
    if any(
        (one.answer, one.certainty, two.answer) == ("no", "certain", "undecided")
        for one, two in ((claim, other), (other, claim))
    ):
        return True  # "no one act would certainly have prevented it", "it cannot be said that one would"
    if claim.certainty == "certain" and other.certainty in ("probable", "possible"):
        return False
    if (
        claim.certainty == "possible"
        and other.certainty == ""
        and claim.likelihood == 2
        and other.likelihood == 0
    ):
        return False  # "might possibly have been", of what could have been
    sure = {claim.likelihood, other.likelihood}
    return claim.answer == other.answer and not (claim.topic == "prevented" and sure == {2, 4})


def _difference(statement: Statement, claim: Claim, passage: Passage, other: Claim) -> Difference:
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


def _said(claim: Claim) -> str:
    been = f"have been {claim.topic}"
    if claim.answer == "undecided":
        return f"it cannot be said whether it could {been}"
    return f"could {been}" if claim.answer == "yes" else f"could not {been}"


def one_sided_differences(summary: Summary, weighed: Weighed, index: ReportIndex) -> Iterator[Difference]:
    """What the report concludes could have been foreseen or prevented, where the summary only says what could not."""
    statements = [statement for statement, _ in weighed if statement.part == "conclusion"]
    said = [(statement, claim) for statement in statements for claim in claims_in(statement.sentence)]
    for topic in ("foreseen", "prevented"):
        mine = [
            (statement, claim)
            for statement, claim in said
            if claim.topic == topic and (topic == "foreseen" or _of_the_whole(statement.sentence, claim))
        ]
        told = [(passage, other) for passage, other in index.once(concluded) if other.topic == topic]
        firm = [
            one for one in told if one[1].answer == "yes" and one[0].paragraph.section == Section.CONCLUSIONS
        ]
        otherwise = any(_SEEN_OTHERWISE.search(statement.sentence.text) for statement in statements)
        if mine and firm and not otherwise and all(claim.answer == "no" for _, claim in mine):
            yield _difference(*mine[-1], *firm[0])
