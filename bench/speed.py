"""Start-up and throughput beside check-jsonschema in the same run: `python bench/speed.py [--runs N] [--many N]`.

Prints wall times (the best of N runs, taken in turns so that both meet the same machine) and their ratios; for the large
run, which is shared among processes, and for those with reports the processor times as well, which other work on the machine
touches less. With reports also what a check takes after start-up, and a save that `--watch` looks at.
Beside us check-jsonschema finds libyaml and reads YAML five times as fast as it does by itself; `--peer` takes one that is
installed by itself.
Every program runs compiled, as an installation leaves it; the summaries of the large run all differ.
Without check-jsonschema (`pip install --group bench`) only our own times are printed.
"""

import argparse
import gc
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any

from scr_check.__main__ import RARELY
from scr_check.checker import Input, check, processors
from scr_check.config import Settings

ROOT = Path(__file__).parents[1]
OURS = [sys.executable, "-m", "scr_check"]
SILENT: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
GOOD = ROOT / "examples" / "good"
BAD = ROOT / "examples" / "bad" / "summary.yaml"
_WORDS = 330  # on a page
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def best_of(runs: int, *commands: Sequence[str], **environment: str) -> list[float]:
    """The best wall time of each command in seconds, all commands run in turns after one run to warm up."""
    return [wall for wall, _ in both_best_of(runs, *commands, **environment)]


def both_best_of(runs: int, *commands: Sequence[str], **environment: str) -> list[tuple[float, float]]:
    """The best wall and processor times (0 where the system does not tell) of each command in seconds."""
    best = [(float("inf"), float("inf"))] * len(commands)
    for run in range(runs + 1):
        for index, command in enumerate(commands):
            start, worked = time.perf_counter(), _worked()
            subprocess.run(command, **SILENT, env=ENVIRONMENT | environment, check=False)
            if run or runs == 1:
                wall, processor = best[index]
                best[index] = min(wall, time.perf_counter() - start), min(processor, _worked() - worked)
        if runs == 1:
            break
    return best


def _worked() -> float:
    """For how many seconds the processes that this one has waited for have used a processor."""
    times = os.times()
    return times.children_user + times.children_system


def without_report(text: str) -> str:
    """A summary that names no overview report, so that only its structure is checked."""
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith("overview_report:"))


def reworded(text: str, seed: int) -> str:
    """The text with a quarter of its longer words put for one another, so that no two copies are the same."""
    chance = random.Random(seed)
    words = re.findall(r"(?<= )[a-z]{5,}(?= )", text)
    return re.sub(
        r"(?<= )[a-z]{5,}(?= )",
        lambda found: chance.choice(words) if chance.random() < 0.25 else found[0],
        text,
    )


def start_up(runs: int) -> None:
    """What a Tab, --help and --version cost beside an empty Python."""
    completing = {"_SCR_CHECK_COMPLETE": "complete_bash", "COMP_WORDS": "scr-check val", "COMP_CWORD": "1"}
    empty, version, help_ = best_of(runs, [sys.executable, "-c", ""], [*OURS, "--version"], [*OURS, "--help"])
    (tab,) = best_of(runs, OURS, **completing)
    for name, seconds in (("python", empty), ("--version", version), ("--help", help_), ("completion", tab)):
        print(f"{name:38} {seconds * 1000:8.0f} ms")


def beside(name: str, runs: int, ours: Sequence[str], theirs: Sequence[str] | None, target: float) -> None:
    """Our time and theirs, with the ratio asked for."""
    if theirs is None:
        (seconds,) = best_of(runs, ours)
        print(f"{name:38} {seconds * 1000:8.0f} ms")
        return
    (mine, worked), (other, others_worked) = both_best_of(runs, ours, theirs)
    shared = f", of processor time {worked / others_worked:.3f}" if runs == 1 and others_worked else ""
    print(
        f"{name:38} {mine * 1000:8.0f} ms   check-jsonschema {other * 1000:8.0f} ms   "
        f"ratio {mine / other:6.3f} (at most {target:.3f}){shared}"
    )


