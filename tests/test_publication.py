"""The summary for publication: in order, in every form, and only when nothing in it is wrong."""

from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import html

from scr_check.documents.summary import Summary
from scr_check.guidance import load_profile
from scr_check.publication import publication_of, published

PARTS = [
    "Information about the review process",
    "Key issues arising from the case",
    "Recommendations",
    "Action plan",
]
SUMMARY = {
    "board": "Northmoor Safeguarding Children Board",
    "subject": "Child T",
    "review_process": {
        "decided_on": "2009-11-03",
        "panel_chair": {"name": "B. Name", "job_title": "Consultant", "independence": "None of *ours*."},
        "panel_members": [{"job_title": "Designated nurse", "organisation": "The <Trust> & others"}],
    },
    "key_issues": [{"id": "K1", "title": "1. Visits", "text": "One.\n\nThe Board must:\n- look\n- listen"}],
    "recommendations": [
        {"id": "4.10", "text": "The Board must act.", "addressed_to": ["The Board"], "overview": "9.3"},
        {"id": "1", "set": "imr", "organisation": "Police", "text": "Officers must visit."},
    ],
    "action_plan": {"actions": [{"id": "1.1", "recommendation": ["overview/4.10"], "due": "2010-09-30"}]},
}


@pytest.fixture
def clean(folder):
    """A summary of which only the Board and the subject are asked."""
    (folder / "scr-check.toml").write_text('select = ["STR208"]\n', encoding="utf-8")
    (folder / "summary.yaml").write_text(
        "format: scr-summary/1\nboard: Northmoor Board\nsubject: Child T\n"
        "conclusion: |\n  The harm could have been prevented.\n",
        encoding="utf-8",
    )
    return folder


def publication(**more):
    return publication_of(Summary.model_validate(SUMMARY | more), load_profile("wt2010"))


def test_parts_come_in_the_order_of_the_guidance_and_empty_ones_are_left_out():
    assert [
        piece.text for piece in publication().pieces if piece.level == 2 and piece.kind == "heading"
    ] == PARTS


def test_numbers_dates_and_references_are_said_as_people_say_them():
    pieces = publication().pieces
    texts = [f"{piece.lead} {piece.text}".strip() for piece in pieces]
    assert "3 November 2009" in texts
    assert "Recommendation 4.10. The Board must act. (To: The Board.) (Overview report: 9.3.)" in texts
    assert pieces[-1].rows[1] == ("1.1", "4.10", "", "", "", "30 September 2010", "", "", "")


def test_lists_inside_a_text_stay_lists():
    assert [piece.text for piece in publication().pieces if piece.kind == "item"] == ["look", "listen"]


@pytest.mark.parametrize("form", ["md", "html"])
def test_no_sign_of_the_text_is_taken_for_mark_up(form):
    from scr_check.readers.markdown import blocks_of

    text = published(publication(), Summary(), form)
    if form == "md":
        blocks = blocks_of(text, "it")
        shown = [block.text for block in blocks] + [cell for b in blocks for row in b.rows for cell in row]
    else:
        shown = [node.text_content() for node in html.fromstring(text).iter("p", "td", "h3")]
    assert "Independence: None of *ours*." in shown
    assert "The <Trust> & others" in shown
    assert "1. Visits" in shown


def test_a_word_file_has_heading_styles_repeated_heads_a_language_and_a_title(scr_check, clean):
    assert scr_check("render", "summary.yaml", "-o", "out.docx").code == 0
    document = Document(clean / "out.docx")
    assert [p.style.name for p in document.paragraphs[:3]] == ["Subtitle", "Title", "Heading 1"]
    assert (document.core_properties.title, document.core_properties.language) == (
        "Executive summary: Child T",
        "en-GB",
    )
    assert not document.sections[0].header.paragraphs[0].text


def test_tables_in_word_repeat_their_heads():
    from io import BytesIO

    from scr_check.writers.publication import publication_document

    document = Document(BytesIO(publication_document(publication())))
    heads = [table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in document.tables]
    assert heads == [True, True]


def test_a_pdf_is_tagged_and_has_a_title(scr_check, clean):
    pytest.importorskip("typst", reason="PDF files need the extra `pdf`")
    assert scr_check("render", "summary.yaml", "-o", "out.pdf").code == 0
    content = (clean / "out.pdf").read_bytes()
    assert content.startswith(b"%PDF-")
    assert b"pdfuaid:part" in content
    assert b"StructTreeRoot" in content


def test_a_wide_table_takes_its_heading_onto_pages_set_sideways():
    from io import BytesIO

    from scr_check.writers.publication import publication_document

    document = Document(BytesIO(publication_document(publication())))
    upright, sideways = document.sections
    assert upright.page_width < upright.page_height
    assert sideways.page_width > sideways.page_height
    texts = [paragraph.text for paragraph in document.paragraphs]
    breaks = [
        number for number, one in enumerate(document.paragraphs) if one._p.findall(f".//{qn('w:sectPr')}")
    ]
    assert texts[breaks[0] + 1] == "Action plan"


