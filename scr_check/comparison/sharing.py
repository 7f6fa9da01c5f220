"""Sharing: a list of like pieces of work done by this process and copies of it, where the system can copy one."""

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_WORTH_SHARING = 40  # pieces (some 8 ms each) from which a copy does more than it costs
_BLOCKS = 24  # into so many the work is cut: neighbours have much in common, looked up once in each process
_COPIES = 3  # at most: of more each would do little but look up again what the others have looked up
One = TypeVar("One")
Made = TypeVar("Made")


def share(ones: Sequence[One], make: Callable[[One], Made], jobs: int) -> list[Made]:
    """What `make` makes of each, in their order; on Linux `jobs` processes share the work, forked from this one.

    What a copy that came to grief leaves undone is done here, so that its error is told as any other.
    """
    if jobs < 2 or len(ones) < _WORTH_SHARING or sys.platform != "linux":
        return [make(one) for one in ones]
    from multiprocessing import get_context

    size = -(-len(ones) // _BLOCKS)
    blocks = [ones[at : at + size] for at in range(0, len(ones), size)]
    claims, numbers = os.pipe()  # holds the numbers of the blocks, a byte each: who reads one does that block
    os.write(numbers, bytes(range(len(blocks))))
    os.close(numbers)
    fork, receivers = get_context("fork"), []
    with ExitStack() as at_the_end:
        at_the_end.callback(os.close, claims)
        for _ in range(min(jobs - 1, _COPIES)):
            receiving, sending = fork.Pipe(duplex=False)
            copy = fork.Process(target=_help, args=(blocks, make, claims, sending), daemon=True)
            copy.start()
            at_the_end.callback(copy.join)
            at_the_end.callback(copy.kill)
            sending.close()
            receivers.append(at_the_end.enter_context(receiving))
        made = dict(_claimed(blocks, make, claims))
        for receiving in receivers:
            made.update(_received(receiving))
    return [piece for number, block in enumerate(blocks) for piece in made.get(number) or map(make, block)]


def _claimed(
    blocks: Sequence[Sequence[One]], make: Callable[[One], Made], claims: int
) -> Iterator[tuple[int, list[Made]]]:
    """The blocks that this process was the first to claim, each with its number, until none is left."""
    while claim := os.read(claims, 1):
        yield claim[0], [make(one) for one in blocks[claim[0]]]


def _help(
    blocks: Sequence[Sequence[One]], make: Callable[[One], Made], claims: int, sending: "Connection"
) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process answers Ctrl-C
    with suppress(Exception):  # the first process meets the same, and tells of it
        sending.send(dict(_claimed(blocks, make, claims)))


def _received(receiving: "Connection") -> dict[int, list[Any]]:
    """What a copy has made of its blocks; nothing where it came to grief."""
    try:
        return dict(receiving.recv())
    except (EOFError, OSError):
        return {}
