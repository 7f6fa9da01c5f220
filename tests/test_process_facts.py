"""What a report says of the review itself is found in the ways in which reports say it."""

import pytest

from scr_check.comparison.process_facts import process_facts
from scr_check.documents.overview import Overview, Paragraph, Section


def told(*texts: str, title: str | None = None) -> Overview:
    def passage(text: str) -> Paragraph:
        form = "item" if text.startswith("- ") else "row" if text.startswith("| ") else "text"
        return Paragraph(text=text.lstrip("-| "), section=Section.INTRODUCTION, form=form, ref="1.1")

    return Overview(title=title, paragraphs=[passage(text) for text in texts])


@pytest.mark.parametrize(
    ("field", "value", "text"),
    [
        ("board", "Northmoor Safeguarding Children Board", "NORTHMOOR SAFEGUARDING CHILDREN BOARD"),
        (
            "board",
            "Ashdale and Wick Safeguarding Children Board",
            "the Ashdale and Wick Safeguarding Children Board",
        ),
        ("subject", "Child T", "Serious case review: Child T"),
        ("subject", "Young Person K", "Overview report: Young Person K"),
        ("decided_on", "2010-02-16", "The chair decided on 16 February 2010 that there should be a review."),
        (
            "decided_on",
            "2010-11-05",
            "On 5 November 2010, 25 days later, the chair decided to hold a review.",
        ),
        ("decided_on", "2010-05-25", "The Independent Chair accepted that advice on 25 May 2010."),
        ("decided_on", "2010-06-30", "| Step: Board chair decides to hold the review; Date: 30/06/2010"),
        (
            "decided_on",
            "2010-08-24",
            "That recommendation was accepted by the Independent Chair of the Board on 24 August 2010.",
        ),
        (
            "decided_on",
            "2010-04-20",
            "Dr Askham, who chairs the Board, decided on 20 April 2010 to hold one.",
        ),
        ("decided_on", "2011-01-14", "He decided on 14 January 2011 that there should be a review."),
        ("completed_on", "2011-11-24", "Presented to the Board and agreed on 24 November 2011"),
        ("period_from", "2006-06-01", "I looked at the time from 1 June 2006 to 14 November 2009."),
        ("completed_on", "2011-02-16", "Agreed by the Board on 16 February 2011"),
        ("completed_on", "2010-09-24", "The Board accepted this report on 24 September 2010, late."),
        ("period_from", "2007-09-03", "The review covers 3 September 2007 to 27 April 2010."),
        (
            "period_to",
            "2010-01-19",
            "The period under review runs from 1 May 2006, a Monday, to 19 January 2010.",
        ),
    ],
)
def test_a_fact_is_found(field: str, value: str, text: str) -> None:
    fact = getattr(process_facts(told(text)), field)
    assert fact is not None
    assert fact.value == value


@pytest.mark.parametrize(
    ("role", "name", "text"),
    [
        ("overview_author", "Dr Nasreen Kapadia", "Overview author: Dr Nasreen Kapadia"),
        ("overview_author", "Judith Ferrowby", "This report was written by Judith Ferrowby, a consultant."),
        ("panel_chair", "Alan Threlkeld", "Chair of the Serious Case Review panel: Alan Threlkeld"),
        ("panel_chair", "Desmond Arkwell", "The panel was chaired by Desmond Arkwell, a consultant."),
        (
            "board_chair",
            "Marian Oakshott",
            "Marian Oakshott has been independent chair of the Board since 2009.",
        ),
        ("board_chair", "Rosalind Tavener", "The Board's chair is Rosalind Tavener."),
        ("board_chair", "Rosalind Tavener", "The Board is chaired by Rosalind Tavener, who is independent."),
        (
            "board_chair",
            "Rosalind Tavener",
            "The Board has been chaired since April 2009 by Rosalind Tavener.",
        ),
        ("board_chair", "Rosalind Tavener", "Rosalind Tavener has chaired the Board since 2009."),
        ("board_chair", "Rosalind Tavener", "Rosalind Tavener has been the Independent Chair of the Board."),
        ("overview_author", "Judith Ferrowby", "Overview report by the independent author, Judith Ferrowby"),
        ("overview_author", "Judith Ferrowby", "Prepared under chapter 8 (2010) by Judith Ferrowby"),
        ("overview_author", "Judith Ferrowby", "Judith Ferrowby, independent author"),
        ("overview_author", "Judith Ferrowby", "The author is Judith Ferrowby, an independent consultant."),
        (
            "overview_author",
            "Judith Ferrowby",
            "The Board commissioned Judith Ferrowby to write this report.",
        ),
        ("overview_author", "Judith Ferrowby", "I am Judith Ferrowby. I am an independent social worker."),
    ],
)
def test_a_chair_or_author_is_found(role: str, name: str, text: str) -> None:
    assert process_facts(told(text)).people[role].value == name


