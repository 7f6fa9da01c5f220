"""Rules on the first part of chapter 8: information about the review process."""

from collections.abc import Iterator

from scr_check.documents.place import Pointer
from scr_check.documents.placeholder import is_written
from scr_check.documents.summary import Person, ReviewProcess
from scr_check.finding import Flag
from scr_check.rule import Case, Rule, flags_from, rule

PROCESS = Pointer("/review_process")
_PEOPLE = {
    "board_chair": "the chair of {board}",
    "panel_chair": "the chair of the review panel",
    "overview_author": "the author of the overview report",
}


@rule("REV201", "circumstances-missing", "review-process")
def circumstances_are_told(case: Case) -> Iterator[Flag]:
    """The summary says what led to the review.

    Why a review was held is the first thing that chapter 8 asks about its process, and the first thing that
    a reader wants to know.
    """
    if (process := case.summary.review_process) and not is_written(process.circumstances):
        yield Flag(
            PROCESS / "circumstances",
            "the summary does not say why the review was held",
            help=f"add `circumstances:` with what happened to {case.profile.words['subject']} and why "
            f"{case.profile.words['board']} decided on a review",
        )


@rule("REV202", "chair-or-author-not-named", "review-process")
def chairs_and_author_are_named(case: Case) -> Iterator[Flag]:
    """The chair of the Board, the chair of the panel and the author of the overview report are named.

    They answer publicly for the review; everybody else in it stays anonymous.
    """
    for name, meaning in _PEOPLE.items():
        person = _person(case, name)
        asked = case.summary.review_process and f"review_process.{name}" not in case.profile.not_asked
        if asked and not (person and is_written(person.name)):
            who = meaning.format(board=case.profile.words["board"])
            yield Flag(PROCESS / name, f"{who} is not named", help=f"add `{name}:` with `name:`")


@rule("REV203", "panel-missing", "review-process")
def panel_is_listed(case: Case) -> Iterator[Flag]:
    """The members of the review panel are listed by job title and employing organisation.

    The list shows that the panel had the knowledge and the standing to judge the agencies concerned.
    """
    if (process := case.summary.review_process) and not process.panel_members:
        yield Flag(
            PROCESS / "panel_members",
            "the members of the review panel are not listed",
            help="add `panel_members:` with a `job_title:` and an `organisation:` for each",
        )


@rule("REV204", "panel-member-incomplete", "review-process")
def panel_members_are_described(case: Case) -> Iterator[Flag]:
    """Each panel member has a job title and an employing organisation.

    Seniority and employer are what a reader needs to know of a panel member.
    """
    for index, member in enumerate(_process(case).panel_members):
        for name, meaning in (("job_title", "job title"), ("organisation", "employing organisation")):
            if not is_written(getattr(member, name)):
                yield Flag(
                    PROCESS / "panel_members" / index,
                    f"panel member {index + 1} has no {meaning}",
                    help=f"add `{name}:`",
                )


@rule("REV205", "parallel-processes-not-mentioned", "review-process")
def parallel_processes_are_explained(case: Case) -> Iterator[Flag]:
    """The summary says which other processes ran beside the review, and how they interrelated, or "None".

    Criminal trials, inquests and care proceedings decide when a review can hear witnesses and publish. "None"
    is an answer; silence is not.
    """
    yield from _silent(
        case, "parallel_processes", "other processes, such as criminal or care proceedings", "None"
    )


@rule("REV206", "family-involvement-not-mentioned", "review-process")
def family_involvement_is_explained(case: Case) -> Iterator[Flag]:
    """The summary says how far the family, and the child where harmed, took part in the review, or why not.

    The family often knew first; whether they were asked tells readers how far the review listened.
    """
    yield from _silent(
        case, "family_involvement", "the family's involvement", "why the family was not involved"
    )


@rule("REV208", "terms-of-reference-missing", "review-process")
def terms_of_reference_are_given(case: Case) -> Iterator[Flag]:
    """The summary gives the review's terms of reference.

    Conclusions can only be judged against the questions that were asked.
    """
    if (process := case.summary.review_process) and not is_written([*process.terms_of_reference]):
        yield Flag(
            PROCESS / "terms_of_reference",
            "the terms of reference are not given",
            help="add `terms_of_reference:` with a line for each question the review was to answer",
        )


@rule("REV209", "contributors-missing", "review-process")
def contributors_are_listed(case: Case) -> Iterator[Flag]:
    """The summary lists the bodies that gave the review a report.

    A body that knew the child and is not on the list gave no account of itself.
    """
    if (process := case.summary.review_process) and not process.contributors:
        yield Flag(
            PROCESS / "contributors",
            "the bodies that contributed to the review are not listed",
            help="add `contributors:` with an `organisation:` and the kind of `report:` for each",
        )


