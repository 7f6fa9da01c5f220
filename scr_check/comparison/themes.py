"""Themes: the findings of the report's analysis, and those of them that no key issue of the summary carries."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from scr_check.comparison.bearing import Bearings, Weighed
from scr_check.comparison.evidence import evidence_from, where
from scr_check.comparison.index import Passage, ReportIndex
from scr_check.comparison.result import Difference
from scr_check.documents.overview import Section
from scr_check.documents.place import Pointer
from scr_check.documents.summary import Summary
from scr_check.finding import Confidence
from scr_check.language.dates import dates_in
from scr_check.language.evaluations import GRAVE, GRAVEST
from scr_check.language.references import refs_cover
from scr_check.language.words import words_in

CARRIED = 0.8  # a statement carries the passages that hold this part of the nearest one's share
SUBJECT = 0.3  # below this share a statement speaks of none of them
LEAST = 0.1  # a theme is left out when it is touched less often than this, in a part of its sentences
WEIGHTY = 7  # sentences from which a theme is weighty even without a grave judgement
WORDY = 110  # ... and words, for an author of long sentences
MOSTLY = 0.4  # the part of a section's sentences from which it mostly quotes, or mostly asks for something
SPOKEN_OF = 0.25  # the share of the nearest paragraph from which a key issue speaks of any
SPOKEN_OF_IN_PART = 0.6  # ... and the part of that share from which it speaks of another
DATED = 0.1  # of the sentences of a section that tells the story, those that give a day
MOST_JUDGEMENTS = 3  # judgements left out that are reported
LABEL = 9  # words of a first sentence that only names whom a paragraph is about, at most
FINDING = 0.15  # and from which what was not done makes it a finding
_SAID = re.compile(
    r"\b(?:said|says?|told|felt|feels?|remember\w*|thinks?|thought|wants?|wished|described)\b", re.IGNORECASE
)
_ASKED = re.compile(r"\b(?:must|should|needs?|ought|(?:has|have) to)\b(?! (?:not )?have\b)", re.IGNORECASE)
_MISSING = re.compile(r"\b(?:not|no|nobody|never|none|without|neither|nor|only)\b", re.IGNORECASE)


SENTENCE = 6  # words from which a heading with a verb is a sentence
_STATES = frozenset("was were is are did had has have could not".split())
_FOUND = re.compile(r"[\W\d.]*(?:finding|key finding|theme|learning point) \d", re.IGNORECASE)
_OPENS_A_TIME = re.compile(r"[\W\d.]*(?:(?:from|in|on|between|until|after|before|the) )?", re.IGNORECASE)
_NO_THEME = re.compile(  # "Chapter 8: Findings"
    r"[\W\d]*(?:(?:chapter|part|section)\b[\s\w.]{0,4}[:.–-]?\s*)?(?:the |main |key |overall |summary of |introduction to )*"
    r"(?:findings|conclusions?|introduction|summary|overview|people|family|household)[\W\d]*",
    re.IGNORECASE,
)
_OF_NEEDS = re.compile(
    r"\b(?:race|religion|ethnicity|diversity|equality)\b", re.IGNORECASE
)  # told of the process
_OF_LIFE = re.compile(  # told of the child and the home
    r"\b(?:days and nights|household|(?:is|was|were) (?:he|she|it|they) like|who (?:(?:he|she|they) )?(?:is|was|were)"
    r"|reflections)\b"
    r"|^[\W\d]*before\b",
    re.IGNORECASE,
)
_EPISODE = re.compile(r"[\W\d]*(?:key )?(?:practice )?episode\b", re.IGNORECASE)
_OF_A_BODY = re.compile(r"[\W\d]*(?:[Ww]hat (?:the|[A-Z]\w*) (?:[\w']+ )*(?:knew|did)|Others\b.*)")
_CONCLUDES = re.compile(  # what the conclusion carries
    r"\b(?:prevent|predict|foresee|avoid|stop|conclu|seen coming)\w*\b[^?]*\?$"
    r"|^[\W\d]*whether\b.*\b(?:prevent|predict|foresee|avoid)",
    re.IGNORECASE,
)
_NO_FINDING = re.compile(  # a judgement that only weighs what was found
    r"\b(?:not|cannot(?: be)?|no) (?:\w+ ){0,2}?(?:excus|justif)\w*"
    r"|\b(?:gravest|chief|principal|worst|most (?:serious|important|significant|grave)|remains|IMRs?|management reviews?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Theme:
    """A section of the report's analysis: its heading, its passages, and its gravest sentence with its level (0 to 4)."""

    heading: str
    passages: tuple[Passage, ...]
    gravest: Passage
    level: int


