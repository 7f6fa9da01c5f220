"""Sharing: work done by this process and copies of it, where the system can copy one."""

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_BLOCKS = 24  # into so many the work is cut: neighbours have much in common, looked up once in each process
_COPIES = 3  # at most: of more each would do little but look up again what the others have looked up
_CAN_COPY = sys.platform == "linux"
One = TypeVar("One")
Made = TypeVar("Made")


def share(ones: Sequence[One], make: Callable[[One], Made], jobs: int, least: int = 1) -> list[Made]:
    """What `make` makes of each, in their order; on Linux `jobs` processes share the work, forked from this one.

    They do so from `least` pieces on, from which a copy does more than it costs.
    What a copy that came to grief leaves undone is done here, so that its error is told as any other.
    """
    if jobs < 2 or len(ones) < max(least, 2) or not _CAN_COPY:
        return [make(one) for one in ones]
    size = -(-len(ones) // _BLOCKS)
    blocks = [ones[at : at + size] for at in range(0, len(ones), size)]
    claims, numbers = os.pipe()  # holds the numbers of the blocks, a byte each: who reads one does that block
    os.write(numbers, bytes(range(len(blocks))))
    os.close(numbers)

    def claimed() -> dict[int, list[Made]]:
        return dict(_claimed(blocks, make, claims))

    with ExitStack() as at_the_end:
        at_the_end.callback(os.close, claims)
        copies = [at_the_end.enter_context(_copy(claimed)) for _ in range(min(jobs - 1, _COPIES))]
        made = claimed()
        for receiving in copies:
            made.update(_received(receiving) or {})
    return [piece for number, block in enumerate(blocks) for piece in made.get(number) or map(make, block)]


@contextmanager
def beside(make: Callable[[], Made], jobs: int) -> Iterator[Callable[[], Made]]:
    """What waits for what `make` makes, on Linux in a copy of this process if `jobs` allow one.

    Where the copy came to grief it is made here, so that its error is told as any other.
    """
    if jobs < 2 or not _CAN_COPY:
        yield make
        return
    with _copy(lambda: [make()]) as receiving:
        yield lambda: next(iter(_received(receiving) or [make()]))


def _claimed(
    blocks: Sequence[Sequence[One]], make: Callable[[One], Made], claims: int
) -> Iterator[tuple[int, list[Made]]]:
    """The blocks that this process was the first to claim, each with its number, until none is left."""
    while claim := os.read(claims, 1):
        yield claim[0], [make(one) for one in blocks[claim[0]]]


@contextmanager
def _copy(make: Callable[[], object]) -> "Iterator[Connection]":
    """A copy of this process that makes something, by the end at which it can be received; ended on leaving."""
    from multiprocessing import get_context

    fork = get_context("fork")
    receiving, sending = fork.Pipe(duplex=False)
    copy = fork.Process(target=_send, args=(make, sending), daemon=True)
    copy.start()
    sending.close()
    with receiving:
        try:
            yield receiving
        finally:
            copy.kill()
            copy.join()


def _send(make: Callable[[], object], sending: "Connection") -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process answers Ctrl-C
    with suppress(Exception):  # the first process meets the same, and tells of it
        sending.send(make())


def _received(receiving: "Connection") -> Any:
    """What a copy has made; None where it came to grief."""
    try:
        return receiving.recv()
    except (EOFError, OSError):
        return None
