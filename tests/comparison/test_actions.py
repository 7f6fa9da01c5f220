"""The action plan: each row's deed, lead, date, outcome, monitoring and status held against the report's."""

from datetime import date
from typing import Any

import pytest
from reports import GLOSSARY, differences

from scr_check.comparison.actions import action_differences
from scr_check.comparison.deadlines import plan_starts, same_deadline
from scr_check.comparison.periods import period_ends
from scr_check.documents.overview import (
    Overview,
    OverviewAction,
    OverviewActionPlan,
    OverviewRecommendation,
    Paragraph,
    Section,
)
from scr_check.documents.summary import Action, ActionPlan, Summary
from scr_check.finding import Confidence

ROW: dict[str, Any] = {
    "recommendation": ["overview/1"],
    "action": "Issue the bruising protocol to every practice",
    "lead": "Head of Safeguarding",
    "organisation": "Northgate Council",
    "due": "31 July 2011",
    "outcome": "No bruise on a baby is overlooked",
    "monitoring": "Quarterly audit of 20 files",
    "status": "in progress",
}
OTHER = ROW | {"action": "Audit compliance with the protocol", "outcome": "The Board knows if it is followed"}


def plan(*rows: dict[str, Any], as_at: str | None = "17 June 2011") -> Overview:
    actions = OverviewActionPlan(as_at=as_at, actions=[OverviewAction(**row) for row in rows])
    return Overview(action_plan=actions, glossary=GLOSSARY)


def own_plan(*rows: dict[str, Any], as_at: str | None = "17 June 2011") -> Summary:
    return Summary(action_plan=ActionPlan(as_at=as_at, actions=[Action(**row) for row in rows]))


def found(report: Overview, summary: Summary) -> list[tuple[str, str]]:
    return [(d.kind, str(d.pointer)) for d in differences(action_differences, summary, report)]


def field_found(field: str, true: str, said: str) -> list[str]:
    return [kind for kind, _ in found(plan(ROW | {field: true}), own_plan(ROW | {field: said}))]


def test_the_same_plan_in_another_order_is_the_same() -> None:
    assert found(plan(ROW, OTHER), own_plan(OTHER, ROW)) == []


def test_one_of_two_actions_for_a_recommendation_is_missed() -> None:
    (missing,) = differences(action_differences, own_plan(ROW), plan(ROW, OTHER))
    assert (missing.kind, missing.pointer) == ("action-omitted", "/action_plan/actions")
    assert missing.evidence[0].text == OTHER["action"]
    assert missing.confidence == Confidence.CERTAIN


def test_an_action_of_the_summarys_own_is_noted() -> None:
    assert found(plan(ROW), own_plan(ROW, OTHER)) == [("action-added", "/action_plan/actions/1")]


def test_two_actions_run_together_are_both_there() -> None:
    both = ROW | {"action": f"{ROW['action']} and audit compliance with it"}
    audit = OTHER | {"action": "Audit compliance"}
    assert ("action-omitted", "/action_plan/actions") not in found(plan(ROW, audit), own_plan(both))


def test_references_are_the_same_under_an_alias() -> None:
    row = ROW | {"recommendation": ["imr:Northgate Primary Care Trust/1"]}
    assert (
        found(plan(row), own_plan(row | {"recommendation": ["imr:Northgate Primary Care Trust (health)/1"]}))
        == []
    )


