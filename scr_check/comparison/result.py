"""What a comparison yields: differences, each with its kind, place and evidence, and figures of coverage."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from scr_check.documents.place import Pointer
from scr_check.finding import Confidence, CoverageItem, Evidence


@dataclass(frozen=True, slots=True)
class Difference:
    """One way in which the summary departs from the overview report.

    `kind` is a word of the contract's vocabulary ("recommendation-weakened", "date-changed", ...).
    The other fields are those of a `Flag`.
    """

    kind: str
    pointer: Pointer
    message: str
    help: str = ""
    quote: str = ""
    evidence: tuple[Evidence, ...] = ()
    confidence: Confidence = Confidence.LIKELY


@dataclass(frozen=True, slots=True)
class Comparison:
    """All differences between one summary and its report, and the coverage figures of the contract by topic.

    `coverage_map` says of each thing in the report that a summary could carry whether it does; `faults` what could not
    be compared, and which fault of the program kept it from being so.
    """

    differences: tuple[Difference, ...] = ()
    coverage: dict[str, dict[str, int]] = field(default_factory=dict)
    coverage_map: tuple[CoverageItem, ...] = ()
    faults: tuple[tuple[Pointer, str], ...] = ()

    def of(self, *kinds: str) -> Iterator[Difference]:
        """The differences of these kinds, in the order of the summary."""
        return (difference for difference in self.differences if difference.kind in kinds)
