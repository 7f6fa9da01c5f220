"""Memory: the verdicts on a summary's statements, so that looking again takes only what has changed since."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from scr_check.comparison.bearing import Weighing
from scr_check.comparison.result import Difference
from scr_check.comparison.statements import Statement
from scr_check.documents.place import Pointer

_KEPT = 1000  # verdicts at most (some 45 kB each), unless one summary alone has more statements
_NOWHERE = Pointer("")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A statement's words held against the report, and in what the statement differs from it."""

    weighing: Weighing
    differences: tuple[Difference, ...]


class Memory:
    """The verdicts that the latest comparisons with one report came to, as long as the process lives.

    A verdict hangs on the report and on all of a statement but its pointer: the sentence with the parties that the
    names and aliases make of its words, the sentences round it, the date of its event and the references.
    """

    def __init__(self) -> None:
        self._kept: dict[Statement, Verdict] = {}

    def verdict(self, statement: Statement, find: Callable[[Statement], Verdict]) -> Verdict:
        """The verdict on a statement, which `find` comes to where there is none yet."""
        key = replace(statement, pointer=_NOWHERE)
        known = self._kept.pop(key, None) or find(statement)
        self._kept[key] = known  # as the latest
        here = tuple(replace(one, pointer=statement.pointer) for one in known.differences)
        return Verdict(known.weighing, here)

    def forget_all_but(self, latest: int) -> None:
        """Forget what is too much to keep, but nothing of the latest so many statements."""
        while len(self._kept) > max(_KEPT, latest):
            del self._kept[next(iter(self._kept))]
