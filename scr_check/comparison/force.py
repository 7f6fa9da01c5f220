"""Force: how firmly a thing is asked: the level of its duties, words that soften or urge, and ways out."""

import re
from collections.abc import Iterator

from scr_check.comparison.change import Change
from scr_check.comparison.duties import in_condition, lowered, phrase_span, phrase_text, requested
from scr_check.comparison.wording import Alignment, Wording
from scr_check.language.asking import small_words
from scr_check.language.strength import Phrase, phrases_in, scope_words

_OPENERS = frozenset(("if", "when", "where", "as", "whenever", "wherever"))
_ALLOWING = frozenset(("allow", "allows", "permit", "permits"))
_IN_NEED = re.compile(
    r"\b(?:if|where|when|whenever) (?:\w+ ){1,3}(?:needs?|needed|required?|requires|necessary|appropriate)\b"
    r"(?<!if necessary)(?<!where necessary)(?<!when necessary)",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:now|today|same day|straight ?away|right away|from the (?:start|outset)|from now on)\b",
    re.IGNORECASE,
)

_EFFORT = re.compile(
    r"\b(?:(?:tr(?:y|ies|ying)|seek(?:s|ing)?|aim(?:s|ing)?|endeavou?r(?:s|ing)?|striv(?:e|es|ing)"
    r"|attempt(?:s|ing)?|hop(?:e|es|ing)|intend(?:s|ing)?|aspir(?:e|es|ing))(?: \w+ly)?(?:,? wherever possible,?)?"
    r"(?: not)? to\b|(?:try|tries) and\b|aims? (?:for|at)\b|work(?:s|ing)? towards?\b"
    r"|(?:aim|seek|try|tries|endeavou?r|strive|hope|intend)s?,[^,;.]{3,140}, to\b"
    r"|(?:do(?:es)?|use|try|tries) (?:its|their|his|her|the|every|all|what|as much as|whatever|best)\b"
    r"(?: \w+){0,4}? (?:best|utmost|hardest|can|could|possible|power|endeavou?rs)\b"
    r"|look(?:s|ing)? for (?:\w+ )?(?:opportunit(?:y|ies)|ways?|chances?|occasions?) to\b"
    r"|do(?:es)? (?:what(?:ever)?|all|everything|as much as) (?:that )?(?:\w+ )?(?:is|are|can|could|may|seems?)"
    r" (?:\w+ )?(?:practicable|possible|reasonable|feasible|be done)\b"
    r"|mak(?:e|es|ing) (?:every|all|an?|some|its best|their best|best|reasonable|serious)(?: \w+)? efforts?\b"
    r"|bear(?:s|ing)? (?:\S+ ){0,3}?in mind\b"
    r"|tak(?:e|es) (?:all |every )?reasonable steps?\b|(?:is|are|be|remains?) committed to\b)",
    re.IGNORECASE,
)
_PREFERENCE = re.compile(
    r"\b(?:is|are|be) (?:\w+ly )?(?:preferable|preferred|desirable|better|best|advisable|helpful|useful|sensible"
    r"|wise|good practice|best practice|hoped)\b(?! \w+ed\b)(?=,? (?:for|to|that|if|not|practice|when|where)|[.;]|$)",
    re.IGNORECASE,
)
_MOSTLY = re.compile(
    r"\b(?:as a (?:general )?rule|for the most part|in the main|on the whole|by and large|more often than not"
    r"|in normal circumstances|under normal circumstances|if at all possible|where circumstances)\b",
    re.IGNORECASE,
)
_LEFT_OPEN = re.compile(
    r"\b(?:(?:consideration|thought) (?:should|must|will|shall|is to|ought to|needs to) be given to"
    r"|it (?:is|will be|should be|must be) (?:left )?(?:for|up to|to) [^.;]{3,60}? to (?:judge|decide|determine|choose)"
    r" (?:whether|if|how far))\b",
    re.IGNORECASE,
)
_INVITED = re.compile(
    r"\b(?:(?:is|are|be) (?:\w+ly )?(?:asked|invited|encouraged|requested|reminded|urged|advised) to"
    r"|(?:given|offered|has|have) (?:the|an) (?:chance|opportunity) to|may wish to)\b",
    re.IGNORECASE,
)
_INVITING = re.compile(
    r"\b(?:ask|invit|encourag|request|remind|urg|advis|expect)\w*\b|\b(?:chance|opportunity|offer\w*|wish\w*)\b",
    re.IGNORECASE,
)
_WEIGHED = re.compile(r"\b(?:consider\w*|judge\w*|decid\w+|thought|discretion|option\w*)\b", re.IGNORECASE)
_BEFORE_EFFORT = frozenset(
    ("must", "will", "should", "shall", "would", "to", "and", "then", "always", "also", "be", "it", "they")
)
_NOUNS = frozenset(("attempts", "hopes", "aims", "tries"))


