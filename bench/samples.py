"""Samples for the judges: the evidence on places of faithful statements, of such distorted by rule, and of labelled ones."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from random import Random
from typing import Any

from distortions import exchanged, redated, renumbered, swapped, words_for_parties
from labelled import LabelledCase, Variant, summary_of

from scr_check.comparison.bearing import Weighing
from scr_check.comparison.compare import index_report
from scr_check.comparison.denial_evidence import evidence_of_denials
from scr_check.comparison.figure_evidence import date_evidence, number_evidence
from scr_check.comparison.figures import is_compared, is_placed
from scr_check.comparison.index import ReportIndex
from scr_check.comparison.names import Names, summary_names
from scr_check.comparison.parties import can_be_swapped
from scr_check.comparison.party_evidence import party_evidence
from scr_check.comparison.statements import Statement, statements_of
from scr_check.readers.overview import read_overview

DISTORTED = {
    "parties": ("agency-swapped", "role-swapped"),
    "denials": ("negation-flipped",),
    "numbers": ("number-changed", "age-changed", "count-disagrees"),
    "dates": ("date-changed",),
}


@dataclass(frozen=True)
class Sample:
    """The evidence on one place of a statement; `source` is base, made, faithful or labelled, `group` the statement."""

    case: str
    source: str
    group: str
    evidence: dict[str, float]


@dataclass(frozen=True)
class Read:
    """A case read for comparison."""

    case: LabelledCase
    index: ReportIndex
    names: Names
    statements: list[Statement]

    def changed(self, variant: Variant) -> list[Statement]:
        """The statements that a variant does not share with the faithful summary."""
        known = {statement.sentence.text for statement in self.statements}
        summary = summary_of(variant.summary)
        found = statements_of(summary, summary_names(summary, self.index.names))
        return [statement for statement in found if statement.sentence.text not in known]


def read(case: LabelledCase) -> Read:
    """Read a case's report and faithful summary."""
    index = index_report(read_overview(case.report))
    summary = summary_of(case.summary)
    names = summary_names(summary, index.names)
    return Read(case, index, names, statements_of(summary, names))


def party_samples(read: Read) -> Iterator[Sample]:
    """Every party of the faithful statements, others in its place, and those of the labelled variants."""
    random, words_for = Random(1), words_for_parties(read.statements)

    def of(statement: Statement, source: str, group: str) -> Iterator[Sample]:
        weighing = Weighing(statement, read.index)
        for mention in filter(lambda one: can_be_swapped(statement, one), statement.sentence.mentions):
            evidence = party_evidence(statement, mention, read.index, weighing)
            if evidence.rival:
                yield Sample(read.case.name, source, group, evidence.features)

    for number, statement in enumerate(read.statements):
        yield from of(statement, "base", str(number))
        for mention in filter(lambda one: can_be_swapped(statement, one), statement.sentence.mentions):
            for other, there in swapped(statement, mention, words_for, read.names, random, 3):
                evidence = party_evidence(other, there, read.index, Weighing(other, read.index))
                if evidence.rival:
                    yield Sample(read.case.name, "made", other.sentence.text, evidence.features)
        for other, there in islice(exchanged(statement, read.names), 2):
            evidence = party_evidence(other, there, read.index, Weighing(other, read.index))
            if evidence.rival and can_be_swapped(other, there):
                yield Sample(read.case.name, "made", other.sentence.text, evidence.features)
    yield from labelled_samples(read, "parties", of)


def denial_samples(read: Read) -> Iterator[Sample]:
    """Every word of the faithful statements and of the labelled variants.

    Denials put in or taken out by rule leave the words as they are, which labelled ones seldom do: they taught nothing.
    """

    def of(statement: Statement, source: str, group: str) -> Iterator[Sample]:
        weighing = Weighing(statement, read.index)
        for _, evidence in evidence_of_denials(statement, read.index, weighing):
            yield Sample(read.case.name, source, group, evidence.features)

    for number, statement in enumerate(read.statements):
        yield from of(statement, "base", str(number))
    yield from labelled_samples(read, "denials", of)


def number_samples(read: Read) -> Iterator[Sample]:
    """Every number of the faithful statements, others in its place, and those of the labelled variants."""
    random = Random(1)
    told = sorted({n.value for p in read.index.passages for n in p.sentence.numbers if 1 < n.value < 100})

    def of(statement: Statement, source: str, group: str) -> Iterator[Sample]:
        weighing = Weighing(statement, read.index)
        for number in statement.sentence.numbers:
            if is_compared(statement, number):
                evidence = number_evidence(statement, number, read.index, weighing)
                if evidence.rival:
                    yield Sample(read.case.name, source, group, evidence.features)

    for place, statement in enumerate(read.statements):
        yield from of(statement, "base", str(place))
        for number in statement.sentence.numbers:
            if is_compared(statement, number):
                for other, there in renumbered(statement, number, told, read.names, random, 3):
                    evidence = number_evidence(other, there, read.index, Weighing(other, read.index))
                    if evidence.rival:
                        yield Sample(read.case.name, "made", other.sentence.text, evidence.features)
    yield from labelled_samples(read, "numbers", of)


def date_samples(read: Read) -> Iterator[Sample]:
    """Every date of the faithful statements, others in its place, and those of the labelled variants."""
    random = Random(1)
    told = sorted(
        p.sentence.text[d.start : d.end]
        for p in read.index.passages
        for d in p.sentence.dates
        if d.precision == 3
    )

    def of(statement: Statement, source: str, group: str) -> Iterator[Sample]:
        weighing = Weighing(statement, read.index)
        for date in statement.sentence.dates:
            evidence = date_evidence(statement, date, read.index, weighing)
            if evidence.rival and is_placed(statement, date):
                yield Sample(read.case.name, source, group, evidence.features)

    for place, statement in enumerate(read.statements):
        yield from of(statement, "base", str(place))
        for date in statement.sentence.dates:
            if not is_placed(statement, date):
                continue
            for other, there in redated(statement, date, told, read.names, random, 3):
                evidence = date_evidence(other, there, read.index, Weighing(other, read.index))
                if evidence.rival:
                    yield Sample(read.case.name, "made", other.sentence.text, evidence.features)
    yield from labelled_samples(read, "dates", of)


def labelled_samples(read: Read, judge: str, of: Any) -> Iterator[Sample]:
    """The evidence on the statements that the labelled variants change."""
    for variant in read.case.variants:
        if variant.faithful or variant.kind in DISTORTED[judge]:
            source = "faithful" if variant.faithful else "labelled"
            for statement in read.changed(variant):
                yield from of(statement, source, variant.id)


SAMPLES = {
    "dates": date_samples,
    "denials": denial_samples,
    "numbers": number_samples,
    "parties": party_samples,
}
