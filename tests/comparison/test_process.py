"""Process facts: dates, period, people, independence, panel, contributors and terms of reference."""

from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest
from reports import differences

from scr_check.comparison.process import process_differences
from scr_check.documents.overview import Overview, Paragraph, Section
from scr_check.documents.summary import Summary

TOLD = [
    "The chair of Wexbury Safeguarding Children Board decided on 12 May 2010 that a review should be held, "
    "having been advised by the sub-group on 3 May 2010.",
    "The review covers the period from 1 January 2008 to 20 April 2010.",
    "The panel was chaired by Helen Marsh, Director of Quality at Longdale County Council. She has never "
    "been employed by an agency in Wexbury. She is not a member of the Board.",
    "This report was written by Dr Peter Lowe, an independent consultant. He worked for Wexbury City Council "
    "from 1998 to 2001 as a training officer, which he declared. He has had no other dealings with the agencies.",
    "Mary Dunn has been independent chair of the Board since June 2009.",
    "Three agencies provided individual management reviews: Wexbury Children's Services; NHS Wexbury; "
    "and Wexbury Police.",
    "Two agencies provided information reports: Wexbury City Council Housing Service and the Wexbury "
    "Ambulance Service. A health overview report was written by the designated nurse.",
    "The terms of reference were:",
]
TERMS = [
    "whether referrals were answered in time;",
    "whether the father was seen;",
    "whether supervision was adequate.",
]
SEATS = [
    "Head of Safeguarding, Wexbury Children's Services;",
    "Designated nurse, NHS Wexbury;",
    "Detective Inspector, Wexbury Police.",
]
FAITHFUL: dict[str, Any] = {
    "decided_on": "2010-05-12",
    "completed_on": "4 March 2011",
    "period_reviewed": {"from": "2008-01-01", "to": "April 2010"},
    "panel_chair": {
        "name": "Ms H. Marsh",
        "job_title": "Director (Quality)",
        "organisation": "Longdale County Council",
        "independence": "Has never worked for a Wexbury agency and does not sit on the Board",
    },
    "overview_author": {
        "name": "Peter Lowe",
        "job_title": "Independent consultant",
        "independence": "Trained staff of the city council until 2001; no other dealings with the agencies",
    },
    "board_chair": {"name": "Mary Dunn", "independence": "Independent chair since June 2009"},
    "panel_members": [
        {"job_title": "Detective Inspector", "organisation": "Wexbury Police"},
        {"job_title": "Designated nurse", "organisation": "NHS Wexbury"},
        {"job_title": "Head of Safeguarding", "organisation": "Wexbury Children's Services"},
    ],
    "contributors": [
        {"organisation": "NHS Wexbury", "report": "IMR"},
        {"organisation": "Wexbury Children's Services", "report": "individual management review"},
        {"organisation": "Wexbury Police", "report": "individual management review"},
        {"organisation": "Wexbury City Council Housing Service", "report": "information report"},
        {"organisation": "Wexbury Ambulance Service", "report": "information report"},
        {"organisation": "NHS Wexbury (as commissioner)", "report": "health overview report"},
    ],
    "terms_of_reference": [
        "If referrals were answered in good time",
        "If the father was seen",
        "If supervision was enough",
    ],
}
ADDED = {"organisation": "Longdale Probation Trust", "report": "individual management review"}


def _paragraphs() -> list[Paragraph]:
    def text(words: str, form: Any = "text") -> Paragraph:
        return Paragraph(
            ref="1.4", heading="1.3 The review", text=words, section=Section.INTRODUCTION, form=form
        )

    front = Paragraph(text="Agreed by the Board on 4 March 2011", section=Section.FRONT)
    members = [text("The panel had three members:"), *(text(seat, "item") for seat in SEATS)]
    return [front, *(text(words) for words in TOLD), *(text(term, "item") for term in TERMS), *members]


REPORT = Overview(title="Overview report", paragraphs=_paragraphs())


