"""Markdown as the body of a Word document: automatic numbers, headings, tables, contents, footnotes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

NUMBERED = re.compile(r"(\d+)\.(\d+) ")
WORDPROCESSING = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WIDE_TABLE_COLUMNS = 6  # a table with more stands on landscape pages
PORTRAIT, LANDSCAPE = (11906, 16838), (16838, 11906)  # A4 in twentieths of a point
MARGIN = 1440
PAGE_ENDS = "<w:lastRenderedPageBreak/>"


@dataclass
class Run:
    """Words in one look, or the reference to a footnote."""

    text: str
    bold: bool = False
    italic: bool = False
    footnote: int | None = None


@dataclass
class Report:
    """The Word document as it grows."""

    ends: list[int]  # for each page after the first, how many words of the body stand before it
    body: list[str] = field(default_factory=list)
    contents: list[tuple[int, str, str, int]] = field(default_factory=list)  # level, number, heading, page
    footnotes: dict[str, int] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    restarts: list[tuple[int, int]] = field(default_factory=list)  # chapter and paragraph number that jump
    rows: list[tuple[int, str]] = field(default_factory=list)  # where each table row begins, and its words
    words: int = 0
    first_chapter: int = 0  # how many words stand before it
    chapter: int = 0
    paragraph: int = 0
    numbering: int = 1
    landscape: bool = False

    @property
    def page(self) -> int:
        """The page on which the next word stands, counted from 1."""
        return 1 + sum(end <= self.words for end in self.ends)


def parsed(markdown: str) -> list[Token]:
    """The tokens of the report."""
    parser = MarkdownIt("commonmark").enable("table").use(footnote_plugin, move_to_end=False)
    return parser.parse(markdown)


def runs_of(inline: Token, report: Report) -> list[Run]:
    """The runs of a paragraph, heading or cell."""
    runs: list[Run] = []
    bold = italic = 0
    for child in inline.children or []:
        match child.type:
            case "strong_open" | "strong_close":
                bold = child.type == "strong_open"
            case "em_open" | "em_close":
                italic = child.type == "em_open"
            case "footnote_ref":
                label = child.meta["label"]
                runs.append(Run("", footnote=report.footnotes.setdefault(label, len(report.footnotes) + 1)))
            case "softbreak":
                runs.append(Run(" "))
            case _ if child.content:
                runs.append(Run(curled(child.content), bool(bold), bool(italic)))
    return runs


def curled(text: str) -> str:
    """The text with the quotation marks that Word puts in while one types."""
    return re.sub(r'(^|[\s(])"', "\\1“", text).replace('"', "”").replace("'", "’")


def run_xml(run: Run, report: Report) -> Iterator[str]:
    """A run, with a mark at each place where a page ends."""
    if run.footnote is not None:
        yield (
            '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
            f'<w:footnoteReference w:id="{run.footnote}"/></w:r>'
        )
        return
    look = ("<w:b/>" if run.bold else "") + ("<w:i/>" if run.italic else "")
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    for text in pages_of(run.text, report):
        mark = PAGE_ENDS if text.startswith("\f") else ""
        words = escape(text.lstrip("\f"))
        yield f'<w:r>{properties}{mark}<w:t xml:space="preserve">{words}</w:t></w:r>'


def pages_of(text: str, report: Report) -> list[str]:
    """The text, parted where a page ends; a part that begins a page begins with a form feed."""
    parts = [""]
    for piece in re.findall(r"\S+\s*|\s+", text):
        if report.words in report.ends and piece.strip():
            parts.append("\f")
        parts[-1] += piece
        report.words += bool(piece.strip())
    return [part for part in parts if part]


def paragraph_xml(style: str, runs: Sequence[Run], report: Report, direct: str = "") -> str:
    """A paragraph in a style; `direct` is formatting of its own."""
    content = "".join(part for run in runs for part in run_xml(run, report))
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{direct}</w:pPr>{content}</w:p>'


def heading_xml(level: int, runs: list[Run], report: Report) -> str:
    """A heading; a chapter's typed number gives way to the automatic one."""
    text = "".join(run.text for run in runs)
    if level == 1:
        return paragraph_xml("Title" if not report.body else "Subtitle", runs, report)
    if report.chapter == 0 and not re.match(r"\d", text):
        return paragraph_xml("Subtitle", runs, report)
    number = ""
    if level == 2 and (typed := re.match(r"(\d+) ", text)):
        report.first_chapter = report.first_chapter or report.words
        report.chapter, report.paragraph, report.numbering = int(typed[1]), 0, 1
        number, runs[0].text = typed[1], runs[0].text[typed.end() :]
    style = "Heading2" if level == 3 else "Heading1" if number else "AppendixHeading"
    place = len(report.contents)
    report.contents.append((level - 1, number, text.removeprefix(f"{number} "), report.page))
    inner = paragraph_xml(style, runs, report)
    opening, closing = (
        f'<w:bookmarkStart w:id="{place}" w:name="_Toc{place:08}"/>',
        f'<w:bookmarkEnd w:id="{place}"/>',
    )
    return inner.replace("</w:pPr>", f"</w:pPr>{opening}", 1).replace("</w:p>", f"{closing}</w:p>")