def test_a_body_is_no_author() -> None:
    facts = process_facts(told("Prepared for publication by Northmoor Safeguarding Children Board"))
    assert "overview_author" not in facts.people


def test_a_first_chapter_that_tells_how_it_came_about_gives_the_decision() -> None:
    text = "The chair decided on 9 April 2010 that a review would be held."
    facts = process_facts(Overview(paragraphs=[Paragraph(text=text, section=Section.FACTS)]))
    assert facts.decided_on is not None
    assert facts.decided_on.value == "2010-04-09"


@pytest.mark.parametrize(
    "entry",
    [
        "- Head of Safeguarding, Northmoor Primary Care Trust;",
        "- Head of Safeguarding (Northmoor Primary Care Trust);",
        "| Job title: Head of Safeguarding; Employer: Northmoor Primary Care Trust",
    ],
)
def test_the_panel_is_listed_in_several_ways(entry: str) -> None:
    facts = process_facts(told("The panel had one member:", entry))
    assert [(seat.job_title, seat.organisation) for seat in facts.panel] == [
        ("Head of Safeguarding", "Northmoor Primary Care Trust")
    ]


HEAD = ("Head of Safeguarding", "Northmoor Primary Care Trust")


@pytest.mark.parametrize(
    ("entry", "seat"),
    [
        ("- Judith Farrant, Head of Safeguarding, Northmoor Primary Care Trust", ("Judith Farrant", *HEAD)),
        ("- Judith Farrant - Head of Safeguarding - Northmoor Primary Care Trust", ("Judith Farrant", *HEAD)),
        ("- Judith Farrant (Head of Safeguarding), Northmoor Primary Care Trust", ("Judith Farrant", *HEAD)),
        ("- Judith Farrant (Head of Safeguarding, Northmoor Primary Care Trust)", ("Judith Farrant", *HEAD)),
        ("- Judith Farrant, Head of Safeguarding at Northmoor Primary Care Trust", ("Judith Farrant", *HEAD)),
        ("- Head of Safeguarding (Judith Farrant), Northmoor Primary Care Trust", ("Judith Farrant", *HEAD)),
        ("- Northmoor Primary Care Trust: Judith Farrant, Head of Safeguarding", ("Judith Farrant", *HEAD)),
        ("- Northmoor Primary Care Trust: Head of Safeguarding", (None, *HEAD)),
        ("- Judith Farrant, Haven Women's Aid", ("Judith Farrant", "", "Haven Women's Aid")),
        ("- Judith Farrant, Independent Adviser", ("Judith Farrant", "Independent Adviser", None)),
        ("- DCI Owen Lacey, Wick Police", ("DCI Owen Lacey", "", "Wick Police")),
        ("- Superintendent Owen Lacey, Wick Police", ("Owen Lacey", "Superintendent", "Wick Police")),
        ("- DCI Owen Lacey, Head of Crime, Wick Police", ("DCI Owen Lacey", "Head of Crime", "Wick Police")),
        ("| Name: J. Oduya; Role: Head; Organisation: Wick Homes", ("J. Oduya", "Head", "Wick Homes")),
        ("| Agency: Wick Homes; Name: J. Oduya; Job title: Head", ("J. Oduya", "Head", "Wick Homes")),
        ("| Employing organisation: Wick Homes; Post: Head", (None, "Head", "Wick Homes")),
        ("| Panel member: Judith Farrant, Head; Representing: Wick Homes", ("Judith Farrant", "Head", "Wick Homes")),
    ],
)  # fmt: skip
def test_the_name_post_and_employer_of_a_member_are_told_apart(entry, seat):
    (found,) = process_facts(told("The members of the panel were:", entry)).panel
    assert (found.name, found.job_title, found.organisation) == seat


