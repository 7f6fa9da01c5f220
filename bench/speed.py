"""Start-up and throughput beside check-jsonschema in the same run: `python bench/speed.py [--runs N] [--many N]`.

Prints wall times (the best of N runs, taken in turns so that both meet the same machine) and their ratios.
Without check-jsonschema (`pip install --group bench`) only our own times are printed.
"""

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
OURS = [sys.executable, "-m", "scr_check"]
SILENT: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


def best_of(runs: int, *commands: Sequence[str], **environment: str) -> list[float]:
    """The best wall time of each command in seconds, all commands run in turns."""
    best = [float("inf")] * len(commands)
    for _ in range(runs):
        for index, command in enumerate(commands):
            start = time.perf_counter()
            subprocess.run(command, **SILENT, env=os.environ | environment, check=False)
            best[index] = min(best[index], time.perf_counter() - start)
    return best


def without_report(text: str) -> str:
    """A summary that names no overview report, so that only its structure is checked."""
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith("overview_report:"))


def start_up(runs: int) -> None:
    """What a Tab, --help and --version cost beside an empty Python."""
    completing = {"_SCR_CHECK_COMPLETE": "complete_bash", "COMP_WORDS": "scr-check val", "COMP_CWORD": "1"}
    empty, version, help_ = best_of(runs, [sys.executable, "-c", ""], [*OURS, "--version"], [*OURS, "--help"])
    (tab,) = best_of(runs, OURS, **completing)
    for name, seconds in (("python", empty), ("--version", version), ("--help", help_), ("completion", tab)):
        print(f"{name:34} {seconds * 1000:8.0f} ms")


def beside(name: str, runs: int, ours: Sequence[str], theirs: Sequence[str] | None, target: float) -> None:
    """Our time and theirs, with the ratio asked for."""
    if theirs is None:
        (seconds,) = best_of(runs, ours)
        print(f"{name:34} {seconds * 1000:8.0f} ms")
        return
    mine, other = best_of(runs, ours, theirs)
    print(
        f"{name:34} {mine * 1000:8.0f} ms   check-jsonschema {other * 1000:8.0f} ms   "
        f"ratio {mine / other:6.3f} (at most {target:.3f})"
    )


def with_report() -> None:
    """One summary against its Word report: wall time, and the peak memory of any process so far."""
    pair = ROOT / "examples" / "good"
    report = pair / "overview-report.docx"
    if not report.exists():
        print("no examples/good/overview-report.docx: the check against a report is not measured")
        return
    command = [*OURS, "validate", str(pair / "summary.yaml"), "--overview", str(report), "--format", "json"]
    (seconds,) = best_of(3, command)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{'one summary with its Word report':34} {seconds * 1000:8.0f} ms   peak {peak:.0f} MB")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--many", type=int, default=1000, help="how many summaries in one call")
    chosen = parser.parse_args()
    runs, many = chosen.runs, chosen.many
    beside_python = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    program = shutil.which("check-jsonschema", path=beside_python)
    if program is None:
        print("check-jsonschema is not installed (pip install --group bench): no ratios")
    text = without_report((ROOT / "examples" / "good" / "summary.yaml").read_text(encoding="utf-8"))
    schema = ["--schemafile", str(ROOT / "schemas" / "scr-summary-1.json")]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        names = [str(folder / f"s{number:04}.yaml") for number in range(many)]
        for path in names:
            Path(path).write_text(text, encoding="utf-8")
        print(f"a summary of {len(text.splitlines())} lines, {len(text) / 1000:.0f} kB")
        start_up(runs)
        with_report()
        ours = [*OURS, "validate", "--format", "json"]
        theirs = [program, *schema] if program else None
        beside("one summary, structure only", runs, [*ours, names[0]], theirs and [*theirs, names[0]], 0.8)
        beside(f"{many} summaries in one call", 1, [*ours, *names], theirs and [*theirs, *names], 1 / 8)


if __name__ == "__main__":
    main()
