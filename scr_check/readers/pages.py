"""Counting the pages of a file that notes where its pages broke."""

from collections.abc import Iterable


class Pages:
    """The page reached in reading, from 1; `current` is None throughout where the file notes no pages.

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


def page_of_anchor(page: int | None) -> Pages:
    """The one page of a note or text box, which does not turn."""
    return Pages(page, turning=False)
