"""Rules on plain language: advice only."""

import re
from collections.abc import Collection, Iterable, Iterator

from scr_check.documents.place import Pointer
from scr_check.finding import Confidence, Flag
from scr_check.guidance.words import pattern, word_list
from scr_check.language.sentences import sentences_in, stretches_of
from scr_check.rule import Case, Rule, rule

_PROSE = re.compile(
    r"/(?:circumstances|delay_reason|parallel_processes|family_involvement|diversity|text|conclusion|lessons)"
    r"(?:/\d+)*$"
)
# Each begins with a set or a sign, and looks back at the boundary: re looks for these quickly.
_ABBREVIATION = re.compile(r"[A-Z](?<!\w[A-Z])[A-Z&]{1,7}s?\b")
_BRACKETED = re.compile(r"\((?:the )?[\"“']?([A-Z][A-Z&]{1,7}s?)[\"”']?\)")
_OPENED = re.compile(r" \([A-Za-z]")
_SHORT_WORD = re.compile(r"\b([A-Z][A-Z&]{1,7}s?)$", re.IGNORECASE)
_LONGEST = 9  # signs of such a word


@rule("STY201", "long-sentence", "style")
def sentences_are_short(case: Case) -> Iterator[Flag]:
    """Sentences are short enough to be understood at first reading.

    The child's family reads the summary too. About 25 words is the usual advice; quoted words and statute
    are not judged.
    """
    limit = case.profile.limits.sentence_words
    enough = 2 * limit  # signs of so many words, with the spaces between them
    for pointer, text in _prose((pointer, text) for pointer, text in case.texts if len(text) > enough):
        if not any(len(one) > enough and len(one.split()) > limit for one in stretches_of(text)):
            continue
        for sentence in (text[span.start : span.end] for span in sentences_in(text)):
            words = len(sentence.split())
            if words > limit and not pattern("not_ones_own_words").search(sentence):
                yield Flag(
                    pointer,
                    f"this sentence has {words} words",
                    help="shorter sentences are easier to follow; about 25 words is the usual advice",
                    quote=sentence,
                    confidence=Confidence.LIKELY,
                )


@rule("STY202", "abbreviation-unexplained", "style")
def abbreviations_are_explained(case: Case) -> Iterator[Flag]:
    """An abbreviation is spelled out where it first occurs, or declared as an alias.

    What every practitioner knows, a grandmother reading about her grandchild may not.
    """
    written = set(_ABBREVIATION.findall(case.texts.telling))
    unexplained = _without(_without(written, word_list("common_abbreviations")), _declared(case))
    if not unexplained:
        return
    known = _explained(case)
    unexplained = _without(unexplained, known)
    for pointer, text in _prose(case.texts.holding(unexplained)):
        for match in _ABBREVIATION.finditer(text):
            short = match.group().rstrip("s")
            if match.group() in unexplained and short not in known:
                known.add(short)
                yield Flag(
                    pointer,
                    f"{short} is not explained",
                    help="spell it out where it first occurs, with the short form in brackets",
                    quote=match.group(),
                    confidence=Confidence.LIKELY,
                )


def _prose(texts: Iterable[tuple[Pointer, str]]) -> Iterator[tuple[Pointer, str]]:
    """Those that the summary's author worded: recommendations keep the wording of the report."""
    for pointer, text in texts:
        if _PROSE.search(pointer) and not pointer.startswith("/recommendations/"):
            yield pointer, text


def _without(abbreviations: set[str], known: Collection[str]) -> set[str]:
    return {one for one in abbreviations if one.rstrip("s") not in known}


def _declared(case: Case) -> set[str]:
    """The words of aliases."""
    aliases = case.summary.aliases.items()
    return {word for name, others in aliases for phrase in (name, *others) for word in phrase.split()}


def _explained(case: Case) -> set[str]:
    """Abbreviations that stand in brackets after their meaning, or their meaning after them."""
    everything = " ".join([text for pointer, text in case.texts if not pointer.startswith("/aliases")])
    bracketed = {match[1].rstrip("s") for match in _BRACKETED.finditer(everything)}
    opened = (match.start() for match in _OPENED.finditer(everything))
    before = (_SHORT_WORD.search(everything, max(0, at - _LONGEST), at) for at in opened)
    expanded = {match[1].rstrip("s") for match in before if match}
    return bracketed | expanded


RULES: tuple[Rule, ...] = (sentences_are_short, abbreviations_are_explained)
