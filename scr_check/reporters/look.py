"""How a report may look where it is shown."""

from scr_check.documents.value import Value, value


@value
class Look(Value):
    """Whether colour is wanted, and the columns of the terminal (None: piped, so never wrapped or cut)."""

    color: bool = False
    width: int | None = None


PLAIN = Look()  # as in a file or a pipe