@pytest.mark.parametrize(
    ("true", "said", "same"),
    [
        ("30 September 2011", "September 2011", True),
        ("30 September 2011", "By the end of September 2011", True),
        ("30 September 2011", "30/9/11", True),
        ("30 September 2011", "30 September 2012", False),
        ("30 September 2011", "Ongoing", False),
        ("End of Q2 2011", "30 June 2011", True),
        ("End of Q2 2011", "End of Q3 2011", False),
        ("End of June 2011", "1 June 2011", False),
        ("Spring 2012", "31 May 2012", True),
        ("Spring 2012", "Summer 2012", False),
        ("Within 3 months", "three months", True),
        ("Within 3 months", "by 17 September 2011", True),
        ("Within 3 months", "30 June 2012", False),
        ("Within six weeks", "Within 42 days", True),
        ("Within six weeks", "Within six months", False),
        ("Immediate", "With immediate effect", True),
        ("Immediate", "17 June 2011", True),
        ("Immediate", "31 December 2011", False),
        ("Immediate", "Within 3 months", False),
        ("Ongoing", "Continuing", True),
        ("when funds allow", "30 June 2011", None),
        ("Q4 2011-12", "31 March 2012", True),
        ("Q4 2011/12", "31 December 2011", False),
        ("Quarter 1 2012-13", "end of June 2012", True),
        ("Third quarter of 2011-12", "Q2 2011-12", False),
        ("End of the financial year 2011-12", "31/3/12", True),
        ("End of the autumn term 2011", "16 December 2011", True),
        ("End of the autumn term 2011", "31 October 2011", False),
        ("Start of the spring term 2012", "January 2012", True),
    ],
)
def test_deadlines_mean_the_same_in_whatever_form(true: str, said: str, same: bool | None) -> None:
    assert same_deadline(true, said, [date(2011, 6, 17)]) is same
    assert (field_found("due", true, said) == ["action-deadline-changed"]) is (same is False)


def test_a_term_or_quarter_that_the_report_dates_ends_on_that_day() -> None:
    says = [
        "The autumn term of 2011 ends on 16 December and the spring term of 2012 on 30 March.",
        '"Q2 2011-12" closes on 2 October 2011.',
    ]
    overview = Overview(paragraphs=[Paragraph(text=text, section=Section.ACTION_PLAN) for text in says])
    ends = period_ends(overview)
    assert same_deadline("End of the autumn term 2011", "16 December 2011", [], ends) is True
    assert same_deadline("End of the autumn term 2011", "31 December 2011", [], ends) is False
    assert same_deadline("End of the spring term 2012", "30 March 2012", [], ends) is True
    assert same_deadline("Q2 2011-12", "2 October 2011", [], ends) is True


def test_time_scales_without_a_start_cannot_be_told_from_dates() -> None:
    assert same_deadline("Within 3 months", "30 June 2011", []) is None


def test_time_scales_run_from_the_day_that_the_plan_names() -> None:
    says = Paragraph(text="Periods run from 1 March 2011.", section=Section.ACTION_PLAN)
    report = Overview(paragraphs=[says], action_plan=OverviewActionPlan(as_at="17 June 2011"))
    assert plan_starts(report) == [date(2011, 3, 1), date(2011, 6, 17)]


def test_no_time_scale_runs_from_the_end_of_a_quarter() -> None:
    text = "The position is that of 20 July 2011, and periods run from that date. Q4 2011 ends on 31 December 2011."
    says = Paragraph(text=text, section=Section.ACTION_PLAN)
    assert plan_starts(Overview(paragraphs=[says])) == [date(2011, 7, 20)]
    assert same_deadline("Immediate", "30 September 2011", [date(2011, 7, 20)]) is False
    assert same_deadline("End of Q1", "End of Q2", []) is False


@pytest.mark.parametrize(("copied", "expected"), [(12, ["action-outcome-changed"]), (0, [])])
def test_any_other_word_counts_where_outcomes_are_copied(copied: int, expected: list[str]) -> None:
    rows = [
        ROW | {"action": f"Audit part {n} of the protocol", "outcome": f"Part {n} is safe"} for n in range(13)
    ]
    told = [
        row if n < copied else row | {"outcome": f"Part {n} is without risk"} for n, row in enumerate(rows)
    ]
    last = {"outcome": "What children say is read and acted on"}
    told[-1] = told[-1] | {"outcome": "What children say is read and answered"}
    kinds = found(plan(*rows[:-1], rows[-1] | last), own_plan(*told))
    assert [kind for kind, pointer in kinds if pointer.endswith("/12/outcome")] == expected


