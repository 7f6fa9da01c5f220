"""What a report's short forms stand for: its table of abbreviations, and definitions in running text."""

import re
from collections.abc import Iterator, Sequence

from scr_check.documents.overview import Section
from scr_check.readers.structure.outline import Placed
from scr_check.readers.structure.tables import table_of
from scr_check.readers.structure.vocabulary import vocabulary
from scr_check.readers.structure.wording import bare, without_article

# Name ("the X"), Name (the X), Name (ABC), Name (ABC, ...)
_BRACKET = re.compile(
    r"""[ ]\((?:(?:known|referred[ ]to|called)[ ](?:\w+[ ]){0,3}as[ ])?
        (?:(?P<quoted>"(?:the[ ])?[^"()]{1,40}")|(?P<the>the[ ][A-Z][\w&-]{1,10})
          |(?P<short>[A-Z][A-Za-z&]{0,7}\d{0,2}s?))
        (?:[,;][^()]{0,60})?\)""",
    re.VERBOSE,
)
_BEFORE = re.compile(r"[\w&'/.-]+(?: [\w&'/.-]+)*$")
_FARTHEST = 12  # words before a bracket
_FARTHEST_NAME = 250  # letters before it
_NAME = re.compile(r"[A-Z][\w'&-]*(?: (?:(?:and|of|for) (?=[A-Z]))?[A-Z][\w'&-]*)+")
_CALLED = re.compile(  # 'Dale Primary Care Trust is "the PCT", Dale Homes Limited "Dale Homes"'
    rf"(?P<name>{_NAME.pattern})(?:,? (?:is|are)(?: called| known as| referred to as)?)? \"(?:the )?(?P<short>[A-Z][^\"()]*)\""
)
_ARTICLES = frozenset(("the", "a", "an", "its", "their", "his", "her", "both"))
_PREPOSITIONS = frozenset(("of", "in", "for", "as", "at", "near"))
_LINE = re.compile(r"([A-Z][\w&/, -]{0,24}?)\s*(?:[:=–]|\s-|\bmeans\b|\bstands for\b)\s+(\S.*)")
_ALSO = re.compile(
    r"\s*\((?:also|formerly|previously|sometimes)\b(?: (?:called|known as|referred to as))?"
    r"\s*:?\s*\"?(?:the )?([^)\"]+)\"?\)\s*$",
    re.IGNORECASE,
)


def glossary_of(placed: Sequence[Placed]) -> dict[str, str]:
    """Short forms and what the report says they mean; the fuller of two meanings is kept.

    A definition in the text that holds the table's meaning ("Northmoor Children's Social Care" for
    "Children's Social Care") names the body in full, and so goes before it.
    """
    found: dict[str, str] = {}
    for short, meaning in _in_text(placed):
        found.setdefault(short, meaning)
    for short, meaning in _listed(placed):
        told = found.get(short)
        if told is None or bare(meaning) not in bare(told):
            found[short] = meaning
    return found


def _listed(placed: Sequence[Placed]) -> Iterator[tuple[str, str]]:
    known = vocabulary().tables
    for place in placed:
        if place.block.kind == "table":
            table = table_of(place.block.rows, bands=False)
            if table.column(known["abbreviation"]) == 0 and table.column(known["meaning"]) == 1:
                pairs = [row.cells[:2] for row in table.rows]
            elif place.section is Section.GLOSSARY and len(place.block.rows[0]) == 2:
                pairs = [cells[:2] for cells in place.block.rows]
            else:
                continue
            for short, meaning in pairs:
                yield from _entry(short, meaning)
        elif (
            place.section is Section.GLOSSARY
            and place.block.kind != "heading"
            and (match := _LINE.match(place.block.text))
        ):
            yield from _entry(match[1], match[2])


def _entry(shorts: str, meaning: str) -> Iterator[tuple[str, str]]:
    meaning = meaning.strip().rstrip(".;")
    if also := _ALSO.search(meaning):
        meaning = meaning[: also.start()].strip()
        yield also[1].strip(), meaning
    for short in _several(shorts):
        if short and meaning:
            yield short, meaning


def _several(shorts: str) -> list[str]:
    """The short forms of one entry.

    >>> _several("DW1, DW2"), _several("SW1 to SW3"), _several("A&E")
    (['DW1', 'DW2'], ['SW1', 'SW2', 'SW3'], ['A&E'])
    """
    if match := re.fullmatch(r"([A-Z]+)(\d+)(?:\s*(?:to|-|–)\s*)\1?(\d+)", shorts.strip()):
        return [f"{match[1]}{n}" for n in range(int(match[2]), min(int(match[3]), int(match[2]) + 30) + 1)]
    return [short.strip() for short in re.split(r",|\s/\s|\bor\b|\band\b", shorts)]


def _in_text(placed: Sequence[Placed]) -> Iterator[tuple[str, str]]:
    for place in placed:
        text = place.block.text
        if place.section in (Section.IDENTITIES, Section.ACTION_PLAN):
            continue
        for match in _CALLED.finditer(text) if '"' in text else ():
            words, short = match["name"].split(), match["short"]
            if set(short.split()) <= set(words) or _spelled(words, short) is not None:
                yield short, match["name"]
        for match in _BRACKET.finditer(text):
            short = match["quoted"] or match["the"] or match["short"]
            short = without_article(short.strip('"'))
            told = text[max(0, match.start() - _FARTHEST_NAME) : match.start()]
            before = _words_before(told)
            meaning = before and _long_form(before, short, bool(match["quoted"]))
            if meaning and match["quoted"] and not _shares_a_word(short, meaning):
                meaning = _name_with(short, told) or meaning
            if meaning:
                yield short, meaning


