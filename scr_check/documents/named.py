"""Who and what a summary names openly: bodies, people whom the template wants named, its references."""

from collections.abc import Iterator

from scr_check.documents.summary import Summary


def named_words(summary: Summary, *, aliases: bool = True) -> frozenset[str]:
    """Every capitalised word of the bodies and people that the summary may name, and of its aliases."""
    declared = (
        [form for name, others in summary.aliases.items() for form in (name, *others)] if aliases else []
    )
    texts = [*_named(summary), *declared]
    words = {word.strip("(),.;:'’\"") for text in {*texts} if text for word in text.split()}
    own = (word.removesuffix("'s").removesuffix("’s") for word in words)
    return frozenset(word for word in own if word[:1].isupper())


def _named(summary: Summary) -> Iterator[str | None]:
    yield summary.board
    yield summary.subject
    for recommendation in summary.recommendations:
        yield recommendation.organisation
        yield from recommendation.addressed_to
    yield from (
        action.organisation for action in (summary.action_plan.actions if summary.action_plan else ())
    )
    if process := summary.review_process:
        people = [
            person for person in (process.board_chair, process.panel_chair, process.overview_author) if person
        ]
        yield from (person.name for person in people)
        yield from (person.organisation for person in people)
        yield from (contributor.organisation for contributor in process.contributors)
        yield from (member.organisation for member in process.panel_members)
