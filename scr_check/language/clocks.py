"""Times of day as people write them: "07.52", "at 7.40", "6 pm", "ten at night", "half past eight in the morning"."""

import re
from collections.abc import Iterator

_HOURS = {
    word: hour
    for hour, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}
_HOUR = rf"(?P<hour>1[0-2]|[1-9]|{'|'.join(_HOURS)})"
_FIGURES = re.compile(
    r"(?<![£$\d.,:])\b(?:(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)(?: ?(?P<half>[ap])\.?m\b\.?)?"
    r"|(?P<sharp>[01]\d|2[0-3])(?P<after>[0-5]\d)(?: ?hrs?| hours)\b"
    r"|(?P<only>1[0-2]|[1-9]) ?(?P<half_day>[ap])\.?m\b\.?)(?!\d)(?![.:]\d)",
    re.IGNORECASE,
)
_AT_A_TIME = re.compile(
    r"\b(?:at|by|until|from|about|around|before|after|and|to|between) (?:just |about |around )?$",
    re.IGNORECASE,
)
_PART_OF_DAY = re.compile(r" (?:in the (?P<day>morning|afternoon|evening)|at (?P<night>night))\b")
_SIGNS = re.compile(r"\d|[o']clock|in the [mae]|at n", re.IGNORECASE)  # one of them is in every time of day
_MEASURED = re.compile(
    r" ?(?:%|kg|kilo|km|cm|mm|ml|mg|g\b|metre|mile|per\b|million|hours?\b|days?\b|weeks?\b|months?\b|years?\b)"
)
_SPOKEN = re.compile(
    rf"\b(?:(?P<past>half|quarter|twenty|ten|five) (?P<way>past|to) )?{_HOUR}"
    r"(?:(?: o'clock)?(?: in the (?P<day>morning|afternoon|evening)| at (?P<night>night))| o'clock)\b",
    re.IGNORECASE,
)
_MINUTES = {"half": 30, "quarter": 15, "twenty": 20, "ten": 10, "five": 5}


def clocks_in(text: str) -> Iterator[tuple[int, int, int]]:
    """The times of day in a text: minutes after midnight, and the place of each (start, end).

    >>> list(clocks_in("At 06.35, and again at ten at night"))
    [(395, 3, 8), (1320, 23, 35)]
    >>> [time for time, *_ in clocks_in("from twenty to seven in the evening until 11 pm; it was 14.15 before he came")]
    [1120, 1380, 855]
    >>> [time for time, *_ in clocks_in("at twelve at night, at two at night and at eight o'clock")]
    [0, 120, 480]
    >>> list(clocks_in("by 0900 hrs, and at 2130hrs"))
    [(540, 3, 11), (1290, 20, 27)]
    >>> list(clocks_in("He weighed 12.25 kg, see paragraph 5.24"))
    []
    """
    if not _SIGNS.search(text):
        return  # as most sentences have none
    ends = 0
    found = sorted(
        [
            *((m.start(), False, m) for m in _FIGURES.finditer(text)),
            *((m.start(), True, m) for m in _SPOKEN.finditer(text)),
        ],
        key=lambda one: one[:2],
    )
    for start, spoken, match in found:
        if start < ends:
            continue
        time = _spoken(match) if spoken else _figures(match, text)
        if time is not None:
            ends = match.end()
            yield time, start, ends


def _figures(match: re.Match[str], text: str) -> int | None:
    if match["sharp"]:
        return int(match["sharp"]) * 60 + int(match["after"])
    half = (match["half"] or match["half_day"] or "").lower()
    after = _PART_OF_DAY.match(text, match.end())
    if match["minute"] and not half and not after and not _stands_for_a_time(match, text):
        return None
    hour, minute = int(match["hour"] or match["only"]), int(match["minute"] or 0)
    if half:
        hour += 12 if half == "p" and hour < 12 else -12 if half == "a" and hour == 12 else 0
    elif after:
        hour = _of_the_day(hour, after)
    return hour * 60 + minute


def _stands_for_a_time(match: re.Match[str], text: str) -> bool:
    """Whether figures with two after the point are a time of day: after "at" and the like, or four figures."""
    if _MEASURED.match(text, match.end()):
        return False
    return len(match["hour"]) == 2 or _AT_A_TIME.search(text, 0, match.start()) is not None


def _spoken(match: re.Match[str]) -> int:
    written = match["hour"].lower()
    minutes = _of_the_day(_HOURS.get(written) or int(written), match) * 60
    past = _MINUTES[match["past"].lower()] if match["past"] else 0
    return minutes - past if match["way"] and match["way"].lower() == "to" else minutes + past


def _of_the_day(hour: int, match: re.Match[str]) -> int:
    """The hour of 24 that an hour of twelve means in a part of the day."""
    if match["night"]:
        return hour % 12 + (12 if 6 <= hour < 12 else 0)
    if match["day"] in ("afternoon", "evening"):
        return hour % 12 + 12
    return hour
