"""Damaged word processors' files are read or refused, and nothing else ever happens.

Set SCR_CHECK_MUTATIONS to try more files than the few of a quick run, and SCR_CHECK_SEED to try others.
"""

import copy
import os
import random
import zipfile

import odt_files
import pytest
import word_files
from lxml import etree

from scr_check.errors import UnreadableDocument
from scr_check.readers.docx import read_docx
from scr_check.readers.odt import read_odt

FILES = int(os.environ.get("SCR_CHECK_MUTATIONS", "150"))
SEED = int(os.environ.get("SCR_CHECK_SEED", "2010"))
VALUES = ("", "-1", "0", "8", "9", "99999999999", "x", "\u0663", "\u00b2", "true", "none", "restart")


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


def mutated(content, chance):
    """An XML part with some elements taken out, doubled, moved, renamed, or with other values."""
    root = etree.fromstring(content)
    elements = list(root.iter())
    for _ in range(chance.choice((1, 3, 10))):
        element, other = chance.choice(elements), chance.choice(elements)
        match chance.randrange(5):
            case 0 if element.getparent() is not None:
                element.getparent().remove(element)
            case 1 if sum(1 for _ in element.iter()) < 300:
                other.insert(chance.randrange(len(other) + 1), copy.deepcopy(element))
            case 2 if element.attrib:
                element.set(chance.choice(list(element.attrib)), chance.choice(VALUES))
            case 3:
                element.tag = other.tag
            case 4:
                element.text = chance.choice(("", "\u00ad", "text", " "))
    return etree.tostring(root)


@pytest.mark.parametrize(
    ("build", "read", "suffix"), [(word_file, read_docx, "docx"), (text_file, read_odt, "odt")]
)
def test_a_mutated_file_is_read_or_refused(tmp_path, build, read, suffix, record_property):
    source = build(tmp_path / f"whole.{suffix}")
    with zipfile.ZipFile(source) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    assert read(source).blocks
    chance, refused = random.Random(SEED), 0
    for place in range(FILES):
        target = tmp_path / f"{place}.{suffix}"
        chosen = chance.choice([name for name in parts if name.endswith((".xml", ".rels"))])
        with zipfile.ZipFile(target, "w") as file:
            for name, content in parts.items():
                file.writestr(name, mutated(content, chance) if name == chosen else content)
        if place % 5 == 0:
            whole = bytearray(target.read_bytes())
            whole[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
            target.write_bytes(whole)
        try:
            read(target)
        except UnreadableDocument:
            refused += 1
        target.unlink()
    record_property("mutated files", f"{FILES} read or refused, {refused} of them refused")
    assert refused < FILES
