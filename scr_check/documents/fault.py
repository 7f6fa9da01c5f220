"""Faults of a file's shape: what is written where nothing of the kind can stand."""

from scr_check.documents.place import Place, Pointer
from scr_check.documents.value import Value, value


@value
class Fault(Value):
    """A fault found in reading, by its code (see `file_rules`), with its place and what to write instead."""

    code: str
    pointer: Pointer
    place: Place
    message: str
    help: str = ""
