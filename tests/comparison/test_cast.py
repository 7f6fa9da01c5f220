"""Who the people of a report are, as its tables and its key say, whatever form their references have."""

import pytest

from scr_check.comparison.names import report_names, summary_names
from scr_check.comparison.party import Party
from scr_check.comparison.sentence import read_sentence
from scr_check.documents.overview import Identity, Overview, Paragraph, Section
from scr_check.documents.summary import Summary

ROWS = [
    "Reference: SF; Who: Stepfather of P1 and father of P2; Age: 40",
    "Reference: F; Who: father of P1; Age: 39",
    "Reference: XS; Who: Mother's elder sister; Age: 35",
    "Reference: Mr J; Who: The mother's partner and father of P2; Age: 31",
    "Reference: PX; Who: Mother of Father B; Age: 57",
    "Reference: Ms L; Who: Younger sister of the mother; Age: 30",
    "Reference: Mr H; Who: The mother's partner and father of the brother; Age: 34",
    "Reference: S; Who: Half-sister, daughter of M and SF; Age: 9",
    "Reference: Mrs L; Who: Mr L's mother, paternal grandmother; Age: 54",
    "Reference: Mr N; Who: Partner of Ms L; not the father of either child",
    "Reference: Mrs G; Person: Mother of Mr F; paternal grandmother of P2",
    "Reference: Doctor B; Post: Paediatrician; Agency: Elmfield Hospitals NHS Trust",
    "Reference: Doctor A; Post: Paediatrician; Agency: Elmfield Hospitals NHS Trust",
    "one cell without a title",
    "Reference: AM; Post: Acting manager of Home 3; Agency: Hollin Homes",
    "Reference: ADV; Post: Advocate, Speakwell; Agency: Hollin Homes",
    "Reference: NS1; Post: Neonatal sister; Agency: Elmfield Hospitals NHS Trust",
    "Reference: SW1; Post: Social worker; Agency: Eastmoor Children's Services",
    "Reference: SW2; Post: Social worker; Agency: Westmoor Children's Services",
    "Reference: KW1, KW2 and KW3; Post: Keep workers; Agency: Hollin Homes",
    "Reference: Nurse G; Post: Community children's nurse; Agency: Elmfield Hospitals NHS Trust",
    "Reference: Tutor L; Post: Tutor; Agency: Quarry Lane School",
    "Reference: CC1; Post: Independent chair of child protection conferences; Agency: Eastmoor Children's Services",
]
KEY = [
    "P1",
    "P2",
    "Mr H",
    "SF",
    "F",
    "Doctor B",
    "Doctor A",
    "Nurse G",
    "Tutor L",
    "Social Worker A",
    "Social Worker B",
    "First Health Visitor",
    "AM",
    "Home 3",
    "The Fellowship",
    "Half-sister",
]
OVERVIEW = Overview(
    glossary={
        "EDT": "emergency duty team",
        "NHS": "National Health Service",
        "DI": "Dale Infirmary NHS Foundation Trust",
        "Eastmoor CS": "Eastmoor Children's Services",
        "Westmoor CS": "Westmoor Children's Services",
    },
    identities=[Identity(reference=reference) for reference in KEY],
    paragraphs=[Paragraph(text=row, section=Section.FAMILY, form="row") for row in ROWS],
)
NAMES = report_names(OVERVIEW)


def party(text: str, names=NAMES) -> Party:
    """The first party that a text names."""
    return read_sentence(text, names).mentions[0].party


@pytest.mark.parametrize(
    ("text", "kind", "role", "number"),
    [
        ("SF was seen.", "family", "stepfather", None),
        ("F was traced in the spring.", "family", "father", None),
        ("XS rang again.", "family", "aunt", None),
        ("Mr J was seen.", "family", "partner", None),
        ("Ms L rang.", "family", "aunt", None),
        ("Mr H moved in.", "family", "partner", None),
        ("PX brought food.", "family", "paternal grandmother", None),
        ("S was nine.", "family", "sister", None),
        ("Mrs L was seen.", "family", "paternal grandmother", None),
        ("Mr N was there.", "family", "partner", None),
        ("The Dale Infirmary NHS Foundation Trust wrote.", "agency", "hospital", None),
        ("Mrs G was seen.", "family", "paternal grandmother", None),
        ("Doctor A was on leave.", "staff", "paediatrician", 1),
        ("AM told nobody.", "staff", "acting manager", None),
        ("ADV met her once.", "staff", "advocate", None),
        ("Home 3 was closed.", "agency", "residential home", 3),
        ("The Fellowship met on Sundays.", "agency", "fellowship", None),
        ("The half-sister stayed.", "family", "sister", None),
        ("NS1 called a meeting.", "staff", "neonatal sister", 1),
        ("Social Worker B left.", "staff", "social worker", 2),
        ("The First Health Visitor retired.", "staff", "health visitor", 1),
        ("KW2 was on nights.", "staff", "keep worker", 2),
        ("CC1 adjourned it.", "staff", "conference chair", 1),
        ("Nurse G had no scales.", "staff", "community children nurse", None),
    ],
)
def test_everybody_is_known_by_a_role(text: str, kind: str, role: str, number: int | None) -> None:
    found = party(text)
    assert (found.kind, found.role, found.number) == (kind, role, number)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The first social worker left.", "Social Worker A left.", True),
        ("The first social worker left.", "Social Worker B left.", False),
        ("The tutor rang.", "Tutor L rang.", True),
        ("SW1 wrote.", "Eastmoor Children's Services wrote.", True),
        ("SW2 wrote.", "Eastmoor Children's Services wrote.", False),
        ("The stepfather came.", "SF came.", True),
        ("The stepfather came.", "XS came.", False),
    ],
)
def test_one_may_stand_for_the_other(one: str, other: str, same: bool) -> None:
    assert party(one).may_be(party(other)) is same


