"""Finds every recommendation of a report, wherever and in whatever form it stands."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from scr_check.documents.overview import Section
from scr_check.readers.blocks import Block
from scr_check.readers.structure.announcing import announces, only_announces
from scr_check.readers.structure.captions import captioned
from scr_check.readers.structure.columns import columns_of
from scr_check.readers.structure.drafts import Draft, Origin
from scr_check.readers.structure.duties import DUTY, asks, orders
from scr_check.readers.structure.inline import inline_recommendations
from scr_check.readers.structure.labels import Label, label_of, labelled_parts
from scr_check.readers.structure.names import Names, is_body
from scr_check.readers.structure.outline import Placed
from scr_check.readers.structure.sets import sets_named
from scr_check.readers.structure.tables import Table, table_of
from scr_check.readers.structure.titles import speaks_of_others
from scr_check.readers.structure.vocabulary import alternatives, vocabulary
from scr_check.readers.structure.wording import bare

_WHOLE = re.compile(r"\(?(\d{1,3})[.)]*")
_GOES_ON = re.compile(rf"(?:{alternatives('resuming')})\b", re.IGNORECASE)
_OF_THEM = re.compile(r"\brecommendations?\b", re.IGNORECASE)
_QUOTED_DUTY = re.compile(r"[\"'“‘*](?:must|should|will)[\"'”’*]")
_NOBODY = frozenset(("", "none", "nil", "n a", "nobody", "not applicable"))  # in a column of other addressees
_FEWEST_WORDS = 5  # of a recommendation
_TITLE = 10  # words of a title, at most
_TRUST: dict[Origin, int] = {"label": 3, "row": 3, "item": 2, "number": 1, "bullet": 1, "prose": 0}


def drafts_in(placed: Sequence[Placed], elsewhere: Collection[int], names: Names) -> list[Draft]:
    """The recommendations in reading order; `elsewhere` are blocks of the action plan and of the key."""
    collecting = _Collecting()
    for index, place in enumerate(placed):
        if index in elsewhere or place.section in (
            Section.IDENTITIES,
            Section.FRONT,
            Section.GLOSSARY,
            Section.ACTION_PLAN,
        ):
            collecting.open = None
        else:
            collecting.take(captioned(placed, index, names) if place.block.kind == "table" else place)
    return _surest([draft for draft in collecting.found if len(draft.text.split()) >= _FEWEST_WORDS])


def _surest(drafts: list[Draft]) -> list[Draft]:
    """The drafts without prose that only asks for something beside recommendations with a number or label."""
    best: dict[str, int] = {}
    for draft in drafts:
        best[draft.scope] = max(best.get(draft.scope, 0), _TRUST[draft.origin])
    kept = [
        draft for draft in drafts if _TRUST[draft.origin] == best[draft.scope] or _TRUST[draft.origin] == 3
    ]
    labelled = {draft.path[0] for draft in kept if draft.origin in ("label", "row") and draft.path}
    return [
        draft
        for draft in kept
        # where the report labels its recommendations, prose beside them is comment
        if not (draft.path and draft.path[0] in labelled and _only_comments(draft))
        # and what opens by telling how many there are is none where others stand beside it
        and not (draft.announces and any(_beside(draft, other) for other in kept))
    ]


def _only_comments(draft: Draft) -> bool:
    """Whether a draft without label is prose, or a numbered paragraph that speaks of the recommendations."""
    return draft.origin == "prose" or (draft.origin == "number" and _OF_THEM.search(draft.text) is not None)


def _beside(draft: Draft, other: Draft) -> bool:
    """Whether two recommendations stand in one section, and the other announces none."""
    return draft.path[:1] == other.path[:1] and not other.announces


class _Collecting:
    """The walk over a report; `open` is the recommendation whose text may still go on."""

    def __init__(self) -> None:
        self.found: list[Draft] = []
        self.open: Draft | None = None

    def take(self, place: Placed) -> None:
        """Add what `place` brings."""
        block = place.block
        among = place.section is Section.RECOMMENDATIONS and not any(
            speaks_of_others(h.title) for h in place.path
        )
        if block.kind == "table":
            self._take_table(place, among)
        elif block.kind in ("paragraph", "item") and (parts := labelled_parts(block.text)):
            for part in parts:
                self.take(replace(place, block=replace(block, text=part)))
        elif label := label_of(block.text, among):
            self._open(place, "label", label.id, label.text, among, label, titled=block.kind == "heading")
        elif block.kind == "heading":
            self.open = None
        elif block.kind == "note" or self._goes_on(place):
            return
        elif not self._take_inline(place, among):
            if among:
                self._take_unlabelled(place)
            else:
                self.open = None

    def _take_inline(self, place: Placed, among: bool) -> bool:
        """Whether the paragraph makes recommendations in passing; each is added."""
        made = inline_recommendations(place.block.text)
        for one in made:
            kind = one.source if sets_named(one.source) else ""
            label = Label(one.number, kind, None, one.text)
            self._open(place, "label", one.number, one.text, among, label)
        if made:
            self.open = None
        return bool(made)

    def _open(
        self,
        place: Placed,
        origin: Origin,
        id_: str,
        text: str,
        among: bool,
        label: Label | None = None,
        titled: bool = False,
    ) -> None:
        if titled and not DUTY.search(text):
            text = ""  # "Recommendation 4: Strategy discussions" is a title: the text follows
        elif label:
            text = _untitled(text)
        self.open = Draft(
            id=id_, origin=origin, path=place.path[:-1] if titled else place.path, parts=[text],
            kind=label.kind if label else "", body=label.body if label else None,
            ref=place.place, page=place.block.page, in_section=among, titled=titled,
            announces=origin in ("number", "prose") and announces(text),
        )  # fmt: skip
        self.found.append(self.open)

    def _goes_on(self, place: Placed) -> bool:
        """Whether the open recommendation goes on in this block; if so the block's text is added to it."""
        draft, block = self.open, place.block
        if draft is None:
            return False
        text = block.text
        if block.kind == "item":
            joins = _joins_item(draft, block)
            text = f"{block.number} {text}" if block.number else text
        else:
            joins = _joins_paragraph(draft, place)
        if joins:
            draft.parts.append(text)
        return joins

    def _take_unlabelled(self, place: Placed) -> None:
        """Open a recommendation that has no label: a numbered or listed sentence that asks for something."""
        block = place.block
        self.open = None
        if place.own:
            if asks(block.text) and not _is_lead_in(block.text):
                self._open(place, "number", block.number or "", block.text, True)
        elif block.kind == "item":
            number = _WHOLE.fullmatch(block.number or "")
            if number and (asks(block.text) or len(block.text.split()) > _FEWEST_WORDS):
                self._open(place, "item", number[1], block.text, True)
            elif asks(block.text):
                self._open(place, "bullet", (block.number or "").strip("()."), block.text, True)
        elif asks(block.text) and not _is_lead_in(block.text):
            self._open(place, "prose", "", block.text, True)

    def _take_table(self, place: Placed, among: bool) -> None:
        self.open = None
        table = table_of(place.block.rows)
        columns = columns_of(table.titles)
        if "recommendation" in columns and (among or len(table.rows) > 1):
            self.found.extend(_rows(place, table, columns, among))


