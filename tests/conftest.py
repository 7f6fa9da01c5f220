"""What the tests of the command share: a folder to work in, and a way to run the command there."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from review_files import REPORT, SUMMARY

from scr_check.cli import run


@dataclass(frozen=True)
class Ran:
    """What a run of the command gave."""

    code: int
    out: str
    err: str

    @property
    def findings(self) -> list[dict[str, Any]]:
        return [finding for file in json.loads(self.out)["files"] for finding in file["findings"]]

    @property
    def rules(self) -> list[str]:
        return [finding["rule"] for finding in self.findings]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder, which is the current one, under no configuration and no git repository."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    for name in ("PRE_COMMIT", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def scr_check(capsys, folder):
    """Runs the command in the folder."""

    def ran(*arguments: str | Path) -> Ran:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        return Ran(code, *capsys.readouterr())

    return ran


@pytest.fixture
def validate(scr_check, folder):
    """Validates a summary given as text, as JSON, with further arguments."""

    def validated(text: str, *arguments: str) -> Ran:
        (folder / "summary.yaml").write_text(text, encoding="utf-8", newline="")
        return scr_check("validate", "summary.yaml", "--format", "json", *arguments)

    return validated


@pytest.fixture
def review(folder):
    """A small summary with faults, and its report, in the folder."""
    (folder / "report.md").write_text(REPORT, encoding="utf-8")
    (folder / "summary.yaml").write_text(SUMMARY, encoding="utf-8")
    return folder


@pytest.fixture
def page(review, scr_check):
    """The page on the small review, through the command."""
    return html.fromstring(scr_check("validate", "summary.yaml", "--format", "html").out)


@pytest.fixture
def page_on(folder, scr_check):
    """The page on a summary given as text, through the command."""

    def page_on(text):
        (folder / "summary.yaml").write_text(text, encoding="utf-8")
        return html.fromstring(scr_check("validate", "summary.yaml", "--format", "html").out)

    return page_on


@pytest.fixture
def given(scr_check):
    """The report in a form, as text, on summary.yaml or what else is named."""

    def given(form, *arguments):
        return scr_check("validate", *(arguments or ["summary.yaml"]), "--format", form).out

    return given