def _shares_a_word(short: str, meaning: str) -> bool:
    """Whether a short form is made of the letters or words of what it stands for."""
    return short.isupper() or any(word in meaning.lower() for word in short.lower().split())


def _name_with(short: str, told: str) -> str | None:
    """The name farther before a bracket that has the short form in it: "Dale Doctors, who see patients at night ("Dale")"."""
    told = re.split(r"[;:.(]\s", told)[-1]
    names = [name for name in _NAME.findall(told) if set(short.split()) <= set(name.split())]
    return names[-1] if names else None


def _words_before(text: str) -> list[str]:
    """The words that lead up to a bracket without a stop between them."""
    found = _BEFORE.search(text)
    words = found[0].split(" ")[-_FARTHEST:] if found else []
    stop = next((i for i in range(len(words) - 2, -1, -1) if words[i].endswith(".")), -1)
    return words[stop + 1 :]


def _long_form(before: list[str], short: str, quoted: bool) -> str | None:
    """The words before a bracket that its short form stands for; None when it is no definition."""
    letters = re.sub(r"[^A-Za-z]", "", re.sub(r"\d+s?$", "", short))
    abbreviation = short.replace("&", "").rstrip("s0123456789").isupper()
    if abbreviation and (start := _spelled(before, letters.upper())) is not None:
        return _told(before, _widened(before, start))
    if quoted:
        return _told(before, _named(before, short))
    if re.fullmatch(r"[A-Z]{1,4}\d{1,2}", short) and before[-1][:1].islower():  # "a locum doctor (GP2)"
        return _told(before, _phrase(before, past_of=True))
    return None


def _named(before: list[str], short: str) -> int:
    """Where the name starts for which a quoted short form stands; "a home in Sandmere" for "the Home"."""
    start = _phrase(before)
    last = short.split()[-1].lower()
    if last in " ".join(before[start:]).lower():
        return start
    place = next((i for i in range(start - 1, -1, -1) if before[i].lower() == last), None)
    if place is None and sum(word[:1].isupper() for word in before[start:]) < 2:
        place = _before_preposition(before, start)
    return start if place is None else _phrase(before[: place + 1])


def _before_preposition(before: list[str], start: int) -> int | None:
    """The word before "in the town", "of 26" or "as commissioner", of which the phrase from `start` is a part."""
    at = start - 1
    while at > 0 and before[at].lower() in _ARTICLES:
        at -= 1
    return at - 1 if at > 0 and before[at].lower() in _PREPOSITIONS else None


def _spelled(before: list[str], letters: str) -> int | None:
    """Where the shortest run of words starts whose first letters give `letters`, else whose letters do."""
    small = vocabulary().small
    for start in range(len(before) - 1, -1, -1):
        if before[start].lower() not in small and _by_initials(before[start:], letters):
            return start
    for start in range(len(before) - 1, max(-1, len(before) - 5), -1):
        word = before[start].lower()
        if (
            word not in small
            and word[:1].upper() == letters[:1]
            and len(letters) > 1
            and _within(before[start:], letters)
        ):
            return start
    return None


def _by_initials(words: list[str], letters: str) -> bool:
    if words[0][:1].upper() != letters[:1]:
        return False
    wanted = iter(letters)
    current = next(wanted, "")
    missed = 0
    for word in words:
        parts = [part for part in re.split(r"[-/]", word) if part]
        for part in parts:
            if part[:1].upper() == current:
                current = next(wanted, "")
            elif part.lower() not in vocabulary().small:
                missed += 1
    return not current and missed <= 1


def _within(words: list[str], letters: str) -> bool:
    """Whether the letters occur in this order in the words, the last of them in the last word.

    >>> _within(["maternal", "grandmother"], "MGM"), _within(["this", "panel"], "TXP")
    (True, False)
    """
    text, at = " ".join(words).upper(), 0
    for letter in letters:
        at = text.find(letter, at) + 1
        if not at:
            return False
    return len(words) <= len(letters) and letters[-1] in words[-1].upper()


def _widened(before: list[str], start: int) -> int:
    """The start moved left over the other capitals of a name: "Northmoor" Children's Social Care."""
    if not before[start][:1].isupper():
        return start
    while start and before[start - 1][:1].isupper() and before[start - 1].lower() not in vocabulary().small:
        if before[start - 1].endswith((".", ",")):
            break
        start -= 1
    return start


def _phrase(before: list[str], past_of: bool = False) -> int:
    """Where the name or noun phrase that ends here starts: after the last small word that no name holds."""
    small = vocabulary().small
    capital = before[-1][:1].isupper()
    start = len(before) - 1
    while start:
        word = before[start - 1]
        if word.endswith((".", ",", ";", ":")):
            break
        joins = word.lower() in ("and", "of", "for") and start > 1 and before[start - 2][:1].isupper()
        if capital and not (word[:1].isupper() and word.lower() not in small) and not joins:
            break
        of = (
            past_of
            and word.lower() in ("of", "the")
            and "of" in [w.lower() for w in before[start - 2 : start]]
        )
        if not capital and word.lower() in small and not of:
            break
        start -= 1
    return start


def _told(before: list[str], start: int) -> str | None:
    meaning = re.sub(r" as \w+$", "", " ".join(before[start:]).strip(" ,;:\"'("))  # "as commissioner"
    return meaning if len(meaning) > 1 else None
