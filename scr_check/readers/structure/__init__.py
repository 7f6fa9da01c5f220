"""From blocks to an overview report: numbers, sections, recommendations, action plan, glossary and key."""

import re
from collections.abc import Sequence

from scr_check.documents.overview import Overview, Section
from scr_check.readers.blocks import Document
from scr_check.readers.structure.action_plan import action_plan_of, stated_in_plan
from scr_check.readers.structure.doubts import doubts_of
from scr_check.readers.structure.glossary import glossary_of
from scr_check.readers.structure.identities import identities_of
from scr_check.readers.structure.names import names_of
from scr_check.readers.structure.outline import Placed, placed_blocks
from scr_check.readers.structure.passages import paragraphs_of
from scr_check.readers.structure.plan_rows import plan_rows
from scr_check.readers.structure.recommendations import recommendations_of
from scr_check.readers.structure.wording import bare

_PERSON = re.compile(r"\b(?:chair|author|written|prepared|agreed|accepted|confidential)\b|\.$", re.IGNORECASE)


def overview_of(document: Document) -> Overview:
    """The overview report that a document's blocks make; what is doubtful about it stands in `doubts`."""
    placed = placed_blocks(document.blocks)
    glossary = glossary_of(placed)
    identities, key_blocks = identities_of(placed)
    rows = plan_rows(placed)
    elsewhere = rows.blocks | key_blocks
    names = names_of(placed, glossary)
    recommendations, doubtful = recommendations_of(placed, elsewhere, names)
    only_in_plan = stated_in_plan(rows, recommendations, names)
    recommendations += only_in_plan
    plan = action_plan_of(placed, rows, recommendations, names)
    overview = Overview(
        format="scr-overview/1", title=_title(document, placed),
        paragraphs=list(paragraphs_of(placed, elsewhere)), recommendations=recommendations, action_plan=plan,
        glossary=glossary, identities=identities, doubts=[], traces=list(document.traces),
        running_heads=list(document.heads),
    )  # fmt: skip
    doubts = [*doubts_of(overview, placed, rows.unread), *doubtful]
    for r in only_in_plan:
        doubts.append(f"recommendation {r.id} ({r.organisation or r.set}) stands only in the action plan")
    return overview.model_copy(update={"doubts": [*doubts, *document.remarks]})


def _title(document: Document, placed: Sequence[Placed]) -> str | None:
    """The report's title: the front line that names it, else the document's own, else its first heading."""
    front = [
        place.block
        for place in placed
        if place.section is Section.FRONT and len(place.block.text.split()) <= 20
    ]
    lines = sorted(front, key=lambda block: block.kind != "heading" and not block.bold)
    named = [
        b.text
        for b in lines
        if {"review", "report"} & set(bare(b.text).split()) and not _PERSON.search(b.text)
    ]
    subject = next((line for line in named if ":" in line), named[0] if named else None)
    first = next((place.block.text for place in placed if place.block.kind == "heading"), None)
    return subject or document.title or first