def with_reports(folder: Path, runs: int) -> None:
    """One summary against Word reports of growing length: with start-up, after it, and after a save."""
    for times in (1, 3, 6):
        longer = folder / f"report-{times}.docx"
        words = _write_longer(GOOD / "overview-report.docx", longer, times)
        command = [*OURS, "validate", str(BAD), "--overview", str(longer), "--format", "json"]
        ((seconds, worked),) = both_best_of(runs, command)
        name = f"with a Word report of {words / _WORDS:.0f} pages"
        print(
            f"{name:38} {seconds * 1000:8.0f} ms ({worked * 1000:.0f} of processor time), peak {_peak(command):.0f} MB, "
            f"after start-up {after_start_up(longer, runs) * 1000:.0f} ms, after a save {after_a_save(longer) * 1000:.0f} ms"
        )


def after_start_up(report: Path, runs: int) -> float:
    """The best time in seconds in which a process that has checked something before checks a summary and its report."""
    gc.set_threshold(*RARELY)  # as the command does
    check([Input(ROOT / "examples" / "first" / "summary.yaml")], processors())
    one, best = Input(BAD, Settings(overview=report)), float("inf")
    for _ in range(runs):
        start = time.perf_counter()
        check([one], processors())
        best = min(best, time.perf_counter() - start)
    return best


def after_a_save(report: Path, saves: int = 3) -> float:
    """The best time in seconds from a save of the summary to the result that `--watch` prints."""
    best = float("inf")
    with tempfile.TemporaryDirectory() as name:
        summary = Path(name, "summary.yaml")
        text = BAD.read_text(encoding="utf-8")
        summary.write_text(text, encoding="utf-8")
        command = [*OURS, "validate", "--watch", str(summary), "--overview", str(report)]
        outputs: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
        with subprocess.Popen(command, **outputs, env=ENVIRONMENT) as watching:
            _wait_for_result(watching)
            for save in range(saves):
                time.sleep(1)
                text = text.replace("The mother", f"The mother, {save}", 1)
                summary.write_text(text, encoding="utf-8")
                start = time.perf_counter()
                _wait_for_result(watching)
                best = min(best, time.perf_counter() - start)
            watching.kill()
    return best


def _wait_for_result(watching: "subprocess.Popen[str]") -> None:
    assert watching.stdout
    while "Ctrl-C ends" not in watching.stdout.readline():
        pass


def _write_longer(report: Path, to: Path, times: int) -> int:
    """Write the report with every long paragraph `times` over, each copy in other words; the number of words."""
    from docx import Document

    document = Document(str(report))
    for paragraph in [one for one in document.paragraphs if len(one.text) > 200 and one.runs]:
        for seed in range(1, times):
            copy = deepcopy(paragraph._p)
            paragraph._p.addnext(copy)
            for run in copy.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"):
                run.text = reworded(run.text or "", seed)
    document.save(str(to))
    return sum(len(paragraph.text.split()) for paragraph in document.paragraphs)


def _peak(command: Sequence[str]) -> float:
    """The peak memory of a command in MB, asked of a process that runs nothing else."""
    asking = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    told = subprocess.run(
        [sys.executable, "-c", asking, *command], capture_output=True, text=True, env=ENVIRONMENT, check=True
    )
    return int(told.stdout) / 1024


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--many", type=int, default=1000, help="how many summaries in one call")
    parser.add_argument(
        "--peer",
        help="the check-jsonschema to run beside, such as one installed by itself (default: beside this Python, or on the path)",
    )
    chosen = parser.parse_args()
    runs, many = chosen.runs, chosen.many
    beside_python = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    program = chosen.peer or shutil.which("check-jsonschema", path=beside_python)
    if program is None:
        print("check-jsonschema is not installed (pip install --group bench): no ratios")
    text = without_report((GOOD / "summary.yaml").read_text(encoding="utf-8"))
    schema = ["--schemafile", str(ROOT / "schemas" / "scr-summary-1.json")]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ENVIRONMENT["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
        names = [str(folder / f"s{number:04}.yaml") for number in range(many)]
        for number, path in enumerate(names):
            Path(path).write_text(reworded(text, number), encoding="utf-8")
        print(f"summaries of {len(text.splitlines())} lines, {len(text) / 1000:.0f} kB")
        start_up(runs)
        ours = [*OURS, "validate", "--format", "json"]
        theirs = [program, *schema] if program else None
        beside("one summary, structure only", runs, [*ours, names[0]], theirs and [*theirs, names[0]], 0.8)
        beside(
            f"{many} summaries, {processors()} processes",
            1,
            [*ours, *names],
            theirs and [*theirs, *names],
            1 / 8,
        )
        with_reports(folder, min(runs, 3))


if __name__ == "__main__":
    main()
