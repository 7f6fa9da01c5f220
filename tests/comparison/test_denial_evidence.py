"""What speaks for and against a word being denied: acts of one sort, and what makes a passage tell of something else."""

import pytest

from scr_check.comparison.bearing import Weighing
from scr_check.comparison.denial_context import denial_context
from scr_check.comparison.denial_evidence import denial_evidence
from scr_check.comparison.index import ReportIndex
from scr_check.comparison.names import summary_names
from scr_check.comparison.statements import statements_of
from scr_check.documents.overview import Overview, Paragraph, Section
from scr_check.documents.summary import Event, Summary

REPORT = [
    ("3.1", "The duty manager closed the case in May. She did not ring the refuge."),
    ("3.2", "The mother did not tell the landlord that there was a baby."),
    ("3.3", "The officer visited the flat in June. He did not check the records."),
    ("3.4", "The author gave one lecture for the council and has otherwise had no connection with it."),
    ("3.5", "The social worker sent an email to the duty manager. She did not telephone the foster carer."),
]


HOW_FAR = [
    (
        "4.1",
        "No crime of neglect was recorded. The sergeant had not been given the list of missing children.",
    ),
    ("4.2", "At six weeks the baby was not fully undressed. The tutor was not told of the outcome."),
    ("4.3", "The aunt was not offered a lift, and the panel considers that she should have been."),
    ("4.4", "The panel did not accept that the uncle never asked."),
]


def of(told):
    paragraphs = [
        Paragraph(ref=ref, heading="3 Facts", section=Section.FACTS, text=text) for ref, text in told
    ]
    return ReportIndex(Overview(paragraphs=paragraphs))


@pytest.fixture(scope="module")
def index():
    return of(REPORT)


def opposite(text, word, index):
    """The paragraph that says the opposite of a word, and how like its own word is; None where none does."""
    summary = Summary(summary_of_events=[Event(text=text)])
    statement = statements_of(summary, summary_names(summary, index.names))[0]
    at = [one.lower for one in statement.sentence.words].index(word)
    evidence = denial_evidence(statement, at, index, Weighing(statement, index))
    return evidence and (evidence.opposite[0].paragraph.ref, evidence.features["alike"])


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The duty manager rang the refuge and closed the case.", "rang", ("3.1", 1.0)),
        ("The duty manager consulted the refuge and closed the case.", "consulted", ("3.1", 0.5)),
        ("The duty manager fed the refuge and closed the case.", "fed", None),
        ("The mother told the landlord of the damp.", "told", None),
        ("The mother told the landlord of the baby.", "told", ("3.2", 1.0)),
        ("The officer visited the flat and checked the records.", "checked", ("3.3", 1.0)),
        ("One lecture is her only connection with the council.", "connection", None),
        (
            "The health visitor emailed the social worker, and she rang the foster carer.",
            "rang",
            ("3.5", 0.75),
        ),
        (
            "The officer checked the door of the flat, but did not look at or check the records.",
            "checked",
            None,
        ),
    ],
)
def test_a_passage_opposes_what_it_denies(index, text, word, expected):
    assert opposite(text, word, index) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("A crime of neglect was recorded.", "recorded", ("4.1", 1.0)),
        ("The sergeant had been given the list of missing children.", "given", ("4.1", 1.0)),
        ("At six weeks the baby was fully undressed.", "undressed", ("4.2", 1.0)),
        ("At six weeks the baby was undressed.", "undressed", None),
        ("The tutor was told of the decision.", "told", ("4.2", 1.0)),
        ("The aunt was offered a lift.", "offered", ("4.3", 1.0)),
        ("The panel accepted that the uncle never asked.", "accepted", ("4.4", 1.0)),
    ],
)
def test_how_far_a_denial_reaches(text, word, expected):
    assert opposite(text, word, of(HOW_FAR)) == expected


@pytest.mark.parametrize(
    ("text", "undenied", "denials"),
    [
        ("The officer visited the flat and went through the records.", 0.5, 0),
        ("The officer visited the flat but left the records. He did not check them.", 0.25, 0),
        ("The officer visited the flat and did not check the records.", 0.0, 1),
    ],
)
def test_a_denial_that_a_text_touches_and_nowhere_makes_counts(index, text, undenied, denials):
    summary = Summary(summary_of_events=[Event(text=text)])
    statement = statements_of(summary, summary_names(summary, index.names))[0]
    context = denial_context(statement, index, Weighing(statement, index))
    assert (context["undenied"], context["denials"]) == (undenied, denials)
