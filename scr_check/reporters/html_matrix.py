"""The matrix: each recommendation with the actions that answer it and what was found in either."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scr_check.finding import Outline, PlannedRecommendation
from scr_check.reporters.html_findings import Card

_LISTS = ("/recommendations", "/action_plan", "/action_plan/actions")


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A recommendation (`row.reference` is "" for actions without one) and the cards that speak of it."""

    row: PlannedRecommendation
    cards: tuple[Card, ...]


def matrix_rows(outline: Outline, cards: Iterable[Card]) -> Iterator[MatrixRow]:
    """The rows in the order of the summary."""
    known = list(cards)
    for row in outline.matrix:
        places = [*([row.pointer] if row.reference else []), *(action.pointer for action in row.actions)]
        yield MatrixRow(row, tuple(card for card in known if _within(card.finding.pointer, places)))


def beside_matrix(cards: Iterable[Card]) -> Iterator[Card]:
    """The cards about what no row can show: recommendations and actions that are not in the summary."""
    return (card for card in cards if card.finding.pointer in _LISTS)


def _within(pointer: str, places: Iterable[str]) -> bool:
    return any(pointer == place or pointer.startswith(f"{place}/") for place in places)
