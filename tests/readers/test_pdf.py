"""PDF files as blocks: what pages look like, and what is read from them."""

from pathlib import Path

import pytest
from hostile_files import LOCK
from pdf_files import LEFT, Sheet, pdf

from scr_check.errors import UnreadableDocument
from scr_check.readers import pdf as reader
from scr_check.readers.blocks import Block
from scr_check.readers.pdf import read_pdf
from scr_check.readers.pdf.composing import blocks_of
from scr_check.readers.pdf.leaves import leaf_of
from scr_check.readers.pdf.margins import without_running_lines
from scr_check.readers.pdf.mending import Mending
from scr_check.readers.pdf.pdfium import PdfFile

ONE = "1.2" + " The panel met nine times between May and July and heard from eleven agencies." * 3
TWO = "1.3" + " No agency held the whole picture, and none asked the others what they knew." * 2


def blocks(tmp_path: Path, *sheets: Sheet) -> list[Block]:
    """The blocks of the sheets, read in this process."""
    path = tmp_path / "overview.pdf"
    path.write_bytes(pdf(*sheets))
    leaves = [leaf_of(page, comments) for page, comments in PdfFile(str(path)).pages() if page]
    without_running_lines(leaves)
    return blocks_of(leaves)


def texts(found: list[Block]) -> list[str]:
    return [block.text for block in found]


def test_lines_become_paragraphs_and_large_or_bold_numbered_lines_headings(tmp_path):
    sheet = Sheet()
    sheet.paragraph("Child A: overview report", size=18, bold=True)
    sheet.paragraph("1 Introduction", size=14, bold=True)
    sheet.paragraph("1.1 Process", size=11, bold=True)
    sheet.paragraph(ONE).paragraph(TWO)
    sheet.paragraph("Harrowdale Trust", bold=True)
    assert blocks(tmp_path, sheet) == [
        Block("heading", "Child A: overview report", level=1, bold=True, page=1),
        Block("heading", "1 Introduction", level=2, bold=True, page=1),
        Block("heading", "1.1 Process", level=3, bold=True, page=1),
        Block("paragraph", ONE, page=1),
        Block("paragraph", TWO, page=1),
        Block("paragraph", "Harrowdale Trust", bold=True, page=1),
    ]


def test_numbers_start_paragraphs_even_where_no_space_parts_them(tmp_path):
    sheet = Sheet()
    for number, text in enumerate((ONE, TWO, ONE.replace("1.2", "1.4"))):
        sheet.y -= 8 * (number > 0)
        sheet.paragraph(text)
    assert texts(blocks(tmp_path, sheet)) == [ONE, TWO, ONE.replace("1.2", "1.4")]


def test_a_hanging_number_and_a_line_that_wraps_before_a_number(tmp_path):
    sheet = (
        Sheet().put(LEFT, 90, "4.9").put(108, 90, "The panel found, as it says in more detail in paragraph")
    )
    sheet.put(108, 103, "4.10 below, that nobody asked.").put(LEFT, 124, "4.10").put(
        108, 124, "Nobody asked."
    )
    assert texts(blocks(tmp_path, sheet)) == [
        "4.9 The panel found, as it says in more detail in paragraph 4.10 below, that nobody asked.",
        "4.10 Nobody asked.",
    ]


def test_running_heads_and_page_numbers_are_left_out_and_repeated_headings_kept(tmp_path):
    words, sheets = ("first", "next", "third", "other", "last"), []
    for number in range(1, 6):
        sheet = Sheet().put(250, 40, "RESTRICTED").put(280, 810, f"Page {number} of 5")
        sheet.paragraph(f"Recommendation {number + 2 * (number > 2)}", size=14, bold=True)
        sheets.append(sheet.paragraph(f"{number}.1 The {words[number - 1]} agency must report each quarter."))
    found = blocks(tmp_path, *sheets)
    assert texts(found)[:4] == [
        "Recommendation 1",
        "1.1 The first agency must report each quarter.",
        "Recommendation 2",
        "2.1 The next agency must report each quarter.",
    ]
    assert texts(found)[-2] == "Recommendation 7"
    assert not any("RESTRICTED" in text or "Page" in text for text in texts(found))
    assert [block.page for block in found] == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]


def test_running_heads_are_told_apart_from_the_text(tmp_path):
    sheets = [
        Sheet().put(250, 40, "RESTRICTED").put(280, 810, "Page 1").paragraph(text)
        for text in (ONE, TWO, "1.4 It agreed its report.", "1.5 It then met the family.")
    ]
    path = tmp_path / "overview.pdf"
    path.write_bytes(pdf(*sheets))
    assert read_pdf(path).heads == ("RESTRICTED",)


