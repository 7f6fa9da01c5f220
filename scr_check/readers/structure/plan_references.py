"""Which recommendations an action belongs to: "OR 1", "PCT 1, HHT 1", "Larchfield 1 and 2", "R4"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from scr_check.documents.overview import OverviewRecommendation
from scr_check.documents.reference import Reference, reference_to
from scr_check.readers.structure.labels import plain_id
from scr_check.readers.structure.names import Names, stands_for
from scr_check.readers.structure.sets import Owner, sets_named
from scr_check.readers.structure.vocabulary import vocabulary
from scr_check.readers.structure.wording import bare

_LEGEND = re.compile(
    r"((?:[A-Z][A-Za-z&]{0,9}(?:\s*,\s*|\s+and\s+|\s*/\s*)?)+)\s*"
    r"(?:=|\bmeans\b|\brefers? to\b|\bstands for\b|:)\s*([^;.=\n]+)"
)
_NUMBER = re.compile(
    r"(?P<code>[A-Za-z][A-Za-z&' .:/-]*?)?\s*[.:#(/-]?\s*(?P<first>\d{1,3}(?:\.\d{1,2})*[a-z]?)(?![\d%])"
    r"(?:\s*(?:-|–|to)\s*(?P<last>\d{1,3})(?!\.?\d))?"
)
_LETTERED = re.compile(r"(?P<code>[A-Za-z][A-Za-z&' .:/-]*?)??\s*\b(?P<first>[A-Z])")
_IDLE = re.compile(
    r"\b(?:recommendations?|recs?|nos?|numbers?|and|paragraphs?|paras?|sections?|r)\b\.?", re.IGNORECASE
)
_MOST = 40  # recommendations in one span "1-14"


def legend_in(texts: Sequence[str]) -> dict[str, str]:
    """Codes and what the plan's legend says they mean.

    >>> legend_in(["OR = overview report; PCT, CSC = individual management reviews"])
    {'or': 'overview report', 'pct': 'individual management reviews', 'csc': 'individual management reviews'}
    """
    found: dict[str, str] = {}
    for text in texts:
        for match in _LEGEND.finditer(text):
            for code in re.split(r"\s*,\s*|\s+and\s+|\s*/\s*", match[1].strip()):
                if code:
                    found[bare(code)] = match[2].strip()
    return found


@dataclass(frozen=True, slots=True)
class Resolver:
    """Turns the codes and numbers of a plan into references to the recommendations read."""

    recommendations: Sequence[OverviewRecommendation]
    names: Names
    legend: Mapping[str, str]

    def references_in(self, cell: str, over: Owner | None, body: str | None) -> list[str]:
        """The references of a cell; `over` is the set of the table or band, `body` the row's organisation."""
        if whole := self._by_id(plain_id(cell), over, body):
            return [whole]
        found: list[str] = []
        owner: Owner | None = None
        for code, number in _numbers(cell):
            owner = self._owner(code, body) if code else owner or over
            for name in self._named(number, owner, over, body):
                if name not in found:
                    found.append(name)
        return found

    def _by_id(self, key: str, over: Owner | None, body: str | None) -> str | None:
        """The recommendation whose printed id is the whole cell ("CSC1"), or whose paragraph it names."""
        fitting = [r for r in self.recommendations if plain_id(r.id) == key]
        if not re.search("[A-Z]", key):
            fitting = [
                r for r in fitting if r.id[:1].isalpha() and "." in key
            ]  # "R2.1", the only one so printed
        return str(reference_to(fitting[0])) if len(fitting) == 1 else None

    def _owner(self, code: str, body: str | None) -> Owner | None:
        """The set that a code means, and for a management review whose it is."""
        key = bare(_IDLE.sub(" ", code))
        if not key:
            return None
        meaning = self.legend.get(key)
        named = sets_named(meaning) if meaning else sets_named(code)
        plain = [name for name in named if name != "imr"]
        if plain:
            return Owner(plain[0])
        coded = vocabulary().codes.get(key)
        if coded and coded != "imr" and not named and any(r.set == coded for r in self.recommendations):
            return Owner(coded)
        agency = self._agency(bare(re.sub(r"\bimrs?\b", " ", key)) or key, body) or (
            self._agency(bare(meaning), body) if meaning else None
        )
        if not (agency or named or meaning) and body:
            agency = self._agency(bare(self.names.full(body) or body), body)  # a word of its own: "Nursery 1"
        return Owner("imr", agency) if agency or named or meaning else None

    def _agency(self, code: str, body: str | None) -> str | None:
        """The agency with recommendations of its own that a code stands for."""
        agencies = list(
            dict.fromkeys(r.organisation for r in self.recommendations if r.set == "imr" and r.organisation)
        )
        fitting = [name for name in agencies if stands_for(code, name, self.names.shorts.get(code))]
        if not fitting and (full := self.names.full(code)):
            fitting = [name for name in agencies if bare(name) == bare(full)]
        if not fitting:
            fitting = [name for name in agencies if set(code.split()) <= set(bare(name).split())]
        if len(fitting) > 1 and body:
            fitting = [
                name for name in fitting if bare(name) == bare(self.names.full(body) or body)
            ] or fitting
        return fitting[0] if fitting else None

    def _named(self, number: str, owner: Owner | None, over: Owner | None, body: str | None) -> list[str]:
        """The reference of one number: among the owner's, else among the overview's, else by paragraph."""
        owners = [owner] if owner else [over, Owner()]
        key = plain_id(number)
        for candidate in filter(None, owners):
            if match := self._find(candidate, key, body):
                return [str(reference_to(match))]
        if owner is None and (by_ref := [r for r in self.recommendations if r.ref == number]):
            return [str(reference_to(by_ref[0]))]
        if (
            owner is None
            and over is None
            and "." in number
            and (match := self._find(Owner(), key.partition(".")[0], body))
        ):
            return [str(reference_to(match))]  # "1.2": the second action of recommendation 1
        wanted = owner or over or Owner()
        return [str(Reference(wanted.set, number, wanted.organisation))]

    def _find(self, owner: Owner, key: str, body: str | None) -> OverviewRecommendation | None:
        fitting = [r for r in self.recommendations if r.set == owner.set and plain_id(r.id) == key]
        if owner.set == "imr":
            agency = owner.organisation or (self.names.full(body) or body if body else None)
            fitting = [r for r in fitting if agency and bare(r.organisation or "") == bare(agency)]
        if not fitting and owner.set == "overview":
            fitting = [
                r
                for r in self.recommendations
                if r.set == "overview" and re.sub(r"^[A-Z]+", "", plain_id(r.id)) == key
            ]
        return fitting[0] if fitting else None

    def by_words(self, text: str) -> str | None:
        """The recommendation whose text a cell repeats, in full or shortened."""
        key = set(bare(text).split())
        if len(key) < 5:
            return None
        scored = [(len(key & set(bare(r.text).split())) / len(key), r) for r in self.recommendations]
        best = max(scored, key=lambda pair: pair[0], default=None)
        return str(reference_to(best[1])) if best and best[0] >= 0.75 else None


def _numbers(cell: str) -> Iterator[tuple[str, str]]:
    """The numbers of a cell, or its letters ("Board A"), each with the code written before it ("" where none is)."""
    if not re.search(r"\d", cell):
        for part in re.split(r"\s*[,;&]\s*|\s+and\s+", cell.strip()):
            if lettered := _LETTERED.fullmatch(part):
                yield (lettered["code"] or "").strip(" .:/-"), lettered["first"]
    for match in _NUMBER.finditer(cell):
        code = (match["code"] or "").strip(" .:/-&,")
        yield code, match["first"]
        if match["last"] and match["first"].isdigit():
            yield from (
                ("", str(n))
                for n in range(
                    int(match["first"]) + 1, min(int(match["last"]), int(match["first"]) + _MOST) + 1
                )
            )
