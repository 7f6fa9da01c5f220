"""Recommendations: found when lost, moved, weakened, narrowed or changed; silent when only reworded."""

from pathlib import Path
from typing import Any

import pytest
from reports import differences, made, told
from ruamel.yaml import YAML

from scr_check.comparison.coverage import list_coverage
from scr_check.comparison.index import ReportIndex
from scr_check.comparison.recommendations import recommendation_differences
from scr_check.documents.overview import Overview
from scr_check.documents.summary import Summary
from scr_check.finding import Confidence

WORDINGS = YAML(typ="safe").load(Path(__file__).with_name("recommendations.yaml"))
HOMES = "Northgate Homes must inspect every boiler by 31 May 2012."
POLICE = "Northgate Police must review every report of domestic abuse within two working days."
NURSES = "Every health visitor must receive safeguarding supervision at least every three months."
MIDWIVES = "Every midwife must receive safeguarding supervision at least every three months."


def kinds(summary: Summary, overview: Overview) -> list[str]:
    found = differences(recommendation_differences, summary, overview)
    return [difference.kind.removeprefix("recommendation-").removesuffix("-changed") for difference in found]


@pytest.mark.parametrize("wording", WORDINGS, ids=lambda wording: wording["report"][:40])
def test_faithful_versions_pass_and_others_are_told_apart(wording: dict[str, Any]) -> None:
    report = made(wording["report"])
    for text in wording.get("faithful", []):
        assert kinds(told(text), report) == [], text
    for kind in ("weakened", "narrowed", "detail", "readdressed"):
        for text in wording.get(kind, []):
            assert kind in kinds(told(text), report), text


def test_what_is_left_out_points_at_the_list_and_shows_the_report() -> None:
    (found,) = differences(recommendation_differences, told(HOMES), made(HOMES, POLICE))
    assert (found.kind, found.pointer, found.confidence) == (
        "recommendation-omitted",
        "/recommendations",
        Confidence.CERTAIN,
    )
    assert found.evidence[0].text == POLICE


def test_what_is_put_in_points_at_itself() -> None:
    (found,) = differences(recommendation_differences, told(HOMES, POLICE), made(HOMES))
    assert (found.kind, found.pointer) == ("recommendation-added", "/recommendations/1")


def test_a_changed_text_shows_both_wordings() -> None:
    said = HOMES.replace("must", "should")
    (found,) = differences(recommendation_differences, told(said), made(HOMES))
    assert found.pointer == "/recommendations/0/text"
    assert found.quote == "should"
    shown = found.evidence[0]
    assert [shown.text[start:end] for start, end in shown.highlight] == ["must"]
    assert "“should”" in found.message and "“must”" in found.message


@pytest.mark.parametrize(
    "summary",
    [
        told(POLICE, HOMES),
        told({"id": "R1", "text": HOMES}, {"id": "Recommendation 2.", "text": POLICE}),
        told({"id": "7", "text": HOMES}, {"id": "8", "text": POLICE}),
        told({"id": "1", "set": "board", "text": HOMES}, POLICE),
        told(f"{HOMES} {POLICE}"),
        told(
            HOMES, *(part + "." for part in ["Northgate Police must review every report of domestic abuse"])
        ),
    ],
    ids=["other order", "other labels", "renumbered", "other set", "run together", "verbatim but shorter"],
)
def test_pairs_by_wording_where_numbers_differ(summary: Summary) -> None:
    assert "omitted" not in kinds(summary, made(HOMES, POLICE))
    assert "added" not in kinds(summary, made(HOMES, POLICE))


def test_one_taken_apart_is_neither_added_nor_narrowed() -> None:
    both = f"{HOMES[:-1]} and must replace every faulty alarm within a week."
    parts = told(HOMES, "Northgate Homes must replace every faulty alarm within a week.")
    assert kinds(parts, made(both)) == []


def test_near_duplicates_of_two_sets_are_not_mistaken_for_each_other() -> None:
    nurses = {"id": "1", "set": "imr", "organisation": "Northgate PCT", "text": NURSES}
    midwives = {"id": "1", "set": "imr", "organisation": "Northgate Hospitals NHS Trust", "text": MIDWIVES}
    report = made(nurses, midwives)
    assert kinds(told(midwives, nurses), report) == []
    (found,) = differences(recommendation_differences, told(nurses), report)
    assert found.kind == "recommendation-omitted"
    assert found.evidence[0].text == MIDWIVES


