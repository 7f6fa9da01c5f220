"""Rules on the parts of the summary: are they there, filled in, and fit to be published?"""

import re
from collections.abc import Iterator

from scr_check.documents.place import Pointer
from scr_check.documents.placeholder import is_placeholder, is_written, may_hold_placeholder
from scr_check.finding import Confidence, Evidence, Flag
from scr_check.guidance.words import pattern
from scr_check.rule import Case, Rule, rule

ROOT = Pointer("")


@rule("STR201", "review-process-missing", "structure")
def review_process_is_there(case: Case) -> Iterator[Flag]:
    """The summary has a part with information about the review process.

    Readers can only weigh what a review found if they know why it was held, who carried it out and whom
    it asked.
    """
    if not _holds_text(case, "review_process"):
        yield _missing(case, "review_process", "say why the review was held, who led it and who took part")


@rule("STR202", "key-issues-missing", "structure")
def key_issues_are_there(case: Case) -> Iterator[Flag]:
    """The summary has a part with the key issues arising from the case.

    Without them the summary lists what happened but not what it meant for the child, and other agencies
    have nothing to learn from.
    """
    if not _holds_text(case, "key_issues"):
        yield _missing(case, "key_issues", "give each theme of the report's analysis a title and a text")


@rule("STR203", "recommendations-missing", "structure")
def recommendations_are_there(case: Case) -> Iterator[Flag]:
    """The summary has a part with the recommendations.

    The recommendations are what the Board undertakes to put right; the public is entitled to all of them.
    """
    if not case.summary.recommendations:
        yield _missing(
            case, "recommendations", "copy every recommendation of the overview report, set by set"
        )


@rule("STR204", "action-plan-missing", "structure")
def action_plan_is_there(case: Case) -> Iterator[Flag]:
    """The summary has an action plan with at least one action.

    Recommendations without a plan leave nobody answerable for carrying them out.
    """
    plan = case.summary.action_plan
    if plan is None or not plan.actions:
        at = ROOT / "action_plan"
        yield _missing(case, "action_plan", "give at least one action for each recommendation", at)


@rule("STR205", "events-missing", "structure")
def events_are_there(case: Case) -> Iterator[Flag]:
    """The summary has a summary of events, in order.

    A reader who does not know the sequence of events cannot see when help could have come. A detailed case
    history is not required.
    """
    if not _holds_text(case, "summary_of_events"):
        yield _missing(case, "summary_of_events", "list the key facts with their dates, in order")


@rule("STR206", "lessons-missing", "structure")
def lessons_are_there(case: Case) -> Iterator[Flag]:
    """The summary gives the priorities for learning and change.

    The lessons are the part that practitioners elsewhere can use tomorrow.
    """
    if not is_written([*case.summary.lessons]):
        yield _missing(case, "lessons", "list what should be learnt, a sentence or two each")


@rule("STR207", "conclusion-missing", "structure")
def conclusion_is_there(case: Case) -> Iterator[Flag]:
    """The summary says what the review concluded.

    The family and the public ask first whether the harm could have been prevented; silence reads as evasion.
    """
    if not is_written(case.summary.conclusion):
        yield _missing(
            case,
            "conclusion",
            "say what the review concluded, for instance on whether the harm could have been prevented",
        )


@rule("STR208", "review-not-identified", "structure")
def review_is_identified(case: Case) -> Iterator[Flag]:
    """The summary names the Board and the anonymised subject of the review.

    A summary that cannot be tied to its review cannot be read beside it.
    """
    wanted = {
        "board": f"the full name of {case.profile.words['board']} that held the review",
        "subject": "the anonymised reference used throughout, such as Child T",
    }
    for name, meaning in wanted.items():
        if not is_written(getattr(case.summary, name)):
            yield Flag(ROOT / name, f"`{name}` is not given", help=f"add `{name}:` with {meaning}")


@rule("STR209", "not-filled-in", "structure")
def placeholders_are_filled_in(case: Case) -> Iterator[Flag]:
    """Every placeholder of the scaffold has been filled in.

    A placeholder is a question nobody has answered yet; the part it stands in is not there.
    """
    if not may_hold_placeholder(case.texts.whole):
        return
    for pointer, text in case.texts:
        if is_placeholder(text):
            yield Flag(
                pointer,
                f"{_named(pointer)} is not filled in",
                help="write what belongs here, or remove the entry",
            )


@rule("STR210", "marking-left", "structure")
def markings_are_gone_when_published(case: Case) -> Iterator[Flag]:
    """A summary for publication carries no left-over marking such as draft, restricted or confidential.

    A stray marking makes readers doubt whether what they hold is the final text, or theirs to read.
    """
    yield from _left_over(case, "publication_markings", "the marking `{}` is still in the text")


