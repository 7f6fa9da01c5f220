"""Action plans under any titles and in any layout, and the recommendations their actions belong to."""

import pytest
from small_reports import report

from scr_check.readers.blocks import Block, Document
from scr_check.readers.structure import overview_of
from scr_check.readers.structure.columns import columns_of, field_of, is_plan
from scr_check.readers.structure.plan_cells import state_of

RECOMMENDATIONS = """# Northmoor Safeguarding Children Board

## 9 Recommendations

### Recommendations of the overview report

9.1 Recommendation 1: Northmoor Police must check every adult in the house.

9.2 Recommendation 2: Northmoor Primary Care Trust (PCT) must revise its policy.

### IMR recommendations: Northmoor Primary Care Trust

9.3 Recommendation 1: The PCT must weigh every baby each month.

### IMR recommendations: Harrowdale Hospitals NHS Trust

9.4 Recommendation 1: The Trust must examine every injured baby.

### Recommendations of the health overview report

9.5 Recommendation 1: NHS Northmoor must review its contracts this year.

## Appendix A: Action plan

"""


def plan(text):
    return report(RECOMMENDATIONS + text).action_plan


def cells(action):
    return {
        name: value for name, value in action.model_dump().items() if value and name not in ("ref", "page")
    }


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("Rec no.", "recommendation"),
        ("Ref", "number"),
        ("What we will do", "action"),
        ("Action(s) required", "action"),
        ("Who?", "lead"),
        ("Lead officer / agency", "lead"),
        ("Lead agency", "organisation"),
        ("By when?", "due"),
        ("Time-scale", "due"),
        ("Target date for completion", "due"),
        ("Difference for children", "outcome"),
        ("Success criteria", "outcome"),
        ("How we will know", "monitoring"),
        ("RAG and position", "status"),
        ("Progress to date", "progress"),
        ("Date completed", "completed_on"),
        ("What was missed", None),
        ("Job title", "lead"),
        ("Responsible body", "organisation"),
        ("Responsible officer", "lead"),
        ("To be done by", "due"),
    ],
)
def test_column_titles(title, field):
    assert field_of(title) == field


@pytest.mark.parametrize(
    ("titles", "is_one"),
    [
        ("Rec no.|Action|Lead|Timescale", True),
        ("Recommendation|What|Who|When", True),
        ("No.|Date|Agency|What was missed", False),
        ("No.|Date|What happened|Agency", False),
        ("Job title|Employer", False),
        ("Agency|No.|Recommendation", False),
        ("Reference|Relationship|Age", False),
    ],
)
def test_tables_that_are_plans(titles, is_one):
    assert is_plan(columns_of(titles.split("|"))) is is_one


@pytest.mark.parametrize(
    ("cell", "status", "on", "rest"),
    [
        ("Completed 31 May 2011", "completed", "31 May 2011", None),
        ("Complete (May 2011)", "completed", "May 2011", None),
        ("Achieved - 12/06/2011: all staff trained", "completed", "12/06/2011", "all staff trained"),
        ("In progress", "in progress", None, None),
        ("Ongoing. Two of six days held", "in progress", None, "Two of six days held"),
        ("Partially completed", "in progress", None, None),
        ("Amber: under way", "in progress", None, None),
        ("Green: done 5 March 2010", "completed", "5 March 2010", None),
        ("Not yet started", "not started", None, None),
        ("Not accepted by the agency", "not accepted", None, "by the agency"),
        ("Green", None, None, "Green"),
        ("", None, None, None),
    ],
)
def test_states(cell, status, on, rest):
    state = state_of(cell)
    assert (state.status, state.completed_on, state.rest) == (status, on, rest)


