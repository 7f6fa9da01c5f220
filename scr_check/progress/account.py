"""The account of what has become of the actions: over all, by review, by agency and by theme."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from scr_check.finding import Finding
from scr_check.progress.changes import Change, Since, changes_from, changes_since
from scr_check.progress.plan import TrackedAction, TrackedReview
from scr_check.progress.standing import Standing, days_late, is_without_evidence, standing_of


@dataclass(frozen=True, slots=True)
class Tally:
    """How many actions stand in which way; `without_evidence` counts some of the completed ones again."""

    name: str
    actions: int
    completed: int
    in_progress: int
    not_started: int
    overdue: int
    not_accepted: int
    without_status: int
    without_evidence: int

    @property
    def parts(self) -> tuple[tuple[str, int], ...]:
        """Each way to stand with its number, in the order in which they are shown; together all actions."""
        return (
            ("completed", self.completed),
            ("in progress", self.in_progress),
            ("not started", self.not_started),
            ("overdue", self.overdue),
            ("not accepted", self.not_accepted),
            ("without a status", self.without_status),
        )


@dataclass(frozen=True, slots=True)
class Followed:
    """An action with the review it belongs to, and for how many days it is overdue."""

    review: TrackedReview
    action: TrackedAction
    days_late: int = 0


@dataclass(frozen=True, slots=True)
class ReviewAccount:
    """One review: its figures, what has changed, and what the rules found to put right."""

    review: TrackedReview
    tally: Tally
    changes: tuple[Change, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """The whole account for a day; lists of actions have the worst first."""

    as_at: date
    since: Since | None
    reviews: tuple[ReviewAccount, ...]
    whole: Tally
    by_agency: tuple[Tally, ...]
    by_theme: tuple[Tally, ...]
    overdue: tuple[Followed, ...]
    not_accepted: tuple[Followed, ...]
    without_evidence: tuple[Followed, ...]


def account_of(
    reviews: Sequence[TrackedReview],
    as_at: date,
    since: Since | None = None,
    earlier: Mapping[str, TrackedReview] | None = None,
    findings: Mapping[str, tuple[Finding, ...]] | None = None,
) -> Account:
    """The account of these reviews; `earlier` and `findings` belong to the reviews' paths."""
    every = [
        Followed(review, action, days_late(action, as_at)) for review in reviews for action in review.actions
    ]
    return Account(
        as_at=as_at,
        since=since,
        reviews=tuple(
            ReviewAccount(
                review,
                tally_of(review.name, review.actions, as_at),
                _changes(review, since, as_at, (earlier or {}).get(review.path)),
                (findings or {}).get(review.path, ()),
            )
            for review in reviews
        ),
        whole=tally_of("all reviews", [one.action for one in every], as_at),
        by_agency=_grouped(every, lambda one: (one.action.organisation,), as_at),
        by_theme=_grouped(every, lambda one: one.action.themes, as_at),
        overdue=tuple(sorted((one for one in every if one.days_late), key=lambda one: -one.days_late)),
        not_accepted=tuple(one for one in every if standing_of(one.action, as_at) is Standing.NOT_ACCEPTED),
        without_evidence=tuple(one for one in every if is_without_evidence(one.action, as_at)),
    )


def tally_of(name: str, actions: Iterable[TrackedAction], as_at: date) -> Tally:
    """How many of the actions stand in which way on that day."""
    held = list(actions)
    counts = Counter(standing_of(action, as_at) for action in held)
    return Tally(
        name=name,
        actions=len(held),
        completed=counts[Standing.COMPLETED],
        in_progress=counts[Standing.IN_PROGRESS],
        not_started=counts[Standing.NOT_STARTED],
        overdue=counts[Standing.OVERDUE],
        not_accepted=counts[Standing.NOT_ACCEPTED],
        without_status=counts[Standing.UNKNOWN],
        without_evidence=sum(is_without_evidence(action, as_at) for action in held),
    )


def _grouped(
    every: Sequence[Followed], names: Callable[[Followed], Iterable[str]], as_at: date
) -> tuple[Tally, ...]:
    """A tally for each name, the most actions first; names that differ only in case are one."""
    groups: dict[str, tuple[str, list[TrackedAction]]] = {}
    for one in every:
        for name in names(one):
            groups.setdefault(name.casefold(), (name, []))[1].append(one.action)
    tallies = [tally_of(name, actions, as_at) for name, actions in groups.values()]
    return tuple(sorted(tallies, key=lambda tally: (-tally.actions, tally.name)))


def _changes(
    review: TrackedReview, since: Since | None, as_at: date, earlier: TrackedReview | None
) -> tuple[Change, ...]:
    if since is None:
        return ()
    return tuple(changes_from(earlier, review) if since.is_revision else changes_since(review, since, as_at))
