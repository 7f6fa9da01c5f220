"""Running heads and feet, page numbers and tables of contents, which are no part of the text."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from scr_check.readers.pdf.page import Leaf, Line, Table

_ZONE = 0.15  # of the height, at the top and at the foot
_OUTERMOST = 4  # lines from either edge
_SLOT = 4.0  # points: lines that stand so near to the same height are in the same place
_NUMBER = re.compile(r"\d+")
_LEADS_TO_A_PAGE = re.compile(r"(?:\.{3,}|(?:\. ){3,}|…|_{4,})\s*(?:\d{1,4}|[ivxl]{1,6})?$")
_PAGE_NUMBER = re.compile(r"\d{1,4}$|[ivxl]{1,6}$")
_MARGIN = 0.08  # of the height: above and below it stands what belongs to no text
_PAGE = re.compile(r"(?:.*\bpage )?[-–]?\s?#\s?[-–]?(?: of #|/#)?$")
_CONTENTS = re.compile(r"(?:table of |list of )?contents(?: page)?:?$", re.IGNORECASE)
_LONGEST_ENTRY = 4  # lines of a table of contents without a page number
_LONGEST_CONTENTS = 12  # pages

Place = tuple[Leaf, Line]


def without_running_lines(leaves: Sequence[Leaf]) -> list[str]:
    """Take out of the pages the lines that stand in the same place on many of them, and page numbers.

    Returns what these lines say. A line whose number changes from page to page counts as the same only when
    it changes with the page.
    """
    slots: dict[tuple[str, int, str], list[Place]] = defaultdict(list)
    wordings: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for leaf in leaves:
        for edge, distance, line in _outer_lines(leaf):
            wording = _NUMBER.sub("#", line.text.casefold())
            if "#" in wording and not _PAGE.match(wording) and distance > _MARGIN * leaf.height:
                continue  # "Recommendation 3" at the top of its own page
            slots[edge, round(distance / _SLOT), wording].append((leaf, line))
            wordings[edge, wording].append((leaf, line))
    running: set[int] = set()
    least = 3 if len(leaves) > 4 else 2
    for (edge, _, wording), places in slots.items():
        if len(places) >= least or (len(leaves) == 1 and _PAGE.match(wording)):
            # pages of another shape carry the same words at another height
            running.update(_same(wordings[edge, wording], least))
    texts = [line.text for leaf in leaves for line in leaf.lines if id(line) in running]
    for leaf in leaves:
        leaf.items = [item for item in leaf.items if id(item) not in running]
    return texts


def _outer_lines(leaf: Leaf) -> Iterator[tuple[str, float, Line]]:
    lines = sorted(leaf.lines, key=lambda line: line.y)
    for line in lines[:_OUTERMOST]:
        if line.y < _ZONE * leaf.height:
            yield "top", line.y, line
    for line in lines[-_OUTERMOST:]:
        if line.y > (1 - _ZONE) * leaf.height:
            yield "foot", leaf.height - line.y, line


def _same(places: list[Place], least: int) -> Iterator[int]:
    """The lines without a number, with a number that runs with the pages, or with one that often recurs."""
    numbers = [tuple(map(int, _NUMBER.findall(line.text))) for _, line in places]
    steps = Counter(
        (position, value - leaf.number)
        for (leaf, _), values in zip(places, numbers, strict=True)
        for position, value in enumerate(values)
    )
    fixed = Counter(numbers)
    for (leaf, line), values in zip(places, numbers, strict=True):
        pages = [steps[position, value - leaf.number] for position, value in enumerate(values)]
        if not values or max(pages) >= min(least, len(places)) or fixed[values] >= least:
            yield id(line)


def without_contents(leaves: Sequence[Leaf]) -> None:
    """Take out the table of contents: its heading and the entries that lead to a page."""
    items = [(leaf, item) for leaf in leaves for item in leaf.items]
    dropped: set[int] = set()
    for start, (leaf, item) in enumerate(items):
        if isinstance(item, Line) and _CONTENTS.match(item.text):
            end = _end_of_contents(items, start, leaf.number)
            dropped.update(id(item) for _, item in items[start:end])
    dropped.update(
        id(item) for _, item in items if isinstance(item, Line) and _LEADS_TO_A_PAGE.search(item.text)
    )
    for leaf in leaves:
        leaf.items = [item for item in leaf.items if id(item) not in dropped]


def _end_of_contents(items: Sequence[tuple[Leaf, Line | Table]], start: int, page: int) -> int:
    """The place after the last entry; `start` itself when no entry follows."""
    end, between = start, 0
    for place in range(start + 1, len(items)):
        leaf, item = items[place]
        if leaf.number > page + _LONGEST_CONTENTS or between > _LONGEST_ENTRY:
            break
        if _is_entry(item):
            end, between = place + 1, 0
        else:
            between += 1
    return end


def _is_entry(item: Line | Table) -> bool:
    if isinstance(item, Table):
        return all(_PAGE_NUMBER.match(row[-1]) or not row[-1] for row in item.rows)
    return bool(_LEADS_TO_A_PAGE.search(item.text) or (item.tail and _PAGE_NUMBER.match(item.tail)))
