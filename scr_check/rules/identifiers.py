"""Rules against what gives a person away by its form, without any key: names, addresses, numbers."""

import re
from collections.abc import Callable, Iterator

from scr_check.documents.place import Pointer
from scr_check.documents.placeholder import is_filled
from scr_check.documents.section import Section
from scr_check.finding import Confidence, Flag
from scr_check.language.days import days_of
from scr_check.language.identifiers import (
    addresses_in,
    birth_dates_in,
    birth_hints_in,
    contacts_in,
    local_places_in,
    nhs_numbers_in,
    postcodes_in,
    signs_in,
)
from scr_check.language.people import is_everyday, name_lines_in, names_in
from scr_check.language.telling import worth_a_look
from scr_check.language.words import plain
from scr_check.rule import Case, Rule, rule

_BIRTH = re.compile(
    r"\b(?:was|were|is) born\b|\bgave birth\b|\bbirth of (?:Child|Baby|the baby)", re.IGNORECASE
)
_BODIES = re.compile(
    r"^/(?:format|guidance|status|board|overview_report|aliases/.*|.*/(?:organisation|id|set|overview|addressed_to)(?:/\d+)?"
    r"|.*/(?:board_chair|panel_chair|overview_author)/.*|.*/recommendation/\d+|.*/panel_members/.*)$"
)
_CAPITALISED = re.compile(r"(?<=[a-z,;:)] )[A-Z][a-zà-ÿ]{2,}\b(?!-)")
_MEMBER = Pointer("/review_process/panel_members")


@rule("ANO201", "person-named", "anonymity")
def people_go_by_their_roles(case: Case) -> Iterator[Flag]:
    """People are told by their roles or references, not by their names.

    Only the chairs and the author are named; a child, a parent or a worker once named stays known for good.
    """
    known = case.named
    for pointer, text in case.texts.holding(name_lines_in(case.once(_telling), known)):
        names = names_in(text, known) if not _BODIES.match(pointer) else []
        for name in dict.fromkeys(names):
            longer = any(name in other for other in (*local_places_in(text), *addresses_in(text)))
            if not longer and not _in_report(case, name) and not _is_leak(case, pointer, name):
                yield Flag(
                    pointer,
                    "this looks like a person's name",
                    help="write the person's role; if it is the name of a body, declare it under `aliases:`",
                    quote=name,
                    confidence=Confidence.LIKELY,
                )


@rule("ANO202", "panel-member-named", "anonymity")
def panel_members_are_not_named(case: Case) -> Iterator[Flag]:
    """Panel members are given by job title and employer, without names.

    The template wants the standing of each member, not the name.
    """
    wanted = "panel_members[].name" in case.profile.wanted
    process = case.summary.review_process
    help_ = "keep the job title and the organisation only"
    known = case.named
    for index, member in enumerate(process.panel_members if process else ()):
        if member.name and is_filled(member.name) and not wanted:
            yield Flag(
                _MEMBER / index / "name", f"panel member {index + 1} is named", help=help_, quote=member.name
            )
        for field in ("job_title", "organisation"):
            for name in names_in(getattr(member, field) or "", known):
                if not _is_leak(case, _MEMBER / index / field, name):
                    message = f"panel member {index + 1} seems to be named in `{field}`"
                    yield Flag(
                        _MEMBER / index / field, message, help=help_, quote=name, confidence=Confidence.LIKELY
                    )


@rule("ANO203", "birth-date-given", "anonymity")
def birth_dates_are_not_given(case: Case) -> Iterator[Flag]:
    """Nobody's date of birth is given to the day.

    An age or a month tells a reader what matters; the day tells who it was.
    """
    help_ = "give the age, or the month and year"
    hinted = dict(case.texts.at(birth_hints_in(case.texts.whole)))
    for pointer, text in hinted.items():
        for quote in dict.fromkeys(text[date.start : date.end] for date in birth_dates_in(text)):
            if not _is_leak(case, pointer, quote):
                yield Flag(pointer, "this looks like a date of birth", help=help_, quote=quote)
    for index, event in enumerate(case.summary.summary_of_events):
        pointer = Pointer(f"/summary_of_events/{index}/date")
        told = hinted.get(pointer.parent / "text", "")
        if _BIRTH.search(told.partition(".")[0]) and not birth_dates_in(told):
            days = days_of(event.date or "")
            if days and days.begins == days.ends and not _is_leak(case, pointer, event.date or ""):
                message = "this event is a birth, and its date is exact to the day"
                yield Flag(pointer, message, help=help_, confidence=Confidence.LIKELY)


@rule("ANO204", "postcode-given", "anonymity")
def postcodes_are_not_given(case: Case) -> Iterator[Flag]:
    """No postcode stands in the summary.

    A postcode stands for some fifteen homes.
    """
    yield from _found(
        case, postcodes_in, "this looks like a postcode", "take it out; the name of the area is enough"
    )


