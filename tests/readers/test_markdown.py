"""Markdown files as blocks."""

from pathlib import Path

import pytest

from scr_check.errors import UnreadableDocument
from scr_check.readers.blocks import Block
from scr_check.readers.markdown import read_markdown


def read(tmp_path: Path, text: str) -> list[Block]:
    path = tmp_path / "overview.md"
    path.write_text(text, encoding="utf-8")
    return list(read_markdown(path).blocks)


def paragraph(text: str, **more) -> Block:
    return Block("paragraph", text, **more)


def item(text: str, number: str = "", level: int = 1, **more) -> Block:
    return Block("item", text, number, level, **more)


CASES = {
    "hash heading": ("## 1.1 Circumstances ##", [Block("heading", "1.1 Circumstances", level=2)]),
    "underlined headings": (
        "Introduction\n===\n\nThe panel\n---",
        [Block("heading", "Introduction"), Block("heading", "The panel", level=2)],
    ),
    "typed numbers stay": ("1.2 The Board met.", [paragraph("1.2 The Board met.")]),
    "hard-wrapped lines are joined": ("1.2 The Board\nmet in May.", [paragraph("1.2 The Board met in May.")]),
    "a numbered line starts a paragraph": (
        "1.2 The Board met.\n1.3 It agreed, as in\n1.2 above.",
        [paragraph("1.2 The Board met."), paragraph("1.3 It agreed, as in 1.2 above.")],
    ),
    "lettered lines": (
        "The questions:\n(a) what was known;\n(b) by whom.",
        [paragraph("The questions:"), paragraph("(a) what was known;"), paragraph("(b) by whom.")],
    ),
    "bullets": ("- (a) one;\n- two", [item("(a) one;"), item("two")]),
    "numbered list": ("1. one\n2. two", [item("one", "1."), item("two", "2.")]),
    "every item typed 1.": (
        "1. one\n1. two\n1. three",
        [item("one", "1."), item("two", "2."), item("three", "3.")],
    ),
    "a list that starts later": ("4) four\n5) five", [item("four", "4)"), item("five", "5)")]),
    "nested list": (
        "1. one\n   - inner\n\n   more of one\n2. two",
        [item("one", "1."), item("inner", level=2), paragraph("more of one"), item("two", "2.")],
    ),
    "bold block": (
        "**Harrowdale Hospitals NHS Trust**",
        [paragraph("Harrowdale Hospitals NHS Trust", bold=True)],
    ),
    "bold words": (
        "9.3 **Recommendation 1.** The *Trust* must",
        [paragraph("9.3 Recommendation 1. The Trust must")],
    ),
    "quotation": ("> The mother said so.", [paragraph("The mother said so.")]),
    "fence": ("```\nas written\n  here\n```", [paragraph("as written here")]),
    "indented prose": ("    Indented by hand.", [paragraph("Indented by hand.")]),
    "comments": ("<!-- draft -->\n\nThe panel<!-- who? --> met.", [paragraph("The panel met.")]),
    "escapes and entities": (r"\*Not bold\* A&amp;E 5 \> 3", [paragraph("*Not bold* A&E 5 > 3")]),
    "non-breaking spaces and soft hyphens": (
        "Child\u00a0T was super\u00advised",
        [paragraph("Child T was supervised")],
    ),
    "links and pictures": ("See [the plan](plan.html). ![logo](x.png)", [paragraph("See the plan.")]),
    "line break": (
        "Author: A. Reed  \nChair: B. Cole<br>May",
        [paragraph("Author: A. Reed Chair: B. Cole May")],
    ),
    "struck out": ("The ~~old~~ text", [paragraph("The old text")]),
    "metadata": ("---\ntitle: Child T\nlang: en-GB\n---\n\nThe report", [paragraph("The report")]),
    "rule is nothing": ("one\n\n---\n\ntwo", [paragraph("one"), paragraph("two")]),
    "pipe table": (
        "| Rec | Action |\n|---|---|\n| OR 1 | **Issue** a \\| b |\n| OR 2 | |",
        [Block("table", rows=(("Rec", "Action"), ("OR 1", "Issue a | b"), ("OR 2", "")))],
    ),
    "html table": (
        "<table><tr><th>Rec</th><th>Action</th></tr>\n<tr><td>OR 1</td><td>Issue&nbsp;<b>it</b></table>",
        [Block("table", rows=(("Rec", "Action"), ("OR 1", "Issue it")))],
    ),
    "html prose": ("<div>The panel met.</div>", [paragraph("The panel met.")]),
    "footnote": (
        "1.1 A report was written.[^1] It\nwas short.\n\n1.2 Next.\n\n[^1]: By the *nurse*.\n    And more.",
        [
            paragraph("1.1 A report was written. It was short."),
            Block("note", "By the nurse. And more."),
            paragraph("1.2 Next."),
        ],
    ),
    "footnote in the sentence": (
        "Written^[By the nurse.] late.",
        [paragraph("Written late."), Block("note", "By the nurse.")],
    ),
    "footnote in a table": (
        "| A | B |\n|---|---|\n| one[^n] | two |\n\n[^n]: Counted.",
        [Block("table", rows=(("A", "B"), ("one", "two"))), Block("note", "Counted.")],
    ),
    "footnote nobody refers to": (
        "Text.\n\n[^9]: Left over.",
        [paragraph("Text."), Block("note", "Left over.")],
    ),
    "mark without a note": ("As said.[^3]", [paragraph("As said.[^3]")]),
}


@pytest.mark.parametrize(("text", "blocks"), CASES.values(), ids=CASES)
def test_markdown(tmp_path, text, blocks):
    assert read(tmp_path, text) == blocks


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b" \n\n ", "holds no text"),
        (b"%PDF-1.4 ...", "a PDF"),
        (b"text\x00\x01\x02 more", "not a text file"),
        (b"> " * 3000 + b"deep", "nested"),
        (b"![" * 50_000, "square brackets"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "git lfs pull"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(tmp_path, content, words):
    path = tmp_path / "overview.md"
    path.write_bytes(content)
    with pytest.raises(UnreadableDocument, match=words) as caught:
        read_markdown(path)
    assert str(caught.value).startswith("overview.md ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path, encoding):
    path = tmp_path / "overview.md"
    path.write_bytes("# The family’s part\r\n\r\nShe said “no” – twice.\r\n".encode(encoding))
    assert [block.text for block in read_markdown(path).blocks] == [
        "The family’s part",
        "She said “no” – twice.",
    ]
