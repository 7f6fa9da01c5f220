"""Names: which person or body a phrase stands for, from roles, the report's own definitions and declared aliases."""

import re
from collections import Counter
from collections.abc import Iterable

from scr_check.comparison.cast import CELL, CODE, FAMILIES, ORDINALS, cast_of, is_post, posts_of
from scr_check.comparison.party import Key, Mention, Party, form_of, key_of, known_roles, role_phrases, roles
from scr_check.comparison.short_names import placed_names, short_names, tail_names
from scr_check.documents.overview import Overview
from scr_check.documents.summary import Summary
from scr_check.language.words import Word, stop_words, words_in

_DWELLINGS = frozenset(("house", "home", "flat", "address", "street", "town", "village"))
_EXPLAINED = re.compile(r"[,;(]| (?:which|who|whom|where|that|whose) ")  # after the name itself
_WHOLE_NAME = re.compile(r"[A-Z][\w'-]*(?: (?:and|of|for|the|&|[A-Z][\w'-]*))+")
_SORT_OF_BODY = re.compile(  # "Streetside, a charity which", "Streetside, a small local project"
    r"\b([A-Z][a-z'-]+(?: [A-Z][\w'-]+){0,3}), an? (?:[a-z-]+ ){0,4}?(?:charity|organisation|agency|project|company)\b"
    r"(?! [a-z]+ ?(?:worker|manager|nurse|officer))"
)
LONGEST = 7  # words of a body's name
_SKIPPED = frozenset(("the", "a", "an", "of", "and", "for", "to"))


class Names:
    """The table of phrases that name a party, and how to find them among words."""

    def __init__(self, table: dict[Key, Party]) -> None:
        self._table = table
        self._starts: dict[str, list[Key]] = {}
        for key in sorted(table, key=len, reverse=True):
            self._starts.setdefault(key[0], []).append(key)

    def mentions(self, words: list[Word]) -> list[Mention]:
        """Every party named among the words, the longest phrase first."""
        forms = tuple([form_of(word) for word in words])
        found: list[Mention] = []
        at = 0
        while at < len(words):
            if forms[at] not in self._starts and not words[at].lower[-1].isdigit():
                at += 1  # as most words do, it opens no name
                continue
            mention = self._at(words, forms, at)
            if mention and forms[at] == "the":  # "the Forces Family Welfare Service" is no police force
                longer = self._at(words, forms, at + 1)
                mention = longer if longer and longer.end > mention.end else mention
            if mention and mention.party.kind != "not":
                found.append(mention)
            at = mention.end if mention else at + 1
        return found

    def _at(self, words: list[Word], forms: Key, at: int) -> Mention | None:
        for key in self._starts.get(forms[at], ()):
            if forms[at : at + len(key)] == key:
                party = self._table[key]
                if len(key) == 1 and key not in role_phrases() and not words[at].capital:
                    continue  # a name by itself ("Coastal", "F") is no ordinary word
                before = forms[at - 1] if at else ""
                if party.number is None and before in ORDINALS and party.kind == "staff":
                    party = Party(party.kind, party.role, ORDINALS[before], None)
                return _lettered(party, words, at, at + len(key))
        return self._code(words, at)

    def _code(self, words: list[Word], at: int) -> Mention | None:
        code = CODE.match(words[at].lower)
        party = self._table.get((code[1],)) if code else None
        if code and party and party.kind == "staff":
            return Mention(Party("staff", party.role, int(code[2]), words[at].lower), at, at + 1)
        return None

    def party_of(self, phrase: str) -> Party | None:
        """The party that a whole phrase names, looking at its longest known part."""
        words = words_in(phrase)
        whole = self._table.get(key_of(phrase))
        if whole:
            return whole
        found = self.mentions(words)
        return max(found, key=lambda mention: mention.end - mention.first).party if found else None


def _lettered(party: Party, words: list[Word], at: int, end: int) -> Mention:
    """A mention with the letter or figure that tells one of a role from another ("Social Worker A", "Nurse 2")."""
    mark = words[end] if end < len(words) else None
    if mark is None or party.kind != "staff" or party.number is not None:
        return Mention(party, at, end)
    if mark.capital and len(mark.lower) == 1:
        number = ord(mark.lower) - ord("a") + 1
        return Mention(Party(party.kind, party.role, number, mark.lower), at, end + 1)
    if mark.lower.isdigit() and len(mark.lower) <= 2 and words[end - 1].capital:
        return Mention(Party(party.kind, party.role, int(mark.lower), mark.lower), at, end + 1)
    return Mention(party, at, end)


