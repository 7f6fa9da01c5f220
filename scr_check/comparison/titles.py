"""Titles: how a message names a recommendation, in a reader's words."""

from scr_check.documents.reference import Reference, reference_in

_TITLES = {
    "board": "the Board's recommendation {id}",
    "health-overview": "recommendation {id} of the health overview report",
    "national": "national recommendation {id}",
}


def title(reference: Reference) -> str:
    """A recommendation in plain words.

    >>> title(reference_in("overview/4")), title(reference_in("imr:Northmoor Homes/2"))
    ('recommendation 4', 'recommendation 2 of the management review by Northmoor Homes')
    """
    if reference.organisation:
        return f"recommendation {reference.id} of the management review by {reference.organisation}"
    return _TITLES.get(reference.set, "recommendation {id}").format(id=reference.id)


def titles(references: list[str]) -> str:
    """Several recommendations in plain words, as an action refers to them; "" for none."""
    return " and ".join(title(reference_in(text)) for text in references)
