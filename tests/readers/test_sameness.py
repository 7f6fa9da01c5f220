"""The same report as Markdown, Word, OpenDocument, PDF and text gives the same passages and the same plan."""

import odt_files
import pdf_files
import pytest
import word_files

from scr_check.readers.overview import read_overview

PARTS = {
    "Introduction": [
        "The Board decided on 3 November 2009 to hold a review of the services given to Child T.",
        "The panel met nine times between May and July 2010 and heard from eleven agencies.",
    ],
    "Analysis": [
        "The health visitor made 14 visits to the home. No agency held the whole picture.",
        "It was a serious failure that the information was not shared with Northmoor Police.",
        "The duty team had no record of the call of 12 March 2009.",
    ],
    "Recommendations": [
        "Recommendation 1. Northmoor Primary Care Trust must ensure that all staff are trained.",
        "Recommendation 2. Northmoor Police must review the protocol within three months.",
    ],
}
PLAN = [
    ["Rec", "Action", "Lead", "By when", "Outcome"],
    ["1", "Train all staff", "Head of Safeguarding", "Immediate", "Staff know the signs"],
    ["2", "Review the protocol", "Superintendent", "31 May 2011", "The protocol is used"],
]


def markdown(path):
    lines = []
    for chapter, (title, texts) in enumerate(PARTS.items(), 1):
        lines += [f"## {chapter} {title}", *(f"{chapter}.{n} {text}" for n, text in enumerate(texts, 1))]
    rows = [f"| {' | '.join(row)} |" for row in PLAN]
    table = "\n".join([rows[0], "|---" * len(PLAN[0]) + "|", *rows[1:]])
    path.write_text("\n\n".join([*lines, "## Action plan", table]), encoding="utf-8")


def word(path):
    w = word_files
    lists = w.abstract(0, ("decimal", "%1"), ("decimal", "%1.%2")) + w.num(1, 0)
    body = ""
    for title, texts in PARTS.items():
        body += w.p(title, style="H", num=1) + "".join(w.p(text, num=1, level=1) for text in texts)
    body += w.p("Action plan", style="H") + w.table(*PLAN)
    w.write_docx(path, body, styles=w.style("H", name="heading 1"), numbering=lists)


def opendocument(path):
    o = odt_files
    body = ""
    for chapter, (title, texts) in enumerate(PARTS.items(), 1):
        body += o.h(f"{chapter} {title}") + "".join(o.p(f"{chapter}.{n} {t}") for n, t in enumerate(texts, 1))
    body += o.h("Action plan") + o.table(*("".join(map(o.cell, row)) for row in PLAN))
    o.write_odt(path, body)


def portable(path):
    first, second = pdf_files.Sheet(), pdf_files.Sheet()
    for chapter, (title, texts) in enumerate(PARTS.items(), 1):
        first.paragraph(f"{chapter} {title}", size=14, bold=True)
        for n, text in enumerate(texts, 1):
            first.paragraph(f"{chapter}.{n} {text}")
    second.paragraph("Action plan", size=14, bold=True)
    second.table([72, 110, 220, 340, 410, 530], PLAN)
    path.write_bytes(pdf_files.pdf(first, second))


def plain(path):
    lines = []
    for chapter, (title, texts) in enumerate(PARTS.items(), 1):
        lines += [
            f"{chapter} {title.upper()}",
            *(f"{chapter}.{n}\t{text}" for n, text in enumerate(texts, 1)),
        ]
    rows = ["".join(f"{cell:24}" for cell in row).rstrip() for row in PLAN]
    text = "\r\n\r\n".join([*lines, "ACTION PLAN", "\r\n".join(rows)])
    path.write_bytes(text.encode("cp1252"))


def told(path):
    """What a report is asked for: passages, recommendations and actions, without pages."""
    overview = read_overview(path)
    assert overview.action_plan is not None
    return (
        [(p.ref, p.text) for p in overview.paragraphs if p.ref],
        [(r.set, r.id, r.text, r.addressed_to, r.ref) for r in overview.recommendations],
        [(a.recommendation, a.action, a.lead, a.due, a.outcome) for a in overview.action_plan.actions],
    )


@pytest.mark.parametrize(
    ("name", "write"),
    [("a.docx", word), ("a.odt", opendocument), ("a.pdf", portable), ("a.txt", plain)],
)
def test_every_kind_of_file_gives_what_markdown_gives(tmp_path, name, write):
    markdown(tmp_path / "a.md")
    write(tmp_path / name)
    passages, recommendations, actions = expected = told(tmp_path / "a.md")
    assert (len(passages), len(recommendations), len(actions)) == (7, 2, 2)
    assert told(tmp_path / name) == expected
