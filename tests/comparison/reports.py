"""Small reports and summaries to hold against each other."""

from collections.abc import Callable, Iterator
from typing import Any

from scr_check.comparison.index import ReportIndex
from scr_check.comparison.names import Names, summary_names
from scr_check.comparison.result import Difference
from scr_check.documents.overview import Overview, OverviewRecommendation, Paragraph, Section
from scr_check.documents.summary import Recommendation, Summary

GLOSSARY = {
    "PCT": "Primary Care Trust",
    "GP": "General practitioner",
    "CPS": "Crown Prosecution Service",
    "CAMHS": "Child and Adolescent Mental Health Service",
}
Compare = Callable[[Summary, ReportIndex, Names], Iterator[Difference]]


def differences(compare: Compare, summary: Summary, overview: Overview) -> list[Difference]:
    """What a comparison finds between the two."""
    index = ReportIndex(overview)
    return list(compare(summary, index, summary_names(summary, index.names)))


def made(*texts: str | dict[str, Any]) -> Overview:
    """A report that makes these recommendations, numbered from 1 unless they say otherwise."""
    recommendations = [OverviewRecommendation(**_numbered(text, i)) for i, text in enumerate(texts, 1)]
    return Overview(recommendations=recommendations, glossary=GLOSSARY)


def chapters(told: dict[Section, list[str]]) -> Overview:
    """A report with a chapter for each kind of section, its paragraphs numbered 1.1 and on."""
    return Overview(
        paragraphs=[
            Paragraph(ref=f"{chapter}.{i}", heading=section.value, text=text, section=section)
            for chapter, (section, texts) in enumerate(told.items(), 1)
            for i, text in enumerate(texts, 1)
        ]
    )


def told(*texts: str | dict[str, Any]) -> Summary:
    """A summary that gives these recommendations, numbered from 1 unless they say otherwise."""
    return Summary(recommendations=[Recommendation(**_numbered(text, i)) for i, text in enumerate(texts, 1)])


def _numbered(text: str | dict[str, Any], number: int) -> dict[str, Any]:
    return {"id": str(number), **({"text": text} if isinstance(text, str) else text)}
