"""Faults of shape: every one at its line and column, all in one run, in plain words."""

import pytest

SHAPE = ("--select", "FIL")

CASES = [
    # what is wrong, the summary after its first line, rule, pointer, line, column, words of the finding
    ("unknown field", "bord: x\n", "FIL203", "/bord", 2, 1, "did you mean `board`?"),
    (
        "field of another part",
        "panel_members: []\n",
        "FIL203",
        "/panel_members",
        2,
        1,
        "of the review process",
    ),
    ("field of nothing", "zzz: x\n", "FIL203", "/zzz", 2, 1, "the nearest is"),
    (
        "unknown field deep down",
        "recommendations:\n  - id: 1\n    adressed_to: x\n",
        "FIL203",
        "/recommendations/0/adressed_to",
        4,
        5,
        "`adressed_to` is not a field of a recommendation; did you mean `addressed_to`?",
    ),
    (
        "list for prose",
        "conclusion:\n  - a\n  - b\n",
        "FIL204",
        "/conclusion",
        3,
        3,
        "holds a list where text",
    ),
    ("fields for prose", "conclusion:\n  a: b\n", "FIL204", "/conclusion", 3, 3, "holds fields where text"),
    ("prose for a list", "recommendations: none\n", "FIL204", "/recommendations", 2, 18, "a list of entries"),
    ("prose for fields", "action_plan: see annex\n", "FIL204", "/action_plan", 2, 14, "fields of its own"),
    (
        "entry without fields",
        "key_issues:\n  - text\n",
        "FIL204",
        "/key_issues/0",
        3,
        5,
        "a key issue should stand",
    ),
    ("empty entry", "lessons:\n  - a\n  -\n", "FIL204", "/lessons/1", 4, 4, "is empty"),
    ("colon in a list", "lessons:\n  - Police: were told\n", "FIL204", "/lessons/0", 3, 5, "quotation marks"),
    ("list in a list", "lessons:\n  - [a]\n", "FIL204", "/lessons/0", 3, 5, "holds a list where text"),
    ("duplicate field", "board: a\nboard: b\n", "FIL205", "/board", 3, 1, "a second time"),
    ("duplicate alias", "aliases:\n  A: [x]\n  A: [y]\n", "FIL205", "/aliases/A", 4, 3, "a second time"),
    ("unknown status", "status: Draft\n", "FIL206", "/status", 2, 9, "did you mean `draft`?"),
    (
        "unknown set",
        "recommendations:\n  - {id: 1, set: borad}\n",
        "FIL206",
        "/recommendations/0/set",
        3,
        18,
        "did you mean `board`?",
    ),
    (
        "unknown action status",
        "action_plan:\n  actions:\n    - status: done\n",
        "FIL206",
        "/action_plan/actions/0/status",
        4,
        15,
        "`not started`, `in progress`, `completed` or `not accepted`",
    ),
    ("placeholder for a word", 'status: "[fill in: one word]"\n', "FIL206", "/status", 2, 9, "not filled in"),
]


@pytest.mark.parametrize(("text", "rule", "pointer", "line", "column", "words"), [case[1:] for case in CASES])
def test_a_fault_of_shape_is_told_at_its_place(validate, text, rule, pointer, line, column, words):
    ran = validate(f"format: scr-summary/1\n{text}", *SHAPE, "--ignore", "FIL207")
    assert ran.code == 1
    (found,) = ran.findings
    assert (found["rule"], found["pointer"]) == (rule, pointer)
    assert (found["line"], found["column"]) == (line, column)
    assert words in f"{found['message']} {found['help']}"
    assert (found["severity"], found["confidence"], found["category"]) == ("error", "certain", "structure")


def test_all_faults_come_in_one_run_in_the_order_of_the_text(validate):
    text = "format: scr-summary/1\n" + "".join(case[1] for case in CASES if case[2] == "FIL203")
    ran = validate(text + "status: done\nlessons: {a: b}\n", *SHAPE)
    assert [found["line"] for found in ran.findings] == sorted(found["line"] for found in ran.findings)
    assert ran.rules.count("FIL203") == 4
    assert {"FIL206", "FIL204"} <= set(ran.rules)


def test_a_wrong_first_line_names_the_right_one(validate):
    ran = validate("format: scr-sumary/1\nboard: x\n", *SHAPE)
    (found,) = (one for one in ran.findings if one["rule"] == "FIL206")
    assert (found["line"], found["column"]) == (1, 9)
    assert "scr-summary/1" in found["message"]


def test_a_missing_first_line_is_told(validate):
    ran = validate("review_process: {}\nkey_issues: []\n", *SHAPE)
    (found,) = (one for one in ran.findings if one["rule"] == "FIL206")
    assert "`format` is missing" in found["message"]


@pytest.mark.parametrize("value", ["Trust A", "[Trust A]", "\n      - Trust A"])
def test_one_text_is_as_good_as_a_list_of_one(validate, value):
    ran = validate(f"format: scr-summary/1\nrecommendations:\n  - id: 1\n    addressed_to: {value}\n", *SHAPE)
    assert ran.rules == ["FIL207"]


def test_a_part_that_could_not_be_read_is_told_of_once(validate):
    """The rules look at the rest, and say nothing more about what stood in the wrong shape."""
    ran = validate("format: scr-summary/1\nrecommendations: none\nconclusion: {a: b}\n")
    assert [found["rule"] for found in ran.findings if found["pointer"] == "/recommendations"] == ["FIL204"]
    assert [found["rule"] for found in ran.findings if found["pointer"] == "/conclusion"] == ["FIL204"]
    assert "STR201" in ran.rules


def test_a_misspelt_field_is_still_read(validate):
    text = "format: scr-summary/1\nconclusions: The harm could not have been predicted or prevented.\n"
    ran = validate(text)
    assert [found["rule"] for found in ran.findings if "conclusion" in found["pointer"]] == ["FIL203"]
