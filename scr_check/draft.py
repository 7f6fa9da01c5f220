"""A first draft of a summary: what the overview report already says, and where; the rest is left open."""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from scr_check.comparison.process_facts import Fact, ProcessFacts, process_facts
from scr_check.documents.overview import Overview, OverviewAction, Paragraph, Section
from scr_check.documents.place import Pointer
from scr_check.documents.reference import Reference, reference_in
from scr_check.documents.summary import (
    Action,
    ActionPlan,
    Contributor,
    Event,
    KeyIssue,
    PanelMember,
    Period,
    Person,
    Recommendation,
    ReviewProcess,
    Summary,
)
from scr_check.language.dates import dates_in
from scr_check.language.days import days_of
from scr_check.language.sentences import sentences_in

_REF = re.compile(r"\d+(?:\.\d+)*")
_OPENING = re.compile(r"([^.:]{3,60})[.:] ")
_BESIDE_DATES = re.compile(
    r"(?:early|late|mid|on|by|from|about|around|between|to|and|until|or|the|in|of|[-–, ])*", re.IGNORECASE
)
_LETTERED = re.compile(r"\([a-z]+\)$")
_LIST_LABEL = re.compile(r"^Question \d+: ")


@dataclass(frozen=True, slots=True)
class Draft:
    """A summary in which None and empty lists are still to be written.

    `sources` maps a pointer into the summary to the place in the report that it was taken from, or that
    speaks of it; `lessons` holds such a place for each lesson of the report.
    """

    summary: Summary
    sources: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    lessons: tuple[str, ...] = ()


def draft_of(overview: Overview, report: str, guidance: str) -> Draft:
    """The draft that a report gives; `report` is its path as the summary will name it."""
    facts = process_facts(overview)
    events = list(_events(overview.paragraphs))
    issues = list(_key_issues(overview.paragraphs))
    actions = overview.action_plan.actions if overview.action_plan else []
    summary = Summary(
        guidance=guidance,
        board=_value(facts.board),
        subject=_value(facts.subject),
        overview_report=report,
        review_process=_review_process(facts),
        summary_of_events=[Event(date=written) for written, _ in events],
        key_issues=[issue for issue, _ in issues],
        recommendations=list(_recommendations(overview)),
        action_plan=ActionPlan(
            as_at=_day(overview.action_plan.as_at) if overview.action_plan else None,
            actions=[action for action, _ in zip(_actions(actions), actions, strict=True)],
        ),
    )
    sources = dict(_process_sources(facts))
    sources |= {f"/summary_of_events/{index}": place_of(told) for index, (_, told) in enumerate(events)}
    sources |= {f"/key_issues/{index}": place_of(*told) for index, (_, told) in enumerate(issues)}
    sources["/conclusion"] = place_of(*_in(overview.paragraphs, Section.CONCLUSIONS))
    lessons = tuple(
        place_of(told) for told in _in(overview.paragraphs, Section.LESSONS) if told.form != "row"
    )
    return Draft(summary, MappingProxyType({key: place for key, place in sources.items() if place}), lessons)


def place_of(*told: Paragraph | None) -> str:
    """Where paragraphs stand, as one would say it: "3.2, page 11", "5.1 to 5.3", "page 40", or nothing."""
    passages = [passage for passage in told if passage]
    refs = list(dict.fromkeys(_LETTERED.sub("", passage.ref) for passage in passages if passage.ref))
    pages = sorted({passage.page for passage in passages if passage.page})
    spoken = f"{refs[0]} to {refs[-1]}" if len(refs) > 1 else "".join(refs)
    page = f"pages {pages[0]} to {pages[-1]}" if len(pages) > 1 else f"page {pages[0]}" if pages else ""
    return ", ".join(part for part in (spoken, page) if part)


def _value(fact: Fact | None) -> str | None:
    return fact.value if fact else None


def _day(text: str | None) -> str | None:
    dates = dates_in(text or "")
    return (dates[0].iso or text) if dates else text


def _review_process(facts: ProcessFacts) -> ReviewProcess:
    people = {role: Person(name=fact.value) for role, fact in facts.people.items()}
    return ReviewProcess(
        decided_on=_value(facts.decided_on),
        completed_on=_value(facts.completed_on),
        period_reviewed=_period(facts),
        panel_members=[
            PanelMember(name=seat.name, job_title=seat.job_title or None, organisation=seat.organisation)
            for seat in facts.panel
        ],
        contributors=[
            Contributor(organisation=_sentence_case(given.organisation), report=given.report)
            for given in facts.contributions
        ],
        terms_of_reference=[
            _sentence_case(_LIST_LABEL.sub("", term.value)) or "" for term in facts.terms_of_reference
        ],
        board_chair=people.get("board_chair"),
        panel_chair=people.get("panel_chair"),
        overview_author=people.get("overview_author"),
    )


def _period(facts: ProcessFacts) -> Period | None:
    if facts.period_from is None or facts.period_to is None:
        return None
    return Period.model_validate({"from": facts.period_from.value, "to": facts.period_to.value})


def _sentence_case(text: str | None) -> str | None:
    return text[:1].upper() + text[1:] if text else None


