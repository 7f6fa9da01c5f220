"""One line a finding, for long lists and for editors that read path, line and column."""

from scr_check.finding import Report
from scr_check.reporters.look import PLAIN, Look
from scr_check.reporters.words import NOTE, counts_line, said_in_a_line


def concise_report(report: Report, look: Look = PLAIN) -> str:
    """Path, line, column, level, rule and message of each finding, then the counts."""
    del look
    lines = [
        f"{file.path}:{found.place.line}:{found.place.column}: "
        f"{found.severity}[{found.rule}] {said_in_a_line(found)}"
        for file in report.files
        for found in file.findings
    ]
    return "\n".join([*lines, counts_line(report), NOTE]) + "\n"
