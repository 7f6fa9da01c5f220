"""The report for people."""

from scr_check.finding import Report
from scr_check.reporters.concise import concise
from scr_check.reporters.look import Look


def text_report(report: Report, look: Look = Look()) -> str:
    """The report for people."""
    return concise(report, look)