def force_changes(alignment: Alignment) -> Iterator[Change]:
    """What the summary asks less firmly than the report: at most one change."""
    for check in (lowered, requested, softened, attempted, _unhurried, _escaped):
        found = next(check(alignment), None)
        if found:
            yield found
            return


def softened(alignment: Alignment) -> Iterator[Change]:
    """Words that leave a way out, which the report does not have."""
    report, summary = alignment.report, alignment.summary
    theirs = _soft(summary)
    ours = _soft(report)
    spare = (
        len(ours) + len(_IN_NEED.findall(report.text)) - len(_IN_NEED.findall(summary.text))
    )  # "where necessary"
    known = {_lower(report, phrase) for phrase in ours}
    new = [phrase for phrase in theirs if _lower(summary, phrase) not in known]
    for phrase in new[max(0, spare) :]:
        said = phrase_text(summary, phrase)
        yield Change(
            "weakened",
            f"the summary adds “{said}”, which the report does not say",
            f"take out “{said}”",
            said,
        )


def attempted(alignment: Alignment) -> Iterator[Change]:
    """A thing that is to be done made one that is to be tried, hoped for or thought best, in whatever form."""
    report, summary = alignment.report, alignment.summary
    for pattern in (_EFFORT, _PREFERENCE, _MOSTLY, _LEFT_OPEN, _INVITED):
        said = next((m for m in pattern.finditer(summary.text) if _of_the_duty(summary, m)), None)
        theirs = {_LEFT_OPEN: _WEIGHED, _INVITED: _INVITING}.get(pattern, pattern)
        if said and not theirs.search(report.text):
            yield Change(
                "weakened",
                f"the summary says “{said[0]}”, which asks less than the report does",
                f"take out “{said[0]}”, and say what the report says",
                said[0],
            )
            return


def _of_the_duty(wording: Wording, match: re.Match[str]) -> bool:
    """Whether words of effort belong to what is asked, and to no noun or condition ("attempts to", "who tries to")."""
    at = next((i for i, word in enumerate(wording.words) if word.start >= match.start()), 0)
    if match.re in (_MOSTLY, _LEFT_OPEN):
        return True
    if match.re is not _EFFORT:
        return not in_condition(wording, at)
    before = wording.words[at - 1].lower if at else ""
    if before in ("must", "will", "shall", "should"):
        return True
    third = wording.words[at].lower.endswith("s") and wording.words[at].lower not in _NOUNS
    bidden = not at or before in _BEFORE_EFFORT or before.endswith("ly") or third
    begins = bool(at) and wording.sentence_of[at - 1] != wording.sentence_of[at]
    return (bidden or begins) and not in_condition(wording, at)


def _soft(wording: Wording) -> list[Phrase]:
    """The phrases that soften; not "general" in "general practitioner", nor "or more often"."""
    return [
        phrase
        for phrase in phrases_in("soft", list(wording.words))
        if (phrase.end - phrase.first > 1 or wording.words[phrase.first].lower.endswith(("ly", "aspire")))
        and wording.words[max(0, phrase.first - 1)].lower != "or"
    ]