def numbered_xml(runs: list[Run], report: Report) -> str:
    """A paragraph that Word numbers; where the number jumps, the author set its value."""
    typed = NUMBERED.match(runs[0].text)
    assert typed
    runs[0].text = runs[0].text[typed.end() :]
    if int(typed[2]) != report.paragraph + 1:
        report.restarts.append((int(typed[1]), int(typed[2])))
        report.numbering = 2 + len(report.restarts)
    report.paragraph = int(typed[2])
    direct = f'<w:numPr><w:ilvl w:val="1"/><w:numId w:val="{report.numbering}"/></w:numPr>'
    return paragraph_xml("NumberedParagraph", runs, report, direct if report.numbering > 1 else "")


def table_xml(rows: list[list[list[Run]]], report: Report) -> str:
    """A table whose first row is repeated on every page."""
    columns = len(rows[0])
    width = ((LANDSCAPE if columns >= WIDE_TABLE_COLUMNS else PORTRAIT)[0] - 2 * MARGIN) // columns
    cell = f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>%s</w:tcPr>%s</w:tc>'
    lines = []
    for place, row in enumerate(rows):
        report.rows.append((report.words, " ".join(run.text for runs in row for run in runs)))
        shade = '<w:shd w:val="clear" w:color="auto" w:fill="D9D9D9"/>' if place == 0 else ""
        cells = "".join(cell % (shade, paragraph_xml("TableText", runs, report)) for runs in row)
        properties = "<w:cantSplit/>" + ("<w:tblHeader/>" if place == 0 else "")
        lines.append(f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>")
    grid = f'<w:gridCol w:w="{width}"/>' * columns
    properties = '<w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/>'
    # Without a paragraph after it Word would join the table to the next one.
    return (
        f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}</w:tbl><w:p/>"
    )


def section_xml(size: tuple[int, int]) -> str:
    """The page set-up of the section that ends here."""
    orient = ' w:orient="landscape"' if size == LANDSCAPE else ""
    margins = " ".join(f'w:{side}="{MARGIN}"' for side in ("top", "right", "bottom", "left"))
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/>'
        '<w:footerReference w:type="default" r:id="rId6"/>'
        f'<w:pgSz w:w="{size[0]}" w:h="{size[1]}"{orient}/>'
        f'<w:pgMar {margins} w:header="709" w:footer="709" w:gutter="0"/><w:titlePg/></w:sectPr>'
    )


def write_body(tokens: list[Token], report: Report) -> None:
    """Turn the tokens into the document's body, block by block."""
    rows: list[list[list[Run]]] | None = None
    level, in_list, note = 0, False, None
    for token in tokens:
        match token.type:
            case "heading_open":
                level = int(token.tag[1])
            case "heading_close":
                level = 0
            case "bullet_list_open" | "bullet_list_close":
                in_list = token.type == "bullet_list_open"
            case "footnote_reference_open":
                note = report.footnotes[token.meta["label"]]
            case "footnote_reference_close":
                note = None
            case "table_open":
                rows = []
            case "tr_open" if rows is not None:
                rows.append([])
            case "table_close" if rows is not None:
                add_table(rows, report)
                rows = None
            case "inline" if rows is not None:
                rows[-1].append(runs_of(token, report))
            case "inline" if note is not None:
                report.notes.append(note_xml(note, runs_of(token, report)))
            case "inline":
                report.body.append(block_xml(token, level, in_list, report))


