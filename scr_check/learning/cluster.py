"""The same per-review work on a Dask cluster, for more reviews than one machine can take; the room of dask."""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from distributed import Client, as_completed

from scr_check.errors import UsageError
from scr_check.learning.record import Record, record_of

_AHEAD = 200  # reviews handed to the cluster before the first of them is back


def records_on(address: str, paths: Sequence[Path], *, with_reports: bool = True) -> Iterator[Record]:
    """The record of each review as soon as it is there, made by the workers of the Dask cluster at `address`.

    The workers must see the files under the same paths. What a worker was doing when it was lost is done anew by
    another. Raises UsageError when the cluster does not answer.
    """
    try:
        client = Client(address, set_as_default=False, timeout=20)
    except (OSError, ValueError):
        raise UsageError(f"--cluster {address}: no Dask scheduler answers there") from None
    with client:
        waiting = iter(paths)
        running = as_completed(_handed(client, islice(waiting, _AHEAD), with_reports), loop=client.loop)
        for done in running:
            yield done.result()
            for following in _handed(client, islice(waiting, 1), with_reports):
                running.add(following)


def _handed(client: Client, paths: Iterator[Path], with_reports: bool) -> list[Any]:
    """Each path as work that the cluster has been given."""
    return [
        client.submit(record_of, str(path.resolve()), path.as_posix(), with_report=with_reports, pure=False)
        for path in paths
    ]
