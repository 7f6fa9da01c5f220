"""Judges: how likely it is that a statement differs from the report, from the evidence gathered on both sides.

Each judge is a small set of decision trees, fitted by `bench/judges.py` on distortions made by rule in faithful
summaries; evidence for a statement can only lower its score and evidence against it only raise it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeAlias

from scr_check.finding import Confidence

DATA = Path(__file__).parent / "data" / "judges.json"
Tree: TypeAlias = "float | tuple[int, float, Tree, Tree]"


@dataclass(frozen=True, slots=True)
class Judge:
    """A fitted judge: the names of its features in order, its trees, and the scores from which it speaks.

    A tree is a leaf's value, or a feature's index, a limit, the tree where the feature is at most that, and the other.
    """

    features: tuple[str, ...]
    trees: tuple[Tree, ...]
    likely: float
    possible: float

    def score(self, evidence: Mapping[str, float]) -> float:
        """The log odds that the statement differs; every feature must be there."""
        values = [evidence[name] for name in self.features]
        return sum(_leaf(tree, values) for tree in self.trees)

    def confidence(self, score: float) -> Confidence | None:
        """How sure that makes the judge, or None where it keeps quiet."""
        if score < self.possible:
            return None
        return Confidence.LIKELY if score >= self.likely else Confidence.POSSIBLE


def _leaf(tree: Tree, values: list[float]) -> float:
    while isinstance(tree, (tuple, list)):
        feature, limit, low, high = tree
        tree = low if values[feature] <= limit else high
    return tree


@cache
def judge_of(name: str) -> Judge:
    """The judge of one kind of distortion, "parties" or "denials"."""
    fitted = json.loads(DATA.read_text(encoding="utf-8"))[name]
    return Judge(tuple(fitted["features"]), tuple(fitted["trees"]), fitted["likely"], fitted["possible"])
