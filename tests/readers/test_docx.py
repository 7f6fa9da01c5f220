"""Word files as blocks: what is read, what is not, and what is said about it."""

import zipfile

import pytest
from word_files import abstract, box, cell, field, num, p, r, row, style, table, write_docx

from scr_check.readers.docx import read_docx

BOLD, HIDDEN = "<w:b/>", "<w:vanish/>"
BREAK, NOTED = '<w:r><w:br w:type="page"/></w:r>', "<w:r><w:lastRenderedPageBreak/></w:r>"
STYLES = (
    style("Normal", default=True)
    + style("Heading1", name="heading 1", run=BOLD)
    + style("Board", based_on="Heading1")
    + style("Aside", based_on="Heading1", paragraph='<w:outlineLvl w:val="9"/>', run='<w:b w:val="0"/>')
    + style("Title", name="Title")
    + style("TOC1", name="toc 1")
    + style("TOCHeading", name="TOC Heading", based_on="Aside")
    + style("Strong", kind="character", run=BOLD)
    + style("Secret", run=HIDDEN)
)


def run(name):
    """A run that holds only this element."""
    return f"<w:r><w:{name}/></w:r>"


@pytest.fixture
def read(tmp_path):
    """Reads a Word file with this body."""

    def reading(body, **parts):
        parts.setdefault("styles", STYLES)
        return read_docx(write_docx(tmp_path / "overview.docx", body, **parts))

    return reading


TEXTS = {
    "runs split in words": (r("Investi") + r("gations"), "Investigations"),
    "tabs and breaks": (r("6.1") + run("tab") + r("The") + run("br") + r("panel"), "6.1 The panel"),
    "hyphens": (
        r("sub") + run("noBreakHyphen") + r("group, care\u00adful") + run("softHyphen"),
        "sub-group, careful",
    ),
    "spaces": (r("12\u00a0March\u202f2010 \u200band  after"), "12 March 2010 and after"),
    "letters with loose accents": (r("Zoe\u0308"), "Zoë"),
    "smart tags, links, controls": (
        f"<w:smartTag>{r('Saltmarsh')}</w:smartTag><w:hyperlink>{r(' General')}</w:hyperlink>"
        f"<w:sdt><w:sdtPr/><w:sdtContent>{r(' Hospital')}</w:sdtContent></w:sdt>",
        "Saltmarsh General Hospital",
    ),
    "a prompt that nobody filled in": (
        f"{r('Date: ')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
        f"<w:sdtContent>{r('Click here')}</w:sdtContent></w:sdt>",
        "Date:",
    ),
    "tracked changes": (
        f"{r('The ')}<w:del>{r('old')}<w:r><w:delText>er</w:delText></w:r></w:del><w:ins>{r('new')}</w:ins>"
        f"<w:moveFrom>{r('gone')}</w:moveFrom><w:moveTo>{r(' text')}</w:moveTo>",
        "The new text",
    ),
    "hidden text": (r("seen") + r(" unseen", HIDDEN) + r(" again"), "seen again"),
    "a field's stored result": (r("see ") + field("REF _Ref1 \\r \\h", "6.12"), "see 6.12"),
    "a field in a field": (r("page ") + field("IF 1 = 1", "7") + field("XE hidden"), "page 7"),
    "a simple field": (f'{r("see ")}<w:fldSimple w:instr=" REF a ">{r("9.3")}</w:fldSimple>', "see 9.3"),
    "a sequence with its result": (
        r("Finding ") + field("SEQ F \\* ARABIC", "4") + r(": it"),
        "Finding 4: it",
    ),
    "ticks": ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' + r(" done"), "\u2713 done"),
    "an unfinished field": ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r("lost"), None),
}


@pytest.mark.parametrize(("runs", "text"), TEXTS.values(), ids=TEXTS)
def test_a_paragraph_reads_as_it_is_printed(read, runs, text):
    document = read(p(runs) + p("after"))
    assert [block.text for block in document.blocks] == ([text] if text else []) + ["after"]


