"""The report's sentences, indexed so that those which speak of the same thing as a statement are found at once."""

import heapq
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scr_check.comparison.names import Names, Party, report_names
from scr_check.comparison.sentence import Sentence, dated, read_sentences
from scr_check.documents.overview import Overview, Paragraph, Section
from scr_check.language.dates import Date, dates_in
from scr_check.language.words import lexicon

NEAR = 0.65  # what a word of the same meaning counts, against the same word
KEPT = 30  # passages followed up, of those that share anything with a statement
LENDING = 8  # those of them whose neighbours are followed up too
LENT = {1: 0.75, -1: 0.65, 2: 0.55, -2: 0.45}  # what a sentence lends to the one so many after it
ABOUT = {Section.FRONT, Section.GLOSSARY, Section.IDENTITIES}


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of the report: its number here, the paragraph it stands in, and the parties of its surroundings."""

    number: int
    paragraph: Paragraph
    block: int
    sentence: Sentence


class ReportIndex:
    """An overview report ready to be compared with any number of summaries.

    `passages` are its sentences in order; `blocks` the passages of each paragraph.
    """

    def __init__(self, overview: Overview) -> None:
        self.overview = overview
        self.names: Names = report_names(overview)
        self.passages: list[Passage] = []
        self.blocks: list[range] = []
        self._postings: dict[str, list[int]] = defaultdict(list)
        self._parties: dict[str, list[int]] = defaultdict(list)
        self._held: dict[str, dict[int, float]] = {}
        for paragraph in overview.paragraphs:
            if paragraph.section not in ABOUT:
                self._add(paragraph)
        self._count = max(1, len(self.passages))

    def _add(self, paragraph: Paragraph) -> None:
        first = len(self.passages)
        for sentence in dated(read_sentences(paragraph.text, self.names), self._year(paragraph)):
            number = len(self.passages)
            self.passages.append(Passage(number, paragraph, len(self.blocks), sentence))
            for stem in sentence.stems():
                self._postings[stem].append(number)
            for role in {mention.party.role for mention in sentence.mentions}:
                self._parties[role].append(number)
        self.blocks.append(range(first, len(self.passages)))

    def _year(self, paragraph: Paragraph) -> int | None:
        """The year that a chapter's heading gives to its dates, if it names just one."""
        years = {date.year for date in dates_in(paragraph.heading or "")}
        return years.pop() if len(years) == 1 else None

    def rarity(self, stem: str) -> float:
        """How much a word tells: its inverse document frequency over the report's sentences."""
        return math.log(1 + self._count / (1 + len(self._postings.get(stem, ()))))

    def knows(self, stem: str) -> bool:
        """Whether the report uses the word at all."""
        return stem in self._postings

    def coverage(
        self, weights: Mapping[str, float], roles: Mapping[str, float] | None = None
    ) -> dict[int, float]:
        """For each passage that shares anything, the share (0 to 1) of the weights that it holds.

        A word of the same meaning counts `NEAR` of its weight. Neighbouring sentences of the same paragraph lend
        part of what they hold, since reports name things once and go on.
        """
        tables = [(self._holders("", stem), weight) for stem, weight in weights.items()]
        tables += [(self._holders("@", role), weight) for role, weight in (roles or {}).items()]
        total = sum(weight for _, weight in tables) or 1.0
        own: dict[int, float] = {}
        for holders, weight in tables:
            for number, part in holders.items():
                own[number] = own.get(number, 0.0) + part * weight
        strongest = heapq.nlargest(KEPT, own, key=lambda number: (own[number], -number))
        reached = sorted({*strongest, *(number + step for number in strongest[:LENDING] for step in LENT)})
        spread = {
            number: self._lent(number, tables) / total for number in reached if 0 <= number < self._count
        }
        return {number: share for number, share in spread.items() if share}

    def _lent(self, number: int, tables: list[tuple[dict[int, float], float]]) -> float:
        """What a passage holds of the weights, with what its neighbours in the paragraph lend it."""
        block = self.blocks[self.passages[number].block]
        near = [(number - step, share) for step, share in LENT.items() if number - step in block]
        held = 0.0
        for holders, weight in tables:
            part = holders.get(number, 0.0)
            if part < 1.0:
                for other, share in near:
                    lent = holders.get(other, 0.0) * share
                    part = max(part, lent)
            held += part * weight
        return held

    def _holders(self, kind: str, key: str) -> dict[int, float]:
        """The passages that hold a stem (1), a stem of the same meaning (`NEAR`), or for kind "@" name a role (1)."""
        found = self._held.get(kind + key)
        if found is None:
            if kind:
                found = dict.fromkeys(self._parties.get(key, ()), 1.0)
            else:
                found = {
                    number: NEAR
                    for other in lexicon().near.get(key, ())
                    for number in self._postings.get(other, ())
                }
                found.update(dict.fromkeys(self._postings.get(key, ()), 1.0))
            self._held[kind + key] = found
        return found

    def dates_at(self, number: int) -> tuple[Date, ...]:
        """The dates of a passage, else those of the nearest sentence before it in its paragraph that has any."""
        block = self.blocks[self.passages[number].block]
        while number in block:
            if self.passages[number].sentence.dates:
                return self.passages[number].sentence.dates
            number -= 1
        return ()

    def around(self, number: int, before: int = 2, after: int = 1) -> list[Passage]:
        """A passage with its neighbours in the same paragraph."""
        block = self.blocks[self.passages[number].block]
        return [self.passages[i] for i in range(number - before, number + after + 1) if i in block]

    def parties_around(self, number: int) -> list[Party]:
        """Every party named in the paragraph of a passage."""
        block = self.blocks[self.passages[number].block]
        return [mention.party for i in block for mention in self.passages[i].sentence.mentions]

    def of_sections(self, sections: Iterable[Section]) -> list[Passage]:
        """The passages of these kinds of section."""
        wanted = set(sections)
        return [passage for passage in self.passages if passage.paragraph.section in wanted]
