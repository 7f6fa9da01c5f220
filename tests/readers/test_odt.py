"""OpenDocument texts as blocks: what is read, what is not, and what is said about it."""

import pytest
from odt_files import cell, h, items, list_style, p, style, table, write_odt

from scr_check.readers.odt import read_odt

ONE, TWO = 'style:num-format="1"', 'style:num-format="1" text:display-levels="2"'
STYLES = (
    list_style("Legal", ONE, TWO, 'style:num-format="a" style:num-prefix="(" style:num-suffix=")"')
    + list_style("Plain", ONE + ' style:num-suffix="."', 'style:num-format="i" style:num-suffix=")"')
    + list_style("Letters", 'style:num-format="a"')
    + list_style("Bullets", "bullet", "bullet")
    + list_style("Annexe", 'loext:num-list-format="Annexe %1%:" style:num-format="A" text:start-value="3"')
    + list_style("Bare", 'style:num-format=""', TWO)
    + f'<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" {ONE}/>'
    + f'<text:outline-level-style text:level="2" {TWO}/></text:outline-style>'
    + style("Title")
    + style("Bold", text='fo:font-weight="bold"')
    + style("Unbold", parent="Bold", text='fo:font-weight="normal"')
    + style("Secret", text='text:display="none"')
    + style("Unnumbered", attributes='style:list-style-name=""')
    + style("Listed", attributes='style:list-style-name="Plain"')
    + style("TB", "text", text='fo:font-weight="700"')
    + style("TH", "text", text='text:display="none"')
    + '<style:style style:name="New" style:family="paragraph">'
    '<style:paragraph-properties fo:break-before="page"/></style:style>'
    + style("First", attributes='style:master-page-name="Landscape"')
)


@pytest.fixture
def read(tmp_path):
    """Reads an OpenDocument text with this body."""
    return lambda body, **parts: read_odt(write_odt(tmp_path / "overview.odt", body, styles=STYLES, **parts))


def text(count=1):
    return [p("text")] * count


def nested(depth, content):
    """A list in a list in a list."""
    for _ in range(depth):
        content = items(content, style="Plain")
    return content


NUMBERS = {
    "levels": (
        items(p("6") + items(p("6.1") + items(*text(2)), p("6.2")), p("7"), style="Legal"),
        ["1", "1.1", "(a)", "(b)", "1.2", "2"],
    ),
    "a level above missing": (
        items(items(*text(2)), p("t"), items(items(p("t"))), items(p("t")), style="Legal"),
        ["1.1", "1.2", "2", "(a)", "2.2"],
    ),
    "a list begins anew": (items(*text(2), style="Plain") * 2, ["1.", "2.", "1.", "2."]),
    "a list continues the one it names": (
        items(*text(2), style="Legal", attributes='xml:id="l1"')
        + items(p("t"), style="Plain", attributes='xml:id="l2" text:continue-list="nothing"')
        + items(p("t"), style="Legal", attributes='xml:id="l3" text:continue-list="l1"')
        + items(p("t"), style="Legal", attributes='text:continue-list="l3"'),
        ["1", "2", "1.", "3", "4"],
    ),
    "a list continues the one before it if both are of one style": (
        items(p("t"), style="Plain")
        + items(p("t"), style="Plain", attributes='text:continue-numbering="true"')
        + items(p("t"), style="Legal")
        + items(p("t"), style="Plain", attributes='text:continue-numbering="true"'),
        ["1.", "2.", "1", "1."],
    ),
    "a number set by hand": (
        '<text:list text:style-name="Plain"><text:list-header><text:p>t</text:p></text:list-header>'
        '<text:list-item text:start-value="5"><text:p>t</text:p></text:list-item>'
        "<text:list-item><text:p>t</text:p></text:list-item></text:list>",
        [None, "5.", "6."],
    ),
    "more paragraphs in an item": (items(p("a") + p("b"), p("c"), style="Plain"), ["1.", None, "2."]),
    "an empty item": (items(p("a"), p(), p("c"), style="Plain"), ["1.", "3."]),
    "letters beyond z": (items(*text(28), style="Letters"), [*"abcdefghijklmnopqrstuvwxyz", "aa", "ab"]),
    "bullets": (items(p("a") + items(p("b")), style="Bullets"), ["", ""]),
    "words in a number": (items(*text(2), style="Annexe"), ["Annexe C:", "Annexe D:"]),
    "a level without a number": (items(items(p("a")), style="Bare"), ["1"]),
    "the paragraph's style brings the list": (items(p("a", "Listed")), ["1."]),
    "no style": (items(p("a")), [None]),
    "headings": (
        h("a") + h("b", 2) + h("c", 1, "Unnumbered") + h("d", 1, attributes='text:is-list-header="true"')
        + h("e", 1, attributes='text:restart-numbering="true" text:start-value="7"') + h("f", 2),
        ["1", "1.1", None, None, "7", "7.1"],
    ),
    "headings in lists": (items(h("a") + items(p("b")), style="Legal"), ["1", "1.1"]),
    "numbered paragraphs": (
        f'<text:numbered-paragraph text:list-id="n" text:level="1" text:style-name="Legal">{p("a")}'
        f'</text:numbered-paragraph><text:numbered-paragraph text:list-id="n" text:level="2" '
        f'text:style-name="Legal">{p("b")}</text:numbered-paragraph>',
        ["1", "1.1"],
    ),
    "deeper than any list": (nested(10, p("a")), [None]),
}  # fmt: skip


