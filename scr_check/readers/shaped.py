"""Nodes into plain data of a wanted shape, with every fault of the shape at its place, in one walk."""

from typing import Any

from scr_check.documents.fault import Fault
from scr_check.documents.place import Pointer
from scr_check.documents.placeholder import is_placeholder
from scr_check.readers import shape_faults
from scr_check.readers.shape import Choice, Names, Record, Records, Shape, Text, TextList
from scr_check.readers.source import Source
from scr_check.readers.yaml_nodes import Mapping, Node, Scalar, Sequence

_KINDS = {Scalar: "text", Sequence: "a list", Mapping: "fields"}


_EMPTY = ("", "~")  # without quotation marks
_TEXTS = TextList()
_SLIP = 0.8  # likeness from which a misspelt name is read as the field it is like


class ShapedReading:
    """One walk over a document; `faults` fills in the order of the text."""

    def __init__(self, source: Source, top: Record) -> None:
        self.source = source
        self.top = top
        self.faults: list[Fault] = []

    def record(self, node: Mapping, shape: Record, pointer: Pointer) -> dict[str, Any]:
        """The fields of `node` that `shape` knows and that hold something."""
        data: dict[str, Any] = {}
        seen: set[str] = set()
        fields = shape.fields
        for key, value in node.pairs:
            if key.value not in fields:
                self._unknown(key, node, shape, pointer)
            name = key.value
            wanted = fields.get(name)
            if name in seen:
                self._duplicate(name, pointer / name, key)
            elif type(wanted) is Text and type(value) is Scalar:  # as most fields are
                if value.value not in _EMPTY or value.style:
                    data[name] = value.value
            elif wanted and (read := self.value(value, wanted, pointer, name)) is not None:
                data[name] = read
            seen.add(name)
        return data

    def _unknown(self, key: Scalar, node: Mapping, shape: Record, pointer: Pointer) -> None:
        """Report an unknown field; a plain slip is then read as the field that was meant."""
        homes = shape_faults.homes_of(key.value, self.top)
        message, help_ = shape_faults.unknown_field(key.value, shape, homes)
        self._fault("FIL203", pointer / key.value, key, message, help_)
        meant = shape_faults.nearest(key.value, shape.fields, at_least=_SLIP)
        if meant and all(other.value != meant for other, _ in node.pairs):
            key.value = meant

    def value(self, node: Node, wanted: Shape, parent: Pointer, name: str) -> Any:
        """What `node` holds as `wanted`; None when it is empty or cannot be read as that."""
        if isinstance(node, Scalar) and (node.is_empty or isinstance(wanted, Text)):
            return None if node.is_empty else node.value
        at = parent / name
        if isinstance(node, Scalar):
            return self._scalar(node, wanted, at, name)
        if isinstance(wanted, Text) and (left := self._placeholder(node)):
            return left
        if isinstance(node, Sequence):
            return self._sequence(node, wanted, at, name)
        return self._mapping(node, wanted, at, name)

    def _placeholder(self, node: Sequence | Mapping) -> str | None:
        """A placeholder without quotation marks looks like a list to YAML, and is still a placeholder."""
        written = self.source.text[node.start : node.end] if node.flow else ""
        return written if written and is_placeholder(written) else None

    def _scalar(self, node: Scalar, wanted: Shape, at: Pointer, name: str) -> Any:
        if isinstance(wanted, TextList):
            return [node.value]
        if isinstance(wanted, Choice):
            return self._choice(node, wanted, at, name)
        return self._wrong_type(node, wanted, at, name)

    def _choice(self, node: Scalar, wanted: Choice, at: Pointer, name: str) -> str | None:
        word = node.value.strip()
        if word in wanted.words:
            return word
        if is_placeholder(word):
            words = ", ".join(wanted.words)
            self._fault("FIL206", at, node, f"`{name}` is not filled in", f"write one of: {words}")
            return None
        self._fault("FIL206", at, node, *shape_faults.unknown_value(name, word, wanted.words))
        return shape_faults.nearest(word, wanted.words)

    def _sequence(self, node: Sequence, wanted: Shape, at: Pointer, name: str) -> Any:
        if isinstance(wanted, TextList) or (isinstance(wanted, Text) and wanted.many):
            return [
                item.value
                if type(item) is Scalar and item.value not in _EMPTY  # as most items are
                else self._item(item, at / index, name)
                for index, item in enumerate(node.items)
            ]
        if isinstance(wanted, Records):
            return [self._entry(item, wanted, at / i, name) for i, item in enumerate(node.items)]
        self._wrong_type(node, wanted, at, name)
        if isinstance(wanted, Text) and all(isinstance(item, Scalar) for item in node.items):
            return "\n".join(item.value for item in node.items if isinstance(item, Scalar))
        return None

    def _mapping(self, node: Mapping, wanted: Shape, at: Pointer, name: str) -> Any:
        if isinstance(wanted, Record):
            return self.record(node, wanted, at)
        if isinstance(wanted, Names):
            return self._names(node, at)
        return self._wrong_type(node, wanted, at, name)

    def _names(self, node: Mapping, at: Pointer) -> dict[str, list[str]]:
        names: dict[str, list[str]] = {}
        for key, value in node.pairs:
            if key.value in names:
                self._duplicate(key.value, at / key.value, key)
            else:
                names[key.value] = self.value(value, _TEXTS, at, key.value) or []
        return names

    def _item(self, item: Node, at: Pointer, name: str) -> str:
        """A text of a list; a colon in unquoted prose makes fields of it, and is read as the prose it was."""
        if isinstance(item, Scalar):
            if item.is_empty:
                self._fault(
                    "FIL204", at, item, f"an entry of `{name}` is empty", "write it, or delete the dash"
                )
            return "" if item.is_empty else item.value
        if isinstance(item, Mapping) and not item.flow:
            message = f"an entry of `{name}` holds a colon, which makes a field of what stands before it"
            self._fault("FIL204", at, item, message, "put the whole text in quotation marks")
            return " ".join(self.source.text[item.start : item.end].split())
        found = _KINDS[type(item)]
        message = f"an entry of `{name}` holds {found} where text should stand"
        self._fault("FIL204", at, item, message, "write it as text after the dash")
        return ""

    def _entry(self, item: Node, wanted: Records, at: Pointer, name: str) -> dict[str, Any]:
        if isinstance(item, Mapping):
            return self.record(item, wanted.each, at)
        empty = isinstance(item, Scalar) and item.is_empty
        found = "nothing" if empty else _KINDS[type(item)]
        message = f"an entry of `{name}` holds {found} where {wanted.each.title} should stand"
        fields = ", ".join(list(wanted.each.fields)[:4])
        self._fault("FIL204", at, item, message, f"give it fields, such as {fields}")
        return {}

    def _wrong_type(self, node: Node, wanted: Shape, at: Pointer, name: str) -> None:
        self._fault("FIL204", at, node, *shape_faults.wrong_type(name, _KINDS[type(node)], wanted))

    def _duplicate(self, name: str, at: Pointer, key: Scalar) -> None:
        message = f"`{name}` stands here a second time; only the first is read"
        self._fault("FIL205", at, key, message, "keep one of the two")

    def _fault(self, code: str, at: Pointer, node: Node, message: str, help_: str) -> None:
        end = node.start + len(self.source.text[node.start : node.end].rstrip())
        self.faults.append(Fault(code, at, self.source.place(node.start, end), message, help_))
