"""Doubts: what speaks against a passage and a statement telling of the same act, where just one of them denies it."""

import re
from functools import cache

from scr_check.comparison.assertions import Assertion, bids
from scr_check.comparison.bearing import Weighing
from scr_check.comparison.circumstances import at_another_time, counts_apart, facts_missing
from scr_check.comparison.denial_matches import Match
from scr_check.comparison.index import TO_COME, Passage, ReportIndex
from scr_check.comparison.party import Party
from scr_check.comparison.predicates import DOER, DONE_TO, Predicate
from scr_check.comparison.sentence import Sentence, clause_of, clause_text
from scr_check.comparison.statements import Statement
from scr_check.language.adverbs import is_adverb
from scr_check.language.wanting import says_wanting
from scr_check.language.words import lexicon
from scr_check.language.words import stem as stem_of

DOUBTS = {  # what each leaves of the weight of a match
    "facts missing": 0.6,
    "at another time": 0.5,
    "nothing else": 0.6,
    "tells both": 0.5,
    "accounted for": 0.5,
    "of others": 0.4,
    "counts apart": 0.5,
}
_OF_WHAT = frozenset("that of about whether what why how who when where".split())
_OBJECT = 6  # words after such a verb within which what was told begins
_TOLD = 8  # words of it that are looked at
_LAST = re.compile(
    r"\b(?:(?:was|were|had|been) last|last time|last (?:saw|visited|seen)"
    r"|last (?:\w+ ){1,3}?(?:to|who|that) (?:see|saw|visit|visited|meet|met|hear|heard|speak|spoke))\b",
    re.IGNORECASE,
)
_EXCEPTING = re.compile(r"\b(?:otherwise|apart from|other than|except(?:ing)?|save for)\b", re.IGNORECASE)
_LEFT_OUT = re.compile(r"[^.]*\b(?:was|were|did|had|has|is|does|do) not(?:[.;]|$)")
_SUPPOSED = re.compile(r"\b(?:would|could|should|might|ought to)(?: not| never)? have\b", re.IGNORECASE)
_GENERAL = re.compile(
    r"\b(?:is|are|do|does|can|may|need|has|have)(?: not|n't|not)?\b[^.;]* (?:where|when|if|whenever|unless)\b"
)
_PAST = re.compile(r"\b(?:was|were|had|did)\b|\w{2,}ed\b")
_OF_NO_MANNER = frozenset(
    ("actually", "apparently", "subsequently", "evidently", "really", "simply", "previously")
)
_ELLIPTICAL = re.compile(
    r"\b(?:was|were|did|had|has|is|does|do) not(?:[.;,]|$)|\bbut (?:not|neither|none)\b|\bnor (?:was|were|did|had)\b",
    re.IGNORECASE,
)


def _is_of_others(
    sentence: Sentence,
    mine: Assertion,
    passage: Passage,
    theirs: Assertion,
    index: ReportIndex,
    weighing: Weighing,
) -> bool:
    """Whether a passage says it of somebody else, or to somebody else, where both sides say who."""
    predicates = index.predicates(passage.number)
    own = {part: parties_at(weighing.predicates, mine.word, part) for part in (DOER, DONE_TO)}
    told = {part: parties_at(predicates, theirs.word, part) for part in (DOER, DONE_TO)}
    if _is_of_a_thing(passage.sentence, theirs.word) and any(
        party.kind != "agency" for party in own[DONE_TO]
    ):
        return True
    return _the_other_way(own[DOER], told[DOER], told[DONE_TO]) or any(
        _are_others(_named_at(sentence, weighing.predicates, mine.word, part), told[part])
        for part in (DOER, DONE_TO)
    )


def parties_at(predicates: list[Predicate], at: int, part: str) -> list[Party]:
    """The parties that play a part beside the verb at a word."""
    return [role.party for one in predicates if one.at == at for role in one.roles if role.part == part]


def _the_other_way(own: list[Party], theirs: list[Party], done_to: list[Party]) -> bool:
    """Whether those who do it in the statement are whom it is done to in a passage: "the carer rang it", "it rang no carer"."""
    return not any(one.may_be(two) for one in own for two in theirs) and any(
        one.may_be(two) for one in own for two in done_to if one.kind != "child"
    )