@pytest.mark.parametrize(("said", "expected"), [("40 cases", []), ("60 cases", ["action-changed"])])
def test_an_action_may_take_its_figures_from_the_recommendation(said: str, expected: list[str]) -> None:
    row = ROW | {"recommendation": ["board/2"], "action": "Carry out the audit of the closed cases"}
    asked = OverviewRecommendation(id="2", set="board", text="The Board must audit 40 cases closed in 2010.")
    report = plan(row).model_copy(update={"recommendations": [asked]})
    own = own_plan(row | {"action": f"Carry out the audit of the {said} that were closed"})
    assert [kind for kind, _ in found(report, own)] == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Concerns are written down at weekends too", ["action-outcome-changed"]),
        ("Nobody has to wait until Monday to pass a concern on", []),
    ],
)
def test_words_put_for_others_count_where_most_outcomes_are_copied(said: str, expected: list[str]) -> None:
    rows = [
        ROW | {"action": f"Audit part {n} of the protocol", "outcome": f"Part {n} is safe"} for n in range(12)
    ]
    told = [row if n < 10 else row | {"outcome": f"Part {n} is without risk"} for n, row in enumerate(rows)]
    true = {"action": "Open the line at weekends", "outcome": "Concerns are passed on at weekends too"}
    kinds = found(plan(*rows, ROW | true), own_plan(*told, ROW | true | {"outcome": said}))
    assert [kind for kind, pointer in kinds if pointer.endswith("/12/outcome")] == expected


@pytest.mark.parametrize(
    ("true", "said", "same"),
    [
        ("Assistant Director, Children and Families", "Assistant Director (Children and Families)", True),
        ("Clinical Director, CAMHS", "Clinical Director, Child and Adolescent Mental Health Service", True),
        ("Named GP for Safeguarding", "Named GP", True),
        ("Training Co-ordinator", "Training Coordinator", True),
        ("Assistant Director", "Director", False),
        ("Named GP", "Named nurse", False),
        ("Head of Midwifery", "Chief Nurse", False),
    ],
)
def test_leads_are_the_same_post(true: str, said: str, same: bool) -> None:
    assert (field_found("lead", true, said) == []) is same


def test_a_shortened_title_that_is_another_post_is_another_lead() -> None:
    shorter = OTHER | {"lead": "Head of Safeguarding"}
    longer = ROW | {"lead": "Head of Safeguarding and Quality"}
    assert found(plan(longer, shorter), own_plan(longer | {"lead": "Head of Safeguarding"}, shorter)) == [
        ("action-lead-changed", "/action_plan/actions/0/lead")
    ]


def test_another_organisation_is_another_lead() -> None:
    assert found(plan(ROW), own_plan(ROW | {"organisation": "Northgate Police"})) == [
        ("action-lead-changed", "/action_plan/actions/0/organisation")
    ]


@pytest.mark.parametrize(
    ("true", "said", "same"),
    [
        (
            "Injuries to babies are always seen by a senior doctor",
            "A senior doctor always sees babies' injuries",
            True,
        ),
        (
            "No baby goes home to an unsafe address",
            "Babies are not discharged to addresses that are unsafe",
            True,
        ),
        ("Children keep a worker when staff leave", "When staff leave, children still have a worker", True),
        (
            "Disabled children are protected as well as others",
            "Disabled children get protection as good as others'",
            True,
        ),
        ("No baby goes home to an unsafe address", "Fewer babies go home to an unsafe address", False),
        (
            "Injuries to babies are always seen by a doctor",
            "Injuries to babies are usually seen by a doctor",
            False,
        ),
        ("Fathers' views are heard in every assessment", "Fathers are invited to every assessment", False),
        ("Fathers' views are heard in every assessment", "Fathers' views are heard where possible", False),
        (
            "Neglect is recognised before a child is harmed",
            "Neglect is recognised after a child is harmed",
            False,
        ),
        ("Staff raise concerns and managers act on them", "Staff raise concerns", False),
        (
            "Medicine is out of children's reach",
            "Parents are told to keep medicine out of children's reach",
            False,
        ),
        ("No worry about a child goes unanswered", "Every letter is logged on the system", False),
    ],
)
def test_outcomes_promise_as_much(true: str, said: str, same: bool) -> None:
    assert field_found("outcome", true, said) == ([] if same else ["action-outcome-changed"])


