"""Findings as cards on the page, gathered under the parts of the summary."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scr_check.finding import Evidence, FileReport, Finding, Outline, Severity
from scr_check.reporters.differing import marked_in_passage, marked_in_summary
from scr_check.reporters.findings import place_in
from scr_check.reporters.paint import shown
from scr_check.reporters.words import SURENESS, basis_line

_LEVELS = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.INFO: "Note"}
_LINK_SIGNS = 160  # of a message in a list of links


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text, and whether it is marked."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Side:
    """One of the texts side by side: who says it, where, and the text in pieces (none: it says nothing)."""

    says: str
    place: str
    pieces: tuple[Piece, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Card:
    """A finding as the page shows it."""

    id: str
    finding: Finding
    level: str
    message: tuple[Piece, ...]
    short: str
    where: str
    sides: tuple[Side, ...]
    help: tuple[Piece, ...]
    asked: str
    asks: str
    sure: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the summary with its cards; `id` is its anchor."""

    id: str
    heading: str
    cards: tuple[Card, ...]


def cards_of(file: FileReport, start: str) -> Iterator[Card]:
    """A card for each finding, its id beginning with `start`."""
    for number, finding in enumerate(file.findings, start=1):
        message = sentence(finding.message)
        asked, _, asks = basis_line(finding.basis).partition(": ") if finding.basis else ("", "", "")
        yield Card(
            id=f"{start}{number}",
            finding=finding,
            level=_LEVELS[finding.severity],
            message=names_apart(message),
            short=_short(message.replace("`", "")),
            where=shown(finding.where),
            sides=tuple(_sides(finding)),
            help=names_apart(sentence(finding.help)),
            asked=sentence(asked),
            asks=asks,
            sure=SURENESS[finding.confidence],
        )


def parts_of(outline: Outline, cards: Iterable[Card], start: str) -> Iterator[Part]:
    """Every part of the summary in the order of the guidance; first, if need be, what belongs to none."""
    fields = dict(outline.parts)
    under: dict[str, list[Card]] = {"": []}
    for card in cards:
        field = card.finding.pointer.split("/")[1] if card.finding.pointer else ""
        under.setdefault(field if field in fields else "", []).append(card)
    if under[""]:
        yield Part(f"{start}-whole", "The summary as a whole", tuple(under[""]))
    for field, heading in fields.items():
        yield Part(f"{start}-{field}", heading, tuple(under.get(field, ())))


def sentence(text: str) -> str:
    """The text with a capital at its head, without signs that would hide or turn words."""
    plain = " ".join(shown(text).split())
    return plain[:1].upper() + plain[1:]


def pieces(text: str, spans: Iterable[tuple[int, int]]) -> tuple[Piece, ...]:
    """The text cut at the ends of the marked spans.

    >>> [(one.text, one.marked) for one in pieces("six agencies knew", [(0, 3)])]
    [('six', True), (' agencies knew', False)]
    """
    text = shown(text)
    found, at = [], 0
    for start, end in sorted(spans):
        if at <= start < end:
            found += [Piece(text[at:start], False), Piece(text[start:end], True)]
            at = end
    return tuple(piece for piece in [*found, Piece(text[at:], False)] if piece.text)


def names_apart(text: str) -> tuple[Piece, ...]:
    """The text with the names of fields, which messages put between backticks, as marked pieces.

    >>> [(one.text, one.marked) for one in names_apart("add `due:` to it")]
    [('add ', False), ('due:', True), (' to it', False)]
    """
    parts = text.split("`")
    if len(parts) % 2 == 0:  # an odd backtick is a sign of the document
        return (Piece(text, False),)
    return tuple(Piece(part, bool(number % 2)) for number, part in enumerate(parts) if part)


def _sides(finding: Finding) -> Iterator[Side]:
    if finding.text or finding.evidence:
        yield Side("The summary says", "", pieces(finding.text, marked_in_summary(finding)), "summary")
    for evidence in finding.evidence:
        yield _side(finding, evidence)


def _side(finding: Finding, evidence: Evidence) -> Side:
    report = evidence.document == "overview"
    says = "The overview report says" if report else "The summary says elsewhere"
    text = pieces(evidence.text, marked_in_passage(finding, evidence))
    return Side(says, place_in(evidence).strip(" ()"), text, "report" if report else "summary")


def _short(message: str) -> str:
    if len(message) <= _LINK_SIGNS:
        return message
    return message[:_LINK_SIGNS].rsplit(" ", 1)[0].rstrip(",;:") + " ..."
