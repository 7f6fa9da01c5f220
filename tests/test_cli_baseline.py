"""A baseline: what is known is left out, what is new is found, what is gone is told."""

import json

import pytest

SUMMARY = """\
format: scr-summary/1
action_plan:
  actions:
    - id: "1"
      action: Train 30 staff of the Northmoor Trust
    - id: "2"
      action: Train the managers
"""
ONLY = ("--select", "AP203,AP204,FIL203")


@pytest.fixture
def known(validate, folder):
    ran = validate(SUMMARY, *ONLY, "--write-baseline", "known.json")
    assert (ran.code, ran.out) == (0, "")
    assert "known.json now knows 4 findings" in ran.err
    return folder / "known.json"


def test_what_is_known_is_left_out(validate, known):
    ran = validate(SUMMARY, *ONLY, "--baseline", "known.json")
    assert (ran.code, ran.findings) == (0, [])
    assert "4 findings known in known.json left out" in ran.err


def test_lines_ids_and_order_do_not_matter(validate, known):
    text = SUMMARY.replace("action_plan:", "\n# a comment\naction_plan:").replace('id: "2"', 'id: "7"')
    assert validate(text, *ONLY, "--baseline", "known.json").findings == []


def test_a_new_fault_is_found_beside_the_known_ones(validate, known):
    ran = validate(SUMMARY + '    - id: "3"\n      action: x\nbord: y\n', *ONLY, "--baseline", "known.json")
    assert sorted(ran.rules) == ["AP203", "AP204", "FIL203"]
    assert ran.code == 1


def test_a_known_fault_that_is_gone_is_told(validate, known):
    text = SUMMARY.replace("the managers", "the managers\n      due: 2010-09-30")
    ran = validate(text, *ONLY, "--baseline", "known.json")
    assert ran.code == 0
    assert "summary.yaml: AP203 in known.json is gone" in ran.err


def test_a_baseline_holds_no_text_of_the_document(known):
    text = known.read_text(encoding="utf-8").lower()
    assert "northmoor" not in text
    assert "train" not in text
    assert "date" not in text


def test_a_baseline_is_found_through_the_configuration_from_any_folder(
    scr_check, validate, known, folder, monkeypatch
):
    (folder / "scr-check.toml").write_text('baseline = "known.json"\n', encoding="utf-8")
    (folder / "below").mkdir()
    monkeypatch.chdir(folder / "below")
    ran = scr_check("validate", "../summary.yaml", *ONLY, "--format", "json")
    assert ran.findings == []


def test_a_file_that_cannot_be_read_is_never_known(scr_check, folder):
    ran = scr_check("validate", "missing.yaml", "--write-baseline", "known.json")
    assert ran.code == 2
    assert json.loads((folder / "known.json").read_text(encoding="utf-8"))["files"] == {"missing.yaml": []}
    assert scr_check("validate", "missing.yaml", "--baseline", "known.json").code == 2


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "cannot be opened"),
        ("{", "is not a baseline"),
        ("[]", "is not a baseline"),
        ('{"format": "scr-baseline/9", "files": {}}', "of this version"),
    ],
)
def test_what_is_no_baseline_is_a_fault_of_use(validate, folder, content, words):
    if content is not None:
        (folder / "b.json").write_text(content, encoding="utf-8")
    ran = validate(SUMMARY, "--baseline", "b.json")
    assert ran.code == 2
    assert words in ran.err
    assert "b.json" in ran.err
