"""Paragraph numbers, typed or automatic: told from dates, times and quantities by the sequence they form."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from scr_check.readers.blocks import Block, Kind
from scr_check.readers.structure.titles import is_apart
from scr_check.readers.structure.vocabulary import vocabulary
from scr_check.readers.structure.wording import clean, is_sentence, opens_with_capital

_PART = r"[1-9]\d{0,2}"
_PRINTED = rf"(?:[A-H]\.?)?{_PART}(?:\.{_PART}){{1,4}}|[A-H]\.{_PART}"
_DOTTED = re.compile(rf"({_PRINTED})[.):]?\s+(?=\S)")
_LETTERED = re.compile(rf"([A-Z]{_PART})[.):]?\s+(?=\S)")
_WHOLE = re.compile(r"([1-9]\d{0,2})([.):]?)\s+(?=\S)")
_LETTER = re.compile(r"\(?([a-z]|[A-Z]|[ivx]{1,5}|\d{1,2})\)\s+(?=\S)")
_BULLET = re.compile(r"[•▪◦‣●○·\uf0b7\uf0a7–-]\s+(?=\S)")
_LABEL = re.compile(r"[A-Za-z]{2,}")
_LONGEST_TITLE = 14  # words
_WIDEST_GAP = 4  # numbers left out before a jump needs the next number to confirm it

Number = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A number that may open block `index`; `given` by the reader, so not in doubt."""

    index: int
    number: Number
    printed: str
    rest: str
    given: bool
    heading: bool
    confirmed: bool = False  # the text after it begins as a paragraph does


