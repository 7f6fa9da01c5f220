"""Takes what was changed in a tracker over into the summaries: which fields of which actions, and which not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from scr_check.documents.summary import Action, Summary
from scr_check.errors import ScrCheckError, UnreadableDocument
from scr_check.readers.source import decode, read_bytes
from scr_check.readers.summary import read_summary
from scr_check.summary_edits import with_fields, with_plan_date
from scr_check.tracker.columns import EDITABLE, Row, text_of

_HEADS = {name: head for head, name in EDITABLE.items()}


@dataclass(frozen=True, slots=True)
class Taken:
    """What becomes of one summary: its new content, how many fields changed, and what could not be taken over."""

    path: Path
    content: bytes
    changed: int
    conflicts: tuple[str, ...] = ()


def taken_over(rows: Sequence[Row], exported: Sequence[Row], as_at: str = "") -> Iterator[Taken]:
    """Each summary that is to change, its plan dated `as_at` (an ISO date; "": as it was).

    A cell that was not changed in the tracker changes nothing. One that was changed both there and in the summary
    is left as the summary has it, and told. Raises ScrCheckError when a summary cannot be read or an action is
    not there.
    """
    by_file: dict[str, list[tuple[Row, Row]]] = {}
    for row, before in zip(rows, exported, strict=True):
        if row.fields != before.fields:
            by_file.setdefault(row.file, []).append((row, before))
    for file, pairs in by_file.items():
        yield _taken(Path(file), pairs, as_at)


def _taken(path: Path, pairs: Sequence[tuple[Row, Row]], as_at: str) -> Taken:
    raw = read_bytes(path)
    text = decode(raw, str(path))
    summary = read_summary(path, text).summary
    changes: dict[int, dict[str, str]] = {}
    conflicts: list[str] = []
    for row, before in pairs:
        place, action = _found(summary, row, path)
        for name, value in row.fields.items():
            held = text_of(getattr(action, name))
            if value in (before.fields[name], held):
                continue
            if held != before.fields[name]:
                conflicts.append(f"row {row.line}, `{_HEADS[name]}` of action {row.id}")
            else:
                changes.setdefault(place, {})[name] = value
    new = with_fields(text, changes)
    new = with_plan_date(new, as_at) if as_at and changes else new
    _must_differ_only_in(path, summary, read_summary(path, new).summary, changes)
    count = sum(len(fields) for fields in changes.values())
    return Taken(path, _encoded(new, raw), count, tuple(conflicts))


def _found(summary: Summary, row: Row, path: Path) -> tuple[int, Action]:
    """The action that a row speaks of: by its id where only one has it, else by its place."""
    actions = list(summary.action_plan.actions) if summary.action_plan else []
    same = [place for place, action in enumerate(actions) if text_of(action.id) == row.id]
    if row.id and len(same) == 1:
        return same[0], actions[same[0]]
    if row.place < len(actions) and text_of(actions[row.place].id) == row.id:
        return row.place, actions[row.place]
    raise UnreadableDocument(f"{path} has no action {row.id or row.place + 1} any more: make a new tracker")


def _must_differ_only_in(
    path: Path, before: Summary, after: Summary, changes: dict[int, dict[str, str]]
) -> None:
    """Raise ScrCheckError unless the new text reads back as exactly what was to be changed."""
    old, new = _as_read(before), _as_read(after)
    for place, fields in changes.items():
        for name, value in fields.items():
            if text_of(new[place].pop(name)) != value:
                raise _not_taken(path)
            del old[place][name]
    rest = {name for name in Summary.__annotations__ if name != "action_plan"}
    same = all(getattr(before, name) == getattr(after, name) for name in rest)
    if old != new or not same:
        raise _not_taken(path)


def _as_read(summary: Summary) -> list[dict[str, object]]:
    actions = summary.action_plan.actions if summary.action_plan else []
    return [
        {name: getattr(action, name) for name in Action.__annotations__ if name[0] != "_"}
        for action in actions
    ]


def _not_taken(path: Path) -> ScrCheckError:
    return ScrCheckError(f"{path} is written in a way that cannot be changed safely: change its plan by hand")


def _encoded(text: str, raw: bytes) -> bytes:
    """The text in the encoding of the file that it was read from, with its mark."""
    if raw.startswith(b"\xff\xfe"):
        return b"\xff\xfe" + text.encode("utf-16-le")
    if raw.startswith(b"\xfe\xff"):
        return b"\xfe\xff" + text.encode("utf-16-be")
    return (b"\xef\xbb\xbf" if raw.startswith(b"\xef\xbb\xbf") else b"") + text.encode("utf-8")
