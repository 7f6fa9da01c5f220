"""Deeds: what an action has somebody do, in the report and in the summary."""

from collections.abc import Iterator

from scr_check.comparison.change import Change
from scr_check.comparison.force import softened
from scr_check.comparison.measures import measure_changes
from scr_check.comparison.outcomes import action_words
from scr_check.comparison.verbatim import verbatim_changes
from scr_check.comparison.wording import Alignment, Wording
from scr_check.finding import Confidence

_ANOTHER = 0.25  # an action that keeps no more of the report's words than this is another action


def deed_changes(alignment: Alignment) -> Iterator[Change]:
    """In what the deed differs: softened, put off, other figures, another thing; at most one change."""
    for check in (softened, measure_changes, _first_step, _otherwise, _another):
        found = next(check(alignment), None)
        if found:
            yield found
            return


def _first_step(alignment: Alignment) -> Iterator[Change]:
    """A deed made the thought of one: "Introduce a rota" made "Consider a rota"."""
    summary = alignment.summary
    verb = summary.units[0] if 0 in alignment.added else None
    if verb and verb.at <= 1 and verb.stem in action_words("first_step"):
        yield _change(alignment, summary.text[verb.start : verb.end])


def _otherwise(alignment: Alignment) -> Iterator[Change]:
    """A word changed in an action that is otherwise the report's own, but for the verbs that open it."""
    opening = _openings(alignment.report)
    for change in verbatim_changes(alignment):
        if change.spans and change.quote and not any(start in opening for start, _ in change.spans):
            yield change


def _openings(wording: Wording) -> set[int]:
    """Where the verbs stand that say what is done: at the start, and after "and" or a stop."""
    found = set()
    for i, word in enumerate(wording.words):
        before = wording.words[i - 1] if i else None
        between = wording.text[before.end : word.start] if before else ";"
        if before is None or before.lower in ("and", "then", "to") or ";" in between or "," in between:
            found.add(word.start)
    return found


def _another(alignment: Alignment) -> Iterator[Change]:
    """Another deed altogether."""
    if alignment.kept <= _ANOTHER and alignment.own >= 1 - _ANOTHER and alignment.report.weight >= 2:
        yield _change(alignment, alignment.summary.text, Confidence.POSSIBLE)


def _change(alignment: Alignment, quote: str, confidence: Confidence = Confidence.LIKELY) -> Change:
    true, said = alignment.report.text, alignment.summary.text
    message = f"the report's action is “{true}”; the summary's is “{said}”"
    return Change("deed", message, f"write the report's “{true}”", quote, (), confidence)
