"""The forms in which a report is given, by name: each turns a `Report` into text."""

from collections.abc import Callable

from scr_check.finding import Report
from scr_check.reporters.concise import concise
from scr_check.reporters.github import github_report
from scr_check.reporters.gitlab import gitlab_report
from scr_check.reporters.html import html_report
from scr_check.reporters.json import json_report
from scr_check.reporters.junit import junit_report
from scr_check.reporters.look import Look
from scr_check.reporters.markdown import markdown_report
from scr_check.reporters.sarif import sarif_report
from scr_check.reporters.text import text_report

Reporter = Callable[[Report, Look], str]

REPORTERS: dict[str, Reporter] = {
    "text": text_report,
    "concise": concise,
    "json": json_report,
    "html": html_report,
    "markdown": markdown_report,
    "sarif": sarif_report,
    "junit": junit_report,
    "github": github_report,
    "gitlab": gitlab_report,
}

__all__ = ["REPORTERS", "Look", "Reporter"]
