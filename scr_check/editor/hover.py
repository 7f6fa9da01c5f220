"""What an editor shows of the words under the pointer: the findings there, else what the field is for."""

import re
from collections.abc import Iterator

from scr_check.documents.fields import FieldNote, field_at
from scr_check.documents.place import Place
from scr_check.editor.reading import Reading
from scr_check.finding import Evidence, Finding
from scr_check.reporters.findings import said_by
from scr_check.reporters.words import SURENESS, basis_line

_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>#|~"})


def hover_text(reading: Reading, place: Place) -> str | None:
    """Markdown on the findings at `place`, else on its field; None where there is nothing to say."""
    if found := reading.findings_at(place):
        return "\n\n---\n\n".join("\n\n".join(_on_finding(reading, one)) for one in found)
    pointer = reading.pointer_at(place.line, place.column)
    note = field_at(pointer.split("/")[1:]) if pointer else None
    return "\n\n".join(note_lines(note)) if note else None


def note_lines(note: FieldNote) -> Iterator[str]:
    """What a field is for, the words it takes, and an example, in Markdown."""
    yield f"**{note.name}**: {note.description}"
    if note.words:
        yield f"One of: {', '.join(f'`{word}`' for word in note.words)}"
    if note.examples:
        yield f"Such as: `{note.examples[0]}`"


def _on_finding(reading: Reading, finding: Finding) -> Iterator[str]:
    yield f"**{finding.severity} {finding.rule}**: {_plain(finding.message)}"
    if finding.help:
        yield _plain(finding.help[:1].upper() + finding.help[1:])
    for evidence in finding.evidence:
        yield f"{said_by(evidence)}:\n\n> {_marked(evidence)}"
    card = (
        next((one for one in reading.report.rules if one.code == finding.rule), None)
        if reading.report
        else None
    )
    if card:
        yield f"*{_plain(card.requirement)}* {_plain(card.reason)}"
    basis = basis_line(finding.basis) if finding.basis else ""
    yield (
        f"{basis[:1].upper()}{basis[1:]}. {SURENESS[finding.confidence]}"
        if basis
        else SURENESS[finding.confidence]
    )


def _marked(evidence: Evidence) -> str:
    """The passage in one line, its words that matter in bold."""
    parts, at = [], 0
    for start, end in sorted(evidence.highlight):
        if at <= start < end:
            parts += [_plain(evidence.text[at:start]), f"**{_plain(evidence.text[start:end]).strip()}**"]
            at = end
    return "".join([*parts, _plain(evidence.text[at:])])


def _plain(text: str) -> str:
    """A text that Markdown leaves as it is."""
    return re.sub(r"\s+", " ", text.translate(_SIGNS))
