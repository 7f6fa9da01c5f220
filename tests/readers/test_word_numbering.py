"""The numbers that Word shows, which stand in no paragraph's text."""

import pytest
from word_files import abstract, box, num, numbered, p, r, style, write_docx

from scr_check.readers.docx import read_docx

LEGAL = (("decimal", "%1"), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"), ("lowerRoman", "(%4)"))

OWN_LEVEL = (
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1"><w:lvl w:ilvl="1">'
    '<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Rec %1.%2"/></w:lvl></w:lvlOverride>'
    "</w:num>"
)


def shown(path, body, lists, styles=""):
    """What stands before each paragraph, in order."""
    document = read_docx(write_docx(path / "overview.docx", body, numbering=lists, styles=styles))
    return [block.number for block in document.blocks]


def at(*levels, num=1):
    """Paragraphs at these levels of a list."""
    return "".join(p("text", num=num, level=level) for level in levels)


CASES = {
    "levels restart below": (
        abstract(0, *LEGAL) + num(1, 0),
        at(0, 1, 1, 2, 2, 1, 2, 3, 0, 1),
        ["1", "1.1", "1.2", "(a)", "(b)", "1.3", "(a)", "(i)", "2", "2.1"],
    ),
    "lists of one definition go on with one count": (
        abstract(0, *LEGAL) + num(1, 0) + num(2, 0),
        at(0, 1) + at(1, num=2) + at(1),
        ["1", "1.1", "1.2", "1.3"],
    ),
    "a start override counts once and the count goes on from it": (
        abstract(0, *LEGAL) + num(1, 0) + num(2, 0, l0=4, l1=37),
        at(0, 1) + at(1, num=2) + at(1) + at(1, num=2) + at(0) + at(1, num=2),
        ["1", "1.1", "1.37", "1.38", "1.39", "2", "2.1"],
    ),
    "a list restarted": (
        abstract(0, ("decimal", "%1.")) + num(1, 0) + num(2, 0, l0=1),
        at(0, 0) + at(0, 0, num=2),
        ["1.", "2.", "1.", "2."],
    ),
    "a start that is not 1": (
        abstract(0, ("upperLetter", "Annexe %1:", 3)) + num(1, 0),
        at(0, 0),
        ["Annexe C:", "Annexe D:"],
    ),
    "a level that never restarts": (
        abstract(0, ("decimal", "%1"), ("decimal", "Finding %2", 1, '<w:lvlRestart w:val="0"/>')) + num(1, 0),
        at(0, 1, 1, 0, 1),
        ["1", "Finding 1", "Finding 2", "2", "Finding 3"],
    ),
    "a level that restarts after the first level only": (
        abstract(0, *LEGAL[:2], ("decimal", "%1/%3", 1, '<w:lvlRestart w:val="1"/>')) + num(1, 0),
        at(0, 1, 2, 1, 2, 0, 2),
        ["1", "1.1", "1/1", "1.2", "1/2", "2", "2/1"],
    ),
    "a level passed over": (
        abstract(0, ("decimal", "%1"), ("decimal", "%1.%2"), ("decimal", "%1.%2.%3")) + num(1, 0),
        at(0, 0, 2, 1),
        ["1", "2", "2.1.1", "2.1"],
    ),
    "the level above missing": (
        abstract(0, *LEGAL) + num(1, 0),
        at(1, 1, 0, 1),
        ["1.1", "1.2", "2", "2.1"],
    ),
    "figures below a Roman level": (
        abstract(0, ("upperRoman", "Part %1"), ("decimalZero", "%1.%2", 1, "<w:isLgl/>")) + num(1, 0),
        at(0, 0, 1),
        ["Part I", "Part II", "2.01"],
    ),
    "letters beyond z": (
        abstract(0, ("lowerLetter", "%1)", 26)) + num(1, 0),
        at(0, 0, 0),
        ["z)", "aa)", "bb)"],
    ),
    "bullets, and signs that stand for them": (
        abstract(0, ("bullet", "\uf0b7"), ("decimal", "-"), ("none", "")) + num(1, 0),
        at(0, 1, 2),
        ["", "", None],
    ),
    "no number": (abstract(0, *LEGAL) + num(1, 0), at(0, num=0) + at(0, num=9) + p("text"), [None] * 3),
    "an empty paragraph shows its number too": (
        abstract(0, ("decimal", "%1.")) + num(1, 0),
        at(0) + p(num=1) + at(0),
        ["1.", "3."],
    ),
    "a hidden paragraph counts": (
        abstract(0, *LEGAL) + num(1, 0),
        at(0, 1) + p(r("unseen", "<w:vanish/>"), num=1, properties="<w:rPr><w:vanish/></w:rPr>") + at(1),
        ["1", "1.1", "2.1"],
    ),
    "a deleted paragraph is not counted": (
        abstract(0, ("decimal", "%1.")) + num(1, 0),
        at(0)
        + p(f"<w:del>{r('gone')}</w:del>", num=1, properties='<w:rPr><w:del w:id="1"/></w:rPr>')
        + at(0),
        ["1.", "2."],
    ),
    "each text box counts on its own": (
        abstract(0, ("decimal", "%1.")) + num(1, 0),
        at(0) + p(r("anchor") + box(at(0))) + p(box(at(0))) + at(0),
        ["1.", None, "1.", "1.", "2."],
    ),
    "a level of its own in one list": (
        abstract(0, *LEGAL) + num(1, 0) + OWN_LEVEL,
        at(0, 1) + at(1, num=2),
        ["1", "1.1", "Rec 1.2"],
    ),
}


@pytest.mark.parametrize(("lists", "body", "numbers"), CASES.values(), ids=CASES)
def test_numbers_are_those_that_word_shows(tmp_path, lists, body, numbers):
    assert shown(tmp_path, body, lists) == numbers


STYLED = abstract(
    0,
    ("decimal", "%1", 1, '<w:pStyle w:val="Chapter"/>'),
    ("decimal", "%1.%2", 1, '<w:pStyle w:val="Para"/>'),
) + num(1, 0)
STYLES = (
    style("Chapter", paragraph=numbered(1))
    + style("Para", paragraph=numbered(1))
    + style("Indented", based_on="Para")
    + style("Plain", based_on="Para", paragraph=numbered(0))
    + style("Circle", based_on="Circle")
)


@pytest.mark.parametrize(
    ("body", "numbers"),
    [
        (p("t", style="Chapter") + p("t", style="Para") + p("t", style="Indented"), ["1", "1.1", "1.2"]),
        (p("t", style="Chapter") + p("t", style="Plain") + p("t", style="Para"), ["1", None, "1.1"]),
        (p("t", style="Chapter") + p("t", style="Para", num=0) + p("t", style="Para"), ["1", None, "1.1"]),
        (p("t", style="Chapter") + p("t", style="Chapter", properties=numbered(None, 1)), ["1", "1.1"]),
        (p("t", style="Circle") + p("t", style="Unknown"), [None, None]),
    ],
)
def test_a_style_brings_its_number(tmp_path, body, numbers):
    assert shown(tmp_path, body, STYLED, STYLES) == numbers


def test_a_list_takes_its_levels_from_a_numbering_style_and_counts_on_its_own(tmp_path):
    lists = (
        abstract(0, *LEGAL, extra='<w:styleLink w:val="Report"/>')
        + abstract(1, extra='<w:numStyleLink w:val="Report"/>')
        + num(1, 0)
        + num(2, 1)
    )
    styles = style("Report", kind="numbering", paragraph=numbered(1))
    body = at(0, 1) + at(0, 1, 2, num=2)
    assert shown(tmp_path, body, lists, styles) == ["1", "1.1", "1", "1.1", "(a)"]


def test_a_circle_of_numbering_styles_numbers_nothing(tmp_path):
    lists = abstract(0, extra='<w:numStyleLink w:val="A"/>') + num(1, 0)
    assert shown(tmp_path, at(0), lists, style("A", kind="numbering", paragraph=numbered(1))) == [None]


@pytest.mark.parametrize(
    ("levels", "level", "kind", "depth"),
    [
        (LEGAL, 1, "paragraph", 1),
        (LEGAL, 0, "paragraph", 1),
        (LEGAL, 2, "item", 1),
        (LEGAL, 3, "item", 2),
        ([("decimal", "%1."), ("lowerLetter", "%2.")], 0, "item", 1),
        ([("decimal", "%1."), ("lowerLetter", "%2.")], 1, "item", 2),
        ([("bullet", "o"), ("bullet", "o")], 1, "item", 2),
        ([("decimal", "Recommendation %1:")], 0, "paragraph", 1),
    ],
)
def test_numbers_with_two_levels_or_a_word_make_paragraphs_and_others_items(
    tmp_path, levels, level, kind, depth
):
    lists = abstract(0, *levels) + num(1, 0)
    document = read_docx(write_docx(tmp_path / "overview.docx", at(level), numbering=lists))
    assert [(block.kind, block.level) for block in document.blocks] == [(kind, depth)]
