"""What the tests of the command share: a folder to work in, and a way to run the command there."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

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
