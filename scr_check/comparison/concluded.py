"""Concluded: what a sentence concludes of foresight and prevention, and all that a report concludes."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scr_check.comparison.index import Passage, ReportIndex
from scr_check.comparison.sentence import Sentence, clause_of, clause_text
from scr_check.documents.overview import Section
from scr_check.language.certainty import certainty, is_undecided
from scr_check.language.words import Word, stem, words_in

_ELLIPSIS = re.compile(
    r"\b(?:could|would|might) (?:well |probably |not )*have been(?:[,.;:]|$)", re.IGNORECASE
)

_TOPICS = {
    "foreseen": frozenset(
        map(
            stem,
            [
                "predict",
                "predictable",
                "unpredictable",
                "predictability",
                "foresee",
                "foreseen",
                "foreseeable",
                "unforeseeable",
                "anticipate",
                "anticipated",
                "foretold",
            ],
        )
    ),
    "prevented": frozenset(
        map(
            stem,
            [
                "prevent",
                "preventable",
                "unpreventable",
                "avoid",
                "avoidable",
                "unavoidable",
                "inevitable",
                "avert",
                "saved",
            ],
        )
    ),
}

OTHERWISE = "otherwise"  # the topic of a conclusion on what else would have been so

_DENIALS = re.compile(
    r"\b(?:(?<!than )(?<!or )not(?! only)|no(?! doubt)|nobody|none|never|neither|nor|cannot|unlikely|doubtful|beyond"
    r"|hardly|scarcely|(?:hard(?:er)?|difficult|impossible) to"
    r"|un(?:preventable|predictable|foreseeable|avoidable)|inevitable)\b|n't\b",
    re.IGNORECASE,
)

_NEITHER_NOR = re.compile(r"\bneither\b([^.;]*?) nor\b", re.IGNORECASE)  # one denial in two words
_DENIED_OF = re.compile(  # "I do not find that it would have prevented", which finds that it would not
    r"\b(?:(?:do|does|did) not|nor (?:do|does|did) \w+(?: \w+)?) (?:find|think|believe|consider|accept|regard)\b"
    r"(?! (?:it possible|ourselves|we can))",
    re.IGNORECASE,
)
_PARTED = re.compile(
    r"\b(?:could|would|might|may)(?: not| never)?, [^,;.]{1,40}, (?:\w+ ){0,3}$", re.IGNORECASE
)
_THAT_ANYONE = re.compile(
    r"\bthat any(?:one|body)\b", re.IGNORECASE
)  # "do not say that anyone could have predicted it"
_SPARED = re.compile(r"spared (?:\w+ ){0,3}(?:harm|injury|injuries|death|life)\b", re.IGNORECASE)
_HIDES = re.compile(
    r"avoid(?:s|ing)? (?:notice|detection|contact|attention|scrutiny|services|professionals|agencies|being)\b",
    re.IGNORECASE,
)
_BY_ITSELF = re.compile(r"\b(?:by itself|by themselves|on (?:its|their) own|in itself)\b", re.IGNORECASE)
_IF = re.compile(r"\b(?:if|unless|and that)\b", re.IGNORECASE)
_HAD = re.compile(
    r"\bif [^.;]{0,60}\bhad\b|^had\b", re.IGNORECASE
)  # "if it had been, the harm would not have followed"
_QUESTION = re.compile(r"\bwhether\b|\?\s*$|^could\b", re.IGNORECASE)

_REPLIES = re.compile(r"\b(?:could|was|would|might|yes)\b|^no\b", re.IGNORECASE)

_SUPPOSED = re.compile(
    r"\b(?:would|might|could|may) (?:\w+ ){0,3}?have (?:(?:been|\w+ly|also|so|then|now|at least) )*\w+",
    re.IGNORECASE,
)

_DIVIDED = re.compile(
    r"\b(?:not of one mind|not (?:wholly )?(?:unanimous|agreed)|(?:was|were) divided)\b", re.IGNORECASE
)
_PONDERS = re.compile(r"\b(?:consider|debat|discuss|ask|weigh|question)", re.IGNORECASE)
_SAYS_SO = re.compile(r"\b(?:could|would|might|yes|no)\b", re.IGNORECASE)

_FINDS = re.compile(r"\b(?:conclu|view|consider|opinion|find|found)", re.IGNORECASE)

_NOBODY_KNEW = re.compile(
    r"\b(?:nobody|no one|no (?:professional|practitioner|agency|person)) (?:\w+ ){0,2}?(?:could|can) (?:\w+ ){0,2}?"
    r"(?:known|guessed|expected|imagined|seen|said|told) (?=that|what|it)",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"^(?:nobody|no one|no \w+|none|neither|nor)\b", re.IGNORECASE)

_NOTHING_THAT = re.compile(r"\b(?:nothing|nobody|no one|none) (?:which|who|that)\b[^,;.]*$", re.IGNORECASE)
_NOTHING = re.compile(r"\bnothing\b", re.IGNORECASE)
_NONE_OF = re.compile(r"\b(?:none|neither) of $")

_ANYWAY = re.compile(
    r"\b(?:happened|occurred|followed|taken place|come about|arisen|died|been (?:\w+ly )?\w+ed|been hurt)\b[^.;:]{0,40}?"
    r"\b(?:anyway|in any (?:case|event)|regardless|all the same|whatever (?:had been|was|anyone|anybody|professionals) \w+)",
    re.IGNORECASE,
)

_SECTIONS = frozenset((Section.CONCLUSIONS, Section.ANALYSIS))
_ELSEWHERE = frozenset((Section.INTRODUCTION, Section.LESSONS))


@dataclass(frozen=True, slots=True)
class Claim:
    """What a sentence concludes of a topic: yes, no or undecided, the word that says so, how likely (0, 2 or 4), and how sure."""

    topic: str
    answer: str
    word: int
    likelihood: int = 0
    certainty: str = ""
    main: bool = False  # the answer to what a section's heading asks
    replies: bool = False  # only answers the sentence before: "We conclude that it was."


def claims_in(sentence: Sentence) -> list[Claim]:
    """What a sentence concludes; a mere question ("the panel was asked whether") concludes nothing."""
    if _asks(sentence):
        return []
    found = []
    supposed = set(_supposed(sentence))
    for at, word in enumerate(sentence.words):
        topic = "prevented" if _SPARED.match(sentence.text, word.start) else _topic(word)
        if topic and word.lower.endswith("ing") and at and sentence.words[at - 1].lower == "not":
            continue  # "the responsibility for not preventing it" says not whether it could have been
        if _HIDES.match(sentence.text, word.start):
            continue
        topic = topic or (OTHERWISE if at in supposed else None)
        answer = _answer(sentence, at, topic != OTHERWISE) if topic else None
        if answer == "undecided" and _BY_ITSELF.search(sentence.text, 0, word.start):
            continue  # "not suggested that repair by itself would have prevented it" leaves open what else would
        if topic and answer:
            found.append(Claim(topic, answer, at, _likelihood(sentence, at), _certainty(sentence, at)))
    if all(claim.topic == OTHERWISE for claim in found):
        found += _answers_itself(sentence)
    return [*found, *_inevitable(sentence), *_unknowable(sentence)]


def _topic(word: Word) -> str | None:
    """The topic that a word names; "save for the nursery" saves nobody, and a child's preventer is a medicine."""
    if word.lower in ("save", "preventer", "preventers"):
        return None
    return next((name for name, stems in _TOPICS.items() if word.stem in stems), None)


