"""Settings from files: the nearest one holds, nothing leaks between files, and a slip is told."""

import json
from pathlib import Path

import pytest

SUMMARY = "format: scr-summary/1\nbord: x\nstatus: Draft\n"


@pytest.fixture
def write(folder):
    def written(name, text=SUMMARY):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    return written


def rules_of(ran):
    return {file["path"]: {one["rule"] for one in file["findings"]} for file in json.loads(ran.out)["files"]}


def test_each_file_has_the_settings_nearest_to_it(scr_check, write):
    write("a/scr-check.toml", 'select = ["FIL203"]\n')
    write("b/pyproject.toml", '[tool.scr-check]\nignore = ["FIL203"]\nselect = ["FIL"]\n')
    for name in ("a/one.yaml", "a/deep/two.yaml", "b/three.yaml", "four.yaml"):
        write(name)
    found = rules_of(scr_check("validate", ".", "--format", "json"))
    assert found["a/one.yaml"] == found["a/deep/two.yaml"] == {"FIL203"}
    assert {"FIL206"} <= found["b/three.yaml"] <= {"FIL206", "FIL207"}
    assert {"FIL203", "FIL206"} <= found["four.yaml"]
    assert any(not rule.startswith("FIL") for rule in found["four.yaml"])


def test_the_command_line_wins_over_the_file(scr_check, write):
    write("scr-check.toml", 'select = ["FIL203"]\n')
    write("one.yaml")
    found = rules_of(scr_check("validate", "one.yaml", "--select", "unknown-value", "--format", "json"))
    assert found["one.yaml"] == {"FIL206"}


def test_nothing_above_git_and_nothing_from_the_home_folder_is_read(scr_check, write, folder, monkeypatch):
    write("scr-check.toml", 'select = ["FIL203"]\n')
    write("repo/.git/HEAD", "")
    write("repo/one.yaml")
    write("home/user/two.yaml")
    write("home/scr-check.toml", 'select = ["FIL206"]\n')
    monkeypatch.setattr(Path, "home", lambda: folder / "home")
    found = rules_of(scr_check("validate", "repo/one.yaml", "home/user/two.yaml", "--format", "json"))
    assert all({"FIL203", "FIL206"} <= rules for rules in found.values())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('selct = ["FIL"]\n', "`selct` is not a setting; did you mean `select`?"),
        ('fail_on = "error"\n', "did you mean `fail-on`?"),
        ("zzz = 1\n", "the settings are"),
        ('select = "FIL"\n', "takes a list"),
        ('fail-on = "fatal"\n', "takes error, warning, info"),
        ("fail-on = 1\n", "one text"),
        ('select = ["NOPE"]\n', "NOPE"),
        ("select = [\n", "cannot be read as TOML"),
    ],
)
def test_a_slip_in_the_configuration_is_told_with_its_file(scr_check, write, text, words):
    write("scr-check.toml", text)
    write("one.yaml")
    ran = scr_check("validate", "one.yaml")
    assert ran.code == 2
    assert "scr-check.toml" in ran.err or words == "NOPE"
    assert words in ran.err


@pytest.mark.parametrize("pattern", ["archive", "archive/", "archive/*", "**/old.yaml", "old.yaml"])
def test_excluded_files_are_left_out_when_found_and_with_force_when_named(scr_check, write, pattern):
    write("scr-check.toml", f'exclude = ["{pattern}"]\n')
    write("archive/old.yaml")
    write("new.yaml")
    assert set(rules_of(scr_check("validate", ".", "--format", "json"))) == {"new.yaml"}
    named = ("validate", "archive/old.yaml", "new.yaml", "--format", "json")
    assert set(rules_of(scr_check(*named))) == {"archive/old.yaml", "new.yaml"}
    assert set(rules_of(scr_check(*named, "--force-exclude"))) == {"new.yaml"}
    assert "excluded by the configuration" in scr_check(*named[:2], "--force-exclude").err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), 0),
        (("--fail-on", "warning"), 1),
        (("--fail-on", "info"), 1),
        (("--fail-on", "warning", "--exit-zero"), 0),
        (("--fail-on", "warning", "--ignore", "FIL207"), 0),
        (("--fail-on", "error"), 0),
    ],
)
def test_what_fails_is_for_the_user_to_say(scr_check, write, arguments, code):
    write("one.yaml", "format: scr-summary/1\n")
    assert scr_check("validate", "one.yaml", "--select", "FIL", *arguments).code == code


def test_exit_zero_does_not_hide_that_a_file_was_not_read(scr_check):
    assert scr_check("validate", "missing.yaml", "--exit-zero").code == 2


def test_an_unreadable_file_cannot_be_ignored(scr_check):
    ran = scr_check("validate", "missing.yaml", "--ignore", "FIL", "--format", "json")
    assert ran.rules == ["FIL201"]


@pytest.mark.parametrize("word", ["NOPE", "REC10x", "recomendation-weakened"])
def test_a_rule_that_there_is_not_is_a_fault_of_use(scr_check, write, word):
    write("one.yaml")
    ran = scr_check("validate", "one.yaml", "--select", word)
    assert ran.code == 2
    assert word in ran.err


@pytest.mark.parametrize("how", ["option", "configuration"])
def test_a_private_list_of_names_is_looked_for_and_never_shown(scr_check, write, how):
    write("private/names.txt", "SW2: Gareth Olney\n")
    write("one.yaml", "format: scr-summary/1\nconclusion: The review spoke to Gareth Olney.\n")
    if how == "configuration":
        write("scr-check.toml", 'identities = "private/names.txt"\n')
    option = ("--identities", "private/names.txt") if how == "option" else ()
    ran = scr_check("validate", "one.yaml", "--select", "ANO209", "--format", "json", *option)
    assert [(one["pointer"], one["category"]) for one in ran.findings] == [("/conclusion", "anonymity")]
    assert "Olney" not in ran.findings[0]["message"]


def test_a_private_list_that_is_missing_is_a_fault_of_use(scr_check, write):
    write("one.yaml")
    ran = scr_check("validate", "one.yaml", "--identities", "none.txt")
    assert ran.code == 2
    assert "none.txt does not exist" in ran.err
