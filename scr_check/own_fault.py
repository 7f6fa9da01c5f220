"""Faults of the program itself: told without a word of the documents, and each ends no more than it must."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DEBUG = "SCR_CHECK_DEBUG"  # set in the environment, a fault ends the program with its traceback


def told(error: BaseException) -> str:
    """What went wrong and where in the program: "KeyError in portions.py, line 106"."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f"{Path(trace.tb_frame.f_code.co_filename).name}, line {trace.tb_lineno}" if trace else "?"
    return f"{type(error).__name__} in {where}"


@contextmanager
def noted(faults: list[str]) -> Iterator[None]:
    """Put a fault of what is done within on a list, as `told`, so that it ends nothing else."""
    try:
        yield
    except Exception as error:
        if os.environ.get(DEBUG):
            raise
        faults.append(told(error))
