"""Prints what the comparison finds and what it wrongly doubts on labelled cases, beside lexical baselines.

usage: python bench/faithfulness.py [FOLDER ...] [--report docs/overview.docx]

FOLDER holds further case folders (overview.md, summary.yaml, variants.yaml) beside bench/cases.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq
from ruamel.yaml import YAML

sys.path.insert(0, str(Path(__file__).parent))
from labelled import OWN, LabelledCase, cases_in, located, related, sentences


def validate(case: LabelledCase, jobs: str = "1") -> dict[str, list[dict[str, Any]]]:
    """The findings of warning or above on the faithful summary ("base") and on each variant, through the command."""
    writer = YAML()
    writer.width = 4096
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        (work / case.report.name).write_bytes(case.report.read_bytes())
        names = []
        for name, summary in [("base", case.summary), *((v.id, v.summary) for v in case.variants)]:
            with (work / f"{name}.yaml").open("w", encoding="utf-8") as file:
                writer.dump({**summary, "overview_report": case.report.name}, file)
            names.append(f"{name}.yaml")
        command = [sys.executable, "-m", "scr_check", "validate", "--format", "json", *names]
        done = subprocess.run(command, cwd=work, capture_output=True, text=True, check=False)
    report = json.loads(done.stdout)
    return {
        Path(file["path"]).stem: [f for f in file["findings"] if f["severity"] != "info"]
        for file in report["files"]
    }


def score(case: LabelledCase) -> dict[str, Any]:
    """Found, located and alarms by kind, and the number of findings on the faithful summary."""
    start = time.perf_counter()
    found = validate(case)
    seconds = time.perf_counter() - start
    base = {(f["rule"], f["message"]) for f in found["base"]}
    tally: dict[str, Counter[str]] = {
        name: Counter() for name in ("total", "found", "located", "faithful", "alarms")
    }
    for variant in case.variants:
        new = [f["pointer"] or "" for f in found[variant.id] if (f["rule"], f["message"]) not in base]
        if variant.faithful:
            tally["faithful"][variant.kind] += 1
            tally["alarms"][variant.kind] += bool(new)
        else:
            tally["total"][variant.kind] += 1
            tally["found"][variant.kind] += any(related(pointer, variant.expect) for pointer in new)
            tally["located"][variant.kind] += any(located(pointer, variant.expect) for pointer in new)
    return {**tally, "base": len(found["base"]), "seconds": seconds, "files": len(case.variants) + 1}


def baselines(case: LabelledCase) -> dict[str, tuple[list[float], list[float]]]:
    """Scores of lexical similarity to the report's nearest paragraph, for edited fields: (distorted, faithful)."""
    paragraphs = [line for line in case.report.read_text(encoding="utf-8").splitlines() if len(line) > 60]
    own = dict(sentences(case.summary))
    measures = {
        "fuzzy ratio": lambda text: max(fuzz.ratio(text, p) for p in paragraphs),
        "fuzzy token set": lambda text: max(fuzz.token_set_ratio(text, p) for p in paragraphs),
        "ROUGE-L": lambda text: max(
            LCSseq.normalized_similarity(text.split(), p.split()) for p in paragraphs
        ),
    }
    scores: dict[str, tuple[list[float], list[float]]] = {name: ([], []) for name in measures}
    for variant in case.variants:
        edited = [text for pointer, text in sentences(variant.summary) if own.get(pointer) != text]
        for name, measure in measures.items():
            scores[name][variant.faithful].extend(measure(text) for text in edited)
    return scores


def found_at(distorted: list[float], faithful: list[float], alarms: float) -> float:
    """The part of distorted texts below the limit at which this part of the faithful ones is below it too."""
    limit = sorted(faithful)[min(len(faithful) - 1, int(alarms * len(faithful)))] if faithful else 0.0
    return sum(value < limit for value in distorted) / max(1, len(distorted))


def show(name: str, scores: list[dict[str, Any]]) -> float:
    """Print the table of some cases; return the rate of false alarms."""
    sums = {
        key: sum((s[key] for s in scores), Counter())
        for key in ("total", "found", "located", "faithful", "alarms")
    }
    print(f"\n{name}\n{'kind':32} found    located")
    for kind in sorted(sums["total"]):
        print(f"{kind:32} {sums['found'][kind]:3}/{sums['total'][kind]:<3} {sums['located'][kind]:5}")
    total, faithful = sums["total"].total(), sums["faithful"].total()
    alarms = sums["alarms"].total() / max(1, faithful)
    base = sum(s["base"] for s in scores)
    files, seconds = sum(s["files"] for s in scores), sum(s["seconds"] for s in scores)
    print(
        f"{'all kinds':32} {sums['found'].total():3}/{total:<3} = {sums['found'].total() / max(1, total):.3f}"
    )
    print(
        f"false alarms on faithful rewordings: {sums['alarms'].total()}/{faithful} = {alarms:.3f} {dict(+sums['alarms'])}"
    )
    print(
        f"warnings and errors on {len(scores)} faithful summaries: {base}; {files} summaries in {seconds:.1f} s"
    )
    return alarms


def main() -> None:
    """Score every case and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--report", default="overview.md")
    options = parser.parse_args()
    cases = cases_in([OWN, *options.folders], options.report)
    if not options.folders:
        print("no further cases named: only bench/cases is scored")
    scores = {case.name: score(case) for case in cases}
    for case in cases:
        show(f"== {case.name}", [scores[case.name]])
    alarms = show("== all cases", list(scores.values()))
    if options.report.endswith(".md"):
        print(f"\nlexical baselines at the same rate of false alarms ({alarms:.3f}), edited prose only")
        together = [baselines(case) for case in cases]
        for name in together[0]:
            distorted = [value for scored in together for value in scored[name][0]]
            faithful = [value for scored in together for value in scored[name][1]]
            print(f"{name:32} found {found_at(distorted, faithful, alarms):.3f}")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"peak memory of a run of the command: {peak:.0f} MB")


if __name__ == "__main__":
    main()