def found(change: dict[str, Any]) -> list[tuple[str, str]]:
    """What is found when fields of the faithful summary are changed; a key may name a field of a field."""
    process = deepcopy(FAITHFUL)
    for key, value in change.items():
        *outer, last = key.split(".")
        place: Any = process
        for step in outer:
            place = place[int(step)] if step.isdigit() else place[step]
        place[last] = value
    summary = Summary.model_validate({"review_process": process})
    return [(d.kind, str(d.pointer)) for d in differences(process_differences, summary, REPORT)]


def test_a_faithful_account_of_the_process_passes() -> None:
    assert found({}) == []


@pytest.mark.parametrize(
    ("change", "kind", "pointer"),
    [
        ({"decided_on": "3 May 2010"}, "process-date", "decided_on"),
        ({"completed_on": "2011-04-04"}, "process-date", "completed_on"),
        ({"period_reviewed.from": "2007-01-01"}, "review-period", "period_reviewed/from"),
        ({"period_reviewed.to": "20 May 2010"}, "review-period", "period_reviewed/to"),
        ({"panel_chair.name": "Peter Lowe"}, "person-or-independence", "panel_chair/name"),
        ({"panel_chair.job_title": "Chief Executive"}, "person-or-independence", "panel_chair/job_title"),
        (
            {"panel_chair.organisation": "Wexbury City Council"},
            "person-or-independence",
            "panel_chair/organisation",
        ),
    ],
)
def test_dates_period_and_people_are_the_reports(change: dict[str, str], kind: str, pointer: str) -> None:
    assert found(change) == [(f"{kind}-changed", f"/review_process/{pointer}")]


@pytest.mark.parametrize(
    ("who", "true", "said"),
    [
        ("overview_author", "He did not chair the panel.", "He also chaired the panel"),
        ("panel_chair", "She is not a member of the Board.", "She has since joined the Board"),
        ("panel_chair", "Her authority lies outside the region.", "Her authority is in the region"),
        ("overview_author", "He was not a member of the panel.", "He was also on the panel"),
    ],
)
def test_a_tie_that_the_report_denies_is_not_to_be_claimed(who: str, true: str, said: str) -> None:
    name = {"panel_chair": "Helen Marsh", "overview_author": "Peter Lowe"}[who]
    first = next(one for one in REPORT.paragraphs if name in one.text)
    paragraphs = [
        replace(one, text=f"{one.text} {true}") if one is first else one for one in REPORT.paragraphs
    ]
    process = deepcopy(FAITHFUL)
    report = Overview(title="Overview report", paragraphs=paragraphs)

    def found_at(statement: str) -> set[str]:
        process[who]["independence"] = statement
        summary = Summary.model_validate({"review_process": process})
        return {str(d.pointer) for d in differences(process_differences, summary, report)}

    assert found_at(said) == {f"/review_process/{who}/independence"}
    assert found_at(true) == set()


def test_letters_after_a_name_make_nobody_else() -> None:
    assert found({"panel_chair.name": "Helen Marsh QPM"}) == []
    assert found({"panel_chair.name": "Helen QPM"}) != []


@pytest.mark.parametrize(
    ("written", "told"), [("2010-05-03", "write 2010-05-12"), ("3 May 2010", "write 12 May 2010")]
)
def test_the_date_is_marked_in_the_reports_passage(written: str, told: str) -> None:
    summary = Summary.model_validate({"review_process": FAITHFUL | {"decided_on": written}})
    (difference,) = differences(process_differences, summary, REPORT)
    assert difference.help == told
    (evidence,) = difference.evidence
    assert [evidence.text[start:end] for start, end in evidence.highlight] == ["12 May 2010"]


