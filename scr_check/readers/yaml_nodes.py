"""YAML as nodes with their offsets in the source: the only room that knows ruamel for reading."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ruamel.yaml.error import MarkedYAMLError, YAMLError, YAMLStreamError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from scr_check.errors import UnreadableDocument
from scr_check.readers.yaml_faults import is_left_open, plain_words

DEEPEST = 64  # levels; the C composers crash the process on deep nesting, so nodes are built here from events


class BrokenYaml(UnreadableDocument):
    """Text that is not YAML as a summary uses it; `offset` (in characters) is where it went wrong."""

    def __init__(self, sentence: str, offset: int) -> None:
        super().__init__(sentence)
        self.offset = offset


@dataclass(slots=True)
class Scalar:
    """A value as the author wrote it; `style` is '' (plain), ', ", | or >; offsets in characters."""

    value: str
    start: int
    end: int
    style: str

    @property
    def is_empty(self) -> bool:
        """Whether nothing, or a bare `~`, stands where a value could stand."""
        return self.value in ("", "~") and not self.style


@dataclass(slots=True)
class Sequence:
    """A list, `flow` when written in square brackets."""

    items: "list[Node]"
    start: int
    end: int
    flow: bool


@dataclass(slots=True)
class Mapping:
    """Fields with their values in the order written, duplicates included; `flow` when in curly brackets."""

    pairs: "list[tuple[Scalar, Node]]"
    start: int
    end: int
    flow: bool


Node = Scalar | Sequence | Mapping


def compose(text: str) -> Node | None:
    """The root node of `text`, None when there is nothing but comments.

    Raises BrokenYaml for what is not YAML, more than one document, anchors, aliases, merge keys,
    keys that are not words, and nesting deeper than DEEPEST levels.
    """
    events = _events(text)
    try:
        return _root(events)
    except MarkedYAMLError as error:
        at = _offset(error.problem_mark or error.context_mark)
        plain = plain_words(error.problem, error.context, text[at : at + 1])
        opened = is_left_open(plain) and error.context_mark
        raise BrokenYaml(plain, _offset(opened) if opened else at) from None
    except YAMLStreamError as error:
        raise BrokenYaml(plain_words(str(error), None), getattr(error, "position", 0)) from None
    except YAMLError as error:
        raise BrokenYaml(plain_words(str(error), None), 0) from None


def _offset(mark: object) -> int:
    return int(getattr(mark, "index", 0) or 0)


def _events(text: str) -> Iterator[Event]:
    try:
        from _ruamel_yaml import CParser  # type: ignore[import-not-found]
    except ImportError:
        from ruamel.yaml import YAML

        return iter(YAML(typ="safe", pure=True).parse(text))
    return iter(CParser(text).get_event, None)


def _root(events: Iterator[Event]) -> Node | None:
    root: Node | None = None
    documents = 0
    for event in events:
        kind = type(event)
        if kind is DocumentStartEvent:
            documents += 1
            if documents > 1:
                raise BrokenYaml(plain_words("expected a single document", None), _offset(event.start_mark))
        elif kind in _STARTS:
            root = _node(event, events)
    return root


_STARTS = frozenset({ScalarEvent, SequenceStartEvent, MappingStartEvent, AliasEvent})


def _node(first: Event, events: Iterator[Event]) -> Node:
    """The node that starts with `first`, built with a stack of our own so that depth costs no recursion."""
    root = _open(first)
    if type(root) is Scalar:
        return root
    parent: Any = root  # a Sequence or a Mapping, as are those of the stack
    key: Scalar | None = None  # the field of `parent` that waits for its value
    stack: list[tuple[Any, Scalar | None]] = []
    for event in events:
        if type(event) not in _STARTS:
            parent.end = _closing_end(event, parent)
            if not stack:
                break
            parent, key = stack.pop()
            continue
        node = _open(event)
        if type(parent) is Sequence:
            parent.items.append(node)
        elif key is None:
            key = _key(node)
        else:
            parent.pairs.append((key, node))
            key = None
        if type(node) is not Scalar:
            stack.append((parent, key))
            parent, key = node, None
            if len(stack) >= DEEPEST:
                raise BrokenYaml(plain_words("too deep", None), node.start)
    return root


def _open(event: Any) -> Node:
    if event.anchor is not None:
        raise BrokenYaml(plain_words("anchor or alias", None), event.start_mark.index)
    if type(event) is ScalarEvent:
        return Scalar(event.value, event.start_mark.index, event.end_mark.index, event.style or "")
    start = event.start_mark.index
    if type(event) is SequenceStartEvent:
        return Sequence([], start, start, bool(event.flow_style))
    return Mapping([], start, start, bool(event.flow_style))


def _key(node: Node) -> Scalar:
    if type(node) is not Scalar:
        raise BrokenYaml(plain_words("key is not a word", None), node.start)
    if node.value == "<<" and not node.style:
        raise BrokenYaml(plain_words("merge key", None), node.start)
    return node


def _closing_end(event: Event, node: Sequence | Mapping) -> int:
    """A block ends where its last part does: YAML's own mark stands at the start of whatever follows."""
    if node.flow:
        return int(event.end_mark.index)
    if isinstance(node, Sequence):
        return max(node.items[-1].end, node.start) if node.items else node.start
    if not node.pairs:
        return node.start
    key, value = node.pairs[-1]
    return key.end if isinstance(value, Scalar) and value.is_empty else value.end