def _process_sources(facts: ProcessFacts) -> Iterator[tuple[str, str]]:
    process = Pointer("/review_process")
    for name in ("board", "subject"):
        yield f"/{name}", _place(getattr(facts, name))
    for name in ("decided_on", "completed_on"):
        yield process / name, _place(getattr(facts, name))
    yield process / "period_reviewed", _place(facts.period_from)
    for role, fact in facts.people.items():
        yield process / role, _place(fact)
    yield process / "panel_members", place_of(*(seat.paragraph for seat in facts.panel))
    yield process / "contributors", place_of(*(given.paragraph for given in facts.contributions))
    yield process / "terms_of_reference", place_of(*(term.paragraph for term in facts.terms_of_reference))
    for topic, passages in facts.topics.items():
        yield process / topic, place_of(*passages)


def _place(fact: Fact | None) -> str:
    return place_of(fact.paragraph) if fact else ""


def _in(paragraphs: Iterable[Paragraph], section: Section) -> list[Paragraph]:
    return [paragraph for paragraph in paragraphs if paragraph.section is section]


def _events(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[str, Paragraph]]:
    """The dated paragraphs of the chronology, each date once, in order of their dates."""
    told: dict[str, Paragraph] = {}
    for paragraph in paragraphs:
        written = _event_date(paragraph) if _tells_events(paragraph) else None
        if written:
            told.setdefault(written, paragraph)
    yield from sorted(told.items(), key=lambda event: _begins(event[0]))


def _begins(written: str) -> date:
    days = days_of(written)
    return days.begins if days else date.max


def _tells_events(paragraph: Paragraph) -> bool:
    """Whether it belongs to the chronology, or to an episode of the analysis with dates in its heading."""
    if paragraph.form == "note":
        return False
    episode = paragraph.section is Section.ANALYSIS and len(dates_in(paragraph.heading or "")) > 1
    return episode or paragraph.section is Section.FACTS


def _event_date(paragraph: Paragraph) -> str | None:
    """The date that opens the paragraph, a range whole, else the first date of its first sentence."""
    opening = _OPENING.match(paragraph.text)
    if opening and _is_date(opening[1]):
        return opening[1]
    sentence = next(iter(sentences_in(paragraph.text)), None)
    dates = dates_in(paragraph.text[sentence.start : sentence.end]) if sentence else []
    first = next((date for date in dates if date.year and date.precision > 1), None)
    if sentence is None or first is None:
        return None
    written = paragraph.text[sentence.start + first.start : sentence.start + first.end]
    return first.iso or (written if str(first.year) in written else f"{written} {first.year}")


def _is_date(text: str) -> bool:
    """Whether the text is a date or range and nothing else."""
    rest = text
    for found in reversed(dates_in(text)):
        rest = rest[: found.start] + rest[found.end :]
    return rest != text and _BESIDE_DATES.fullmatch(rest) is not None and days_of(text) is not None


def _key_issues(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[KeyIssue, list[Paragraph]]]:
    """One for each heading of the analysis."""
    analysis = [told for told in _in(paragraphs, Section.ANALYSIS) if not _tells_events(told)]
    number = itertools.count(1)
    for heading, group in itertools.groupby(analysis, key=lambda told: told.heading):
        passages = list(group)
        title = re.sub(
            r"^(?:chapter|section|part)?\s*\d[\d.]*[.:]?\s+", "", heading or "", flags=re.IGNORECASE
        )
        if title:
            refs = _ref_range(passages)
            yield KeyIssue(id=f"K{next(number)}", title=title, overview=[refs] if refs else []), passages


def _ref_range(passages: Iterable[Paragraph]) -> str:
    refs = [match[0] for told in passages if told.ref and (match := _REF.match(told.ref))]
    if not refs:
        return ""
    return refs[0] if refs[0] == refs[-1] else f"{refs[0]}-{refs[-1]}"


def _recommendations(overview: Overview) -> Iterator[Recommendation]:
    for one in overview.recommendations:
        yield Recommendation(
            id=one.id,
            set=one.set,
            organisation=one.organisation,
            text=one.text,
            addressed_to=one.addressed_to,
            overview=one.ref,
        )


def _actions(actions: Iterable[OverviewAction]) -> Iterator[Action]:
    """The actions, those without a number numbered after their recommendation: 3.1, 3.2."""
    numbers: Counter[str] = Counter()
    for one in actions:
        reference = reference_in(one.recommendation[0]) if one.recommendation else None
        stem = _stem(reference)
        numbers[stem] += 1
        yield Action(
            id=one.id or f"{stem}.{numbers[stem]}",
            recommendation=one.recommendation,
            action=one.action,
            lead=one.lead,
            organisation=one.organisation,
            due=one.due,
            outcome=one.outcome,
            monitoring=one.monitoring,
            status=one.status,
            completed_on=_day(one.completed_on),
            progress=one.progress,
            scope=one.scope,
            milestones=one.milestones,
        )


def _stem(reference: Reference | None) -> str:
    """What an action's number begins with: the recommendation's, told apart from that of other sets."""
    if reference is None:
        return "A"
    if reference.set == "overview" or not reference.id.isdigit():
        return reference.id
    owner = "".join(word[0] for word in (reference.organisation or "").split() if word[0].isupper())
    return f"{owner or reference.set[0].upper()}{reference.id}"
