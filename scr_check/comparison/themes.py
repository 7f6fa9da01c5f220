"""Themes: the findings of the report's analysis, and those of them that no key issue of the summary carries."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from scr_check.comparison.bearing import Weighed, Weighing
from scr_check.comparison.evidence import evidence_from
from scr_check.comparison.index import Passage, ReportIndex
from scr_check.comparison.result import Difference
from scr_check.documents.overview import Section
from scr_check.documents.place import Pointer
from scr_check.documents.summary import Summary
from scr_check.finding import Confidence
from scr_check.language.dates import dates_in
from scr_check.language.references import refs_cover
from scr_check.language.evaluations import evaluations_in
from scr_check.language.words import words_in

CARRIED = 0.8  # a statement carries the passages that hold this part of the nearest one's share
SUBJECT = 0.3  # below this share a statement speaks of none of them
LEAST = 0.1  # a theme is left out when it is touched less often than this, in a part of its sentences
WEIGHTY = 7  # sentences from which a theme is weighty even without a grave judgement


@dataclass(frozen=True, slots=True)
class Theme:
    """A section of the report's analysis: its heading, its passages, and its gravest sentence with its level (0 to 4)."""

    heading: str
    passages: tuple[Passage, ...]
    gravest: Passage
    level: int


def themes_of(index: ReportIndex) -> list[Theme]:
    """The sections of the analysis in order, without those that go through the agencies one by one."""
    sections: dict[str, list[Passage]] = {}
    for passage in index.of_sections((Section.ANALYSIS,)):
        if passage.paragraph.form != "row":
            sections.setdefault(passage.paragraph.heading or "", []).append(passage)
    return [
        _theme(heading, passages)
        for heading, passages in sections.items()
        if not _names_body(heading, index)
        and not dates_in(heading)  # "May to July 2009" goes through the story
    ]


def _names_body(heading: str, index: ReportIndex) -> bool:
    words = words_in(heading)
    named = [mention for mention in index.names.mentions(words) if mention.party.kind == "agency"]
    return bool(named) or {"agency", "agencies"} & {word.lower for word in words} != set()


def _theme(heading: str, passages: list[Passage]) -> Theme:
    levels = [
        max(
            (
                phrase.level
                for phrase in evaluations_in(passage.sentence.text, passage.sentence.words)
                if phrase.level > 1
            ),
            default=0,
        )
        for passage in passages
    ]
    level = max(levels)
    return Theme(heading, tuple(passages), passages[levels.index(level)], level)


def left_out_themes(summary: Summary, weighed: Weighed, index: ReportIndex) -> list[Theme]:
    """The weighty themes that the key issues, by their words or their references, do not carry."""
    touched: Counter[str] = Counter()
    for statement, weighing in weighed:
        if statement.part == "key-issues":
            touched.update(_touched(weighing, index))
    refs = [ref for issue in summary.key_issues for ref in issue.overview]
    found = []
    for theme in themes_of(index):
        named = sum(
            refs_cover(refs, ref) for ref in {passage.paragraph.ref for passage in theme.passages} if ref
        )
        count = len(theme.passages)
        weighty = count >= WEIGHTY or theme.level == 4
        if weighty and touched[theme.heading] + named < max(1.0, LEAST * min(count, 30)):
            found.append(theme)
    return sorted(found, key=lambda theme: (-theme.level, -len(theme.passages)))


def _touched(weighing: Weighing, index: ReportIndex) -> list[str]:
    near = weighing.whole
    if near.best < SUBJECT:
        return []
    return [
        passage.paragraph.heading or ""
        for passage in near.top(index, 3, CARRIED)
        if passage.paragraph.section is Section.ANALYSIS
    ]


def theme_differences(summary: Summary, weighed: Weighed, index: ReportIndex) -> Iterator[Difference]:
    """The themes left out, the gravest first; only where the summary has key issues at all."""
    if not summary.key_issues:
        return
    for theme in left_out_themes(summary, weighed, index):
        yield Difference(
            "key-issue-omitted",
            Pointer("") / "key_issues",
            f"no key issue carries what the overview report finds under “{theme.heading}”",
            "add a key issue that says so, or refer to these paragraphs in `overview:` of the issue that does",
            "",
            (evidence_from(theme.gravest),),
            Confidence.LIKELY if theme.level == 4 else Confidence.POSSIBLE,
        )
