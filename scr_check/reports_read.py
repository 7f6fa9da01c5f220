"""Overview reports as read for one run: each is read and indexed once, however many summaries name it."""

import sys
from collections import OrderedDict
from pathlib import Path
from typing import TYPE_CHECKING

from scr_check.documents.value import Value, value
from scr_check.documents_seen import report_seen
from scr_check.errors import UnreadableDocument
from scr_check.finding import DocumentSeen
from scr_check.sharing import beside

if TYPE_CHECKING:
    from scr_check.comparison import Comparison
    from scr_check.comparison.index import ReportIndex
    from scr_check.comparison.memory import Memory
    from scr_check.documents.overview import Overview
    from scr_check.documents.summary import Summary
    from scr_check.entailment import Entailment

State = tuple[int, int, int] | None
_KEPT = 16  # reports held at once: summaries of one report usually stand together


@value
class ReportRead(Value):
    """An overview report, the index that comparing needs, and what earlier comparisons with it came to, if kept."""

    overview: "Overview"
    index: "ReportIndex"
    seen: DocumentSeen
    memory: "Memory | None" = None

    def compare(self, summary: "Summary", semantic: Path | None = None, jobs: int = 1) -> "Comparison":
        """How `summary` departs from this report, found by at most `jobs` processes.

        The model in the folder `semantic` is asked for a second opinion.
        """
        from scr_check.comparison.compare import compare

        return compare(summary, self.index, self.memory, _model(semantic) if semantic else None, jobs)


class ReportsRead:
    """The reports that a run has read, the latest ones kept; what could not be read is remembered too.

    A file that has changed since is read again. `remember` keeps verdicts as well, for a process that checks the
    same summaries again and again.
    """

    def __init__(self, remember: bool = False) -> None:
        self._remember = remember
        self._kept: OrderedDict[Path, ReportRead | str] = OrderedDict()
        self._states: dict[Path, State] = {}

    def read(self, path: Path, jobs: int = 1) -> ReportRead:
        """The report at `path`, read by at most `jobs` processes; raises UnreadableDocument."""
        key = path.resolve()
        state = state_of(key)
        if key not in self._kept or self._states[key] != state:
            self._states[key] = state
            self._kept[key] = _read(path, self._remember, jobs)
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        found = self._kept[key]
        if isinstance(found, str):
            raise UnreadableDocument(found)
        return found

    def is_stale(self, path: Path) -> bool:
        """Whether the report at `path` was saved after it was read."""
        key = path.resolve()
        return key in self._states and self._states[key] != state_of(key)


def _model(folder: Path) -> "Entailment":
    from scr_check.entailment import entailment_in

    return entailment_in(folder)


def state_of(path: Path) -> State:
    """What differs once a file was saved anew, None where there is no file."""
    try:
        seen = path.stat()
    except OSError:
        return None
    return seen.st_mtime_ns, seen.st_size, seen.st_ino


def _read(path: Path, remember: bool, jobs: int) -> ReportRead | str:
    # Imported here: a check without a report, or without any, must not wait for what reads and compares them. To load
    # what compares takes as long as to read a long report, which a second process does meanwhile.
    loads = "scr_check.comparison.compare" not in sys.modules
    try:
        with beside(lambda: _overview(path), jobs if loads else 1) as reading:
            from scr_check.comparison.compare import index_report
            from scr_check.comparison.memory import Memory

            overview = reading()
    except UnreadableDocument as error:
        return str(error)
    memory = Memory() if remember else None
    return ReportRead(overview, index_report(overview), report_seen(path, overview), memory)


def _overview(path: Path) -> "Overview":
    from scr_check.readers.overview import read_overview

    return read_overview(path)