def report_names(overview: Overview) -> Names:
    """The names of a report: roles, its glossary and definitions, its recommendations' addressees and leads."""
    table = dict(role_phrases())
    groups = [
        (_EXPLAINED.split(meaning)[0], [short])
        for short, meaning in overview.glossary.items()
        if not CODE.match(short) and not _is_post_at(short, meaning)
    ]
    bodies = _bodies_in(overview)
    groups += [(body, []) for body in sorted(bodies)]
    named = bodies.union(filter(_WHOLE_NAME.fullmatch, overview.glossary.values()))
    groups += [*tail_names(named), *placed_names(overview)]
    _join(table, groups)
    _join(
        table,
        [(body, forms) for body, forms in short_names(overview, named) if key_of(forms[0]) not in table],
    )
    known = Names(dict(table))
    cast = cast_of(overview, lambda text: known.mentions(words_in(text)))
    table |= cast
    for post, party in posts_of(cast):
        table.setdefault(post, party)
    for identity in overview.identities:  # "Child T", "Q2": the references of the key, never its names
        forms = _forms(identity.reference)
        if any(form in table for form in forms) or (len(forms) > 1 and forms[-1][0] in _DWELLINGS):
            continue  # "The mother"; "The house" does nothing
        for key in forms:
            code = CODE.match(key[0]) if len(key) == 1 else None
            if not (code and (code[1],) in table):  # "HV1" is a health visitor
                table[key] = _described(forms)
    return Names(table)


def _is_post_at(short: str, meaning: str) -> bool:
    """Whether a short form is a post and what stands before it only where it is held: "the Sunday school leader"."""
    post, place = key_of(short)[-1:], key_of(meaning)[-1:]
    return len(short.split()) > 1 and bool(post and place) and is_post(post[0]) and not is_post(place[0])


def _described(forms: list[Key]) -> Party:
    """Who or what an entry of the key is: "Child T", but "the transport escort", "the short-break house", "Home 3"."""
    bare = forms[-1]
    bodies = frozenset(roles()["names_of_bodies"]["in_plain_words"])
    if len(bare) > 1 and len(bare[-1]) == 1 and bare[-2] in bodies - (_DWELLINGS - {"home"}):
        known = role_phrases().get(("children", "home") if bare[-2] == "home" else bare[-2:-1])
        mark = int(bare[-1]) if bare[-1].isdigit() else ord(bare[-1]) - ord("a") + 1
        return Party("agency", known.role if known else bare[-2], mark, " ".join(bare))
    named = forms[0][0] == "the" or bare[-1] in bodies - _DWELLINGS
    if not named or bare[-1] in FAMILIES or (bare[-1] in _DWELLINGS and _is_of_family(bare[:-1])):
        return Party("child", " ".join(forms[0]))
    if bare[-1] not in bodies:
        return Party("staff", " ".join(bare))
    known = role_phrases().get(("children", "home") if bare[-1] == "home" else bare[-1:])
    return Party("agency", known.role if known else " ".join(bare), None, " ".join(bare))


def _is_of_family(words: Key) -> bool:
    """Whether words before a dwelling say that it is the family's or a relative's: "the grandmother's house"."""
    known = role_phrases()
    return any(word in FAMILIES or ((word,) in known and known[(word,)].kind == "family") for word in words)


def _bodies_in(overview: Overview) -> set[str]:
    """The bodies that recommendations and actions are addressed to, and those named in running text."""
    bodies = {
        body
        for recommendation in overview.recommendations
        for body in [*recommendation.addressed_to, recommendation.organisation or ""]
    }
    actions = overview.action_plan.actions if overview.action_plan else []
    bodies |= {action.organisation or "" for action in actions} | _bodies_named(overview)
    return {body for body in bodies if body and len(body.split()) <= LONGEST}


def _bodies_named(overview: Overview) -> set[str]:
    """The names in capitals that end as names of bodies do ("Northmoor Homes"), where the report uses them twice."""
    ends = "|".join(roles()["names_of_bodies"]["ends"])
    name = re.compile(
        rf"\b[A-Z][\w'-]+(?: (?:(?:and|of|for|the) )?[A-Z][\w'&-]+){{0,4}}? (?:{ends})\b(?! [A-Z\d])"
    )
    texts = [CELL.sub("; ", one.text) if one.form == "row" else one.text for one in overview.paragraphs]
    found = Counter(match.group() for text in texts for match in name.finditer(text))
    explained = (match[1] for text in texts for match in _SORT_OF_BODY.finditer(text))
    return {
        body
        for body in (*(one for one, times in found.items() if times > 1), *explained)
        if body.partition(" ")[0].lower() not in _SKIPPED
    }


def summary_names(summary: Summary, report: Names) -> Names:
    """The names of a summary: those of the report, and the aliases that the author declares."""
    table = dict(report._table)
    bodies = [
        c.organisation
        for c in (summary.review_process.contributors if summary.review_process else [])
        if c.organisation
    ]
    _join(table, summary.aliases.items(), declared=True)
    _join(table, [(body, []) for body in bodies])
    return Names(table)


