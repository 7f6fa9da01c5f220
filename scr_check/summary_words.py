"""The summary's own words at a place, with those marked that matter, and the name of the place."""

import re
from dataclasses import replace

from scr_check.documents.place import Pointer
from scr_check.documents.value import Value, value
from scr_check.finding import Finding
from scr_check.language.sentences import Span, sentences_in
from scr_check.language.words import plain
from scr_check.readers.yaml_nodes import Mapping, Node, Scalar, Sequence
from scr_check.readers.yaml_places import YamlPlaces

_MOST_WORDS = 90  # of a text that is shown whole
_CUT = " ..."

# What one of each list is called, and the names of fields that do not read as words.
_ONE_OF = {
    "summary_of_events": "event",
    "key_issues": "key issue",
    "lessons": "lesson",
    "recommendations": "recommendation",
    "actions": "action",
    "panel_members": "panel member",
    "contributors": "contributor",
    "terms_of_reference": "term of reference",
}
_NO_WORDS = {"id", "set", "recommendation", "overview"}


def with_summary_words(finding: Finding, places: YamlPlaces) -> Finding:
    """The finding with the name of its place and the summary's words there."""
    node = places.node(finding.pointer)
    words = words_of(node, finding.quote) if node else Words("")
    where = place_name(places, finding.pointer)
    return replace(finding, where=where, text=words.text, marked=words.marked)


@value
class Words(Value):
    """A text and the stretches of it (0-based, end exclusive) that matter."""

    text: str
    marked: tuple[tuple[int, int], ...] = ()


def words_of(node: Node, quote: str = "") -> Words:
    """The text of a part, cut to the sentences around `quote`; of an item, the fields that say something.

    A list has no words of its own unless the quote stands in one of its texts.
    """
    if isinstance(node, Scalar):
        text = " ".join(node.value.split())
        span = _span_of(quote, text)
        return _around(text, span) if span else Words(_shortened(text))
    if isinstance(node, Mapping):
        return _fields(node, quote)
    held = [words for item in node.items if quote and (words := words_of(item, quote)).marked]
    if held:
        return held[0]
    texts = [" ".join(item.value.split()) for item in node.items if isinstance(item, Scalar)]
    return Words(_shortened("; ".join(texts)))


def _fields(node: Mapping, quote: str) -> Words:
    values = [(key.value, value) for key, value in node.pairs if not isinstance(value, Sequence)]
    held = [words for _, value in values if quote and (words := words_of(value, quote)).marked]
    if held:
        return held[0]
    told = [(key, value) for key, value in values if isinstance(value, Scalar) and key not in _NO_WORDS]
    texts = [(key, " ".join(value.value.split())) for key, value in told]
    return Words(_shortened("; ".join(f"{_plain_name(key)}: {text}" for key, text in texts if text)))


def _span_of(quote: str, text: str) -> tuple[int, int] | None:
    """Where `quote` stands in `text`, whatever its spaces, case and quotation marks; whole words first."""
    words = plain(quote).split()
    if not words:
        return None
    pattern = r"\s+".join(map(re.escape, words))
    for exact in (rf"(?<!\w){pattern}(?!\w)", pattern):
        if found := re.search(exact, plain(text), re.IGNORECASE):
            return found.span()
    return None


def _around(text: str, span: tuple[int, int]) -> Words:
    """The sentences that the span touches."""
    touched = [one for one in sentences_in(text) if one.start < span[1] and span[0] < one.end]
    shown = Span(touched[0].start, touched[-1].end) if touched else Span(0, len(text))
    return Words(text[shown.start : shown.end], ((span[0] - shown.start, span[1] - shown.start),))


def _shortened(text: str) -> str:
    """The first sentences of a long text, at most `_MOST_WORDS` words or one sentence."""
    if len(text.split()) <= _MOST_WORDS:
        return text
    end = 0
    for sentence in sentences_in(text):
        if end and len(text[: sentence.end].split()) > _MOST_WORDS:
            break
        end = sentence.end
    kept = text[:end].split()
    return " ".join(kept[:_MOST_WORDS]) + _CUT


def place_name(places: YamlPlaces, pointer: str) -> str:
    """A place as people call it: "Recommendation 3, text", "Review process, panel chair, independence".

    An item of a list goes by its own number, else by its position, counted from 1.
    """
    names: list[str] = []
    at, of = Pointer(""), ""
    for step in pointer.split("/")[1:]:
        at = Pointer(f"{at}/{step}")
        step = step.replace("~1", "/").replace("~0", "~")
        if step.isdecimal() and of:
            names[-1] = _item_name(of, int(step), places.node(at))
        else:
            names.append(_plain_name(step))
            of = step
    if names[1:] and names[0] == "action plan" and "action" in names[1]:
        names = names[1:]
    name = ", ".join(names)
    return name[:1].upper() + name[1:] or "The whole summary"


def _item_name(field: str, index: int, node: Node | None) -> str:
    noun = _ONE_OF.get(field, f"{_plain_name(field)},")
    pairs = node.pairs if isinstance(node, Mapping) else ()
    fields = {key.value: value.value.strip() for key, value in pairs if isinstance(value, Scalar)}
    number = fields.get("id") or str(index + 1)
    aside = ""
    if field == "summary_of_events":
        aside = fields.get("date", "")
    elif field == "recommendations" and fields.get("set", "overview") != "overview":
        aside = fields.get("organisation") or fields["set"]
    return f"{noun} {number} ({aside})" if aside else f"{noun} {number}"


def _plain_name(field: str) -> str:
    return field.replace("_", " ")
