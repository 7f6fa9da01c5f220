"""The page that a place in a Word file was on when Word last laid the file out.

Word notes a break at the first text of a new page, also where a break was asked for explicitly.
"""

from lxml import etree

from scr_check.readers.pages import Pages
from scr_check.readers.word.names import SECTION, TYPE, VAL, W

RENDERED_BREAK, BREAK, BREAK_BEFORE = W + "lastRenderedPageBreak", W + "br", W + "pageBreakBefore"


def pages_of(document: etree._Element) -> Pages:
    """The pages of a whole document, before its first one; without any where Word noted none."""
    if next(document.iter(RENDERED_BREAK), None) is None:
        return Pages(None)
    # A section says at its end how it started, so the first of them tells nothing about a break.
    starts = [section.find(TYPE) for section in document.iter(SECTION)][1:]
    return Pages(1, [start is None or start.get(VAL) != "continuous" for start in starts])


def pass_over(element: etree._Element, pages: Pages) -> None:
    """Count the page breaks in an element that is not read."""
    for place in element.iter(RENDERED_BREAK, BREAK, W + "t"):
        if place.tag == RENDERED_BREAK:
            pages.new_page()
        elif place.tag != BREAK:
            pages.text()
        elif place.get(TYPE) == "page":
            pages.explicit_break()
