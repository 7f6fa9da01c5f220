"""Work shared with copies of the process comes out as if it had been done by one."""

import os
import sys

import pytest

from scr_check.sharing import beside, share

ONES = range(100)
copies = pytest.mark.skipif(sys.platform != "linux", reason="only there is a process copied")


def square(one):
    return one * one


@pytest.mark.parametrize("jobs", [1, 2, 8])
def test_every_piece_is_made_and_in_order(jobs):
    assert share(ONES, square, jobs) == [one * one for one in ONES]


@copies
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


def test_few_pieces_are_made_by_one_process():
    assert set(share(ONES, lambda _: os.getpid(), 2, least=101)) == {os.getpid()}


@copies
def test_a_copy_makes_something_while_this_process_does_something_else():
    with beside(os.getpid, 2) as made:
        other = made()
    assert other != os.getpid()


def test_one_process_makes_it_itself():
    with beside(os.getpid, 1) as made:
        assert made() == os.getpid()


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_met_beside_is_told_as_any_other(jobs):
    def make():
        raise ValueError("no such thing")

    with pytest.raises(ValueError, match="no such thing"), beside(make, jobs) as made:
        made()


def test_what_a_dying_copy_leaves_is_made_all_the_same():
    first = os.getpid()

    def make():
        return "made" if os.getpid() == first else os._exit(1)

    with beside(make, 2) as made:
        assert made() == "made"
