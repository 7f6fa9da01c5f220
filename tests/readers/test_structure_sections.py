"""Front matter, headings and the kinds of sections."""

import pytest
from small_reports import report

from scr_check.documents.overview import Section
from scr_check.readers.blocks import Block, Document
from scr_check.readers.structure import overview_of
from scr_check.readers.structure.titles import section_of, title_words


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Terms of reference", "introduction"),
        ("2. Methodology and scope of the review", "introduction"),
        ("Race, religion, language, culture and disability", "introduction"),
        ("Family involvement", "introduction"),
        ("The family's part in the review", "introduction"),
        ("The family", "family"),
        ("K and his family", "family"),
        ("Chapter 3: Narrative chronology", "facts"),
        ("What happened", "facts"),
        ("Key practice episodes", "analysis"),
        ("5 Analysis by agency", "analysis"),
        ("5 Analysis: the terms of reference answered", "analysis"),
        ("Part Eight: What we conclude", "conclusions"),
        ("Part Thirteen: Publication and thanks", "introduction"),
        ("What was done well", "good-practice"),
        ("Could the death have been prevented?", "conclusions"),
        ("Lessons learnt", "lessons"),
        ("Conclusions and recommendations", "recommendations"),
        ("Recommendations of the individual management reviews", "recommendations"),
        ("Recommendations made by the Board and by the agencies", "recommendations"),
        ("Appendix A: Integrated action plan", "action-plan"),
        ("Appendix 2 - Glossary of abbreviations", "glossary"),
        ("Annexe C: key to identities - not for publication", "identities"),
        ("Confidential annexe: persons and places", "identities"),
        ("9 How the Review was conducted", "introduction"),
        ("10 How the review was done", "introduction"),
        ("Chapter E: How we went about the review", "introduction"),
        ("12 How was this review done?", "introduction"),
        ("2 The people", "family"),
        ("The people who did it", "introduction"),
        ("3 The narrative: five key episodes", "facts"),
        ("Key episodes", "analysis"),
        ("Chapter F: What we make of it", "analysis"),
        ("Whether the death could have been prevented", "conclusions"),
        ("The father's learning disability", None),
        ("Education and Learning", None),
        ("7 Learning and belonging", None),
        ("The two health visitors", None),
        ("Ferrensby Learning Service", None),
        ("Progress on the recommendations of earlier reviews", None),
        ("Holidays, weather and cold", None),
    ],
)
def test_titles_name_kinds(title, kind):
    found = section_of(title_words(title))
    assert (found[0].value if found else None) == kind


def sections(text):
    return {p.text: p.section.value for p in report(text).paragraphs}


def test_sections_nest():
    read = sections("""
## 4 Analysis
### 4.1 The referral
4.2 a
### 4.3 The family's voice
4.4 b
### 4.5 Recommendations
4.6 The Board must act on all of this.
### 4.7 Supervision
4.8 c
## 5 The midwife
5.1 d
""")
    assert list(read.values()) == ["analysis", "analysis", "recommendations", "analysis", "analysis"]


def test_an_unknown_title_with_a_date_is_of_the_facts():
    assert sections("## 1 Introduction\n\n1.1 a\n\n## 2 From March 2009 to May 2010\n\n2.1 b")["b"] == "facts"


def test_a_dated_heading_in_a_chapter_of_no_known_kind_tells_the_story():
    read = sections("""
## 1 Introduction
1.1 a
## 2 Five phases of a life
### Phase One: School A, September 2003 to August 2006
2.1 b
## 3 Analysis
### The plan of May 2008
3.1 c
""")
    assert list(read.values()) == ["introduction", "facts", "analysis"]


def test_a_chapter_at_the_end_may_tell_how_the_review_was_done_and_how_the_family_took_part():
    read = sections("""
## 1 What happened
1.1 a
## 2 How the review was carried out
### Panel
2.1 b
### The family
2.2 c
""")
    assert list(read.values()) == ["facts", "introduction", "introduction"]


