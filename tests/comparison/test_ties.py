"""Ties: what a statement of independence says of bodies, places and years, held against the report."""

import pytest

from scr_check.comparison.independence import contradiction
from scr_check.comparison.index import ReportIndex
from scr_check.documents.overview import Overview, Paragraph

TOLD = (
    "Ada Fenn chaired the panel. She was a nurse in Corley from 1988 to 1991. She has never worked for Dunmere Borough Council,"
    " and has no connection with any agency in Ashvale. She is not a member of the Board."
)


def contradicts(said: str, told: str) -> bool:
    names = ReportIndex(Overview()).names
    return contradiction(said, [Paragraph(text=told)], names) is not None


@pytest.mark.parametrize(
    ("said", "false"),
    [
        ("She nursed in Corley between 1988 and 1991 and never worked for Dunmere Borough Council", False),
        ("Never employed by Dunmere Borough Council; unconnected with the agencies of Ashvale", False),
        ("A former nurse; has no link with Ashvale or with Dunmere", False),
        ("She sits on no board and belongs to none of the agencies", False),
        ("She is a member of the Board", True),
        ("In 1988 she advised Dunmere Borough Council", True),
        ("She has never worked in Dunmere or in Corley", True),
        ("From 1988 to 1991 she worked for Dunmere Borough Council", True),
        ("Once a manager in Ashvale Children's Services", True),
        ("She was a nurse in Corley from 1988 to 1996", True),
    ],
)
def test_ties_are_held_against_the_report(said: str, false: bool) -> None:
    assert contradicts(said, TOLD) is false


@pytest.mark.parametrize(
    ("said", "false"),
    [
        ("In 2004 the Board paid her for a day's training, which she disclosed", False),
        ("In 2004 she gave a day's training for the Board free of charge", True),
        ("In 2004 she trained the Board's staff for a day without being paid", True),
    ],
)
def test_work_that_was_paid_is_not_called_unpaid(said: str, false: bool) -> None:
    told = "In 2004 Ada Fenn gave a day's training for the Board, for which she was paid a fee; she declared this."
    names = ReportIndex(Overview()).names
    assert (contradiction(said, [Paragraph(text=told)], names) is not None) is false


CAREER = "Ada Fenn wrote the report. She is a retired director of nursing. She came to the panel's meetings and did not vote."


@pytest.mark.parametrize(
    ("said", "false"),
    [
        ("She was a director of nursing until she retired, and had no vote on the panel", False),
        ("A retired director of nursing services", False),
        ("A retired director of housing services", True),
        ("She attended the panel and shared in its votes", True),
    ],
)
def test_a_career_and_a_vote_are_held_against_the_report(said: str, false: bool) -> None:
    assert contradicts(said, CAREER) is false