@pytest.mark.parametrize(
    ("bodies", "found"),
    [
        (["Northgate Police", "Northgate Homes"], []),
        (["The Northgate Homes", "Northgate Police"], []),
        (["Northgate Homes"], ["readdressed"]),
        (["Northgate Homes", "Northgate Probation Trust"], ["readdressed"]),
        (["Northgate Homes", "Northgate Police", "Northgate Probation Trust"], ["readdressed"]),
        ([], []),
    ],
)
def test_addressees_are_compared_as_bodies(bodies: list[str], found: list[str]) -> None:
    text = "Northgate Homes and Northgate Police must agree a protocol."
    report = made({"text": text, "addressed_to": ["Northgate Homes", "Northgate Police"]})
    assert kinds(told({"text": text, "addressed_to": bodies}), report) == found


def test_all_partner_agencies_are_all_member_agencies() -> None:
    text = "All partner agencies of the Board must train their staff."
    report = made({"text": text, "addressed_to": ["All partner agencies of the Board"]})
    assert kinds(told({"text": text, "addressed_to": ["All member agencies"]}), report) == []


def test_services_of_several_places_are_one_service_each() -> None:
    text = "The children's services of Northgate and Eastgate must train their staff."
    report = made({"text": text, "addressed_to": ["The children's services of Northgate and Eastgate"]})
    both = ["Northgate Children's Services", "Eastgate Children's Services"]
    assert kinds(told({"text": text, "addressed_to": both}), report) == []
    assert kinds(told({"text": text, "addressed_to": both[:1]}), report) == ["readdressed"]


TEAM = "The Placements Team must visit every home twice a year."
ASKED = "The Board must require Northgate Police to report every incident within one day."


@pytest.mark.parametrize(
    ("text", "true", "said", "found"),
    [
        (TEAM, ["Placements Team"], ["Northgate City Council"], []),
        (TEAM, ["Placements Team"], ["Northgate Homes"], ["readdressed"]),
        (ASKED, ["Northgate Safeguarding Children Board"], ["Northgate Police"], []),
        (ASKED, ["Northgate Safeguarding Children Board"], ["Northgate Homes"], ["readdressed"]),
        (
            "The designated doctor must audit it.",
            ["Northgate Hospitals NHS Trust"],
            ["Designated doctor"],
            [],
        ),
    ],
    ids=["unit of its body", "unit of another", "asked through the Board", "not asked", "named first"],
)
def test_a_summary_may_address_who_is_to_do_it(
    text: str, true: list[str], said: list[str], found: list[str]
) -> None:
    fields = {"id": "1", "set": "imr", "organisation": "Northgate City Council", "text": text}
    assert kinds(told(fields | {"addressed_to": said}), made(fields | {"addressed_to": true})) == found


def test_who_tells_whom_must_stay() -> None:
    report = made("Before a transfer the drug service must be required to tell the GP each child's name.")
    said = "Before a transfer the GP must be required to tell the drug service each child's name."
    assert kinds(told(said), report) == ["detail"]


def test_nothing_is_said_where_the_report_has_no_recommendations() -> None:
    assert kinds(told(HOMES), Overview()) == []


def test_coverage_counts_what_is_matched() -> None:
    index = ReportIndex(made(HOMES, POLICE))
    assert list_coverage(told(HOMES, NURSES), index, index.names) == {
        "recommendations": {"in_overview": 2, "in_summary": 2, "matched": 1},
        "actions": {"in_overview": 0, "in_summary": 0, "matched": 0},
    }


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Within three months Northgate Police must review every file.", []),
        ("Northgate Police must review every file.", []),
        ("Within six months Northgate Police must review every file.", ["detail"]),
    ],
)
def test_a_timescale_beside_the_text_may_be_told_or_left_to_the_plan(said: str, found: list[str]) -> None:
    text = "Northgate Police must review every file."
    assert kinds(told(said), made({"text": text, "timescale": "Within three months"})) == found


def test_all_agencies_may_be_given_by_name() -> None:
    text = "All four agencies must see that no child interprets for a parent."
    report = made({"text": text, "addressed_to": ["All four agencies"]})
    bodies = ["Northgate Police", "Northgate Homes", "Northgate Council", "Northgate Primary Care Trust"]
    assert kinds(told({"text": text, "addressed_to": bodies}), report) == []
    assert kinds(told({"text": text, "addressed_to": bodies[:1]}), report) == ["readdressed"]