@rule("REV214", "independence-not-stated", "review-process")
def independence_is_stated(case: Case) -> Iterator[Flag]:
    """The summary says how the panel chair and the author are independent of the agencies concerned.

    A review led by someone who manages the agencies under review will not be believed.
    """
    for name in ("panel_chair", "overview_author"):
        if (person := _person(case, name)) and not is_written(person.independence):
            yield Flag(
                PROCESS / name,
                f"the summary does not say how {_PEOPLE[name]} is independent of the agencies concerned",
                help=f"add `independence:` to `{name}:`",
            )


@rule("REV215", "diversity-not-mentioned", "review-process")
def diversity_is_considered(case: Case) -> Iterator[Flag]:
    """The summary says how race, religion, language, culture and disability were considered.

    A child's needs may be missed because of who the family is; real summaries give this its own heading.
    """
    yield from _silent(
        case, "diversity", "race, religion, language, culture and disability", "what was considered"
    )


@rule("REV216", "contributor-incomplete", "review-process")
def contributors_are_described(case: Case) -> Iterator[Flag]:
    """Each contributor has its organisation and the kind of report it gave.

    An individual management review examines a body's own practice; an information report does not.
    """
    for index, contributor in enumerate(_process(case).contributors):
        for name, meaning in (("organisation", "organisation"), ("report", "kind of report")):
            if not is_written(getattr(contributor, name)):
                yield Flag(
                    PROCESS / "contributors" / index,
                    f"contributor {index + 1} has no {meaning}",
                    help=f"add `{name}:`",
                )


@rule("REV217", "panel-member-not-named", "review-process")
def panel_members_are_named_where_wanted(case: Case) -> Iterator[Flag]:
    """Panel members are named where the guidance asks for their names.

    Some guidance holds panel members publicly to account; under other guidance their names are kept out.
    """
    if "panel_members[].name" not in case.profile.wanted:
        return
    for index, member in enumerate(_process(case).panel_members):
        if not is_written(member.name):
            yield Flag(
                PROCESS / "panel_members" / index,
                f"panel member {index + 1} is not named",
                help="add `name:`",
            )


@rule("REV103", "contributor-changed", "review-process", needs_overview=True)
def contributors_agree(case: Case) -> Iterator[Flag]:
    """The contributors and their reports are those that the overview report lists.

    Who examined their own practice, and who only gave information, decides how far the findings reach.
    """
    yield from flags_from(case, "contributor-changed")


@rule("REV104", "panel-changed", "review-process", needs_overview=True)
def panel_agrees(case: Case) -> Iterator[Flag]:
    """The panel is the one that the overview report describes.

    The panel's weight and independence rest on who sat on it.
    """
    yield from flags_from(case, "panel-changed")


@rule("REV105", "person-or-independence-changed", "review-process", needs_overview=True)
def people_and_independence_agree(case: Case) -> Iterator[Flag]:
    """The chairs and the author, and what is said of their independence, are as in the overview report.

    An independence that the report does not bear out damages trust in the whole review.
    """
    yield from flags_from(case, "person-or-independence-changed")


@rule("REV106", "process-statement-changed", "review-process", needs_overview=True)
def process_statements_agree(case: Case) -> Iterator[Flag]:
    """What the summary says about the process, such as family involvement, agrees with the overview report.

    Families notice first when the account of how they were heard is not what happened.
    """
    yield from flags_from(case, "process-statement-changed")


def _process(case: Case) -> ReviewProcess:
    return case.summary.review_process or ReviewProcess()


def _person(case: Case, name: str) -> Person | None:
    person = getattr(_process(case), name)
    return person if isinstance(person, Person) else None


def _silent(case: Case, name: str, subject: str, answer: str) -> Iterator[Flag]:
    if (process := case.summary.review_process) and not is_written(getattr(process, name)):
        yield Flag(
            PROCESS / name,
            f"the summary says nothing about {subject}",
            help=f"add `{name}:` and say how it was, or say {answer}",
        )


RULES: tuple[Rule, ...] = (
    circumstances_are_told,
    chairs_and_author_are_named,
    panel_is_listed,
    panel_members_are_described,
    parallel_processes_are_explained,
    family_involvement_is_explained,
    terms_of_reference_are_given,
    contributors_are_listed,
    independence_is_stated,
    diversity_is_considered,
    contributors_are_described,
    panel_members_are_named_where_wanted,
    contributors_agree,
    panel_agrees,
    people_and_independence_agree,
    process_statements_agree,
)
