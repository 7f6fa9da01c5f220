"""Whom a recommendation makes responsible: the bodies that its sentence asks to act."""

import re
from collections.abc import Iterator

from scr_check.language.sentences import sentences_in
from scr_check.readers.structure.duties import DUTY
from scr_check.readers.structure.names import Names, is_body
from scr_check.readers.structure.vocabulary import alternatives, vocabulary
from scr_check.readers.structure.wording import bare, without_article

_ASKING = re.compile(
    r"^.{0,120}?\b(?:recommend(?:s|ed)?|propose[sd]?)\b(?:,? that)?,?\s+|^that\s+", re.IGNORECASE
)
_PREFIX = re.compile(r"^(?:for|to)?\s*(?:the )?([A-Z][^:.]{1,80}):\s+", re.ASCII)
_JOIN = re.compile(
    rf"(?:\s*[,/;]?\s*(?<!\w)(?:{alternatives('joining')})(?!\w)\s+|\s*[,/;]\s*)+(?:the\s+)?",
    re.IGNORECASE,
)
_TAIL = re.compile(rf"(?:[,\s]+(?:{alternatives('trailing')}))+\s*$|[,\s]+$")
_ITS = re.compile(r"(All|Every|Each|Any)(?: of)? (?:its|their) (.+)")
_PASSIVE = re.compile(r"\s+(?:also |then )?be(?:come)?\s")
_BY = re.compile(r"\bby (?:the )?(?=[A-Z])")
_LONGEST = 12  # words of a body's name


def addressees_of(text: str, names: Names, near: str | None = None) -> list[str]:
    """The bodies addressed, in full where the report knows them; `near` is whose recommendation it is.

    Many bodies at once ("All partner agencies of the Board") are kept as printed. Empty when nobody is named.
    """
    sentences = [text[span.start : span.end] for span in sentences_in(text)] or [text]
    found = _asked_first(sentences[0], names, near)
    for name in _asked_later(text, names, near) if found else ():
        if name not in found:
            found.append(name)
    return found or _acting(text, names, near)


def _asked_first(sentence: str, names: Names, near: str | None) -> list[str]:
    if (match := _PREFIX.match(sentence)) and (listed := bodies_listed(match[1], names, near)):
        return listed
    clause = _ASKING.sub("", sentence, count=1)
    duty = DUTY.search(clause)
    subject = clause[: duty.start()] if duty else clause
    if not duty:
        return _opening(subject, names, near)
    active = not _PASSIVE.match(clause, duty.end())
    return _subject(subject.strip(), names, near) or (_agents(subject) if active else [])


def _subject(subject: str, names: Names, near: str | None) -> list[str]:
    subject = _TAIL.sub("", subject)
    for start in _starts(subject):
        if listed := bodies_listed(subject[start:], names, near):
            return listed
    return _role(subject, names)


def _agents(subject: str) -> list[str]:
    """Agents in the plural who are asked to act without a name: "Health visitors"."""
    subject = without_article(_TAIL.sub("", subject.strip()))
    head = re.split(r" (?:in|of|at|who|that|which|working)\b", subject, maxsplit=1)[0].split()
    plural = bool(head) and len(head) <= 4 and head[-1].lower() in vocabulary().words["agents"]
    return [subject[:1].upper() + subject[1:]] if plural and len(subject.split()) <= _LONGEST else []


def _starts(subject: str) -> Iterator[int]:
    """Where the subject may start: at once, else after "By 30 June 2011" or "Within three months,"."""
    yield 0
    if subject.split(" ")[0].lower() in vocabulary().words["opening"]:
        yield from (
            match.start()
            for match in re.finditer(r"(?<=[\s,])(?=[A-Z]|the [A-Z]|all |every |each )", subject)
        )


def bodies_listed(text: str, names: Names, near: str | None = None) -> list[str]:
    """The bodies that a text lists and nothing else; empty when it holds anything that is no body."""
    rest = without_article(text.strip(" ,"))
    if pair := _two_of_a_kind(rest, names):
        return pair
    found: list[str] = []
    while rest:
        name, length = _next_body(rest, names, near)
        if not name:
            return found if found and _is_aside(rest) else []
        if found and (own := _ITS.match(name)):  # "The Board, with all its member agencies"
            name = f"{own[1]} {own[2]} of {'the Board' if found[0] == names.board else found[0]}"
        if name not in found:
            found.append(name)
        rest = rest[length:]
        join = _JOIN.match(rest)
        if rest and not join:
            return []
        rest = rest[join.end() :] if join else rest
    return found


