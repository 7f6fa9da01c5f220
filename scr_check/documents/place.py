"""Places: JSON pointers into a summary, and the lines and columns they stand for."""

from typing import Protocol

from scr_check.documents.value import Value, value


class Pointer(str):
    """An RFC 6901 JSON pointer; `pointer / "key"` goes one step down.

    >>> Pointer("") / "recommendations" / 2 / "text"
    '/recommendations/2/text'
    """

    __slots__ = ()

    def __truediv__(self, step: str | int) -> "Pointer":
        name = str(step)
        if "~" in name or "/" in name:
            name = name.replace("~", "~0").replace("/", "~1")
        return Pointer(f"{self}/{name}")

    @property
    def parent(self) -> "Pointer":
        """The pointer one step up; the root's parent is the root."""
        return Pointer(self.rpartition("/")[0])


@value
class Place(Value):
    """Where words stand in a file: 1-based lines and columns, the end column exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Places(Protocol):
    """Finds the place of a pointer, and of words quoted from the text that the pointer leads to."""

    def of(self, pointer: str, quote: str = "") -> Place:
        """The place of `quote` inside the node at `pointer`, else of the node, else of its nearest parent."""
        ...
