"""Work shared with copies of the process comes out as if it had been done by one."""

import os
import sys

import pytest

from scr_check.comparison.sharing import share

ONES = range(100)


def square(one):
    return one * one


@pytest.mark.parametrize("jobs", [1, 2, 8])
def test_every_piece_is_made_and_in_order(jobs):
    assert share(ONES, square, jobs) == [one * one for one in ONES]


@pytest.mark.skipif(sys.platform != "linux", reason="only there is the work shared")
def test_copies_do_some_of_the_work():
    def where(one):
        sum(range(20_000))  # so that a copy has time to come in
        return os.getpid()

    assert len(set(share(ONES, where, 2))) == 2


def test_what_a_dying_copy_leaves_is_done_all_the_same():
    first = os.getpid()

    def make(one):
        sum(range(20_000))
        if os.getpid() != first:
            os._exit(1)
        return square(one)

    assert share(ONES, make, 2) == [one * one for one in ONES]


def test_an_error_is_told_as_any_other():
    def make(one):
        if one == 77:
            raise ValueError(one)
        return one

    with pytest.raises(ValueError, match="77"):
        share(ONES, make, 2)