def test_a_paragraph_that_runs_over_the_page_is_one_block(tmp_path):
    first, second = Sheet(), Sheet()
    first.put(LEFT, 760, "1.2 The panel met nine times and heard from eleven agencies, each of which had")
    second.put(LEFT, 90, "looked into its own work.").put(LEFT, 111, "1.3 It agreed its report.")
    assert blocks(tmp_path, first, second) == [
        Block(
            "paragraph",
            "1.2 The panel met nine times and heard from eleven agencies, each of which had "
            "looked into its own work.",
            page=1,
        ),
        Block("paragraph", "1.3 It agreed its report.", page=2),
    ]


def test_a_raised_sign_may_push_its_line_away_from_the_sentence(tmp_path):
    sheet = Sheet().paragraph(ONE + ONE[3:], size=10)
    sheet.put(LEFT, 400, "1.3 Two agencies provided reports, and one was written on behalf of NHS board of")
    sheet.put(LEFT, 416.5, "Northmoor as commissioner.").put(LEFT + 26 * 6, 412, "1", 6)
    assert texts(blocks(tmp_path, sheet))[-1].startswith("1.3 Two agencies")
    assert "Northmoor as commissioner" in texts(blocks(tmp_path, sheet))[-1]


def test_a_sentence_goes_on_over_the_page_after_a_semicolon(tmp_path):
    first, second = Sheet(), Sheet()
    first.put(LEFT, 747, "1.2 The panel met nine times and heard from eleven agencies, each of which had its")
    first.put(
        LEFT, 760, "own record, and the coast force expected the Council to call such meetings in time;"
    )
    second.put(LEFT, 90, "Sandmere expected the force to do so.").put(LEFT, 111, "1.3 It agreed its report.")
    assert texts(blocks(tmp_path, first, second))[0].endswith(
        "in time; Sandmere expected the force to do so."
    )


def test_two_columns_are_read_one_after_the_other(tmp_path):
    sheet = Sheet().paragraph("4 Analysis of what the agencies knew and did", size=16)
    left, right = (Sheet(y=140, marks=sheet.marks) for _ in range(2))
    left.paragraph(ONE + ONE[3:], x=LEFT, right=285).paragraph(TWO, x=LEFT, right=285)
    right.paragraph(ONE.replace("1.2", "1.4"), x=310).paragraph(TWO.replace("1.3", "1.5"), x=310)
    assert [text[:3] for text in texts(blocks(tmp_path, sheet))] == ["4 A", "1.2", "1.3", "1.4", "1.5"]


def test_a_table_in_a_column_is_read_with_its_column(tmp_path):
    sheet = Sheet()
    left, right = (Sheet(marks=sheet.marks) for _ in range(2))
    left.paragraph(ONE, x=LEFT, right=285).paragraph(TWO, x=LEFT, right=285)
    left.paragraph(ONE.replace("1.2", "1.4"), x=LEFT, right=285)
    right.paragraph(TWO.replace("1.3", "1.5"), x=310)
    right.table([306, 400, 500], [["Job title", "Employer"], ["Head of Quality", "Harrowdale"]])
    right.paragraph(ONE.replace("1.2", "1.6"), x=310)
    found = blocks(tmp_path, sheet)
    assert [block.text[:3] or block.kind for block in found] == ["1.2", "1.3", "1.4", "1.5", "table", "1.6"]
    assert found[4].rows == (("Job title", "Employer"), ("Head of Quality", "Harrowdale"))


def test_footnotes_stand_after_the_block_that_refers_to_them(tmp_path):
    sheet = Sheet().put(LEFT, 90, "1.2 A report was written by the nurse.").put(LEFT + 38 * 6, 86, "1", 6)
    sheet.put(LEFT + 40 * 6, 90, "It was short.")
    sheet.y = 111
    sheet.paragraph(TWO).paragraph(ONE)
    sheet.put(LEFT, 780, "1", 5).put(LEFT + 6, 783, "The nurse of the trust, as the term is used in the", 8)
    sheet.put(LEFT, 793, "whole of this report.", 8)
    found = blocks(tmp_path, sheet)
    assert found[:2] == [
        Block("paragraph", "1.2 A report was written by the nurse. It was short.", page=1),
        Block("note", "The nurse of the trust, as the term is used in the whole of this report.", page=1),
    ]
    assert len(found) == 4