def test_the_author_may_call_somebody_of_the_report_by_a_name_of_her_own() -> None:
    aliases = {"the key worker": ["Tutor L"], "the children": ["P1", "P2"]}
    names = summary_names(Summary(aliases=aliases), NAMES)
    assert party("The key worker rang.", names).may_be(party("Tutor L rang."))
    assert party("P1 was told.", names) != party("P2 was told.", names)


def test_an_alias_may_stand_for_somebody_whom_only_a_number_tells_apart() -> None:
    names = summary_names(Summary(aliases={"the duty officer": ["Social Worker 3"]}), NAMES)
    told = party("The duty officer rang.", names)
    assert told == party("Social Worker 3 rang.")
    assert not told.may_be(party("Social Worker 2 rang."))


BY_POST = Overview(
    glossary={
        "Core group": "The meeting of those who carry out a plan (Children Act 1989)",
    },
    identities=[
        Identity(reference=reference)
        for reference in (
            "The sister",
            "The duty general practitioner",
            "The second social worker",
            "The bus escort",
            "The respite house",
        )
    ],
)


def test_posts_with_an_article_are_people_and_the_article_is_nobody() -> None:
    names = report_names(BY_POST)
    assert party("The second social worker rang.", names).number == 2
    told = read_sentence("The clinic closed.", names)
    assert not told.mentions


def test_an_alias_for_a_post_names_no_one_person() -> None:
    names = summary_names(Summary(aliases={"general practitioner": ["GP"]}), report_names(BY_POST))
    assert party("A GP rang.", names).may_be(party("The duty general practitioner rang.", names))


def test_an_explained_term_is_no_body() -> None:
    assert not read_sentence("The core group met.", report_names(BY_POST)).mentions


def test_the_key_tells_people_from_places() -> None:
    names = report_names(BY_POST)
    told = [
        party(text, names) for text in ("The bus escort rang.", "The respite house rang.", "Her sister came.")
    ]
    assert [(one.kind, one.role) for one in told] == [
        ("staff", "bus escort"),
        ("agency", "respite house"),
        ("family", "sister"),
    ]


def test_a_figure_after_a_post_tells_one_of_the_role_from_another() -> None:
    references = ("Health Visitor 1", "Health Visitor 2", "Play Worker 3", "Team Leader", "Sibling 1")
    names = report_names(Overview(identities=[Identity(reference=reference) for reference in references]))
    one, two = (party(f"Health Visitor {figure} rang.", names) for figure in (1, 2))
    assert (one.kind, one.number, two.number, one.may_be(two)) == ("staff", 1, 2, False)
    assert party("The second health visitor rang.", names).may_be(two)
    assert party("Play Worker 3 rang.", names).kind == "staff"
    assert party("Sibling 1 slept.", names).kind == "child"
    assert not read_sentence("The team met.", names).mentions
    assert party("Social Worker 4 rang.", names).number == 4  # named in no key


BODIES = report_names(
    Overview(
        glossary={"CC": "Northmoor County Council Children's Services", "AT1": "Acute Trust 1 (Northmoor Hospitals)"},
        paragraphs=[
            Paragraph(text="Code: AT1; Service: Acute Trust 1 (Northmoor Hospitals)", section=Section.INTRODUCTION, form="row"),
            Paragraph(text="Acute Trust 1 saw her twice. Acute Trust 1 told CC.", section=Section.FACTS),
        ],
    )
)  # fmt: skip


@pytest.mark.parametrize("text", ["CC closed the case.", "AT1 saw her."])
def test_initials_that_the_report_gives_a_body_are_no_person(text: str) -> None:
    assert party(text, BODIES).kind == "agency"
