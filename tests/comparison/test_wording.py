"""Wordings: which words of two texts answer to each other, and the measures and names in them."""

import pytest
from reports import GLOSSARY

from scr_check.comparison.bodies import same_body
from scr_check.comparison.bounds import bound_of, opposed
from scr_check.comparison.frequencies import frequencies_in
from scr_check.comparison.index import ReportIndex
from scr_check.comparison.pairing import pair_items
from scr_check.comparison.verbatim import is_verbatim
from scr_check.comparison.wording import align, read_wording
from scr_check.documents.overview import Overview

NAMES = ReportIndex(Overview(glossary=GLOSSARY)).names


def aligned(report: str, summary: str) -> tuple[list[str], list[str]]:
    """The words of either text that nothing in the other answers to."""
    found = align(read_wording(report, NAMES), read_wording(summary, NAMES))
    missing = [found.report.text[u.start : u.end] for u in (found.report.units[i] for i in found.missing)]
    added = [found.summary.text[u.start : u.end] for u in (found.summary.units[j] for j in found.added)]
    return missing, added


@pytest.mark.parametrize(
    ("report", "summary", "missing", "added"),
    [
        ("a written and a verbal handover", "a written handover", ["verbal"], []),
        ("all staff are trained", "all clinical staff are trained", [], ["clinical"]),
        (
            "the PCT tells CAMHS",
            "the Primary Care Trust informs the Child and Adolescent Mental Health Service",
            [],
            [],
        ),
        ("record the reasons", "record why", [], []),
        ("the protection of children", "protecting every child", [], []),
        ("every nurse on the ward", "ward nurses", [], []),
    ],
)
def test_words_answer_to_the_same_near_or_kindred_words(
    report: str, summary: str, missing: list[str], added: list[str]
) -> None:
    assert aligned(report, summary) == (missing, added)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("every week", [7]),
        ("weekly, at least once a month", [7, 30]),
        ("twice-yearly audit", [183]),
        ("every two weeks or fortnightly", [14, 14]),
        ("two sessions a week", [7]),
        ("within a week, or in a month", []),
        ("six-monthly", [183]),
        ("year by year", [365]),
        ("Check all transfers each October.", [365]),
        ("Review homes with children under five each week.", [7]),
    ],
)
def test_frequencies_are_read_in_whatever_words(text: str, days: list[int]) -> None:
    assert [round(found.days) for found in frequencies_in(text)] == days


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("at least 2 visits", "least"),
        ("2 visits or more", "least"),
        ("no more than 2 visits", "most"),
        ("2 visits at most", "most"),
        ("around 2 visits", "about"),
        ("2 visits", ""),
    ],
)
def test_bounds_are_read_on_either_side(text: str, bound: str) -> None:
    at = text.index("2")
    assert bound_of(text, at, at + 1) == bound


def test_least_and_most_exclude_each_other() -> None:
    assert opposed("least", "most") and opposed("about", "most")
    assert not opposed("", "most") and not opposed("most", "most")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Northmoor Primary Care Trust (health visiting)", "Northmoor Primary Care Trust", True),
        ("Northmoor PCT, as commissioner", "Northmoor PCT", True),
        ("Children's Social Care", "Northmoor Children's Social Care", True),
        ("the county council's Education Service", "Northmoor County Council Education Service", True),
        ("the family's GP practice", "The family's general practice", True),
        ("All partner agencies of the Board", "every member agency", True),
        ("Housing Service of Northmoor City Council", "Northmoor City Council Housing Service", True),
        ("The Board", "Northmoor Safeguarding Children Board", True),
        ("The Board", "Northmoor Safeguarding Children Service", False),
        ("NHS Northmoor", "Northmoor Hospitals NHS Trust", False),
        ("Northmoor Police", "Eastmoor Police", False),
        ("Northmoor City Council Children's Social Care", "Northmoor City Council Housing Service", False),
    ],
)
def test_bodies_are_the_same_under_their_other_names(one: str, other: str, same: bool) -> None:
    assert same_body(one, other, NAMES) is same


@pytest.mark.parametrize(
    ("report", "summary", "same"),
    [
        (
            "Every nurse must keep a written record of each visit.",
            "Every nurse must keep a record of each visit.",
            True,
        ),
        ("Within a year the Trust must act on it.", "The Trust must act on it within a year.", True),
        (
            "Every nurse must keep a record of each visit.",
            "Visits must all be written down by the nurses.",
            False,
        ),
    ],
)
def test_verbatim_is_the_reports_own_wording_but_for_a_place_or_two(
    report: str, summary: str, same: bool
) -> None:
    assert is_verbatim(align(read_wording(report, NAMES), read_wording(summary, NAMES))) is same


def test_a_reference_gives_way_to_a_much_closer_wording() -> None:
    report, summary = ["review the rota", "train the drivers"], ["train the drivers", "review the rota"]
    swapped = [[True, False], [False, True]]
    assert pair_items(report, summary, swapped, swapped).pairs == ((0, 1), (1, 0))


def test_items_that_share_nothing_stay_alone() -> None:
    nothing = [[False]]
    assert pair_items(["review the rota"], ["train the drivers"], nothing, nothing).only_report == (0,)