def test_bullets_printed_and_drawn_in_two_depths(tmp_path):
    sheet = Sheet().put(LEFT, 90, "•").put(90, 90, "the duty team;").dot(LEFT, 110).put(90, 111, "the rota;")
    sheet.put(90, 132, "-").put(108, 132, "its last page.")
    assert blocks(tmp_path, sheet) == [
        Block("item", "the duty team;", "", 1, page=1),
        Block("item", "the rota;", "", 1, page=1),
        Block("item", "its last page.", "", 2, page=1),
    ]


HEAD = ["Rec", "Action", "Lead", "By when"]
XS = [72, 110, 300, 420, 520]


def test_a_ruled_table_over_two_pages_keeps_rows_whole_and_its_head_once(tmp_path):
    first, second = Sheet(), Sheet()
    first.paragraph("Appendix A: Action plan", size=14).table(
        XS,
        [
            HEAD,
            ["1", "Issue a revised|procedure", "Head of Safeguarding", "May 2011"],
            ["2", "Audit how the|protocol", "Chair", "July"],
        ],
    )
    second.table(XS, [HEAD, ["", "is used", "", ""], ["3", "Report", "Chair of the|sub-group", "August"]])
    assert blocks(tmp_path, first, second)[1:] == [
        Block(
            "table",
            page=1,
            rows=(
                ("Rec", "Action", "Lead", "By when"),
                ("1", "Issue a revised procedure", "Head of Safeguarding", "May 2011"),
                ("2", "Audit how the protocol is used", "Chair", "July"),
                ("3", "Report", "Chair of the sub-group", "August"),
            ),
        )
    ]  # fmt: skip


def test_a_word_that_a_narrow_cell_and_the_end_of_the_page_cut_in_two(tmp_path):
    first, second = Sheet().paragraph("7.1 Safeguarding is for all."), Sheet()
    first.table(XS, [HEAD, ["1", "Issue it", "Head", "May"], ["2", "Audit it", "Head of|safeguard", "July"]])
    second.table(XS, [["", "", "ing", ""], ["3", "Report", "Chair", "August"]])
    assert blocks(tmp_path, first, second)[-1].rows[2] == ("2", "Audit it", "Head of safeguarding", "July")


def test_a_merged_cell_is_repeated(tmp_path):
    sheet = Sheet().table([72, 172, 272, 372], [["A", "B", "C"]])
    sheet.rule(72, 106, 72, 140).rule(172, 123, 172, 140).rule(272, 106, 272, 140).rule(372, 106, 372, 140)
    sheet.rule(72, 123, 372, 123).rule(72, 140, 372, 140)
    sheet.put(80, 118, "wide", 8).put(280, 118, "one", 8)
    for x, text in ((80, "p"), (180, "q"), (280, "r")):
        sheet.put(x, 135, text, 8)
    assert blocks(tmp_path, sheet)[0].rows == (("A", "B", "C"), ("wide", "wide", "one"), ("p", "q", "r"))


def test_a_table_whose_rows_alone_are_ruled(tmp_path):
    sheet, rows = Sheet(), ["Rec|Action", "OR 1|Issue a revised procedure", "|to all staff", "OR 2|Audit it"]
    for number, (row, rule) in enumerate(zip(rows, (True, True, False, True), strict=True)):
        y = 100 + 12 * number
        for x, text in zip((LEFT, 150), row.split("|"), strict=True):
            sheet.put(x, y, text)
        if rule:
            sheet.rule(LEFT, y - 9, 400, y - 9)
    sheet.rule(LEFT, 140, 400, 140)
    assert blocks(tmp_path, sheet)[0].rows == (
        ("Rec", "Action"),
        ("OR 1", "Issue a revised procedure to all staff"),
        ("OR 2", "Audit it"),
    )