def _lower(wording: Wording, phrase: Phrase) -> str:
    return phrase_text(wording, phrase).lower()


def _unhurried(alignment: Alignment) -> Iterator[Change]:
    """Urgency or "in every case" that the summary drops."""
    report, summary = alignment.report, alignment.summary
    spare = list(phrases_in("hard", list(summary.words)))
    named = [range(unit.start, unit.end) for unit in report.units if unit.party]  # "Northlight Urgent Care"
    for phrase in phrases_in("hard", list(report.words)):
        if any(report.words[phrase.first].start in name for name in named):
            continue
        meant = phrase_text(report, phrase)
        urgent = _urgent(report, phrase)
        match = next((other for other in spare if _urgent(summary, other) == urgent), None)
        if match:
            spare.remove(match)
        elif meant.lower() == "never" and any(w.lower in small_words("denials") for w in summary.words):
            continue  # "on no account", "must not"
        elif (urgent and len(_NOW.findall(summary.text)) <= len(_NOW.findall(report.text))) or (
            not urgent and _universals(report) > _universals(summary)
        ):
            yield Change(
                "weakened",
                f"the report says “{meant}”; the summary leaves it out",
                f"add the report's “{meant}”",
                "",
                (phrase_span(report, phrase),),
            )


def _urgent(wording: Wording, phrase: Phrase) -> bool:
    return any(wording.words[i].lower in small_words("at_once") for i in range(phrase.first, phrase.end))


def _universals(wording: Wording) -> int:
    wide = scope_words("wide")
    always = small_words("always")
    words = sum(word.stem in wide or word.lower in always for word in wording.words)
    words += len(re.findall(r"\bnot in any (?:case|circumstances)\b", wording.text))
    return words + len(phrases_in("hard", list(wording.words)))


def _escaped(alignment: Alignment) -> Iterator[Change]:
    """A condition put in: "unless ...", "when capacity allows"."""
    report, summary = alignment.report, alignment.summary
    ours = [word.lower for word in report.words]
    added = {summary.units[j].at for j in alignment.added}
    for i, word in enumerate(summary.words):
        if (
            word.lower in small_words("ways_out")
            and not small_words("limits").intersection(ours)
            and _is_way_out(summary, i)
            and not _said_in_report(alignment, i)
        ):
            yield _condition(summary, i)
        if word.lower in _OPENERS and (i + 1 in added or i + 2 in added):
            ahead = [other.lower for other in summary.words[i + 1 : i + 5]]
            if any(other in _ALLOWING for other in ahead) and not any(other in _ALLOWING for other in ours):
                yield _condition(summary, i)


def _said_in_report(alignment: Alignment, at: int) -> bool:
    """Whether all that a condition says is said in the report, which then makes it in other words."""
    summary = alignment.summary
    stop = next(
        (
            i
            for i in range(at + 1, len(summary.words))
            if re.search(r"[,;:]", summary.text[summary.words[i - 1].end : summary.words[i].start])
            or summary.sentence_of[i] != summary.sentence_of[at]
        ),
        len(summary.words),
    )
    inside = [j for j, unit in enumerate(summary.units) if at < unit.at < stop]
    return len(inside) >= 2 and not any(j in alignment.added for j in inside)


def _is_way_out(wording: Wording, i: int) -> bool:
    word = wording.words[i].lower
    after = wording.words[i + 1].lower if i + 1 < len(wording.words) else ""
    if word == "provided":
        return after == "that"
    if word == "save":
        return after in ("in", "where", "for", "that")
    return True


def _condition(wording: Wording, i: int) -> Change:
    start = wording.words[i].start
    stop = re.search(r"[,.;:]", wording.text[start:])
    said = wording.text[start : start + stop.start() if stop else len(wording.text)]
    return Change(
        "weakened",
        f"the summary adds “{said}”, a condition that the report does not make",
        "take the condition out",
        said,
    )
