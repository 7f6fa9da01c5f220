"""Where reports go: to standard output, to files, and in the form that a server reads."""

import pytest


@pytest.mark.parametrize(
    ("arguments", "printed", "written"),
    [
        (["-o", "r.html"], "in 1 file", {"r.html": "<!DOCTYPE html>"}),
        (["-f", "html", "-o", "r.html"], "", {"r.html": "<!DOCTYPE html>"}),
        (["-f", "html", "-o", "page"], "", {"page": "<!DOCTYPE html>"}),
        (["-f", "gitlab", "-o", "q.json"], "", {"q.json": '"check_name"'}),
        (["-o", "q.json"], "in 1 file", {"q.json": "scr-findings/1"}),
        (["-f", "concise", "-o", "r.sarif", "-o", "r.md"], "in 1 file", {"r.sarif": "2.1.0", "r.md": "###"}),
        (
            ["--output", "html:a.html", "--output", "junit:b.xml"],
            "in 1 file",
            {"a.html": "<!DOCTYPE html>", "b.xml": "<testsuites"},
        ),
    ],
)
def test_outputs_take_the_form_that_is_meant(review, scr_check, arguments, printed, written):
    ran = scr_check("validate", "summary.yaml", *arguments)
    assert ran.code == 1
    assert (printed in ran.out) if printed else not ran.out
    for name, text in written.items():
        assert text in (review / name).read_text(encoding="utf-8")
    assert printed or "errors" in ran.err


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("htlm:r.html", "did you mean html?"),
        ("gh:r", "with one of text"),
        ("html:", "write FORMAT:PATH"),
        ("html", "write FORMAT:PATH"),
        ("report", "say in which form"),
        ("no/such/folder/r.html", "cannot be written"),
    ],
)
def test_an_output_that_makes_no_sense_is_refused(review, scr_check, output, said):
    ran = scr_check("validate", "summary.yaml", "-o", output)
    assert ran.code == 2
    assert said in ran.err


@pytest.mark.parametrize(
    ("name", "value", "start"),
    [
        ("GITHUB_ACTIONS", "true", "::error"),
        ("GITLAB_CI", "true", "["),
        ("GITHUB_ACTIONS", "", "error["),
        ("CI", "true", "error["),
    ],
)
def test_auto_is_what_the_server_reads(review, given, monkeypatch, name, value, start):
    for known in ("GITHUB_ACTIONS", "GITLAB_CI", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(known, raising=False)
    monkeypatch.setenv(name, value)
    assert given("auto").startswith(start)


def test_a_server_changes_nothing_unless_asked(review, scr_check, monkeypatch):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert scr_check("validate", "summary.yaml").out.startswith("error[")
