"""The shipped examples keep their promises: the good pair is clean, the faults of the bad one are found."""

import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from scr_check.readers.overview import read_overview

ROOT = Path(__file__).parents[1]
GOOD, BAD, DHR = ROOT / "examples/good", ROOT / "examples/bad", ROOT / "examples/dhr"
FAULT = re.compile(
    r"^\| (?P<line>\d+) \| (?P<where>[^|]+) \|.* \| (?P<rules>[A-Z]+\d+(?:, [A-Z]+\d+)*) \|$", re.M
)


def straight(text: str) -> str:
    """Word curls quotation marks, Markdown does not."""
    return text.translate(str.maketrans("‘’“”", "''\"\""))


@pytest.fixture(scope="module")
def reports():
    return [read_overview(GOOD / name) for name in ("overview-report.md", "overview-report.docx")]


def test_the_report_says_the_same_in_word_and_in_markdown(reports):
    said = [[(p.ref, p.section, p.form, straight(p.text)) for p in report.paragraphs] for report in reports]
    assert said[0] == said[1]


def test_recommendations_and_actions_are_the_same_in_word_and_in_markdown(reports):
    parts = [
        straight(report.model_dump_json(include={"recommendations", "action_plan", "glossary", "identities"}))
        for report in reports
    ]
    pages = re.compile(r'"page":(?:\d+|null)')
    assert pages.sub("", parts[0]) == pages.sub("", parts[1])
    assert (len(reports[1].recommendations), len(reports[1].action_plan.actions)) == (21, 23)


def test_the_word_report_has_pages(reports):
    pages = [paragraph.page for paragraph in reports[1].paragraphs]
    assert (pages[0], pages == sorted(pages)) == (1, True)
    assert max(pages) > 37


def test_the_word_report_is_made_from_the_markdown(tmp_path):
    made = tmp_path / "made.docx"
    subprocess.run([sys.executable, ROOT / "tools/make_example_docx.py", "good", made], check=True)
    assert made.read_bytes() == (GOOD / "overview-report.docx").read_bytes()


def findings(scr_check, path, *arguments):
    return json.loads(scr_check("validate", path, "--format", "json", *arguments).out)["files"][0]["findings"]


@pytest.mark.parametrize("report", ["overview-report.docx", "overview-report.md"])
def test_the_good_summary_is_clean(scr_check, report):
    found = findings(scr_check, GOOD / "summary.yaml", "--overview", str(GOOD / report))
    assert [(f["rule"], f["line"], f["message"]) for f in found if f["severity"] != "info"] == []


def test_the_first_summary_is_clean(scr_check):
    assert findings(scr_check, ROOT / "examples/first/summary.yaml") == []


def test_the_summary_of_a_domestic_homicide_review_is_clean(scr_check):
    for report in ("overview-report.docx", "overview-report.md"):
        assert findings(scr_check, DHR / "good/summary.yaml", "--overview", str(DHR / "good" / report)) == []


def faults_of(folder):
    """The faults that the page beside a bad summary lists."""
    return list(FAULT.finditer((folder / "README.md").read_text(encoding="utf-8")))


@cache
def found_in(folder):
    """The findings of a bad summary, looked for once."""
    command = [sys.executable, "-m", "scr_check", "validate", folder / "summary.yaml", "--format", "json"]
    ran = subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", check=False)
    assert ran.returncode == 1
    return json.loads(ran.stdout)["files"][0]["findings"]


BAD_ONES = {"scr": BAD, "dhr": DHR / "bad"}
FAULTS = {
    f"{name} {fault['where']}": (folder, fault)
    for name, folder in BAD_ONES.items()
    for fault in faults_of(folder)
}


def test_the_faults_are_listed():
    assert [len(faults_of(folder)) for folder in BAD_ONES.values()] == [21, 13]


@pytest.mark.parametrize(("folder", "fault"), FAULTS.values(), ids=FAULTS)
def test_the_fault_is_found_at_its_line(folder, fault):
    found = {finding["rule"] for finding in found_in(folder) if finding["line"] == int(fault["line"])}
    assert set(fault["rules"].split(", ")) <= found


@pytest.mark.parametrize("folder", BAD_ONES.values(), ids=BAD_ONES)
def test_nothing_else_is_found_in_the_bad_summary(folder):
    listed = {
        (int(fault["line"]), rule) for fault in faults_of(folder) for rule in fault["rules"].split(", ")
    }
    found = {(f["line"], f["rule"]) for f in found_in(folder) if f["severity"] != "info"}
    assert found - listed == set()


def test_what_was_not_verified_is_said_with_every_finding():
    sources = {f["basis"]["source"] for f in found_in(DHR / "bad") if f["basis"]["standing"] != "practice"}
    assert sources
    assert all("wording not verified" in source for source in sources)


def test_the_summary_of_a_homicide_review_comes_back_whole_from_word(scr_check, folder):
    assert scr_check("render", DHR / "good/summary.yaml", "-o", "summary.docx").code == 0
    report = str(DHR / "good/overview-report.docx")
    assert findings(scr_check, "summary.docx", "--overview", report, "--guidance", "dhr2016") == []
