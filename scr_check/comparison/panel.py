"""The panel: its members by job title and organisation, held against the report's list."""

from collections.abc import Callable, Iterator

from scr_check.comparison.bodies import same_body
from scr_check.comparison.leads import same_title
from scr_check.comparison.names import Names
from scr_check.comparison.process_facts import ProcessFacts
from scr_check.comparison.result import Difference
from scr_check.comparison.seats import Seat
from scr_check.documents.place import Pointer
from scr_check.documents.summary import PanelMember, ReviewProcess
from scr_check.finding import Confidence, Evidence

_ROOT = Pointer("/review_process/panel_members")
_FEW = 3  # a list shorter than this was hardly read as a whole
_Fits = Callable[[Seat, PanelMember], bool]


def panel_differences(process: ReviewProcess, facts: ProcessFacts, names: Names) -> Iterator[Difference]:
    """Members left out, put in, or with another title or employer; none without the report's list."""
    seats, members = list(facts.panel), process.panel_members
    if len(seats) < _FEW or not members:
        return
    left, right = set(range(len(seats))), set(range(len(members)))
    holders = [seat.job_title for seat in seats]

    def same_post(seat: Seat, member: PanelMember) -> bool:
        if not (seat.job_title and member.job_title):
            return True
        return same_title(seat.job_title, member.job_title, holders, names)

    def same_employer(seat: Seat, member: PanelMember) -> bool:
        return not (seat.organisation and member.organisation) or same_body(
            seat.organisation, member.organisation, names
        )

    def same_known_post(seat: Seat, member: PanelMember) -> bool:
        return bool(seat.job_title) and same_post(seat, member)

    def same_both(seat: Seat, member: PanelMember) -> bool:
        return same_post(seat, member) and same_employer(seat, member)

    _pair(seats, members, left, right, same_both)
    for i, j in _pair(seats, members, left, right, same_known_post):
        yield _changed(seats[i], members[j], j, "organisation")
    for i, j in _pair(seats, members, left, right, same_employer):
        yield _changed(seats[i], members[j], j, "job_title")
    yield from (_left_out(seats[i]) for i in sorted(left))
    yield from (_put_in(members[j], j, seats[0]) for j in sorted(right))


def _pair(
    seats: list[Seat], members: list[PanelMember], left: set[int], right: set[int], fits: _Fits
) -> list[tuple[int, int]]:
    """Pair what fits, one to one, taking it out of both sides."""
    pairs = []
    for i in sorted(left):
        j = next((j for j in sorted(right) if fits(seats[i], members[j])), None)
        if j is not None:
            pairs.append((i, j))
            left.remove(i)
            right.remove(j)
    return pairs


def _changed(seat: Seat, member: PanelMember, j: int, field: str) -> Difference:
    true, said = getattr(seat, field), getattr(member, field)
    message = f"the report's panel has “{_named(seat)}”; the summary has “{said}”"
    return Difference(
        "panel-changed",
        _ROOT / j / field,
        message,
        f"write “{true}”",
        said or "",
        _evidence(seat),
        Confidence.LIKELY,
    )


def _named(seat: Seat) -> str:
    return ", ".join(part for part in (seat.job_title or seat.name, seat.organisation) if part)


def _left_out(seat: Seat) -> Difference:
    message = f"the summary leaves out a member of the panel: {_named(seat)}"
    return Difference(
        "panel-changed",
        _ROOT,
        message,
        "add the member to `panel_members:`",
        "",
        _evidence(seat),
        Confidence.LIKELY,
    )


def _put_in(member: PanelMember, j: int, seat: Seat) -> Difference:
    who = ", ".join(part for part in (member.job_title, member.organisation) if part)
    message = f"the report does not list {who} among the panel's members"
    return Difference(
        "panel-changed",
        _ROOT / j,
        message,
        "take the member out, or check the title and employer",
        "",
        _evidence(seat),
        Confidence.LIKELY,
    )


def _evidence(seat: Seat) -> tuple[Evidence, ...]:
    paragraph = seat.paragraph
    at = paragraph.text.find(seat.job_title)
    spans = ((at, at + len(seat.job_title)),) if at >= 0 and seat.job_title else ()
    return (Evidence("overview", paragraph.text, paragraph.ref, paragraph.page, spans),)
