"""Actions: each row of the report's action plan held against the summary's."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from scr_check.comparison.action_status import status_changes
from scr_check.comparison.bodies import same_body
from scr_check.comparison.change import Change
from scr_check.comparison.copied_outcomes import outcome_check
from scr_check.comparison.deadlines import plan_starts, same_deadline
from scr_check.comparison.deeds import deed_changes
from scr_check.comparison.index import ReportIndex
from scr_check.comparison.leads import lead_changes
from scr_check.comparison.names import Names
from scr_check.comparison.outcomes import monitoring_changes
from scr_check.comparison.pairing import Pairing, pair_items
from scr_check.comparison.periods import Ends, period_ends
from scr_check.comparison.result import Difference
from scr_check.comparison.titles import titles
from scr_check.comparison.wording import Alignment, align, read_wording
from scr_check.documents.overview import OverviewAction
from scr_check.documents.place import Pointer
from scr_check.documents.reference import Reference, reference_in
from scr_check.documents.summary import Action, Summary
from scr_check.finding import Confidence, Evidence

Key = tuple[str, str, str]
FEWEST = 10  # outcomes that show whether an author copies
_ROOT = Pointer("/action_plan/actions")


@dataclass(frozen=True, slots=True)
class Paired:
    """An action of the report, the summary's version of it, and where that stands."""

    report: OverviewAction
    summary: Action
    pointer: Pointer


def pair_actions(summary: Summary, index: ReportIndex, names: Names) -> Pairing:
    """Which actions of the report and the summary are the same, by what they answer and by wording."""
    plan, own = index.overview.action_plan, summary.action_plan
    ours, theirs = plan.actions if plan else [], own.actions if own else []
    left = [[reference_in(text) for text in action.recommendation] for action in ours]
    right = [[reference_in(text) for text in action.recommendation] for action in theirs]
    same = _shared(left, right, names)
    return pair_items([_text(action) for action in ours], [_text(action) for action in theirs], same, same)


def _text(action: OverviewAction | Action) -> str:
    return f"{action.action or ''}. {action.outcome or ''}. {action.lead or ''}"


def _shared(left: list[list[Reference]], right: list[list[Reference]], names: Names) -> list[list[bool]]:
    """Which actions answer a common recommendation, organisations compared by name and alias."""
    keyed = [[(other.key, other) for other in others] for others in right]
    return [
        [
            any(_same_reference(one.key, one, key, other, names) for one in ones for key, other in others)
            for others in keyed
        ]
        for ones in left
    ]


def _same_reference(mine: Key, one: Reference, yours: Key, other: Reference, names: Names) -> bool:
    if mine == yours:
        return True
    if mine[0] != yours[0] or mine[2] != yours[2]:
        return False
    return bool(one.organisation and other.organisation) and same_body(
        one.organisation or "", other.organisation or "", names
    )


def action_differences(summary: Summary, index: ReportIndex, names: Names) -> Iterator[Difference]:
    """Every way in which the summary's action plan departs from the report's; none when either is empty."""
    plan, own = index.overview.action_plan, summary.action_plan
    if not plan or not plan.actions or not own or not own.actions:
        return
    pairing = pair_actions(summary, index, names)
    pairs = [Paired(plan.actions[i], own.actions[j], _ROOT / j) for i, j in pairing.pairs]
    yield from _omitted(pairing, plan.actions, pairs, names)
    for j in pairing.only_summary:
        text = own.actions[j].action or "this action"
        yield Difference(
            "action-added",
            _ROOT / j,
            f"the report's action plan has no such action: “{text}”",
            "say in `progress:` when the Board added it, or take it out",
            text,
            confidence=Confidence.LIKELY,
        )
    agreed = summary.review_process.completed_on if summary.review_process else None
    starts = plan_starts(index.overview, agreed, own.as_at)
    ends = index.once(_dated_periods)
    holders = [action.lead for action in plan.actions if action.lead]
    check = outcome_check(_copies(pairs))
    for pair in pairs:
        answered = _texts_answered(pair.report, index)
        yield from _changed(pair, names, (starts, ends), holders, check, answered)
        for field, change in status_changes(pair.report, pair.summary, plan.as_at, own.as_at):
            yield _difference("action-status-contradicted", change, pair, field)