def numbered(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with clean text and their numbers split off.

    A paragraph or heading bears a plain number ("6.12"), an item its marker ("(a)", "1.", "" for a bullet).
    """
    blocks = [_cleaned(part) for block in blocks for part in _unboxed(block)]
    whole, lettered = _counts_in_whole_numbers(blocks), _counts_by_letters(blocks)
    accepted: dict[int, _Candidate] = {}
    last: Number | None = None
    for part in _parts(blocks):
        candidates = [found for index in part if (found := _candidate(index, blocks[index], whole, lettered))]
        for found in _in_sequence(candidates, last):
            accepted[found.index] = found
            last = found.number
    return [_with_number(block, accepted.get(index)) for index, block in enumerate(blocks)]


def _parts(blocks: Sequence[Block]) -> Iterator[range]:
    """The report itself and each of its appendices, which may number from 1 again."""
    starts = [
        i for i, block in enumerate(blocks) if block.kind in ("heading", "paragraph") and is_apart(block.text)
    ]
    bounds = [0, *starts, len(blocks)]
    yield from (range(start, end) for start, end in pairwise(bounds) if start < end)


def _unboxed(block: Block) -> Iterator[Block]:
    """A table with even rows; a table of one column is a box around paragraphs."""
    if block.kind != "table":
        yield block
        return
    width = max(map(len, block.rows), default=0)
    rows = tuple(row + ("",) * (width - len(row)) for row in block.rows if any(row))
    if any(len(set(row)) > 1 for row in rows):
        yield replace(block, rows=rows)
    else:
        yield from (Block("paragraph", row[0], page=block.page) for row in rows)


def _cleaned(block: Block) -> Block:
    text, number = clean(block.text), block.number
    if number is not None:
        number = clean(number)
        if _LABEL.match(number):  # "Recommendation 4", "Appendix A": words, which belong to the text
            text, number = (f"{number.rstrip('.:')}: {text}" if text else number), None
    rows = tuple(tuple(map(clean, row)) for row in block.rows)
    return Block(block.kind, text, number, block.level, block.bold, block.page, rows)


def _number(printed: str) -> Number:
    letter = 1000 + ord(printed[0]) if printed[0].isalpha() else 0
    parts = [int(part) for part in re.findall(r"\d+", printed)]
    return (letter, *parts) if letter else tuple(parts)


def _candidate(index: int, block: Block, whole: bool, lettered: bool) -> _Candidate | None:
    if block.kind not in ("heading", "paragraph", "item"):
        return None
    heading = block.kind == "heading"
    if block.number is not None:
        return _given(index, block, whole)
    match = _DOTTED.match(block.text) or (_LETTERED.match(block.text) if lettered else None)
    if not match:
        match = _WHOLE.match(block.text)
        if match and not (heading or (whole and block.kind != "item") or _looks_like_title(block)):
            return None
    if not match:
        return None
    rest = block.text[match.end() :]
    if _is_quantity(match[1], rest):
        return None
    sure = opens_with_capital(rest) or heading
    return _Candidate(index, _number(match[1]), match[1], rest, False, heading, sure)


def _given(index: int, block: Block, whole: bool) -> _Candidate | None:
    printed = (block.number or "").rstrip(".):").lstrip("(")
    dotted = re.fullmatch(_PRINTED, printed)
    if dotted or (
        re.fullmatch(_PART, printed) and (block.kind == "heading" or whole or block.kind == "paragraph")
    ):
        return _Candidate(index, _number(printed), printed, block.text, True, block.kind == "heading", True)
    return None


def _is_quantity(printed: str, rest: str) -> bool:
    """Whether a number begins a quantity or a date: "2.5 kg", "16 September"."""
    first = re.split(r"[\s,;)]", rest, maxsplit=1)[0]
    known = vocabulary().words
    return first in known["units"] or (first.lower() in known["months"] and "." not in printed)


def _looks_like_title(block: Block) -> bool:
    return not is_sentence(block.text) and len(block.text.split()) <= _LONGEST_TITLE


def _counts_in_whole_numbers(blocks: Sequence[Block]) -> bool:
    """Whether the report numbers its paragraphs 1, 2, 3 ... from one end to the other."""
    counted: list[tuple[int, int]] = []
    headings = dotted = 0
    for block in blocks:
        headings += block.kind == "heading"
        if block.kind not in ("paragraph", "item"):
            continue
        start = f"{block.number or ''} {block.text}".strip()
        dotted += bool(_DOTTED.match(start))
        if match := _WHOLE.match(start):
            counted.append((int(match[1]), headings))
    chain = _longest([value for value, _ in counted])
    steady = len(chain) >= 6 and len(chain) >= 0.6 * len(counted)
    return steady and dotted < len(chain) and len({counted[place][1] for place in chain}) >= 3


def _counts_by_letters(blocks: Sequence[Block]) -> bool:
    """Whether the report numbers its paragraphs by part and number, A1, A2 ... B1: with steps of one, most of the time."""
    numbers = [
        _number(match[1])
        for block in blocks
        if block.kind == "paragraph" and (match := _LETTERED.match(block.text))
    ]
    steps = sum(two[0] == one[0] and two[1] == one[1] + 1 for one, two in pairwise(numbers))
    return len(numbers) >= 6 and steps >= 0.6 * len(numbers)


def _longest(values: Sequence[int | Number]) -> list[int]:
    """The places of a longest run of values that never falls."""
    tops: list[int | Number] = []
    ends: list[int] = []
    before: list[int] = []
    for place, value in enumerate(values):
        at = bisect_right(tops, value)
        before.append(ends[at - 1] if at else -1)
        if at == len(tops):
            tops.append(value)
            ends.append(place)
        else:
            tops[at], ends[at] = value, place
    chain: list[int] = []
    place = ends[-1] if ends else -1
    while place >= 0:
        chain.append(place)
        place = before[place]
    return chain[::-1]


def _in_sequence(candidates: list[_Candidate], before: Number | None) -> Iterator[_Candidate]:
    """The candidates that form a part's numbering: the longest rising chain, restarts, and what is given.

    `before` is the last number of the part before, from which an appendix may go on.
    """
    chain = set(_longest([candidate.number for candidate in candidates]))
    resumes: list[Number | None] = []  # of each candidate, the next number of the chain
    coming: Number | None = None
    for place in range(len(candidates) - 1, -1, -1):
        resumes.append(coming)
        coming = candidates[place].number if place in chain else coming
    resumes.reverse()
    previous: Number | None = None
    for place, candidate in enumerate(candidates):
        following = candidates[place + 1].number if place + 1 < len(candidates) else None
        fits = (
            _opens(candidate, following, before)
            if previous is None
            else _belongs(candidate, previous, following, resumes[place], place in chain)
        )
        if candidate.given or fits:
            yield candidate
            previous = candidate.number


def _opens(candidate: _Candidate, following: Number | None, before: Number | None) -> bool:
    """Whether a number may be the first of a report or of an appendix."""
    number = candidate.number
    if not candidate.confirmed:
        return False
    if before is not None and not follows(before, number):
        return all(part <= _WIDEST_GAP for part in number if part < 1000)
    return len(number) < 3 or (following is not None and following[:1] == number[:1])


def _belongs(
    candidate: _Candidate, previous: Number, following: Number | None, resumes: Number | None, in_chain: bool
) -> bool:
    """Whether a number is one of the sequence that has come as far as `previous`."""
    number = candidate.number
    if follows(previous, number):
        return in_chain or candidate.confirmed
    if not candidate.confirmed or (not in_chain and resumes and follows(previous, resumes)):
        return False  # the numbering goes on past it: a time or a date
    goes_on = following is not None and follows(number, following) and following != number
    return goes_on or (in_chain and number > previous and len(number) == 2)


def follows(previous: Number, number: Number) -> bool:
    """Whether `number` may come next after `previous`: the same again, the next, or one of the next few.

    >>> follows((4, 35), (4, 37)), follows((4, 43), (5, 1)), follows((3, 28), (27, 8, 10))
    (True, True, False)
    """
    if number == previous:
        return True
    place = next(
        (i for i, pair in enumerate(zip(previous, number, strict=False)) if pair[0] != pair[1]), None
    )
    if place is None:
        place = min(len(previous), len(number))
        if place == len(number):
            return False
        return all(part <= _WIDEST_GAP for part in number[place:])
    step = number[place] - previous[place]
    if place == 0 and number[0] >= 1000 > previous[0]:
        step = number[0] - 1000 - ord("A") + 1  # the first appendix
    return 0 < step <= _WIDEST_GAP and all(part <= _WIDEST_GAP for part in number[place + 1 :])


def _with_number(block: Block, found: _Candidate | None) -> Block:
    if found:
        title = (
            len(found.number) == 1
            and not found.given
            and block.kind == "paragraph"
            and _looks_like_title(block)
        )
        kind: Kind = "heading" if found.heading or title else "paragraph"
        return Block(kind, found.rest, found.printed, block.level, block.bold, block.page, block.rows)
    if block.kind == "paragraph" and block.number:
        return replace(block, kind="item")
    if block.kind == "heading" and block.number:
        return replace(block, text=f"{block.number} {block.text}", number=None)
    if block.kind in ("paragraph", "item") and not block.number:
        return _typed_item(block)
    return block


def _typed_item(block: Block) -> Block:
    if match := _LETTER.match(block.text):
        return replace(block, kind="item", number=f"({match[1]})", text=block.text[match.end() :])
    match = _WHOLE.match(block.text)
    if (
        match
        and match[2]
        and opens_with_capital(block.text[match.end() :])
        and not _is_quantity(match[1], block.text[match.end() :])
    ):
        return replace(block, kind="item", number=f"{match[1]}{match[2]}", text=block.text[match.end() :])
    if match := _BULLET.match(block.text):
        return replace(block, kind="item", number="", text=block.text[match.end() :])
    return block