@pytest.mark.parametrize(
    ("who", "statement"),
    [
        ("panel_chair", "Has never worked for a Wexbury agency and is a member of the Board"),
        ("panel_chair", "Has not worked for a Wexbury agency since 2004"),
        ("overview_author", "Has had no connection with any of the agencies"),
        ("overview_author", "He has never worked for any agency in Wexbury"),
        ("overview_author", "He did not disclose that he had worked for Wexbury City Council until 2001"),
        ("overview_author", "He also chaired the panel, and has had no other dealings with the agencies"),
        (
            "panel_chair",
            "Has never worked for a Wexbury agency. She is the author of the overview report as well",
        ),
    ],
)
def test_statements_of_independence_do_not_go_beyond_the_report(who: str, statement: str) -> None:
    pointer = f"/review_process/{who}/independence"
    assert found({f"{who}.independence": statement}) == [("person-or-independence-changed", pointer)]


@pytest.mark.parametrize(
    ("who", "statement"),
    [
        ("overview_author", "He disclosed that he had trained staff of the city council until 2001"),
        ("overview_author", "He has no other interest to declare; no other dealings with the agencies"),
        ("overview_author", "Somebody else chaired the panel; no other dealings with the agencies"),
        ("overview_author", "He did not chair the panel and has had no other dealings with the agencies"),
        ("panel_chair", "Has never worked for a Wexbury agency; the report was written by another person"),
    ],
)
def test_that_the_author_is_not_the_chair_may_be_said_in_any_words(who: str, statement: str) -> None:
    assert found({f"{who}.independence": statement}) == []


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"contributors": FAITHFUL["contributors"][1:]}, ""),
        ({"contributors": FAITHFUL["contributors"][:-1]}, ""),
        ({"contributors.2.report": "information report"}, "/2/report"),
        ({"contributors.3.report": "individual management review"}, "/3/report"),
        ({"contributors": [*FAITHFUL["contributors"], ADDED]}, "/6"),
    ],
)
def test_contributors_and_their_kind_of_report_are_the_reports(change: dict[str, Any], pointer: str) -> None:
    assert found(change) == [("contributor-changed", f"/review_process/contributors{pointer}")]


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"panel_members": FAITHFUL["panel_members"][1:]}, ""),
        ({"panel_members.1.job_title": "Designated doctor"}, "/1/job_title"),
        ({"panel_members.1.organisation": "Wexbury Police"}, "/1/organisation"),
    ],
)
def test_the_panel_is_the_reports(change: dict[str, Any], pointer: str) -> None:
    assert found(change) == [("panel-changed", f"/review_process/panel_members{pointer}")]


def test_a_term_of_reference_left_out_is_for_a_person_to_look_at() -> None:
    assert found({"terms_of_reference": FAITHFUL["terms_of_reference"][:2]}) == [
        ("process-statement-changed", "/review_process/terms_of_reference")
    ]


def test_nothing_is_said_where_the_report_tells_nothing() -> None:
    summary = Summary.model_validate({"review_process": FAITHFUL})
    assert differences(process_differences, summary, Overview()) == []


def test_what_a_body_gave_is_known_where_it_is_named_outside_the_list() -> None:
    told = [
        *TOLD,
        "The Wexbury Advice Centre was asked for an information report only, which it sent in June 2010.",
    ]
    paragraphs = [
        Paragraph(ref=f"1.{i}", text=text, section=Section.INTRODUCTION) for i, text in enumerate(told, 1)
    ]
    overview = Overview(paragraphs=paragraphs)
    for report, kinds in (
        ("information report", []),
        ("individual management review", ["contributor-changed"]),
    ):
        given = [*FAITHFUL["contributors"], {"organisation": "Wexbury Advice Centre", "report": report}]
        summary = Summary.model_validate({"review_process": {"contributors": given}})
        assert [d.kind for d in differences(process_differences, summary, overview)] == kinds


def test_contributors_by_short_forms_and_with_what_they_spoke_for() -> None:
    text = (
        "Individual management reviews were received from three agencies: WPCT (in respect of general practice), TAS and WEYS "
        "(in respect of the children's centre)."
    )
    names = {
        "WPCT": "Wexbury Primary Care Trust",
        "TAS": "Turnstone Service",
        "WEYS": "Wexbury Early Years Service",
    }
    overview = Overview(
        paragraphs=[Paragraph(ref="1.1", text=text, section=Section.INTRODUCTION)], glossary=names
    )
    given = [f"{name}, for its part" for name in names.values()]
    contributors = [{"organisation": name, "report": "individual management review"} for name in given]
    summary = Summary.model_validate({"review_process": {"contributors": contributors}})
    assert differences(process_differences, summary, overview) == []