def _next_body(text: str, names: Names, near: str | None) -> tuple[str | None, int]:
    """The longest body that a text opens with, and its length there."""
    if text.split(" ")[0].lower() in vocabulary().many:
        cut = re.search(r",| and (?=the [A-Z]|[A-Z])", text)
        length = cut.start() if cut else len(text)
        if cut and is_plural_body(text[length:]):
            length = len(text)
        phrase = text[:length].strip()
        return phrase[:1].upper() + phrase[1:], length
    if whole := next((name for name in vocabulary().whole if text.startswith(name)), None):
        return whole, len(whole)
    ends = [match.end() for match in re.finditer(r"[^\s,;/]+", text)][:_LONGEST]
    for end in reversed(ends):
        candidate = text[:end]
        if full := names.full(candidate, near):
            return full, end
        if is_body(candidate) and not re.search(r" (?:and|with) (?:the )?[A-Z]|[,;/]", candidate):
            return candidate, end
    return None, 0


def is_plural_body(text: str) -> bool:
    """Whether a text ends with bodies of one kind: "... Safeguarding Children Boards"."""
    last = text.split()[-1] if text.split() else ""
    return last.endswith("s") and last[:-1] in vocabulary().endings and last not in vocabulary().endings


def _two_of_a_kind(text: str, names: Names) -> list[str]:
    """Both bodies of "Ellershire and Sandmere Safeguarding Children Boards"."""
    parts = text.split()
    if "and" not in parts or not is_plural_body(text) or text.split(" ")[0].lower() in vocabulary().many:
        return []
    joint = parts.index("and")
    tail = [*parts[:-1], parts[-1][:-1]]
    for cut in range(joint + 2, len(parts)):
        both = [" ".join([*side, *tail[cut:]]) for side in (parts[:joint], parts[joint + 1 : cut])]
        if all(bare(name) in names.bodies for name in both):
            return both
    return []


def _is_aside(text: str) -> bool:
    """Whether what is left of a subject says only in what capacity a body acts: "as commissioner"."""
    return re.match(rf"(?:{alternatives('capacity')})\b", text) is not None


def _role(subject: str, names: Names) -> list[str]:
    """The body for which a person acts: "the Chief Executive of X", "the designated nurse"."""
    if match := re.search(r"\b(?:of|at|for|in|within|from)\s+(?:the\s+)?([A-Z].*)$", subject):
        holder = subject[: match.start()].lower().split()
        if set(holder) & vocabulary().roles and (listed := bodies_listed(match[1], names)):
            return listed
    key = bare(without_article(subject))
    employers = {
        body for role, body in names.employers.items() if key and (role == key or role.startswith(f"{key} "))
    }
    return sorted(employers) if len(employers) == 1 else []


def _opening(text: str, names: Names, near: str | None) -> list[str]:
    """The body that a sentence without a word of duty opens with: "Northmoor Police to review ..."."""
    if match := re.match(r"(.{2,160}?)\s+to\s+[a-z]+", text):
        return bodies_listed(match[1], names, near)
    name, length = _next_body(without_article(text), names, near)
    return [name] if name and length < len(text) else []


def _asked_later(text: str, names: Names, near: str | None) -> Iterator[str]:
    """Bodies named before a further word of duty: "... and the police must also ..."."""
    for match in list(DUTY.finditer(text))[1:]:
        if _PASSIVE.match(text, match.end()):
            continue
        before = re.split(r"(?:[.;:,]|\band|\bthat|\bwhich)\s+", text[: match.start()].rstrip())[-1]
        subject = without_article(before.strip())
        if subject[:1].isupper() and (name := names.full(subject, near)):
            yield name


def _acting(text: str, names: Names, near: str | None) -> list[str]:
    """The body by whom something is to be done, in a passive sentence."""
    for match in _BY.finditer(text):
        name, _ = _next_body(text[match.end() :], names, near)
        if name and (bare(name) in names.bodies):
            return [name]
    return []
