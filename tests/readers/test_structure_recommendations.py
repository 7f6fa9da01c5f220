"""Recommendations, wherever and in whatever form they stand: sets, ids, texts, addressees."""

import pytest
from small_reports import named, report

BOARD = "# Northmoor Safeguarding Children Board\n\n"


def test_labels_of_every_kind():
    overview = report(f"""{BOARD}
## 9 Recommendations

9.1 The panel makes five recommendations.

9.2 **Recommendation 1.** Northmoor Police must check every adult.

9.3 Recommendation 2: Northmoor Police must train its officers.

9.4 **R3** - Northmoor Police must record every child.

9.5 Recommendation 4 Northmoor Police must tell the midwife.

9.6 Recommendation Five (Northmoor Police): review the form in use.
""")
    assert named(overview) == ["overview/1", "overview/2", "overview/R3", "overview/4", "overview/5"]
    assert [r.ref for r in overview.recommendations] == ["9.2", "9.3", "9.4", "9.5", "9.6"]
    assert all(r.addressed_to == ["Northmoor Police"] for r in overview.recommendations)
    assert overview.recommendations[0].text == "Northmoor Police must check every adult."


def test_short_forms_joined_and_the_reports_of_bodies():
    overview = report(f"""{BOARD}
2.1 Management reviews were written by Northmoor Ambulance Service (NAS) and Northmoor Children's Services (NCS).

2.2 The IMR of Northmoor Children's Services was late, as was the IMR of Northmoor Ambulance Service.

## 9 Recommendations

9.1 Recommendation 1: NAS and NCS must agree a form.

9.2 Recommendation 2: NCS must see every child.
""")
    ambulance, council = "Northmoor Ambulance Service", "Northmoor Children's Services"
    assert [r.addressed_to for r in overview.recommendations] == [[ambulance, council], [council]]


def test_labels_by_whose_they_are():
    overview = report(f"""{BOARD}
2.1 Northmoor Hospitals NHS Trust and the charity Fellgate Recovery wrote management reviews.

## 10 Recommendations

### Recommendations of the management reviews

10.1 Fellgate Recovery 1. Fellgate Recovery must name a lead.

10.2 Northmoor Hospitals 1. Northmoor Hospitals NHS Trust must train its doctors.

10.3 Northmoor Hospitals 2. Northmoor Hospitals NHS Trust must arrange cover.

### Recommendations of the Board

10.4 Board 1. The Board must publish a protocol. Table 2. The Trusts must read it.
""")
    assert named(overview) == [
        "imr:Fellgate Recovery/1",
        "imr:Northmoor Hospitals/1",
        "imr:Northmoor Hospitals/2",
        "board/1",
    ]


def test_labels_inside_paragraphs():
    overview = report(f"""{BOARD}
## 5 Findings

5.1 Nobody asked. What should change? Recommendation 1: Northmoor Police must check every adult. It must write.

5.2 Recommendation 2 follows. Northmoor Police must train its officers.

5.3 This goes back to paragraph 5.1. Recommendation 1 is of use here too.

## 10 What the agencies ask of themselves

### Individual management review: the Youth Club

10.1 The club asks for two things. Recommendation 1: The Youth Club must keep records. Recommendation 2: All staff
must be trained.
""")
    assert named(overview) == ["overview/1", "overview/2", "imr:Youth Club/1", "imr:Youth Club/2"]
    assert overview.recommendations[0].text == "Northmoor Police must check every adult. It must write."
    assert [r.ref for r in overview.recommendations] == ["5.1", "5.2", "10.1", "10.1"]


def test_a_mention_is_no_recommendation():
    overview = report("""
## 4 Analysis

4.1 The panel recommends that the Board must audit the protocol (recommendation 1 below).

Recommendation 1 deals with this.

## 9 Recommendations

9.1 Recommendation 1. The Board must audit the protocol.
""")
    assert [(r.id, r.ref) for r in overview.recommendations] == [("1", "9.1")]


def test_recommendations_inside_the_analysis_are_found():
    overview = report("""
## 4 Question 1

4.1 Nobody asked.

> 4.2 **Recommendation 1:** The council must ask every time.

4.3 Nobody looked.

## 5 Question 2

> 5.1 **Recommendation 2:** The council must look every time.

## 6 National recommendations

6.1 **National recommendation 1:** Ofsted should send every report to the council.
""")
    assert named(overview) == ["overview/1", "overview/2", "national/1"]


