"""Short names: what a report goes on to call a body by the first or last words of its name."""

import pytest

from scr_check.comparison.names import report_names
from scr_check.documents.overview import Overview, OverviewRecommendation, Paragraph

STORY = "The nurse rang {0}. {0} did not answer for a week."


def names(*texts, bodies=("Breakwater Young People's Service",)):
    asked = [OverviewRecommendation(id="1", text="It must act.", addressed_to=list(bodies))]
    return report_names(Overview(paragraphs=[Paragraph(text=text) for text in texts], recommendations=asked))


@pytest.mark.parametrize(
    ("body", "short"),
    [
        ("Breakwater Young People's Service", "Breakwater"),
        ("Royal Tarvale Hospital NHS Trust", "Royal Tarvale"),
    ],
)
def test_the_first_words_of_a_name_stand_for_the_body(body, short):
    known = names(STORY.format(short), bodies=[body])
    assert known.party_of(short) == known.party_of(body) is not None


def test_bodies_of_two_places_are_known_by_place_and_short_form():
    text = "It rang Dale CSC and Fell CSC. Nobody at Dale CSC or at Fell CSC answered."
    known = report_names(
        Overview(
            paragraphs=[Paragraph(text=text)], glossary={"CSC": "Children's social care; the department"}
        )
    )
    dale, fell = known.party_of("Dale CSC"), known.party_of("Fell CSC")
    assert dale == known.party_of("Dale Children's Social Care")
    assert dale.may_be(known.party_of("Dale CSC")) and not dale.may_be(fell)


@pytest.mark.parametrize(
    "texts",
    [
        ("Nobody named it by itself.",),
        ("They lived in Breakwater. The aunt had a flat in Breakwater.",),  # a place
        ("Breakwater Police rang. Breakwater Council wrote. Breakwater said no. Breakwater went on.",),
        ("NHS Breakwater rang and NHS Breakwater wrote.",),
        (STORY.format("Breakwater"), "The boy sat on the breakwater."),
    ],
)
def test_a_place_or_the_beginning_of_several_names_stands_for_none(texts):
    assert names(*texts).party_of("Breakwater") is None


def test_a_body_is_the_same_with_and_without_the_place_before_it():
    long, short = "Dale City Council Housing Options Service", "Housing Options Service"
    known = names("A story.", bodies=[long, short])
    assert known.party_of(short) == known.party_of(long)
    both = names("A story.", bodies=[long, short, "Moor City Council Housing Options Service"])
    assert both.party_of(short) != both.party_of(long)
