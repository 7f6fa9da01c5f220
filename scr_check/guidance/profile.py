"""The guidance profile: levels, basis, sections and limits of each rule, read from a data file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Profile:
    """A guidance profile."""

    name: str
