"""Process facts: dates, period, people, panel, contributors and terms, held against the report's."""

import re
from collections.abc import Iterator, Sequence
from weakref import WeakKeyDictionary

from scr_check.comparison.contributors import contributor_differences
from scr_check.comparison.index import ReportIndex
from scr_check.comparison.names import Names
from scr_check.comparison.panel import panel_differences
from scr_check.comparison.persons import person_differences
from scr_check.comparison.process_facts import Fact, ProcessFacts, process_facts
from scr_check.comparison.result import Difference
from scr_check.comparison.wording import align, read_wording
from scr_check.documents.place import Pointer
from scr_check.documents.summary import ReviewProcess, Summary
from scr_check.finding import Confidence, Evidence
from scr_check.language.dates import dates_in
from scr_check.language.days import days_of
from scr_check.language.words import plain

_ROOT = Pointer("/review_process")
_UNLIKE = 0.2  # a term of reference of which every term of the summary keeps less than this is left out
_DATES = {"decided_on": "the review was decided on", "completed_on": "the Board agreed the report on"}
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_known: WeakKeyDictionary[ReportIndex, ProcessFacts] = WeakKeyDictionary()


def process_differences(summary: Summary, index: ReportIndex, names: Names) -> Iterator[Difference]:
    """Every way in which what the summary says of the review itself departs from the report."""
    process = summary.review_process
    if process is None:
        return
    facts = _facts(index)
    yield from _date_differences(process, facts)
    yield from _period_differences(process, facts)
    yield from person_differences(process, facts, index, names)
    yield from panel_differences(process, facts, names)
    yield from contributor_differences(process, facts, names)
    yield from _term_differences(process, facts, names)


def _facts(index: ReportIndex) -> ProcessFacts:
    """What the report says of the process, found once for any number of summaries."""
    if index not in _known:
        _known[index] = process_facts(index.overview)
    return _known[index]


def _date_differences(process: ReviewProcess, facts: ProcessFacts) -> Iterator[Difference]:
    for field, says in _DATES.items():
        said, true = getattr(process, field), getattr(facts, field)
        if said and true and _apart(said, true.value):
            yield _dated("process-date-changed", _ROOT / field, said, true, says)


def _period_differences(process: ReviewProcess, facts: ProcessFacts) -> Iterator[Difference]:
    period = process.period_reviewed
    for field, said, true in (
        ("from", period and period.from_, facts.period_from),
        ("to", period and period.to, facts.period_to),
    ):
        if said and true and _apart(said, true.value):
            says = "the period reviewed begins on" if field == "from" else "the period reviewed ends on"
            yield _dated("review-period-changed", _ROOT / "period_reviewed" / field, said, true, says)


def _apart(said: str, true: str) -> bool:
    """Whether two dates cannot mean the same day, each at its own precision."""
    ours, theirs = days_of(true), days_of(said)
    return bool(ours and theirs) and (theirs.ends < ours.begins or ours.ends < theirs.begins)  # type: ignore[union-attr]


def _dated(kind: str, pointer: Pointer, said: str, true: Fact, says: str) -> Difference:
    evidence = _evidence(true, true.value)
    as_printed = next((one.text[start:end] for one in evidence for start, end in one.highlight), true.value)
    right = true.value if _ISO.fullmatch(said) else as_printed
    message = f"the report says that {says} {right}; the summary says “{said}”"
    return Difference(kind, pointer, message, f"write {right}", said, evidence, Confidence.CERTAIN)


def _evidence(fact: Fact, words: str) -> tuple[Evidence, ...]:
    paragraph = fact.paragraph
    if paragraph is None:
        return ()
    text = plain(paragraph.text)
    at = text.find(words)
    written = [(date.start, date.end) for date in dates_in(text) if date.iso == words]
    spans = ((at, at + len(words)),) if at >= 0 else tuple(written[:1])
    return (Evidence("overview", paragraph.text, paragraph.ref, paragraph.page, spans),)


def _term_differences(process: ReviewProcess, facts: ProcessFacts, names: Names) -> Iterator[Difference]:
    """Terms of reference that no term of the summary speaks of; none unless the summary has fewer."""
    own = process.terms_of_reference
    if not own or len(own) >= len(facts.terms_of_reference):
        return
    wordings = [read_wording(term, names) for term in own]
    left = len(facts.terms_of_reference) - len(own)
    ranked = sorted(
        ((_likeness(fact, wordings, names), i) for i, fact in enumerate(facts.terms_of_reference))
    )
    for kept, i in ranked[:left]:
        fact = facts.terms_of_reference[i]
        if kept < _UNLIKE:
            yield Difference(
                "process-statement-changed",
                _ROOT / "terms_of_reference",
                f"the summary leaves out one of the report's terms of reference: “{fact.value}”",
                "add it to `terms_of_reference:`",
                "",
                _evidence(fact, fact.value),
                Confidence.POSSIBLE,
            )


def _likeness(fact: Fact, wordings: Sequence[object], names: Names) -> float:
    true = read_wording(fact.value, names)
    return max(align(true, wording).kept for wording in wordings)  # type: ignore[arg-type]