def _copies(pairs: list[Paired]) -> float:
    """The part (0 to 1) of the outcomes that are word for word the report's."""
    given = [(pair.report.outcome, pair.summary.outcome) for pair in pairs if pair.report.outcome]
    same = sum(" ".join(true.split()) == " ".join((said or "").split()) for true, said in given if true)
    return same / len(given) if len(given) >= FEWEST else 0.0


def _dated_periods(index: ReportIndex) -> Ends:
    return period_ends(index.overview)


def _omitted(
    pairing: Pairing, ours: list[OverviewAction], pairs: list[Paired], names: Names
) -> Iterator[Difference]:
    for i in pairing.only_report:
        true = ours[i]
        if not true.action or any(_merged_in(true, pair, names) for pair in pairs):
            continue
        answers = f" (for {titles(true.recommendation)})" if true.recommendation else ""
        yield Difference(
            "action-omitted",
            _ROOT,
            f"the summary leaves out an action of the report's plan{answers}: “{true.action}”",
            "add it with its lead, date, outcome and monitoring",
            evidence=(_evidence(true, true.action),),
            confidence=Confidence.CERTAIN,
        )


def _merged_in(true: OverviewAction, pair: Paired, names: Names) -> bool:
    """Whether an action stands in what another one of the summary says beyond its own."""
    if not set(true.recommendation) & set(pair.report.recommendation):
        return False
    alignment = _align(pair.report.action, pair.summary.action, names)
    if alignment is None or alignment.own < 0.3:
        return False
    stems = {stem for j in alignment.added for stem in alignment.summary.units[j].stems}
    own = [unit for unit in read_wording(true.action or "", names).units if unit.weight == 1.0]
    return bool(own) and sum(unit.stem in stems for unit in own) >= 0.6 * len(own)


def _align(true: str | None, said: str | None, names: Names) -> Alignment | None:
    if not true or not said or " ".join(true.split()) == " ".join(said.split()):
        return None
    return align(read_wording(true, names), read_wording(said, names))


def _changed(
    pair: Paired,
    names: Names,
    calendar: tuple[list[date], Ends],
    holders: list[str],
    check_outcome: Callable[[Alignment], Iterator[Change]],
    answered: str,
) -> Iterator[Difference]:
    true, said = pair.report, pair.summary
    if true.due and said.due and same_deadline(true.due, said.due, *calendar) is False:
        change = Change(
            "deadline",
            f"the summary's date is “{said.due}”; the report's is “{true.due}”",
            f"write the report's “{true.due}”",
            said.due,
            ((0, len(true.due)),),
            Confidence.CERTAIN,
        )
        yield _difference("action-deadline-changed", change, pair, "due")
    for field, change in lead_changes(true, said, holders, names):
        yield _difference("action-lead-changed", change, pair, field)
    for field, check in (("outcome", check_outcome), ("monitoring", monitoring_changes)):
        alignment = _align(getattr(true, field), getattr(said, field), names)
        for change in check(alignment) if alignment else ():
            yield _difference("action-outcome-changed", change, pair, field)
    alignment = _align(true.action, said.action, names)
    for change in deed_changes(alignment) if alignment else ():
        if not (change.quote and change.quote.lower() in answered):
            yield _difference("action-changed", change, pair, "action")


def _texts_answered(action: OverviewAction, index: ReportIndex) -> str:
    """The recommendations that an action answers, in lower case: "Carry out the audit" may take its figures from them."""
    asked = set(action.recommendation)
    return " ".join(
        one.text.lower()
        for one in index.overview.recommendations
        if {f"{one.set}/{one.id}", f"{one.set}:{one.organisation}/{one.id}"} & asked
    )


def _difference(kind: str, change: Change, pair: Paired, field: str) -> Difference:
    true = pair.report
    text = getattr(true, field, None) or true.action or ""
    answers = titles(true.recommendation) or f"“{true.action}”"
    message = f"action for {answers}: {change.message}"
    evidence = _evidence(true, text, change.spans)
    return Difference(
        kind, pair.pointer / field, message, change.help, change.quote, (evidence,), change.confidence
    )


def _evidence(true: OverviewAction, text: str, spans: tuple[tuple[int, int], ...] = ()) -> Evidence:
    """The words of the plan, the action first where they are another field's."""
    text = " ".join(text.split())
    lead = (
        ""
        if not true.action or text == " ".join(true.action.split())
        else f"{' '.join(true.action.split())}: "
    )
    moved = tuple((start + len(lead), end + len(lead)) for start, end in sorted(set(spans)))
    return Evidence("overview", lead + text, true.ref, true.page, moved)
