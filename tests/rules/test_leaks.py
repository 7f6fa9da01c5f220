"""What counts as a leak of a secret, and what is an open word after all."""

import pytest

from scr_check.documents.overview import Identity, Overview, Paragraph
from scr_check.documents.summary import Summary
from scr_check.guidance import load_profile
from scr_check.rule import Case
from scr_check.rules.leaks import leaks_in

KEY = [
    Identity(reference="Child Z", secrets=["Zinnia Rose Wrayburn", "03/02/2008", "999 014 7728"]),
    Identity(reference="Mother", secrets=["Hope Wrayburn-Pell", "White British"]),
    Identity(reference="SW1", secrets=["Dr Mark O'Hanlon"]),
    Identity(reference="Family home", secrets=["Flat 3, 14 Cooper's Row", "Millsted", "ZX4 7QD"]),
    Identity(reference="School", secrets=["Marsh Lane Primary School"]),
]
REPORT = Overview(
    paragraphs=[
        Paragraph(
            ref="2.1", text="Child Z was born in February 2008. Ashmere Police visited the flat in Pell Ward."
        ),
        Paragraph(ref="2.2", text="Child Z was born on 3 February 2008."),
    ],
    identities=KEY,
)
LEAKS = {
    "Zinnia cried.": "Zinnia",
    "The WRAYBURN family moved.": "WRAYBURN",
    "They met zinnia wrayburn twice.": "zinnia wrayburn",
    "Mrs Wrayburn-Pell agreed.": "Wrayburn-Pell",
    "The letter was for a Mrs Wrayburn.": "Wrayburn",
    "The mother, Hope, agreed.": "Hope",
    "Hope told the police.": "Hope",
    "Mark’s notes were lost; Mark agreed.": "Mark",
    "A letter from M. O’Hanlon was lost.": "O’Hanlon",
    "She came on 3.2.08.": "3.2.08",
    "She came on 3 Feb 08.": "3 Feb 08",
    "She came on February 3rd, 2008.": "February 3rd, 2008",
    "She was born on the 3rd of February.": "3rd of February",
    "The number was 9990147728.": "9990147728",
    "They lived in Coopers Row.": "Coopers Row",
    "They lived in Millsted.": "Millsted",
    "They moved to zx4 7qd.": "zx4 7qd",
    "She went to Marsh Lane.": "Marsh Lane",
}
OPEN = [
    "There is hope. Hope remained. The police made a mark.",
    "The family is white British. A White British family.",
    "Officers went to Pell Ward.",
    "She was born in February 2008 and seen on 3 March 2008.",
    "The primary school lies in a lane by the marsh.",
    "Reference 999 014 7729 was given; it was the third of February's visits.",
]


def leaks(conclusion, **parts):
    summary = Summary.model_validate({"conclusion": conclusion, **parts})
    case = Case(summary, load_profile("wt2010"), overview=REPORT)
    return [leak.text for leak in leaks_in(case, KEY)]


@pytest.mark.parametrize(("text", "secret"), LEAKS.items())
def test_a_secret_is_found_in_whatever_form(text, secret):
    assert leaks(f"It could not have been prevented. {text}")[:1] == [secret]


@pytest.mark.parametrize("text", OPEN)
def test_an_open_word_is_no_leak(text):
    assert leaks(text) == []


def test_a_named_chair_who_shares_a_name_with_the_key_is_no_leak():
    process = {"panel_chair": {"name": "Mark O'Hanlon"}}
    assert leaks("Mark O'Hanlon chaired the panel. The mother, Hope, agreed.", review_process=process) == [
        "Hope"
    ]


def test_dates_of_the_plan_are_no_birthdays():
    plan = {"as_at": "2008-02-03", "actions": [{"id": "1", "due": "2008-02-03"}]}
    assert leaks("It was agreed.", action_plan=plan) == []