def goes_on_to_conclude(sentence: Sentence, before: Sentence | None) -> list[Claim]:
    """What a sentence concludes of the topics of the one before it: "They probably could have been."."""
    match = _ELLIPSIS.search(sentence.text)
    return _elided(sentence, match, before.words, 0) if match and before else []


def _answers_itself(sentence: Sentence) -> list[Claim]:
    """What a sentence concludes of what it asks: "As to whether it could have been prevented, it probably could have been"."""
    match = _ELLIPSIS.search(sentence.text)
    asked = [word for word in sentence.words if match and word.end < match.start() and _topic(word)]
    return _elided(sentence, match, asked, asked[-1].end) if match and asked else []


def _elided(sentence: Sentence, match: re.Match[str], asked: Iterable[Word], start: int) -> list[Claim]:
    """The claims of a conclusion that leaves out its verb, on the topics of the words `asked`; denials count from `start`."""
    topics = {topic for word in asked if (topic := _topic(word))}
    answer = "no" if _DENIALS.search(sentence.text, start, match.end()) else "yes"
    at = sentence.index_at(match.end() - 1)
    return [Claim(topic, answer, at, certainty=_certainty(sentence, at)) for topic in sorted(topics)]


def _asks(sentence: Sentence) -> bool:
    return sentence.text.rstrip().endswith("?")


def _inevitable(sentence: Sentence) -> Iterator[Claim]:
    """That something "would have happened anyway": it could not have been prevented."""
    for match in _ANYWAY.finditer(sentence.text):
        at = sentence.index_at(match.start())
        if re.search(r"\bwould\b[^.;:]{0,40}$", sentence.text[: match.start()]):
            denied = len(_DENIALS.findall(sentence.text[: match.start()])) % 2
            yield Claim("prevented", "yes" if denied else "no", at)


def _unknowable(sentence: Sentence) -> Iterator[Claim]:
    """That nobody could have known of something before: it could not have been foreseen."""
    for match in _NOBODY_KNEW.finditer(sentence.text):
        yield Claim("foreseen", "no", sentence.index_at(match.end() - 1))