@rule("STR211", "redaction-left", "structure")
def redactions_are_gone_when_published(case: Case) -> Iterator[Flag]:
    """A summary for publication carries no redaction marks.

    A summary is written to be read whole: blacked-out words invite guessing at the very names they hide.
    """
    yield from _left_over(case, "redactions", "the redaction mark `{}` is still in the text")


@rule("STR212", "editing-left", "structure")
def editing_is_gone_when_published(case: Case) -> Iterator[Flag]:
    """A summary for publication carries no comments or tracked changes.

    Notes between editors may name people, or show which judgement was softened and by whom.
    """
    yield from _left_over(case, "editing_residues", "`{}` looks like a comment or a tracked change")


@rule("STR213", "expected-words-missing", "structure")
def parts_speak_of_what_is_expected(case: Case) -> Iterator[Flag]:
    """Each part speaks of what the guidance expects of it, under a heading of its own where it asks for one.

    Boards add to the guidance what they have learned to ask; readers who look for it should not search in vain.
    """
    for expected in case.profile.expected:
        at = ROOT / expected.part
        texts = [(pointer, text) for pointer, text in case.texts if f"{pointer}/".startswith(f"{at}/")]
        if not texts:
            continue  # a part that is not there at all has a rule of its own
        heading = "" if expected.words else expected.what
        told = [text for pointer, text in texts if not heading or pointer.endswith("/title")]
        if not any(_speaks_of(text, expected.words or (heading,)) for text in told):
            name = case.profile.sections.get(expected.part, expected.part.replace("_", " ").capitalize())
            yield Flag(
                at,
                f"the part `{name}` has no heading `{heading}`"
                if heading
                else f"the part `{name}` does not speak of {expected.what}",
                help=f"give an entry the title “{heading}”"
                if heading
                else f"say something of {expected.what}",
                confidence=Confidence.CERTAIN if heading else Confidence.LIKELY,
            )


@rule("STR101", "report-carries-editing", "structure", needs_overview=True)
def report_carries_no_editing_when_published(case: Case) -> Iterator[Flag]:
    """The report behind a summary for publication carries no comments, tracked changes or hidden text.

    What Word hides on the screen is still in the file: published with the report, it shows names and
    earlier wordings to anyone who looks.
    """
    if case.summary.status == "draft" or case.overview is None:
        return
    for trace in case.overview.traces:
        yield Flag(
            ROOT / "overview_report",
            "the overview report's file still holds traces of editing",
            help="accept the changes, delete comments and hidden text, and save a clean copy first",
            evidence=(Evidence("overview", trace),),
        )


def _holds_text(case: Case, section: str) -> bool:
    return any(pointer.startswith(f"/{section}/") for pointer, _ in case.texts)


def _missing(case: Case, section: str, advice: str, at: Pointer | None = None) -> Flag:
    heading = case.profile.sections.get(section, section.replace("_", " ").capitalize())
    return Flag(
        at or ROOT / section,
        f"the part `{heading}` is missing or empty",
        help=f"add `{section}:` and {advice}",
    )


def _speaks_of(text: str, words: tuple[str, ...]) -> bool:
    """Whether one of the words or phrases begins somewhere in the text, whatever the case of letters."""
    return any(re.search(rf"(?<!\w){re.escape(word)}", text, re.IGNORECASE) for word in words)


def _named(pointer: Pointer) -> str:
    """The field as a person would look for it: "`name` of `board_chair`", "`lead` of `actions` 2"."""
    *above, last = [f" {int(step) + 1}" if step.isdigit() else f"`{step}`" for step in pointer.split("/")[1:]]
    if last.startswith(" "):
        return above[-1] + last
    if above and above[-1].startswith(" "):
        return f"{last} of {above[-2]}{above[-1]}"
    return f"{last} of {above[-1]}" if len(above) > 1 else last


def _left_over(case: Case, marks: str, message: str) -> Iterator[Flag]:
    if case.summary.status == "draft":
        return
    for pointer, text in case.texts:
        for match in _first_of_each(pattern(marks), text):
            yield Flag(pointer, message.format(match), help="take it out before publication", quote=match)


def _first_of_each(mark: re.Pattern[str], text: str) -> dict[str, None]:
    return dict.fromkeys(match.group().strip(" :.–-") for match in mark.finditer(text))


RULES: tuple[Rule, ...] = (
    review_process_is_there,
    key_issues_are_there,
    recommendations_are_there,
    action_plan_is_there,
    events_are_there,
    lessons_are_there,
    conclusion_is_there,
    review_is_identified,
    placeholders_are_filled_in,
    markings_are_gone_when_published,
    redactions_are_gone_when_published,
    editing_is_gone_when_published,
    parts_speak_of_what_is_expected,
    report_carries_no_editing_when_published,
)
