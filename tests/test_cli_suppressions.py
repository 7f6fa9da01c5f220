"""Comments that silence a rule: at a line's end or alone above it, with a reason, where it would speak."""

import pytest

PLAN = """\
format: scr-summary/1
action_plan:
  actions:
    - id: "1"{end}
      recommendation: overview/1
      action: Train the staff
    {above}
    - id: "2"
      recommendation: overview/1
      action: Train the managers
"""
ONLY = ("--select", "AP203,FIL21")


def plan(end="", above="# nothing"):
    return PLAN.format(end=end, above=above)


def found(ran):
    return [(one["rule"], one["line"]) for one in ran.findings]


def test_without_comments_both_actions_are_found(validate):
    assert found(validate(plan(), *ONLY)) == [("AP203", 4), ("AP203", 8)]


@pytest.mark.parametrize(
    "comment",
    [
        "# scr-check: ignore[AP203] because the Board agreed it later",
        "# scr-check: ignore[action-without-date] because the Board agreed it later",
        "# scr-check: ignore[ap203, AP204] because of the inquest",
        "#scr-check:ignore[AP203] - because the date is confidential",
    ],
)
def test_a_comment_silences_its_node_only(validate, comment):
    assert ("AP203", 4) not in found(validate(plan(end=f"  {comment}"), *ONLY))
    assert ("AP203", 8) in found(validate(plan(end=f"  {comment}"), *ONLY))
    assert ("AP203", 8) not in found(validate(plan(above=comment), *ONLY))
    assert ("AP203", 4) in found(validate(plan(above=comment), *ONLY))


def test_a_comment_at_a_section_silences_all_of_it(validate):
    text = plan().replace(
        "action_plan:", "action_plan: # scr-check: ignore[AP203] because it is under review"
    )
    assert found(validate(text, *ONLY)) == []


def test_a_comment_without_a_reason_is_itself_reported(validate):
    ran = validate(plan(end="  # scr-check: ignore[AP203]"), *ONLY)
    assert found(ran) == [("FIL210", 4), ("AP203", 8)]


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("AP204", None),  # not run: neither used nor unused
        ("REC103", None),  # skipped without an overview report
        ("AP999", "there is no rule AP999"),
        ("action-without-dat", "did you mean action-without-date?"),
    ],
)
def test_a_comment_for_another_rule(validate, rule, words):
    ran = validate(plan(end=f"  # scr-check: ignore[{rule}] because"), *ONLY)
    said = [f"{one['message']} {one['help']}" for one in ran.findings if one["rule"] == "FIL211"]
    assert (words is None and not said) or words in said[0]


def test_a_comment_that_silences_nothing_is_reported(validate):
    text = plan(end="  # scr-check: ignore[AP203] because x").replace(
        "Train the staff", "Train\n      due: 2010-09-30"
    )
    ran = validate(text, *ONLY)
    assert ("FIL211", 4) in found(ran)
    assert "AP203 finds nothing here" in ran.findings[0]["message"]


@pytest.mark.parametrize("rule", ["FIL203", "unknown-field"])
def test_faults_of_the_file_cannot_be_silenced_from_inside(validate, rule):
    ran = validate(f"format: scr-summary/1\nbord: x # scr-check: ignore[{rule}] because\n", "--select", "FIL")
    assert {"FIL203", "FIL212"} <= set(ran.rules)


@pytest.mark.parametrize(
    "text",
    [
        "conclusion: |\n  Text # scr-check: ignore[AP203] because\n",
        "conclusion: 'Text # scr-check: ignore[AP203] because'\n",
    ],
)
def test_prose_that_looks_like_a_comment_is_prose(validate, text):
    assert validate(f"format: scr-summary/1\n{text}", "--select", "FIL21").findings == []


def test_a_comment_beside_a_block_text_belongs_to_it(validate):
    text = "format: scr-summary/1\nconclusion: | # scr-check: ignore[KEY203] because of x\n  Text\n"
    assert validate(text, "--select", "KEY203,FIL21").findings == []
    assert validate(text.replace("# scr", "# not"), "--select", "KEY203").rules == ["KEY203"]
