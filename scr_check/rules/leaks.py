"""Where a secret of the confidential key, or of a private list, stands in a summary."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scr_check.documents.named import named_words
from scr_check.documents.place import Pointer
from scr_check.documents.section import Section
from scr_check.documents.summary import Summary
from scr_check.language.dates import dates_in
from scr_check.language.identifiers import birth_dates_in
from scr_check.language.people import is_everyday, is_no_name
from scr_check.language.secrets import Secret, SecretKind, secrets_of
from scr_check.language.words import offsets_of, plain
from scr_check.rule import Case

if TYPE_CHECKING:
    from scr_check.documents.overview import Identity, Overview

_UNSEARCHED = re.compile(
    r"^/(?:format|guidance|status|board|overview_report"
    r"|review_process/(?:decided_on|completed_on|period_reviewed/.*|(?:board_chair|panel_chair|overview_author)/name)"
    r"|action_plan/(?:as_at|actions/\d+/(?:id|due|completed_on|status|recommendation/\d+))"
    r"|key_issues/\d+/(?:id|overview/\d+)|recommendations/\d+/(?:id|set|overview(?:/\d+)?))$"
)
_OF_BIRTH = re.compile(r"\b(?:born|birth|labour|delivered)\b", re.IGNORECASE)
_ACTS = re.compile(
    r"(?:['’]s\b)?,?\s(?:also |then |never |later )?(?:agreed|asked|attended|called|came|described|did"
    r"|explained|felt|had|has|left|lived|met|moved|rang|refused|returned|said|saw|spoke|stayed|stopped|thought|told|visited|went"
    r"|wrote)\b"
)
_LETTER = re.compile(r"\w")
_MID_SENTENCE = re.compile(r"[a-z0-9,;:)(\"'’-]\s+(?:\(|[\"'‘“])?$|[(\"“‘]$")


@dataclass(frozen=True, slots=True)
class Leak:
    """A secret of somebody's, found in the summary."""

    pointer: Pointer
    text: str
    start: int
    end: int
    reference: str
    kind: SecretKind


def leaks_of_the_key(case: Case) -> list[Leak]:
    """Every secret of the report's confidential key in the summary, unless a longer one covers it."""
    return list(leaks_in(case, case.overview.identities if case.overview else ()))


def leaks_of_the_list(case: Case) -> list[Leak]:
    """The same for the private list."""
    return list(leaks_in(case, case.identities))


def leaks_of_both(case: Case) -> list[Leak]:
    """The same for the key and the private list together."""
    return list(leaks_in(case, [*(case.overview.identities if case.overview else ()), *case.identities]))


def leaks_in(case: Case, identities: "Sequence[Identity]") -> Iterator[Leak]:
    """Every secret of these in the summary, unless a longer one covers it."""
    if not identities:
        return
    texts = [(pointer, text) for pointer, text in case.texts if not _UNSEARCHED.match(pointer)]
    everything = plain("\n".join(text for _, text in texts)).lower()
    wanted = _standing_in(everything, identities)
    if not wanted:
        return
    open_words = _Open(case.summary, case.overview)
    for pointer, text in texts:
        lower = plain(text).lower()
        kinds = {secret.kind for _, secret in wanted if secret.may_stand_in(lower)}
        here = [leak for row in wanted for leak in _found(pointer, text, *row, open_words)] if kinds else []
        yield from (leak for leak in _longest(here) if leak.kind in kinds)


def _standing_in(lower: str, identities: "Sequence[Identity]") -> list[tuple[str, Secret]]:
    """The secrets whose words a text in lower case holds, with their references."""
    return [
        (one.reference, secret)
        for one in identities
        for secret in secrets_of(one.reference, tuple(one.secrets))
        if secret.may_stand_in(lower)
    ]


def _longest(leaks: list[Leak]) -> Iterator[Leak]:
    """The leaks without those that a longer one covers or crosses."""
    kept: list[Leak] = []
    for leak in sorted(leaks, key=lambda leak: leak.start - leak.end):
        if all(leak.end <= other.start or other.end <= leak.start for other in kept):
            kept.append(leak)
            yield leak


def _found(
    pointer: Pointer, text: str, reference: str, secret: Secret, open_words: "_Open"
) -> Iterator[Leak]:
    if secret.kind is SecretKind.BIRTH_DATE:
        places = _birth_dates(text, secret, open_words)
    else:
        matches = (match.span() for match in secret.pattern().finditer(plain(text)))
        places = (
            span
            for span in matches
            if not open_words.allow(secret, text[slice(*span)], text[: span[0]], text[span[1] :])
        )
    for start, end in places:
        yield Leak(pointer, text[start:end], start, end, reference, secret.kind)


def _birth_dates(text: str, secret: Secret, open_words: "_Open") -> Iterator[tuple[int, int]]:
    """Where the date stands, unless the report prints it for something else, or day and month of a birth."""
    born = {(date.start, date.end) for date in birth_dates_in(text)}
    year, month, day = map(int, secret.words.split("-"))
    for date in dates_in(text):
        short = (
            re.match(rf" ?'?{year % 100:02}\b", text[date.end :])
            if date.parts == (None, month, day)
            else None
        )
        told = (date.start, date.end) in born
        whole = date.iso == secret.words or short is not None
        same_day = told and date.parts == (None, month, day)
        if same_day or (whole and (told or not open_words.prints(secret.words))):
            end = date.end + (short.end() if short else 0)
            yield date.start, end - text[date.start : end].endswith(".")


class _Open:
    """What is no secret: words that the report prints outside its key, of bodies and of named people."""

    def __init__(self, summary: Summary, overview: "Overview | None") -> None:
        self._overview = overview
        self._named = named_words(summary, aliases=False)
        self._body: str | None = None

    def allow(self, secret: Secret, found: str, before: str, after: str) -> bool:
        """Whether a match is an open word after all, and so no leak."""
        if secret.whole and secret.kind is SecretKind.NAME:
            return all(word in self._named for word in found.split())
        if secret.whole:
            return secret.kind in (SecretKind.ADDRESS, SecretKind.LOCAL_PLACE) and self._in_report(found)
        if found in self._named or self._in_report(found):
            return True
        if is_no_name(found):
            return True
        ordinary = " " not in found and is_everyday(found)
        return ordinary and not _MID_SENTENCE.search(before) and not _ACTS.match(after)

    def prints(self, iso: str) -> bool:
        """Whether the report prints this date outside its key, and of something other than a birth."""
        return any(
            iso in {date.iso for date in dates_in(text)}
            for text in self._texts()
            if not _OF_BIRTH.search(text)
        )

    def _in_report(self, words: str) -> bool:
        flat = " ".join(plain(words).split())
        report = self._report()
        ends = ((at - 1, at + len(flat)) for at in offsets_of(flat, report))
        return not all(
            _LETTER.match(report, before) or _LETTER.match(report, after) for before, after in ends
        )

    def _report(self) -> str:
        if self._body is None:
            self._body = f" {plain(' '.join(' '.join(self._texts()).split()))} "
        return self._body

    def _texts(self) -> list[str]:
        paragraphs = self._overview.paragraphs if self._overview else ()
        return [one.text for one in paragraphs if one.section is not Section.IDENTITIES]