def test_a_box_of_one_cell_is_read_as_its_paragraphs():
    box = "| **Recommendation 1:** Northmoor Police must check every adult. |\n|---|\n"
    assert named(report(f"## 4 Analysis\n\n4.1 Text.\n\n{box}\n4.2 Text.")) == ["overview/1"]


def test_headings_can_be_labels():
    overview = report(f"""{BOARD}
## 8 Recommendations

### Recommendation 1

The Board must publish guidance. It should:

- do one thing by May;
- do another.

### Recommendation 2: Strategy discussions

Rationale: the panel found that nobody was asked.

Northmoor Police should invite health.

### Why these matter

The Board must never forget the child.
""")
    assert [r.text for r in overview.recommendations] == [
        "The Board must publish guidance. It should: do one thing by May; do another.",
        "Northmoor Police should invite health.",
    ]


def test_numbered_paragraphs_without_labels():
    overview = report("""
## 9 Recommendations

9.1 These recommendations should be read together.

9.2 Northmoor Primary Care Trust should review its policy.

9.3 Northmoor Homes needs to:

(a) publish the protocol; and

(b) audit its use.

9.4 It is recommended that Eastmarch Constabulary reviews its training.

## 10 Conclusion

10.1 Agencies must learn from this.
""")
    assert [(r.id, r.addressed_to) for r in overview.recommendations] == [
        ("9.2", ["Northmoor Primary Care Trust"]),
        ("9.3", ["Northmoor Homes"]),
        ("9.4", ["Eastmarch Constabulary"]),
    ]
    assert overview.recommendations[1].text.endswith("(a) publish the protocol; and (b) audit its use.")


def test_a_recommendation_may_run_over_paragraphs():
    overview = report("""
## 9 Recommendations

9.1 Recommendation 1. Northmoor Police must train all officers.

This training must be repeated each year.

9.2 It must be paid for by the Board.

9.3 Recommendation 2. Northmoor Police must report to the Board.

9.4 The panel heard that this was in hand.
""")
    first, second = (r.text for r in overview.recommendations)
    assert first.endswith("each year. It must be paid for by the Board.")
    assert second == "Northmoor Police must report to the Board."


SETS = f"""{BOARD}
## 9 Recommendations

### 9.1 Recommendations of the overview report

9.2 **Recommendation 1.** Northmoor Police must check every adult.

### 9.3 Recommendations of individual management reviews

9.4 They are set out as the agencies made them.

**Northmoor Primary Care Trust**

1. The PCT must weigh every baby each month.
2. Health visitors must be supervised each month.

**Northmoor Police**

1. Officers must see every child in the house.

### 9.5 Recommendations of the health overview report

1. NHS Northmoor must review its contracts this year.

### 9.6 Recommendations of the Board

1. The Board must audit the new protocol.

### 9.7 Recommendations for national bodies

1. The Department for Education should revise its guidance.
"""


def test_every_set_is_told_by_its_heading():
    overview = report(SETS)
    assert named(overview) == [
        "overview/1",
        "imr:Northmoor Primary Care Trust/1",
        "imr:Northmoor Primary Care Trust/2",
        "imr:Northmoor Police/1",
        "health-overview/1",
        "board/1",
        "national/1",
    ]
    assert [r.addressed_to for r in overview.recommendations] == [
        ["Northmoor Police"],
        ["Northmoor Primary Care Trust"],
        ["Northmoor Primary Care Trust"],
        ["Northmoor Police"],
        ["NHS Northmoor"],
        ["Northmoor Safeguarding Children Board"],
        ["Department for Education"],
    ]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ("1 2 3", ["overview/1", "overview/2", "overview/3"]),
        ("1 1 1", ["imr:Northmoor Police/1", "imr:Northmoor Homes/1", "board/1"]),
    ],
)
def test_groups_by_body_are_sets_of_their_own_when_each_counts_from_one(numbers, expected):
    a, b, c = numbers.split()
    overview = report(f"""{BOARD}
## 7 Recommendations

### Northmoor Police

{a}. Officers should check every adult in the house.

### Northmoor Homes

{b}. Repairs staff should be trained within a year.

### The Board

{c}. The new policy should be audited by March 2012.
""")
    assert named(overview) == expected


