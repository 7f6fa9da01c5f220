"""Small OpenDocument texts built from XML, for the tests of reading them."""

import zipfile

_SPACES = " ".join(
    f'xmlns:{prefix}="{space}"'
    for prefix, space in {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
        "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
        "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
        "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
        "dc": "http://purl.org/dc/elements/1.1/",
        "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    }.items()
)
_MIMETYPE = "application/vnd.oasis.opendocument.text"


def write_odt(path, body, *, automatic="", styles="", title=None, mimetype=_MIMETYPE, manifest=""):
    """An OpenDocument text whose text is the XML `body`; the others are the inner XML of their parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(zipfile.ZipInfo("mimetype"), mimetype)
        file.writestr("META-INF/manifest.xml", _manifest(manifest))
        file.writestr(
            "content.xml",
            f'<office:document-content {_SPACES} office:version="1.3">'
            f"<office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
        file.writestr(
            "styles.xml",
            f'<office:document-styles {_SPACES} office:version="1.3">'
            f"<office:styles>{styles}</office:styles></office:document-styles>",
        )
        if title is not None:
            file.writestr(
                "meta.xml",
                f"<office:document-meta {_SPACES}><office:meta><dc:title>{title}</dc:title></office:meta>"
                "</office:document-meta>",
            )
    return path


def _manifest(extra):
    return (
        '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" m:version="1.3">'
        f'<m:file-entry m:full-path="/" m:media-type="{_MIMETYPE}"/>'
        '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/>'
        '<m:file-entry m:full-path="styles.xml" m:media-type="text/xml"/>'
        f"{extra}</m:manifest>"
    )


def p(text="", style=None):
    """A paragraph."""
    named = f' text:style-name="{style}"' if style else ""
    return f"<text:p{named}>{text}</text:p>"


def h(text, level=1, style=None, attributes=""):
    """A heading."""
    named = f' text:style-name="{style}"' if style else ""
    return f'<text:h text:outline-level="{level}"{named} {attributes}>{text}</text:h>'


def items(*contents, style=None, attributes=""):
    """A list; each of `contents` is the XML of an item."""
    named = f' text:style-name="{style}"' if style else ""
    inner = "".join(f"<text:list-item>{content}</text:list-item>" for content in contents)
    return f"<text:list{named} {attributes}>{inner}</text:list>"


def list_style(name, *levels):
    """A list style; a level is the attributes of a numbered level, or "bullet"."""
    return (
        f'<text:list-style style:name="{name}">{"".join(map(_level, enumerate(levels, 1)))}</text:list-style>'
    )


def _level(placed):
    place, attributes = placed
    if attributes == "bullet":
        return f'<text:list-level-style-bullet text:level="{place}" text:bullet-char="•"/>'
    return f'<text:list-level-style-number text:level="{place}" {attributes}/>'


def style(name, family="paragraph", *, parent=None, attributes="", text=""):
    """A style; `text` are the attributes of its text properties."""
    based = f' style:parent-style-name="{parent}"' if parent else ""
    return (
        f'<style:style style:name="{name}" style:family="{family}"{based} {attributes}>'
        f"<style:text-properties {text}/></style:style>"
    )


def table(*rows):
    """A table of rows of ready-made cells."""
    return (
        f"<table:table>{''.join(f'<table:table-row>{row}</table:table-row>' for row in rows)}</table:table>"
    )


def cell(content, attributes=""):
    """A table cell of text or ready-made blocks."""
    inner = content if content.startswith("<") else p(content)
    return f"<table:table-cell {attributes}>{inner}</table:table-cell>"
