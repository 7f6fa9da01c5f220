"""The PDF for publication as somebody has it read to them: tagged, in order, with titles and table heads."""

from collections.abc import Iterator
from itertools import pairwise

import pytest

pypdf = pytest.importorskip("pypdf")
pytest.importorskip("typst", reason="PDF files need the extra `pdf`")

SUMMARY = """\
format: scr-summary/1
board: Northmoor Board
subject: Child T
review_process:
  circumstances: A child was harmed.
  panel_members:
    - {job_title: Designated nurse, organisation: Northmoor Trust}
conclusion: |
  The harm could have been prevented.
recommendations:
  - {id: "1", text: The Board must act., addressed_to: [The Board]}
action_plan:
  actions:
    - {id: "1.1", recommendation: overview/1, action: Act, lead: Chair, due: 2010-09-30}
"""


@pytest.fixture
def pdf(scr_check, folder):
    """The PDF of a small summary, of which nothing is asked."""
    (folder / "scr-check.toml").write_text('select = ["STR208"]\n', encoding="utf-8")
    (folder / "summary.yaml").write_text(SUMMARY, encoding="utf-8")
    ran = scr_check("render", "summary.yaml", "-o", "out.pdf")
    assert ran.code == 0, ran.err
    return pypdf.PdfReader(folder / "out.pdf")


def elements(part) -> Iterator[dict]:
    """The elements of the structure in the order in which they are read."""
    part = part.get_object() if hasattr(part, "get_object") else part
    if isinstance(part, list):
        for one in part:
            yield from elements(one)
    elif isinstance(part, dict):
        if "/S" in part:
            yield part
        yield from elements(part.get("/K"))


def tags(part) -> list[str]:
    return [one["/S"].removeprefix("/") for one in elements(part)]


def test_it_says_what_it_is(pdf):
    root = pdf.trailer["/Root"]
    assert bool(root["/MarkInfo"]["/Marked"])
    assert root["/Lang"] == "en-GB"
    assert bool(root["/ViewerPreferences"]["/DisplayDocTitle"])
    assert pdf.metadata.title == "Executive summary: Child T"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()


def test_everything_on_its_pages_is_part_of_the_structure_or_marked_as_decoration(pdf):
    for page in pdf.pages:
        assert page["/Tabs"] == "/S"
        assert "/StructParents" in page
        depth = 0
        for operands, operator in page.get_contents().operations:
            depth += (operator in (b"BDC", b"BMC")) - (operator == b"EMC")
            assert operator not in (b"Tj", b"TJ") or depth > 0, operands


def test_headings_go_down_one_step_at_a_time(pdf):
    levels = [
        int(tag[1])
        for tag in tags(pdf.trailer["/Root"]["/StructTreeRoot"])
        if tag in ("H1", "H2", "H3", "H4")
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))


def test_every_table_has_heads_that_name_their_column(pdf):
    tables = [one for one in elements(pdf.trailer["/Root"]["/StructTreeRoot"]) if one["/S"] == "/Table"]
    assert len(tables) == 2
    for table in tables:
        assert tags(table)[1:4] == ["THead", "TR", "TH"]
        heads = [one for one in elements(table) if one["/S"] == "/TH"]
        assert all(any(about.get("/Scope") == "/Column" for about in head["/A"]) for head in heads)
        assert "TD" in tags(table)


def test_the_plan_stands_under_its_heading_on_a_page_set_sideways(pdf):
    width, height = (float(one) for one in pdf.pages[-1].mediabox[2:])
    assert width > height
    text = pdf.pages[-1].extract_text()
    assert text.index("Action plan") < text.index("Monitoring")


def test_its_parts_can_be_reached_from_the_outline(pdf):
    titles = []

    def collect(entries):
        for one in entries:
            collect(one) if isinstance(one, list) else titles.append(one.title)

    collect(pdf.outline)
    assert {"Executive summary: Child T", "Recommendations", "Action plan"} <= set(titles)
