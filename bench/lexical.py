"""Baselines that count words: how near a sentence stands to the paragraph of a report that is nearest to it."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from rapidfuzz import fuzz, process
from rapidfuzz.distance import LCSseq

from scr_check.language.words import words_in

Nearness = Callable[[str], float]
K1, B = 1.2, 0.75  # the usual constants of BM25


def lexical_measures(passages: Sequence[str]) -> dict[str, Nearness]:
    """Each baseline's score of a sentence against these passages; higher is more faithful."""
    counted = Counted(passages)
    split = [re.findall(r"\w+", text.lower()) for text in passages]
    return {
        "fuzzy ratio": lambda text: _best(fuzz.ratio, text, passages),
        "fuzzy token set": lambda text: _best(fuzz.token_set_ratio, text, passages),
        "ROUGE-L": lambda text: _rouge(re.findall(r"\w+", text.lower()), split),
        "TF-IDF cosine": counted.cosine,
        "BM25": counted.bm25,
    }


def _best(measure: Callable[..., float], text: str, passages: Sequence[str]) -> float:
    found = process.extractOne(text, passages, scorer=measure)
    return found[1] / 100 if found else 0.0


def _rouge(words: list[str], passages: list[list[str]]) -> float:
    """ROUGE-L precision: the part of the sentence's words that stand in the same order in one passage."""
    common = (LCSseq.similarity(words, passage) for passage in passages)
    return max(common, default=0) / max(1, len(words))


class Counted:
    """The stems of some passages, counted once."""

    def __init__(self, passages: Sequence[str]) -> None:
        self._texts = list(passages)
        self._counts = [Counter(_stems(text)) for text in passages]
        self._holding: dict[str, list[int]] = defaultdict(list)
        for number, counts in enumerate(self._counts):
            for stem in counts:
                self._holding[stem].append(number)
        self._lengths = [sum(counts.values()) for counts in self._counts]
        self._mean = sum(self._lengths) / max(1, len(self._lengths)) or 1.0
        self._norms = [math.sqrt(sum((n * self._idf(s)) ** 2 for s, n in c.items())) for c in self._counts]

    def _idf(self, stem: str) -> float:
        held = len(self._holding.get(stem, ()))
        return math.log(1 + (len(self._counts) - held + 0.5) / (held + 0.5))

    def cosine(self, text: str) -> float:
        """The greatest cosine between the TF-IDF weights of the text and of a passage."""
        mine = Counter(_stems(text))
        norm = math.sqrt(sum((n * self._idf(stem)) ** 2 for stem, n in mine.items())) or 1.0
        products: dict[int, float] = defaultdict(float)
        for stem, n in mine.items():
            for number in self._holding.get(stem, ()):
                products[number] += n * self._counts[number][stem] * self._idf(stem) ** 2
        return max((value / (norm * self._norms[i]) for i, value in products.items()), default=0.0)

    def bm25(self, text: str) -> float:
        """The greatest BM25 score of a passage, as a part of what a passage of just these words could reach."""
        mine = set(_stems(text))
        most = sum(self._idf(stem) * (K1 + 1) for stem in mine) or 1.0
        return max(self._bm25_scores(mine).values(), default=0.0) / most

    def nearest(self, text: str, count: int) -> list[str]:
        """The passages with the greatest BM25 scores, best first."""
        scores = self._bm25_scores(set(_stems(text)))
        return [self._texts[i] for i in sorted(scores, key=lambda i: (-scores[i], i))[:count]]

    def _bm25_scores(self, stems: set[str]) -> dict[int, float]:
        scores: dict[int, float] = defaultdict(float)
        for stem in sorted(stems):
            for i in self._holding.get(stem, ()):
                times = self._counts[i][stem]
                length = 1 - B + B * self._lengths[i] / self._mean
                scores[i] += self._idf(stem) * times * (K1 + 1) / (times + K1 * length)
        return scores


def _stems(text: str) -> list[str]:
    return [word.stem for word in words_in(text)]