def _join(table: dict[Key, Party], groups: Iterable[tuple[str, list[str]]], declared: bool = False) -> None:
    """Let every name of a group stand for one party; one that the author declares may be a role ("the key worker")."""
    numbered = Names(dict(table)) if declared else None
    for name, others in groups:
        keys = [key for phrase in (name, *others) for key in _forms(phrase)]
        known = [table[key] for key in keys if key in table]
        short = frozenset() if declared else _shorts_of_body(name, others, table)
        known = [party for party in known if not short or party.kind == "agency"]
        if numbered:
            known += [party for phrase in others if (party := _numbered_person(phrase, numbered))]
        people = {party for party in known if party.kind == "staff" and party.name}
        if declared and len(people) == 1:
            known = list(people)  # "the refuge worker: RW1"
        if _are_several(known):
            continue  # "Siblings D: D1, D2" is no one of them
        if not known and not (_is_name(name) or any(other.isupper() for other in others)):
            continue  # "a line on a growth chart" explains a term, and names nobody
        party = _best(known) or _guess(name, table) or _guess(" ".join(others), table)
        if party is None:
            if " " not in name or not _is_name(name):
                continue
            party = Party("child" if keys[0][0] in FAMILIES else "agency", " ".join(keys[0]))
        named = _named(party, name, others)
        for key in keys:
            own = declared and named.name is not None and named.kind == "staff"
            free = own or key in short or key not in role_phrases()
            if free and not (named.kind == "child" and key in table):
                table[key] = named


def _shorts_of_body(name: str, others: list[str], table: dict[Key, Party]) -> frozenset[Key]:
    """The initials that a report defines for a body, and that stand for a post elsewhere ("CC", the County Council)."""
    party = _guess(name, table) if _is_name(name) else None
    short = [other for other in others if other.isupper() and " " not in other]
    return frozenset(map(key_of, short)) if party and party.kind == "agency" else frozenset()


def _numbered_person(phrase: str, names: Names) -> Party | None:
    """Somebody whom a phrase names by a post and a number or letter, though no table lists him: "School Nurse 1"."""
    words = words_in(phrase)
    found = names.mentions(words)
    if len(found) != 1 or found[0].end - found[0].first != len(words):
        return None
    return found[0].party if found[0].party.kind == "staff" and found[0].party.number else None


def _is_name(text: str) -> bool:
    """Whether a text is written as names of bodies are ("Community Trust")."""
    telling = [word for word in re.findall(r"[\w'&-]+", text) if word.lower() not in stop_words()]
    return bool(telling) and sum(word[0].isupper() for word in telling) > len(telling) / 2


def _are_several(known: list[Party]) -> bool:
    """Whether the known names of a group stand for different people."""
    people = [party for party in known if party.kind != "agency"]
    return any(not one.may_be(other) for one in people for other in people)


def _forms(phrase: str) -> list[Key]:
    key = key_of(phrase)
    bare = key[1:] if key and key[0] == "the" else key
    return [
        form
        for form in dict.fromkeys((key, bare))
        if form and not (len(form) == 1 and len(form[0]) == 1 and not phrase.isupper())
    ]


def _best(known: list[Party]) -> Party | None:
    def telling(party: Party) -> tuple[bool, bool, bool]:
        return party.name is not None, party.number is not None, party.role in known_roles()

    return max(known, key=telling, default=None)


def _guess(name: str, table: dict[Key, Party]) -> Party | None:
    """The role that the words of a name give away: "Northmoor and Dales Police" is a police force."""
    found = [mention.party for mention in Names(table).mentions(words_in(name))] if name else []
    staff = [party for party in found if party.kind == "staff"]
    if not found and " " in name:
        role = roles()["kinds_of_bodies"].get(key_of(name)[-1])
        return Party("agency", role[0]) if role else None
    own = [party for party in found if party.role != "national health service"]  # "Dale Infirmary NHS Trust"
    party = next(iter(staff or own[-1:] or found), None)
    return None if party and _is_of_another(name, party) else party


def _is_of_another(name: str, party: Party) -> bool:
    """Whether a party that a word of a name stands for has a name of its own: "the Trust" in "Harbour Under Fives Trust"."""
    if party.kind != "agency" or not party.name or not _is_name(name):
        return False
    mine = {form_of(word) for word in words_in(name) if word.capital}
    theirs = set(party.name.split())
    return not theirs <= mine and 2 * len(mine & theirs) <= len(mine)


def _named(party: Party, name: str, others: list[str]) -> Party:
    code = next((match for other in (*others, name) if (match := CODE.match(other.lower()))), None)
    number = int(code[2]) if code else party.number
    if party.kind in ("family", "child"):
        return Party(party.kind, party.role, number)
    if party.kind == "staff" and not code and key_of(name) in role_phrases():
        return party  # "general practitioner: GP" names a role, and nobody in it
    own = code[0] if code else " ".join(word for word in key_of(name) if word not in _SKIPPED)
    return Party(party.kind, party.role, number, party.name or own)
