"""The report's own short forms, and the confidential key."""

import pytest
from small_reports import report


@pytest.mark.parametrize(
    ("text", "short", "meaning"),
    [
        (
            "The baby of Northmoor Children's Social Care (CSC) was seen.",
            "CSC",
            "Northmoor Children's Social Care",
        ),
        (
            'She went to Harrowdale Royal Infirmary ("the Infirmary") at once.',
            "Infirmary",
            "Harrowdale Royal Infirmary",
        ),
        ("He saw Northmoor Primary Care Trust (“the PCT”).", "PCT", "Northmoor Primary Care Trust"),
        (
            'The landlord is Longshore Housing Association ("Longshore").',
            "Longshore",
            "Longshore Housing Association",
        ),
        ("It was the maternal grandmother (MGM) who rang.", "MGM", "maternal grandmother"),
        ("He lived with his mother's partner (MP), who was 24.", "MP", "mother's partner"),
        ("He was supervised by a probation officer (PO1).", "PO1", "probation officer"),
        ("A locum doctor (GP2) saw a bruise.", "GP2", "locum doctor"),
        (
            "She went to the accident and emergency department (A&E).",
            "A&E",
            "accident and emergency department",
        ),
        (
            "The Saltmarsh Drug and Alcohol Service (SDAS) closed.",
            "SDAS",
            "Saltmarsh Drug and Alcohol Service",
        ),
        ("They met the Detective Superintendent (Public Protection).", "Public Protection", None),
        ("The weight was low (2.5 kg) at birth (see 4.1).", "see 4.1", None),
        ("One belonged to the Learning Service (the CAF, 2008).", "CAF", None),
        ('He lived with a man of 26 ("the Partner").', "Partner", "man of 26"),
        (
            'The optical practice in the town ("the Opticians") wrote.',
            "Opticians",
            "optical practice in the town",
        ),
        ('NHS Dale as commissioner ("the PCT") replied.', "PCT", "NHS Dale"),
        (
            'One came from Nightcall Doctors Limited, which sees patients out of hours ("Nightcall").',
            "Nightcall",
            "Nightcall Doctors Limited",
        ),
        ('Dale Primary Care Trust is "the PCT".', "PCT", "Dale Primary Care Trust"),
        (
            'Weir College is "the College", Lantern Homes Limited "Lantern".',
            "Lantern",
            "Lantern Homes Limited",
        ),
    ],
)
def test_definitions_in_the_text(text, short, meaning):
    assert report(text).glossary.get(short) == meaning


def test_the_table_of_abbreviations():
    overview = report("""
1.1 Northmoor Children's Social Care (CSC) wrote to Haven Domestic Abuse Service (DV).

## Appendix B: Abbreviations

| Abbreviation | Meaning |
|---|---|
| CSC | Children's Social Care (also called Children's Services) |
| DV | Domestic violence |
| SW1, SW2 | Social workers |
| TM1 to TM3 | Team managers |
""")
    assert overview.glossary == {
        "CSC": "Northmoor Children's Social Care",  # fuller than the table's
        "DV": "Domestic violence",
        "Children's Services": "Children's Social Care",
        "SW1": "Social workers",
        "SW2": "Social workers",
        "TM1": "Team managers",
        "TM2": "Team managers",
        "TM3": "Team managers",
    }


def test_a_list_of_abbreviations():
    overview = report(
        "## Glossary\n\n- CAF: Common Assessment Framework\n- IMR = individual management review\n"
    )
    assert overview.glossary == {"CAF": "Common Assessment Framework", "IMR": "individual management review"}


KEY = """
## 1 Introduction

1.1 Child T lived in Northmoor.

## Annexe C: key to identities - not for publication

CONFIDENTIAL TO THE BOARD. Remove before publication.

| Reference | Name | Date of birth | Other |
|---|---|---|---|
| Child T | Tyler Joseph Kettleby | 03/04/2010 | NHS number 999 014 7728; attended Little Acorns Nursery |
| Mother | Stacey Kettleby, born 9 February 1991 | | formerly of Aldgarth Vale High School |
| MP | Craig Dunstall (2008 record: Dunstell) | | Flat 2, 14 Tanners Row, Aldgarth, Northmoor NX4 7QD |
| FC2 | Jean and Robert Mallinder | | |
| GP1 | Dr Anil Deshpande | | |
| HV1 | | | |
"""


def test_the_key_to_identities():
    read = {identity.reference: identity.secrets for identity in report(KEY).identities}
    assert read == {
        "Child T": ["Tyler Joseph Kettleby", "03/04/2010", "Little Acorns Nursery", "999 014 7728"],
        "Mother": ["Stacey Kettleby", "9 February 1991", "Aldgarth Vale High School"],
        "MP": [
            "Craig Dunstall",
            "Dunstell",
            "14 Tanners Row",
            "Aldgarth",
            "NX4 7QD",
        ],  # Northmoor is no secret
        "FC2": ["Jean Mallinder", "Robert Mallinder"],
        "GP1": ["Anil Deshpande"],
    }


def test_the_key_is_never_a_passage():
    overview = report(KEY)
    assert [p.text for p in overview.paragraphs if p.section == "identities"] == [
        "CONFIDENTIAL TO THE BOARD. Remove before publication."
    ]
    assert not any("Kettleby" in p.text for p in overview.paragraphs)


def test_a_key_in_lines_and_one_outside_its_section():
    lines = report(
        "## Confidential annexe: persons\n\n"
        "Child T: Tyler Kettleby, born 3 April 2010\n\nSW1 - Amanda Frayne\n"
    )
    assert {i.reference: i.secrets for i in lines.identities} == {
        "Child T": ["Tyler Kettleby", "3 April 2010"],
        "SW1": ["Amanda Frayne"],
    }
    table = report(
        "## 2 Family\n\n2.1 Text.\n\n"
        "| Referred to as | Name | DOB |\n|---|---|---|\n| Child T | Tyler Kettleby | 3/4/10 |\n"
    )
    assert table.identities[0].secrets == ["Tyler Kettleby", "3/4/10"]
    assert len(table.paragraphs) == 1


@pytest.mark.parametrize("title", ["Annexe Three: Key (RESTRICTED, not for release)", "Appendix 4: People"])
def test_a_key_is_known_by_its_title_or_by_its_columns(title):
    columns = "| In this report | Identity |\n|---|---|\n| S1 | Imogen Strachwell |\n"
    overview = report(f"## 1 Introduction\n\n1.1 Text.\n\n## {title}\n\n{columns}")
    assert [identity.secrets for identity in overview.identities] == [["Imogen Strachwell"]]


def test_a_panel_list_is_no_key():
    overview = report(
        "## 1 Panel\n\n"
        "| Name | Job title | Organisation |\n|---|---|---|\n| A. Writer | Chair | Northmoor Homes |\n"
    )
    assert overview.identities == []
