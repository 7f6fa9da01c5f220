"""The draft to fill in: guided, read back as it was meant, and filled with what the report already says."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from ruamel.yaml import YAML

from scr_check.documents.overview import Overview, OverviewRecommendation
from scr_check.documents.summary import Action, ActionPlan, Summary
from scr_check.draft import Draft, draft_of
from scr_check.guidance import load_profile
from scr_check.readers.docx import read_docx
from scr_check.readers.markdown import read_markdown
from scr_check.readers.summary import read_summary
from scr_check.render import draft_markdown, draft_yaml

ROOT = Path(__file__).parents[1]
REPORT = ROOT / "examples/good/overview-report.docx"
WT2010 = load_profile("wt2010")


def written(draft: Draft, folder: Path) -> Summary:
    """The summary that a draft in YAML reads back as."""
    path = folder / "written.yaml"
    path.write_text(draft_yaml(draft, WT2010, "scr-summary-1.json", path.name), encoding="utf-8")
    read = read_summary(path)
    assert not read.faults
    return read.summary


def test_a_blank_draft_is_valid_and_lacks_only_what_is_to_be_filled_in(scr_check, folder):
    assert scr_check("scaffold", "-o", "summary.yaml").code == 0
    ran = scr_check("validate", "summary.yaml", "--format", "json")
    assert ran.code == 1
    assert set(ran.rules) - {"FIL207"} == {"STR209"}
    assert all(
        "fill in" in f["message"] or "filled in" in f["message"]
        for f in ran.findings
        if f["rule"] == "STR209"
    )


def test_every_field_is_there_or_not_wanted_by_the_guidance(scr_check):
    text = scr_check("scaffold").out
    parts = {field: model for field, model in Summary.model_fields.items() if field != "aliases"}
    assert [field for field in parts if not re.search(rf"^{field}:", text, re.MULTILINE)] == []
    actions = {*Action.model_fields} - {"completed_on", "progress", "scope", "milestones"}
    assert [field for field in actions if not re.search(rf"^ +(?:- )?{field}:", text, re.MULTILINE)] == []


def test_every_field_says_who_asks_for_it(scr_check):
    text = scr_check("scaffold").out
    assert re.search(r"# Why the review was held.*\n?.*\[statutory guidance\]\n +circumstances:", text)
    assert re.search(r"# Every member of the panel.*\[recommended template\]\n +panel_members:", text)
    assert re.search(r"# How race.*\[practice\]\n +diversity:", text)
    assert "#   Working Together to Safeguard Children (2010), chapter 8\n" in text


def test_what_is_asked_comes_from_the_profile(scr_check, folder):
    (folder / "own.toml").write_text(
        'name = "own"\ntitle = "A board\'s own"\nextends = "wt2010"\n'
        'wanted = ["panel_members[].name", "actions[].scope"]\n'
        '[sections]\nkey_issues = "What we found"\n'
        '[rules]\nREV215 = { severity = "off" }\nREV206 = { severity = "warning", source = "six-months" }\n',
        encoding="utf-8",
    )
    text = scr_check("scaffold", "--guidance", "own.toml").out
    assert "diversity:" not in text
    assert "# WHAT WE FOUND [statutory guidance]" in text
    assert re.search(r"# How the family.*\[practice\]\n +family_involvement:", text)
    assert re.search(r"- name: .*\n +job_title:", text)
    assert "scope: " in text
    assert "guidance: own.toml" in text
    (folder / "reviews").mkdir()
    assert scr_check("scaffold", "--guidance", "own.toml", "-o", "reviews/summary.yaml").code == 0
    assert "STR209" in scr_check("validate", "reviews/summary.yaml", "--format", "json").rules


def test_a_guidance_profile_that_is_not_there_is_told(scr_check):
    ran = scr_check("scaffold", "--guidance", "wt2011")
    assert (ran.code, ran.out) == (2, "")
    assert "did you mean wt2010?" in ran.err


def test_the_report_fills_in_what_it_says(scr_check, folder):
    (folder / "reviews").mkdir()
    assert scr_check("scaffold", "-o", "reviews/summary.yaml", "--from", REPORT).code == 0
    read = read_summary(folder / "reviews/summary.yaml")
    summary, process = read.summary, read.summary.review_process
    assert not read.faults
    assert (folder / "reviews" / summary.overview_report).resolve() == REPORT.resolve()
    assert (summary.board, summary.subject) == ("Ferrensby City Safeguarding Children Board", "Family Q")
    assert (process.decided_on, process.completed_on) == ("2010-02-16", "2010-09-24")
    assert (process.period_reviewed.from_, process.period_reviewed.to) == ("2006-05-01", "2010-01-19")
    assert process.panel_chair.name == "Laurence Tillotson-Reeve"
    assert (len(process.panel_members), len(process.contributors), len(process.terms_of_reference)) == (
        10,
        12,
        8,
    )
    assert (len(summary.recommendations), len(summary.action_plan.actions)) == (21, 23)
    assert summary.summary_of_events[0].date == "8 May 2006"
    assert [issue.overview for issue in summary.key_issues[:2]] == [["4.1-4.5"], ["5.1-5.3"]]


def test_the_places_in_the_report_stand_beside_what_is_still_to_be_written(scr_check):
    text = scr_check("scaffold", "--from", REPORT).out
    assert "  - date: 8 May 2006  # overview report: 3.2, page 11\n" in text
    assert re.search(r"Overview report: 1\.23 to 1\.26, page 7\.\n +family_involvement:", text)
    assert '    overview: "9.10"\n' in text


@pytest.mark.parametrize("report", ["overview-report.docx", "overview-report.md"])
def test_the_draft_agrees_with_the_report_it_was_made_from(scr_check, folder, report):
    scr_check("scaffold", "-o", "summary.yaml", "--from", ROOT / "examples/good" / report)
    ran = scr_check("validate", "summary.yaml", "--format", "json")
    left_to_write = {"REC207", "EVT101", "KEY101", "KEY102"}  # the narrative is not there yet
    against = [f for f in ran.findings if f["evidence"] and f["rule"] not in left_to_write]
    assert [(f["rule"], f["pointer"], f["message"]) for f in against] == []


def test_numbers_and_odd_words_keep_their_spelling(tmp_path):
    odd = OverviewRecommendation(
        id="4.10", text="No: one # must\tuse \x0c“no” {or} [yes].", addressed_to=["A, B: C", "no"]
    )
    draft = draft_of(Overview(recommendations=[odd]), "report: 1.docx", "wt2010")
    summary = written(draft, tmp_path)
    (recommendation,) = summary.recommendations
    assert recommendation.id == "4.10"
    assert recommendation.text.strip() == "No: one # must use “no” {or} [yes]."
    assert recommendation.addressed_to == ["A, B: C", "no"]
    assert summary.overview_report == "report: 1.docx"


@settings(max_examples=25, deadline=None)
@given(st.text(min_size=1, max_size=30).filter(lambda text: text.strip() and "\ufeff" not in text))
def test_any_text_reads_back_as_it_was(tmp_path_factory, text):
    kept = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    if not kept:
        return
    action = Action(id=text, recommendation=[text], action=text)
    draft = Draft(Summary(board=text, action_plan=ActionPlan(actions=[action])))
    summary = written(draft, tmp_path_factory.mktemp("any"))
    (read,) = summary.action_plan.actions
    assert (summary.board, read.id, read.recommendation, read.action) == (kept, kept, [kept], kept)


def test_a_review_in_time_owes_no_reason(tmp_path):
    in_time = Draft(
        Summary.model_validate({"review_process": {"decided_on": "2010-01-04", "completed_on": "2010-06-30"}})
    )
    late = Draft(
        Summary.model_validate({"review_process": {"decided_on": "2010-01-04", "completed_on": "2010-09-30"}})
    )
    assert "delay_reason" not in draft_yaml(in_time, WT2010, "x", "x")
    assert "delay_reason" in draft_yaml(late, WT2010, "x", "x")


def test_nothing_is_overwritten_without_force(scr_check, folder):
    (folder / "summary.yaml").write_text("mine", encoding="utf-8")
    ran = scr_check("scaffold", "-o", "summary.yaml")
    assert (ran.code, (folder / "summary.yaml").read_text(encoding="utf-8")) == (2, "mine")
    assert "summary.yaml exists" in ran.err
    assert scr_check("scaffold", "-o", "summary.yaml", "--force").code == 0
    assert sorted(path.name for path in folder.iterdir()) == [".git", "summary.yaml"]


@pytest.mark.parametrize("arguments", [[], ["--from", REPORT]])
def test_an_editor_finds_nothing_wrong_with_the_draft(scr_check, arguments):
    content = YAML(typ="base").load(scr_check("scaffold", *arguments).out)
    schema = json.loads((ROOT / "schemas/scr-summary-1.json").read_text(encoding="utf-8"))
    assert [error.message for error in Draft7Validator(schema).iter_errors(content)] == []


@pytest.mark.parametrize(
    ("files", "arguments", "schema"),
    [
        ([], [], "scr-summary-1.json"),
        ([], ["--with-schema"], "scr-summary-1.json"),
        (["schemas/scr-summary-1.json"], [], "../schemas/scr-summary-1.json"),
        (["reviews/scr-summary-1.json"], [], "scr-summary-1.json"),
    ],
)
def test_the_first_line_leads_an_editor_to_the_schema(scr_check, folder, files, arguments, schema):
    for name in ("reviews/x", *files):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).touch()
    assert scr_check("scaffold", "-o", "reviews/summary.yaml", *arguments).code == 0
    first = (folder / "reviews/summary.yaml").read_text(encoding="utf-8").partition("\n")[0]
    assert first == f"# yaml-language-server: $schema={schema}"
    if arguments:
        written_schema = (folder / "reviews/scr-summary-1.json").read_text(encoding="utf-8")
        assert written_schema == (ROOT / "schemas/scr-summary-1.json").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--from", "no.docx"], "no.docx"),
        (["--format", "docx"], "name the file with -o"),
        (["--with-schema"], "name the draft with -o"),
        (["--interactive"], "needs a terminal"),
        (["-o", "nowhere/summary.yaml"], "nowhere/summary.yaml cannot be written"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(scr_check, folder, arguments, sentence):
    ran = scr_check("scaffold", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert sentence in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    ("guidance", "names"),
    [("dhr2016", ["Judith Farrant", "Superintendent Owen Lacey"]), ("wt2010", [None, None])],
)
def test_the_panel_is_drafted_by_name_only_where_the_guidance_wants_names(scr_check, folder, guidance, names):
    report = ROOT / "examples/dhr/good/overview-report.docx"
    assert scr_check("scaffold", "--guidance", guidance, "--from", report, "-o", "summary.yaml").code == 0
    members = read_summary(folder / "summary.yaml").summary.review_process.panel_members
    assert [member.name for member in members[:2]] == names
    assert [member.job_title for member in members[:2]] == [
        "Head of Adult Social Care",
        "Head of Public Protection",
    ]


def test_the_word_draft_is_a_real_word_document(scr_check, folder):
    assert scr_check("scaffold", "-o", "draft.docx", "--from", REPORT).code == 0
    document = Document(str(folder / "draft.docx"))
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert headings == list(WT2010.sections.values())
    head = document.tables[-1].rows[0]
    assert head.cells[0].text == "No."
    assert head._tr.trPr.find(qn("w:tblHeader")) is not None
    assert {e.get(qn("w:val")) for e in document.styles.element.iter(qn("w:lang"))} == {"en-GB"}
    assert document.core_properties.title == "Executive summary: Family Q"
    assert any(r.font.highlight_color for p in document.paragraphs for r in p.runs if "[fill in" in r.text)


def test_word_and_markdown_say_the_same(scr_check, folder):
    for name in ("draft.docx", "draft.md"):
        assert scr_check("scaffold", "-o", name, "--from", REPORT).code == 0
    said = [
        [(block.text, block.rows) for block in read(folder / name).blocks]
        for read, name in ((read_docx, "draft.docx"), (read_markdown, "draft.md"))
    ]
    assert said[0] == said[1]


def test_the_word_draft_names_the_extra_it_needs(scr_check, folder, monkeypatch):
    monkeypatch.setitem(sys.modules, "docx", None)
    monkeypatch.delitem(sys.modules, "scr_check.writers.word", raising=False)
    ran = scr_check("scaffold", "-o", "draft.docx")
    assert ran.code == 2
    assert "scr-check[word]" in ran.err
    assert not (folder / "draft.docx").exists()


def test_the_sections_stand_in_the_order_of_the_guidance():
    text = draft_markdown(Draft(Summary()), WT2010)
    assert re.findall(r"^## (.*)", text, re.MULTILINE) == list(WT2010.sections.values())


def test_it_asks_on_a_terminal(folder):
    pty = pytest.importorskip("pty", reason="only Unix has pseudo-terminals")
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "scr_check", "scaffold", "--interactive", "-o", "summary.yaml"],
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=theirs,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    os.write(ours, b"\nAshdale Safeguarding Children Board\nChild A\n")
    assert process.communicate(timeout=60)[0] == b""
    os.close(theirs)
    os.close(ours)
    summary = read_summary(folder / "summary.yaml").summary
    assert (summary.board, summary.subject) == ("Ashdale Safeguarding Children Board", "Child A")
