"""The confidential key of a report: its references, and what must never be read in a summary."""

import re
from collections.abc import Iterator, Sequence

from scr_check.documents.overview import Identity, Section
from scr_check.readers.structure.outline import Placed
from scr_check.readers.structure.tables import Table, table_of
from scr_check.readers.structure.vocabulary import alternatives, vocabulary
from scr_check.readers.structure.wording import bare

_DATE = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8} \d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d\d-\d\d)\b"
)
_NHS = re.compile(r"\b\d{3}[ -]?\d{3}[ -]?\d{4}\b")
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")
_BRACKET = re.compile(r"\s*\(([^)]*)\)")
_LEAD = re.compile(
    rf"^(?:(?:{alternatives('former')})\s+)*(?:(?:{alternatives('particulars')})\b[:.]*\s*)+", re.IGNORECASE
)
_LINE = re.compile(r"(.{1,60}?)(?:\s*[:=–]\s*|\s+-\s+|\s+is\s+)(.+)")
_COUPLE = re.compile(r"^([A-Z][\w'-]+) and ([A-Z][\w'-]+) ([A-Z][\w'-]+)$")
_FLAT = re.compile(r"(?:Flat|Apartment|Unit|Room|No\.?) ?\d+[A-Za-z]?")
_SHORTEST = 3  # letters


def identities_of(placed: Sequence[Placed]) -> tuple[list[Identity], set[int]]:
    """The rows of the key, and the indices of the blocks they stand in.

    Place names that the report itself prints are no secret and are left out.
    """
    public = _public(placed)
    found: list[Identity] = []
    blocks: set[int] = set()
    for index, place in enumerate(placed):
        pairs = list(_pairs(place))
        if pairs:
            blocks.add(index)
            found.extend(Identity(reference=ref, secrets=_secrets(cells, public)) for ref, cells in pairs)
    return [identity for identity in found if identity.secrets], blocks


def _public(placed: Sequence[Placed]) -> str:
    texts = (p.block.text for p in placed if p.section is not Section.IDENTITIES and not _is_key(p))
    return f" {bare(' '.join(texts))} "


def _pairs(place: Placed) -> Iterator[tuple[str, list[str]]]:
    """The references of a block and the cells or words that belong to each."""
    block = place.block
    if block.kind == "table" and (place.section is Section.IDENTITIES or _is_key(place)):
        table = table_of(block.rows, bands=False)
        for row in table.rows:
            if row.cells[0]:
                yield row.cells[0], [cell for cell in row.cells[1:] if cell]
    elif (
        place.section is Section.IDENTITIES
        and block.kind != "heading"
        and (match := _LINE.fullmatch(block.text))
    ):
        yield match[1].strip(), [match[2]]


def _is_key(place: Placed) -> bool:
    """Whether a table outside the key's own section is one all the same: reference, and true name or date of birth too."""
    if place.block.kind != "table" or not place.block.rows:
        return False
    known = vocabulary().tables
    table: Table = table_of(place.block.rows, bands=False)
    first = bare(table.titles[0]) in known["reference"]
    return (
        first
        and table.column(known["identity"]) not in (None, 0)
        and (table.column(known["birth"]) is not None or table.column(known["true_name"]) is not None)
    )


def _secrets(cells: Sequence[str], public: str) -> list[str]:
    found: dict[str, None] = {}
    for cell in cells:
        for part in _parts(cell):
            exact = bool(_DATE.fullmatch(part) or _NHS.fullmatch(part) or _POSTCODE.fullmatch(part))
            if exact or (
                ((len(part) >= _SHORTEST and part[:1].isupper()) or part[:1].isdigit())
                and f" {bare(part)} " not in public
            ):
                found.setdefault(part)
    return list(found)


def _parts(cell: str) -> Iterator[str]:
    """The names, dates, numbers and places of a cell.

    >>> list(_parts("6 Weir Cottages, Aldgarth NX4 2LB"))
    ['6 Weir Cottages', 'Aldgarth', 'NX4 2LB']
    >>> list(_parts("Craig Dunstall (2008 record: Dunstell)"))
    ['Craig Dunstall', 'Dunstell']
    >>> list(_parts("formerly of Aldgarth Vale High School"))
    ['Aldgarth Vale High School']
    """
    exact: list[str] = []
    for pattern in (_DATE, _NHS, _POSTCODE):
        exact += pattern.findall(cell)
        cell = pattern.sub("", cell)
    brackets = [bracket.rpartition(":")[2] for bracket in _BRACKET.findall(cell)]
    plain = _COUPLE.sub(r"\1 \3, \2 \3", _BRACKET.sub("", cell))
    for piece in [*re.split(r"[;,\n]|\band (?=[A-Z])", plain), *brackets]:
        if (name := _name(piece)) and not _FLAT.fullmatch(name):
            yield name
    yield from exact


def _name(piece: str) -> str:
    piece = _LEAD.sub("", piece.strip(" .:"))
    first, _, rest = piece.partition(" ")
    while rest and first.rstrip(".") in vocabulary().titles:
        piece = rest.strip()
        first, _, rest = piece.partition(" ")
    return piece
