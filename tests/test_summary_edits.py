"""Fields of an action changed in the text of a summary: read back as meant, every other line as it was."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scr_check.documents.summary import Action
from scr_check.readers.summary import read_summary
from scr_check.summary_edits import with_fields
from scr_check.tracker.columns import text_of

EXAMPLES = Path(__file__).parents[1] / "examples"
FLOW = 'format: scr-summary/1\naction_plan: {actions: [{id: "1"}, {id: "2", progress: "x, y", status: completed}]}\n'
ODD = """\
format: scr-summary/1
action_plan:
  actions:
  - id: 1.10
    progress: >-
      folded
      text

  - progress: 'single ''quoted'' text
      over lines'   # comment
    id: b
    due:
    completed_on: ~
  - id: c
    progress: plain text
      over lines
    status: completed"""
TEXTS = {
    "good": (EXAMPLES / "good/summary.yaml").read_text(encoding="utf-8"),
    "dhr": (EXAMPLES / "dhr/good/summary.yaml").read_text(encoding="utf-8"),
    "flow": FLOW,
    "odd": ODD,
    "windows": ODD.replace("\n", "\r\n"),
}
lines = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=30)
texts = st.lists(lines, max_size=4).map("\n".join).map(text_of)
fields = st.fixed_dictionaries(
    {},
    optional={
        "progress": texts,
        "due": texts.map(lambda text: text.replace("\n", " ")).map(text_of),
        "completed_on": st.dates().map(str),
        "status": st.sampled_from(["completed", "in progress", "not started", "not accepted", ""]),
    },
)


def actions_in(text):
    return read_summary(Path("summary.yaml"), text).summary.action_plan.actions


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_what_is_written_is_read_back_and_nothing_else_changes(text, data):
    before = actions_in(text)
    changes = data.draw(st.dictionaries(st.integers(0, len(before) - 1), fields, max_size=3))
    after = actions_in(with_fields(text, changes))
    for place, (old, new) in enumerate(zip(before, after, strict=True)):
        for name in Action.__annotations__:
            changed = changes.get(place, {})
            if name in changed:
                assert text_of(getattr(new, name)) == changed[name]
            else:
                assert getattr(new, name) == getattr(old, name)


def test_a_place_that_the_plan_does_not_have_is_a_fault():
    with pytest.raises(LookupError):
        with_fields(FLOW, {2: {"status": "completed"}})
