"""Faults of a file's shape: what is written where nothing of the kind can stand."""

from dataclasses import dataclass

from scr_check.documents.place import Place, Pointer


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault found in reading, by its code (see `file_rules`), with its place and what to write instead."""

    code: str
    pointer: Pointer
    place: Place
    message: str
    help: str = ""
