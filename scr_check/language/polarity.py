"""Polarity: which words of a clause are denied, by "not", "never", "failed to", "without" and their like."""

from functools import cache

from scr_check.language.words import DATA, Word

_ENDS = frozenset("but although though because whereas while however until unless despite yet so which who that".split())


@cache
def _cues() -> dict[str, list[tuple[tuple[str, ...], int]]]:
    """Cues by their first word: the words of each cue, and how many content words it denies."""
    table: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for line in (DATA / "denials.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        reach, *words = line.split()
        table.setdefault(words[0], []).append((tuple(words), int(reach)))
    for cues in table.values():
        cues.sort(key=lambda cue: -len(cue[0]))
    return table


def denied(words: list[Word], stops: frozenset[int], content: list[bool]) -> list[bool]:
    """For each word, whether it is denied; two denials cancel out.

    `stops` are the indexes of words that begin after a comma or other stop; `content` marks the words that count
    towards a cue's reach.
    """
    state = [False] * len(words)
    for i, word in enumerate(words):
        for cue, reach in _cues().get(word.lower, ()):
            if tuple(other.lower for other in words[i : i + len(cue)]) == cue:
                _deny(state, words, i, i + len(cue), reach, stops, content)
                break
    return state


def _deny(state: list[bool], words: list[Word], cue: int, start: int, reach: int, stops: frozenset[int], content: list[bool]) -> None:
    left = reach
    for at in range(start, len(words)):
        listed = words[at].lower in ("or", "nor")
        if at > start and not listed and (words[at].lower in _ENDS or (at in stops and not _goes_on(words, at))):
            break
        if words[at].lower == "and" and reach < 9 and cue >= 0 and words[cue].lower not in ("neither", "no", "nobody", "without"):
            break
        if content[at]:
            state[at] = not state[at]
            left -= 1
            if not left:
                break


def _goes_on(words: list[Word], at: int) -> bool:
    """Whether a list goes on after a comma: "did not see, examine or weigh him"."""
    return any(word.lower in ("or", "nor") for word in words[at : at + 4])
