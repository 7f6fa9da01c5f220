"""The judges: more evidence against a statement never makes them surer that it is faithful."""

import pytest

from scr_check.comparison.judge import Judge, judge_of
from scr_check.finding import Confidence

# what the passage that speaks against a statement is like, which makes neither side's case by itself
DESCRIBES = {
    "fit rival noun", "rival figures", "rival like", "rival stranger", "rival in text", "own in rival block", "others in rival block",
}  # fmt: skip
NAMES = ["dates", "denials", "numbers", "parties"]


def evidence(judge: Judge, **values: float) -> dict[str, float]:
    return {
        **dict.fromkeys(judge.features, 0.5),
        **{name.replace("_", " "): value for name, value in values.items()},
    }


@pytest.mark.parametrize("name", NAMES)
def test_a_judge_speaks_only_from_its_limits_on(name):
    judge = judge_of(name)
    assert judge.possible < judge.likely
    assert judge.confidence(judge.possible - 0.01) is None
    assert judge.confidence(judge.possible) is Confidence.POSSIBLE
    assert judge.confidence(judge.likely) is Confidence.LIKELY


def scores_by(name: str, kind: str) -> list[float]:
    """The scores as all evidence of a kind (features with the word in their names) rises from 0 to 1 together."""
    judge = judge_of(name)
    moved = [one for one in judge.features if kind in one.split() and one not in DESCRIBES]
    assert moved
    return [judge.score({**evidence(judge), **dict.fromkeys(moved, step / 10)}) for step in range(11)]


@pytest.mark.parametrize(
    ("name", "against"),
    [("dates", "rival"), ("numbers", "rival"), ("parties", "rival"), ("denials", "opposed")],
)
def test_evidence_against_a_statement_raises_the_score(name, against):
    scores = scores_by(name, against)
    assert scores == sorted(scores)
    assert scores[0] < scores[-1]


@pytest.mark.parametrize(
    ("name", "support"),
    [("dates", "given"), ("numbers", "given"), ("parties", "given"), ("denials", "agreed")],
)
def test_evidence_for_a_statement_lowers_it(name, support):
    scores = scores_by(name, support)
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > scores[-1]


def test_evidence_that_is_not_there_is_an_error():
    with pytest.raises(KeyError):
        judge_of("parties").score({})
