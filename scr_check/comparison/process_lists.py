"""Who gave a review which report."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from scr_check.comparison.seats import columns_of_row
from scr_check.documents.overview import Paragraph
from scr_check.language.sentences import sentences_in
from scr_check.language.words import plain

ENDINGS = frozenset(
    tomllib.loads(Path(__file__).with_name("process_facts.toml").read_text(encoding="utf-8"))[
        "bodies_end_with"
    ]
)
_BODY_CELL = re.compile(
    r"(?:organi[sz]ation|agency|body|service|contributor|provided by|from)\b", re.IGNORECASE
)
_ITEM_MARK = re.compile(r"^\(?(?:[a-z]|[ivx]+|\d+)[).] ")
_DEFINED = re.compile(r"\s*\(\s*(?:[\"'][^)]*|(?:the )?[A-Z][A-Z&]\w{0,6})\)")
_NAMED = re.compile(r",? (?:namely|being|which (?:were|are|was|is)),? (?=(?:the )?[A-Z])")
_NEXT_REPORT = re.compile(r";(?=[^;]*\breports?\b)")
_BRACKETED_ASIDE = re.compile(r" \((?:on behalf|which|who|for|as|covering|including|in respect)\b[^)]*\)")
_BODY_AHEAD = re.compile(r"\s*(?:and )?(?:the |a |its )?(?:[a-z']+ ){0,3}[A-Z]")
_SOURCE = re.compile(
    r"\b(?:came from|(?:was|were) (?:\w+ )?(?:(?:received|obtained|had|requested|sought) from"
    r"|(?:commissioned|supplied|provided|submitted|given) (?:from|by))) (?=(?:the )?[A-Z])"
)
_GIVER = re.compile(
    r"^(?P<list>(?:The (?=[A-Z]))?[A-Z][^:;]{2,120}?),? (?:each |also )?"
    r"(?:provided|supplied|furnished|gave|submitted|contributed) (?:one|two|three|both|the (?:other|last|remaining|rest))\b"
)
_KIND_OF_BODY = re.compile(
    r"^(?:the |a )?(?:(?:local|national) )?(?:charity|company|voluntary (?:body|organisation|agency)) (?=[A-Z])"
)
_THEIR_OWN = re.compile(
    r"(?:,| and|, and) its (?=[A-Z])"
)  # "the Council's Housing Service and its Youth Service; ..."
_TWO_WORDS = re.compile(r"([A-Z]\w+) and ([A-Z]\w+)")
_THAT_OF = re.compile(r"^\s*(?:and )?(?:that|those) of ")
_LEADS = re.compile(
    r"^(?:(?:they|these) were\b:?|(?:namely|from|by|on behalf of|for|one each from|all from)\s)\s*",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r",? \(?in (?:respect|relation|regard) (?:both )?(?:of|to)\b.*$"
    r"|,? \(?(?:in |of |by |to |for )?(?:which|who|whose|as|for|on behalf|including|covering)\b.*$|, (?:an?|the) [a-z].*$"
)
_MADE = re.compile(
    r"\b(?:carried out|conducted|undertook|undertaken|sent|made|returned|compiled|drew up|did)\b"
)
_GIVERS = re.compile(
    r"^(?:The )?(?:other )?\w+ (?:other |more |further )?(?:agencies|bodies|organisations|services) "
)


@dataclass(frozen=True, slots=True)
class Contribution:
    """A report given to the review: its kind, and by whom (None where the sentence leaves that open)."""

    organisation: str | None
    report: str
    paragraph: Paragraph


def contributions_in(
    told: Sequence[Paragraph], kinds: Mapping[str, Sequence[re.Pattern[str]]]
) -> Iterator[Contribution]:
    """Who gave which report, from sentences that name a kind of report and the items that follow them."""
    kind: str | None = None
    found: set[tuple[str, str]] = set()
    for paragraph in told:
        pairs: list[tuple[str | None, str | None]]
        if row := _from_row(paragraph, kinds):
            pairs = [row]
        elif paragraph.form in ("item", "row"):
            pairs = [(_body(paragraph.text), kind)] if kind else []
        else:
            told_here, kind = _from_sentences(plain(paragraph.text), kinds)
            pairs = list(told_here)
        for body, report in pairs:
            if report and (body or report == "health overview report") and (body or "", report) not in found:
                found.add((body or "", report))
                yield Contribution(body, report, paragraph)


def _from_row(
    paragraph: Paragraph, kinds: Mapping[str, Sequence[re.Pattern[str]]]
) -> tuple[str | None, str | None] | None:
    """Body and report of a table's row: "Organisation: Dale Police; Report: Individual management review"."""
    cells = columns_of_row(paragraph)
    report = next(
        (k for k, some in kinds.items() for cell in cells.values() if any(p.match(cell) for p in some)), None
    )
    body = next((cell for title, cell in cells.items() if _BODY_CELL.match(title)), None)
    return (_body(body), report) if report and body else None