def test_front_matter_ends_where_the_report_begins():
    overview = report(
        "# Northmoor Safeguarding Children Board\n\n**Child T: overview report**\n\n"
        "Agreed on 1 May 2011\n\n## Introduction\n\nText."
    )
    assert [p.section for p in overview.paragraphs] == [Section.FRONT] * 3 + [Section.INTRODUCTION]
    assert overview.title == "Child T: overview report"


def test_a_report_without_headings_is_all_analysis():
    assert set(sections("One thing was said.\n\nAnother thing was said.").values()) == {"analysis"}


def test_a_contents_list_is_left_out():
    overview = report(
        "# Review\n\n## Contents\n\n1 Introduction 3\n\n1.1 Why the review was held 3\n\n"
        "Appendix A: Action plan 25\n\n## 1 Introduction\n\n### 1.1 Why the review was held\n\n"
        "1.2 It was held because of an injury."
    )
    assert [(p.ref, p.text) for p in overview.paragraphs] == [
        (None, "Review"),
        ("1.2", "It was held because of an injury."),
    ]


def test_bold_lines_and_titles_of_appendices_are_headings():
    overview = report(
        "## 9 Lessons\n\n9.1 One.\n\n**Health visiting**\n\nIt was stretched.\n\n"
        "Appendix B: Method\n\nThe panel met."
    )
    assert [(p.heading, p.section.value) for p in overview.paragraphs] == [
        ("9 Lessons", "lessons"),
        ("Health visiting", "lessons"),
        ("Appendix B: Method", "introduction"),
    ]


def test_numbers_tell_what_stands_below_what_where_levels_do_not():
    blocks = [
        Block("heading", "9 Recommendations"),
        Block("heading", "9.1 Of the panel"),
        Block("paragraph", "9.2 The Board must act on this."),
        Block("heading", "10 Other"),
        Block("paragraph", "10.1 Text."),
    ]
    overview = overview_of(Document(tuple(blocks)))
    assert [p.section.value for p in overview.paragraphs] == ["recommendations", "analysis"]


def test_a_table_of_particulars_in_front_is_read_line_by_line():
    overview = report(
        "# Review\n\n| | |\n|---|---|\n| Independent author | A. Writer |\n\n## 1 Introduction\n\n1.1 Text."
    )
    assert overview.paragraphs[1].text == "Independent author: A. Writer"


def test_rows_under_a_band_say_so_and_repeated_headers_are_left_out():
    rows = (
        ("Agency", "Role", "Age"),
        ("Health", "Health", "Health"),
        ("PCT", "nurse", ""),
        ("Agency", "Role", "Age"),
        ("Trust", "midwife", "30"),
    )
    overview = overview_of(Document((Block("heading", "Facts"), Block("table", rows=rows))))
    assert [p.text for p in overview.paragraphs] == [
        "Health: Agency: PCT; Role: nurse",
        "Health: Agency: Trust; Role: midwife; Age: 30",
    ]


@pytest.mark.parametrize(("title", "ref"), [("Harrowdale Trust", "9.2"), ("Glossary", None)])
def test_items_under_a_name_set_as_a_heading_go_on_with_the_paragraph_over_it(title, ref):
    text = f"## 9 Recommendations\n\n9.2 Each agency made its own.\n\n## {title}\n\n- The Trust must act."
    assert [p.ref for p in report(text).paragraphs if p.form == "item"] == [ref]


def test_a_header_of_two_rows_is_joined():
    rows = (("Agency", "Contact", "Contact"), ("Agency", "First", "Last"), ("PCT", "May", "June"))
    overview = overview_of(Document((Block("heading", "Facts"), Block("table", rows=rows))))
    assert overview.paragraphs[0].text == "Agency: PCT; First: May; Last: June"


def test_quotation_marks_and_spaces_are_the_same_whatever_the_file():
    overview = overview_of(Document((Block("paragraph", "She said “it’s\u00a0late”, twice\u00ad."),)))
    assert overview.paragraphs[0].text == 'She said "it\'s late", twice.'


def test_a_chapter_of_no_known_kind_introduces_before_the_story_and_analyses_after_it():
    read = sections("""
## 1 Setting out
1.1 a
## 2 What happened
2.1 b
## 3 Seen and not seen
3.1 c
""")
    assert read == {"a": "introduction", "b": "facts", "c": "analysis"}


