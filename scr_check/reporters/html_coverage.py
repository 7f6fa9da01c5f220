"""The coverage map: what of the report the summary carries, as strips with a cell for each thing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from scr_check.finding import Carried, CoverageItem, FileReport

_TOPICS = {
    "sections": "Sections of the report",
    "findings": "Findings of the report",
    "events": "Dated events",
    "agencies": "Agencies",
}
_HEIGHTS = {Carried.CARRIED: 10, Carried.PARTLY: 5, Carried.LEFT_OUT: 1}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a strip: its state, and its place in a drawing ten high in which each thing is ten wide."""

    state: str
    x: int
    width: int
    height: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Strip:
    """A topic: how much is carried, in words and as cells in the report's order; what is not, as a list."""

    heading: str
    said: str
    cells: tuple[Cell, ...]
    partly: tuple[CoverageItem, ...] = ()
    left_out: tuple[CoverageItem, ...] = ()

    @property
    def width(self) -> int:
        """The width of the drawing."""
        return sum(cell.width for cell in self.cells) or 1


def strips(file: FileReport) -> Iterator[Strip]:
    """The strips of the map, then those of recommendations, actions and statements, of unknown order."""
    for topic in dict.fromkeys([*_TOPICS, *(item.topic for item in file.coverage_map)]):
        items = [_numbered_once(item) for item in file.coverage_map if item.topic == topic]
        if items:
            yield _mapped(_TOPICS.get(topic, topic.capitalize()), items)
    for topic, figures in file.coverage.items():
        if figures.get("in_overview"):
            yield _matched(topic.capitalize(), figures)
        elif figures.get("checked"):
            yield _supported(topic.capitalize(), figures)


def _mapped(heading: str, items: list[CoverageItem]) -> Strip:
    by_state = {state: tuple(one for one in items if one.state is state) for state in Carried}
    carried, partly, left = (len(by_state[state]) for state in Carried)
    said = f"{carried} of {len(items)} carried, {partly} partly, {left} left out, in the report's order"
    cells = tuple(
        Cell(one.state.value, number * 10, 10, _HEIGHTS[one.state], f"{_named(one)}: {_word(one.state)}")
        for number, one in enumerate(items)
    )
    return Strip(heading, said, cells, by_state[Carried.PARTLY], by_state[Carried.LEFT_OUT])


def _numbered_once(item: CoverageItem) -> CoverageItem:
    """A section whose heading begins with its own number needs no number of a paragraph before it."""
    return replace(item, ref=None) if item.topic == "sections" and item.label[:1].isdigit() else item


def _named(item: CoverageItem) -> str:
    return f"{item.ref} {item.label}" if item.ref else item.label


def _word(state: Carried) -> str:
    return state.value.replace("-", " ")


def _matched(heading: str, figures: dict[str, int]) -> Strip:
    there, matched = figures["in_overview"], figures.get("matched", 0)
    missing = max(0, there - matched)
    said = f"{matched} of the report's {there} are in the summary, {missing} not found there"
    return Strip(heading, said, _counted((Carried.CARRIED, matched), (Carried.LEFT_OUT, missing)))


def _supported(heading: str, figures: dict[str, int]) -> Strip:
    checked, supported = figures["checked"], figures.get("supported", 0)
    against = figures.get("contradicted", 0)
    open_ = max(0, checked - supported - against)
    said = f"{supported} of {checked} found in the report, {against} contradicted, {open_} not found"
    states = (Carried.CARRIED, supported), (Carried.PARTLY, open_), (Carried.LEFT_OUT, against)
    return Strip(f"{heading} of the summary", said, _counted(*states))


def _counted(*states: tuple[Carried, int]) -> tuple[Cell, ...]:
    cells, x = [], 0
    for state, count in states:
        if count:
            cells.append(Cell(state.value, x, count * 10, _HEIGHTS[state], f"{count} {_word(state)}"))
            x += count * 10
    return tuple(cells)