def themes_of(index: ReportIndex) -> list[Theme]:
    """The sections of the analysis in order, without those that go through the agencies one by one.

    Nor is a section one that only tells of the family, gives what was said to the review, or draws lessons.
    """
    sections: dict[str, list[Passage]] = {}
    for passage in index.of_sections((Section.ANALYSIS,)):
        heading = passage.paragraph.heading or ""
        if passage.paragraph.form != "row" and not _NO_THEME.fullmatch(heading):
            sections.setdefault(heading, []).append(passage)
    by_agency, by_theme = _chapters_by_agency(sections, index)
    story = _chapters_of_the_story(index)
    found = [
        _theme(heading, passages, index)
        for heading, passages in sections.items()
        if not (_names_body(heading, index) and _chapter(passages) not in by_theme)
        and not _of_bodies(passages, index)
        and _chapter(passages) not in by_agency
        and not _is_a_time(heading)
        and not _CONCLUDES.search(heading)
        and not _OF_NEEDS.search(heading)
        and not _OF_LIFE.search(heading)
        and not _OF_A_BODY.fullmatch(heading)
    ]
    found = [theme for theme in found if not _is_of_the_story(theme, story)]
    others = [theme for theme in found if not _EPISODE.match(theme.heading)]
    if 2 * len(others) >= len(found):
        return others  # episodes tell the story where others appraise it
    return found


def _chapters_of_the_story(index: ReportIndex) -> set[str]:
    """The chapters in which a section has a date for its heading: the others go through the story too."""
    told = {(one.paragraph.heading or "", _chapter([one])) for one in index.of_sections((Section.FACTS,))}
    return {chapter for heading, chapter in told if chapter and dates_in(heading)}


def _is_of_the_story(theme: Theme, story: set[str]) -> bool:
    """Whether a section only goes on with the story: it gives days, which appraisals seldom do, and nowhere blames gravely."""
    days = sum(any(date.day for date in one.sentence.dates) for one in theme.passages)
    told = _chapter(theme.passages) in story and days >= DATED * len(theme.passages)
    return told and theme.level < GRAVEST


def _is_a_time(heading: str) -> bool:
    """Whether a heading begins with a date, as one that goes through the story does: "May to July 2009"."""
    opened = _OPENS_A_TIME.match(heading)
    return any(opened and date.start <= opened.end() for date in dates_in(heading))


def _chapter(passages: Sequence[Passage]) -> str:
    """The number or letter of the chapter of some passages ("6" of 6.12, "E" of E4)."""
    ref = (passages[0].paragraph.ref or "").partition(".")[0]
    return ref.rstrip("0123456789") or ref


def _chapters_by_agency(sections: dict[str, list[Passage]], index: ReportIndex) -> tuple[set[str], set[str]]:
    """The chapters most of whose sections are each about one body, so that "Others" there is no theme either.

    And those of which few are, so that "The refuge" there is a theme.
    """
    named: dict[str, list[bool]] = {}
    for heading, passages in sections.items():
        named.setdefault(_chapter(passages), []).append(_names_body(heading, index))
    several = {chapter: of for chapter, of in named.items() if chapter and len(of) > 2}
    return (
        {chapter for chapter, of in several.items() if 2 * sum(of) > len(of)},
        {chapter for chapter, of in several.items() if 2 * sum(of) <= len(of)},
    )


def _finds(theme: Theme) -> bool:
    """Whether a section finds something: it judges or says what was not done, and does not mostly quote or ask."""
    count = len(theme.passages)

    def part(pattern: re.Pattern[str]) -> float:
        return sum(bool(pattern.search(passage.sentence.text)) for passage in theme.passages) / count

    if theme.level == GRAVEST:
        return True
    if part(_SAID) >= MOSTLY or part(_ASKED) >= MOSTLY:
        return False
    return theme.level >= GRAVE or part(_MISSING) >= FINDING


def _names_body(heading: str, index: ReportIndex) -> bool:
    """Whether a heading is about a body; not one that says what was found: "Finding 5: The hospital missed the child"."""
    words = words_in(heading)
    if _FOUND.match(heading) or (len(words) >= SENTENCE and any(word.lower in _STATES for word in words)):
        return False
    named = [mention for mention in index.names.mentions(words) if mention.party.kind == "agency"]
    return bool(named) or {"agency", "agencies"} & {word.lower for word in words} != set()


