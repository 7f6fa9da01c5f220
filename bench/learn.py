"""How `scr-check learn` grows: `python bench/learn.py [--reviews 20 200 2000] [--pages 100]`.

Generates so many reviews, each a summary and its overview report of so many pages, in a folder that is removed
afterwards, and prints for each number: seconds; processor time (user and system, of all processes) for a review, and
how much more that is than with the number before, which does not depend on what else the machine does; the most memory
that all processes held at once; the most processes that ran at once; the cores used (processor time over wall time),
beside those that other programs used meanwhile. What /proc does not tell is printed as ?.
The reports are the example's paragraphs with words changed by chance, the recommendations made-up words; the same seed
gives the same reviews. What is repeated across reviews is repeated on purpose.
"""

import argparse
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

ROOT = Path(__file__).parents[1]
REPORT = ROOT / "examples/good/overview-report.md"
WORDS_ON_A_PAGE = 400
CHANGED = 0.2  # of the longer words of the example's paragraphs, so that no two reports are the same
RECOMMENDATIONS = 25
SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou"]
VOCABULARY = 6_500  # made-up words, of which recommendations use some far more often than others
STOCK = 400  # recommendations that many reviews make
SEED = 2010


@dataclass(frozen=True)
class Figures:
    """What one run took."""

    seconds: float
    memory: int  # bytes of all processes at once; 0 where it cannot be told
    running: int  # processes that had work at once
    cores: float
    others: float | None  # cores that other programs used


class Generator:
    """Reviews of chance: prose from the example's paragraphs, recommendations from a Zipf-like vocabulary."""

    def __init__(self, pages: int) -> None:
        self.chance = random.Random(SEED)
        text = REPORT.read_text(encoding="utf-8")
        found = re.findall(r"^\d+\.\d+ (.{150,})$", text, re.MULTILINE)
        self.paragraphs = [paragraph.split() for paragraph in found]
        self.words = sorted(
            {word for words in self.paragraphs for word in words if self._is_changeable(word)}
        )
        self.vocabulary = ["".join(self.chance.choices(SYLLABLES, k=4)) for _ in range(VOCABULARY)]
        self.weights = list(accumulate(1 / rank for rank in range(1, len(self.vocabulary) + 1)))
        self.stock = [self._ask() for _ in range(STOCK)]
        self.length = pages * WORDS_ON_A_PAGE

    @staticmethod
    def _is_changeable(word: str) -> bool:
        return len(word) > 4 and word.isalpha() and word.islower()

    def _ask(self) -> list[str]:
        return self.chance.choices(self.vocabulary, cum_weights=self.weights, k=self.chance.randint(10, 18))

    def write(self, number: int, folder: Path) -> None:
        """Write the summary and the report of one review."""
        (folder / f"{number:04}.md").write_text(self._report(), encoding="utf-8")
        (folder / f"{number:04}.yaml").write_text(self._summary(number), encoding="utf-8")

    def _report(self) -> str:
        lines, words = ["# Overview report", ""], 0
        for chapter, title in enumerate(
            ("Introduction", "What happened", "Analysis", "Conclusions", "Lessons"), 1
        ):
            lines += [f"## {chapter} {title}", ""]
            number = 0
            while words < self.length * chapter / 5:
                number += 1
                told = [self._changed(word) for word in self.chance.choice(self.paragraphs)]
                words += len(told)
                lines += [f"{chapter}.{number} {' '.join(told)}", ""]
        return "\n".join(lines)

    def _changed(self, word: str) -> str:
        change = self.chance.random() < CHANGED and self._is_changeable(word)
        return self.chance.choice(self.words) if change else word

    def _summary(self, number: int) -> str:
        lines = [
            "format: scr-summary/1",
            f"board: Place{number} Safeguarding Children Board",
            f"subject: Child {number}",
            f"overview_report: {number:04}.md",
            f"review_process: {{completed_on: {2005 + number % 8}-05-01}}",
            "recommendations:",
        ]
        actions = []
        for place in range(1, RECOMMENDATIONS + 1):
            words = list(self.chance.choice(self.stock)) if place % 5 < 3 else self._ask()
            words[self.chance.randrange(len(words))] = self.chance.choice(self.vocabulary)
            lines.append(
                f'  - {{id: "{place}", text: Place{number} Police must {" ".join(words)}, addressed_to: [Place{number} Police]}}'
            )
            status = self.chance.choice(("completed", "in progress", "not started"))
            actions.append(f'    - {{id: "{place}.1", recommendation: "{place}", status: {status}}}')
        return "\n".join([*lines, "action_plan:", "  actions:", *actions]) + "\n"


