"""Pairing: which recommendation or action of the report each of the summary's is."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from scr_check.language.words import stop_words, words_in

SURE = 0.45  # likeness at which two items pair by wording alone
FAIR = 0.25  # likeness at which two items that share a set or reference pair
OUTDONE = 0.3  # a reference gives way when another item is more like by this much


@dataclass(frozen=True, slots=True)
class Pairing:
    """Indexes of paired items, the report's first; and those on either side that have no partner."""

    pairs: tuple[tuple[int, int], ...]
    only_report: tuple[int, ...]
    only_summary: tuple[int, ...]


def pair_items(
    report: Sequence[str],
    summary: Sequence[str],
    same: Sequence[Sequence[bool]],
    kin: Sequence[Sequence[bool]],
) -> Pairing:
    """Pair two lists of texts one to one.

    `same[i][j]` says that both carry the same reference, `kin[i][j]` that they belong to the same set. A
    reference holds unless another item's wording is much closer; the rest pair by wording, most alike first.
    """
    likes = likenesses(tuple(report), tuple(summary))
    ranked = sorted(
        ((_score(likes, same, kin, i, j), i, j) for i in range(len(report)) for j in range(len(summary))),
        key=lambda item: (-item[0], item[1], item[2]),
    )
    left, right = set(range(len(report))), set(range(len(summary)))
    pairs = []
    for score, i, j in ranked:
        if score > 0 and i in left and j in right:
            pairs.append((i, j))
            left.remove(i)
            right.remove(j)
    return Pairing(tuple(sorted(pairs)), tuple(sorted(left)), tuple(sorted(right)))


def _score(
    likes: list[list[float]], same: Sequence[Sequence[bool]], kin: Sequence[Sequence[bool]], i: int, j: int
) -> float:
    """How good a pair is: its likeness, raised for the same reference; 0 for no pair at all."""
    like = likes[i][j]
    if same[i][j]:
        return like + OUTDONE + 0.05 if like >= 0.08 else 0.0
    return like if like >= (FAIR + 0.1 if kin[i][j] else SURE) else 0.0


@lru_cache(maxsize=4)  # asked for twice in a comparison: for what differs, and for the figures of coverage
def likenesses(report: tuple[str, ...], summary: tuple[str, ...]) -> list[list[float]]:
    """How alike each two texts are (0 to 1): the share of stems in common, rare ones counting most."""
    ours, theirs = [_stems(text) for text in report], [_stems(text) for text in summary]
    found = Counter(stem for stems in ours + theirs for stem in stems)
    total = len(ours) + len(theirs)
    weight = {stem: math.log(1 + total / count) for stem, count in found.items()}
    sums = [sum(weight[stem] for stem in stems) for stems in theirs]
    return [
        [
            2 * sum(weight[stem] for stem in stems & other) / (mine + yours) if mine + yours else 0.0
            for other, yours in zip(theirs, sums, strict=True)
        ]
        for stems in ours
        for mine in [sum(weight[stem] for stem in stems)]
    ]


def _stems(text: str) -> frozenset[str]:
    return frozenset(word.stem for word in words_in(text) if word.lower not in stop_words())
