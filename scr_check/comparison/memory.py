"""Memory: the verdicts on a summary's statements, so that looking again takes only what has changed since."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from scr_check.comparison.bearing import Bearings
from scr_check.comparison.result import Difference
from scr_check.comparison.statements import Statement
from scr_check.documents.place import Pointer

_KEPT = 1000  # verdicts at most (some 45 kB each), unless one summary alone has more statements
_NOWHERE = Pointer("")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Where the report speaks of the same as a statement, and in what the statement differs from it.

    `faults` are those of the program that kept a check from being made.
    """

    bearings: Bearings
    differences: tuple[Difference, ...]
    faults: tuple[str, ...] = ()


class Memory:
    """The verdicts that the latest comparisons with one report came to, as long as the process lives.

    A verdict hangs on the report and on all of a statement but its pointer: the sentence with the parties that the
    names and aliases make of its words, the sentences round it, the date of its event and the references.
    """

    def __init__(self) -> None:
        self._kept: dict[Statement, Verdict] = {}

    def verdicts(
        self, statements: Sequence[Statement], find: Callable[[Sequence[Statement]], list[Verdict]]
    ) -> list[Verdict]:
        """The verdict on each statement, which `find` comes to for those where there is none yet."""
        keys = [replace(statement, pointer=_NOWHERE) for statement in statements]
        new = [key for key in dict.fromkeys(keys) if key not in self._kept]
        known = self._kept | dict(zip(new, find(new), strict=True))
        verdicts = []
        for statement, key in zip(statements, keys, strict=True):
            verdict = known[key]
            self._kept.pop(key, None)
            self._kept[key] = verdict  # as the latest
            here = tuple(replace(one, pointer=statement.pointer) for one in verdict.differences)
            verdicts.append(replace(verdict, differences=here))
        return verdicts

    def forget_all_but(self, latest: int) -> None:
        """Forget what is too much to keep, but nothing of the latest so many statements."""
        while len(self._kept) > max(_KEPT, latest):
            del self._kept[next(iter(self._kept))]
