"""Whole files of every kind with something of everything, to be damaged."""

import textwrap
from pathlib import Path

import odt_files
import pdf_files
import word_files

from scr_check.readers.overview import read_overview
from scr_check.readers.overview_yaml import overview_yaml

GOOD = Path(__file__).parents[2] / "examples" / "good"


def word_file(path):
    """A Word file with something of everything."""
    w = word_files
    styles = w.style("Para", paragraph=w.numbered(1, 1)) + w.style("H", name="heading 1", run="<w:b/>")
    lists = w.abstract(0, ("decimal", "%1"), ("decimal", "%1.%2"), ("lowerRoman", "(%3)"))
    lists += w.num(1, 0) + w.num(2, 0, l1=37)
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = (
        w.p("Facts", style="H", num=1)
        + w.p(w.r("Text ") + w.field("REF a", "6.1") + w.box(w.p("Boxed", num=1)) + note, style="Para")
        + w.p(f"<w:ins>{w.r('in')}</w:ins><w:del>{w.r('out')}</w:del>", properties="<w:rPr><w:del/></w:rPr>")
        + w.p(w.r("Rec ") + w.field("SEQ Rec") + "<w:r><w:lastRenderedPageBreak/></w:r>", num=2, level=2)
        + w.table(("No.", "Action"), (("<w:vMerge w:val='restart'/>", w.p(num=1)), ("", w.table(("a", "b")))))
        + f"<w:sdt><w:sdtPr/><w:sdtContent>{w.p('Controlled')}</w:sdtContent></w:sdt>"
    )
    notes = f'<w:footnote w:id="2">{w.p(w.r("Note") + note)}</w:footnote>'
    return w.write_docx(path, body, styles=styles, numbering=lists, footnotes=notes, title="T")


def text_file(path):
    """An OpenDocument text with something of everything."""
    o = odt_files
    styles = o.list_style("L", 'style:num-format="1"', 'style:num-format="a" text:display-levels="2"')
    body = f"<text:note-body>{o.p('Note')}</text:note-body>"
    note = f"<text:note><text:note-citation>1</text:note-citation>{body}</text:note>"
    body = (
        o.h("Facts")
        + o.items(o.p("a") + o.items(o.p("b")), style="L", attributes='xml:id="l"')
        + o.items(o.p("c"), style="L", attributes='text:continue-list="l"')
        + o.p(f"One<text:s/>{note}<draw:frame><draw:text-box>{o.p('Boxed')}</draw:text-box></draw:frame>two")
        + o.table(o.cell("1", 'table:number-rows-spanned="2"') + o.cell(o.table(o.cell("a") + o.cell("b"))))
        + f"<text:section>{o.p('Sectioned<text:soft-page-break/>')}</text:section>"
    )
    return o.write_odt(path, body, styles=styles, title="T")


def pdf_file(path):
    """A PDF with something of everything."""
    first, second = pdf_files.Sheet(), pdf_files.Sheet()
    first.paragraph("1 Introduction", size=14, bold=True)
    for number in range(1, 4):
        first.paragraph(f"1.{number} The panel met {number} times and heard from the agencies of the area.")
    first.put(pdf_files.LEFT, 400, "1", 5).put(pdf_files.LEFT + 6, 403, "A note on the panel.", 8)
    second.paragraph("9 Action plan", size=14, bold=True)
    rows = [["Rec", "Action", "Lead"], ["1", "Issue a revised|procedure", "Chair"], ["2", "Audit", "Head"]]
    second.table([72, 110, 300, 420], rows)
    path.write_bytes(pdf_files.pdf(first, second, title="T"))


def markdown_file(path):
    """A report of real size in Markdown, from its recommendations on: a whole one takes long to read."""
    text = (GOOD / "overview-report.md").read_text(encoding="utf-8")
    path.write_text(text[:6000] + text[-30000:], encoding="utf-8")


def plain_file(path):
    """The same as plain text with wrapped lines."""
    markdown_file(path)
    lines = path.read_text(encoding="utf-8").splitlines()
    wrapped = (textwrap.fill(line, 90) if "|" not in line else line.strip("|") for line in lines)
    path.write_text("\n".join(wrapped).replace("#", ""), encoding="utf-8")


def yaml_file(path):
    """The same as it was read."""
    markdown = path.with_suffix(".md")
    markdown_file(markdown)
    path.write_text(overview_yaml(read_overview(markdown)), encoding="utf-8")
    markdown.unlink()


def summary_file(path):
    """A summary."""
    path.write_bytes((GOOD / "summary.yaml").read_bytes())


WHOLE = {
    "word.docx": word_file,
    "opendocument.odt": text_file,
    "report.pdf": pdf_file,
    "report.md": markdown_file,
    "report.txt": plain_file,
    "report-read.yaml": yaml_file,
    "summary.yaml": summary_file,
}
