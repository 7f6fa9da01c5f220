"""Who stands in the report where the summary has somebody: by the words, the verb and the figures round both."""

import pytest

from scr_check.comparison.bearing import Weighing
from scr_check.comparison.index import ReportIndex
from scr_check.comparison.party import Party
from scr_check.comparison.party_evidence import PartyEvidence, party_evidence
from scr_check.comparison.sentence import read_sentences
from scr_check.comparison.statements import Statement
from scr_check.documents.overview import Overview, Paragraph
from scr_check.documents.place import Pointer

REPORT = Overview(
    glossary={"HV1": "health visitor", "SW1": "social worker"},
    paragraphs=[
        Paragraph(text=text)
        for text in (
            "HV1 weighed the baby on 4 May 2010 and wrote to the GP. She asked for an appointment at the clinic.",
            "The grandmother rang the school on 6 June 2010. The mother had told the grandmother of the damp.",
            "SW1 visited the flat with the housing officer. The midwife should have told the police of the dog.",
            "The council mended the roof in the autumn. The neighbour heard shouting at night.",
            *(f"Case conference number {n} was held in the town hall." for n in range(60)),
        )
    ],
)
INDEX = ReportIndex(REPORT)


def evidence(text: str, said: str) -> PartyEvidence:
    """The evidence on the party that a statement names by these words."""
    sentence = read_sentences(text, INDEX.names)[0]
    statement = Statement(Pointer("/conclusion"), "events", sentence)
    place = sentence.text.index(said)
    mention = next(one for one in sentence.mentions if sentence.words[one.first].start == place)
    return party_evidence(statement, mention, INDEX, Weighing(statement, INDEX))


def rival(text: str, said: str) -> str | None:
    """The words by which the report names another in the place of a statement's party."""
    found = evidence(text, said).rival
    if found is None:
        return None
    passage, mention = found
    words = passage.sentence.words
    return passage.sentence.text[words[mention.first].start : words[mention.end - 1].end]


@pytest.mark.parametrize(
    ("text", "said", "other"),
    [
        ("The midwife weighed the baby on 4 May 2010.", "midwife", "HV1"),
        ("The neighbour rang the school on 6 June 2010.", "neighbour", "grandmother"),
        ("The midwife asked for an appointment at the clinic.", "midwife", "She"),
        ("The grandmother had told the mother of the damp.", "grandmother", "mother"),
    ],
)
def test_another_stands_where_all_else_is_told_alike(text: str, said: str, other: str) -> None:
    assert rival(text, said) == other


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The grandmother rang the school on 6 June 2010.", "grandmother"),
        ("The mother had told the grandmother of the damp.", "mother"),
        (
            "The social worker told the police of the dog.",
            "social worker",
        ),  # the midwife should have, and did not
        ("The midwife liked the garden.", "midwife"),
        ("The midwife wrote.", "midwife"),  # too little to tell by
    ],
)
def test_nobody_stands_in_the_place_of_one_who_is_named_there_or_where_nothing_is_told(
    text: str, said: str
) -> None:
    assert rival(text, said) is None


def test_the_party_itself_fits_better_than_any_other_where_it_is_named() -> None:
    assert (
        evidence("The grandmother rang the school on 6 June 2010.", "grandmother").features["fit margin"] < 0
    )
    assert evidence("The neighbour rang the school on 6 June 2010.", "neighbour").features["fit margin"] > 0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("sibling", "brother", True),
        ("great aunt", "aunt", True),
        ("brother", "sister", False),
        ("aunt", "mother", False),
    ],
)
def test_one_relative_may_be_called_by_two_words(one, other, same):
    assert Party("family", one).may_be(Party("family", other)) is same
    assert Party("family", other).may_be(Party("family", one)) is same