def test_references_through_a_legend():
    found = plan("""
Position at 17 June 2011. OR = overview report; PCT and HHT = management reviews; HO = health overview report.

| Rec no. | Action | Lead | Organisation | Timescale | Status |
|---|---|---|---|---|---|
| OR 1 | Change the form | Head of Operations | Northmoor Police | 31/07/2011 | Completed 1 June 2011 |
| PCT 1, HHT 1 | Buy scales | Named nurse | Northmoor Primary Care Trust | Within 3 months | In progress |
| HO 1 | Vary the contracts | Director | NHS Northmoor | End of Q2 2011 | Not started |
""")
    assert found.as_at == "17 June 2011"
    assert [action.recommendation for action in found.actions] == [
        ["overview/1"],
        ["imr:Northmoor Primary Care Trust/1", "imr:Harrowdale Hospitals NHS Trust/1"],
        ["health-overview/1"],
    ]
    assert cells(found.actions[0]) == {
        "recommendation": ["overview/1"],
        "action": "Change the form",
        "lead": "Head of Operations",
        "organisation": "Northmoor Police",
        "due": "31/07/2011",
        "status": "completed",
        "completed_on": "1 June 2011",
    }


@pytest.mark.parametrize(
    ("cell", "references"),
    [
        ("1", ["overview/1"]),
        ("R2", ["overview/2"]),
        ("Recommendation 2", ["overview/2"]),
        ("1 and 2", ["overview/1", "overview/2"]),
        ("1-2", ["overview/1", "overview/2"]),
        ("9.2", ["overview/2"]),
        ("IMR PCT 1", ["imr:Northmoor Primary Care Trust/1"]),
        ("Hospitals IMR 1", ["imr:Harrowdale Hospitals NHS Trust/1"]),
        ("Overview 1; PCT 1", ["overview/1", "imr:Northmoor Primary Care Trust/1"]),
        ("Health overview 1", ["health-overview/1"]),
        ("Harrowdale 1", ["imr:Harrowdale Hospitals NHS Trust/1"]),
        ("7", ["overview/7"]),
        ("Northmoor Police must check every adult in the house.", ["overview/1"]),
        ("2. Northmoor Primary Care Trust must revise its policy.", ["overview/2"]),
    ],
)
def test_references_of_every_kind(cell, references):
    found = plan(
        f"| Recommendation | Action | Who | When |\n|---|---|---|---|\n| {cell} | Act | Nurse | May 2011 |\n"
    )
    assert found.actions[0].recommendation == references


def test_one_table_for_each_set():
    found = plan("""
### Overview report action plan

| No | What we will do | Who | When | Progress |
|---|---|---|---|---|
| 1 | Change the form | Trainer, Northmoor Police | Immediately | Completed - May 2011. 90% compliance |
| | Train staff | Northmoor Police | End of Q2 2011 | Ongoing |

### PCT action plan

| No | What we will do | Who | When | Progress |
|---|---|---|---|---|
| 1 | Buy scales | Head of Health Visiting | July 2011 | Not yet started |
""")
    assert [cells(action) for action in found.actions] == [
        {
            "recommendation": ["overview/1"],
            "action": "Change the form",
            "lead": "Trainer",
            "organisation": "Northmoor Police",
            "due": "Immediately",
            "status": "completed",
            "completed_on": "May 2011",
            "progress": "90% compliance",
        },
        {
            "recommendation": ["overview/1"],
            "action": "Train staff",
            "organisation": "Northmoor Police",
            "due": "End of Q2 2011",
            "status": "in progress",
        },
        {
            "recommendation": ["imr:Northmoor Primary Care Trust/1"],
            "action": "Buy scales",
            "lead": "Head of Health Visiting",
            "due": "July 2011",
            "status": "not started",
        },
    ]


def blocks(*rows, titles=("Rec no.", "Action", "Lead", "By when")):
    head = (Block("heading", "Action plan"),)
    return overview_of(Document((*head, Block("table", rows=(titles, *rows))))).action_plan.actions


