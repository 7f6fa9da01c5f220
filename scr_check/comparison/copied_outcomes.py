"""Copied outcomes: what a word tells that is not the report's, where an author copies most outcomes of the action plan."""

from collections.abc import Callable, Iterator

from scr_check.comparison.change import Change
from scr_check.comparison.outcomes import changed, outcome_changes
from scr_check.comparison.wording import Alignment
from scr_check.finding import Confidence
from scr_check.language.words import stop_words

MOST, NEARLY_ALL, ALL_BUT_ONE = 0.7, 0.92, 0.95  # parts of the outcomes that are copied word for word
KEPT_ROUND = 1.0  # words of the report's own that stand round others put in, for each of those


def outcome_check(copied: float) -> Callable[[Alignment], Iterator[Change]]:
    """How outcomes are held against the report's by an author who copies this part (0 to 1) of them word for word.

    The more of them are copied, the more a word that is not the report's tells of a change.
    """

    def check(alignment: Alignment) -> Iterator[Change]:
        found = next(outcome_changes(alignment), None)
        if found is None and copied >= NEARLY_ALL:
            found = _other_words(alignment, any_word=copied >= ALL_BUT_ONE)
        elif found is None and copied >= MOST:
            found = next(_replaced(alignment), None)
        if found:
            yield found

    return check


def _other_words(alignment: Alignment, any_word: bool) -> Change | None:
    """An outcome that has other words than the report's: words of weight, or any but small ones."""
    report, summary = alignment.report, alignment.summary
    weighty = [alignment.report.units[i] for i in alignment.missing] + [
        summary.units[j] for j in alignment.added
    ]
    stems = [{word.stem for word in one.words} for one in (summary, report)]
    strange = {
        word.lower
        for one, others in zip((report, summary), stems, strict=True)
        for word in one.words
        if word.stem not in others
    }
    if any(unit.weight == 1.0 for unit in weighty) or (any_word and strange - stop_words()):
        return changed(alignment, "the summary has other words", confidence=Confidence.POSSIBLE)
    return None


def _replaced(alignment: Alignment) -> Iterator[Change]:
    """Some words of an outcome made others, all before and after them being the report's own."""
    report, summary = alignment.report, alignment.summary
    ours, theirs = [word.lower for word in report.words], [word.lower for word in summary.words]
    start = _shared(ours, theirs)
    end = _shared(ours[start:][::-1], theirs[start:][::-1])
    places = range(start, len(ours) - end), range(start, len(theirs) - end)
    if start + end < KEPT_ROUND * max(map(len, places)) or not all(places):
        return
    lost = [i for i in alignment.missing if report.units[i].at in places[0]]
    new = [j for j in alignment.added if summary.units[j].at in places[1]]
    if lost and new:
        quote = summary.text[summary.words[places[1][0]].start : summary.words[places[1][-1]].end]
        yield changed(alignment, f"the summary says “{quote}”", quote, Confidence.POSSIBLE)


def _shared(ours: list[str], theirs: list[str]) -> int:
    """How many words both begin with."""
    same = (one == other for one, other in zip(ours, theirs, strict=False))
    return next((i for i, equal in enumerate(same) if not equal), min(len(ours), len(theirs)))
