"""References to recommendations: `overview/1`, `imr:Northmoor Homes/2`, or a bare `1`."""

from functools import lru_cache
from typing import TYPE_CHECKING, get_args

from scr_check.documents.summary import Recommendation, RecommendationSet
from scr_check.documents.value import Value, value

if TYPE_CHECKING:
    from scr_check.documents.overview import OverviewRecommendation

SETS: tuple[str, ...] = get_args(RecommendationSet)


@value
class Reference(Value):
    """A recommendation's set, its organisation (only in set `imr`) and its id; prints as authors write it."""

    set: str
    id: str
    organisation: str | None = None

    def __str__(self) -> str:
        owner = f":{self.organisation}" if self.organisation else ""
        return f"{self.set}{owner}/{self.id}"

    @property
    def spoken(self) -> str:
        """As one says it.

        >>> [reference_in(text).spoken for text in ("overview/R1", "board/2", "imr:Northmoor Homes/1")]
        ['R1', 'Board 2', 'Northmoor Homes 1']
        """
        if self.set == "overview":
            return self.id
        return f"{self.organisation or self.set.replace('-', ' ').capitalize()} {self.id}".strip()

    @property
    def key(self) -> tuple[str, str, str]:
        """What two spellings of one reference share: case and spaces do not matter."""
        return _key_of(self.set, self.organisation or "", self.id)


@lru_cache(maxsize=5_000)
def reference_in(text: str) -> Reference:
    """The reference that an author wrote; the last `/` parts the organisation from the id.

    >>> str(reference_in("4.10")), str(reference_in("imr:Homes (North/South)/2"))
    ('overview/4.10', 'imr:Homes (North/South)/2')
    """
    owner, slash, number = text.strip().rpartition("/")
    if not slash:
        return Reference("overview", number)
    kind, _, organisation = owner.partition(":")
    return Reference(kind.strip(), number.strip(), organisation.strip() or None)


def reference_to(recommendation: "Recommendation | OverviewRecommendation") -> Reference:
    """The reference by which an action names this recommendation."""
    organisation = recommendation.organisation if recommendation.set == "imr" else None
    return Reference(recommendation.set, recommendation.id or "", organisation)


@lru_cache(maxsize=5_000)
def _key_of(kind: str, organisation: str, number: str) -> tuple[str, str, str]:
    return _plain(kind), _plain(organisation), _plain(number).rstrip(".")


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())