@rule("ANO205", "address-given", "anonymity")
def addresses_are_not_given(case: Case) -> Iterator[Flag]:
    """No address and no street stands in the summary.

    Whoever knows the street knows the family.
    """
    yield from _found(
        case, addresses_in, "this looks like an address", "write “the family home” or the kind of place"
    )


@rule("ANO206", "nhs-number-given", "anonymity")
def nhs_numbers_are_not_given(case: Case) -> Iterator[Flag]:
    """No NHS number stands in the summary.

    A number opens the record of one person only.
    """
    yield from _found(case, nhs_numbers_in, "this looks like an NHS number", "take it out")


@rule("ANO207", "school-or-surgery-named", "anonymity")
def schools_and_surgeries_are_not_named(case: Case) -> Iterator[Flag]:
    """No school, nursery, surgery or other local place is named.

    A school and an age single out a child among a few dozen.
    """
    help_ = "write the kind of place: “a primary school”, “the GP practice”"
    yield from _found(case, local_places_in, "this names a school, surgery or other local place", help_)


@rule("ANO208", "contact-given", "anonymity")
def contacts_are_not_given(case: Case) -> Iterator[Flag]:
    """No telephone number or e-mail address stands in the summary.

    It leads to one person or one desk.
    """
    yield from _found(
        case, contacts_in, "this looks like a telephone number or e-mail address", "take it out"
    )


@rule("ANO107", "name-unknown-to-the-report", "anonymity", needs_overview=True)
def capitalised_words_occur_in_the_report(case: Case) -> Iterator[Flag]:
    """Capitalised words in the prose are everyday words, or stand in the anonymised overview report too.

    A word with a capital that the report never uses may be the name of a person or a village which nobody put
    into the confidential key.
    """
    if case.overview is None:
        return
    report = " ".join(plain(text).lower() for text in _open_texts(case))
    known = case.named
    for pointer, text in case.texts:
        if _BODIES.match(pointer) or pointer.endswith("/lead"):
            continue
        told = [*names_in(text, known), *local_places_in(text), *addresses_in(text)]
        for word in dict.fromkeys(_CAPITALISED.findall(plain(text))):
            open_word = word in known or is_everyday(word) or word.lower() in report
            if not (open_word or any(word in other for other in told) or _is_leak(case, pointer, word)):
                yield Flag(
                    pointer,
                    "the overview report never uses this word, which may be a name",
                    help="if it names a person or a small place, write the role or the kind of place",
                    quote=word,
                    confidence=Confidence.POSSIBLE,
                )


def _found(case: Case, look: Callable[[str], list[str]], message: str, help_: str) -> Iterator[Flag]:
    """A flag for each thing found, names that the anonymised report itself prints left out."""
    of_place = look in (addresses_in, local_places_in)
    for pointer, text in case.texts.holding(signs_in(case.once(_telling), look)):
        for quote in dict.fromkeys(look(text)):
            longer = look is addresses_in and any(quote in place for place in local_places_in(text))
            printed = of_place and _in_report(case, quote)
            if not (longer or printed or _is_leak(case, pointer, quote)):
                yield Flag(pointer, message, help=help_, quote=quote, confidence=Confidence.LIKELY)


def _telling(case: Case) -> str:
    """The words among which names and numbers stand, without those in which nothing can be found."""
    return worth_a_look(case.texts.telling.split("\n"))


def _is_leak(case: Case, pointer: Pointer, quote: str) -> bool:
    """Whether the words are part of what the key or the private list already speaks of at this place."""
    if not (case.identities or (case.overview and case.overview.identities)):
        return False
    from scr_check.rules.leaks import leaks_of_both  # a check without a list or a key must not wait for it

    leaks = [leak.text for leak in case.once(leaks_of_both) if leak.pointer == pointer]
    return any(quote in leak or leak in quote for leak in leaks)


def _in_report(case: Case, words: str) -> bool:
    """Whether the anonymised report prints these words itself, outside its confidential key."""
    return any(words in text for text in _open_texts(case))


def _open_texts(case: Case) -> Iterator[str]:
    """The texts of the report outside its confidential key."""
    paragraphs = case.overview.paragraphs if case.overview else ()
    return (paragraph.text for paragraph in paragraphs if paragraph.section is not Section.IDENTITIES)


RULES: tuple[Rule, ...] = (
    people_go_by_their_roles,
    panel_members_are_not_named,
    birth_dates_are_not_given,
    postcodes_are_not_given,
    addresses_are_not_given,
    nhs_numbers_are_not_given,
    schools_and_surgeries_are_not_named,
    contacts_are_not_given,
    capitalised_words_occur_in_the_report,
)
