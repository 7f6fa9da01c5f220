"""Compares one summary with its report: runs every kind of comparison and gathers what differs."""

from collections.abc import Callable, Iterable, Sequence

from scr_check.comparison.actions import action_differences
from scr_check.comparison.aliases import alias_differences
from scr_check.comparison.bearing import Weighing
from scr_check.comparison.carried import coverage_map, left_out_differences, map_figures, statement_figures
from scr_check.comparison.claims import claim_differences
from scr_check.comparison.conclusions import conclusion_differences, one_sided_differences
from scr_check.comparison.coverage import list_coverage
from scr_check.comparison.delay import delay_differences
from scr_check.comparison.denials import denial_differences
from scr_check.comparison.event_dates import event_date_differences
from scr_check.comparison.figures import date_differences, number_differences
from scr_check.comparison.index import ReportIndex
from scr_check.comparison.intervals import interval_differences
from scr_check.comparison.judgements import judgement_differences
from scr_check.comparison.memory import Memory, Verdict
from scr_check.comparison.names import summary_names
from scr_check.comparison.opinions import opinion_differences
from scr_check.comparison.order import order_differences
from scr_check.comparison.parties import party_differences
from scr_check.comparison.process import process_differences
from scr_check.comparison.reasons import reason_differences
from scr_check.comparison.recommendations import recommendation_differences
from scr_check.comparison.result import Comparison, Difference
from scr_check.comparison.semantic import Reader, second_opinion
from scr_check.comparison.stages import stage_differences
from scr_check.comparison.statements import Statement, statements_of
from scr_check.comparison.themes import theme_differences
from scr_check.comparison.unspoken import unspoken_differences
from scr_check.documents.overview import Overview
from scr_check.documents.place import Pointer
from scr_check.documents.summary import Summary
from scr_check.documents.unwritten import without_placeholders
from scr_check.own_fault import noted
from scr_check.sharing import beside, share

WORTH_SHARING = 40  # statements (some 8 ms each) from which a second process takes less time than it costs

STATEMENT_CHECKS = (
    number_differences,
    date_differences,
    party_differences,
    denial_differences,
    judgement_differences,
    conclusion_differences,
    opinion_differences,
    order_differences,
    interval_differences,
    reason_differences,
    claim_differences,
    unspoken_differences,
)
WHOLE_CHECKS = (  # each with the part of the summary that it is about
    ("/summary_of_events", event_date_differences),
    ("/conclusion", one_sided_differences),
    ("/review_process", stage_differences),
    ("/key_issues", theme_differences),
    ("/review_process", delay_differences),
)
LIST_CHECKS = (
    ("/aliases", alias_differences),
    ("/review_process", process_differences),
    ("/recommendations", recommendation_differences),
    ("/action_plan", action_differences),
)


def index_report(overview: Overview) -> ReportIndex:
    """Read an overview report for comparison, once for any number of summaries."""
    return ReportIndex(overview)


def compare(
    summary: Summary,
    report: ReportIndex,
    memory: Memory | None = None,
    second: Reader | None = None,
    jobs: int = 1,
) -> Comparison:
    """Every difference between a summary and its report, with the coverage figures of the contract.

    `memory` holds the verdicts of earlier comparisons with this same report, and takes in those of this one. A
    `second` reader is asked about the statements that the rules leave open, and can only add to them. With two `jobs`
    or more, two processes compare the statements where the system allows it.
    """
    summary = without_placeholders(summary)
    names = summary_names(summary, report.names)
    memory = memory or Memory()
    statements = list(statements_of(summary, names))

    def find(new: Sequence[Statement]) -> list[Verdict]:
        return share(new, lambda one: _verdict(one, report), jobs, WORTH_SHARING)

    with beside(lambda: _checked(LIST_CHECKS, summary, report, names), jobs) as in_lists:
        verdicts = memory.verdicts(statements, find)
        listed = in_lists()
    judged = list(zip(statements, verdicts, strict=True))
    memory.forget_all_but(len(judged))
    weighed = [(statement, verdict.bearings) for statement, verdict in judged]
    differences: list[Difference] = []
    doubted: set[tuple[str, str]] = set()
    for statement, verdict in judged:
        differences.extend(verdict.differences)
        if verdict.differences:
            doubted.add((statement.pointer, statement.sentence.text))
        elif second:
            differences.extend(second_opinion(statement, report, verdict.bearings, second))
    known = {(one.kind, one.pointer) for one in differences}
    found, faults = _checked(WHOLE_CHECKS, summary, weighed, report)
    differences.extend(one for one in found if (one.kind, one.pointer) not in known)
    differences.extend(listed[0])
    faults += [(statement.pointer, fault) for statement, verdict in judged for fault in verdict.faults]
    faults += listed[1]
    carried = coverage_map(weighed, report)
    differences.extend(left_out_differences(carried))
    coverage = {**list_coverage(summary, report, names), "statements": statement_figures(weighed, doubted)}
    return Comparison(tuple(differences), {**coverage, **map_figures(carried)}, carried, tuple(faults))


def _checked(
    checks: Iterable[tuple[str, Callable[..., Iterable[Difference]]]], *given: object
) -> tuple[list[Difference], list[tuple[Pointer, str]]]:
    """What the checks of parts of a summary find, and the faults that kept one from being made, with its part."""
    found: list[Difference] = []
    faults: list[tuple[Pointer, str]] = []
    for part, check in checks:
        told: list[str] = []
        with noted(told):
            found.extend(check(*given))
        faults.extend((Pointer(part), fault) for fault in told)
    return found, faults


def _verdict(statement: Statement, report: ReportIndex) -> Verdict:
    weighing = Weighing(statement, report)
    found: list[Difference] = []
    faults: list[str] = []
    for check in STATEMENT_CHECKS:
        with noted(faults):
            found.extend(check(statement, report, weighing))
    return Verdict(weighing.bearings, tuple(found), tuple(faults))