def may_oppose(sentence: Sentence, mine: Assertion, passage: Passage, theirs: Assertion) -> bool:
    """Whether a passage tells what happened, and denies (or affirms) what the statement affirms (or denies).

    Not if the statement says the passage's own word as the passage does: "ordered it without telling the police".
    """
    told = passage.sentence.words[theirs.word].stem
    same = {told}
    if sentence.words[mine.word].stem != told:
        same |= lexicon().near.get(told, frozenset()) | lexicon().acts.get(told, frozenset())
    if any(
        word.stem in same and i != mine.word and state >= 0 and (state > 0) == theirs.denied
        for i, (word, state) in enumerate(zip(sentence.words, sentence.denied, strict=True))
    ):
        return False
    if passage.paragraph.section in TO_COME or bids(passage.sentence, theirs.word):
        return False
    affirming, denying = (passage.sentence, sentence) if mine.denying else (sentence, passage.sentence)
    if _EXCEPTING.search(clause_text(denying, mine.word if mine.denying else theirs.word)):
        return False  # "has otherwise had no connection"
    affirmed = affirming.words[theirs.word if mine.denying else mine.word]
    if not _of_that_manner(denying, mine.word if mine.denying else theirs.word, affirming):
        return False  # "was not properly recorded" does not deny that it was recorded
    if _LEFT_OUT.match(affirming.text, affirmed.end):
        return False  # "the letter travelled with her; the assessment did not"
    if _LAST.search(affirming.text):
        return False  # "was last seen in March" denies that she was seen in April
    if _GENERAL.search(passage.sentence.text) and not _PAST.search(passage.sentence.text):
        return False  # "Consent is not needed where a child may be hurt"
    if _is_of_something_else(passage.sentence, theirs.word, sentence):
        return False
    undone = _is_undone(sentence.words[mine.word].stem, passage.sentence)
    return not (undone or _SUPPOSED.search(clause_text(passage.sentence, theirs.word)))


def _of_that_manner(denying: Sentence, at: int, affirming: Sentence) -> bool:
    """Whether a denial of how a thing was done ("not fully undressed") meets a sentence that says it was done so."""
    before = denying.words[at - 1] if at else None
    if before is None or not denying.denied[at - 1] > 0 or not before.lower.endswith("ly"):
        return True
    return not is_adverb(before.lower) or before.lower in _OF_NO_MANNER or before.stem in affirming.stems


def _is_of_something_else(sentence: Sentence, at: int, other: Sentence) -> bool:
    """Whether what was told, asked or known in a sentence ("that there was a baby") has no word in another one."""
    words = sentence.words
    start = next(
        (i for i in range(at + 1, min(at + _OBJECT, len(words))) if words[i].lower in _OF_WHAT), None
    )
    if words[at].stem not in _telling() or start is None:
        return False
    told = {words[i].stem for i in range(start + 1, min(start + _TOLD, len(words))) if sentence.content[i]}
    told -= _vague()
    stems, near = other.stems, lexicon().near
    return bool(told) and not any(stem in stems or stems & near.get(stem, frozenset()) for stem in told)


@cache
def _vague() -> frozenset[str]:
    """The stems of words that only stand for what was told of: "was not told of the outcome"."""
    return frozenset(
        map(stem_of, "outcome decision result matter event incident episode concern news this".split())
    )


@cache
def _telling() -> frozenset[str]:
    """The stems of verbs that say what somebody told, asked or knew."""
    verbs = "tell inform notify say mention ask know record report explain advise note write realise understand warn".split()
    return frozenset(map(stem_of, verbs))


def doubts_about(
    statement: Statement,
    mine: Assertion,
    passage: Passage,
    match: Match,
    index: ReportIndex,
    weighing: Weighing,
) -> frozenset[str]:
    """What makes it doubtful that a passage tells of the same as a word of a statement: names of `DOUBTS`."""
    sentence, theirs = statement.sentence, match.theirs
    found = {
        "of others": _is_of_others(sentence, mine, passage, theirs, index, weighing),
        "counts apart": counts_apart(sentence, mine, passage.sentence, theirs),
    }
    if match.opposite:
        found |= {
            "facts missing": facts_missing(sentence, mine.word, index, passage),
            "at another time": at_another_time(statement, index, passage),
            "nothing else": not _shares_a_word(sentence, mine.word, passage.sentence),
            "tells both": _tells_both(statement, mine),
            "accounted for": _accounted_for(sentence, mine, passage.sentence, theirs),
        }
    return frozenset(name for name, doubtful in found.items() if doubtful)


