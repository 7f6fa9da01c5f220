"""The report's sentences, indexed so that those which speak of the same thing as a statement are found at once."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from scr_check.comparison.assertions import Assertions
from scr_check.comparison.names import Names, report_names
from scr_check.comparison.party import Party
from scr_check.comparison.predicates import Predicate, predicates_in, spoken_of_after
from scr_check.comparison.sentence import Sentence, dated, read_sentences, without_titles
from scr_check.documents.overview import Overview, Paragraph, Section
from scr_check.language.dates import Date, dates_in
from scr_check.language.elapsed import day_elapsed
from scr_check.language.evaluations import evaluations_in
from scr_check.language.references import refs_cover
from scr_check.language.strength import Phrase
from scr_check.language.words import lexicon

NEAR = 0.65  # what a word of the same meaning counts, against the same word
KEPT = 70  # passages followed up, of those that share anything with a statement
LENDING = 8  # those of them whose neighbours are followed up too
LENT = {1: 0.75, -1: 0.65, 2: 0.55, -2: 0.45}  # what a sentence lends to the one so many after it
Read = TypeVar("Read")
Key = tuple[str, str]  # "" and a stem, or "@" and a role
ABOUT = {Section.FRONT, Section.GLOSSARY, Section.IDENTITIES}
TO_COME = frozenset((Section.RECOMMENDATIONS, Section.ACTION_PLAN, Section.LESSONS))  # they tell no story


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of the report: its number here, the paragraph it stands in, and the parties of its surroundings."""

    number: int
    paragraph: Paragraph
    block: int
    sentence: Sentence