def _supposed(sentence: Sentence) -> Iterator[int]:
    """The verbs of what would or might have been so ("would have been seen", "might have kept him safe")."""
    for match in _SUPPOSED.finditer(sentence.text):
        at = sentence.index_at(match.end() - 1)
        if sentence.content[at]:
            yield at


def _certainty(sentence: Sentence, at: int) -> str:
    """How sure the sentence is of what it supposes at word `at`, read from its half of the sentence."""
    return certainty(clause_text(sentence, at))


def _likelihood(sentence: Sentence, at: int) -> int:
    """4 where something would have been so, 2 where it only might have been, else 0."""
    before = " ".join(word.lower for word in sentence.words[max(0, at - 4) : at])
    if re.search(r"\b(?:might|may) have\b", before):
        return 2
    return 4 if re.search(r"\bwould have been\b", before) and "probabl" not in before else 0


def _answer(sentence: Sentence, at: int, topical: bool = True) -> str | None:
    clause = clause_of(sentence, at)
    start, end = sentence.words[clause.start].start, sentence.words[clause.stop - 1].end
    if none := _NONE_OF.search(sentence.text, 0, start):
        start = none.start()  # "three ways, none of which was inevitable"
    word = sentence.words[at]
    if parted := _PARTED.search(sentence.text, 0, word.start):
        start = min(start, parted.start())  # "could not, in all likelihood, have been prevented"
    if not topical and not is_undecided(sentence.text, word.start, word.end):
        return "no" if re.search(r"\b(?:not|never)\b", sentence.text[start : word.start]) else "yes"
    before = sentence.text[: word.end]
    if is_undecided(sentence.text, word.start, word.end):
        if _THAT_ANYONE.search(before):
            return "no"
        if not _DENIED_OF.search(before):
            return "undecided"
        return "yes" if _DENIALS.fullmatch(word.lower) else "no"  # "he does not find that it was inevitable"
    if _QUESTION.search(before) and not _FINDS.search(before):
        return None
    if beyond := _IF.search(sentence.text, word.end, end):
        end = beyond.start()  # "was predictable if nobody watched", "and that she was not at fault"
    denials = len(_DENIALS.findall(_NEITHER_NOR.sub(r"neither\1 or", sentence.text[start:end])))
    if (
        not denials
        and clause.start
        and re.match(r"(?:but|and|that|who|which)\b", sentence.text[start:], re.IGNORECASE) is None
    ):
        denials = len(_NOBODY.findall(before))
    if not denials and (_NOTHING.search(before, start) or _NOTHING_THAT.search(before)):
        denials = 1  # "nothing which they might have done would have prevented it"; not "if nothing changed" after it
    return "no" if denials % 2 else "yes"


def concluded(index: ReportIndex) -> list[tuple[Passage, Claim]]:
    """Everything that the report concludes; one without a section of conclusions may do so at its head or in its lessons."""
    sections = _SECTIONS if index.of_sections((Section.CONCLUSIONS,)) else _SECTIONS | _ELSEWHERE
    return [(passage, claim) for passage in index.of_sections(sections) for claim in _answers(index, passage)]


def _answers(index: ReportIndex, passage: Passage) -> list[Claim]:
    """What a passage concludes; the sentence after a question answers it ("It probably could have been")."""
    if _asks(passage.sentence) or _DIVIDED.search(passage.sentence.text):
        return []
    found = claims_in(passage.sentence)
    if found or not _REPLIES.search(passage.sentence.text):
        return found
    before = [near.sentence for near in index.around(passage.number, 1, 0) if near is not passage]
    after = [near.sentence for near in index.around(passage.number, 0, 1) if near is not passage]
    ponders = _PONDERS.search(passage.sentence.text) and not _SAYS_SO.search(passage.sentence.text)
    if ponders and after and claims_in(after[0]):
        return []  # "The panel considered this at length. It cannot be said that ..."
    if before and _ELLIPSIS.search(passage.sentence.text):
        topics = {claim.topic for claim in claims_in(before[0])}
        answer = "no" if _DENIALS.search(passage.sentence.text) else "yes"
        if topics:
            return [Claim(topic, answer, 0) for topic in sorted(topics)]
    asked = before[0].stems if before and _QUESTION.search(before[0].text) else _asked_over(index, passage)
    answer = (
        "no" if _DENIALS.search(passage.sentence.text) and not _HAD.search(passage.sentence.text) else "yes"
    )
    main = not (before and asked == before[0].stems)
    return [
        Claim(topic, answer, 0, main=main, replies=not main)
        for topic, stems in _TOPICS.items()
        if asked & stems
    ]


def _asked_over(index: ReportIndex, passage: Passage) -> frozenset[str]:
    """The stems of a question that stands as the heading over a passage, where that is the first below it."""
    heading = passage.paragraph.heading or ""
    above = index.passages[passage.number - 1].paragraph if passage.number else None
    if not heading.rstrip().endswith("?") or (above and above.heading == heading):
        return frozenset()
    return frozenset(word.stem for word in words_in(heading))