def test_columns_are_as_wide_as_what_stands_in_them():
    from scr_check.documents.sideways import column_shares

    number, name, text = column_shares([("No.", "Recommendation", "Action"), ("1.1", "R1", "Do it. " * 30)])
    assert number < name < text


@pytest.mark.parametrize("suffix", ["docx", "html", "md"])
def test_a_draft_is_marked(scr_check, clean, suffix):
    assert scr_check("render", "summary.yaml", "--draft", "-o", f"out.{suffix}").code == 0
    out = clean / f"out.{suffix}"
    marked = (
        Document(out).sections[0].header.paragraphs[0].text
        if suffix == "docx"
        else out.read_text(encoding="utf-8")
    )
    assert "DRAFT - not for publication" in marked


def test_a_draft_has_a_watermark(scr_check, clean):
    for suffix in ("docx", "html"):
        scr_check("render", "summary.yaml", "--draft", "-o", f"draft.{suffix}")
        scr_check("render", "summary.yaml", "-o", f"final.{suffix}")

    def drawn(name):
        header = Document(clean / name).sections[0].header._element
        return [
            one.get("string")
            for one in header.iter("{urn:schemas-microsoft-com:vml}textpath")
            if one.get("string")
        ]

    assert (drawn("draft.docx"), drawn("final.docx")) == (["DRAFT"], [])
    assert html.parse(clean / "draft.html").xpath("//body/@data-watermark") == ["DRAFT"]
    assert html.parse(clean / "final.html").xpath("//body/@data-watermark") == []


def test_nothing_is_rendered_while_errors_stand(scr_check, review):
    ran = scr_check("render", "summary.yaml", "-o", "out.docx")
    assert ran.code == 1
    assert "error[" in ran.err
    assert "render it with --draft" in ran.err
    assert not (review / "out.docx").exists()
    assert scr_check("render", "summary.yaml", "-o", "out.docx", "--draft").code == 0


def test_a_name_of_the_confidential_key_stops_it_too(scr_check, folder):
    (folder / "names.yaml").write_text("Mary Example: Child T\n", encoding="utf-8")
    bad = Path(__file__).parents[1] / "examples/bad/summary.yaml"
    ran = scr_check("render", bad)
    assert ran.code == 1
    assert "error[ANO101]" in ran.err


def test_no_file_is_written_over(scr_check, clean):
    (clean / "out.md").write_text("kept", encoding="utf-8")
    ran = scr_check("render", "summary.yaml", "-o", "out.md")
    assert (ran.code, (clean / "out.md").read_text(encoding="utf-8")) == (2, "kept")
    assert scr_check("render", "summary.yaml", "-o", "out.md", "--force").code == 0


def test_a_board_brings_its_own_template(scr_check, clean):
    (clean / "own.html").write_text("<p>{{ summary.board }}: {{ publication.title }}</p>", encoding="utf-8")
    ran = scr_check("render", "summary.yaml", "--to", "html", "--template", "own.html")
    assert ran.out.strip() == "<p>Northmoor Board: Executive summary: Child T</p>"


@pytest.mark.parametrize("template", ["{{ nothing }}", "{% if %}", "{{ summary.__class__.__mro__[1] }}"])
def test_a_template_that_cannot_be_filled_in_is_told(scr_check, clean, template):
    (clean / "own.md").write_text(template, encoding="utf-8")
    ran = scr_check("render", "summary.yaml", "--template", "own.md")
    assert (ran.code, ran.out) == (2, "")
    assert "own.md" in ran.err


def test_a_letterhead_keeps_its_own_text_and_lends_its_styles(scr_check, clean):
    letterhead = Document()
    letterhead.add_paragraph("12 High Street")
    letterhead.sections[0].header.paragraphs[0].text = "Northmoor"
    letterhead.styles.element.remove(letterhead.styles["Table Grid"].element)
    letterhead.save(clean / "letter.docx")
    scr_check("render", "summary.yaml", "-o", "out.docx", "--template", "letter.docx", "--draft")
    document = Document(clean / "out.docx")
    assert document.paragraphs[0].text == "12 High Street"
    assert [p.text for p in document.sections[0].header.paragraphs] == [
        "DRAFT - not for publication",
        "Northmoor",
    ]


def test_a_letterhead_that_is_no_word_file_is_told(scr_check, clean):
    ran = scr_check("render", "summary.yaml", "-o", "out.docx", "--template", "summary.yaml")
    assert ran.code == 2
    assert "letterhead" in ran.err
