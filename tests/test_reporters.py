"""The reports, whole: what people and programs are shown."""

import json
from dataclasses import replace

import jsonschema
import pytest

from scr_check.cli.options import Form
from scr_check.documents.findings import Findings
from scr_check.documents.place import Place, Pointer
from scr_check.finding import Basis, Confidence, Evidence, FileReport, Finding, Report, Severity, Skip
from scr_check.reporters import REPORTERS
from scr_check.reporters.look import Look
from scr_check.reporters.words import NOTE
from scr_check.resources import resource_folder

SOURCE = (
    "action_plan:",
    "  actions:",
    '    - id: "3.1"',
    "      action: The Trust should consider whether relevant staff",
    "        could be trained",
)
DEADLINE = Finding(
    rule="AP203",
    name="action-without-date",
    category="action-plan",
    severity=Severity.ERROR,
    confidence=Confidence.CERTAIN,
    message="action 3.1 has no date by which it must be done",
    help='add `due:`; the overview report says "within three months"',
    pointer=Pointer("/action_plan/actions/0"),
    place=Place(3, 7, 5, 25),
    basis=Basis("Working Together (2010), chapter 8", "statutory guidance"),
)
WEAKENED = Finding(
    rule="REC104",
    name="recommendation-weakened",
    category="recommendations",
    severity=Severity.WARNING,
    confidence=Confidence.POSSIBLE,
    message="the duty is weaker than [in] the overview report",
    help="write that the Trust must train all staff",
    pointer=Pointer("/action_plan/actions/0/action"),
    place=Place(4, 51, 5, 14),
    quote="relevant staff could",
    basis=Basis("Annex B", "recommended template"),
    evidence=(
        Evidence(
            "overview",
            "The Trust must ensure, with immediate effect, that all staff who work with them are trained.",
            ref="9.3",
            page=71,
            highlight=((10, 14), (51, 54)),
        ),
    ),
)
REPORT = Report(
    (
        FileReport(
            "reviews/child-t/summary.yaml",
            guidance="wt2010",
            overview_report="overview-report.docx",
            findings=(DEADLINE, WEAKENED),
            skips=(Skip("REC101", "the report has no recommendations"),) * 2,
            coverage={
                "recommendations": {"in_overview": 12, "in_summary": 11, "matched": 11},
                "statements": {"checked": 84, "supported": 80, "unsupported": 1, "contradicted": 3},
            },
            source=SOURCE,
        ),
        FileReport("clean.yaml", guidance="wt2010"),
    )
)

PIPED = """\
error[AP203]: action 3.1 has no date by which it must be done
  --> reviews/child-t/summary.yaml:3:7
  |
3 |     - id: "3.1"
  |       ^^^^^^^^^ add `due:`; the overview report says "within three months"
  |
  = required by: Working Together (2010), chapter 8 (statutory guidance)
  = more: scr-check explain AP203

warning[REC104]: the duty is weaker than [in] the overview report
  --> reviews/child-t/summary.yaml:4:51
  |
4 |       action: The Trust should consider whether relevant staff
  |                                                   ^^^^^^^^^^^^
5 |         could be trained
  |         ^^^^^ write that the Trust must train all staff
  |
  = the overview report (9.3, page 71) says:
      The Trust must ensure, with immediate effect, that all staff who work with them are trained.
                ^^^^                                     ^^^
  = recommended by: Annex B (recommended template)
  = a person must read both passages: this is only possible
  = more: scr-check explain REC104

reviews/child-t/summary.yaml: 1 error, 1 warning
  compared with overview-report.docx
  recommendations: 11 of the report's 12 matched, 11 in the summary
  statements: 80 of 84 found in the report
  not applied: 2 rules, because the report has no recommendations

clean.yaml: no mismatch found

1 error, 1 warning in 2 files
{NOTE}
""".replace("{NOTE}", NOTE)


def test_the_whole_text_when_piped():
    assert REPORTERS["text"](REPORT, Look()) == PIPED


def test_every_line_fits_a_terminal_of_80_columns():
    text = REPORTERS["text"](REPORT, Look(width=80))
    assert max(map(len, text.splitlines())) <= 80
    assert "".join(text.split()).count("A" + "pass") == 1
    for words in (DEADLINE.message, WEAKENED.help, "(9.3, page 71)", "clean.yaml: no mismatch found"):
        assert " ".join(words.split()) in " ".join(text.replace("|", " ").split())


@pytest.mark.parametrize("width", [40, 60, 80, 132])
@pytest.mark.parametrize("line", ["x" * 300, "word " * 60, "漢字 " * 50, "\tindented é " * 20])
def test_long_lines_are_cut_around_the_words_underlined(line, width):
    text = (line + "HERE" + line)[:400]
    column = text.index("HERE") + 1 if "HERE" in text else 1
    finding = Finding(
        **{
            name: getattr(DEADLINE, name)
            for name in ("rule", "name", "category", "severity", "confidence", "message", "pointer")
        },
        help="",
        place=Place(1, column, 1, column + 4),
    )
    shown = REPORTERS["text"](
        Report((FileReport("s.yaml", findings=(finding,), source=(text,)),)), Look(width=width)
    )
    source, marks = shown.splitlines()[shown.splitlines().index("  |") + 1 :][:2]
    if "HERE" in text:
        assert source[columns_to_index(source, marks.index("^"))] == "H"
        assert "HERE" in source