def test_text_hidden_by_its_style_can_be_shown_by_hand(read):
    document = read(p(r("unseen") + r("seen", '<w:vanish w:val="0"/>'), style="Secret"))
    assert [block.text for block in document.blocks] == ["seen"]
    assert document.traces == ("hidden text in 1 place",)


def test_sequences_without_stored_results_are_counted(read):
    label = r("Recommendation ")
    body = p(label + field("SEQ Rec")) * 2 + p(label + field("SEQ Rec", "7")) + p(label + field("SEQ Rec"))
    body += p(r("Table ") + field("SEQ Table \\* ROMAN")) + p(label + field("SEQ Rec \\r 20"))
    texts = [block.text for block in read(body).blocks]
    assert texts == [*(f"Recommendation {n}" for n in (1, 2, 7, 8)), "Table I", "Recommendation 20"]


def test_headings_are_told_by_style_and_long_sentences_in_such_a_style_are_not(read):
    sentence = "The panel met nine times between May and July and heard from every agency."
    document = read(
        p("The Board", style="Title")
        + p("Introduction", style="Heading1")
        + p("Analysis", style="Board")
        + p("An aside", style="Aside")
        + p("Facts", properties='<w:outlineLvl w:val="1"/>')
        + p(sentence, style="Heading1")
        + p(r("plain") + r(" bold", BOLD))
        + p(r("bold", BOLD) + r(" too", '<w:rStyle w:val="Strong"/>'))
    )
    assert [(block.kind, block.level, block.bold) for block in document.blocks] == [
        ("heading", 1, False),
        ("heading", 1, True),
        ("heading", 1, True),
        ("paragraph", 1, False),
        ("heading", 2, False),
        ("paragraph", 1, True),
        ("paragraph", 1, False),
        ("paragraph", 1, True),
    ]


def test_a_deleted_paragraph_end_joins_two_paragraphs(read):
    body = (
        p(r("The panel "), properties="<w:rPr><w:del/></w:rPr>") + p("met.", style="Heading1") + p("After.")
    )
    assert [(block.kind, block.text) for block in read(body).blocks] == [
        ("heading", "The panel met."),
        ("paragraph", "After."),
    ]


CONTENTS = (
    p("Contents", style="TOCHeading"),
    p(field("TOC \\o", "1 Introduction 3")),
    f'<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    f"<w:sdtContent>{p('Contents')}</w:sdtContent></w:sdt>",
    p("Contents", style="TOCHeading") + p("1 Introduction 3", style="TOC1"),
)


@pytest.mark.parametrize("contents", CONTENTS[1:])
def test_the_table_of_contents_is_not_read(read, contents):
    assert [block.text for block in read(contents + p("Introduction")).blocks] == ["Introduction"]


def test_a_contents_heading_used_elsewhere_and_a_table_of_contents_without_end_lose_nothing(read):
    assert len(read(CONTENTS[0] + p("Glossary")).blocks) == 2
    begun = CONTENTS[1].replace('<w:r><w:fldChar w:fldCharType="end"/></w:r>', "")
    assert [block.text for block in read(begun + p("Introduction")).blocks] == [
        "1 Introduction 3",
        "Introduction",
    ]


def test_paragraphs_in_content_controls_keep_their_numbers(read):
    lists = abstract(0, ("decimal", "%1"), ("decimal", "%1.%2")) + num(1, 0)
    held = p("The panel met.", num=1, level=1)
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{held}</w:sdtContent></w:sdt>"
    blocks = read(p("Process", num=1) + control + held, numbering=lists).blocks
    assert [block.number for block in blocks] == ["1", "1.1", "1.2"]