def measured(folder: Path) -> Figures:
    """One run of the command over the folder."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start, busy = time.perf_counter(), busy_seconds()
    command = [sys.executable, "-m", "scr_check", "learn", str(folder), "--format", "json"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT) as run:
        watch = Watch(run.pid)
        watch.start()
        code = run.wait()
        watch.over.set()
        watch.join()
    seconds, busy_then = time.perf_counter() - start, busy_seconds()
    if code:
        sys.exit(f"scr-check learn ended with {code}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)
    others = None if busy is None or busy_then is None else max(0.0, busy_then - busy - used) / seconds
    return Figures(seconds, watch.most, watch.running, used / seconds, others)


def busy_seconds() -> float | None:
    """For how many seconds the processors of this machine have worked, for whomever; None where it cannot be told."""
    try:
        ticks = [
            int(one) for one in Path("/proc/stat").read_text(encoding="ascii").splitlines()[0].split()[1:9]
        ]
    except (OSError, ValueError):
        return None
    idle = ticks[3] + ticks[4]
    return (sum(ticks) - idle) / os.sysconf("SC_CLK_TCK")


class Watch(threading.Thread):
    """Looks, twice a second, at a process and its children.

    `most` is the most memory that they were seen to hold, in bytes, `running` how many used the processor.
    """

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.most, self.running, self.over = pid, 0, 0, threading.Event()

    def run(self) -> None:
        worked: dict[int, int] = {}
        while not self.over.wait(0.5):
            seen = (self.pid, *children(self.pid))
            self.most = max(self.most, sum(held(pid) for pid in seen))
            now = {pid: ticks_of(pid) for pid in seen}
            self.running = max(self.running, sum(ticks > worked.get(pid, 0) for pid, ticks in now.items()))
            worked = now


def ticks_of(pid: int) -> int:
    """The processor time that a process has used, in ticks of the clock; 0 where it cannot be told."""
    try:
        text = Path(f"/proc/{pid}/stat").read_text(encoding="ascii")
    except OSError:
        return 0
    fields = text.rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def children(pid: int) -> list[int]:
    """The processes that a process has started, and those that these have."""
    try:
        text = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    except OSError:
        return []
    direct = [int(one) for one in text.split()]
    return [*direct, *(below for one in direct for below in children(one))]


def held(pid: int) -> int:
    """The memory of a process in bytes that it shares with no other; 0 where it cannot be told."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0
    return sum(int(figure) * 1024 for figure in re.findall(r"^Pss:\s+(\d+)", text, re.MULTILINE))


def main() -> None:
    """Generate, measure and print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--reviews", type=int, nargs="+", default=[20, 200, 2000])
    options.add_argument("--pages", type=int, default=100)
    chosen = options.parse_args()
    heads = ("reviews", "seconds", "CPU/review", "growth", "memory", "processes", "cores", "others")
    print(" ".join(head.rjust(10) for head in heads))
    before = None
    for count in sorted(chosen.reviews):
        with tempfile.TemporaryDirectory() as folder:
            generator = Generator(chosen.pages)
            for number in range(count):
                generator.write(number, Path(folder))
            figures = measured(Path(folder))
        each = figures.seconds * figures.cores / count
        growth = f"{each / before:.2f}" if before else "-"
        memory = f"{figures.memory / 2**20:.0f} MB" if figures.memory else "?"
        others = "?" if figures.others is None else f"{figures.others:.2f}"
        cells = (
            str(count),
            f"{figures.seconds:.1f}",
            f"{each:.3f}",
            growth,
            memory,
            str(figures.running or "?"),
        )
        print(" ".join(cell.rjust(10) for cell in (*cells, f"{figures.cores:.2f}", others)), flush=True)
        before = each


if __name__ == "__main__":
    main()
