"""Quick fixes: what mends a finding without touching anything else."""

import json
import re
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from scr_check.documents.fields import field_at, fields_under
from scr_check.documents.place import Place, Pointer
from scr_check.documents.placeholder import placeholder
from scr_check.documents.reference import reference_to
from scr_check.editor.reading import Reading
from scr_check.finding import Finding
from scr_check.readers.shape_faults import nearest
from scr_check.readers.yaml_nodes import Mapping, Scalar, Sequence
from scr_check.render import scalar, wording_of_fields

_WIDTH = 100  # columns of prose that is put in
_STUB = ("action", "lead", "organisation", "due", "outcome", "monitoring")
_MISSING = re.compile(r"add `(\w+):`")
_REPORTS_OWN = re.compile(r"the overview report says “([^”]+)”")
_RECOMMENDED = re.compile(r"/recommendations/\d+/text")
_LIKE_A_NUMBER = re.compile(r"[-+]?[\d_.]+(?:[eE][-+]?\d+)?")
# Rules whose finding is one word or figure in place of another; the sentence around it stays as it is.
_EXCHANGED = frozenset(
    {"FAI101", "FAI102", "FAI103", "FAI104", "REC103", "REC104", "REC106", "AP102", "AP103"}
)


@dataclass(frozen=True, slots=True)
class Edit:
    """New text for a place."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """An edit with what it does, and the finding that it mends (None: it heads off a fault)."""

    title: str
    edit: Edit
    finding: Finding | None = None


def fixes_at(reading: Reading, place: Place) -> list[Fix]:
    """What can be mended at a place of a summary that could be read."""
    if reading.file is None:
        return []
    found = [fix for finding in reading.findings_at(place) for fix in _fixes_of(reading, finding)]
    return [*found, *_quoted_id(reading, place)]


def _fixes_of(reading: Reading, finding: Finding) -> Iterator[Fix]:
    if make := _BY_RULE.get(finding.rule):
        yield from make(reading, finding)
    elif _MISSING.match(finding.help):
        yield from _missing_field(reading, finding)
    if finding.rule in _EXCHANGED:
        yield from _reports_words(reading, finding)
    if _RECOMMENDED.fullmatch(finding.pointer) and finding.evidence:
        yield from _reports_recommendation(reading, finding)


def _stub(reading: Reading, finding: Finding) -> Iterator[Fix]:
    """An action for a recommendation that none carries out."""
    assert reading.file is not None
    at = int(finding.pointer.split("/")[2])
    recommendation = reading.file.summary.recommendations[at]
    if not recommendation.id:
        return
    reference = str(reference_to(recommendation))
    prompts = wording_of_fields()["fields"]
    values = {name: placeholder(prompts[f"actions.{name}"]["prompt"]) for name in _STUB}
    if len(recommendation.addressed_to) == 1:
        values["organisation"] = recommendation.addressed_to[0]
    lines = [f"- id: {json.dumps(f'{recommendation.id}.1')}", f"  recommendation: {scalar(reference)}"]
    lines += [f"  {name}: {scalar(value)}" for name, value in values.items()]
    if edit := _appended(reading, lines):
        yield Fix(f"Add an action for recommendation {reference}", edit, finding)


def _appended(reading: Reading, lines: list[str]) -> Edit | None:
    """The lines as a further entry of the actions; None where these are written in another way."""
    assert reading.file is not None
    places = reading.file.places
    actions = places.node("/action_plan/actions")
    if isinstance(actions, Sequence) and actions.items and not actions.flow:
        indent = places.source.place(actions.start, actions.start).column - 1
        return _after(reading, actions.end, [" " * indent + line for line in lines])
    if actions is None and places.node("/action_plan") is None:
        head = ["action_plan:", "  actions:"]
        return _after(reading, len(places.source.text.rstrip()), head + ["    " + line for line in lines])
    return None


def _after(reading: Reading, offset: int, lines: list[str]) -> Edit:
    """The lines below the line of the last word before `offset`."""
    text = reading.source.text
    end = len(text[:offset].rstrip())
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    at = line_end - (text[line_end - 1 : line_end] == "\r")
    return Edit(reading.source.place(at, at), "".join(f"\n{line}" for line in lines))


def _missing_field(reading: Reading, finding: Finding) -> Iterator[Fix]:
    """A field that an entry lacks, with the report's own words where the finding gives them."""
    assert reading.file is not None
    node = reading.file.places.node(finding.pointer)
    name = _MISSING.match(finding.help)
    if name is None or not isinstance(node, Mapping) or node.flow or not node.pairs:
        return
    field = name[1]
    if field not in fields_under(finding.pointer.split("/")[1:]) or any(
        key.value == field for key, _ in node.pairs
    ):
        return
    told = _REPORTS_OWN.search(finding.help)
    value = told[1] if told else placeholder(f"{field.replace('_', ' ')}")
    indent = reading.source.place(node.pairs[0][0].start, 0).column - 1
    edit = _after(reading, node.end, [f"{' ' * indent}{field}: {scalar(value)}"])
    yield Fix(f"Add `{field}:`" + (" as the report has it" if told else ""), edit, finding)


