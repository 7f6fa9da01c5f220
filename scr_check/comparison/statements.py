"""The statements of a summary: each sentence of its prose, with its pointer and the date of its event."""

from collections.abc import Iterator
from dataclasses import dataclass

from scr_check.comparison.names import Names
from scr_check.comparison.sentence import Sentence, read_sentence, read_sentences
from scr_check.documents.place import Pointer
from scr_check.documents.summary import Person, Summary
from scr_check.language.dates import Date, dates_in


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of the summary: where it stands, in which part, and the dates of the event it belongs to.

    `part` is process, events, key-issues, lessons or conclusion; `refs` are the report's paragraphs that the
    author names; `before` and `after` are its neighbours in the same text, `siblings` all sentences of that text.
    """

    pointer: Pointer
    part: str
    sentence: Sentence
    dates: tuple[Date, ...] = ()
    refs: tuple[str, ...] = ()
    before: Sentence | None = None
    after: Sentence | None = None
    siblings: tuple[Sentence, ...] = ()


def statements_of(summary: Summary, names: Names) -> list[Statement]:
    """Every statement of the summary's prose, in order."""
    return [
        statement
        for pointer, part, text, date, refs in _texts(summary)
        for statement in _split(pointer, part, text, date, refs, names)
    ]


def _split(
    pointer: Pointer, part: str, text: str, date: str, refs: tuple[str, ...], names: Names
) -> Iterator[Statement]:
    dates = tuple(dates_in(date))
    sentences = read_sentences(text, names)
    for i, sentence in enumerate(sentences):
        before = sentences[i - 1] if i else None
        after = sentences[i + 1] if i + 1 < len(sentences) else None
        yield Statement(pointer, part, sentence, dates, refs, before, after, tuple(sentences))


_Text = tuple[Pointer, str, str, str, tuple[str, ...]]


def _texts(summary: Summary) -> Iterator[_Text]:
    root = Pointer("")
    yield from _process_texts(summary, root / "review_process")
    for i, event in enumerate(summary.summary_of_events):
        if event.text:
            yield root / "summary_of_events" / i / "text", "events", event.text, event.date or "", ()
    for i, issue in enumerate(summary.key_issues):
        if issue.text:
            yield root / "key_issues" / i / "text", "key-issues", issue.text, "", tuple(issue.overview)
    for i, lesson in enumerate(summary.lessons):
        yield root / "lessons" / i, "lessons", lesson, "", ()
    if summary.conclusion:
        yield root / "conclusion", "conclusion", summary.conclusion, "", ()


def _process_texts(summary: Summary, pointer: Pointer) -> Iterator[_Text]:
    process = summary.review_process
    if process is None:
        return
    for field in ("circumstances", "delay_reason", "parallel_processes", "family_involvement", "diversity"):
        value: str | list[str] | None = getattr(process, field)
        if isinstance(value, str):
            yield pointer / field, "process", value, "", ()
        for i, item in enumerate(value if isinstance(value, list) else ()):
            yield pointer / field / i, "process", item, "", ()
    for field in ("board_chair", "panel_chair", "overview_author"):
        person: Person | None = getattr(process, field)
        if person and person.independence:
            about = f"{person.name}: " if person.name else ""
            yield pointer / field / "independence", "process", about + person.independence, "", ()


def read_phrase(text: str, names: Names) -> Sentence:
    """A field that is one phrase, read as a sentence."""
    return read_sentence(" ".join(text.split()), names)
