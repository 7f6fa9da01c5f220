"""Input that cannot be checked: one plain sentence with the file's name, exit 2, nothing hidden by it."""

import io
import json

import pytest

SUMMARY = "format: scr-summary/1\nboard: Northmoor\n"


def files(ran):
    return {file["path"]: file for file in json.loads(ran.out)["files"]}


BAD = {
    "missing": (None, "does not exist"),
    "empty": (b"", "is empty"),
    "blank": (b"\n\n# nothing\n", "is empty"),
    "word": (b"PK\x03\x04...", "is a Word"),
    "pdf": (b"%PDF-1.4", "is a PDF"),
    "binary": (b"a: \x00\x01\x02", "is not a text file"),
    "image": (b"\x89PNG\r\n\x1a\n\x00\x00", "is not a text file"),
    "cp1252": ("a: 1\nb: the Board’s\n".encode("cp1252"), "not saved as UTF-8 (line 2"),
    "too large": (b"a" * 5_000_001, "is too large"),
    "deep": (b"format: scr-summary/1\na: " + b"[" * 100_000, "nested far deeper"),
    "alias bomb": (b"format: scr-summary/1\na: &a [x, x]\nb: [*a, *a]\n", "anchor or alias"),
    "tab": (b"format: scr-summary/1\na:\n\tb: c\n", "line 3, is indented with a tab"),
    "colon": (b"format: scr-summary/1\nboard: Board: North\n", "line 2, has a colon inside plain text"),
    "list": (b"- a\n- b\n", "is not a summary"),
    "text": (b"Just some words.\n", "is not a summary"),
    "other yaml": (b"services:\n  web: 1\n", "is not a summary"),
    "overview": (b"format: scr-overview/1\nparagraphs: []\n", "is an overview report"),
    "lfs": (b"version https://git-lfs.github.com/spec/v1\noid x\n", "Git LFS pointer"),
}


@pytest.mark.parametrize("form", ["json", "text", "concise"])
@pytest.mark.parametrize(("content", "sentence"), BAD.values(), ids=BAD.keys())
def test_bad_input_is_one_sentence_and_exit_2(scr_check, folder, content, sentence, form):
    if content is not None:
        (folder / "bad.yaml").write_bytes(content)
    ran = scr_check("validate", "bad.yaml", "--format", form)
    assert ran.code == 2
    (said,) = ran.err.splitlines()
    assert sentence in said
    assert "bad.yaml" in said
    assert sentence in ran.out.replace("\n", " ")
    assert "Traceback" not in ran.out + ran.err


def test_what_cannot_be_read_hides_nothing_else(scr_check, folder):
    (folder / "good.yaml").write_text(SUMMARY + "bord: x\n", encoding="utf-8")
    ran = scr_check("validate", "missing.yaml", "good.yaml", "--format", "json")
    assert ran.code == 2
    assert [finding["rule"] for finding in files(ran)["missing.yaml"]["findings"]] == ["FIL201"]
    assert files(ran)["missing.yaml"]["findings"][0]["category"] == "file"
    assert "FIL203" in [finding["rule"] for finding in files(ran)["good.yaml"]["findings"]]


def test_a_slip_in_a_name_is_guessed(scr_check, folder):
    (folder / "summary.yaml").write_text(SUMMARY, encoding="utf-8")
    assert "did you mean sumary.yaml" not in scr_check("validate", "sumary.yaml").err
    assert "did you mean summary.yaml?" in scr_check("validate", "sumary.yaml").err


@pytest.mark.parametrize(
    ("argument", "sentence"),
    [("*.yaml", "matches no file"), ("empty", "holds no summary"), ("reviews/**/*.yaml", "matches no file")],
)
def test_what_means_no_file_is_a_fault_of_use(scr_check, folder, argument, sentence):
    (folder / "empty").mkdir()
    ran = scr_check("validate", argument)
    assert (ran.code, ran.out) == (2, "")
    assert sentence in ran.err
    assert argument in ran.err


def test_folders_and_patterns_take_summaries_and_pass_over_the_rest(scr_check, folder):
    inside = folder / "reviews" / "child-t"
    inside.mkdir(parents=True)
    (inside / "summary.yaml").write_text(SUMMARY, encoding="utf-8")
    (inside / "headless.yml").write_text("review_process: {}\nkey_issues: []\n", encoding="utf-8")
    (inside / "overview.yaml").write_text("format: scr-overview/1\n", encoding="utf-8")
    (inside / "config.yaml").write_text("a: &b 1\n", encoding="utf-8")
    (folder / ".hidden").mkdir()
    (folder / ".hidden" / "summary.yaml").write_text(SUMMARY, encoding="utf-8")
    expected = ["reviews/child-t/headless.yml", "reviews/child-t/summary.yaml"]
    for argument in (".", "reviews", "reviews/**/*.y*ml", "reviews/*"):
        assert sorted(files(scr_check("validate", argument, "--format", "json"))) == expected
    twice = scr_check("validate", "reviews", "reviews/child-t/summary.yaml", "--format", "json")
    assert sorted(files(twice)) == expected


