"""Ages: the ways in which a bare number says how old somebody was."""

import re
from collections.abc import Iterator

from scr_check.language.words import Word

_TENS = ("teens", "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties")
_MIDDLE = {"early": 2.0, "mid": 5.0, "late": 8.0, "": 5.0}  # years after the ten
_IN_TENS = re.compile(
    rf"\bin (?:his|her|their)(?: own)? (?:(early|mid|late)[ -])?({'|'.join(_TENS)})\b", re.IGNORECASE
)
_A_YEAR_OLD = re.compile(r"\ban? (week|month|year)s?[ -]old\b", re.IGNORECASE)


def spoken_ages_in(text: str) -> Iterator[tuple[float, str, str, int, int]]:
    """The ages of a text that are told without a number: value, unit, how near it is, and the place (start, end).

    >>> list(spoken_ages_in("The escort, then in his early forties, and a boy almost a year old"))
    [(42.0, 'year', 'early', 17, 37), (1, 'year', 'under', 56, 66)]
    """
    for match in _IN_TENS.finditer(text) if "ties" in text or "teens" in text else ():
        part = (match[1] or "").lower()
        ten = 10 * (_TENS.index(match[2].lower()) + 1)
        yield ten + _MIDDLE[part], "year", part or "decade", match.start(), match.end()
    for match in _A_YEAR_OLD.finditer(text) if "old" in text else ():
        before = text[: match.start()].split()[-1:]
        hedge = {"almost": "under", "nearly": "under", "about": "about", "over": "over"}.get(
            "".join(before), ""
        )
        yield 1, match[1].lower(), hedge, match.start(), match.end()


def is_birthday(words: list[Word], i: int, after: list[Word]) -> bool:
    """Whether a number is the age that somebody reached: "turned 18", "her eighteenth birthday"."""
    turned = i > 0 and words[i - 1].lower in ("turned", "turning") and not (after and after[0].lower == "to")
    return turned or bool(after and after[0].lower == "birthday")


def is_not_yet(words: list[Word], i: int, after: list[Word]) -> bool:
    """Whether a birthday was still to come: "before her tenth birthday", "before she turned ten", at nine."""
    turned = words[i - 1].lower == "turned"
    ahead = any(word.lower == "before" for word in words[max(0, i - 2 - turned) : i])
    return ahead and (turned or (bool(after) and after[0].lower == "birthday"))


def opens_with_age(words: list[Word], i: int, after: list[Word]) -> bool:
    """Whether a sentence opens with how old somebody was: "At 15 the mother", "By 17 she"."""
    opens = i == 1 and words[0].lower in ("at", "by")
    return (
        opens
        and bool(after)
        and (after[0].lower in ("the", "he", "she", "his", "her") or _is_person(after[0]))
    )


def _is_person(word: Word) -> bool:
    """Whether a word is a letter or reference by which a report calls somebody: "At 13 D", "By 17 M2"."""
    return word.capital and len(word.lower) <= 2


_KIN = (
    r"(?:half-|step-?|grand-?|great-)*(?:mother|father|brother|sister|sibling|son|daughter|uncle|aunt|cousin|niece|nephew|twin"
    r"|boy|girl|child|baby|partner|lodger|friend|carer|man|woman|youth)"
)
_BY_THEN = (
    r"(?: (?:by then|by now|then|now|still|only|just|already|not yet|nearly|almost|barely|approaching"
    r"|at (?:the|that) time))"
)
_BEFORE_AGE = re.compile(
    rf"(?:\b(?:[A-Z][\w-]*(?: \d)?|[Hh]e|[Ss]he|who|{_KIN})(?:,{_BY_THEN}+|(?:, who)? (?:was|is){_BY_THEN}*)"
    rf"|\b{_KIN}(?:,| of{_BY_THEN}?|{_BY_THEN})) \Z"
)
_AFTER_AGE = re.compile(
    r"\s*(?:[,.;:)]|\Z|(?:when|and|at|but|was|were|had|told|in|on|with|who|released|by (?:that time|then|now))\b)"
)
_AT_THE_AGE = re.compile(  # "Sister, at four, was", "came into care at nine because"
    rf"(?:\b(?:[A-Z][\w-]*(?: \d)?|{_KIN}),(?: only| just)? at|\bcare(?: order)? at) \Z"
)
_AT_THAT = re.compile(r"\s*(?:,|\.|because\b|when\b|after\b|and\b)")
_WHEN_SO_OLD = re.compile(
    rf"\bWhen (?:[A-Z][\w-]*(?: \d)?|he|she|(?:the |his |her )?{_KIN}) was \Z", re.IGNORECASE
)
_DONE_AT = re.compile(  # "He was reprimanded at 15 for", "learned the truth at 14."
    r"\b(?!(?:stood|stands?|set|put|fixed|capped|limited|scored|estimated|assessed|rated|graded|valued|held|kept|remain\w*"
    r"|running|ran|runs?|is|are|was|were|be|been|and|or|not|only|centile|weight|temperature|speed|rate|number|total|figure"
    r"|list|caseload|vacanc\w+|level|score|doses?)\b)[a-z]+ at \Z"
)
_DONE = re.compile(r"\s*(?:[.,;)]|\Z|(?:for|when|after|and (?:had|was|left|went|came|became))\b)")
_ROUGHLY = rf"{_BY_THEN}?(?: (?:about|around|under|over|some|just (?:under|over)))?"
_SOMEBODY_OF = re.compile(
    rf"(?:\b(?:{_KIN}|infant|toddler|teenager|newborn) of|\b(?:[A-Z][\w-]*(?: [A-Z\d])?|{_KIN}|infant|toddler), at){_ROUGHLY} \Z"
)
YOUNGEST, ELDEST = 13, 60  # years between which "at 15" is no time of day, and may be an age
_REACH = 60  # characters before a number in which its person is looked for


def is_age_of_somebody(text: str, start: int) -> bool:
    """Whether a length of time after a person says how old they were: "a boy of nearly three months", "M1, at ten weeks, ...".

    >>> text = "A baby of nine weeks came after a wait of two weeks."
    >>> is_age_of_somebody(text, text.index("nine")), is_age_of_somebody(text, text.index("two"))
    (True, False)
    """
    return _SOMEBODY_OF.search(text, max(0, start - _REACH), start) is not None


def is_how_old(text: str, start: int, end: int, value: float) -> bool:
    """Whether a bare number says how old somebody is; `value` is the number in years.

    >>> def told(text, value=7): return is_how_old(text, text.index("7"), text.index("7") + 1, value)
    >>> told("He was reprimanded at 7.", 17), told("He was seen at 7.", 7), told("The rate stood at 7.", 17)
    (True, False, False)
    >>> told("P was 7 when it happened."), told("a boy of nearly 7, found"), told("The sister, then 7, rang.")
    (True, True, True)
    >>> told("Sister, at 7, rang."), told("She came into care at 7 because"), told("When D was 7 Children's Services called")
    (True, True, True)
    >>> told("The list was 7 pages long."), told("The caseload, then 7, grew.")
    (False, False)
    """
    from_there = max(0, start - _REACH)
    if _BEFORE_AGE.search(text, from_there, start):
        opens = _WHEN_SO_OLD.search(text, from_there, start) and text[end + 1 : end + 2].isupper()
        return bool(opens) or _AFTER_AGE.match(text, end) is not None
    if value < ELDEST and _AT_THE_AGE.search(text, from_there, start) and _AT_THAT.match(text, end):
        return True
    if not YOUNGEST <= value <= ELDEST:
        return False
    return _DONE_AT.search(text, from_there, start) is not None and _DONE.match(text, end) is not None
