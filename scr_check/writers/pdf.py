"""PDF files, tagged for readers who listen to them: the only room that knows typst."""

import warnings
from typing import Final

from scr_check.errors import UsageError

try:
    import typst
except ImportError:
    raise UsageError(
        'PDF files need an extra part of scr-check: install it with pip install "scr-check[pdf]"'
    ) from None

_STANDARD: Final = "ua-1"  # PDF/UA-1, ISO 14289-1


def pdf_of(text: str, name: str) -> bytes:
    """A text in typst's language as a tagged PDF/UA-1 file; fonts are those that typst brings along.

    Raises UsageError, naming `name`, where typst finds a fault in a board's own template.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            made = typst.Compiler(text.encode("utf-8"), ignore_system_fonts=True).compile(
                format="pdf", pdf_standards=_STANDARD
            )
    except typst.TypstError:
        raise UsageError(f"{name} cannot be made into a PDF: typst finds a fault in it") from None
    if not isinstance(made, bytes):
        raise UsageError(f"{name} cannot be made into a PDF: it has no pages")
    return made
