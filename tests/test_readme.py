"""What the pages show is what the commands print, and what they link to is there."""

import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tools"))

from console import PAGES, blocks_in, prepare, printed_by, shown_in  # noqa: E402

WITH_COMMANDS = [page for page in PAGES if "```console" in page.read_text(encoding="utf-8")]
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", WITH_COMMANDS, ids=name)
def test_the_commands_print_what_the_page_shows(page, tmp_path):
    prepare(tmp_path)
    for block in blocks_in(page.read_text(encoding="utf-8")):
        for shown in shown_in(block):
            printed = printed_by(shown.command, tmp_path)
            assert shown.holds(printed), (
                f"$ {shown.command}\n{printed}\n(python tools/refresh.py renews the page)"
            )


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_somewhere(page):
    targets = LINK.findall(page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_the_readme_begins_with_the_two_commands():
    block = re.search(r"```sh\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    install, test = [line for line in block[1].splitlines() if line]
    assert install.startswith("python3 -m venv .venv && ")
    assert "scr-check validate examples/bad/summary.yaml" in install
    assert test.endswith("-m pytest")


def test_every_page_can_be_reached_from_the_first_two():
    text = "".join((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "CONTRIBUTING.md"))
    pages = {f"docs/{page.name}" for page in (ROOT / "docs").glob("*.md")}
    assert pages - set(LINK.findall(text)) == set()
