"""A repository is set up, each thing is told, and nothing that exists is changed unasked."""

import json
import re
import subprocess
import tomllib

import pytest
from review_files import REPORT
from ruamel.yaml import YAML

FILES = {
    ".github/workflows/scr-check.yml",
    ".gitlab-ci.yml",
    ".pre-commit-config.yaml",
    ".vscode/settings.json",
    "schemas/scr-summary-1.json",
    "scr-check.toml",
    "summary.yaml",
}


def files_in(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def yaml_in(path):
    return YAML(typ="safe").load(path.read_text(encoding="utf-8"))


def test_everything_is_written_and_told(scr_check, folder):
    ran = scr_check("init")
    assert (ran.code, ran.out) == (0, "")
    assert files_in(folder) == FILES
    assert [name for name in FILES if f"wrote {name}" not in ran.err] == []
    assert "pre-commit install" in ran.err


def test_what_is_written_is_valid(scr_check, folder):
    scr_check("init")
    assert tomllib.loads((folder / "scr-check.toml").read_text(encoding="utf-8")) == {"guidance": "wt2010"}
    settings = json.loads((folder / ".vscode/settings.json").read_text(encoding="utf-8"))
    (schema,) = settings["yaml.schemas"]
    assert (folder / schema).is_file()
    first, *_ = (folder / "summary.yaml").read_text(encoding="utf-8").splitlines()
    assert first == "# yaml-language-server: $schema=schemas/scr-summary-1.json"
    (repo,) = yaml_in(folder / ".pre-commit-config.yaml")["repos"]
    assert [hook["id"] for hook in repo["hooks"]] == ["scr-check", "scr-check-report"]
    job = yaml_in(folder / ".github/workflows/scr-check.yml")["jobs"]["scr-check"]
    assert job["steps"][-1]["run"] == "scr-check validate . --format auto"
    assert "junit" in yaml_in(folder / ".gitlab-ci.yml")["scr-check"]["artifacts"]["reports"]
    assert scr_check("validate", ".", "--select", "FIL203,FIL204").code == 0


def test_the_hook_without_an_address_is_the_one_that_the_project_offers(scr_check, folder):
    from test_pre_commit import PROJECT

    scr_check("init")
    (repo,) = yaml_in(folder / ".pre-commit-config.yaml")["repos"]
    offered = {hook["id"]: hook for hook in yaml_in(PROJECT / ".pre-commit-hooks.yaml")}
    for hook in repo["hooks"]:
        own = {"language", "name", "description"}
        assert {k: v for k, v in hook.items() if k not in own} == {
            k: v for k, v in offered[hook["id"]].items() if k not in own
        }


def test_an_address_is_used_everywhere(scr_check, folder):
    ran = scr_check("init", "--source", "https://git.example.org/scr-check")
    (repo,) = yaml_in(folder / ".pre-commit-config.yaml")["repos"]
    assert repo["repo"] == "https://git.example.org/scr-check"
    assert re.fullmatch(r"v\d+\.\d+\.\d+", repo["rev"])
    assert "git+https://git.example.org/scr-check@v" in (folder / ".gitlab-ci.yml").read_text(
        encoding="utf-8"
    )
    assert "put the git address" not in ran.err


def test_what_exists_is_kept_and_what_belongs_in_it_is_printed(scr_check, folder):
    (folder / ".pre-commit-config.yaml").write_text("repos: []\n", encoding="utf-8")
    (folder / "summary.yaml").write_text("format: scr-summary/1\n", encoding="utf-8")
    ran = scr_check("init")
    assert ran.code == 0
    assert (folder / ".pre-commit-config.yaml").read_text(encoding="utf-8") == "repos: []\n"
    assert ran.out.startswith("# .pre-commit-config.yaml\nrepos:\n")
    assert "kept .pre-commit-config.yaml" in ran.err
    assert scr_check("init", "--force").code == 0
    assert "id: scr-check" in (folder / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    assert (folder / "summary.yaml").read_text(encoding="utf-8") == "format: scr-summary/1\n"


def test_a_second_time_changes_nothing(scr_check, folder):
    scr_check("init")
    before = {name: (folder / name).read_bytes() for name in FILES}
    ran = scr_check("init")
    assert (ran.code, ran.out) == (0, "")
    assert before == {name: (folder / name).read_bytes() for name in FILES}


def test_the_draft_comes_from_the_report_and_lies_beside_it(scr_check, folder):
    (folder / "child-t").mkdir()
    (folder / "child-t/report.md").write_text(REPORT, encoding="utf-8")
    assert scr_check("init", "--from", "child-t/report.md").code == 0
    text = (folder / "child-t/summary.yaml").read_text(encoding="utf-8")
    assert "overview_report: report.md" in text
    assert "must review the protocol within three months" in text
    assert "$schema=../schemas/scr-summary-1.json" in text


@pytest.mark.parametrize(
    ("server", "jobs"),
    [("github", {".github/workflows/scr-check.yml"}), ("gitlab", {".gitlab-ci.yml"}), ("none", set())],
)
def test_the_job_is_for_the_server_that_is_asked_for(scr_check, folder, server, jobs):
    scr_check("init", "--ci", server)
    assert {name for name in files_in(folder) if "github" in name or "gitlab" in name} == jobs


def test_the_server_is_told_from_the_address_of_the_repository(scr_check, folder):
    (folder / ".git").rmdir()
    for command in (["init", "-q"], ["remote", "add", "origin", "git@gitlab.example.org:board/reviews.git"]):
        subprocess.run(["git", *command], cwd=folder, check=True, capture_output=True)
    scr_check("init")
    assert (folder / ".gitlab-ci.yml").is_file()
    assert not (folder / ".github").exists()


@pytest.mark.parametrize(("name", "words"), [("inside", "lies inside"), ("nothing", "is not a folder")])
def test_a_folder_that_cannot_be_set_up_is_told(scr_check, folder, name, words):
    (folder / "inside").mkdir()
    ran = scr_check("init", name)
    assert ran.code == 2
    assert words in ran.err
    assert files_in(folder) == set()
