"""The forms in which a report is given, by name: each turns a `Report` into text."""

from collections.abc import Callable
from importlib import import_module
from typing import cast

from scr_check.finding import Report
from scr_check.reporters.look import Look

Reporter = Callable[[Report, Look], str]


def _when_asked(name: str) -> Reporter:
    """The function `NAME_report` of the module `name`, imported when it is called: most runs need one."""

    def report(report: Report, look: Look) -> str:
        module = import_module(f"scr_check.reporters.{name}")
        return cast(Reporter, getattr(module, f"{name}_report"))(report, look)

    return report


_FORMS = ("text", "concise", "json", "html", "markdown", "sarif", "junit", "github", "gitlab")

REPORTERS: dict[str, Reporter] = {name: _when_asked(name) for name in _FORMS}

__all__ = ["REPORTERS", "Look", "Reporter"]
