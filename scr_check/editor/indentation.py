"""Where in a summary a line stands, told from its indentation alone: half a line of YAML cannot be parsed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scr_check.documents.fields import ITEM

_LINE = re.compile(r"(?P<lead> *(?:- +)*)(?:[\"']?(?P<name>[A-Za-z_]\w*)[\"']?:(?P<rest>(?:\s.*)?))?")
_PROSE = re.compile(r"\s*[|>][-+0-9]*\s*(?:#.*)?")
_VALUE = re.compile(
    r"(?P<lead> *(?:- +)*)(?P<name>[A-Za-z_]\w*):\s+(?P<flow>\[(?:.*,)?\s*)?(?P<typed>[^\s\[].*|)"
)
_ENTRY = re.compile(r" *- +(?P<typed>.*)")
_NAME = re.compile(r"(?P<lead> *(?:- +)*)(?P<typed>\w*)")


@dataclass(frozen=True, slots=True)
class Standing:
    """Where words are being typed: the steps to the part around them, and what has been typed so far.

    `field` is the field whose value is typed (None: the name of a field is); `beside` the fields that the
    part has already; `column` (0-based) is where the typed words start.
    """

    steps: tuple[str, ...]
    field: str | None
    typed: str
    column: int
    beside: frozenset[str] = frozenset()


def standing_at(lines: Sequence[str], line: int, column: int) -> Standing | None:
    """Where the words before `column` of `line` (both 0-based) stand; None in prose and in comments."""
    before = lines[line][:column] if line < len(lines) else ""
    if "#" in before.split(" ") or before.lstrip().startswith("#"):
        return None
    if value := _VALUE.fullmatch(before):
        steps = _steps_above(lines, line, value["lead"])
        named = value["typed"]
        return None if steps is None else Standing(steps, value["name"], named, column - len(named))
    if name := _NAME.fullmatch(before):
        steps = _steps_above(lines, line, name["lead"])
        if steps is not None:
            beside = frozenset(_beside(lines, line, len(name["lead"])))
            return Standing(steps, None, name["typed"], column - len(name["typed"]), beside)
    return _entry(lines, line, before)


def _entry(lines: Sequence[str], line: int, before: str) -> Standing | None:
    """A text in a list that stands on lines of its own."""
    entry = _ENTRY.fullmatch(before)
    steps = _steps_above(lines, line, before[: len(before) - len(entry["typed"])]) if entry else None
    if entry is None or steps is None or len(steps) < 2:
        return None
    return Standing(steps[:-2], steps[-2], entry["typed"], len(before) - len(entry["typed"]))


def _steps_above(lines: Sequence[str], line: int, lead: str) -> tuple[str, ...] | None:
    """The steps to the part that a line with this lead belongs to; None where that is prose."""
    steps: list[str] = []
    column, dash = len(lead), lead.find("-")
    in_item = dash >= 0
    if in_item:
        steps.append(ITEM)
        column = dash
    for above in range(line - 1, -1, -1):
        if column == 0 and not in_item:
            break
        found = _read(lines[above])
        if found is None:
            continue
        own, own_dash, name, rest = found
        if own == column and not in_item and own_dash >= 0:
            steps.insert(0, ITEM)
            column, in_item = own_dash, True
        elif name and own_dash < 0 and (own < column or (in_item and own == column)):
            if _PROSE.fullmatch(rest):
                return None
            steps.insert(0, name)
            column, in_item = own, False
        elif name and 0 <= own_dash < column and own < column:
            if _PROSE.fullmatch(rest):
                return None
            steps[:0] = [ITEM, name]
            column, in_item = own_dash, True
    return tuple(steps)


def _read(line: str) -> tuple[int, int, str | None, str] | None:
    """The column of a line's content, that of its dash (-1: none), its field and what follows; None: nothing."""
    if not line.strip() or line.lstrip().startswith("#"):
        return None
    match = _LINE.match(line)
    if match is None:
        return None
    return len(match["lead"]), match["lead"].find("-"), match["name"], match["rest"] or ""


def _beside(lines: Sequence[str], line: int, column: int) -> Iterator[str]:
    """The fields of the part that a line belongs to, above it and below."""
    own = _read(lines[line]) if line < len(lines) else None
    begins = own is not None and own[1] >= 0
    above = range(line - 1, -1, -1) if not begins else range(0)
    for numbers in (above, range(line + 1, len(lines))):
        for number in numbers:
            found = _read(lines[number])
            if found is None or found[0] > column:
                continue
            if found[0] < column or (found[1] >= 0 and number > line):
                break
            if found[2]:
                yield found[2]
            if found[1] >= 0:
                break
