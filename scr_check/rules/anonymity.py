"""Rules against what the confidential key, or a board's private list, says must not be published."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scr_check.documents.summary import Summary
from scr_check.finding import Evidence, Flag
from scr_check.rule import Case, Rule, rule

if TYPE_CHECKING:
    from scr_check.rules.leaks import Leak


@rule("ANO101", "secret-name", "anonymity", needs_overview=True)
def names_of_the_key_are_absent(case: Case) -> Iterator[Flag]:
    """No name from the report's confidential key stands in the summary.

    Children who survived, their brothers and sisters, and the staff who worked with them have to go on living
    where people read the summary.
    """
    yield from _leaks_of(case, "NAME")


@rule("ANO102", "secret-birth-date", "anonymity", needs_overview=True)
def birth_dates_of_the_key_are_absent(case: Case) -> Iterator[Flag]:
    """No date of birth from the report's confidential key stands in the summary.

    A date of birth with the name of the area is enough to find a child.
    """
    yield from _leaks_of(case, "BIRTH_DATE")


@rule("ANO103", "secret-address", "anonymity", needs_overview=True)
def addresses_of_the_key_are_absent(case: Case) -> Iterator[Flag]:
    """No address, street or small place from the report's confidential key stands in the summary.

    In a small place everybody knows which family is meant.
    """
    yield from _leaks_of(case, "ADDRESS")


@rule("ANO104", "secret-postcode", "anonymity", needs_overview=True)
def postcodes_of_the_key_are_absent(case: Case) -> Iterator[Flag]:
    """No postcode, or first half of one, from the report's confidential key stands in the summary.

    A postcode stands for some fifteen homes.
    """
    yield from _leaks_of(case, "POSTCODE")


@rule("ANO105", "secret-local-place", "anonymity", needs_overview=True)
def local_places_of_the_key_are_absent(case: Case) -> Iterator[Flag]:
    """No school, nursery or surgery from the report's confidential key stands in the summary.

    A school and an age single out a child among a few dozen.
    """
    yield from _leaks_of(case, "LOCAL_PLACE")


@rule("ANO106", "secret-number", "anonymity", needs_overview=True)
def numbers_of_the_key_are_absent(case: Case) -> Iterator[Flag]:
    """No NHS number or other number from the report's confidential key stands in the summary.

    A number opens the record of one person only.
    """
    yield from _leaks_of(case, "NUMBER")


@rule("ANO209", "on-the-private-list", "anonymity")
def the_private_list_is_absent(case: Case) -> Iterator[Flag]:
    """Nothing on the board's private list stands in the summary.

    The board keeps the list outside the summary so that what is on it never gets into it.
    """
    if not case.identities:
        return
    from scr_check.rules.leaks import leaks_of_the_list  # a check without a list must not wait for it

    for leak in case.once(leaks_of_the_list):
        yield Flag(
            leak.pointer,
            f"this {leak.kind} is on the private list of what must not be published, under {leak.reference}",
            help=_instead(case.summary, leak),
            quote=leak.text,
        )


def _leaks_of(case: Case, kind: str) -> Iterator[Flag]:
    from scr_check.rules.leaks import leaks_of_the_key

    for leak in case.once(leaks_of_the_key):
        if leak.kind.name != kind:
            continue
        yield Flag(
            leak.pointer,
            f"this {leak.kind} stands in the report's confidential key, under {leak.reference}",
            help=_instead(case.summary, leak),
            quote=leak.text,
            evidence=(Evidence("overview", f"Annexe (confidential key): the entry for {leak.reference}"),),
        )


def _instead(summary: Summary, leak: "Leak") -> str:
    """What to write: the name that the summary declares for the reference, else the reference itself."""
    if leak.kind.name != "NAME":
        return "take it out; a month, an age or the kind of place says enough"
    declared = (name for name, others in summary.aliases.items() if leak.reference in (name, *others))
    if leak.reference.startswith("line "):
        return "write the person's role instead"
    return f"write “{next(declared, leak.reference)}” or the person's role instead"


RULES: tuple[Rule, ...] = (
    names_of_the_key_are_absent,
    birth_dates_of_the_key_are_absent,
    addresses_of_the_key_are_absent,
    postcodes_of_the_key_are_absent,
    local_places_of_the_key_are_absent,
    numbers_of_the_key_are_absent,
    the_private_list_is_absent,
)
