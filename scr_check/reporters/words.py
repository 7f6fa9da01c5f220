"""Words that every report says alike."""

from scr_check.finding import Report

NOTE = (
    "No mismatch found is not a certificate of accuracy: the check compares words, "
    "and a person must still read the summary against the overview report."
)


def counts_line(report: Report) -> str:
    """How many findings there are, such as "2 errors, 1 warning in 3 summaries"."""
    counts = report.counts
    found = [_plural(counts[level], level) for level in ("error", "warning") if counts[level]]
    if counts["info"]:
        found.append(_plural(counts["info"], "note"))
    return f"{', '.join(found) or 'nothing found'} in {_plural(len(report.files), 'summary')}"


def _plural(count: int, noun: str) -> str:
    if count == 1:
        return f"1 {noun}"
    return f"{count} {noun[:-1] + 'ies' if noun.endswith('y') else noun + 's'}"
