"""Writes anew everything in the repository that is made from something else: python tools/refresh.py

The JSON Schemas, the Word file of the example, the page of rules, and the output that the pages show.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from console import PAGES, ROOT, prepare, renewed

COMMANDS = (
    (sys.executable, "-m", "scr_check.documents.schema"),
    (sys.executable, "tools/make_example_docx.py"),
    (sys.executable, "tools/rules_page.py"),
)


def main() -> None:
    """Run every generator, then renew the pages."""
    for command in COMMANDS:
        subprocess.run(command, cwd=ROOT, check=True)
    for path in PAGES:
        with tempfile.TemporaryDirectory() as folder:
            prepare(Path(folder))
            page = path.read_text(encoding="utf-8")
            path.write_text(renewed(page, Path(folder)), encoding="utf-8")


if __name__ == "__main__":
    main()
