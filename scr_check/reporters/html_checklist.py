"""The checklist: everything that is asked of a summary, by who asks for it, and what came of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scr_check.finding import FileReport
from scr_check.reporters.html_findings import Card
from scr_check.reporters.verdicts import Verdict, verdicts
from scr_check.reporters.words import plural

_HEADINGS = {
    "law": "Required by law",
    "statutory guidance": "Required by statutory guidance",
    "recommended template": "Recommended by the template",
    "practice": "Good practice",
    "file format": "The file itself",
}
_COUNTED = {"error": "error", "warning": "warning", "info": "note"}


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the list: what is asked, the outcome and its words, and the anchors of what was found."""

    verdict: Verdict
    outcome: str
    said: str
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Checklist:
    """What one kind of source asks for; `first` is the one that is open from the start."""

    heading: str
    sources: tuple[str, ...]
    items: tuple[Item, ...]
    first: bool

    @property
    def said(self) -> str:
        """How many passed, and how many of the rest did what."""
        passed = sum(item.outcome == "passed" for item in self.items)
        found = sum(item.outcome == "found" for item in self.items)
        rest = len(self.items) - passed - found
        more = f", {rest} not applied or silenced" if rest else ""
        return f"{passed} of {len(self.items)} without a finding, {found} with findings{more}"


def checklists(file: FileReport, cards: Iterable[Card]) -> Iterator[Checklist]:
    """The lists in the order of their standing; what has findings stands first in each."""
    anchors: dict[str, list[str]] = {}
    for card in cards:
        anchors.setdefault(card.finding.rule, []).append(card.id)
    by_standing: dict[str, list[Verdict]] = {name: [] for name in _HEADINGS}
    for verdict in verdicts(file):
        standing = verdict.rule.basis.standing if verdict.rule.basis else "practice"
        by_standing.setdefault(standing, []).append(verdict)
    first = True
    for standing, held in by_standing.items():
        if held:
            sources = dict.fromkeys(one.rule.basis.source for one in held if one.rule.basis)
            items = [_item(one, tuple(anchors.get(one.rule.code, ()))) for one in held]
            items.sort(key=lambda item: item.outcome != "found")
            heading = _HEADINGS.get(standing, standing.capitalize())
            yield Checklist(heading, tuple(sources), tuple(items), first)
            first = False


def _item(verdict: Verdict, links: tuple[str, ...]) -> Item:
    if verdict.outcome == "passed":
        return Item(verdict, "passed", "No mismatch found")
    if verdict.outcome == "silenced":
        return Item(verdict, "silenced", f"Silenced: {verdict.reason}")
    if verdict.outcome == "skipped":
        return Item(verdict, "skipped", f"Not applied: {verdict.reason}")
    counts = (
        plural(count, noun)
        for level, noun in _COUNTED.items()
        if (count := sum(finding.severity == level for finding in verdict.findings))
    )
    return Item(verdict, "found", ", ".join(counts), links)
