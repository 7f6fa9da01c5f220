"""Where the parts of a YAML text stand, and where words quoted from them do."""

import re
from collections.abc import Iterator

from scr_check.documents.place import Place, Pointer
from scr_check.readers.source import Source
from scr_check.readers.yaml_nodes import Mapping, Node, Scalar, Sequence

# Signs that Word changes on its own count as the same when words are looked for.
_SAME_SIGNS = str.maketrans("‘’“”–—−\u00a0", "''\"\"--- ")
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\r?\n[ \t]*|.)", re.DOTALL)
_ESCAPED = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r",
    "e": "\x1b", "N": "\x85", "_": "\u00a0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


class YamlPlaces:
    """The places of a composed YAML text, by JSON pointer."""

    def __init__(self, source: Source, root: Node | None) -> None:
        self.source = source
        self.root = root

    def of(self, pointer: str, quote: str = "") -> Place:
        """The place of `quote` in the text at `pointer`, else of that part, else of its nearest parent.

        A list or section stands where its name does; an item of a list from its first sign to its last.
        """
        node, key = self._found(pointer)
        if node is None:
            return Place(1, 1, 1, 1)
        if quote and (span := _quoted(node, quote, self.source.text)):
            return self.source.place(*span)
        return self.source.place(*self._shown(node, key))

    def node(self, pointer: str) -> Node | None:
        """The node that a pointer leads to, else None."""
        node = self.root
        for step in pointer.split("/")[1:]:
            node = _below(node, step)
        return node

    def extent(self, pointer: str) -> tuple[int, int]:
        """First and last line (1-based) of the whole part at `pointer`, its name included."""
        node, key = self._found(pointer)
        if node is None:
            return 1, 1
        first = self.source.line_of(key.start if key else node.start)
        return first, self.source.line_of(max(node.start, node.end - 1))

    def in_text(self, offset: int) -> bool:
        """Whether a sign belongs to a text of the document: what looks like a comment there is none."""
        texts = (node for _, _, node in self._parts() if isinstance(node, Scalar))
        return any(_text_span(node, self.source.text)[0] <= offset < node.end for node in texts)

    def part_on_line(self, line: int) -> Pointer | None:
        """The widest part inside the document that starts on `line`, else the text that runs over it."""
        over = None
        for pointer, key, node in self._parts():
            if not pointer:
                continue
            first = self.source.line_of((key or node).start)
            if first == line:
                return pointer
            if isinstance(node, Scalar) and first < line <= self.source.line_of(
                max(node.start, node.end - 1)
            ):
                over = pointer
        return over

    def at(self, offset: int) -> Pointer | None:
        """The innermost part whose text, name included, runs over an offset."""
        inner = None
        for pointer, key, node in self._parts():
            if (key or node).start <= offset <= max(node.end, key.end if key else 0):
                inner = pointer
        return inner

    def _parts(self) -> Iterator[tuple[Pointer, Scalar | None, Node]]:
        """Every part of the document in the order of the text, a part before what is inside it."""
        stack: list[tuple[Pointer, Scalar | None, Node]] = (
            [(Pointer(""), None, self.root)] if self.root else []
        )
        while stack:
            pointer, key, node = stack.pop()
            yield pointer, key, node
            if isinstance(node, Mapping):
                stack += [(pointer / name.value, name, value) for name, value in reversed(node.pairs)]
            elif isinstance(node, Sequence):
                stack += [
                    (pointer / index, None, node.items[index]) for index in reversed(range(len(node.items)))
                ]

    def _found(self, pointer: str) -> tuple[Node | None, Scalar | None]:
        node, key = self.root, None
        for step in pointer.split("/")[1:]:
            if isinstance(node, Mapping):
                pair = _pair(node, step)
                if pair is None:
                    break
                key, node = pair
            elif isinstance(node, Sequence) and step.isdecimal() and int(step) < len(node.items):
                node, key = node.items[int(step)], None
            else:
                break
        return node, key

    def _shown(self, node: Node, key: Scalar | None) -> tuple[int, int]:
        if isinstance(node, Scalar):
            if node.is_empty and key:
                return key.start, key.end
            return _text_span(node, self.source.text)
        if node is self.root and isinstance(node, Mapping) and node.pairs:
            return node.pairs[0][0].start, node.pairs[0][0].end
        if key and not node.flow:
            return key.start, key.end
        return node.start, _text_end(node.start, node.end, self.source.text)


