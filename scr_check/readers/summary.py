"""Reads a summary: the model, every fault of its shape, and the places of its parts."""

import re
from pathlib import Path

from scr_check.documents.fault import Fault
from scr_check.documents.place import Pointer
from scr_check.documents.summary import Summary
from scr_check.documents.value import Value, value
from scr_check.errors import UnreadableDocument
from scr_check.readers.shape import shape_of
from scr_check.readers.shaped import ShapedReading
from scr_check.readers.source import Source, decode, read_bytes
from scr_check.readers.yaml_nodes import BrokenYaml, Mapping, Scalar, compose
from scr_check.readers.yaml_places import YamlPlaces

FORMAT = "scr-summary/1"

# What tells a summary from the other YAML files of a folder, even where its first line is missing.
_FORMAT_LINE = re.compile(r"^[\"']?format[\"']?\s*:\s*[\"']?(\S+?)[\"']?\s*(?:#.*)?$", re.MULTILINE)
_OTHERS = ("scr-overview", "scr-findings", "scr-progress", "scr-learning")
_OWN_FIELDS = re.compile(
    r"^(?:overview_report|review_process|summary_of_events|key_issues|action_plan)\s*:", re.MULTILINE
)


@value
class SummaryFile(Value):
    """A summary as read: `given` names the top fields that the author wrote."""

    summary: Summary
    faults: tuple[Fault, ...]
    places: YamlPlaces
    given: frozenset[str]

    @property
    def source(self) -> Source:
        """The text it was read from."""
        return self.places.source


class UnreadableSummary(UnreadableDocument):
    """A summary whose text cannot be taken apart; `source` and `offset` say where, when there is a text."""

    def __init__(self, sentence: str, source: Source | None = None, offset: int = 0) -> None:
        super().__init__(sentence)
        self.source = source
        self.offset = offset


def looks_like_summary(text: str) -> bool:
    """Whether a YAML text is meant to be a summary, told without parsing it."""
    if found := _FORMAT_LINE.search(text):
        return found[1].startswith("scr-") and not found[1].startswith(_OTHERS)
    return len(set(_OWN_FIELDS.findall(text))) >= 2


def read_text(path: Path) -> str:
    """The text of a summary's file; raises UnreadableSummary."""
    try:
        return decode(read_bytes(path), str(path))
    except UnreadableDocument as error:
        raise UnreadableSummary(str(error)) from None


def read_summary(path: Path, text: str | None = None) -> SummaryFile:
    """The summary at `path` (or in `text`, when its content came another way); raises UnreadableSummary."""
    source = Source(read_text(path) if text is None else text)
    root = _root(path, source)
    reading = ShapedReading(source, shape_of(Summary))
    data = reading.record(root, shape_of(Summary), Pointer(""))
    places = YamlPlaces(source, root)
    faults = list(reading.faults)
    given = frozenset(key.value for key, _ in root.pairs)
    if "format" not in given:
        faults.append(_no_format(places))
    return SummaryFile(Summary.of(data), tuple(faults), places, given)


def _root(path: Path, source: Source) -> Mapping:
    try:
        root = compose(source.text)
    except BrokenYaml as error:
        line = source.line_of(error.offset)
        raise UnreadableSummary(f"{path}, line {line}, {error}", source, error.offset) from None
    if root is None or (isinstance(root, Scalar) and root.is_empty):
        raise UnreadableSummary(f"{path} is empty: `scr-check scaffold` writes a summary to fill in", source)
    if not isinstance(root, Mapping):
        raise UnreadableSummary(
            f"{path} is not a summary: it should start with a line `format: {FORMAT}`", source, root.start
        )
    kind = next((value.value for key, value in root.pairs if _is_format(key, value)), "")  # type: ignore[union-attr]
    if kind.startswith("scr-overview/"):
        raise UnreadableSummary(
            f"{path} is an overview report ({kind}): name the summary, whose `overview_report:` leads to it",
            source,
        )
    if not kind and not looks_like_summary(source.text) and not _has_own_field(root):
        raise UnreadableSummary(
            f"{path} is not a summary: it should start with a line `format: {FORMAT}`", source, root.start
        )
    return root


def _is_format(key: Scalar, value: object) -> bool:
    return key.value == "format" and isinstance(value, Scalar)


def _has_own_field(root: Mapping) -> bool:
    known = shape_of(Summary).fields
    return any(key.value in known for key, _ in root.pairs)


def _no_format(places: YamlPlaces) -> Fault:
    message = "`format` is missing, which says that this file is a summary and of which version"
    return Fault("FIL206", Pointer(""), places.of(""), message, f"write `format: {FORMAT}` as the first line")
