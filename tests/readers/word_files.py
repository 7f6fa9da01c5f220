"""Small Word files built from XML, for the tests of reading them."""

import zipfile

_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def write_docx(path, body, *, title=None, **parts):
    """A Word file whose body is the XML `body`; `parts` are the inner XML of styles, numbering, ..."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", _content_types(parts))
        file.writestr("_rels/.rels", _relationships({"officeDocument": "word/document.xml"}))
        document = f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>"
        file.writestr("word/document.xml", document)
        targets = {part: f"{part}.xml" for part in parts}
        file.writestr("word/_rels/document.xml.rels", _relationships(targets))
        for part, inner in parts.items():
            file.writestr(f"word/{part}.xml", f"<w:{part} {_SPACES}>{inner}</w:{part}>")
        if title is not None:
            file.writestr(
                "docProps/core.xml",
                f'<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></c>',
            )
    return path


def _content_types(parts):
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_CONTENT}.{part}+xml"/>' for part in parts
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_CONTENT}.document.main+xml"/>'
        f"{overrides}</Types>"
    )


def _relationships(targets):
    entries = "".join(
        f'<Relationship Id="r{place}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for place, (kind, target) in enumerate(targets.items())
    )
    return f"<Relationships {_PACKAGE}>{entries}</Relationships>"


def r(text, properties=""):
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(text="", *, style=None, num=None, level=0, properties=""):
    """A paragraph of plain text or ready-made runs, with a list's number if `num` is given."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    listed = "" if num is None else numbered(num, level)
    runs = text if text.startswith("<") else r(text) if text else ""
    return f"<w:p><w:pPr>{named}{listed}{properties}</w:pPr>{runs}</w:p>"


def numbered(num, level=None):
    """A w:numPr."""
    placed = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    named = "" if num is None else f'<w:numId w:val="{num}"/>'
    return f"<w:numPr>{placed}{named}</w:numPr>"


def table(*rows):
    """A table of rows of cells; a cell is text, or a pair of its properties and ready-made blocks."""
    return f"<w:tbl>{''.join(map(row, rows))}</w:tbl>"


def row(cells, properties=""):
    """A table row."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(map(cell, cells))}</w:tr>"


def cell(content):
    """A table cell."""
    if isinstance(content, str):
        content = ("", p(content))
    return f"<w:tc><w:tcPr>{content[0]}</w:tcPr>{content[1]}</w:tc>"


def abstract(identity, *levels, extra=""):
    """A list definition; a level is (format, text), (format, text, start) or with further XML as fourth."""
    inner = extra + "".join(map(_level, enumerate(levels)))
    return f'<w:abstractNum w:abstractNumId="{identity}">{inner}</w:abstractNum>'


def _level(placed):
    place, (number_format, text, *more) = placed
    start, inner = more[0] if more else 1, more[1] if len(more) > 1 else ""
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>{inner}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def num(identity, of, **starts):
    """A list of an abstract one; `starts` override the start of levels: l0=4."""
    overrides = "".join(
        f'<w:lvlOverride w:ilvl="{level[1:]}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        for level, start in starts.items()
    )
    return f'<w:num w:numId="{identity}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def style(identity, *, name=None, based_on=None, kind="paragraph", paragraph="", run="", default=False):
    """A style."""
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    first = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{identity}"{first}><w:name w:val="{name or identity}"/>{based}'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def field(instruction, result=None):
    """A field as Word spreads it over runs, with its stored result if it has one."""
    shown = "" if result is None else f"{_mark('separate')}{r(result)}"
    code = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return f"{_mark('begin')}{code}{shown}{_mark('end')}"


def _mark(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def box(content, fallback=None):
    """A run with a text box, as Word writes it: for new versions and once more for old ones."""
    shape = f"<w:drawing><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></w:drawing>"
    old = content if fallback is None else fallback
    picture = f"<w:pict><v:textbox><w:txbxContent>{old}</w:txbxContent></v:textbox></w:pict>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{shape}</mc:Choice>'
        f"<mc:Fallback>{picture}</mc:Fallback></mc:AlternateContent></w:r>"
    )
