"""Fits the judges of scr_check/comparison/judge.py on distortions, labelled and made by rule; prints what they find unseen.

usage: python bench/judges.py [FOLDER ...]     (needs: pip install --group judges)

The folders hold labelled cases; those of bench/cases are always taken. Each judge is fitted five ways and more, each
time with one case left out, and tried on that case; the limits written beside it are the scores that its faithful
statements reached `LIKELY` and `POSSIBLE` times per summary. The judge that is kept is then fitted on all cases.
"""

import json
import math
import sys
import warnings
from collections import defaultdict
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import numpy
from labelled import OWN, cases_in
from lightgbm import LGBMClassifier
from samples import DISTORTED, SAMPLES, Sample, read

from scr_check.comparison.judge import DATA

LIKELY = 0.25  # faithful statements per summary that may reach the limit of what is likely
POSSIBLE = {"dates": 0.5, "denials": 0.5, "numbers": 0.75, "parties": 0.75}  # ... and of what is possible
SHOWN = (
    0.25,
    0.5,
    0.75,
    1.0,
    1.5,
)  # rates of false statements for which the printed table says what is found
GIVEN = (
    "whole given|near given|near beside|rest given|rest beside|near given told|rest given told|clause given|clause beside"
    "|given held|fit given|fit given mutual|given company"
)
RIVAL = (
    "near|near rival|near first|rest|rest rival|rest first|near rival told|rest rival told|nowhere|fit rival"
    "|fit rival mutual|fit margin|rival held|rival back|rival mutual|rival others|rival whose|rival company"
)
FOR = {  # evidence of which more makes a difference likelier, and of which more makes it less likely
    "parties": (
        "near rival|rest rival|near rival told|rest rival told|other in part|rival in part|near|rest|fit rival"
        "|fit rival mutual|fit rival deed|fit own|fit own mutual|fit own deed|fit margin",
        "near named|rest named|near beside|rest beside|near told|rest told|whole|same part|other part|fit given"
        "|fit given mutual|fit given deed|rival in text|own in rival block",
    ),
    "denials": (
        "near|whole|part|whole part|opposed|opposed by like|opposed of all|margin|mine held|theirs held|held|mutual|alike"
        "|close|same doer|same done to|block part|own margin|alone",
        "agreed|agreed by like|agreed of all|agreed in block|shared by agreed|nothing else|doubts",
    ),
    "numbers": (RIVAL + "|rival noun", GIVEN + "|nouns apart|age told|reckoned"),
    "dates": (RIVAL, GIVEN),
}
SIZES = {
    "denials": (150, 4, 10, 0.06)
}  # trees of a judge, their depth and leaves, and how fast they learn, where not as usual
LABELLED = 3.0  # what a labelled variant counts in fitting, against a faithful statement
MADE = 0.3  # ... and one made by rule
ROUNDS = 2  # times that a judge, once fitted, picks the place of each labelled variant that is wrong, and is fitted again


def classifier(judge: str, features: list[str]) -> Any:
    """An unfitted classifier whose score each feature can only raise or only lower, where that is known."""
    raises, lowers = (names.split("|") for names in FOR[judge])
    trees, depth, leaves, rate = SIZES.get(judge, (100, 3, 7, 0.08))
    return LGBMClassifier(
        n_estimators=trees,
        max_depth=depth,
        num_leaves=leaves,
        learning_rate=rate,
        min_child_samples=20,
        reg_lambda=1.0,
        monotone_constraints=[(name in raises) - (name in lowers) for name in features],
        monotone_constraints_method="advanced",
        verbose=-1,
        deterministic=True,
        force_row_wise=True,
        random_state=0,
        n_jobs=1,
    )


def weights(samples: list[Sample], scores: Any = None) -> Any:
    """What each sample counts in fitting.

    Of the places of a labelled variant just one is wrong: without `scores` all share its weight, with them the one that
    scores highest has it.
    """
    labelled = defaultdict(list)
    for place, sample in enumerate(samples):
        if sample.source == "labelled":
            labelled[sample.case, sample.group].append(place)
    found = numpy.array([MADE if sample.source == "made" else 1.0 for sample in samples])
    for places in labelled.values():
        found[places] = LABELLED / len(places) if scores is None else 0.0
        if scores is not None:
            found[max(places, key=lambda place: scores[place])] = LABELLED
    return found