def test_a_heading_for_board_and_agencies_leaves_the_choice_to_those_below():
    overview = report(f"""{BOARD}
## 10 Recommendations made by the Board and by the agencies

### The Board

10.1 **B1.** The Board must audit every case.

### Castlegate Homes

10.2 **CG1.** All repairs staff must be trained.
""")
    assert named(overview) == ["board/B1", "imr:Castlegate Homes/CG1"]


def test_unnumbered_recommendations_are_counted():
    overview = report(f"""{BOARD}
## Lessons and recommendations

**Northmoor Police**

- Ensure that officers check every adult.
- Review the guidance on domestic incidents.

**Northmoor Homes**

- Train all the repairs staff within a year.
""")
    assert named(overview) == ["overview/1", "overview/2", "overview/3"]
    assert [r.addressed_to for r in overview.recommendations] == [["Northmoor Police"]] * 2 + [
        ["Northmoor Homes"]
    ]


def test_tables_of_recommendations():
    overview = report("""
## 16 Recommendations of the individual management reviews

Table 4: those not yet complete

| Agency | No. | Recommendation |
|---|---|---|
| Northmoor Police | 1 | Officers must see every child in the house. |
| Northmoor Police | 2 | The register must be checked each week. |
| Larchfield Care Limited | 1 | Staff must report a missing child at once. |
""")
    assert named(overview) == [
        "imr:Northmoor Police/1",
        "imr:Northmoor Police/2",
        "imr:Larchfield Care Limited/1",
    ]


def test_recommendations_of_an_agency_inside_the_analysis():
    overview = report("""
## 6 Analysis of the individual management reviews

### 6.1 Northmoor Primary Care Trust

6.2 The review was thorough.

#### Recommendations

1. Health visitors weigh every baby each month.
2. Revise the policy on visits without an answer.

### 6.3 Northmoor Police

#### Recommendations

1. Northmoor Police to train all of its officers.
""")
    assert named(overview) == [
        "imr:Northmoor Primary Care Trust/1",
        "imr:Northmoor Primary Care Trust/2",
        "imr:Northmoor Police/1",
    ]


def test_management_reviews_without_a_heading_each_are_told_by_whom_they_ask():
    overview = report("""
## 9 IMR recommendations

9.1 Recommendation 1. Northmoor Homes must train its staff.

9.2 Recommendation 1. Northmoor Police must check every adult.
""")
    assert named(overview) == ["imr:Northmoor Homes/1", "imr:Northmoor Police/1"]


def test_orders_to_a_body_need_no_word_of_duty():
    overview = report(
        "## 9 Recommendations\n\n9.1 Northmoor Police review the guidance in use.\n\n"
        "9.2 NHS Northmoor to ensure a rota."
    )
    assert [(r.id, r.addressed_to) for r in overview.recommendations] == [
        ("9.1", ["Northmoor Police"]),
        ("9.2", ["NHS Northmoor"]),
    ]


def test_one_number_twice_is_read_once():
    text = (
        "## 4 Analysis\n\n> Recommendation 1: Northmoor Police must check every adult.\n\n"
        "## 9 Recommendations\n\n9.1 Recommendation 1: {}"
    )
    same = report(text.format("Northmoor Police must check every adult."))
    other = report(text.format("Northmoor Homes should send a monthly list of repairs."))
    assert [r.ref for r in same.recommendations] == [r.ref for r in other.recommendations] == ["9.1"]
    assert not any("twice" in doubt for doubt in same.doubts)
    assert any("twice with different words" in doubt for doubt in other.doubts)


