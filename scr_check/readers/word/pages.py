"""The page that a place in a Word file was on when Word last laid the file out."""

from collections.abc import Iterable

from lxml import etree

from scr_check.readers.word.names import SECTION, TYPE, VAL, W

RENDERED_BREAK, BREAK, BREAK_BEFORE = W + "lastRenderedPageBreak", W + "br", W + "pageBreakBefore"


class Pages:
    """Counts pages from 1, by the page breaks that Word noted; `current` is None where it noted none.

    Word notes a break at the first text of the new page, also where a break was asked for explicitly.
    `starts` tells of each section but the first whether it starts on a new page.
    """

    def __init__(self, current: int | None, starts: Iterable[bool] = (), *, turning: bool = True) -> None:
        self.current = current
        self._starts = iter(starts)
        self._turning = turning and current is not None
        self._fresh = True  # nothing stands on the page yet

    def text(self) -> None:
        """Note that something is printed."""
        self._fresh = False

    def explicit_break(self) -> None:
        """Go to the next page, also from an empty one."""
        if self._turning and self.current is not None:
            self.current += 1
            self._fresh = True

    def new_page(self) -> None:
        """Go to the next page unless this one is empty."""
        if not self._fresh:
            self.explicit_break()

    def section_end(self) -> None:
        """Go to the next page if the next section starts on one."""
        if next(self._starts, False):
            self.new_page()

    def pass_over(self, element: etree._Element) -> None:
        """Count the breaks in an element that is not read."""
        for place in element.iter(RENDERED_BREAK, BREAK, W + "t"):
            if place.tag == RENDERED_BREAK:
                self.new_page()
            elif place.tag != BREAK:
                self.text()
            elif place.get(TYPE) == "page":
                self.explicit_break()


def pages_of(document: etree._Element) -> Pages:
    """The pages of a whole document, before its first one."""
    if next(document.iter(RENDERED_BREAK), None) is None:
        return Pages(None)
    # A section says at its end how it started, so the first of them tells nothing about a break.
    starts = [section.find(TYPE) for section in document.iter(SECTION)][1:]
    return Pages(1, [start is None or start.get(VAL) != "continuous" for start in starts])


def page_of_anchor(page: int | None) -> Pages:
    """The one page of a note or text box, which does not turn."""
    return Pages(page, turning=False)
