"""Which capitalised words and figures may be part of a name or of something else that gives a person away."""

from collections.abc import Iterable
from itertools import chain

from scr_check.language.identifiers import sign_offsets_in
from scr_check.language.people import name_hints_in

_MOST = 50_000  # lines that are remembered

# The same words ("The Board", "In May 2010") stand in one summary after another: only new ones are looked at closely.
_telling: dict[str, bool] = {}


def worth_a_look(lines: Iterable[str]) -> str:
    """Those of the lines that hold a sign of something, whatever names are known, as one text.

    >>> worth_a_look(["The", "Gareth Olney", "In May 2010", "Eelgate Road", "NX4", "7QD"])
    'Gareth Olney\\nEelgate Road\\n7QD'
    """
    wanted = list(lines)
    if len(_telling) > _MOST:
        _telling.clear()
    if new := [line for line in wanted if line not in _telling]:
        _look_at("\n".join(new))
    return "\n".join([line for line in wanted if _telling.get(line, True)])


def _look_at(words: str) -> None:
    """Remember of each line whether it holds a sign."""
    _telling.update(dict.fromkeys(words.split("\n"), False))
    ended = words + "\n"
    for at in chain(name_hints_in(words), sign_offsets_in(words)):
        _telling[words[words.rfind("\n", 0, at) + 1 : ended.find("\n", at)]] = True
