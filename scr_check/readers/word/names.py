"""The element and attribute names of WordprocessingML that the reader knows."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
DC = "{http://purl.org/dc/elements/1.1/}"

WATERMARK = "{urn:schemas-microsoft-com:vml}textpath"

VAL = W + "val"
TYPE = W + "type"
ID = W + "id"

P, R, T, TBL, TR, TC = (W + name for name in ("p", "r", "t", "tbl", "tr", "tc"))
PPR, RPR, TRPR, TCPR = (W + name for name in ("pPr", "rPr", "trPr", "tcPr"))
SDT, SDT_CONTENT, TEXT_BOX, SECTION = (W + name for name in ("sdt", "sdtContent", "txbxContent", "sectPr"))
ALTERNATE, CHOICE, FALLBACK = (MC + name for name in ("AlternateContent", "Choice", "Fallback"))

TRANSPARENT = frozenset(
    W + name
    for name in (
        "ins",
        "moveTo",
        "hyperlink",
        "smartTag",
        "customXml",
        "sdtContent",
        "dir",
        "bdo",
        "rubyBase",
    )
) | {MATH + "oMathPara"}
"""What changes nothing about the text in it."""

DROPPED = frozenset(W + name for name in ("del", "moveFrom"))
"""What a tracked change took away."""

TRACKED = tuple(
    W + name
    for name in (
        "ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge",
        "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange",
        "tblGridChange", "numberingChange",
    )
)  # fmt: skip
"""Every element that records a tracked change."""

BLOCKS = (
    P, TBL, TR, TC, SDT, SECTION, TEXT_BOX, ALTERNATE,
    *(W + name for name in ("fldSimple", "fldChar", "drawing", "pict", "object", "footnoteReference")),
)  # fmt: skip
"""Paragraphs, what they stand in, and what stands in them other than runs of text."""
