"""The check itself: levels from the profile, skips with a reason, passes, and each report read once."""

import types
from dataclasses import replace
from pathlib import Path

import pytest

from scr_check.checker import Input, check
from scr_check.config import Settings
from scr_check.documents.place import Pointer
from scr_check.errors import UsageError
from scr_check.finding import Basis, Confidence, Flag, Severity
from scr_check.guidance.profile import Provision
from scr_check.rule import Rule

BAD = Input(Path(__file__).parents[1] / "examples" / "bad" / "summary.yaml")
SUMMARY = "format: scr-summary/1\nboard: Northmoor Board\noverview_report: {report}\nconclusion: Text.\n"
BASIS = Basis("A source", "practice")


def rule_of(code, *flags, needs_overview=False):
    return Rule(
        code,
        f"name-{code.lower()}",
        "style",
        "It is so.",
        "",
        needs_overview,
        False,
        lambda case: iter(flags),
    )


class Guidance:
    name = title = "tiny"
    has_overview_report = True
    sections = types.MappingProxyType({})
    words = types.MappingProxyType({"document": "executive summary"})

    def __init__(self, **severities):
        self.severities = severities

    def provision(self, code):
        severity = self.severities.get(code)
        return Provision(Severity(severity), BASIS, True) if severity else None


@pytest.fixture
def with_rules(monkeypatch):
    def given(*rules, **severities):
        monkeypatch.setattr("scr_check.chosen_rules.CATALOGUE", rules)
        monkeypatch.setattr("scr_check.case_check.EVERY_RULE", rules)
        monkeypatch.setattr("scr_check.checker.EVERY_RULE", rules)
        monkeypatch.setattr("scr_check.checker.load_profile", lambda *_: Guidance(**severities))

    return given


@pytest.fixture
def summary(folder):
    def written(name="summary.yaml", report="report.md"):
        (folder / "report.md").write_text("# Report\n\n1.1 The review was held.\n", encoding="utf-8")
        (folder / name).write_text(SUMMARY.format(report=report), encoding="utf-8")
        return folder / name

    return written


def the_file(path, **settings):
    (file,) = check([Input(path, Settings(**settings))]).files
    return file


BOARD, CONCLUSION = Pointer("/board"), Pointer("/conclusion")


@pytest.mark.parametrize(
    ("level", "confidence", "expected"),
    [
        ("error", "certain", "error"),
        ("error", "likely", "error"),
        ("error", "possible", "warning"),
        ("warning", "possible", "warning"),
        ("info", "possible", "info"),
    ],
)
def test_the_profile_says_how_severe_and_what_is_only_possible_is_no_error(
    with_rules, summary, level, confidence, expected
):
    with_rules(rule_of("A1", Flag(BOARD, "x", confidence=Confidence(confidence))), A1=level)
    (found,) = the_file(summary()).findings
    assert (found.severity, found.basis, found.place.line) == (expected, BASIS, 2)


def test_a_rule_that_the_profile_does_not_ask_for_is_not_applied(with_rules, summary):
    with_rules(rule_of("A1", Flag(BOARD, "x")), rule_of("B1", Flag(BOARD, "y")), A1="error")
    assert [one.rule for one in the_file(summary()).findings] == ["A1"]


def test_a_rule_that_finds_nothing_has_passed(with_rules, summary):
    with_rules(rule_of("A1"), rule_of("B1", Flag(BOARD, "y")), A1="error", B1="info")
    file = the_file(summary())
    assert "A1" in file.passed
    assert "B1" not in file.passed


def test_without_a_report_what_compares_is_skipped_with_the_reason(with_rules, summary):
    with_rules(rule_of("A1", Flag(BOARD, "x"), needs_overview=True), A1="error")
    file = the_file(summary(report=""))
    assert [one.rule for one in file.findings] == ["FIL207"]
    assert ("A1", "the summary names no overview report to compare with") in [
        (one.rule, one.reason) for one in file.skips
    ]
    assert "A1" not in file.passed


def test_findings_stand_in_the_order_of_the_text_the_worst_first(with_rules, summary):
    with_rules(
        rule_of("A1", Flag(CONCLUSION, "x"), Flag(BOARD, "y")),
        rule_of("B1", Flag(BOARD, "z")),
        A1="info",
        B1="error",
    )
    assert [(one.rule, one.place.line) for one in the_file(summary()).findings] == [
        ("B1", 2),
        ("A1", 2),
        ("A1", 4),
    ]


@pytest.mark.parametrize(("least", "left"), [("possible", 3), ("likely", 2), ("certain", 1)])
def test_what_is_less_sure_can_be_left_out(with_rules, summary, least, left):
    with_rules(rule_of("A1", *(Flag(BOARD, one.value, confidence=one) for one in Confidence)), A1="error")
    assert len(the_file(summary(), min_confidence=Confidence(least)).findings) == left


def test_a_report_is_read_and_indexed_once_however_many_summaries_name_it(with_rules, summary, monkeypatch):
    from scr_check.comparison import compare
    from scr_check.readers import overview

    read, indexed = [], []
    real_read, real_index = overview.read_overview, compare.index_report
    monkeypatch.setattr(overview, "read_overview", lambda path: read.append(path) or real_read(path))
    monkeypatch.setattr(compare, "index_report", lambda report: indexed.append(report) or real_index(report))
    with_rules(rule_of("A1", needs_overview=True), A1="error")
    names = [
        summary(f"{number}.yaml", report=("report.md", "./report.md")[number % 2]) for number in range(6)
    ]
    report = check(Input(name) for name in names)
    assert (len(read), len(indexed)) == (1, 1)
    assert all("A1" in file.passed for file in report.files)


def test_a_report_that_cannot_be_read_is_tried_once(with_rules, summary, monkeypatch):
    with_rules(rule_of("A1", needs_overview=True), A1="error")
    files = check(Input(summary(f"{number}.yaml", report="none.docx")) for number in range(3)).files
    assert all(file.unreadable and "none.docx" in file.unreadable for file in files)
    assert {one.rule for file in files for one in file.findings} == {"FIL202"}


def test_several_processes_find_what_one_finds_in_the_same_order(summary):
    names = [
        summary(f"{number}.yaml", report=("report.md", "", "none.md")[number % 3]) for number in range(30)
    ]
    inputs = [Input(name, Settings(select=("FIL", "STR"))) for name in names]
    assert check(inputs, jobs=2) == check(inputs)


def test_one_summary_shared_among_processes_is_found_the_same():
    assert check([BAD], jobs=3) == check([BAD])


def test_a_report_for_programs_leaves_out_what_only_people_see(summary):
    path = summary(report="")
    shown, bare = check([Input(path), Input(path, for_people=False)]).files
    assert shown.source
    assert shown.outline
    assert bare == replace(shown, source=(), outline=None)


def test_a_fault_of_use_comes_back_from_another_process(summary):
    inputs = [Input(summary(), Settings(guidance="nonsense"))] * 30
    with pytest.raises(UsageError, match="nonsense"):
        check(inputs, jobs=2)
