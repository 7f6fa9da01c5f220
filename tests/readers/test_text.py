"""Plain text files as blocks."""

from pathlib import Path

import pytest

from scr_check.errors import UnreadableDocument
from scr_check.readers.blocks import Block
from scr_check.readers.text import read_text


def read(tmp_path: Path, text: str, encoding: str = "utf-8") -> list[Block]:
    path = tmp_path / "overview.txt"
    path.write_bytes(text.encode(encoding))
    return list(read_text(path).blocks)


def paragraph(text: str, **more) -> Block:
    return Block("paragraph", text, **more)


WRAPPED = """\
4 ANALYSIS

4.1 The strategy discussion

4.2 The strategy discussion was held by telephone. Nobody from the hospital
took part, which the procedures of the time, in paragraph
4.10 of the handbook, required.
4.3 The panel asked why.
    It was told that:
  - the duty team was short of two
    social workers;
  - the rota had lapsed.

Short line.
And the next sentence starts a paragraph of its own since it had room above.
"""

WRAPPED_BLOCKS = [
    Block("heading", "4 ANALYSIS"),
    Block("heading", "4.1 The strategy discussion", level=2),
    paragraph(
        "4.2 The strategy discussion was held by telephone. Nobody from the hospital took part, which the "
        "procedures of the time, in paragraph 4.10 of the handbook, required."
    ),
    paragraph("4.3 The panel asked why."),
    paragraph("It was told that:"),
    Block("item", "the duty team was short of two social workers;", ""),
    Block("item", "the rota had lapsed.", ""),
    paragraph("Short line."),
    paragraph("And the next sentence starts a paragraph of its own since it had room above."),
]

LONG = (
    "The panel met nine times and heard from eleven agencies, each of which had looked into its own work. "
    * 2
)


def table(*rows: tuple[str, ...]) -> Block:
    return Block("table", rows=rows)


CASES = {
    "hard-wrapped": (WRAPPED, WRAPPED_BLOCKS),
    "one line a paragraph": (
        f"1\tIntroduction\n1.1\t{LONG}\n{LONG}\n(a)\t{LONG}",
        [
            Block("heading", "1 Introduction"),
            paragraph(f"1.1 {LONG.strip()}"),
            paragraph(LONG.strip()),
            paragraph(f"(a) {LONG.strip()}"),
        ],
    ),
    "underlined headings": (
        "Findings\n========\n\nGood practice\n-------------\nThere was some.",
        [
            Block("heading", "Findings"),
            Block("heading", "Good practice", level=2),
            paragraph("There was some."),
        ],
    ),
    "headings by look": (
        "LESSONS\n\nAppendix A: Action plan\n\nDone in May.",
        [Block("heading", "LESSONS"), Block("heading", "Appendix A: Action plan"), paragraph("Done in May.")],
    ),
    "a list's items are no headings": (
        "1. Head of Safeguarding\n2. Designated nurse",
        [paragraph("1. Head of Safeguarding"), paragraph("2. Designated nurse")],
    ),
    "bullets in two depths": (
        "• one\n   – inner",
        [Block("item", "one", ""), Block("item", "inner", "", 2)],
    ),
    "bars": (
        "Rec | Action | Lead\n--- | --- | ---\n1 | Issue it | Head\n2 | Audit it | ",
        [table(("Rec", "Action", "Lead"), ("1", "Issue it", "Head"), ("2", "Audit it", ""))],
    ),
    "framed with lines of several rows": (
        "+---+------+\n|Rec|Action|\n+===+======+\n| 1 |Issue |\n|   |it    |\n+---+------+",
        [table(("Rec", "Action"), ("1", "Issue it"))],
    ),
    "tabs": (
        "Table 1\nRec\tAction\tLead\n1\tIssue it\tHead\n\n2.1\tThe end.",
        [
            paragraph("Table 1"),
            table(("Rec", "Action", "Lead"), ("1", "Issue it", "Head")),
            paragraph("2.1 The end."),
        ],
    ),
    "lined up with spaces": (
        "Reference    Relationship              Age\n"
        "Child A      subject of the review     6 months\n"
        "Mother       mother of both            19\n"
        "             children",
        [
            table(
                ("Reference", "Relationship", "Age"),
                ("Child A", "subject of the review", "6 months"),
                ("Mother", "mother of both children", "19"),
            )
        ],
    ),
    "two spaces after a stop are no table": (
        "It rained.  The visit was\nput off.  Nobody wrote it\ndown.  The file was shut.",
        [paragraph("It rained. The visit was put off. Nobody wrote it down. The file was shut.")],
    ),
    "table of contents": (
        "Contents\n1\tIntroduction\t3\n1.1\tWhy\t3\nAppendix A ..... 9\n\nThe report begins.",
        [paragraph("The report begins.")],
    ),
    "footnotes": (
        "1.1 Written by the nurse.[1]\n\n1.2 Next.\n\n[1] Of the trust.",
        [paragraph("1.1 Written by the nurse."), Block("note", "Of the trust."), paragraph("1.2 Next.")],
    ),
    "line ends of all kinds": (
        "one\r\n\r\ntwo\r\rthree",
        [paragraph("one"), paragraph("two"), paragraph("three")],
    ),
}


@pytest.mark.parametrize(("text", "blocks"), CASES.values(), ids=CASES)
def test_text(tmp_path, text, blocks):
    assert read(tmp_path, text) == blocks


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path, encoding):
    assert read(tmp_path, "The family’s part – “no one asked”.\r\n", encoding) == [
        paragraph("The family’s part – “no one asked”.")
    ]


def test_form_feeds_count_pages_and_running_heads_are_left_out(tmp_path):
    texts = ["1.1 The panel met.", "1.2 It met again.", "1.3 It agreed its report."]
    pages = [f"RESTRICTED\n\n{text}\n\nPage {number} of 3" for number, text in enumerate(texts, start=1)]
    assert read(tmp_path, "\f".join(pages)) == [
        paragraph(text, page=number) for number, text in enumerate(texts, start=1)
    ]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf\r\n", "holds no text"),
        (b"MZ\x90\x00\x03\x00\x00\x00", "not a text file"),
        (b"%PDF-1.4 ...", "a PDF"),
        (b"{\\rtf1 text}", "RTF"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(tmp_path, content, words):
    path = tmp_path / "overview.txt"
    path.write_bytes(content)
    with pytest.raises(UnreadableDocument, match=words) as caught:
        read_text(path)
    assert str(caught.value).startswith("overview.txt ")
    assert "\n" not in str(caught.value)
