"""The per-review work, run one after the other or in several processes of this machine."""

from collections.abc import Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from scr_check.errors import ScrCheckError
from scr_check.learning.record import Record, record_of

_WORTH_SHARING = 8  # reviews from which a second process takes less time than it needs to start
_SHARE = 4  # reviews handed to a process at a time


def records(paths: Sequence[Path], jobs: int = 1, *, with_reports: bool = True) -> Iterator[Record]:
    """The record of each review, in their order, as soon as it is there; at most `jobs` processes share the work."""
    if jobs > 1 and len(paths) >= _WORTH_SHARING:
        yield from _shared(paths, jobs, with_reports)
    else:
        yield from (record_of(str(path), path.as_posix(), with_report=with_reports) for path in paths)


def _shared(paths: Sequence[Path], jobs: int, with_reports: bool) -> Iterator[Record]:
    from concurrent.futures import ProcessPoolExecutor

    work = [(str(path), path.as_posix(), with_reports) for path in paths]
    with ProcessPoolExecutor(jobs, initializer=_share_quietly) as pool:
        try:
            yield from pool.map(_record, work, chunksize=_SHARE)
        except BrokenProcessPool:
            raise ScrCheckError(
                "a process that read reviews was ended from outside, perhaps for want of memory: "
                "try again with --jobs 1, or with fewer reviews"
            ) from None


def _record(one: tuple[str, str, bool]) -> Record:
    path, name, with_report = one
    return record_of(path, name, with_report=with_report)


def _share_quietly() -> None:
    """Ctrl-C reaches every process of the command: only the first one answers it."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