def test_band_rows_name_the_set():
    actions = blocks(
        ("Health overview report",) * 4, ("1", "Vary the contracts", "Director", "May 2011"),
        ("National recommendations",) * 4, ("1", "Write to the minister", "Chair", "June 2011"),
    )  # fmt: skip
    assert [action.recommendation for action in actions] == [["health-overview/1"], ["national/1"]]


def test_merged_cells_and_rows_cut_by_a_page():
    actions = blocks(
        ("1", "Change the form", "Head of", "31 May"),
        ("", "", "Operations", "2011"),
        ("", "Train all staff", "Trainer", "June 2011"),
        ("Rec no.", "Action", "Lead", "By when"),
        ("2", "Revise it", "Nurse", "July 2011"),
    )
    assert [(a.recommendation, a.action, a.lead, a.due) for a in actions] == [
        (["overview/1"], "Change the form", "Head of Operations", "31 May 2011"),
        (["overview/1"], "Train all staff", "Trainer", "June 2011"),
        (["overview/2"], "Revise it", "Nurse", "July 2011"),
    ]


def test_a_table_that_goes_on_without_its_header():
    titles = ("Rec no.", "Action", "Lead", "By when")
    overview = overview_of(
        Document((
            Block("heading", "Action plan"),
            Block("table", rows=(titles, ("1", "Change the form", "Officer", "May 2011"))),
            Block("table", rows=(("2", "Revise it", "Nurse", "July 2011"), ("3", "Check it", "Me", "2012"))),
        ))
    )  # fmt: skip
    assert [action.action for action in overview.action_plan.actions] == [
        "Change the form",
        "Revise it",
        "Check it",
    ]


def test_numbers_of_actions_and_of_recommendations_are_kept_apart():
    actions = blocks(
        ("A1", "1", "1.1 Change the form", "Officer", "May 2011"),
        ("A2", "2", "Revise it", "Nurse", "July 2011"),
        titles=("Action no.", "Recommendation", "Action", "Lead", "By when"),
    )
    assert [(a.id, a.recommendation, a.action) for a in actions] == [
        ("A1", ["overview/1"], "1.1 Change the form"),
        ("A2", ["overview/2"], "Revise it"),
    ]


def test_headings_and_bands_may_name_the_recommendation():
    head = "\n\n| Action | Who | By when |\n|---|---|---|\n"
    overview = report(
        "## Action plan\n\n### Recommendation 1: Northmoor Police must check every adult."
        f"{head}| Change the form | Me | 2011 |\n| Recommendation 2 | | |\n| Revise it | Nurse | 2012 |\n"
    )
    assert [a.recommendation for a in overview.action_plan.actions] == [["overview/1"], ["overview/2"]]
    assert [(r.id, r.text) for r in overview.recommendations] == [
        ("1", "Northmoor Police must check every adult.")
    ]


def test_a_plan_without_actions_repeats_the_recommendation():
    actions = blocks(
        (
            "1. Northmoor Police must check every adult in the house.",
            "Officer",
            "Northmoor Police",
            "May 2011",
        ),
        titles=("Recommendation", "Lead", "Agency", "Timescale"),
    )
    assert (actions[0].recommendation, actions[0].action) == (
        ["overview/1"],
        "Northmoor Police must check every adult in the house.",
    )


def test_colours_mean_what_the_legend_says():
    found = plan("""
Green means done, amber under way and red not yet begun.

| Rec | Action | Who | When | RAG |
|---|---|---|---|---|
| 1 | Change the form | Officer | May 2011 | Green |
| 2 | Revise it | Nurse | May 2011 | Red |
""")
    assert [action.status for action in found.actions] == ["completed", "not started"]


def test_a_plan_in_lines():
    found = plan("""
Recommendation 1

Action: Change the form. Lead: Head of Operations, Northmoor Police. By: 31 May 2011

Outcome: Children are seen.

Action: Train staff.

By when: July 2011

Recommendation 2

Action: Revise the policy

Status: In progress
""")
    assert [cells(action) for action in found.actions] == [
        {
            "recommendation": ["overview/1"],
            "action": "Change the form.",
            "lead": "Head of Operations",
            "organisation": "Northmoor Police",
            "due": "31 May 2011",
            "outcome": "Children are seen.",
        },
        {"recommendation": ["overview/1"], "action": "Train staff.", "due": "July 2011"},
        {"recommendation": ["overview/2"], "action": "Revise the policy", "status": "in progress"},
    ]


