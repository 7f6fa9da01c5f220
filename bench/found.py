"""What the command finds on labelled cases: by kind, where, on what is faithful, how fast and in how much memory."""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from labelled import LabelledCase, located, related
from ruamel.yaml import YAML

TALLIES = ("distorted", "found", "located", "faithful", "alarms")


@dataclass
class Score:
    """Counts by kind, and the sums of some cases; `noise` are findings on the faithful summaries themselves."""

    tallies: dict[str, Counter[str]] = field(default_factory=lambda: {name: Counter() for name in TALLIES})
    noise: int = 0
    cases: int = 0
    summaries: int = 0
    statements: int = 0
    seconds: float = 0.0

    def __add__(self, other: "Score") -> "Score":
        tallies = {name: self.tallies[name] + other.tallies[name] for name in TALLIES}
        fields = ("noise", "cases", "summaries", "statements", "seconds")
        return Score(tallies, *(getattr(self, one) + getattr(other, one) for one in fields))

    def sum(self, name: str) -> int:
        """One of the tallies over all kinds."""
        return self.tallies[name].total()

    @property
    def alarm_rate(self) -> float:
        """The part (0 to 1) of faithful rewordings that are doubted."""
        return self.sum("alarms") / max(1, self.sum("faithful"))


def score(case: LabelledCase, arguments: Sequence[str] = ()) -> Score:
    """What the command says of one case, called once for all its summaries."""
    start = time.perf_counter()
    files = _validate(case, arguments)
    result = Score(cases=1, summaries=len(files), seconds=time.perf_counter() - start)
    result.statements = sum(file["coverage"]["statements"]["total"] for file in files.values())
    found = {name: [f for f in file["findings"] if f["severity"] != "info"] for name, file in files.items()}
    known = {(finding["rule"], finding["message"]) for finding in found["base"]}
    result.noise = len(found["base"])
    for variant in case.variants:
        fresh = (f for f in found[variant.id] if (f["rule"], f["message"]) not in known)
        places = [finding["pointer"] or "" for finding in fresh]
        if variant.faithful:
            told = {"faithful": True, "alarms": bool(places)}
        else:
            told = {
                "distorted": True,
                "found": any(related(place, variant.expect) for place in places),
                "located": any(located(place, variant.expect) for place in places),
            }
        for name, counts in told.items():
            result.tallies[name][variant.kind] += counts
    return result


def _validate(case: LabelledCase, arguments: Sequence[str]) -> dict[str, dict[str, Any]]:
    """The JSON of the faithful summary ("base") and of each variant."""
    writer = YAML()
    writer.width = 4096
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        (work / case.report.name).write_bytes(case.report.read_bytes())
        for name, summary in [("base", case.summary), *((v.id, v.summary) for v in case.variants)]:
            with (work / f"{name}.yaml").open("w", encoding="utf-8") as file:
                writer.dump({**summary, "overview_report": case.report.name}, file)
        names = sorted(path.name for path in work.glob("*.yaml"))
        command = [sys.executable, "-m", "scr_check", "validate", "--format", "json", *arguments, *names]
        done = subprocess.run(command, cwd=work, capture_output=True, text=True, check=False)
    if not done.stdout:
        raise SystemExit(done.stderr)
    return {Path(file["path"]).stem: file for file in json.loads(done.stdout)["files"]}


def show(name: str, score: Score) -> None:
    """Print what was found of each kind, and what was wrongly doubted."""
    t = score.tallies
    print(f"\n== {name}\n{'distortion':32} found     located")
    for kind in sorted(t["distorted"]):
        print(f"{kind:32} {t['found'][kind]:4}/{t['distorted'][kind]:<4} {t['located'][kind]:4}")
    total = score.sum("distorted")
    part = score.sum("found") / max(1, total)
    print(f"{'all':32} {score.sum('found'):4}/{total:<4} {score.sum('located'):4}   found {part:.3f}")
    print(f"{'faithful rewording':32} false alarms")
    for kind in sorted(t["faithful"]):
        print(f"{kind:32} {t['alarms'][kind]:4}/{t['faithful'][kind]:<4}")
    print(f"{'all':32} {score.sum('alarms'):4}/{score.sum('faithful'):<4} rate {score.alarm_rate:.3f}")
    print(f"warnings and errors on {score.cases} faithful summaries as they are: {score.noise}")


def show_cost(score: Score) -> None:
    """Print the speed and the memory of all the runs."""
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    rate = score.statements / max(0.001, score.seconds)
    print(
        f"{score.summaries} summaries with {score.statements} statements in {score.seconds:.1f} s, "
        f"{rate:.0f} statements a second; {peak:.0f} MB in the largest process"
    )