def _pair(node: Mapping, step: str) -> tuple[Scalar, Node] | None:
    name = step.replace("~1", "/").replace("~0", "~")
    return next((pair for pair in node.pairs if pair[0].value == name), None)


def _below(node: Node | None, step: str) -> Node | None:
    if isinstance(node, Mapping):
        return pair[1] if (pair := _pair(node, step)) else None
    if isinstance(node, Sequence) and step.isdecimal() and int(step) < len(node.items):
        return node.items[int(step)]
    return None


def _text_end(start: int, end: int, text: str) -> int:
    return start + len(text[start:end].rstrip())


def _text_span(node: Scalar, text: str) -> tuple[int, int]:
    """A block text starts at its first word: the | above it says nothing to a reader."""
    if node.style not in ("|", ">"):
        return node.start, node.end
    end = _text_end(node.start, node.end, text)
    line_end = text.find("\n", node.start, end)
    if line_end < 0:
        return node.start, end
    body = text[line_end:end]
    return line_end + len(body) - len(body.lstrip()), end


def _quoted(node: Node, quote: str, text: str) -> tuple[int, int] | None:
    if isinstance(node, Scalar):
        return _quoted_in_text(node, quote, text)
    parts = node.items if isinstance(node, Sequence) else [value for _, value in node.pairs]
    return next((span for part in parts if (span := _quoted(part, quote, text))), None)


def _quoted_in_text(node: Scalar, quote: str, text: str) -> tuple[int, int] | None:
    """Where `quote` stands in the source of `node`: white space, case and typed-over signs do not matter."""
    words = quote.translate(_SAME_SIGNS).split()
    if not words:
        return None
    written, offsets = _unescaped(node, text)
    written = written.translate(_SAME_SIGNS)
    pattern = r"\s+".join(map(re.escape, words))
    match = re.search(rf"(?<!\w){pattern}(?!\w)", written, re.IGNORECASE) or re.search(
        pattern, written, re.IGNORECASE
    )
    return (offsets[match.start()], offsets[match.end() - 1] + 1) if match else None


def _unescaped(node: Scalar, text: str) -> tuple[str, list[int] | range]:
    """The source of `node` as it reads, and the offset in the source of each of its signs."""
    start, end = node.start, node.end
    if node.style == "'":
        return _replaced(re.compile("''"), text, start + 1, end - 1)
    if node.style == '"':
        return _replaced(_ESCAPE, text, start + 1, end - 1)
    if node.style:
        start = min(end, text.find("\n", start, end) + 1 or start)
    return text[start:end], range(start, end)


def _replaced(escape: re.Pattern[str], text: str, start: int, end: int) -> tuple[str, list[int]]:
    signs: list[str] = []
    offsets: list[int] = []
    at = start
    for match in escape.finditer(text, start, end):
        signs += text[at : match.start()]
        offsets += range(at, match.start())
        sign = _sign_of(match.group())
        signs += sign
        offsets += [match.end() - 1] * len(sign)
        at = match.end()
    return "".join([*signs, text[at:end]]), [*offsets, *range(at, end)]


def _sign_of(escape: str) -> str:
    body = escape[1:]
    if body[0] in "xuU" and len(body) > 1:
        return chr(int(body[1:], 16))
    if body[0] in "\r\n":
        return ""
    return _ESCAPED.get(body, body)
