"""Baselines on labelled cases: each variant scored by its least supported sentence, at the rate of alarms of the command."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from labelled import LabelledCase, Variant
from lexical import Nearness
from rates import area, limit_at

from scr_check.language.sentences import sentences_in

Measures = Callable[[Sequence[str]], dict[str, Nearness]]
Scored = dict[str, list[tuple[Variant, float]]]
UNTOUCHED = 1e9  # of a variant without a new sentence: something was only taken out


def scored(case: LabelledCase, measures: Measures) -> Scored:
    """The score of each variant by each baseline; higher is more faithful."""
    lines = case.report.read_text(encoding="utf-8").splitlines()
    nearness = measures([line for line in lines if len(line) > 60])
    own = set(_sentences(case.summary))
    found: Scored = defaultdict(list)
    for variant in case.variants:
        edited = [sentence for sentence in _sentences(variant.summary) if sentence not in own]
        for name, near in nearness.items():
            found[name].append((variant, min(map(near, edited), default=UNTOUCHED)))
    return found


def _sentences(value: Any) -> Iterator[str]:
    """Every sentence of every text of a summary."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from _sentences(item)
    elif value:
        yield from (value[span.start : span.end] for span in sentences_in(str(value)))


def show_baselines(
    all_scored: Sequence[Scored], alarms: float, ours: dict[str, dict[str, Counter[str]]]
) -> None:
    """Print what each baseline finds of each kind when as many faithful rewordings are doubted as by the command."""
    together: Scored = defaultdict(list)
    for one in all_scored:
        for name, pairs in one.items():
            together[name] += pairs
    found = {name: _found(pairs, alarms) for name, pairs in together.items()}
    kinds = next(iter(ours.values()))["distorted"]
    columns = {name: tallies["found"] for name, tallies in ours.items()} | found
    print(f"\nfound by baselines at the same rate of false alarms ({alarms:.3f})")
    print(f"{'distortion':32} {'':>5}" + "".join(f"{name:>17}" for name in columns))
    for kind in sorted(kinds):
        print(f"{kind:32} {kinds[kind]:5}" + "".join(f"{counts[kind]:17}" for counts in columns.values()))
    print(f"{'all':32} {kinds.total():5}" + "".join(f"{counts.total():17}" for counts in columns.values()))
    areas = "".join(f"{_area(pairs):17.2f}" for pairs in together.values())
    print(f"{'area under the curve':32} {'':5}" + " " * 17 * len(ours) + areas)


def _found(pairs: list[tuple[Variant, float]], alarms: float) -> Counter[str]:
    limit = limit_at([score for variant, score in pairs if variant.faithful], alarms)
    return Counter(variant.kind for variant, score in pairs if not variant.faithful and score < limit)


def _area(pairs: list[tuple[Variant, float]]) -> float:
    kinds: dict[bool, list[float]] = {True: [], False: []}
    for variant, score in pairs:
        kinds[variant.faithful].append(score)
    return area(kinds[True], kinds[False])
