"""A change: one point in which two wordings differ, before it becomes a difference at its place."""

from dataclasses import dataclass

from scr_check.finding import Confidence


@dataclass(frozen=True, slots=True)
class Change:
    """What a pair of wordings differs in: the sort of change, what to say of it, the words on both sides.

    `sort` is weakened, narrowed, detail or readdressed, or a field of an action; `spans` are stretches of the
    report's text, `quote` the summary's words ("" when they are missing from it); `help` says what to write.
    """

    sort: str
    message: str
    help: str = ""
    quote: str = ""
    spans: tuple[tuple[int, int], ...] = ()
    confidence: Confidence = Confidence.LIKELY


def instead_of(
    meant: str, span: tuple[int, int], said: str, sort: str = "detail", quote: str | None = None
) -> Change:
    """The summary's words put for the report's at `span`; `quote` is what of them is underlined, if not all."""
    return Change(
        sort,
        f"the summary says “{said}” where the report says “{meant}”",
        f"write the report's “{meant}”",
        said if quote is None else quote,
        (span,),
    )
