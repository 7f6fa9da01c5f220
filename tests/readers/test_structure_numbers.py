"""Paragraph numbers, typed or automatic, and the refs of what stands under them."""

import pytest
from small_reports import report

from scr_check.readers.blocks import Block, Document
from scr_check.readers.structure import overview_of


def refs(text):
    return [(p.ref, p.text) for p in report(text).paragraphs if p.form == "text"]


@pytest.mark.parametrize(
    "line",
    ["2.2 Text.", "2.2. Text.", "2.2\tText.", "**2.2** Text.", "2.2  Text.", "2.2: Text.", "2.2) Text."],
)
def test_a_typed_number_is_split_off(line):
    assert refs(f"## 2 Facts\n\n2.1 One.\n\n{line}\n\n2.3 Three.")[1] == ("2.2", "Text.")


@pytest.mark.parametrize(
    "line",
    [
        "3.10.2010 was the date of the birth.",
        "07.52 was when the ambulance was called.",
        "10.30 The ambulance reached the house.",
        "27.8.10 The grandmother rang the duty line.",
        "2.5 kg was the weight recorded.",
        "12 months later the case was closed.",
        "2008 was a difficult year.",
        "£4.50 was paid.",
        "16 September 2010 is the date in the minutes.",
    ],
)
def test_dates_times_and_quantities_are_no_numbers(line):
    read = refs(f"## 3 Facts\n\n3.1 One.\n\n3.2 Two.\n\n{line}\n\n3.3 Three.\n\n## 4 Analysis\n\n4.1 Four.")
    assert (None, line) in read
    assert [ref for ref, _ in read if ref] == ["3.1", "3.2", "3.3", "4.1"]


def test_a_dated_entry_keeps_its_number():
    assert refs("## 3 Facts\n\n3.1 One.\n\n3.2 January 2009. The nurse retired.")[1] == (
        "3.2",
        "January 2009. The nurse retired.",
    )


def test_times_that_follow_each_other_are_no_numbers():
    text = "## 3 Facts\n\n3.1 One.\n\n10.30 Police called.\n\n10.32 Police left.\n\n3.2 Two.\n\n3.3 Three."
    assert [ref for ref, _ in refs(text) if ref] == ["3.1", "3.2", "3.3"]


@pytest.mark.parametrize(
    ("numbers", "kept"),
    [
        ("1.1 1.2 1.4 2.1", "1.1 1.2 1.4 2.1"),  # one left out
        ("1.1 1.2 1.2 1.3", "1.1 1.2 1.2 1.3"),  # one twice
        ("4.1 4.1.1 4.1.2 4.2", "4.1 4.1.1 4.1.2 4.2"),
        ("6.9 6.10 6.11", "6.9 6.10 6.11"),
    ],
)
def test_numbers_may_be_left_out_repeated_or_deeper(numbers, kept):
    text = "\n\n".join(f"{number} Text of the paragraph." for number in numbers.split())
    assert [ref for ref, _ in refs(text)] == kept.split()


def test_an_appendix_may_number_from_one_again():
    text = (
        "## 8 End\n\n8.1 Text.\n\n8.2 Text.\n\n## Appendix 1: Method\n\n1.1 Again.\n\n1.2 Again.\n\n"
        "## Appendix 2: Other\n\nA2.1 More.\n\nA2.2 More."
    )
    assert [ref for ref, _ in refs(text)] == ["8.1", "8.2", "1.1", "1.2", "A2.1", "A2.2"]


def test_whole_numbers_from_end_to_end_are_paragraph_numbers():
    parts = [
        f"## {title}\n\n{n}. The panel heard one thing.\n\n{n + 1}. The panel heard another."
        for n, title in ((1, "Introduction"), (3, "Facts"), (5, "Analysis"), (7, "Conclusions"))
    ]
    assert [p.ref for p in report("\n\n".join(parts)).paragraphs] == [str(n) for n in range(1, 9)]


def test_items_and_rows_carry_the_ref_of_their_paragraph():
    text = """
## 1 Introduction

1.1 The review was to ask:

- (a) whether the first thing was done;
- (b) whether the second was.

1.2 The members were:

- a nurse;
- an officer.

| Name | Age |
|---|---|
| Child T | 2 |
"""
    read = [(p.form, p.ref, p.text) for p in report(text).paragraphs]
    assert read == [
        ("text", "1.1", "The review was to ask:"),
        ("item", "1.1(a)", "whether the first thing was done;"),
        ("item", "1.1(b)", "whether the second was."),
        ("text", "1.2", "The members were:"),
        ("item", "1.2", "a nurse;"),
        ("item", "1.2", "an officer."),
        ("row", "1.2", "Name: Child T; Age: 2"),
    ]


def test_automatic_numbers_are_taken_as_they_are():
    blocks = (
        Block("heading", "Analysis", "4."),
        Block("paragraph", "First.", "4.1."),
        Block("item", "Letter.", "(a)", 1),
        Block("item", "Roman.", "(i)", 2),
        Block("item", "Next letter.", "(b)", 1),
        Block("paragraph", "Text of it.", "Recommendation 1"),
    )
    overview = overview_of(Document(blocks))
    assert [p.ref for p in overview.paragraphs] == ["4.1", "4.1(a)", "4.1(a)(i)", "4.1(b)", None]
    assert overview.paragraphs[0].heading == "4 Analysis"


def test_an_unnumbered_paragraph_has_no_ref():
    assert refs("## 2 Facts\n\n2.1 One.\n\nIt goes on here.\n\n2.2 Two.")[1] == (None, "It goes on here.")


def test_a_numbered_heading_is_no_passage_but_names_those_below_it():
    overview = report("## 4 Analysis\n\n### 4.9 The strategy discussion\n\n4.10 It was held by telephone.")
    assert [(p.ref, p.heading) for p in overview.paragraphs] == [("4.10", "4.9 The strategy discussion")]


NUMBERED_ROWS = """## 6 What happened

6.1 The table gives the events.

### The first year

| Ref | Date | Event |
|---|---|---|
| 6.2 | 3 May 2009 | The midwife rang. |
| 6.3 | 9 May 2009 | Nobody answered. |

### The second year

| Ref | Event |
|---|---|
| 6.4 | The case was closed. |

6.5 Nothing more was heard.

## 12 Action plan of another kind

| No. | Step |
|---|---|
| 1.1 | Ask. |
| 1.2 | Tell. |
"""


def test_rows_that_go_on_with_the_numbers_of_paragraphs_are_paragraphs():
    read = [(p.ref, p.text) for p in report(NUMBERED_ROWS).paragraphs]
    assert read[:5] == [
        ("6.1", "The table gives the events."),
        ("6.2", "Date: 3 May 2009; Event: The midwife rang."),
        ("6.3", "Date: 9 May 2009; Event: Nobody answered."),
        ("6.4", "Event: The case was closed."),
        ("6.5", "Nothing more was heard."),
    ]
    assert read[5:] == [(None, "No: 1.1; Step: Ask."), (None, "No: 1.2; Step: Tell.")]
    assert not [doubt for doubt in report(NUMBERED_ROWS).doubts if "number" in doubt]
