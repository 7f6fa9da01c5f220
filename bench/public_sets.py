"""The outside check: our comparison beside the baselines on public statements labelled as consistent or not.

Documents are news, talks, calls and dialogues, not reviews; nothing was tuned to them. A document is read as the report,
each sentence of a summary as a statement. The limits of baselines are those best on the other half of the documents.
"""

import gzip
import json
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from baselines import Measures
from rates import area, balanced, best_limit

from scr_check.comparison.bearing import Weighing
from scr_check.comparison.compare import STATEMENT_CHECKS, index_report
from scr_check.comparison.index import ReportIndex
from scr_check.comparison.names import summary_names
from scr_check.comparison.statements import statements_of
from scr_check.documents.overview import Overview, Paragraph
from scr_check.documents.summary import KeyIssue, Summary
from scr_check.language.sentences import sentences_in

SEED = 2010
COMMAND = "comparison"


@dataclass(frozen=True)
class Labelled:
    """One statement of a public set about a document."""

    set: str
    doc: str
    summary: str
    consistent: bool


def read_public(folder: Path, sample: int) -> tuple[dict[str, str], list[Labelled]]:
    """The documents by name, and at most `sample` statements (0: all), the same ones each time."""
    documents = {row["doc"]: row["text"] for row in _rows(folder / "documents.jsonl.gz")}
    rows = _rows(folder / "statements.jsonl.gz")
    statements = [Labelled(r["set"], r["doc"], r["summary"], bool(r["consistent"])) for r in rows]
    if 0 < sample < len(statements):
        statements = Random(SEED).sample(statements, sample)
    return documents, statements


def _rows(path: Path) -> list[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def judged(
    documents: dict[str, str], statements: Sequence[Labelled], measures: Measures
) -> dict[str, list[float]]:
    """The score of every statement by our comparison and by each baseline; higher is more consistent."""
    by_document: dict[str, list[int]] = defaultdict(list)
    for number, statement in enumerate(statements):
        by_document[statement.doc].append(number)
    scores: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(statements))
    for doc, numbers in sorted(by_document.items()):
        passages = [line for line in documents[doc].splitlines() if line.strip()]
        index = index_report(Overview(paragraphs=[Paragraph(text=line) for line in passages]))
        nearness = measures(passages)
        for number in numbers:
            text = statements[number].summary
            scores[COMMAND][number] = _doubt(text, index)
            for name, near in nearness.items():
                parts = [text[span.start : span.end] for span in sentences_in(text)]
                scores[name][number] = min(map(near, parts), default=0.0)
    return scores


def _doubt(text: str, index: ReportIndex) -> float:
    """0 without a finding, else below it: minus the rank of the surest."""
    summary = Summary(key_issues=[KeyIssue(text=text)])
    surest = 0
    for statement in statements_of(summary, summary_names(summary, index.names)):
        weighing = Weighing(statement, index)
        for check in STATEMENT_CHECKS:
            surest = max(
                [surest, *(found.confidence.rank + 1 for found in check(statement, index, weighing))]
            )
    return -float(surest)


def show_public(folder: Path, sample: int, measures: Measures) -> None:
    """Print balanced accuracy and area under the curve of each measure, by set."""
    start = time.perf_counter()
    documents, statements = read_public(folder, sample)
    scores = judged(documents, statements, measures)
    names = [COMMAND, *sorted(scores.keys() - {COMMAND})]
    print(f"\npublic sets, balanced accuracy / area under the curve ({len(statements)} statements)")
    print(f"{'set':20} {'statements':>10}" + "".join(f"{name:>17}" for name in names))
    for chosen in [*sorted({one.set for one in statements}), ""]:
        numbers = [i for i, one in enumerate(statements) if chosen in ("", one.set)]
        cells = "".join(f"{_cell(name, scores[name], statements, numbers):>17}" for name in names)
        print(f"{chosen or 'all':20} {len(numbers):10}{cells}")
    print(f"{len(documents)} documents in {time.perf_counter() - start:.0f} s")


def _cell(name: str, scores: list[float], statements: Sequence[Labelled], numbers: Sequence[int]) -> str:
    halves: list[list[int]] = [[], []]
    docs = sorted({statements[i].doc for i in numbers})
    for i in numbers:
        halves[docs.index(statements[i].doc) % 2].append(i)
    accuracies = []
    for half, other in (halves, halves[::-1]):
        limit = 0.0 if name == COMMAND else best_limit(*_split(scores, statements, other))
        accuracies.append(balanced(*_split(scores, statements, half), limit))
    return f"{sum(accuracies) / 2:.3f} / {area(*_split(scores, statements, numbers)):.3f}"


def _split(
    scores: list[float], statements: Sequence[Labelled], numbers: Sequence[int]
) -> tuple[list[float], list[float]]:
    faithful = [scores[i] for i in numbers if statements[i].consistent]
    return faithful, [scores[i] for i in numbers if not statements[i].consistent]