def test_recommendations_of_other_reviews_are_left_alone():
    overview = report(
        "## 6 Progress on recommendations of earlier reviews\n\n"
        "6.1 The 2006 review said that the Board should audit its work."
    )
    assert overview.recommendations == []


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        (
            "Northmoor Children's Social Care and Northmoor and Dales Police must act now.",
            ["Northmoor Children's Social Care", "Northmoor and Dales Police"],
        ),
        (
            "Saltmarsh Primary Care Trust, as commissioner, must write a standard.",
            ["Saltmarsh Primary Care Trust"],
        ),
        ("All partner agencies of the Board must act on this.", ["All partner agencies of the Board"]),
        (
            "The Board, with all its member agencies, must act now.",
            ["Northmoor Safeguarding Children Board", "All member agencies of the Board"],
        ),
        (
            "The Board should consider, with Haven and Northmoor Police, whether to act.",
            ["Northmoor Safeguarding Children Board"],
        ),
        ("By 30 June 2011 the Board must issue a procedure.", ["Northmoor Safeguarding Children Board"]),
        (
            "Within six months, Northmoor Homes and the PCT should agree a protocol.",
            ["Northmoor Homes", "Northmoor Primary Care Trust"],
        ),
        ("The panel recommends that Northmoor Homes must train its staff.", ["Northmoor Homes"]),
        ("That the Board reviews its procedures.", ["Northmoor Safeguarding Children Board"]),
        ("The Chief Executive of Northmoor Homes should report to the Board.", ["Northmoor Homes"]),
        ("The designated nurse should audit the records.", ["Northmoor Primary Care Trust"]),
        (
            "Northmoor Homes must act, and Northmoor and Dales Police must tell the Board.",
            ["Northmoor Homes", "Northmoor and Dales Police"],
        ),
        (
            "Northmoor Homes must act. The landlord should be invited to every conference.",
            ["Northmoor Homes"],
        ),
        ("The records must be audited by Northmoor Homes each year.", ["Northmoor Homes"]),
        ("Northmoor Homes: review the guidance in use.", ["Northmoor Homes"]),
        ("Northmoor Homes to review the guidance in use.", ["Northmoor Homes"]),
        (
            "The Northmoor and Eastmarch Safeguarding Children Boards should commission a service.",
            ["Northmoor Safeguarding Children Board", "Eastmarch Safeguarding Children Board"],
        ),
        ("Health visitors must see every baby.", ["Health visitors"]),
        ("Schools in Northmoor should tell the Board.", ["Schools in Northmoor"]),
        ("Schools must be told of every plan.", []),
        ("No child should wait for longer than a week.", []),
    ],
)
def test_addressees(text, bodies):
    overview = report(f"""{BOARD}
## 1 Introduction

1.1 Northmoor Safeguarding Children Board ("the Board") and Eastmarch Safeguarding Children Board met.
Northmoor Primary Care Trust (the PCT), Northmoor Homes, Northmoor and Dales Police
and Haven Domestic Abuse Service ("Haven") took part.

1.2 The panel's members were:

- Designated nurse for safeguarding children, Northmoor Primary Care Trust;

## 9 Recommendations

9.1 Recommendation 1. {text}
""")
    assert overview.recommendations[0].addressed_to == bodies


def test_a_post_that_two_bodies_have_addresses_neither():
    overview = report(f"""{BOARD}
## 1 Introduction

1.1 The panel's members were:

- Designated nurse for safeguarding children, Northmoor Primary Care Trust;

## 9 Recommendations

9.1 Recommendation 1. The designated nurse should audit the records.

## Appendix: Action plan

| Ref | Action | Lead | Organisation | By when |
|---|---|---|---|---|
| 1 | Audit the records | Designated nurse for looked-after children | Eastmarch Primary Care Trust | 1 June 2011 |
""")
    assert overview.recommendations[0].addressed_to == []


@pytest.mark.parametrize(
    "said",
    [
        'We make two recommendations, which are in Table 1. Where we say "must" the law leaves no choice.',
        "There are two recommendations. Each body must report its progress to the Board.",
        "The recommendations that follow are few. The other reviews made none, because they adopt ours.",
        "This chapter sets out what the panel and the agencies recommend in two recommendations.",
    ],
)
def test_what_announces_the_recommendations_is_none(said):
    overview = report(f"""{BOARD}
## 9 Recommendations

9.1 {said}

9.2 Recommendation 1: Northmoor Police must check every adult.

9.3 Recommendation 2: Northmoor Police must train its officers.
""")
    assert named(overview) == ["overview/1", "overview/2"]


def test_a_recommendation_told_with_its_number_stays_one():
    overview = report(f"""{BOARD}
## 9 Recommendations

9.1 The panel makes one recommendation. Northmoor Police must check every adult whom it finds with a child.
""")
    assert len(overview.recommendations) == 1


def test_the_line_over_a_table_tells_whose_recommendations_it_lists():
    table = (
        "| No. | Recommendation |\n|---|---|\n| 1 | Staff must ask {0}. |\n| 2 | Records must show {0}. |\n"
    )
    overview = report(f"""{BOARD}
Northmoor Homes (NH) and the Dale Hospitals NHS Trust took part.

## 9 Recommendations

### Recommendations of the agencies' own reviews

Table 5: Northmoor Homes

{table.format("who lives there")}
Table 6: Dale Hospitals NHS Trust

{table.format("who has visited")}
""")
    assert named(overview) == [
        "imr:Northmoor Homes/1",
        "imr:Northmoor Homes/2",
        "imr:Dale Hospitals NHS Trust/1",
        "imr:Dale Hospitals NHS Trust/2",
    ]
    assert overview.recommendations[2].addressed_to == ["Dale Hospitals NHS Trust"]


