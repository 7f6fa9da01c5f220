"""Every part of a summary, and every word quoted from one, at its own line and column."""

from textwrap import dedent

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scr_check.documents.place import Place
from scr_check.readers.source import Source
from scr_check.readers.yaml_nodes import compose
from scr_check.readers.yaml_places import YamlPlaces

TEXT = dedent("""\
    board: Northmoor   # the Board
    subject:
    block: |
      The health visitor did
      not   tell the police.

    folded: >-
      She was
      "not seen" — once.
    single: 'the Board''s plan'
    double: "a\\u00e9 \\"quoted\\" word, and \\
      more"
    plain: runs over
      two lines
    flow: [one, {job_title: Nurse}]
    list:
      - id: "3.1"
        due: 2010-09-30
      - plain item
    emoji: 😀 é and then this
""")


def places(text):
    return YamlPlaces(Source(text), compose(text))


def words_at(text, place):
    lines = Source(text).lines
    if place.line == place.end_line:
        return lines[place.line - 1][place.column - 1 : place.end_column - 1]
    first, last = lines[place.line - 1][place.column - 1 :], lines[place.end_line - 1][: place.end_column - 1]
    return "\n".join([first, *lines[place.line : place.end_line - 1], last])


@pytest.mark.parametrize(
    ("pointer", "words"),
    [
        ("", "board"),
        ("/board", "Northmoor"),
        ("/subject", "subject"),
        ("/nothing/here", "board"),
        ("/block", "The health visitor did\n  not   tell the police."),
        ("/single", "'the Board''s plan'"),
        ("/plain", "runs over\n  two lines"),
        ("/flow", "[one, {job_title: Nurse}]"),
        ("/flow/1", "{job_title: Nurse}"),
        ("/flow/1/job_title", "Nurse"),
        ("/list", "list"),
        ("/list/0", 'id: "3.1"\n    due: 2010-09-30'),
        ("/list/0/lead", 'id: "3.1"\n    due: 2010-09-30'),
        ("/list/1", "plain item"),
        ("/list/7", "list"),
        ("/board/0", "Northmoor"),
    ],
)
def test_a_part_stands_where_a_reader_would_point(pointer, words):
    assert words_at(TEXT, places(TEXT).of(pointer)) == words


@pytest.mark.parametrize(
    ("pointer", "quote", "words"),
    [
        ("/block", "did not tell", "did\n  not   tell"),
        ("/block", "The", "The"),
        ("/folded", 'was "not seen" - once', 'was\n  "not seen" — once'),
        ("/folded", "NOT seen", "not seen"),
        ("/single", "Board's", "Board''s"),
        ("/single", "Board’s plan", "Board''s plan"),
        ("/double", "word", "word"),
        ("/double", "and more", "and \\\n  more"),
        ("/plain", "over two", "over\n  two"),
        ("/emoji", "then this", "then this"),
        ("/flow", "Nurse", "Nurse"),
        ("/list/0", "2010-09-30", "2010-09-30"),
        ("/block", "never there", "The health visitor did\n  not   tell the police."),
    ],
)
def test_quoted_words_are_found_at_their_own_place(pointer, quote, words):
    assert words_at(TEXT, places(TEXT).of(pointer, quote)) == words


def test_a_word_is_not_looked_for_inside_another():
    text = "a: another note, no more\n"
    assert places(text).of("/a", "no") == Place(1, 18, 1, 20)


def test_a_reference_with_slash_or_tilde_leads_to_its_field():
    text = "aliases:\n  a/b~c: [x]\n"
    assert places(text).of("/aliases/a~1b~0c/0") == Place(2, 11, 2, 12)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_marks_shift_nothing(end, mark):
    content = (mark + end.join(["a: 1", "b: |", "  é one", "  two", ""])).encode()
    from scr_check.readers.source import decode

    text = decode(content, "x.yaml")
    assert places(text).of("/b", "two") == Place(4, 3, 4, 6)


STYLES = {
    "block": lambda words: "a:\n  - text: |\n" + "".join(f"      {line}\n" for line in words),
    "folded": lambda words: "a:\n  - text: >\n" + "".join(f"      {line}\n" for line in words),
    "single": lambda words: (
        "a:\n  - text: '" + "\n      ".join(line.replace("'", "''") for line in words) + "'\n"
    ),
    "double": lambda words: 'a:\n  - text: "' + "\n      ".join(words) + '"\n',
    "plain": lambda words: "a:\n  - text: " + "\n      ".join(words) + "\n",
}
WORD = st.text("abcdefgé漢😀'", min_size=1, max_size=6).map(lambda word: f"w{word}")
LINES = st.lists(st.lists(WORD, min_size=1, max_size=5).map(" ".join), min_size=1, max_size=5)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(LINES, st.sampled_from(sorted(STYLES)), st.data())
def test_any_words_in_any_style_are_found_where_they_stand(lines, style, data):
    text = STYLES[style](lines)
    words = " ".join(lines).split()
    start = data.draw(st.integers(0, len(words) - 1))
    quote = words[start : data.draw(st.integers(start + 1, len(words)))]
    found = words_at(text, places(text).of("/a/0/text", " ".join(quote)))
    assert (found.replace("''", "'") if style == "single" else found).split() == quote