class ReportIndex:
    """An overview report ready to be compared with any number of summaries.

    `passages` are its sentences in order; `blocks` the passages of each paragraph, `dates` its dates.
    """

    def __init__(self, overview: Overview) -> None:
        self.overview = overview
        self.names: Names = report_names(overview)
        self.passages: list[Passage] = []
        self.blocks: list[range] = []
        self.dates: list[list[Date]] = []
        self._postings: dict[str, list[int]] = defaultdict(list)
        self._rarities: dict[str, float] = {}
        self._parties: dict[str, list[int]] = defaultdict(list)
        self._assertions: dict[int, Assertions] = {}
        self._evaluations: dict[int, list[Phrase]] = {}
        self._dates: dict[int, tuple[Date, ...]] = {}
        self._once: dict[Callable[[ReportIndex], Any], Any] = {}
        self._predicates: dict[int, list[Predicate]] = {}
        self._lending: dict[int, list[tuple[int, float]]] = {}
        self._held: dict[str, dict[int, float]] = {}
        self._around: dict[int, list[Party]] = {}
        self._referred: dict[tuple[str, ...], frozenset[int]] = {}
        years = cache(_year)
        for paragraph in overview.paragraphs:
            if paragraph.section not in ABOUT:
                sentences = read_sentences(paragraph.text, self.names)
                self._add(paragraph, dated(sentences, years(paragraph.heading or "")))
        self._count = max(1, len(self.passages))

    def _add(self, paragraph: Paragraph, sentences: list[Sentence]) -> None:
        first = len(self.passages)
        for sentence in sentences:
            if paragraph.form == "row":
                sentence = without_titles(sentence)
            number = len(self.passages)
            self.passages.append(Passage(number, paragraph, len(self.blocks), sentence))
            for stem in sentence.stems:
                self._postings[stem].append(number)
            for role in {mention.party.role for mention in sentence.mentions}:
                self._parties[role].append(number)
        self.blocks.append(range(first, len(self.passages)))
        self.dates.append([date for passage in self.passages[first:] for date in passage.sentence.dates])

    def rarity(self, stem: str) -> float:
        """How much a word tells: its inverse document frequency over the report's sentences."""
        found = self._rarities.get(stem)
        if found is None:
            often = len(self._postings.get(stem, ()))
            found = self._rarities[stem] = math.log(1 + self._count / (1 + often))
        return found

    def knows(self, stem: str) -> bool:
        """Whether the report uses the word at all."""
        return stem in self._postings

    def held_by_passages(self, weights: Mapping[Key, float]) -> dict[int, list[float]]:
        """For the passages that hold most of the weights, what each holds (0 to 1) of every key, in the keys' order.

        A word of the same meaning counts `NEAR`. Neighbouring sentences of the same paragraph lend part of what
        they hold, since reports name things once and go on.
        """
        tables = [self._holders(*key) for key in weights]
        own = [0.0] * self._count
        for holders, weight in zip(tables, weights.values(), strict=True):
            for number, part in holders.items():
                own[number] += part * weight
        strongest = _strongest({number: own[number] for number in set().union(*tables)})
        reached = sorted({*strongest, *(number + step for number in strongest[:LENDING] for step in LENT)})
        held = {number: [0.0] * len(tables) for number in reached if 0 <= number < self._count}
        lent = self._lent(held)
        for i, holders in enumerate(tables):
            for source in holders.keys() & lent.keys():
                part = holders[source]
                for parts, loan in lent[source]:
                    if part * loan > parts[i]:
                        parts[i] = part * loan
        return held

    def coverage(
        self, weights: Mapping[str, float], roles: Mapping[str, float] | None = None
    ) -> dict[int, float]:
        """For the passages that hold most of the weights of stems and roles, the share (0 to 1) that each holds."""
        keys: dict[Key, float] = {("", stem): weight for stem, weight in weights.items()}
        keys |= {("@", role): weight for role, weight in (roles or {}).items()}
        total = sum(keys.values()) or 1.0
        return {
            number: sum(part * weight for part, weight in zip(parts, keys.values(), strict=True)) / total
            for number, parts in self.held_by_passages(keys).items()
            if any(parts)
        }

    def _lent(self, held: dict[int, list[float]]) -> dict[int, list[tuple[list[float], float]]]:
        """Of each passage the parts that it lends to: its own as a whole, some to its neighbours in the paragraph."""
        lent: dict[int, list[tuple[list[float], float]]] = defaultdict(list)
        for number, parts in held.items():
            for lender, loan in self._lenders(number):
                lent[lender].append((parts, loan))
        return lent

    def _lenders(self, number: int) -> list[tuple[int, float]]:
        """The passages that lend to a passage, itself first, and the share of what they hold."""
        found = self._lending.get(number)
        if found is None:
            block = self.blocks[self.passages[number].block]
            near = [(number - step, share) for step, share in LENT.items() if number - step in block]
            found = self._lending[number] = [(number, 1.0), *near]
        return found

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

    def predicates(self, number: int) -> list[Predicate]:
        """The verbs of a passage with the parties beside each, pronouns standing for those of the sentences before."""
        found = self._predicates.get(number)
        if found is None:
            spoken_of: tuple[Party, ...] = ()
            for i in self.blocks[self.passages[number].block]:
                sentence = self.passages[i].sentence
                self._predicates[i] = predicates_in(sentence, spoken_of)
                spoken_of = spoken_of_after(sentence, self._predicates[i], spoken_of)
            found = self._predicates[number]
        return found

    def assertions(self, number: int) -> Assertions:
        """The words by which a passage says that something was so or was not."""
        if number not in self._assertions:
            self._assertions[number] = Assertions(self.passages[number].sentence)
        return self._assertions[number]

    def evaluations(self, number: int) -> list[Phrase]:
        """The words by which a passage judges practice."""
        if number not in self._evaluations:
            sentence = self.passages[number].sentence
            self._evaluations[number] = evaluations_in(sentence.text, sentence.words)
        return self._evaluations[number]

    def dates_at(self, number: int) -> tuple[Date, ...]:
        """The dates of a passage, else those of the nearest sentence before it in its paragraph that has any.

        A paragraph that opens without a date goes on from the one before it under the same heading, or from the day that
        the heading names. "The next day" and the like come first, as the day that they mean.
        """
        if number not in self._dates:
            self._date(self.blocks[self.passages[number].block])
        return self._dates[number]

    def _date(self, block: range) -> None:
        """Keep the dates of every passage of a paragraph, read from its first on."""
        told = last = self._dates_told_before(block)
        for number in block:
            sentence = self.passages[number].sentence
            if sentence.dates:
                told, last = sentence.dates, sentence.dates[::-1]
                self._dates[number] = told
                continue
            day = next((date for date in last if date.day), None) if number > block.start else None
            elapsed = day_elapsed(sentence.text, day) if day else None
            last = self._dates[number] = (elapsed, *told) if elapsed else told

    def _dates_told_before(self, block: range) -> tuple[Date, ...]:
        """The last dates of the paragraph before one under the same heading, or the day that its heading names."""
        heading = self.passages[block.start].paragraph.heading
        before = self.passages[block.start - 1] if block.start else None
        if before and before.paragraph.heading == heading:
            for place in reversed(self.blocks[before.block]):
                if self.passages[place].sentence.dates:
                    return self.passages[place].sentence.dates
        return tuple(date for date in dates_in(heading or "") if date.day)

    def blocks_referred_to(self, refs: tuple[str, ...]) -> frozenset[int]:
        """The numbers of the paragraphs that references name."""
        if refs not in self._referred:
            named = (self.passages[block[0]].paragraph.ref if block else None for block in self.blocks)
            self._referred[refs] = frozenset(
                number for number, ref in enumerate(named) if ref and refs_cover(refs, ref)
            )
        return self._referred[refs]

    def around(self, number: int, before: int = 2, after: int = 1) -> list[Passage]:
        """A passage with its neighbours in the same paragraph."""
        block = self.blocks[self.passages[number].block]
        return [self.passages[i] for i in range(number - before, number + after + 1) if i in block]

    def parties_around(self, number: int) -> list[Party]:
        """Every party named in the paragraph of a passage, once."""
        block = self.passages[number].block
        if block not in self._around:
            places = self.blocks[block]
            parties = (mention.party for i in places for mention in self.passages[i].sentence.mentions)
            self._around[block] = list(dict.fromkeys(parties))
        return self._around[block]

    def once(self, read: Callable[["ReportIndex"], Read]) -> Read:
        """What `read` makes of the report, made once for all the statements and summaries held against it."""
        if read not in self._once:
            self._once[read] = read(self)
        found: Read = self._once[read]
        return found

    def of_sections(self, sections: Iterable[Section]) -> list[Passage]:
        """The passages of these kinds of section."""
        wanted = set(sections)
        return [passage for passage in self.passages if passage.paragraph.section in wanted]


def _strongest(weights: dict[int, float]) -> list[int]:
    """The numbers of those that weigh most, the heaviest first."""
    heaviest = sorted(weights.values(), reverse=True)[:KEPT]
    least = heaviest[-1] if heaviest else 0.0
    ranked = sorted([(-weight, number) for number, weight in weights.items() if weight >= least])
    return [number for _, number in ranked[:KEPT]]


def _year(heading: str) -> int | None:
    """The year that a chapter's heading gives to its dates, if it names just one."""
    years = {date.year for date in dates_in(heading)}
    return years.pop() if len(years) == 1 else None
