"""The members of a panel as a report's items and rows list them: with or without names, with post and employer."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from scr_check.documents.overview import Paragraph, Section
from scr_check.language.people import is_everyday, names_in

_WORDS = tomllib.loads(Path(__file__).with_name("process_facts.toml").read_text(encoding="utf-8"))
_ENDINGS = frozenset(_WORDS["bodies_end_with"])
_TITLES = {field: re.compile(pattern) for field, pattern in _WORDS["panel_columns"].items()}
_COLUMN = re.compile(r"(?:^|; )(?P<title>[^:;]{3,60}): (?P<cell>.+?)(?=; [^:;]{3,60}: |$)")
_BODY_FIRST = re.compile(r"^(?P<body>[^:]+?)(?: [-–—]|:) (?P<member>.+)$")
_BRACKETED = re.compile(r"^(?P<member>.+?) \((?P<body>(?:[^()]|\([^()]*\))+)\)$")
_COMMA = re.compile(r"^(?P<member>.+), (?P<body>(?:the )?[A-Z][^,]+(?:, (?:as|for) [^,]+)?)$")
_DASHED = re.compile(r"^(?P<member>.+)(?: [-–—]|:) (?P<body>.+)$")
_AT = re.compile(r"^(?P<member>[^,]+?) (?:at|from) (?P<body>(?:the )?[A-Z].+)$")
_ITEM_MARK = re.compile(r"^\(?(?:[a-z]|[ivx]+|\d+)[).] ")
_BESIDE_A_NAME = " ,;:()-–—"
_LONGEST_RANK = 3  # words before a name that belong to it: Detective Chief Inspector


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat on the panel: job title and organisation as written, and the paragraph that lists it.

    `name` is None where the report gives none; `job_title` is empty where it gives nothing but the name.
    """

    job_title: str
    organisation: str | None
    paragraph: Paragraph
    name: str | None = None


def seats_in(told: Sequence[Paragraph], announcing: Sequence[re.Pattern[str]]) -> Iterator[Seat]:
    """The panel's members: the items or rows after the words that announce them, or first below such a heading."""
    head = ""
    for paragraph, surely in _listed(told, announcing):
        cells = columns_of_row(paragraph)
        if cells and not _known(cells):  # a table without a head: its first row was taken for one
            lines = [", ".join(cells)] if ", ".join(cells) != head else []
            head = ", ".join(cells)
            seats = [_seat(line, paragraph) for line in (*lines, ", ".join(cells.values()))]
        else:
            seats = [_seat_of(_known(cells), paragraph) if cells else _seat(paragraph.text, paragraph)]
        yield from (seat for seat in seats if seat and (surely or seat.organisation or seat.name))


def _listed(
    told: Sequence[Paragraph], announcing: Sequence[re.Pattern[str]]
) -> Iterator[tuple[Paragraph, bool]]:
    """The items and rows of the panel's lists, and whether a sentence announces them, not only a heading."""
    heading, headed, announced, listing = "", False, False, False
    for paragraph in told:
        if (paragraph.heading or "") != heading:
            heading = paragraph.heading or ""
            headed = _announces(heading, announcing)
        if paragraph.form in ("item", "row"):
            listing = True
            if announced or headed:
                yield paragraph, announced
            continue
        opens_a_table = announced and bool(re.match(r"(?i:table|figure)\b", paragraph.text))
        announced = opens_a_table or _announces(paragraph.text, announcing)
        headed = headed and not listing
        listing = False


def _announces(text: str, announcing: Sequence[re.Pattern[str]]) -> bool:
    return any(pattern.search(text) for pattern in announcing)


def columns_of_row(paragraph: Paragraph) -> dict[str, str]:
    """The cells of a row by the titles of their columns; empty for what is no row with titles."""
    if paragraph.form != "row" or paragraph.section is Section.FRONT:
        return {}
    return {match["title"]: match["cell"] for match in _COLUMN.finditer(paragraph.text)}


def _known(cells: dict[str, str]) -> dict[str, str]:
    """The cells by what their columns hold: name, job_title, organisation."""
    found: dict[str, str] = {}
    for title, cell in cells.items():
        field = next((field for field, pattern in _TITLES.items() if pattern.search(title)), None)
        if field:
            found.setdefault(field, cell)
    return found


def _seat_of(cells: dict[str, str], paragraph: Paragraph) -> Seat | None:
    name, post = cells.get("name"), cells.get("job_title")
    if not (name and post):
        name, post = _name_and_post(name or post or "")
    body = cells.get("organisation")
    return Seat(post.strip(), body, paragraph, name) if name or post or body else None


def _seat(text: str, paragraph: Paragraph) -> Seat | None:
    text = _ITEM_MARK.sub("", text.strip()).rstrip(" ;.,")
    text = re.sub(r"[;,]? and$", "", text)
    member, body = _member_and_body(text)
    name, post = _name_and_post(member)
    if name and body and not post:  # "B. Name (Head of Homes, the Council)", "B. Name, Head of Homes"
        post, body = _post_and_body(body)
    return Seat(post, body, paragraph, name) if name or post else None


def _member_and_body(text: str) -> tuple[str, str | None]:
    first = _BODY_FIRST.match(text)
    if first and _is_body(first["body"]) and not _is_body(text):
        return first["member"].strip(), first["body"].strip()
    for shape in (_BRACKETED, _COMMA, _DASHED):
        if match := shape.match(text):
            return match["member"].strip(), match["body"].strip()
    return text, None


def _is_body(text: str) -> bool:
    return text.rpartition(" ")[2] in _ENDINGS


def _post_and_body(text: str) -> tuple[str, str | None]:
    """What stands after a name: post and body, or one of them, a body having a name of its own."""
    for shape in (_COMMA, _AT):
        if match := shape.match(text):
            return match["member"], match["body"]
    is_body = _is_body(text) or not all(is_everyday(word) for word in re.findall(r"[A-Z][\w\x27-]+", text))
    return ("", text) if is_body else (text, None)


def _name_and_post(text: str) -> tuple[str | None, str]:
    """A member's name and post; a rank before the name belongs to it where a post comes after.

    >>> _name_and_post("Superintendent Owen Lacey, Head of Crime"), _name_and_post("Superintendent Owen Lacey")
    (('Superintendent Owen Lacey', 'Head of Crime'), ('Owen Lacey', 'Superintendent'))
    """
    name = _only_name(text)
    if name is None:
        return None, text
    before, _, after = text.partition(name)
    before, after = before.strip(_BESIDE_A_NAME), after.strip(_BESIDE_A_NAME)
    if before and after and len(before.split()) <= _LONGEST_RANK:
        return f"{before} {name}", after
    return name, ", ".join(part for part in (before, after) if part)


def _only_name(text: str) -> str | None:
    """The one name in a text, looked for after a rank too: of "Superintendent Owen Lacey" the last two words."""
    words = text.split(" ")
    for place in range(min(len(words), _LONGEST_RANK + 1)):
        if names := names_in(" ".join(words[place:])):
            return names[0] if len(names) == 1 else None
    return None
