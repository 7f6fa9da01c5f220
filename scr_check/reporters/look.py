"""How a report may look where it is shown."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """Whether colour is wanted, and the columns of the terminal (None: piped, so never wrapped or cut)."""

    color: bool = False
    width: int | None = None


PLAIN = Look()  # as in a file or a pipe
