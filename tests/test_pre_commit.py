"""The hooks, by really running pre-commit in a git repository of a board."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
TAKEN = (
    "scr_check",
    "templates",
    "schemas",
    "examples",
    "pyproject.toml",
    "README.md",
    "LICENSE",
    ".pre-commit-hooks.yaml",
)
GOOD = """\
format: scr-summary/1
status: draft
board: Northmoor Safeguarding Children Board
subject: Child T
overview_report: report.md
"""
BAD = GOOD + "bord: Northmoor\n"
REPORT = "# Overview report\n\n1.1 The review was held by the Board.\n"
CONFIG = """\
repos:
  - repo: {project}
    rev: {revision}
    hooks:
      - id: scr-check
      - id: scr-check-report
      - id: scr-check-all
"""


class Repository:
    """A git repository with the hooks in place."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.folder, self.environment = folder, environment

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False
        )

    def git(self, *arguments: str) -> str:
        ran = self.run("git", "-c", "user.name=N", "-c", "user.email=n@example.org", *arguments)
        assert ran.returncode == 0, ran.stderr
        return ran.stdout.strip()

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8")

    def hooks(self, *arguments: str) -> tuple[int, str]:
        ran = self.run(sys.executable, "-m", "pre_commit", "run", "--color", "never", *arguments)
        return ran.returncode, ran.stdout + ran.stderr


def _environment(home: Path) -> dict[str, str]:
    """pip installs the project itself into pre-commit's own environment; what it needs is already here."""
    beside = [path for path in sys.path if path.endswith("site-packages")]
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))}
    return kept | {
        "PRE_COMMIT_HOME": str(home),
        "PYTHONPATH": os.pathsep.join(beside),
        "PIP_NO_DEPS": "1",
        "PIP_NO_INDEX": "1",
        "PIP_NO_BUILD_ISOLATION": "0",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "VIRTUALENV_NO_PERIODIC_UPDATE": "1",
    }


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """The project as it is now, as a git repository that pre-commit can clone."""
    folder = tmp_path_factory.mktemp("project")
    for name in TAKEN:
        source = PROJECT / name
        if source.is_dir():
            shutil.copytree(
                source,
                folder / name,
                ignore=shutil.ignore_patterns("__pycache__", "*.docx", "*.pdf", "*.odt"),
            )
        else:
            shutil.copy(source, folder / name)
    repository = Repository(folder, _environment(tmp_path_factory.mktemp("home")))
    repository.git("init", "-q")
    repository.git("add", "-A")
    repository.git("commit", "-q", "-m", "The project")
    return repository


@pytest.fixture
def board(project, tmp_path):
    """A board's repository with one committed summary and its report."""
    repository = Repository(tmp_path, project.environment)
    repository.git("init", "-q")
    revision = project.git("rev-parse", "HEAD")
    repository.write(
        ".pre-commit-config.yaml", CONFIG.format(project=project.folder.as_posix(), revision=revision)
    )
    repository.write("scr-check.toml", 'select = ["FIL203", "FIL209", "FIL202"]\n')
    repository.write("summary.yaml", GOOD)
    repository.write("report.md", REPORT)
    repository.write("other.yaml", "services: &anchor {web: 1}\n")
    repository.git("add", "-A")
    repository.git("commit", "-q", "-m", "The review")
    return repository


def passed(output: str, hook: str) -> bool:
    (line,) = (line for line in output.splitlines() if line.startswith(f"scr-check ({hook}"))
    return line.endswith("Passed")


def test_a_good_summary_passes_and_other_yaml_is_passed_over(board):
    board.write("summary.yaml", GOOD + "conclusion: Text.\n")
    board.write("other.yaml", "services: &anchor {web: 2}\n")
    board.git("add", "-A")
    code, output = board.hooks()
    assert code == 0, output
    assert passed(output, "summaries)")
    assert 'not "certified accurate"' in output


def test_a_bad_summary_stops_the_commit(board):
    board.write("summary.yaml", BAD)
    board.git("add", "-A")
    code, output = board.hooks()
    assert code == 1
    assert "error[FIL203]" in output
    assert "did you mean `board`?" in output
    assert not passed(output, "summaries)")


def test_a_changed_report_has_its_summaries_checked(board):
    board.write("summary.yaml", BAD)
    board.git("add", "-A")
    board.git("commit", "-q", "-m", "A fault that came in without the hook")
    board.write("report.md", REPORT + "\n1.2 It was completed in 2010.\n")
    board.git("add", "-A")
    code, output = board.hooks()
    assert code == 1
    assert "error[FIL203]" in output
    assert not passed(output, "summaries of a changed overview report)")


def test_a_report_that_is_not_in_git_is_said(board):
    board.git("rm", "-q", "--cached", "report.md")
    board.git("commit", "-q", "-m", "Without the report")
    board.write("summary.yaml", GOOD + "conclusion: Text.\n")
    board.git("add", "summary.yaml")
    code, output = board.hooks()
    assert code == 0, output
    assert "warning[FIL209]" in output
    assert "is not in git" in output


def test_excluded_summaries_stay_excluded_when_the_hook_names_them(board):
    board.write("scr-check.toml", 'exclude = ["summary.yaml"]\n')
    board.write("summary.yaml", BAD)
    board.git("add", "-A")
    code, output = board.hooks()
    assert code == 0, output


def test_every_summary_is_checked_on_demand(board):
    board.write("summary.yaml", BAD)
    board.git("add", "-A")
    board.git("commit", "-q", "-m", "A fault that came in without the hook")
    code, output = board.hooks("--hook-stage", "manual", "scr-check-all")
    assert code == 1
    assert "error[FIL203]" in output
