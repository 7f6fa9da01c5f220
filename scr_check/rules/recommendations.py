"""Rules on the third part of chapter 8: the recommendations."""

from collections import Counter
from collections.abc import Iterator

from scr_check.documents.place import Pointer
from scr_check.documents.placeholder import is_filled, is_written
from scr_check.documents.reference import reference_to
from scr_check.documents.summary import Recommendation, Summary
from scr_check.documents.texts import texts_of
from scr_check.finding import Confidence, Flag
from scr_check.guidance.words import pattern, pattern_pairs
from scr_check.language.people import is_everyday
from scr_check.rule import Case, Rule, flags_from, rule

RECOMMENDATIONS = Pointer("/recommendations")


@rule("REC201", "recommendation-without-id", "recommendations")
def recommendations_are_numbered(case: Case) -> Iterator[Flag]:
    """Each recommendation has its number from the overview report.

    The number ties it to the report and to the actions that carry it out.
    """
    for pointer, recommendation in _each(case):
        if not is_written(recommendation.id):
            yield Flag(
                pointer,
                f"{_place(pointer)} has no id",
                help='add `id:` with the number that it has in the overview report, in quotes: "4.10"',
            )


@rule("REC202", "recommendation-id-repeated", "recommendations")
def recommendation_numbers_are_unique(case: Case) -> Iterator[Flag]:
    """No two recommendations of one set share a number.

    Two recommendations under one number cannot be told apart, and one of them ends up without an action.
    """
    seen = Counter[tuple[str, str, str]]()
    for pointer, recommendation in _each(case):
        reference = reference_to(recommendation)
        seen[reference.key] += 1
        if recommendation.id and seen[reference.key] > 1:
            yield Flag(
                pointer / "id",
                f"recommendation {reference} is there more than once",
                help="give each its number from the overview report, and its own `set:` and `organisation:`",
            )


@rule("REC203", "recommendation-without-text", "recommendations")
def recommendations_have_a_text(case: Case) -> Iterator[Flag]:
    """Each recommendation is there with its wording.

    A number without words asks nothing of anybody.
    """
    for pointer, recommendation in _each(case):
        if not is_written(recommendation.text):
            yield Flag(
                pointer,
                f"{_name(pointer, recommendation)} has no text",
                help="copy its wording from the overview report",
            )


@rule("REC204", "recommendation-without-addressee", "recommendations")
def recommendations_are_addressed(case: Case) -> Iterator[Flag]:
    """Each recommendation says which bodies it is addressed to.

    What is asked of nobody in particular is done by nobody.
    """
    for pointer, recommendation in _each(case):
        if not is_written([*recommendation.addressed_to]):
            yield Flag(
                pointer,
                f"{_name(pointer, recommendation)} is addressed to nobody",
                help="add `addressed_to:` with the bodies that the overview report asks to act",
            )


@rule("REC205", "review-of-recommendation-not-named", "recommendations")
def management_review_recommendations_name_their_review(case: Case) -> Iterator[Flag]:
    """A recommendation from an individual management review says whose review made it.

    Every agency's review counts from 1; without the organisation nobody knows whose "recommendation 1" it is.
    """
    for pointer, recommendation in _each(case):
        if recommendation.set == "imr" and not is_written(recommendation.organisation):
            yield Flag(
                pointer,
                f"{_name(pointer, recommendation)} does not say whose management review made it",
                help="add `organisation:`",
            )


@rule("REC206", "many-recommendations", "recommendations")
def recommendations_are_few(case: Case) -> Iterator[Flag]:
    """One set holds few, focused recommendations.

    Reviews of the time made 47 on average; where there are many, the few that matter are lost among them.
    """
    limit = case.profile.limits.recommendations_in_one_set
    sizes = Counter((recommendation.set, recommendation.organisation) for _, recommendation in _each(case))
    for (kind, organisation), size in sizes.items():
        if size > limit:
            owner = f" of {organisation}" if organisation else ""
            yield Flag(
                RECOMMENDATIONS,
                f"the set `{kind}`{owner} has {size} recommendations, more than about {limit}",
                help="leave nothing out that the report recommends: this is a note for the next review",
            )


@rule("REC207", "addressee-never-mentioned", "recommendations")
def addressees_occur_in_the_narrative(case: Case) -> Iterator[Flag]:
    """Every body that a recommendation is addressed to occurs in the events or the key issues.

    A published summary made a recommendation to a service that its narrative never mentioned: readers could
    not learn what that service had to do with the child.
    """
    narrative = _narrative(case)
    if not narrative:
        return
    lower = narrative.lower()
    bodies = {
        body: pointer / "addressed_to" / index
        for pointer, recommendation in reversed(list(_each(case)))
        for index, body in enumerate(recommendation.addressed_to)
        if recommendation.set != "national"
    }
    for body, pointer in sorted(bodies.items(), key=lambda item: item[1]):
        if not _stands_in(body, lower, case.summary) and not _is_meant(body, narrative, case.summary):
            yield Flag(
                pointer,
                f"{body} is asked to act, but neither the events nor the key issues mention it",
                help="say there what part it had, or declare the name it has there under `aliases:`",
                confidence=Confidence.LIKELY,
            )