def test_other_yaml_is_passed_over_when_asked(scr_check, folder):
    (folder / "config.yaml").write_text("a: &b 1\n", encoding="utf-8")
    (folder / "summary.yaml").write_text(SUMMARY, encoding="utf-8")
    ran = scr_check("validate", "--only-summaries", "config.yaml", "summary.yaml", "--format", "json")
    assert list(files(ran)) == ["summary.yaml"]
    alone = scr_check("validate", "--only-summaries", "config.yaml")
    assert (alone.code, alone.out, alone.err) == (0, "", "")
    assert scr_check("validate", "--only-summaries", "missing.yaml").code == 2


def test_a_summary_on_standard_input_goes_by_the_name_given(scr_check, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"format: scr-summary/1\nbord: x\n")))
    ran = scr_check("validate", "-", "--stdin-name", "reviews/x.yaml", "--format", "json")
    assert list(files(ran)) == ["reviews/x.yaml"]
    assert "FIL203" in ran.rules


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("validate",), "Missing argument"),
        (("validate", "x.yaml", "--format", "xml"), "xml"),
        (("validate", "x.yaml", "--nope"), "--nope"),
        (("validate", "x.yaml", "--output", "json"), "FORMAT:PATH"),
        (("validate", "x.yaml", "--config", "no.toml"), "no.toml does not exist"),
        (("explain", "REC99"), "there is no rule REC99"),
        (("rules", "--category", "x"), "there is no category x"),
        (("rules", "--guidance", "wt2009"), "wt2009"),
        (("nonsense",), "nonsense"),
    ],
)
def test_a_fault_of_use_is_exit_2_with_what_to_do(scr_check, arguments, words):
    ran = scr_check(*arguments)
    assert ran.code == 2
    assert words in ran.err
    assert "Traceback" not in ran.err


def test_an_overview_report_that_is_missing_leaves_the_rest_checked(validate):
    ran = validate(SUMMARY + "overview_report: report.docx\nbord: x\n")
    assert ran.code == 2
    assert "report.docx" in ran.err
    assert {"FIL202", "FIL203"} <= set(ran.rules)
    (file,) = json.loads(ran.out)["files"]
    assert any("could not be read" in skip["reason"] for skip in file["skipped"])


def test_a_summary_without_an_overview_report_says_what_was_not_compared(validate):
    ran = validate(SUMMARY)
    assert "FIL207" in ran.rules
    (file,) = json.loads(ran.out)["files"]
    assert any("names no overview report" in skip["reason"] for skip in file["skipped"])


def test_unknown_guidance_stops_the_check_of_that_file(validate, scr_check):
    ran = validate("format: scr-summary/1\nguidance: wt2009\n")
    assert ran.code == 2
    assert [(one["rule"], one["line"]) for one in ran.findings] == [("FIL208", 2)]
    assert "FIL208" not in validate("format: scr-summary/1\nguidance: wt2009\n", "--guidance", "wt2010").rules


def test_a_fault_of_our_own_shows_no_text_of_the_documents(folder):
    """A traceback would show what the documents say."""
    import subprocess
    import sys

    program = (
        "import sys, scr_check.checker as checker\n"
        "def fails(*_): raise KeyError('the name of a child')\n"
        "checker.check_one = fails\n"
        "from scr_check.cli import run\n"
        "sys.exit(run(['validate', 's.yaml']))\n"
    )
    (folder / "s.yaml").write_text(SUMMARY, encoding="utf-8")
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert ran.stderr.startswith(
        "scr-check: a fault in scr-check itself, not in your documents (KeyError in "
    )
    assert len(ran.stderr.splitlines()) == 1
    assert "child" not in ran.stderr


REPORT = """## 2 Facts

2.1 The nurse rang the hospital on 3 May 2010.

## 9 Recommendations

9.1 Recommendation 1. Northmoor Police must check every adult.
"""


@pytest.fixture
def with_a_fault(folder, monkeypatch):
    """A review that one check of statements, one of lists and one rule come to grief over."""
    from scr_check.comparison import compare

    def fails(*_):
        raise KeyError("the name of a child")

    monkeypatch.setattr(compare, "STATEMENT_CHECKS", (fails, *compare.STATEMENT_CHECKS))
    monkeypatch.setattr(compare, "LIST_CHECKS", (("/review_process", fails), *compare.LIST_CHECKS))
    (folder / "report.md").write_text(REPORT, encoding="utf-8")
    text = "summary_of_events:\n  - date: May 2010\n    text: The nurse rang the hospital on 4 May 2010.\n"
    (folder / "s.yaml").write_text(SUMMARY + "overview_report: report.md\n" + text, encoding="utf-8")


def test_a_fault_of_our_own_ends_one_check_and_no_more(scr_check, with_a_fault):
    ran = scr_check("validate", "s.yaml", "--format", "json")
    assert ran.code == 1
    findings = files(ran)["s.yaml"]["findings"]
    told = [(one["pointer"], one["severity"]) for one in findings if one["rule"] == "FIL214"]
    assert sorted(told) == [("/review_process", "warning"), ("/summary_of_events/0/text", "warning")]
    assert "REC101" in [one["rule"] for one in findings]  # the other checks of lists were made
    assert "child" not in ran.out + ran.err
    assert "KeyError in test_cli_input.py" in ran.out


def test_whoever_looks_for_a_fault_can_have_its_traceback(scr_check, with_a_fault, monkeypatch):
    monkeypatch.setenv("SCR_CHECK_DEBUG", "1")
    with pytest.raises(KeyError):
        scr_check("validate", "s.yaml", "--jobs", "1")