@pytest.mark.parametrize(("body", "numbers"), NUMBERS.values(), ids=NUMBERS)
def test_numbers_are_those_that_libreoffice_shows(read, body, numbers):
    assert [block.number for block in read(body).blocks] == numbers


def test_kinds_and_levels(read):
    body = p("The Board", "Title") + h("Facts", 2) + items(p("a") + items(p("b")), style="Plain")
    body += items(items(p("c") + items(p("d"))), style="Legal")
    assert [(block.kind, block.level) for block in read(body).blocks] == [
        ("heading", 1),
        ("heading", 2),
        ("item", 1),
        ("item", 2),
        ("paragraph", 1),
        ("item", 1),
    ]


TEXTS = {
    "spaces": (
        "12<text:s/>March<text:tab/>2010<text:line-break/>and <text:s text:c='90000000'/>after",
        "12 March 2010 and after",
    ),
    "hyphens": ("sub\u2011group, care\u00adful", "sub-group, careful"),
    "spans, links and fields": (
        "<text:span>Salt</text:span>marsh <text:a>General</text:a> <text:meta>6.1</text:meta>",
        "Saltmarsh General 6.1",
    ),
    "a comment": ("seen<office:annotation><text:p>Check</text:p></office:annotation> again", "seen again"),
    "hidden text": ('seen<text:span text:style-name="TH"> unseen</text:span>', "seen"),
    "a sequence": ("Recommendation <text:sequence>4</text:sequence>", "Recommendation 4"),
    "ruby": (
        "<text:ruby><text:ruby-base>word</text:ruby-base><text:ruby-text>x</text:ruby-text></text:ruby>",
        "word",
    ),
}


@pytest.mark.parametrize(("inline", "printed"), TEXTS.values(), ids=TEXTS)
def test_a_paragraph_reads_as_it_is_printed(read, inline, printed):
    assert [block.text for block in read(p(inline)).blocks] == [printed]


@pytest.mark.parametrize(
    ("paragraph", "bold"),
    [
        (p("a", "Bold"), True),
        (p("a", "Unbold"), False),
        (p('<text:span text:style-name="TB">a</text:span> '), True),
        (p('<text:span text:style-name="TB">a</text:span> b'), False),
    ],
)
def test_bold_is_all_of_the_text(read, paragraph, bold):
    assert [block.bold for block in read(paragraph).blocks] == [bold]


TABLES = {
    "plain": (
        table(cell("No.") + cell("Action"), cell("1") + cell("Train")),
        (("No.", "Action"), ("1", "Train")),
    ),
    "merged across": (
        table(
            cell("Board", 'table:number-columns-spanned="2"') + "<table:covered-table-cell/>",
            cell("1") + cell("Train"),
        ),
        (("Board", "Board"), ("1", "Train")),
    ),
    "merged down": (
        table(
            cell("OR 1", 'table:number-rows-spanned="2"') + cell("Train"),
            "<table:covered-table-cell/>" + cell("Audit"),
            cell("OR 2") + cell("Write"),
        ),
        (("OR 1", "Train"), ("OR 1", "Audit"), ("OR 2", "Write")),
    ),
    "lists in cells": (
        table(cell(items(p("Train"), p("Audit"), style="Plain")) + cell(items(p(), style="Plain"))),
        (("1. Train 2. Audit", "1."),),
    ),
    "a table in a cell": (table(cell("1") + cell(table(cell("a") + cell("b")))), (("1", "a b"),)),
    "repeated beyond reason": (
        table(cell("a", 'table:number-columns-spanned="900000000"') + cell("b")),
        (("a", "b"),),
    ),
}