def _tells_both(statement: Statement, mine: Assertion) -> bool:
    """Whether the statement or a neighbour in its text tells the opposite too: "advised to take her; she was not taken"."""
    own = statement.sentence
    if not mine.denied and (_ELLIPTICAL.search(own.text) or says_wanting(own.words)):
        return True
    return any(
        word.stem == own.words[mine.word].stem and state >= 0 and (state > 0) != mine.denied
        for sentence in statement.siblings
        for word, state in zip(sentence.words, sentence.denied, strict=True)
    )


def _is_undone(stem: str, other: Sentence) -> bool:
    """Whether a sentence says with "un" that a thing was not so: "often went unread" is no reply to "were not read"."""
    return any(word.lower.startswith("un") and stem_of(word.lower[2:]) == stem for word in other.words)


def _is_of_a_thing(sentence: Sentence, at: int) -> bool:
    """Whether "it" follows a verb: "saw it on 4 January" is no reply to "the child was not seen"."""
    return at + 1 < len(sentence.words) and sentence.words[at + 1].lower in ("it", "this", "these")


def _are_others(own: list[Party], theirs: list[Party]) -> bool:
    """Whether both sides say who, and not the same; a child of the review is too often meant by "he" to tell."""
    if not own or not theirs or any(party.kind == "child" for party in (*own, *theirs)):
        return False
    return not any(one.may_be(two) for one in own for two in theirs)


def _named_at(sentence: Sentence, predicates: list[Predicate], at: int, part: str) -> list[Party]:
    """The parties that are named in a part beside the verb at a word, not those meant by a pronoun, which may mean others."""
    named = {mention.first for mention in sentence.mentions}
    return [
        role.party
        for one in predicates
        if one.at == at
        for role in one.roles
        if role.part == part and role.word in named
    ]


def _shares_a_word(sentence: Sentence, at: int, other: Sentence) -> bool:
    """Whether another sentence holds anything else of the clause of a word: a word like its own is not enough."""
    stems, near, clause = other.stems, lexicon().near, clause_of(sentence, at)
    words = {sentence.words[i].stem for i in clause if sentence.content[i] and i != at}
    parties = [mention.party for mention in sentence.mentions if mention.first in clause]
    if not words and not parties:
        return _says_little(other)  # "It had been discussed with him", "No one had discussed it with him"
    return any(stem in stems or stems & near.get(stem, frozenset()) for stem in words) or any(
        party.may_be(theirs.party) for party in parties for theirs in other.mentions
    )


def _says_little(sentence: Sentence) -> bool:
    """Whether a sentence says just one thing, and of nobody by name."""
    return sum(sentence.content) == 1 and not sentence.mentions


def _accounted_for(sentence: Sentence, mine: Assertion, other: Sentence, theirs: Assertion) -> bool:
    """Whether what else the denial denies is denied in the other sentence too: the denial is told there."""
    near = lexicon().near
    if mine.denying:
        denying, at, affirming = sentence, mine.word, other
    else:
        denying, at, affirming = other, theirs.word, sentence
    denied = _said(denying, _same_denial(denying, at)) - {denying.words[at].stem}
    told = _said(affirming, [i for i in range(len(affirming.words)) if affirming.denied[i] > 0])
    return any(stem in told or told & near.get(stem, frozenset()) for stem in denied)


def _said(sentence: Sentence, places: list[int]) -> set[str]:
    """The stems of the content words at some places, and the roles of the parties there."""
    roles = {mention.party.role for mention in sentence.mentions if mention.first in places}
    return roles | {sentence.words[i].stem for i in places if sentence.content[i]}


def _same_denial(sentence: Sentence, at: int) -> list[int]:
    """The indexes of the words of the clause of word `at` that the same "not" or "no" denies."""
    places = [i for i in clause_of(sentence, at) if sentence.denied[i] > 0]
    if sentence.denied[at] <= 0:
        return places
    groups: list[list[int]] = []
    for i in places:
        if not groups or sentence.denied[i] <= sentence.denied[groups[-1][-1]]:
            groups.append([])
        groups[-1].append(i)
    return next((group for group in groups if at in group), places)