@rule("REC101", "recommendation-omitted", "recommendations", needs_overview=True)
def recommendations_are_complete(case: Case) -> Iterator[Flag]:
    """Every recommendation of the overview report is in the summary, in its set.

    What is left out of the published list is quietly not done.
    """
    yield from flags_from(case, "recommendation-omitted")


@rule("REC102", "recommendation-added", "recommendations", needs_overview=True)
def recommendations_are_the_reports(case: Case) -> Iterator[Flag]:
    """Every recommendation of the summary is one that the overview report makes.

    A recommendation that the review did not make binds bodies to something nobody examined.
    """
    yield from flags_from(case, "recommendation-added")


@rule("REC103", "recommendation-readdressed", "recommendations", needs_overview=True)
def recommendations_keep_their_addressees(case: Case) -> Iterator[Flag]:
    """A recommendation is addressed to the bodies that the overview report addresses.

    Readers hold a body to account for what it was asked to do; a recommendation that moved from one agency
    to another leaves nobody answerable for it.
    """
    yield from flags_from(case, "recommendation-readdressed")


@rule("REC104", "recommendation-weakened", "recommendations", needs_overview=True)
def recommendations_keep_their_force(case: Case) -> Iterator[Flag]:
    """A recommendation keeps the force that it has in the overview report.

    "Must ensure" obliges; "should consider" does not, and nothing need change.
    """
    yield from flags_from(case, "recommendation-weakened")


@rule("REC105", "recommendation-narrowed", "recommendations", needs_overview=True)
def recommendations_keep_their_reach(case: Case) -> Iterator[Flag]:
    """A recommendation reaches as far as it does in the overview report, and no part of it is dropped.

    "All staff" protects children whom "relevant staff" does not.
    """
    yield from flags_from(case, "recommendation-narrowed")


@rule("REC106", "recommendation-detail-changed", "recommendations", needs_overview=True)
def recommendations_keep_their_details(case: Case) -> Iterator[Flag]:
    """The time limits, numbers and other details of a recommendation are those of the overview report.

    Six months instead of three is three months in which nothing need happen.
    """
    yield from flags_from(case, "recommendation-detail-changed")


def _each(case: Case) -> Iterator[tuple[Pointer, Recommendation]]:
    for index, recommendation in enumerate(case.summary.recommendations):
        yield RECOMMENDATIONS / index, recommendation


def _place(pointer: Pointer) -> str:
    return f"the recommendation in place {int(pointer.rpartition('/')[2]) + 1}"


def _name(pointer: Pointer, recommendation: Recommendation) -> str:
    return f"recommendation {reference_to(recommendation)}" if recommendation.id else _place(pointer)


def _narrative(case: Case) -> str:
    """Circumstances, events and key issues: what the summary tells of the case."""
    process = case.summary.review_process
    told = (case.summary.summary_of_events, case.summary.key_issues)
    texts = [text for part in told for _, text in texts_of(part)]
    return "\n".join([*texts, (process and process.circumstances) or ""]).strip() if texts else ""


def _stands_in(body: str, lower: str, summary: Summary) -> bool:
    """Whether the narrative, in lower case, holds the body's name or an alias, or need not: the Board, "all agencies", a post."""
    aliases = [[name, *others] for name, others in summary.aliases.items()]
    forms = {body, *(form for forms in aliases if body in forms for form in forms)}
    short_first = sorted(forms, key=len)  # the likelier, and the sooner found
    if any(form.lower().removeprefix("the ") in lower for form in short_first if len(form) > 3):
        return True
    return not is_filled(body) or pattern("bodies_at_large").search(body) is not None


def _is_meant(body: str, narrative: str, summary: Summary) -> bool:
    """Whether the narrative speaks of the body in other words: its kind of service, its own word."""
    if any(kind.search(body) and spoken().search(narrative) for kind, spoken in pattern_pairs("services")):
        return True
    places = (summary.board or "").split()
    own = next((word for word in body.split() if word[:1].isupper() and word not in places), "")
    return bool(own) and not is_everyday(own) and own in narrative


RULES: tuple[Rule, ...] = (
    recommendations_are_numbered,
    recommendation_numbers_are_unique,
    recommendations_have_a_text,
    recommendations_are_addressed,
    management_review_recommendations_name_their_review,
    recommendations_are_few,
    addressees_occur_in_the_narrative,
    recommendations_are_complete,
    recommendations_are_the_reports,
    recommendations_keep_their_addressees,
    recommendations_keep_their_force,
    recommendations_keep_their_reach,
    recommendations_keep_their_details,
)