def _rows(place: Placed, table: Table, columns: dict[str, int], among: bool) -> Iterator[Draft]:
    """The recommendations of a table whose columns hold a text, and perhaps a number and a body."""
    text_at = columns["recommendation"]
    number_at = columns.get("number")
    body_at = table.column(vocabulary().tables["agency"])
    others_at = table.column(vocabulary().tables["others"])
    due_at = columns.get("due")
    body: str | None = None
    for row in table.rows:
        text = row.cells[text_at]
        if len(text.split()) < _FEWEST_WORDS:
            continue
        body = (row.cells[body_at] or body) if body_at is not None else None
        others = row.cells[others_at] if others_at is not None else ""
        printed = row.cells[number_at] if number_at is not None else ""
        label = (
            label_of(printed, True) or label_of(text, True) or label_of(f"Recommendation {printed}. ", True)
        )
        id_, text = (label.id, label.text or text) if label else (bare(printed), text)
        if (counted := re.match(r"(\d{1,3})[.)]\s+", text)) and not id_:
            id_, text = counted[1], text[counted.end() :]
        yield Draft(
            id_,
            "row",
            place.path,
            [text],
            body=f"{body}, {others}" if body and bare(others) not in _NOBODY else body,
            band=row.band,
            timescale=(row.cells[due_at] or None) if due_at is not None else None,
            ref=place.ref_of_row(row.at) or place.place,
            page=place.block.page,
            in_section=among,
        )


def _joins_item(draft: Draft, block: Block) -> bool:
    """Whether a list item belongs to the recommendation before it, and is none of its own."""
    said = draft.text
    unfinished = said.endswith((":", ";", ",")) or block.text[:1].islower()
    if _WHOLE.fullmatch(block.number or ""):
        goes_on = draft.origin == "label" and _WHOLE.match(draft.parts[-1]) is not None
        return unfinished or goes_on
    if draft.origin == "bullet":
        return unfinished
    return draft.origin == "label" or block.number != "" or unfinished


def _joins_paragraph(draft: Draft, place: Placed) -> bool:
    """Whether a paragraph goes on from the recommendation before it."""
    text, said = place.block.text, draft.text
    asks_on = bool(DUTY.search(text))
    if draft.titled:
        return not said or asks_on or not place.own
    if place.own:
        below = bool(draft.ref) and (place.ref or "").startswith(f"{draft.ref}.")
        labelled = draft.origin == "label" and draft.in_section
        return below or (labelled and asks_on and _GOES_ON.match(text) is not None)
    unfinished = not said or said.endswith((":", ";", ",")) or text[:1].islower()
    return unfinished or (draft.in_section and asks_on and draft.origin != "prose")


def _untitled(text: str) -> str:
    """A recommendation without the title that its label may end with: "cover for absent workers. The council must ..."."""
    head, stop, rest = text.partition(". ")
    is_title = len(head.split()) <= _TITLE and not (asks(head) or is_body(head))
    return rest if stop and is_title and DUTY.search(rest.partition(". ")[0]) else text


def _is_lead_in(text: str) -> bool:
    """Whether a sentence speaks about the recommendations instead of making one."""
    if only_announces(text) or _QUOTED_DUTY.search(text):
        return True  # "We say "must" where we mean that there is no choice."
    return (text.endswith(":") and not DUTY.search(text)) or (
        re.search(r"\b(?:these|the|following|all) (?:\w+ )?recommendations\b", text, re.IGNORECASE)
        is not None
        and not orders(text)
    )
