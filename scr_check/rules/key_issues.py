"""Rules on the second part of chapter 8: key issues, with the lessons and the conclusion."""

from collections import Counter
from collections.abc import Iterator

from scr_check.documents.place import Pointer
from scr_check.documents.placeholder import is_filled, is_written
from scr_check.finding import Flag
from scr_check.guidance.words import pattern
from scr_check.rule import Case, Rule, flags_from, rule

KEY_ISSUES = Pointer("/key_issues")


@rule("KEY201", "key-issue-without-text", "key-issues")
def key_issues_are_explained(case: Case) -> Iterator[Flag]:
    """Each key issue says what the review found, not only what it is called.

    A list of headings tells nobody what went wrong for the child.
    """
    for index, issue in enumerate(case.summary.key_issues):
        if not is_written(issue.text):
            name = issue.title or issue.id or str(index + 1)
            yield Flag(
                KEY_ISSUES / index,
                f"key issue `{name.strip()}` has no text",
                help="add `text:` with what the overview report found about it",
            )


@rule("KEY202", "key-issue-id-repeated", "key-issues")
def key_issue_ids_are_unique(case: Case) -> Iterator[Flag]:
    """No two key issues share an id.

    Whoever refers to a key issue by its id must find the right one.
    """
    seen = Counter[str]()
    for index, issue in enumerate(case.summary.key_issues):
        seen[issue.id or ""] += 1
        if issue.id and seen[issue.id] == 2:
            yield Flag(
                KEY_ISSUES / index / "id",
                f"the id `{issue.id}` is used twice",
                help="give each key issue its own id",
            )


@rule("KEY203", "prevention-not-mentioned", "key-issues")
def prevention_is_answered(case: Case) -> Iterator[Flag]:
    """The summary says whether, with hindsight, other decisions could have been taken or the harm prevented.

    It is the question every family asks, and the one on which early published summaries fell silent.
    """
    conclusion = case.summary.conclusion
    told = [conclusion or "", *(issue.text or "" for issue in case.summary.key_issues), *case.summary.lessons]
    if is_filled(conclusion) and not any(pattern("prevention").search(text) for text in told):
        yield Flag(
            Pointer("/conclusion"),
            "the summary does not say whether the harm could have been predicted or prevented",
            help="say what the overview report concludes on it, or that it reaches no conclusion",
        )


@rule("KEY204", "lesson-empty", "key-issues")
def lessons_say_something(case: Case) -> Iterator[Flag]:
    """Each lesson says something.

    An empty line where a lesson should stand is a lesson lost in editing.
    """
    for index, lesson in enumerate(case.summary.lessons):
        if not is_written(lesson):
            yield Flag(
                Pointer("/lessons") / index,
                f"lesson {index + 1} is empty",
                help="write it, or remove the line",
            )


@rule("KEY101", "key-issue-omitted", "key-issues", needs_overview=True)
def key_findings_are_carried(case: Case) -> Iterator[Flag]:
    """The main findings of the overview report are in the summary.

    "Selective" and "watered down" is what critics called summaries that left the hardest finding out.
    """
    yield from flags_from(case, "key-issue-omitted")


@rule("KEY102", "finding-left-out", "key-issues", needs_overview=True)
def lesser_findings_are_carried(case: Case) -> Iterator[Flag]:
    """The other findings of the overview report are in the summary where space allows.

    A summary may be short; the author should know what was left behind.
    """
    yield from flags_from(case, "finding-left-out")


RULES: tuple[Rule, ...] = (
    key_issues_are_explained,
    key_issue_ids_are_unique,
    prevention_is_answered,
    lessons_say_something,
    key_findings_are_carried,
    lesser_findings_are_carried,
)
