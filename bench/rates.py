"""What scores are worth: the part found at a rate of false alarms, the area under the curve, balanced accuracy."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence


def limit_at(faithful: Sequence[float], alarms: float) -> float:
    """The score below which at most this part (0 to 1) of the faithful texts falls."""
    if not faithful:
        return float("-inf")
    return sorted(faithful)[min(len(faithful) - 1, int(alarms * len(faithful) + 1e-9))]


def area(faithful: Sequence[float], distorted: Sequence[float]) -> float:
    """How often (0 to 1) a faithful text scores higher than a distorted one; a draw counts half."""
    ranked = sorted(distorted)
    wins = sum(bisect_left(ranked, score) + bisect_right(ranked, score) for score in faithful) / 2
    return wins / max(1, len(faithful) * len(distorted))


def balanced(faithful: Sequence[float], distorted: Sequence[float], limit: float) -> float:
    """The mean of the parts (0 to 1) of both kinds that fall on their side of the limit; below it is distorted."""
    kept = sum(score >= limit for score in faithful) / max(1, len(faithful))
    caught = sum(score < limit for score in distorted) / max(1, len(distorted))
    return (kept + caught) / 2


def best_limit(faithful: Sequence[float], distorted: Sequence[float]) -> float:
    """The limit with the greatest balanced accuracy."""
    faithful, distorted = sorted(faithful), sorted(distorted)

    def right(limit: float) -> float:
        kept = 1 - bisect_left(faithful, limit) / max(1, len(faithful))
        return kept + bisect_left(distorted, limit) / max(1, len(distorted))

    return max([*faithful, *distorted, float("-inf")], key=right)