def reports_told_of(
    told: Sequence[Paragraph], kinds: Mapping[str, Sequence[re.Pattern[str]]]
) -> Iterator[tuple[str, str, Paragraph]]:
    """The sentences that speak of just one kind of report, or go on from one that does ("They were ..."), with that kind."""
    for paragraph in told:
        text, still = plain(paragraph.text), None
        for span in sentences_in(text):
            sentence = text[span.start : span.end]
            named = [
                kind for kind, patterns in kinds.items() if any(one.search(sentence) for one in patterns)
            ]
            still = named[0] if len(named) == 1 else still if not named and _LEADS.match(sentence) else None
            if still:
                yield still, sentence, paragraph


def _from_sentences(
    text: str, kinds: Mapping[str, Sequence[re.Pattern[str]]]
) -> tuple[list[tuple[str | None, str | None]], str | None]:
    """The bodies that the sentences list, and the kind of report whose list is still to follow as items."""
    pairs: list[tuple[str | None, str | None]] = []
    begun = still = None
    for span in sentences_in(text):
        sentence = _DEFINED.sub("", text[span.start : span.end])
        named = next((k for k, patterns in kinds.items() if _gives(sentence, patterns)), None)
        begun, still = (named, named) if named else (begun, still if _LEADS.match(sentence) else None)
        if named == "health overview report":
            pairs.append((None, named))
        elif begun and (bodies := [*_bodies(_listing(sentence, named is None))]):
            pairs += [(body, begun) for body in bodies]
            still = None
    return pairs, still


def _gives(sentence: str, patterns: Sequence[re.Pattern[str]]) -> bool:
    given = re.search(
        r"\b(?:provid|suppl|furnish|gave|g[ai]ve|given|submit|contribut|prepar|produc|wrote|written|complet|commission"
        r"|came from|received:? from|obtained from)\w*",
        sentence,
    )
    lists = ":" in sentence or _GIVERS.search(sentence)
    made = lists and _MADE.search(sentence)  # such verbs tell of much else where no list follows
    return bool(given or made) and any(pattern.search(sentence) for pattern in patterns)


def _listing(sentence: str, goes_on: bool) -> str:
    """The part of a sentence that lists bodies: after its colon, "They were" or "came from", or before its verb.

    A sentence that goes on from one that named a kind of report may say by whom "two" or "the rest" were given.
    """
    if lead := _LEADS.match(sentence):
        return sentence[lead.end() :]
    if goes_on and (giver := _GIVER.match(sentence)):
        return giver["list"]
    source = _SOURCE.search(sentence)
    _, colon, rest = sentence.partition(":")
    if colon and not (source and goes_on):
        return _LEADS.sub("", rest.strip())
    if named := _NAMED.search(sentence):
        return _NEXT_REPORT.split(sentence[named.end() :])[0]
    if source:
        return re.sub(r",? (?:and )?(?:from|by) (?=(?:the )?[A-Z])", "; ", sentence[source.end() :])
    middle = re.match(
        r"^(?:\w+ ){1,4}agencies[^,]*, (?P<list>[A-Z].+?), (?:provided|supplied|furnished|gave|submitted)",
        sentence,
    )
    return middle["list"] if middle else ""


def _bodies(listing: str) -> Iterator[str]:
    bare = _BRACKETED_ASIDE.sub("", _DEFINED.sub("", listing.strip().rstrip(".")))
    bare = _THEIR_OWN.sub("; ", bare) if ";" in bare else bare
    if ";" in bare:
        parts = bare.split(";")
    else:
        *parts, last = re.split(r", (?=(?:and )?(?:the |its )?(?:[a-z]+'s )?[A-Z])", bare)
        two = parts and _TWO_WORDS.fullmatch(last)  # "..., the PCT, Lantern and Turnstile"
        parts += [*two.groups()] if two else _parted(last)
    yield from (_body(part) for part in parts if _BODY_AHEAD.match(part) and not _THAT_OF.match(part))


def _parted(text: str) -> list[str]:
    """The two bodies of "A Police and B Homes"; "B and C Trust" is one."""
    for joint in re.finditer(r" and ", text):
        before = text[: joint.start()].split()
        short = re.match(r"[A-Z]{2,6} and [A-Z]{2,6}(?: \(|$)", text)
        if text.startswith("the ", joint.end()) or short or (before and before[-1] in ENDINGS):
            return [text[: joint.start()], text[joint.end() :]]
    return [text]


def _body(text: str) -> str:
    """The body that an item or part of a list names, without what is said about it."""
    bare = _DEFINED.sub("", _ITEM_MARK.sub("", plain(text).strip())).strip(" ;.,")
    bare = _KIND_OF_BODY.sub("", re.sub(r"^and |[;,]? and$", "", bare))
    bare = re.sub(r"\s+", " ", _ASIDE.sub("", bare)).strip(" ,(")
    return re.sub(r"^(?:the|The) (?=\S*[A-Z])", "", bare)