def test_text_boxes_are_read_once_after_their_anchor(read):
    document = read(p(r("Anchor") + box(p("Boxed"))) + p(box("", fallback=p("Old"))) + p("After"))
    assert [block.text for block in document.blocks] == ["Anchor", "Boxed", "Old", "After"]


def test_notes_follow_the_block_that_refers_to_them(read):
    mark = '<w:r><w:{0}Reference w:id="{1}"/></w:r>'.format
    body = p(r("One") + mark("footnote", 2) + r(" and two.") + mark("footnote", 3))
    body += p(r("Three") + '<w:r><w:footnoteReference w:id="4" w:customMarkFollows="1"/><w:t>*</w:t></w:r>')
    body += table(("Cell", ("", p(r("noted") + mark("endnote", 2))))) + p("After")
    notes = "".join(f'<w:footnote w:id="{n}">{p(f"Note {n}")}{p("more")}</w:footnote>' for n in (2, 3, 4))
    separator = f'<w:footnote w:type="separator" w:id="0">{p("rule")}</w:footnote>'
    document = read(body, footnotes=separator + notes, endnotes=f'<w:endnote w:id="2">{p("End")}</w:endnote>')
    assert [(block.kind, block.number, block.text) for block in document.blocks] == [
        ("paragraph", None, "One and two."),
        ("note", "1", "Note 2 more"),
        ("note", "2", "Note 3 more"),
        ("paragraph", None, "Three"),
        ("note", "*", "Note 4 more"),
        ("table", None, ""),
        ("note", "i", "End"),
        ("paragraph", None, "After"),
    ]


WIDE, DOWN, MORE = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
TABLES = {
    "plain": (table(("No.", "Action"), ("1", "Train")), (("No.", "Action"), ("1", "Train"))),
    "merged across": (table(((WIDE, p("Board")),), ("1", "Train")), (("Board", "Board"), ("1", "Train"))),
    "merged down": (
        table(((DOWN, p("OR 1")), "Train"), ((MORE, p()), "Audit"), ("OR 2", "Write")),
        (("OR 1", "Train"), ("OR 1", "Audit"), ("OR 2", "Write")),
    ),
    "several paragraphs": (table(("1", ("", p("Train") + p("all staff")))), (("1", "Train all staff"),)),
    "a table in a cell": (table(("1", ("", table(("a", "b")) + p()))), (("1", "a b"),)),
    "uneven and blank rows": (table(("1", "2", "3"), ("", ""), ("4",)), (("1", "2", "3"), ("4", "", ""))),
    "a header row copied by hand": (
        table(("No.", "Action"), ("1", "Train"), ("No.", "Action"), ("2", "Audit")),
        (("No.", "Action"), ("1", "Train"), ("2", "Audit")),
    ),
    "a deleted row": (
        f"<w:tbl>{row(('1', 'Train'))}{row(('2', 'Gone'), '<w:del/>')}</w:tbl>",
        (("1", "Train"),),
    ),
    "rows and cells in controls": (
        f"<w:tbl><w:sdt><w:sdtContent>{row(('1', 'Train'))}</w:sdtContent></w:sdt><w:tr>{cell('2')}"
        f"<w:sdt><w:sdtContent>{cell('Audit')}</w:sdtContent></w:sdt></w:tr></w:tbl>",
        (("1", "Train"), ("2", "Audit")),
    ),
    "a text box in a cell": (table(("1", ("", p(r("Train") + box(p("boxed")))))), (("1", "Train boxed"),)),
    "a span beyond reason": (table((('<w:gridSpan w:val="2000000000"/>', p("a")),)), None),
}


@pytest.mark.parametrize(("xml", "rows"), TABLES.values(), ids=TABLES)
def test_tables_give_rows_of_cells(read, xml, rows):
    blocks = read(xml).blocks
    assert [block.kind for block in blocks] == ["table" if rows else "paragraph"]
    assert blocks[0].rows == (rows or ())


