"""The forms in which a report is given, by name: each turns a `Report` into text."""

from collections.abc import Callable

from scr_check.finding import Report
from scr_check.reporters.concise import concise
from scr_check.reporters.json import json_report
from scr_check.reporters.look import Look
from scr_check.reporters.text import text_report

Reporter = Callable[[Report, Look], str]

REPORTERS: dict[str, Reporter] = {"text": text_report, "concise": concise, "json": json_report}

__all__ = ["REPORTERS", "Look", "Reporter"]
