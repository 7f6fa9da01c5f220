"""What this installation can do: the kinds of file that it reads and writes, and its further parts."""

from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec


@dataclass(frozen=True, slots=True)
class Ability:
    """Something that scr-check does with a library; `extra` brings that library ("": it always comes along)."""

    name: str
    library: str
    extra: str = ""

    @property
    def fault(self) -> str | None:
        """Why it cannot be done here, None when it can: the library is loaded, not only looked for."""
        if find_spec(self.library) is None:
            return "is not installed"
        try:
            import_module(self.library)
        except (ImportError, OSError):
            return "is installed, but cannot be loaded"
        return None

    @property
    def remedy(self) -> str:
        """The command that makes it possible."""
        return f'pip install "scr-check[{self.extra}]"' if self.extra else "install scr-check again"


READS = (
    Ability("YAML (.yaml)", "ruamel.yaml"),
    Ability("Word (.docx)", "lxml.etree"),
    Ability("OpenDocument (.odt)", "lxml.etree"),
    Ability("PDF (.pdf)", "pypdfium2"),
    Ability("Markdown (.md)", "markdown_it"),
    Ability("plain text (.txt)", "re"),
    Ability("Excel trackers (.xlsx)", "openpyxl"),
)
WRITES = (
    Ability("HTML and Markdown", "jinja2"),
    Ability("Word (.docx)", "docx", "word"),
    Ability("PDF (.pdf)", "typst", "pdf"),
    Ability("Excel trackers (.xlsx)", "openpyxl"),
)
EXTRAS = (
    Ability("a second opinion by a language model (validate --semantic)", "onnxruntime", "semantic"),
    Ability("help in editors (scr-check lsp)", "pygls", "editor"),
    Ability("work on a cluster (scr-check learn)", "distributed", "cluster"),
)
