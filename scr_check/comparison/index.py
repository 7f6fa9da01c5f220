"""The report's sentences, indexed so that those which speak of the same thing as a statement are found at once."""

import heapq
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scr_check.comparison.names import Names, Party, report_names
from scr_check.comparison.sentence import Sentence, dated, read_sentences
from scr_check.documents.overview import Overview, Paragraph, Section
from scr_check.language.dates import dates_in
from scr_check.language.words import lexicon

NEAR = 0.65  # what a word of the same meaning counts, against the same word
KEPT = 40  # passages followed up, of those that share anything with a statement
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

    def coverage(self, weights: Mapping[str, float], roles: Mapping[str, float] | None = None) -> dict[int, float]:
        """For each passage that shares anything, the share (0 to 1) of the weights that it holds.

        A word of the same meaning counts `NEAR` of its weight. Neighbouring sentences of the same paragraph lend
        part of what they hold, since reports name things once and go on.
        """
        total = sum(weights.values()) + sum((roles or {}).values()) or 1.0
        own = self._held(weights, roles or {})
        strongest = heapq.nlargest(KEPT, own, key=lambda number: (sum(own[number].values()), -number))
        reached = {number + step for number in strongest for step in (*LENT, 0)}
        spread: dict[int, float] = {}
        for number in reached:
            if not 0 <= number < self._count:
                continue
            best: dict[str, float] = dict(own.get(number, ()))
            block = self.blocks[self.passages[number].block]
            for step, share in LENT.items():
                other = number - step
                if other in block and other in own:
                    for key, value in own[other].items():
                        best[key] = max(best.get(key, 0.0), value * share)
            if best:
                spread[number] = sum(best.values()) / total
        return spread

    def _held(self, weights: Mapping[str, float], roles: Mapping[str, float]) -> dict[int, dict[str, float]]:
        held: dict[int, dict[str, float]] = defaultdict(dict)
        near = lexicon().near
        for stem, weight in weights.items():
            for number in self._postings.get(stem, ()):
                held[number][stem] = weight
            for other in near.get(stem, ()):
                for number in self._postings.get(other, ()):
                    held[number].setdefault(stem, weight * NEAR)
        for role, weight in roles.items():
            for number in self._parties.get(role, ()):
                held[number]["@" + role] = weight
        return held

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