def columns_to_index(line, column):
    """The sign of `line` that stands at this column, wide signs taking two."""
    import unicodedata

    at = 0
    for index, sign in enumerate(line):
        if at >= column:
            return index
        at += 2 if unicodedata.east_asian_width(sign) in "WF" else 1
    return len(line) - 1


def test_colour_adds_nothing_but_colour():
    import re

    painted = REPORTERS["text"](REPORT, Look(color=True))
    assert "\x1b[1;31merror[AP203]\x1b[0m" in painted
    assert "\x1b[1;4mmust\x1b[0m" in painted
    plain = re.sub(r"\x1b\[[0-9;]*m", "", painted)
    marks = "                ^^^^                                     ^^^\n"
    assert plain == PIPED.replace(marks, "")


def test_no_sign_of_a_document_can_drive_the_terminal():
    hostile = "a\x1b[2J\u202eb\x07"
    finding = Finding(
        rule="FIL203", name="n", category="structure", severity=Severity.ERROR, confidence=Confidence.CERTAIN,
        message=hostile, help=hostile, pointer=Pointer(""), place=Place(1, 1, 1, 2),
        evidence=(Evidence("overview", hostile, highlight=((0, 1),)),),
    )  # fmt: skip
    report = Report((FileReport("s.yaml", findings=(finding,), source=(hostile,)),))
    for form in ("text", "concise"):
        assert not set("\x1b\u202e\x07") & set(REPORTERS[form](report, Look()))


def test_guidance_known_from_memory_is_marked_in_every_form():
    recalled = Basis("A template (as recalled; wording not verified)", "recommended template", verified=False)
    found = replace(WEAKENED, basis=recalled)
    report = Report((FileReport("summary.yaml", guidance="wt2010", findings=(found,) * 11),))
    for form in set(REPORTERS) - {"junit"}:  # which shows the rules of a run, and there is none
        assert REPORTERS[form](report, Look()).count("as recalled; wording not verified") >= 11, form


def test_concise_is_a_line_a_finding():
    assert REPORTERS["concise"](REPORT, Look()).splitlines() == [
        "reviews/child-t/summary.yaml:3:7: error[AP203] action 3.1 has no date by which it must be done",
        "reviews/child-t/summary.yaml:4:51: warning[REC104] the duty is weaker than [in] the overview report",
        "1 error, 1 warning in 2 files",
        NOTE,
    ]


def test_json_is_the_contract_in_its_order():
    document = json.loads(REPORTERS["json"](REPORT, Look()))
    assert list(document) == ["format", "tool", "files", "counts", "note"]
    assert list(document["files"][0])[:5] == ["path", "guidance", "overview_report", "findings", "coverage"]
    found = document["files"][0]["findings"][1]
    assert found == {
        "rule": "REC104",
        "name": "recommendation-weakened",
        "category": "recommendations",
        "severity": "warning",
        "confidence": "possible",
        "message": "the duty is weaker than [in] the overview report",
        "help": "write that the Trust must train all staff",
        "pointer": "/action_plan/actions/0/action",
        "line": 4,
        "column": 51,
        "end_line": 5,
        "end_column": 14,
        "basis": {"source": "Annex B", "standing": "recommended template"},
        "evidence": [
            {
                "document": "overview",
                "ref": "9.3",
                "page": 71,
                "text": WEAKENED.evidence[0].text,
                "highlight": [[10, 14], [51, 54]],
            }
        ],
    }
    assert document["counts"] == {"error": 1, "warning": 1, "info": 0}
    assert document["files"][0]["coverage"] == REPORT.files[0].coverage


def test_json_fits_its_model_and_its_schema():
    document = json.loads(REPORTERS["json"](REPORT, Look()))
    Findings.model_validate(document)
    schema = json.loads((resource_folder("schemas") / "scr-findings-1.json").read_text(encoding="utf-8"))
    jsonschema.validate(document, schema)


@pytest.mark.parametrize("form", list(REPORTERS))
@pytest.mark.parametrize("report", [REPORT, Report((FileReport("clean.yaml", guidance="wt2010"),))])
def test_every_form_says_what_a_pass_means(form, report):
    text = REPORTERS[form](report, Look())
    assert "no mismatch found" in text
    assert "certified accurate" in text


def test_the_option_offers_every_form():
    assert {form.value for form in Form} - {"auto"} == set(REPORTERS)


@pytest.mark.parametrize("count", [1, 300])
def test_every_finding_is_shown_however_many(count):
    report = Report((FileReport("s.yaml", findings=(DEADLINE,) * count, source=SOURCE),))
    assert REPORTERS["text"](report, Look()).count("error[AP203]") == count
    assert f"{count} error" in REPORTERS["concise"](report, Look())
