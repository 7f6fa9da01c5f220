"""The element and attribute names of OpenDocument that the reader knows."""

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
DC = "{http://purl.org/dc/elements/1.1/}"
LIBREOFFICE = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

P, H, LIST, ITEM, LIST_HEADER = (TEXT + name for name in ("p", "h", "list", "list-item", "list-header"))
STYLE_NAME, START_VALUE, PAGE_BREAK = (
    TEXT + name for name in ("style-name", "start-value", "soft-page-break")
)
NOTE, ANNOTATION, TEXT_BOX = TEXT + "note", OFFICE + "annotation", DRAW + "text-box"

MARGINS = tuple(STYLE + name + kind for name in ("header", "footer") for kind in ("", "-left", "-first"))
"""The heads and feet of pages."""

CELL, COVERED, ROW = (TABLE + name for name in ("table-cell", "covered-table-cell", "table-row"))
BLOCKS = (P, H, LIST, ITEM, CELL, COVERED, ROW)
"""Paragraphs and what they stand in."""