@pytest.mark.parametrize(
    ("statement", "kinds"),
    [
        ("She attended the panel's meetings but was not one of its members", []),
        ("She sat in on panel meetings and chaired none of them", []),
        ("Her only connection with Ashdale is a talk given in 2003", []),
        ("She attended the panel's meetings as one of its members", ["person-or-independence-changed"]),
        ("The panel was chaired by somebody else", []),
        ("She also chaired the panel", ["person-or-independence-changed"]),
        ("She has never been employed by, or acted for, a service in Ashdale", []),
        ("She has not recently worked for any service in Ashdale", ["person-or-independence-changed"]),
    ],
)
def test_what_an_author_says_of_herself_is_held_against_the_summary(statement: str, kinds: list[str]) -> None:
    told = [
        "The report's author is Mary Lowe.",
        "I am an independent consultant and wrote this report. I was not a member of the panel, whose meetings I attended, "
        "and did not chair it. "
        "I have never worked for any service in Ashdale. I gave a talk there in 2003, and that is my only link with it.",
    ]
    paragraphs = [Paragraph(text="Overview author: Mary Lowe", section=Section.FRONT)]
    paragraphs += [
        Paragraph(ref=f"1.{i}", text=text, section=Section.INTRODUCTION) for i, text in enumerate(told, 1)
    ]
    author = {"name": "Mary Lowe", "independence": statement}
    summary = Summary.model_validate({"review_process": {"overview_author": author}})
    found = differences(process_differences, summary, Overview(paragraphs=paragraphs))
    assert [one.kind for one in found] == kinds


def test_a_table_or_a_list_after_they_were_tells_who_gave_which_report() -> None:
    def told(text: str, form: Any = "text") -> Paragraph:
        return Paragraph(ref="1.5", text=text, section=Section.INTRODUCTION, form=form)

    overview = Overview(
        paragraphs=[
            told("Two agencies each wrote an individual management review. They were:"),
            told("Ashdale Police;", "item"),
            told("Ashdale Homes.", "item"),
            told("Organisation: Ashdale School; Report: Information report; Received: 4 June 2010", "row"),
        ]
    )
    given = [
        {"organisation": "Ashdale Police", "report": "individual management review"},
        {"organisation": "Ashdale Homes", "report": "individual management review"},
        {"organisation": "Ashdale School", "report": "individual management review"},
    ]
    summary = Summary.model_validate({"review_process": {"contributors": given}})
    found = differences(process_differences, summary, overview)
    assert [str(one.pointer) for one in found] == ["/review_process/contributors/2/report"]


def test_the_day_is_that_of_the_reports_own_board() -> None:
    front = [
        "Endorsed by Fellshire Safeguarding Children Board on 13 July 2011",
        "Agreed by Ashdale Safeguarding Children Board on 20 July 2011",
    ]
    paragraphs = [Paragraph(text=text, section=Section.FRONT) for text in front]
    overview = Overview(title="Ashdale Safeguarding Children Board", paragraphs=paragraphs)
    for day, count in (("2011-07-20", 0), ("2011-07-13", 1)):
        summary = Summary.model_validate({"review_process": {"completed_on": day}})
        assert len(differences(process_differences, summary, overview)) == count, day


def test_what_a_chair_was_before_says_nothing_of_the_chair() -> None:
    told = "The chair of the Board is Ann Wood. She is an independent chair who was formerly a director of education."
    overview = Overview(paragraphs=[Paragraph(ref="1.7", text=told, section=Section.INTRODUCTION)])
    chair = {
        "name": "Ann Wood",
        "independence": "An independent chair, once a director of education elsewhere",
    }
    summary = Summary.model_validate({"review_process": {"board_chair": chair}})
    assert differences(process_differences, summary, overview) == []