def test_paragraphs_may_be_numbered_by_part_and_letter():
    text = "\n\n".join(["## Part A: Introduction", *(f"A{i} This is said here." for i in range(1, 5))])
    text += "\n\n" + "\n\n".join(["## Part B: Analysis", *(f"B{i} That is said there." for i in range(1, 5))])
    refs = [one.ref for one in report(text).paragraphs]
    assert refs == ["A1", "A2", "A3", "A4", "B1", "B2", "B3", "B4"]


def test_a_chapter_whose_title_tells_nothing_is_no_part_of_the_front():
    overview = report("""# Northmoor Safeguarding Children Board

# Child U

## Chapter 1: How this came about

### Why we looked

1.1 The Board's chair decided on 4 May 2010 to hold a review.

## Chapter 2: The story

2.1 On 5 March 2010 a nurse called.
""")
    [why] = [one for one in overview.paragraphs if one.ref == "1.1"]
    assert (why.heading, why.section) == ("Why we looked", Section.INTRODUCTION)
    assert overview.paragraphs[0].section == Section.FRONT


def test_a_title_on_a_level_of_its_own_is_no_chapter():
    titles = (
        "Who was Child U?",
        "What happened in 2009?",
        "Was he neglected?",
        "Could it have been predicted?",
    )
    text = "# Northmoor Safeguarding Children Board\n\n# What happened to Child U?\n\n"
    for number, title in enumerate(titles):
        told = (f"{2 * number + i}. This is what is said of it." for i in (1, 2))
        text += "\n\n".join((f"## {title}", *told, ""))
    found = [one.section.value for one in report(text).paragraphs if one.ref]
    assert found[::2] == found[1::2] == ["introduction", "facts", "analysis", "conclusions"]


def test_a_chapter_whose_headings_tell_of_the_review_is_about_it():
    read = sections("""
## 1 What happened

1.1 a

## 2 The work

### Who contributed

2.1 b

### Other proceedings

2.2 c

## 3 The nights

### Who heard

3.1 d
""")
    assert list(read.values()) == ["facts", "introduction", "introduction", "analysis"]


def test_thematic_chapters_before_the_story_analyse_where_one_mostly_judges():
    found = sections("""
## 1 Why this review was held

1.1 The Board held it.

## 2 D and the people around her

2.1 D lived with an aunt. 2.2 The aunt had work.

2.2 The aunt had a dog.

## 3 Distance

3.1 The home stood 105 miles away.

3.2 A nearer one should have been sought.

## 4 Who held the plan?

4.1 Nobody did, which was poor practice.

4.2 The failure to review it was a serious omission.

## 5 The story in order

5.1 D moved in June 2009.

5.2 D went missing in July.
""")
    assert found["D lived with an aunt. 2.2 The aunt had work."] == "introduction"
    assert found["The home stood 105 miles away."] == "analysis"
    assert found["Nobody did, which was poor practice."] == "analysis"
    assert found["D moved in June 2009."] == "facts"


def test_a_few_lines_on_what_happened_do_not_begin_the_story():
    found = sections("""
## What happened on 4 May 2010

1.1 The child was hurt.

## Why the Board held a review

1.2 The chair decided on it.

## Chronology

2.1 The family moved.

2.2 The nurse called.

2.3 The nurse called again.

2.4 Nobody answered.

2.5 The nurse wrote.

2.6 The letter was returned.

2.7 The school rang.

2.8 The case was closed.
""")
    assert found["The chair decided on it."] == "introduction"
    assert found["The nurse called."] == "facts"


def test_dated_parts_of_a_chapter_that_judges_are_no_story():
    found = sections("""
## 1 Chronology

1.1 The badge was issued in 2006.

## 2 What did each practitioner do?

2.1 Much of it was poor.

### Episode 1: the clerk and the badge (2006)

2.2 The clerk should have looked again.

2.3 The search was inadequate.
""")
    assert found["The clerk should have looked again."] == "analysis"