def test_two_bodies_with_an_article_between_are_two():
    overview = report("""# Northmoor Safeguarding Children Board

1.1 The Dale Safeguarding Children Board ("the Dale Board") took part.

## 9 Recommendations

9.1 Recommendation 1: The Board and the Dale Board must agree a protocol.

9.2 Recommendation 2: The Department for Education and the Department for Communities and Local Government should issue guidance.
""")
    assert [r.addressed_to for r in overview.recommendations] == [
        ["Northmoor Safeguarding Children Board", "Dale Safeguarding Children Board"],
        ["Department for Education", "Department for Communities and Local Government"],
    ]


def test_recommendations_in_running_text_with_their_numbers_behind():
    overview = report(f"""{BOARD}
Northmoor Homes and the Dale Hospitals NHS Trust each wrote an individual management review (IMR).

## 5 The services

### Dale Hospitals NHS Trust

5.1 Nobody asked. The review should have looked further. Its IMR makes two recommendations. The Trust must examine every injured baby (Hospital 1). It must call a consultant to each (Hospital 2). Both are supported (Table 3).

### The landlord

5.2 One recommendation comes from the IMR of Northmoor Homes: officers must note who sleeps where (Homes 1).

5.3 Nothing more is said. The panel must mention it (Table 4).

## 9 Recommendations

9.1 Recommendation 1. The Board must audit the protocol.

## Appendix A: Action plan

| Recommendation | Action | Lead | Organisation | By when |
|---|---|---|---|---|
| 1 | Audit | Board Manager | Northmoor Safeguarding Children Board | May 2011 |
| Hospital 2 | Rota | Medical Director | Dale Hospitals NHS Trust | June 2011 |
| Homes 1 | Form | Director | Northmoor Homes | July 2011 |
""")
    assert named(overview) == [
        "imr:Dale Hospitals NHS Trust/1",
        "imr:Dale Hospitals NHS Trust/2",
        "imr:Northmoor Homes/1",
        "overview/1",
    ]
    assert overview.recommendations[2].text == "Officers must note who sleeps where."
    assert overview.recommendations[1].addressed_to == ["Dale Hospitals NHS Trust"]
    assert [action.recommendation for action in overview.action_plan.actions] == [
        ["overview/1"],
        ["imr:Dale Hospitals NHS Trust/2"],
        ["imr:Northmoor Homes/1"],
    ]


def test_a_title_in_the_label_is_no_part_of_the_recommendation():
    overview = report(f"""{BOARD}
## 9 Recommendations

9.1 **Recommendation 1: cover for absent workers.** Northmoor Homes must name a second worker.

9.2 **Recommendation 2:** Northmoor Homes. It must name a third.
""")
    assert [r.text for r in overview.recommendations] == [
        "Northmoor Homes must name a second worker.",
        "Northmoor Homes. It must name a third.",
    ]


def test_a_label_tells_the_set_where_the_heading_does_not():
    overview = report(f"""{BOARD}
## 9 Recommendations

9.1 **Recommendation 1.** Northmoor Homes must name a second worker.

### What does the Board ask of itself?

9.2 **Board recommendation 1.** The Board must issue guidance within a year.
""")
    assert named(overview) == ["overview/1", "board/1"]


def test_a_table_with_paragraph_numbers_of_its_own_and_a_timescale():
    overview = report(f"""{BOARD}
## 11 Recommendations

11.1 They are in the table.

| Ref | No. | Recommendation | Addressed to | Timescale |
|---|---|---|---|---|
| 11.2 | 1 | Northmoor Police must check every adult in the house. | Northmoor Police | Within three months |
| 11.3 | 2 | Northmoor Police must train its officers every year. | Northmoor Police | |
""")
    assert named(overview) == ["overview/1", "overview/2"]
    assert [(r.ref, r.timescale) for r in overview.recommendations] == [
        ("11.2", "Within three months"),
        ("11.3", None),
    ]


