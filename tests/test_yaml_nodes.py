"""YAML into nodes: every value as written, and everything a summary does not use refused in a sentence."""

import sys

import pytest

from scr_check.readers.yaml_nodes import BrokenYaml, Mapping, Scalar, Sequence, compose


@pytest.fixture(params=["C parser", "pure parser"])
def parser(request, monkeypatch):
    if request.param == "pure parser":
        monkeypatch.setitem(sys.modules, "_ruamel_yaml", None)
    return request.param


def plain(node):
    if isinstance(node, Mapping):
        return {key.value: plain(value) for key, value in node.pairs}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return None if node.is_empty else node.value


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1.10", "1.10"),
        ("no", "no"),
        ("12:30", "12:30"),
        ("2010-04-28", "2010-04-28"),
        ("0x10", "0x10"),
        ("null", "null"),
        ("True", "True"),
        ("~", None),
        ("", None),
        ("'~'", "~"),
        ("''", ""),
        ('"it\\u2019s"', "it’s"),
        ("'the Board''s'", "the Board's"),
        ("!!int 1.10", "1.10"),
        ("two\n  lines", "two lines"),
    ],
)
def test_a_value_is_the_text_its_author_wrote(parser, written, read):
    assert plain(compose(f"a: {written}\n")) == {"a": read}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_do_not_matter(parser, end):
    text = end.join(["a: |", "  one", "  two", "b: [x, y]", ""])
    assert plain(compose(text)) == {"a": "one\ntwo\n", "b": ["x", "y"]}


def test_duplicate_keys_are_kept_for_whoever_reports_them(parser):
    root = compose("a: 1\na: 2\n")
    assert [(key.value, value.value) for key, value in root.pairs] == [("a", "1"), ("a", "2")]


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n"])
def test_nothing_is_nothing(parser, text):
    root = compose(text)
    assert root is None or (isinstance(root, Scalar) and root.is_empty)


@pytest.mark.parametrize(
    ("text", "offset", "said"),
    [
        ("a: &x 1\n", 3, "anchor or alias"),
        ("a: *x\n", 3, "anchor or alias"),
        ("a:\n  <<: {b: 1}\n", 5, "merge key"),
        ("? [a, b]\n: c\n", 2, "not a plain word"),
        ("a: 1\n---\nb: 2\n", 5, "more than one document"),
        ("a: the police: were told\n", 13, "a colon inside plain text"),
        ("a:\n\tb: 1\n", 3, "a tab"),
        ("a: 'open\nb: 1\n", 3, "opened but not closed"),
        ("a: [x, y\nb: 1\n", 3, "opened but not closed"),
        ("a: {x: y\nb: 1\n", 3, "opened but not closed"),
        ("a: @x\n", 3, "special sign"),
        ('a: "\\q"\n', None, "backslash"),
        ("a: 1\n b: 2\n", 7, "line it up"),
        ("a: - x\n", 3, "a dash after a colon"),
        ("a: |x\n", 4, "the line below"),
        ("a: x\x07y\n", None, "control character"),
    ],
)
def test_what_is_no_summary_is_refused_in_plain_words(parser, text, offset, said):
    with pytest.raises(BrokenYaml) as refused:
        compose(text)
    assert said in str(refused.value)
    if offset is not None:
        assert refused.value.offset == offset


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "- " * 100_000, "{a: " * 100_000, "a: " + "[" * 65 + "]" * 65]
)
def test_deep_nesting_is_refused_before_it_can_hurt(parser, text):
    with pytest.raises(BrokenYaml):
        compose(text)


def test_nested_aliases_are_refused_at_the_first(parser):
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"
    with pytest.raises(BrokenYaml, match="anchor"):
        compose(bomb)


def test_without_the_c_parser_the_offsets_are_the_same(monkeypatch):
    text = 'a: |\n  one é😀\n  two\n\n# c\nb: [x, "y z"]\nc:\n  - {d: e}\n  - >-\n    folded\n    text\nf:\n'

    def offsets(node):
        if isinstance(node, Mapping):
            return [(key.start, key.end, offsets(value)) for key, value in node.pairs], node.start, node.end
        if isinstance(node, Sequence):
            return [*map(offsets, node.items), node.start, node.end]
        return "empty" if node.is_empty else (node.start, len(text[: node.end].rstrip()))

    with_c = offsets(compose(text))
    monkeypatch.setitem(sys.modules, "_ruamel_yaml", None)
    assert offsets(compose(text)) == with_c
