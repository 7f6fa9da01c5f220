"""Rules on what is said: every statement of the summary held against the overview report."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scr_check.documents.place import Pointer
from scr_check.documents.summary import Summary
from scr_check.finding import Evidence, Flag
from scr_check.rule import Case, Rule, flags_from, rule

if TYPE_CHECKING:
    from scr_check.documents.overview import Overview


@rule("FAI101", "number-changed", "faithfulness", needs_overview=True)
def numbers_agree(case: Case) -> Iterator[Flag]:
    """Numbers are those of the overview report.

    How many visits were missed, or how many agencies knew, is often the finding itself.
    """
    yield from flags_from(case, "number-changed")


@rule("FAI102", "date-changed", "faithfulness", needs_overview=True)
def dates_agree(case: Case) -> Iterator[Flag]:
    """Dates are those of the overview report, at whatever precision they are given.

    A date moved by a month can put a warning after the harm it warned of.
    """
    yield from flags_from(case, "date-changed")


@rule("FAI103", "age-changed", "faithfulness", needs_overview=True)
def ages_agree(case: Case) -> Iterator[Flag]:
    """Ages are those of the overview report.

    What a bruise or a missed visit means depends on how old the child was.
    """
    yield from flags_from(case, "age-changed")


@rule("FAI104", "count-disagrees", "faithfulness", needs_overview=True)
def counts_agree(case: Case) -> Iterator[Flag]:
    """Counts stated in the prose agree with the report and with the summary's own lists.

    "Nine agencies" over a list of eight makes a reader doubt both.
    """
    yield from flags_from(case, "count-disagrees")


@rule("FAI105", "agency-swapped", "faithfulness", needs_overview=True)
def agencies_agree(case: Case) -> Iterator[Flag]:
    """What an agency did or failed to do is told of that agency.

    A failing laid at the wrong door wrongs one body and excuses another.
    """
    yield from flags_from(case, "agency-swapped")


@rule("FAI106", "role-swapped", "faithfulness", needs_overview=True)
def roles_agree(case: Case) -> Iterator[Flag]:
    """What a person did is told of the person, in the role, that the overview report gives.

    Mother for father, midwife for health visitor: the reader cannot know, and the person concerned will.
    """
    yield from flags_from(case, "role-swapped")


@rule("FAI107", "negation-flipped", "faithfulness", needs_overview=True)
def negations_agree(case: Case) -> Iterator[Flag]:
    """What was done is told as done, and what was not done as not done.

    One small word decides whether information about a child was shared.
    """
    yield from flags_from(case, "negation-flipped")


@rule("FAI108", "judgement-softened", "faithfulness", needs_overview=True)
def judgements_keep_their_strength(case: Case) -> Iterator[Flag]:
    """Judgements keep the strength they have in the overview report.

    A serious failure that becomes an area for development is no longer a failure to a reader.
    """
    yield from flags_from(case, "judgement-softened")


@rule("FAI109", "conclusion-changed", "faithfulness", needs_overview=True)
def conclusions_agree(case: Case) -> Iterator[Flag]:
    """The conclusion on predicting and preventing the harm is that of the overview report.

    It is the answer the family waited for; a summary must not give them another one.
    """
    yield from flags_from(case, "conclusion-changed")


@rule("FAI110", "order-or-cause-changed", "faithfulness", needs_overview=True)
def order_and_cause_agree(case: Case) -> Iterator[Flag]:
    """What came before what, and what was because of or despite what, is as in the overview report.

    Responsibility hangs on whether a warning came before a decision or after it.
    """
    yield from flags_from(case, "order-or-cause-changed")


@rule("FAI111", "unsupported-claim", "faithfulness", needs_overview=True)
def claims_rest_on_the_report(case: Case) -> Iterator[Flag]:
    """Every statement of the summary rests on the overview report.

    The summary speaks with the review's authority; it must not add what the review never found.
    """
    yield from flags_from(case, "unsupported-claim")


@rule("FAI112", "alias-joins-two-bodies", "faithfulness", needs_overview=True)
def aliases_name_one_body(case: Case) -> Iterator[Flag]:
    """An alias stands for one body or person of the overview report.

    An alias that joins two agencies would hide which of them is meant wherever it is used.
    """
    yield from flags_from(case, "alias-joins-two-bodies")


@rule("FAI113", "narrative-short", "faithfulness", needs_overview=True)
def narrative_is_long_enough(case: Case) -> Iterator[Flag]:
    """The narrative of the summary is not a few hundred words beside a long report.

    A published summary of 2010 gave some 500 words to a report of about 150 pages; few could learn from it.
    """
    overview, limits = case.overview, case.profile.limits
    if overview is None:
        return
    told, reported = _narrative_words(case.summary), _report_words(overview)
    if reported >= limits.long_report_words and told < limits.narrative_words:
        size = f"The overview report as read: {reported} words in {len(overview.paragraphs)} paragraphs."
        yield Flag(
            Pointer("/summary_of_events"),
            f"events, key issues, lessons and conclusion have {told} words beside a report of {reported}",
            help=f"the findings of so long a report need {limits.narrative_words} words or more",
            evidence=(Evidence("overview", size),),
        )


def _narrative_words(summary: Summary) -> int:
    texts = [event.text for event in summary.summary_of_events]
    texts += [issue.text for issue in summary.key_issues]
    return sum(len((text or "").split()) for text in [*texts, *summary.lessons, summary.conclusion])


def _report_words(overview: "Overview") -> int:
    return sum(len(paragraph.text.split()) for paragraph in overview.paragraphs)


RULES: tuple[Rule, ...] = (
    numbers_agree,
    dates_agree,
    ages_agree,
    counts_agree,
    agencies_agree,
    roles_agree,
    negations_agree,
    judgements_keep_their_strength,
    conclusions_agree,
    order_and_cause_agree,
    claims_rest_on_the_report,
    aliases_name_one_body,
    narrative_is_long_enough,
)