def test_a_table_drawn_cell_by_cell(tmp_path):
    sheet, xs, ys = Sheet(), (72, 200, 330), (100, 120, 140)
    for y in ys:
        sheet.thin_box(xs[0], y, xs[1], y).thin_box(xs[1], y, xs[2], y)
    for x in xs:
        sheet.thin_box(x, ys[0], x, ys[1]).thin_box(x, ys[1], x, ys[2])
    for place, text in enumerate(("Rec", "Action", "1", "Issue it")):
        sheet.put(xs[place % 2] + 5, ys[place // 2] + 13, text)
    assert blocks(tmp_path, sheet)[0].rows == (("Rec", "Action"), ("1", "Issue it"))


def test_a_table_that_is_continued_under_a_caption(tmp_path):
    first, second = Sheet().put(LEFT, 80, "Table 2"), Sheet().put(LEFT, 80, "Table 2 (continued)")
    first.table(XS, [HEAD, ["1", "Issue it", "Head", "May"]])
    second.table(XS, [HEAD, ["2", "Audit it", "Chair", "July"]])
    found = blocks(tmp_path, first, second)
    assert texts(found) == ["Table 2", ""]
    assert [row[0] for row in found[1].rows] == ["Rec", "1", "2"]


def test_text_in_a_frame_is_running_text(tmp_path):
    sheet = Sheet().paragraph(ONE).frame(100, 140, 420, 200)
    sheet.put(110, 160, "Recommendation 1. The Board must ask every agency,")
    sheet.put(110, 173, "Harrowdale Trust included, for a report.")
    sheet.y = 230
    assert texts(blocks(tmp_path, sheet.paragraph(TWO))) == [
        ONE,
        "Recommendation 1. The Board must ask every agency, Harrowdale Trust included, for a report.",
        TWO,
    ]


def test_raised_letters_belong_to_their_word_and_recognised_letters_vary_in_size(tmp_path):
    sheet = (
        Sheet().paragraph(ONE, size=10).put(LEFT, 200, "1.3 On the 21", 10).put(LEFT + 13 * 6, 196, "st", 6)
    )
    sheet.put(LEFT + 15 * 6, 200, "of May the duty team held a discussion by telephone with the", 10)
    sheet.put(LEFT, 213, "hospital and the police.", 11)
    assert texts(blocks(tmp_path, sheet))[1] == (
        "1.3 On the 21st of May the duty team held a discussion by telephone with the hospital and the "
        "police."
    )


def test_a_table_whose_columns_only_line_up(tmp_path):
    rows = [
        ["Reference", "Relationship", "Age"],
        ["Child A", "subject of the|review", "6 months"],
        ["Mother", "mother of both", "19"],
        ["MGM", "grandmother", "43"],
    ]
    sheet = Sheet().paragraph(ONE).table([72, 180, 320, 400], rows, ruled=False).paragraph(TWO)
    found = blocks(tmp_path, sheet)
    assert [block.kind for block in found] == ["paragraph", "table", "paragraph"]
    assert found[1].rows == (
        ("Reference", "Relationship", "Age"),
        ("Child A", "subject of the review", "6 months"),
        ("Mother", "mother of both", "19"),
        ("MGM", "grandmother", "43"),
    )


@pytest.mark.parametrize("width", [2.78, 3.14, 4.04])
def test_columns_that_hardly_any_white_parts(tmp_path, width):
    """Cells without rules whose lines end two millimetres before the next column."""
    pytest.importorskip("typst", reason="a page with letters of different widths is set by the extra `pdf`")
    from scr_check.writers.pdf import pdf_of

    rows = (
        ("Rec", "Action to be taken", "Lead officer", "By when"),
        ("R1", "Amend the assessment procedure so that no assessment is signed off until records from outside have been read", "Head of Referral and Assessment", "31 October 2010"),
        ("R2", "Rewrite the visiting standard and the record of visits, and write to every manager", "Head of Safeguarding and Review", "Immediately"),
        ("R3", "Set up a cover rota and a weekly list of children on plans who have no named worker", "Director of Nursing and Patient Care", "within 3 months"),
    )  # fmt: skip
    cells = ", ".join(f"[{cell}]" for row in rows for cell in row)
    look = f"columns: (1cm, {width}cm, 2.2cm, 1.7cm), stroke: none, inset: (x: 1mm, y: 5pt)"
    text = f'#set document(title: "x")\n#set text(size: 8pt, lang: "en")\n#table({look}, {cells})\n'
    (tmp_path / "plan.pdf").write_bytes(pdf_of(text, "plan"))
    (table,) = blocks_of([leaf_of(page) for page, _ in PdfFile(str(tmp_path / "plan.pdf")).pages()])
    assert table.rows == rows


def test_frames_side_by_side_are_no_lines_one_below_the_other(tmp_path):
    sheet = Sheet()
    for row in range(13):
        for x in (72, 200, 330):
            sheet.frame(x, 100 + 30 * row, x + 110, 122 + 30 * row)
            sheet.put(x + 5, 114 + 30 * row, f"Cell {row}")
    assert len(blocks(tmp_path, sheet)) > 12


@pytest.mark.parametrize(
    ("sheet", "place"),
    [
        (Sheet(842, 595), "1 0 0 1 {x} {y}"),
        (Sheet(595, 842, rotate=90), "0 1 -1 0 {down} {x}"),
        (Sheet(595, 842, rotate=270), "0 -1 1 0 {y} {back}"),
        (Sheet(595, 842), "0 1 -1 0 {down} {x}"),
    ],
    ids=["wide", "turned right", "turned left", "text that runs up the page"],
)
def test_landscape_pages(tmp_path, sheet, place):
    lines = ["1.2 The panel met nine times and", "heard from eleven agencies.", "Lead agency"]
    for number, line in enumerate(lines):
        down = 90 + 13 * number + 30 * (number > 1)
        matrix = place.format(x=72, y=595 - down, down=down, back=842 - 72)
        sheet.put(0, 0, line, bold=number > 1, matrix=matrix)
    assert texts(blocks(tmp_path, sheet)) == [" ".join(lines[:2]), "Lead agency"]


def test_a_table_of_contents_is_left_out(tmp_path):
    contents = Sheet().paragraph("Contents", size=14)
    for title, page in (("1 Introduction", 3), ("1.1 Process", 3), ("2 The facts", 9)):
        contents.put(LEFT, contents.y, f"{title} {'.' * 40} {page}")
        contents.y += 14
    assert texts(blocks(tmp_path, contents, Sheet().paragraph(ONE))) == [ONE]


VOCABULARY = (
    "The multi-agency panel and its information officer saw a child under supervision sharing a follow-up"
)


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("a multi-\nagency team", "a multi-agency team"),
        ("the infor-\nmation that", "the information that"),
        ("non-\naccidental harm", "non-accidental harm"),
        ("Mrs Cassidy-\nMoore wrote", "Mrs Cassidy-Moore wrote"),
        ("in 2010-\n11 and", "in 2010-11 and"),
        ("he said -\nand left", "he said - and left"),
        ("and/\nor", "and/or"),
        ("the cat\nsat", "the cat sat"),
        ("03/04/20\v10", "03/04/2010"),
        ("Neighbourhood\vs", "Neighbourhoods"),
        ("information\vofficer", "information officer"),
        ("the Trust\v's plan", "the Trust's plan"),
        ("an instruc\vtion", "an instruction"),
        ("unusual\vcriteria", "unusual criteria"),
        ("super\vvisi\von of", "supervision of"),
    ],
)
def test_words_broken_at_the_end_of_a_line(broken, whole):
    assert Mending([VOCABULARY, broken]).joined(broken) == whole


