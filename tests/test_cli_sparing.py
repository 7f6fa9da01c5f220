"""What a run spares itself: libraries that nothing asked for, and reading a report twice."""

import os
import subprocess
import sys

import pytest
from review_files import REPORT, SUMMARY

NOT_FOR_STRUCTURE = ("pydantic", "rich", "jinja2", "lxml", "rapidfuzz", "pypdfium2", "scr_check.comparison")
PROBE = """\
import sys
sys.argv = ["scr-check", "validate", "--format", "{form}", "summary.yaml"]
try:
    from scr_check.__main__ import main
    main()
except SystemExit:
    pass
print("LOADED", [name for name in {names!r} if sys.modules.get(name)], file=sys.stderr)
"""


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_check_of_the_structure_alone_loads_nothing_that_only_a_report_needs(folder, form):
    alone = "".join(
        line for line in SUMMARY.splitlines(keepends=True) if not line.startswith("overview_report")
    )
    (folder / "summary.yaml").write_text(alone, encoding="utf-8")
    program = PROBE.format(form=form, names=NOT_FOR_STRUCTURE)
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, env=dict(os.environ)
    )
    assert "LOADED []" in ran.stderr
    assert "FIL207" in ran.stdout


def test_the_command_reads_a_report_once_for_all_summaries_that_name_it(scr_check, folder, monkeypatch):
    from scr_check.readers import overview

    read = []
    real = overview.read_overview
    monkeypatch.setattr(overview, "read_overview", lambda path: read.append(path) or real(path))
    (folder / "report.md").write_text(REPORT, encoding="utf-8")
    for number in range(4):
        (folder / f"{number}.yaml").write_text(SUMMARY, encoding="utf-8")
    ran = scr_check("validate", ".", "--format", "json", "--select", "REC", "--jobs", "1")
    assert ran.out.count('"path"') == 4
    assert len(read) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "jsn"], "'jsn' is not one of"),
        (["--jobs", "0"], "greater than or equal to 1"),
        (["--color", "ALWAYS"], "'ALWAYS' is not one of"),
    ],
)
def test_a_value_that_is_none_of_the_wanted_ones_is_refused(scr_check, folder, arguments, said):
    (folder / "summary.yaml").write_text(SUMMARY, encoding="utf-8")
    ran = scr_check("validate", "summary.yaml", *arguments)
    assert ran.code == 2
    assert said in " ".join(ran.err.split())