@pytest.mark.parametrize(
    ("true", "said", "same"),
    [
        ("Monthly report to the Board", "The Board has a report each month", True),
        ("Half-yearly audit of 25 files", "Twenty-five files audited twice a year", True),
        ("Monthly report to the Board", "Annual report to the Board", False),
        ("Audit of 25 files every six months", "Audit of 15 files every six months", False),
    ],
)
def test_monitoring_is_as_frequent_and_as_wide(true: str, said: str, same: bool) -> None:
    assert field_found("monitoring", true, said) == ([] if same else ["action-outcome-changed"])


@pytest.mark.parametrize(
    ("true", "said", "same"),
    [
        ("Introduce a duty rota for weekends", "Bring in a rota for duty at weekends", True),
        ("Write to all practices with the new policy", "Send the new policy to all practices", True),
        ("Introduce a duty rota for weekends", "Consider a duty rota for weekends", False),
        (
            "Introduce a duty rota for weekends",
            "Introduce a duty rota for weekends where resources allow",
            False,
        ),
        ("Train 120 staff in the new tool", "Train 20 staff in the new tool", False),
    ],
)
def test_the_deed_is_the_same(true: str, said: str, same: bool) -> None:
    assert field_found("action", true, said) == ([] if same else ["action-changed"])


@pytest.mark.parametrize(
    ("true", "said", "as_at", "field"),
    [
        (
            {"status": "in progress"},
            {"status": "completed", "completed_on": "12 July 2011"},
            "18 July 2011",
            None,
        ),
        ({"status": "not started"}, {"status": "in progress"}, "6 July 2011", None),
        ({"status": "not started"}, {"status": "completed"}, "17 June 2011", "status"),
        ({"status": "completed"}, {"status": "in progress"}, "6 July 2011", "status"),
        ({"status": "in progress"}, {"status": "not started"}, None, "status"),
        (
            {"status": "completed", "completed_on": "2 May 2011"},
            {"status": "completed", "completed_on": "May 2011"},
            "18 July 2011",
            None,
        ),
        (
            {"status": "completed", "completed_on": "2 May 2011"},
            {"status": "completed", "completed_on": "2 April 2011"},
            "18 July 2011",
            "completed_on",
        ),
        (
            {"status": "in progress"},
            {"status": "completed", "completed_on": "2 April 2011"},
            "18 July 2011",
            "completed_on",
        ),
    ],
)
def test_progress_may_be_added_but_not_undone(
    true: dict[str, str], said: dict[str, str], as_at: str | None, field: str | None
) -> None:
    expected = [("action-status-contradicted", f"/action_plan/actions/0/{field}")] if field else []
    assert found(plan(ROW | true), own_plan(ROW | said, as_at=as_at)) == expected


def test_nothing_is_said_where_the_report_has_no_plan() -> None:
    assert found(Overview(), own_plan(ROW)) == []


@pytest.mark.parametrize(
    ("true", "said"),
    [
        (
            "Children are protected even when doctors disagree",
            "Children are protected only when doctors agree",
        ),
        ("Young children cannot be scalded in the bath", "Young children are less often scalded in the bath"),
    ],
)
def test_an_outcome_turned_round_or_made_a_matter_of_degree(true: str, said: str) -> None:
    assert field_found("outcome", true, said) == ["action-outcome-changed"]


def test_the_same_frequency_in_other_words_is_the_same() -> None:
    assert (
        field_found("action", "Hold a monthly meeting of staff", "Hold a meeting each month of staff") == []
    )
