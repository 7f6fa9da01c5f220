"""What a person is asked to check, in plain sentences."""

import pytest
from small_reports import report

from scr_check.readers.blocks import Block, Document
from scr_check.readers.structure import overview_of

RECOMMENDATION = "## 9 Recommendations\n\n9.1 Recommendation 1. Northmoor Police must check every adult.\n\n"
PLAN = (
    "## Action plan\n\n| Rec | Action | Who | When |\n|---|---|---|---|\n| {} | Act | Officer | May 2011 |\n"
)


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("## 4 Analysis\n\n4.1 One.\n\n4.2 Two.\n\n4.4 Four.", "numbers jump from 4.2 to 4.4"),
        ("## 4 Analysis\n\n4.1 One.\n\n4.2 Two.\n\n4.2 Four.", "the number 4.2 stands at two paragraphs"),
        ("## 4 Analysis\n\n4.1 One.", "no recommendations were found"),
        ("## 4 Analysis\n\n4.1 One.", "no action plan was found"),
        (
            "## 4 Analysis\n\nOne.",
            "no paragraph numbers were found: passages can be quoted, but not by number",
        ),
        (RECOMMENDATION + PLAN.format("14"), "the action plan names recommendation 14, which was not found"),
        (RECOMMENDATION + PLAN.format("14"), "recommendation 1 (at 9.1) has no action in the action plan"),
        (
            RECOMMENDATION.replace("Northmoor Police must", "Nobody should"),
            "recommendation 1 (at 9.1) has no addressee",
        ),
        (
            RECOMMENDATION.replace("Recommendation 1.", "Recommendation 2."),
            "recommendation 1 of the overview report was not found",
        ),
        (
            RECOMMENDATION.replace("9.1 Rec", "9.1 The panel makes 13 recommendations.\n\n9.2 Rec"),
            "the report says that the overview report makes 13 recommendations (9.1), and 1 were read",
        ),
        (
            "## Key to identities\n\nHeld by the Board",
            "the key to identities was not understood: names in it cannot be looked for in a summary",
        ),
    ],
)
def test_doubts(text, doubt):
    assert doubt in report(text).doubts


def test_a_heading_that_takes_a_number_leaves_no_gap():
    overview = report("## 4 Analysis\n\n### 4.1 First\n\n4.2 One.\n\n### 4.3 Second\n\n4.4 Two.")
    assert not any("jump" in doubt for doubt in overview.doubts)


def test_a_report_read_whole_leaves_no_doubt():
    assert report(RECOMMENDATION + PLAN.format("1")).doubts == []


def test_a_plan_table_that_was_not_understood():
    table = Block("table", rows=(("A", "B", "C"), ("x", "y", "z")), page=71)
    overview = overview_of(Document((Block("heading", "Action plan"), table)))
    assert "an action plan table on page 71 was not understood" in overview.doubts


def test_the_worst_come_first_and_the_reader_s_remarks_last():
    blocks = (
        Block("heading", "Analysis", "4"),
        Block("paragraph", "One.", "4.1"),
        Block("paragraph", "Two.", "4.3"),
    )
    overview = overview_of(Document(blocks, remarks=("Comments were not read.",), traces=("1 comment",)))
    assert overview.doubts[0] == "no recommendations were found"
    assert overview.doubts[-1] == "Comments were not read."
    assert overview.traces == ["1 comment"]


def test_many_of_a_kind_are_counted():
    text = "\n\n".join(f"4.{n} Text of it." for n in range(1, 40, 2))
    doubts = [doubt for doubt in report(text).doubts if "jump" in doubt or "more of this kind" in doubt]
    assert len(doubts) == 9
    assert doubts[-1] == "... and 11 more of this kind"