def _reports_words(reading: Reading, finding: Finding) -> Iterator[Fix]:
    """The words that the report has in place of those that the finding is about."""
    marked = [
        evidence.text[start:end].strip()
        for evidence in finding.evidence
        if evidence.document == "overview"
        for start, end in evidence.highlight
    ]
    node = reading.file.places.node(finding.pointer) if reading.file else None
    if len(marked) != 1 or not finding.quote or node is None:
        return
    own = _text_at(reading, finding.place)
    if " ".join(own.split()).lower() == " ".join(finding.quote.split()).lower():
        edit = Edit(finding.place, marked[0])
        yield Fix(f"Write the report's “{marked[0]}” in place of “{finding.quote.strip()}”", edit, finding)


def _reports_recommendation(reading: Reading, finding: Finding) -> Iterator[Fix]:
    """The whole recommendation as the report words it."""
    assert reading.file is not None
    at = int(finding.pointer.split("/")[2])
    own = reading.file.summary.recommendations[at]
    wanted = reference_to(own).key
    theirs = (
        [one for one in reading.overview.recommendations if reference_to(one).key == wanted]
        if reading.overview
        else []
    )
    node = reading.file.places.node(Pointer(f"/recommendations/{at}/text"))
    if len(theirs) == 1 and theirs[0].text and isinstance(node, Scalar) and theirs[0].text != own.text:
        title = f"Copy the report's wording of recommendation {own.id}"
        yield Fix(title, _rewritten(reading, node, theirs[0].text), finding)


def _rewritten(reading: Reading, node: Scalar, text: str) -> Edit:
    """New words for a text, in the way it was written: below a |, or in quotation marks."""
    source = reading.source
    if node.style not in ("|", ">"):
        return Edit(source.place(node.start, node.end), json.dumps(text, ensure_ascii=False))
    first = source.text.find("\n", node.start, node.end) + 1
    body = source.text[first : node.end]
    start = first + len(body) - len(body.lstrip())
    indent = source.place(start, start).column - 1
    lines = textwrap.wrap(text, _WIDTH - indent, break_on_hyphens=False, break_long_words=False)
    return Edit(source.place(start, first + len(body.rstrip())), f"\n{' ' * indent}".join(lines))


def _known_name(reading: Reading, finding: Finding) -> Iterator[Fix]:
    """The field that was meant by a misspelt one."""
    *parent, name = finding.pointer.split("/")[1:]
    if meant := nearest(name, fields_under(parent)):
        yield Fix(f"Write `{meant}:`", Edit(finding.place, meant), finding)


def _known_word(reading: Reading, finding: Finding) -> Iterator[Fix]:
    """The word that was meant by one that the field does not take."""
    note = field_at(finding.pointer.split("/")[1:])
    meant = nearest(_text_at(reading, finding.place).strip("\"'"), note.words) if note else None
    if meant:
        yield Fix(f"Write `{meant}`", Edit(finding.place, meant), finding)


_BY_RULE: dict[str, Callable[[Reading, Finding], Iterator[Fix]]] = {
    "AP201": _stub,
    "FIL203": _known_name,
    "FIL206": _known_word,
}


def _quoted_id(reading: Reading, place: Place) -> Iterator[Fix]:
    """Quotation marks for an id or reference that other programs would take for a number: 1.10 becomes 1.1."""
    assert reading.file is not None
    pointer = reading.pointer_at(place.line, place.column)
    node = reading.file.places.node(pointer) if pointer else None
    name = [step for step in (pointer or "").split("/") if not step.isdecimal()][-1:]
    if not (isinstance(node, Scalar) and not node.style and name[0] in ("id", "recommendation", "overview")):
        return
    if _LIKE_A_NUMBER.fullmatch(node.value):
        edit = Edit(reading.source.place(node.start, node.end), json.dumps(node.value))
        yield Fix(f"Put {node.value} in quotation marks, so that it stays as it is", edit)


def _text_at(reading: Reading, place: Place) -> str:
    starts = reading.source.starts
    return reading.source.text[
        starts[place.line - 1] + place.column - 1 : starts[place.end_line - 1] + place.end_column - 1
    ]
