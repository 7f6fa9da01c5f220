"""Where words stand in a summary that cannot be parsed at the moment; ^ is the cursor."""

import pytest

from scr_check.editor.indentation import standing_at

CASES = [
    # the text with the cursor, steps to the part, the field whose value is typed, fields beside
    ("bo^", "", None, ""),
    ("board: x\n^\nsubject: y", "", None, "board subject"),
    ("recommendations:\n  - ^", "recommendations -", None, ""),
    ("recommendations:\n- id: 1\n  te^\n- id: 2\n  text: x", "recommendations -", None, "id"),
    ("recommendations:\n  - id: 1\n    te^\n    set: x\n  - id: 2", "recommendations -", None, "id set"),
    ("recommendations:\n  - te^\n    set: x\n  - id: 2", "recommendations -", None, "set"),
    ("review_process:\n  panel_chair:\n    na^\n  diversity: x", "review_process panel_chair", None, ""),
    ("review_process:\n  circumstances: |\n    he said: x\n\n  de^", "review_process", None, "circumstances"),
    ("status: dr^ # note", "", "status", ""),
    ("action_plan:\n  actions:\n    - recommendation: [board/1, ov^", "action_plan actions -", "recommendation", ""),
    ("action_plan:\n  actions:\n    - id: 1\n      status: in pr^", "action_plan actions -", "status", ""),
]  # fmt: skip


def standing(text):
    lines = text.split("\n")
    line = next(number for number, one in enumerate(lines) if "^" in one)
    column = lines[line].index("^")
    lines[line] = lines[line].replace("^", "")
    return standing_at(lines, line, column)


@pytest.mark.parametrize(("text", "steps", "field", "beside"), CASES)
def test_steps_field_and_neighbours(text, steps, field, beside):
    found = standing(text)
    assert (" ".join(found.steps), found.field, found.beside) == (steps, field, frozenset(beside.split()))


@pytest.mark.parametrize(
    "text",
    [
        "conclusion: |\n  ^",
        "conclusion: >-\n  one\n  two: th^",
        "key_issues:\n  - text: |\n      a\n      b^",
        "# no^",
        "board: x # no^",
    ],
)
def test_nothing_stands_in_prose_and_comments(text):
    assert standing(text) is None
