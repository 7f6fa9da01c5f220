"""What may be written where the cursor stands: fields, the words that a field takes, and references."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from scr_check.documents.fields import ITEM, FieldNote, field_at, fields_under
from scr_check.documents.overview import OverviewRecommendation
from scr_check.documents.place import Place
from scr_check.documents.reference import reference_to
from scr_check.documents.summary import Recommendation
from scr_check.editor.hover import note_lines
from scr_check.editor.indentation import Standing, standing_at
from scr_check.editor.reading import Reading
from scr_check.guidance.profile import shipped_profiles
from scr_check.readers.source import Source
from scr_check.render import scalar

_REPORT_KINDS = (".docx", ".pdf", ".odt", ".md", ".txt", ".yaml")
_AFTER_NAME = {"text": ": ", "texts": ": ", "fields": ":", "entries": ":"}


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to write in place of what was typed; `detail` is one line, `note` Markdown."""

    label: str
    text: str
    place: Place
    detail: str = ""
    note: str = ""


def offers_at(source: Source, line: int, column: int, known: Reading) -> list[Offer]:
    """What may stand at a line and column (counted from 1), in the order to show it.

    `known` is the latest reading of the same summary that could be taken apart.
    """
    standing = standing_at(source.lines, line - 1, column - 1)
    if standing is None:
        return []
    if standing.field is None and standing.steps[-1:] == (ITEM,) and not fields_under(standing.steps):
        standing = replace(standing, steps=standing.steps[:-2], field=standing.steps[-2])
    place = Place(line, standing.column + 1, line, column)
    return list(_names(standing, place) if standing.field is None else _values(standing, place, known))


def _names(standing: Standing, place: Place) -> Iterator[Offer]:
    for name, note in fields_under(standing.steps).items():
        if name not in standing.beside:
            yield Offer(name, name + _AFTER_NAME[note.holds], place, _first_sentence(note), _note(note))


def _values(standing: Standing, place: Place, known: Reading) -> Iterator[Offer]:
    note = field_at((*standing.steps, standing.field or ""))
    if note is None:
        return
    for word in note.words:
        yield Offer(word, word, place, _first_sentence(note))
    offered = _OFFERED.get((*[step for step in standing.steps if step != ITEM], note.name))
    if offered:
        yield from (_as_typed(one, standing, place) for one in offered(known))


def _as_typed(one: tuple[str, str], standing: Standing, place: Place) -> Offer:
    """A value in the quotation marks that were typed already, else in those that it needs."""
    value, detail = one
    mark = standing.typed[:1] if standing.typed[:1] in ("'", '"') else ""
    return Offer(value, f"{mark}{value}{mark}" if mark else scalar(value, flow=True), place, detail)


def _references(known: Reading) -> Iterator[tuple[str, str]]:
    """The recommendations that an action may carry out: those of the summary."""
    for one in known.file.summary.recommendations if known.file else ():
        if one.id:
            yield str(reference_to(one)), _first_words(one)


def _left_out(known: Reading) -> Iterator[tuple[str, str]]:
    """The ids of the report's recommendations that the summary has not got yet."""
    given = {reference_to(one).key for one in known.file.summary.recommendations} if known.file else set()
    for one in known.overview.recommendations if known.overview else ():
        if one.id and reference_to(one).key not in given:
            yield one.id, _first_words(one)


def _reports_beside(known: Reading) -> Iterator[tuple[str, str]]:
    files = sorted(known.path.parent.iterdir()) if known.path.parent.is_dir() else []
    for path in files:
        if path.suffix.lower() in _REPORT_KINDS and path != known.path:
            yield path.name, "beside this summary"


def _profiles(known: Reading) -> Iterator[tuple[str, str]]:
    yield from ((name, "a guidance profile") for name in shipped_profiles())
    yield from ((path.name, "a profile of your own") for path in _own_profiles(known.path.parent))


def _own_profiles(folder: Path) -> list[Path]:
    return [
        path
        for path in sorted(folder.glob("*.toml"))
        if path.name not in ("scr-check.toml", "pyproject.toml")
    ]


_OFFERED: dict[tuple[str, ...], Callable[[Reading], Iterator[tuple[str, str]]]] = {
    ("action_plan", "actions", "recommendation"): _references,
    ("recommendations", "id"): _left_out,
    ("overview_report",): _reports_beside,
    ("guidance",): _profiles,
}


def _first_words(one: Recommendation | OverviewRecommendation) -> str:
    words = (one.text or "").split()
    return " ".join(words[:16]) + (" ..." if len(words) > 16 else "")


def _first_sentence(note: FieldNote) -> str:
    return note.description.partition(". ")[0].rstrip(".")


def _note(note: FieldNote) -> str:
    return "\n\n".join(note_lines(note))
