"""Compares one summary with its report: runs every kind of comparison and gathers what differs."""

from scr_check.comparison.figures import date_differences, number_differences
from scr_check.comparison.index import ReportIndex
from scr_check.comparison.names import summary_names
from scr_check.comparison.result import Comparison, Difference
from scr_check.comparison.statements import statements_of
from scr_check.documents.overview import Overview
from scr_check.documents.summary import Summary

STATEMENT_CHECKS = (number_differences, date_differences)


def index_report(overview: Overview) -> ReportIndex:
    """Read an overview report for comparison, once for any number of summaries."""
    return ReportIndex(overview)


def compare(summary: Summary, report: ReportIndex) -> Comparison:
    """Every difference between a summary and its report, with the coverage figures of the contract."""
    names = summary_names(summary, report.names)
    statements = statements_of(summary, names)
    differences: list[Difference] = []
    for statement in statements:
        for check in STATEMENT_CHECKS:
            differences.extend(check(statement, report))
    return Comparison(tuple(differences), {})