@pytest.mark.parametrize(("xml", "rows"), TABLES.values(), ids=TABLES)
def test_tables_give_rows_of_cells(read, xml, rows):
    assert [block.rows for block in read(xml).blocks] == [rows]


def test_header_rows_stand_once_and_boxes_are_paragraphs(read):
    first, second = cell("No.") + cell("Action"), cell("1") + cell("Train")
    head = f"<table:table-header-rows><table:table-row>{first}</table:table-row></table:table-header-rows>"
    rows = "".join(f"<table:table-row>{row}</table:table-row>" for row in (second, first))
    assert read(f"<table:table>{head}{rows}</table:table>").blocks[0].rows == (
        ("No.", "Action"),
        ("1", "Train"),
    )
    boxed = read(table(cell(h("Finding") + p("The Trust did not act.")))).blocks
    assert [(block.kind, block.text) for block in boxed] == [
        ("heading", "Finding"),
        ("paragraph", "The Trust did not act."),
    ]


def test_notes_and_text_boxes_follow_their_anchor(read):
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>3</text:note-citation>'
        f"<text:note-body>{p('Note')}{p('more')}</text:note-body></text:note>"
    )
    frame = f"<draw:frame><draw:text-box>{p('Boxed')}</draw:text-box></draw:frame>"
    shape = f"<draw:g><draw:custom-shape>{p('Shaped')}</draw:custom-shape></draw:g>"
    document = read(
        frame + p(f"One{note} and two.{frame}") + p(shape + "After") + table(cell(p("a" + note)) + cell("b"))
    )
    assert [(block.kind, block.number, block.text) for block in document.blocks] == [
        ("paragraph", None, "Boxed"),
        ("paragraph", None, "One and two."),
        ("note", "3", "Note more"),
        ("paragraph", None, "Boxed"),
        ("paragraph", None, "After"),
        ("paragraph", None, "Shaped"),
        ("table", None, ""),
        ("note", "3", "Note more"),
    ]


def test_what_is_not_content_is_not_read(read):
    changes = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Gone</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
    )
    contents = (
        f"<text:table-of-content><text:index-body>{p('Facts 3')}</text:index-body></text:table-of-content>"
    )
    section = "".join(
        f'<text:section text:display="{display}">{p(seen)}</text:section>'
        for display, seen in (("none", "Unseen"), ("true", "Seen"), ("condition", "Seen"))
    )
    hidden = p("Unseen", "Secret") + p('<text:hidden-paragraph text:is-hidden="true"/>Unseen')
    comment = p("Text<office:annotation><text:p>Check</text:p></office:annotation>")
    document = read(changes + contents + section + hidden + comment, title="Child T")
    assert [block.text for block in document.blocks] == ["Seen", "Seen", "Text"]
    assert document.title == "Child T"
    assert document.traces == ("1 tracked change", "1 comment by a reviewer", "hidden text in 3 places")
    assert len(document.remarks) == 3


def test_headers_and_footers_are_read_apart(tmp_path):
    margins = "".join(f"<style:{name}>{p('RESTRICTED')}</style:{name}>" for name in ("header", "footer-left"))
    document = read_odt(write_odt(tmp_path / "a.odt", p("Text"), styles=margins))
    assert [block.text for block in document.blocks] == ["Text"]
    assert document.heads == ("RESTRICTED",)


def test_pages_are_those_that_the_file_notes(read):
    turn = "<text:soft-page-break/>"
    body = (
        p("1", "First") + p("1") + turn + p(f"2 {turn}and 3") + p("4", "New") + p("", "New") + p("6", "First")
    )
    assert [block.page for block in read(body).blocks] == [1, 1, 2, 4, 6]
    rows = table(cell("7") + cell("7")).replace("</table:table-row>", "</table:table-row>" + turn)
    assert [block.page for block in read(p("1") + rows + p("2")).blocks] == [1, 1, 2]
    assert [block.page for block in read(p("1") + p("2", "New")).blocks] == [None, None]