def test_a_table_on_its_side_for_each_action():
    side = "| | |\n|---|---|\n| Rec | {} |\n| Action | {} |\n| Lead | Nurse |\n| By when | May 2011 |\n\n"
    found = plan(side.format("1", "Change the form") + side.format("2", "Revise it"))
    assert [(a.recommendation, a.action, a.lead) for a in found.actions] == [
        (["overview/1"], "Change the form", "Nurse"),
        (["overview/2"], "Revise it", "Nurse"),
    ]


def test_recommendations_that_stand_only_in_the_plan():
    overview = report("""
## Action plan

| Rec no | Recommendation | Action | Lead agency | Timescale |
|---|---|---|---|---|
| 1 | Northmoor Police must check every adult in the house. | Change form | Northmoor Police | May 2011 |
| 2 | Northmoor Homes should publish guidance on heating. | Publish | Northmoor Homes | June 2011 |
""")
    assert [(r.id, r.addressed_to) for r in overview.recommendations] == [
        ("1", ["Northmoor Police"]),
        ("2", ["Northmoor Homes"]),
    ]
    assert [a.recommendation for a in overview.action_plan.actions] == [["overview/1"], ["overview/2"]]


def test_the_plan_is_not_repeated_as_passages():
    overview = report(
        RECOMMENDATIONS
        + "| Rec | Action | Who | When |\n|---|---|---|---|\n| 1 | Change the form | Officer | May 2011 |\n"
    )
    assert not any("Change the form" in p.text for p in overview.paragraphs)


@pytest.mark.parametrize("title", ["By", "Not later than"])
def test_by_when_is_told_by_the_cells_where_no_title_does(title):
    read = plan(f"""| Rec | Action | Lead | {title} | Outcome |
|---|---|---|---|---|
| 1 | Check every adult | Superintendent | Within 3 months | Adults are known |
| 2 | Revise the policy | Medical Director | End of Q3 2011 | Babies are seen |
""")
    assert [action.due for action in read.actions] == ["Within 3 months", "End of Q3 2011"]


def test_a_column_that_names_people_is_no_deadline():
    read = plan("""| Rec | Action | By | Outcome |
|---|---|---|---|
| 1 | Check every adult | Superintendent | Adults are known |
| 2 | Revise the policy | Medical Director | Babies are seen |
""")
    assert [action.due for action in read.actions] == [None, None]


def test_each_table_of_a_plan_may_be_of_the_body_that_its_caption_names():
    titles = "| No. | Recommendation | Addressed to | Action | Lead | Timescale |\n|---|---|---|---|---|---|"
    told = "| 1 | Every call must be written down by the person who took it. | {} | Write a guide | Manager | 1 May 2011 |"
    captions = {
        "overview report": "Northmoor Homes; Dale Police",
        "Northmoor Homes": "Northmoor Homes",
        "the Board": "Dale Safeguarding Children Board",
    }
    tables = [
        f"Table {number}: {caption}\n\n{titles}\n{told.format(addressed).replace('call', f'call {number}')}\n"
        for number, (caption, addressed) in enumerate(captions.items(), 1)
    ]
    found = report("## Chapter 9: Recommendations and action plan\n\n" + "\n".join(tables)).recommendations
    assert [(one.set, one.organisation, one.addressed_to) for one in found] == [
        ("overview", None, ["Northmoor Homes", "Dale Police"]),
        ("imr", "Northmoor Homes", ["Northmoor Homes"]),
        ("board", None, ["Dale Safeguarding Children Board"]),
    ]