def test_headings_that_say_whom_recommendations_ask():
    overview = report(f"""{BOARD}
2.1 Management reviews were written by Northmoor Primary Care Trust (PCT) and Northmoor City Council.

## 10 Recommendations

### To the PCT and Northmoor City Council jointly

10.1 **R1.** The PCT and Northmoor City Council must amend the contract.

### To all agencies that gave a management review

10.2 **R2.** All agencies must see that no child interprets for a parent.
""")
    assert named(overview) == ["overview/R1", "overview/R2"]
    assert overview.recommendations[0].addressed_to == [
        "Northmoor Primary Care Trust",
        "Northmoor City Council",
    ]


def test_codes_without_a_stop_are_labels_and_one_word_may_be_a_body():
    overview = report(f"""{BOARD}
## 2 The panel

| Post | Employer |
|---|---|
| Service director | Turnstile |
| Head of service | Northmoor Police |

## 9 Recommendations

9.1 **OV-1** Northmoor Police and Turnstile must ring on the same day.

9.2 **OV-2** Northmoor Police must train its staff. Turnstile must become a member of the Board.
""")
    assert named(overview) == ["overview/OV-1", "overview/OV-2"]
    assert [r.addressed_to for r in overview.recommendations] == [
        ["Northmoor Police", "Turnstile"],
        ["Northmoor Police"],
    ]


def test_a_table_may_name_other_addressees_and_paragraphs_beside_it_are_comment():
    overview = report(f"""{BOARD}
## 10 Recommendations

10.1 The first column shows the body which is to lead and the second the others to which a recommendation is made.

| No. | Recommendation | Lead addressee | Other addressees |
|---|---|---|---|
| 1 | Every child must have a named nurse. | Northmoor Primary Care Trust | Northmoor Police |
| 2 | Every report must be answered in a week. | Northmoor Police | None |
""")
    assert [r.addressed_to for r in overview.recommendations] == [
        ["Northmoor Primary Care Trust", "Northmoor Police"],
        ["Northmoor Police"],
    ]


def test_a_heading_with_a_code_is_no_recommendation():
    overview = report(f"""{BOARD}
## Appendix 1: All recommendations

### R1 Recommendations of the overview report

**R1.1** Northmoor Police must check every adult in the house.

**R1.2** Northmoor Police must tell the midwife of every call.

### R2 Recommendations of the individual management review of Northmoor Homes

**R2.1** Northmoor Homes must name a lead for safeguarding.

## Appendix 2: Action plan

| Rec no | Action | Lead agency | Timescale |
|---|---|---|---|
| R1.2 | Change the form | Northmoor Police | May 2011 |
| R2.1 | Name the lead | Northmoor Homes | June 2011 |
""")
    assert named(overview) == ["overview/R1.1", "overview/R1.2", "imr:Northmoor Homes/R2.1"]
    plan = [action.recommendation for action in overview.action_plan.actions]
    assert plan == [["overview/R1.2"], ["imr:Northmoor Homes/R2.1"]]


def test_codes_with_a_stroke_and_bodies_with_a_number():
    overview = report(f"""{BOARD}
2.1 Acute Trust 1 and Acute Trust 2 saw the baby.

## 7 The individual management reviews

### Acute Trust 1 (AT1)

7.1 The review was candid. Acute Trust 1 had kept no log.

7.2 **AT1/1.** Acute Trust 1 must keep a log of abnormal reports.

7.3 **AT1/2.** The nurse should confirm the address by telephone.

### Acute Trust 2 (AT2)

7.4 **AT2/1.** Acute Trust 2 must train its locum doctors.

## 11 Recommendations

11.1 **OV/1.** Acute Trust 1 and Acute Trust 2 must see every child under two.
""")
    assert named(overview) == [
        "imr:Acute Trust 1/AT1/1",
        "imr:Acute Trust 1/AT1/2",
        "imr:Acute Trust 2/AT2/1",
        "overview/OV/1",
    ]
    assert overview.recommendations[-1].addressed_to == ["Acute Trust 1", "Acute Trust 2"]


def test_a_paragraph_that_explains_a_word_of_duty_asks_for_nothing():
    overview = report(f"""{BOARD}
## 12 Recommendations

12.1 Each set has its own numbers. We say "must" where we mean that there is no choice.

12.2 Recommendation 1: Northmoor Police must check every adult.
""")
    assert named(overview) == ["overview/1"]