def fitted(judge: str, samples: list[Sample], features: list[str], chosen: Any) -> Any:
    """A classifier fitted on the chosen samples."""
    values = numpy.array([[sample.evidence[name] for name in features] for sample in samples])
    wrong = numpy.array([sample.source in ("made", "labelled") for sample in samples])
    weight = weights(samples)
    for fits in range(ROUNDS + 1):
        taken = chosen & (weight > 0)
        model = classifier(judge, features)
        model.fit(values[taken], wrong[taken], sample_weight=weight[taken])
        if fits < ROUNDS:
            weight = weights(samples, model.predict(values, raw_score=True))
    return model


def scores_unseen(judge: str, samples: list[Sample], features: list[str]) -> Any:
    """The log odds of every sample by a classifier that has not seen its case."""
    cases = numpy.array([sample.case for sample in samples])
    values = numpy.array([[sample.evidence[name] for name in features] for sample in samples])
    scores = numpy.zeros(len(samples))
    for case in sorted(set(cases)):
        model = fitted(judge, samples, features, cases != case)
        scores[cases == case] = model.predict(values[cases == case], raw_score=True)
    return scores


def highest(samples: list[Sample], scores: Any, source: str) -> list[float]:
    """The highest score of each statement (or variant) of a source."""
    best: dict[tuple[str, str], float] = defaultdict(lambda: -math.inf)
    for sample, score in zip(samples, scores, strict=True):
        if sample.source == source:
            key = sample.case, sample.group
            best[key] = max(best[key], float(score))
    return sorted(best.values(), reverse=True)


def fit(judge: str, samples: list[Sample], variants: int) -> dict[str, Any]:
    """Fit one judge, print what it finds on cases it has not seen, and return it as written to the data file."""
    features = sorted(samples[0].evidence)
    scores = scores_unseen(judge, samples, features)
    cases = len({sample.case for sample in samples})
    base = highest(samples, scores, "base")
    for per in SHOWN:
        limit = base[round(per * cases)]
        made, faithful, labelled = (
            sum(score > limit for score in highest(samples, scores, source))
            for source in ("made", "faithful", "labelled")
        )
        total = len(highest(samples, scores, "made"))
        print(
            f"{judge:8} {per:4} false statements per summary: found {made}/{total} made by rule, {labelled}/{variants} "
            f"labelled; {faithful} faithful rewordings falsely"
        )
    limits = {"likely": base[round(LIKELY * cases)], "possible": base[round(POSSIBLE[judge] * cases)]}
    model = fitted(judge, samples, features, numpy.ones(len(samples), dtype=bool))
    trees = [tree_of(entry["tree_structure"]) for entry in model.booster_.dump_model()["tree_info"]]
    return {"features": features, **{name: round(limit, 3) for name, limit in limits.items()}, "trees": trees}


def tree_of(node: dict[str, Any]) -> Any:
    """A tree of the classifier in the form of the data file."""
    if "leaf_value" in node:
        return round(node["leaf_value"], 4)
    sides = tree_of(node["left_child"]), tree_of(node["right_child"])
    return [node["split_feature"], round(node["threshold"], 4), *sides]


def main() -> None:
    """Read the cases, fit every judge and write them."""
    warnings.filterwarnings("ignore")
    cases = [read(case) for case in cases_in([OWN, *map(Path, sys.argv[1:])])]
    judges = {}
    for judge, samples_of in SAMPLES.items():
        samples = [sample for case in cases for sample in samples_of(case)]
        variants = sum(v.kind in DISTORTED[judge] for case in cases for v in case.case.variants)
        judges[judge] = fit(judge, samples, variants)
    DATA.write_text(
        json.dumps(judges, separators=(",", ":")).replace("]],", "]],\n") + "\n", encoding="utf-8"
    )
    print(f"{DATA.name}: {DATA.stat().st_size} bytes")


if __name__ == "__main__":
    main()
