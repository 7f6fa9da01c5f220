"""The words of a summary at a place, and what people call the place."""

import pytest

from scr_check.readers.source import Source
from scr_check.readers.yaml_nodes import compose
from scr_check.readers.yaml_places import YamlPlaces
from scr_check.summary_words import place_name, words_of

SUMMARY = """\
review_process:
  panel_chair: {independence: none stated}
  panel_members:
    - job_title: Designated nurse
  terms_of_reference: [One question., A second question.]
summary_of_events:
  - {date: March 2009, text: "Six agencies knew. Nobody asked who  lived\\n there. It ended."}
recommendations:
  - {id: "4", text: Do it.}
  - {id: "4", set: imr, organisation: Northmoor Police, text: Do it too.}
  - text: Number it.
action_plan:
  actions:
    - {id: "4.1", recommendation: overview/4, action: Write a “policy”, lead: Head of Service}
"""
PLACES = YamlPlaces(Source(SUMMARY), compose(SUMMARY))


@pytest.mark.parametrize(
    ("pointer", "name"),
    [
        ("", "The whole summary"),
        ("/key_issues", "Key issues"),
        ("/review_process/panel_chair/independence", "Review process, panel chair, independence"),
        ("/review_process/panel_members/0/job_title", "Review process, panel member 1, job title"),
        ("/review_process/terms_of_reference/1", "Review process, term of reference 2"),
        ("/summary_of_events/0/text", "Event 1 (March 2009), text"),
        ("/recommendations/0/text", "Recommendation 4, text"),
        ("/recommendations/1/text", "Recommendation 4 (Northmoor Police), text"),
        ("/recommendations/2", "Recommendation 3"),
        ("/action_plan/actions/0/due", "Action 4.1, due"),
        ("/action_plan/actions", "Actions"),
        ("/action_plan", "Action plan"),
    ],
)
def test_places_have_names(pointer, name):
    assert place_name(PLACES, pointer) == name


@pytest.mark.parametrize(
    ("pointer", "quote", "text", "marked"),
    [
        ("/summary_of_events/0/text", "six", "Six agencies knew.", ["Six"]),
        ("/summary_of_events/0/text", "who lived", "Nobody asked who lived there.", ["who lived"]),
        (
            "/summary_of_events/0/text",
            "knew. Nobody",
            "Six agencies knew. Nobody asked who lived there.",
            ["knew. Nobody"],
        ),
        ("/summary_of_events/0/text", "", "Six agencies knew. Nobody asked who lived there. It ended.", []),
        (
            "/summary_of_events/0/text",
            "not there",
            "Six agencies knew. Nobody asked who lived there. It ended.",
            [],
        ),
        ("/action_plan/actions/0", "", "action: Write a “policy”; lead: Head of Service", []),
        ("/action_plan/actions/0", 'a "policy"', "Write a “policy”", ["a “policy”"]),
        ("/review_process/terms_of_reference", "second", "A second question.", ["second"]),
        ("/review_process/terms_of_reference", "", "One question.; A second question.", []),
        ("/recommendations", "", "", []),
    ],
)
def test_the_words_are_those_around_the_quote(pointer, quote, text, marked):
    words = words_of(PLACES.node(pointer), quote)
    assert words.text == text
    assert [words.text[start:end] for start, end in words.marked] == marked


def test_a_long_text_is_cut_after_whole_sentences():
    long = "This sentence has six words here. " * 40
    words = words_of(compose(f"text: {long}").pairs[0][1])
    assert words.text.endswith("here. ...")
    assert len(words.text.split()) <= 91
