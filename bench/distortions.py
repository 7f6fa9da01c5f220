"""Distortions made by rule in a faithful statement: another party, number or date in its place."""

import re
from collections.abc import Iterator
from dataclasses import replace
from random import Random

from scr_check.comparison.names import Names
from scr_check.comparison.party import Mention, Party
from scr_check.comparison.party_evidence import comparable
from scr_check.comparison.sentence import read_sentence
from scr_check.comparison.statements import Statement
from scr_check.language.dates import Date
from scr_check.language.number import Number

WORDS = (
    "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
).split()
MONTHS = "January February March April May June July August September October November December".split()


def reworded(statement: Statement, text: str, names: Names) -> Statement:
    """The statement with another text for its sentence."""
    sentence = replace(read_sentence(text, names), offset=statement.sentence.offset)
    siblings = tuple(sentence if sibling is statement.sentence else sibling for sibling in statement.siblings)
    return replace(statement, sentence=sentence, siblings=siblings)


def words_for_parties(statements: list[Statement]) -> dict[Party, str]:
    """The first words, in the alphabet, that a summary has for each party it names."""
    found: dict[Party, set[str]] = {}
    for statement in statements:
        words = statement.sentence.words
        for mention in statement.sentence.mentions:
            text = statement.sentence.text[words[mention.first].start : words[mention.end - 1].end]
            found.setdefault(mention.party, set()).add(text)
    return {party: min(texts) for party, texts in found.items()}


def swapped(
    statement: Statement,
    mention: Mention,
    words_for: dict[Party, str],
    names: Names,
    random: Random,
    most: int,
) -> Iterator[tuple[Statement, Mention]]:
    """The statement with some other parties of the summary in the place of one, and their mention."""
    sentence = statement.sentence
    own = [other.party for other in sentence.mentions]
    others = sorted(
        text
        for party, text in words_for.items()
        if comparable(mention.party, party) and not any(party.may_be(one) for one in own)
    )
    start, end = sentence.words[mention.first].start, sentence.words[mention.end - 1].end
    beside = {one.party for near in statement.siblings for one in near.mentions}
    close = sorted(words_for[party] for party in beside if words_for.get(party) in others)
    close = random.sample(close, min(most - 1, len(close)))
    for text in dict.fromkeys(close + random.sample(others, min(most - len(close), len(others)))):
        changed = reworded(statement, sentence.text[:start] + text + sentence.text[end:], names)
        there = next((one for one in changed.sentence.mentions if one.first == mention.first), None)
        if there and not mention.party.may_be(there.party):
            yield changed, there


def exchanged(statement: Statement, names: Names) -> Iterator[tuple[Statement, Mention]]:
    """The statement with two of its parties in each other's place, and the mention of the one that now comes first."""
    sentence = statement.sentence
    spans = [(m, sentence.words[m.first].start, sentence.words[m.end - 1].end) for m in sentence.mentions]
    for i, (one, start, end) in enumerate(spans):
        for two, begin, stop in spans[i + 1 :]:
            mine, theirs = sentence.text[start:end], sentence.text[begin:stop]
            if comparable(one.party, two.party) and not (mine + theirs).endswith("'s") and mine[0] != "'":
                text = sentence.text[:start] + theirs + sentence.text[end:begin] + mine + sentence.text[stop:]
                changed = reworded(statement, text, names)
                there = next((m for m in changed.sentence.mentions if m.first == one.first), None)
                if there and there.party.may_be(two.party):
                    yield changed, there


def renumbered(
    statement: Statement, number: Number, told: list[float], names: Names, random: Random, most: int
) -> Iterator[tuple[Statement, Number]]:
    """The statement with other values for one of its numbers: some near it, some that the report gives elsewhere."""
    text = statement.sentence.text
    written = re.match(r"\d+|[a-z]+", text[number.start : number.end], re.IGNORECASE)
    if written is None or (not written.group().isdigit() and written.group().lower() not in WORDS):
        return
    near = [number.value + step for step in (-3, -2, -1, 1, 2, 3, 5) if number.value + step > 1]
    values = random.sample(near, 1) + random.sample(told, min(most - 1, len(told)))
    for value in dict.fromkeys(values):
        if (
            value == number.value
            or value != int(value)
            or (value >= len(WORDS) and not written.group().isdigit())
        ):
            continue
        instead = str(int(value)) if written.group().isdigit() else WORDS[int(value)]
        start = number.start + written.start()
        changed = reworded(statement, text[:start] + instead + text[start + len(written.group()) :], names)
        there = next((one for one in changed.sentence.numbers if one.start == number.start), None)
        if there and there.value != number.value:
            yield changed, there


def redated(
    statement: Statement, date: Date, told: list[str], names: Names, random: Random, most: int
) -> Iterator[tuple[Statement, Date]]:
    """The statement with other dates for one of its own: another day, month or year, or a date told elsewhere."""
    text = statement.sentence.text
    written = text[date.start : date.end]
    others = [
        re.sub(r"\b\d{1,2}\b", str(random.randint(1, 28)), written, count=1) if date.day else written,
        re.sub("|".join(MONTHS), random.choice(MONTHS), written) if date.month else written,
        re.sub(r"\b(\d{4})\b", lambda year: str(int(year[1]) + random.choice((-1, 1))), written),
        random.choice(told) if told and date.day else written,
    ]
    for instead in random.sample(others, most):
        changed = reworded(statement, text[: date.start] + instead + text[date.end :], names)
        there = next((one for one in changed.sentence.dates if one.start == date.start), None)
        if there and not there.agrees(date):
            yield changed, there