def test_words_divided_by_a_program_are_put_together():
    text = "the infor-\nmation of the super-\nvision was a mis-\nunderstanding"
    assert (
        Mending([VOCABULARY, text]).joined(text)
        == "the information of the supervision was a misunderstanding"
    )


REMARK = "/Annots[<</Type/Annot/Subtype/Text/Rect[9 9 20 20]/Contents(check this)>>]"


def test_a_document_is_read_in_its_own_process_with_its_comments_counted(tmp_path):
    path = tmp_path / "Bericht über Kind A.pdf"
    path.write_bytes(pdf(Sheet().paragraph(ONE), extra=REMARK, title="Child A"))
    document = read_pdf(path)
    assert document.title == "Child A"
    assert document.blocks == (Block("paragraph", ONE, page=1),)
    assert document.traces == ("1 comment by a reviewer",)
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


GOOD = pdf(Sheet().paragraph(ONE))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"just text", "not a PDF"),
        (b"%PDF-1.4\n" + b"\0" * 5000, "is damaged"),
        (GOOD[: len(GOOD) // 2], "is damaged"),
        (pdf(), "is damaged"),
        (pdf(Sheet()), "a scan"),
        (pdf(Sheet().paragraph("%&/()=?*+" * 40)), "no readable text"),
        (pdf(Sheet().paragraph(ONE), trailer=LOCK), "a password"),
        (pdf(*[Sheet()] * 1001), "1,001 pages"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_in_one_sentence(tmp_path, content, words):
    path = tmp_path / "overview.pdf"
    path.write_bytes(content)
    with pytest.raises(UnreadableDocument, match=words) as caught:
        read_pdf(path)
    assert str(caught.value).startswith("overview.pdf ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("code", "words"), [(None, "limits of memory and time"), (1, "a fault in scr-check")]
)
def test_a_process_that_ends_without_an_answer(tmp_path, monkeypatch, code, words):
    path = tmp_path / "overview.pdf"
    path.write_bytes(GOOD)
    monkeypatch.setattr(reader, "_messages", lambda _: [["pages", 2], ["page", 1], ["ended", code]])
    with pytest.raises(UnreadableDocument, match=words):
        read_pdf(path)


def test_a_reading_that_stalls_is_given_up(tmp_path, monkeypatch):
    path = tmp_path / "overview.pdf"
    path.write_bytes(GOOD)
    monkeypatch.setattr(reader, "STALLED", 0.0)
    with pytest.raises(UnreadableDocument, match="limits of memory and time"):
        read_pdf(path)