def test_automatic_numbers_in_cells_are_part_of_the_cell(read):
    lists = abstract(0, ("decimal", "%1.")) + num(1, 0)
    body = table(*((("", p(num=1)), ("", p("Train", num=1))) for _ in range(2)))
    assert read(body, numbering=lists).blocks[0].rows == (("1.", "2. Train"), ("3.", "4. Train"))


def test_a_box_drawn_as_a_table_is_read_as_paragraphs(read):
    inner = ("", p("Recommendation", style="Heading1") + p("The Trust must act."))
    blocks = read(table((inner,), ("Second",))).blocks
    assert [(block.kind, block.text) for block in blocks] == [
        ("heading", "Recommendation"),
        ("paragraph", "The Trust must act."),
        ("paragraph", "Second"),
    ]


def test_pages_are_those_of_the_last_layout(read):
    section = '<w:sectPr><w:type w:val="{}"/></w:sectPr>'.format
    body = (
        p(BREAK + r("Title"))
        + p(BREAK)
        + p(NOTED + r("One") + NOTED + r("more"))
        + p("Two", properties="<w:pageBreakBefore/>")
        + p(NOTED + r("Three"), properties=section("nextPage"))
        + p("Four", properties=section("nextPage"))
        + p("Five", properties=section("continuous"))
        + section("continuous")
    )
    assert [block.page for block in read(body).blocks] == [2, 3, 5, 6, 7, 7]
    assert [block.page for block in read(p(BREAK + r("Title"))).blocks] == [None]


def test_what_editing_leaves_behind_is_told_without_a_word_of_it(read):
    body = p(
        r("Kept")
        + f"<w:ins>{r(' in')}</w:ins><w:del>{r(' out')}</w:del>"
        + r(" h", HIDDEN)
        + r("idden", HIDDEN)
    )
    document = read(body, comments="".join(f"<w:comment>{p('Check this.')}</w:comment>" for _ in range(3)))
    assert document.traces == ("2 tracked changes", "3 comments by reviewers", "hidden text in 1 place")
    assert document.remarks == (
        "Tracked changes were read as if all of them were accepted.",
        "Comments were not read.",
        "Hidden text was not read.",
    )
    assert [block.text for block in document.blocks] == ["Kept in"]


def test_what_the_file_does_not_hold_is_told(read):
    document = read(p(r("a") + field("AUTONUMLGL")) + "<w:altChunk/>")
    assert [sentence.split(" were not read")[0] for sentence in document.remarks] == [
        "Parts of the text that stand in another, linked file",
        "Numbers made by AUTONUM or LISTNUM fields",
    ]


def test_headers_footers_and_watermarks_are_read_apart(read):
    watermark = '<w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>'
    header = p(r("RESTRICTED") + watermark) + p(r("Child T"))
    footer = p(r("Page ") + field("PAGE", "1") + r(" of ") + field("NUMPAGES", "30")) + p("RESTRICTED")
    document = read(p("Text"), header=header, footer=footer)
    assert [block.text for block in document.blocks] == ["Text"]
    assert document.heads == ("RESTRICTED", "Child T", "DRAFT")


def test_a_clean_file_has_no_traces_and_its_title_is_that_of_its_properties(read):
    document = read(p("Text"), title="Child T:  overview report")
    assert (document.title, document.remarks, document.traces) == ("Child T: overview report", (), ())


def test_strict_files_and_files_with_another_main_part_are_read(tmp_path):
    source = write_docx(tmp_path / "a.docx", p("Text", style="Heading1"), styles=STYLES)
    target = tmp_path / "b.docx"
    strict = (
        b"schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"purl.oclc.org/ooxml/wordprocessingml/main",
    )
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            moved = name.replace("document", "document2")
            new.writestr(moved, old.read(name).replace(b"document.xml", b"document2.xml").replace(*strict))
    assert [(block.kind, block.text) for block in read_docx(target).blocks] == [("heading", "Text")]