def _of_bodies(passages: list[Passage], index: ReportIndex) -> bool:
    """Whether most paragraphs of a section open with no more than the name of a body ("The Community Trust.")."""
    paragraphs = {passage.paragraph: passage.sentence for passage in reversed(passages)}
    opened = sum(
        len(sentence.words) <= LABEL and _names_body(sentence.text, index) for sentence in paragraphs.values()
    )
    return 2 * opened > len(paragraphs)


def _theme(heading: str, passages: list[Passage], index: ReportIndex) -> Theme:
    judged = [index.evaluations(passage.number) for passage in passages]
    levels = [max((one.level for one in phrases if one.level > 1), default=0) for phrases in judged]
    level = max(levels)
    return Theme(heading, tuple(passages), passages[levels.index(level)], level)


def left_out_themes(summary: Summary, weighed: Weighed, index: ReportIndex) -> list[Theme]:
    """The weighty themes that the key issues, by their words or their references, do not carry."""
    touched: Counter[str] = Counter()
    for statement, bearings in weighed:
        if statement.part == "key-issues":
            touched.update(_touched(bearings, index))
    refs = [ref for issue in summary.key_issues for ref in issue.overview]
    found = []
    for theme in index.once(themes_of):
        named = sum(
            refs_cover(refs, ref) for ref in {passage.paragraph.ref for passage in theme.passages} if ref
        )
        count = len(theme.passages)
        words = sum(len(passage.sentence.words) for passage in theme.passages)
        weighty = (count >= WEIGHTY or words >= WORDY or theme.level == GRAVEST) and _finds(theme)
        if weighty and touched[theme.heading] + named < max(1.0, LEAST * min(count, 30)):
            found.append(theme)
    return sorted(found, key=lambda theme: (-theme.level, -len(theme.passages)))


def left_out_judgements(summary: Summary, weighed: Weighed, index: ReportIndex) -> list[Passage]:
    """The gravest judgements of the analysis in paragraphs that no key issue speaks of or refers to."""
    carried = {
        passage.block
        for statement, bearings in weighed
        if statement.part == "key-issues" and bearings.whole.best >= SPOKEN_OF
        for passage in bearings.whole.top(index, 5, SPOKEN_OF_IN_PART)
    }
    refs = tuple(ref for issue in summary.key_issues for ref in issue.overview)
    carried |= index.blocks_referred_to(refs) if refs else set()
    return [passage for passage in index.once(_gravest) if passage.block not in carried]


def _gravest(index: ReportIndex) -> list[Passage]:
    """The first sentence of each paragraph of the analysis that judges a thing in the gravest words."""
    found: dict[int, Passage] = {}
    for passage in index.of_sections((Section.ANALYSIS,)):
        grave = any(one.level == GRAVEST for one in index.evaluations(passage.number))
        finds = passage.paragraph.form != "row" and not _NO_FINDING.search(passage.sentence.text)
        if grave and finds:
            found.setdefault(passage.block, passage)
    return list(found.values())


def _touched(bearings: Bearings, index: ReportIndex) -> list[str]:
    near = bearings.whole
    if near.best < SUBJECT:
        return []
    return [
        passage.paragraph.heading or ""
        for passage in near.top(index, 3, CARRIED)
        if passage.paragraph.section is Section.ANALYSIS
    ]


def theme_differences(summary: Summary, weighed: Weighed, index: ReportIndex) -> Iterator[Difference]:
    """The themes left out, the gravest first; only where the summary has key issues at all."""
    if not summary.key_issues:
        return
    themes = left_out_themes(summary, weighed, index)
    for theme in themes:
        yield Difference(
            "key-issue-omitted",
            Pointer("") / "key_issues",
            f"no key issue carries what the overview report finds {_there(theme)}",
            "add a key issue that says so, or refer to these paragraphs in `overview:` of the issue that does",
            "",
            (evidence_from(theme.gravest),),
            Confidence.LIKELY if theme.level == 4 else Confidence.POSSIBLE,
        )
    told = {passage.number for theme in themes for passage in theme.passages}
    judged = (one for one in left_out_judgements(summary, weighed, index) if one.number not in told)
    for passage in islice(judged, MOST_JUDGEMENTS):
        yield Difference(
            "key-issue-omitted",
            Pointer("") / "key_issues",
            f"no key issue carries what the overview report judges in {where(passage)}",
            "add a key issue that says so, or refer to this paragraph in `overview:` of the issue that does",
            "",
            (evidence_from(passage),),
            Confidence.POSSIBLE,
        )


def _there(theme: Theme) -> str:
    return f"under “{theme.heading}”" if theme.heading else f"in {where(theme.gravest)}"
