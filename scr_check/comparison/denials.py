"""Denials: what a statement says was done and the report says was not, or the other way."""

from collections.abc import Iterator

from scr_check.comparison.bearing import Weighing
from scr_check.comparison.denial_evidence import DenialEvidence, evidence_of_denials
from scr_check.comparison.evidence import evidence_from, where
from scr_check.comparison.index import ReportIndex
from scr_check.comparison.judge import judge_of
from scr_check.comparison.result import Difference
from scr_check.comparison.statements import Statement

PLAIN = 100.0  # what puts a plain contradiction above every limit
HELD, MUTUAL, MARGIN = 1.2, 0.3, 0.6  # how much of both clauses, of each, and how much more than what agrees
NEAREST = 0.95  # the part of the nearest passage's share that a plain one must have
BOTH = 2  # of the two words, those that are verbs


def denial_differences(statement: Statement, index: ReportIndex, weighing: Weighing) -> Iterator[Difference]:
    """What a statement affirms and the report denies, or the reverse; the clearest one of a statement."""
    judge = judge_of("denials")
    best: tuple[float, int, DenialEvidence] | None = None
    for at, evidence in evidence_of_denials(statement, index, weighing):
        score = judge.score(evidence.features) + (PLAIN if _is_plain(evidence) else 0.0)
        if best is None or score > best[0]:
            best = score, at, evidence
    if best is None:
        return
    score, at, evidence = best
    confidence = judge.confidence(score)
    if confidence is None or evidence.opposite is None:
        return
    passage, other = evidence.opposite
    word, match = statement.sentence.words[at], passage.sentence.words[other]
    quote = statement.sentence.text[word.start : word.end]
    said, true = ("denies", "affirms") if statement.sentence.denied[at] else ("affirms", "denies")
    yield Difference(
        "negation-flipped",
        statement.pointer,
        f"the summary {said} what the overview report {true} ({where(passage)}): “{quote}”",
        f"read both passages; the report says: “{passage.sentence.text}”",
        quote,
        (evidence_from(passage, [(match.start, match.end)]),),
        confidence,
    )


def _is_plain(evidence: DenialEvidence) -> bool:
    """Whether report and statement say nearly the same with the same word, but that one denies it."""
    kept = evidence.features
    same_verb = kept["alike"] == 1 and kept["verbs"] == BOTH
    near = kept["whole part"] >= NEAREST and kept["margin"] >= MARGIN
    return same_verb and near and not kept["doubts"] and kept["held"] >= HELD and kept["mutual"] >= MUTUAL
