"""What the command finds on labelled cases: by kind, where, on what is faithful, how fast and in how much memory."""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from labelled import LabelledCase, located, related

from scr_check.checker import Input, checked
from scr_check.comparison.semantic import SAYS
from scr_check.config import Settings
from scr_check.finding import FileReport, Finding, Severity
from scr_check.reports_read import ReportsRead

TALLIES = ("distorted", "found", "located", "faithful", "alarms")


@dataclass
class Score:
    """Counts by kind, of one case or several; `noise` are findings on the faithful summaries themselves."""

    tallies: dict[str, Counter[str]] = field(default_factory=lambda: {name: Counter() for name in TALLIES})
    noise: int = 0
    cases: int = 0

    def __add__(self, other: "Score") -> "Score":
        tallies = {name: self.tallies[name] + other.tallies[name] for name in TALLIES}
        return Score(tallies, self.noise + other.noise, self.cases + other.cases)

    def sum(self, name: str) -> int:
        """One of the tallies over all kinds."""
        return self.tallies[name].total()

    @property
    def alarm_rate(self) -> float:
        """The part (0 to 1) of faithful rewordings that are doubted."""
        return self.sum("alarms") / max(1, self.sum("faithful"))


def score(case: LabelledCase, semantic: Path | None = None) -> tuple[Score, Score]:
    """What the rules say of one case, and what they say with a second opinion."""
    together = {
        file.path: [f for f in file.findings if f.severity.rank > Severity.INFO.rank]
        for file in _checked(case, semantic)
    }
    of_rules = {
        name: [f for f in found if not f.message.startswith(SAYS)] for name, found in together.items()
    }
    return _tallied(case, of_rules), _tallied(case, together)


def _checked(case: LabelledCase, semantic: Path | None) -> Iterator[FileReport]:
    """The report on the faithful summary ("base") and on each variant, as `validate` makes it."""
    settings = Settings(semantic=semantic)
    texts = [("base", case.summary), *((variant.id, variant.summary) for variant in case.variants)]
    inputs = [Input(case.report.parent / name, settings, _text(case, data)) for name, data in texts]
    reports = ReportsRead(remember=True)  # most variants share all statements but one
    for one, file in zip(inputs, checked(inputs, reports=reports), strict=True):
        yield replace(file, path=one.path.name)


def _text(case: LabelledCase, summary: dict[str, Any]) -> str:
    """The summary as JSON, which is YAML too and quickly written."""
    return json.dumps({**summary, "overview_report": case.report.name}, ensure_ascii=False, indent=1)


def _tallied(case: LabelledCase, found: dict[str, list[Finding]]) -> Score:
    known = {(finding.rule, finding.message) for finding in found["base"]}
    result = Score(noise=len(found["base"]), cases=1)
    for variant in case.variants:
        fresh = (f for f in found[variant.id] if (f.rule, f.message) not in known)
        places = [str(finding.pointer) for finding in fresh]
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


def show_cost(cases: Sequence[LabelledCase], arguments: Sequence[str]) -> None:
    """Print the speed and the memory of the command, called once for the faithful summary of each case."""
    statements, start = 0, time.perf_counter()
    for case in cases:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "summary.yaml"
            path.write_text(_text(case, case.summary), encoding="utf-8")
            command = [sys.executable, "-m", "scr_check", "validate", str(path), "--format", "json"]
            command += ["--overview", str(case.report.resolve()), *arguments]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
        statements += json.loads(done.stdout)["files"][0]["coverage"]["statements"]["checked"]
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(
        f"\nthe command on {len(cases)} faithful summaries and their reports, one at a time: {statements} statements in "
        f"{seconds:.1f} s, {statements / seconds:.0f} a second, start-up and reading included; at most {peak:.0f} MB"
    )
