"""Comments that silence a rule at their place: `# scr-check: ignore[REC104] because ...`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scr_check.documents.fault import Fault
from scr_check.documents.place import Pointer
from scr_check.finding import Finding
from scr_check.readers.shape_faults import nearest
from scr_check.readers.yaml_places import YamlPlaces

# A name that must not be published, and a file that cannot be read, stay so whatever a comment says.
NEVER_SILENCED = ("ANO1", "ANO209", "FIL")

_COMMENT = re.compile(r"(?<![^\s])#[ \t]*scr-check:[ \t]*(.*?)[ \t]*$", re.MULTILINE | re.IGNORECASE)
_ORDER = re.compile(r"ignore[ \t]*\[([^\]]*)\][ \t]*(?:[-:,][ \t]*)?(?:because\b[ \t]*)?(.*)", re.IGNORECASE)

_CODE = re.compile(r"[A-Za-z]+[0-9]+")


@dataclass(slots=True)
class _Suppression:
    rules: tuple[str, ...]
    reason: str
    target: Pointer | None
    start: int
    end: int
    used: set[str]


class Suppressions:
    """The silencing comments of one summary, and what became of them."""

    def __init__(self, places: YamlPlaces) -> None:
        self._places = places
        self._known = list(_suppressions(places)) if "scr-check:" in places.source.text.lower() else []

    def reason_against(self, finding: Finding) -> str | None:
        """The reason of the comment that silences `finding` ("": it gives none), None when no comment does.

        Remembers that the comment was used.
        """
        if finding.rule.startswith(NEVER_SILENCED):
            return None
        reason = None
        for one in self._known:
            named = {finding.rule, finding.name} & set(one.rules)
            if named and one.target is not None and _inside(finding.pointer, one.target):
                one.used |= named
                reason = reason or one.reason
        return reason

    def faults(self, applied: Iterable[tuple[str, str]], every: Iterable[tuple[str, str]]) -> Iterator[Fault]:
        """What is wrong with the comments; `applied` and `every` are codes and names of rules run and known.

        A comment for a rule that was not run is neither used nor unused.
        """
        if not self._known:
            return
        ran = {word for rule in applied for word in rule}
        known = {word for rule in every for word in rule}
        barred = {word for rule in every if rule[0].startswith(NEVER_SILENCED) for word in rule}
        for one in self._known:
            at = self._places.source.place(one.start, one.end)
            where = one.target if one.target is not None else Pointer("")
            for code, message, help_ in _complaints(one, ran, known, barred):
                yield Fault(code, where, at, message, help_)


def _complaints(
    one: _Suppression, ran: set[str], known: set[str], barred: set[str]
) -> Iterator[tuple[str, str, str]]:
    if not one.rules:
        yield (
            "FIL211",
            "this comment names no rule to silence",
            "write `# scr-check: ignore[CODE] because ...`",
        )
    if one.rules and not one.reason:
        yield "FIL210", "this comment silences a rule and does not say why", "add `because` and the reason"
    for rule in one.rules:
        if rule in barred:
            yield "FIL212", f"{rule} cannot be silenced from inside the document", "put right what it says"
        elif rule not in known:
            near = nearest(rule, known)
            hint = f"did you mean {near}?" if near else "`scr-check rules` lists the rules"
            yield "FIL211", f"there is no rule {rule} to silence", hint
        elif rule in ran and rule not in one.used:
            yield "FIL211", f"{rule} finds nothing here: the comment silences nothing", "delete it"


def _suppressions(places: YamlPlaces) -> Iterator[_Suppression]:
    text = places.source.text
    for match in _COMMENT.finditer(text):
        if places.in_text(match.start()):
            continue
        order = _ORDER.match(match[1])
        rules = tuple(_rule_names(order[1])) if order else ()
        line = places.source.line_of(match.start())
        alone = not text[places.source.starts[line - 1] : match.start()].strip()
        target = places.part_on_line(_line_below(places, line) if alone else line)
        yield _Suppression(rules, order[2] if order else "", target, match.start(), match.end(), set())


def _rule_names(listed: str) -> Iterator[str]:
    for word in listed.split(","):
        if name := word.strip():
            yield name.upper() if _CODE.fullmatch(name) else name


def _line_below(places: YamlPlaces, line: int) -> int:
    lines = places.source.lines
    below = line
    while below < len(lines) and (not lines[below].strip() or lines[below].lstrip().startswith("#")):
        below += 1
    return below + 1


def _inside(pointer: str, target: str) -> bool:
    return pointer == target or pointer.startswith(f"{target}/")