def test_a_table_of_the_panel_without_a_head_loses_nobody():
    rows = [f"| Judith Farrant: {name}; Head of Homes: {post}; Wick Homes: Wick Council" for name, post in (("Owen Lacey", "Head of Housing"), ("Priya Nandra", "Nurse"))]  # fmt: skip
    panel = process_facts(told("Panel members", *rows)).panel
    assert [(seat.name, seat.job_title, seat.organisation) for seat in panel] == [
        ("Judith Farrant", "Head of Homes", "Wick Homes"),
        ("Owen Lacey", "Head of Housing", "Wick Council"),
        ("Priya Nandra", "Nurse", "Wick Council"),
    ]


def test_a_heading_announces_the_first_list_below_it():
    texts = ["It met twice.", "- Nurse, Wick Trust", "It met on two days:", "- 3 May, Wick Hall"]
    overview = told(*texts)
    below = [
        paragraph.model_copy(update={"heading": "The panel members"}) for paragraph in overview.paragraphs
    ]
    seats = process_facts(Overview(paragraphs=below)).panel
    assert [seat.job_title for seat in seats] == ["Nurse"]
    assert process_facts(overview).panel == ()


@pytest.mark.parametrize(
    ("sentence", "bodies"),
    [
        (
            "Two agencies supplied an IMR: Ashdale Police; Wick Homes (“Wick”).",
            ["Ashdale Police", "Wick Homes"],
        ),
        (
            "Three gave an information report: Ashdale Police, HMP Wick, and Ash and Wick NHS Trust.",
            ["Ashdale Police", "HMP Wick", "Ash and Wick NHS Trust"],
        ),
        (
            "Two agencies gave an IMR. They were Ashdale Police and Wick Homes.",
            ["Ashdale Police", "Wick Homes"],
        ),
        (
            "Four IMRs were submitted by three agencies. Ashdale Council (“the Council”) submitted two, for schools"
            " and for housing. The others came from Wick NHS Trust (“the Trust”) and the charity Ferrybridge.",
            ["Ashdale Council", "Wick NHS Trust", "Ferrybridge"],
        ),
        (
            "Information reports were received from two bodies: Wick Homes, the county's Ambulance Service.",
            ["Wick Homes", "the county's Ambulance Service"],
        ),
        (
            "IMRs were provided by three agencies, namely Ashdale Police, Wick Homes, and Wick NHS Trust in respect of"
            " general practice; the PCT supplied a health overview report.",
            ["Ashdale Police", "Wick Homes", "Wick NHS Trust"],
        ),
        (
            "Two management reviews were received: from Ashdale Police; and Wick Homes.",
            ["Ashdale Police", "Wick Homes"],
        ),
        (
            "Two agencies sent information reports. They were Jobcentre Plus and Wick Homes.",
            ["Jobcentre Plus", "Wick Homes"],
        ),
        ("Two IMRs were received. The health overview report was received by the Panel in May.", []),
        (
            "IMRs were provided by: Wick NHS Trust, in respect both of general practice and of nursing; and Wick Homes.",
            ["Wick NHS Trust", "Wick Homes"],
        ),
        ("Two IMRs were written by outsiders. Wick Homes gave advice on tenancies.", []),
    ],
)
def test_contributors_are_found_in_a_sentence(sentence: str, bodies: list[str]) -> None:
    assert [given.organisation for given in process_facts(told(sentence)).contributions] == bodies


def test_nothing_is_made_up_where_a_report_says_nothing() -> None:
    facts = process_facts(told("The children were seen."))
    assert (facts.board, facts.subject, facts.decided_on, facts.period_from) == (None, None, None, None)
    assert not facts.people
    assert not facts.panel
    assert not facts.contributions
