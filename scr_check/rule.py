"""What a rule is: a requirement, its reason, and a check of a case."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from scr_check.documents.named import named_words
from scr_check.documents.place import Pointer
from scr_check.documents.plan import actions_of
from scr_check.documents.summary import Action, Summary
from scr_check.documents.texts import Texts, texts_of
from scr_check.documents.value import Value, value
from scr_check.finding import Flag

if TYPE_CHECKING:  # a check of the structure alone must not wait for what compares two documents
    from scr_check.comparison import Comparison
    from scr_check.documents.overview import Identity, Overview
    from scr_check.guidance import Profile

Made = TypeVar("Made")


@value
class Position(Value):
    """The day for which an action plan is looked at, and the summary as it was in an earlier revision."""

    as_at: date
    earlier: "Summary | None" = None
    revision: str = ""


@dataclass(frozen=True)
class Case:
    """One summary with its profile, overview report and comparison (None: no report to compare with).

    `position` is there only where the plan is followed up, after publication.

    `identities` is the user's own list of names and details that must not be published. What many rules look at is
    collected once for all of them.
    """

    summary: Summary
    profile: "Profile"
    overview: "Overview | None" = None
    comparison: "Comparison | None" = None
    identities: "tuple[Identity, ...]" = ()
    position: Position | None = None

    @cached_property
    def _made(self) -> dict[Callable[["Case"], Any], Any]:
        return {}

    def once(self, make: "Callable[[Case], Made]") -> Made:
        """What `make` makes of the case, made once for all the rules that look at it."""
        if make not in self._made:
            self._made[make] = make(self)
        made: Made = self._made[make]
        return made

    @cached_property
    def texts(self) -> Texts:
        """Every text of the summary with its pointer."""
        return Texts(list(texts_of(self.summary)))

    @cached_property
    def actions(self) -> tuple[tuple[Pointer, Action, str], ...]:
        """Pointer, action and name of every action of the plan."""
        return tuple(actions_of(self.summary))

    @cached_property
    def named(self) -> frozenset[str]:
        """Every capitalised word of the bodies and people that the summary may name, and of its aliases."""
        return named_words(self.summary)


Check = Callable[[Case], Iterator[Flag]]


@value
class Rule(Value):
    """A rule: its code, name and category, what it requires, why it matters, and the check itself."""

    code: str
    name: str
    category: str
    requirement: str
    reason: str
    needs_overview: bool
    needs_position: bool
    check: Check


def rule(
    code: str, name: str, category: str, *, needs_overview: bool = False, needs_position: bool = False
) -> Callable[[Check], Rule]:
    """Turn a check into a `Rule`: its docstring's first line is the requirement, the rest says why."""

    def make(check: Check) -> Rule:
        requirement, _, reason = inspect.getdoc(check).partition("\n")  # type: ignore[union-attr]
        told = requirement.strip(), reason.strip()
        return Rule(code, name, category, *told, needs_overview, needs_position, check)

    return make


def flags_from(case: Case, *kinds: str) -> Iterator[Flag]:
    """A flag for each difference of these kinds from the report; none without a comparison."""
    for difference in case.comparison.of(*kinds) if case.comparison else ():
        yield Flag(
            difference.pointer,
            difference.message,
            help=difference.help,
            quote=difference.quote,
            evidence=difference.evidence,
            confidence=difference.confidence,
        )
