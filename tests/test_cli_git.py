"""An overview report that is not as git will commit it is said, not silently used."""

import subprocess

import pytest

SUMMARY = "format: scr-summary/1\noverview_report: report.md\n"
ONLY = ("--select", "FIL209", "--format", "json")


@pytest.fixture
def git(folder):
    (folder / ".git").rmdir()

    def ran(*arguments):
        command = ["git", "-c", "user.name=N", "-c", "user.email=n@example.org", *arguments]
        return subprocess.run(command, cwd=folder, check=True, capture_output=True)

    ran("init", "-q")
    (folder / "report.md").write_text("# Report\n\n1.1 The review was held.\n", encoding="utf-8")
    (folder / "summary.yaml").write_text(SUMMARY, encoding="utf-8")
    return ran


def said(ran):
    return [one["message"] for one in ran.findings]


@pytest.fixture
def state(scr_check, monkeypatch):
    from scr_check.git_state import unlike_the_commit

    def asked(*arguments):
        unlike_the_commit.cache_clear()
        return said(scr_check("validate", "summary.yaml", *ONLY, *arguments))

    return asked


def test_an_untracked_report_is_said_only_when_git_matters(git, state, monkeypatch):
    assert state() == []
    assert "is not in git" in state("--git-aware")[0]
    monkeypatch.setenv("PRE_COMMIT", "1")
    assert "is not in git" in state()[0]


def test_a_staged_or_committed_report_is_what_the_commit_holds(git, state, folder):
    git("add", ".")
    assert state("--git-aware") == []
    git("commit", "-q", "-m", "x")
    assert state("--git-aware") == []
    (folder / "report.md").write_text("# Report\n\n1.1 Changed.\n", encoding="utf-8")
    assert "changes that are not staged" in state("--git-aware")[0]
    git("add", "report.md")
    assert state("--git-aware") == []


def test_an_ignored_report_is_said(git, state, folder):
    (folder / ".gitignore").write_text("report.md\n", encoding="utf-8")
    assert "ignore rule" in state("--git-aware")[0]


def test_a_report_outside_the_repository_is_said(git, scr_check, folder, tmp_path_factory):
    report = tmp_path_factory.mktemp("elsewhere") / "report.md"
    report.write_text("# Report\n\n1.1 The review was held.\n", encoding="utf-8")
    ran = scr_check("validate", "summary.yaml", "--git-aware", "--overview", report, *ONLY)
    assert "outside the git repository" in said(ran)[0]


def test_without_git_nothing_is_said(git, state, monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert state("--git-aware") == []


def test_the_summaries_of_a_changed_report_are_found(git, scr_check, folder):
    other = folder / "reviews" / "child-u"
    other.mkdir(parents=True)
    (other / "summary.yaml").write_text(
        "format: scr-summary/1\noverview_report: ../../report.md\n", encoding="utf-8"
    )
    (other / "else.yaml").write_text("format: scr-summary/1\noverview_report: report.md\n", encoding="utf-8")
    ran = scr_check("validate", "--reports", "report.md", "--select", "FIL203", "--format", "concise")
    assert "in 2 files" in ran.out
    quiet = scr_check("validate", "--reports", "README.md")
    assert (quiet.code, quiet.out, quiet.err) == (0, "", "")
