"""Prints what the comparison finds and what it wrongly doubts on labelled cases, beside baselines in the same call.

usage: python bench/faithfulness.py [FOLDER ...] [--report docs/overview.docx] [--only NAME,NAME]
           [--semantic DIR] [--embeddings DIR] [--entailment DIR] [--public DIR [--sample N]]
           [--no-cases]

FOLDER holds further case folders (overview.md, summary.yaml, variants.yaml) beside bench/cases. The folders of models
hold model.onnx, tokenizer.json and config.json. --public names a folder with documents.jsonl.gz ({doc, text}) and
statements.jsonl.gz ({set, doc, summary, consistent}). Models need: pip install "scr-check[semantic]".
"""

import argparse
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from baselines import Measures, scored, show_baselines
from found import Score, score, show, show_cost
from labelled import OWN, LabelledCase, cases_in
from lexical import Nearness, lexical_measures
from public_sets import show_public

from scr_check.checker import processors

ABSENT = """absent: SummaC, QAFactEval, AlignScore, MiniCheck, HHEM and LettuceDetect; the packages of each fetch their weights
from a model hub when they run. --entailment DIR is SummaC's zero-shot recipe on any model that is at hand."""


def main() -> None:
    """Score every case, then the public sets, and print the tables."""
    options = _options()
    measures = _measures(options)
    if not options.no_cases:
        cases = cases_in([OWN, *options.folders], options.report)
        cases = [case for case in cases if not options.only or case.name in options.only.split(",")]
        print("scored:", ", ".join(case.name for case in cases) or "no case of these names")
        _show_cases(cases, options.semantic and options.semantic.resolve(), measures)
    if options.public:
        show_public(options.public, options.sample, measures)
    print(f"\n{ABSENT}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--report", default="overview.md", help="the report's file in each case folder")
    for name, what in (
        ("semantic", "let the command ask this model for a second opinion"),
        ("embeddings", "a sentence-embedding model, as a baseline"),
        ("entailment", "an entailment model, as a baseline"),
        ("public", "a folder with public labelled statements"),
    ):
        parser.add_argument(f"--{name}", type=Path, metavar="DIR", help=what)
    parser.add_argument("--only", metavar="NAMES", help="only these cases, with commas between them")
    parser.add_argument("--sample", type=int, default=0, metavar="N", help="only so many public statements")
    parser.add_argument("--no-cases", action="store_true", help="only the public sets")
    return parser.parse_args()


def _measures(options: argparse.Namespace) -> Measures:
    """The baselines that can be had, as one function; what is missing is said."""
    makers: list[Measures] = [lexical_measures]
    if options.embeddings:
        from models import Embedding

        makers.append(Embedding(options.embeddings).measures)
    else:
        print("absent: sentence embeddings, for want of --embeddings DIR")
    if options.entailment:
        from models import Entailed

        makers.append(Entailed(options.entailment).measures)
    else:
        print("absent: entailment, for want of --entailment DIR")

    def measures(passages: Sequence[str]) -> dict[str, Nearness]:
        return {name: near for make in makers for name, near in make(passages).items()}

    return measures


def _show_cases(cases: Sequence[LabelledCase], semantic: Path | None, measures: Measures) -> None:
    total, helped = Score(), Score()
    with ProcessPoolExecutor(processors()) as pool:
        for case, (alone, both) in zip(
            cases, pool.map(partial(score, semantic=semantic), cases), strict=True
        ):
            show(case.name, alone)
            total, helped = total + alone, helped + both
    show("all cases", total)
    ours = {"command": total.tallies}
    if semantic:
        show("all cases, with the second opinion", helped)
        ours["with --semantic"] = helped.tallies
    show_cost(cases, ["--semantic", str(semantic)] if semantic else [])
    if all(case.report.suffix == ".md" for case in cases):
        show_baselines([scored(case, measures) for case in cases], total.alarm_rate, ours)


if __name__ == "__main__":
    main()