def block_xml(token: Token, level: int, in_list: bool, report: Report) -> str:
    """A heading, list item or paragraph."""
    runs = runs_of(token, report)
    if level:
        return heading_xml(level, runs, report)
    if in_list:
        return paragraph_xml("ListBullet", runs, report)
    if report.chapter and NUMBERED.match(runs[0].text):
        return numbered_xml(runs, report)
    return paragraph_xml("Normal" if report.chapter else "CoverText", runs, report)


def add_table(rows: list[list[list[Run]]], report: Report) -> None:
    """Add a table; a wide one gets landscape pages, from its heading to its end."""
    wide = len(rows[0]) > WIDE_TABLE_COLUMNS
    if wide:
        heading = next(i for i in reversed(range(len(report.body))) if '"AppendixHeading"' in report.body[i])
        report.body.insert(heading, f"<w:p><w:pPr>{section_xml(PORTRAIT)}</w:pPr></w:p>")
    report.body.append(table_xml(rows, report))
    if wide:
        report.body.append(f"<w:p><w:pPr>{section_xml(LANDSCAPE)}</w:pPr></w:p>")


def note_xml(number: int, runs: list[Run]) -> str:
    """A footnote's text."""
    text = escape("".join(run.text for run in runs))
    return (
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
        '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {text}</w:t></w:r></w:p></w:footnote>'
    )


def contents_xml(report: Report) -> str:
    """The table of contents: a field with the entries it had when the file was saved."""
    character = '<w:r><w:fldChar w:fldCharType="%s"/></w:r>'
    instruction = '<w:r><w:instrText xml:space="preserve"> %s </w:instrText></w:r>'
    start = character % "begin" + instruction % r"TOC \o &quot;1-2&quot; \h \z \u" + character % "separate"
    # Each page of the contents, like the first chapter's first page, starts before that chapter's first word.
    pages = max(report.ends.count(report.first_chapter) - 1, 1)
    page_starts = {len(report.contents) * page // pages for page in range(1, pages)}
    lines = [
        f'<w:p><w:pPr><w:pStyle w:val="TOCHeading"/></w:pPr><w:r>{PAGE_ENDS}<w:t>Contents</w:t></w:r></w:p>'
    ]
    for place, (level, number, heading, page) in enumerate(report.contents):
        label = f"<w:r><w:t>{number}</w:t></w:r><w:r><w:tab/></w:r>" if number else ""
        label = (f"<w:r>{PAGE_ENDS}</w:r>" if place in page_starts else "") + label
        page_number = (
            character % "begin" + instruction % rf"PAGEREF _Toc{place:08} \h" + character % "separate"
            + f"<w:r><w:t>{page}</w:t></w:r>" + character % "end"
        )  # fmt: skip
        lines.append(
            f'<w:p><w:pPr><w:pStyle w:val="TOC{level}"/></w:pPr>{start if place == 0 else ""}'
            f'<w:hyperlink w:anchor="_Toc{place:08}">{label}<w:r><w:t>{escape(heading)}</w:t></w:r>'
            f"<w:r><w:tab/></w:r>{page_number}</w:hyperlink></w:p>"
        )
    lines[-1] = lines[-1].removesuffix("</w:p>") + character % "end" + "</w:p>"
    return "".join(lines)


def restart_xml(place: int, paragraph: int) -> str:
    """A numbering that goes on in the same list with a value the author set."""
    return (
        f'  <w:num w:numId="{place + 3}"><w:abstractNumId w:val="0"/>'
        f'<w:lvlOverride w:ilvl="1"><w:startOverride w:val="{paragraph}"/></w:lvlOverride></w:num>'
    )


def document_xml(report: Report) -> str:
    """The main part, with the table of contents before the first chapter."""
    first = next(i for i, block in enumerate(report.body) if '"Heading1"' in block)
    body = "".join([*report.body[:first], contents_xml(report), *report.body[first:], section_xml(PORTRAIT)])
    names = f'xmlns:w="{WORDPROCESSING}" xmlns:r="{RELATIONSHIPS}"'
    declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f"{declaration}\n<w:document {names}><w:body>{body}</w:body></w:document>"
